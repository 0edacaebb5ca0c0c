"""What a report tells, gathered from its sections: groups, earlier facts, computed figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.catalogue import Places
from generator.checks.shares import MISMATCH
from generator.config.plan import ReportJob
from generator.errors import Location, RenderError
from generator.facts import FactBase
from generator.facts.areas import beside_others, is_before
from generator.facts.comparing import districts_ended
from generator.model.fact import NATION, Fact, Source
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.period import Period
from generator.model.review import Decision
from generator.model.source_text import SourceInfo
from generator.model.statement import Statement
from generator.report.bases import base_periods
from generator.report.material import Material
from generator.report.model import (
    AppendixRow,
    Change,
    GroupSection,
    PlaceGroup,
    PlaceSection,
)
from generator.report.place_notes import StrayNote
from generator.report.rank_table import Drawing, Ranking
from generator.report.scope import history, is_covered


def no_figure(job: ReportJob) -> RenderError:
    """Return the error for sources without a figure for a report."""
    return RenderError(
        f"the sources have no figure for the places and periods of {job.name!r}",
        location=Location(job.config.file),
        hint="'soket list facts' shows what they have; choose other periods or add sources"
        " (those published after the date of the letterhead are not used)",
    )


def compared_with(
    groups: Sequence[GroupSection], sections: Sequence[PlaceSection]
) -> tuple[Fact, ...]:
    """Return the facts that trends tell and those that the text compares with."""
    told = place_groups(groups, sections)
    series = (fact for group in told for trend in group.trends for fact in trend.facts)
    totals = (one for group in told for table in group.level_sums for one in table.changes)
    return (
        *series,
        *(one.earlier for one in totals),
        *(one.earlier for group in told for one in (*group.comparisons, *group.others)),
    )


def ranked(ranking: Ranking | None) -> tuple[Fact, ...]:
    """Return the facts of a ranking, those of periods before the report's too."""
    if ranking is None:
        return ()
    rows = (*(row.figures for row in ranking.rows), ranking.nation)
    return tuple(fact for row in rows for figure in row if figure for fact in figure.inputs)


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
        over_time = (one for trend in group.trends for one in trend.compared)
        for comparison in (*over_time, *group.comparisons, *group.others):
            found += [comparison.difference, comparison.relative]
        for table in (*group.level_tables, *group.level_sums):
            if table.total:
                found += [*table.total.figures, *table.total.shares]
            for change in table.changes:
                found += [change.difference, change.relative]
        for by_date in group.date_tables:
            found += [*by_date.totals, *by_date.shares]
    for drawing in all_drawings:
        found += [value for one in drawing.chart.series for value in one.values]
    unique = {figure.id: figure for figure in found if figure is not None and figure.is_computed}
    return tuple(unique.values())


def about(
    findings: Sequence[Finding],
    rows: Sequence[AppendixRow],
    said: Sequence[Statement],
    material: Material,
) -> tuple[Finding, ...]:
    """Return the findings about facts that the report holds, or that were left out of it.

    Left out by a person, or since their level had ended. A share that is not that of its a/b is
    told where the sentence with it is ``said``, whether a fact was made of it or not.
    """
    own = tuple(row.fact for row in rows)
    told = {fact.id for fact in own}
    return tuple(
        one
        for one in findings
        if any(fact.id in told or _left_out(fact, own, material) for fact in one.facts)
        or (one.rule == MISMATCH and any(_is_in(one, words.source) for words in said))
    )


def _is_in(finding: Finding, words: Source) -> bool:
    """Tell whether the number that a finding is about stands in some words."""
    if not finding.facts:
        return finding.source.is_within(words)
    fact = finding.facts[0]
    return fact.source.doc == words.doc and words.start <= fact.number_start < words.end


