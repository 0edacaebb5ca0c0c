"""The elements of the block dialect with their attributes; a misspelt one is an error.

``templates/README.md`` describes the same list for authors of templates.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.composing.markup import Misuse
from generator.composing.tracing import MARK
from generator.config.nearest import did_you_mean

_FEW_WORDS = 5

ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "letterhead": (),
    "title": ("kind",),
    "addressees": (),
    "contents": ("title",),
    "h1": ("id",),
    "h2": ("id",),
    "h3": ("id",),
    "p": ("role", "keep"),
    "table": ("id", "unit", "source", "size"),
    "caption": (),
    "col": ("width", "align"),
    "thead": (),
    "tbody": (),
    "tr": ("bold",),
    "th": ("colspan", "rowspan", "align"),
    "td": ("colspan", "rowspan", "align"),
    "chart": ("id", "source"),
    "keyfigures": ("columns",),
    "key": ("label",),
    "remark": (),
    "signature": (),
    "appendix": ("id", "title", "info", "orientation"),
    "b": (),
    "i": (),
    "br": (),
    "data": ("figure",),
    "note": (),
    "ref": ("to",),
}


_MARKS = ("b", "i", "data")
_INLINE = ("b", "i", "br", "data", "note", "ref")
_ROWS = ("tr",)

# what stands in what; an element that is not named here is empty
CHILDREN: Mapping[str, tuple[str, ...]] = {
    "title": _MARKS,
    "caption": _MARKS,
    **dict.fromkeys(("h1", "h2", "h3", "p", "th", "td", "remark", "b", "i", "note"), _INLINE),
    "table": ("caption", "col", "thead", "tbody"),
    "thead": _ROWS,
    "tbody": _ROWS,
    "tr": ("th", "td"),
    "chart": ("caption",),
    "keyfigures": ("key",),
    "key": ("data", "remark"),
}
BLOCKS = (
    *("letterhead", "title", "addressees", "contents", "h1", "h2", "h3", "p", "table"),
    *("chart", "keyfigures", "signature", "appendix"),
)
_WITH_TEXT = {name for name, inner in CHILDREN.items() if "b" in inner} | {"data"}


def check_names(root: etree._Element) -> None:
    """Refuse what the dialect would lose in silence.

    That is an unknown element, one at a wrong place, an unknown attribute, text outside
    of an element that holds text. Raises Misuse with the nearest known name.
    """
    _check_inside(root, BLOCKS, "block")
    for element in root.iterdescendants("*"):
        _check_attributes(element)
        _check_inside(element, CHILDREN.get(str(element.tag), ()), "element")


def _check_inside(element: etree._Element, allowed: tuple[str, ...], kind: str) -> None:
    """Refuse children and text that an element cannot hold."""
    for child in element:
        name = str(child.tag)
        if name not in ATTRIBUTES:
            raise Misuse(child, f"unknown {kind} <{name}>", hint=did_you_mean(name, ATTRIBUTES))
        if name not in allowed:
            raise Misuse(
                child,
                f"<{name}> cannot stand {_inside(element)}",
                expected="one of " + ", ".join(f"<{one}>" for one in allowed)
                if allowed
                else "nothing in it",
            )
    if str(element.tag) in _WITH_TEXT:
        return
    lost = [part for part in (element.text, *(child.tail for child in element)) if part]
    if found := "".join(lost).split():
        text = " ".join(found[:_FEW_WORDS]) + (" …" if len(found) > _FEW_WORDS else "")
        near = next((child for child in element if (child.tail or "").strip()), element)
        raise Misuse(
            near,
            f"the text {text!r} stands outside of a paragraph",
            hint="put it into a <p>",
            words=found[0],
        )


def _inside(element: etree._Element) -> str:
    """Return the place of a child in words."""
    return "outside of a block" if element.getparent() is None else f"in <{element.tag}>"


def _check_attributes(element: etree._Element) -> None:
    """Refuse attributes that an element does not know."""
    known = ATTRIBUTES[str(element.tag)]
    for name in element.attrib:
        if name != MARK and name not in known:
            raise Misuse(
                element,
                f"<{element.tag}> has the unknown attribute {str(name)!r}",
                expected="one of " + ", ".join(known) if known else "no attribute",
                hint=did_you_mean(str(name), known),
            )


def check_grid(table: etree._Element, columns: int) -> None:
    """Refuse a table whose rows have more or fewer cells than it has columns.

    Cells that span count for each column and row that they cover. Raises Misuse.
    """
    for section in table.iterchildren("thead", "tbody"):
        below = [0] * columns  # rows that a cell from above still covers, for each column
        for row in section:
            below = _next_row(row, below)
        if any(below):
            raise Misuse(section, f"a rowspan reaches out of the <{section.tag}>")


def _next_row(row: etree._Element, below: list[int]) -> list[int]:
    """Return what a row leaves covered of the next one; raises Misuse for a wrong width."""
    left = [max(count - 1, 0) for count in below]
    free = [at for at, count in enumerate(below) if not count]
    width = sum(whole_number(cell, "colspan") for cell in row)
    if width != len(free):
        raise Misuse(
            row,
            f"this row fills {width} of {len(free)} columns",
            expected="a cell for each <col>, colspan and rowspan counted",
        )
    taken = iter(free)
    for cell in row:
        for _ in range(whole_number(cell, "colspan")):
            left[next(taken)] = whole_number(cell, "rowspan") - 1
    return left


def whole_number(element: etree._Element, name: str, default: int = 1) -> int:
    """Return an attribute that counts from 1 on; raises Misuse for what is no number."""
    value = str(element.get(name, default))
    if not (value.isascii() and value.isdigit() and int(value)):
        raise Misuse(element, f"<{element.tag}> has {name}={value!r}", expected="1, 2, 3 …")
    return int(value)
