"""Two sources, or two places of one source, that tell the same measure differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.context import Context
from generator.checks.tolerance import interval, last_digit
from generator.checks.wording import listed, percent, source_name, sources_of, subject, value_of
from generator.facts import FactGroup
from generator.facts.formula import UNEQUAL
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity
from generator.vi.printing import number

RULE = "sources-disagree"


def check_disagreement(context: Context) -> Iterator[Finding]:
    """Yield a finding for each key with values or shares that exclude each other."""
    for group in context.base.groups:
        if len(group.facts) > 1 and context.is_result(group.choice.fact):
            across, within = _across(group, context), _within(group, context)
            if across:
                yield _between_sources(group, across, context)
            elif within is not None:
                yield _within_source(group, within, context)
            else:
                yield from _of_shares(group, context)


def _agree(one: Fact, other: Fact) -> bool:
    """Tell whether one value can be meant by both."""
    return interval(one).meets(interval(other))


def _across(group: FactGroup, context: Context) -> tuple[Fact, ...]:
    """Return the figure of each other source that never tells the chosen value.

    A source that tells it among others breaks it down by something that the
    catalogue has no key for. One of another area, or of an open one, tells another thing.
    """
    chosen = group.choice.fact
    agreeing = {fact.source.doc for fact in group.facts if _agree(fact, chosen)}
    first: dict[str, Fact] = {}
    for fact in group.choice.others:
        if fact.source.doc not in agreeing and context.may_agree(fact, chosen):
            first.setdefault(fact.source.doc, fact)
    return tuple(first.values())


def _within(group: FactGroup, context: Context) -> Fact | None:
    """Return the one other value of the chosen fact's own source.

    Three values and more are a breakdown, no contradiction; so are two that make
    up another figure of the source ("sớm hạn" and "đúng hạn").
    """
    chosen = group.choice.fact
    own = [
        fact
        for fact in group.choice.others
        if fact.source.doc == chosen.source.doc and not _agree(fact, chosen)
    ]
    if len(own) != 1 or _are_parts(chosen, own[0], context):
        return None
    return own[0]


def _are_parts(one: Fact, other: Fact, context: Context) -> bool:
    """Tell whether two values make up a figure beside them, alone or with a third."""
    beside = [
        fact
        for fact in context.facts
        if fact.source.doc == one.source.doc
        and fact.unit == one.unit
        and fact.key[1:] == one.key[1:]
        and fact.indicator != one.indicator
    ]
    wholes = {number for fact in beside for number in (fact.value, fact.total)}
    parts = {Decimal(0), *(fact.value for fact in beside)}
    return any(one.value + other.value + part in wholes for part in parts)


def _between_sources(group: FactGroup, others: Sequence[Fact], context: Context) -> Finding:
    """Tell of sources that differ and which one the report uses."""
    chosen = group.choice.fact
    told = [_told(one, group, context) for one in (chosen, *others)]
    message = (
        f"{subject(chosen, context.catalogue)}: các nguồn nêu số liệu khác nhau:"
        f" {'; '.join(told)}. {_usage(group, context)}"
    )
    return _finding(Severity.WARNING, message, group, others)


def _within_source(group: FactGroup, other: Fact, context: Context) -> Finding:
    """Tell of a source that contradicts itself; figures far apart may be other things."""
    chosen, indicator = group.choice.fact, context.indicator(group.choice.fact)
    message = (
        f"{subject(chosen, context.catalogue)}: {source_name(chosen.source.doc, context.base)}"
        f" có hai chỗ nêu số liệu khác nhau, {value_of(chosen, indicator)} và"
        f" {value_of(other, indicator)}. {_usage(group, context)}"
    )
    low, high = sorted((chosen.value, other.value))
    severity = Severity.WARNING if low * 2 >= high else Severity.NOTE
    return _finding(severity, message, group, (other,))


def _finding(severity: Severity, message: str, group: FactGroup, others: Sequence[Fact]) -> Finding:
    """Return the finding with every mention of the values at odds."""
    chosen = group.choice.fact
    told = (chosen, *others)
    computation = f" {UNEQUAL} ".join(number(fact.value) for fact in told)
    values = {fact.value for fact in told}
    mentions = (fact for fact in group.facts if fact.value in values and fact != chosen)
    return Finding(RULE, severity, message, computation, (chosen, *mentions), chosen)


def _usage(group: FactGroup, context: Context) -> str:
    """Say which figure the report uses and why."""
    chosen = group.choice.fact
    return (
        f"Báo cáo sử dụng {value_of(chosen, context.indicator(chosen))} vì {group.choice.reason}."
    )


def _told(fact: Fact, group: FactGroup, context: Context) -> str:
    """Print a value with the sources that tell it."""
    mentions = group.by_value[fact.value]
    return f"{value_of(fact, context.indicator(fact))} theo {sources_of(mentions, context.base)}"


def _shares_differ(one: Fact, other: Fact) -> bool:
    """Tell whether two printed shares are further apart than rounding allows."""
    if one.share is None or other.share is None:
        return False
    return abs(one.share - other.share) > max(last_digit(one.share), last_digit(other.share))


def _of_shares(group: FactGroup, context: Context) -> Iterator[Finding]:
    """Tell of the same count with different shares beside it."""
    chosen = group.choice.fact
    others = [one for one in group.mentions if _shares_differ(chosen, one)]
    if not others or chosen.share is None:
        return
    told = [_share_told(one, context) for one in (chosen, *others)]
    message = (
        f"{subject(chosen, context.catalogue)}: số liệu"
        f" {value_of(chosen, context.indicator(chosen))} được nêu với tỷ lệ khác nhau:"
        f" {listed(told)}. Báo cáo sử dụng tỷ lệ {percent(chosen.share)}"
        " theo thứ tự ưu tiên nguồn."
    )
    shares = [one.share for one in (chosen, *others) if one.share is not None]
    computation = f" {UNEQUAL} ".join(percent(share) for share in shares)
    yield Finding(RULE, Severity.WARNING, message, computation, (chosen, *others), chosen)


def _share_told(fact: Fact, context: Context) -> str:
    """Print a share with its source."""
    share = percent(fact.share) if fact.share is not None else ""
    return f"{share} theo {sources_of((fact,), context.base)}"
