"""Tables on paper: each cell is drawn in its own column and row.

The structure of a PDF tells which cell is which, the page where it is drawn. A number
that is drawn in the column beside its own is read as that of the head above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.verify.comparing import TEXT, shortened
from generator.verify.lineage import Record
from generator.verify.objection import Objection
from generator.verify.reading.text import FileText, Placed, squeezed
from generator.verify.roles import ROLE

_REACH = 2.5  # points that the letters of a column may reach into the next
_LINES = 2  # points by which the lines of one column may differ


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a page with the place that the report gives it."""

    placed: Placed
    table: str
    column: int
    columns: int
    row: int
    rows: int
    is_head: bool = False

    @property
    def last_column(self) -> int:
        """Return the last column that it takes."""
        return self.column + self.columns - 1

    @property
    def place(self) -> tuple[int, int]:
        """Return its row and column."""
        return self.row, self.column

    def is_over(self, other: _Cell) -> bool:
        """Tell whether it shares a column with another cell."""
        return self.column <= other.last_column and other.column <= self.last_column


@dataclass(slots=True)
class _Reader:
    """Goes through the cells of a file in their order and finds those of the report."""

    units: Sequence[Record]
    at: int = 0
    left: str = ""  # of a cell that goes on overleaf
    heads: dict[str, list[Record]] = field(default_factory=dict)
    head: int = 0

    def __post_init__(self) -> None:
        """Note the heads of each table."""
        for unit in self.units:
            if unit.get("head"):
                self.heads.setdefault(str(unit["table"]), []).append(unit)

    def find(self, placed: Placed) -> Record | None:
        """Return the unit that a cell of the file prints, None for one of no table."""
        key = squeezed(placed.text)
        if self.left and self.left.startswith(key):
            self.left = self.left[len(key) :]
            return self.units[self.at - 1]
        if self.at < len(self.units):
            unit = self.units[self.at]
            wanted = squeezed(str(unit["text"]))
            if key == wanted or (key and _is_note(key.removeprefix(wanted))):
                self.at, self.left, self.head = self.at + 1, "", 0
                return unit
        repeated = self._head(key)
        if repeated is None and self.at < len(self.units) and key and wanted.startswith(key):
            self.at, self.left, self.head = self.at + 1, wanted[len(key) :], 0
            return unit
        return repeated

    def _head(self, key: str) -> Record | None:
        """Return the next cell of the head of the last table, which repeats on each page."""
        table = str(self.units[self.at - 1]["table"]) if self.at else ""
        known = self.heads.get(table, [])
        for at in (self.head, 0):
            if at < len(known) and squeezed(str(known[at]["text"])) == key:
                self.head = at + 1
                return known[at]
        return None


def _is_note(rest: str) -> bool:
    """Tell whether what is left of a cell is the number of a note."""
    return rest.isdecimal() and len(rest) <= len("999")


def column_objections(text: FileText, units: Sequence[Record]) -> Iterator[Objection]:
    """Yield an objection for each cell that is drawn in another column or row than its own."""
    if not text.cells:
        return
    reader = _Reader([u for u in units if u["kind"] == "cell" and str(u["text"]).strip()])
    found = []
    for placed in text.cells:
        unit = reader.find(placed)
        if unit is not None:
            size = (int(unit.get("columns", 1)), int(unit["row"]), int(unit.get("rows", 1)))
            place = (str(unit["table"]), int(unit["column"]))
            found.append(_Cell(placed, *place, *size, is_head=bool(unit.get("head"))))
    if reader.at < len(reader.units):
        missing = shortened(str(reader.units[reader.at]["text"]))
        yield Objection(TEXT, f"no cell of a table reads “{missing}”", "bảng")
    for (table, where), cells in groupby(found, lambda one: (one.table, one.placed.where)):
        own = list(cells)
        for cell in dict.fromkeys((*_overlapping(own), *_strangers(own))):
            message = f"“{shortened(cell.placed.text)}” stands in the place of another cell"
            yield Objection(TEXT, message, f"bảng {table}, {where}")
    for table, cells in groupby(found, lambda one: one.table):
        for cell, reason in _mistagged(list(cells)):
            where = f"bảng {table}, {cell.placed.where}"
            yield Objection(ROLE, f"“{shortened(cell.placed.text)}” {reason}", where)


def _mistagged(cells: Sequence[_Cell]) -> Iterator[tuple[_Cell, str]]:
    """Yield each cell that is read aloud as one of other columns, rows or heads than its own.

    The heads of a table repeat on each page, each time under other names.
    """
    heads = {one.placed.tag.name: one for one in cells if one.is_head and one.placed.tag}
    for cell in cells:
        tag = cell.placed.tag
        if tag is None:
            continue
        if (tag.columns, tag.rows) != (cell.columns, cell.rows):
            yield cell, f"is told to cover {tag.rows} × {tag.columns} cells"
        if tag.scope != ("Column" if cell.is_head else ""):
            yield cell, f"is told to be the head of a {tag.scope or 'nothing'}"
        above = {one.place for one in heads.values() if one.is_over(cell)}
        if not cell.is_head and {heads[name].place for name in tag.heads if name in heads} != above:
            yield cell, "is told to belong to other heads"


def _overlapping(cells: Sequence[_Cell]) -> Iterator[_Cell]:
    """Yield each cell whose letters reach over those of a column beside it."""
    starts: dict[int, float] = {}  # where the letters of a column begin, and where they end
    ends: dict[int, float] = {}
    for cell in cells:
        left, _, right, _ = cell.placed.edges
        starts[cell.column] = min(left, starts.get(cell.column, left))
        ends[cell.last_column] = max(right, ends.get(cell.last_column, right))
    for cell in cells:
        left, _, right, _ = cell.placed.edges
        behind = (at for column, at in starts.items() if column > cell.last_column)
        before = (at for column, at in ends.items() if column < cell.column)
        if any(at < right - _REACH for at in behind) or any(at > left + _REACH for at in before):
            yield cell


def _strangers(cells: Sequence[_Cell]) -> Iterator[_Cell]:
    """Yield each cell between other lines than the most cells of its column or row."""
    columns: dict[tuple[int, int], list[_Cell]] = {}
    rows: dict[tuple[int, int], list[_Cell]] = {}
    for cell in cells:
        columns.setdefault((cell.column, cell.columns), []).append(cell)
        rows.setdefault((cell.row, cell.rows), []).append(cell)
    for group in columns.values():
        yield from _apart(group, [one.placed.columns for one in group])
    for group in rows.values():
        yield from _apart(group, [one.placed.rows for one in group])


def _apart(cells: Sequence[_Cell], lines: Sequence[tuple[int, int] | None]) -> Iterator[_Cell]:
    """Yield the cells between other lines than the most of them."""
    known = [one for one in lines if one is not None]
    if not known:
        return
    most = max(known, key=known.count)
    for cell, own in zip(cells, lines, strict=True):
        if own is None or any(abs(a - b) > _LINES for a, b in zip(own, most, strict=True)):
            yield cell
