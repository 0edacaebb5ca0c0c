"""HTML: which columns and rows each cell of a table takes, as a browser lays it out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.verify.reading.elements import text_of
from generator.verify.reading.text import Slot

_MOST_SPAN = 1000  # as browsers have it


def tables(root: etree._Element) -> tuple[tuple[Slot, ...], ...]:
    """Return the places of the cells with text of each table that has heads."""
    found = (one for one in root.iter("table") if next(one.iter("th"), None) is not None)
    return tuple(tuple(_slots(one)) for one in found)


def _slots(table: etree._Element) -> Iterator[Slot]:
    """Yield the place of each cell with text; cells from above push those of a row on."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(table.iter("tr")):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (at, column) in taken:
                column += 1
            columns, rows = _span(cell, "colspan"), _span(cell, "rowspan")
            taken |= {(at + y, column + x) for y in range(rows) for x in range(columns)}
            if text_of(cell).strip():
                yield Slot(at, column, columns, rows)


def _span(cell: etree._Element, name: str) -> int:
    """Return how many columns or rows a cell takes; 0, which takes all, for no number."""
    value = str(cell.get(name, "1"))
    return min(int(value), _MOST_SPAN) if value.isdecimal() else 0
