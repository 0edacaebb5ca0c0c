"""Form II.06a inside a text document: its rows are lines of cells parted by bars."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.extraction.tables.form06 import COLUMNS, is_form06, read_form06
from generator.extraction.tables.making import TableExtraction
from generator.model.source_text import SourceText
from generator.sources.grid import CELL_BREAK, Cell, Row, Sheet, SourceTable


def read_form_in_text(
    source: SourceText, catalogue: Catalogue
) -> tuple[TableExtraction, range] | None:
    """Return what a form in a DOCX or HTML table says, None where the text holds none.

    The range holds the offsets of its rows; those of the facts are in ``source.text``.
    Only rows with all thirteen cells are read: where a cell got lost, a figure would slip
    into the wrong column.
    """
    if source.text.count(CELL_BREAK) < 2 * (COLUMNS - 1):
        return None
    sheet = form_in_text(source)
    if not is_form06(sheet):
        return None
    table = SourceTable(source.info, source.text, source.segments, (sheet,))
    full = [row for row in sheet.rows if _is_full(source.text[row.start : row.end])]
    return read_form06(table, sheet, catalogue), range(full[0].start, full[-1].end)


def form_in_text(source: SourceText) -> Sheet:
    """Return the lines of a text as rows, those of a form cell by cell."""
    return Sheet("", tuple(_rows(source.text)))


def _is_full(line: str) -> bool:
    """Tell whether a line has all the cells of the form."""
    return len(_parts(line)) == COLUMNS


def _parts(line: str) -> list[str]:
    """Return the cells of a line; an empty one at either end leaves its bar only."""
    lead, tail = line.startswith("| "), line.endswith(" |")
    return f"{' ' * lead}{line}{' ' * tail}".split(CELL_BREAK)


def _rows(text: str) -> Iterator[Row]:
    """Yield the lines of a text as rows; below the first full row only such rows."""
    start, full = 0, False
    for number, line in enumerate(text.split("\n"), start=1):
        parts, lead = _parts(line), line.startswith("| ")
        full = full or len(parts) == COLUMNS
        if line.strip() and (len(parts) == COLUMNS or not full):
            yield Row(number, dict(_cells(parts, start - lead)), start, start + len(line))
        start += len(line) + 1


def _cells(parts: list[str], start: int) -> Iterator[tuple[int, Cell]]:
    """Yield the filled cells of a line by their column."""
    for column, part in enumerate(parts):
        shown = part.strip()
        if shown:
            lead = len(part) - len(part.lstrip())
            yield column, Cell(shown, start=start + lead)
        start += len(part) + len(CELL_BREAK)
