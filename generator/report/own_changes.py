"""Which changes of a source ("tăng 20% so với năm 2022") a report repeats.

None whose base is of another area or, for a rank, of another number of provinces; none
where the report computes the change from the two figures themselves, which says the same or
shows the source to be wrong: the notes on the data tell that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.catalogue import Indicator, Kind, Places
from generator.facts.base_time import named_base
from generator.facts.comparing import (
    LAST_DAY_OF_DISTRICTS,
    LAST_DAY_OF_OLD_MINISTRIES,
    same_length,
)
from generator.facts.derived import difference
from generator.model.fact import Change, ChangeKind, Direction, Fact
from generator.report.bases import Rules
from generator.vi.days import in_year, month_end
from generator.vi.text import fold

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"thang (\d{1,2})\b")
_LAST_YEAR = ("cung ky", "nam truoc", "nam ngoai")
_PROVINCES_SINCE = 34
_PERCENT = "%"


def without_computed(
    facts: Sequence[Fact],
    known: Iterable[Fact],
    indicators: Mapping[str, Indicator],
    rules: Rules,
) -> tuple[Fact, ...]:
    """Return the facts of a report without the changes that it computes itself.

    ``known`` are the figures of all places and times.
    """
    every = tuple(known)
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.level is None:
            groups.setdefault((fact.indicator, fact.place), []).append(fact)
    leading = {rules.leading(group).id for group in groups.values()}
    return tuple(
        replace(fact, change=None)
        if fact.change is not None
        and (fact.id in leading or (fact.level is None and fact.period in rules.periods))
        and _is_computed(fact, fact.change, every, indicators[fact.indicator], rules)
        else fact
        for fact in facts
    )


def _is_computed(
    fact: Fact, change: Change, known: Iterable[Fact], indicator: Indicator, rules: Rules
) -> bool:
    """Tell whether a report computes a change against the base that the source names."""
    end = base_end(fact, change)
    return any(
        (base.period.end.year, base.period.end.month) == (end.year, end.month)
        and difference(base, fact, indicator) is not None
        for base in rules.bases(fact, (one for one in known if one.place == fact.place))
    )


def with_proven_points(
    facts: Sequence[Fact], known: Iterable[Fact], indicators: Mapping[str, Indicator]
) -> tuple[Fact, ...]:
    """Return facts with the changes of rates marked whose two figures prove them to be points.

    "50%" and "48%, giảm 2% so với quý I" are two percentage points apart; two per cent of 50
    would be one. ``known`` are the figures of all places and times.
    """
    earlier: dict[tuple[str, str, str | None], list[Fact]] = {}
    for one in known:
        earlier.setdefault((one.indicator, one.place, one.level), []).append(one)
    return tuple(
        replace(fact, change=replace(fact.change, proven=True))
        if fact.change is not None
        and fact.change.kind is ChangeKind.POINTS
        and indicators[fact.indicator].unit == _PERCENT
        and any(
            _are_points(one, fact, fact.change)
            for one in earlier.get((fact.indicator, fact.place, fact.level), ())
        )
        else fact
        for fact in facts
    )


def _are_points(base: Fact, fact: Fact, change: Change) -> bool:
    """Tell whether a figure is the base of a change and as many points away from the other."""
    end = base_end(fact, change)
    if (base.period.end.year, base.period.end.month) != (end.year, end.month):
        return False
    apart = fact.value - base.value
    signed = change.value if change.direction is Direction.UP else -change.value
    return apart == signed and same_length(base.period, fact.period)


def with_own_change(fact: Fact, indicators: Mapping[str, Indicator], table: Places) -> Fact:
    """Return a fact without a change that its source takes from another area or field.

    A count or rate of a grown province is of another area than before 1 July 2025, one of a
    ministry that took over others of other work than before 1 March 2025; a rank of any
    province among 34 is of another field than one among 63, as that of any ministry is.
    """
    if fact.change is None:
        return fact
    indicator = indicators.get(fact.indicator)
    base = base_end(fact, fact.change)
    if indicator is None or indicator.kind is not Kind.RANK:
        grown = table.grown_on(fact.place)
        is_body = fact.place in table.bodies
        first = _base_start(fact, base) if is_body else base
        apart = grown is not None and first < grown <= fact.period.end
    elif fact.place in table.bodies:
        apart = base <= LAST_DAY_OF_OLD_MINISTRIES < fact.period.end
    else:
        apart = _is_of_34(fact) and base <= LAST_DAY_OF_DISTRICTS
    return replace(fact, change=None) if apart else fact


def _base_start(fact: Fact, end: date) -> date:
    """Return the first day of what a change is told against: a time as long as its own."""
    start = fact.period.start
    return end if start is None else end - (fact.period.end - start)


def _is_of_34(fact: Fact) -> bool:
    """Tell whether a rank is one among the provinces since the merger."""
    if fact.total is not None:
        return fact.total <= _PROVINCES_SINCE
    return fact.period.end > LAST_DAY_OF_DISTRICTS


def base_end(fact: Fact, change: Change) -> date:
    """Return the last day of what a change is told against: "cùng kỳ năm 2024", "năm 2024".

    Where the source names no time, the day before the figure's own time began.
    """
    said, end = fold(change.base), fact.period.end
    year, month = _YEAR.search(said), _MONTH.search(said)
    if change.same_period or any(word in said for word in _LAST_YEAR):
        return in_year(end, int(year[0]) if year else end.year - 1)
    named = named_base(change.base, end)
    if named is not None:
        return named.end
    if year is not None:
        at = int(month[1]) if month and 1 <= int(month[1]) <= 12 else 12
        return month_end(int(year[0]), at)
    return (fact.period.start or end) - timedelta(days=1)
