"""What the chapter on the whole country tells of single provinces."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.catalogue import load_language
from generator.facts import FactBase
from generator.model.fact import Fact
from generator.model.period import Period
from generator.report import build_report
from tests.material import CATALOGUE, job, made_fact, year

LANGUAGE = load_language()
HALF = Period(date(2024, 6, 30), date(2024, 1, 1))


def _received(place: str, level: str | None, value: str, period: Period) -> Fact:
    start = int(value) * 100  # facts of one source stay apart
    return made_fact("dossiers_received", value, period, place=place, level=level, start=start)


def _told(*facts: Fact) -> list[Fact]:
    """Return the facts that the lines on provinces are made of."""
    report = build_report(job(), FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)
    return [claim.fact for section in report.groups for claim in section.local]


def test_the_figure_of_one_level_never_stands_for_its_province() -> None:
    """What province, districts and communes have for themselves is told in its own chapter."""
    levels = ("cap-tinh", "cap-huyen", "cap-xa")
    values = ("10", "20", "30")
    parts = [
        _received("binh-thuan", level, value, HALF)
        for level, value in zip(levels, values, strict=True)
    ]
    assert _told(*parts) == []
    assert _told(_received("binh-thuan", "cấp huyện, cấp xã", "20", HALF)) == []


def _sums(*facts: Fact) -> list[tuple[str, str]]:
    """Return place and formula of the totals that the line on provinces tells."""
    report = build_report(job(), FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)
    rows = [
        (table.place.slug, table.total.figures[0])
        for section in report.groups
        for table in section.local_tables
        if table.total
    ]
    made = {figure.id for figure in report.computed}
    return [(slug, figure.formula) for slug, figure in rows if figure and figure.id in made]


def test_a_count_of_all_levels_is_that_of_the_province() -> None:
    """10 + 20 + 30 of one document, marked as computed; not where the whole is told."""
    levels = {"cap-tinh": "10", "cap-huyen": "20", "cap-xa": "30"}
    parts = [_received("binh-thuan", level, value, HALF) for level, value in levels.items()]
    assert _sums(*parts) == [("binh-thuan", "10 + 20 + 30 = 60")]
    district = _received("binh-thuan", "Huyện Bắc Bình", "7", HALF)
    assert _sums(*parts, district) == [("binh-thuan", "10 + 20 + 30 = 60")]
    assert _sums(*parts, _received("binh-thuan", None, "61", HALF)) == []
    assert _sums(*parts[:2]) == []


def test_levels_over_other_days_or_of_another_document_are_not_added() -> None:
    """The communes of a quarter are none of the half-year; two documents may count otherwise."""
    two = [
        _received("binh-thuan", level, value, HALF)
        for level, value in (("cap-tinh", "10"), ("cap-huyen", "20"))
    ]
    quarter = Period(date(2024, 6, 30), date(2024, 4, 1))
    third = _received("binh-thuan", "cap-xa", "30", HALF)
    assert _sums(*two, _received("binh-thuan", "cap-xa", "30", quarter)) == []
    assert _sums(*two, replace(third, source=replace(third.source, doc="khac"))) == []


def test_an_older_figure_of_the_whole_goes_before_a_newer_one_of_a_level() -> None:
    """A line on a province is of the whole province, of another beside it, too."""
    whole = _received("binh-thuan", None, "60", year(2023))
    other = _received("bac-giang", None, "90", HALF)
    level = _received("binh-thuan", "cap-xa", "30", HALF)
    assert {fact.value for fact in _told(whole, other, level)} == {60, 90}


def _indexed(*figures: tuple[str, str, int]) -> list[tuple[str, list[str]]]:
    """Return what the line on a province tells: each index with the ranks beside it."""
    facts = [
        made_fact(name, value, year(when), place="binh-thuan", start=at * 100)
        for at, (name, value, when) in enumerate(figures)
    ]
    report = build_report(
        job(periods=(year(2023),)), FactBase.of(facts), (), (), CATALOGUE, LANGUAGE
    )
    claims = [claim for section in report.groups for claim in section.local]
    return [(one.indicator.id, [part.indicator.id for part in one.parts]) for one in claims]


SIPAS = (("sipas_score", "82", 2023), ("sipas_rank", "20", 2023))
SIPAS_BEFORE = (("sipas_score", "81", 2022), ("sipas_rank", "30", 2022))
PAR = (("par_index_score", "86.5", 2023), ("par_index_score", "86", 2022))


def test_a_score_never_takes_the_rank_of_another_index() -> None:
    """A rank in SIPAS stands behind the score of SIPAS alone."""
    assert _indexed(*PAR, *SIPAS, *SIPAS_BEFORE) == [("par_index_score", [])]
    ranks = (("par_index_rank", "12", 2023), ("par_index_rank", "15", 2022))
    told = _indexed(*PAR, *ranks, *SIPAS, *SIPAS_BEFORE)
    assert told == [("par_index_score", ["par_index_rank"])]


def test_of_several_years_the_last_one_is_told() -> None:
    """The line on a province tells 2023 where the report covers 2022 and 2023."""
    facts = [
        made_fact(name, value, year(when), place="binh-thuan", start=at * 100)
        for at, (name, value, when) in enumerate(
            (
                ("par_index_score", "84", 2022),
                ("par_index_rank", "40", 2022),
                ("par_index_score", "85", 2023),
                ("par_index_rank", "35", 2023),
            )
        )
    ]
    both = (year(2022), year(2023))
    report = build_report(job(periods=both), FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)
    (claim,) = (claim for section in report.groups for claim in section.local)
    assert (claim.fact.value, claim.fact.period) == (85, year(2023))
    assert [part.fact.value for part in claim.parts] == [35]
