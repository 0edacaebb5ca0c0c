"""Which figures tell of a province's area before 1 July 2025, and which changes reach over it.

"Lâm Đồng" before that day is a third of what it is since: the report tells the two apart
by name, and repeats no change of a source whose base is of the other area or, for a rank,
of another number of provinces.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from generator.catalogue import Indicator, Kind, Places
from generator.facts.comparing import LAST_DAY_OF_DISTRICTS
from generator.model.fact import Change, Fact
from generator.model.source_text import SourceInfo
from generator.vi.text import fold

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"thang (\d{1,2})\b")
_LAST_YEAR = ("cung ky", "nam truoc", "nam ngoai")
_PROVINCES_SINCE = 34


def is_grown(slug: str, table: Places) -> bool:
    """Tell whether a province was put together of several on the merger date."""
    return len(table.territory(slug, table.merger_date)) > 1


def late_sources(
    infos: Mapping[str, SourceInfo], facts: Iterable[Fact], table: Places
) -> frozenset[str]:
    """Return the documents written since the merger: by their day, else by what they tell."""
    last: dict[str, date] = {}
    for fact in facts:
        last[fact.source.doc] = max(fact.period.end, last.get(fact.source.doc, date.min))
    days = {doc: info.published or last.get(doc) for doc, info in infos.items()}
    return frozenset(doc for doc, day in days.items() if day and day >= table.merger_date)


def is_of_old_area(fact: Fact, late: Collection[str], table: Places) -> bool:
    """Tell whether a figure of days before the merger is surely of the province of those days.

    A source of later days (``late``) that names a province grown by the merger may mean the
    new area. True for every figure of later days and of a province that did not grow.
    """
    told_late = fact.source.doc in late
    return not (told_late and is_grown(fact.place, table) and fact.period.end < table.merger_date)


def before_merger(facts: Iterable[Fact], table: Places, issued: date) -> tuple[Fact, ...]:
    """Return the figures of days before the merger of provinces that have grown since.

    None in a report of days before the merger, which knows no other area.
    """
    if issued < table.merger_date:
        return ()
    return tuple(
        fact
        for fact in facts
        if fact.period.end < table.merger_date and is_grown(fact.place, table)
    )


def to_be_noted(
    old: Iterable[Fact], unsure: Iterable[Fact], facts: Iterable[Fact]
) -> tuple[Fact, ...]:
    """Return the figures whose area has to be told where they stand.

    All of which the area is not sure, and those of the old area of places of which the
    report has other figures too.
    """
    known, doubted = tuple(old), tuple(unsure)
    ids = {fact.id for fact in known}
    others = {fact.place for fact in (*facts, *doubted) if fact.id not in ids}
    return (*doubted, *(fact for fact in known if fact.place in others))


def with_own_change(fact: Fact, indicators: Mapping[str, Indicator], table: Places) -> Fact:
    """Return a fact without a change that its source takes from another area or field.

    A count or rate of a grown province is of another area than before 1 July 2025; a rank
    of any province among 34 is of another field than one among 63.
    """
    if fact.change is None:
        return fact
    indicator = indicators.get(fact.indicator)
    base = _base_end(fact, fact.change)
    if indicator is not None and indicator.kind is Kind.RANK:
        apart = _is_of_34(fact) and base <= LAST_DAY_OF_DISTRICTS
    else:
        grown = is_grown(fact.place, table)
        apart = grown and base < table.merger_date <= fact.period.end
    return replace(fact, change=None) if apart else fact


def _is_of_34(fact: Fact) -> bool:
    """Tell whether a rank is one among the provinces since the merger."""
    if fact.total is not None:
        return fact.total <= _PROVINCES_SINCE
    return fact.period.end > LAST_DAY_OF_DISTRICTS


def _base_end(fact: Fact, change: Change) -> date:
    """Return the last day of what a change is told against: "cùng kỳ năm 2024", "năm 2024".

    Where the source names no time, the day before the figure's own time began.
    """
    said, end = fold(change.base), fact.period.end
    year, month = _YEAR.search(said), _MONTH.search(said)
    if change.same_period or any(word in said for word in _LAST_YEAR):
        return _of_year(end, int(year[0]) if year else end.year - 1)
    if year is not None:
        at = int(month[1]) if month and 1 <= int(month[1]) <= 12 else 12
        return date(int(year[0]), at, calendar.monthrange(int(year[0]), at)[1])
    return (fact.period.start or end) - timedelta(days=1)


def _of_year(day: date, year: int) -> date:
    """Return a day in another year, 29 February as the 28th."""
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
