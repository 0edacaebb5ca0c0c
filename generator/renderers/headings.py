"""Headings of several lines: the last one is never a mere time or a word or two.

"Tiếp nhận, giải quyết hồ sơ của tổ chức, cá nhân trong 6 tháng | đầu năm 2025" ends its line
before the time instead, but no line half way. Done by no-break spaces, so that the text stays one
paragraph.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model.document import Heading, Inline, Text
from generator.renderers.metrics import text_width, wrap
from generator.renderers.phrases import INSIDE_NAME, gap_weights
from generator.vi.text import NBSP

_SIZE = 14.0  # points
_INDENT = 720.0  # twips, of the first line
_SHORT = 0.3  # of the width: a last line should be longer
_LONG = 0.6  # and not longer than the line before it
_FULL = 0.6  # of the width: the line before it should not end half way
_BOLD_LEVELS = 2


def well_ended(block: Heading, width: float) -> tuple[Inline, ...]:
    """Return the content of a heading set in ``width`` twips, its last words held together.

    A heading of one line, one that ends well, and one of several pieces stay as they are.
    """
    if len(block.content) != 1 or not isinstance(block.content[0], Text):
        return block.content
    text = block.content[0].text
    bold = block.level <= _BOLD_LEVELS
    mark = f"{block.number} " if block.number else ""
    first = text_width(mark, _SIZE, bold=bold) + _INDENT
    if first + text_width(text, _SIZE, bold=bold) <= width:
        return block.content
    last = wrap(f"{NBSP * _spaces(first, bold=bold)}{text}", _SIZE, width, bold=bold)[-1]
    if text_width(last, _SIZE, bold=bold) >= _SHORT * width:
        return block.content
    held = _held(text.split(" "), width, NBSP * _spaces(first, bold=bold), bold=bold)
    return (replace(block.content[0], text=held),)


def _held(words: list[str], width: float, before: str, *, bold: bool) -> str:
    """Return the words with the last of them bound, from the best place for a line end on.

    ``before`` are blanks for what stands before them in the first line.
    """
    weights = gap_weights(words)
    ends = [
        (weights[at - 1], -at)
        for at in range(1, len(words))
        if _SHORT * width <= text_width(" ".join(words[at:]), _SIZE, bold=bold) <= _LONG * width
        and _last(f"{before}{' '.join(words[:at])}", width, bold=bold) >= _FULL * width
    ]
    weight, at = min(ends, default=(INSIDE_NAME, 0))
    if weight >= INSIDE_NAME:
        return " ".join(words)
    return " ".join([*words[:-at], NBSP.join(words[-at:])])


def _last(text: str, width: float, *, bold: bool) -> float:
    """Return the width in twips of the last line of a text."""
    return text_width(wrap(text, _SIZE, width, bold=bold)[-1], _SIZE, bold=bold)


def _spaces(width: float, *, bold: bool) -> int:
    """Return how many blanks fill a width in twips."""
    return round(width / text_width(NBSP, _SIZE, bold=bold))
