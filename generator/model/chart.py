"""What a chart shows, without how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.figure import Figure


class ChartKind(StrEnum):
    """The forms of chart that the renderers know."""

    BAR = "bar"  # horizontal bars, for long or many category names
    COLUMN = "column"  # vertical bars, one or more series side by side
    STACKED_SHARE = "stacked-share"  # horizontal bars of 100 %
    LINE = "line"  # points in time joined by a line


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one series, one for each category; None where there is none."""

    name: str
    values: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of figures.

    ``labels`` of each series are the printed forms of its values and stand beside
    the marks; ``alt`` is a sentence that tells a blind reader what the chart
    shows; ``unit`` is printed at the axis; ``decimals`` rules the printed labels.
    ``target`` draws a line with its label where given. ``marked`` are the numbers
    (from 0) of the categories of a ``BAR`` chart of one series that stand out from
    the others; empty draws all alike. ``reference`` is the number of the category that is none
    of them but what they are seen against: the country among its places.
    """

    id: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    alt: str
    decimals: int = 0
    target: Figure | None = None
    labels: tuple[tuple[str, ...], ...] = ()
    marked: tuple[int, ...] = ()
    reference: int | None = None
