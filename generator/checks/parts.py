"""Parts against their whole: by administrative level, by kind, by outcome.

Parts and whole are taken from one source where it has them all, else from the
facts that the base chose among all sources.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.catalogue.arithmetic import Sum
from generator.checks.apart import may_be_open
from generator.checks.context import Context, Pool, Scope
from generator.checks.enumerated import enumerated
from generator.checks.tolerance import Interval, interval, sum_of
from generator.checks.weighing import weigh
from generator.checks.wording import is_corrected, listed, subject, told_by, value_of, with_unit
from generator.facts.derived import all_levels, computed
from generator.facts.formula import MINUS, UNEQUAL, joined_sum
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.finding import Finding, Severity
from generator.vi.levels import level_name
from generator.vi.printing import number

RULE = "parts-sum"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A whole and its parts.

    ``total`` is the number that the parts have to reach: the value of ``whole``
    or the b of "a/b". ``complete`` says that the parts leave nothing out;
    ``names`` what they are; ``relation`` why they make up the whole; ``is_read`` that only the
    words of the source say so.
    """

    whole: Fact
    total: Decimal
    parts: tuple[Fact, ...]
    names: tuple[str, ...]
    complete: bool = True
    relation: Sum | None = None
    is_read: bool = False

    @property
    def names_of_same(self) -> set[tuple[object, ...]]:
        """Name what is compared: the measures whatever the source, the parts and total."""
        parts = tuple(part.key for part in self.parts)
        return {(self.whole.key, parts), (self.total, parts)}

    @property
    def sum(self) -> Decimal:
        """Add the printed values of the parts."""
        return sum((part.value for part in self.parts), Decimal(0))

    def is_contradicted(self) -> bool:
        """Tell whether no reading of the printed numbers makes them agree."""
        parts, whole = sum_of(self.parts), self._whole()
        return not parts.meets(whole) if self.complete else parts.low > whole.high

    def _whole(self) -> Interval:
        """Return what the whole may be; the b of "a/b" is taken as exact."""
        if self.total == self.whole.value:
            return interval(self.whole)
        return Interval(self.total, self.total)


def check_parts(context: Context) -> Iterator[Finding]:
    """Yield a finding for each whole that its parts do not make up."""
    seen: set[tuple[object, ...]] = set()
    for pool in context.pools():
        for comparison in _comparisons(pool, context):
            if seen.isdisjoint(comparison.names_of_same) and comparison.is_contradicted():
                yield _finding(comparison, context)
            seen |= comparison.names_of_same


def _comparisons(pool: Pool, context: Context) -> Iterator[Comparison]:
    """Yield all wholes of a pool with their parts."""
    for scope in pool.by_scope:
        yield from _by_kind(pool, scope, context)
        yield from _of_totals(pool, scope, context)
    yield from _by_level(pool, context)


def _label(fact: Fact, context: Context) -> str:
    """Return an indicator's label in quotes."""
    return f"“{context.indicator(fact).label}”"


def _by_kind(pool: Pool, scope: Scope, context: Context) -> Iterator[Comparison]:
    """Yield the wholes that the relations of the catalogue know."""
    for relation in context.arithmetic.sums:
        whole = pool.get(relation.whole, scope)
        parts = pool.parts(relation.parts, scope)
        if whole is not None and parts:
            names = tuple(_label(part, context) for part in parts)
            yield Comparison(whole, whole.value, parts, names, relation=relation)


def _of_totals(pool: Pool, scope: Scope, context: Context) -> Iterator[Comparison]:
    """Yield partitions whose parts are all told as "a/b" with the same b."""
    for partition in context.arithmetic.partitions:
        parts = pool.parts(partition.parts, scope)
        totals = {part.total for part in parts}
        total = totals.pop() if len(totals) == 1 else None
        if total is not None:
            names = tuple(_label(part, context) for part in parts)
            yield Comparison(parts[0], total, parts, names, partition.fills_total)


def _by_level(pool: Pool, context: Context) -> Iterator[Comparison]:
    """Yield the whole places of counts with their figures by level or unit."""
    found: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in pool.facts():
        if fact.level is not None and context.is_additive(fact):
            found[(fact.indicator, fact.place, fact.period)].append(fact)
    for facts in found.values():
        first = facts[0]
        whole = pool.get(first.indicator, (first.place, None, first.period))
        if whole is not None:
            siblings = list(_siblings(facts))
            yield from _by_list(whole, facts, siblings, context)
            for parts in siblings:
                complete = _leaves_nothing_out(parts, whole)
                yield Comparison(whole, whole.value, parts, _names(parts), complete)


def _names(parts: Sequence[Fact]) -> tuple[str, ...]:
    """Return what parts by level or unit are called."""
    return tuple(level_name(part.level) for part in parts)


