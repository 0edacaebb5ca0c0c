"""Spreadsheets and files of facts (.xlsx .csv .jsonl) to ``SourceTable``."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.errors import InputError
from generator.model.source_text import Segment, SourceInfo
from generator.sources.encoding import checked, decode
from generator.sources.grid import CELL_BREAK, Cell, Row, Sheet, SourceTable
from generator.sources.legacy import mended
from generator.sources.limits import MAX_CELLS, MAX_TEXT_CHARS, unreadable
from generator.sources.passages import clean, empty, too_long
from generator.sources.workbook import RawSheet, read_workbook

_NUMBER = re.compile(r"[-+]?\d[\d.,\u00a0\u202f ]*%?")
_NUMBERING = re.compile(r"\(?(\d{1,2})\)?(?:\s*=.*)?")
_DELIMITERS = ",;\t|"
_LABEL = 80  # characters of a heading that a line shows
_HEADER_ROWS = 6


def table_of(data: bytes, info: SourceInfo, file: str) -> SourceTable:
    """Return the table in the bytes of a file, whose name tells its format.

    Segments are "sheet X, hàng n", "hàng n" or "dòng n". Raises InputError.
    """
    if file.lower().endswith(".jsonl"):
        return _records(decode(data, file), info, file)
    if file.lower().endswith(".csv"):
        return _table((_delimited(decode(data, file), file),), info, file)
    return _table(_mended(read_workbook(data, file), file), info, file)


def _mended(sheets: Sequence[RawSheet], file: str) -> tuple[RawSheet, ...]:
    """Return sheets with the letters of old fonts (TCVN3, VNI) turned into real ones.

    Raises InputError where the letters are wrong ones in no known way.
    """
    shown = (cell.text for sheet in sheets for cell in sheet.cells.values())
    lines = "\n".join(text.replace("\n", "\r") for text in shown)
    texts = iter(checked(mended(lines), file).split("\n"))
    return tuple(
        replace(
            sheet,
            cells={
                at: replace(cell, text=next(texts).replace("\r", "\n"))
                for at, cell in sheet.cells.items()
            },
        )
        for sheet in sheets
    )


def _records(text: str, info: SourceInfo, file: str) -> SourceTable:
    """Return a file of JSON lines as it is; each line is checked to be an object."""
    text = clean(text)
    segments: list[Segment] = []
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            _check_record(line, number, file)
            segments.append(Segment(start, f"dòng {number}"))
        start += len(line) + 1
    if not segments:
        raise empty(file)
    return SourceTable(info, text, tuple(segments))


def _check_record(line: str, number: int, file: str) -> None:
    """Refuse a line that is no JSON object."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as exc:
        raise unreadable(
            file, "this line is no JSON", line=number, hint="write one object a line"
        ) from exc
    if not isinstance(record, dict):
        raise unreadable(
            file, "this line is no JSON object", line=number, hint="write one object a line"
        )


def _delimited(text: str, file: str) -> RawSheet:
    """Return the cells of a CSV; the mark between them is the one that fits best."""
    mark = _delimiter(text)
    if text.count(mark) + text.count("\n") > MAX_CELLS:
        raise _too_many(file)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as exc:
        raise unreadable(
            file, f"this is no proper CSV: {exc}", hint="save it again as CSV in UTF-8"
        ) from exc
    cells = {
        (row, column): Cell(" ".join(value.split()))
        for row, line in enumerate(lines, start=1)
        for column, value in enumerate(line)
        if value.strip()
    }
    return RawSheet("", cells)


def _too_many(file: str) -> InputError:
    """Return the error for a table with more cells than a reader takes in."""
    problem = f"the table has more than {MAX_CELLS // 2**20} million cells"
    return unreadable(file, problem, hint="split it, or save the part that is needed")


