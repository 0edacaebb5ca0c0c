"""Which figures belong to a report: by the days that they cover."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.period import Period
from generator.report.model import Scope
from generator.report.scope import history, in_scope, newest
from generator.vi.windows import window_of
from tests.material import CATALOGUE, made_fact, period_of

HALF = period_of("2024-H1")
WINDOW = window_of(HALF)
PLACES = (CATALOGUE.places.by_slug["binh-thuan"],)


def scope_of(issued: date, *periods: Period) -> Scope:
    """Return the scope of a report on a province and the country, issued on a day."""
    return Scope(PLACES, periods, with_nation=True, cut_off=issued, issued=issued)


@pytest.mark.parametrize(
    ("period", "belongs"),
    [
        ("2024-H1", True),
        ("2024-06-01..2024-06-30", True),
        ("..2024-06-30", True),
        ("..2024-07-31", True),
        ("..2024-08-01", False),
        ("2021-01-01..2024-07-31", True),
        ("2024-01-01..2024-07-31", False),
        ("2024-06-15..2024-07-14", False),
        ("2024-07-01..2024-07-31", False),
        ("2023-12-15..2024-06-14", True),
        ("2023", False),
        ("2023-07-01..2024-06-30", False),
        ("2023-06-15..2024-01-14", False),
        ("2023-12-15..2024-03-14", True),
    ],
)
def test_only_what_has_no_length_of_its_own_may_end_later(period: str, belongs: bool) -> None:  # noqa: FBT001  a case
    """The state of a day and what grew for years came after the half-year; seven months did not."""
    scope = scope_of(date(2024, 7, 31), HALF)
    fact = made_fact("dossiers_received", "10", period_of(period))
    assert in_scope(fact, scope, CATALOGUE.indicators) is belongs


def test_a_window_and_its_calendar_name_are_one_time() -> None:
    """A report by the windows tells "6 tháng đầu năm" of a source without windows, too."""
    assert WINDOW is not None
    scope = scope_of(date(2024, 6, 20), WINDOW)
    assert in_scope(made_fact("dossiers_received", "10", HALF), scope, CATALOGUE.indicators)


@pytest.mark.parametrize(
    ("period", "belongs"),
    [
        ("2024-04-01..2024-06-30", True),
        ("2024-06-01..2024-06-30", True),
        ("2024-03-15..2024-06-14", True),
        ("2024-05-02..2024-06-30", False),
        ("2023-12-01..2023-12-31", False),
        ("2024-07-01..2024-07-31", False),
    ],
)
def test_a_named_part_of_a_window_belongs_to_it(period: str, belongs: bool) -> None:  # noqa: FBT001  a case
    """A calendar quarter that ends after the window of the half-year is its part all the same."""
    assert WINDOW is not None
    scope = scope_of(date(2024, 6, 20), WINDOW)
    fact = made_fact("dossiers_received", "10", period_of(period))
    assert in_scope(fact, scope, CATALOGUE.indicators) is belongs


@pytest.mark.parametrize(
    ("period", "belongs"),
    [
        ("2025-01-01..2025-12-18", True),
        ("2024-01-01..2024-12-20", False),
        ("2024", False),
        ("2025", True),
        ("2025-10-01..2025-12-31", True),
        ("2025-10-10..2025-12-31", False),
    ],
)
def test_a_year_closed_in_december_is_of_its_own_window(period: str, belongs: bool) -> None:  # noqa: FBT001  a case
    """The report on 2024 of December 2024 ends in the window of 2025 and is none of 2025."""
    window = window_of(period_of("2025"))
    assert window is not None
    scope = scope_of(date(2026, 1, 5), window)
    for indicator in ("dossiers_received", "service_index_score"):
        fact = made_fact(indicator, "10", period_of(period))
        assert in_scope(fact, scope, CATALOGUE.indicators) is belongs


def test_a_year_closed_in_december_is_before_the_next_window() -> None:
    """It is no figure of the next year but where a trend of that year begins."""
    window = window_of(period_of("2025"))
    assert window is not None
    scope = scope_of(date(2026, 1, 5), window)
    now = made_fact("satisfaction_rate", "95", period_of("2025-01-01..2025-12-18"))
    past = made_fact("satisfaction_rate", "90", period_of("2024-01-01..2024-12-20"), start=9)
    half = made_fact("satisfaction_rate", "91", period_of("2024-07-01..2025-06-30"), start=19)
    found = history((now, past, half), (now,), scope, CATALOGUE.indicators)
    assert found == (past,)


def test_periods_of_one_report_make_up_a_longer_one() -> None:
    """Two halves are a year, whose figures belong to the report; two years apart are not."""
    halves = (HALF, period_of("2024-07-01..2024-12-31"))
    whole = made_fact("dossiers_received", "10", period_of("2024"))
    apart = (period_of("2022"), HALF)
    for periods, belongs in ((halves, True), (halves[1:], False), (apart, False)):
        day = date(2025, 1, 15)
        scope = scope_of(day, *periods)
        assert in_scope(whole, scope, CATALOGUE.indicators) is belongs


def test_the_edition_of_a_year_is_told_at_its_end() -> None:
    """An index is counted by years: that of 2024 belongs to the second half of 2024."""
    day = date(2025, 1, 15)
    scope = scope_of(day, period_of("2024-07-01..2024-12-31"))
    edition = made_fact("service_index_score", "80", period_of("2024"))
    assert in_scope(edition, scope, CATALOGUE.indicators)


def test_the_longest_of_what_ends_together_stands_for_a_report() -> None:
    """Nine months stand for a year of which no more is known, not their last quarter."""
    scope = scope_of(date(2024, 10, 31), period_of("2024"))
    months = made_fact("dossiers_received", "250", period_of("2024-01-01..2024-09-30"), start=10)
    quarter = made_fact("dossiers_received", "130", period_of("2024-07-01..2024-09-30"), start=50)
    for facts in ((months, quarter), (quarter, months)):
        assert newest(facts, scope) == {("dossiers_received", months.place): months}
