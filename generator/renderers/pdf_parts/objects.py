"""Reading and walking the objects of a PDF that WeasyPrint has just made.

The objects are pydyf's, which ships no types: dictionaries, arrays and streams
that are numbered and refer to each other by ``b"12 0 R"``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

PdfFile = Any
PdfObject = Any


def referred(pdf: PdfFile, reference: bytes) -> PdfObject:
    """Return the object of a reference."""
    return pdf.objects[int(reference.split()[0])]


def structure_elements(pdf: PdfFile) -> list[PdfObject]:
    """Return all elements of the structure tree, also those that hang on nothing."""
    return [
        one for one in pdf.objects if isinstance(one, dict) and one.get("Type") == "/StructElem"
    ]


def kids(pdf: PdfFile, element: PdfObject) -> list[PdfObject]:
    """Return the structure elements right below one; marks and links are passed over."""
    below = (referred(pdf, kid) for kid in element.get("K", ()) if isinstance(kid, bytes))
    return [kid for kid in below if kid.get("Type") == "/StructElem"]


def descendants(pdf: PdfFile, element: PdfObject) -> Iterator[PdfObject]:
    """Yield all structure elements below one, in the order of reading."""
    for kid in kids(pdf, element):
        yield kid
        yield from descendants(pdf, kid)


def streams(pdf: PdfFile) -> list[PdfObject]:
    """Return all streams of the file."""
    return [one for one in pdf.objects if hasattr(one, "stream")]
