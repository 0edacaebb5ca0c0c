"""A column of changes beside those of two times: "So với cùng kỳ: +5,2%".

The change belongs to the later of the two figures of its row. Which way it goes must be said by
its sign or by its head, and that it is a percentage by a mark: "108,7" below "So sánh" may be
what the one is of the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.extraction.tables.words import Sort, Words
from generator.extraction.words.changes import CHANGES
from generator.extraction.words.tables import TABLES
from generator.model.fact import Change, ChangeKind, Direction, Fact
from generator.model.period import Period
from generator.vi.numbers import parse_digits

_CELL = re.compile(r"(?P<sign>[+−–-]?) ?(?P<number>\d[\d.,]*) ?(?P<unit>%|[^\W\d][^\d%]{0,20})?")
_DOWN = re.compile(rf"(?<!\w){TABLES.lower}(?!\w)")
_UP = re.compile(rf"(?<!\w){TABLES.higher}(?!\w)")
_SAME = re.compile(rf"(?<!\w){CHANGES.same}(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PERCENT = ("%", "phần trăm")
_TWO = 2  # times between which a change lies
_RULE = "change/printed"


def is_change(label: Words, head: Words) -> bool:
    """Tell whether a cell is of a column of changes, in a row that is none of changes."""
    return Sort.CHANGE in head.sorts and Sort.CHANGE not in label.sorts


def with_change(facts: Sequence[Fact], cell: str, title: str, head: Words) -> Fact | None:
    """Return the later of the two figures of a row with the change that a cell prints.

    ``title`` is the head of its column in small letters, ``head`` what it says. None where
    the row has not just two times of one measure, or where the change is in doubt.
    """
    measures = {fact.key[:3] for fact in facts}
    if len(measures) != 1 or len(facts) != _TWO:
        return None
    base, fact = sorted(facts, key=lambda one: one.period.end)
    if fact.change is not None or not _is_alike(base.period, fact.period):
        return None
    if fact.unit == "%" or fact.approx is not None:
        return None  # "%" of a rate may be points or a part of it
    years = {int(year) for year in _YEAR.findall(title)}
    if years - {base.period.end.year, fact.period.end.year}:
        return None
    read = _CELL.fullmatch(cell.strip())
    parsed = parse_digits(read["number"]) if read else None
    if read is None or parsed is None or parsed[1]:
        return None
    kind, direction = _kind(read["unit"] or head.unit, fact), _direction(read["sign"], title)
    if kind is None or direction is None:
        return None
    same = _SAME.search(title) is not None
    change = Change(kind, abs(parsed[0]), direction, str(base.period.end.year), same)
    return replace(fact, change=_exact(change), rules=(*fact.rules, _RULE))


def _exact(change: Change) -> Change | None:
    """Return a change that is one; nothing changed by nothing."""
    return change if change.value > Decimal(0) else None


def _is_alike(base: Period, later: Period) -> bool:
    """Tell whether two times are the same days of a year and of the year before."""
    if base.start is None or later.start is None:
        return False
    one, other = base.start, later.start
    same = (one.month, one.day, base.end.month) == (other.month, other.day, later.end.month)
    return same and base.end.year + 1 == later.end.year


def _kind(unit: str, fact: Fact) -> ChangeKind | None:
    """Return what a change counts by its unit, None where nothing tells it."""
    if unit in _PERCENT:
        return ChangeKind.PERCENT
    return ChangeKind.ABSOLUTE if unit and unit.strip().casefold() == fact.unit else None


def _direction(sign: str, title: str) -> Direction | None:
    """Return which way a figure went, by the sign or by a head that names one way only."""
    if sign:
        return Direction.UP if sign == "+" else Direction.DOWN
    up, down = _UP.search(title), _DOWN.search(title)
    if (up is None) == (down is None):
        return None
    return Direction.UP if up else Direction.DOWN
