"""Tables: each value stands under the head that the report put above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.verify.comparing import TEXT
from generator.verify.lineage import Record
from generator.verify.objection import Objection
from generator.verify.reading.text import FileText, Slot


def table_objections(text: FileText, units: Sequence[Record]) -> Iterator[Objection]:
    """Yield an objection for each table whose cells take other columns or rows.

    A PDF has no cells (its ``tables`` is None): where its texts stand is measured elsewhere.
    """
    if text.tables is None:
        return
    wanted = list(_tables(units))
    if len(wanted) != len(text.tables):
        message = f"{len(text.tables)} tables with heads stand in the file, not {len(wanted)}"
        yield Objection(TEXT, message, "bảng")
    for (name, cells), found in zip(wanted, text.tables, strict=False):
        if cells != found:
            yield Objection(TEXT, _difference(cells, found), f"bảng {name}")


def _tables(units: Sequence[Record]) -> Iterator[tuple[str, tuple[Slot, ...]]]:
    """Yield the tables with heads by name, with the places of their cells with text."""
    cells = [unit for unit in units if unit["kind"] == "cell"]
    for name, group in groupby(cells, lambda unit: str(unit["table"])):
        own = list(group)
        if any(unit.get("head") for unit in own):
            yield name, tuple(_slot(unit) for unit in own if str(unit["text"]).strip())


def _slot(unit: Record) -> Slot:
    """Return the place of a cell; a span of one is not written."""
    return Slot(unit["row"], unit["column"], unit.get("columns", 1), unit.get("rows", 1))


def _difference(wanted: Sequence[Slot], found: Sequence[Slot]) -> str:
    """Return in words where the cells of a table first stand otherwise."""
    pairs = zip(wanted, found, strict=False)
    first = next(((one, other) for one, other in pairs if one != other), None)
    if first is None:
        return f"{len(found)} cells have a text, not {len(wanted)}"
    return f"a cell takes {_words(first[1])}, not {_words(first[0])}"


def _words(slot: Slot) -> str:
    """Return a place in words; rows and columns count from 1."""
    if slot.rows < 1:
        return f"no row: it is hidden below another in column {slot.column + 1}"
    size = f"{slot.rows} × {slot.columns}"
    return f"row {slot.row + 1}, column {slot.column + 1} ({size})"
