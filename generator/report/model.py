"""The values of a report before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.catalogue import Group, Indicator, Place
from generator.model.chart import Chart
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.period import Period
from generator.model.source_text import SourceInfo
from generator.model.statement import Statement, StatementKind


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact to be said, with what belongs to it.

    ``parts`` are other indicators that the catalogue's language data call parts
    of this one ("trong đó"); ``levels`` the same indicator by administrative
    level or unit.
    """

    fact: Fact
    indicator: Indicator
    parts: tuple[Claim, ...] = ()
    levels: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What is said of one place over one period within one group."""

    place: Place
    period: Period
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """A rate, score or rank of one place over two or more periods, in order.

    ``difference`` is computed between the last two where the rules of comparison
    allow it, else None.
    """

    place: Place
    indicator: Indicator
    facts: tuple[Fact, ...]
    difference: Figure | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A count at a later against an earlier time; ``difference`` is computed."""

    place: Place
    indicator: Indicator
    earlier: Fact
    later: Fact
    difference: Figure


@dataclass(frozen=True, slots=True)
class LevelRow:
    """The figures of one administrative level, in the order of the columns.

    ``level`` is None for the computed total over all levels.
    """

    level: str | None
    figures: tuple[Figure | None, ...]
    shares: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class LevelTable:
    """Indicators by administrative level, of one place and period."""

    id: str
    place: Place
    period: Period
    indicators: tuple[Indicator, ...]
    rows: tuple[LevelRow, ...]
    total: LevelRow | None
    docs: tuple[str, ...]

    @property
    def by_share(self) -> tuple[tuple[str, Figure], ...]:
        """Levels with the share of the second indicator, highest first."""
        shares = [(row.level or "", row.shares[1]) for row in self.rows if row.shares[1:2]]
        known = [(level, share) for level, share in shares if share is not None]
        return tuple(sorted(known, key=lambda pair: -pair[1].value))


@dataclass(frozen=True, slots=True)
class DateTable:
    """Parts of one whole at two or more dates, of one place."""

    id: str
    place: Place
    periods: tuple[Period, ...]
    indicators: tuple[Indicator, ...]
    cells: tuple[tuple[Fact | None, ...], ...]
    docs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Indicators that two or more places have, one column for each place."""

    id: str
    places: tuple[Place, ...]
    indicators: tuple[Indicator, ...]
    cells: tuple[tuple[Fact | None, ...], ...]
    docs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with what its caption needs: the kind of chart and its subject."""

    chart: Chart
    subject: str
    place: Place
    periods: tuple[Period, ...]
    docs: tuple[str, ...]
    indicator: Indicator | None = None


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """All that is said of one group of indicators for one place."""

    group: Group
    place: Place
    passages: tuple[Passage, ...]
    trends: tuple[Trend, ...]
    comparisons: tuple[Comparison, ...]
    level_tables: tuple[LevelTable, ...]
    date_tables: tuple[DateTable, ...]
    drawings: tuple[Drawing, ...]


@dataclass(frozen=True, slots=True)
class GroupSection:
    """A chapter section: the country first, then one headline for each place."""

    group: Group
    nation: PlaceGroup | None
    local: tuple[Claim, ...] = ()
    local_tables: tuple[LevelTable, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceSection:
    """All groups of one place, in the order of the catalogue."""

    place: Place
    groups: tuple[PlaceGroup, ...]


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """Statements of one kind, place and theme, in the order of the sources."""

    kind: StatementKind
    place: Place
    theme: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The newest figure of an indicator against the one before it.

    ``difference`` is None where the two must not be compared.
    """

    place: Place
    indicator: Indicator
    current: Fact
    previous: Fact
    difference: Figure | None


@dataclass(frozen=True, slots=True)
class AppendixRow:
    """One fact of the full table; ``used`` tells whether the text relies on it."""

    number: int
    fact: Fact
    indicator: Indicator
    place: Place
    location: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What the report covers."""

    places: tuple[Place, ...]
    periods: tuple[Period, ...]
    with_nation: bool
    cut_off: date
    issued: date

    @property
    def period(self) -> Period:
        """Return the span from the first day of the first to the last of the last."""
        starts = [period.start or period.end for period in self.periods]
        return Period(max(period.end for period in self.periods), min(starts))


@dataclass(frozen=True, slots=True)
class ReportModel:
    """Everything that a template may put into words."""

    scope: Scope
    groups: tuple[GroupSection, ...]
    places: tuple[PlaceSection, ...]
    place_table: PlaceTable | None
    headlines: tuple[Claim, ...]
    changes: tuple[Change, ...]
    drawings: tuple[Drawing, ...]
    limits: tuple[StatementGroup, ...]
    causes: tuple[StatementGroup, ...]
    tasks: tuple[StatementGroup, ...]
    deadlines: tuple[Statement, ...]
    achievements: tuple[StatementGroup, ...]
    models: tuple[StatementGroup, ...]
    findings: tuple[Finding, ...]
    appendix: tuple[AppendixRow, ...]
    computed: tuple[Figure, ...]
    sources: tuple[SourceInfo, ...]
    missing: tuple[tuple[Indicator, Place], ...] = field(default=(), repr=False)

    @property
    def last_day(self) -> date:
        """Return the last day that a result of the report bears."""
        ends = [
            row.fact.period.end
            for row in self.appendix
            if row.fact.period.end <= self.scope.cut_off
        ]
        return max(ends, default=self.scope.cut_off)
