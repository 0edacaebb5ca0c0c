"""Parts of a time that make it up without a gap against the whole: two quarters, a half-year.

Only what is counted over a time adds up so, of one place with one area, one level and measure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from generator.checks.context import Context, Pool
from generator.checks.tolerance import interval, sum_of
from generator.checks.weighing import weigh
from generator.checks.wording import listed, sources_of, subject, time_of, told_by, value_of
from generator.extraction.reading import folded
from generator.facts.derived import computed
from generator.facts.formula import UNEQUAL, joined_sum, result
from generator.model.fact import Fact, docs_of
from generator.model.finding import Finding
from generator.vi.printing import number

RULE = "time-parts-sum"

# a count with older cases in it has those of the part before once more
_CARRIED = re.compile(r"\b(?:chuyển sang|chuyển qua|chuyển tiếp|kỳ trước|tồn)\b")


def check_stretches(context: Context) -> Iterator[Finding]:
    """Yield a finding for each time whose parts do not add up to its figure, each once."""
    told: set[frozenset[str]] = set()
    for pool in context.pools():
        for facts in _series(pool, context):
            for whole in facts:
                parts = _parts(whole, facts, context)
                key = frozenset(fact.id for fact in (whole, *parts))
                if parts and key not in told and _contradict(whole, parts):
                    told.add(key)
                    yield _finding(whole, parts, context)


def _series(pool: Pool, context: Context) -> Iterator[list[Fact]]:
    """Yield the figures of each measure that is counted over a time, without older cases."""
    found: dict[tuple[str, str, str | None], list[Fact]] = defaultdict(list)
    for fact in pool.facts():
        carried = _CARRIED.search(folded(f"{fact.before} {fact.after}"))
        over_time = fact.indicator in context.arithmetic.over_time
        if over_time and fact.period.start is not None and not carried:
            found[fact.indicator, fact.place, fact.level].append(fact)
    yield from (facts for facts in found.values() if len(facts) > 2)


def _parts(whole: Fact, facts: Sequence[Fact], context: Context) -> tuple[Fact, ...]:
    """Return the fewest figures whose times follow one another and fill that of a whole."""
    inside = [
        fact
        for fact in facts
        if fact.period != whole.period
        and whole.period.contains(fact.period)
        and context.same_area(fact, whole)
    ]
    chains: list[tuple[Fact, ...]] = [()]
    for _ in inside:
        longer = [
            (*chain, one) for chain in chains for one in inside if _follows(one, chain, whole)
        ]
        full = [chain for chain in longer if chain[-1].period.end == whole.period.end]
        if full:
            return full[0]
        # of chains that end on one day one is enough
        chains = list({chain[-1].period.end: chain for chain in longer}.values())
    return ()


def _follows(one: Fact, chain: Sequence[Fact], whole: Fact) -> bool:
    """Tell whether a time begins where those before it have ended."""
    before = chain[-1].period.end + timedelta(days=1) if chain else whole.period.start
    return one.period.start == before


def _contradict(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Tell whether parts cannot add up; one that alone is more than its whole is told elsewhere."""
    most = interval(whole)
    above = any(interval(part).low > most.high for part in parts)
    return not above and not sum_of(parts).meets(most)


def _finding(whole: Fact, parts: tuple[Fact, ...], context: Context) -> Finding:
    """Tell of a time with the sum of its parts."""
    indicator, facts = context.indicator(whole), (whole, *parts)
    total = sum(part.value for part in parts[1:]) + parts[0].value
    terms = joined_sum(part.value for part in parts)
    figure = computed(total, whole.unit, parts, f"{terms} {result(total)}")
    named = listed([f"{time_of(one.period)} ({value_of(one, indicator)})" for one in parts])
    other = "" if len(docs_of(facts)) == 1 else f" theo {sources_of(parts, context.base)}"
    message = (
        f"{subject(whole, context.catalogue)}: {told_by((whole,), context.base)}"
        f" {value_of(whole, indicator)}, trong khi tổng số liệu {named}{other} là"
        f" {number(total)}. Báo cáo ghi các số liệu theo nguồn vì nguồn không cho biết số nào"
        " cần điều chỉnh."
    )
    severity = weigh(facts)
    computation = f"{terms} = {number(total)} {UNEQUAL} {number(whole.value)}"
    return Finding(RULE, severity, message, computation, facts, whole, (figure,), is_open=True)
