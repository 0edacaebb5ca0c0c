"""How far a printed number may be from the computed one before it is worth a word.

A source may round or cut off; "hơn 1.700" may be anything up to 1.800.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from generator.model.fact import Approx, Fact

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


def interval(fact: Fact) -> Interval:
    """Return what the value of a fact may stand for.

    A reservation leaves one unit of the last digit that is not zero ("hơn 1.700":
    1.700 to 1.800); a magnitude word leaves half of it ("13,9 triệu").
    """
    value = fact.value
    step = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)
    if fact.approx is Approx.OVER:
        return Interval(value, value + step)
    if fact.approx is Approx.UNDER:
        return Interval(value - step, value)
    if fact.approx is Approx.ABOUT:
        return Interval(value - step, value + step)
    if any(char.isalpha() for char in fact.printed):
        return Interval(value - step / 2, value + step / 2)
    return Interval(value, value)


def sum_of(facts: tuple[Fact, ...]) -> Interval:
    """Return what the sum of facts may be."""
    total = Interval(Decimal(0), Decimal(0))
    for fact in facts:
        total = total.plus(interval(fact))
    return total
