"""Which tables and charts a sentence announces: "(Bảng 1, Biểu đồ 2)", each once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.composing.acts import in_full
from generator.model.chart import Chart
from generator.model.fact import Fact
from generator.report.model import Claim, Comparison, LevelTable, PlaceGroup
from generator.report.rank_table import Drawing
from generator.report.wording import short_act

_NOBODY: Mapping[str, str] = {}


class Announcer:
    """Answers with the ids of what shows the figures of a sentence, each id once."""

    def __init__(self, issuers: Mapping[str, str] = _NOBODY) -> None:
        """Start with nothing announced; ``issuers`` are the bodies by the signs of their acts."""
        self._issuers = issuers
        self._said: set[str] = set()

    def claims(self, claims: Iterable[Claim], drawings: Sequence[Drawing]) -> tuple[str, ...]:
        """Return the charts that draw one of the claims."""
        facts = [fact for claim in claims for fact in facts_of(claim)]
        return self.facts(facts, drawings)

    def facts(self, facts: Sequence[Fact], drawings: Sequence[Drawing]) -> tuple[str, ...]:
        """Return the charts that draw one of the facts."""
        told = {fact.id for fact in facts}
        return self._new(one.chart.id for one in drawings if told & set(drawn_facts(one.chart)))

    def comparisons(self, items: Sequence[Comparison], group: PlaceGroup) -> tuple[str, ...]:
        """Return the tables by date and the charts that hold what is compared."""
        told = {fact.id for item in items for fact in (item.earlier, item.later)}
        tables = [
            table.id
            for table in group.date_tables
            if told & {fact.id for row in table.cells for fact in row if fact is not None}
        ]
        facts = [fact for item in items for fact in (item.earlier, item.later)]
        return (*self._new(tables), *self.facts(facts, group.drawings))

    def levels(self, table: LevelTable, group: PlaceGroup) -> tuple[str, ...]:
        """Return a level table and the charts that draw its figures."""
        figures = [figure for row in table.rows for figure in row.figures if figure is not None]
        facts = [fact for figure in figures for fact in figure.inputs]
        return (*self._new([table.id]), *self.facts(facts, group.drawings))

    def act(self, act: str) -> str:
        """Return a legal act in full where it is named first, then without its day and body."""
        full = in_full(act, self._issuers)
        known = full in self._said
        self._said.add(full)
        return short_act(full) if known else full

    def _new(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return what was not announced before, and remember it."""
        found = tuple(name for name in dict.fromkeys(ids) if name not in self._said)
        self._said.update(found)
        return found


def facts_of(claim: Claim) -> list[Fact]:
    """Return the facts of a claim, its parts and levels."""
    beside = (*claim.parts, *claim.levels)
    return [claim.fact, *(fact for one in beside for fact in facts_of(one))]


def drawn_facts(chart: Chart) -> list[str]:
    """Return the ids of the facts behind the values of a chart."""
    values = [value for one in chart.series for value in one.values if value is not None]
    return [fact.id for value in values for fact in value.inputs]
