"""From the facts of a job to everything that its report says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.catalogue import Catalogue, Indicator, Kind, Language, Place
from generator.config.plan import ReportJob
from generator.config.values import Scope as Spread
from generator.facts import FactBase
from generator.facts.areas import Area
from generator.model.fact import NATION, Fact
from generator.model.finding import Finding
from generator.model.statement import Statement, StatementKind
from generator.report import comparing, measuring, passages, statements, tables, told
from generator.report.kin import Kin
from generator.report.material import Material, gathered, without_nation
from generator.report.measures import Measured
from generator.report.model import (
    AppendixRow,
    Change,
    Claim,
    Movers,
    PlaceGroup,
    PlaceTable,
    ReportModel,
    StatementGroup,
)
from generator.report.movers import movers
from generator.report.peers import peers_of
from generator.report.rank_notes import with_notes
from generator.report.rank_table import Ranking
from generator.report.ranking import ranking_of
from generator.report.remarks import remarks
from generator.report.scope import earlier as before_scope
from generator.report.scope import narrowed, newest
from generator.report.sections import group_sections, place_sections


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
    everything = gathered(job, base, findings, catalogue, language)
    places = tuple(everything.places.values())
    alone = job.config.scope is Spread.EACH
    material = without_nation(everything) if alone else everything
    groups, sections = group_sections(material), place_sections(material)
    compared, found = _compared(everything, places, catalogue, alone=alone)
    ranking = _ranking(job, material)
    earlier = (*told.compared_with(groups, sections), *found.facts, *told.ranked(ranking))
    rows = _appendix(material, base, compared, earlier)
    if not rows:
        raise told.no_figure(job)
    found_said = _untold(job, base, material, found_statements)
    changes, quoted = _changes(material), told.quoted(found_said, alone=alone)
    moved, single = movers(changes, material.wording)
    local = told.place_groups(groups, sections)
    drawn = told.all_drawings(groups, sections)
    noted = told.about(findings, rows, quoted, everything)
    said, refuted = statements.parted(found_said, noted)

    def of_kind(kind: StatementKind) -> tuple[StatementGroup, ...]:
        return statements.grouped(said, kind, places, tuple(catalogue.groups))

    return ReportModel(
        scope=material.scope,
        groups=groups,
        places=sections,
        place_table=compared,
        headlines=_headlines(material),
        changes=single,
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
        sources=told.sources(rows, quoted, changes, noted, found.strays, base),
        missing=_missing(material),
        measured=_with_highlights(found, local, noted, material, moved),
        ranking=with_notes(ranking, found) if ranking else None,
        peers=peers_of(found.standings, material.wording),
        movers=moved,
        refuted=told.quoted(refuted, alone=alone),
        located=told.located(found_said, noted, base),
        remarks=remarks([row.fact for row in rows], base, material.wording, material.language),
        witnesses=told.witnesses(rows, base, catalogue.places),
    )


def _untold(
    job: ReportJob, base: FactBase, material: Material, found: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Return the statements of the report's time and places that tell no fact of it."""
    dated = job.config.letterhead.dated
    timely = statements.timely(found, base, material.scope, material.places, dated=dated)
    return statements.untold(timely, base.facts)


def _compared(
    everything: Material, places: Sequence[Place], catalogue: Catalogue, *, alone: bool
) -> tuple[PlaceTable | None, Measured]:
    """Return the figures of several places side by side, and all that is set against others."""
    standing = newest(everything.facts, everything.scope)
    found = measuring.measured(_given(everything, tuple(standing.values()), alone=alone))
    known = (places, catalogue.indicators, everything.wording, found.rates)
    return tables.place_table(standing, *known), found


def _with_highlights(
    found: Measured,
    groups: Iterable[PlaceGroup],
    noted: Sequence[Finding],
    material: Material,
    moved: Iterable[Movers],
) -> Measured:
    """Add what stands out in all that is told; what ``moved`` in many places is told apart."""
    kin = Kin.of(material.catalogue.arithmetic, material.language.relations)
    given = (groups, noted, material.wording, kin, material.rules.compare)
    apart = frozenset(change.ends for one in moved for change in one.changes)
    return measuring.with_highlights(found, *given, apart)


def _changes(material: Material) -> tuple[Change, ...]:
    """Return what the newest figures of headline indicators are set against."""
    return comparing.changes(
        newest(material.facts, material.scope),
        material.chosen,
        material.places,
        material.indicators,
        material.rules,
    )


def _ranking(job: ReportJob, material: Material) -> Ranking | None:
    """Return the ranking of all provinces, or bodies, that a report over one index asks for.

    None in a report of both: a rank counts among one kind only. Earlier figures of a place
    that has none now stand in its row, too.
    """
    scope, table = material.scope, material.catalogue.places
    if len({place.is_body for place in scope.places}) > 1:
        return None
    past = before_scope(material.chosen, scope, material.indicators)
    older = {one.slug for one in table if one.renamed_to in material.places}
    renamed = (fact for fact in material.chosen if fact.place in older - material.places.keys())
    return ranking_of(
        job.config,
        (*past, *renamed, *material.facts),
        scope.places,
        material.indicators,
        material.language,
        table,
        scope.issued,
    )


def _targets(material: Material, said: Sequence[Statement]) -> tuple[Claim, ...]:
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


def _given(material: Material, standing: Sequence[Fact], *, alone: bool) -> measuring.Given:
    """Return what the comparisons of a report are made of.

    Of the country nothing is told in a report of a province ``alone``, but beside its figures.
    """
    areas = material.rules.areas
    own = tuple(fact for fact in standing if not alone or fact.place != NATION)
    return measuring.Given(
        material.scope,
        material.catalogue,
        material.wording,
        material.places,
        material.facts,
        own,
        material.old,
        tuple(fact for fact in material.chosen if areas.get(fact.id) is Area.UNSURE),
        tuple(fact for fact in material.chosen if areas.get(fact.id) is Area.NEW),
        material.untold,
        material.rules,
    )


def _headlines(material: Material) -> tuple[Claim, ...]:
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
    material: Material,
    base: FactBase,
    compared: PlaceTable | None,
    earlier: Sequence[Fact],
) -> tuple[AppendixRow, ...]:
    """Return every fact of the report, by indicator, place and time.

    Those of the country that only stand beside a province's, and ``earlier`` ones
    that the text compares with, of old provinces too, belong to it.
    """
    order = {slug: rank for rank, slug in enumerate(material.places)}
    table, issued = material.catalogue.places, material.scope.issued
    beside = compared.facts if compared else ()
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
            table.named_on(table[fact.place], issued),
            base.location_of(fact),
        )
        for number, fact in enumerate(ordered, start=1)
    )


def _missing(material: Material) -> tuple[tuple[Indicator, Place], ...]:
    """Return the figures of places that were looked for and not found.

    Looked for: what a leader asks for first of a province or body, and whatever another
    chosen one of its kind has.
    """
    known = {(fact.indicator, fact.place) for fact in material.facts}
    told = {(name, material.places[place].is_body) for name, place in known if place != NATION}
    return tuple(
        (indicator, place)
        for indicator in material.indicators.values()
        for place in material.scope.places
        if (indicator.id, place.slug) not in known
        and ((indicator.id, place.is_body) in told or _asked_for(indicator, material))
    )


def _asked_for(indicator: Indicator, material: Material) -> bool:
    """Tell whether a leader asks a province for an indicator first of all."""
    phrase = material.language.phrases.get(indicator.id)
    return phrase is not None and not phrase.subject and phrase.headline in (1, 2)
