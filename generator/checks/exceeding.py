"""A part of one indicator against the whole that another one counts.

Both are of one place, level and period, to the day, and of one source where it has them both,
else of two: the late dossiers of a year are no part of what a quarter received. Where all parts
of a whole are told, their sum is compared elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from generator.checks.apart import tells_carried
from generator.checks.context import Context, Pool, Scope
from generator.checks.tolerance import interval
from generator.checks.weighing import weigh
from generator.checks.wording import subject, told_by, value_of, with_unit
from generator.facts.derived import computed
from generator.facts.formula import MINUS
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity
from generator.vi.printing import number

RULE = "part-above-whole"


def check_exceeding(context: Context) -> Iterator[Finding]:
    """Yield a finding for each part that is more than its whole.

    Two sources may mean other dossiers by one word, and older cases may come to a part that
    is carried over: that is a warning.
    """
    carried = ((part, one.whole) for part, one in context.arithmetic.carried.items())
    pairs = (*context.arithmetic.contained.items(), *carried)
    seen: set[tuple[object, ...]] = set()
    for pool in context.pools():
        for scope, (name, containing) in product(pool.by_scope, pairs):
            part, whole = pool.get(name, scope), pool.get(containing, scope)
            if part is None or whole is None or (part.key, whole.key) in seen:
                continue
            if not context.same_area(part, whole) or _is_told(part, whole, pool, scope, context):
                continue
            seen.add((part.key, whole.key))
            if interval(part).low > interval(whole).high:
                yield _exceeding(part, whole, context)


def _exceeding(part: Fact, whole: Fact, context: Context) -> Finding:
    """Tell of a part above its whole, as gravely as nothing else explains it."""
    carried = context.arithmetic.carried.get(part.indicator)
    if carried is not None and carried.whole == whole.indicator:
        than = _than(whole, context)
        why = f"phần chênh lệch chỉ có thể là {whole.unit} của kỳ trước chuyển sang"
        is_usual = carried.above is Severity.NOTE
        because = "số chuyển từ kỳ trước sang có thể giải thích phần chênh lệch" if is_usual else ""
        return above(part, whole, Breach(RULE, carried.above, than, why, because), context)
    return above_whole(part, whole, context, weigh((part, whole)))


def _than(whole: Fact, context: Context) -> str:
    """Name a whole with its value."""
    indicator = context.indicator(whole)
    return f"chỉ tiêu “{indicator.label}” là {value_of(whole, indicator)}"


def _is_told(part: Fact, whole: Fact, pool: Pool, scope: Scope, context: Context) -> bool:
    """Tell whether another check, or the source, tells why a part is above its whole.

    It is added to others for the same whole; what it is a part of itself is set against that
    whole (on time, resolved, received); the words tell of cases that were carried over.
    """
    arithmetic = context.arithmetic
    is_summed = any(
        one.whole == whole.indicator
        and part.indicator in one.parts
        and bool(pool.parts(one.parts, scope))
        for one in arithmetic.sums
    )
    carried = arithmetic.carried.get(part.indicator)
    if is_summed or carried is None or carried.whole != whole.indicator:
        return is_summed
    between = arithmetic.contained.get(part.indicator, "")
    own = arithmetic.carried.get(between)
    is_inner = own is not None and own.whole == whole.indicator and bool(pool.get(between, scope))
    return is_inner or (carried.above is Severity.NOTE and tells_carried((part, whole)))


@dataclass(frozen=True, slots=True)
class Breach:
    """What a figure breaks that is above one which contains it: the rule and the words for it.

    ``than`` names the containing figure with its value, ``why`` tells why it may not be less,
    ``because`` why the report keeps to the source where that is not the usual reason.
    """

    rule: str
    severity: Severity
    than: str
    why: str
    because: str = ""


def above(part: Fact, whole: Fact, breach: Breach, context: Context) -> Finding:
    """Tell of a figure that is more than the one that contains it, and by how much."""
    gap, indicator = part.value - whole.value, context.indicator(whole)
    message = (
        f"{subject(part, context.catalogue)}: {told_by((part,), context.base)}"
        f" {value_of(part, context.indicator(part))}, nhiều hơn {breach.than} (chênh lệch"
        f" {with_unit(gap, indicator)}), trong khi {breach.why}. Báo cáo ghi các số liệu theo"
        f" nguồn vì {breach.because or 'nguồn không cho biết số nào cần điều chỉnh'}."
    )
    formula = f"{number(part.value)} {MINUS} {number(whole.value)} = {number(gap)}"
    facts = (part, whole)
    figure = computed(gap, whole.unit, facts, formula)
    computation = f"{number(part.value)} > {number(whole.value)}"
    rule, severity, figures = breach.rule, breach.severity, (figure,)
    return Finding(rule, severity, message, computation, facts, part, figures, is_open=True)


def above_whole(part: Fact, whole: Fact, context: Context, severity: Severity) -> Finding:
    """Tell of a part with the whole that it goes over."""
    than = _than(whole, context)
    why = "số liệu thành phần không thể lớn hơn tổng số"
    return above(part, whole, Breach(RULE, severity, than, why), context)
