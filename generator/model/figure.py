"""A number on its way into a report: one fact's, or computed from several."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.fact import Approx, Fact

Part = Literal["value", "total", "share", "change"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its lineage.

    ``value`` is exact in ``unit``; ``inputs`` are the facts it rests on.
    ``formula`` is empty for a number that a source prints; else it shows the
    computation in Vietnamese number format, and ``id`` begins with "c".
    ``decimals`` is the number of places to print, None to print all digits.
    ``part`` says which number of the fact is meant. A distance ``is_off_print`` where the
    two figures it lies between, as they are printed, give another one.
    """

    id: str
    value: Decimal
    unit: str
    inputs: tuple[Fact, ...]
    part: Part = "value"
    approx: Approx | None = None
    formula: str = ""
    label: str = ""
    decimals: int | None = None
    printed: str = ""
    is_off_print: bool = False

    @property
    def is_computed(self) -> bool:
        """Tell whether the number stands in no source."""
        return bool(self.formula)
