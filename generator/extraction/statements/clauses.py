"""Sentences cut into the clauses of a list, where each can stand alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from generator.extraction.statements.text import Reading, Span

LONG = 60  # words; a longer sentence with ";" is a list


def pieces(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """Return the stretches between semicolons outside brackets and quotes."""
    cuts = [start]
    depth = 0
    for offset in range(start, end):
        char = reading.folded[offset]
        depth += (char == "(") - (char == ")")
        if char == ";" and depth <= 0:
            cuts.append(offset + 1)
    cuts.append(end)
    spans = (_trimmed(reading, first, last) for first, last in pairwise(cuts))
    return tuple(span for span in spans if span.start < span.end)


def clauses(
    reading: Reading,
    start: int,
    end: int,
    *,
    listed: bool,
    apart: Callable[[tuple[Span, ...]], bool],
) -> tuple[Span, ...]:
    """Return the clauses of a sentence, or the sentence as its only clause.

    It is cut at ";" when it stands behind the colon of an introduction or is
    longer than ``LONG`` words, and ``apart`` says that the pieces stand alone.
    """
    whole = _trimmed(reading, start, end)
    found = pieces(reading, start, end)
    if len(found) < 2:
        return (whole,)
    long = len(reading.text[start:end].split()) > LONG
    return found if (listed or long) and apart(found) else (whole,)


def _trimmed(reading: Reading, start: int, end: int) -> Span:
    """Return the span without blanks at its ends and the semicolon at its end."""
    while start < end and reading.folded[start].isspace():
        start += 1
    while start < end and reading.folded[end - 1] in " ;":
        end -= 1
    return Span(start, end)
