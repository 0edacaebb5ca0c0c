"""From the facts of a job to everything that its report says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue, Indicator, Kind, Language, Place
from generator.checks.parts import RULE as PARTS_SUM
from generator.config.plan import ReportJob
from generator.config.values import Comparison as Basis
from generator.config.values import Scope as Spread
from generator.facts import FactBase
from generator.model.fact import NATION, Fact
from generator.model.finding import Finding
from generator.model.statement import Statement, StatementKind
from generator.report import comparing, drawings, measuring, passages, statements, tables, told
from generator.report.areas import Area, areas_of
from generator.report.bases import Rules, age
from generator.report.locally import local
from generator.report.model import (
    AppendixRow,
    Change,
    Claim,
    Comparison,
    DateTable,
    Drawing,
    GroupSection,
    LevelTable,
    PlaceGroup,
    PlaceSection,
    PlaceTable,
    Ranking,
    ReportModel,
    Scope,
    StatementGroup,
    Trend,
)
from generator.report.own_changes import with_own_change, without_computed
from generator.report.ranking import ranking_of
from generator.report.remarks import remarks
from generator.report.scope import cut_off, history, in_scope, narrowed, newest
from generator.report.wording import Wording
from generator.vi.levels import level_name

_MOST_CHARTED = 8  # provinces of one report that have charts of their own


@dataclass(frozen=True, slots=True)
class _Material:
    """What all parts of one report are made of."""

    scope: Scope
    catalogue: Catalogue
    language: Language
    wording: Wording
    unsplit: frozenset[str]
    chosen: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    past: tuple[Fact, ...]
    places: Mapping[str, Place]
    compare: tuple[Basis, ...]

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Return the indicators of the catalogue."""
        return self.catalogue.indicators

    @property
    def rules(self) -> Rules:
        """Return what figures are set against."""
        return Rules(self.compare, self.scope.periods, self.catalogue.places, self.wording)


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
    catalogue = narrowed(catalogue, job.config.index)
    everything = _gathered(job, base, findings, catalogue, language)
    places = tuple(everything.places.values())
    alone = job.config.scope is Spread.EACH
    material = _without_nation(everything) if alone else everything
    groups, sections = _groups(material), _place_sections(material)
    standing = newest(everything.facts, everything.scope)
    compared = tables.place_table(standing, places, catalogue.indicators, material.wording)
    found = measuring.measured(_given(everything, tuple(standing.values()), base))
    ranking = _ranking(job, material)
    earlier = (*told.compared_with(groups, sections), *found.facts, *told.ranked(ranking))
    rows = _appendix(material, base, compared, earlier)
    if not rows:
        raise told.no_figure(job)
    dated = job.config.letterhead.dated
    timely = statements.timely(found_statements, base, material.scope, material.places, dated=dated)
    changes = _changes(material)
    drawn = told.all_drawings(groups, sections)
    noted = told.about(findings, rows, material.scope, catalogue.indicators)
    found_said = statements.untold(timely, base.facts)
    said, refuted = statements.parted(found_said, noted)

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
        deadlines=statements.with_deadline(said, material.scope.issued),
        targets=_targets(material, said),
        achievements=of_kind(StatementKind.ACHIEVEMENT),
        models=of_kind(StatementKind.MODEL),
        findings=noted,
        appendix=rows,
        computed=(*told.computed(groups, sections, drawn), *found.figures),
        sources=told.sources(rows, told.quoted(found_said, alone=alone), changes, noted, base),
        missing=_missing(material),
        measured=measuring.with_highlights(
            found, told.place_groups(groups, sections), noted, material.wording
        ),
        ranking=ranking,
        refuted=told.quoted(refuted, alone=alone),
        remarks=remarks([row.fact for row in rows], base, material.wording, language),
    )


def _changes(material: _Material) -> tuple[Change, ...]:
    """Return what the newest figures of headline indicators are set against."""
    return comparing.changes(
        newest(material.facts, material.scope),
        material.chosen,
        material.places,
        material.indicators,
        material.rules,
    )


def _ranking(job: ReportJob, material: _Material) -> Ranking | None:
    """Return the ranking of all provinces that a report over one index asks for."""
    return ranking_of(
        job.config,
        (*material.past, *material.facts),
        material.scope.places,
        material.indicators,
        material.language,
    )


def _gathered(
    job: ReportJob,
    base: FactBase,
    findings: Sequence[Finding],
    catalogue: Catalogue,
    language: Language,
) -> _Material:
    """Return the facts that a job may use, with those before them for its trends."""
    scope = _scope(job)
    chosen = tuple(
        with_own_change(fact, catalogue.indicators, catalogue.places) for fact in base.chosen
    )
    facts = tuple(
        fact
        for fact in chosen
        if in_scope(fact, scope, catalogue.indicators) and _was_known(fact, base, scope, catalogue)
    )
    before = history(chosen, facts, scope, catalogue.indicators)
    past = comparing.of_area(before, scope.cut_off, catalogue.places)
    wording = Wording(language, catalogue.indicators)
    rules = Rules(job.config.compare, scope.periods, catalogue.places, wording)
    return _Material(
        scope,
        catalogue,
        language,
        wording,
        _unsplit(findings),
        chosen,
        without_computed(facts, chosen, catalogue.indicators, rules),
        past,
        _places(scope, catalogue),
        job.config.compare,
    )


def _unsplit(findings: Sequence[Finding]) -> frozenset[str]:
    """Return the ids of facts whose parts do not make up the whole."""
    sums = [one for one in findings if one.rule == PARTS_SUM]
    return frozenset(fact.id for one in sums for fact in one.facts)


