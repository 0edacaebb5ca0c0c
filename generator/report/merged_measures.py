"""What a report says of new provinces and their old ones; ``mergers`` and ``old_sums`` make it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.catalogue import Indicator, Kind, Place
from generator.facts.comparing import is_same_period
from generator.model.fact import Fact, docs_of
from generator.model.figure import Figure
from generator.model.period import Period


@dataclass(frozen=True, slots=True)
class MergedComparison:
    """A figure of a new province against that of its old provinces together.

    ``base`` is a sum of counts, or a rate of two sums; ``relative`` is the growth in
    percent or in times, None for rates and where the base is zero.
    """

    place: Place
    indicator: Indicator
    later: Fact
    period: Period
    base: Figure
    difference: Figure
    relative: Figure | None = None

    @property
    def is_sum(self) -> bool:
        """Tell whether the base was put together from old provinces', not just renamed."""
        return self.base.is_computed

    @property
    def same_period(self) -> bool:
        """Tell whether "cùng kỳ" names the earlier time."""
        return is_same_period(self.period, self.later.period)

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind it."""
        return docs_of((self.later, *self.base.inputs))


@dataclass(frozen=True, slots=True)
class SumChange:
    """What the old provinces of a place had together at one time against another.

    ``later`` is the figure that stands for the measure, of the old province of its name.
    """

    indicator: Indicator
    later: Fact
    now: Figure
    period: Period
    base: Figure
    difference: Figure
    relative: Figure | None = None

    @property
    def same_period(self) -> bool:
        """Tell whether "cùng kỳ" names the earlier time."""
        return is_same_period(self.period, self.later.period)

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind it."""
        return docs_of((*self.now.inputs, *self.base.inputs))


@dataclass(frozen=True, slots=True)
class MergedSum:
    """What a new province would have had at a time before its birth, of its old provinces.

    ``fact`` is the figure of the old province of the same name, ``figure`` a sum of counts
    or a rate of two sums; ``changes`` set it against what they had together before.
    """

    place: Place
    indicator: Indicator
    fact: Fact
    members: tuple[Place, ...]
    figure: Figure
    changes: tuple[SumChange, ...] = ()

    @property
    def figures(self) -> Iterator[Figure]:
        """Yield every computed figure."""
        yield self.figure
        for one in self.changes:
            yield from (one.base, one.difference)
            if one.relative is not None:
                yield one.relative

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind it."""
        return docs_of(self.figure.inputs)


@dataclass(frozen=True, slots=True)
class Lack:
    """Old provinces without a figure of a time, for one reason; compared by their ``slugs``.

    ``periods`` are the other times of which they have it, () where those are none or many
    (``is_elsewhere`` tells which); ``is_open`` says that their source leaves the area open,
    ``by_level`` that they have it by level alone, ``is_rounded`` that it is too coarse to compare.
    """

    slugs: tuple[str, ...]
    places: tuple[Place, ...] = field(compare=False)
    periods: tuple[Period, ...] = ()
    is_elsewhere: bool = False
    is_open: bool = False
    by_level: bool = False
    is_rounded: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Indicators for which the same old provinces have no figure, for the same reasons."""

    indicators: tuple[Indicator, ...]
    lacks: tuple[Lack, ...]

    @property
    def missing(self) -> tuple[Place, ...]:
        """Return the old provinces without a figure, for whatever reason."""
        return tuple(place for one in self.lacks for place in one.places)

    @property
    def told(self) -> tuple[object, ...]:
        """Return what it tells by names."""
        return (tuple(one.id for one in self.indicators), self.lacks)


@dataclass(frozen=True, slots=True)
class SumGap:
    """What of a time before the merger only some of the old provinces of a place have.

    ``known`` are the figures of those that have one.
    """

    place: Place
    period: Period
    gaps: tuple[Gap, ...]
    known: tuple[Fact, ...]

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind it."""
        return docs_of(self.known)


@dataclass(frozen=True, slots=True)
class MergerNote:
    """How the base of a new province came about, or why there is none.

    ``periods`` are the times of the bases; ``members`` are its old provinces; ``added`` the
    indicators whose figures were put together, ``gaps`` those for which some old provinces have
    none; ``dropped`` the rates that could not be made anew of counts and the counts that never
    add up, ``refused`` what is never compared, scores and ranks; ``known`` is what old provinces
    have of gaps and of counts that do not add up. Of a ministry that took over others on the day
    ``since`` all is dropped; with ``shared`` a note of all times says how its sums came about.
    """

    place: Place
    periods: tuple[Period, ...]
    members: tuple[Place, ...]
    added: tuple[Indicator, ...]
    gaps: tuple[Gap, ...]
    known: tuple[Fact, ...]
    dropped: tuple[Indicator, ...]
    refused: tuple[Kind, ...]
    since: date | None = None
    shared: bool = False

    @property
    def says_of_rest(self) -> bool:
        """Tell whether anything is lacking or was left out."""
        return bool(self.gaps or self.dropped or self.refused)

    @property
    def others(self) -> tuple[Place, ...]:
        """Return the members that bore another name."""
        return tuple(one for one in self.members if one.slug != self.place.slug)

    @property
    def says_something(self) -> bool:
        """Tell whether anything was added up, is lacking or was left out."""
        return bool(self.added) or self.says_of_rest

    @property
    def told(self) -> tuple[object, ...]:
        """Return what the note tells besides its times: of what was added, the kinds only."""
        added = tuple(sorted({one.kind is Kind.RATE for one in self.added}))
        dropped = tuple(one.id for one in self.dropped)
        gaps = tuple(one.told for one in self.gaps)
        return (self.place.slug, added, dropped, gaps, self.refused)
