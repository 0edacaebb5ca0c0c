"""From the facts of a job to everything that its report says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.catalogue import Catalogue, Indicator, Kind, Language, Place
from generator.config.plan import ReportJob
from generator.config.values import Comparison as Basis
from generator.config.values import Scope as Spread
from generator.errors import Location, RenderError
from generator.facts import FactBase
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.source_text import SourceInfo
from generator.model.statement import Statement, StatementKind
from generator.report import comparing, drawings, passages, statements, tables
from generator.report.model import (
    AppendixRow,
    Change,
    Claim,
    DateTable,
    Drawing,
    GroupSection,
    LevelTable,
    PlaceGroup,
    PlaceSection,
    PlaceTable,
    ReportModel,
    Scope,
    StatementGroup,
    Trend,
)
from generator.report.scope import cut_off, history, in_scope, newest
from generator.vi.levels import level_name


@dataclass(frozen=True, slots=True)
class _Material:
    """What all parts of one report are made of."""

    scope: Scope
    catalogue: Catalogue
    language: Language
    chosen: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    past: tuple[Fact, ...]
    places: Mapping[str, Place]
    compare: tuple[Basis, ...]

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Return the indicators of the catalogue."""
        return self.catalogue.indicators


def build_report(
    job: ReportJob,
    base: FactBase,
    findings: Sequence[Finding],
    found_statements: Sequence[Statement],
    catalogue: Catalogue,
    language: Language,
) -> ReportModel:
    """Return the model of one report.

    ``base`` holds the facts of all sources of the job; of facts that disagree the
    one chosen by the base is told. Findings count where the report uses one of
    their facts. Raises RenderError where no source has a figure for the report.
    """
    everything = _gathered(job, base, catalogue, language)
    places = tuple(everything.places.values())
    alone = job.config.scope is Spread.EACH
    material = _without_nation(everything) if alone else everything
    groups, sections = _groups(material), _place_sections(material)
    standing = newest(everything.facts, everything.scope)
    compared = tables.place_table(standing, places, catalogue.indicators)
    rows = _appendix(material, base, compared, _compared_with(groups, sections))
    if not rows:
        raise RenderError(
            f"the sources have no figure for the places and periods of {job.name!r}",
            location=Location(job.config.file),
            hint="'soket list facts' shows what they have; choose other periods or add sources",
        )
    said = _timely(found_statements, base, material.scope, material.places)
    changes = comparing.changes(
        newest(material.facts, material.scope),
        material.chosen,
        material.places,
        catalogue.indicators,
        language,
    )
    drawn = _all_drawings(groups, sections)
    noted = _about(findings, rows)

    def of_kind(kind: StatementKind) -> tuple[StatementGroup, ...]:
        return statements.grouped(said, kind, places, tuple(catalogue.groups))

    return ReportModel(
        scope=material.scope,
        groups=groups,
        places=sections,
        place_table=compared,
        headlines=_headlines(material),
        changes=changes,
        drawings=drawn,
        limits=of_kind(StatementKind.LIMIT),
        causes=of_kind(StatementKind.CAUSE),
        tasks=of_kind(StatementKind.TASK),
        deadlines=statements.with_deadline(said),
        achievements=of_kind(StatementKind.ACHIEVEMENT),
        models=of_kind(StatementKind.MODEL),
        findings=noted,
        appendix=rows,
        computed=_computed(groups, sections, drawn),
        sources=_sources(rows, _quoted(said, alone=alone), changes, noted, base),
        missing=_missing(material),
    )


def _gathered(
    job: ReportJob, base: FactBase, catalogue: Catalogue, language: Language
) -> _Material:
    """Return the facts that a job may use, with those before them for its trends."""
    scope = _scope(job)
    facts = tuple(
        fact
        for fact in base.chosen
        if in_scope(fact, scope, catalogue.indicators) and _was_known(fact, base, scope, catalogue)
    )
    past = history(base.chosen, facts, scope, catalogue.indicators)
    return _Material(
        scope,
        catalogue,
        language,
        base.chosen,
        facts,
        past,
        _places(scope, catalogue),
        job.config.compare,
    )


