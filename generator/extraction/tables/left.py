"""The numbers of a source that became no fact: of a text by its rules, of a table by its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.extraction.engine import extract
from generator.extraction.reader import UnusedNumber
from generator.extraction.rules import RuleSet
from generator.extraction.tables.facts import is_fact_table
from generator.extraction.tables.in_text import form_in_text, read_form_in_text
from generator.extraction.tables.mapping import TableMapping
from generator.extraction.tables.numbers import rounded
from generator.extraction.tables.sheets import extract_tables
from generator.model.fact import Fact
from generator.model.finding import Diagnostic
from generator.model.source_text import SourceText
from generator.sources.grid import CELL_BREAK, Cell, Row, Sheet, SourceTable
from generator.sources.tables import is_figure
from generator.vi.numbers import find_numbers

_BREAKS = (CELL_BREAK, ": ")  # before a cell: the cell to the left, the heading of its column
_SUM = " + "  # between the cells that add up to one fact
_WORDS = "number in words of a table"
_NO_SHEET = "no figure of this sheet becomes a fact"
_NO_RECORD = "the row is no fact"
_NO_COLUMN = "no figure is read from this column"
_NO_ROW = "no figure is read from this row"
_NO_CELL = "no figure is read from this cell"


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Numbers that became no fact with their reasons, and remarks on the reading."""

    numbers: tuple[UnusedNumber, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def left_over(
    source: SourceText, catalogue: Catalogue, rules: RuleSet, mappings: Sequence[TableMapping]
) -> LeftOver:
    """Return the numbers of any source that became no fact, in the order of its text.

    A file of facts, one JSON object a line, has none: its remarks tell which line is no fact.
    """
    if isinstance(source, SourceTable):
        made = extract_tables(source, mappings, catalogue)
        used = _used(source.text, made.facts)
        parts = (one for sheet in source.sheets for one in _of_sheet(sheet, used))
        return LeftOver(_numbers(parts), made.diagnostics)
    numbers = extract(source, catalogue, rules).unused
    found = read_form_in_text(source, catalogue)
    if found is None:
        return LeftOver(numbers)
    form, inside = found
    rows = [row for row in form_in_text(source).rows if row.start in inside]
    cells = _of_sheet(Sheet("", tuple(rows)), _used(source.text, form.facts))
    outside = (one for one in numbers if one.start not in inside)
    ordered = sorted((*outside, *_numbers(cells)), key=lambda one: one.start)
    return LeftOver(tuple(ordered), form.diagnostics)


def _used(text: str, facts: Iterable[Fact]) -> frozenset[int]:
    """Return where the cells stand that became facts or their changes.

    Several may add up to one fact.
    """
    starts = set()
    for fact in facts:
        at = fact.number_start
        for part in fact.printed.split(_SUM):
            at = text.find(part, at)
            starts.add(at)
            at += len(part)
        starts |= _of_change(text, fact)
    return frozenset(starts)


def _of_change(text: str, fact: Fact) -> set[int]:
    """Return where the cell of a change may begin: at its number, its sign or its word."""
    change, source = fact.change, fact.source
    if change is None:
        return set()
    decimals = -min(int(change.value.as_tuple().exponent), 0)
    row = text[source.start : source.end]
    ends = (one.start for one in find_numbers(row) if rounded(one.value, decimals) == change.value)
    return {source.start + max(_behind(mark, row[:end]) for mark in _BREAKS) for end in ends}


def _behind(mark: str, text: str) -> int:
    """Return where a text goes on behind the last of a mark, 0 where it has none."""
    return text.rindex(mark) + len(mark) if mark in text else 0


def _of_sheet(sheet: Sheet, used: frozenset[int]) -> Iterator[tuple[Cell, str]]:
    """Yield the cells of a sheet that became no fact, with the reason."""
    columns = {at for row in sheet.rows for at, cell in row.cells.items() if cell.start in used}
    records = is_fact_table(sheet)
    for row in sheet.rows:
        told = any(cell.start in used for cell in row.cells.values())
        if records and told:
            continue  # all columns of such a row belong to its fact
        for at, cell in sorted(row.cells.items()):
            if cell.start not in used:
                yield cell, _reason(row, at, columns, told=told, records=records)


def _reason(row: Row, at: int, columns: set[int], *, told: bool, records: bool) -> str:
    """Return why a cell became no fact."""
    if not is_figure(row.cells[at]):
        return _WORDS
    if not columns:
        return _NO_SHEET
    if records:
        return _NO_RECORD
    if at not in columns:
        return _NO_COLUMN
    return _NO_CELL if told else _NO_ROW


def _numbers(cells: Iterable[tuple[Cell, str]]) -> tuple[UnusedNumber, ...]:
    """Return the numbers that cells show, with the reasons of their cells."""
    return tuple(
        UnusedNumber(cell.start + one.start, cell.start + one.end, printed, one.value, reason)
        for cell, reason in cells
        for one in find_numbers(cell.text)
        for printed in (cell.text[one.start : one.end],)
    )
