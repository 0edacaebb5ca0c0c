"""A config file becomes a typed config, or all its mistakes."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import strict_yaml
from generator.catalogue import Catalogue, load_catalogue
from generator.config import (
    Comparison,
    Format,
    Scope,
    json_schema,
    load_report_config,
    make_plan,
    parse_period,
)
from generator.config.placeholders import fill
from generator.config.schema import ReportKeys
from generator.errors import ConfigErrors, InputError, InputErrors, SoketError, UsageError
from tests.config.conftest import MINIMAL, TEMPLATES, Load


def mistakes(load: Load, text: str) -> list[str]:
    """Return the lines that a wrong config gives."""
    with pytest.raises(ConfigErrors) as caught:
        load(text)
    return [str(error) for error in caught.value.errors]


def test_three_keys_are_enough(load: Load) -> None:
    """Every key but template, provinces and periods has a default."""
    config = load(MINIMAL)
    assert (config.name, config.template, config.scope) == ("example", "so-ket", Scope.COMBINED)
    assert [place.slug for place in config.places] == ["binh-thuan"]
    assert config.periods == (parse_period("2024-H1"),)
    assert config.nation
    assert config.contents
    assert config.compare == (Comparison.SAME_PERIOD_LAST_YEAR, Comparison.PREVIOUS_YEAR)
    assert config.sources == (Path("sources"),)
    assert config.formats == (Format.DOCX, Format.PDF)
    assert config.letterhead.superior == ""
    assert config.letterhead.date == date(2024, 6, 30)
    assert (config.title, config.subject, config.addressees) == ("", "", ())


def test_all_keys_arrive(load: Load, project: Path) -> None:
    """Every key of the file reaches the typed config."""
    (project / "a.txt").write_text("x", "utf-8")
    config = load(
        MINIMAL
        + "scope: each\nnation: false\ncompare: []\nsources: [a.txt]\ncontents: false\n"
        + 'letterhead: {superior: A, issuer: "B\\nC", number: 01/BC, place: Huế, '
        + "date: 2024-07-05}\n"
        + "signature: {authority: KT. GIÁM ĐỐC, position: PHÓ GIÁM ĐỐC, name: Trần A}\n"
        + "addressees: [D]\nrecipients: [E]\ntitle: BÁO CÁO NHANH\nsubject: về F\n"
        + "formats: [html]\n"
    )
    head, sign = config.letterhead, config.signature
    assert (head.superior, head.issuer, head.number, head.place) == ("A", "B\nC", "01/BC", "Huế")
    assert head.date == date(2024, 7, 5)
    assert (sign.authority, sign.position, sign.name) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần A")
    assert (config.addressees, config.recipients) == (("D",), ("E",))
    assert (config.title, config.subject) == ("BÁO CÁO NHANH", "về F")
    assert (config.scope, config.nation, config.contents) == (Scope.EACH, False, False)
    assert (config.compare, config.formats) == ((), (Format.HTML,))
    assert not config.compare_asked  # nothing is to be compared, so no base can lack
    assert config.sources == (Path("a.txt"),)


def test_provinces_stand_in_alphabet_order(load: Load) -> None:
    """The order is that of the Vietnamese alphabet, not of the file."""
    text = MINIMAL.replace("[binh-thuan]", "[da-nang, binh-thuan, ca-mau, bac-giang, dak-lak]")
    slugs = [place.slug for place in load(text).places]
    assert slugs == ["bac-giang", "binh-thuan", "ca-mau", "da-nang", "dak-lak"]


@pytest.mark.parametrize(
    ("written", "period", "slug"),
    [
        ("Bắc Giang", "2024-H1", "bac-giang"),
        ("bắc giang", "2024-H1", "bac-giang"),
        ("Tỉnh Lâm Đồng", "2025-H2", "lam-dong"),
        ("TP.HCM", "2024-H1", "tp-ho-chi-minh"),
        ("Thành phố Hồ Chí Minh", "2024-H1", "tp-ho-chi-minh"),
        ("Thủ đô Hà Nội", "2024-H1", "ha-noi"),
        ("Hoà Bình", "2024-H1", "hoa-binh"),
        ("Bà Rịa – Vũng Tàu", "2024-H1", "ba-ria-vung-tau"),
        ("2004:24", "2024-H1", "bac-giang"),
        ("2025:24", "2025-H2", "bac-ninh"),
        # one area under two names: that of the time
        ("Thừa Thiên Huế", "2024-H1", "thua-thien-hue"),
        ("TT-Huế", "2024-H1", "thua-thien-hue"),
        ("Thừa Thiên Huế", "2025-H1", "hue"),
        ("thành phố Huế", "2024-H1", "thua-thien-hue"),
        ("2004:46", "2024-H1", "thua-thien-hue"),
        ("thành phố Huế", "2025-H1", "hue"),
    ],
)
def test_a_province_is_known_in_any_spelling(
    load: Load, catalogue: Catalogue, written: str, period: str, slug: str
) -> None:
    """Name, abbreviation, code and slug mean the same, in lists and on the command line."""
    text = MINIMAL.replace("[binh-thuan]", f"['{written}']").replace("2024-H1", period)
    config = load(f"{text}marked: ['{written}']\n")
    assert [place.slug for place in config.places] == [slug]
    assert [place.slug for place in config.marked] == [slug]
    out = Path("output")
    plan = make_plan([config], catalogue, provinces=[written], output_dir=out)
    assert [place.slug for place in plan.jobs[0].places] == [slug]


def test_two_names_of_one_area_stand_twice(load: Load) -> None:
    """Huế is Thừa Thiên Huế in a report on 2024."""
    found = mistakes(load, MINIMAL.replace("[binh-thuan]", "[Huế, Thừa Thiên Huế]"))
    assert len(found) == 1
    assert "'Thừa Thiên Huế' stands twice in 'provinces': it is 'thua-thien-hue'" in found[0]


@pytest.mark.parametrize(("period", "count"), [("2024-H1", 63), ("2025", 34), ("2025-H1", 63)])
def test_all_means_the_provinces_of_the_time(load: Load, period: str, count: int) -> None:
    """There are 63 provinces until 30 June 2025 and 34 from the next day on."""
    text = MINIMAL.replace("[binh-thuan]", "all").replace("2024-H1", period)
    assert len(load(text).places) == count


def test_relative_periods_count_from_the_letterhead(load: Load) -> None:
    """The date of the letterhead is the only today that a config knows."""
    text = MINIMAL.replace("2024-H1", "latest, previous-year") + "letterhead: {date: 2024-07-31}\n"
    assert load(text).periods == (parse_period("2024-H1"), parse_period("2023"))


def test_the_project_holds_the_config_folder(load: Load, project: Path) -> None:
    """Sources count from the folder that holds config/."""
    (project / "deep" / "sources").mkdir(parents=True)
    config = load(MINIMAL, "deep/config/reports/example.yaml")
    assert config.root == Path("deep")
    assert config.sources == (Path("deep/sources"),)


def test_an_empty_value_is_an_empty_text(load: Load) -> None:
    """A text key without value, as in a form to fill in, is no mistake."""
    assert load(MINIMAL + "signature: {name: }\n").signature.name == ""


def test_text_is_normalised(load: Load) -> None:
    """Text from escapes is NFC like all other text."""
    assert load(MINIMAL + 'title: "Hue\\u0302\\u0301"\n').title == "Huế"


def test_all_mistakes_are_told_in_one_run(load: Load) -> None:
    """Mistakes come together, each with its place, in the order of the file."""
    found = mistakes(
        load,
        "template: soket\n"
        "provnces: [binh-thuan]\n"
        "periods: [2024-H3, 2024-Q1]\n"
        "letterhead: {plce: Hà Nội, date: 2024-02-30}\n"
        "formats: [docs, pdf, pdf]\n",
    )
    assert [line.split(": ")[0] for line in found] == [
        "example.yaml:1:1",
        "example.yaml:1:11",
        "example.yaml:2:1",
        "example.yaml:3:11",
        "example.yaml:4:14",
        "example.yaml:4:34",
        "example.yaml:5:11",
        "example.yaml:5:22",
    ]
    assert "the key 'provinces' is missing" in found[0]
    assert "did you mean 'so-ket'?" in found[1]
    assert "unknown key 'provnces'" in found[2]
    assert "did you mean 'provinces'?" in found[2]
    assert "unknown key 'plce' in 'letterhead'" in found[4]
    assert "the last day of that month is 2024-02-29" in found[5]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("provinces: [binh-tuan]", "did you mean 'binh-thuan'?"),
        ("provinces: [tỉnh Binh Thuân X]", "did you mean 'binh-thuan'?"),
        ("provinces: [24]", "write '2004:24' (Bắc Giang) or '2025:24' (Bắc Ninh)"),
        ("provinces: [QN]", "'QN' may mean several provinces"),
        ("provinces: [QN]", "write 'quang-nam' (Quảng Nam) or 'quang-ngai' (Quảng Ngãi) or"),
        ("provinces: [ND]", "write 'nam-dinh' (Nam Định)"),
        ("provinces: [68]", "unknown province '68'"),
        ("provinces: ['2030:24']", "unknown province '2030:24'"),
        ("provinces: [Bộ Nội vụ]", "write it under 'bodies'"),
        ("provinces: [bình thuận, binh-thuan]", "stands twice in 'provinces': it is 'binh-thuan'"),
        ("provinces: [quoc-gia]", "nation: true"),
        ("provinces: [all]", "provinces: all"),
        ("provinces: [zzzzzz]", "soket list provinces"),
        ("provinces: []", "at least one value"),
        ("provinces: binh-thuan", "write [binh-thuan]"),
        ("provinces: [binh-thuan, binh-thuan]", "stands twice"),
        ("provinces: [[binh-thuan]]", "a list stands where one value is expected"),
        ("provinces: {a: b}", "a list"),
    ],
)
def test_a_wrong_province_is_explained(load: Load, line: str, told: str) -> None:
    """Names, misspelt slugs and wrong forms are answered with what to write."""
    found = mistakes(load, MINIMAL.replace("provinces: [binh-thuan]", line))
    assert len(found) == 1
    assert told in found[0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("issuer: UBND", "it belongs into 'letterhead'"),
        ("letterhead: {formats: [pdf]}", "it belongs to the first level"),
        ("scope: eech", "did you mean 'each'?"),
        ("compare: [previous-yaer]", "did you mean 'previous-year'?"),
        ("contents: yes", "neither true nor false"),
        ("nation: ", "the value is empty"),
        ("letterhead: Hà Nội", "keys with values"),
        ("letterhead: []", "keys with values"),
        ("letterhead: {date: 31/7/2024}", "a date as YYYY-MM-DD"),
        ("letterhead: {date: 2024-7-31}", "a date as YYYY-MM-DD"),
        ("signature: {name: [A]}", "a list stands where one value is expected"),
        ('title: "a\\u0007b"', "the character U+0007 cannot be printed"),
        ('title: "a\\ud800b"', "U+D800"),
        ('title: "a\\uFFFEb"', "U+FFFE"),
        ("title: " + "x" * 1001, "at most 1000"),
        ("sources: []", "at least one value"),
        ("sources: sources/", "write [sources/]"),
        ("sources: [~]", "the value is empty"),
        ("subject: về {name}", "write 'scope: each'"),
        ("scope: each\nsubject: về {nmae}", "did you mean '{name}'?"),
        ("scope: each\nsubject: về {tinh}", "unknown placeholder '{tinh}'"),
        ("formats: [pdf, pdf]", "stands twice"),
    ],
)
def test_a_wrong_value_is_explained(load: Load, line: str, told: str) -> None:
    """Every key says what it expects."""
    found = mistakes(load, f"{MINIMAL}{line}\n")
    assert len(found) == 1
    assert told in found[0]


@pytest.mark.parametrize(
    "text",
    ["{", "}", "{}", "{{7*7}}", "{7*7}", "{{name}}", "{% if %}", "{a b}", "{{{name}}}", "${x.y}"],
)
@pytest.mark.parametrize("scope", ["combined", "each"])
def test_braces_that_are_no_placeholder_are_text(load: Load, text: str, scope: str) -> None:
    """Only one word in single braces stands for something; all others are kept as they are."""
    config = load(f"{MINIMAL}scope: {scope}\nsubject: 'về {text}'\n")
    place = load_catalogue().places.by_slug["binh-thuan"]
    assert config.subject == fill(config, place).subject == f"về {text}"


def test_a_relative_period_needs_a_date(load: Load) -> None:
    """Without a date there is nothing to count from, and no clock is asked."""
    found = mistakes(load, MINIMAL.replace("2024-H1", "latest"))
    assert found[0].startswith("example.yaml:3:11: 'latest' counts from the date")


def test_one_period_under_two_names(load: Load) -> None:
    """A relative name that means a period of the list is a mistake."""
    text = MINIMAL.replace("2024-H1", "2024-H1, latest") + "letterhead: {date: 2024-07-31}\n"
    assert mistakes(load, text) == [
        "example.yaml:3:20: the period 2024-H1 stands twice; take one of the two out"
    ]


@pytest.mark.parametrize("period", ["1924", "1989-H1", "as-of:1989-12-31"])
def test_a_report_on_a_time_long_past(load: Load, period: str) -> None:
    """Sources may tell of 1986; a report on it is a slip of the hand."""
    (found,) = mistakes(load, MINIMAL.replace("2024-H1", period))
    assert f"the year of '{period}' is out of range" in found
    assert "use a year from 1990 to 2099" in found


def test_a_province_of_another_time(load: Load) -> None:
    """A province that was merged before the periods names its heir."""
    found = mistakes(load, MINIMAL.replace("2024-H1", "2026-H1"))
    assert "does not exist in the periods" in found[0]
    assert "'lam-dong'" in found[0]


def test_a_missing_source_is_an_unread_input(load: Load) -> None:
    """A source that is not there has exit code 3, its place, and the nearest name."""
    with pytest.raises(InputErrors) as caught:
        load(MINIMAL + "sources: [source/, gone.txt]\n")
    lines = [str(error) for error in caught.value.errors]
    assert caught.value.exit_code == InputError.exit_code == 3
    assert lines[0].startswith("example.yaml:4:11: the source 'source' is not there")
    assert "did you mean 'sources'?" in lines[0]
    assert lines[1].startswith("example.yaml:4:20: the source 'gone.txt' is not there")


@pytest.mark.parametrize("text", ["", "# nothing but a remark\n", "---\n", "null\n"])
def test_an_empty_file(load: Load, text: str) -> None:
    """An empty config says which keys it needs."""
    with pytest.raises(UsageError, match="the config is empty; expected the keys template"):
        load(text)


@pytest.mark.parametrize("text", ["- a\n", "so-ket\n", "[]\n"])
def test_a_file_of_another_shape(load: Load, text: str) -> None:
    """A list or a single word is no config."""
    assert "keys with values" in mistakes(load, text)[0]


def test_a_missing_file(catalogue: Catalogue) -> None:
    """A config that is not there is an input that cannot be read."""
    with pytest.raises(InputError, match=r"gone\.yaml:1:1: cannot read the file"):
        load_report_config(Path("gone.yaml"), catalogue, TEMPLATES)


def test_the_schema_knows_every_key(catalogue: Catalogue) -> None:
    """The JSON Schema has the keys, names and required keys of the loader."""
    schema = json_schema(catalogue, TEMPLATES)
    assert set(schema["properties"]) == set(ReportKeys.model_fields)
    assert sorted(schema["required"]) == ["periods", "template"]
    assert schema["anyOf"] == [{"required": ["provinces"]}, {"required": ["bodies"]}]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["template"]["enum"] == list(TEMPLATES)
    items = schema["properties"]["provinces"]["anyOf"][1]["items"]
    assert "binh-thuan" in items["examples"]
    assert "quoc-gia" not in items["examples"]
    assert "enum" not in items  # an editor would mark "TP.HCM" as wrong, which is right


_KEYS = [*ReportKeys.model_fields, "letterhead.date", "x", "<<", ""]
_WORDS = ["all", "so-ket", "binh-thuan", "2024-H1", "latest", "each", "true", "2024-07-31", "docx"]
_SCALARS = st.one_of(st.none(), st.sampled_from(_WORDS), st.text(), st.just("x" * 300))
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)


_REQUIRED = {"template": "so-ket", "provinces": ["binh-thuan"], "periods": ["2024-H1"]}
_CONFIGS = st.fixed_dictionaries(
    {name: st.one_of(st.just(value), _VALUES) for name, value in _REQUIRED.items()},
    optional={name: _VALUES for name in _KEYS if name not in _REQUIRED},
)


def complaint(path: Path) -> str:
    """Return why a config is refused, "" where it is taken."""
    try:
        config = load_report_config(path, load_catalogue(), TEMPLATES)
    except SoketError as exc:
        return str(exc)
    return "" if config.places and config.periods else "an empty config was taken"


@given(_CONFIGS)
def test_any_tree_is_a_config_or_a_mistake(
    tmp_path_factory: pytest.TempPathFactory, value: dict[str, strict_yaml.Value]
) -> None:
    """Whatever stands in a YAML tree, it is loaded or refused with a place in the file."""
    path = tmp_path_factory.getbasetemp() / "fuzz.yaml"
    path.write_text(yaml.safe_dump(value, allow_unicode=True), "utf-8")
    told = complaint(path)
    assert not told or "fuzz.yaml:" in told


@given(st.binary(max_size=60))
def test_any_bytes_are_a_config_or_a_mistake(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    """Whatever bytes a file holds, they are a config or refused with a place in the file."""
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(MINIMAL.encode() + data)
    told = complaint(path)
    assert "bytes.yaml:" in told


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("5/BC-UBND", "05/BC-UBND"),
        ("12/BC - SNV", "12/BC-SNV"),
        ("100 / BC-SNV", "100/BC-SNV"),
        ("…/BC-UBND", "…/BC-UBND"),
        ('""', ""),
    ],
)
def test_a_number_is_written_as_the_decree_has_it(load: Load, given: str, printed: str) -> None:
    """A zero before a single digit, no spaces in the symbol; room for a number stays."""
    text = f"{MINIMAL}letterhead:\n  number: {given}\n"
    assert load(text).letterhead.number == printed


@pytest.mark.parametrize("given", ["12", "12/bc-ubnd", "12-BC/UBND", "số 12/BC-UBND"])
def test_a_number_of_another_form_is_an_error_in_its_place(load: Load, given: str) -> None:
    """What no zero mends is told with line and column."""
    with pytest.raises(ConfigErrors) as caught:
        load(f'{MINIMAL}letterhead:\n  number: "{given}"\n')
    (error,) = caught.value.errors
    assert (error.location.line, error.location.column) == (5, 11)
    assert "05/BC-UBND" in error.expected
