"""Two sources, or two places of one source, that tell the same measure differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.breakdown import is_breakdown
from generator.checks.context import Context
from generator.checks.tolerance import agree, alike, last_digit
from generator.checks.weighing import weigh
from generator.checks.wording import listed, percent, source_name, sources_of, subject, value_of
from generator.facts import FactGroup
from generator.facts.formula import UNEQUAL
from generator.model.fact import Fact, docs_of
from generator.model.finding import Finding, Severity
from generator.vi.printing import number

RULE = "sources-disagree"


def check_disagreement(context: Context) -> Iterator[Finding]:
    """Yield a finding for each key with values or shares that exclude each other."""
    for group in context.base.groups:
        if len(group.facts) > 1 and context.is_result(group.choice.fact):
            found = list(_of_values(group, context))
            yield from found or _of_shares(group, context)


def _of_values(group: FactGroup, context: Context) -> Iterator[Finding]:
    """Tell of sources that contradict the chosen value, and of each that contradicts itself."""
    across = _across(group, context)
    if across:
        yield _between_sources(group, across, context)
    for doc in docs_of(group.facts):
        own = _told_in(doc, group, context)
        if len(own) > 1 and not is_breakdown(own, context):
            yield _within_source(group, own, context)


def _across(group: FactGroup, context: Context) -> tuple[Fact, ...]:
    """Return the figure of each other source that never tells the chosen value.

    One that tells it among others may break it down. One of another area, or of an open one,
    tells another thing. A value that two sources tell is there once.
    """
    chosen = group.choice.fact
    agreeing = {fact.source.doc for fact in group.facts if agree(fact, chosen)}
    order = {fact.value: place for place, fact in enumerate(group.choice.others)}
    apart = [
        fact
        for fact in group.facts
        if fact.source.doc not in agreeing and context.may_agree(fact, chosen)
    ]
    first: dict[str, Fact] = {}
    for fact in sorted(apart, key=lambda one: order.get(one.value, 0)):
        first.setdefault(fact.source.doc, fact)
    told: dict[Decimal, Fact] = {}
    for fact in first.values():
        told.setdefault(fact.value, fact)
    return tuple(told.values())


def _told_in(doc: str, group: FactGroup, context: Context) -> tuple[Fact, ...]:
    """Return one fact for each value that a source tells, the chosen one first.

    An exact figure stands for a reserved one, one with more digits for its rounded print.
    """
    chosen = group.choice.fact
    own = [one for one in group.facts if one.source.doc == doc and context.may_agree(one, chosen)]
    kept: list[Fact] = []
    for fact in sorted(own, key=lambda one: (one != chosen, one.approx is not None)):
        if not any(agree(fact, one) for one in kept):
            kept.append(fact)
    return tuple(kept)


def _between_sources(group: FactGroup, others: Sequence[Fact], context: Context) -> Finding:
    """Tell of sources that differ and which one the report uses."""
    chosen = group.choice.fact
    told = [_told(one, group, context) for one in (chosen, *others)]
    message = (
        f"{subject(chosen, context.catalogue)}: các nguồn nêu số liệu khác nhau:"
        f" {'; '.join(told)}. {_usage(group, context)}"
    )
    return _finding(message, group, others)


def _within_source(group: FactGroup, own: Sequence[Fact], context: Context) -> Finding:
    """Tell of a source that contradicts itself; many figures, or far apart, may be other things."""
    chosen, first = group.choice.fact, own[0]
    told = listed([value_of(one, context.indicator(one)) for one in own])
    places = "hai" if len(own) == 2 else "nhiều"
    message = (
        f"{subject(chosen, context.catalogue)}: {source_name(first.source.doc, context.base)}"
        f" có {places} chỗ nêu số liệu khác nhau, {told}. {_usage(group, context)}"
    )
    low, high = min(one.value for one in own), max(one.value for one in own)
    same_thing = len(own) == 2 and low * 2 >= high
    severity = weigh(own, explained=True) if same_thing else Severity.NOTE
    computation = f" {UNEQUAL} ".join(number(fact.value) for fact in own)
    values = {fact.value for fact in own}
    mentions = (
        one
        for one in group.facts
        if one.source.doc == first.source.doc and one.value in values and one != first
    )
    return Finding(RULE, severity, message, computation, (first, *mentions), chosen)


def _finding(message: str, group: FactGroup, others: Sequence[Fact]) -> Finding:
    """Return the finding on sources with every mention of the values at odds."""
    chosen = group.choice.fact
    told = (chosen, *others)
    computation = f" {UNEQUAL} ".join(number(fact.value) for fact in told)
    values = {fact.value for fact in told}
    mentions = (fact for fact in group.facts if fact.value in values and fact != chosen)
    facts = (chosen, *mentions)
    return Finding(RULE, weigh(facts), message, computation, facts, chosen)


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
    digits = last_digit(one.share), last_digit(other.share)
    if digits[0] != digits[1]:
        return not alike((one.share, digits[0]), (other.share, digits[1]))
    # of one count one source rounds and another cuts off
    return abs(one.share - other.share) > digits[0]


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
    facts = (chosen, *others)
    severity = weigh(facts, explained=True)
    yield Finding(RULE, severity, message, computation, facts, chosen)


def _share_told(fact: Fact, context: Context) -> str:
    """Print a share with its source."""
    share = percent(fact.share) if fact.share is not None else ""
    return f"{share} theo {sources_of((fact,), context.base)}"
