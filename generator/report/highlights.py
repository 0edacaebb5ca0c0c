"""What a leader asks first, chosen by stated rules.

1. The largest rise and the largest fall of a count, by its growth in percent, where the
   base has at least 30 (of fewer a percentage says little) and the change at least 5 %; told by
   its number where the figures are rounded too much for a growth. Where the base has fewer, or
   none at all, and the figure reaches 30, the largest rise by its number, told in numbers alone:
   from 0 to 45, from 12 to 32.
2. The largest rise and fall of a rate or score, by its points, half a point at least; scores
   of scales other than 100 are left out, since their points weigh otherwise.
3. The largest rise and fall of a rank that sources print, by its places; that of a score which
   stands out itself is told beside it.
4. The figure furthest above and the one furthest below its target, by its distance as a
   part of the target, so that figures of all units weigh alike: 10 points short of 20 %
   are more than 50 dossiers short of 1.000. A target of zero is missed by all of it, the more
   the farther. One that still has years to go is no bad news, unless the figure is behind the
   country's, too.
5. The figure furthest above and the one furthest below the country's, by points, half a point
   at least. Of an indicator that stands out by its target on that side the distance to the
   country's is told beside it, and another indicator is asked.
6. Up to two contradictions of severity error about a figure that leaders ask for.

Of each of the rules 1 to 5 the worst is never left untold: where the largest change for the
worse, or distance on the wrong side, is neither of the two, it stands out as a third. Two rates
that tell one thing (on time and late) stand out once (``Kin.once``).

Figures of which neither more nor less is better stand out only where leaders ask for them.
A count that only follows another one, with fewer dossiers received fewer resolved, does not stand
out, nor need attention (``generator.report.intake``).
Changes are those that the report tells: of one place, over times of equal length, over the
merger of provinces by sums. Each figure is set against the first of the times that the config
names of which a figure is known. Only changes against one and the same time are weighed against
each other: of rises, falls and changes for the worse those against the first time of the config
by which any of them is worth a word; those against the second stand out where there are none. One
figure stands out by one change and by one distance: the furthest from a target is told whatever
its change was. Of those that print the same size all are named, up to three; of more none stands
out. Where the facts allow none of it there are no highlights. A target that the country misses
is always told.

All else that needs attention is chosen by ``generator.report.heeded``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from generator.catalogue import Indicator, Kind, Place
from generator.config.values import Comparison as Basis
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.model.finding import Finding, Severity
from generator.report.bases import base_periods
from generator.report.comparing import LEAST_BASE
from generator.report.figures import value_of
from generator.report.intake import LEAST_GROWTH, Growths
from generator.report.kin import Kin
from generator.report.measures import Highlight, HighlightKind, Measured, Standing
from generator.report.model import PlaceGroup
from generator.report.wording import Wording
from generator.vi.printing import rounded

LEAST_POINTS = Decimal("0.5")
MOST_CONTRADICTIONS = 2
MOST_ALIKE = 3

_HUNDRED = Decimal(100)
_NONE = Decimal(0)
_PRINTED = 2  # decimals of a percentage
_Size = Callable[[Highlight], Decimal]


def highlights(
    found: Measured,
    told: Sequence[PlaceGroup],
    findings: Sequence[Finding],
    wording: Wording,
    kin: Kin | None = None,
    compare: Sequence[Basis] = (),
) -> tuple[Highlight, ...]:
    """Return what stands out, good news and bad, in the order of the rules.

    ``compare`` is what the config says that "so với" means.
    """
    kin = kin or Kin()
    changes = Changes.of(found, told, wording)
    points = _extremes(kin.once(changes.measured, wording), points_of, compare)
    goals = kin.once(to_targets(found.standings, wording), wording)
    by_target = _extremes(goals, beyond)
    missed = [
        one
        for one in goals
        if one.good is False and one.place is not None and one.place.slug == NATION
    ]
    known = {
        (name, one.kind is HighlightKind.ABOVE_TARGET)
        for one in by_target
        if one.indicator
        for name in (one.indicator.id, kin.complements.get(one.indicator.id))
    }
    apart = [
        one
        for one in to_nation(found.standings, wording)
        if one.indicator and (one.indicator.id, _is_ahead(one)) not in known
    ]
    return (
        *_extremes(changes.counts, growth, compare),
        *_extremes(changes.small, from_few, compare),
        *points,
        *_extremes(kin.without_scores(changes.ranks, points), points_of, compare),
        *by_target,
        *(one for one in missed if one not in by_target),
        *_extremes(kin.once(apart, wording), points_of),
        *_contradictions(findings, wording),
    )


# ---------------------------------------------------------------- changes


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes over time that a leader cares about: of counts, of rates and scores, of ranks.

    ``small`` are those of counts that were none, or too few for a percentage.
    """

    counts: list[Highlight]
    small: list[Highlight]
    measured: list[Highlight]
    ranks: list[Highlight]

    @classmethod
    def of(cls, found: Measured, told: Sequence[PlaceGroup], wording: Wording) -> Changes:
        """Collect the changes that a report tells, but for counts that only follow others."""
        merged = list(_merged(found, wording))
        own = (_counts(told, wording), merged, _points(told, wording))
        over_time = (*chain(*own), *_computed(found, wording))
        growths = Growths.of(found, told, wording)
        asked = (one for one in over_time if _matters(one, wording))
        known = [one for one in asked if not growths.only_follows(one)]
        renamed = [one for one in merged if one.indicator and one.indicator.kind is Kind.RANK]
        renamed = [one for one in renamed if one.difference and one.difference.value]
        ranks = [*_ranks(told), *map(_by_places, renamed)]
        return cls(
            [one for one in known if one.relative is not None or _is_of_many(one)],
            [one for one in known if one.is_of_few and not _is_of_many(one)],
            [one for one in known if _is_measured(one)],
            ranks,
        )


