"""PDF: what a file says of itself: title, author, language, the days of making and changing.

It says it twice: in its properties, and in a description (XMP) that programs of archives read.
"""

from __future__ import annotations

import ctypes
import html
import re
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

from generator.verify.reading.pdf_objects import info_names
from generator.verify.reading.text import Piece

# the library's objects have no types
Untyped = Any
_METADATA = (b"<x:xmpmeta", b"</x:xmpmeta>")
_TOOL = re.compile(r"<xmp:CreatorTool>([^<>]{0,200})<")
_TOLD = re.compile(r"<(?:rdf:li|pdf:Keywords)(?: [^<>]{0,200})?>([^<>]{0,4000})<")
_DAY = re.compile(r"<xmp:(?:Create|Modify|Metadata)Date>([^<>]{0,40})<")
_PROPERTIES = ("Title", "Subject", "Keywords", "Author")
_PROGRAM = "Creator"
_DAYS = ("CreationDate", "ModDate")
_KNOWN = frozenset((*_PROPERTIES, *_DAYS, _PROGRAM, "Producer", "Trapped"))
_ROOM = 128  # bytes
_DATE = slice(2, 10)  # of "D:20240731…"


def properties(file: Untyped, data: bytes) -> Iterator[Piece]:
    """Yield what a file says of its content; ``data`` are its bytes."""
    for key in _PROPERTIES:
        yield Piece(file.get_metadata_value(key), f"properties, {key}")
    yield Piece(file.get_metadata_value(_PROGRAM), "properties, program")
    for name in sorted(info_names(data) - _KNOWN):
        yield Piece(name, "properties, custom")
    for text in _TOOL.findall(_description(data)):
        yield Piece(html.unescape(text), "properties, program")
    for text in _TOLD.findall(_description(data)):
        yield Piece(html.unescape(text), "properties, XMP")


def days(file: Untyped, data: bytes) -> Iterator[Piece]:
    """Yield the days on which a file and the facts in it were made and changed, as ISO dates."""
    attached = (file.get_attachment(at) for at in range(file.count_attachments()))
    told = [
        *((file.get_metadata_value(key), f"properties, {key}") for key in _DAYS),
        *((one.get_str_value(key), f"facts, {key}") for one in attached for key in _DAYS),
    ]
    for text, where in told:
        day = str(text)[_DATE]
        yield Piece(f"{day[:4]}-{day[4:6]}-{day[6:]}", where)
    for text in _DAY.findall(_description(data)):
        yield Piece(text[: len("2024-07-31")], "properties, XMP")


def language(file: Untyped) -> str:
    """Return the language of a file, "" without."""
    buffer = ctypes.create_string_buffer(_ROOM)
    target = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    size = raw.FPDFCatalog_GetLanguage(file.raw, target, _ROOM)
    return buffer.raw[: min(size, _ROOM)].decode("utf-16-le", "replace").rstrip("\0")


def _description(data: bytes) -> str:
    """Return the descriptions of a file, as far as they lie in plain text."""
    opens, closes = _METADATA
    found = []
    start = data.find(opens)
    while start >= 0:
        end = data.find(closes, start)
        end = end if end >= 0 else len(data)
        found.append(data[start:end].decode("utf-8", "replace"))
        start = data.find(opens, end)
    return "\n".join(found)
