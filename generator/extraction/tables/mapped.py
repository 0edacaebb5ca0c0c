"""Facts of a table of places by its mapping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from generator.catalogue import Catalogue, Kind
from generator.config.periods import PeriodSyntax
from generator.extraction.tables.making import (
    Measured,
    TableExtraction,
    fact_at,
    remark,
    united,
    wrong_value,
)
from generator.extraction.tables.mapped_changes import NoChange, change_in
from generator.extraction.tables.mapping import (
    COLUMN,
    SHEET_NAME,
    TableMapping,
    ValueColumn,
    period_of,
)
from generator.extraction.tables.numbers import Usage, figure, rounded, usage_of, why_none
from generator.model.fact import Fact
from generator.model.finding import Diagnostic, Severity
from generator.model.period import Period
from generator.sources.grid import UNCOMPUTED, Row, Sheet, SourceTable, column_index
from generator.sources.tables import is_figure
from generator.vi.text import fold

_LETTERS = re.compile(r"[A-Z]{1,3}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of figures in a sheet; ``usual`` counts the figures of a usual row.

    ``changes`` is the column of their changes, ``way`` the usage of its numbers.
    """

    value: ValueColumn
    at: int
    places: int | None
    period: str
    periods: int | None
    usage: Usage
    usual: float
    changes: int | None
    way: Usage


class _Misfit(Exception):
    """The mapping names something that the sheet does not have."""


def read_mapped(
    table: SourceTable, sheet: Sheet, mapping: TableMapping, catalogue: Catalogue
) -> TableExtraction:
    """Return the facts of one sheet by a mapping, and remarks on what gave none."""
    parts = []
    for value in mapping.values:
        try:
            column = _column(sheet, mapping, value)
            parts.append(_read(table, sheet, mapping, column, catalogue))
        except _Misfit as exc:
            message = f"the mapping {mapping.name!r} does not fit {sheet.name!r}: {exc}"
            parts.append(TableExtraction((), (), (remark(table, None, message, Severity.ERROR),)))
    return united(parts)


def _column(sheet: Sheet, mapping: TableMapping, value: ValueColumn) -> _Column:
    """Find the columns that a mapping names. Raises _Misfit."""
    at = _find(sheet, mapping, value.column)
    places = value.place or mapping.place
    period = value.period or mapping.period
    periods = period.removeprefix(COLUMN)
    rows = [row for row in sheet.rows if row.number > mapping.header_rows]
    changes = _find(sheet, mapping, value.change.column) if value.change else None
    return _Column(
        value,
        at,
        _find(sheet, mapping, places) if places else None,
        period,
        _find(sheet, mapping, periods) if period.startswith(COLUMN) else None,
        _usage(rows, at, mapping),
        median([_figures(row) for row in rows] or [0]),
        changes,
        mapping.numbers if changes is None else _usage(rows, changes, mapping),
    )


def _usage(rows: Sequence[Row], at: int, mapping: TableMapping) -> Usage:
    """Return how a column writes its numbers."""
    if mapping.numbers is not Usage.AUTO:
        return mapping.numbers
    return usage_of(row.cells[at] for row in rows if at in row.cells)


def _figures(row: Row) -> int:
    """Return how many cells of a row show numbers."""
    return sum(map(is_figure, row.cells.values()))


def _find(sheet: Sheet, mapping: TableMapping, name: str) -> int:
    """Return the column of these letters or with this heading. Raises _Misfit."""
    if _LETTERS.fullmatch(name):
        return column_index(name)
    found = {
        column
        for row in sheet.rows
        if row.number <= mapping.header_rows
        for column, cell in row.cells.items()
        if fold(cell.text) == fold(" ".join(name.split()))
    }
    if len(found) != 1:
        raise _Misfit(f"{len(found) or 'no'} columns have the heading {name!r}")
    return found.pop()


