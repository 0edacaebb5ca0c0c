"""Data tables and key figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from docx.oxml.ns import qn

from generator.model.document import (
    Cell,
    Column,
    Inline,
    KeyFigure,
    KeyFigures,
    Table,
    Text,
)
from generator.renderers.column_widths import fitted_widths
from generator.renderers.docx import measures as m
from generator.renderers.docx.even_lines import evened
from generator.renderers.docx.front import balanced
from generator.renderers.docx.inline import CAPTION_SIZE, caption, runs, styled
from generator.renderers.docx.ooxml.elements import (
    Element,
    bookmarked,
    embolden,
    gap,
    keep_with_next,
    paragraph,
    run,
    set_align,
    set_indent,
)
from generator.renderers.docx.ooxml.tables import cell, describe, row, table
from generator.renderers.docx.writer import Writer
from generator.renderers.page_rules import plain_remark

_STYLES = {
    "normal": ("ND30OBang", "ND30OTieuDe"),
    "small": ("ND30OBangNho", "ND30OTieuDeNho"),
}
_SIZES = {"normal": 12.0, "small": 11.0}
_LABEL_SIZE = 12.0
_REMARK = "ND30GhiChuSoLieu"
_REMARK_SIZE = 11.0
_ITALIC = 0.97  # of the room, since italics may run wider than what is reckoned with
_ALIGN = {"left": "left", "right": "right", "centre": "center"}
_SHADE_HEAD = "F2F2F2"  # the same light grey as in theme/page.css
_WHOLE_ROWS = 8  # tables of up to so many rows stay on one page


def data_table(block: Table, writer: Writer) -> list[Element]:
    """Return caption, unit line, table and source line of one table."""
    fitted = fitted_widths(block, writer.page.text_width)
    widths = _widths([Column(width) for width in fitted], writer.page.text_width)
    grid = _Grid(block, widths, writer)
    rows = [grid.row(cells, index) for index, cells in enumerate((*block.head, *block.rows))]
    node = table("ND30BangSoLieu", widths, rows)
    if block.caption:
        describe(node, f"{block.label}. {block.caption}" if block.label else block.caption)
    above = _above(block, writer) or [gap()]
    if not block.label:
        _bookmark_first(node, block, writer)
    below = [paragraph("ND30Nguon", run(block.source_line))] if block.source_line else []
    return [*above, node, *below]


def key_figures(block: KeyFigures, writer: Writer) -> list[Element]:
    """Return a grid of large numbers, each with its label and remark."""
    columns = max(1, min(block.columns, len(block.items)))
    widths = _widths((Column(1),) * columns, writer.page.text_width)
    margin = m.CELL_MARGINS["ND30KhungSoLieu"]
    rows = []
    for start in range(0, len(block.items), columns):
        items = block.items[start : start + columns]
        cells = [
            cell(width, _key_figure(item, width - 2 * margin, writer), centred=False)
            for item, width in zip(items, widths, strict=False)
        ]
        rows.append(row([*cells, *_unused(widths[len(items) :])]))
    return [gap(), table("ND30KhungSoLieu", widths, rows)]


def _unused(widths: Sequence[int]) -> list[Element]:
    """Return one empty cell, without lines, for the columns that a last row leaves."""
    empty = [paragraph(_REMARK)]
    return [cell(sum(widths), empty, span=len(widths), outside=True)] if widths else []


def _key_figure(item: KeyFigure, width: int, writer: Writer) -> list[Element]:
    """Return the paragraphs of one key figure in ``width`` twips."""
    remark = [styled(_REMARK, item.remark, writer)] if item.remark else []
    if text := plain_remark(item):
        remark = balanced(_REMARK, text, _REMARK_SIZE, int(width * _ITALIC), bold=False)
    return [
        styled("ND30SoLon", (item.figure,), writer),
        *balanced("ND30NhanSoLieu", item.label, _LABEL_SIZE, width),
        *remark,
    ]


def _above(block: Table, writer: Writer) -> list[Element]:
    """Return caption and unit line where the table has them."""
    lines = []
    if block.label:
        lines.append(caption("ND30TenBang", block.id, block.label, block.caption, writer))
    elif block.caption:
        width = writer.page.text_width
        lines.extend(balanced("ND30TenBang", block.caption, CAPTION_SIZE, width))
    if block.unit_line:
        lines.append(paragraph("ND30DonViTinh", run(block.unit_line)))
    return lines


def _bookmark_first(node: Element, block: Table, writer: Writer) -> None:
    """Let references find a table without a label: bookmark its first paragraph."""
    first = next(node.iter(qn("w:p")))
    references = writer.references
    marks = bookmarked(references.name(block.id), references.number(block.id))
    for mark in reversed(marks):
        first.insert(1, mark)


def _widths(columns: Sequence[Column], total: int) -> list[int]:
    """Share ``total`` twips among the columns; the last one takes the rest."""
    whole = sum(column.width for column in columns)
    widths = [int(total * column.width / whole) for column in columns]
    widths[-1] += total - sum(widths)
    return widths


@dataclass(slots=True)
class _Grid:
    """Places cells on the grid of one table; knows which are taken by a rowspan.

    ``open`` holds for each first column of such a cell the rows still to go and
    its span.
    """

    block: Table
    widths: list[int]
    writer: Writer
    open: dict[int, tuple[int, int]] = field(default_factory=dict)

    def row(self, cells: Sequence[Cell], index: int) -> Element:
        """Return one table row with the continued cells put in between."""
        header = index < len(self.block.head)
        queue = list(cells)
        nodes: list[Element] = []
        column = 0
        while column < len(self.widths) and (queue or column in self.open):
            if column in self.open:
                node, span = self._continued(column)
            else:
                placed = queue.pop(0)
                node, span = self._placed(placed, column, index, header=header), placed.colspan
            nodes.append(node)
            column += span
        return row(nodes, header=header)

    def _continued(self, column: int) -> tuple[Element, int]:
        """Return the empty cell below a cell over several rows, and its span."""
        left, span = self.open.pop(column)
        if left > 1:
            self.open[column] = (left - 1, span)
        filler = paragraph(_STYLES[self.block.size][0])
        return cell(self._width(column, span), [filler], span=span, merge="continue"), span

    def _placed(self, item: Cell, column: int, index: int, *, header: bool) -> Element:
        """Return one cell of the block tree."""
        if item.rowspan > 1:
            self.open[column] = (item.rowspan - 1, item.colspan)
        group = not header and item.colspan == len(self.widths)
        return cell(
            self._width(column, item.colspan),
            [self._paragraph(item, column, index, header=header, group=group)],
            span=item.colspan,
            merge="restart" if item.rowspan > 1 else "",
            shade=_SHADE_HEAD if header else "",
        )

    def _paragraph(
        self, item: Cell, column: int, index: int, *, header: bool, group: bool
    ) -> Element:
        """Return the paragraph of one cell; bold and aligned as the cell asks."""
        plain, head = _STYLES[self.block.size]
        words, side = self._evened(item, column) if header else (item.content, 0)
        content = runs(words, self.writer)
        node = paragraph(head if header else plain, *content)
        if side:
            set_indent(node, left=side, right=side)
        if item.bold or group or (item.header and not header):
            for part in content:
                embolden(part)
        align = item.align or (None if header else "left" if group else None)
        if align or not header:
            set_align(node, _ALIGN[align or self.block.columns[column].align])
        if self._keeps(index, header=header, group=group):
            keep_with_next(node)
        return node

    def _evened(self, item: Cell, column: int) -> tuple[tuple[Inline, ...], int]:
        """Return the content of a head cell and the indents that make its lines even."""
        only = item.content[0] if len(item.content) == 1 else None
        if not isinstance(only, Text) or "\n" in only.text:
            return item.content, 0
        room = self._width(column, item.colspan) - 2 * m.CELL_MARGINS["ND30BangSoLieu"]
        even = evened(only.text, _SIZES[self.block.size], room)
        return (replace(only, text=even.text),), even.side

    def _keeps(self, index: int, *, header: bool, group: bool) -> bool:
        """Tell whether a row must stay with the next: heads, groups, small tables.

        Nor does one row stand alone below the head, or at the end.
        """
        first = len(self.block.head)
        count = first + len(self.block.rows)
        last = index == count - 1
        if last:
            return bool(self.block.source_line)
        whole = len(self.block.rows) <= _WHOLE_ROWS
        return header or group or whole or index in (first, count - 2)

    def _width(self, column: int, span: int) -> int:
        """Return the width of a cell over ``span`` columns, in twips."""
        return sum(self.widths[column : column + span])
