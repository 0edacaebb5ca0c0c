"""The block tree of a report: what every renderer gets, whatever it writes.

A template is written once in a small HTML dialect, parsed once into this tree,
and each renderer walks it. What a format cannot express is a named block here,
never a hack in one renderer. All texts are NFC; a space that must not break is
U+00A0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

from generator.model.chart import Chart

# ---------------------------------------------------------------- inline


@dataclass(frozen=True, slots=True)
class Text:
    """Running text with character formats."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class FigureText:
    """A printed number (with its unit sign where it has one) and its lineage id."""

    text: str
    figure: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote anchored here; numbered by the renderer, in order of the text."""

    content: tuple[Text | FigureText, ...]


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A mention of a caption or appendix: ``target`` is its block id.

    ``text`` is the printed form, "Bảng 2" or "Phụ lục I".
    """

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line end inside a paragraph."""


Inline = Text | FigureText | Note | CrossReference | LineBreak

# ---------------------------------------------------------------- blocks


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Boxes 1 to 4 of Nghị định 30/2020/NĐ-CP, Phụ lục I.

    ``superior`` is "" where the issuer has none; ``issuer`` may hold "\\n" for a
    wanted break; ``number`` is the text after "Số: "; ``place`` and ``date_text``
    ("ngày 31 tháng 7 năm 2024") are printed with a comma between them.
    """

    superior: str
    issuer: str
    number: str
    place: str
    date: date
    date_text: str


@dataclass(frozen=True, slots=True)
class Title:
    """Box 5a: kind of document ("BÁO CÁO") and its subject lines (trích yếu)."""

    kind: str
    subject: str


@dataclass(frozen=True, slots=True)
class Addressees:
    """Box 9a: whom the report is sent to ("Kính gửi")."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body.

    ``level`` 1 is "I. NHỮNG KẾT QUẢ" (upper case, bold), 2 is "1. Về …" (bold),
    3 is "a) …" (upright). ``number`` is the printed mark with its dot or
    bracket. ``toc`` says whether the table of contents lists it.
    """

    id: str
    level: int
    number: str
    content: tuple[Inline, ...]
    toc: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Roles: ``body`` (justified, first line indented), ``item`` (a "- " line of a
    list, justified, indented like body), ``note`` (smaller, for a source line
    under a table), ``closing`` (the last line, ends with "./."), ``centred``,
    ``lead`` (large key figure line of a briefing).
    """

    content: tuple[Inline, ...]
    role: Literal["body", "item", "note", "closing", "centred", "lead"] = "body"
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column: relative ``width`` (parts of the sum), alignment of its cells."""

    width: float
    align: Literal["left", "right", "centre"] = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; ``colspan`` and ``rowspan`` count columns and rows."""

    content: tuple[Inline, ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    bold: bool = False
    align: Literal["left", "right", "centre"] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A data table with caption "Bảng n." above it.

    ``unit_line`` ("Đơn vị tính: hồ sơ") stands right above the table, "" if
    none; ``head`` rows repeat on each page; rows do not split. ``caption`` and
    ``label`` are empty for an appendix table whose title says it all. A row with
    a single cell over all columns is a group row.
    """

    id: str
    columns: tuple[Column, ...]
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    label: str = ""
    caption: str = ""
    unit_line: str = ""
    source_line: str = ""
    size: Literal["normal", "small"] = "normal"


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """A chart with caption "Biểu đồ n." below it."""

    id: str
    chart: Chart
    label: str
    caption: str
    source_line: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One large number of a briefing with what it means and a remark below."""

    figure: FigureText
    label: str
    remark: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A row of key figures, laid out in ``columns`` columns."""

    items: tuple[KeyFigure, ...]
    columns: int = 3


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the table of contents."""

    target: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents (MỤC LỤC) with its entries filled."""

    title: str
    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Boxes 7a, 7b and 9b: "Nơi nhận" on the left, the signer on the right.

    ``authority`` lines come first ("TM. TỔ CÔNG TÁC"), then ``position``
    ("TỔ TRƯỞNG"), room for the signature, then ``name`` ("" leaves it empty).
    No signature or seal is ever drawn.
    """

    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    position: str
    name: str


@dataclass(frozen=True, slots=True)
class AppendixStart:
    """Begins an appendix on a new page, page numbers from 1 again.

    ``label`` is "Phụ lục I" ("Phụ lục" when it is the only one), ``title`` upper
    case, ``info`` the line "(Kèm theo Báo cáo số …)".
    """

    id: str
    label: str
    title: str
    info: str
    orientation: Literal["portrait", "landscape"] = "portrait"


Block = (
    Letterhead
    | Title
    | Addressees
    | Heading
    | Paragraph
    | Table
    | ChartFigure
    | KeyFigures
    | Contents
    | Signature
    | AppendixStart
)


BlockT = TypeVar("BlockT")


@dataclass(frozen=True, slots=True)
class Document:
    """One report, ready for any renderer.

    ``subject``, ``keywords`` and ``author`` become document properties;
    ``date`` is the only time that may enter a file; ``lineage`` is the JSON text
    that the renderers attach, with every fact and figure of the report. ``most_pages``
    is how many it may fill, 0 for any number; ``spare`` how many things its template can
    do without.
    """

    title: str
    subject: str
    author: str
    date: date
    blocks: tuple[Block, ...]
    keywords: tuple[str, ...] = ()
    language: str = "vi-VN"
    lineage: str = field(default="", repr=False)
    reference: bytes = field(default=b"", repr=False)
    most_pages: int = 0
    spare: int = 0

    def of_type(self, kind: type[BlockT]) -> Iterator[BlockT]:
        """Yield the blocks of one kind in order."""
        return (block for block in self.blocks if isinstance(block, kind))
