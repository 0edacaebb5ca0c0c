"""What a drawing is made of. Lengths are mm, y grows downwards, sizes are points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MM_PER_POINT = 25.4 / 72
# distance of two base lines, and height of the letters above and below a base line
LINE_HEIGHT = 1.15
ASCENT = 0.78
DESCENT = 0.22

Anchor = Literal["start", "middle", "end"]
MarkerShape = Literal["circle", "square", "triangle", "diamond", "cross"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Tell whether two rectangles share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle."""

    box: Box
    fill: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; ``dash`` holds lengths in mm, () draws it through."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Marker:
    """A point of a line chart."""

    x: float
    y: float
    shape: MarkerShape
    colour: str
    size: float = 2.0

    @property
    def box(self) -> Box:
        """Return the rectangle that the marker covers."""
        half = self.size / 2
        return Box(self.x - half, self.y - half, self.x + half, self.y + half)


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; ``x`` is its anchor, ``y`` its base line, ``width`` in mm."""

    text: str
    x: float
    y: float
    size: float
    width: float
    anchor: Anchor = "middle"
    colour: str = "#000000"
    bold: bool = False
    italic: bool = False

    @property
    def box(self) -> Box:
        """Return the rectangle that the letters cover."""
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width
        em = self.size * MM_PER_POINT
        left = self.x - shift
        return Box(left, self.y - ASCENT * em, left + self.width, self.y + DESCENT * em)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished chart: shapes are painted in order, labels last."""

    width: float
    height: float
    shapes: tuple[Bar | Stroke | Marker, ...]
    labels: tuple[Label, ...]
