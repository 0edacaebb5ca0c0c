"""The rule files: what a project may write, and how mistakes are told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.catalogue import load_catalogue
from generator.errors import ConfigErrors, UsageError
from generator.extraction import extract, load_rules
from generator.extraction.pattern import PatternError, phrase, regex
from generator.extraction.reading import folded
from generator.model.source_text import SourceInfo, SourceText
from generator.paths import shipped_root

CATALOGUE = """
indicators:
  - {id: apology_letters, group: dossiers, kind: count, unit: thư, label: "Thư xin lỗi"}
"""
TEXT = "Trong năm 2023, tỉnh đã gửi 45 thư xin lỗi và tiếp nhận 120 hồ sơ."


def _project(tmp_path: Path, rules: str, catalogue: str = CATALOGUE) -> Path:
    for name, text in (("catalogue", catalogue), ("rules", rules)):
        folder = tmp_path / "config" / name
        folder.mkdir(parents=True)
        (folder / "indicators.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def _told(root: Path | None, text: str = TEXT) -> list[tuple[str, Decimal]]:
    catalogue = load_catalogue(root)
    rules = load_rules(root, catalogue)
    source = SourceText(SourceInfo("x", published=date(2024, 1, 5), place="binh-thuan"), text)
    return [(fact.indicator, fact.value) for fact in extract(source, catalogue, rules).facts]


def test_a_project_adds_an_indicator_with_two_lines(tmp_path: Path) -> None:
    """A row in the catalogue and a row of rules are all that a new indicator needs."""
    root = _project(tmp_path, "indicators:\n  apology_letters: {nouns: [thư xin lỗi]}\n")
    assert _told(root) == [("apology_letters", Decimal(45)), ("dossiers_received", Decimal(120))]


@pytest.mark.parametrize("key", ["nouns", "says"])
def test_a_project_adds_a_rate(tmp_path: Path, key: str) -> None:
    """A share is told by its name, before it and behind it, whichever key gives the name."""
    rows = "  - {id: own_rate, group: dossiers, kind: rate, unit: '%', label: Tỷ lệ thư}"
    names = "[tỷ lệ … thư xin lỗi, hồ sơ quá hạn có thư xin lỗi]"
    root = _project(
        tmp_path, f"indicators:\n  own_rate: {{{key}: {names}}}\n", f"indicators:\n{rows}"
    )
    text = (
        "Năm 2023, tỷ lệ thư xin lỗi của tỉnh đạt 92,5%. "
        "Năm 2022, có 81% hồ sơ quá hạn có thư xin lỗi."
    )
    assert _told(root, text) == [("own_rate", Decimal("92.5")), ("own_rate", Decimal(81))]


def test_rules_of_a_project_replace_the_shipped_ones(tmp_path: Path) -> None:
    """For a known indicator only the project's rules count; shipped words are known to it."""
    root = _project(tmp_path, 'indicators:\n  dossiers_received: {nouns: ["{PAKN}"]}\n')
    assert _told(root) == []


