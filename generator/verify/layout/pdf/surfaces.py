"""What is drawn on a PDF page: ruled areas, short lines, coloured surfaces, page edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.verify.layout.pdf.lines import Letter, Line

_THIN = 2.5  # points: a drawn line is no thicker
_TALL = 8.0  # points: what is taller rules a table or belongs to a drawing
_WHOLE = 0.9  # of the page: a background
_NEAR = 3.0
_ASCENT, _DESCENT = 0.891, 0.216  # of Times New Roman, in sizes
_SHORTEST = 12.0
_WHITE = "FFFFFF"


@dataclass(frozen=True, slots=True)
class Shape:
    """The box of a drawn path or picture; ``colour`` is that of its surface, "" for a line."""

    left: float
    low: float
    right: float
    high: float
    colour: str

    @property
    def is_line(self) -> bool:
        """Tell whether it is a horizontal line."""
        return self.high - self.low <= _THIN and self.right - self.left >= _SHORTEST


def shapes_of(page: dict[str, list[list[object]]], width: float, height: float) -> list[Shape]:
    """Return the shapes of a page without its background."""
    found = [Shape(*row) for row in page["shapes"]]  # type: ignore[arg-type]
    return [
        one
        for one in found
        if one.right - one.left < _WHOLE * width or one.high - one.low < _WHOLE * height
    ]


def in_drawing(line: Line, shapes: Sequence[Shape]) -> bool:
    """Tell whether a line stands beside something that is drawn: a table, a chart, a box."""
    return any(
        one.low - _NEAR <= line.base <= one.high + _NEAR
        for one in shapes
        if one.high - one.low >= _TALL
    )


def on_surface(letter: Letter, shapes: Sequence[Shape]) -> bool:
    """Tell whether a letter is printed on a coloured surface of a drawing."""
    across = (letter.left + letter.right) / 2
    return any(
        one.left <= across <= one.right and one.low <= letter.base <= one.high
        for one in shapes
        if one.colour not in ("", _WHITE) and not one.is_line
    )


def top_of(line: Line) -> float:
    """Return the upper edge of a line of text."""
    return line.base + _ASCENT * line.size


def foot_of(line: Line) -> float:
    """Return the lower edge of a line of text."""
    return line.base - _DESCENT * line.size


def edges(lines: Sequence[Line], shapes: Sequence[Shape]) -> tuple[float, float]:
    """Return the lowest and the highest point of what a page shows."""
    lows = [*(foot_of(line) for line in lines), *(shape.low for shape in shapes)]
    highs = [*(top_of(line) for line in lines), *(shape.high for shape in shapes)]
    return min(lows, default=0.0), max(highs, default=0.0)
