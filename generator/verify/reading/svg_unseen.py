"""Drawings in a page: texts that are covered, faded or out of sight, letters drawn as shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from generator.verify.reading.elements import middle_of, name_of, size_of, text_of
from generator.verify.reading.ink import LEAST_CONTRAST, contrast, luminance_of
from generator.verify.reading.marks import Mark
from generator.verify.reading.svg_marks import is_defined, painted

_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
_CURVE = re.compile(r"[CcQqSsTtAa]")
_LEAST_SIZE = 6.0
_MARK = 12.0  # the widest mark of a point, in units of the drawing


def misdrawn(drawing: etree._Element) -> Iterator[str]:
    """Yield what takes the texts of a drawing from sight, or draws letters as shapes."""
    surfaces: list[Mark] = []
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
    is_mark = is_defined(path) and max(numbers) <= _MARK
    if not is_mark:
        yield "a shape with curves"


def _surface(path: etree._Element) -> Iterator[Mark]:
    """Yield the surface of a filled shape; marks of points have none that counts."""
    for one in () if is_defined(path) else painted(path):
        if one.kind == "fill" and luminance_of(one.colour) is not None:
            yield one


def _faded(
    node: etree._Element, surfaces: Sequence[Mark], before: int, size: list[float]
) -> Iterator[str]:
    """Yield why a text cannot be seen."""
    text, (x, y) = text_of(node), middle_of(node)
    if size_of(node) < _LEAST_SIZE:
        yield f"“{text}” in letters too small to be read"
    if len(size) == 4 and not (size[0] <= x <= size[2] and size[1] <= y <= size[3]):
        yield f"“{text}” outside of the drawing"
    if any(one.covers(x, y) for one in surfaces[before:]):
        yield f"“{text}” under a shape"
    below = (one.colour for one in reversed(surfaces[:before]) if one.covers(x, y))
    ground = luminance_of(next(below, "white"))
    ink = luminance_of(str(node.get("fill", "black")))
    if ink is None or ground is None or contrast(ink, ground) < LEAST_CONTRAST:
        yield f"“{text}” in the colour of its ground"
