"""Drawings in a page: texts that are covered, faded or out of sight, letters drawn as shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.verify.reading.ink import LEAST_CONTRAST, contrast, luminance_of

_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
_CURVE = re.compile(r"[CcQqSsTtAa]")
_LEAST_SIZE = 6.0
_MARK = 12.0  # the widest mark of a point, in units of the drawing
# of its length a text stands right of its point
_ALIGNED = {"start": 0.25, "middle": 0.0, "end": -0.25}
_WHITE = 1.0


@dataclass(frozen=True, slots=True)
class _Surface:
    """A filled shape: the box around it and how light it is."""

    left: float
    top: float
    right: float
    bottom: float
    light: float

    def covers(self, x: float, y: float) -> bool:
        """Tell whether a point lies on it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def name_of(element: etree._Element) -> str:
    """Return the local name of an element, "" for a comment."""
    tag: object = element.tag  # a function where it is a comment
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: etree._Element) -> str:
    """Return all text of an element."""
    return "".join(str(part) for part in element.itertext())


def misdrawn(drawing: etree._Element) -> Iterator[str]:
    """Yield what takes the texts of a drawing from sight, or draws letters as shapes."""
    surfaces: list[_Surface] = []
    texts: list[tuple[etree._Element, int]] = []
    for node in drawing.iter():
        name = name_of(node)
        if name == "path":
            yield from _shaped(node)
            surfaces.extend(_surface(node))
        elif name == "text":
            texts.append((node, len(surfaces)))
    size = [float(one) for one in _NUMBERS.findall(str(drawing.get("viewbox", "")))]
    for node, before in texts:
        yield from _faded(node, surfaces, before, size)


def _shaped(path: etree._Element) -> Iterator[str]:
    """Yield a shape with curves that is no mark of a point: it could draw letters."""
    drawn = str(path.get("d", ""))
    if not _CURVE.search(drawn):
        return
    numbers = [abs(float(one)) for one in _NUMBERS.findall(drawn)]
    is_mark = next(path.iterancestors("defs"), None) is not None and max(numbers) <= _MARK
    if not is_mark:
        yield "a shape with curves"


def _surface(path: etree._Element) -> Iterator[_Surface]:
    """Yield the surface of a filled shape; marks of points have none that counts."""
    light = luminance_of(str(path.get("fill", "black")))
    numbers = [float(one) for one in _NUMBERS.findall(str(path.get("d", "")))]
    if light is None or not numbers or next(path.iterancestors("defs"), None) is not None:
        return
    across, down = numbers[0::2], numbers[1::2]
    yield _Surface(min(across), min(down), max(across), max(down), light)


def _faded(
    node: etree._Element, surfaces: list[_Surface], before: int, size: list[float]
) -> Iterator[str]:
    """Yield why a text cannot be seen."""
    text = text_of(node)
    height = float(str(node.get("font-size", "10")).removesuffix("px"))
    shift = _ALIGNED.get(str(node.get("text-anchor", "start")), 0.0) * len(text) * height
    x, y = float(node.get("x", "0")) + shift, float(node.get("y", "0")) - height * 0.35
    if height < _LEAST_SIZE:
        yield f"“{text}” in letters too small to be read"
    if len(size) == 4 and not (size[0] <= x <= size[2] and size[1] <= y <= size[3]):
        yield f"“{text}” outside of the drawing"
    if any(one.covers(x, y) for one in surfaces[before:]):
        yield f"“{text}” under a shape"
    ground = next((one.light for one in reversed(surfaces[:before]) if one.covers(x, y)), _WHITE)
    ink = luminance_of(str(node.get("fill", "black")))
    if ink is None or contrast(ink, ground) < LEAST_CONTRAST:
        yield f"“{text}” in the colour of its ground"
