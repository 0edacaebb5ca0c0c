"""An index over many places: its rows, its order, its drawings.

Values only; ``ranking`` makes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue import Indicator, Place
from generator.model.chart import Chart
from generator.model.figure import Figure
from generator.model.period import Period
from generator.vi.printing import capitalised, period_name

_ENDS = 3  # places that a ranking names at either end


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with what its caption needs: the kind of chart and its subject."""

    chart: Chart
    subject: str
    place: Place
    periods: tuple[Period, ...]
    docs: tuple[str, ...]
    indicator: Indicator | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class RankRow:
    """One place of a ranking.

    ``figures`` has an entry for each period, None where there is no figure; ``rank`` is
    the standing in the newest one, None without a figure. ``since_last`` is the change
    from the period before the newest, ``since_first`` that from ``first``, the oldest
    period of which the place has a figure. ``marked`` tells that the config chose it.
    """

    place: Place
    figures: tuple[Figure | None, ...]
    rank: Figure | None
    since_last: Figure | None
    since_first: Figure | None
    first: Period
    marked: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """One index over many places; see ``generator.report.ranking``.

    ``periods`` are oldest first; ``rows`` in alphabet order; ``nation`` the country's
    own figures; ``count`` how many places have one of the newest period; ``spread``
    the distance between the first and the last; ``regrown`` the periods with the places
    whose figures are of another area then, so that they stand in no row; ``country`` says
    whose ``nation`` are.
    """

    indicator: Indicator
    periods: tuple[Period, ...]
    rows: tuple[RankRow, ...]
    nation: tuple[Figure | None, ...]
    decimals: int
    count: Figure
    spread: Figure | None
    drawings: tuple[Drawing, ...]
    docs: tuple[str, ...]
    regrown: tuple[tuple[Period, tuple[Place, ...]], ...] = ()
    country: str = "cả nước"

    @property
    def order(self) -> tuple[RankRow, ...]:
        """Rows with a standing, best first; equal ones keep the alphabet's order."""
        ranked = [(row.rank.value, at, row) for at, row in enumerate(self.rows) if row.rank]
        return tuple(row for _, _, row in sorted(ranked, key=lambda one: one[:2]))

    @property
    def ends(self) -> tuple[tuple[RankRow, ...], tuple[RankRow, ...]]:
        """The first and the last rows of the order: three each, one each of few places."""
        order = self.order
        most = _ENDS if len(order) >= 2 * _ENDS else 1
        return order[:most], order[-most:]

    @property
    def by_change(self) -> tuple[RankRow, ...]:
        """Rows with a change since the period before, the greatest rise first."""
        moved = [
            (-row.since_last.value, at, row) for at, row in enumerate(self.rows) if row.since_last
        ]
        return tuple(row for _, _, row in sorted(moved, key=lambda one: one[:2]))

    @property
    def marked(self) -> tuple[RankRow, ...]:
        """Rows that the config chose."""
        return tuple(row for row in self.rows if row.marked)

    def told(self, most: int) -> tuple[Figure, ...]:
        """Return the computed figures of a text that names ``most`` places at either end."""
        moved = self.by_change
        ends = moved if len(moved) <= 2 * most else (*moved[:most], *moved[-most:])
        found = [self.count, self.spread]
        found += [row.rank for row in self.marked]
        found += [row.since_last for row in ends]
        found += [figure for row in self.marked for figure in (row.since_last, row.since_first)]
        return tuple({figure.id: figure for figure in found if figure is not None}.values())

    @property
    def gaps(self) -> tuple[tuple[Period, tuple[Place, ...]], ...]:
        """Periods in which places have no figure, of another area neither, with these places."""
        left = {(period, place.slug) for period, places in self.regrown for place in places}
        found = (
            (
                period,
                tuple(
                    row.place
                    for row in self.rows
                    if row.figures[at] is None and (period, row.place.slug) not in left
                ),
            )
            for at, period in enumerate(self.periods)
        )
        return tuple((period, places) for period, places in found if places)

    @property
    def blanks(self) -> tuple[tuple[Period, Place], ...]:
        """Gaps that a chart over time shows as an empty place, each with its period."""
        drawn = {
            frozenset({one.name, category})
            for drawing in self.drawings
            for one in drawing.chart.series
            for category, value in zip(drawing.chart.categories, one.values, strict=True)
            if value is None
        }
        return tuple(
            (period, place)
            for period, places in self.gaps
            for place in places
            if frozenset({place.listed, capitalised(period_name(period))}) in drawn
        )
