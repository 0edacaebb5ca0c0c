"""Widths of table columns that hold their longest number or word on one line."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.document import Cell, FigureText, Table, Text
from generator.renderers.metrics import text_width

_SIZES = {"normal": 12.0, "small": 11.0}
# a word that asks for more than this share of the table may be broken
_MOST = 0.4


def fitted_widths(block: Table, total: float, frame: float) -> list[float]:
    """Return the width of each column, in twips, of ``total`` in all.

    They are those of the block, but a column too narrow for its longest unbroken
    word gets what it needs from those that have room. ``frame`` twips of each cell
    are padding and lines.
    """
    whole = sum(column.width for column in block.columns)
    widths = [total * column.width / whole for column in block.columns]
    needs = _needs(block, total, frame)
    lacking = sum(max(0.0, need - width) for need, width in zip(needs, widths, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needs, widths, strict=True))
    if not lacking or lacking > spare:
        return widths
    kept = 1 - lacking / spare
    return [
        need if need > width else need + (width - need) * kept
        for need, width in zip(needs, widths, strict=True)
    ]


def _needs(block: Table, total: float, frame: float) -> list[float]:
    """Return the width that the longest word of each column takes, with the frame."""
    size = _SIZES[block.size]
    needs = [0.0] * len(block.columns)
    for column, cell in _single_cells(block):
        for word in _text(cell).split(" "):
            width = text_width(word, size, bold=cell.bold or cell.header) + frame
            if needs[column] < width <= total * _MOST:
                needs[column] = width
    return needs


def _single_cells(block: Table) -> Iterator[tuple[int, Cell]]:
    """Yield the cells of one column with its place; those over several are left out."""
    for row in (*block.head, *block.rows):
        # a row under a rowspan has fewer cells: they belong to the last columns
        at = max(0, len(block.columns) - sum(cell.colspan for cell in row))
        for cell in row:
            if cell.colspan == 1 and at < len(block.columns):
                yield at, cell
            at += cell.colspan


def _text(cell: Cell) -> str:
    """Return the text of a cell as its lines may be broken: at plain spaces only."""
    parts = (part.text for part in cell.content if isinstance(part, Text | FigureText))
    return "".join(parts).replace("\n", " ")
