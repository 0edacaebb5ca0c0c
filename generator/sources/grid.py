"""Tables after reading: how a text writes them, and a spreadsheet cell by cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.source_text import SourceText

CELL_BREAK = " | "
"""What stands between two cells of a row in a text."""
UNCOMPUTED = "(công thức chưa tính)"
"""What a cell shows whose formula was saved without its value, as scripts write workbooks."""
_WIDEST = 50  # rows or columns that one cell reaches over, at most
_COUNT = re.compile(r"[0-9]{1,3}")
_ROW = re.compile(r"bảng (\d+), hàng")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it shows, and its number where it holds one as a number.

    ``start`` is the offset of ``text`` in the source text. ``percent`` tells that
    the number counts hundredths and is shown with its sign.
    """

    text: str
    number: Decimal | None = None
    percent: bool = False
    start: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty; columns count from 0, ``number`` from 1 as in the program.

    ``start`` and ``end`` bound its line in the source text.
    """

    number: int
    cells: Mapping[int, Cell]
    start: int = 0
    end: int = 0

    def text(self, column: int) -> str:
        """Return what a cell shows, "" for none."""
        cell = self.cells.get(column)
        return cell.text if cell else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; ``header`` is the number of rows in ``rows`` before the first figures."""

    name: str
    rows: tuple[Row, ...]
    header: int = 0


@dataclass(frozen=True, slots=True)
class SourceTable(SourceText):
    """A spreadsheet as a source: the text has a line for each row that is not empty.

    A line is the texts of the cells, a figure with the heading of its column:
    "Hà Nội | Điểm: 36,405". Without sheets it is a file of facts, one JSON object a
    line.
    """

    sheets: tuple[Sheet, ...] = ()


def row_label(table: int, row: int) -> str:
    """Return what the segment of a row is called; both count from 1 in their document."""
    return f"bảng {table}, hàng {row}"


def table_number(label: str) -> str:
    """Return the number of the table whose row a segment is, "" for any other segment."""
    found = _ROW.match(label)
    return found[1] if found else ""


def reach(given: str) -> int:
    """Return over how many rows or columns a cell reaches, by what its document writes."""
    return min(max(int(given), 1), _WIDEST) if _COUNT.fullmatch(given) else 1


def column_index(letters: str) -> int:
    """Return the number of a column, from 0: AB is 27."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
