"""Numbers told one after the other: "A và B lần lượt đạt 80% và 65%".

The n-th number belongs to the n-th thing named before "lần lượt": an indicator, a
place, a level, an index or a year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.extraction.quantities import QuantityKind
from generator.extraction.view import View
from generator.extraction.zones import Zone

_IN_TURN = re.compile(r"(?<!\w)lần lượt(?!\w)")
_PARTS = re.compile(r",? và |, |; ")
_YEARS = re.compile(r"(?:19|20)\d{2}(?:(?:,? và|,)(?: năm)? (?:19|20)\d{2})+")
_YEAR = re.compile(r"\d{4}")
_FIRST = 40  # characters between "lần lượt" and its first number
_GAP = 30  # and between its numbers
_BACK = 80  # and between a list of years and "lần lượt"


@dataclass(frozen=True, slots=True)
class Row:
    """One number of a row: the words of its subject, and its year where these are years.

    ``whole`` is what all subjects stand in, ``first`` tells the first of the row.
    """

    subject: Zone
    whole: Zone
    first: bool
    year: int | None = None


def in_turn(view: View, zones: list[Zone]) -> dict[int, Row | None]:
    """Return, for figures of such a row, the subject of each.

    None stands for a figure whose subject cannot be told for certain. Numbers that
    leave their mark to the last one ("80 và 65%") get its kind.
    """
    out: dict[int, Row | None] = {}
    for match in _IN_TURN.finditer(view.text):
        row = _row(view, match.end())
        if len(row) < 2:
            continue
        _same_kind(view, row)
        left = zones[row[0]].clause_left
        subjects = _by_year(view.text, left, match.start(), len(row))
        subjects = subjects or _by_part(view.text, left, match.start(), len(row))
        for index, number in enumerate(row):
            out[number] = subjects[index] if subjects else None
    return out


def _row(view: View, position: int) -> list[int]:
    """Return the indexes of the figures that follow "lần lượt" closely."""
    row: list[int] = []
    reach = _FIRST
    for index, figure in enumerate(view.figures):
        if figure.start < position:
            continue
        if figure.start - position > reach or ";" in view.text[position : figure.start]:
            break
        row.append(index)
        position, reach = figure.end, _GAP
    return row


def _same_kind(view: View, row: list[int]) -> None:
    """Give bare numbers of a row the kind of those that bear a mark."""
    kinds = {view.figures[index].quantity.kind for index in row} - {QuantityKind.COUNT}
    if len(kinds) != 1:
        return
    for index in row:
        figure = view.figures[index]
        quantity = replace(figure.quantity, kind=next(iter(kinds)), ambiguous=False)
        view.figures[index] = replace(figure, quantity=quantity)


def _by_year(text: str, left: int, right: int, count: int) -> list[Row]:
    """Return the rows of "các năm 2021, 2022, 2023 … lần lượt", [] if there is no such list."""
    found = list(_YEARS.finditer(text, max(left, right - _BACK), right))
    years = [int(year.group()) for year in _YEAR.finditer(found[-1].group())] if found else []
    if len(years) != count or any(late <= early for early, late in pairwise(years)):
        return []
    whole = _zone(left, right)
    return [Row(whole, whole, index == 0, year) for index, year in enumerate(years)]


def _by_part(text: str, left: int, right: int, count: int) -> list[Row]:
    """Return the rows whose subjects stand between commas and "và" before "lần lượt"."""
    spans: list[Zone] = []
    start = left
    for match in _PARTS.finditer(text, left, right):
        spans.append(_zone(start, match.start()))
        start = match.end()
    spans.append(_zone(start, right))
    spans = spans[-count:]
    if len(spans) != count:
        return []
    whole = _zone(spans[0].far_left, right)
    return [Row(span, whole, index == 0) for index, span in enumerate(spans)]


def _zone(left: int, right: int) -> Zone:
    return Zone(left, right, left, right, left, right)
