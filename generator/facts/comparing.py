"""When two figures may be set against each other at all.

Facts of different places, levels or kinds of period are never the same thing
(contract of the report): a stock is no flow, and six months are no year.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta

from generator.model.fact import Fact
from generator.model.period import Period, PeriodKind
from generator.vi.windows import kind_of, named_of

LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
"""The district level ended with this day (Luật số 72/2025/QH15)."""
LAST_DAY_OF_OLD_MINISTRIES = date(2025, 2, 28)
"""Fourteen ministries and three agencies of their rank since then (Resolution 176/2025/QH15)."""
DISTRICT = "cap-huyen"

_NAMED = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)


def same_length(one: Period, other: Period) -> bool:
    """Tell whether two periods are both stocks, or flows over equally long times.

    Months, quarters, half-years and years count as equal whatever their days, so do as many
    whole months; other spans have to agree to the day, a leap day left out. Windows of Nghị
    định 09/2019/NĐ-CP count by their names among themselves, never as calendar periods.
    """
    if one.start is None or other.start is None:
        return one.start is None and other.start is None
    first, second = named_of(one), named_of(other)
    if first is not None and second is not None:
        return same_length(first, second)
    if one.kind is other.kind and one.kind in _NAMED:
        return True
    if _months_alike(one.start, one.end, other.start, other.end):
        return True
    if one.kind is not other.kind or (first is None) != (second is None):
        return False
    days = [_days(start, end) for start, end in ((one.start, one.end), (other.start, other.end))]
    return days[0][0] == days[1][0] or days[0][1] == days[1][1]


def _months_alike(start: date, end: date, other_start: date, other_end: date) -> bool:
    """Tell whether two times are as many whole months, from one day of the month on."""
    months = {_months(start, end), _months(other_start, other_end)}
    return start.day == other_start.day and len(months) == 1 and None not in months


def _months(start: date, end: date) -> int | None:
    """Return how many months a time has that ends the day before the one it began with."""
    behind = end + timedelta(days=1)
    if behind.day != start.day:
        return None
    return (behind.year - start.year) * 12 + behind.month - start.month


def _days(start: date, end: date) -> tuple[int, int]:
    """Return how many days a time has, and how many without its leap days."""
    days = (end - start).days + 1
    years = (year for year in range(start.year, end.year + 1) if isleap(year))
    leap = sum(start <= date(year, 2, 29) <= end for year in years)
    return days, days - leap


def is_same_period(earlier: Period, later: Period) -> bool:
    """Tell whether a part of a year is set against the same part of the year before.

    Reports call this "cùng kỳ"; of whole years they say "năm 2023".
    """
    if earlier.start is None or later.start is None or kind_of(later) is PeriodKind.YEAR:
        return False
    ends = [(one.end.year, one.end.month) for one in (earlier, later)]
    begins = [(start.month, start.day) for start in (earlier.start, later.start)]
    return (
        same_length(earlier, later)
        and begins[0] == begins[1]
        and (ends[0][0] + 1, ends[0][1]) == ends[1]
        and later.end + timedelta(days=1) <= _year_on(later.start)
    )


def _year_on(day: date) -> date:
    """Return the same day of the next year, the first of March for a leap day."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 3, 1) if is_leap_day else day.replace(year=day.year + 1)


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
