"""The reporting windows of Nghị định 09/2019/NĐ-CP, Art. 12."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.comparing import same_length
from generator.model.period import Period, PeriodKind
from generator.vi.dates import find_times, resolve
from generator.vi.printing import period_name, period_phrase
from generator.vi.windows import kind_of, named_of, window_of

YEARS = st.integers(1991, 2098)
DAYS = st.dates(date(1991, 1, 1), date(2098, 12, 31))


def months(year: int, first: int, last: int) -> Period:
    """Return the calendar months from first to last of a year."""
    return Period(date(year, last, calendar.monthrange(year, last)[1]), date(year, first, 1))


def windows(periods: Iterable[Period]) -> list[Period]:
    """Return the windows of periods that must all have one."""
    found = [window_of(period) for period in periods]
    assert None not in found
    return [window for window in found if window is not None]


def spaced(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


NAMED = st.builds(
    lambda year, ends: months(year, *ends),
    YEARS,
    st.sampled_from(
        [
            *((month, month) for month in range(1, 13)),
            *((first, first + 2) for first in (1, 4, 7, 10)),
            *((1, last) for last in range(2, 13)),
            (7, 12),
        ]
    ),
)


@pytest.mark.parametrize(
    ("named", "start", "end"),
    [
        (months(2026, 8, 8), "2026-07-15", "2026-08-14"),
        (months(2026, 1, 1), "2025-12-15", "2026-01-14"),
        (months(2026, 7, 9), "2026-06-15", "2026-09-14"),
        (months(2026, 1, 3), "2025-12-15", "2026-03-14"),
        (months(2024, 1, 6), "2023-12-15", "2024-06-14"),
        (months(2024, 7, 12), "2024-06-15", "2024-12-14"),
        (months(2024, 1, 9), "2023-12-15", "2024-09-14"),
        (months(2024, 1, 12), "2023-12-15", "2024-12-14"),
    ],
)
def test_periods_are_closed_on_the_14th(named: Period, start: str, end: str) -> None:
    """The table of the decree: month, quarter, half, year; nine months as in practice."""
    assert windows([named])[0].iso() == (start, end)


@pytest.mark.parametrize("length", [1, 3, 6, 12])
@given(year=YEARS)
def test_the_windows_of_a_year_share_out_its_days(length: int, year: int) -> None:
    """Months, quarters and halves follow each other without a gap or a day told twice."""
    parts = windows(months(year, last - length + 1, last) for last in range(length, 13, length))
    (whole,) = windows([months(year, 1, 12)])
    assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)
    assert all(one.end + timedelta(days=1) == other.start for one, other in pairwise(parts))


@given(year=YEARS)
def test_a_year_begins_where_the_last_one_ended(year: int) -> None:
    """Years too follow each other day by day."""
    before, after = windows([months(year, 1, 12), months(year + 1, 1, 12)])
    assert before.end + timedelta(days=1) == after.start


@given(named=NAMED)
def test_a_window_leads_back_to_its_name(named: Period) -> None:
    """The name of the window of a period is that period, and it is of the same class."""
    (window,) = windows([named])
    assert named_of(window) == named
    assert kind_of(window) is named.kind


@given(start=DAYS, days=st.integers(0, 800))
def test_no_other_days_have_a_name(start: date, days: int) -> None:
    """A period is the window of a name exactly if that name has it as window."""
    period = Period(start + timedelta(days=days), start)
    named = named_of(period)
    assert named is None or window_of(named) == period
    assert (window_of(period) is None) == (start.day != 1 or (start + timedelta(days + 1)).day != 1)


def test_only_periods_with_a_name_have_a_window() -> None:
    """A stock and days of one's own have none; a run of years is closed like one year."""
    own = Period(date(2024, 8, 20), date(2024, 7, 21))
    years = Period(date(2023, 12, 31), date(2021, 1, 1))
    assert [window_of(one) for one in (Period(date(2024, 6, 30)), own)] == [None] * 2
    window = Period(date(2023, 12, 14), date(2020, 12, 15))
    assert (window_of(years), named_of(window)) == (window, years)


def test_a_window_is_named_with_its_days() -> None:
    """The same words mean other days in other sources: the days stand behind them."""
    window = Period(date(2024, 6, 14), date(2023, 12, 15))
    name = "6 tháng đầu năm 2024 (từ 15/12/2023 đến 14/6/2024)"
    assert spaced(period_name(window)) == name
    assert spaced(period_phrase(window)) == f"trong {name}"


@given(named=NAMED)
def test_windows_compare_by_their_names_only(named: Period) -> None:
    """A window is as long as that of the year before, and never as a calendar period."""
    year = (named.start or named.end).year - 1
    before = months(year, (named.start or named.end).month, named.end.month)
    window, earlier = windows([named, before])
    assert same_length(window, earlier) == same_length(named, before)
    assert same_length(window, earlier) or named.kind is PeriodKind.MONTHS
    assert not same_length(window, before)
    assert not same_length(named, earlier)


def test_windows_of_other_names_are_not_alike() -> None:
    """A quarter is no half, and a half no year."""
    month, quarter, half, year = windows(months(2024, 1, last) for last in (1, 3, 6, 12))
    assert not any(same_length(one, other) for one, other in pairwise((month, quarter, half, year)))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("6 tháng đầu năm 2024", "2023-12-15", "2024-06-14"),
        ("nửa cuối năm 2023", "2023-06-15", "2023-12-14"),
        ("quý ii", "2024-03-15", "2024-06-14"),
        ("tháng 6", "2024-05-15", "2024-06-14"),
        ("năm 2023", "2022-12-15", "2023-12-14"),
        ("năm 2024", "2023-12-15", "2024-06-18"),
        ("6 tháng qua", "2023-12-15", "2024-06-14"),
        ("9 tháng năm 2023", "2022-12-15", "2023-09-14"),
        ("từ ngày 01/01/2024 đến ngày 31/5/2024", "2024-01-01", "2024-05-31"),
        ("đến hết tháng 5/2024", None, "2024-05-14"),
        ("giai đoạn 2021-2023", "2020-12-15", "2023-12-14"),
    ],
)
def test_a_name_means_its_window_where_the_source_counts_so(
    text: str, start: str | None, end: str
) -> None:
    """Days that are told stay; a year that is not over ends with the day of the text."""
    (mention,) = find_times(text)
    period = resolve(mention, date(2024, 6, 18), windowed=True)
    assert period is not None
    assert period.iso() == (start, end)
