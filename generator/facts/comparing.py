"""When two figures may be set against each other at all.

Facts of different places, levels or kinds of period are never the same thing
(contract of the report): a stock is no flow, and six months are no year.
"""

from __future__ import annotations

from datetime import date

from generator.model.fact import Fact
from generator.model.period import Period, PeriodKind
from generator.vi.windows import kind_of, named_of

LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
"""The district level ended with this day (Luật số 72/2025/QH15)."""
LAST_DAY_OF_OLD_MINISTRIES = date(2025, 2, 28)
"""Fourteen ministries and three agencies of their rank since then (Resolution 176/2025/QH15)."""
DISTRICT = "cap-huyen"

_STRETCH, _LEAST_STRETCH = 16, 150  # days
_WHOLE = (PeriodKind.HALF, PeriodKind.NINE_MONTHS, PeriodKind.YEAR, PeriodKind.MONTHS)
_NAMED = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)


def same_length(one: Period, other: Period) -> bool:
    """Tell whether two periods are both stocks, or flows over equally long times.

    Months, quarters, half-years and years count as equal whatever their days;
    other spans have to agree to the day, a leap day left out. Windows of Nghị định
    09/2019/NĐ-CP count by their names among themselves, never as calendar periods.
    What reports of two years have counted since 1 January is equally long, too.
    """
    return _equally_long(one, other) or same_stretch(one, other)


def same_stretch(one: Period, other: Period) -> bool:
    """Tell whether two times are nearly the same part of a year, from 1 January on.

    Reports on a year are closed in December, a few days earlier or later: their ends may
    lie 16 days apart, where that is about a tenth of the time at most. A whole year, half-year or
    run of months is no match for a part of one.
    """
    if one.start is None or other.start is None:
        return False
    whole = {period for period in (one, other) if period.kind in _WHOLE}
    if len(whole) == 1:  # a year until 20 December is no whole year
        return False
    begins = all((start.month, start.day) == (1, 1) for start in (one.start, other.start))
    days = [_day_of_year(period.end) for period in (one, other)]
    within = one.start.year == one.end.year and other.start.year == other.end.year
    long = min(days) >= _LEAST_STRETCH
    return begins and within and long and abs(days[0] - days[1]) <= _STRETCH


def _day_of_year(day: date) -> int:
    """Return the number of a day in a year without a leap day."""
    leap = (day.month, day.day) == (2, 29)
    return date(2001, day.month, day.day - leap).timetuple().tm_yday


def _equally_long(one: Period, other: Period) -> bool:
    """Tell whether two periods are both stocks, or flows of one kind or as many days."""
    if one.start is None or other.start is None:
        return one.start is None and other.start is None
    first, second = named_of(one), named_of(other)
    if first is not None and second is not None:
        return _equally_long(first, second)
    if one.kind is not other.kind:
        return False
    if one.kind in _NAMED:
        return True
    days = [(period.end - (period.start or period.end)).days for period in (one, other)]
    return abs(days[0] - days[1]) <= 1


def is_same_period(earlier: Period, later: Period) -> bool:
    """Tell whether a part of a year is set against the same part of the year before.

    Reports call this "cùng kỳ"; of whole years they say "năm 2023".
    """
    if earlier.start is None or later.start is None or kind_of(later) is PeriodKind.YEAR:
        return False
    ends = [(one.end.year, one.end.month) for one in (earlier, later)]
    months = [(one.start or one.end).month for one in (earlier, later)]
    return (
        _equally_long(earlier, later)
        and months[0] == months[1]
        and (ends[0][0] + 1, ends[0][1]) == ends[1]
        and (later.end - later.start).days < 365
    )


def overlaps(one: Period, other: Period) -> bool:
    """Tell whether two periods share a day; a stock has the one day that it is of."""
    return (one.start or one.end) <= other.end and (other.start or other.end) <= one.end


def precedes(earlier: Period, later: Period) -> bool:
    """Tell whether a period is over before another one begins."""
    return earlier.end < later.end and not overlaps(earlier, later)


def same_measure(one: Fact, other: Fact) -> bool:
    """Tell whether two facts measure the same thing of the same place and level."""
    return (one.indicator, one.place, one.level) == (other.indicator, other.place, other.level)


def same_scale(one: Fact, other: Fact) -> bool:
    """Tell whether scores or ranks count out of the same number, as far as it is told.

    A rank among 63 provinces is none among 34, a score of 80 none of 100.
    """
    return one.total is None or other.total is None or one.total == other.total


def same_field(one: Fact, other: Fact) -> bool:
    """Tell whether two ranks count among the same number of places.

    Where both leave that number out, or one document tells it of one of them, the day
    tells it: 63 provinces until 30 June 2025, 34 since. A bare "xếp thứ 45" of another
    document may be a rank in a region.
    """
    if one.total is not None and other.total is not None:
        return one.total == other.total
    if one.total != other.total and one.source.doc != other.source.doc:
        return False
    before = [fact.period.end <= LAST_DAY_OF_DISTRICTS for fact in (one, other)]
    return before[0] == before[1]


def districts_ended(fact: Fact) -> bool:
    """Tell whether a figure of the district level is all of days after that level's last.

    A year that began with districts may have a figure of theirs: it is the source's own.
    """
    first = fact.period.start or fact.period.end
    return fact.level == DISTRICT and first > LAST_DAY_OF_DISTRICTS


def _districts_cut(fact: Fact) -> bool:
    """Tell whether a figure of the district level reaches beyond that level's last day."""
    return fact.level == DISTRICT and fact.period.end > LAST_DAY_OF_DISTRICTS


def comparable(earlier: Fact, later: Fact) -> bool:
    """Tell whether the change from one fact to a later one means anything.

    Both are of one measure, place and level, of one kind of period and of equal
    length, and the earlier one is over when the later one begins. A year in which the
    districts ended half-way is not set against a whole one of theirs.
    """
    return (
        same_measure(earlier, later)
        and same_length(earlier.period, later.period)
        and precedes(earlier.period, later.period)
        and not _districts_cut(later)
    )
