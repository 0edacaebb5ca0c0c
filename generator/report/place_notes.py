"""What a report notes of places that changed: their area, their name, their duties.

Values only; ``mergers``, ``renaming``, ``crossing`` and ``unlike`` make them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.catalogue import Place
from generator.model.fact import Fact, docs_of
from generator.model.period import Period


@dataclass(frozen=True, slots=True)
class CrossingNote:
    """Times of compared figures of a province that began before it was put together."""

    place: Place
    periods: tuple[Period, ...]


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

    ``heir`` is the place itself where all figures are of its area before the merger.
    """

    place: Place
    heir: Place
    since: date
    merged: bool


@dataclass(frozen=True, slots=True)
class StrayNote:
    """Figures that a source gives of a province that was part of ``heir`` at their time."""

    place: Place
    heir: Place
    known: tuple[Fact, ...]

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents behind the figures."""
        return docs_of(self.known)
