"""What remains of "hơn", "gần", "khoảng" when figures are computed with."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.model.fact import Approx

_REVERSED = {
    Approx.OVER: Approx.UNDER,
    Approx.UNDER: Approx.OVER,
    Approx.ABOUT: Approx.ABOUT,
    None: None,
}


def reversed_of(approx: Approx | None) -> Approx | None:
    """Return the reservation of what is subtracted or divided by."""
    return _REVERSED[approx]


def margin(value: Decimal, approx: Approx | None) -> Decimal:
    """Return how far a figure may be from what is printed: half of its last digit.

    0 for an exact one, and for "hơn" and "gần", whose side is known: 50 of "khoảng 100",
    0,05 of "khoảng 18,6".
    """
    if approx is not Approx.ABOUT or not value:
        return Decimal(0)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) / 2 if isinstance(exponent, int) else Decimal(0)


def combined(parts: Iterable[Approx | None]) -> Approx | None:
    """Return the reservation of a result that grows with each of its parts.

    Over and under together leave nothing but "about".
    """
    found = {part for part in parts if part is not None}
    if not found:
        return None
    return found.pop() if len(found) == 1 else Approx.ABOUT