def _leaves_nothing_out(parts: Iterable[Fact], whole: Fact) -> bool:
    """Tell whether parts are those of all levels."""
    return frozenset(part.level for part in parts) in all_levels(whole.period)


def _by_list(
    whole: Fact, facts: Sequence[Fact], siblings: Sequence[Sequence[Fact]], context: Context
) -> Iterator[Comparison]:
    """Yield a whole whose parts its words list as all, unless they are known to be, or too many.

    Parts of one kind that are more than the whole are told without a look at the words.
    """
    parts = enumerated(whole, facts, context.base.text_of(whole.source.doc))
    if not parts or _leaves_nothing_out(parts, whole):
        return
    found = Comparison(whole, whole.value, parts, _names(parts), is_read=True)
    if found.sum < found.total or not any(set(parts) <= {*one} for one in siblings):
        yield found


def _siblings(facts: Sequence[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Split parts into sets that cannot overlap.

    The administrative levels are one set; units of one kind ("Sở …", "huyện …")
    are another each.
    """
    sets: Mapping[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        level = fact.level or ""
        sets["" if level.startswith("cap-") else level.split()[0].casefold()].append(fact)
    for kind in sorted(sets):
        yield tuple(sets[kind])


def _finding(comparison: Comparison, context: Context) -> Finding:
    """Tell of a sum that is not what it should be."""
    figures = _figures(comparison)
    sign = UNEQUAL if comparison.complete else ">"
    computation = (
        f"{joined_sum(part.value for part in comparison.parts)} = {number(comparison.sum)}"
        f" {sign} {number(comparison.total)}"
    )
    return Finding(
        RULE,
        _severity(comparison, context),
        _message(comparison, context),
        computation,
        (comparison.whole, *(one for one in comparison.parts if one != comparison.whole)),
        comparison.whole,
        figures,
        is_open=True,
    )


def _severity(comparison: Comparison, context: Context) -> Severity:
    """Weigh a contradiction by what else may explain it: the catalogue tells of one source."""
    relation, facts = comparison.relation, (comparison.whole, *comparison.parts)
    is_above = comparison.sum > comparison.total
    if relation is None:
        # a unit that the list leaves out may have the rest
        return weigh(facts, explained=comparison.is_read and not is_above)
    known = relation.above if is_above else relation.below
    if known is not Severity.ERROR:
        return known
    # what is overdue and still open is none of what was resolved
    open_ones = [one for one in comparison.parts if one.indicator in context.arithmetic.apart]
    return weigh(facts, explained=is_above and any(map(may_be_open, open_ones)))


def _figures(comparison: Comparison) -> tuple[Figure, Figure]:
    """Return the sum and how far it is from the whole."""
    unit = comparison.whole.unit
    facts = (comparison.whole, *comparison.parts)
    terms = joined_sum(part.value for part in comparison.parts)
    total = number(comparison.total)
    gap = comparison.sum - comparison.total
    written = f"({terms}) {MINUS} {total}" if gap > 0 else f"{total} {MINUS} ({terms})"
    return (
        computed(comparison.sum, unit, comparison.parts, f"{terms} = {number(comparison.sum)}"),
        computed(abs(gap), unit, facts, f"{written} = {number(abs(gap))}"),
    )


def _message(comparison: Comparison, context: Context) -> str:
    """Say what is printed, what the sum is, and what the report uses."""
    whole, indicator = comparison.whole, context.indicator(comparison.whole)
    total = (
        value_of(replace(whole, total=None), indicator)
        if comparison.total == whole.value
        else with_unit(comparison.total, indicator)
    )
    told = (
        f"{subject(whole, context.catalogue)}: {told_by((whole,), context.base)} tổng số"
        f" {total}, trong khi cộng số liệu {listed(comparison.names)} là"
        f" {with_unit(comparison.sum, indicator)}"
        f" (chênh lệch {with_unit(abs(comparison.sum - comparison.total), indicator)})."
    )
    return f"{told} {_usage(comparison, total)}"


def _usage(comparison: Comparison, total: str) -> str:
    """Say which figure the report uses and why."""
    relation = comparison.relation
    if relation is not None and relation.carried and comparison.sum > comparison.total:
        return (
            "Báo cáo ghi các số liệu theo nguồn"
            " vì số chuyển từ kỳ trước sang có thể giải thích phần chênh lệch."
        )
    origin = "đã điều chỉnh" if is_corrected(comparison.whole) else "do nguồn nêu"
    as_told = (
        "như nguồn và kết quả rà soát" if any(map(is_corrected, comparison.parts)) else "như nguồn"
    )
    return (
        f"Báo cáo sử dụng tổng số {total} {origin} và ghi số liệu thành phần {as_told}"
        " vì nguồn không cho biết số nào cần điều chỉnh."
    )
