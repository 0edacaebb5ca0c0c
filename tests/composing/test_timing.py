"""A time is named once under a heading, and again where another one stood between."""

from datetime import date

from generator.composing.timing import Times
from generator.model.period import Period

YEAR = Period(date(2025, 12, 31), date(2025, 1, 1))
BEFORE = Period(date(2024, 12, 31), date(2024, 1, 1))


def test_the_one_period_of_a_report_is_named_once_under_a_heading():
    """The second paragraph of the same year need not begin with it."""
    times = Times((YEAR,))
    assert [times.is_clear(YEAR) for _ in range(3)] == [False, True, True]
    assert times.anew() == ""
    assert not times.is_clear(YEAR)


def test_another_time_between_makes_it_unclear():
    """Behind a figure of the year before the year is named again; so is that figure's own."""
    times = Times((YEAR,))
    assert not times.is_clear(YEAR)
    assert not times.is_clear(BEFORE)
    assert not times.is_clear(BEFORE)
    assert not times.is_clear(YEAR)


def test_a_report_on_several_periods_names_each_time():
    """No title tells which of them a paragraph is of."""
    times = Times((BEFORE, YEAR))
    assert [times.is_clear(YEAR) for _ in range(2)] == [False, False]