def _without_nation(material: _Material) -> _Material:
    """Return the material of a document of one province: the country is not told."""
    return replace(
        material,
        facts=tuple(fact for fact in material.facts if fact.place != NATION),
        past=tuple(fact for fact in material.past if fact.place != NATION),
    )


def _compared_with(
    groups: Sequence[GroupSection], sections: Sequence[PlaceSection]
) -> tuple[Fact, ...]:
    """Return the earlier facts that the text compares with."""
    told = [group.nation for group in groups if group.nation]
    told += [group for section in sections for group in section.groups]
    return tuple(one.earlier for group in told for one in group.comparisons)


def _about(findings: Sequence[Finding], rows: Sequence[AppendixRow]) -> tuple[Finding, ...]:
    """Return the findings about facts that the report holds."""
    told = {row.fact.id for row in rows}
    return tuple(one for one in findings if any(fact.id in told for fact in one.facts))


def _was_known(fact: Fact, base: FactBase, scope: Scope, catalogue: Catalogue) -> bool:
    """Tell whether a target was set by the day of the report; results always were."""
    if catalogue.indicators[fact.indicator].kind is not Kind.TARGET:
        return True
    day = _day_of(fact.source.doc, base)
    return day is None or day <= scope.cut_off


def _scope(job: ReportJob) -> Scope:
    """Return what the job covers."""
    last = max(period.end for period in job.periods)
    issued = job.config.letterhead.date
    return Scope(job.places, job.periods, job.config.nation, cut_off(last, issued), issued)


def _places(scope: Scope, catalogue: Catalogue) -> dict[str, Place]:
    """Return the report's places by slug, the nation first."""
    nation = catalogue.places.by_slug[NATION]
    chosen = ((nation,) if scope.with_nation else ()) + scope.places
    return {place.slug: place for place in chosen}


def _place_group(group_id: str, place: Place, material: _Material) -> PlaceGroup | None:
    """Return all that is said of a group for one place, None where nothing is."""
    indicators = material.indicators
    own = [
        fact
        for fact in material.facts
        if fact.place == place.slug and indicators[fact.indicator].group == group_id
    ]
    if not own:
        return None
    past = [
        fact
        for fact in material.past
        if fact.place == place.slug and indicators[fact.indicator].group == group_id
    ]
    series = passages.trends_of([*past, *own], indicators)
    by_level = tables.level_tables(own, place, indicators, material.language)
    by_date = tables.date_tables(own, place, indicators, material.language)
    trends = comparing.trends(series, place, indicators)
    told = _told_in_passages(own, series, by_level)
    return PlaceGroup(
        group=material.catalogue.groups[group_id],
        place=place,
        passages=passages.passages_of(told, place, indicators, material.language),
        trends=trends,
        comparisons=comparing.comparisons(
            own, material.chosen, place, indicators, material.compare
        ),
        level_tables=by_level,
        date_tables=by_date,
        drawings=_drawings(own, place, by_level, by_date, trends, material),
    )


def _told_in_passages(
    own: Sequence[Fact],
    series: Mapping[passages.SeriesKey, tuple[Fact, ...]],
    by_level: Sequence[LevelTable],
) -> list[Fact]:
    """Return the facts that neither a trend nor a level table tells."""
    trended = {fact.id for group in series.values() for fact in group}
    tabled = {
        figure.inputs[0].id
        for table in by_level
        for row in table.rows
        for figure in row.figures
        if figure is not None
    }
    return [fact for fact in own if fact.id not in trended | tabled]


