"""The head of an appendix (Phụ lục I, III.1)."""

from __future__ import annotations

from generator.model.document import AppendixStart
from generator.renderers.docx.front import balanced, line_below
from generator.renderers.docx.measures import BODY_SIZE, SHORT_LINE_SHARE
from generator.renderers.docx.ooxml.elements import (
    Element,
    bookmarked,
    keep_with_next,
    paragraph,
    run,
    set_spacing,
)
from generator.renderers.docx.writer import Writer

_CLEAR = 110  # twips above the line: tight under the brackets it would look like underlining


def appendix_head(block: AppendixStart, writer: Writer) -> list[Element]:
    """Return label, title, info line; the label is what references print."""
    references = writer.references
    label = bookmarked(references.name(block.id), references.number(block.id), run(block.label))
    width = writer.page.text_width
    return [
        paragraph("ND30PhuLuc", *label),
        *balanced("ND30TenPhuLuc", block.title, BODY_SIZE, width),
        *_info(block.info, width),
    ]


def _info(text: str, width: int) -> list[Element]:
    """Return the line "(Kèm theo …)" with the short line under it (Mẫu 2.1)."""
    if not text:
        return []
    line = line_below(text, BODY_SIZE, width, SHORT_LINE_SHARE, bold=False)
    keep_with_next(line)
    set_spacing(line, before=_CLEAR)
    return [*balanced("ND30KemTheo", text, BODY_SIZE, width, bold=False), line]
