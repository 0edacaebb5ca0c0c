"""Which figures belong to a report: by the days that they cover."""

from __future__ import annotations

from datetime import date

import pytest

from generator.report.model import Scope
from generator.report.scope import in_scope
from generator.vi.windows import window_of
from tests.material import CATALOGUE, made_fact, period_of

HALF = period_of("2024-H1")
WINDOW = window_of(HALF)
PLACES = (CATALOGUE.places.by_slug["binh-thuan"],)


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
    ],
)
def test_only_what_has_no_length_of_its_own_may_end_later(period: str, belongs: bool) -> None:  # noqa: FBT001  a case
    """The state of a day and what grew for years came after the half-year; seven months did not."""
    scope = Scope(PLACES, (HALF,), True, date(2024, 7, 31), date(2024, 7, 31))  # noqa: FBT003  as the config says
    fact = made_fact("dossiers_received", "10", period_of(period))
    assert in_scope(fact, scope, CATALOGUE.indicators) is belongs


def test_a_window_and_its_calendar_name_are_one_time() -> None:
    """A report by the windows tells "6 tháng đầu năm" of a source without windows, too."""
    assert WINDOW is not None
    scope = Scope(PLACES, (WINDOW,), True, date(2024, 6, 20), date(2024, 6, 20))  # noqa: FBT003  as the config says
    assert in_scope(made_fact("dossiers_received", "10", HALF), scope, CATALOGUE.indicators)
    later = made_fact("dossiers_received", "10", period_of("2024-04-01..2024-06-30"))
    assert not in_scope(later, scope, CATALOGUE.indicators)