def _drawings(
    own: Sequence[Fact],
    place: Place,
    by_level: Sequence[LevelTable],
    by_date: Sequence[DateTable],
    trends: Sequence[Trend],
    material: _Material,
) -> tuple[Drawing, ...]:
    """Return the charts of one group and place."""
    language, indicators = material.language, material.indicators
    rank_of = {pair.score: pair.rank for pair in language.relations.pairs}
    ranks = {trend.indicator.id: trend.facts for trend in trends}
    by_score = {score: ranks[rank] for score, rank in rank_of.items() if rank in ranks}
    found: list[Drawing | None] = [
        *(drawings.of_partition(table, language) for table in by_date),
        *(drawings.of_levels(table, language, level_name) for table in by_level),
        *(drawings.of_trend(trend, by_score, language) for trend in trends),
        *drawings.of_progress(own, place, indicators, language),
        *drawings.of_alike(own, place, indicators, language),
    ]
    return tuple(drawing for drawing in found if drawing is not None)


def _groups(material: _Material) -> tuple[GroupSection, ...]:
    """Return the sections of the chapter on results, in catalogue order."""
    nation = material.places.get(NATION)
    sections = []
    for group_id, group in material.catalogue.groups.items():
        whole = _place_group(group_id, nation, material) if nation else None
        local, local_tables = _local(group_id, material)
        if whole or local or local_tables:
            sections.append(GroupSection(group, whole, local, local_tables))
    return tuple(sections)


def _local(group_id: str, material: _Material) -> tuple[tuple[Claim, ...], tuple[LevelTable, ...]]:
    """Return one headline of a group for each place; level tables stand for counts."""
    claims: list[Claim] = []
    level_tables: list[LevelTable] = []
    for place in material.scope.places:
        found = _place_group(group_id, place, material)
        if found is None:
            continue
        level_tables.extend(table for table in found.level_tables if table.total)
        if not found.level_tables:
            claims.extend(_leading_claims(found))
    return tuple(claims), tuple(level_tables)


def _leading_claims(found: PlaceGroup) -> list[Claim]:
    """Return the newest first claim of a place's group, else its first trend.

    A score takes the rank of the same period along.
    """
    if found.passages:
        latest = max(found.passages, key=lambda passage: passage.period.end)
        return [latest.claims[0]]
    ranks = tuple(
        Claim(trend.facts[-1], trend.indicator)
        for trend in found.trends
        if trend.indicator.kind is Kind.RANK
        and trend.facts[-1].period == found.trends[0].facts[-1].period
    )
    return [
        Claim(
            trend.facts[-1],
            trend.indicator,
            ranks[:1] if trend.indicator.kind is Kind.SCORE else (),
        )
        for trend in found.trends[:1]
    ]


def _place_sections(material: _Material) -> tuple[PlaceSection, ...]:
    """Return the sections of the chapter on places; a place without facts has none."""
    sections = []
    for place in material.scope.places:
        found = (_place_group(group, place, material) for group in material.catalogue.groups)
        groups = tuple(group for group in found if group is not None)
        if groups:
            sections.append(PlaceSection(place, groups))
    return tuple(sections)


def _all_drawings(
    groups: Sequence[GroupSection], sections: Sequence[PlaceSection]
) -> tuple[Drawing, ...]:
    """Return every chart of the report once, in the order of the text."""
    whole = [drawing for group in groups if group.nation for drawing in group.nation.drawings]
    local = [drawing for place in sections for group in place.groups for drawing in group.drawings]
    return (*whole, *local)


def _headlines(material: _Material) -> tuple[Claim, ...]:
    """Return the figures that a leader asks for first, by stated priority."""
    phrases = material.language.phrases
    asked = [
        fact
        for fact in newest(material.facts, material.scope).values()
        if fact.indicator in phrases and phrases[fact.indicator].headline is not None
    ]
    order = {slug: rank for rank, slug in enumerate(material.places)}
    ranked = sorted(
        asked,
        key=lambda fact: (
            material.language.phrases[fact.indicator].headline or 0,
            order[fact.place],
            material.indicators[fact.indicator].order,
        ),
    )
    return tuple(Claim(fact, material.indicators[fact.indicator]) for fact in ranked)


