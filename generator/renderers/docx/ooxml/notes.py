"""Footnotes: marks in the text and the part that holds them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from generator.renderers.docx.ooxml.elements import Element, element, paragraph

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def mark(number: int) -> Element:
    """Return the run with ``w:footnoteReference`` (CT_FtnEdnRef)."""
    return element("r", _raised(), element("footnoteReference", id=str(number)))


def note(number: int, content: Sequence[Element]) -> Element:
    """Return ``w:footnote`` (CT_FtnEdn): its number, then its text."""
    own_mark = element("r", _raised(), element("footnoteRef"))
    return element("footnote", paragraph("FootnoteText", own_mark, *content), id=str(number))


def notes_part(notes: Sequence[Element]) -> bytes:
    """Return ``w:footnotes`` (CT_Footnotes) with the two separators Word asks for."""
    separators = [
        element("footnote", _line(kind), type=kind, id=str(number))
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    ]
    root = element("footnotes", *separators, *notes)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _line(kind: str) -> Element:
    """Return the paragraph of one separator, low, without room around it.

    Word gives it the line of its letters; LibreOffice has a low line of its own.
    """
    return paragraph("ND30VachChuThich", element("r", element(kind)))


def _raised() -> Element:
    """Return ``w:rPr`` of a footnote number."""
    return element("rPr", element("rStyle", val="FootnoteReference"))