def _read(
    table: SourceTable, sheet: Sheet, mapping: TableMapping, column: _Column, catalogue: Catalogue
) -> TableExtraction:
    """Read one column of figures."""
    facts: list[Fact] = []
    remarks: list[Diagnostic] = []
    rows = list(_body(sheet, mapping, column))
    for row in rows:
        made = _fact(table, sheet, row, mapping, column, catalogue)
        if isinstance(made, Fact):
            changed = _with_change(made, row, column)
            facts.append(made if isinstance(changed, str) else changed)
            made = changed
        if isinstance(made, str) and made:
            remarks.append(remark(table, row, made))
    last = rows[-1].number if rows else mapping.header_rows
    left = [row for row in sheet.rows if row.number > last and column.at in row.cells]
    if left:
        message = f"the table ends before an empty line; {len(left)} rows below are not read"
        remarks.append(remark(table, left[0], message, Severity.NOTE))
    if not facts:
        message = f"the mapping {mapping.name!r} finds no figure in {sheet.name!r}"
        remarks.append(remark(table, None, message))
    return TableExtraction(tuple(facts), (), tuple(remarks))


def _body(sheet: Sheet, mapping: TableMapping, column: _Column) -> Iterator[Row]:
    """Yield the rows of the table: from below the heading to the first one without place."""
    expected = mapping.header_rows + 1
    for row in sheet.rows:
        if row.number <= mapping.header_rows:
            continue
        named = column.places is None or row.text(column.places)
        if row.number != expected or not named:
            return
        expected += 1
        yield row


def _fact(
    table: SourceTable,
    sheet: Sheet,
    row: Row,
    mapping: TableMapping,
    column: _Column,
    catalogue: Catalogue,
) -> Fact | str:
    """Return the fact of a row, or why there is none ("" where that was to be expected)."""
    name = row.text(column.places) if column.places is not None else mapping.place_is or ""
    if fold(name) in {fold(skipped) for skipped in mapping.skip}:
        return ""
    place = catalogue.places.get(name) or catalogue.places.find(name)
    if place is None:
        return f"{name!r} is no known place"
    found = figure(row.cells[column.at], column.usage) if column.at in row.cells else None
    if found is None:
        text = row.text(column.at)
        told = why_none(text) if text == UNCOMPUTED else text or "empty cell"
        return f"no figure for {place.slug} ({told})"
    kind = catalogue.indicators[column.value.indicator].kind
    if not found.value and kind is not Kind.COUNT and _figures(row) * 2 < column.usual:
        return f"the 0 of {place.slug} stands in a row without parts: taken as missing"
    try:
        # an index of a year is of that year, whenever data are closed
        window = "" if kind in (Kind.SCORE, Kind.RANK) else table.info.window
        period = _period(sheet, row, column, window)
    except PeriodSyntax as exc:
        return f"no period: {exc}"
    value = found.value * (1 if found.percent else column.value.scale)
    rules = [f"table.{mapping.name}"]
    decimals = column.value.decimals
    if decimals is not None:
        exact, value = value, rounded(value, decimals)
        rules += ["table.rounded"] if value != exact else []
    level = column.value.level
    measured = Measured(column.value.indicator, place.slug, level, period, value, tuple(rules))
    unit = catalogue.indicators[measured.indicator].unit
    wrong = wrong_value(measured, catalogue)
    beside = [one for one in (column.changes,) if one is not None and one in row.cells]
    return wrong or fact_at(
        measured, table, row, [column.at], unit, named=column.places, beside=beside
    )


def _with_change(fact: Fact, row: Row, column: _Column) -> Fact | str:
    """Return a fact with the change that its row prints, or why there is none in a cell."""
    told, at = column.value.change, column.changes
    if told is None or at is None or at not in row.cells:
        return fact
    try:
        change = change_in(row.cells[at], told, column.way, fact.period)
    except NoChange as exc:
        return f"no change for {fact.place}: {exc}"
    return replace(fact, change=change, rules=(*fact.rules, "change/printed")) if change else fact


def _period(sheet: Sheet, row: Row, column: _Column, window: str) -> Period:
    """Return the time that the figures of a row cover. Raises PeriodSyntax."""
    if column.periods is not None:
        return period_of(row.text(column.periods), window)
    if column.period != SHEET_NAME:
        return period_of(column.period, window)
    years: Sequence[str] = _YEAR.findall(sheet.name)
    if len(set(years)) != 1:
        raise PeriodSyntax(f"the name {sheet.name!r} has not one year in it")
    return period_of(years[0], window)
