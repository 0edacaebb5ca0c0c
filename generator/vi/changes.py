"""How a change that a source prints beside a figure is printed again: "tăng 10,8 điểm"."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.model.fact import Change, ChangeKind, Direction, Fact
from generator.vi.numbers import parse_digits
from generator.vi.printing import number, small_count, with_magnitude
from generator.vi.text import NBSP

SCORE = "điểm"
_MEASURED = ("%", SCORE)  # without the zero that a count of things below ten takes
_TEN = 10
_UNIT = {
    ChangeKind.TIMES: f"{NBSP}lần",
    ChangeKind.PERCENT: "%",
    ChangeKind.POINTS: f"{NBSP}điểm phần trăm",
    ChangeKind.PLACES: f"{NBSP}bậc",
}
# the words of a change in its sentence: "tăng gấp gần 3 lần", "tăng 5%"
_TOLD = re.compile(
    r"(?<!\w)(?P<word>gấp|tăng|giảm)(?: (?!gấp)[^\W\d]{1,8}){0,2}? (?P<size>\d[\d.,]*)"
    r" ?(?P<unit>lần|%|phần trăm|điểm phần trăm|điểm %|điểm)?(?!\w)"
)
_OF_PERCENT = "điểm phần trăm"
_POINTS = re.compile(r" ?điểm(?! (?:phần|%))(?!\w)")


def change_word(fact: Fact, change: Change) -> str:
    """Return the word before a change: "tăng", "giảm", or "gấp" where the source says so.

    "Gấp 3 lần" is three times the base; "tăng 3 lần" is said of that and of four times it, so
    that the word of the source stays.
    """
    if change.direction is Direction.DOWN:
        return "giảm"
    is_fold = change.kind is ChangeKind.TIMES and _told(fact, change.value, "lần")[:1] == ("gấp",)
    return "gấp" if is_fold else "tăng"


def change_size(fact: Fact, change: Change, unit: str = "") -> str:
    """Return the size of a change with what it counts: "10,8 điểm", "60 hồ sơ", "05 bậc".

    ``unit`` is what a sentence says for that of the figure, "" for the same.

    Points of a score are "điểm", those of a figure in percent "điểm phần trăm". What the source
    calls a percentage of a score or rate stays one: "đạt 96%, tăng 16%" may mean 80 or 82,8 before.
    Where both are known the report tells the difference that it computes itself, or, of a time
    that it does not compare with, the points that the two prove to be meant.
    """
    if change.kind is ChangeKind.ABSOLUTE:
        small = change.value < _TEN and fact.unit not in _MEASURED
        size = small_count(change.value) if small else with_magnitude(change.value)
        return f"{size}{NBSP}{unit or fact.unit}"
    counted = _UNIT[change.kind]
    if change.kind is ChangeKind.PLACES:
        return f"{small_count(change.value)}{counted}"
    if change.kind is ChangeKind.POINTS:
        points = f"{NBSP}{SCORE}" if fact.unit == SCORE else counted
        counted = "%" if says_percent(fact, change) else points
    return f"{number(change.value)}{counted}"


def says_percent(fact: Fact, change: Change) -> bool:
    """Tell whether the sentence of a figure has a change as a percentage, not as points.

    Not where its two figures prove that points are meant.
    """
    return not change.proven and bool(_told(fact, change.value, "%", "phần trăm"))


def is_in_points(fact: Fact, change: Change) -> bool:
    """Tell whether a source has a score in percent, and its change, as points: "86,5 điểm"."""
    own, told = _POINTS.match(fact.after.lower()), _told(fact, change.value, SCORE)
    return own is not None and bool(told) and not _told(fact, change.value, _OF_PERCENT)


def _told(fact: Fact, value: Decimal, *units: str) -> tuple[str, ...]:
    """Return the words that tell of a change in the sentence of a fact, the nearest first."""
    behind, ahead = (
        [
            match["word"]
            for match in _TOLD.finditer(" ".join(text.split()).lower())
            if match["unit"] in units and _is(match["size"], value)
        ]
        for text in (fact.after, fact.before)
    )
    return (*behind, *reversed(ahead))


def _is(size: str, value: Decimal) -> bool:
    """Tell whether a printed number is a value."""
    parsed = parse_digits(size.rstrip(".,"))
    return parsed is not None and parsed[0] == value
