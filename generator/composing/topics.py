"""What is told under one heading: the results in words and the figures of one group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.catalogue import Group, Place
from generator.model.chart import ChartKind
from generator.model.fact import NATION
from generator.model.period import Period
from generator.report.model import (
    Claim,
    Drawing,
    GroupSection,
    Passage,
    PlaceGroup,
    ReportModel,
    StatementGroup,
)

OTHER = "Kết quả khác"
TOLD_BEST = 2
"""So many counts of different things are told best in a sentence, without a chart."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One heading: ``results`` in words, ``figures`` of the place, or of the provinces.

    ``provinces`` is given where the country has no figure of the group.
    """

    label: str
    results: StatementGroup | None
    figures: PlaceGroup | None = None
    provinces: GroupSection | None = None


def national_topics(model: ReportModel, groups: Mapping[str, Group]) -> tuple[Topic, ...]:
    """Return the topics of the chapter on the whole country, in catalogue order."""
    sections = {section.group.id: section for section in model.groups}
    results = _results(model.achievements, NATION)
    found = []
    for name, group in groups.items():
        section, told = sections.get(name), results.pop(name, None)
        if section or told:
            nation = _drawn(section.nation) if section and section.nation else None
            found.append(Topic(group.label, told, nation, None if nation else section))
    return (*found, *(Topic(OTHER, told) for told in results.values()))


def topics_of(place: Place, model: ReportModel, groups: Mapping[str, Group]) -> tuple[Topic, ...]:
    """Return the topics of one province, in catalogue order."""
    own = next((one.groups for one in model.places if one.place.slug == place.slug), ())
    figures = {group.group.id: _drawn(group) for group in own}
    results = _results(model.achievements, place.slug)
    found = [
        Topic(group.label, results.pop(name, None), figures.get(name))
        for name, group in groups.items()
        if name in figures or name in results
    ]
    return (*found, *(Topic(OTHER, told) for told in results.values()))


def leading(model: ReportModel, most: int) -> tuple[Passage, ...]:
    """Return the country's figures that leaders ask for first, of the newest source alone.

    At most ``most`` claims, those of one period in one passage, in the order in which leaders
    ask for them.
    """
    days = {info.id: info.published or date.min for info in model.sources}
    shown = {one.fact.id for one in model.measured.highlights if one.fact}
    asked = [
        claim
        for claim in model.headlines
        if claim.fact.place == NATION and claim.fact.id not in shown
    ]
    newest = max((days[claim.fact.source.doc] for claim in asked), default=None)
    found: dict[Period, list[Claim]] = defaultdict(list)
    for claim in [one for one in asked if days[one.fact.source.doc] == newest][:most]:
        found[claim.fact.period].append(claim)
    nation = next((one.nation.place for one in model.groups if one.nation), None)
    return tuple(
        Passage(nation, period, tuple(claims)) for period, claims in found.items() if nation
    )


def _drawn(group: PlaceGroup) -> PlaceGroup:
    """Return a group with the charts that earn their place beside its sentences.

    Two counts of different things at one date are told by their sentence.
    """
    worth = (
        one
        for one in group.drawings
        if one.chart.kind is not ChartKind.BAR or _values(one) > TOLD_BEST
    )
    return replace(group, drawings=tuple(worth))


def _values(drawing: Drawing) -> int:
    """Return how many values a chart draws."""
    return sum(value is not None for one in drawing.chart.series for value in one.values)


def _results(items: Sequence[StatementGroup], slug: str) -> dict[str, StatementGroup]:
    """Return the results of one place by theme."""
    return {item.theme: item for item in items if item.place.slug == slug}
