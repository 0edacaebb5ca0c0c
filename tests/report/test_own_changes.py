"""Which changes of a source a report repeats beside its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.catalogue import load_language
from generator.config.values import Comparison as Basis
from generator.facts import FactBase
from generator.model.fact import Change, ChangeKind, Direction, Fact
from generator.report import build_report
from tests.material import CATALOGUE, job, made_fact, period_of, year

LANGUAGE = load_language()


def told(*facts: Fact, compare: tuple[Basis, ...] = (Basis.PREVIOUS_YEAR,)) -> list[Fact]:
    """Return the figures that a report on 2023 holds."""
    task = job(places=("binh-thuan",), periods=(year(2023),))
    task = replace(task, config=replace(task.config, compare=compare))
    model = build_report(task, FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)
    return [row.fact for row in model.appendix if row.fact.period.end.year == 2023]


def changed(indicator: str, value: str, base: str, kind: ChangeKind, when: str = "2023") -> Fact:
    """Return a figure of 2023 with a change of its source."""
    change = Change(kind, Decimal(5), Direction.UP, base)
    return replace(made_fact(indicator, value, period_of(when), total=None), change=change)


CASES = [
    ("service_index_rank", "55", "54", ChangeKind.PLACES),
    ("satisfaction_rate", "97", "95", ChangeKind.POINTS),
    ("dossiers_received", "100000", "90000", ChangeKind.PERCENT),
    ("satisfaction_rate", "97", "92", ChangeKind.POINTS),
]


@pytest.mark.parametrize(("indicator", "now", "before", "kind"), CASES)
def test_a_change_that_is_computed_is_told_once(
    indicator: str, now: str, before: str, kind: ChangeKind
) -> None:
    """Whether the source says the same or another: the figures of both years tell it."""
    later = changed(indicator, now, "năm 2022", kind)
    earlier = made_fact(indicator, before, year(2022), start=9)
    assert [one.change for one in told(later, earlier)] == [None]
    assert [one.change for one in told(later)] == [later.change]


def test_a_change_against_another_time_stays() -> None:
    """The report compares with 2022; what the source says of 2021 is its own."""
    later = changed("satisfaction_rate", "97", "năm 2021", ChangeKind.POINTS)
    earlier = made_fact("satisfaction_rate", "95", year(2022), start=9)
    assert [one.change for one in told(later, earlier)] == [later.change]
    same = changed("satisfaction_rate", "97", "năm 2022", ChangeKind.POINTS)
    assert [one.change for one in told(same, earlier, compare=())] == [same.change]


def test_a_change_of_a_part_of_the_period_stays() -> None:
    """Nothing is computed of a half-year in a report on the year."""
    half = changed("satisfaction_rate", "97", "cùng kỳ năm 2022", ChangeKind.POINTS, "2023-H1")
    whole = made_fact("satisfaction_rate", "96", year(2023), start=5)
    earlier = made_fact("satisfaction_rate", "95", period_of("2022-H1"), start=9)
    assert half.change in [one.change for one in told(half, whole, earlier)]
