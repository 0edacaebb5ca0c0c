"""PDF: the lines of a page: borders of tables, and strokes through or beside its texts.

A stroke through a number takes it back, a short one before it is a minus, several of them
are letters of their own. What a report draws outside of its charts are the borders of
tables, grounds of cells and the lines below the names of its head.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pypdfium2 import raw

# the library's objects have no types
Untyped = Any
Edges = tuple[float, float, float, float]  # left, bottom, right, top in points

_THIN = 3.0  # points: what is not thicker is a line
_SHORT = 12.0  # points: no border or line of a head is so short
_SIGN = 25.0  # points: the longest stroke that could be a sign
_NEAR = 10.0  # points between a number and its sign
_IN_CHART = 80.0  # points: axes and lines of targets are longer than a stroke through a label
_REACH = 1.5  # points that letters may reach over a border
_INSET = 0.3
_CORE = 0.2  # of the height of letters above and below which a line only touches them
_BUCKET = 8.0
_BOX, _FRAME, _LINE = 5, 10, 2  # segments
_FIRST_ONES = 3  # texts that one message names


class _Stroke(NamedTuple):
    """A straight line: the marked content that it is of, its box, whether it was filled."""

    content: int
    edges: Edges
    is_fill: bool

    @property
    def size(self) -> float:
        """Return its length."""
        return max(self.edges[2] - self.edges[0], self.edges[3] - self.edges[1])

    @property
    def lies(self) -> bool:
        """Tell whether it goes across the page."""
        return self.edges[2] - self.edges[0] >= self.edges[3] - self.edges[1]


@dataclass(slots=True)
class Grid:
    """Lines in one direction, by their place across it, and what each place covers."""

    spans: dict[int, list[tuple[float, float]]] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, lines: Iterable[tuple[float, float, float]]) -> Grid:
        """Collect lines of (place, start, end), places to a point."""
        found: dict[int, list[tuple[float, float]]] = {}
        for place, start, end in lines:
            found.setdefault(round(place), []).append((start, end))
        return cls({place: _joined(spans) for place, spans in found.items()}, sorted(found))

    def around(self, first: float, last: float, at: float) -> tuple[int, int] | None:
        """Return the next lines before and behind a stretch that cover ``at``, None without."""
        before = reversed(self.places[: bisect_right(self.places, first)])
        behind = self.places[bisect_left(self.places, last) :]
        low = next((one for one in before if self._covers(one, at)), None)
        high = next((one for one in behind if self._covers(one, at)), None)
        return None if low is None or high is None else (low, high)

    def _covers(self, place: int, at: float) -> bool:
        """Tell whether a line at a place goes over a point."""
        spans = self.spans[place]
        index = bisect_right(spans, (at, float("inf"))) - 1
        return index >= 0 and spans[index][1] >= at


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return stretches in their order, those that touch as one."""
    found: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + _REACH:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


@dataclass(slots=True)
class Strokes:
    """The lines and odd shapes of one page, by the marked content that they are of."""

    lines: list[_Stroke] = field(default_factory=list)
    shapes: list[tuple[int, str]] = field(default_factory=list)

    def path(self, one: Untyped, content: int, edges: Edges) -> None:
        """Note a drawn shape with the box around it on the page."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(one, fill, stroke)
        if min(edges[2] - edges[0], edges[3] - edges[1]) <= _THIN:
            self.lines.append(_Stroke(content, edges, bool(fill.value)))
            return
        segments = raw.FPDFPath_CountSegments(one)
        if stroke.value and not fill.value:
            name = "a slanting line" if segments <= _LINE else "an outline"
            self.shapes.append((content, name))
        elif fill.value and segments not in (_BOX, _FRAME):
            self.shapes.append((content, "a shape that is no ground of a cell"))

    def grids(self) -> tuple[Grid, Grid]:
        """Return the upright lines, and those across the page."""
        upright = (
            ((one.edges[0] + one.edges[2]) / 2, one.edges[1], one.edges[3])
            for one in self.lines
            if not one.lies
        )
        across = (
            ((one.edges[1] + one.edges[3]) / 2, one.edges[0], one.edges[2])
            for one in self.lines
            if one.lies
        )
        return Grid.of(upright), Grid.of(across)

    def objections(
        self, texts: Iterable[tuple[str, Edges]], charts: Collection[int]
    ) -> Iterator[str]:
        """Yield what is drawn outside of charts and is no border, and each struck text."""
        yield from dict.fromkeys(name for content, name in self.shapes if content not in charts)
        free = [one for one in self.lines if one.content not in charts]
        if any(one.size < _SHORT for one in free):
            yield "a short stroke"
        told = [one for one in self.lines if one.content in charts and not one.is_fill]
        lines = (*free, *(one for one in told if one.size <= _IN_CHART))
        struck = list(_struck(texts, lines, signs=free))
        if struck:
            more = ", …" if len(struck) > _FIRST_ONES else ""
            yield f"“{'”, “'.join(struck[:_FIRST_ONES])}”{more} with a stroke through or beside it"


def _struck(
    texts: Iterable[tuple[str, Edges]], lines: Sequence[_Stroke], signs: Sequence[_Stroke]
) -> Iterator[str]:
    """Yield each text that a line goes through, or that has a line like a sign beside it."""
    across: dict[int, list[tuple[float, float, float]]] = {}
    for one in lines:
        if one.lies:
            left, low, right, high = one.edges
            at = (low + high) / 2
            across.setdefault(int(at // _BUCKET), []).append((at, left, right))
    for one in signs:
        if one.lies and one.size <= _SIGN:
            left, low, right, high = one.edges
            at = (low + high) / 2
            across.setdefault(int(at // _BUCKET), []).append((at, left - _NEAR, right + _NEAR))
    upright = sorted(
        ((one.edges[0] + one.edges[2]) / 2, one.edges[1], one.edges[3])
        for one in lines
        if not one.lies
    )
    for text, (left, low, right, high) in texts:
        inset = _CORE * (high - low)
        bottom, top = low + inset, high - inset
        first, last = left + _INSET, right - _INSET
        near = range(int(bottom // _BUCKET), int(top // _BUCKET) + 1)
        if any(
            bottom <= at <= top and start < last and first < end
            for bucket in near
            for at, start, end in across.get(bucket, ())
        ):
            yield text.strip()
            continue
        from_here = bisect_left(upright, (first,))
        for at, start, end in upright[from_here:]:
            if at > last:
                break
            if start < top and bottom < end:
                yield text.strip()
                break
