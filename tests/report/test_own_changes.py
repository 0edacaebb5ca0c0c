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
from generator.report.own_changes import with_own_change, with_proven_points
from generator.vi.changes import change_size
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


@pytest.mark.parametrize(
    ("place", "when", "kept"),
    [
        ("bo-noi-vu", "2025-04-01..2025-06-30", False),
        ("bo-noi-vu", "2025-07-01..2025-09-30", True),
        ("bo-ngoai-giao", "2025-04-01..2025-06-30", True),
        ("lam-dong", "2026", True),
    ],
)
def test_no_change_against_a_quarter_that_had_two_ministries(
    place: str,
    when: str,
    kept: bool,  # noqa: FBT001  a case
) -> None:
    """The first quarter of 2025 is of another Bộ Nội vụ than the second, the second of the same."""
    base = "quý trước" if ".." in when else "năm 2025"
    later = replace(
        changed("dossiers_received", "100", base, ChangeKind.PERCENT, when), place=place
    )
    found = with_own_change(later, CATALOGUE.indicators, CATALOGUE.places)
    assert (found.change is not None) is kept


@pytest.mark.parametrize(
    ("base", "same", "lacking", "stated"),
    [
        ("2022", True, ["2022-07-01..2022-12-31"], True),
        ("6 tháng đầu năm 2022", False, ["2022-07-01..2022-12-31"], True),
        ("6 tháng cuối năm 2022", False, ["2022-H1"], True),
        ("2022", False, ["2022-H1", "2022-07-01..2022-12-31"], False),
        ("", False, ["2022-H1", "2022-07-01..2022-12-31"], False),
        ("2021", True, ["2022-H1", "2022-07-01..2022-12-31"], False),
        ("tháng trước", True, ["2022-H1", "2022-07-01..2022-12-31"], False),
    ],
)
def test_what_a_source_states_a_change_against_is_not_lacking(
    base: str,
    same: bool,  # noqa: FBT001  a case
    lacking: list[str],
    stated: bool,  # noqa: FBT001  a case
) -> None:
    """Only the very time that the config asks for: the whole year is no base of its half."""
    half = period_of("2023-H1")
    change = Change(ChangeKind.PERCENT, Decimal(8), Direction.UP, base, same)
    now = replace(made_fact("dossiers_received", "60", half), change=change)
    task = job(places=(now.place,), periods=(half,))
    both = (Basis.SAME_PERIOD_LAST_YEAR, Basis.PREVIOUS_PERIOD)
    task = replace(task, config=replace(task.config, compare=both, compare_asked=True))
    found = build_report(task, FactBase.of((now,)), (), (), CATALOGUE, LANGUAGE).measured
    assert [one.earlier for one in found.lacking_times] == [*map(period_of, lacking)]
    assert (found.stated, found.baseless) == ((now,) if stated else (), "none")


@pytest.mark.parametrize(
    ("earlier", "when", "size"),
    [
        ("50", "2024-01-01..2024-03-31", "2\xa0điểm phần trăm"),
        ("49", "2024-01-01..2024-03-31", "2%"),
        ("50", "2023-10-01..2023-12-31", "2%"),
        ("", "2024-01-01..2024-03-31", "2%"),
    ],
)
def test_two_figures_prove_that_a_percentage_means_points(
    earlier: str, when: str, size: str
) -> None:
    """48 behind 50 "giảm 2%" is two points; where the base is not known the source's word stays."""
    change = Change(ChangeKind.POINTS, Decimal(2), Direction.DOWN, "quý I")
    now = replace(
        made_fact("online_payments_rate", "48", period_of("2024-04-01..2024-06-30"), total=None),
        change=change,
        after="%, giảm 2% so với quý I.",
    )
    bases = [made_fact("online_payments_rate", one, period_of(when)) for one in (earlier,) if one]
    (found,) = with_proven_points((now,), (now, *bases), CATALOGUE.indicators)
    assert found.change is not None
    assert change_size(found, found.change) == size
