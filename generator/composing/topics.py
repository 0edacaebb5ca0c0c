"""What is told under one heading: the results in words and the figures of one group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue import Group, Place
from generator.model.fact import NATION
from generator.report.model import GroupSection, PlaceGroup, ReportModel, StatementGroup

OTHER = "Kết quả khác"


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
            nation = section.nation if section else None
            found.append(Topic(group.label, told, nation, None if nation else section))
    return (*found, *(Topic(OTHER, told) for told in results.values()))


def topics_of(place: Place, model: ReportModel, groups: Mapping[str, Group]) -> tuple[Topic, ...]:
    """Return the topics of one province, in catalogue order."""
    own = next((one.groups for one in model.places if one.place.slug == place.slug), ())
    figures = {group.group.id: group for group in own}
    results = _results(model.achievements, place.slug)
    found = [
        Topic(group.label, results.pop(name, None), figures.get(name))
        for name, group in groups.items()
        if name in figures or name in results
    ]
    return (*found, *(Topic(OTHER, told) for told in results.values()))


def _results(items: Sequence[StatementGroup], slug: str) -> dict[str, StatementGroup]:
    """Return the results of one place by theme."""
    return {item.theme: item for item in items if item.place.slug == slug}
