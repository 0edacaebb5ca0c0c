"""Drawings in a page: the shapes that they paint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.verify.reading.elements import name_of
from generator.verify.reading.marks import Mark, Points, boxed

_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_LINK = "{http://www.w3.org/1999/xlink}href"
_NONE = ("none", "")


def svg_marks(drawing: etree._Element) -> Iterator[Mark]:
    """Yield the filled and stroked shapes of a drawing in the order of painting."""
    defined = {
        f"#{one.get('id')}": one
        for group in drawing.iter()
        if name_of(group) == "defs"
        for one in group
    }
    for node in drawing.iter():
        if name_of(node) == "path" and not is_defined(node):
            yield from painted(node)
        elif name_of(node) == "use":
            yield from _used(node, defined)


def is_defined(node: etree._Element) -> bool:
    """Tell whether an element is only defined, to be used elsewhere."""
    return any(name_of(one) == "defs" for one in node.iterancestors())


def painted(path: etree._Element) -> Iterator[Mark]:
    """Yield the marks that a path paints where it stands."""
    return _painted(_points(path), path)


def _used(node: etree._Element, defined: Mapping[str, etree._Element]) -> Iterator[Mark]:
    """Yield a defined shape at the place at which it is used."""
    shape = defined.get(str(node.get("xlink:href") or node.get(_LINK) or ""))
    if shape is not None:
        x, y = (float(str(node.get(side, "0"))) for side in ("x", "y"))
        yield from _painted([(x + dx, y + dy) for dx, dy in _points(shape)], node)


def _points(path: etree._Element) -> list[tuple[float, float]]:
    """Return the points of a path; marks of points have their curves around their middle."""
    numbers = [float(one) for one in _NUMBERS.findall(str(path.get("d", "")))]
    return list(zip(numbers[0::2], numbers[1::2], strict=False))


def _painted(points: Points, node: etree._Element) -> Iterator[Mark]:
    """Yield the marks that an element paints, filled and stroked."""
    known = tuple(points)
    fill, stroke = str(node.get("fill", "#000000")), str(node.get("stroke", "none"))
    for mark in (
        boxed("fill", known, fill) if fill not in _NONE else None,
        boxed("outline", known, stroke) if stroke not in _NONE else None,
    ):
        if mark is not None:
            yield mark
