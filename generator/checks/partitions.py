"""Parts that leave nothing out: their shares add to 100 %, and are those of their counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.context import Context, Pool, Scope
from generator.checks.tolerance import (
    HUNDRED,
    MATERIAL,
    fills_hundred_percent,
    last_digit,
    percentage,
    share_fits,
)
from generator.checks.weighing import weigh
from generator.checks.wording import (
    listed,
    percent,
    place_name,
    time_of,
    told_by,
    with_share,
    with_unit,
)
from generator.facts.derived import PERCENT_DECIMALS, computed
from generator.facts.formula import UNEQUAL, joined_sum, quotient, result
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.vi.levels import level_name
from generator.vi.printing import number

TOTAL = "shares-total"
COUNTS = "shares-counts"


def check_partitions(context: Context) -> Iterator[Finding]:
    """Yield a finding for each partition of one source that contradicts itself."""
    for pool in context.sources:
        for scope in pool.by_scope:
            for partition in context.arithmetic.partitions:
                parts = pool.parts(partition.parts, scope)
                exact = parts and not any(part.approx for part in parts)
                if exact and not _are_of_another(parts, pool, scope, context):
                    yield from _check(
                        parts, pool, scope, context, is_open=not partition.fills_total
                    )


def _printed(fact: Fact) -> Decimal | None:
    """Return the percentage of a part: a rate's value, a count's share."""
    return fact.value if fact.unit == "%" else fact.share


def _check(
    parts: tuple[Fact, ...], pool: Pool, scope: Scope, context: Context, *, is_open: bool
) -> Iterator[Finding]:
    """Compare the sum of shares with 100 %, then each share with its count."""
    shares = [share for share in map(_printed, parts) if share is not None]
    if len(shares) < len(parts):
        return
    if not fills_hundred_percent(shares):
        yield _of_total(parts, shares, context, is_open=is_open)
    elif _is_bare(parts, pool, scope, context) and not _are_shares(parts):
        yield _of_counts(parts, context, is_open=is_open)


def _are_of_another(parts: Sequence[Fact], pool: Pool, scope: Scope, context: Context) -> bool:
    """Tell whether counts with shares are those of a whole that is more than their sum.

    On time and late of all that were received leave those that are still open.
    """
    names = [context.arithmetic.wholes.get(part.indicator, ()) for part in parts]
    known = (pool.get(name, scope) for name in names[0] if all(name in other for other in names))
    return any(
        whole is not None
        and whole.approx is None
        and whole.value > _whole(parts)
        and all(
            part.share is not None and share_fits(part.value, whole.value, part.share)
            for part in parts
        )
        for whole in known
    )


def _is_bare(parts: Sequence[Fact], pool: Pool, scope: Scope, context: Context) -> bool:
    """Tell whether nothing but the parts themselves says what their shares are of."""
    wholes = {name for part in parts for name in context.arithmetic.wholes.get(part.indicator, ())}
    counted = all(part.unit != "%" and part.total is None for part in parts)
    return counted and not any(pool.get(name, scope) for name in wholes)


def _are_shares(parts: Sequence[Fact]) -> bool:
    """Tell whether each printed share is that of the sum of the counts.

    Less than one unit of the last digit is allowed: it is shifted to reach 100 %.
    """
    whole = _whole(parts)
    return whole == 0 or all(
        part.share is not None
        and abs(percentage(part.value, whole) - part.share) < max(last_digit(part.share), MATERIAL)
        for part in parts
    )


def _whole(parts: Sequence[Fact]) -> Decimal:
    """Add the counts."""
    return sum((part.value for part in parts), Decimal(0))


def _subject(parts: Sequence[Fact], context: Context) -> str:
    """Name the measures with place and time."""
    first = parts[0]
    labels = listed([f"“{context.indicator(part).label}”" for part in parts])
    level = f" ({level_name(first.level)})" if first.level else ""
    return (
        f"Tỷ lệ của các chỉ tiêu {labels} của"
        f" {place_name(first.place, first, context.catalogue)}{level}"
        f" {time_of(first.period)}: {told_by((first,), context.base)}"
    )


def _of_total(
    parts: tuple[Fact, ...], shares: Sequence[Decimal], context: Context, *, is_open: bool
) -> Finding:
    """Tell of shares that do not add up; where they are open there may be another part."""
    total = sum(shares, Decimal(0))
    terms = " + ".join(percent(share) for share in shares)
    message = (
        f"{_subject(parts, context)} {listed([percent(share) for share in shares])},"
        f" cộng lại là {percent(total)} thay vì 100%. Báo cáo ghi các tỷ lệ theo nguồn"
        " vì nguồn không cho biết tỷ lệ nào cần điều chỉnh."
    )
    figure = computed(total, "%", parts, f"{terms} = {percent(total)}")
    computation = f"{terms} = {percent(total)} {UNEQUAL} 100%"
    # what is not known can only be missing
    severity = weigh(parts, explained=is_open and total < HUNDRED)
    return Finding(TOTAL, severity, message, computation, parts, None, (figure,))


def _of_counts(parts: tuple[Fact, ...], context: Context, *, is_open: bool) -> Finding:
    """Tell of shares that are not those of the counts beside them, or of a larger whole."""
    whole = _whole(parts)
    terms = f"{joined_sum(part.value for part in parts)} = {number(whole)}"
    total = computed(whole, parts[0].unit, parts, terms)
    shares = tuple(_share(part, whole, parts) for part in parts)
    told = [with_share(part, context.indicator(part)) for part in parts]
    counted = [percent(one.value, PERCENT_DECIMALS) for one in shares]
    message = (
        f"{_subject(parts, context)} {'; '.join(told)}. Theo phép tính trên tổng số"
        f" {with_unit(whole, context.indicator(parts[0]))}, các tỷ lệ là {listed(counted)}."
        " Báo cáo ghi số lượng và tỷ lệ theo nguồn vì nguồn không cho biết số nào cần điều chỉnh."
    )
    computation = "; ".join((terms, *(one.formula for one in shares)))
    figures = (total, *shares)
    return Finding(
        COUNTS, weigh(parts, explained=is_open), message, computation, parts, None, figures
    )


def _share(part: Fact, whole: Decimal, parts: Sequence[Fact]) -> Figure:
    """Return the share of a part in the sum of all."""
    value = percentage(part.value, whole)
    formula = f"{quotient(part.value, whole)} {result(value, PERCENT_DECIMALS, '%')}"
    inputs = (part, *(one for one in parts if one is not part))
    return computed(value, "%", inputs, formula, decimals=PERCENT_DECIMALS)
