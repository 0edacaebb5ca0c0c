"""Changes in a column of a mapped table: "+5,2", "-3,1%", "Giảm 40" beside the figure of a row.

The mapping says what they are measured against and what they count; which way a figure went is
told by a word or a sign in the cell, by the column where all go one way.
"""

from __future__ import annotations

import re
from decimal import Decimal

from generator.config.earlier import period_before, year_before
from generator.config.periods import format_period
from generator.config.values import Comparison
from generator.extraction.reading import folded
from generator.extraction.tables.mapping import ChangeColumn, Way, period_of
from generator.extraction.tables.numbers import Usage, figure, rounded
from generator.extraction.words.tables import TABLES
from generator.model.fact import Change, ChangeKind, Direction
from generator.model.period import Period, PeriodKind
from generator.sources.grid import Cell
from generator.vi.printing import period_name, short_date
from generator.vi.windows import named_of

_CELL = re.compile(r"(?P<word>[^\d+−–-]*?) ?(?P<number>[+−–-]? ?\d[\d.,]*) ?(?P<mark>%?)")
_DOWN = re.compile(rf"(?<!\w){TABLES.lower}(?!\w)")
_UP = re.compile(rf"(?<!\w){TABLES.higher}(?!\w)")
_NONE = frozenset(("", "-", "–", "—", "x"))  # what stands in a cell without a change
_SIGNS = {"+": Direction.UP, "-": Direction.DOWN}
_MINUS = str.maketrans("−–", "--")
_OF_HUNDRED = (ChangeKind.PERCENT, ChangeKind.POINTS)
_STORED = 2  # decimals of a stored number that the column does not limit


class NoChange(ValueError):
    """A cell tells no change that can be relied on; the text says why."""


def change_in(cell: Cell, column: ChangeColumn, usage: Usage, period: Period) -> Change | None:
    """Return the change that a cell prints of a figure of a time, None for none.

    Raises NoChange.
    """
    if cell.text.strip() in _NONE and cell.number is None:
        return None
    value, direction = _read(cell, column, usage)
    if value == 0:
        return None  # nothing changed by nothing
    base, same = _base(column.base, period)
    return Change(column.kind, value, direction, base, same)


def _read(cell: Cell, column: ChangeColumn, usage: Usage) -> tuple[Decimal, Direction]:
    """Return the size of a change and its direction. Raises NoChange."""
    found = _CELL.fullmatch(folded(cell.text.strip()))
    if found is None and cell.number is None:
        raise NoChange(f"{cell.text!r} is no change")
    plain = Cell(_plain(found), cell.number, cell.percent) if found else cell
    number = figure(plain, usage)
    if number is None:
        raise NoChange(f"{cell.text!r} is no change")
    if number.percent and column.kind not in _OF_HUNDRED:
        raise NoChange(f"{cell.text!r} is a percentage, the mapping says {column.kind.value!r}")
    value = number.value * (1 if number.percent else column.scale)
    limit = column.decimals
    if limit is None and cell.number is not None and -int(value.as_tuple().exponent) > _STORED:
        limit = _STORED
    value = value if limit is None else rounded(value, limit)
    return abs(value), _direction(found, value, column.direction)


def _plain(found: re.Match[str]) -> str:
    """Return the number of a cell with its sign and mark, without its words."""
    return f"{found['number'].translate(_MINUS)}{found['mark']}"


def _direction(found: re.Match[str] | None, value: Decimal, way: Way) -> Direction:
    """Return which way a figure went. Raises NoChange where two marks say otherwise."""
    word = found["word"] if found else ""
    sign = _plain(found)[:1] if found else ""
    told = {
        direction
        for direction, is_told in (
            (Direction.UP, _UP.search(word) or sign == "+"),
            (Direction.DOWN, _DOWN.search(word) or value < 0),
        )
        if is_told
    }
    if word and not (_UP.search(word) or _DOWN.search(word)):
        raise NoChange(f"{word!r} says no direction")
    if way is not Way.SIGN:
        told.add(Direction(way.value))
    if len(told) > 1:
        raise NoChange("its words and signs go two ways")
    return told.pop() if told else Direction.UP


def _base(name: str, period: Period) -> tuple[str, bool]:
    """Return what a change is measured against, and whether it is the same time of a year before.

    Raises NoChange where the time has no such base.
    """
    if name == Comparison.SAME_PERIOD_LAST_YEAR:
        before, same = year_before(period), period.kind is not PeriodKind.YEAR
        if before is None:
            raise NoChange(f"{format_period(period)} has no same period of the year before")
        year = (named_of(before) or before).end.year
        return f"cùng kỳ năm {year}" if same else str(year), same
    before = period_before(period) if name == Comparison.PREVIOUS_PERIOD else period_of(name)
    if before is None:
        raise NoChange(f"{format_period(period)} has no period before it")
    if not before < period:
        raise NoChange(f"the base {name} is not before {format_period(period)}")
    return _named(before), False


def _named(period: Period) -> str:
    """Name a base as a source does: "2023", "quý I năm 2024", "ngày 31/12/2023"."""
    if period.is_stock:
        return f"ngày {short_date(period.end)}"
    named = named_of(period) or period
    if named.kind is PeriodKind.YEAR:
        return str(named.end.year)
    return " ".join(period_name(named).split())