def _counts(told: Iterable[PlaceGroup], wording: Wording) -> Iterator[Highlight]:
    """Yield the changes of counts of one place."""
    for group in told:
        firsts = {one.later: one for one in reversed(group.comparisons)}
        for one in reversed(firsts.values()):
            yield _change(
                one.place,
                one.indicator,
                one.later,
                one.difference,
                one.relative,
                one.earlier,
                wording,
            )


def _merged(found: Measured, wording: Wording) -> Iterator[Highlight]:
    """Yield the changes over a merger, each figure against the first of its bases."""
    firsts = {one.later: one for one in reversed(found.merged)}
    for one in reversed(firsts.values()):
        yield Highlight(
            _kind(one.difference),
            _is_good(one.difference, one.indicator, wording),
            one.place,
            one.indicator,
            one.later,
            one.difference,
            one.relative,
            one.base,
            one.period,
            merged=True,
        )


def _points(told: Iterable[PlaceGroup], wording: Wording) -> Iterator[Highlight]:
    """Yield the changes of rates and of scores out of a hundred."""
    for group in told:
        for one in group.trends:
            scaled = one.indicator.unit == "%" or one.later.total == _HUNDRED
            if one.compared and one.indicator.kind is not Kind.RANK and scaled:
                first = one.compared[0]
                yield _change(
                    one.place,
                    one.indicator,
                    one.later,
                    first.difference,
                    None,
                    first.earlier,
                    wording,
                )


def _ranks(told: Iterable[PlaceGroup]) -> Iterator[Highlight]:
    """Yield the changes of ranks: upwards is better, to a smaller number."""
    for group in told:
        for one in group.trends:
            if (
                one.compared
                and one.indicator.kind is Kind.RANK
                and one.compared[0].difference.value
            ):
                first = one.compared[0]
                difference, base = first.difference, value_of(first.earlier)
                yield Highlight(
                    _kind(difference),
                    difference.value > 0,
                    one.place,
                    one.indicator,
                    one.later,
                    difference,
                    base=base,
                    base_period=first.earlier.period,
                )


