"""Changes in a row of a table: each is between figures of its own row.

A column "Tăng, giảm" stands beside those of the two times. Its numbers are recomputed from
facts as any others; here these are held to be of the row in which they stand, and their base
to be of the year that the head names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.verify.lineage import Lineage, Record
from generator.verify.naming import NAME, tables_of
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

_LEAST = 2  # figures between which there is a change
_MINUS = "−"
# "Tăng, giảm so với năm 2015", "So với cùng kỳ năm 2024"
_AGAINST = re.compile(r"\bso với\b[^\d]{0,40}(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Change:
    """A cell with what two facts differ by, and the facts of the other cells of its row."""

    cell: Record
    own: frozenset[str]
    row: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Tell whether the row has all that it is computed from."""
        return self.own <= self.row


def change_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each change that is computed from the figures of another row.

    A difference to an average or a goal rests on facts that are not in its row; in a column
    where most rest on their rows alone, all do.
    """
    for rows in tables_of(lineage.printed).values():
        yield from _against(rows, lineage)
        columns: dict[int, list[_Change]] = {}
        for one in _changes(rows, lineage):
            columns.setdefault(int(one.cell["column"]), []).append(one)
        for found in columns.values():
            whole = 2 * sum(one.is_whole for one in found) > len(found)
            for one in found:
                if not one.own & one.row or (whole and not one.is_whole):
                    message = f"“{one.cell['text']}” is no change between the figures of its row"
                    yield Objection(NAME, message, place_of(one.cell))


def _against(rows: Mapping[int, Sequence[Record]], lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each change below the year of another base."""
    bases = {
        int(cell["column"]): found["year"]
        for cells in rows.values()
        for cell in cells
        if cell.get("head") and (found := _AGAINST.search(str(cell["text"])))
    }
    for cell in (one for cells in rows.values() for one in cells if not one.get("head")):
        year = bases.get(int(cell["column"]))
        for figure in _figures(cell, lineage) if year else ():
            ends = sorted(str(fact["end"])[:4] for fact in lineage.inputs(figure))
            if _is_change(figure) and ends and ends[0] != ends[-1] and year not in ends[:-1]:
                message = f"“{cell['text']}” is against {ends[0]}, its head says {year}"
                yield Objection(NAME, message, place_of(cell))


def _changes(rows: Mapping[int, Sequence[Record]], lineage: Lineage) -> Iterator[_Change]:
    """Yield the changes in rows that have the figures of two times beside them."""
    for cells in rows.values():
        known = [(cell, _figures(cell, lineage)) for cell in cells]
        plain = [one for _, found in known for one in found if not _is_change(one)]
        if len(plain) < _LEAST:
            continue
        row = _facts(plain)
        for cell, found in known:
            if found and all(map(_is_change, found)):
                yield _Change(cell, _facts(found), row)


def _figures(cell: Record, lineage: Lineage) -> list[Record]:
    """Return the figures of a cell."""
    names = (name for *_, name in cell.get("marks", ()))
    return [lineage.figures[name] for name in names if name in lineage.figures]


def _is_change(figure: Record) -> bool:
    """Tell whether a figure is what others differ by."""
    return _MINUS in str(figure.get("formula") or "").partition("=")[0].partition("≈")[0]


def _facts(figures: Iterable[Record]) -> frozenset[str]:
    """Return the facts that figures rest on."""
    return frozenset(str(name) for one in figures for name in one.get("inputs", ()))
