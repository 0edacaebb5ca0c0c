"""The values of a report before it is put into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator.catalogue import Group, Indicator, Kind, Place
from generator.facts.comparing import (
    LAST_DAY_OF_DISTRICTS,
    LAST_DAY_OF_OLD_MINISTRIES,
    is_same_period,
)
from generator.model.fact import NATION, Fact, docs_of
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.period import Period
from generator.model.source_text import SourceInfo
from generator.model.statement import Statement, StatementKind
from generator.report.bases import age
from generator.report.measures import MOST_ABREAST, Measured, Standing
from generator.report.rank_table import Drawing, Ranking
from generator.report.remarks import Remarks
from generator.vi.windows import NAMED, named_of


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact to be said, with what belongs to it.

    ``parts`` are other indicators that the catalogue's language data call parts
    of this one ("trong đó"); ``levels`` the same indicator by administrative
    level or unit. Where ``rate`` is set, that is said, of the rate ``indicator``, and ``fact``
    is the part that it was computed of.
    """

    fact: Fact
    indicator: Indicator
    parts: tuple[Claim, ...] = ()
    levels: tuple[Claim, ...] = ()
    rate: Figure | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """What is said of one place over one period within one group."""

    place: Place
    period: Period
    claims: tuple[Claim, ...]
    own_time: bool = False  # the claims name their time themselves
    as_of: bool = False  # stocks of a day before the one that their source speaks at


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure at a later against an earlier time; ``difference`` is computed.

    ``relative`` is the growth of a count in percent, or in times from the double on.
    """

    place: Place
    indicator: Indicator
    earlier: Fact
    later: Fact
    difference: Figure
    relative: Figure | None = None

    @property
    def over_fields(self) -> bool:
        """Tell whether a province's scores were given among 63 provinces, then among 34.

        Those of a ministry among as many as there were before 1 March 2025, then among fewer.
        """
        score = self.indicator.kind is Kind.SCORE
        last = LAST_DAY_OF_OLD_MINISTRIES if self.place.is_body else LAST_DAY_OF_DISTRICTS
        among = self.place.slug != NATION
        return score and among and self.earlier.period.end <= last < self.later.period.end

    @property
    def same_period(self) -> bool:
        """Tell whether "cùng kỳ" names the earlier time."""
        return is_same_period(self.earlier.period, self.later.period)


@dataclass(frozen=True, slots=True)
class Trend:
    """A rate, score or rank of one place over two or more periods, in order.

    The last fact stands for the report; ``compared`` sets it against what the config
    names, () where none of that is known: the facts are then told one by one.
    """

    place: Place
    indicator: Indicator
    facts: tuple[Fact, ...]
    compared: tuple[Comparison, ...] = ()

    @property
    def later(self) -> Fact:
        """Return the fact that stands for the report."""
        return self.facts[-1]

    @property
    def difference(self) -> Figure | None:
        """Return the first change that is told, None where none is."""
        return self.compared[0].difference if self.compared else None


@dataclass(frozen=True, slots=True)
class LevelRow:
    """The figures of one administrative level, in the order of the columns.

    ``level`` is None for the computed total over all levels.
    """

    level: str | None
    figures: tuple[Figure | None, ...]
    shares: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class TotalChange:
    """A computed total against what a source tells of an earlier time; see ``Comparison``."""

    earlier: Fact
    total: Figure
    same_period: bool
    difference: Figure
    relative: Figure | None = None


@dataclass(frozen=True, slots=True)
class LevelTable:
    """Indicators by administrative level, of one place and period.

    ``changes`` are those of the total of its first indicator.
    """

    id: str
    place: Place
    period: Period
    indicators: tuple[Indicator, ...]
    rows: tuple[LevelRow, ...]
    total: LevelRow | None
    docs: tuple[str, ...]
    changes: tuple[TotalChange, ...] = ()

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
    totals: tuple[Figure | None, ...]
    docs: tuple[str, ...]
    shares: tuple[Figure | None, ...] = ()  # of the totals, where the parts make up the whole


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Indicators that two or more places have, one column for each place.

    ``rates`` are those that the report made of two counts, by the id of the fact that stands in
    for each in ``cells``.
    """

    id: str
    places: tuple[Place, ...]
    indicators: tuple[Indicator, ...]
    cells: tuple[tuple[Fact | None, ...], ...]
    docs: tuple[str, ...]
    rates: Mapping[str, Figure] = field(default_factory=dict, hash=False)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts behind it: those of its cells, the two counts of a rate."""
        shown = [fact for row in self.cells for fact in row if fact is not None]
        told = [self.rates[one.id].inputs if one.id in self.rates else (one,) for one in shown]
        return tuple(dict.fromkeys(fact for own in told for fact in own))


@dataclass(frozen=True, slots=True)
class Peers:
    """Places of one kind in the order of one indicator and time; see ``generator.report.peers``."""

    indicator: Indicator
    period: Period
    standings: tuple[Standing, ...]
    drawing: Drawing | None = None
    ends: Drawing | None = None  # the first and the last ones of a long order

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the places, the best first."""
        return tuple(one.place for one in self.standings)

    @property
    def is_long(self) -> bool:
        """Tell whether there are more places than one chart has."""
        return len(self.standings) > MOST_ABREAST

    @property
    def told_slugs(self) -> frozenset[str]:
        """Return all places that have a figure, with those of which none knows the standing."""
        ranks = (one.rank for one in self.standings if one.rank is not None)
        return frozenset(fact.place for rank in ranks for fact in rank.inputs)

    @property
    def levels(self) -> tuple[tuple[Standing, ...], ...]:
        """Return the places that share a standing together, the best first."""
        found: dict[Decimal, list[Standing]] = {}
        for one in self.standings:
            if one.rank is not None:
                found.setdefault(one.rank.value, []).append(one)
        return tuple(tuple(own) for own in found.values())

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind the figures of places and country."""
        facts = [one.fact for one in self.standings]
        facts += [one.nation for one in self.standings if one.nation is not None]
        return docs_of(facts)


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """All that is said of one group of indicators for one place.

    ``comparisons`` are those of the figures that stand for the report, ``others`` those of
    its further periods, where it has several; ``level_sums`` are counts told of all levels
    without their whole, one indicator each.
    """

    group: Group
    place: Place
    passages: tuple[Passage, ...]
    trends: tuple[Trend, ...]
    comparisons: tuple[Comparison, ...]
    level_tables: tuple[LevelTable, ...]
    date_tables: tuple[DateTable, ...]
    drawings: tuple[Drawing, ...]
    others: tuple[Comparison, ...] = ()
    level_sums: tuple[LevelTable, ...] = ()

    @property
    def by_time(self) -> tuple[Comparison, ...]:
        """Return all comparisons in the order of the report's periods."""
        found = (*self.comparisons, *self.others)
        return tuple(sorted(found, key=lambda one: age(one.later.period)))


