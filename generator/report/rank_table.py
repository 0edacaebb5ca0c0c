"""An index over many places: its rows, its order, its drawings.

Values only; ``ranking`` makes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, groupby

from generator.catalogue import Indicator, Place
from generator.model.chart import Chart
from generator.model.fact import docs_of
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.place_notes import AreaNote, CrossingNote, NameNote, PlaceNote
from generator.vi.printing import capitalised, period_name

_ENDS = 3  # places that a ranking names at either end
_MOST_NAMED = 12


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


_Levels = tuple[tuple[RankRow, ...], ...]


def _enough(levels: _Levels, most: int) -> _Levels:
    """Return the first standings that hold so many places."""
    held = accumulate((len(level) for level in levels), initial=0)
    return tuple(level for level, before in zip(levels, held, strict=False) if before < most)


def _most_moved(rows: Sequence[RankRow]) -> tuple[RankRow, ...]:
    """Return three rows, the greatest change first, and all that moved as far as the third.

    Of so many that nobody would name them only those that moved farther.
    """
    sizes = [abs(row.since_last.value) for row in rows if row.since_last]
    third = min(sizes[:_ENDS], default=Decimal(0))
    alike = [row for row, size in zip(rows, sizes, strict=True) if size >= third]
    if len(alike) <= _MOST_NAMED:
        return tuple(alike)
    return tuple(row for row, size in zip(rows, sizes, strict=True) if size > third)


@dataclass(frozen=True, slots=True)
class Ranking:
    """One index over many places; see ``generator.report.ranking``.

    ``periods`` are oldest first; ``rows`` in alphabet order; ``nation`` the country's
    own figures; ``count`` how many places have one of the newest period; ``spread``
    the distance between the first and the last; ``regrown`` the periods with the places
    whose figures are of another area then, so that they stand in no row; ``country`` says
    whose ``nation`` are; ``unplaced`` have a figure, which is not exact enough for a standing;
    ``renamed`` are the places of which some figures are under an older name or type of one
    area, ``moved`` those that are a part of another one today, ``areas`` those with figures of
    before they grew, ``crossing`` those with figures of a time within which they did.
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
    unplaced: tuple[RankRow, ...] = ()
    renamed: tuple[NameNote, ...] = ()
    moved: tuple[PlaceNote, ...] = ()
    areas: tuple[AreaNote, ...] = ()
    crossing: tuple[CrossingNote, ...] = ()

    @property
    def order(self) -> tuple[RankRow, ...]:
        """Rows with a standing, best first; equal ones keep the alphabet's order."""
        ranked = [(row.rank.value, at, row) for at, row in enumerate(self.rows) if row.rank]
        return tuple(row for _, _, row in sorted(ranked, key=lambda one: one[:2]))

    @property
    def levels(self) -> tuple[tuple[RankRow, ...], ...]:
        """The order, places that share a standing together."""
        same = groupby(self.order, key=lambda row: row.rank.value if row.rank else None)
        return tuple(tuple(rows) for _, rows in same)

    @property
    def ends(self) -> tuple[_Levels, _Levels]:
        """The first standings from the best on and the last from the worst on, none in both.

        Of three places each, of one each where they are few; with all that share the last of
        these standings. None are last where all are alike; either end goes only as far as
        every standing is known.
        """
        levels = self.levels
        most = _ENDS if len(self.order) >= 2 * _ENDS else 1
        if self.unplaced:
            return _enough(self._known(levels), most), _enough(self._known(levels[::-1]), most)
        first = _enough(levels[:-1] or levels, most)
        return first, _enough(levels[: len(first) - 1 if first else None : -1], most)

    def _known(self, levels: _Levels) -> _Levels:
        """Return the levels from one end on, as far as no place between is without a standing."""
        best_first = levels == self.levels
        held = accumulate((len(level) for level in levels), initial=0)
        known = []
        for level, before in zip(levels, held, strict=False):
            rank = level[0].rank
            ahead = before if best_first else int(self.count.value) - before - len(level)
            if rank is None or rank.value != ahead + 1:
                break
            known.append(level)
        return tuple(known)

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

    @property
    def docs_of_all(self) -> tuple[str, ...]:
        """The documents behind the table of all places."""
        return self._docs(self.rows)

    @property
    def docs_of_marked(self) -> tuple[str, ...]:
        """The documents behind the table of the places that the config chose."""
        return self._docs(self.marked)

    def _docs(self, rows: Sequence[RankRow]) -> tuple[str, ...]:
        """Return the documents behind rows of a table, in the order of the whole ranking."""
        shown = (
            figure
            for row in rows
            for figure in (*row.figures, row.rank, row.since_last, row.since_first)
        )
        own = set(docs_of(fact for one in shown if one is not None for fact in one.inputs))
        return tuple(doc for doc in self.docs if doc in own)

    @property
    def movers(self) -> tuple[tuple[RankRow, ...], tuple[RankRow, ...]]:
        """The rows that rose and those that fell the most, each with all that did so alike."""
        moved = [(row.since_last.value, row) for row in self.by_change if row.since_last]
        rises = [row for change, row in moved if change > 0]
        falls = sorted((one for one in moved if one[0] < 0), key=lambda one: one[0])
        return _most_moved(rises), _most_moved([row for _, row in falls])

    @property
    def told(self) -> tuple[Figure, ...]:
        """The computed figures of the text."""
        found = [self.count, self.spread if self.spread and self.spread.value else None]
        tied = (level for end in self.ends for level in end if len(level) > 1)
        found += [level[0].rank for level in tied]
        found += [row.rank for row in self.marked]
        found += [row.since_last for rows in self.movers for row in rows]
        found += [figure for row in self.marked for figure in (row.since_last, row.since_first)]
        return tuple({figure.id: figure for figure in found if figure is not None}.values())

    @property
    def has_ties(self) -> bool:
        """Tell whether a place that the config chose shares its standing with another."""
        return any(len(level) > 1 and any(row.marked for row in level) for level in self.levels)

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
