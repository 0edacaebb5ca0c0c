"""Centred texts of several lines in Word: drawn in by indents, no line end put in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from generator.renderers.even import even_lines
from generator.renderers.metrics import text_width
from generator.vi.text import NBSP

_SLACK = 1.03  # keeps an even line from breaking in italics, or in an office's own font


@dataclass(frozen=True, slots=True)
class Evened:
    """A text of one paragraph and the indents at which Word breaks it evenly.

    ``text`` has a no-break space only where Word would break at the wrong space;
    ``side`` is the indent of either side in twips.
    """

    text: str
    side: int


def evened(text: str, size: float, width: float, *, bold: bool = True) -> Evened:
    """Return a text without line ends, made even in a column of ``width`` twips."""
    lines = even_lines(text, size, width, bold=bold)
    if len(lines) == 1:
        return Evened(text, 0)
    widest = max(text_width(line, size, bold=bold) for line in lines)
    room = min(widest * _SLACK, width)
    held = [lines[0]]
    for before, line in pairwise(lines):
        held.append(_held(before, line, room, size, bold=bold))
    side = max(0, int(width - room) // 2)
    return Evened(" ".join(held), side)


def _held(before: str, line: str, room: float, size: float, *, bold: bool) -> str:
    """Return a line whose first words cannot slip up to the line before."""
    words = line.split(" ")
    free = room - text_width(f"{before} ", size, bold=bold)
    bound = 1
    while bound < len(words) and text_width(" ".join(words[:bound]), size, bold=bold) <= free:
        bound += 1
    return " ".join([NBSP.join(words[:bound]), *words[bound:]])
