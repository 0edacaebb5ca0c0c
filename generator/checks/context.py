"""What every check gets: the facts, the catalogue, and pools of facts to add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue, Indicator, Kind
from generator.catalogue.arithmetic import Arithmetic
from generator.checks.apart import is_apart
from generator.checks.tolerance import agree, printed_digit
from generator.facts import FactBase
from generator.facts.areas import Area, areas_of, one_ground
from generator.facts.choosing import detail
from generator.model.fact import Fact
from generator.model.period import Period

Scope = tuple[str, str | None, Period]


@dataclass(frozen=True, slots=True)
class Pool:
    """One fact for each key, of one source or chosen from all."""

    by_scope: Mapping[Scope, Mapping[str, Fact]]

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Pool:
        """Put facts in their cells; there must be one for each key."""
        found: dict[Scope, dict[str, Fact]] = {}
        for fact in facts:
            found.setdefault((fact.place, fact.level, fact.period), {})[fact.indicator] = fact
        return cls(found)

    def get(self, indicator: str, scope: Scope) -> Fact | None:
        """Return the fact of an indicator for a place, level and period."""
        return self.by_scope.get(scope, {}).get(indicator)

    def tells(self, indicator: str) -> bool:
        """Tell whether an indicator is told of any place, level and period."""
        return any(indicator in cells for cells in self.by_scope.values())

    def parts(self, indicators: tuple[str, ...], scope: Scope) -> tuple[Fact, ...]:
        """Return the facts of indicators in a scope, empty unless all are there."""
        found = [self.get(indicator, scope) for indicator in indicators]
        facts = tuple(fact for fact in found if fact is not None)
        return facts if len(facts) == len(indicators) else ()

    def of_scope(self, scope: Scope) -> tuple[Fact, ...]:
        """Return all facts of a place, level and period."""
        return tuple(self.by_scope.get(scope, {}).values())

    def facts(self) -> Iterator[Fact]:
        """Yield all facts of the pool."""
        return (fact for cells in self.by_scope.values() for fact in cells.values())


@dataclass(frozen=True, slots=True)
class Context:
    """The facts under examination and what is known of their indicators.

    ``facts`` are the mentions of known measures, targets left out; ``sources``
    holds the pool of each source in order. A measure for which a source has two
    values is in no pool: nobody knows which one its other figures go with; nor is one of
    ``apart``, which count another thing than their indicator (late among what is pending).
    ``areas`` tell what figures of days before a merger cover.
    """

    base: FactBase
    catalogue: Catalogue
    facts: tuple[Fact, ...]
    sources: tuple[Pool, ...]
    areas: Mapping[str, Area]
    apart: frozenset[str] = frozenset()

    @classmethod
    def of(cls, base: FactBase, catalogue: Catalogue) -> Context:
        """Prepare a fact base for the checks."""
        facts = tuple(fact for fact in base.facts if _is_result(fact, catalogue))
        apart = frozenset(fact.id for fact in facts if is_apart(fact, catalogue.arithmetic))
        told: dict[tuple[str, object], list[Fact]] = {}
        for fact in (one for one in facts if one.id not in apart):
            told.setdefault((fact.source.doc, fact.key), []).append(fact)
        by_doc: dict[str, list[Fact]] = {fact.source.doc: [] for fact in facts}
        for (doc, _), mentions in told.items():
            by_doc[doc].extend(_settled(mentions))
        areas = areas_of(base.infos, base.facts, catalogue.places)
        return cls(base, catalogue, facts, tuple(map(Pool.of, by_doc.values())), areas, apart)

    @property
    def arithmetic(self) -> Arithmetic:
        """Return which indicators add up to which."""
        return self.catalogue.arithmetic

    def is_result(self, fact: Fact) -> bool:
        """Tell whether a fact is of a known indicator and no target."""
        return _is_result(fact, self.catalogue)

    def chosen(self) -> tuple[Fact, ...]:
        """Return the facts that a report uses, targets left out."""
        return tuple(filter(self.is_result, self.base.chosen))

    def indicator(self, fact: Fact) -> Indicator:
        """Return the indicator of a fact."""
        return self.catalogue.indicators[fact.indicator]

    def is_additive(self, fact: Fact) -> bool:
        """Tell whether figures of parts may be added: counts and amounts only."""
        return self.indicator(fact).is_additive

    def same_area(self, one: Fact, other: Fact) -> bool:
        """Tell whether two figures cover the same provinces, or the work of the same bodies.

        "Lâm Đồng" before 1 July 2025 is a third of what it is since; so is a ministry that
        took over the work of others. Huế is what it was under another name.
        """
        return one_ground(one, other, self.areas, self.catalogue.places)

    def may_agree(self, one: Fact, other: Fact) -> bool:
        """Tell whether two figures of one key count one thing, of one area or an open one each."""
        same_thing = (one.id in self.apart) == (other.id in self.apart)
        return same_thing and self.areas.get(one.id) is self.areas.get(other.id)

    def pools(self) -> Iterator[Pool]:
        """Yield the pool of each source, then the chosen facts of all together."""
        yield from self.sources
        settled = {(fact.source.doc, fact.key) for pool in self.sources for fact in pool.facts()}
        yield Pool.of(
            fact
            for fact in self.chosen()
            if (fact.source.doc, fact.key) in settled and fact.id not in self.apart
        )


def _is_result(fact: Fact, catalogue: Catalogue) -> bool:
    """Tell whether a fact measures a result: a target is none."""
    indicator = catalogue.indicators.get(fact.indicator)
    return indicator is not None and indicator.kind is not Kind.TARGET


def _settled(mentions: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the mention to reckon with, none where the mentions exclude each other.

    An exact figure stands for "hơn 13,9 triệu" of the same source, one with more digits for
    its rounded print, a full one for a bare one.
    """
    best = min(
        mentions,
        key=lambda fact: (fact.approx is not None, printed_digit(fact), -detail(fact)),
    )
    return (best,) if all(agree(best, fact) for fact in mentions) else ()
