"""What stands above the text: letterhead, title, addressees (boxes 1 to 5a, 9a)."""

from __future__ import annotations

from generator.model.document import Addressees, Letterhead, Title
from generator.renderers.docx import measures as m
from generator.renderers.docx.even_lines import SLACK, even_lines
from generator.renderers.docx.ooxml.elements import (
    Element,
    drawn_line,
    paragraph,
    run,
    set_align,
    set_indent,
)
from generator.renderers.docx.ooxml.tables import cell, row, table
from generator.renderers.metrics import balanced_width, text_width, wrap

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"

_ISSUER_SIZE = 13.0
_ADDRESSEE_LEFT = 1985


def letterhead(block: Letterhead) -> list[Element]:
    """Return the two columns of boxes 1 to 4 (Phụ lục I, II.1 to II.4)."""
    left, right = m.LETTERHEAD_COLUMNS
    top = row(
        [
            cell(left, _issuer(block, left), centred=False),
            cell(right, _nation(right), centred=False),
        ]
    )
    number = paragraph("ND30SoKyHieu", run(f"Số: {block.number}"))
    place = paragraph("ND30DiaDanh", run(f"{block.place}, {block.date_text}"))
    bottom = row([cell(left, [number], centred=False), cell(right, [place], centred=False)])
    head = table("ND30KhungTrong", m.LETTERHEAD_COLUMNS, [top, bottom], align="center")
    # LibreOffice puts an empty line of its own above a table that opens a document
    return [paragraph("ND30Ngat"), head]


def title(block: Title, width: int) -> list[Element]:
    """Return kind, subject and the line under it, in ``width`` twips (Phụ lục I, II.5)."""
    return [
        paragraph("ND30TenLoai", run(block.kind)),
        *balanced("ND30TrichYeu", block.subject, m.BODY_SIZE, width),
        _line_below(block.subject, m.BODY_SIZE, width, m.SHORT_LINE_SHARE),
    ]


def addressees(block: Addressees) -> list[Element]:
    """Return "Kính gửi: …"; several names stand in lines under the colon."""
    names = [name.strip().removeprefix("- ").rstrip(";.") for name in block.names]
    if len(names) == 1:
        return [paragraph("ND30KinhGui", run(f"Kính gửi: {names[0]}"))]
    first = paragraph("ND30KinhGui", run("Kính gửi:"))
    set_align(first, "left")
    set_indent(first, left=_ADDRESSEE_LEFT)
    return [first, *(_addressee(name, last=name is names[-1]) for name in names)]


def balanced(style: str, text: str, size: float, width: int, *, bold: bool = True) -> list[Element]:
    """Return one centred paragraph for each line of the text, drawn in to even lines."""
    nodes = []
    for line in text.split("\n"):
        nodes.append(paragraph(style, run(line)))
        even_lines(nodes[-1], line, size, width, bold=bold)
    return nodes


def _issuer(block: Letterhead, width: int) -> list[Element]:
    """Return box 2: the superior body, the issuer, the short line."""
    superior = [
        paragraph("ND30CoQuanChuQuan", run(line)) for line in block.superior.split("\n") if line
    ]
    return [
        *superior,
        *balanced("ND30CoQuanBanHanh", block.issuer, _ISSUER_SIZE, width),
        _line_below(block.issuer, _ISSUER_SIZE, width, m.SHORT_LINE_SHARE),
    ]


def _nation(width: int) -> list[Element]:
    """Return box 1: Quốc hiệu, Tiêu ngữ and a line as long as Tiêu ngữ."""
    return [
        paragraph("ND30QuocHieu", run(QUOC_HIEU)),
        paragraph("ND30TieuNgu", run(TIEU_NGU)),
        _line_below(TIEU_NGU, m.BODY_SIZE, width, 1.0),
    ]


def _line_below(text: str, size: float, width: int, share: float) -> Element:
    """Return a line of a share of the last printed line of a bold text."""
    narrow = balanced_width(text.rsplit("\n", 1)[-1], size, width, bold=True) + SLACK
    last = wrap(text.rsplit("\n", 1)[-1], size, min(narrow, width), bold=True)[-1]
    length = round(text_width(last, size, bold=True) * share)
    return drawn_line("ND30DuongKe", length, width)


def _addressee(name: str, *, last: bool) -> Element:
    """Return one line "- name;" whose dash stands under the colon."""
    node = paragraph("ND30NoiGui", run(f"- {name}{'.' if last else ';'}"))
    colon = _ADDRESSEE_LEFT + round(text_width("Kính gửi", m.BODY_SIZE))
    dash = round(text_width("- ", m.BODY_SIZE))
    set_indent(node, left=colon + dash, hanging=dash)
    return node