def _timely(
    found: Sequence[Statement], base: FactBase, scope: Scope, places: Mapping[str, Place]
) -> tuple[Statement, ...]:
    """Return the statements about the report's places from sources of its time."""
    first = scope.period.start or scope.period.end
    return tuple(
        statement
        for statement in statements.of_places(found, places)
        if (day := _day_of(statement.source.doc, base)) is None or first <= day <= scope.cut_off
    )


def _day_of(doc: str, base: FactBase) -> date | None:
    """Return the day of a source: published, else its newest result."""
    info = base.infos.get(doc)
    if info is not None and info.published is not None:
        return info.published
    ends = [fact.period.end for fact in base.facts if fact.source.doc == doc]
    return max(ends, default=None)


def _appendix(
    material: _Material,
    base: FactBase,
    compared: PlaceTable | None,
    earlier: Sequence[Fact],
) -> tuple[AppendixRow, ...]:
    """Return every fact of the report, by indicator, place and time.

    Those of the country that only stand beside a province's, and ``earlier`` ones
    that the text compares with, belong to it too.
    """
    order = {slug: rank for rank, slug in enumerate(material.places)}
    beside = [fact for row in compared.cells for fact in row if fact] if compared else []
    ordered = sorted(
        {fact.id: fact for fact in (*material.past, *material.facts, *beside, *earlier)}.values(),
        key=lambda fact: (
            material.indicators[fact.indicator].order,
            order[fact.place],
            fact.period.end,
            passages.level_order(fact) if fact.level else (-1, 0),
        ),
    )
    return tuple(
        AppendixRow(
            number,
            fact,
            material.indicators[fact.indicator],
            material.places[fact.place],
            base.location_of(fact),
        )
        for number, fact in enumerate(ordered, start=1)
    )


def _computed(
    groups: Sequence[GroupSection],
    sections: Sequence[PlaceSection],
    all_drawings: Sequence[Drawing],
) -> tuple[Figure, ...]:
    """Return every computed figure once, in the order of the text."""
    place_groups = [group.nation for group in groups if group.nation]
    place_groups += [group for section in sections for group in section.groups]
    found: list[Figure | None] = []
    for group in place_groups:
        found += [trend.difference for trend in group.trends]
        found += [comparison.difference for comparison in group.comparisons]
        for table in group.level_tables:
            if table.total:
                found += [*table.total.figures, *table.total.shares]
    for drawing in all_drawings:
        found += [value for one in drawing.chart.series for value in one.values]
    unique = {figure.id: figure for figure in found if figure is not None and figure.is_computed}
    return tuple(unique.values())


def _quoted(told: Sequence[Statement], *, alone: bool) -> tuple[Statement, ...]:
    """Return the statements that a document quotes: of one province, its own."""
    return tuple(one for one in told if not alone or one.place != NATION)


def _sources(
    rows: Sequence[AppendixRow],
    told: Sequence[Statement],
    changes: Sequence[Change],
    findings: Sequence[Finding],
    base: FactBase,
) -> tuple[SourceInfo, ...]:
    """Return the sources that the report uses, in the order of the config."""
    used = {row.fact.source.doc for row in rows}
    used |= {one.source.doc for one in told}
    used |= {change.previous.source.doc for change in changes}
    used |= {fact.source.doc for finding in findings for fact in finding.facts}
    return tuple(info for doc, info in base.infos.items() if doc in used)


def _missing(material: _Material) -> tuple[tuple[Indicator, Place], ...]:
    """Return the figures of provinces that were looked for and not found.

    Looked for: what a leader asks for first of a province, and whatever another
    chosen province has.
    """
    known = {(fact.indicator, fact.place) for fact in material.facts}
    told = {name for name, place in known if place != NATION}
    return tuple(
        (indicator, place)
        for indicator in material.indicators.values()
        for place in material.scope.places
        if (indicator.id, place.slug) not in known
        and (indicator.id in told or _asked_for(indicator, material))
    )


def _asked_for(indicator: Indicator, material: _Material) -> bool:
    """Tell whether a leader asks a province for an indicator first of all."""
    phrase = material.language.phrases.get(indicator.id)
    return phrase is not None and not phrase.subject and phrase.headline in (1, 2)
