"""What a table says beside and above its numbers, and what stands beside a key figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.verify.lineage import Record


@dataclass(frozen=True, slots=True)
class Heads:
    """The words of a table without numbers of their own, by row, and of its head by column."""

    beside: dict[int, str] = field(default_factory=dict)
    above: dict[int, str] = field(default_factory=dict)


def without_marks(unit: Record) -> str:
    """Return the text of a unit without its figures."""
    text, at, parts = str(unit["text"]), 0, []
    for start, end, _ in unit.get("marks", ()):
        parts.append(text[at:start])
        at = end
    return " ".join((*parts, text[at:]))


def tables_of(units: Iterable[Record]) -> dict[str, Heads]:
    """Return what each table says beside and above its numbers."""
    found: dict[str, Heads] = {}
    for unit in units:
        if "table" not in unit:
            continue
        heads = found.setdefault(unit["table"], Heads())
        if unit.get("marks"):
            continue
        for row in _covered(unit, "row", "rows"):
            heads.beside[row] = f"{heads.beside.get(row, '')} ; {unit['text']}"
        for column in _covered(unit, "column", "columns") if unit.get("head") else ():
            heads.above[column] = f"{heads.above.get(column, '')} ; {unit['text']}"
    return found


def groups_of(units: Iterable[Record]) -> dict[int, str]:
    """Return the texts beside each key figure."""
    found: dict[int, str] = {}
    for unit in units:
        if "group" in unit:
            found[unit["group"]] = f"{found.get(unit['group'], '')} ; {without_marks(unit)}"
    return found


def _covered(cell: Record, key: str, span: str) -> range:
    """Return the rows or columns that a cell stands in."""
    return range(int(cell[key]), int(cell[key]) + int(cell.get(span, 1)))