def _delimiter(text: str) -> str:
    """Return the mark that stands in the first lines in equal numbers."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    counts = {mark: [line.count(mark) for line in lines] for mark in _DELIMITERS}
    even = [mark for mark in _DELIMITERS if counts[mark] and min(counts[mark]) > 0]
    return max(
        even,
        key=lambda mark: (counts[mark][0] == min(counts[mark]), min(counts[mark])),
        default=",",
    )


def _table(sheets: Sequence[RawSheet], info: SourceInfo, file: str) -> SourceTable:
    """Return the text that stands for the sheets, and where each cell is in it."""
    lines: list[str] = []
    segments: list[Segment] = []
    made: list[Sheet] = []
    offset = 0
    for raw in sheets:
        header = _header(raw)
        rows: list[Row] = []
        for number, cells in header.rows:
            row, line = _line(number, cells, header.labels if number > header.last else {}, offset)
            where = f"sheet {raw.name}, hàng {number}" if raw.name else f"hàng {number}"
            segments.append(Segment(offset, where))
            rows.append(row)
            lines.append(line)
            offset += len(line) + 1
            if offset > MAX_TEXT_CHARS:
                raise too_long(file)
        count = sum(number <= header.last for number, _ in header.rows)
        made.append(Sheet(raw.name, tuple(rows), count))
    if not lines:
        raise empty(file)
    return SourceTable(info, "\n".join(lines), tuple(segments), tuple(made))


class _Header:
    """The rows of a sheet, the number of the last one above the figures, the headings."""

    def __init__(self, raw: RawSheet) -> None:
        """Group the cells by row and find the headings."""
        grouped: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in sorted(raw.cells.items()):
            text = " ".join(clean(cell.text).split())
            if text:
                grouped.setdefault(row, {})[column] = replace(cell, text=text)
        self.rows = list(grouped.items())
        self.last = self._last()
        self.labels = self._labels(raw)

    def _last(self) -> int:
        """Return the number of the row above the first one with figures, 0 if none."""
        before = 0
        for number, cells in self.rows:
            figures = [cell for cell in cells.values() if is_figure(cell)]
            if figures and not numbering(cells):
                return before
            before = number
        return 0

    def _labels(self, raw: RawSheet) -> Mapping[int, str]:
        """Return the heading of each column, behind that of the block it belongs to."""
        spread = _spread(raw)
        used = {column for number, cells in self.rows if number > self.last for column in cells}
        labels: dict[int, str] = {}
        blocks: set[int] = set()
        head = [(n, cells) for n, cells in self.rows if n <= self.last and not numbering(cells)]
        for number, cells in head[-_HEADER_ROWS:]:
            wide = {column: text for (row, column), text in spread.items() if row == number}
            if len(cells) == 1 and not 0 < len(used & wide.keys()) < len(used):
                continue  # a title over the whole table
            for column, text in {**wide, **{at: cell.text for at, cell in cells.items()}}.items():
                above = labels.get(column, "") if column in blocks else ""
                labels[column] = f"{above} – {text}" if above not in ("", text) else text
            blocks |= wide.keys()
        return {column: text[:_LABEL] for column, text in labels.items()}


def _header(raw: RawSheet) -> _Header:
    """Return rows and headings of a sheet."""
    return _Header(raw)


def _spread(raw: RawSheet) -> dict[tuple[int, int], str]:
    """Return the text of each cell of the blocks that are merged across columns."""
    texts: dict[tuple[int, int], str] = {}
    for top, left, bottom, right in raw.merged:
        cell = raw.cells.get((top, left))
        if cell is not None and left < right <= left + 64 and bottom - top < 64:
            text = " ".join(clean(cell.text).split())
            texts.update(
                {(row, c): text for row in range(top, bottom + 1) for c in range(left, right + 1)}
            )
    return texts


def is_figure(cell: Cell) -> bool:
    """Tell whether a cell shows a number."""
    return cell.number is not None or _NUMBER.fullmatch(cell.text) is not None


def numbering(cells: Mapping[int, Cell]) -> dict[int, int]:
    """Return column by printed number for a row that numbers the columns, else nothing.

    Forms print such a row under their headings: (1) (2) (3)=(4)+(5) …
    """
    found: dict[int, int] = {}
    for column, cell in sorted(cells.items()):
        match = _NUMBERING.fullmatch(cell.text)
        if match is None or int(match.group(1)) != len(found) + 1:
            return {}
        found[len(found) + 1] = column
    return found if len(found) >= 3 else {}


def _line(
    number: int, cells: Mapping[int, Cell], labels: Mapping[int, str], offset: int
) -> tuple[Row, str]:
    """Return a row with the places of its cells, and its line of text."""
    parts: list[str] = []
    placed: dict[int, Cell] = {}
    at = offset
    for column, cell in cells.items():
        label = f"{labels[column]}: " if is_figure(cell) and labels.get(column) else ""
        placed[column] = replace(cell, start=at + len(label))
        parts.append(label + cell.text)
        at += len(parts[-1]) + len(CELL_BREAK)
    line = CELL_BREAK.join(parts)
    return Row(number, placed, offset, offset + len(line)), line
