"""Figures in the cells of a table, exact, in the usage of their column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import StrEnum

from generator.sources.grid import UNCOMPUTED, Cell
from generator.vi.numbers import is_measure, parse_digits

_SHAPE = re.compile(r"([-+]?)(\d[\d.,]*)(%?)")
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]")


class Usage(StrEnum):
    """How the texts of a column write numbers."""

    AUTO = "auto"
    VIETNAMESE = "vi"  # 1.234,5
    ENGLISH = "en"  # 1,234.5


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a cell; ``percent`` tells that it was shown with its sign."""

    value: Decimal
    percent: bool = False


def usage_of(cells: Iterable[Cell]) -> Usage:
    """Return the usage of a column: that of the cells which allow only one.

    "32.2533" can only be English, "98,75" only Vietnamese ("1.234" is both, and
    Vietnamese where nothing speaks against it).
    """
    english = vietnamese = False
    for cell in cells:
        match = _SHAPE.fullmatch(_BLANKS.sub("", cell.text))
        if cell.number is not None or match is None:
            continue
        digits = match.group(2)
        as_english, as_vietnamese = _english(digits), _vietnamese(digits)
        english |= as_english is not None and as_vietnamese is None
        vietnamese |= as_vietnamese is not None and as_english is None
    return Usage.ENGLISH if english and not vietnamese else Usage.VIETNAMESE


def why_none(text: str) -> str:
    """Return why what a cell shows is no number, and how to mend it."""
    if text == UNCOMPUTED:
        return (
            "a formula saved without its value: open the file in a spreadsheet program and save it"
        )
    return f"{text!r} is no number"


def figure(cell: Cell, usage: Usage) -> Figure | None:
    """Return the number of a cell, None where it shows none."""
    if cell.number is not None:
        return Figure(cell.number, cell.percent) if is_measure(cell.number) else None
    match = _SHAPE.fullmatch(_BLANKS.sub("", cell.text))
    if match is None:
        return None
    sign, digits, percent = match.groups()
    value = _english(digits) if usage is Usage.ENGLISH else _vietnamese(digits)
    if value is None or not is_measure(value):
        return None
    return Figure(-value if sign == "-" else value, bool(percent))


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Return a number with just so many decimals, halves away from zero: 70 is 70.00."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _english(digits: str) -> Decimal | None:
    """Read 1,234.5, None where the marks stand wrongly."""
    whole, _, decimals = digits.partition(".")
    groups = whole.split(",")
    if len(groups) > 1 and not _thousands(groups):
        return None
    if not decimals.isdigit() and (decimals or "." in digits):
        return None
    return _decimal("".join(groups) + (f".{decimals}" if decimals else ""))


def _vietnamese(digits: str) -> Decimal | None:
    """Read 1.234,5, None where the marks stand wrongly."""
    whole, _, decimals = digits.partition(",")
    groups = whole.split(".")
    if len(groups) > 1 and not _thousands(groups):
        return None
    parsed = parse_digits(digits)
    return parsed[0] if parsed and (not decimals or decimals.isdigit()) else None


def _thousands(groups: list[str]) -> bool:
    """Tell whether the parts of a number are groups of three digits."""
    head, *tail = groups
    return 1 <= len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in tail)


def _decimal(text: str) -> Decimal | None:
    """Return a number, None for no number."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
