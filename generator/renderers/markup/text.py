"""Headings, paragraphs, key figures, appendix heads and the signature block."""

from __future__ import annotations

from generator.model.document import (
    AppendixStart,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Signature,
)
from generator.renderers.headings import well_ended
from generator.renderers.justified import Measure, settled
from generator.renderers.markup.element import Html, element, unbroken
from generator.renderers.markup.front import (
    TEXT_WIDTH,
    TWIPS_PER_MM,
    even_text,
    in_mm,
    over_short_line,
)
from generator.renderers.markup.writer import Writer
from generator.renderers.metrics import text_width
from generator.renderers.page_rules import dashed, plain_remark
from generator.renderers.sides import signature_sides

_INFO_SIZE = 14.0
# size in points and first indent in twips of what theme/page.css justifies
_JUSTIFIED = {"body": (14.0, 720), "closing": (14.0, 720), "item": (14.0, 720), "note": (10.5, 0)}
_NUMBER_SIZE = 22.0
_LABEL_SIZE = 12.0
_REMARK_SIZE = 11.0
_ITALIC = 0.97  # of the room, since italics may run wider than what is reckoned with
# mm of a card's share of the width that gaps, borders and padding take
_CARD_FRAME = 3.5


def heading(block: Heading, writer: Writer) -> Html:
    """Return a heading; the element never skips a level (PDF/UA-1, 7.4.2)."""
    depth = min(block.level + 1, writer.depth + 1)
    writer.depth = depth
    mark = f"{block.number} " if block.number else ""
    width = writer.width * TWIPS_PER_MM
    content = well_ended(block, width) if writer.for_print else block.content
    return element(
        f"h{depth}",
        mark,
        writer.inline(content),
        id=block.id,
        class_=f"level-{block.level}",
    )


def paragraph(block: Paragraph, writer: Writer) -> Html:
    """Return a paragraph of any role; on paper one that is justified has no wide gaps."""
    name = "li" if block.role == "item" else "p"
    css = f"{block.role} keep" if block.keep_with_next else block.role
    content, style = dashed(block), ""
    if writer.for_print and block.role in _JUSTIFIED:
        size, indent = _JUSTIFIED[block.role]
        setting = settled(content, Measure(size, writer.width * TWIPS_PER_MM, indent))
        content = setting.content
        style = f"letter-spacing:{setting.spacing}pt" if setting.spacing else ""
    return element(name, writer.inline(content), class_=css, style=style)


def key_figures(block: KeyFigures, writer: Writer) -> Html:
    """Return cards in rows of ``columns``; a card never splits over pages."""
    columns = max(1, min(block.columns, len(block.items)))
    rows = [block.items[at : at + columns] for at in range(0, len(block.items), columns)]
    room = writer.width / columns - _CARD_FRAME
    style = f"font-size:{_number_size(block, room):.1f}pt" if writer.for_print else ""
    return element(
        "div",
        *(_key_row(row, columns, writer, style, room) for row in rows),
        class_=f"key-figures columns-{columns}",
    )


def appendix_start(block: AppendixStart, writer: Writer) -> Html:
    """Return label, title and info line of an appendix (Phụ lục I, III.1)."""
    writer.depth = 2
    label = element("span", block.label, class_="label")
    name = element("span", even_text(block.title, 14, writer.width, bold=True), class_="name")
    line = over_short_line(block.info, _INFO_SIZE, writer.width, bold=False)
    info = element("p", *line, class_="info")
    return element(
        "header",
        element("h2", label, " ", name, id=block.id),  # the space parts them in a bookmark
        info if block.info else "",
        class_="appendix",
    )


def signature(block: Signature, *, for_print: bool) -> Html:
    """Return boxes 7a, 7b and 9b; room for the signature, which is never drawn."""
    sides = signature_sides(block, round(TEXT_WIDTH * TWIPS_PER_MM))
    left_width, right_width = (in_mm(side) if for_print else "" for side in sides)
    room = sides[1] / TWIPS_PER_MM - 1
    recipients = [name.strip().removeprefix("- ").rstrip(";.") for name in block.recipients]
    marks = [";"] * (len(recipients) - 1) + ["."]
    listed = (
        element("li", unbroken(f"- {name}{mark}"))
        for name, mark in zip(recipients, marks, strict=False)
    )
    left = element(
        "div",
        element("p", "Nơi nhận:", class_="noi-nhan"),
        element("ul", *listed),
        class_="left",
        style=left_width,
    )
    right = element(
        "div",
        *(_signer_line(line, "authority", room) for line in block.authority if line),
        _signer_line(block.position, "position", room) if block.position else "",
        element("p", block.name, class_="signer"),
        class_="right",
        style=right_width,
    )
    if not recipients:
        left = element("div", class_="left", style=left_width)
    return element("div", left, right, class_="signature")


def _signer_line(text: str, css: str, room: float) -> Html:
    """Return authority or position of the signer in even lines of ``room`` mm."""
    return element("p", even_text(text, 14, room, bold=True), class_=css)


def _number_size(block: KeyFigures, width: float) -> float:
    """Return the size in points at which the widest number fits ``width`` mm on one line."""
    widest = max(text_width(item.figure.text, _NUMBER_SIZE, bold=True) for item in block.items)
    return min(_NUMBER_SIZE, _NUMBER_SIZE * width * TWIPS_PER_MM / widest)


def _key_row(
    row: tuple[KeyFigure, ...], columns: int, writer: Writer, style: str, room: float
) -> Html:
    """Return one row of cards, filled up with empty places; ``room`` mm in each for text."""
    cards = [_card(item, writer, style, room) for item in row]
    rest = [element("div", class_="place")] * (columns - len(row))
    return element("div", *cards, *rest, class_="row")


def _card(item: KeyFigure, writer: Writer, style: str, room: float) -> Html:
    """Return one large number with its label and remark."""
    remark = element("p", _remark(item, writer, room), class_="remark") if item.remark else ""
    number = element("p", writer.inline((item.figure,)), class_="number", style=style)
    label = element("p", even_text(item.label, _LABEL_SIZE, room, bold=True), class_="label")
    return element("div", number, label, remark, class_="card")


def _remark(item: KeyFigure, writer: Writer, room: float) -> Html:
    """Return the remark of a card, in even lines where it is mere text."""
    text = plain_remark(item)
    return even_text(text, _REMARK_SIZE, room * _ITALIC) if text else writer.inline(item.remark)
