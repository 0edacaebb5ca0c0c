"""What all parts of one report are made of: its facts, those before them, its places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue, Indicator, Kind, Language, Place
from generator.checks.parts import RULE as PARTS_SUM
from generator.config.plan import ReportJob
from generator.facts import FactBase
from generator.facts.areas import Area, areas_of
from generator.model.fact import NATION, Fact
from generator.model.finding import Finding
from generator.report import statements
from generator.report.bases import Rules, age
from generator.report.model import Scope
from generator.report.own_changes import (
    with_own_change,
    with_proven_points,
    without_computed,
)
from generator.report.scope import cut_off, history, in_scope, without_broken_levels
from generator.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Material:
    """What all parts of one report are made of.

    ``chosen`` are the figures of all places and times; ``old`` those that are of days before a
    merger of the area of then, which another source may have of the whole area of today;
    ``untold`` those with a change of their source against another area, which is not repeated.
    """

    scope: Scope
    catalogue: Catalogue
    language: Language
    wording: Wording
    unsplit: frozenset[str]
    chosen: tuple[Fact, ...]
    untold: tuple[Fact, ...]
    old: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    past: tuple[Fact, ...]
    places: Mapping[str, Place]
    rules: Rules

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Return the indicators of the catalogue."""
        return self.catalogue.indicators


def gathered(
    job: ReportJob,
    base: FactBase,
    findings: Sequence[Finding],
    catalogue: Catalogue,
    language: Language,
) -> Material:
    """Return the facts that a job may use, with those before them for its trends."""
    scope = _scope(job)
    chosen = tuple(
        with_own_change(fact, catalogue.indicators, catalogue.places) for fact in base.chosen
    )
    covered = (
        fact
        for fact in chosen
        if in_scope(fact, scope, catalogue.indicators) and _was_known(fact, base, scope, catalogue)
    )
    facts = without_broken_levels(covered, chosen, scope, catalogue.indicators)
    wording, table = Wording(language, catalogue.indicators), catalogue.places
    areas = areas_of(base.infos, base.facts, table)
    rules = Rules(
        job.config.compare, scope.periods, table, wording, areas, job.config.compare_asked
    )
    return Material(
        scope,
        catalogue,
        language,
        wording,
        _unsplit(findings),
        chosen,
        tuple(one for one, own in zip(base.chosen, chosen, strict=True) if one is not own),
        tuple(
            with_own_change(fact, catalogue.indicators, table)
            for fact in base.best(lambda one: areas.get(one.id, Area.OLD) is Area.OLD)
        ),
        with_proven_points(
            without_computed(facts, chosen, catalogue.indicators, rules),
            chosen,
            catalogue.indicators,
        ),
        history(chosen, facts, scope, catalogue.indicators),
        _places(scope, catalogue),
        rules,
    )


def _unsplit(findings: Sequence[Finding]) -> frozenset[str]:
    """Return the ids of facts whose parts do not make up the whole."""
    sums = [one for one in findings if one.rule == PARTS_SUM]
    return frozenset(fact.id for one in sums for fact in one.facts)


def without_nation(material: Material) -> Material:
    """Return the material of a document of one province: the country is not told."""
    return replace(
        material,
        facts=tuple(fact for fact in material.facts if fact.place != NATION),
        past=tuple(fact for fact in material.past if fact.place != NATION),
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
