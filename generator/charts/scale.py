"""Values to places on the paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.chart import Chart
from generator.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale: ``low`` is drawn at ``start`` mm, ``high`` at ``end`` mm."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        """Return the place of a value in mm."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + float(share) * (self.end - self.start)


def known(values: Iterable[Figure | None]) -> list[Decimal]:
    """Return the numbers of a series without its gaps."""
    return [figure.value for figure in values if figure is not None]


def reach(chart: Chart) -> tuple[Decimal, Decimal]:
    """Return the ends of the axis of bars: zero is always on it."""
    ends = [Decimal(0), *(value for one in chart.series for value in known(one.values))]
    if chart.target is not None:
        ends.append(chart.target.value)
    low, high = min(ends), max(ends)
    return (low, high if high > low else low + 1)
