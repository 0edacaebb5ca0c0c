"""What "so với" means: which earlier figures one figure is set against.

Both flows and stocks are set against the figures of the periods that the config names, and
only against their like: one measure, place, level, sense, area and scale, a stock with a
stock, a flow with one of equal length.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.catalogue import Kind, Places
from generator.config.earlier import period_before, year_before
from generator.config.values import Comparison as Basis
from generator.facts.areas import Area, day_of_area, ground_of, is_cut_short, one_ground
from generator.facts.comparing import LAST_DAY_OF_OLD_MINISTRIES, comparable
from generator.model.fact import Fact
from generator.model.period import Period
from generator.report.wording import Wording
from generator.vi.days import in_year

_ABOUT_A_DAY = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a report compares with: the bases of its config, its periods, what is alike.

    ``areas`` tell what figures of days before the merger cover, of provinces grown by it;
    ``asked`` that the config names the bases, and has not the usual ones.
    """

    compare: Sequence[Basis]
    periods: Sequence[Period]
    table: Places
    wording: Wording
    areas: Mapping[str, Area] = field(default_factory=dict)
    asked: bool = False

    def alike(self, one: Fact, other: Fact) -> bool:
        """Tell whether two figures of one indicator are of one sense, one area and one field."""
        alike = self.wording.alike(one, other) and self.of_one_area(one, other)
        return alike and self._field(one, other) == self._field(other, one)

    def of_one_area(self, one: Fact, other: Fact) -> bool:
        """Tell whether two figures cover the same area; where that is open, by one source only.

        Of a figure that a source of after the merger gives for a time before it nobody knows
        which area it is of, unless the source says so.
        """
        same = one_ground(one, other, self.areas, self.table)
        return same and (self._unsure(one) or self._broken(one) == self._broken(other))

    def _unsure(self, fact: Fact) -> bool:
        """Tell whether nobody knows which area a figure is of."""
        return self.areas.get(fact.id) is Area.UNSURE

    def ground(self, fact: Fact) -> frozenset[str]:
        """Return the old provinces that a figure covers, by its time or as its source says."""
        return ground_of(fact, self.areas, self.table)

    def crosses(self, fact: Fact) -> bool:
        """Tell whether a time began before its place grew by a merger and ended after it."""
        grown, start = self.table.grown_on(fact.place), fact.period.start
        return grown is not None and start is not None and start < grown <= fact.period.end

    def cut_short(self, fact: Fact) -> bool:
        """Tell whether a place ended within the time of a figure, which no whole time is like.

        An index is of the place that it was given to.
        """
        return is_cut_short(fact, self.table) and not self.is_index(fact)

    def _broken(self, fact: Fact) -> bool:
        """Tell whether a place ended, or a ministry took over others, within a figure's time."""
        return self.cut_short(fact) or self._mixed(fact)

    def _mixed(self, fact: Fact) -> bool:
        """Tell whether a figure is of a ministry's work before it took over others', and after.

        The first quarter of 2025 has one month of Bộ Nông nghiệp và Môi trường. An index is of
        the ministry that it was given to.
        """
        is_body = fact.place in self.table.bodies
        return is_body and not self.is_index(fact) and self.crosses(fact)

    def is_index(self, fact: Fact) -> bool:
        """Tell whether a figure is a score or rank, which an index gives to a place as it is."""
        return self.wording.indicator(fact).kind in (Kind.SCORE, Kind.RANK)

    def _field(self, fact: Fact, other: Fact) -> bool | None:
        """Tell whether a bare rank is one among the ministries before March 2025, else None.

        Of provinces, and of ranks that tell their number, others decide.
        """
        bare = fact.total is None or other.total is None
        is_rank = self.wording.indicator(fact).kind is Kind.RANK
        if not (bare and is_rank and fact.place in self.table.bodies):
            return None
        return fact.period.end <= LAST_DAY_OF_OLD_MINISTRIES

    def day_of_area(self, fact: Fact) -> date:
        """Return a day on which a place had the area that a figure of it covers."""
        return day_of_area(fact, self.areas, self.table)

    def bases(self, later: Fact, known: Iterable[Fact]) -> tuple[Fact, ...]:
        """Return the figures that one is set against, in the order of the config.

        A flow is set against the period that the config names, in any source; so is a
        stock, against the last day within that period that has a figure. Where no source
        has one, the one before it in the same document stands in for a stock, if the config
        names the previous period.
        """
        like = [fact for fact in known if comparable(fact, later) and self.alike(fact, later)]
        if later.period.is_stock:
            return self._stocks(later, like)
        found = (_flow(like, period) for period in base_periods(later.period, self.compare))
        return tuple(dict.fromkeys(fact for fact in found if fact is not None))

    def _stocks(self, later: Fact, like: Sequence[Fact]) -> tuple[Fact, ...]:
        """Return the stocks that one is set against, each once."""
        found: list[Fact | None] = []
        for basis in self.compare:
            fitting = (f for f in like if self.is_stock_base(f.period.end, later.period, basis))
            found.append(max(fitting, key=lambda one: _newness(one, later), default=None))
        named = tuple(dict.fromkeys(fact for fact in found if fact is not None))
        beside = (fact for fact in like if fact.source.doc == later.source.doc)
        newest = max(beside, key=lambda fact: fact.period.end, default=None)
        if named or Basis.PREVIOUS_PERIOD not in self.compare:
            return named
        return (newest,) if newest else ()

    def is_stock_base(self, day: date, later: Period, basis: Basis) -> bool:
        """Tell whether a stock of a day is what a basis of the config means for a later one.

        The period of the report that a stock is of is the last one that began by its day, of
        those that end together the longest that has such a base: a phase since 2021 has none
        of a year ago, its last half-year has. As many days as the stock lies behind the end of
        that one, a base may, too. A base of a year ago is at most 45 days off the same day;
        in a report as of a day that is enough.
        """
        before = basis is Basis.PREVIOUS_PERIOD
        if not before and not _is_year_before(day, later.end):
            return False
        begun = [one for one in self.periods if one.start and one.start <= later.end]
        last = max((one.end for one in begun), default=None)
        if last is None:
            return not before and any(one.is_stock for one in self.periods)
        late = max(later.end - last, timedelta())
        own = sorted((one for one in begun if one.end == last), key=age, reverse=True)
        bases = (base_periods(one, (basis,)) for one in own)
        return any(_within(day, span, late) for span in next(filter(None, bases), ()))

    def leading(self, facts: Iterable[Fact]) -> Fact:
        """Return the figure that stands for the report: of its own period, else the newest.

        Of several that end on one day the one over the longest time. Raises ValueError
        where there is none.
        """
        return max(facts, key=lambda fact: (fact.period in self.periods, *age(fact.period)))


