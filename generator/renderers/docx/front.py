"""What stands above the text: letterhead, title, addressees (boxes 1 to 5a, 9a)."""

from __future__ import annotations

from generator.model.document import Addressees, Letterhead, Title
from generator.renderers.docx import measures as m
from generator.renderers.docx.even_lines import evened
from generator.renderers.docx.ooxml.elements import (
    Element,
    drawn_line,
    paragraph,
    run,
    set_align,
    set_indent,
)
from generator.renderers.docx.ooxml.tables import cell, row, table
from generator.renderers.even import even_lines
from generator.renderers.metrics import text_width
from generator.renderers.sides import (
    QUOC_HIEU,
    TIEU_NGU,
    Head,
    date_line,
    head_of,
    number_line,
)

_ADDRESSEE_LEFT = 1985


def letterhead(block: Letterhead, width: int) -> list[Element]:
    """Return the two columns of boxes 1 to 4, ``width`` twips (Phụ lục I, II.1 to II.4)."""
    head = head_of(block, width)
    left, right = columns = head.left, head.right
    top = row(
        [
            cell(left, _issuer(block, head), centred=False),
            cell(right, _nation(head), centred=False),
        ]
    )
    number = paragraph("ND30SoKyHieu", run(number_line(block)))
    place = paragraph("ND30DiaDanh", run(date_line(block)))
    bottom = row([cell(left, [number], centred=False), cell(right, [place], centred=False)])
    made = table("ND30KhungTrong", columns, [top, bottom])
    # LibreOffice puts an empty line of its own above a table that opens a document
    return [paragraph("ND30Ngat"), made]


def title(block: Title, width: int) -> list[Element]:
    """Return kind, subject and the line under it, in ``width`` twips (Phụ lục I, II.5)."""
    return [
        paragraph("ND30TenLoai", run(block.kind)),
        *balanced("ND30TrichYeu", block.subject, m.BODY_SIZE, width),
        line_below(block.subject, m.BODY_SIZE, width, m.SHORT_LINE_SHARE),
    ]


def addressees(block: Addressees, width: int) -> list[Element]:
    """Return "Kính gửi: …"; several names stand in lines under the colon."""
    names = [name.strip().removeprefix("- ").rstrip(";.") for name in block.names]
    if len(names) == 1:
        return balanced("ND30KinhGui", f"Kính gửi: {names[0]}", m.BODY_SIZE, width, bold=False)
    first = paragraph("ND30KinhGui", run("Kính gửi:"))
    set_align(first, "left")
    set_indent(first, left=_ADDRESSEE_LEFT)
    return [first, *(_addressee(name, last=name is names[-1]) for name in names)]


def balanced(style: str, text: str, size: float, width: int, *, bold: bool = True) -> list[Element]:
    """Return one centred paragraph for each line of the text, drawn in to even lines."""
    nodes = []
    for line in text.split("\n"):
        even = evened(line, size, width, bold=bold)
        nodes.append(paragraph(style, run(even.text)))
        if even.side:
            set_indent(nodes[-1], left=even.side, right=even.side)
    return nodes


def _issuer(block: Letterhead, head: Head) -> list[Element]:
    """Return box 2: the superior body, the issuer, the short line."""
    superior = (
        balanced("ND30CoQuanChuQuan", block.superior, head.bodies, head.left, bold=False)
        if block.superior
        else []
    )
    return [
        *superior,
        *balanced("ND30CoQuanBanHanh", block.issuer, head.bodies, head.left),
        line_below(block.issuer, head.bodies, head.left, m.SHORT_LINE_SHARE),
    ]


def _nation(head: Head) -> list[Element]:
    """Return box 1: Quốc hiệu, Tiêu ngữ and a line as long as Tiêu ngữ."""
    return [
        paragraph("ND30QuocHieu", run(QUOC_HIEU)),
        paragraph("ND30TieuNgu", run(TIEU_NGU)),
        line_below(TIEU_NGU, head.motto, head.right, 1.0),
    ]


def line_below(text: str, size: float, width: int, share: float, *, bold: bool = True) -> Element:
    """Return a drawn line, a ``share`` of the last printed line of a text."""
    last = even_lines(text, size, width, bold=bold)[-1]
    length = round(text_width(last, size, bold=bold) * share)
    return drawn_line("ND30DuongKe", length, width)


def _addressee(name: str, *, last: bool) -> Element:
    """Return one line "- name;" whose dash stands under the colon."""
    node = paragraph("ND30NoiGui", run(f"- {name}{'.' if last else ';'}"))
    colon = _ADDRESSEE_LEFT + round(text_width("Kính gửi", m.BODY_SIZE))
    dash = round(text_width("- ", m.BODY_SIZE))
    set_indent(node, left=colon + dash, hanging=dash)
    return node
