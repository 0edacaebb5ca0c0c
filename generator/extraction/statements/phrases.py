"""A list of cue phrases of one meaning, asked as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extraction.pattern import Hit, Pattern


@dataclass(frozen=True, slots=True)
class Phrases:
    """Compiled phrases; all questions are put to folded text."""

    patterns: tuple[Pattern, ...] = ()

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield the matches of all phrases, phrase by phrase."""
        for pattern in self.patterns:
            yield from pattern.hits(text)

    def found_in(self, text: str) -> bool:
        """Tell whether one of the phrases occurs."""
        return next(self.hits(text), None) is not None

    def first(self, text: str) -> Hit | None:
        """Return the earliest match, the longest of those that begin together."""
        return min(self.hits(text), key=lambda hit: (hit.start, -hit.end), default=None)

    def at_start(self, text: str) -> int:
        """Return the end of the longest phrase that opens the text, 0 if none."""
        return max((hit.end for hit in self.hits(text) if hit.start == 0), default=0)
