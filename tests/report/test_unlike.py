"""What must not be compared or told: other senses, hidden reservations, ended levels."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.catalogue import load_language
from generator.config.values import Comparison
from generator.facts import FactBase
from generator.facts.derived import difference
from generator.model.fact import Approx, Fact
from generator.model.period import Period
from generator.report import build_report
from generator.report.passages import LEVELS
from tests.material import CATALOGUE, job, made_fact, period_of

LANGUAGE = load_language()


def compared(*facts: Fact) -> list[tuple[Period, Period]]:
    """Return the times that a report over the first half of 2024 compares."""
    half = Period(date(2024, 6, 30), date(2024, 1, 1))
    made = job(places=("binh-thuan",), periods=(half,))
    config = replace(made.config, compare=(Comparison.SAME_PERIOD_LAST_YEAR,))
    made = replace(made, config=config)
    model = build_report(made, FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)
    return [
        (one.earlier.period, one.later.period)
        for section in model.places
        for group in section.groups
        for one in group.comparisons
    ]


def told(value: str, period: str, before: str, start: int) -> Fact:
    """Return a count of simplified procedures in its sentence."""
    made = made_fact("procedures_simplified", value, period_of(period), start=start)
    return replace(made, printed=value, before=before, after=" TTHC")


def test_figures_of_other_senses_are_not_compared() -> None:
    """An approved plan is not a procedure that was simplified."""
    plan = told("50", "2023-H1", "thông qua phương án đơn giản hóa ", 10)
    done = told("40", "2024-H1", "đã đơn giản hóa ", 90)
    assert compared(plan, done) == []
    assert len(compared(told("50", "2023-H1", "đã đơn giản hóa ", 10), done)) == 1


def test_the_period_of_the_report_is_compared() -> None:
    """June does not stand for the half-year, whichever is told last."""
    months = ("2023-06-01..2023-06-30", "2024-06-01..2024-06-30")
    facts = [
        made_fact("dossiers_received", value, period_of(period), start=10 * at)
        for at, (value, period) in enumerate(
            [("100", "2023-H1"), ("110", "2024-H1"), ("20", months[0]), ("15", months[1])], 1
        )
    ]
    assert compared(*facts) == [(period_of("2023-H1"), period_of("2024-H1"))]


def test_no_change_is_told_behind_a_reservation() -> None:
    """A figure over 90 % and one of 90 % are not known to be equal; two exact ones are."""
    row = CATALOGUE.indicators["satisfaction_rate"]
    exact = made_fact("satisfaction_rate", "90", period_of("2024"), start=50)
    before = made_fact("satisfaction_rate", "90", period_of("2023"))
    assert difference(replace(before, approx=Approx.OVER), exact, row) is None
    change = difference(before, exact, row)
    assert change is not None
    assert change.value == 0


def test_districts_end_with_june_2025() -> None:
    """A district figure of the second half of 2025 is no result."""
    half = Period(date(2025, 12, 31), date(2025, 7, 1))
    made = job(places=("lam-dong",), periods=(half,), issued=date(2026, 1, 15))
    known = made_fact("dossiers_resolved", "500", half)
    facts = [
        replace(known, place="lam-dong"),
        replace(known, place="lam-dong", level="cap-huyen", source=replace(known.source, start=90)),
    ]
    model = build_report(made, FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)
    assert {row.fact.level for row in model.appendix} == {None}


@pytest.mark.parametrize(
    ("when", "first", "kept"),
    [
        ("2025-07-01..2025-12-31", 0, {None}),
        ("2025-07-01..2025-12-31", 1, set()),
        ("..2025-12-31", 0, {None}),
        ("2025", 0, {None, *LEVELS}),
    ],
)
def test_a_breakdown_without_its_districts_is_told_not_at_all(
    when: str, first: int, kept: set[str | None]
) -> None:
    """32 and 300 are no levels of 432, nor is 332 a total: no list in part, no sum of one."""
    period = period_of(when)
    made = job(places=("lam-dong",), periods=(period,), issued=date(2026, 1, 15))
    rows = ((None, "432"), ("cap-tinh", "32"), ("cap-huyen", "100"), ("cap-xa", "300"))
    facts = [
        made_fact("dossiers_received", value, period, place="lam-dong", level=level, start=9 * at)
        for at, (level, value) in enumerate(rows[first:])
    ]
    facts.append(made_fact("dossiers_resolved", "90", period, place="lam-dong", start=80))
    apart = made_fact("dossiers_resolved", "7", period, place="lam-dong", level="cap-xa", start=90)
    model = build_report(made, FactBase.of([*facts, apart]), (), (), CATALOGUE, LANGUAGE)
    told = [row.fact for row in model.appendix]
    assert {one.level for one in told if one.indicator == "dossiers_received"} == kept
    assert [one.level for one in told if one.indicator == "dossiers_resolved"] == [None, "cap-xa"]
    sums = [table for group in model.places[0].groups for table in group.level_sums]
    assert sums == []


def test_a_year_that_began_with_districts_may_have_their_figure() -> None:
    """It is the source's own; only what is all of later days has no districts."""
    level = {"place": "lam-dong", "level": "cap-huyen"}
    for period, kept in (
        (Period(date(2025, 12, 31), date(2025, 1, 1)), True),
        (Period(date(2025, 6, 30), date(2025, 1, 1)), True),
        (Period(date(2025, 9, 14), date(2025, 6, 15)), True),
        (Period(date(2025, 12, 31), date(2025, 7, 1)), False),
        (Period(date(2025, 12, 31)), False),
        (Period(date(2025, 6, 30)), True),
    ):
        made = job(places=("lam-dong",), periods=(period,), issued=date(2026, 1, 15))
        known = made_fact("dossiers_resolved", "500", period, place="lam-dong")
        own = replace(known, source=replace(known.source, start=90), **level)  # type: ignore[arg-type]  # fields of a fact
        model = build_report(made, FactBase.of([known, own]), (), (), CATALOGUE, LANGUAGE)
        assert ("cap-huyen" in {row.fact.level for row in model.appendix}) is kept, period