def _by_places(one: Highlight) -> Highlight:
    """Return the change of a rank under another name (Huế): more places up is better."""
    up = one.difference is not None and one.difference.value > 0
    return replace(one, good=up, merged=False)


def _computed(found: Measured, wording: Wording) -> Iterator[Highlight]:
    """Yield the changes of rates that the report made of two counts."""
    for one in found.rates:
        for first in one.changes[:1]:
            yield Highlight(
                _kind(first.difference),
                _is_good(first.difference, one.indicator, wording),
                one.place,
                one.indicator,
                one.part,
                first.difference,
                None,
                first.base,
                first.period,
                merged=first.merged,
                rate=one.rate,
            )


def _is_of_many(one: Highlight) -> bool:
    """Tell whether a change is one of a count that was large enough for a percentage."""
    return one.is_of_few and one.base is not None and one.base.value >= LEAST_BASE


def _is_measured(one: Highlight) -> bool:
    """Tell whether a change is one of a rate or score."""
    return one.indicator is not None and one.indicator.is_measured


def _matters(one: Highlight, wording: Wording) -> bool:
    """Tell whether a leader cares which way a figure goes."""
    asked = one.indicator and wording.default(one.indicator.id).headline is not None
    return one.good is not None or bool(asked)


def _change(
    place: Place,
    indicator: Indicator,
    later: Fact,
    difference: Figure,
    relative: Figure | None,
    earlier: Fact,
    wording: Wording,
) -> Highlight:
    """Return one change as a highlight."""
    return Highlight(
        _kind(difference),
        _is_good(difference, indicator, wording),
        place,
        indicator,
        later,
        difference,
        relative,
        value_of(earlier),
        earlier.period,
    )


def _kind(difference: Figure) -> HighlightKind:
    """Return whether a change is a rise or a fall."""
    return HighlightKind.RISE if difference.value > 0 else HighlightKind.FALL


def _is_good(difference: Figure, indicator: Indicator, wording: Wording) -> bool | None:
    """Tell whether a change goes the better way, None where neither is better."""
    good = wording.default(indicator.id).good
    return (difference.value > 0) == (good == "up") if good else None


def growth(one: Highlight) -> Decimal:
    """Return the growth of a count as a fraction, 0 where it is not worth a word."""
    if one.base is None or one.difference is None or one.base.value < LEAST_BASE:
        return Decimal(0)
    growth = one.difference.value / one.base.value
    return growth if abs(growth) * _HUNDRED >= LEAST_GROWTH else Decimal(0)


def from_few(one: Highlight) -> Decimal:
    """Return by how much a count grew that was none or few, 0 where it still is few."""
    if one.base is None or one.difference is None or one.fact is None:
        return _NONE
    crossed = one.base.value < LEAST_BASE <= one.fact.value
    return one.difference.value if crossed else _NONE


def points_of(one: Highlight) -> Decimal:
    """Return the points of a change or distance, 0 where they are not worth a word."""
    points = one.difference.value if one.difference is not None else _NONE
    return points if abs(points) >= LEAST_POINTS else _NONE


def _extremes(
    found: Sequence[Highlight], size: _Size, compare: Sequence[Basis] = ()
) -> list[Highlight]:
    """Return the largest rise and fall and, where it is neither, the worst."""
    sizes = [(rounded(size(one) * _HUNDRED, _PRINTED), one) for one in found]
    rises = [(value, one) for value, one in sizes if value > 0]
    falls = [(-value, one) for value, one in sizes if value < 0]
    bad = [(value, one) for value, one in (*rises, *falls) if one.good is False]
    ends = [one for way in (rises, falls) for one in _largest(_of_first_base(way, compare))]
    worst = _largest(_of_first_base(bad, compare))
    return [*ends, *(one for one in worst if one not in ends)]