def _left_out(fact: Fact, own: Sequence[Fact], material: Material) -> bool:
    """Tell whether a fact would be in the report, were it not excluded or of an ended level."""
    excluded = fact.review is not None and fact.review.decision is Decision.EXCLUDE
    covered = is_covered(fact, material.scope, material.indicators)
    if covered or not excluded:
        return covered and (excluded or districts_ended(fact))
    return _would_be_compared(fact, own, material) or _of_heir(fact, own, material)


def _of_heir(fact: Fact, own: Sequence[Fact], material: Material) -> bool:
    """Tell whether a fact of a former place would count for what is a place of the report now.

    For the sum of the old provinces at one of its times, or of the time that it is compared
    with; for the row of a renamed one in a ranking.
    """
    place = material.catalogue.places.get(fact.place)
    heir = (place.merged_into or place.renamed_to) if place else None
    if heir is None or heir not in material.places:
        return False
    moved = replace(fact, place=heir)
    if is_covered(moved, material.scope, material.indicators):
        return True
    same = [one for one in own if (one.indicator, one.place) == (fact.indicator, heir)]
    return any(_is_base(fact.period, one.period, material) for one in same) or (
        place is not None
        and place.renamed_to is not None
        and bool(history((moved,), same, material.scope, material.indicators))
    )


def _is_base(period: Period, later: Period, material: Material) -> bool:
    """Tell whether a time is one that a later one is set against."""
    rules = material.rules
    if period.is_stock != later.is_stock:
        return False
    if period.is_stock:
        return any(rules.is_stock_base(period.end, later, basis) for basis in rules.compare)
    return period in base_periods(later, rules.compare)


def _would_be_compared(fact: Fact, own: Sequence[Fact], material: Material) -> bool:
    """Tell whether the report would set its figures against one of an earlier time."""
    if history((fact,), own, material.scope, material.indicators):
        return True
    known = (fact, *material.chosen)
    same = (one for one in own if one.indicator == fact.indicator and one.place == fact.place)
    return any(fact in material.rules.bases(one, known) for one in same)


def witnesses(rows: Sequence[AppendixRow], base: FactBase, table: Places) -> tuple[Fact, ...]:
    """Return the figures of other old provinces that tell of which area those of a report are.

    Whoever checks the file without its sources needs them, though it prints none.
    """
    before = [row.fact for row in rows if is_before(row.fact, table)]
    beside = beside_others(base.facts, before, table).values() if before else ()
    return tuple(dict.fromkeys(fact for others in beside for fact in others))


def quoted(told: Sequence[Statement], *, alone: bool) -> tuple[Statement, ...]:
    """Return the statements that a document quotes: of one province, its own."""
    return tuple(one for one in told if not alone or one.place != NATION)


def located(
    told: Sequence[Statement], findings: Sequence[Finding], base: FactBase
) -> dict[tuple[str, int], str]:
    """Return where in their documents statements and quotes of findings stand."""
    quotes = (one for finding in findings for one in finding.quotes)
    places = (*(one.source for one in told), *quotes)
    return {(one.doc, one.start): base.located(one.doc, one.start) for one in places}


def all_drawings(
    groups: Sequence[GroupSection], sections: Sequence[PlaceSection]
) -> tuple[Drawing, ...]:
    """Return every chart of the report once, in the order of the text."""
    whole = [drawing for group in groups if group.nation for drawing in group.nation.drawings]
    local = [drawing for place in sections for group in place.groups for drawing in group.drawings]
    return (*whole, *local)


def sources(
    rows: Sequence[AppendixRow],
    told: Sequence[Statement],
    changes: Sequence[Change],
    findings: Sequence[Finding],
    strays: Sequence[StrayNote],
    base: FactBase,
) -> tuple[SourceInfo, ...]:
    """Return the sources that the report uses, or says to leave out, in the order of the config."""
    used = {row.fact.source.doc for row in rows}
    used |= {one.source.doc for one in told}
    used |= {change.previous.source.doc for change in changes}
    used |= {doc for finding in findings for doc in finding.docs}
    used |= {doc for note in strays for doc in note.docs}
    return tuple(info for doc, info in base.infos.items() if doc in used)
