"""The reporting windows of Nghị định 09/2019/NĐ-CP, Art. 12: which days a named period means.

The data of a periodic report are closed before its period ends: those of a month run
from the 15th of the month before to the 14th of the month, those of a quarter, a half
or a year from the 15th before its first month to the 14th of its last one. Months
counted from January ("9 tháng") and runs of whole years ("2021-2023"), which the decree
does not list, are closed alike.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from generator.model.period import Period, PeriodKind
from generator.vi.days import month_end

DECREE_09: Final = "decree-09"
"""The name of these windows in ``SourceInfo.window``."""

_FIRST_DAY, _LAST_DAY = 15, 14
NAMED = frozenset(
    {
        PeriodKind.MONTH,
        PeriodKind.QUARTER,
        PeriodKind.HALF,
        PeriodKind.NINE_MONTHS,
        PeriodKind.MONTHS,
        PeriodKind.YEAR,
        PeriodKind.YEARS,
    }
)
"""The kinds of periods that are called by a name, not by their days."""


def window_of(named: Period) -> Period | None:
    """Return the window of a period of the calendar: 2024-H1 is 2023-12-15..2024-06-14.

    Whole years together ("giai đoạn 2021-2023") are closed like one, and so is any run of
    whole months (May to August), which has no name and is told by its days. None for other
    days, and for a stock.
    """
    start = named.start
    if start is None or start.day != 1 or named.end != month_end(named.end.year, named.end.month):
        return None
    return Period(closing_of(named.end), opening_of(start))


def opening_of(start: date) -> date:
    """Return the day from which data count for a time that begins in the month of a day."""
    year, month = (start.year, start.month - 1) if start.month > 1 else (start.year - 1, 12)
    return date(year, month, _FIRST_DAY)


def closing_of(end: date) -> date:
    """Return the day on which the data of a time are closed that ends in the month of a day."""
    return end.replace(day=_LAST_DAY)


def named_of(window: Period) -> Period | None:
    """Return the period of the calendar that has this window, None where none has."""
    start, end = window.start, window.end
    if start is None or (start.day, end.day) != (_FIRST_DAY, _LAST_DAY):
        return None
    year, month = (start.year, start.month + 1) if start.month < 12 else (start.year + 1, 1)
    first = date(year, month, 1)
    if first > end:
        return None
    named = Period(month_end(end.year, end.month), first)
    return named if named.kind in NAMED else None


def kind_of(period: Period) -> PeriodKind:
    """Return the class of a period; of a window, that of the period it closes."""
    return (named_of(period) or period).kind
