"""What is said of each group of indicators, for the country and for each place."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue import Kind, Place
from generator.model.fact import NATION, Fact
from generator.report import comparing, drawings, passages, tables
from generator.report.locally import local
from generator.report.material import Material
from generator.report.model import (
    Comparison,
    DateTable,
    GroupSection,
    LevelTable,
    PlaceGroup,
    PlaceSection,
    Scope,
    Trend,
)
from generator.report.rank_table import Drawing
from generator.vi.levels import level_name

_MOST_CHARTED = 8  # provinces of one report that have charts of their own


def group_sections(material: Material) -> tuple[GroupSection, ...]:
    """Return the sections of the chapter on results, in catalogue order."""
    nation = material.places.get(NATION)
    sections = []
    for group_id, group in material.catalogue.groups.items():
        whole = _place_group(group_id, nation, material) if nation else None
        found = (_place_group(group_id, place, material) for place in material.scope.places)
        # what the country has no figure for is told of the provinces, in a line
        known, ranks = (one for one in found if one), material.language.relations.rank_of
        claims, totals = ((), ()) if whole else local(known, material.scope, ranks)
        if whole or claims or totals:
            sections.append(GroupSection(group, whole, claims, totals))
    return tuple(sections)


def place_sections(material: Material) -> tuple[PlaceSection, ...]:
    """Return the sections of the chapter on places; a place without facts has none."""
    sections = []
    for place in material.scope.places:
        found = (_place_group(group, place, material) for group in material.catalogue.groups)
        groups = tuple(group for group in found if group is not None)
        if groups:
            sections.append(PlaceSection(place, groups))
    return tuple(sections)


def _place_group(group_id: str, place: Place, material: Material) -> PlaceGroup | None:
    """Return all that is said of a group for one place, None where nothing is."""
    indicators = material.indicators
    own = [
        fact
        for fact in material.facts
        if fact.place == place.slug
        and indicators[fact.indicator].group == group_id
        and indicators[fact.indicator].kind is not Kind.TARGET
    ]
    if not own:
        return None
    past = [
        fact
        for fact in material.past
        if fact.place == place.slug and indicators[fact.indicator].group == group_id
    ]
    by_level = tables.level_tables(own, place, indicators, material.language)
    sums = tables.level_sums(own, place, indicators, by_level)
    sums = comparing.with_total_changes(sums, material.chosen, material.rules)
    by_date = tables.date_tables(own, place, indicators, material.language)
    trends = comparing.trends(own, past, place, indicators, material.rules)
    compared = comparing.comparisons(own, material.chosen, place, indicators, material.rules)
    others = comparing.of_other_periods(own, material.chosen, place, indicators, material.rules)
    in_full = _in_full(by_date, compared)
    told = _told_in_passages(own, trends, (*by_level, *sums), in_full, material.scope)
    return PlaceGroup(
        group=material.catalogue.groups[group_id],
        place=place,
        passages=passages.passages_of(told, place, indicators, material.wording, material.unsplit),
        trends=trends,
        comparisons=compared,
        others=others,
        level_tables=by_level,
        date_tables=by_date,
        drawings=_drawings(own, place, by_level, by_date, trends, material),
        level_sums=sums,
    )


def _told_in_passages(
    own: Sequence[Fact],
    trends: Sequence[Trend],
    by_level: Sequence[LevelTable],
    by_date: frozenset[str],
    scope: Scope,
) -> list[Fact]:
    """Return the facts that neither a trend nor a table tells."""
    trended = {
        name
        for trend in trends
        for name in comparing.told_by(trend, scope.periods, charted=_is_charted(trend.place, scope))
    }
    tabled = {
        figure.inputs[0].id
        for table in by_level
        for row in table.rows
        for figure in row.figures
        if figure is not None
    }
    return [fact for fact in own if fact.id not in trended | tabled | by_date]


def _in_full(by_date: Sequence[DateTable], compared: Sequence[Comparison]) -> frozenset[str]:
    """Return the ids of the facts of tables by date whose change is told, so all is said."""
    changed = {fact.id for one in compared for fact in (one.earlier, one.later)}
    tables = [
        {fact.id for row in table.cells for fact in row if fact is not None} for table in by_date
    ]
    return frozenset(name for table in tables if table <= changed for name in table)


def _is_charted(place: Place, scope: Scope) -> bool:
    """Tell whether a place has charts of its own."""
    return place.slug == NATION or len(scope.places) <= _MOST_CHARTED


def _drawings(
    own: Sequence[Fact],
    place: Place,
    by_level: Sequence[LevelTable],
    by_date: Sequence[DateTable],
    trends: Sequence[Trend],
    material: Material,
) -> tuple[Drawing, ...]:
    """Return the charts of one group and place, none for each of many provinces."""
    if not _is_charted(place, material.scope):
        return ()
    wording, indicators = material.wording, material.indicators
    relations = material.language.relations
    ranks = {trend.indicator.id: trend.facts for trend in trends}
    by_score = {score: ranks[rank] for score, rank in relations.rank_of.items() if rank in ranks}
    found: list[Drawing | None] = [
        *(drawings.of_partition(table, wording) for table in by_date),
        *(drawings.of_levels(table, wording, level_name) for table in by_level),
        *(drawings.of_trend(trend, by_score, wording) for trend in trends),
        *drawings.of_progress(own, place, indicators, wording, relations),
        *drawings.of_alike(own, place, indicators, wording, relations),
    ]
    return tuple(drawing for drawing in found if drawing is not None)