def test_ranks_of_unknown_fields_are_not_compared_over_the_merger() -> None:
    """Place 40 of 63 and place 20 of 34 stay two things where a source leaves out the total."""
    row = CATALOGUE.indicators["pci_rank"]
    old, new = period_of("2024"), period_of("2025")
    for totals, allowed in (
        ((None, None), False),
        ((None, "34"), False),
        (("63", None), False),
        (("34", "34"), True),
    ):
        ranks = (
            made_fact("pci_rank", "24", old, total=totals[0]),
            made_fact("pci_rank", "15", new, total=totals[1], start=9),
        )
        assert (difference(*ranks, row) is not None) is allowed, totals
    before = made_fact("pci_rank", "30", period_of("2023"))
    assert difference(before, made_fact("pci_rank", "24", old, start=9), row) is not None


def test_ranks_among_other_numbers_are_told_beside_each_other() -> None:
    """2/34 behind 3/63 is no rise: the report says why it does not compare them."""
    halves = {"2": period_of("2025-07-01..2025-12-31"), "3": period_of("2024-07-01..2024-12-31")}
    for field, found in (("63", 1), ("34", 0)):
        facts = [
            made_fact(
                "service_index_rank", value, period, place="quang-ninh", total=total, start=start
            )
            for (value, period), total, start in zip(
                halves.items(), ("34", field), (0, 30), strict=True
            )
        ]
        made = job(places=("quang-ninh",), periods=(halves["2"],), issued=date(2026, 1, 10))
        config = replace(made.config, compare=(Comparison.SAME_PERIOD_LAST_YEAR,))
        base = FactBase.of(facts)
        model = build_report(replace(made, config=config), base, (), (), CATALOGUE, LANGUAGE)
        unlike = model.measured.unlike_ranks
        assert [(one.later, one.earlier) for one in unlike] == [tuple(facts)] * found
        assert {row.fact for row in model.appendix} == set(facts)
