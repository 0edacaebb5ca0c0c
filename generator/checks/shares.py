"""A count "a/b" against the percentage printed with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.catalogue import Kind
from generator.checks.context import Context
from generator.checks.shifting import fills_hundred
from generator.checks.tolerance import HUNDRED, MATERIAL, Fit, fit, last_digit, percentage
from generator.checks.weighing import weigh
from generator.checks.wording import percent, subject, told_by, value_of
from generator.facts.derived import share_of_total
from generator.facts.formula import UNEQUAL, quotient, result
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity
from generator.vi.printing import number

TRUNCATED = "share-truncated"
MISMATCH = "share-mismatch"
ABOVE_TOTAL = "value-above-total"
ABOVE_HUNDRED = "share-above-100"


def check_shares(context: Context) -> Iterator[Finding]:
    """Yield a finding for each source whose share is not that of its a/b."""
    for fact in _told_once(context):
        if _highest(fact, context) > HUNDRED:
            yield _above_hundred(fact, context)
        elif fact.total is not None and fact.value > fact.total:
            yield _above_total(fact, context)
        elif fact.share is not None and fact.total and fact.approx is None:
            yield from _share(fact, context)


def _highest(fact: Fact, context: Context) -> Decimal:
    """Return the highest percentage that a fact tells, 0 where it tells none."""
    is_rate = context.indicator(fact).kind is Kind.RATE
    return max(fact.share or Decimal(0), fact.value if is_rate else Decimal(0))


def _told_once(context: Context) -> Iterator[Fact]:
    """Yield the first mention of each "a/b (c%)"."""
    seen = set()
    for fact in context.facts:
        told = (fact.key, fact.source.doc, fact.value, fact.total, fact.share)
        if told not in seen:
            seen.add(told)
            yield fact


def _share(fact: Fact, context: Context) -> Iterator[Finding]:
    """Compare one printed share."""
    if fact.share is None or not fact.total:
        return
    exact = percentage(fact.value, fact.total)
    how = fit(exact, fact.share)
    if how is Fit.TRUNCATED:
        yield _truncated(fact, context)
    elif how is Fit.NEITHER and not _is_shifted(exact, fact, context):
        yield _mismatch(fact, context)


def _is_shifted(exact: Decimal, fact: Fact, context: Context) -> bool:
    """Tell whether a share is a hundredth off because it makes the printed ones add to 100."""
    near = fact.share is not None and abs(exact - fact.share) < MATERIAL
    return near and fills_hundred(fact, context.facts)


def _opening(fact: Fact, context: Context) -> str:
    """Say what the source prints and what the computation gives."""
    if fact.share is None or not fact.total:
        return ""
    exact = percentage(fact.value, fact.total)
    return (
        f"{subject(fact, context.catalogue)}: {told_by((fact,), context.base)}"
        f" {value_of(fact, context.indicator(fact))}, tỷ lệ {percent(fact.share)};"
        f" theo phép tính, tỷ lệ là {percent(exact, 2)}"
    )


def _computation(fact: Fact) -> str:
    """Write out the division against the printed share."""
    if fact.share is None or not fact.total:
        return ""
    exact = percentage(fact.value, fact.total)
    shown = f"{quotient(fact.value, fact.total)} {result(exact, 2, '%')}"
    return f"{shown} {UNEQUAL} {percent(fact.share)}"


def _whose(fact: Fact) -> str:
    """Say who gives the share of a fact: its source, or the person who corrected it."""
    was = fact.review.was if fact.review else None
    return "nguồn nêu" if was is None or was.share == fact.share else "đã điều chỉnh"


def _truncated(fact: Fact, context: Context) -> Finding:
    """Tell of a share that was cut off in place of rounded."""
    decimals = -int(last_digit(fact.share or Decimal(0)).as_tuple().exponent)
    figures = tuple(
        replace(figure, id=f"{figure.id}.{places}", decimals=places)
        for figure in (share_of_total(fact),)
        if figure is not None
        for places in (2, decimals)
    )
    rounded = percent(figures[-1].value, decimals)
    message = (
        f"{_opening(fact, context)} (nguồn in {percent(fact.share or Decimal(0))},"
        f" làm tròn là {rounded})."
        " Báo cáo ghi theo nguồn vì chênh lệch chỉ do cách làm tròn."
    )
    return Finding(TRUNCATED, Severity.NOTE, message, _computation(fact), (fact,), fact, figures)


def _mismatch(fact: Fact, context: Context) -> Finding:
    """Tell of a share that is neither the rounded nor the cut-off one.

    Less than one unit of the last digit may be a shift to make shares add to 100 %.
    """
    figure = share_of_total(fact)
    share = fact.share or Decimal(0)
    near = figure is not None and abs(figure.value - share) < last_digit(share)
    message = (
        f"{_opening(fact, context)}, không khớp với tỷ lệ {_whose(fact)}."
        " Báo cáo ghi số lượng và tỷ lệ theo nguồn, lấy số lượng làm căn cứ"
        " vì tỷ lệ được tính từ số lượng."
    )
    return Finding(
        MISMATCH,
        weigh((fact,), explained=near),
        message,
        _computation(fact),
        (fact,),
        fact,
        (figure,) if figure else (),
    )


def _above_total(fact: Fact, context: Context) -> Finding:
    """Tell of a part that is larger than its whole."""
    total = number(fact.total) if fact.total is not None else ""
    message = (
        f"{subject(fact, context.catalogue)}: {told_by((fact,), context.base)}"
        f" {value_of(fact, context.indicator(fact))}, trong đó số thành phần lớn hơn tổng số."
        " Báo cáo ghi theo nguồn vì nguồn không cho biết số nào cần điều chỉnh."
    )
    computation = f"{number(fact.value)} > {total}"
    return Finding(ABOVE_TOTAL, weigh((fact,)), message, computation, (fact,), fact)


def _above_hundred(fact: Fact, context: Context) -> Finding:
    """Tell of a share or rate that is more than everything."""
    told = percent(_highest(fact, context))
    message = (
        f"{subject(fact, context.catalogue)}: {told_by((fact,), context.base)}"
        f" tỷ lệ {told}, lớn hơn 100%."
        " Báo cáo ghi theo nguồn vì nguồn không cho biết số nào cần điều chỉnh."
    )
    return Finding(ABOVE_HUNDRED, weigh((fact,)), message, f"{told} > 100%", (fact,), fact)
