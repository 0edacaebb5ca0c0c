"""What a report says beyond single figures: comparisons over a merger, standings, highlights.

Values only; ``mergers``, ``standings`` and ``highlights`` make them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from generator.catalogue import Indicator, Place
from generator.catalogue.targets import Target
from generator.facts.comparing import is_same_period
from generator.model.fact import Fact, docs_of
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.period import Period
from generator.report.merged_measures import MergedComparison, MergedSum, MergerNote, SumGap
from generator.report.place_notes import CrossingNote, DutiesNote, NameNote, PlaceNote, StrayNote

Baseless = Literal["none", "some", "all"]  # of the figures those without any base
MOST_ABREAST = 12
"""Of more places none is set against their average, and no chart has them all."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a figure stands among others of its time; each part may be missing.

    ``to_nation``, ``to_mean`` and ``to_target`` are how far it is above the country's
    figure, the simple average of the chosen places and the target; ``rank`` and
    ``among`` its place among those that have the figure, ``tied`` whether another
    shares it; ``part`` its percentage of the country's count. ``rate`` is set where the
    figure is a rate of two counts (``fact`` is its part then), ``nation_rate`` where the
    country's is.
    """

    place: Place
    indicator: Indicator
    fact: Fact
    nation: Fact | None = None
    to_nation: Figure | None = None
    mean: Figure | None = None
    to_mean: Figure | None = None
    target: Target | None = None
    goal: Figure | None = None
    to_target: Figure | None = None
    rank: Figure | None = None
    among: Figure | None = None
    part: Figure | None = None
    tied: bool = False
    rate: Figure | None = None
    nation_rate: Figure | None = None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the computed figures."""
        found = (self.to_nation, self.mean, self.to_mean, self.to_target, self.rank, self.part)
        return tuple(figure for figure in (*found, self.among) if figure is not None)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return all facts that it rests on, its own first."""
        resting = (fact for figure in self.figures for fact in figure.inputs)
        return tuple(dict.fromkeys((self.fact, *resting)))

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind it; those of many others are told where all are told."""
        if self.among is None or self.among.value <= MOST_ABREAST:
            return docs_of(self.facts)
        own = (one for one in (self.to_nation, self.to_target, self.part) if one is not None)
        return docs_of((self.fact, *(fact for figure in own for fact in figure.inputs)))

    @property
    def says_something(self) -> bool:
        """Tell whether there is anything to compare with; an average alone is told of all."""
        return bool(set(self.figures) - {self.mean, self.among})

    @property
    def is_among_others(self) -> bool:
        """Tell whether it is set against the country or other places, not a target alone."""
        return any(one is not None for one in (self.to_nation, self.part, self.to_mean, self.rank))

    @property
    def is_met(self) -> bool:
        """Tell whether the target is reached."""
        value = self.rate.value if self.rate is not None else self.fact.value
        return self.target is not None and self.target.is_met(value)

    @property
    def is_due(self) -> bool:
        """Tell whether the figure is of the last year that the target leaves."""
        return self.target is not None and self.fact.period.end.year >= self.target.until.year


@dataclass(frozen=True, slots=True)
class RateChange:
    """What a computed rate is set against: one of an earlier time, computed or printed.

    ``now`` is the time of the later rate; ``merged`` tells that ``base`` is of the sums of
    old provinces.
    """

    period: Period
    now: Period
    base: Figure
    difference: Figure
    merged: bool = False

    @property
    def same_period(self) -> bool:
        """Tell whether "cùng kỳ" names the earlier time."""
        return is_same_period(self.period, self.now)


