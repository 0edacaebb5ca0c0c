"""A part of one indicator against the whole that another one counts.

Both are of one source, place, level and period. Where all parts of a whole are told,
their sum is compared elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.context import Context, Pool, Scope
from generator.checks.tolerance import interval
from generator.checks.wording import subject, told_by, value_of, with_unit
from generator.facts.derived import computed
from generator.facts.formula import MINUS
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity
from generator.vi.printing import number

RULE = "part-above-whole"


def check_exceeding(context: Context) -> Iterator[Finding]:
    """Yield a finding for each part that is more than its whole of the same source."""
    for pool in context.sources:
        for scope in pool.by_scope:
            for name, containing in context.arithmetic.contained.items():
                part, whole = pool.get(name, scope), pool.get(containing, scope)
                if part is None or whole is None or _is_summed(part, whole, pool, scope, context):
                    continue
                if interval(part).low > interval(whole).high:
                    yield above_whole(part, whole, context, Severity.ERROR)


def _is_summed(part: Fact, whole: Fact, pool: Pool, scope: Scope, context: Context) -> bool:
    """Tell whether the part is added to others for the same whole."""
    return any(
        one.whole == whole.indicator
        and part.indicator in one.parts
        and bool(pool.parts(one.parts, scope))
        for one in context.arithmetic.sums
    )


@dataclass(frozen=True, slots=True)
class Breach:
    """What a figure breaks that is above one which contains it: the rule and the words for it.

    ``than`` names the containing figure with its value, ``why`` tells why it may not be less.
    """

    rule: str
    severity: Severity
    than: str
    why: str


def above(part: Fact, whole: Fact, breach: Breach, context: Context) -> Finding:
    """Tell of a figure that is more than the one that contains it, and by how much."""
    gap, indicator = part.value - whole.value, context.indicator(whole)
    message = (
        f"{subject(part, context.catalogue)}: {told_by((part,), context.base)}"
        f" {value_of(part, context.indicator(part))}, nhiều hơn {breach.than} (chênh lệch"
        f" {with_unit(gap, indicator)}), trong khi {breach.why}. Báo cáo ghi các số liệu theo"
        " nguồn vì nguồn không cho biết số nào cần điều chỉnh."
    )
    formula = f"{number(part.value)} {MINUS} {number(whole.value)} = {number(gap)}"
    facts = (part, whole)
    figure = computed(gap, whole.unit, facts, formula)
    computation = f"{number(part.value)} > {number(whole.value)}"
    return Finding(breach.rule, breach.severity, message, computation, facts, part, (figure,))


def above_whole(part: Fact, whole: Fact, context: Context, severity: Severity) -> Finding:
    """Tell of a part with the whole that it goes over."""
    indicator = context.indicator(whole)
    than = f"chỉ tiêu “{indicator.label}” là {value_of(whole, indicator)}"
    why = "số liệu thành phần không thể lớn hơn tổng số"
    return above(part, whole, Breach(RULE, severity, than, why), context)
