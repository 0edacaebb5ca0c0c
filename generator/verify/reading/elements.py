"""Elements of a page and of its drawings: their names and texts, and where a text stands."""

from __future__ import annotations

from lxml import etree

# of the size of letters, in the fonts of reports: digits, and marks between them
_WIDE, _NARROW, _THIN = 0.5, 0.25, frozenset(".,:; ")
_RISE = 0.33  # of its size the middle of a text stands above its base line
_ALIGNED = {"start": 0.5, "end": -0.5}  # of its length a text stands right of its point


def name_of(element: etree._Element) -> str:
    """Return the local name of an element, "" for a comment."""
    tag: object = element.tag  # a function where it is a comment
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: etree._Element) -> str:
    """Return all text of an element."""
    return "".join(str(part) for part in element.itertext())


def size_of(element: etree._Element) -> float:
    """Return the size of the letters of a text in a drawing, in its units."""
    return float(str(element.get("font-size", "10")).removesuffix("px"))


def middle_of(element: etree._Element) -> tuple[float, float]:
    """Return the middle of a text in a drawing, about; the width of letters is estimated."""
    size = size_of(element)
    width = size * sum(_NARROW if char in _THIN else _WIDE for char in text_of(element))
    shift = _ALIGNED.get(str(element.get("text-anchor", "start")), 0.0) * width
    return float(element.get("x", "0")) + shift, float(element.get("y", "0")) - size * _RISE
