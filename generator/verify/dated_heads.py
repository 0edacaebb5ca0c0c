"""Figures of several times side by side in a row: the head of each column says which time.

A head that names another time is found by its words; one that names none leaves open which of
them a figure is, where the row alone cannot tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.verify.lineage import Lineage, Record
from generator.verify.naming import tables_of
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

_DATED = "bảng: thời gian ở đầu cột"
_MINUS = "−"
_YEAR = 4  # digits of an ISO date that are its year
_TWO = 2  # times between which there is one change only


@dataclass(frozen=True, slots=True)
class _Told:
    """A cell with one measure of one place, its times in order, or those that it lies between."""

    cell: Record
    measure: tuple[str, str]
    place: str
    times: tuple[str, ...]

    @property
    def year(self) -> str:
        """Return the year that a head has to name: of a change that of its base."""
        return self.times[0][:_YEAR]


def dated_head_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each head over figures of one of several times that names none."""
    for rows in tables_of(lineage.printed).values():
        above = _above(rows)
        wrong: dict[int, _Told] = {}
        for cells in rows.values():
            for one in _times_apart(cells, lineage):
                column = int(one.cell["column"])
                if one.year not in f"{above.get(column, '')} {one.cell['text']}":
                    wrong.setdefault(column, one)
        for column, one in wrong.items():
            head = " ".join(above.get(column, "").split())
            message = f"the head “{head}” does not say that its figures are of {one.year}"
            yield Objection(_DATED, message, place_of(one.cell))


def _above(rows: Mapping[int, Sequence[Record]]) -> dict[int, str]:
    """Return the heads over each column."""
    found: dict[int, str] = {}
    for cell in (one for cells in rows.values() for one in cells if one.get("head")):
        first = int(cell["column"])
        for column in range(first, first + int(cell.get("columns", 1))):
            found[column] = f"{found.get(column, '')} {cell['text']}"
    return found


def _times_apart(cells: Sequence[Record], lineage: Lineage) -> Iterator[_Told]:
    """Yield the cells of a row that tell one measure of one place at one of several times.

    What stood in a place before it was merged is the sum of several; a change needs no base
    beside the only other time of its row.
    """
    known = [told for cell in cells if (told := _told(cell, lineage)) is not None]
    for measure in dict.fromkeys(one.measure for one in known):
        own = [one for one in known if one.measure == measure]
        if len({one.place for one in own if one.place}) > 1:
            continue
        times = {time for one in own for time in one.times}
        if len(times) > 1:
            yield from (one for one in own if len(one.times) == 1 or len(times) > _TWO)


def _told(cell: Record, lineage: Lineage) -> _Told | None:
    """Return what the figures of a cell tell, None for several measures or none."""
    names = [name for *_, name in cell.get("marks", ())]
    figures = [lineage.figures[name] for name in names if name in lineage.figures]
    facts = [fact for one in figures for fact in lineage.inputs(one)]
    measures = {(str(fact["indicator"]), str(fact["level"])) for fact in facts}
    times = tuple(sorted({str(fact["end"]) for fact in facts}))
    if cell.get("head") or len(measures) != 1 or len(times) > _TWO:
        return None
    formulas = [str(one.get("formula") or "") for one in figures]
    allowed = (_MINUS,) if len(times) == _TWO else ("+", "")
    if not all(any(sign in one if sign else not one for sign in allowed) for one in formulas):
        return None  # a place in an order, an average
    places = {str(fact["place"]) for fact in facts}
    return _Told(cell, measures.pop(), places.pop() if len(places) == 1 else "", times)
