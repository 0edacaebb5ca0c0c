"""Numbers told one after the other: "A và B lần lượt đạt 80% và 65%".

The n-th number belongs to the n-th thing named before "lần lượt".
"""

from __future__ import annotations

import re

from generator.extraction.view import View
from generator.extraction.zones import Zone

_IN_TURN = re.compile(r"(?<!\w)lần lượt(?!\w)")
_PARTS = re.compile(r",? và |, |; ")
_FIRST = 40  # characters between "lần lượt" and its first number
_GAP = 30  # and between its numbers


def in_turn(view: View, zones: list[Zone]) -> dict[int, Zone | None]:
    """Return, for figures of such a row, the zone that holds their subject.

    None stands for a figure whose subject cannot be told for certain.
    """
    out: dict[int, Zone | None] = {}
    for match in _IN_TURN.finditer(view.text):
        row = _row(view, match.end())
        if len(row) < 2:
            continue
        left = zones[row[0]].clause_left
        subjects = _subjects(view.text, left, match.start())[-len(row) :]
        for index, number in enumerate(row):
            out[number] = subjects[index] if len(subjects) == len(row) else None
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


def _subjects(text: str, left: int, right: int) -> list[Zone]:
    """Return the stretches between commas and "và" before "lần lượt"."""
    spans: list[Zone] = []
    start = left
    for match in _PARTS.finditer(text, left, right):
        spans.append(_zone(start, match.start()))
        start = match.end()
    spans.append(_zone(start, right))
    return spans


def _zone(left: int, right: int) -> Zone:
    return Zone(left, right, left, right, left, right)
