"""Which pieces of running text must share a line: a number with its bracket, a note.

Browsers let a line end before and behind a button, even at a bracket or a no-break
space, and WeasyPrint does so before the mark of a footnote; so what touches such a
piece is put into one unbroken run with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.model.document import FigureText, Inline, Note, Text

_LONGEST = 16  # letters; a longer piece may break, or a phone could not show it

Run = list[Inline]


def touching(content: Sequence[Inline], holds: Callable[[Inline], bool]) -> list[Run]:
    """Return the pieces in order, those that must not part in one run.

    Texts are cut at the spaces around each piece that ``holds`` what touches it.
    """
    runs: list[Run] = []
    glued = False  # whether the next piece goes on the line of the last run
    for at, piece in enumerate(content):
        after = at > 0 and holds(content[at - 1])
        before = at + 1 < len(content) and holds(content[at + 1])
        if isinstance(piece, Text) and (after or before):
            head, middle, tail = _cut(piece.text, after=after, before=before)
            runs[-1:] = [[*runs[-1], *_text(piece, head)]] if head else runs[-1:]
            runs.extend([_text(piece, words) for words in (middle, tail) if words])
            glued = bool(tail) or (before and bool(head) and not middle)
        elif glued or _is_number_noted(content, at, holds):
            runs[-1].append(piece)
            glued = False
        else:
            runs.append([piece])
    return runs


def _is_number_noted(content: Sequence[Inline], at: int, holds: Callable[[Inline], bool]) -> bool:
    """Tell whether a piece is a note that holds to the number right before it."""
    noted = isinstance(content[at], Note) and holds(content[at])
    return noted and at > 0 and isinstance(content[at - 1], FigureText)


def _cut(text: str, *, after: bool, before: bool) -> tuple[str, str, str]:
    """Return what touches the number before, the rest, what touches the one behind."""
    head = text.split(" ", 1)[0] if after else ""
    head = head if len(head) <= _LONGEST else ""
    rest = text[len(head) :]
    tail = rest.rsplit(" ", 1)[-1] if before else ""
    tail = tail if len(tail) <= _LONGEST else ""
    return head, rest[: len(rest) - len(tail)], tail


def _text(piece: Text, words: str) -> Run:
    """Return some of the words of a piece in its formats."""
    return [replace(piece, text=words)]
