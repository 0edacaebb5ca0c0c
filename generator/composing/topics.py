"""What is told under one heading: the results in words and the figures of one group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.catalogue import Group, Place
from generator.composing.announcing import facts_of
from generator.model.chart import ChartKind
from generator.model.fact import NATION, Fact
from generator.model.period import Period
from generator.report.model import (
    Claim,
    GroupSection,
    Passage,
    PlaceGroup,
    ReportModel,
    StatementGroup,
)
from generator.report.rank_table import Drawing

OTHER = "Kết quả khác"
LEAST_DRAWN = 3
"""Fewer bars only repeat their sentence; columns show a change from two dates on."""

MOST_PLAIN = 3
"""So many short paragraphs on one place do without headings."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One heading: ``results`` in words, ``figures`` of the place, or of the provinces.

    ``provinces`` is given where the country has no figure of the group.
    """

    label: str
    results: StatementGroup | None
    figures: PlaceGroup | None = None
    provinces: GroupSection | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that its sentences tell, tables by level aside."""
        group = self.figures
        claims = [claim for one in group.passages for claim in one.claims] if group else []
        claims += self.provinces.local if self.provinces else ()
        found = [fact for claim in claims for fact in facts_of(claim)]
        found += [fact for trend in (group.trends if group else ()) for fact in trend.facts]
        return tuple(dict.fromkeys(found))

    @property
    def is_of_one(self) -> bool:
        """Whether it tells sentences of one indicator alone, and nothing else."""
        group, others = self.figures, self.provinces
        tables = bool(group and (group.level_tables or group.level_sums or group.date_tables))
        tables |= bool(others and others.local_tables)
        return not (self.results or tables) and len({one.indicator for one in self.facts}) == 1


def national_topics(model: ReportModel, groups: Mapping[str, Group]) -> tuple[Topic, ...]:
    """Return the topics of the chapter on the whole country, in catalogue order."""
    sections = {section.group.id: section for section in model.groups}
    results = _results(model.achievements, NATION)
    found = []
    for name, group in groups.items():
        section, told = sections.get(name), results.pop(name, None)
        nation = _drawn(section.nation) if section and section.nation else None
        provinces = None if nation else section
        if told or nation or provinces:
            found.append(Topic(group.label, told, nation, provinces))
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


def is_brief(topics: Sequence[Topic], models: Sequence[StatementGroup]) -> bool:
    """Tell whether a place has no more to tell than a short paragraph under each heading."""
    models_told = sum(len(item.statements) for item in models)
    return models_told < 2 and len(topics) <= MOST_PLAIN and all(map(_is_paragraph, topics))


def _is_paragraph(topic: Topic) -> bool:
    """Tell whether a topic is told in one short paragraph, of words or of figures."""
    group = topic.figures
    told = topic.results.statements if topic.results else ()
    if group and (group.level_tables or group.date_tables or group.comparisons or group.trends):
        return False
    return len(told) + (len(group.passages) if group else 0) == 1


def _drawn(group: PlaceGroup) -> PlaceGroup:
    """Return a group with the charts that earn their place beside its sentences."""
    return replace(group, drawings=tuple(one for one in group.drawings if _is_worth(one)))


def _is_worth(drawing: Drawing) -> bool:
    """Tell whether a chart shows more than its sentence says."""
    chart = drawing.chart
    values = sum(value is not None for one in chart.series for value in one.values)
    return chart.kind is not ChartKind.BAR or values >= LEAST_DRAWN


def _results(items: Sequence[StatementGroup], slug: str) -> dict[str, StatementGroup]:
    """Return the results of one place by theme."""
    return {item.theme: item for item in items if item.place.slug == slug}