def test_words_that_a_project_cannot_bring_are_refused(tmp_path: Path) -> None:
    """A file that would stand there without any effect is named; a copy does no harm."""
    root = _project(tmp_path, "indicators:\n  apology_letters: {nouns: [thư xin lỗi]}\n")
    words = root / "config" / "rules" / "levels.yaml"
    words.write_bytes((shipped_root() / "config" / "rules" / "levels.yaml").read_bytes())
    assert _told(root)
    words.write_text("tiers: [cấp]\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        _told(root)
    assert "levels.yaml:1:1: a project cannot bring this file of rules" in str(caught.value)


def test_lists_of_a_project_are_added_to_the_shipped_ones(tmp_path: Path) -> None:
    """Names of systems that a project lists tell of no figure, as the shipped ones do."""
    rules = """
names: ["kho số hóa {HS}"]
others: ["phiếu hẹn"]
not_rated: ["cây xanh"]
indicators:
  apology_letters: {nouns: [thư xin lỗi]}
"""
    root = _project(tmp_path, rules)
    own = load_rules(root, load_catalogue(root))
    shipped = load_rules(None, load_catalogue())
    for key in ("names", "others", "not_rated"):
        mine, theirs = getattr(own, key).patterns, getattr(shipped, key).patterns
        assert len(mine) == len(theirs) + 1
        assert [one.text for one in mine[:-1]] == [one.text for one in theirs]


def test_a_noun_before_its_number_is_found_where_it_is_said(tmp_path: Path) -> None:
    """The head of the rules file: nouns alone stand behind their number, ``says`` before it."""
    text = "Trong năm 2023, tổng số thư xin lỗi là 45."
    source = SourceText(SourceInfo("x", published=date(2024, 1, 5), place="binh-thuan"), text)
    told = []
    for index, says in enumerate(("", ", says: [thư xin lỗi]")):
        rules = f"indicators:\n  apology_letters: {{nouns: [thư xin lỗi]{says}}}\n"
        root = _project(tmp_path / str(index), rules)
        catalogue = load_catalogue(root)
        facts = extract(source, catalogue, load_rules(root, catalogue)).facts
        told.append([fact.value for fact in facts])
    assert told == [[], [Decimal(45)]]


def test_an_unknown_key_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    """A slip in a key names the keys that exist and the one that is likely meant."""
    root = _project(tmp_path, "indicators:\n  apology_letters: {nounz: [x]}\n")
    with pytest.raises(UsageError) as caught:
        load_rules(root, load_catalogue(root))
    assert "nouns" in caught.value.hint
    assert "unless" in caught.value.expected


def test_shipped_rules_cover_the_whole_catalogue() -> None:
    """Each indicator of the catalogue has a rule."""
    catalogue = load_catalogue()
    rules = load_rules(None, catalogue).rules
    assert {rule.indicator for rule in rules} == set(catalogue.indicators)


@pytest.mark.parametrize(
    ("rules", "line", "column", "message"),
    [
        ("indicators:\n  nothing: {nouns: [x]}\n", 2, 3, "rules for the unknown indicator"),
        ('indicators:\n  apology_letters: {nouns: ["{NO}"]}\n', 2, 29, "unknown word {NO}"),
        ('indicators:\n  apology_letters: {nouns: ["(a|b"]}\n', 2, 29, "brackets"),
        ("indicators:\n  apology_letters: {weight: 3}\n", 2, 20, "can never be told"),
        ("indicators:\n  apology_letters: {noun: [x]}\n", 2, 21, "unknown key 'noun'"),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, rules: str, line: int, column: int, message: str
) -> None:
    """Line and column point at what is wrong."""
    root = _project(tmp_path, rules)
    with pytest.raises(UsageError, match=message.replace("{", r"\{").replace("}", r"\}")) as caught:
        load_rules(root, load_catalogue(root))
    place = caught.value.location
    assert place is not None
    assert (Path(place.file).name, place.line, place.column) == ("indicators.yaml", line, column)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Two wrong indicators give two errors."""
    root = _project(tmp_path, "indicators:\n  one: {nouns: [x]}\n  two: {nouns: [x]}\n")
    with pytest.raises(ConfigErrors) as caught:
        load_rules(root, load_catalogue(root))
    assert len(caught.value.errors) == 2


@pytest.mark.parametrize(
    ("source", "text", "wanted"),
    [
        ("phản ánh kiến nghị", "các phản ánh, kiến nghị", True),
        ("(đã)? giải quyết", "số đã giải quyết", True),
        ("tiếp nhận … trực tuyến", "tiếp nhận hồ sơ nộp trực tuyến", True),
        ("tiếp nhận … trực tuyến", "tiếp nhận 5 hồ sơ; trực tuyến", False),
        ("# bộ", "có 15 bộ", True),
        ("mức độ 3", "mức độ 30", False),
        ("số hóa", "Số hoá hồ sơ", True),
        ("tỷ lệ", "TỈ LỆ", True),
        ("trong (a (b|c)? d|e … f)", "trong a c d", True),
        ("trong (a (b|c)? d|e … f)", "trong e x y f", True),
        ("trong (a (b|c)? d|e … f)", "trong b d", False),
    ],
)
def test_a_phrase_means_what_the_head_of_the_file_says(
    source: str, text: str, *, wanted: bool
) -> None:
    """Commas, gaps, options, numbers, borders and spellings."""
    assert phrase(source).found_in(folded(text)) is wanted


@pytest.mark.parametrize(
    "source",
    ["", "(a|b", "a)b(", "()", "(a|b))", "a (|)", "(|b) c", "(a||b)", "(a|b)c", "(# |a )?b c"],
)
def test_a_phrase_that_cannot_be_read_is_refused(source: str) -> None:
    """An empty phrase, open brackets and brackets glued to a word are errors."""
    with pytest.raises(PatternError):
        phrase(source)


def test_a_pattern_that_could_backtrack_does_not_exist() -> None:
    """Look-around and back references are unknown to the engine of the rules."""
    with pytest.raises(PatternError):
        regex(r"(a+)\1")
