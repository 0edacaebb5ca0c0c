"""Drawn horizontal lines of a Word paragraph: borders, DrawingML and VML lines."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.verify.layout.word.styles import Chain
from generator.verify.layout.word.xml import W, attribute, css_length, local, points_of

_EMU_PER_POINT = 12700
_NO_BORDER = frozenset((None, "none", "nil"))
_SOLID = frozenset(("single", "thick", "solid", ""))
_LINES = frozenset(("line", "straightConnector1"))
_STRAIGHT = "#_x0000_t32"


def drawn_lines(
    paragraph: etree._Element, chain: Chain, width: float
) -> Iterator[tuple[float, bool]]:
    """Yield length in points and solidity of each line; ``width`` is that of the paragraph."""
    style = _border(chain)
    if style is not None:
        yield width, style in _SOLID
    for node in paragraph.iter("{*}anchor", "{*}inline"):
        shape = next(node.iter("{*}prstGeom"), None)
        extent = node.find("{*}extent")
        if shape is not None and shape.get("prst") in _LINES and extent is not None:
            dash = next(node.iter("{*}prstDash"), None)
            solid = str(dash.get("val", "")) if dash is not None else ""
            yield int(extent.get("cx", "0")) / _EMU_PER_POINT, solid in _SOLID
    yield from _vml(paragraph)


def _border(chain: Chain) -> str | None:
    """Return the style of the top or bottom border of a paragraph, None without."""
    for node in chain:
        borders = node.find(f"{W}pBdr")
        if borders is not None:
            edges = (attribute(borders.find(f"{W}{side}"), "val") for side in ("top", "bottom"))
            return next((edge for edge in edges if edge not in _NO_BORDER), None)
    return None


def _vml(paragraph: etree._Element) -> Iterator[tuple[float, bool]]:
    """Yield the lines of the older drawing language, where no newer one stands beside."""
    for node in paragraph.iter("{urn:schemas-microsoft-com:vml}*"):
        if any(local(above) == "Fallback" for above in node.iterancestors()):
            continue
        if local(node) == "line":
            ends = [points_of(str(node.get(name, ""))) for name in ("from", "to")]
            if all(ends):
                yield abs(ends[1][0] - ends[0][0]), True
        elif local(node) == "shape" and node.get("type") == _STRAIGHT:
            length = css_length(str(node.get("style", "")), "width")
            if length:
                yield length, True
