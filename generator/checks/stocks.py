"""A state at a day against the result of a time: "đến ngày 30/6 có …", "trong quý II có …".

What was counted up to a day holds what was counted in a time before it. A number that is
told as both, though there was something before that time, is one of them only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue.arithmetic import Arithmetic
from generator.checks.apart import tells_sum
from generator.checks.context import Context
from generator.checks.exceeding import Breach, above
from generator.checks.tolerance import interval
from generator.checks.weighing import weigh
from generator.checks.wording import sources_of, subject, time_of, told_by, value_of
from generator.facts.derived import computed
from generator.facts.formula import MINUS, UNEQUAL
from generator.model.fact import Fact
from generator.model.finding import Finding
from generator.vi.printing import number

BELOW, MIXED = "state-below-result", "state-as-result"
_LEAST = 100  # smaller numbers are the same by chance


def check_stocks(context: Context) -> Iterator[Finding]:
    """Yield a finding for each state that its results contradict, or that is told as one."""
    known: dict[tuple[object, ...], list[Fact]] = {}
    for pool in context.sources:
        for fact in pool.facts():
            if context.is_additive(fact):
                known.setdefault((fact.indicator, fact.place, fact.level), []).append(fact)
    for facts in known.values():
        states = [fact for fact in facts if fact.period.is_stock]
        flows = [fact for fact in facts if not fact.period.is_stock]
        seen: set[object] = set()
        for flow in flows:
            for state in states:
                pair = (flow.key, state.key)
                if pair in seen:
                    continue
                found = _finding(flow, state, facts, context)
                if found is not None:
                    seen.add(pair)
                    yield found


def _finding(flow: Fact, state: Fact, facts: Sequence[Fact], context: Context) -> Finding | None:
    """Return what is wrong between a result and a state, None where nothing is."""
    if _holds(state, flow, context.arithmetic) and interval(flow).low > interval(state).high:
        return _below(flow, state, context)
    earlier = _before(flow, facts, context.arithmetic)
    same = flow.period.end == state.period.end and flow.value == state.value
    if same and earlier is not None and flow.approx == state.approx and flow.value >= _LEAST:
        return _mixed(flow, state, earlier, context)
    return None


def _holds(state: Fact, flow: Fact, arithmetic: Arithmetic) -> bool:
    """Tell whether a state counts all that was counted in a time.

    Of dossiers a state is told from the beginning of its year on. What one source tells of
    the same year as its result and as its state is not above the state either, unless it
    is of what is open and gets less: services that were provided are there at its end.
    """
    inside = flow.period.end <= state.period.end
    start = flow.period.start or flow.period.end
    one_year = start.year == state.period.end.year
    one_source = flow.source.doc == state.source.doc and flow.indicator not in arithmetic.open
    return inside and (
        state.indicator in arithmetic.accumulated
        or (one_year and (state.indicator in arithmetic.over_time or one_source))
    )


def _before(flow: Fact, facts: Sequence[Fact], arithmetic: Arithmetic) -> Fact | None:
    """Return what was already counted before a time began, None where nothing is known.

    Of dossiers that is what the same year had before, of anything else an earlier state.
    """
    start = flow.period.start or flow.period.end
    is_flow = flow.indicator in arithmetic.over_time
    for fact in facts:
        counts = fact.period.end < start and fact.value > 0
        one_year = (fact.period.start or fact.period.end).year == start.year
        if counts and (one_year if is_flow else fact.period.is_stock):
            return fact
    return None


def _below(flow: Fact, state: Fact, context: Context) -> Finding:
    """Tell of a state that is below the result of a time before it.

    Where its own words say that it adds up what came before, nothing else can be the reason.
    """
    than = (
        f"số lũy kế {time_of(state.period)} là {value_of(state, context.indicator(state))}"
        f" theo {sources_of((state,), context.base)}"
    )
    why = "số lũy kế bao gồm kết quả của kỳ đó"
    is_sum = state.indicator in context.arithmetic.over_time and tells_sum(state)
    return above(
        flow, state, Breach(BELOW, weigh((flow, state), explained=not is_sum), than, why), context
    )


def _mixed(flow: Fact, state: Fact, earlier: Fact, context: Context) -> Finding:
    """Tell of a number that is told as a state and as the result of a time."""
    indicator, gap = context.indicator(flow), state.value - earlier.value
    message = (
        f"{subject(flow, context.catalogue)}: {told_by((flow,), context.base)}"
        f" {value_of(flow, indicator)} là kết quả trong kỳ, trong khi"
        f" {sources_of((state,), context.base)} nêu chính số này là số lũy kế"
        f" {time_of(state.period)} và đã có {value_of(earlier, indicator)}"
        f" {time_of(earlier.period)}. Báo cáo ghi các số liệu theo nguồn vì nguồn không cho biết"
        " số liệu là của kỳ hay lũy kế."
    )
    formula = f"{number(state.value)} {MINUS} {number(earlier.value)} = {number(gap)}"
    figure = computed(gap, flow.unit, (state, earlier), formula)
    computation = f"{formula} {UNEQUAL} {number(flow.value)}"
    facts = (flow, state, earlier)
    severity = weigh(facts, explained=True)
    figures = (figure,)
    return Finding(MIXED, severity, message, computation, facts, flow, figures, is_open=True)
