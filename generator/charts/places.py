"""Where the marks of a chart stand, for a program that draws it itself: the same as in the PDF."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.charts import style
from generator.charts.columns import column_frame, column_width, columns_height
from generator.charts.frame import box_swatch, header, legend_box, line_height
from generator.charts.rows import row_frame, rows_height
from generator.charts.scale import reach
from generator.charts.shapes import Box
from generator.model.chart import Chart, ChartKind

_NOTE_ROOM = 2.0  # mm that programs leave around the line above a chart


@dataclass(frozen=True, slots=True)
class Places:
    """Height of a chart, its plot without names, and its legend, in mm from the upper left.

    ``gap`` is what stands between the bars of two categories, in percent of one bar;
    ``size`` that of names and values in points.
    """

    height: float
    plot: Box
    legend: Box | None
    gap: int
    size: float


def places(chart: Chart, width: float) -> Places | None:
    """Return the places of bars, None where they depend on what else is drawn.

    Lines, charts with a target or with bars below zero and columns that become rows have none.
    """
    if chart.kind is ChartKind.LINE or chart.target is not None or reach(chart)[0] < 0:
        return None
    found = _upright(chart, width) if chart.kind is ChartKind.COLUMN else _lying(chart, width)
    has_note = any(one.italic for one in header(chart, width, box_swatch).labels)
    return _lowered(found, _NOTE_ROOM) if found and has_note else found


def _lowered(found: Places, room: float) -> Places:
    """Return places with more room above them, in mm."""
    plot, legend = (
        one and replace(one, top=one.top + room, bottom=one.bottom + room)
        for one in (found.plot, found.legend)
    )
    return replace(found, height=found.height + room, plot=plot or found.plot, legend=legend)


def _upright(chart: Chart, width: float) -> Places | None:
    """Return the places of columns, None where they become rows."""
    height = columns_height(chart, width)
    frame = column_frame(chart, width, height)
    if frame is None:
        return None
    top = frame.header.height + line_height(frame.size) + style.GAP
    bar = column_width(frame, len(chart.series))
    gap = round((frame.slot - bar * len(chart.series)) / bar * 100)
    plot = Box(frame.left, top, frame.right, frame.bottom)
    return Places(height, plot, legend_box(chart, width), gap, frame.size)


def _lying(chart: Chart, width: float) -> Places:
    """Return the places of rows of the same height each."""
    height = rows_height(chart, width)
    frame = row_frame(chart, width, height)
    top = header(chart, width, box_swatch).height
    plot = Box(frame.left, top, width - style.EDGE, height - style.EDGE)
    thick = frame.rows[0].bottom - frame.rows[0].top
    pitch = (plot.bottom - plot.top) / len(frame.rows)
    count = 1 if chart.kind is ChartKind.STACKED_SHARE else len(chart.series)
    gap = round((pitch - thick) / (thick / count) * 100)
    return Places(height, plot, legend_box(chart, width), gap, frame.size)