def _flow(like: Sequence[Fact], wanted: Period) -> Fact | None:
    """Return the figure of a period."""
    return next((fact for fact in like if fact.period == wanted), None)


def _newness(fact: Fact, later: Fact) -> tuple[date, bool]:
    """Sort stocks by their day, of one day that of the document of the later one last."""
    return (fact.period.end, fact.source.doc == later.source.doc)


def _is_year_before(day: date, later: date) -> bool:
    """Tell whether a day is about the same day of the year before."""
    return abs(day - in_year(later, later.year - 1)) <= _ABOUT_A_DAY


def _within(day: date, span: Period, late: timedelta) -> bool:
    """Tell whether a stock of a day is of a period, or so many days behind it at most."""
    return span.start is not None and span.start <= day <= span.end + late


def age(period: Period) -> tuple[date, int]:
    """Sort periods by their end, of those that end together the longest last."""
    return (period.end, -(period.start or period.end).toordinal())


def base_periods(period: Period, compare: Sequence[Basis]) -> tuple[Period, ...]:
    """Return the periods that "so với" means for a flow, in the order of the config.

    A window of Nghị định 09/2019/NĐ-CP is compared with a window, as its name says.
    "previous-year" of a part of a year is the same part of the year before: half a
    year is no match for a whole one.
    """
    found = (
        period_before(period) if basis is Basis.PREVIOUS_PERIOD else year_before(period)
        for basis in compare
        if not period.is_stock
    )
    return tuple(dict.fromkeys(one for one in found if one is not None))
