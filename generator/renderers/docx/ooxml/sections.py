"""Sections: page size, page number, section breaks."""

from __future__ import annotations

from copy import deepcopy

from docx.oxml.ns import qn
from lxml import etree

from generator.renderers.docx import measures as m
from generator.renderers.docx.ooxml.elements import Element, child, element, end_section, paragraph


def set_page(section: Element, page: m.Page, *, restart: bool) -> None:
    """Write size, margins, numbering and first-page rule into ``w:sectPr``.

    ``restart`` begins page numbers with 1 (``w:pgNumType``); ``w:titlePg`` leaves
    the first page without a number (Nghị định 30, Phụ lục I, I.7 and III.1đ).
    """
    for name in ("pgNumType", "titlePg", "type"):
        for old in section.findall(qn(f"w:{name}")):
            section.remove(old)
    size = child(section, "pgSz")
    size.set(qn("w:w"), str(page.width))
    size.set(qn("w:h"), str(page.height))
    size.set(qn("w:orient"), "landscape" if page.width > page.height else "portrait")
    last = child(section, "pgMar")
    for side in ("top", "right", "bottom", "left", "header"):
        last.set(qn(f"w:{side}"), str(getattr(page, side)))
    last.set(qn("w:footer"), str(page.header))
    if restart:
        number = element("pgNumType", start="1")
        last.addnext(number)
        last = number
        size.addprevious(element("type", val="nextPage"))
    last.addnext(element("titlePg"))


def header_part(content: Element) -> bytes:
    """Return ``w:hdr`` (CT_HdrFtr) with one paragraph."""
    return etree.tostring(
        element("hdr", content), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def set_header(section: Element, kind: str, relation: str) -> None:
    """Write ``w:headerReference`` (CT_HdrFtrRef) for "first" or "default" pages."""
    reference = element("headerReference", type=kind)
    reference.set(qn("r:id"), relation)
    section.insert(len(section.findall(qn("w:headerReference"))), reference)


def section_break(section: Element) -> Element:
    """Return a paragraph without height that ends a section with a copy of ``w:sectPr``.

    The given element goes on as that of the next section; its headers are then
    those of the past one, as a section without ``w:headerReference`` inherits.
    """
    node = paragraph("ND30Ngat")
    end_section(node, deepcopy(section))
    for reference in section.findall(qn("w:headerReference")):
        section.remove(reference)
    return node
