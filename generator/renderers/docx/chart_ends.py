"""Names at the ends of lines in place of a legend: which charts have them, and where.

A reader need not match dashes and marks with a legend, which grey print makes hard. Word
and LibreOffice put a label to the right of its point; where ends lie close to each other
the labels are moved apart. For that the place of each point must be known, so that the
plot area and the ends of the axis are set, too.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.chart import Chart, ChartKind
from generator.renderers.docx.chart_format import (
    all_values,
    axis_floor,
    chart_height,
    labelled,
    text_size,
    unit_line,
)
from generator.renderers.metrics import text_width
from generator.vi.text import NBSP

_MOST_LINES = 5
# mm: the width of a chart, the widest label, what stands around the plot, a line of text
_WIDTH, _WIDEST, _LEFT, _TOP, _UNIT, _BOTTOM, _GAP, _LINE = (
    160.0,
    52.0,
    10.0,
    4.0,
    7.0,
    9.0,
    4.0,
    4.3,
)
_TWIPS_PER_MM = 1440 / 25.4
_ROOM = 0.13  # of the reach of the values, above and below them


@dataclass(frozen=True, slots=True)
class Ends:
    """Where names stand at the ends of lines.

    ``plot`` holds left, top, width and height of the plot area as shares of the chart;
    ``low`` and ``high`` are the ends of the axis; ``shifts`` tells how far the label of each
    series moves down from its point, as a share of the chart's height.
    """

    plot: tuple[float, float, float, float]
    low: float
    high: float
    shifts: tuple[float, ...]


def ends_of(chart: Chart) -> Ends | None:
    """Return the places of the names, None for a chart that has a legend or needs none.

    Names need every line to reach the last category, few lines and short names.
    """
    last = [series.values[-1] for series in chart.series]
    values = [figure.value for figure in last if figure is not None]
    is_apt = chart.kind is ChartKind.LINE and chart.target is None
    if not is_apt or not 1 < len(last) <= _MOST_LINES or len(values) < len(last):
        return None
    wide = max(text_width(end_label(chart, at), text_size(chart)) for at in range(len(last)))
    drawn = all_values(chart)[1:]
    if wide > _WIDEST * _TWIPS_PER_MM or min(drawn) < 0 or max(drawn) == min(drawn):
        return None
    low, high = _axis(chart)
    height = chart_height(chart)
    top = _TOP + (_UNIT if unit_line(chart) else 0)
    width = _WIDTH - _LEFT - wide / _TWIPS_PER_MM - _GAP
    room = height - top - _BOTTOM
    plot = (_LEFT / _WIDTH, top / height, width / _WIDTH, room / height)
    heights = [top + (high - float(value)) / (high - low) * room for value in values]
    moved = _apart(heights, top, top + room)
    shifts = tuple((new - old) / height for new, old in zip(moved, heights, strict=True))
    return Ends(plot, low, high, shifts)


def end_label(chart: Chart, index: int) -> str:
    """Return name and last value of one line, on one line: "Đà Nẵng 38,58"."""
    last = labelled(chart)[index][-1]
    value = last[1] if last is not None else ""
    return f"{chart.series[index].name} {value}".strip().replace(" ", NBSP)


def _axis(chart: Chart) -> tuple[float, float]:
    """Return both ends of the axis, which bears no numbers: some room around all values, or 0."""
    drawn = [float(value) for value in all_values(chart)[1:]]
    low, high = min(drawn) if axis_floor(chart) else 0.0, max(drawn)
    room = (high - low) * _ROOM
    return round(low - room if low else 0.0, 3), round(high + room, 3)


def _apart(heights: list[float], top: float, bottom: float) -> list[float]:
    """Return heights in mm at which labels of one line do not meet, in the same order."""
    order = sorted(range(len(heights)), key=lambda at: (heights[at], at))
    moved = dict.fromkeys(order, 0.0)
    least = top - _LINE / 2
    for at in order:
        moved[at] = max(heights[at], least)
        least = moved[at] + _LINE
    most = bottom
    for at in reversed(order):
        moved[at] = min(moved[at], most)
        most = moved[at] - _LINE
    return [moved[at] for at in range(len(heights))]
