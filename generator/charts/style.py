"""Colours, sizes and distances of all charts; told apart when printed in grey."""

from __future__ import annotations

from typing import Final

from generator.charts.shapes import MarkerShape

BLACK: Final = "#000000"
WHITE: Final = "#ffffff"
GRID: Final = "#d9d9d9"
AXIS: Final = "#595959"
TARGET: Final = "#000000"

# dark, middle, light, dark grey, pale: neighbours differ by a third of the grey scale
FILLS: Final = ("#1f4e79", "#9fb3c8", "#dfe6ee", "#595959", "#bfbfbf")
# bars of a ranking that do not stand out
UNMARKED: Final = "#c3cedb"
# the bar of the country among those of its places
REFERENCE: Final = "#7f7f7f"
LIGHT_TEXT_ON: Final = frozenset({"#1f4e79", "#595959"})
LINE_COLOURS: Final = ("#1f4e79", "#7f7f7f", "#000000", "#4f81bd", "#404040")
DASHES: Final[tuple[tuple[float, ...], ...]] = (
    (),
    (2.4, 1.0),
    (0.8, 0.8),
    (3.2, 0.9, 0.7, 0.9),
    (4.8, 1.4),
)
# each form once: dashes and colours alone are not told apart in grey
MARKERS: Final[tuple[MarkerShape, ...]] = ("circle", "square", "triangle", "diamond", "cross")

# points
TEXT_SIZE: Final = 10.5
SMALL_SIZE: Final = 9.0
LEAST_SIZE: Final = 7.0

# mm
GAP: Final = 1.2
EDGE: Final = 1.0
BAR: Final = 5.2
ROW_GAP: Final = 2.6
AXIS_WIDTH: Final = 0.25
LINE_WIDTH: Final = 0.55
# a chart with its caption stays on one upright page, below the head of an appendix too
TALLEST: Final = 198.0


def fill(order: int) -> str:
    """Return the fill of the series with this order."""
    return FILLS[order % len(FILLS)]


def text_on(colour: str) -> str:
    """Return the colour of text that stands on a fill."""
    return WHITE if colour in LIGHT_TEXT_ON else BLACK
