"""What needs attention, chosen by stated rules.

It is more than the extremes of ``generator.report.highlights``: every figure that is short of a
target which is due, or behind the country's; every change for the worse by the measures of its
rules 1 to 3; every number of dossiers that are overdue. Of two rates that tell one thing (on time
and late) one.

Of more than eight the worst are named, and where the others are: of each kind in turn the worst,
then the second of each, until there are eight. The kinds in their order, with what is the worst:
short of a target by the largest part of it; behind the country by the most points; a rate or score
that got worse by the most points; a count by the most percent, one that was none or few by the
most; a rank by the most places; the most that is overdue. What is the country's comes before all.
All stand in the order of their places: the country, bodies, provinces, by the alphabet. Each
change is the first of its figure by the config, whatever the others are set against. A count
that only follows another one (``generator.report.intake``) needs none. A rank is not told again
beside the score that fell with it. What changed in many places is told of
them together (``generator.report.movers``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, zip_longest

from generator.catalogue import in_order
from generator.facts.derived import computed
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.highlights import (
    Changes,
    beyond,
    from_few,
    growth,
    points_of,
    to_nation,
    to_targets,
)
from generator.report.kin import Kin
from generator.report.labels import unit_of
from generator.report.measures import Highlight, HighlightKind, Measured
from generator.report.model import PlaceGroup
from generator.report.wording import Wording

MOST_HEEDED = 8


def heeded(
    found: Measured,
    told: Sequence[PlaceGroup],
    wording: Wording,
    kin: Kin,
    apart: Collection[tuple[Fact, Period]] = frozenset(),
) -> tuple[tuple[Highlight, ...], tuple[Highlight, ...]]:
    """Return what needs attention, of too much the worst, and what is left; by their places.

    ``apart`` are the ends of changes of many places, which are told together.
    """
    kinds = [
        [one for one in kin.once(own, wording) if one.rate or one.ends not in apart]
        for own in _kinds(found, told, wording, kin)
    ]
    in_turn = [one for row in zip_longest(*kinds) for one in row if one is not None]
    in_turn.sort(key=lambda one: one.place is None or one.place.slug != NATION)
    named = {one.place.slug: one.place for one in in_turn if one.place is not None}
    local = in_order(place for slug, place in named.items() if slug != NATION)
    order = {place.slug: at for at, place in enumerate(local)}

    def by_place(items: Iterable[Highlight]) -> tuple[Highlight, ...]:
        return tuple(
            sorted(items, key=lambda one: order.get(one.place.slug, -1) if one.place else -1)
        )

    kept = {id(one) for one in in_turn[:MOST_HEEDED]}
    as_told = list(chain.from_iterable(kinds))
    return (
        by_place(one for one in as_told if id(one) in kept),
        by_place(one for one in as_told if id(one) not in kept),
    )


def places_of(items: Iterable[Highlight]) -> tuple[Figure, ...]:
    """Return of how many places some highlights are, a figure for each kind of places."""
    facts: dict[str, dict[str, Fact]] = {}
    for one in items:
        if one.place is not None and one.fact is not None and one.place.slug != NATION:
            facts.setdefault(unit_of(one.place), {}).setdefault(one.place.slug, one.fact)
    return tuple(
        computed(
            Decimal(len(own)),
            unit,
            tuple(own.values()),
            f"đếm các {unit} còn nội dung cần quan tâm",
            decimals=0,
            label=f"Số {unit} còn nội dung cần quan tâm",
        )
        for unit, own in facts.items()
    )


def _kinds(
    found: Measured, told: Sequence[PlaceGroup], wording: Wording, kin: Kin
) -> Iterator[list[Highlight]]:
    """Yield what needs attention, a list for each kind, the worst first."""
    changes = Changes.of(found, told, wording)
    fallen = [one for one in changes.measured if one.good is False and points_of(one)]
    short = [one for one in to_targets(found.standings, wording) if one.good is False]
    known = [one.standing for one in short]
    behind = [one for one in to_nation(found.standings, wording) if one.standing not in known]
    yield sorted(short, key=lambda one: -abs(beyond(one)))
    for own, size in (
        (behind, points_of),
        (changes.measured, points_of),
        (changes.counts, growth),
        (changes.small, from_few),
        (kin.without_scores(changes.ranks, fallen), points_of),
    ):
        bad = [one for one in own if one.good is False and size(one)]
        yield sorted(bad, key=lambda one, size=size: -abs(size(one)))  # type: ignore[misc]  # of this kind
    yield sorted(_overdue(told, wording), key=lambda one: -one.fact.value if one.fact else 0)


def _overdue(told: Iterable[PlaceGroup], wording: Wording) -> Iterator[Highlight]:
    """Yield the numbers of what should not be there: dossiers that are overdue."""
    for group in told:
        claims = [claim for passage in group.passages for claim in passage.claims]
        newest = max((claim.fact.period.end for claim in claims), default=None)
        for claim in chain(claims, *(claim.parts for claim in claims)):
            fact, indicator = claim.fact, claim.indicator
            is_bad = wording.default(indicator.id).good == "down" and indicator.is_additive
            if is_bad and fact.value > 0 and fact.period.end == newest and fact.level is None:
                kind = HighlightKind.OUTSTANDING
                yield Highlight(kind, good=False, place=group.place, indicator=indicator, fact=fact)
