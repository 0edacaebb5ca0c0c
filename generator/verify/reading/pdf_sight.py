"""PDF: whether each text that is read is also seen, and whether anything else is seen.

Objects are painted in their order. A text must be filled in a colour that stands out
from what lies below it, and nothing may lie above it; a picture, a shading or a shape
with curves could show letters that no reader finds.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdfium2 import raw

from generator.verify.matrix import Matrix, bounds, corners
from generator.verify.reading.ink import LEAST_CONTRAST, contrast, luminance
from generator.verify.reading.pdf_fonts import Face
from generator.verify.reading.pdf_overlaid import overlaid

# the library's objects have no types
Untyped = Any
Edges = tuple[float, float, float, float]  # left, bottom, right, top in points

_LINE, _RING = 2, 10  # segments of a line, of one rectangle in another
_EVEN_ODD = 1
_MARK = 12.0  # points: the widest mark of a point in a chart
_EVEN = 0.01  # of the size of letters, by which they may stand otherwise than upright
_LEAST_WIDTH = 0.8  # points that a letter has at least on average
_TOUCHED = 0.2  # of the height of letters, where a shape only touches their box
_CLEAR = 26  # alpha below which a surface shows what is under it
_OPAQUE = 255
_SLACK = 1.0
_WHITE = 1.0
_MARK_ROOM = 64
_FIRST_ONES = 3  # texts that one message names
_KNOWN_MARKS = frozenset({"Artifact", "Span", "Figure", "P", "Link", "Reference"})


@dataclass(frozen=True, slots=True)
class _Surface:
    """A filled shape on the page and how light it is."""

    edges: Edges
    light: float

    def covers(self, x: float, y: float) -> bool:
        """Tell whether a point lies on it."""
        left, bottom, right, top = self.edges
        return left <= x <= right and bottom <= y <= top

    def covers_part(self, edges: Edges) -> bool:
        """Tell whether it takes a part of letters from sight, a digit or half of their height."""
        left, bottom, right, top = self.edges
        inset = _TOUCHED * (edges[3] - edges[1])
        across = min(right, edges[2] - _LEAST_WIDTH / 2) - max(left, edges[0] + _LEAST_WIDTH / 2)
        upright = min(top, edges[3] - inset) - max(bottom, edges[1] + inset)
        return across > 0 and upright > 0

    def meets(self, edges: Edges) -> bool:
        """Tell whether a box lies at least partly on it."""
        left, bottom, right, top = self.edges
        within = left <= edges[2] and edges[0] <= right
        return within and bottom <= edges[3] and edges[1] <= top


@dataclass(slots=True)
class Sight:
    """What one page paints, in its order; ``width`` and ``height`` in points.

    ``fonts`` gathers those of its texts, by their place in memory.
    """

    width: float
    height: float
    fonts: dict[int, Face]
    surfaces: list[_Surface] = field(default_factory=list)
    texts: list[tuple[str, Edges, float, int]] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    tongues: set[str] = field(default_factory=set)
    _colours: dict[tuple[int, int, int], float] = field(default_factory=dict)

    def text(self, one: Untyped, text: str, edges: Edges) -> None:
        """Note a text with the box around it on the page."""
        light, alpha = self._fill(one)
        mode = raw.FPDFTextObj_GetTextRenderMode(one)
        letters = len(text.strip())
        if not letters:
            return
        clear = alpha < _OPAQUE or raw.FPDFPageObj_HasTransparency(one)
        if mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE:  # a thick line makes blots of them
            self.strange.append(f"“{text}” in letters with a line around them")
        elif mode != raw.FPDF_TEXTRENDERMODE_FILL or clear:
            self.strange.append(f"“{text}” in letters that are not painted")
        if raw.FPDFClipPath_CountPaths(raw.FPDFPageObj_GetClipPath(one)) > 0:
            self.strange.append(f"“{text}” cut off by a path")
        if (edges[2] - edges[0]) / letters < _LEAST_WIDTH and (edges[3] - edges[1]) < 2:
            self.strange.append(f"“{text}” in letters too small to be read")
        self.texts.append((text, edges, light, len(self.surfaces)))
        if font := raw.FPDFTextObj_GetFont(one):
            face = self.fonts.setdefault(ctypes.addressof(font.contents), Face(font, set()))
            face.letters.update(text)

    def drawn(self, text: str, size: float, matrix: Matrix) -> None:
        """Note how the letters of an object stand on the page, and those that nobody reads.

        A reader takes what is drawn twice a little apart for one text; a person sees it twice.
        """
        if not text:
            self.strange.append("letters that are drawn over others or read as none")
        across, aside, slant, up, _, _ = matrix
        turned = max(abs(aside), abs(slant)) > _EVEN * abs(across) or min(across, up, size) <= 0
        if text.strip() and (turned or abs(across - up) > _EVEN * up):
            self.strange.append(f"“{text}” in letters that are turned, mirrored or squeezed")

    def path(self, one: Untyped, edges: Edges) -> None:
        """Note a drawn shape with the box around it on the page."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(one, fill, stroke)
        if not fill.value:
            if stroke.value and raw.FPDFPath_CountSegments(one) > _LINE:
                self._curved(one, edges)
            return
        self._curved(one, edges)
        light, alpha = self._fill(one)
        if raw.FPDFPageObj_HasTransparency(one):
            self.strange.append("a shape that lets through what is under it")
        if alpha >= _CLEAR and not _is_frame(one, fill.value):
            self.surfaces.append(_Surface(edges, light))

    def other(self, kind: int) -> None:
        """Note an object that is neither text, path nor form."""
        name = "a picture" if kind == raw.FPDF_PAGEOBJ_IMAGE else "a shading"
        self.strange.append(name)

    def mark(self, one: Untyped) -> None:
        """Note the marks of an object that a layer could hide."""
        for at in range(raw.FPDFPageObj_CountMarks(one)):
            name = _mark_name(raw.FPDFPageObj_GetMark(one, at))
            if name not in _KNOWN_MARKS:
                self.strange.append(f"content marked as {name}")
            if tongue := _tongue(raw.FPDFPageObj_GetMark(one, at)):
                self.tongues.add(tongue)

    def _curved(self, one: Untyped, edges: Edges) -> None:
        """Note a shape with curves that is no mark of a point: it could draw letters."""
        small = max(edges[2] - edges[0], edges[3] - edges[1]) <= _MARK
        segments = range(raw.FPDFPath_CountSegments(one))
        kinds = (raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(one, n)) for n in segments)
        if not small and raw.FPDF_SEGMENT_BEZIERTO in kinds:
            self.strange.append("a shape with curves")

    def _fill(self, one: Untyped) -> tuple[float, int]:
        """Return how light the colour of an object is, and its alpha."""
        parts = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetFillColor(one, *parts)
        red, green, blue, alpha = (part.value for part in parts)
        key = (red, green, blue)
        if key not in self._colours:
            self._colours[key] = luminance(red, green, blue)
        return self._colours[key], alpha

    def objections(self) -> Iterator[str]:
        """Yield what is not seen as it is read; one kind names its first texts."""
        yield from dict.fromkeys(self.strange)
        hidden: dict[str, list[str]] = {}
        for text, edges, light, before in self.texts:
            reason = self._hidden(edges, light, before)
            if reason:
                hidden.setdefault(reason, []).append(text)
        for reason, texts in hidden.items():
            more = ", …" if len(texts) > _FIRST_ONES else ""
            yield f"“{'”, “'.join(texts[:_FIRST_ONES])}”{more} {reason}"
        yield from overlaid([(text, edges) for text, edges, *_ in self.texts])

    def _hidden(self, edges: Edges, light: float, before: int) -> str:
        """Return why a text is not seen, "" where it is."""
        points = _points(edges)
        inside = all(
            -_SLACK <= x <= self.width + _SLACK and -_SLACK <= y <= self.height + _SLACK
            for x, y in points
        )
        if not inside:
            return "outside of the page"
        near = [(at, one) for at, one in enumerate(self.surfaces) if one.meets(edges)]
        if any(at >= before and one.covers_part(edges) for at, one in near):
            return "under a shape"
        grounds = {_ground(near, x, y) for x, y in points} if near else {_WHITE}
        if any(contrast(light, ground) < LEAST_CONTRAST for ground in grounds):
            return "in the colour of the ground"
        return ""


