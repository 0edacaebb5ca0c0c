"""What the readers of tables share: their results, and a fact from a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue import Catalogue, Kind
from generator.model.fact import Fact, Source
from generator.model.finding import Diagnostic, Finding, Severity
from generator.model.period import Period
from generator.sources.grid import CELL_BREAK, Cell, Row, SourceTable

_LONG_QUOTE = 400  # characters of a row from which on only the cell is quoted
_COUNTED = (Kind.COUNT, Kind.RANK)


@dataclass(frozen=True, slots=True)
class TableExtraction:
    """The facts of a table, contradictions inside it, and remarks on its reading."""

    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def united(parts: Sequence[TableExtraction]) -> TableExtraction:
    """Return several results as one, in their order."""
    return TableExtraction(
        tuple(fact for part in parts for fact in part.facts),
        tuple(finding for part in parts for finding in part.findings),
        tuple(remark for part in parts for remark in part.diagnostics),
    )


def remark(
    table: SourceTable, row: Row | None, message: str, severity: Severity = Severity.WARNING
) -> Diagnostic:
    """Return a remark on a row, or on the table."""
    where = table.info.path or table.info.id
    place = f"{where}: {table.locate(row.start)}" if row is not None else where
    return Diagnostic(severity, message, place)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a cell says: the fact without its place in the source."""

    indicator: str
    place: str
    level: str | None
    period: Period
    value: Decimal
    rules: tuple[str, ...]
    total: Decimal | None = None


def wrong_value(measured: Measured, catalogue: Catalogue) -> str:
    """Return what is wrong with a value for its indicator, "" for nothing."""
    kind = catalogue.indicators[measured.indicator].kind
    value = measured.value
    if value < 0:
        return f"{measured.indicator} cannot be negative ({value})"
    if kind in _COUNTED and value != value.to_integral_value():
        return f"{measured.indicator} must be a whole number ({value})"
    return ""


def fact_at(
    measured: Measured,
    table: SourceTable,
    row: Row,
    columns: Sequence[int],
    unit: str,
    *,
    named: int | None = None,
    beside: Sequence[int] = (),
) -> Fact:
    """Return the fact of one cell, or of the cells that add up to it.

    The quote is the line of the row; of a very long line it is the cells with
    their headings, from the name of the place (column ``named``) on where that is
    near, with what belongs to them (columns ``beside``).
    """
    cells = sorted((row.cells[column] for column in columns), key=_start)
    around = sorted((*cells, *(row.cells[column] for column in beside)), key=_start)
    first = cells[0]
    start, end = _quoted(table.text, row, around[0], around[-1])
    if named is not None and named in row.cells:
        place = row.cells[named].start
        start = place if end - _LONG_QUOTE <= place < start else start
    return Fact(
        indicator=measured.indicator,
        place=measured.place,
        level=measured.level,
        period=measured.period,
        value=measured.value,
        unit=unit,
        source=Source(table.info.id, start, end, table.text[start:end]),
        total=measured.total,
        printed=" + ".join(cell.text for cell in cells),
        number_start=first.start,
        rules=measured.rules,
    )


def _quoted(text: str, row: Row, first: Cell, last: Cell) -> tuple[int, int]:
    """Return the row, or from the heading of the first cell to the end of the last."""
    if row.end - row.start <= _LONG_QUOTE:
        return row.start, row.end
    before = text.rfind(CELL_BREAK, row.start, first.start)
    start = row.start if before < 0 else before + len(CELL_BREAK)
    return start, last.start + len(last.text)


def _start(cell: Cell) -> int:
    """Return where a cell stands."""
    return cell.start
