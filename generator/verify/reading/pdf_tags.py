"""PDF: what the structure says of a cell beside its letters (ISO 32000-1, 14.8.5.7).

A program that reads aloud names with each value the heads that its cell names.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

from generator.verify.reading.text import Tag

# the library's objects have no types
Untyped = Any
_KEYS = ("Headers", "Scope", "ColSpan", "RowSpan")
_ROOM = 256  # bytes; names of cells are short


def tag_of(element: Untyped) -> Tag:
    """Return what an element of the structure says of its cell."""
    values = {key: value for key in _KEYS for value in _values(element, key)}
    heads = values.get("Headers")
    return Tag(
        _name(element),
        tuple(_listed(heads)) if heads else (),
        _string(values["Scope"]) if "Scope" in values else "",
        _number(values.get("ColSpan")),
        _number(values.get("RowSpan")),
    )


def _values(element: Untyped, key: str) -> Iterator[Untyped]:
    """Yield the values that an element has for an attribute."""
    for at in range(raw.FPDF_StructElement_GetAttributeCount(element)):
        attributes = raw.FPDF_StructElement_GetAttributeAtIndex(element, at)
        value = raw.FPDF_StructElement_Attr_GetValue(attributes, key.encode())
        if value:
            yield value


def _listed(value: Untyped) -> Iterator[str]:
    """Yield the texts of a list, or a text that stands alone."""
    count = raw.FPDF_StructElement_Attr_CountChildren(value)
    if count < 0:
        yield _string(value)
    for at in range(max(count, 0)):
        yield _string(raw.FPDF_StructElement_Attr_GetChildAtIndex(value, at))


def _string(value: Untyped) -> str:
    """Return a name or text of an attribute, "" for another kind."""
    size = ctypes.c_ulong()
    buffer = ctypes.create_string_buffer(_ROOM)
    raw.FPDF_StructElement_Attr_GetStringValue(value, buffer, _ROOM, size)
    return buffer.raw[: min(size.value, _ROOM)].decode("utf-16-le", "replace").rstrip("\0")


def _number(value: Untyped) -> int:
    """Return a whole number of an attribute, 1 without."""
    if not value:
        return 1
    found = ctypes.c_float()
    told = raw.FPDF_StructElement_Attr_GetNumberValue(value, found)
    return round(found.value) if told else 0


def _name(element: Untyped) -> str:
    """Return the name by which others refer to an element, "" without."""
    buffer = ctypes.create_string_buffer(_ROOM)
    size = raw.FPDF_StructElement_GetID(element, buffer, _ROOM)
    return buffer.raw[: min(size, _ROOM)].decode("utf-16-le", "replace").rstrip("\0")
