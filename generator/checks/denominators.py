"""Shares whose denominator is not printed beside them but known from the source.

Either the whole is told in the same source, or the shares beside it give it away:
697 (36,82%), 692 (36,56%) and 504 (26,62%) are shares of their own sum, 1.893, so
731 of the same day cannot be 37 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from generator.checks.context import Context, Pool, Scope
from generator.checks.shifting import fills_hundred
from generator.checks.tolerance import HUNDRED, last_digit, percentage, share_fits
from generator.checks.weighing import weigh
from generator.checks.wording import listed, percent, subject, told_by, with_share, with_unit
from generator.extraction.counted.naming_wholes import OTHER, USUAL
from generator.facts.derived import computed
from generator.facts.formula import ABOUT, TIMES, UNEQUAL, joined_sum, quotient, result
from generator.model.fact import Fact, Source
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.vi.numbers import parse_digits
from generator.vi.printing import number

RULE = "share-denominator"
# behind a count: its share, then the whole that it is of
_BEHIND = re.compile(
    r"[^.;)%]{0,60}?(?P<share>\d{1,3}(?:,\d{1,4})?)%[^.;,()%\d]{0,12}"
    r"(?:(?:trong|trên|của|so với) )?(?:tổng số|tổng) (?P<total>\d{1,3}(?:\.\d{3})+|\d{1,6})"
)
_MOST_SHARES = 10  # sets of up to four of ten shares are tried; more is no running text


@dataclass(frozen=True, slots=True)
class Whole:
    """A denominator, the facts that it is the sum of, and the shares that prove it.

    ``words`` are those that tell it where it is no fact of its own; ``is_named`` says that it
    stands in the words of the share, or before it in the sentence.
    """

    value: Decimal
    terms: tuple[Fact, ...]
    proof: tuple[Fact, ...] = ()
    words: Source | None = None
    is_named: bool = False


def check_denominators(context: Context) -> Iterator[Finding]:
    """Yield a finding for each share that fits no denominator of its source."""
    for pool in context.sources:
        for scope in pool.by_scope:
            facts = tuple(fact for fact in pool.of_scope(scope) if context.is_additive(fact))
            for fact in filter(_has_bare_share, facts):
                whole = _contradicting(fact, facts, pool, scope, context)
                if whole is not None:
                    yield _finding(fact, whole, context)


def _has_bare_share(fact: Fact) -> bool:
    """Tell whether a share is printed without its denominator."""
    return fact.share is not None and fact.total is None and fact.approx is None


def _fits(fact: Fact, whole: Decimal, *, is_shifted: bool = True) -> bool:
    """Tell whether the printed share of a fact can be of a whole, its last digit shifted or not."""
    if fact.share is None:
        return False
    return share_fits(fact.value, whole, fact.share, is_shifted=is_shifted)


def _contradicting(
    fact: Fact, facts: Sequence[Fact], pool: Pool, scope: Scope, context: Context
) -> Whole | None:
    """Return the denominator that a share should have, None if one fits or none is known."""
    known = _told_behind(fact, facts, context) or known_wholes(fact, pool, scope, context)
    if not known:
        proven = _proven_whole(fact, facts)
        others = (one for one in facts if one.unit == fact.unit and one.value >= fact.value)
        stated = (number for one in others for number in (one.value, one.total) if number)
        if proven is None or any(_fits(fact, number) for number in stated):
            return None
        known = (proven,)
    is_shifted = fills_hundred(fact, facts)
    fitting = any(_fits(fact, whole.value, is_shifted=is_shifted) for whole in known)
    return None if fitting else next((one for one in known if one.is_named), known[0])


def _told_behind(fact: Fact, facts: Sequence[Fact], context: Context) -> tuple[Whole, ...]:
    """Return the whole that the words behind a share name: "chiếm 50% trong tổng số 200.000"."""
    if not fact.printed:
        return ()
    text = context.base.text_of(fact.source.doc)
    start = fact.number_start + len(fact.printed)
    match = _BEHIND.match(text, start, start + len(fact.after))
    if match is None or fact.share is None or number(fact.share) != match["share"]:
        return ()
    at, parsed = match.start("total"), parse_digits(match["total"])
    found = [one for one in facts if one.number_start == at and one is not fact]
    if found:
        return tuple(Whole(one.value, (one,), is_named=True) for one in found if one.approx is None)
    if parsed is None or parsed[1] or not text.startswith(f" {fact.unit}", match.end()):
        return ()
    end = match.end() + 1 + len(fact.unit)
    words = Source(fact.source.doc, fact.number_start, end, text[fact.number_start : end])
    return (Whole(parsed[0], (), words=words, is_named=True),)


def known_wholes(fact: Fact, pool: Pool, scope: Scope, context: Context) -> tuple[Whole, ...]:
    """Return the exact wholes that the source tells, or gives as a sum of parts.

    None where the source tells the usual whole with a reservation: the share is of that
    one, "gần 100.000", and neither of another whole nor of one that can be computed with.
    """
    told = [pool.get(name, scope) for name in context.arithmetic.wholes.get(fact.indicator, ())]
    if told and told[0] is not None and told[0].approx is not None:
        return ()
    wholes = [
        Whole(one.value, (one,), is_named=_is_named(fact, one, context))
        for one in told
        if one and one.approx is None
    ]
    if not wholes:
        return ()
    for partition in context.arithmetic.partitions:
        parts = pool.parts(partition.parts, scope)
        if parts and fact.indicator in partition.parts and not _is_told(parts, wholes, context):
            wholes.append(Whole(_sum(parts), parts))
    return tuple(wholes)


def _is_named(fact: Fact, whole: Fact, context: Context) -> bool:
    """Tell whether the sentence of a part names this whole: "nhận 900 hồ sơ, trong đó …"."""
    usual = context.arithmetic.wholes[fact.indicator][0]
    return (USUAL if whole.indicator == usual else OTHER) in fact.rules


def _is_told(parts: Sequence[Fact], wholes: Iterable[Whole], context: Context) -> bool:
    """Tell whether one of some wholes is what parts add up to: a share is of it, not of a sum.

    Where the two differ, the share of the row that is printed is wrong, too. What is carried
    over from before may be in the sum and not in the whole.
    """
    told = {one.indicator for whole in wholes for one in whole.terms}
    names = {part.indicator for part in parts}
    firm = (one for one in context.arithmetic.sums if not one.carried)
    return any(one.whole in told and set(one.parts) == names for one in firm)


def _proven_whole(fact: Fact, facts: Sequence[Fact]) -> Whole | None:
    """Return the one denominator that at least two other shares agree on."""
    others = [
        one
        for one in facts
        if one is not fact and one.unit == fact.unit and one.share is not None and not one.approx
    ]
    proven = {
        whole.value: whole
        for whole in _candidates(others)
        if len(whole.proof) > 1 and whole.value >= fact.value
    }
    return proven.popitem()[1] if len(proven) == 1 else None


def _candidates(shares: Sequence[Fact]) -> Iterator[Whole]:
    """Yield possible denominators with the shares that fit them."""
    for total in sorted({one.total for one in shares if one.total is not None}):
        proof = tuple(one for one in shares if one.total == total)
        yield Whole(total, proof[:1], proof)
    for parts in _closed_sets([one for one in shares if one.total is None]):
        whole = _sum(parts)
        if all(_fits(part, whole) for part in parts):
            yield Whole(whole, parts, parts)


def _closed_sets(shares: Sequence[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Yield sets of two to four shares that add to 100 %."""
    if len(shares) > _MOST_SHARES:
        return
    for size in (2, 3, 4):
        for parts in combinations(shares, size):
            printed = [part.share for part in parts if part.share is not None]
            allowance = sum((last_digit(share) for share in printed), Decimal(0))
            if abs(sum(printed) - HUNDRED) <= allowance:
                yield parts