@dataclass(frozen=True, slots=True)
class DerivedRate:
    """A rate of two counts of one source, place and time: computed, or printed beside its part.

    ``changes`` are what it is set against, in the order of the config.
    """

    place: Place
    indicator: Indicator
    part: Fact
    whole: Fact
    rate: Figure
    changes: tuple[RateChange, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the computed figures."""
        compared = (figure for one in self.changes for figure in (one.base, one.difference))
        return tuple(figure for figure in (self.rate, *compared) if figure.is_computed)

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind it."""
        earlier = (fact for one in self.changes for fact in one.base.inputs)
        return docs_of((self.part, self.whole, *earlier))


@dataclass(frozen=True, slots=True)
class UnlikeRank:
    """A rank with the one before it among another number of places: 2/34 behind 3/63."""

    place: Place
    indicator: Indicator
    later: Fact
    earlier: Fact

    @property
    def same_period(self) -> bool:
        """Tell whether "cùng kỳ" names the earlier time."""
        return is_same_period(self.earlier.period, self.later.period)

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind it."""
        return docs_of((self.later, self.earlier))


@dataclass(frozen=True, slots=True)
class UnlikeTimes:
    """Figures that have no base: what is known is of nearly the time that is asked for.

    A window of Nghị định 09/2019/NĐ-CP against a calendar quarter, a year until 20 December
    against a whole one. ``known`` are the earlier figures, all of ``earlier``; ``unsure`` tells
    that they are of that very time, but nobody knows of which area. ``meant`` is the later figure
    where the sources of the earlier ones count something else, of one indicator then.
    """

    place: Place
    indicators: tuple[Indicator, ...]
    later: Period
    earlier: Period
    known: tuple[Fact, ...]
    unsure: bool = False
    meant: Fact | None = None

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind the earlier figures."""
        return docs_of(self.known)


@dataclass(frozen=True, slots=True)
class LackingTime:
    """A time that the config asks to be compared with, of which the sources have nothing alike.

    ``later`` is the period of the report, which is compared with another time.
    """

    later: Period
    earlier: Period

    @property
    def same_period(self) -> bool:
        """Tell whether "cùng kỳ" names the earlier time."""
        return is_same_period(self.earlier, self.later)


class HighlightKind(StrEnum):
    """What a leader asks first."""

    RISE = "rise"
    FALL = "fall"
    ABOVE_TARGET = "above-target"
    BELOW_TARGET = "below-target"
    ABOVE_NATION = "above-nation"
    BELOW_NATION = "below-nation"
    CONTRADICTION = "contradiction"
    OUTSTANDING = "outstanding"


@dataclass(frozen=True, slots=True)
class Highlight:
    """One thing that stands out; what is not of its kind is None.

    ``good`` tells whether it goes the way that it should, None where neither way is
    better. ``difference`` is the change or distance; for a change ``relative`` is its
    growth in percent or in times and ``base`` the earlier figure of ``base_period``;
    ``merged`` tells that this is a figure of the same area before the merger. Beside the
    distance to a target ``to_nation`` is that to the country's figure on the same side.
    ``rate`` is set where it is of a rate of two counts; ``fact`` is its part then.
    """

    kind: HighlightKind
    good: bool | None
    place: Place | None = None
    indicator: Indicator | None = None
    fact: Fact | None = None
    difference: Figure | None = None
    relative: Figure | None = None
    base: Figure | None = None
    base_period: Period | None = None
    standing: Standing | None = None
    finding: Finding | None = None
    merged: bool = False
    to_nation: Figure | None = None
    rate: Figure | None = None

    @property
    def ends(self) -> tuple[Fact | None, Period | None]:
        """Return what is set against which time; of a distance the time is None."""
        return (self.fact, self.base_period)

    @property
    def is_sum(self) -> bool:
        """Tell whether the earlier figure was put together from old provinces'."""
        return self.merged and self.base is not None and self.base.is_computed

    @property
    def is_of_few(self) -> bool:
        """Tell whether it is a change of a count that has no growth in percent or in times."""
        counted = self.indicator is not None and self.indicator.is_additive
        return counted and self.base is not None and self.relative is None

    @property
    def same_period(self) -> bool:
        """Tell whether "cùng kỳ" names the earlier time."""
        if self.fact is None or self.base_period is None:
            return False
        return is_same_period(self.base_period, self.fact.period)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return all that it rests on: a doubt about one of these is one about it."""
        figures = [one for one in (self.base, self.difference, self.to_nation, self.rate) if one]
        inputs = (fact for figure in figures for fact in figure.inputs)
        own = () if self.fact is None or self.rate is not None else (self.fact,)
        return tuple({fact.id: fact for fact in (*own, *inputs)}.values())

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind what its headline tells: of a target not the country's."""
        figures = [one for one in (self.base, self.difference) if one]
        facts = [fact for figure in figures for fact in figure.inputs]
        told = self.finding.facts if self.finding is not None else ()
        return docs_of((*([self.fact] if self.fact else []), *facts, *told))


@dataclass(frozen=True, slots=True)
class Measured:
    """All that was set against something else.

    ``of_old_area`` are the ids of figures of a province's area before the merger that made
    it larger, ``of_unsure_area`` those of the same time of which later sources do not say
    what area they mean, ``of_new_area`` those that have the other old provinces in them;
    ``noted_area`` those of all that need a note where they stand. ``heeded`` is all that needs
    attention, of too much the worst, ``unheeded`` the rest (``generator.report.heeded``), of so
    many places (``unheeded_places``); of ``stated`` sources tell a change (``report.stated``).
    """

    merged: tuple[MergedComparison, ...] = ()
    sums: tuple[MergedSum, ...] = ()
    sum_gaps: tuple[SumGap, ...] = ()
    merger_notes: tuple[MergerNote, ...] = ()
    crossing_notes: tuple[CrossingNote, ...] = ()
    duties_notes: tuple[DutiesNote, ...] = ()
    place_notes: tuple[PlaceNote, ...] = ()
    name_notes: tuple[NameNote, ...] = ()
    standings: tuple[Standing, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    heeded: tuple[Highlight, ...] = ()
    unheeded: tuple[Highlight, ...] = ()
    unheeded_places: tuple[Figure, ...] = ()
    rates: tuple[DerivedRate, ...] = ()
    unlike_ranks: tuple[UnlikeRank, ...] = ()
    unlike_times: tuple[UnlikeTimes, ...] = ()
    lacking_times: tuple[LackingTime, ...] = ()
    baseless: Baseless = "none"
    stated: tuple[Fact, ...] = ()
    strays: tuple[StrayNote, ...] = ()
    of_old_area: frozenset[str] = frozenset()
    of_unsure_area: frozenset[str] = frozenset()
    of_new_area: frozenset[str] = frozenset()
    noted_area: frozenset[str] = frozenset()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return every computed figure once."""
        found = [
            figure
            for one in self.merged
            for figure in (one.base, one.difference, one.relative)
            if figure is not None and figure.is_computed
        ]
        found += [figure for one in self.sums for figure in one.figures]
        found += [figure for one in self.standings for figure in one.figures]
        country = (one.nation_rate for one in self.standings)
        found += [rate for rate in country if rate is not None and rate.is_computed]
        found += [figure for one in self.rates for figure in one.figures]
        return tuple({figure.id: figure for figure in found}.values())

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return every fact that it rests on or looked at, once."""
        resting = (fact for figure in self.figures for fact in figure.inputs)
        noted = (fact for note in self.merger_notes for fact in note.known)
        alone = (fact for gap in self.sum_gaps for fact in gap.known)
        ranks = (one.earlier for one in self.unlike_ranks)
        times = (fact for one in self.unlike_times for fact in one.known)
        return tuple(dict.fromkeys((*resting, *noted, *alone, *ranks, *times)))
