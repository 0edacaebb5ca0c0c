"""A part against what contains it: a quarter and its year, a province and the country, a level.

What is counted over a time grows with it, so that no quarter is above the year around it
and no province above the country. Both figures may be of different sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from generator.catalogue.arithmetic import Arithmetic
from generator.checks.context import Context
from generator.checks.exceeding import Breach, above
from generator.checks.tolerance import interval
from generator.checks.weighing import weigh
from generator.checks.wording import place_name, sources_of, time_of, value_of
from generator.model.fact import NATION, Fact
from generator.model.finding import Finding
from generator.model.period import Period

SHORTER, PROVINCE, LEVEL = "period-above-longer", "province-above-nation", "level-above-whole"
_WHY = {
    SHORTER: "số liệu của một kỳ không thể lớn hơn số liệu của kỳ dài hơn bao gồm kỳ đó",
    PROVINCE: "số liệu của một địa phương không thể lớn hơn số liệu của cả nước",
    LEVEL: "số liệu của một cấp, một đơn vị không thể lớn hơn tổng số",
}


def check_containing(context: Context) -> Iterator[Finding]:
    """Yield a finding for each figure that is more than another one which contains it."""
    known: dict[str, list[Fact]] = {}
    for pool in context.sources:
        for fact in pool.facts():
            if context.is_additive(fact):
                known.setdefault(fact.indicator, []).append(fact)
    for facts in known.values():
        yield from _of_indicator(facts, context)


def _of_indicator(facts: Iterable[Fact], context: Context) -> Iterator[Finding]:
    """Yield the findings on the facts of one indicator, one for each part."""
    by_place: dict[str, list[Fact]] = {}
    for fact in facts:
        by_place.setdefault(fact.place, []).append(fact)
    nation = by_place.get(NATION, [])
    for place, own in by_place.items():
        around = own if place == NATION else [*own, *nation]
        told: dict[object, tuple[str, Fact, Fact]] = {}
        for part, whole in product(own, around):
            rule = _relation(part, whole, context.arithmetic)
            if rule and interval(part).low > interval(whole).high:
                before = told.get(part.key)
                if before is None or _order(part, whole) < _order(before[1], before[2]):
                    told[part.key] = (rule, part, whole)
        yield from (_finding(*one, context) for one in told.values())


def _order(part: Fact, whole: Fact) -> tuple[bool, bool, int]:
    """Prefer a whole of the same source and place, then the shortest time."""
    days = (whole.period.end - (whole.period.start or whole.period.end)).days
    return (part.source.doc != whole.source.doc, part.place != whole.place, days)


def _relation(part: Fact, whole: Fact, arithmetic: Arithmetic) -> str:
    """Return why one fact is contained in another, "" where it is not.

    The levels of one source and time are added elsewhere.
    """
    inside = _is_inside(part.period, whole.period, part.indicator, arithmetic)
    if part.key == whole.key or not inside or whole.level not in (None, part.level):
        return ""
    if part.place != whole.place:
        grows = part.indicator in arithmetic.over_time | arithmetic.accumulated
        return PROVINCE if whole.level is None and grows else ""
    if part.period != whole.period:
        return SHORTER
    return LEVEL if part.source.doc != whole.source.doc else ""


def _is_inside(part: Period, whole: Period, indicator: str, arithmetic: Arithmetic) -> bool:
    """Tell whether what is counted in one time is counted in another, too."""
    if part == whole:
        return True
    if part.is_stock and whole.is_stock:
        return indicator in arithmetic.accumulated and part.end <= whole.end
    flows = not part.is_stock and not whole.is_stock
    return flows and indicator in arithmetic.over_time and whole.contains(part)


def _finding(rule: str, part: Fact, whole: Fact, context: Context) -> Finding:
    """Tell of a part with what contains it."""
    where = (
        "cả nước" if whole.place == NATION else place_name(whole.place, whole, context.catalogue)
    )
    than = (
        f"số liệu của {where} {time_of(whole.period)} là"
        f" {value_of(whole, context.indicator(whole))} theo {sources_of((whole,), context.base)}"
    )
    breach = Breach(rule, weigh((part, whole)), than, _WHY[rule])
    return above(part, whole, breach, context)
