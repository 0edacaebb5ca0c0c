"""PDF: the shapes that a chart paints, their corners as they stand on the page."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

from pypdfium2 import raw

from generator.verify.matrix import Matrix, corners, matrix_of, moved, times
from generator.verify.reading.marks import Kind, Mark, boxed, overlap

# the library's objects have no types
Untyped = Any
_OPAQUE = 255


@dataclass(slots=True)
class Painter:
    """Collects the shapes of one page by their marked content; ``height`` in points."""

    height: float
    marks: dict[int, list[Mark]] = field(default_factory=dict)

    def of(self, content: int) -> tuple[Mark, ...]:
        """Return the shapes of a chart, and those of others that lie over it."""
        own = self.marks.get(content, [])
        fills = [one for one in own if one.kind == "fill"]
        others = (
            one
            for number, marks in self.marks.items()
            for one in marks
            if number != content and one.kind == "fill"
        )
        over = (one for one in others if any(overlap(one, fill) > 0 for fill in fills))
        return (*own, *over)

    def path(self, one: Untyped, content: int, matrix: Matrix) -> None:
        """Note a path that is filled or stroked; ``matrix`` moves the forms around it."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(one, fill, stroke)
        if not fill.value and content < 0:
            return  # the borders of tables
        whole = times(matrix_of(one), matrix)
        points = [(x, self.height - y) for x, y in (moved(at, whole) for at in corners(one))]
        kinds: tuple[tuple[Kind, int, Untyped], ...] = (
            ("fill", fill.value, raw.FPDFPageObj_GetFillColor),
            ("outline", stroke.value, raw.FPDFPageObj_GetStrokeColor),
        )
        for kind, is_painted, colour_of in kinds:
            colour = _colour(one, colour_of) if is_painted else ""
            mark = boxed(kind, points, colour) if colour else None
            if mark is not None:
                self.marks.setdefault(content, []).append(mark)


def _colour(one: Untyped, colour_of: Untyped) -> str:
    """Return a colour of an object as "#rrggbb", "" where it lets through what is below."""
    parts = [ctypes.c_uint() for _ in range(4)]
    colour_of(one, *parts)
    red, green, blue, alpha = (part.value for part in parts)
    return f"#{red:02x}{green:02x}{blue:02x}" if alpha == _OPAQUE else ""