def _sum(facts: Iterable[Fact]) -> Decimal:
    """Add the values of facts."""
    return sum((fact.value for fact in facts), Decimal(0))


def _finding(fact: Fact, whole: Whole, context: Context) -> Finding:
    """Tell of a share that belongs to no known denominator."""
    figures = _figures(fact, whole)
    terms = dict.fromkeys((fact, *whole.terms, *whole.proof))
    return Finding(
        RULE,
        weigh((fact,), explained=not whole.is_named),
        _message(fact, whole, context),
        _computation(fact, whole),
        tuple(terms),
        fact,
        figures,
        quotes=(whole.words,) if whole.words else (),
    )


def _computation(fact: Fact, whole: Whole) -> str:
    """Write out the division against the printed share."""
    share = percentage(fact.value, whole.value)
    total = (
        f"{joined_sum(one.value for one in whole.terms)} = {number(whole.value)}; "
        if len(whole.terms) > 1
        else ""
    )
    printed = percent(fact.share) if fact.share is not None else ""
    division = f"{quotient(fact.value, whole.value)} {result(share, 2, '%')}"
    return f"{total}{division} {UNEQUAL} {printed}"


def _figures(fact: Fact, whole: Whole) -> tuple[Figure, ...]:
    """Return the whole, where it is a sum, and the share of it."""
    share = percentage(fact.value, whole.value)
    inputs = tuple(dict.fromkeys((fact, *whole.terms)))
    division = f"{number(fact.value)} / {number(whole.value)} {TIMES} 100"
    figure = computed(share, "%", inputs, f"{division} {ABOUT} {percent(share, 2)}", decimals=2)
    if len(whole.terms) < 2:
        return (figure,)
    terms = f"{joined_sum(one.value for one in whole.terms)} = {number(whole.value)}"
    return (computed(whole.value, fact.unit, whole.terms, terms), figure)


def _message(fact: Fact, whole: Whole, context: Context) -> str:
    """Say what is printed, which whole the source uses, and what the report does."""
    indicator = context.indicator(fact)
    share = percent(percentage(fact.value, whole.value), 2)
    total = with_unit(whole.value, indicator)
    why = (
        "nguồn không nêu tổng số dùng để tính tỷ lệ này"
        if whole.proof
        else "tỷ lệ được tính từ số lượng"
    )
    return (
        f"{subject(fact, context.catalogue)}: {told_by((fact,), context.base)}"
        f" {with_share(fact, indicator)}; {_reason(whole)} {total},"
        f" theo đó tỷ lệ là {share}. Báo cáo ghi số lượng và tỷ lệ theo nguồn, lấy số lượng"
        f" làm căn cứ vì {why}."
    )


def _reason(whole: Whole) -> str:
    """Say where the denominator comes from."""
    if not whole.proof:
        return "tổng số tương ứng trong cùng nguồn là"
    shares = listed([percent(one.share) for one in whole.proof if one.share is not None])
    return f"các tỷ lệ cùng thời điểm trong nguồn ({shares}) được tính trên tổng số"
