"""The rows that horizontal charts stand in: one for each category, its name on the left."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts import style
from generator.charts.frame import (
    Header,
    box_swatch,
    emphasised,
    header,
    line_height,
    stacked,
)
from generator.charts.measure import balanced, widest
from generator.charts.shapes import Label
from generator.model.chart import Chart, ChartKind

# the names take at most this share of the width
_NAME_SHARE = 0.36
_NAME_GAP = 1.5


@dataclass(frozen=True, slots=True)
class Row:
    """One category: the heights in mm between which its bars stand."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Return the height of the middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class RowFrame:
    """Legend, names and rows of a chart; the bars stand right of ``left`` mm.

    ``size`` is that of names and values, in points.
    """

    header: Header
    names: tuple[Label, ...]
    rows: tuple[Row, ...]
    left: float
    size: float


def rows_height(chart: Chart, width: float, tallest: float = style.TALLEST) -> float:
    """Return the height in mm that the rows need, header and edges included.

    More rows than ``tallest`` has room for, a page if nothing else is said, are drawn closer and
    smaller.
    """
    rows = sum(_row_height(chart, lines) for lines in _names(chart, width))
    top = _rows_top(chart, header(chart, width, box_swatch))
    return min(top + rows + style.EDGE, tallest)


def row_frame(chart: Chart, width: float, height: float) -> RowFrame:
    """Return the rows spread over the height that the header leaves."""
    head = header(chart, width, box_swatch)
    names = _names(chart, width)
    top = _rows_top(chart, head)
    needed = [_row_height(chart, lines) for lines in names]
    stretch = (height - style.EDGE - top) / sum(needed)
    tight = min(1.0, stretch)
    size = max(style.LEAST_SIZE, style.TEXT_SIZE * tight)
    bold = bool(chart.marked)
    left = style.EDGE + max(widest(lines, size, bold=bold) for lines in names) + _NAME_GAP
    thick = _bars_height(chart) * tight
    rows: list[Row] = []
    labels: list[Label] = []
    for column, (lines, part) in enumerate(zip(names, needed, strict=True)):
        middle = top + part * stretch / 2
        rows.append(Row(middle - thick / 2, middle + thick / 2))
        told = stacked(lines, left - _NAME_GAP, middle, size, "end")
        labels += [emphasised(one) for one in told] if column in chart.marked else told
        top += part * stretch
    return RowFrame(head, tuple(labels), tuple(rows), left, size)


def target_room(chart: Chart) -> float:
    """Return the height in mm of the line of text above the rows that names the target."""
    return line_height(style.SMALL_SIZE) if chart.target is not None else 0.0


def _names(chart: Chart, width: float) -> list[list[str]]:
    """Return the names of the categories in lines."""
    room = _NAME_SHARE * width
    return [balanced(name, style.TEXT_SIZE, room) for name in chart.categories]


def _bars_height(chart: Chart) -> float:
    """Return the height of the bars of one row in mm."""
    side_by_side = 1 if chart.kind is ChartKind.STACKED_SHARE else len(chart.series)
    return style.BAR * side_by_side


def _row_height(chart: Chart, lines: list[str]) -> float:
    """Return the least height of one row in mm, with the gap to the next."""
    text = line_height(style.TEXT_SIZE) * len(lines)
    return max(text, _bars_height(chart)) + style.ROW_GAP


def _rows_top(chart: Chart, head: Header) -> float:
    """Return where the first row may begin."""
    return head.height + target_room(chart)
