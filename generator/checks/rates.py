"""Rates against the counts beside them, and against the rates of the levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.catalogue import Kind
from generator.checks.context import Context, Pool, Scope
from generator.checks.denominators import Whole, known_wholes
from generator.checks.tolerance import (
    alike,
    interval,
    last_digit,
    percentage,
    printed_digit,
    printed_interval,
    share_fits,
)
from generator.checks.weighing import weigh
from generator.checks.wording import (
    listed,
    percent,
    sources_of,
    subject,
    told_by,
    value_of,
    with_share,
    with_unit,
)
from generator.facts.derived import PERCENT_DECIMALS, all_levels, computed
from generator.facts.formula import UNEQUAL, quotient, result
from generator.model.fact import Fact
from generator.model.finding import Finding
from generator.vi.levels import level_name

COUNT = "rate-count"
LEVELS = "rate-levels"


def check_rates(context: Context) -> Iterator[Finding]:
    """Yield a finding for each rate that its counts or its levels contradict."""
    for pool in context.sources:
        for scope in pool.by_scope:
            yield from _against_counts(pool, scope, context)
            if scope[1] is None:
                yield from _against_levels(pool, scope, context)
    yield from _between_sources(context)


# ---------------------------------------------------------------- counts


def _against_counts(pool: Pool, scope: Scope, context: Context) -> Iterator[Finding]:
    """Compare the rates of one place, level and period with a/b of their counts."""
    for name, (counted, _) in context.catalogue.rates.items():
        rate, count = pool.get(name, scope), pool.get(counted, scope)
        if rate is None or count is None or rate.approx or count.approx:
            continue
        wholes = _wholes(count, pool, scope, context)
        told = count.share is not None and interval(rate).meets(
            interval(replace(rate, value=count.share))
        )
        fitting = any(share_fits(count.value, whole.value, rate.value) for whole in wholes)
        if wholes and not told and not fitting:
            yield _of_count(rate, count, wholes[0], context)


def _wholes(count: Fact, pool: Pool, scope: Scope, context: Context) -> tuple[Whole, ...]:
    """Return what a rate may be of whose part is a count: its b, or what the source tells."""
    wholes = known_wholes(count, pool, scope, context)
    other = pool.get(context.arithmetic.contained.get(count.indicator, ""), scope)
    if other is not None and other.approx is None and other.value >= count.value:
        wholes = (*wholes, Whole(other.value, (other,)))
    return wholes if count.total is None else (Whole(count.total, (count,)), *wholes)


def _of_count(rate: Fact, count: Fact, whole: Whole, context: Context) -> Finding:
    """Tell of a rate that is not that of its counts."""
    exact = percentage(count.value, whole.value)
    formula = f"{quotient(count.value, whole.value)} {result(exact, PERCENT_DECIMALS, '%')}"
    by = "" if _of_one_source(rate, count) else f" theo {sources_of((count,), context.base)}"
    message = (
        f"{subject(rate, context.catalogue)}: {told_by((rate,), context.base)}"
        f" {percent(rate.value)}, trong khi số lượng tương ứng là"
        f" {with_unit(count.value, context.indicator(count))} trên tổng số"
        f" {with_unit(whole.value, context.indicator(count))}{by}, theo phép tính tỷ lệ là"
        f" {percent(exact, PERCENT_DECIMALS)}. Báo cáo ghi số lượng và tỷ lệ theo nguồn,"
        " lấy số lượng làm căn cứ vì tỷ lệ được tính từ số lượng."
    )
    facts = tuple(dict.fromkeys((rate, count, *whole.terms)))
    figure = computed(exact, "%", facts, formula, decimals=PERCENT_DECIMALS)
    computation = f"{formula} {UNEQUAL} {percent(rate.value)}"
    severity = weigh(facts, explained=count.total is None)
    figures = (figure,)
    return Finding(COUNT, severity, message, computation, facts, count, figures, is_open=True)


# ---------------------------------------------------------------- two sources


def _between_sources(context: Context) -> Iterator[Finding]:
    """Compare the rates of each source with the counts of another one.

    A source that tells the rate and the count itself, or that tells the same as the other one,
    is compared with itself and number by number.
    """
    found: dict[tuple[object, ...], Finding] = {}
    for name, (counted, _) in context.catalogue.rates.items():
        with_rate = [pool for pool in context.sources if pool.tells(name)]
        with_count = [pool for pool in context.sources if pool.tells(counted)]
        for one in with_rate:
            for other in with_count:
                for rate, count, scope in _pairs(one, other, name, counted):
                    finding = _contradicting(rate, count, other, scope, context)
                    if finding is not None:
                        told = (rate.key, rate.value, count.value, finding.computation)
                        found.setdefault(told, finding)
    yield from found.values()


def _pairs(one: Pool, other: Pool, name: str, counted: str) -> Iterator[tuple[Fact, Fact, Scope]]:
    """Yield the rates of a source with the counts of another that tells no rate, nor it counts."""
    for scope, facts in one.by_scope.items():
        rate, count = facts.get(name), other.get(counted, scope)
        if rate is None or count is None or counted in facts or other.get(name, scope):
            continue
        if rate.approx is None and count.approx is None:
            yield rate, count, scope


def _contradicting(
    rate: Fact, count: Fact, pool: Pool, scope: Scope, context: Context
) -> Finding | None:
    """Return the finding on a rate of one source and a count of another, None if they agree."""
    if not context.may_agree(rate, count) or _is_share_of(count, rate):
        return None
    wholes = _wholes(count, pool, scope, context)
    if any(share_fits(count.value, whole.value, rate.value) for whole in wholes):
        return None
    if wholes:
        return _of_count(rate, count, wholes[0], context)
    return _of_share(rate, count, context) if count.share is not None else None


def _is_share_of(count: Fact, rate: Fact) -> bool:
    """Tell whether the share printed with a count can be a rate printed elsewhere.

    Of one count one source rounds and another cuts off.
    """
    if count.share is None:
        return False
    steps = last_digit(count.share), printed_digit(rate)
    near = steps[0] == steps[1] and abs(count.share - rate.value) <= steps[0]
    return near or alike((count.share, steps[0]), (rate.value, steps[1]))


def _of_share(rate: Fact, count: Fact, context: Context) -> Finding:
    """Tell of a rate that is not the share with which another source prints the count."""
    share = percent(count.share or rate.value)
    message = (
        f"{subject(rate, context.catalogue)}: {told_by((rate,), context.base)}"
        f" {percent(rate.value)}, trong khi số lượng tương ứng là"
        f" {with_share(count, context.indicator(count))} theo {sources_of((count,), context.base)}."
        " Báo cáo ghi số lượng và tỷ lệ theo nguồn vì các nguồn không cho biết số nào cần điều"
        " chỉnh."
    )
    facts = (rate, count)
    computation = f"{share} {UNEQUAL} {percent(rate.value)}"
    return Finding(COUNT, weigh(facts), message, computation, facts, count, is_open=True)


def _of_one_source(one: Fact, other: Fact) -> bool:
    """Tell whether two facts stand in one document."""
    return one.source.doc == other.source.doc


# ---------------------------------------------------------------- levels


def _against_levels(pool: Pool, scope: Scope, context: Context) -> Iterator[Finding]:
    """Compare the rates of whole places with the lowest and highest of their levels."""
    place, _, period = scope
    for rate in pool.of_scope(scope):
        if context.indicator(rate).kind is not Kind.RATE:
            continue
        for levels in all_levels(period):
            found = [pool.get(rate.indicator, (place, level, period)) for level in sorted(levels)]
            parts = tuple(part for part in found if part is not None)
            if len(parts) == len(levels):
                if _is_outside(rate, parts):
                    yield _of_levels(rate, parts, context)
                break


def _is_outside(rate: Fact, parts: tuple[Fact, ...]) -> bool:
    """Tell whether a rate cannot be a mean of the rates of its levels."""
    spans = [printed_interval(part) for part in parts]
    whole = printed_interval(rate)
    return whole.high < min(one.low for one in spans) or whole.low > max(one.high for one in spans)


def _of_levels(rate: Fact, parts: tuple[Fact, ...], context: Context) -> Finding:
    """Tell of a rate that is below or above those of all levels."""
    told = [f"{level_name(part.level)} {value_of(part, context.indicator(part))}" for part in parts]
    message = (
        f"{subject(rate, context.catalogue)}: {told_by((rate,), context.base)} tỷ lệ chung"
        f" {value_of(rate, context.indicator(rate))}, trong khi tỷ lệ theo cấp là {listed(told)};"
        " tỷ lệ chung phải nằm giữa tỷ lệ thấp nhất và cao nhất của các cấp. Báo cáo ghi các tỷ lệ"
        " theo nguồn vì nguồn không cho biết số nào cần điều chỉnh."
    )
    values = sorted(part.value for part in parts)
    low, high = percent(values[0]), percent(values[-1])
    sign = f"{percent(rate.value)} < {low}" if rate.value < values[0] else ""
    computation = sign or f"{percent(rate.value)} > {high}"
    facts = (rate, *parts)
    return Finding(LEVELS, weigh(facts), message, computation, facts, rate, is_open=True)
