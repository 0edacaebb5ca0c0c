"""The times that one is compared with: the one before it, the same days a year before.

A window of Nghị định 09/2019/NĐ-CP is compared with a window, as its name says.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator.model.period import Period
from generator.vi.days import in_year, month_end
from generator.vi.windows import named_of, window_of

_EVERY_MONTH = 28  # the last day that each month has


def period_before(period: Period) -> Period | None:
    """Return the equally long time that ends before one; None for a state on a day.

    Months go from one day to the one before it: from the 1st to the last, of a window from
    the 15th to the 14th. None for times that are no whole months.
    """
    named = named_of(period)
    if named is not None:
        before = period_before(named)
        return window_of(before) if before else None
    start = period.start
    if start is None:
        return None
    behind = period.end + timedelta(days=1)
    if start.day != behind.day or start.day > _EVERY_MONTH:
        return None
    months = (behind.year - start.year) * 12 + behind.month - start.month
    index = start.year * 12 + start.month - 1 - months
    first = date(index // 12, index % 12 + 1, start.day)
    return Period(start - timedelta(days=1), first)


def year_before(period: Period) -> Period | None:
    """Return the same days a year ago; whole months stay whole, 29 February is the 28th.

    None for longer spans, which would overlap with it.
    """
    named = named_of(period)
    if named is not None:
        before = year_before(named)
        return window_of(before) if before else None
    start, end = period.start, period.end
    if start is None:
        return Period(in_year(end, end.year - 1))
    last = month_end(end.year - 1, end.month).day
    is_whole = start.day == 1 and end == month_end(end.year, end.month)
    day = last if is_whole else min(end.day, last)
    first = date(start.year - 1, start.month, min(start.day, 28 if start.month == 2 else 31))
    before = Period(date(end.year - 1, end.month, day), first)
    return before if before.end < start else None
