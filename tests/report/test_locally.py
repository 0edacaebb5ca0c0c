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
