"""Which documents a build makes, and under which names."""

from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.config import BuildPlan, ReportConfig, make_plan, parse_period
from generator.errors import ConfigErrors, UsageError
from tests.config.conftest import MINIMAL, Load

OUT = Path("output")
THREE = MINIMAL.replace("[binh-thuan]", "[bac-giang, binh-duong, binh-thuan]")
EACH = THREE + 'scope: each\nletterhead: {issuer: "UBND\\n{PLACE}", place: "{name}"}\n'


def plan(catalogue: Catalogue, *configs: ReportConfig, **choice: tuple[str, ...]) -> BuildPlan:
    """Return the plan of configs, narrowed by options."""
    return make_plan(configs, catalogue, output_dir=OUT, **choice)


def test_combined_makes_one_document(load: Load, catalogue: Catalogue) -> None:
    """One document holds all places and bears the name of its config."""
    (job,) = plan(catalogue, load(THREE, "so-ket.yaml")).jobs
    assert job.name == "so-ket"
    assert [place.slug for place in job.places] == ["bac-giang", "binh-duong", "binh-thuan"]
    assert job.outputs == {"docx": OUT / "so-ket.docx", "pdf": OUT / "so-ket.pdf"}


def test_each_makes_one_document_per_province(load: Load, catalogue: Catalogue) -> None:
    """Each province has its own document, named after it, with its own head."""
    jobs = plan(catalogue, load(EACH, "tinh.yaml")).jobs
    assert [job.name for job in jobs] == ["tinh-bac-giang", "tinh-binh-duong", "tinh-binh-thuan"]
    assert [job.config.letterhead.issuer for job in jobs] == [
        "UBND\nTỈNH BẮC GIANG",
        "UBND\nTỈNH BÌNH DƯƠNG",
        "UBND\nTỈNH BÌNH THUẬN",
    ]
    assert [job.config.letterhead.place for job in jobs] == [
        "Bắc Giang",
        "Bình Dương",
        "Bình Thuận",
    ]


def test_a_city_named_after_a_person_keeps_its_kind(load: Load, catalogue: Catalogue) -> None:
    """The place line of Hồ Chí Minh has its kind, that of Đà Nẵng has not."""
    text = EACH.replace("[bac-giang, binh-duong, binh-thuan]", "[da-nang, tp-ho-chi-minh]")
    heads = [job.config.letterhead for job in plan(catalogue, load(text)).jobs]
    assert [head.place for head in heads] == ["Đà Nẵng", "Thành phố Hồ Chí Minh"]
    assert heads[0].issuer == "UBND\nTHÀNH PHỐ ĐÀ NẴNG"


def test_options_narrow_every_config(load: Load, catalogue: Catalogue) -> None:
    """A province and a period are taken where a config has them."""
    configs = (load(THREE, "a.yaml"), load(MINIMAL, "b.yaml"))
    found = plan(catalogue, *configs, provinces=("bac-giang",), formats=("html",)).jobs
    assert [(job.name, [place.slug for place in job.places]) for job in found] == [
        ("a", ["bac-giang"])
    ]
    assert found[0].outputs == {"html": OUT / "a.html"}


def test_a_part_of_a_period_can_be_chosen(load: Load, catalogue: Catalogue) -> None:
    """A config over years can be built for one of them; equal periods count once."""
    config = load(MINIMAL.replace("2024-H1", "2022..2024-H1"))
    (job,) = plan(catalogue, config, periods=("2023", "2023-M01..2023-M12")).jobs
    assert job.periods == (parse_period("2023"),)


def test_relative_periods_can_be_chosen(load: Load, catalogue: Catalogue) -> None:
    """A relative name of the command line counts from each config's own letterhead."""
    config = load(MINIMAL.replace("2024-H1", "2022..2024-H1"))
    (job,) = plan(catalogue, config, periods=("previous-year",)).jobs
    assert job.periods == (parse_period("2023"),)


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ({"provinces": ("binh-tuan",)}, "did you mean 'binh-thuan'?"),
        ({"provinces": ("ha-noi",)}, "expected one of bac-giang, binh-duong, binh-thuan"),
        ({"periods": ("2024-h1",)}, "did you mean 2024-H1?"),
        ({"periods": ("2023",)}, "expected one of these, or a part of one: 2024-H1"),
    ],
)
def test_a_choice_that_no_config_has(
    load: Load, catalogue: Catalogue, choice: dict[str, tuple[str, ...]], told: str
) -> None:
    """A name of the command line that stands in no config is an error, never an empty build."""
    with pytest.raises(ConfigErrors) as caught:
        plan(catalogue, load(THREE), **choice)
    assert told in str(caught.value)


def test_choices_that_no_config_has_together(load: Load, catalogue: Catalogue) -> None:
    """A province of one config with a period of another leaves nothing to build."""
    other = load(MINIMAL.replace("binh-thuan", "ha-noi").replace("2024-H1", "2023"), "b.yaml")
    with pytest.raises(UsageError, match="no report is left"):
        plan(catalogue, load(THREE), other, provinces=("ha-noi",), periods=("2024-H1",))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("a/x.yaml", THREE), ("b/x.yaml", MINIMAL)),
        (("a/x.yaml", THREE), ("b/X.yaml", MINIMAL)),
        (("tinh.yaml", EACH), ("tinh-binh-duong.yaml", MINIMAL)),
    ],
)
def test_no_file_is_written_twice(
    load: Load, catalogue: Catalogue, first: tuple[str, str], second: tuple[str, str]
) -> None:
    """Two documents for one file are an error before any work; case does not tell apart."""
    configs = [load(text, name) for name, text in (first, second)]
    with pytest.raises(ConfigErrors) as caught:
        plan(catalogue, *configs)
    line = str(caught.value.errors[0])
    assert line.startswith(f"{second[0]}:1:1: ")
    assert f"from {first[0]}" in line


def test_no_config_makes_no_document(catalogue: Catalogue) -> None:
    """Nothing in, nothing out."""
    assert plan(catalogue).jobs == ()
