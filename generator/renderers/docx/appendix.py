"""The head of an appendix (Phụ lục I, III.1)."""

from __future__ import annotations

from generator.model.document import AppendixStart
from generator.renderers.docx.front import balanced
from generator.renderers.docx.measures import BODY_SIZE
from generator.renderers.docx.ooxml.elements import Element, bookmarked, paragraph, run
from generator.renderers.docx.writer import Writer


def appendix_head(block: AppendixStart, writer: Writer) -> list[Element]:
    """Return label, title and info line; the label is what references print."""
    references = writer.references
    label = bookmarked(references.name(block.id), references.number(block.id), run(block.label))
    width = writer.page.text_width
    info = balanced("ND30KemTheo", block.info, BODY_SIZE, width, bold=False) if block.info else []
    return [
        paragraph("ND30PhuLuc", *label),
        *balanced("ND30TenPhuLuc", block.title, BODY_SIZE, width),
        *info,
    ]
