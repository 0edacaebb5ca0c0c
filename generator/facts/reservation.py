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


def is_apart(value: Decimal, approx: Approx | None, other: Decimal) -> bool:
    """Tell whether a figure surely lies on the side of another one where its print does.

    "Khoảng" is good for half of its last digit: 50 of "khoảng 100"; "hơn" and "gần" for the
    whole of it, a tenth of the figure at most, on their own side: "hơn 1,2 triệu" may be more
    than 1.230.000, and is surely more than 1.190.000.
    """
    exponent = value.normalize().as_tuple().exponent
    if approx is None or not value or not isinstance(exponent, int):
        return True
    digit = min(Decimal(1).scaleb(exponent), abs(value) / 10)
    if approx is Approx.ABOUT:
        return abs(other - value) >= Decimal(1).scaleb(exponent) / 2
    beyond = other - value if approx is Approx.OVER else value - other
    return beyond <= 0 or beyond >= digit


def combined(parts: Iterable[Approx | None]) -> Approx | None:
    """Return the reservation of a result that grows with each of its parts.

    Over and under together leave nothing but "about".
    """
    found = {part for part in parts if part is not None}
    if not found:
        return None
    return found.pop() if len(found) == 1 else Approx.ABOUT
