"""What a drawn chart paints beside its texts: filled shapes, their outlines, lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["fill", "outline", "line"]
Points = Iterable[tuple[float, float]]
_ENDS = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """One painted shape: the box around it, ``y`` downwards, and its colour as "#rrggbb".

    Of a line, ``left`` and ``top`` are its first end, ``right`` and ``bottom`` its last.
    """

    kind: Kind
    left: float
    top: float
    right: float
    bottom: float
    colour: str

    @property
    def x(self) -> float:
        """Return its middle from the left."""
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        """Return its middle from the top."""
        return (self.top + self.bottom) / 2

    def covers(self, x: float, y: float) -> bool:
        """Tell whether a place lies on it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def boxed(kind: Kind, points: Points, colour: str) -> Mark | None:
    """Return the mark around points, None without any; a stroke of two points is a line."""
    known = tuple(points)
    if not known:
        return None
    if kind == "outline" and len(known) == _ENDS:
        return Mark("line", *known[0], *known[1], colour.lower())
    across, down = [x for x, _ in known], [y for _, y in known]
    return Mark(kind, min(across), min(down), max(across), max(down), colour.lower())


def overlap(one: Mark, other: Mark) -> float:
    """Return how far two shapes lie over each other, in the direction in which it is less."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return min(across, down)
