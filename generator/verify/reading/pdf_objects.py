"""PDF: the names that its objects use, those of packed objects too, without any library.

PDFium shows pages, not the dictionaries of a file. What a file declares (layers, forms,
actions) stands in these: in plain text, or packed in object streams (PDF 32000-1, 7.5.7).
"""

from __future__ import annotations

import re
import zlib

_NAME = re.compile(rb"/([^\s/<>\[\](){}%]+)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb">>\s*stream\r?\n")
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
            found.append(_unpacked(part[match.end() :]))
    return b"\n".join(found)


def names_in(plain: bytes) -> frozenset[bytes]:
    """Return the names that objects use, escapes resolved."""
    return frozenset(_ESCAPE.sub(_resolved, name) for name in set(_NAME.findall(plain)))


def _unpacked(body: bytes) -> bytes:
    """Return the bytes of a packed stream. Raises ValueError for another packing."""
    try:
        return zlib.decompressobj().decompress(body)
    except zlib.error as exc:
        raise ValueError(f"packed objects cannot be read: {exc}") from exc


def _resolved(match: re.Match[bytes]) -> bytes:
    """Return the byte that an escape "#2F" stands for."""
    return bytes([int(match[1], 16)])
