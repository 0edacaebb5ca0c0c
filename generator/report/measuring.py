"""All that a report sets against something else, put together once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue, Place
from generator.config.values import Comparison as Basis
from generator.model.fact import Fact
from generator.model.finding import Finding
from generator.report.highlights import highlights
from generator.report.measures import Measured
from generator.report.mergers import Past, merged_comparisons, merger_notes, place_notes
from generator.report.model import PlaceGroup, Scope
from generator.report.rates import derived_rates
from generator.report.standings import Ground, standings
from generator.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Given:
    """What the comparisons are made of.

    ``facts`` are those of the report, the country's too; ``newest`` the one that stands
    for each indicator and place; ``chosen`` those of all places and times.
    """

    scope: Scope
    catalogue: Catalogue
    wording: Wording
    places: Mapping[str, Place]
    facts: Sequence[Fact]
    newest: Sequence[Fact]
    chosen: Sequence[Fact]
    compare: Sequence[Basis]


def measured(given: Given) -> Measured:
    """Return the comparisons over the merger and the standings of a report."""
    catalogue = given.catalogue
    indicators, table = catalogue.indicators, catalogue.places
    past = Past.of(given.chosen, table, indicators, given.compare, given.wording)
    ground = Ground.of(given.facts, given.places, indicators, catalogue.targets, given.wording)
    return Measured(
        merged=merged_comparisons(given.newest, given.places, past),
        merger_notes=merger_notes(given.newest, given.places, past),
        place_notes=place_notes(given.scope.places, table, given.scope.issued),
        standings=standings(given.newest, ground),
        rates=derived_rates(given.facts, given.newest, given.places, indicators, given.wording),
    )


def with_highlights(
    found: Measured, told: Iterable[PlaceGroup], findings: Iterable[Finding], wording: Wording
) -> Measured:
    """Add what stands out in all that is told."""
    return replace(found, highlights=highlights(found, tuple(told), tuple(findings), wording))
