"""Different figures of one measure in one source that are its parts, and no contradiction.

The catalogue has no key for "sớm hạn" and "đúng hạn", nor for every kind of dossier; the
arithmetic tells them from a slip: they add up to a figure that is told there, or to 100 %.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from generator.checks.context import Context
from generator.checks.tolerance import Interval, fills_hundred_percent, interval, sum_of
from generator.model.fact import Fact

_MOST, _MOST_PARTS = 12, 5  # of more figures only all of them together are tried


def is_breakdown(values: Sequence[Fact], context: Context) -> bool:
    """Tell whether each of some figures of one key and source is a part, or the sum of parts."""
    beside = _beside(values[0], context)
    open_ones = list(values)
    for parts in _sets(values):
        whole = _made_up(parts, values, beside)
        if whole is not None:
            open_ones = [one for one in open_ones if one not in (*parts, *whole)]
        if not open_ones:
            return True
    return False


def _beside(first: Fact, context: Context) -> tuple[Fact, ...]:
    """Return the figures of other measures of the same place, level and time in the source."""
    return tuple(
        fact
        for fact in context.facts
        if fact.source.doc == first.source.doc
        and fact.unit == first.unit
        and fact.key[1:] == first.key[1:]
        and fact.indicator != first.indicator
    )


def _sets(values: Sequence[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Yield sets of figures that can be parts of one whole, small ones first."""
    if len(values) > _MOST:
        ordered = tuple(sorted(values, key=lambda one: one.value))
        yield from (ordered[:-1], ordered)
        return
    for size in range(2, min(len(values), _MOST_PARTS) + 1):
        yield from combinations(values, size)
    if len(values) > _MOST_PARTS:
        ordered = tuple(sorted(values, key=lambda one: one.value))
        yield from (ordered[:-1], ordered)


def _made_up(
    parts: tuple[Fact, ...], values: Sequence[Fact], beside: Iterable[Fact]
) -> tuple[Fact, ...] | None:
    """Return the figures of the same measure that parts make up, None where they make up nothing.

    A part of another measure may go with them: early, on time and late are all.
    """
    total = sum_of(parts)
    wholes = tuple(
        one for one in values if one not in parts and total.meets(interval(one)) and one.value
    )
    if wholes:
        return wholes
    others = tuple(beside)
    if any(_fill_hundred((*parts, *more)) for more in ((), *((one,) for one in others))):
        return ()
    numbers = {number for one in others for number in (one.value, one.total) if number}
    numbers |= {one.total for one in parts if one.total}
    more = (Decimal(0), *(one.value for one in others))
    sums = [total.plus(Interval(one, one)) for one in more]
    told = any(one.low <= number <= one.high for one in sums for number in numbers)
    return () if told else None


def _fill_hundred(parts: Iterable[Fact]) -> bool:
    """Tell whether the shares of parts, or the rates themselves, add to 100 %."""
    shares = [one.value if one.unit == "%" else one.share for one in parts]
    known = [share for share in shares if share is not None]
    return len(known) == len(shares) and fills_hundred_percent(known)