def _points(edges: Edges) -> tuple[tuple[float, float], ...]:
    """Return points of a text at its left, middle and right."""
    left, bottom, right, top = edges
    y = (bottom + top) / 2
    inset = min(_SLACK, (right - left) / 4)
    return ((left + inset, y), ((left + right) / 2, y), (right - inset, y))


def _ground(near: Sequence[tuple[int, _Surface]], x: float, y: float) -> float:
    """Return how light the last surface at a point is, nothing being painted over the text."""
    return next((one.light for _, one in reversed(near) if one.covers(x, y)), _WHITE)


def _is_frame(one: Untyped, mode: int) -> bool:
    """Tell whether a path is the surface between two rectangles, one in the other."""
    count = raw.FPDFPath_CountSegments(one)
    if count != _RING or mode != _EVEN_ODD:
        return False
    points = list(corners(one))
    first, second = bounds(points[: count // 2]), bounds(points[count // 2 :])
    return _holds(first, second) or _holds(second, first)


def _holds(outer: Edges, inner: Edges) -> bool:
    """Tell whether a box lies in another."""
    low = outer[0] <= inner[0] and outer[1] <= inner[1]
    return low and inner[2] <= outer[2] and inner[3] <= outer[3]


def _mark_name(mark: Untyped) -> str:
    """Return the name of a mark of content, as far as it is short."""
    size = ctypes.c_ulong()
    target = (ctypes.c_ushort * _MARK_ROOM)()
    raw.FPDFPageObjMark_GetName(mark, target, 2 * _MARK_ROOM, size)
    return bytes(target)[: size.value].decode("utf-16-le", "replace").rstrip("\0")


def _tongue(mark: Untyped) -> str:
    """Return the language that a mark of content names, "" without."""
    size = ctypes.c_ulong()
    target = (ctypes.c_ushort * _MARK_ROOM)()
    told = raw.FPDFPageObjMark_GetParamStringValue(mark, b"Lang", target, 2 * _MARK_ROOM, size)
    return bytes(target)[: size.value].decode("utf-16-le", "replace").rstrip("\0") if told else ""
