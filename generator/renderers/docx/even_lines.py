"""Centred texts of several lines, broken where the lines come out even."""

from __future__ import annotations

from generator.renderers.docx.ooxml.elements import Element, set_indent
from generator.renderers.metrics import balanced_width, wrap

SLACK = 80  # twips that keep an even line from breaking by rounding


def even_lines(node: Element, text: str, size: float, width: int, *, bold: bool = True) -> None:
    """Draw a centred paragraph in, by indents, so that its lines are about equally long.

    The text itself stays whole: no line end is put in. ``size`` is in points,
    ``width`` of the column in twips.
    """
    if len(wrap(text, size, width, bold=bold)) > 1:
        side = max(0, int(width - balanced_width(text, size, width, bold=bold) - SLACK) // 2)
        set_indent(node, left=side, right=side)
