"""Small helpers on WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS = 20.0
_OFF = frozenset(("0", "false", "off", "none"))
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm|px)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, None: 1.0}
# wrappers whose content counts as if they were not there
WRAPPERS = frozenset(
    ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple")
)


def local(node: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]


def attribute(node: etree._Element | None, name: str) -> str | None:
    """Return a ``w:`` attribute, None without."""
    value = node.get(f"{W}{name}") if node is not None else None
    return None if value is None else str(value)


def switched(node: etree._Element | None) -> bool | None:
    """Return the state of an on/off property, None where it is not given."""
    return None if node is None else attribute(node, "val") not in _OFF


def number(text: str | None) -> float | None:
    """Return the number that an attribute begins with, None for none."""
    found = _LENGTH.match(text or "")
    return float(found[1]) if found else None


def twips(text: str | None) -> float | None:
    """Return a length given in twips, or with a unit, in points."""
    found = _LENGTH.match(text or "")
    if not found:
        return None
    return float(found[1]) * _POINTS[found[2]] if found[2] else float(found[1]) / TWIPS


def css_length(style: str, name: str) -> float | None:
    """Return a length of a VML style attribute in points."""
    pairs = (part.partition(":") for part in style.split(";"))
    value = next((text.strip() for key, _, text in pairs if key.strip() == name), "")
    length = _LENGTH.match(value)
    return float(length[1]) * _POINTS[length[2]] if length else None


def points_of(text: str) -> list[float]:
    """Return the coordinates "x,y" of a VML line in points."""
    return [float(value) * _POINTS[unit or None] for value, unit in _LENGTH.findall(text)]


def children(node: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield children of the given names, those inside wrappers too."""
    for child in node:
        if local(child) in names:
            yield child
        elif local(child) in WRAPPERS:
            yield from children(child, *names)
