"""Many phrases as one: hits of a list of patterns in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extraction.pattern import Hit, Pattern


@dataclass(frozen=True, slots=True)
class PatternSet:
    """Patterns of which any may hit."""

    patterns: tuple[Pattern, ...]

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield the hits of all patterns, pattern by pattern."""
        for pattern in self.patterns:
            yield from pattern.hits(text)

    def found_in(self, text: str) -> bool:
        """Tell whether any pattern occurs in the text."""
        return any(pattern.found_in(text) for pattern in self.patterns)


def spans(hits: Sequence[Hit]) -> tuple[tuple[int, int], ...]:
    """Return the spans of hits in order, those inside a longer one left out."""
    out: list[tuple[int, int]] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not out or hit.end > out[-1][1]:
            out.append((hit.start, hit.end))
    return tuple(out)
