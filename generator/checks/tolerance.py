"""How far a printed number may be from the computed one before it is worth a word.

A source may round or cut off: "5%" stands for 4,5 up to what is just below 6. "Hơn 1.700"
may be anything up to 1.800.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from generator.model.fact import Approx, Fact
from generator.vi.numbers import parse_digits

_DIGITS = re.compile(r"\d+(?:[.,]+\d+)*")
HUNDRED = Decimal(100)
MATERIAL = Decimal("0.01")
"""Percentage points below which a share that was cut off is not told.

Two decimals are the finest that reports print. Sources also shift the last digit by less
than this so that printed shares add to 100; only where they do, it is allowed.
"""


class Fit(StrEnum):
    """How a printed percentage goes with the computed one."""

    ROUNDED = "rounded"
    TRUNCATED = "truncated"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Interval:
    """All values that a printed number may stand for, both ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Tell whether one value can be meant by both."""
        return self.low <= other.high and other.low <= self.high

    def plus(self, other: Interval) -> Interval:
        """Add two intervals."""
        return Interval(self.low + other.low, self.high + other.high)


def last_digit(printed: Decimal) -> Decimal:
    """Return the worth of the last printed digit: 1 for "37", 0.1 for "48,6"."""
    exponent = int(printed.as_tuple().exponent)
    return Decimal(1).scaleb(min(exponent, 0))


def step_of(value: Decimal, printed: str) -> Decimal:
    """Return the worth of the last digit as it is printed: 10.000 for "1,25 triệu".

    Where the words do not tell it, it is that of the last digit that is not zero.
    """
    numbers = _DIGITS.findall(printed)
    parsed = parse_digits(numbers[0]) if len(numbers) == 1 else None
    if parsed is not None and parsed[0]:
        magnitude = (value / parsed[0]).normalize()
        if magnitude >= 1 and magnitude.as_tuple().digits == (1,):
            return last_digit(parsed[0]) * Decimal(1).scaleb(magnitude.adjusted())
    return _last_told(value)


def _last_told(value: Decimal) -> Decimal:
    """Return the worth of the last digit that is not zero: 100 for 1.700."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)


def printed_digit(fact: Fact) -> Decimal:
    """Return the worth of the last digit of a value as it is printed: 0.1 for "99,0%"."""
    found = _DIGITS.match(fact.printed)
    parsed = parse_digits(found[0]) if found else None
    is_told = parsed is not None and parsed[0] == fact.value
    return last_digit(parsed[0] if parsed and is_told else fact.value)


def alike(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    """Tell whether two numbers are one, printed with fewer digits and with more.

    Each comes with the worth of its last digit. 95,9 and 95,8 are 95,89 rounded and cut off.
    """
    (exact, finest), (printed, step) = sorted((one, other), key=lambda number: number[1])
    if exact == printed:
        return True
    return finest < step and -step / 2 <= exact - printed < step


def agree(one: Fact, other: Fact) -> bool:
    """Tell whether two facts can mean one value: exact, with a reservation or with fewer digits."""
    numbers = [(fact.value, printed_digit(fact)) for fact in (one, other)]
    if one.approx is None and other.approx is None and alike(*numbers):
        return True
    return interval(one).meets(interval(other))


def percentage(part: Decimal, whole: Decimal) -> Decimal:
    """Return a part in percent of a whole that is not zero."""
    return part * HUNDRED / whole


def fit(exact: Decimal, printed: Decimal) -> Fit:
    """Tell how a printed percentage goes with the exact one.

    What is cut off behind the hundredths counts as rounded; a printed 95,40 for 95,392 is
    neither.
    """
    step = last_digit(printed)
    distance = abs(printed - exact)
    if distance * 2 <= step:
        return Fit.ROUNDED
    if exact.quantize(step, ROUND_DOWN) != printed:
        return Fit.NEITHER
    return Fit.ROUNDED if distance < MATERIAL else Fit.TRUNCATED


def share_fits(
    part: Decimal, whole: Decimal, printed: Decimal, *, is_shifted: bool = False
) -> bool:
    """Tell whether a share printed with a part can be of this whole.

    ``is_shifted`` says that it is one of shares that add to 100.
    """
    if whole <= 0:
        return False
    exact = percentage(part, whole)
    near = is_shifted and abs(printed - exact) < MATERIAL
    return near or fit(exact, printed) is not Fit.NEITHER


def fills_hundred_percent(shares: Sequence[Decimal]) -> bool:
    """Tell whether printed shares can be those of all parts of a whole.

    What is rounded is at most half of its last digit away. What is cut off falls short by less
    than one: 95% and 4% may be all, 95% and 3% leave 1% or more to something else. Of digits
    behind the hundredths as much as of the hundredths is allowed.
    """
    allowance = sum((max(last_digit(share), MATERIAL) for share in shares), Decimal(0))
    over = sum(shares) - HUNDRED
    return over <= allowance / 2 and -over < allowance


def interval(fact: Fact) -> Interval:
    """Return what the value of a fact may stand for.

    A reservation leaves one unit of the last digit that is not zero ("hơn 1.700":
    1.700 to 1.800); before a magnitude word the digits are rounded or cut off ("13,9 triệu"
    is 13.850.000 to 13.999.999).
    """
    value = fact.value
    step = _last_told(value)
    if fact.approx is Approx.OVER:
        return Interval(value, value + step)
    if fact.approx is Approx.UNDER:
        return Interval(value - step, value)
    if fact.approx is Approx.ABOUT:
        return Interval(value - step, value + step)
    if any(char.isalpha() for char in fact.printed):
        digit = step_of(value, fact.printed)
        return Interval(value - digit / 2, value + max(digit - 1, Decimal(0)))
    return Interval(value, value)


def printed_interval(fact: Fact) -> Interval:
    """Return what a measured figure may stand for before it was rounded or cut off."""
    if fact.approx is not None:
        return interval(fact)
    step = printed_digit(fact)
    return Interval(fact.value - step / 2, fact.value + step)


def sum_of(facts: tuple[Fact, ...]) -> Interval:
    """Return what the sum of facts may be."""
    total = Interval(Decimal(0), Decimal(0))
    for fact in facts:
        total = total.plus(interval(fact))
    return total
