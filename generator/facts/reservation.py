"""What remains of "hơn", "gần", "khoảng" when figures are computed with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from generator.model.fact import Approx, Fact
from generator.vi.printing import rounded

_BELOW = re.compile(r"\bdưới\s*\Z")
_ABOVE = re.compile(r"\btrên\s*\Z")
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


def leaves_open(fact: Fact, other: Decimal) -> bool:
    """Tell whether a figure "dưới 5%" or "trên 85%" may lie on either side of another one.

    The one is anything below 5, while "gần 5%" is nearly 5; the other anything above 85,
    while "hơn 85%" is little more. "Trên 85.000 hồ sơ" is how officers round a count.
    """
    before = fact.before.casefold()
    if fact.approx is Approx.UNDER and other < fact.value:
        return _BELOW.search(before) is not None
    above = fact.approx is Approx.OVER and fact.unit == "%" and other > fact.value
    return above and _ABOVE.search(before) is not None


def kept(approx: Approx | None, value: Decimal, decimals: int | None) -> Approx | None:
    """Return what is left of the reservation of a size when it is rounded for print.

    More than 1,786 is not "hơn 1,79", nor less than 1,784 "gần 1,78": such a figure is
    "khoảng" what is printed.
    """
    if decimals is None or approx in (None, Approx.ABOUT):
        return approx
    size = abs(value)
    beyond = rounded(size, decimals) - size
    lost = beyond > 0 if approx is Approx.OVER else beyond < 0
    return Approx.ABOUT if lost else approx


def combined(parts: Iterable[Approx | None]) -> Approx | None:
    """Return the reservation of a result that grows with each of its parts.

    Over and under together leave nothing but "about".
    """
    found = {part for part in parts if part is not None}
    if not found:
        return None
    return found.pop() if len(found) == 1 else Approx.ABOUT
