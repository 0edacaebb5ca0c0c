"""What a report notes of places that changed: their area, their name, their duties.

Values only; ``mergers``, ``renaming``, ``crossing``, ``unlike`` and ``rank_notes`` make them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.catalogue import Place
from generator.facts.areas import Area
from generator.model.fact import Fact, docs_of
from generator.model.period import Period


@dataclass(frozen=True, slots=True)
class CrossingNote:
    """Times of compared figures of a province that began before it was put together.

    ``over_time`` tells whether any is compared with another time, not with other places alone.
    """

    place: Place
    periods: tuple[Period, ...]
    over_time: bool = True


@dataclass(frozen=True, slots=True)
class NameNote:
    """A place that is compared with its own figures of ``periods``, under another name or type.

    ``old`` is the place under its name then, the place itself where only its type changed.
    """

    place: Place
    old: Place
    since: date
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class DutiesNote:
    """A central body, compared over the day on which duties came to it or went from it."""

    place: Place
    since: date


@dataclass(frozen=True, slots=True)
class PlaceNote:
    """A province of the report that has another name or area on the day of the report.

    ``heir`` is the place itself where all figures are of its area before the merger. ``cut`` are
    the times within which it ended: its figures of them are compared with no others.
    """

    place: Place
    heir: Place
    since: date
    merged: bool
    cut: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaNote:
    """Places whose figures of ``periods`` are of before they grew, or may be."""

    places: tuple[Place, ...]
    periods: tuple[Period, ...]
    area: Area


@dataclass(frozen=True, slots=True)
class StrayNote:
    """Figures that a source gives of a province of days when it was a part of ``heir``.

    ``since`` is the first of those days; a time may have begun before it.
    """

    place: Place
    heir: Place
    known: tuple[Fact, ...]
    since: date

    @property
    def is_over(self) -> bool:
        """Tell whether a time began while the province still was."""
        starts = (one.period.start for one in self.known)
        return any(start is not None and start < self.since for start in starts)

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind the figures."""
        return docs_of(self.known)
