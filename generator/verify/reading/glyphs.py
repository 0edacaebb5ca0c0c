"""What the outline of a letter shows on paper, however the outline is written.

The same shape can be written from any point on, in either direction, in other curves and,
in another version of a font, in points that are slightly moved. So letters are held against
each other as they are filled: in cells of a hundredth of their size.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Mapping
from typing import Any

from pypdfium2 import raw

# the library's objects have no types
Untyped = Any
Point = tuple[float, float]
# the filled cells of each row, a bit for each
Shape = Mapping[int, int]

_CELL = 0.01  # of the size of the letters
_BEFORE = 100  # cells before the place of a letter that its outline can reach
_MOST = 1000.0  # cells: no letter goes further
_BEND = 3  # points of a curve behind its first
_STEPS = 8  # lines for a curve
_SIZE = 1.0
# cells that stand off by more than their neighbours: versions of a font differ by none,
# the letters of Vietnamese that are most alike ("ắ", "ẳ") by 13
_MOST_OFF = 3


def shape_of(font: Untyped, letter: str) -> Shape:
    """Return what a font of PDFium fills for a letter; empty where it draws nothing."""
    crossings: dict[int, list[tuple[float, int]]] = {}
    for (x, y), (to_x, to_y) in _lines(font, letter):
        low, high = sorted((y, to_y))
        turn = 1 if to_y > y else -1
        for row in range(math.ceil(low - 0.5), math.ceil(high - 0.5)):
            at = x + (row + 0.5 - y) * (to_x - x) / (to_y - y)
            crossings.setdefault(row, []).append((at, turn))
    rows = {row: _filled(sorted(found)) for row, found in crossings.items()}
    return {row: cells for row, cells in rows.items() if cells}


def is_alike(one: Shape, other: Shape) -> bool:
    """Tell whether two shapes show one letter, apart from moves of less than two cells."""
    return one == other or _beyond(one, other) + _beyond(other, one) <= _MOST_OFF


def _filled(crossings: list[tuple[float, int]]) -> int:
    """Return the cells of a row between the lines of an outline, as TrueType fills them."""
    cells, turns = 0, 0
    for at, (x, turn) in enumerate(crossings[:-1]):
        turns += turn
        start = max(0, math.ceil(x - 0.5) + _BEFORE)
        end = max(start, math.ceil(crossings[at + 1][0] - 0.5) + _BEFORE)
        if turns:
            cells |= ((1 << (end - start)) - 1) << start
    return cells


def _beyond(one: Shape, other: Shape) -> int:
    """Return how many cells of a shape are neither filled in the other nor beside such ones."""
    wide = {row: cells | cells << 1 | cells >> 1 for row, cells in other.items()}
    return sum(
        (cells & ~(wide.get(row - 1, 0) | wide.get(row, 0) | wide.get(row + 1, 0))).bit_count()
        for row, cells in one.items()
    )


def _lines(font: Untyped, letter: str) -> Iterator[tuple[Point, Point]]:
    """Yield the lines of an outline in cells; a curve is several, each contour is closed."""
    start = last = (0.0, 0.0)
    bends: list[Point] = []
    for kind, point in _segments(font, letter):
        if kind == raw.FPDF_SEGMENT_MOVETO:
            yield last, start
            start = last = point
            continue
        bends.append(point)
        if kind == raw.FPDF_SEGMENT_BEZIERTO and len(bends) < _BEND:
            continue
        for at in _course(last, bends):
            yield last, at
            last = at
        bends = []
    yield last, start


def _segments(font: Untyped, letter: str) -> Iterator[tuple[int, Point]]:
    """Yield the kind and the point of each segment of an outline."""
    path = raw.FPDFFont_GetGlyphPath(font, ord(letter), _SIZE)
    count = raw.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(count):
        segment = raw.FPDFGlyphPath_GetGlyphPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        yield raw.FPDFPathSegment_GetType(segment), (_cells(x.value), _cells(y.value))


def _cells(length: float) -> float:
    """Return a length in cells, within what a letter can take."""
    return max(-_MOST, min(_MOST, length / _CELL))


def _course(start: Point, bends: list[Point]) -> Iterator[Point]:
    """Yield the points of a line or a curve of Bézier behind its first."""
    if len(bends) == 1:
        yield bends[0]
        return
    first, second, end = bends
    for step in range(1, _STEPS + 1):
        to = step / _STEPS
        back = 1 - to
        shares = (back**3, 3 * back * back * to, 3 * back * to * to, to**3)
        parts = list(zip(shares, (start, first, second, end), strict=True))
        yield sum(share * at[0] for share, at in parts), sum(share * at[1] for share, at in parts)
