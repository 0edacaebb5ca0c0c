"""What a printed change may stand for: its digits rounded or cut off, and the word before them.

"Tăng 5%" is 4,5 up to what is just below 6, "tăng gần 3 lần" is less than 3 times as well,
"gấp 3 lần" only three times the base.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.tolerance import step_of
from generator.extraction.reading import folded
from generator.extraction.words.quantities import QUANTITIES
from generator.model.fact import Approx, Change, ChangeKind, Fact
from generator.vi.changes import change_word
from generator.vi.numbers import Number, find_numbers

_REACH = 48  # characters before the number of a change in which its word stands
_LEAD = re.compile(
    rf"(?<!\w)(?:{QUANTITIES.changes}|{QUANTITIES.differences}|{QUANTITIES.times}"
    rf"|{QUANTITIES.moved}|{QUANTITIES.added})(?P<more>(?: [^\W\d]{{1,8}}){{0,4}}) $"
)
_RESERVED = (
    (Approx.OVER, re.compile(rf" {QUANTITIES.over}(?!\w)")),
    (Approx.UNDER, re.compile(rf" {QUANTITIES.under}(?!\w)")),
    (Approx.ABOUT, re.compile(rf" {QUANTITIES.about}(?!\w)")),
)
# "cao hơn 5 điểm" compares, "tăng cao hơn" does not reserve
_COMPARES = re.compile(rf"(?<!\w){QUANTITIES.differences} {QUANTITIES.over} $")
_FOLD = re.compile(rf"(?<!\w){QUANTITIES.times} (?!\d)")


@dataclass(frozen=True, slots=True)
class Size:
    """All sizes that a printed one may stand for: ``low`` is one of them, ``high`` is not."""

    low: Decimal
    high: Decimal

    def meets(self, least: Decimal, most: Decimal) -> bool:
        """Tell whether one of the sizes computed from the figures is meant."""
        return self.low <= most and least < self.high


def size_of(fact: Fact, change: Change) -> Size:
    """Return what the size of a change that is printed with a fact may stand for."""
    value = change.value
    found = next(_told(fact, value), None)
    text, number = found or ("", None)
    step = step_of(value, text[number.start : number.end] if number else format(value, "f"))
    low, high = value - step / 2, value + step
    approx = _reservation(text[: number.start]) if number else None
    unit = _round_unit(value)
    if approx in (Approx.OVER, Approx.ABOUT):
        high = max(high, value + unit)
    if approx in (Approx.UNDER, Approx.ABOUT):
        low = min(low, value - unit)
    return Size(low, high)


def _round_unit(value: Decimal) -> Decimal:
    """Return how far a reservation reaches: 10 for 30, 5 for 25, which is a round number, too."""
    unit = step_of(value, "")
    return unit * 5 if value and value.normalize().as_tuple().digits[-1] == 5 else unit


def is_fold(fact: Fact, change: Change) -> bool:
    """Tell whether a change is a multiple of its base for sure: "gấp 3 lần", "gấp đôi"."""
    if change.kind is not ChangeKind.TIMES:
        return False
    if change_word(fact, change) == "gấp":
        return True
    return not any(_told(fact, change.value)) and _FOLD.search(folded(fact.after)) is not None


def _told(fact: Fact, value: Decimal) -> Iterator[tuple[str, Number]]:
    """Yield the numbers of a size behind a word of change, the nearest behind the fact first."""
    for text, backwards in ((folded(fact.after), False), (folded(fact.before), True)):
        numbers = [one for one in find_numbers(text) if one.value == value]
        for one in reversed(numbers) if backwards else numbers:
            if _LEAD.search(text, max(0, one.start - _REACH), one.start):
                yield text, one


def _reservation(before: str) -> Approx | None:
    """Return the reservation of the last words before a size."""
    lead = _LEAD.search(before, max(0, len(before) - _REACH))
    if lead is None or _COMPARES.search(before):
        return None
    return next((kind for kind, word in _RESERVED if word.search(lead["more"])), None)
