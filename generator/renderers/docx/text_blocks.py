"""Headings, paragraphs and the signature block."""

from __future__ import annotations

from generator.model.document import Heading, Paragraph, Signature, Text
from generator.renderers.docx import measures as m
from generator.renderers.docx.front import balanced
from generator.renderers.docx.inline import runs, styled
from generator.renderers.docx.ooxml.elements import (
    Element,
    bookmarked,
    gap,
    keep_with_next,
    paragraph,
    run,
    set_outline,
)
from generator.renderers.docx.ooxml.tables import cell, row, table
from generator.renderers.docx.writer import Writer
from generator.renderers.headings import well_ended
from generator.renderers.page_rules import dashed
from generator.renderers.sides import signature_sides

_ROLES = {
    "body": "ND30NoiDung",
    "item": "ND30GachDauDong",
    "note": "ND30GhiChu",
    "closing": "ND30KetThuc",
    "centred": "ND30CanGiua",
    "lead": "ND30NoiBat",
}
_BODY_TEXT = 9  # outline level of a paragraph that no table of contents lists


def heading(block: Heading, writer: Writer) -> Element:
    """Return a real heading, bookmarked for the table of contents."""
    number = [Text(f"{block.number} ")] if block.number else []
    content = runs((*number, *well_ended(block, writer.page.text_width)), writer)
    references = writer.references
    name, index = references.name(block.id), references.number(block.id)
    node = paragraph(f"Heading{block.level}", *bookmarked(name, index, *content))
    if not block.toc:
        set_outline(node, _BODY_TEXT)
    return node


def text(block: Paragraph, writer: Writer) -> Element:
    """Return a paragraph in the style of its role; an item begins with its dash."""
    node = styled(_ROLES[block.role], dashed(block), writer)
    if block.keep_with_next:
        keep_with_next(node)
    return node


def signature(block: Signature, width: int) -> list[Element]:
    """Return boxes 7a, 7b and 9b in one row that never splits (Phụ lục I, II.7, II.9)."""
    left, right = columns = signature_sides(block, width)
    cells = [
        cell(left, _recipients(block.recipients), centred=False),
        cell(right, _signer(block, right), centred=False),
    ]
    return [gap(240), table("ND30KhungTrong", columns, [row(cells)])]


def _recipients(names: tuple[str, ...]) -> list[Element]:
    """Return "Nơi nhận:" and one line each; the last ends with a full stop."""
    plain = [name.strip().removeprefix("- ").rstrip(";.") for name in names]
    ends = [";"] * (len(plain) - 1) + ["."]
    lines = [
        paragraph("ND30DanhSachNhan", run(f"- {name}{end}"))
        for name, end in zip(plain, ends, strict=False)
    ]
    if not names:
        return [paragraph("ND30DanhSachNhan")]
    return [paragraph("ND30NoiNhan", run("Nơi nhận:")), *lines]


def _signer(block: Signature, width: int) -> list[Element]:
    """Return authority, position, room for the signature, name."""
    above = [
        node
        for words in (*block.authority, block.position)
        if words
        for node in balanced("ND30QuyenHan", words, m.BODY_SIZE, width)
    ]
    return [*above, paragraph("ND30HoTen", run(block.name))]
