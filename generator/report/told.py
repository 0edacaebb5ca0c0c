"""What a report tells, gathered from its sections: groups, earlier facts, computed figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.catalogue import Indicator
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.review import Decision
from generator.model.statement import Statement
from generator.report.model import (
    AppendixRow,
    Drawing,
    GroupSection,
    PlaceGroup,
    PlaceSection,
    Scope,
)
from generator.report.scope import in_scope


def compared_with(
    groups: Sequence[GroupSection], sections: Sequence[PlaceSection]
) -> tuple[Fact, ...]:
    """Return the earlier facts that the text compares with."""
    told = place_groups(groups, sections)
    return tuple(one.earlier for group in told for one in group.comparisons)


def place_groups(
    groups: Sequence[GroupSection], sections: Sequence[PlaceSection]
) -> tuple[PlaceGroup, ...]:
    """Return all groups of the country and of the places, in the order of the text."""
    local = (group for section in sections for group in section.groups)
    return (*(group.nation for group in groups if group.nation), *local)


def computed(
    groups: Sequence[GroupSection],
    sections: Sequence[PlaceSection],
    all_drawings: Sequence[Drawing],
) -> tuple[Figure, ...]:
    """Return every computed figure once, in the order of the text."""
    found: list[Figure | None] = []
    for group in place_groups(groups, sections):
        found += [trend.difference for trend in group.trends]
        for comparison in group.comparisons:
            found += [comparison.difference, comparison.relative]
        for table in group.level_tables:
            if table.total:
                found += [*table.total.figures, *table.total.shares]
        for by_date in group.date_tables:
            found += by_date.totals
    for drawing in all_drawings:
        found += [value for one in drawing.chart.series for value in one.values]
    unique = {figure.id: figure for figure in found if figure is not None and figure.is_computed}
    return tuple(unique.values())


def about(
    findings: Sequence[Finding],
    rows: Sequence[AppendixRow],
    scope: Scope,
    indicators: Mapping[str, Indicator],
) -> tuple[Finding, ...]:
    """Return the findings about facts that the report holds, or that a person took out of it."""
    told = {row.fact.id for row in rows}
    return tuple(
        one
        for one in findings
        if any(fact.id in told or _taken_out(fact, scope, indicators) for fact in one.facts)
    )


def _taken_out(fact: Fact, scope: Scope, indicators: Mapping[str, Indicator]) -> bool:
    """Tell whether a fact would be in the report, had it not been excluded by a person."""
    excluded = fact.review is not None and fact.review.decision is Decision.EXCLUDE
    return excluded and in_scope(fact, scope, indicators)


def quoted(told: Sequence[Statement], *, alone: bool) -> tuple[Statement, ...]:
    """Return the statements that a document quotes: of one province, its own."""
    return tuple(one for one in told if not alone or one.place != NATION)