def _of_first_base(
    sizes: Sequence[tuple[Decimal, Highlight]], compare: Sequence[Basis]
) -> list[tuple[Decimal, Highlight]]:
    """Return the changes against the first time of the config that any of them is against."""
    ranks = [_rank_of_base(one, compare) for _, one in sizes]
    return [one for rank, one in zip(ranks, sizes, strict=True) if rank == min(ranks)]


def _rank_of_base(one: Highlight, compare: Sequence[Basis]) -> int:
    """Return which of the times of the config a change is against; a stock is against any."""
    if one.fact is None or one.base_period is None or one.fact.period.is_stock:
        return 0
    wanted = base_periods(one.fact.period, compare)
    return wanted.index(one.base_period) if one.base_period in wanted else len(wanted)


def _largest(sizes: Sequence[tuple[Decimal, Highlight]]) -> list[Highlight]:
    """Return all of those that are the largest alike, none of too many."""
    most = max((value for value, _ in sizes), default=_NONE)
    alike = [one for value, one in sizes if value == most]
    return alike if len(alike) <= MOST_ALIKE else []


# ---------------------------------------------------------------- distances


def to_targets(standings: Iterable[Standing], wording: Wording) -> list[Highlight]:
    """Return the distances of figures to their targets."""
    return [_to_target(one, wording) for one in standings if one.to_target is not None]


def _to_target(one: Standing, wording: Wording) -> Highlight:
    """Return the distance of a figure to its target, with that to the country's on its side.

    A target that still has years to go is not missed yet; a figure behind the country's needs
    attention all the same.
    """
    kind = HighlightKind.ABOVE_TARGET if one.is_met else HighlightKind.BELOW_TARGET
    beside = [item for item in to_nation((one,), wording) if points_of(item)]
    alike = next((item for item in beside if _is_ahead(item) is one.is_met), None)
    behind = alike is not None and alike.good is False
    good = one.is_met or (False if one.is_due or behind else None)
    return Highlight(
        kind,
        good,
        one.place,
        one.indicator,
        one.fact,
        one.to_target,
        standing=one,
        to_nation=alike.difference if alike else None,
        rate=one.rate,
    )


def _is_ahead(one: Highlight) -> bool:
    """Tell whether a figure is on the better side of the country's, above it where none is."""
    return one.kind is HighlightKind.ABOVE_NATION if one.good is None else one.good


def beyond(one: Highlight) -> Decimal:
    """Return by what part of it a target is surpassed, negative where it is not reached."""
    target = one.standing.target if one.standing is not None else None
    distance = abs(one.difference.value) if one.difference is not None else _NONE
    whole = abs(target.value) if target is not None else _NONE
    size = distance / whole if whole else distance and distance + 1
    return size if one.kind is HighlightKind.ABOVE_TARGET else -size


def to_nation(standings: Iterable[Standing], wording: Wording) -> Iterator[Highlight]:
    """Yield the distances of figures to the country's."""
    for one in standings:
        scaled = one.indicator.unit == "%" or one.fact.total == _HUNDRED
        if one.to_nation is not None and scaled:
            above = one.to_nation.value > 0
            kind = HighlightKind.ABOVE_NATION if above else HighlightKind.BELOW_NATION
            good = _is_good(one.to_nation, one.indicator, wording)
            yield Highlight(
                kind,
                good,
                one.place,
                one.indicator,
                one.fact,
                one.to_nation,
                standing=one,
                rate=one.rate,
            )


# ---------------------------------------------------------------- contradictions


def _contradictions(findings: Iterable[Finding], wording: Wording) -> tuple[Highlight, ...]:
    """Return the contradictions about figures that leaders ask for."""
    grave = [
        one
        for one in findings
        if one.severity is Severity.ERROR
        and any(wording.default(fact.indicator).headline is not None for fact in one.facts)
    ]
    return tuple(
        Highlight(HighlightKind.CONTRADICTION, good=False, finding=one)
        for one in grave[:MOST_CONTRADICTIONS]
    )
