"""Changes so large that a slip of a digit or of a magnitude word is likely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.checks.context import Context
from generator.checks.tolerance import HUNDRED
from generator.checks.wording import source_name, subject, time_of, told_by, value_of
from generator.facts.comparing import comparable, precedes, same_scale
from generator.facts.derived import POINTS, computed, needed_decimals, ratio
from generator.facts.formula import MINUS, result
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity
from generator.vi.printing import number
from generator.vi.text import NBSP

RULE = "jump"
FACTOR = Decimal(10)
"""A count that is ten times what it was, or a tenth: one digit more or less."""
LEAST = Decimal(100)
"""Counts that never reach this may well grow tenfold."""
LEAST_SCALED = Decimal(10)
"""So may rates and scores that never reach this."""


def check_jumps(context: Context) -> Iterator[Finding]:
    """Yield a note for each figure that left all proportion with no word of it in the source."""
    series: dict[tuple[str, str, str | None, bool], list[Fact]] = defaultdict(list)
    for fact in context.chosen():
        if context.is_additive(fact):
            key = (fact.indicator, fact.place, fact.level, fact.period.is_stock)
            series[key].append(fact)
    for facts in series.values():
        ordered = sorted(facts, key=lambda fact: fact.period.end)
        for earlier, later in pairwise(ordered):
            if _is_jump(earlier, later) and context.same_area(earlier, later):
                yield _finding(earlier, later, context)
    yield from _scaled_jumps(context)


def _scaled_jumps(context: Context) -> Iterator[Finding]:
    """Yield a note for each rate or score that one source lets jump over most of its scale.

    Two sources may count in their own ways: between them only a slip of a digit is told.
    """
    told: set[tuple[object, ...]] = set()
    for facts in (*(pool.facts() for pool in context.sources), context.chosen()):
        series: dict[tuple[str, str, str | None, bool], list[Fact]] = defaultdict(list)
        for fact in facts:
            if context.indicator(fact).is_measured:
                key = (fact.indicator, fact.place, fact.level, fact.period.is_stock)
                series[key].append(fact)
        for same in series.values():
            ordered = sorted(same, key=lambda fact: fact.period.end)
            for earlier, later in pairwise(ordered):
                pair = (earlier.key, earlier.value, later.key, later.value)
                if pair not in told and _is_scaled_jump(earlier, later, context):
                    told.add(pair)
                    yield _scaled(earlier, later, context)


def _is_scaled_jump(earlier: Fact, later: Fact, context: Context) -> bool:
    """Tell whether a rate went by more than half of the whole or tenfold, a score by half.

    Of two sources only what goes tenfold from one year to the next is a slip for sure.
    """
    indicator = context.indicator(later)
    alike = same_scale(earlier, later) and precedes(earlier.period, later.period)
    if later.change is not None or not alike:
        return False
    if not context.same_area(earlier, later):
        return False
    low, high = sorted((earlier.value, later.value))
    scale = HUNDRED if indicator.unit == "%" else earlier.total or later.total
    if indicator.unit == "%" and high > HUNDRED:
        return False  # told as such
    one_source = earlier.source.doc == later.source.doc
    if one_source and scale is not None and high - low > scale / 2:
        return True
    if not one_source and later.period.end.year - earlier.period.end.year > 1:
        return False
    return high >= LEAST_SCALED and low > 0 and high >= FACTOR * low


def _scaled(earlier: Fact, later: Fact, context: Context) -> Finding:
    """Ask for a second look at two rates or scores."""
    indicator = context.indicator(later)
    low, high = sorted((earlier.value, later.value))
    unit = POINTS if indicator.unit == "%" else indicator.unit
    formula = f"{number(high)} {MINUS} {number(low)} = {number(high - low)}"
    one_source = earlier.source.doc == later.source.doc
    source = "cùng nguồn" if one_source else source_name(earlier.source.doc, context.base)
    message = (
        f"{subject(later, context.catalogue)}: {told_by((later,), context.base)}"
        f" {value_of(later, indicator)}, trong khi số liệu {time_of(earlier.period)} là"
        f" {value_of(earlier, indicator)} theo {source}"
        f" (chênh lệch {number(high - low)}{NBSP}{unit}). Báo cáo ghi theo nguồn; đề nghị rà soát"
        " lại vì mức thay đổi lớn bất thường."
    )
    facts = (later, earlier)
    figure = computed(high - low, unit, facts, formula)
    return Finding(RULE, Severity.NOTE, message, formula, facts, later, (figure,))


def _is_jump(earlier: Fact, later: Fact) -> bool:
    """Tell whether a figure left all proportion; a change that is told explains it."""
    low, high = sorted((earlier.value, later.value))
    return (
        later.change is None
        and comparable(earlier, later)
        and high >= LEAST
        and low > 0
        and high >= FACTOR * low
    )


def _finding(earlier: Fact, later: Fact, context: Context) -> Finding:
    """Ask for a second look at two figures."""
    indicator = context.indicator(later)
    low, high = sorted((earlier, later), key=lambda fact: fact.value)
    size = high.value / low.value
    times = number(size, needed_decimals(size))
    message = (
        f"{subject(later, context.catalogue)}: {told_by((later,), context.base)}"
        f" {value_of(later, indicator)}, trong khi số liệu {time_of(earlier.period)} là"
        f" {value_of(earlier, indicator)} theo {source_name(earlier.source.doc, context.base)}"
        f" (chênh {times} lần). Báo cáo ghi theo nguồn; đề nghị rà soát lại"
        " vì mức thay đổi lớn bất thường."
    )
    figure = ratio(earlier, later, indicator) if high is later else None
    computation = (
        f"{number(high.value)} / {number(low.value)} {result(size, needed_decimals(size))}"
    )
    figures = (figure,) if figure else ()
    return Finding(RULE, Severity.NOTE, message, computation, (later, earlier), later, figures)
