"""All that a report sets against something else, put together once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue, Place
from generator.config.values import Comparison as Basis
from generator.facts.areas import Area
from generator.model.fact import Fact
from generator.model.finding import Finding
from generator.model.period import Period
from generator.report.areas import of_area, to_be_noted
from generator.report.bases import Rules
from generator.report.crossing import crossing_notes, duties_notes
from generator.report.heeded import heeded, places_of
from generator.report.highlights import highlights
from generator.report.kin import Kin
from generator.report.measures import Baseless, Measured
from generator.report.merged_measures import MergedSum
from generator.report.mergers import (
    Past,
    merged_comparisons,
    merger_notes,
    place_notes,
)
from generator.report.model import PlaceGroup, Scope
from generator.report.old_sums import merged_sums, sum_gaps
from generator.report.rates import derived_rates, with_changes, with_enough_decimals
from generator.report.renaming import name_notes
from generator.report.scope import newest
from generator.report.standings import Ground, standings, unlike_ranks
from generator.report.stated import stated
from generator.report.unlike import baseless, lacking_times, stray_notes, unlike_times
from generator.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Given:
    """What the comparisons are made of.

    ``facts`` are those of the report, the country's too; ``newest`` the one that stands
    for each indicator and place; ``chosen`` those of all places and times but for days before the
    merger of another area than that of then: ``unsure`` are those of which nobody knows it,
    ``whole`` those of the whole area of today, as later sources tell them; ``untold`` are as
    sources have them those whose own change is against another area.
    """

    scope: Scope
    catalogue: Catalogue
    wording: Wording
    places: Mapping[str, Place]
    facts: Sequence[Fact]
    newest: Sequence[Fact]
    chosen: Sequence[Fact]
    unsure: Sequence[Fact]
    whole: Sequence[Fact]
    untold: Sequence[Fact]
    rules: Rules


def measured(given: Given) -> Measured:
    """Return the comparisons over the merger and the standings of a report."""
    catalogue = given.catalogue
    indicators, table = catalogue.indicators, catalogue.places
    past = Past.of(given.chosen, indicators, given.rules, given.unsure, given.whole, given.untold)
    plain = derived_rates(given.facts, given.facts, given.places, indicators, given.wording)
    made = with_enough_decimals(plain, given.facts, catalogue.targets)
    known = (given.facts, given.places, indicators, catalogue.targets, given.wording)
    ground = Ground.of(*known, made, given.rules.ground, given.rules.cut_short)
    told, issued = (*given.facts, *given.chosen), given.scope.issued
    old, unsure, new = (
        of_area(told, given.rules.areas, area, table, issued)
        for area in (Area.OLD, Area.UNSURE, Area.NEW)
    )
    of_periods = (fact for fact in given.facts if fact.period in given.scope.periods)
    shown = tuple(dict.fromkeys((*given.newest, *of_periods)))
    rates = tuple(one for one in made if one.part in given.newest)
    ids = frozenset(fact.id for fact in old)
    smaller = _of_smaller_area(given, shown, ids)
    merged = merged_comparisons(shown, given.places, past)
    notes = merger_notes(shown, given.places, past)
    unlike = unlike_times(shown, given.chosen, given.unsure, given.places, past)
    ranks = unlike_ranks(given.newest, given.chosen, ground, given.rules)
    stand = standings(given.newest, ground, rates)
    beside = tuple(one.fact for one in stand if one.is_among_others)
    cut = [fact for fact in given.facts if given.rules.cut_short(fact)]
    places = {fact.place for fact in given.newest}
    of_told = tuple(fact for fact in shown if fact.place in places)
    compared = (*((one.later.period, one.period) for one in merged), *_of_whole(given, shown))
    noted_times = (*(t for note in notes for t in note.periods), *(one.earlier for one in unlike))
    lacking = lacking_times(of_told, given.chosen, compared, noted_times, given.rules)
    names = (given.chosen, (merged, ranks), given.places, given.rules, issued)
    sums = merged_sums(smaller, given.places, past, issued)
    found = Measured(
        merged=merged,
        sums=sums,
        sum_gaps=sum_gaps(smaller, given.places, past, issued),
        merger_notes=notes,
        crossing_notes=crossing_notes(
            shown, given.chosen, merged, given.places, given.rules, beside
        ),
        duties_notes=duties_notes(shown, given.chosen, given.places, given.rules),
        place_notes=place_notes(given.scope, table, given.facts, old, cut),
        standings=stand,
        rates=with_changes(rates, past),
        unlike_ranks=ranks,
        name_notes=name_notes(shown, *names),
        unlike_times=unlike,
        lacking_times=lacking,
        stated=stated(of_told, given.rules),
        strays=stray_notes(given.chosen, given.scope, indicators, table),
        of_old_area=ids,
        of_unsure_area=frozenset(fact.id for fact in unsure),
        of_new_area=frozenset(fact.id for fact in new),
        noted_area=_noted((old, unsure, new), given.facts, sums),
    )
    return replace(found, baseless=_without_base(given, of_told, found))


def _noted(
    areas: tuple[Sequence[Fact], Sequence[Fact], Sequence[Fact]],
    facts: Sequence[Fact],
    sums: Sequence[MergedSum],
) -> frozenset[str]:
    """Return the ids of the figures whose area is told: of the old, an unsure or the new one."""
    old, unsure, new = areas
    noted = to_be_noted(old, unsure, facts, {one.place.slug for one in sums})
    return frozenset(fact.id for fact in (*noted, *new))


def _of_whole(given: Given, facts: Iterable[Fact]) -> Iterator[tuple[Period, Period]]:
    """Yield the times of figures with those of which a source tells the whole area of today."""
    for fact in facts:
        same = (
            one for one in given.whole if (one.indicator, one.place) == (fact.indicator, fact.place)
        )
        yield from ((fact.period, one.period) for one in same)


def _without_base(given: Given, facts: Sequence[Fact], found: Measured) -> Baseless:
    """Tell how many figures have no base, but for those that are set against old provinces."""
    changed = {one.place.slug for one in found.merged}
    changed |= {one.place.slug for one in found.merger_notes}
    changed |= {fact.place for fact in given.whole}
    ranks = ((one.later.indicator, one.place.slug) for one in found.unlike_ranks)
    times = ((each.id, one.place.slug) for one in found.unlike_times for each in one.indicators)
    return baseless(
        (fact for fact in facts if fact.place not in changed),
        given.chosen,
        frozenset((*ranks, *times)),
        frozenset(one.later for one in found.lacking_times),
        given.rules,
    )


def _of_smaller_area(given: Given, shown: Iterable[Fact], old: Collection[str]) -> tuple[Fact, ...]:
    """Return the figures of old provinces that stand for a time of the report.

    ``old`` are the ids of their facts. Those that stand for the report, and the newest of the
    area before the merger: the first half of a year of which the second half is told of the
    new area.
    """
    newest_of_old = newest((fact for fact in given.facts if fact.id in old), given.scope)
    known = (*(fact for fact in shown if fact.id in old), *newest_of_old.values())
    return tuple(dict.fromkeys(known))


def with_highlights(
    found: Measured,
    told: Iterable[PlaceGroup],
    findings: Iterable[Finding],
    wording: Wording,
    kin: Kin,
    compare: Sequence[Basis],
    apart: Collection[tuple[Fact, Period]] = frozenset(),
) -> Measured:
    """Add what stands out in all that is told; ``compare`` is what "so với" means.

    ``apart`` are the ends of changes that are told of many places together: they need no
    attention of their own.
    """
    groups = tuple(told)
    shown = highlights(found, groups, tuple(findings), wording, kin, compare)
    first, more = heeded(found, groups, wording, kin, apart)
    where = places_of(more)
    return replace(found, highlights=shown, heeded=first, unheeded=more, unheeded_places=where)
