"""How native charts look: direct labels, values from 0, the colours of the PDF.

Colours, dashes and marks are those of ``generator.charts``; names stand at the ends
of lines, a legend above only where they cannot; the value axis begins at 0 and ends at 100 %
where nothing is above; labels that would meet are turned or left out.
"""

from __future__ import annotations

from decimal import Decimal

from pptx.enum.chart import (
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from generator.charts import style
from generator.charts.places import Places
from generator.charts.shapes import Box
from generator.model.chart import Chart, ChartKind
from generator.renderers.docx import measures as m
from generator.renderers.docx.chart_ends import Ends, ends_of
from generator.renderers.docx.chart_format import (
    CHART_WIDTH,
    HORIZONTAL,
    LabelFormat,
    all_values,
    axis_floor,
    label_format,
    places_of,
    target_note,
    text_size,
    unit_line,
)
from generator.renderers.docx.chart_labels import Untyped, label_series, label_target, rgb
from generator.renderers.docx.ooxml.charts import set_legend_area, set_plot_area, title_at_left

_MARKS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "triangle": XL_MARKER_STYLE.TRIANGLE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "cross": XL_MARKER_STYLE.X,
}
_MOST_GAP = 500  # ST_GapAmount
_NOTE_SIZE = 9.5  # points; unit line and target, whatever the size of the labels
# the dashes of generator.charts, by their order
_DASHES = (
    *(MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT),
    *(MSO_LINE.DASH_DOT, MSO_LINE.LONG_DASH),
)


def dress(drawn: Untyped, chart: Chart) -> None:
    """Give a chart of python-pptx its fonts, axes, legend, colours and labels."""
    form = label_format(chart)
    series = list(drawn.series)
    drawn.font.name, drawn.font.size = m.FONT, Pt(text_size(chart))
    drawn.has_title = bool(unit_line(chart))
    if drawn.has_title:
        _note(drawn.chart_title, unit_line(chart))
        title_at_left(drawn._chartSpace)  # noqa: SLF001 - how the library shows its XML
    ends = ends_of(chart)
    drawn.has_legend = len(series) > 1 and ends is None
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False
    _axes(drawn, chart, form)
    if ends is not None:
        _set_ends(drawn, ends)
    if found := places_of(chart):
        _set_places(drawn._chartSpace, found)  # noqa: SLF001 - how the library shows its XML
    _bars(drawn.plots[0], chart)
    for index, one in enumerate(series[: len(chart.series)]):
        _colour(one, index, chart)
        label_series(one, index, chart)
    for one in series[len(chart.series) :]:
        _target_line(one, chart)


def _set_ends(drawn: Untyped, ends: Ends) -> None:
    """Set plot area and axis such that the names at the ends of the lines have their room."""
    values = drawn.value_axis
    values.minimum_scale, values.maximum_scale = ends.low, ends.high
    set_plot_area(drawn._chartSpace, *ends.plot)  # noqa: SLF001 - how the library shows its XML


def _set_places(space: Untyped, found: Places) -> None:
    """Set the plot of bars and their legend where they stand in the PDF."""
    set_plot_area(space, *_shares(found.plot, found.height))
    if found.legend is not None:
        set_legend_area(space, *_shares(found.legend, found.height))


def _shares(box: Box, height: float) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a box as shares of a chart of that height."""
    width = CHART_WIDTH
    down = (box.bottom - box.top) / height
    return box.left / width, box.top / height, (box.right - box.left) / width, down


def _bars(plot: Untyped, chart: Chart) -> None:
    """Set the gaps between bars; lines have none."""
    plot.vary_by_categories = False
    if chart.kind is not ChartKind.LINE:
        found = places_of(chart)
        few = len(chart.categories) * len(chart.series) < 6
        usual = 130 if few and chart.kind is ChartKind.COLUMN else 60
        plot.gap_width = min(found.gap, _MOST_GAP) if found else usual
        plot.overlap = 100 if chart.kind is ChartKind.STACKED_SHARE else -5


def _axes(drawn: Untyped, chart: Chart, form: LabelFormat) -> None:
    """Set both axes: no ticks, no scale, first category of bars on top.

    Bars and lines have their values beside them, many lines those that tell most, as in the PDF.
    """
    values, names = drawn.value_axis, drawn.category_axis
    values.has_major_gridlines = False
    values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    values.format.line.fill.background()
    values.major_tick_mark = names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = rgb(style.AXIS)
    names.reverse_order = chart.kind in HORIZONTAL
    if min(all_values(chart)) < 0:  # names at the axis would stand in the bars below zero
        names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _value_range(values, chart)
    scale = LabelFormat(_axis_decimals(chart), form.suffix)
    fixed = all(scale.is_fixed_for(value) for value in all_values(chart))
    code = scale.fixed_code if fixed else scale.code
    values.tick_labels.number_format = "0%" if chart.kind is ChartKind.STACKED_SHARE else code
    values.tick_labels.number_format_is_linked = False
    if note := target_note(chart):
        _note(values.axis_title, note)


def _note(title: Untyped, words: str) -> None:
    """Write small italic words into a title."""
    title.text_frame.text = words
    run = title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold, run.font.italic = Pt(_NOTE_SIZE), False, True


def _value_range(values: Untyped, chart: Chart) -> None:
    """Begin at 0, or below where a value is; end percents at 100 where they fit."""
    numbers = all_values(chart)
    if min(numbers) >= 0:
        values.minimum_scale = axis_floor(chart)
    if chart.kind is not ChartKind.STACKED_SHARE and chart.unit == "%":
        top = max(numbers)
        if Decimal(60) < top <= Decimal(100):
            values.maximum_scale, values.major_unit = 100, 20


def _pale(series: Untyped, chart: Chart) -> None:
    """Colour the bars that do not stand out, and that of the country among them."""
    for at in range(len(chart.categories)):
        if at == chart.reference or (chart.marked and at not in chart.marked):
            point = series.points[at].format
            point.fill.solid()
            fill = style.REFERENCE if at == chart.reference else style.UNMARKED
            point.fill.fore_color.rgb = rgb(fill)
            point.line.color.rgb = rgb(style.AXIS)
            point.line.width = Pt(0.5)


def _colour(series: Untyped, index: int, chart: Chart) -> None:
    """Colour the bars, or line and marks, of one series as the PDF does."""
    if chart.kind is not ChartKind.LINE:
        series.invert_if_negative = False
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(style.fill(index))
        series.format.line.color.rgb = rgb(style.AXIS)
        series.format.line.width = Pt(0.5)
        _pale(series, chart)
        return
    colour = rgb(style.LINE_COLOURS[index % len(style.LINE_COLOURS)])
    series.smooth = False
    series.format.line.color.rgb = colour
    series.format.line.width = Pt(1.75)
    series.format.line.dash_style = _DASHES[index % len(_DASHES)]
    series.marker.style = _MARKS[style.MARKERS[index % len(style.MARKERS)]]
    series.marker.size = 7
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour
    series.marker.format.line.color.rgb = colour


def _target_line(series: Untyped, chart: Chart) -> None:
    """Draw the target as a dashed line without marks, labelled at its end."""
    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb = rgb(style.TARGET)
    series.format.line.width = Pt(1.5)
    series.format.line.dash_style = MSO_LINE.DASH
    label_target(series, chart)


def _axis_decimals(chart: Chart) -> int:
    """Return the places of the axis numbers: none unless all values are small."""
    return 1 if max(abs(v) for v in all_values(chart)) < 4 else 0
