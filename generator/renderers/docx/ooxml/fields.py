"""Fields with a cached result, hyperlinks inside the document."""

from __future__ import annotations

from collections.abc import Sequence

from generator.renderers.docx.ooxml.elements import Element, element, text_element


def field(instruction: str, *result: Element) -> list[Element]:
    """Return the runs of a complex field (``w:fldChar``) with its cached result."""
    return [*field_begin(instruction), *result, field_end()]


def field_begin(instruction: str) -> list[Element]:
    """Return the runs up to the result: begin, ``w:instrText``, separate."""
    return [
        _mark("begin"),
        element("r", text_element("instrText", f" {instruction} ")),
        _mark("separate"),
    ]


def field_end() -> Element:
    """Return the run that closes a complex field."""
    return _mark("end")


def link(bookmark: str, content: Sequence[Element]) -> Element:
    """Return ``w:hyperlink`` (CT_Hyperlink) to a bookmark of this document."""
    return element("hyperlink", *content, anchor=bookmark, history="1")


def _mark(kind: str) -> Element:
    """Return a run with one ``w:fldChar`` (CT_FldChar)."""
    return element("r", element("fldChar", fldCharType=kind))
