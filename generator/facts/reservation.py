"""What remains of "hơn", "gần", "khoảng" when figures are computed with."""

from __future__ import annotations

from collections.abc import Iterable

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


def combined(parts: Iterable[Approx | None]) -> Approx | None:
    """Return the reservation of a result that grows with each of its parts.

    Over and under together leave nothing but "about".
    """
    found = {part for part in parts if part is not None}
    if not found:
        return None
    return found.pop() if len(found) == 1 else Approx.ABOUT
