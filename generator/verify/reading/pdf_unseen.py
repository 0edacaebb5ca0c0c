"""PDF: parts of the file beside its pages that could print, hide or do something.

A finished report is written once: one revision, its facts attached, links and nothing
else to click at, no form, no script.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

from generator.verify.reading.pdf_fonts import mismapped
from generator.verify.reading.pdf_objects import names_in, plain_objects
from generator.verify.reading.text import Piece

Untyped = Any

_TEXT = 512
# layers that can be hidden, actions, forms, scripts, a password, other numbers or sizes of
# pages, words that are read instead of the drawn ones
_NO_NAMES = tuple(
    b"OCProperties OC OpenAction AA AcroForm JavaScript Encrypt PageLabels UserUnit"
    b" ActualText".split()
)


def unseen(file: Untyped, data: bytes) -> Iterator[Piece]:
    """Yield what a file holds beside its pages and facts; ``data`` are its bytes."""
    ends = raw.FPDF_GetTrailerEnds(file.raw, None, 0)
    if ends != 1 or data.count(b"startxref") != 1:
        yield Piece("more than one revision", "file")
    if data.rpartition(b"%%EOF")[2].strip():
        yield Piece("bytes after its end", "file")
    if raw.FPDF_GetFormType(file.raw) != raw.FORMTYPE_NONE:
        yield Piece("a form to fill in", "file")
    if raw.FPDFDoc_GetJavaScriptActionCount(file.raw):
        yield Piece("a script", "file")
    if file.count_attachments() != 1:
        yield Piece(f"{file.count_attachments()} attached files", "file")
    try:
        plain = plain_objects(data)
    except ValueError as exc:
        yield Piece(f"what it does not show: {exc}", "file")
        return
    used = names_in(plain)
    yield from (Piece(f"the entry /{one.decode()}", "file") for one in _NO_NAMES if one in used)
    yield from (Piece(one, "file") for one in mismapped(data, plain))


def over_page(page: Untyped, where: str) -> Iterator[Piece]:
    """Yield what lies over a page and is no plain link inside the file, and a turned page."""
    if raw.FPDFPage_GetRotation(page):
        yield Piece("a page that is turned", where)
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        one = raw.FPDFPage_GetAnnot(page, at)
        kind = raw.FPDFAnnot_GetSubtype(one)
        if kind != raw.FPDF_ANNOT_LINK:
            yield Piece(f"a note or stamp over the page: “{_told(one)}”", where)
        elif raw.FPDFAnnot_HasKey(one, b"AP"):
            yield Piece("a link with a picture of its own", where)
        raw.FPDFPage_CloseAnnot(one)


def _told(annotation: Untyped) -> str:
    """Return the text of an annotation, "" without."""
    buffer = ctypes.create_string_buffer(_TEXT)
    target = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    size = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", target, _TEXT)
    return buffer.raw[: min(size, _TEXT)].decode("utf-16-le", "replace").rstrip("\0")
