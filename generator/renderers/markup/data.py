"""Tables and charts with their captions."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from generator.charts.style import TALLEST
from generator.charts.svg import draw, natural_height
from generator.model.document import Cell, ChartFigure, Column, Table, Text
from generator.renderers.column_widths import fitted_widths
from generator.renderers.markup.element import Html, element, fragment, unbroken
from generator.renderers.markup.front import TWIPS_PER_MM, even_text
from generator.renderers.markup.writer import Writer

# a table of so few rows stays on one page
SHORT_TABLE = 8
# charts are drawn no wider than the text of an upright page, in mm; for a screen as narrow as a
# phone, which then shows all of a chart at once in letters of about the size of its text
CHART_WIDTH = 160.0
SCREEN_WIDTH = 92.0
_CAPTION_SIZE = 13.0
_CELL_SIZES = {"normal": 12.0, "small": 11.0}
# mm that borders and padding take of a cell
_CELL_FRAME = 2.5


def table(block: Table, writer: Writer) -> Html:
    """Return a table under its caption and unit line."""
    block = _fitted(block, writer.width)
    short = len(block.rows) <= SHORT_TABLE
    body = (_row(row, block, writer) for row in block.rows)
    grid = element(
        "table",
        _columns(block.columns),
        element("thead", *(_row(row, block, writer) for row in block.head)),
        element("tbody", *body),
        class_=f"{block.size} short" if short else block.size,
    )
    name = ". ".join(part for part in (block.label, block.caption) if part) or "Bảng số liệu"
    return element(
        "figure",
        _caption(block.label, block.caption, writer),
        _line(block.unit_line, "unit"),
        _scrolled(grid, name, writer),
        _line(block.source_line, "source"),
        id=block.id,
        class_="table short" if short else "table",
    )


def chart(block: ChartFigure, writer: Writer) -> Html:
    """Return a chart with its caption below."""
    width = min(writer.width, CHART_WIDTH) if writer.for_print else SCREEN_WIDTH
    tallest = TALLEST if writer.for_print else inf  # a screen has no end
    drawn = Html(draw(block.chart, width, natural_height(block.chart, width, tallest)))
    return element(
        "figure",
        drawn,
        _caption(block.label, block.caption, writer),
        _line(block.source_line, "source"),
        id=block.id,
        class_="chart",
    )


def _scrolled(content: Html, name: str, writer: Writer) -> Html:
    """Return content that is moved sideways on a narrow screen; on paper as it is."""
    if writer.for_print:
        return content
    return element("div", content, class_="scroll", tabindex=0, role="region", aria_label=name)


def _caption(label: str, caption: str, writer: Writer) -> Html:
    """Return "Bảng 1. …" in lines of about equal length, nothing where both parts are empty."""
    words = ". ".join(part for part in (label, caption) if part)
    if not words:
        return fragment()
    return element("figcaption", even_text(words, _CAPTION_SIZE, writer.width, bold=True))


def _line(text: str, css: str) -> Html:
    """Return a line above or below a table, nothing for ""."""
    return element("p", unbroken(text), class_=css) if text else fragment()


def _fitted(block: Table, width: float) -> Table:
    """Return a table whose columns hold their longest number in ``width`` mm."""
    room = width * TWIPS_PER_MM
    widths = fitted_widths(block, room)
    columns = zip(block.columns, widths, strict=True)
    return replace(block, columns=tuple(replace(one, width=share) for one, share in columns))


def _columns(columns: tuple[Column, ...]) -> Html:
    """Return the column widths as shares of the sum."""
    total = sum(column.width for column in columns)
    shares = (f"width:{column.width / total * 100:.3f}%" for column in columns)
    return element("colgroup", *(element("col", style=share) for share in shares))


def _row(row: tuple[Cell, ...], block: Table, writer: Writer) -> Html:
    """Return one row; the columns that cells from above take are left out by the caller."""
    group = len(row) == 1 and row[0].colspan >= len(block.columns) > 1
    aligned = _alignments(row, block.columns)
    cells = (
        _cell(cell, align, _words(cell, place, block, writer))
        for cell, (place, align) in zip(row, aligned, strict=True)
    )
    return element("tr", *cells, class_="group" if group else "")


def _words(cell: Cell, place: int, block: Table, writer: Writer) -> Html:
    """Return the content of a cell; that of a head, if plain text, in even lines."""
    only = cell.content[0] if len(cell.content) == 1 else None
    if not cell.header or not isinstance(only, Text) or only.italic:
        return writer.inline(cell.content)
    whole = sum(column.width for column in block.columns)
    own = sum(column.width for column in block.columns[place : place + cell.colspan])
    room = writer.width * own / whole - _CELL_FRAME
    return even_text(only.text, _CELL_SIZES[block.size], room, bold=True)


def _alignments(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> list[tuple[int, str]]:
    """Return column and alignment of each cell: its own, a heading's, its column's."""
    # a row under a rowspan has fewer cells: they belong to the last columns
    at = max(0, len(columns) - sum(cell.colspan for cell in row))
    found: list[tuple[int, str]] = []
    for cell in row:
        column = columns[min(at, len(columns) - 1)]
        spread = "left" if cell.colspan > 1 else column.align
        found.append((at, cell.align or ("centre" if cell.header else spread)))
        at += cell.colspan
    return found


def _cell(cell: Cell, align: str, words: Html) -> Html:
    """Return one cell around its content."""
    return element(
        "th" if cell.header else "td",
        words,
        scope="col" if cell.header else None,
        colspan=cell.colspan if cell.colspan > 1 else None,
        rowspan=cell.rowspan if cell.rowspan > 1 else None,
        class_=f"{align} bold" if cell.bold else align,
    )
