"""A briefing over many places: the largest rises and falls, not those of the first places."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from generator.catalogue import load_language
from generator.cli.app import run
from generator.composing.cards import compared_cards, further_cards
from generator.composing.standings import StandingArranger
from generator.config.values import Comparison as Basis
from generator.facts import FactBase
from generator.model.fact import Fact
from generator.model.statement import StatementKind
from generator.paths import shipped_root
from generator.report import build_report
from generator.report.model import Change, ReportModel, StatementGroup
from tests.hard_cases.making import html_text, pdf_text
from tests.material import CATALOGUE, job, made_fact, year

EXAMPLE = shipped_root() / "config/examples/papi"
LANGUAGE = load_language()
SLUGS = tuple(
    one.slug
    for one in CATALOGUE.places
    if not one.is_body and one.slug != "quoc-gia" and one.since is None
)[:15]


def figures(values: list[str], when: int, indicator: str) -> list[Fact]:
    """Return one figure of each place in a year."""
    return [
        made_fact(indicator, value, year(when), place=slug, doc=f"nguon-{when}", start=9 * at)
        for at, (slug, value) in enumerate(zip(SLUGS, values, strict=False))
    ]


def briefing(before: list[str], now: list[str], indicator: str) -> ReportModel:
    """Return the model of a briefing on 2023 over as many places as there are values."""
    made = job(places=SLUGS[: len(now)], periods=(year(2023),), issued=date(2024, 1, 15))
    config = replace(made.config, compare=(Basis.PREVIOUS_YEAR,))
    facts = (*figures(before, 2022, indicator), *figures(now, 2023, indicator))
    base = FactBase.of(facts)
    return build_report(replace(made, config=config), base, (), (), CATALOGUE, LANGUAGE)


def sizes(levels: tuple[tuple[Change, ...], ...]) -> list[list[Decimal]]:
    """Return the sizes of changes, level by level."""
    return [[one.difference.value for one in level] for level in levels]


# the largest are in the middle and at the end of the alphabet
RATES = [90 + Decimal(one) / 10 for one in (0, 1, -1, 2, -2, 3, 40, -40, 30, -30, 20, -20, 1, 0, 5)]


def test_the_largest_rises_and_falls_are_told_and_all_are_counted() -> None:
    """Three of each way, wherever their places stand; none of the others one by one."""
    model = briefing(["90"] * 15, [str(one) for one in RATES], "dossiers_on_time_rate")
    (group,) = model.movers
    assert sizes(group.rises) == [[4], [3], [2]]
    assert sizes(group.falls) == [[-4], [-3], [-2]]
    assert group.worst == group.falls
    assert group.rose is not None
    assert group.fell is not None
    assert (group.rose.value, group.fell.value) == (8, 5)
    assert model.changes == ()
    assert not [one for one in model.measured.heeded if one.base_period]
    assert group.drawing is not None
    assert len(group.drawing.chart.categories) == 6


def test_equal_changes_are_told_together_or_not_at_all() -> None:
    """All that are as large as the third; of too many alike none, since none is the largest."""
    rises = ["94", "92", "92", "92", *(["91"] * 11)]
    (group,) = briefing(["90"] * 15, rises, "dossiers_on_time_rate").movers
    assert sizes(group.rises) == [[4], [2, 2, 2]]
    assert group.falls == ()
    (alike,) = briefing(["90"] * 15, ["91"] * 15, "dossiers_on_time_rate").movers
    assert alike.rises == ()
    assert alike.drawing is None


def test_few_places_are_told_one_by_one() -> None:
    """Of twelve places each change is offered as before."""
    model = briefing(["90"] * 12, [str(one) for one in RATES[:12]], "dossiers_on_time_rate")
    assert model.movers == ()
    assert len(model.changes) == 12


def test_no_card_is_the_choice_of_the_alphabet() -> None:
    """The mean, the best and the last of a long order are its cards, and no further place."""
    model = briefing(["90"] * 15, [str(one) for one in RATES], "dossiers_on_time_rate")
    rows = compared_cards(model)
    assert [one.indicator.id for one in rows] == ["dossiers_on_time_rate"]
    assert further_cards(model, LANGUAGE, rows, 3) == ()
    counts = briefing(["900"] * 15, [str(one) for one in range(900, 915)], "dossiers_received")
    cards = further_cards(counts, LANGUAGE, compared_cards(counts), 6)
    assert SLUGS[0] not in [claim.fact.place for claim in cards]


@pytest.fixture(scope="module")
def papi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The briefing of the 63 provinces of the shipped example, as PDF and HTML."""
    folder = tmp_path_factory.mktemp("papi") / "papi"
    shutil.copytree(EXAMPLE, folder)
    text = (folder / "config/reports/papi.yaml").read_text(encoding="utf-8")
    text = text.replace("template: chi-so", "template: ban-tin").replace("[2011..2016]", "[2016]")
    kept = [line for line in text.splitlines() if not line.startswith(("index:", "marked:"))]
    report = folder / "config/reports/ban-tin.yaml"
    report.write_text("\n".join([*kept, "compare: [previous-year]", ""]), encoding="utf-8")
    out = folder / "out"
    forms = ["--format", "pdf,html", "--output", str(out), "--jobs", "1", "--quiet"]
    assert run(["build", str(report), *forms]) == 0
    return out


def test_the_briefing_of_63_provinces_tells_the_largest_changes(papi: Path) -> None:
    """Two pages, two charts, what needs attention; nothing of the first provinces by code."""
    with pdfium.PdfDocument(papi / "ban-tin.pdf") as pdf:
        assert len(pdf) == 2
    text = pdf_text(papi / "ban-tin.pdf")
    assert "Biểu đồ 2" in text
    shown = html_text(papi / "ban-tin.html").replace("\N{NO-BREAK SPACE}", " ")
    changes = shown[shown.index("THAY ĐỔI SO VỚI") : shown.index("VẤN ĐỀ CẦN QUAN TÂM")]
    assert "tăng ở 38 địa phương, giảm ở 25 địa phương" in changes
    assert "tỉnh Quảng Ngãi (tăng 5,0294 điểm, từ 31,7610 lên 36,7904)" in changes
    assert "tỉnh Ninh Thuận (tăng 3,3497 điểm" in changes
    worse = shown[shown.index("VẤN ĐỀ CẦN QUAN TÂM") :]
    assert "tỉnh Hà Tĩnh (giảm 3,0133 điểm, từ 42,3298 xuống 39,3165)" in worse
    for place in ("Tuyên Quang", "Lào Cai", "Sơn La", "An Giang", "Bà Rịa"):
        assert place not in shown[: shown.index("Số liệu, nội dung trên")]


def test_a_report_over_many_places_has_tables_for_sections() -> None:
    """A place of which the tables tell all has no section; one with a result in words has."""
    model = briefing(["90"] * 15, [str(one) for one in RATES], "dossiers_on_time_rate")
    arrange = StandingArranger()
    assert all(arrange.is_tabled(place, model) for place in model.scope.places)
    first = model.scope.places[0]
    said = StatementGroup(StatementKind.ACHIEVEMENT, first, "", ())
    told = replace(model, achievements=(said,))
    assert not arrange.is_tabled(first, told)
    assert arrange.is_tabled(model.scope.places[1], told)
    few = briefing(["90"] * 9, [str(one) for one in RATES[:9]], "dossiers_on_time_rate")
    assert not any(arrange.is_tabled(place, few) for place in few.scope.places)
