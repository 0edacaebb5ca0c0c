"""When two figures may be set against each other at all.

Facts of different places, levels or kinds of period are never the same thing
(contract of the report): a stock is no flow, and six months are no year.
"""

from __future__ import annotations

from generator.model.fact import Fact
from generator.model.period import Period, PeriodKind
from generator.vi.windows import named_of

_NAMED = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)


def same_length(one: Period, other: Period) -> bool:
    """Tell whether two periods are both stocks, or flows over equally long times.

    Months, quarters, half-years and years count as equal whatever their days;
    other spans have to agree to the day, a leap day left out. Windows of Nghị định
    09/2019/NĐ-CP count by their names among themselves, never as calendar periods.
    """
    if one.start is None or other.start is None:
        return one.start is None and other.start is None
    first, second = named_of(one), named_of(other)
    if first is not None and second is not None:
        return same_length(first, second)
    if one.kind is not other.kind:
        return False
    if one.kind in _NAMED:
        return True
    days = [(period.end - (period.start or period.end)).days for period in (one, other)]
    return abs(days[0] - days[1]) <= 1


def same_measure(one: Fact, other: Fact) -> bool:
    """Tell whether two facts measure the same thing of the same place and level."""
    return (one.indicator, one.place, one.level) == (other.indicator, other.place, other.level)


def comparable(earlier: Fact, later: Fact) -> bool:
    """Tell whether the change from one fact to a later one means anything."""
    return (
        same_measure(earlier, later)
        and same_length(earlier.period, later.period)
        and earlier.period.end < later.period.end
    )
