"""One decision of a review file as it is written there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.errors import InputError, Location, SoketError
from generator.model.review import Decision, Review
from generator.strict_yaml import KeyPath, YamlDocument

NAME = "review.yaml"
PENDING = "pending"

Values = Mapping[str, object]
"""Fields of a fact by their names; only those that are written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, its values checked by themselves but not yet against the sources.

    ``decision`` None means that it is pending. ``offsets`` are those of the quote, None
    where they are not given. ``narrow`` tells apart facts of one quote, ``values`` are
    the fields of a new fact or those that a correction sets. ``indicator`` is "" for an entry
    about a sentence of which no fact is made.
    """

    document: YamlDocument = field(repr=False)
    path: KeyPath
    decision: Decision | None
    doc: str
    indicator: str
    quote: str = ""
    offsets: tuple[int, int] | None = None
    narrow: Values = field(default_factory=dict)
    values: Values = field(default_factory=dict)
    who: str = ""
    when: date | None = None
    why: str = ""

    def location(self, *keys: str) -> Location:
        """Return the place of the entry, or of one of its values."""
        return self.document.location((*self.path, *keys))

    def error(self, message: str, *keys: str, expected: str = "", hint: str = "") -> InputError:
        """Return an error at the entry, or at one of its values."""
        return InputError(message, location=self.location(*keys), expected=expected, hint=hint)

    def review(self) -> Review | None:
        """Return what travels with the fact, None for a pending entry."""
        if self.decision is None or self.when is None:
            return None
        return Review(self.decision, self.who, self.when, self.why)


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A review file; a wrong entry is among ``errors`` and left out of ``entries``.

    ``docs`` are the ids of the documents that lie beside or below it; ``whole`` says
    that these are all that are there, so that any other id is wrong.
    """

    file: str
    entries: tuple[Entry, ...] = ()
    errors: tuple[SoketError, ...] = ()
    docs: frozenset[str] = frozenset()
    whole: bool = False
