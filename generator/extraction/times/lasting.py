"""How long a time lasts, and how it lies to that of the whole text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from generator.model.period import Period, PeriodKind

_FRESH = timedelta(days=200)  # a report on a period comes out within half a year of its end
_MONTH = timedelta(days=31)


def is_flow(period: Period) -> bool:
    """Tell whether a period is a month, quarter or the like, no state and no long time."""
    return period.start is not None and period.start.year == period.end.year


def is_part(now: Period, whole: Period) -> bool:
    """Tell whether a time is a part of what a text is about, or lies before it.

    One that begins with it ("từ 01/01 đến 15/12" in a text on the year) tells it better.
    """
    days = now.start == whole.start and now.kind is PeriodKind.SPAN
    last = now.kind is PeriodKind.MONTH and now.end == whole.end and now != whole
    return (now.end < whole.end or last) and not days and not gives_days(now, whole)


def gives_days(now: Period, whole: Period) -> bool:
    """Tell whether a time gives the days of the one that a text is about.

    Decree 09/2019 lets the year of a report run from 15/12 to 14/12: each end may lie up to a
    month before that of the year.
    """
    if now.start is None or whole.start is None or now.kind is not PeriodKind.SPAN:
        return False
    early = whole.start - now.start, whole.end - now.end
    return now != whole and all(timedelta() <= one <= _MONTH for one in early)


def is_long(period: Period) -> bool:
    """Tell whether a time began in an earlier year than it ended."""
    return period.start is not None and period.start.year < period.end.year


def is_fresh(period: Period, today: date | None) -> bool:
    """Tell whether a period can be the one that a text of ``today`` reports on: it ended lately."""
    return not period.is_stock and (today is None or today - period.end <= _FRESH)


def widest(named: Sequence[Period]) -> Period:
    """Return the last of some periods, or one of the others that holds it."""
    return next((one for one in named if one.contains(named[-1])), named[-1])


def wider(one: Period | None, other: Period | None) -> Period | None:
    """Return the ``other`` of two periods where it holds the one, else the one."""
    return other if one is not None and other is not None and other.contains(one) else one
