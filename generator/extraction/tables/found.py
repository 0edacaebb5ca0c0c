"""Tables inside a text: lines whose cells are parted by bars or tabs, with head and body.

A line of DOCX, HTML and PDF tables has " | " between its cells (``CELL_BREAK``), Markdown a
bar at both ends, too, and a row of dashes below the head; plain text may have tabs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extraction.reading import folded
from generator.extraction.words.tables import TABLES
from generator.model.source_text import SourceText
from generator.sources.grid import CELL_BREAK, table_number

_DASHES = frozenset("|:- \t\r")
_EMPTY = re.compile(r"[-–—.…/ ]*")
_YEAR = re.compile(r"(?:19|20)\d{2}")
# one figure alone: "512", "98,1%", "62/63", "xếp 11/34", "90,09/100 điểm", "952 (59,1%)"
_FIGURE = re.compile(
    rf"(?:{TABLES.cell_before} ){{0,3}}"
    r"[-+]?\d[\d.,]{0,20}(?: \d{3}){0,4}(?: ?/ ?\d[\d.,]{0,20})?"
    rf"(?: ?%)?(?: (?!{TABLES.cell_times})[^\W\d_]{{1,10}}){{0,4}}"
    r"(?: ?\(\d[\d.,]{0,20} ?%\))?"
)
_RANK_OF_YEAR = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2} (?:19|20)\d{2}")  # a head "Hạng 2022"
_CODE = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?(?: ?= ?[\d ()+:/*x-]{1,40})?")
_CODES = 3  # cells of a row that only numbers the columns, at least
_HEAD_ROWS = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """What a cell shows, without blanks around it; ``start`` is its offset in the text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the offset behind the cell."""
        return self.start + len(self.text)

    @property
    def plain(self) -> str:
        """Return the folded text."""
        return folded(self.text)

    @property
    def empty(self) -> bool:
        """Tell whether a cell shows nothing, or a dash for nothing."""
        return _EMPTY.fullmatch(self.text) is not None

    @property
    def is_figure(self) -> bool:
        """Tell whether a cell shows one figure and nothing else."""
        plain = self.plain
        return _FIGURE.fullmatch(plain) is not None and not _RANK_OF_YEAR.fullmatch(plain)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its cells from the left, empty ones included."""

    start: int
    end: int
    cells: tuple[Slot, ...]

    @property
    def filled(self) -> tuple[Slot, ...]:
        """Return the cells that show something."""
        return tuple(cell for cell in self.cells if not cell.empty)

    @property
    def is_heading(self) -> bool:
        """Tell whether a row shows words in its first column only: it rules those below it."""
        barred = len(self.cells) > 2 and self.cells[0].empty and self.cells[-1].empty
        first = self.cells[1 if barred else 0]
        return len(self.filled) == 1 and not first.empty and not first.is_figure

    @property
    def figures(self) -> int:
        """Return how many cells behind the first one show a figure."""
        return sum(cell.is_figure for cell in self.filled[1:])


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table in a text; ``head`` are the rows above the first figures."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return all rows."""
        return (*self.head, *self.body)

    @property
    def start(self) -> int:
        """Return the offset of the first row."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Return the offset behind the last row."""
        return self.lines[-1].end


@dataclass(frozen=True, slots=True)
class _Raw:
    """A line of the text; ``key`` is the number of the table that the reader saw it in."""

    start: int
    text: str
    key: str
    apart: bool

    @property
    def is_barred(self) -> bool:
        return CELL_BREAK in self.text or self.text.startswith("|")

    @property
    def is_row(self) -> bool:
        return self.is_barred or "\t" in self.text.strip()


def tables_in(source: SourceText) -> Iterator[TextTable]:
    """Yield the tables of a text that show figures, in their order."""
    if "|" not in source.text and "\t" not in source.text:
        return
    block: list[_Raw] = []
    for raw in _raw_lines(source):
        section = bool(raw.key) and bool(block) and raw.key == block[-1].key
        if block and not _goes_on(block, raw):
            yield from _table(block)
            block = []
        if raw.is_row or (section and block):
            block.append(raw)
    yield from _table(block)


