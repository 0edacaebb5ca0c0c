"""All that a report sets against something else, put together once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue, Place
from generator.config.values import Comparison as Basis
from generator.model.fact import Fact
from generator.model.finding import Finding
from generator.report.areas import Area, of_area, to_be_noted
from generator.report.highlights import highlights
from generator.report.measures import Measured
from generator.report.mergers import (
    Past,
    merged_comparisons,
    merged_sums,
    merger_notes,
    place_notes,
)
from generator.report.model import PlaceGroup, Scope
from generator.report.rates import derived_rates
from generator.report.standings import Ground, standings
from generator.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Given:
    """What the comparisons are made of.

    ``facts`` are those of the report, the country's too; ``newest`` the one that stands
    for each indicator and place; ``chosen`` those of all places and times; ``areas`` what
    area those of days before the merger are of.
    """

    scope: Scope
    catalogue: Catalogue
    wording: Wording
    places: Mapping[str, Place]
    facts: Sequence[Fact]
    newest: Sequence[Fact]
    chosen: Sequence[Fact]
    compare: Sequence[Basis]
    areas: Mapping[str, Area]


def measured(given: Given) -> Measured:
    """Return the comparisons over the merger and the standings of a report."""
    catalogue = given.catalogue
    indicators, table = catalogue.indicators, catalogue.places
    past = Past.of(given.chosen, table, indicators, given.compare, given.wording)
    ground = Ground.of(given.facts, given.places, indicators, catalogue.targets, given.wording)
    told = (*given.facts, *given.chosen)
    old, unsure = (
        of_area(told, given.areas, area, table, given.scope.issued)
        for area in (Area.OLD, Area.UNSURE)
    )
    of_periods = (fact for fact in given.facts if fact.period in given.scope.periods)
    shown = tuple(dict.fromkeys((*given.newest, *of_periods)))
    return Measured(
        merged=merged_comparisons(shown, given.places, past),
        sums=merged_sums(
            (fact for fact in shown if fact in old), given.places, past, given.scope.issued
        ),
        merger_notes=merger_notes(shown, given.places, past),
        place_notes=place_notes(given.scope, table, given.facts, old),
        standings=standings(given.newest, ground),
        rates=derived_rates(given.facts, given.newest, given.places, indicators, given.wording),
        of_old_area=frozenset(fact.id for fact in old),
        of_unsure_area=frozenset(fact.id for fact in unsure),
        noted_area=frozenset(fact.id for fact in to_be_noted(old, unsure, given.facts)),
    )


def with_highlights(
    found: Measured, told: Iterable[PlaceGroup], findings: Iterable[Finding], wording: Wording
) -> Measured:
    """Add what stands out in all that is told."""
    return replace(found, highlights=highlights(found, tuple(told), tuple(findings), wording))
