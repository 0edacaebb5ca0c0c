"""Sentences cut into the clauses of a list, where each can stand alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from generator.extraction.statements.requests import Request
from generator.extraction.statements.rules import StatementRules
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
    alone: Callable[[Span], bool],
    figured: Callable[[Span], bool],
) -> tuple[Span, ...]:
    """Return the clauses of a sentence, or the sentence as its only clause.

    It is cut at ";" when it stands behind the colon of an introduction or is
    longer than ``LONG`` words, and each piece behind the first stands ``alone``. Where the
    first is a result with a figure, a piece that does not goes on with the one before it.
    """
    whole = _trimmed(reading, start, end)
    found = pieces(reading, start, end)
    if len(found) < 2:
        return (whole,)
    long = len(reading.text[start:end].split()) > LONG
    if not (listed or long):
        return (whole,)
    if all(map(alone, found[1:])):
        return found
    return _joined(found, alone) if figured(found[0]) else (whole,)


def _joined(found: tuple[Span, ...], alone: Callable[[Span], bool]) -> tuple[Span, ...]:
    """Return the pieces, those that do not stand alone as the end of the one before."""
    kept = [found[0]]
    for piece in found[1:]:
        if alone(piece):
            kept.append(piece)
        else:
            kept[-1] = Span(kept[-1].start, piece.end)
    return tuple(kept)


def turns(
    reading: Reading, span: Span, rules: StatementRules, asked: Request | None
) -> tuple[Span, ...]:
    """Return the parts of a clause between which it changes from telling to asking.

    "Ứng dụng đã có nhiều tiện ích, | Phó Thủ tướng đề nghị …"; "tỉnh đã thành lập tổ công
    tác, | phấn đấu …". A topic, a purpose and the frame of a speech stay with the request.
    """
    text = reading.fold(span.start, span.end)
    cuts = []
    if asked and asked.frame is None and _tells(text[: asked.leader - span.start], rules):
        cuts.append(asked.leader)
    cuts += [
        span.start + hit.start
        for hit in rules.task.ambitions.hits(text)
        if text[: hit.start].rstrip().endswith((",", "…", ";", "..."))
        and " đã " in text[: hit.start]
    ][:1]
    edges = (span.start, *sorted(set(cuts)), span.end)
    return tuple(
        Span(part.start, _bare_end(reading, part)) if part.end != span.end else part
        for part in (_trimmed(reading, first, last) for first, last in pairwise(edges))
        if part.start < part.end
    )


def _tells(before: str, rules: StatementRules) -> bool:
    """Tell whether what stands before a request is a clause of its own."""
    heads = rules.heads
    framed = heads.meetings.at_start(before) or heads.leads.at_start(before)
    return before.rstrip().endswith((",", ";")) and not framed


def _bare_end(reading: Reading, part: Span) -> int:
    """Return the end of a part without the comma that parted it."""
    return part.start + len(reading.fold(part.start, part.end).rstrip(" ,"))


def _trimmed(reading: Reading, start: int, end: int) -> Span:
    """Return the span without blanks at its ends and the semicolon at its end."""
    while start < end and reading.folded[start].isspace():
        start += 1
    while start < end and reading.folded[end - 1] in " ;":
        end -= 1
    return Span(start, end)