def _raw_lines(source: SourceText) -> Iterator[_Raw]:
    """Yield the lines that are not empty; ``apart`` tells that an empty one goes before."""
    starts = [segment.start for segment in source.segments]
    start, apart = 0, False
    for text in source.text.split("\n"):
        if text.strip():
            index = bisect_right(starts, start) - 1
            label = source.segments[index].label if index >= 0 else ""
            key = table_number(label) or ("page" if label.startswith("trang") else "")
            yield _Raw(start, text, key, apart)
        apart = not text.strip()
        start += len(text) + 1


def _goes_on(block: Sequence[_Raw], raw: _Raw) -> bool:
    """Tell whether a line belongs to the table above it.

    A row without figures behind an empty line is the head of the next one, where the
    reader of the document has not seen where tables end.
    """
    if raw.key != block[-1].key:
        return False
    if raw.key.isdigit():
        return True
    if not raw.is_row or (raw.apart and not raw.key and raw.text.startswith("|")):
        return False
    return not raw.apart or _split(raw, dashed=False).figures > 0


def _table(block: Sequence[_Raw]) -> Iterator[TextTable]:
    """Yield the table of some lines, none where they show no figure."""
    ruled = any(map(_is_dashes, block))
    rows = [_split(raw, dashed=ruled) for raw in block if not _is_dashes(raw)]
    first = next((at for at, row in enumerate(rows) if _is_body(row)), None)
    if first is None or not any(row.figures for row in rows):
        return
    while (
        first
        and any(len(row.filled) > 1 for row in rows[: first - 1])
        and rows[first - 1].is_heading
    ):
        first -= 1
    head = [row for row in rows[:first] if not (_numbers_columns(row) or row.is_heading)]
    body = [row for row in rows[first:] if not _numbers_columns(row)]
    shown = [tuple(cell.text for cell in row.cells) for row in head]
    yield TextTable(
        tuple(head[-_HEAD_ROWS:]),
        tuple(row for row in body if tuple(cell.text for cell in row.cells) not in shown),
    )


def _is_dashes(raw: _Raw) -> bool:
    """Tell whether a line is the rule of dashes below the head in Markdown."""
    return "|" in raw.text and "--" in raw.text and _DASHES.issuperset(raw.text)


def _split(raw: _Raw, *, dashed: bool) -> Line:
    """Return a line as cells; one that begins or ends with a bar has an empty cell there."""
    mark = "|" if dashed or raw.is_barred else "\t"
    cells, start = [], raw.start
    for part in raw.text.split(mark):
        shown = part.strip()
        cells.append(Slot(shown.strip("*"), start + len(part) - len(part.lstrip())))
        if shown.startswith("*"):
            lead = len(shown) - len(shown.lstrip("*"))
            cells[-1] = Slot(shown.strip("*"), cells[-1].start + lead)
        start += len(part) + len(mark)
    return Line(raw.start, raw.start + len(raw.text), tuple(cells))


def _is_body(row: Line) -> bool:
    """Tell whether a row shows figures, more than years and the numbers of its columns."""
    shown = [cell for cell in row.filled[1:] if cell.is_figure]
    years = all(_YEAR.fullmatch(cell.text) for cell in shown)
    return bool(shown) and not years and not _numbers_columns(row)


def _numbers_columns(row: Line) -> bool:
    """Tell whether a row only numbers the columns: "A | B | 1 | 2 | 3=1+2"."""
    cells = [cell.plain for cell in row.filled]
    return len(cells) >= _CODES and all(map(_CODE.fullmatch, cells)) and _counts_on(cells)


def _counts_on(cells: Sequence[str]) -> bool:
    """Tell whether the numbers of a row follow each other."""
    found = [re.match(r"\(?(\d{1,2})", cell) for cell in cells]
    numbers = [int(match.group(1)) for match in found if match]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
