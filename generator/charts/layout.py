"""Chart to drawing: which geometry draws which kind, and how high it should be."""

from __future__ import annotations

from generator.charts import style
from generator.charts.bars import bars
from generator.charts.columns import columns, columns_height
from generator.charts.lines import lines, lines_height
from generator.charts.rows import rows_height
from generator.charts.shapes import Drawing
from generator.charts.shares import shares
from generator.errors import RenderError
from generator.model.chart import Chart, ChartKind


def natural_height(chart: Chart, width_mm: float, tallest: float = style.TALLEST) -> float:
    """Return the height in mm at which the chart is read well at this width.

    Rows are drawn closer where they would be taller than ``tallest``: a page has an end.
    """
    if chart.kind is ChartKind.LINE:
        return lines_height(chart, width_mm)
    if chart.kind is ChartKind.COLUMN:
        height = columns_height(chart, width_mm)
        if columns(chart, width_mm, height):
            return height
    return rows_height(chart, width_mm, tallest)


def lay_out(chart: Chart, width_mm: float, height_mm: float) -> Drawing:
    """Return the drawing of a chart.

    Columns whose names or values have no room side by side become horizontal
    bars. Raises RenderError for a chart without a single value.
    """
    if not any(value is not None for one in chart.series for value in one.values):
        raise RenderError(f"the chart {chart.id} has no value", expected="one value at least")
    match chart.kind:
        case ChartKind.BAR:
            return bars(chart, width_mm, height_mm)
        case ChartKind.COLUMN:
            upright = columns(chart, width_mm, height_mm)
            return upright or bars(chart, width_mm, height_mm)
        case ChartKind.STACKED_SHARE:
            return shares(chart, width_mm, height_mm)
        case ChartKind.LINE:
            return lines(chart, width_mm, height_mm)
