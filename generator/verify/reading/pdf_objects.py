"""PDF: the names that its objects use, those of packed objects too, without any library.

PDFium shows pages, not the dictionaries of a file. What a file declares (layers, forms,
actions) stands in these: in plain text, or packed in object streams (PDF 32000-1, 7.5.7).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_NAME = re.compile(rb"/([^\s/<>\[\](){}%]+)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_INFO = re.compile(rb"/Info (\d+) 0 R")
_FIRST = re.compile(rb"/First (\d+)")
_PACKED = b"/ObjStm"


def plain_objects(data: bytes) -> bytes:
    """Return the objects of a PDF without their streams, packed ones unpacked.

    Raises ValueError where packed objects cannot be read.
    """
    found: list[bytes] = []
    for part in data.split(b"endstream"):
        match = _STREAM.search(part)
        head = part[: match.end()] if match else part
        found.append(head)
        if match and _PACKED in head:
            found.extend(_objects(head, _unpacked(part[match.end() :])))
    return b"\n".join(found)


def info_names(data: bytes) -> frozenset[str]:
    """Return the names of the properties of a PDF, none where they are packed."""
    plain = plain_objects(data)
    told = _INFO.findall(plain)
    _, found, rest = plain.rpartition(b"\n" + told[-1] + b" 0 obj") if told else (b"", b"", b"")
    body = rest.partition(b"endobj")[0] if found else b""
    return frozenset(name.decode("ascii", "replace") for name in names_in(_without_texts(body)))


def _without_texts(body: bytes) -> bytes:
    """Return an object without the texts in it: "(…)", in which brackets may be nested."""
    kept, depth, at = bytearray(), 0, 0
    while at < len(body):
        char = body[at : at + 1]
        if depth and char == b"\\":
            at += 1
        elif char == b"(":
            depth += 1
        elif char == b")":
            depth = max(0, depth - 1)
        elif not depth:
            kept += char
        at += 1
    return bytes(kept)


def names_in(plain: bytes) -> frozenset[bytes]:
    """Return the names that objects use, escapes resolved."""
    return frozenset(_ESCAPE.sub(_resolved, name) for name in set(_NAME.findall(plain)))


def _objects(head: bytes, body: bytes) -> Iterator[bytes]:
    """Yield packed objects as they would stand in plain text; first come numbers and places."""
    match = _FIRST.search(head)
    start = int(match[1]) if match else 0
    told = [int(one) for one in body[:start].split() if one.isdigit()]
    places = [*told[1::2], len(body) - start]
    for number, at, end in zip(told[::2], places, places[1:], strict=False):
        yield b"%d 0 obj %s endobj" % (number, body[start + at : start + end])
    if not told:
        yield body


def _unpacked(body: bytes) -> bytes:
    """Return the bytes of a packed stream. Raises ValueError for another packing."""
    try:
        return zlib.decompressobj().decompress(body)
    except zlib.error as exc:
        raise ValueError(f"packed objects cannot be read: {exc}") from exc


def _resolved(match: re.Match[bytes]) -> bytes:
    """Return the byte that an escape "#2F" stands for."""
    return bytes([int(match[1], 16)])
