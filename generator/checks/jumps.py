"""Changes so large that a slip of a digit or of a magnitude word is likely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.checks.context import Context
from generator.checks.wording import source_name, sources_of, subject, time_of, value_of
from generator.facts.comparing import comparable, same_area
from generator.facts.derived import ratio
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity
from generator.vi.printing import number

RULE = "jump"
FACTOR = Decimal(10)
"""A count that is ten times what it was, or a tenth: one digit more or less."""
LEAST = Decimal(100)
"""Counts that never reach this may well grow tenfold."""


def check_jumps(context: Context) -> Iterator[Finding]:
    """Yield a note for each count that changed tenfold with no word of it in the source."""
    series: dict[tuple[str, str, str | None, bool], list[Fact]] = defaultdict(list)
    for fact in context.chosen():
        if context.is_additive(fact):
            key = (fact.indicator, fact.place, fact.level, fact.period.is_stock)
            series[key].append(fact)
    for facts in series.values():
        ordered = sorted(facts, key=lambda fact: fact.period.end)
        for earlier, later in pairwise(ordered):
            if _is_jump(earlier, later) and same_area(earlier, later, context.catalogue.places):
                yield _finding(earlier, later, context)


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
    times = number(high.value / low.value, 2)
    message = (
        f"{subject(later, context.catalogue)}: {sources_of((later,), context.base)} nêu"
        f" {value_of(later, indicator)}, trong khi số liệu {time_of(earlier.period)} là"
        f" {value_of(earlier, indicator)} theo {source_name(earlier.source.doc, context.base)}"
        f" (chênh {times} lần). Báo cáo ghi theo nguồn; đề nghị rà soát lại"
        " vì mức thay đổi lớn bất thường."
    )
    figure = ratio(earlier, later, indicator) if high is later else None
    computation = f"{number(high.value)} / {number(low.value)} ≈ {times}"
    figures = (figure,) if figure else ()
    return Finding(RULE, Severity.NOTE, message, computation, (later, earlier), later, figures)
