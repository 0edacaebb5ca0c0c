"""Computations written out in Vietnamese number format: "33 + 3 = 36"."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.vi.printing import number, rounded

MINUS = "\N{MINUS SIGN}"
TIMES = "\N{MULTIPLICATION SIGN}"
EQUAL = "="
ABOUT = "\N{ALMOST EQUAL TO}"
UNEQUAL = "\N{NOT EQUAL TO}"


def signed(value: Decimal, decimals: int | None = None) -> str:
    """Print a number, a negative one with a true minus sign."""
    text = number(abs(value), decimals)
    return f"{MINUS}{text}" if value < 0 and text.strip("0,") else text


def result(value: Decimal, decimals: int | None = None, sign: str = "") -> str:
    """Print "= 36" or, where digits are lost, "≈ 95,89%"."""
    exact = decimals is None or rounded(value, decimals) == value
    return f"{EQUAL if exact else ABOUT} {signed(value, decimals)}{sign}"


def joined_sum(values: Iterable[Decimal]) -> str:
    """Print "1.464 + 314 + 167"."""
    return " + ".join(number(value) for value in values)


def quotient(part: Decimal | str, whole: Decimal | str) -> str:
    """Print the percentage of a part: "37 / 76 × 100"; terms in brackets stand as given."""
    first, second = (one if isinstance(one, str) else number(one) for one in (part, whole))
    return f"{first} / {second} {TIMES} 100"
