"""What the chapter on the whole country tells of single provinces."""

from __future__ import annotations

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