def _targets(material: _Material, said: Sequence[Statement]) -> tuple[Claim, ...]:
    """Return the targets that no task tells, places as given, the soonest first."""
    order = {slug: rank for rank, slug in enumerate(material.places)}
    found = [
        fact
        for fact in material.facts
        if material.indicators[fact.indicator].kind is Kind.TARGET
        and not any(_tells(statement, fact) for statement in said)
    ]
    ordered = sorted(found, key=lambda fact: (order[fact.place], fact.period.end, fact.source))
    return tuple(Claim(fact, material.indicators[fact.indicator]) for fact in ordered)


def _tells(statement: Statement, fact: Fact) -> bool:
    """Tell whether a task that the report quotes holds the number of a fact."""
    span = statement.source
    return (
        statement.kind is StatementKind.TASK
        and span.doc == fact.source.doc
        and span.start <= fact.number_start < span.end
    )


def _without_nation(material: _Material) -> _Material:
    """Return the material of a document of one province: the country is not told."""
    return replace(
        material,
        facts=tuple(fact for fact in material.facts if fact.place != NATION),
        past=tuple(fact for fact in material.past if fact.place != NATION),
    )


def _given(material: _Material, standing: Sequence[Fact], base: FactBase) -> measuring.Given:
    """Return what the comparisons of a report are made of."""
    table = material.catalogue.places
    areas = areas_of(base.infos, base.facts, table)
    return measuring.Given(
        material.scope,
        material.catalogue,
        material.wording,
        material.places,
        material.facts,
        standing,
        tuple(fact for fact in material.chosen if areas.get(fact.id, Area.OLD) is Area.OLD),
        material.compare,
        areas,
    )


def _was_known(fact: Fact, base: FactBase, scope: Scope, catalogue: Catalogue) -> bool:
    """Tell whether a target was set by the day of the report; results always were."""
    is_target = catalogue.indicators[fact.indicator].kind is Kind.TARGET
    day = statements.day_of(fact.source.doc, base) if is_target else None
    return day is None or day <= scope.cut_off


def _scope(job: ReportJob) -> Scope:
    """Return what the job covers."""
    last = max(period.end for period in job.periods)
    issued = job.config.letterhead.date
    periods = tuple(sorted(job.periods, key=age))
    return Scope(job.places, periods, job.config.nation, cut_off(last, issued), issued)


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
    by_date = tables.date_tables(own, place, indicators, material.language)
    trends = comparing.trends(own, past, place, indicators, material.rules)
    compared = comparing.comparisons(own, material.chosen, place, indicators, material.rules)
    others = comparing.of_other_periods(own, material.chosen, place, indicators, material.rules)
    told = _told_in_passages(own, trends, by_level, _in_full(by_date, compared), material.scope)
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
    material: _Material,
) -> tuple[Drawing, ...]:
    """Return the charts of one group and place, none for each of many provinces."""
    if not _is_charted(place, material.scope):
        return ()
    wording, indicators = material.wording, material.indicators
    relations = material.language.relations
    rank_of = {pair.score: pair.rank for pair in relations.pairs}
    ranks = {trend.indicator.id: trend.facts for trend in trends}
    by_score = {score: ranks[rank] for score, rank in rank_of.items() if rank in ranks}
    found: list[Drawing | None] = [
        *(drawings.of_partition(table, wording) for table in by_date),
        *(drawings.of_levels(table, wording, level_name) for table in by_level),
        *(drawings.of_trend(trend, by_score, wording) for trend in trends),
        *drawings.of_progress(own, place, indicators, wording, relations),
        *drawings.of_alike(own, place, indicators, wording, relations),
    ]
    return tuple(drawing for drawing in found if drawing is not None)


def _groups(material: _Material) -> tuple[GroupSection, ...]:
    """Return the sections of the chapter on results, in catalogue order."""
    nation = material.places.get(NATION)
    sections = []
    for group_id, group in material.catalogue.groups.items():
        whole = _place_group(group_id, nation, material) if nation else None
        found = (_place_group(group_id, place, material) for place in material.scope.places)
        # what the country has no figure for is told of the provinces, in a line
        claims, totals = ((), ()) if whole else local((one for one in found if one), material.scope)
        if whole or claims or totals:
            sections.append(GroupSection(group, whole, claims, totals))
    return tuple(sections)


def _place_sections(material: _Material) -> tuple[PlaceSection, ...]:
    """Return the sections of the chapter on places; a place without facts has none."""
    sections = []
    for place in material.scope.places:
        found = (_place_group(group, place, material) for group in material.catalogue.groups)
        groups = tuple(group for group in found if group is not None)
        if groups:
            sections.append(PlaceSection(place, groups))
    return tuple(sections)


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


def _appendix(
    material: _Material,
    base: FactBase,
    compared: PlaceTable | None,
    earlier: Sequence[Fact],
) -> tuple[AppendixRow, ...]:
    """Return every fact of the report, by indicator, place and time.

    Those of the country that only stand beside a province's, and ``earlier`` ones
    that the text compares with, of old provinces too, belong to it.
    """
    order = {slug: rank for rank, slug in enumerate(material.places)}
    beside = [fact for row in compared.cells for fact in row if fact] if compared else []
    ordered = sorted(
        {fact.id: fact for fact in (*material.facts, *beside, *earlier)}.values(),
        key=lambda fact: (
            material.indicators[fact.indicator].order,
            order.get(fact.place, len(order)),
            fact.period.end,
            passages.level_order(fact) if fact.level else (-1, 0),
        ),
    )
    return tuple(
        AppendixRow(
            number,
            fact,
            material.indicators[fact.indicator],
            material.catalogue.places.by_slug[fact.place],
            base.location_of(fact),
        )
        for number, fact in enumerate(ordered, start=1)
    )


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
