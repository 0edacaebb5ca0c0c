"""Figures computed from facts, each with its formula and the facts it rests on.

Every function returns None where the computation would not mean anything: other
place, level or kind of period, a base of zero, a part that is missing. Values are
exact Decimals; ``decimals`` says to how many places they are printed, once, half up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from generator.catalogue import Indicator, Kind
from generator.facts.comparing import comparable
from generator.facts.formula import MINUS, TIMES, joined_sum, quotient, result
from generator.facts.reservation import combined, reversed_of
from generator.model.fact import Approx, Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.vi.printing import number

PERCENT_DECIMALS = 2
POINTS = "điểm phần trăm"
PLACES = "bậc"
TIMES_UNIT = "lần"
TWO_LEVELS_SINCE = date(2025, 7, 1)  # Luật 72/2025/QH15: no district level from this day on

_HUNDRED = Decimal(100)
_THREE_LEVELS = frozenset({"cap-tinh", "cap-huyen", "cap-xa"})
_TWO_LEVELS = frozenset({"cap-tinh", "cap-xa"})
_ADDITIVE = (Kind.COUNT, Kind.AMOUNT)


def computed(
    value: Decimal,
    unit: str,
    inputs: Sequence[Fact],
    formula: str,
    *,
    decimals: int | None = None,
    approx: Approx | None = None,
    label: str = "",
) -> Figure:
    """Return a computed figure; its id depends on formula, unit and inputs only."""
    parts = (formula, unit, *(fact.id for fact in inputs))
    digest = hashlib.blake2s("\x1f".join(parts).encode(), digest_size=5).hexdigest()
    return Figure(
        id=f"c{digest}",
        value=value,
        unit=unit,
        inputs=tuple(inputs),
        approx=approx,
        formula=formula,
        label=label,
        decimals=decimals,
    )


# ---------------------------------------------------------------- sums


def all_levels(period: Period) -> tuple[frozenset[str], ...]:
    """Return the sets of levels that make up a whole province in a period.

    Until 30 June 2025 province, district and commune; from 1 July 2025 province
    and commune, where a figure of districts may still be told.
    """
    first = period.start or period.end
    if first >= TWO_LEVELS_SINCE:
        return (_THREE_LEVELS, _TWO_LEVELS)
    return (_THREE_LEVELS,)


def total_over_levels(facts: Sequence[Fact], indicator: Indicator) -> Figure | None:
    """Add the figures of all levels of one place and period.

    None where a level is missing or told twice, or where the indicator cannot be
    added (rates, scores, ranks).
    """
    if indicator.kind not in _ADDITIVE or not _one_whole(facts, indicator.id):
        return None
    levels = [fact.level for fact in facts]
    known = frozenset(level for level in levels if level is not None)
    if len(levels) != len(known) or known not in all_levels(facts[0].period):
        return None
    return _sum(facts)


def total_over_places(
    facts: Sequence[Fact], members: Collection[str], indicator: Indicator
) -> Figure | None:
    """Add the figures of the provinces that were merged into one.

    ``members`` are their slugs; None unless each of them has exactly one figure,
    all over the same period and level.
    """
    places = [fact.place for fact in facts]
    if indicator.kind not in _ADDITIVE or len(facts) < 2:
        return None
    if len(places) != len(members) or set(places) != set(members):
        return None
    if len({(fact.indicator, fact.level, fact.period) for fact in facts}) != 1:
        return None
    return _sum(facts) if facts[0].indicator == indicator.id else None


def _one_whole(facts: Sequence[Fact], indicator: str) -> bool:
    """Tell whether facts are of one indicator, place and period."""
    keys = {(fact.indicator, fact.place, fact.period) for fact in facts}
    return len(keys) == 1 and facts[0].indicator == indicator


def _sum(facts: Sequence[Fact]) -> Figure:
    """Add the values of facts."""
    total = sum((fact.value for fact in facts), Decimal(0))
    formula = f"{joined_sum(fact.value for fact in facts)} {result(total)}"
    approx = combined(fact.approx for fact in facts)
    return computed(total, facts[0].unit, facts, formula, approx=approx)


# ---------------------------------------------------------------- shares


def rate(part: Figure, whole: Figure) -> Figure | None:
    """Return what percentage of a whole a part is.

    None for a whole of zero, a part above its whole, other units, and figures of
    different places or periods.
    """
    if whole.value <= 0 or part.value > whole.value or part.unit != whole.unit:
        return None
    inputs = tuple(dict.fromkeys((*part.inputs, *whole.inputs)))
    if len({(fact.place, fact.period) for fact in inputs}) > 1:
        return None
    approx = combined((part.approx, reversed_of(whole.approx)))
    return _percentage(part.value, whole.value, inputs, approx)


def share_of_total(fact: Fact) -> Figure | None:
    """Return the percentage a/b of a fact "a/b"; None without b or with b of zero."""
    if fact.total is None or fact.total <= 0 or fact.value > fact.total:
        return None
    return _percentage(fact.value, fact.total, (fact,), fact.approx)


def remainder_share(fact: Fact) -> Figure | None:
    """Return the percentage (b - a)/b that a fact "a/b" leaves open."""
    if fact.total is None or fact.total <= 0 or fact.value > fact.total:
        return None
    value = (fact.total - fact.value) / fact.total * _HUNDRED
    formula = (
        f"({number(fact.total)} {MINUS} {number(fact.value)}) / {number(fact.total)} {TIMES} 100"
        f" {result(value, PERCENT_DECIMALS, '%')}"
    )
    return computed(
        value, "%", (fact,), formula, decimals=PERCENT_DECIMALS, approx=reversed_of(fact.approx)
    )


def _percentage(
    part: Decimal, whole: Decimal, inputs: Sequence[Fact], approx: Approx | None
) -> Figure:
    """Return a part of a whole in percent."""
    value = part / whole * _HUNDRED
    formula = f"{quotient(part, whole)} {result(value, PERCENT_DECIMALS, '%')}"
    return computed(value, "%", inputs, formula, decimals=PERCENT_DECIMALS, approx=approx)


# ---------------------------------------------------------------- changes


def difference(earlier: Fact, later: Fact, indicator: Indicator) -> Figure | None:
    """Return the change from an earlier to a later fact, positive for growth.

    The unit is the indicator's own for counts, amounts and scores, "điểm phần
    trăm" for percentages, "bậc" for ranks. A rank is positive when it got better,
    which means a smaller number. The reservation is that of the size of the
    change. None where the facts cannot be compared, where both are approximate,
    and for targets.
    """
    if not _may_compare(earlier, later, indicator):
        return None
    if indicator.kind is Kind.RANK:
        first, second, unit = earlier, later, PLACES
    else:
        first, second = later, earlier
        unit = POINTS if indicator.unit == "%" else indicator.unit
    value = first.value - second.value
    formula = f"{number(first.value)} {MINUS} {number(second.value)} {result(value)}"
    approx = _of_change(value, first, second)
    return computed(value, unit, (earlier, later), formula, approx=approx)


def growth_percent(earlier: Fact, later: Fact, indicator: Indicator) -> Figure | None:
    """Return by how many percent a count or amount grew, negative where it shrank.

    None where the facts cannot be compared or the base is zero.
    """
    if not _may_divide(earlier, later, indicator):
        return None
    value = (later.value - earlier.value) / earlier.value * _HUNDRED
    base = number(earlier.value)
    formula = (
        f"({number(later.value)} {MINUS} {base}) / {base} {TIMES} 100"
        f" {result(value, PERCENT_DECIMALS, '%')}"
    )
    return computed(
        value,
        "%",
        (earlier, later),
        formula,
        decimals=PERCENT_DECIMALS,
        approx=_of_change(value, later, earlier),
    )


def ratio(earlier: Fact, later: Fact, indicator: Indicator) -> Figure | None:
    """Return how many times the earlier figure a later count or amount is.

    None where the facts cannot be compared or the base is zero.
    """
    if not _may_divide(earlier, later, indicator):
        return None
    value = later.value / earlier.value
    formula = f"{number(later.value)} / {number(earlier.value)} {result(value, PERCENT_DECIMALS)}"
    approx = combined((later.approx, reversed_of(earlier.approx)))
    return computed(
        value,
        TIMES_UNIT,
        (earlier, later),
        formula,
        decimals=PERCENT_DECIMALS,
        approx=approx,
    )


def _of_change(value: Decimal, first: Fact, second: Fact) -> Approx | None:
    """Return the reservation of the size of first - second, whatever its sign."""
    approx = combined((first.approx, reversed_of(second.approx)))
    return reversed_of(approx) if value < 0 else approx


def _may_compare(earlier: Fact, later: Fact, indicator: Indicator) -> bool:
    """Tell whether a change between two facts of an indicator means anything."""
    return (
        indicator.kind is not Kind.TARGET
        and earlier.indicator == indicator.id
        and comparable(earlier, later)
        and not (earlier.approx and later.approx)
    )


def _may_divide(earlier: Fact, later: Fact, indicator: Indicator) -> bool:
    """Tell whether relative growth between two facts means anything."""
    return (
        indicator.kind in _ADDITIVE
        and earlier.value > 0
        and _may_compare(earlier, later, indicator)
    )