@dataclass(frozen=True, slots=True)
class GroupSection:
    """A section of the chapter on the whole country; of the provinces where it has none."""

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
    """The newest figure of an indicator against one before it."""

    place: Place
    indicator: Indicator
    current: Fact
    previous: Fact
    difference: Figure

    @property
    def ends(self) -> tuple[Fact, Period]:
        """Return what is set against which time."""
        return (self.current, self.previous.period)

    @property
    def same_period(self) -> bool:
        """Tell whether "cùng kỳ" names the earlier time."""
        return is_same_period(self.previous.period, self.current.period)


@dataclass(frozen=True, slots=True)
class Movers:
    """The changes of one indicator in many places; see ``generator.report.movers``.

    ``rises`` and ``falls`` are the largest, those of one size together, the largest first;
    ``rose`` and ``fell`` in how many places, None where in none; ``good`` is the better way.
    """

    indicator: Indicator
    period: Period
    previous: Period
    changes: tuple[Change, ...]
    rises: tuple[tuple[Change, ...], ...]
    falls: tuple[tuple[Change, ...], ...]
    rose: Figure | None
    fell: Figure | None
    good: str | None = None
    drawing: Drawing | None = None

    @property
    def same_period(self) -> bool:
        """Tell whether "cùng kỳ" names the earlier time."""
        return is_same_period(self.previous, self.period)

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind all figures of both times."""
        return docs_of(fact for one in self.changes for fact in (one.current, one.previous))

    @property
    def worst(self) -> tuple[tuple[Change, ...], ...]:
        """Return the largest changes for the worse, none where neither way is better."""
        return () if not self.good else self.rises if self.good == "down" else self.falls

    @property
    def told(self) -> tuple[Change, ...]:
        """Return the changes that are told one by one, rises first."""
        return tuple(one for level in (*self.rises, *self.falls) for one in level)


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
    """What the report covers; ``places`` are central bodies, then provinces."""

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
    """Everything that a template may put into words.

    ``located`` has the page, paragraph or cell of each quote that is no fact, by document
    and offset.
    """

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
    targets: tuple[Claim, ...]
    achievements: tuple[StatementGroup, ...]
    models: tuple[StatementGroup, ...]
    findings: tuple[Finding, ...]
    appendix: tuple[AppendixRow, ...]
    computed: tuple[Figure, ...]
    sources: tuple[SourceInfo, ...]
    missing: tuple[tuple[Indicator, Place], ...] = field(default=(), repr=False)
    measured: Measured = field(default_factory=Measured)
    ranking: Ranking | None = None
    peers: tuple[Peers, ...] = ()  # none in a report of one place alone
    movers: tuple[Movers, ...] = ()  # of many places; none of their changes stands in ``changes``
    remarks: Remarks = field(default_factory=Remarks)
    refuted: tuple[Statement, ...] = ()  # proved wrong by a finding: the notes alone tell them
    located: Mapping[tuple[str, int], str] = field(default_factory=dict, repr=False, hash=False)
    witnesses: tuple[Fact, ...] = ()  # printed nowhere, but proving the area of those that are

    @property
    def all_drawings(self) -> tuple[Drawing, ...]:
        """Every chart that a template may show: of the text, of places, of the ranking."""
        of_peers = (drawn for one in self.peers for drawn in (one.drawing, one.ends))
        beside = (one for one in of_peers if one is not None)
        moved = (one.drawing for one in self.movers if one.drawing is not None)
        return (*self.drawings, *beside, *moved, *(self.ranking.drawings if self.ranking else ()))

    def without(self, group: Peers) -> tuple[Place, ...]:
        """Return the places of the report, of the kind of an order, that have no figure of it."""
        kin = [one for one in self.scope.places if one.is_body == group.places[0].is_body]
        return tuple(one for one in kin if one.slug not in group.told_slugs)

    @property
    def tells_nation(self) -> bool:
        """Tell whether there is a result of the whole country, in figures or in words.

        What is to be done in it, or aimed at, is no result.
        """
        said = (*self.achievements, *self.models, *self.limits, *self.causes)
        results = (row for row in self.appendix if row.indicator.kind is not Kind.TARGET)
        return any(group.place.slug == NATION for group in said) or any(
            row.fact.place == NATION for row in results
        )

    @property
    def has_both_calendars(self) -> bool:
        """Tell whether some times are windows of Nghị định 09/2019/NĐ-CP, others of the calendar.

        A window is printed with its days: of a report that is on windows, or has some, the reader
        takes a bare "quý II năm 2025" for one unless told.
        """
        own = {row.fact.period for row in self.appendix}
        windows = any(named_of(one) is not None for one in (*self.scope.periods, *own))
        return windows and any(one.kind in NAMED for one in own)

    @property
    def last_day(self) -> date:
        """Return the last day that a result of the report bears."""
        ends = [
            row.fact.period.end
            for row in self.appendix
            if row.fact.period.end <= self.scope.cut_off
        ]
        return max(ends, default=self.scope.cut_off)
