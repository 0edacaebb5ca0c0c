"""DOCX: which columns and rows each cell of a table takes, as Word lays it out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.verify.reading.text import Slot

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tables(root: etree._Element) -> tuple[tuple[Slot, ...], ...]:
    """Return the places of the cells with text of each table that has a head row."""
    found = (
        one for one in root.iter(f"{W}tbl") if next(one.iter(f"{W}tblHeader"), None) is not None
    )
    return tuple(tuple(_slots(one)) for one in found)


def _slots(table: etree._Element) -> Iterator[Slot]:
    """Yield the place of each cell with text; one that Word hides below another has no row."""
    rows = [list(_cells(row)) for row in table.iterfind(f"{W}tr")]
    going_on = {
        (at, column) for at, row in enumerate(rows) for column, _, cell in row if _is_hidden(cell)
    }
    for at, row in enumerate(rows):
        for column, columns, cell in row:
            if not _has_text(cell):
                continue
            below = at + 1
            while (below, column) in going_on:
                below += 1
            yield Slot(at, column, columns, 0 if (at, column) in going_on else below - at)


def _cells(row: etree._Element) -> Iterator[tuple[int, int, etree._Element]]:
    """Yield the cells of a row with their first column and how many they take."""
    column = 0
    for cell in row.iterfind(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        columns = 1 if span is None else int(str(span.get(f"{W}val", "1")))
        yield column, columns, cell
        column += columns


def _is_hidden(cell: etree._Element) -> bool:
    """Tell whether a cell goes on from the one above; without a value Word takes it so."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") != "restart"


def _has_text(cell: etree._Element) -> bool:
    """Tell whether a cell prints anything."""
    return any(str(one.text or "").strip() for one in cell.iter(f"{W}t"))
