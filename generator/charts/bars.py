"""Horizontal bars from zero, the value at the end of each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts import style
from generator.charts.frame import (
    Shape,
    behind,
    centred,
    emphasised,
    label,
    outlined,
    printed,
    target_text,
)
from generator.charts.measure import text_width
from generator.charts.rows import Row, RowFrame, row_frame, target_room
from generator.charts.scale import Scale, reach
from generator.charts.shapes import DESCENT, MM_PER_POINT, Box, Drawing, Label, Stroke
from generator.model.chart import Chart


def bars(chart: Chart, width: float, height: float) -> Drawing:
    """Return one row for each category; series of one category stand below each other."""
    frame = row_frame(chart, width, height)
    scale = _scale(chart, frame, width)
    shapes = [shape for row in _all(chart, frame, scale) for shape in outlined(row[0], row[1])]
    values = tuple(_values(chart, frame, scale))
    aim, aim_label = _target(chart, frame, scale, width)
    return Drawing(
        width,
        height,
        (*frame.header.shapes, *shapes, _axis(frame, scale), *aim, *behind(values)),
        (*frame.header.labels, *frame.names, *values, *aim_label),
    )


def _scale(chart: Chart, frame: RowFrame, width: float) -> Scale:
    """Return the scale that leaves room for the values beside the bars."""
    low, high = reach(chart)
    columns = range(len(chart.categories))
    forms = [printed(chart, series, at) for series in range(len(chart.series)) for at in columns]
    bold = bool(chart.marked)
    room = max(text_width(form, frame.size, bold=bold) for form in forms) + 2 * style.GAP
    return Scale(low, high, frame.left + (room if low < 0 else 0), width - style.EDGE - room)


def _all(chart: Chart, frame: RowFrame, scale: Scale) -> Iterator[tuple[Box, str, str, int]]:
    """Yield box, fill, printed value and category of each bar that has a value."""
    zero = scale.at(reach(chart)[0] * 0)
    for column, row in enumerate(frame.rows):
        for series, lane in enumerate(_lanes(row, len(chart.series))):
            figure = chart.series[series].values[column]
            if figure is not None:
                end = scale.at(figure.value)
                box = Box(min(zero, end), lane.top, max(zero, end), lane.bottom)
                fill = _fill(chart, series, column)
                yield box, fill, printed(chart, series, column), column


def _fill(chart: Chart, series: int, column: int) -> str:
    """Return the fill of a bar: that of its series, pale where others are marked."""
    if column == chart.reference:
        return style.REFERENCE
    plain = chart.marked and column not in chart.marked
    return style.UNMARKED if plain else style.fill(series)


def _lanes(row: Row, count: int) -> Iterator[Row]:
    """Yield the part of a row that each series has."""
    thick = (row.bottom - row.top) / count
    for order in range(count):
        yield Row(row.top + thick * order, row.top + thick * (order + 1))


def _values(chart: Chart, frame: RowFrame, scale: Scale) -> Iterator[Label]:
    """Yield the printed value at the end of each bar, that of a marked one bold as its name.

    One that the line of the target would run through stands right behind that line.
    """
    zero = scale.at(scale.low * 0)
    aim = scale.at(chart.target.value) if chart.target is not None else None
    for box, _, form, column in _all(chart, frame, scale):
        middle = (box.top + box.bottom) / 2
        if box.right <= zero and box.left < zero:
            yield centred(form, box.left - style.GAP, middle, frame.size, "end")
            continue
        one = centred(form, box.right + style.GAP, middle, frame.size, "start")
        if aim is not None and one.box.left - style.GAP < aim < one.box.right + style.GAP:
            one = centred(form, aim + style.GAP, middle, frame.size, "start")
        yield emphasised(one) if column in chart.marked else one


def _axis(frame: RowFrame, scale: Scale) -> Stroke:
    """Return the line at zero."""
    zero = scale.at(scale.low * 0)
    ends = ((zero, frame.rows[0].top - style.GAP), (zero, frame.rows[-1].bottom + style.GAP))
    return Stroke(ends, style.AXIS, 2 * style.AXIS_WIDTH)


def _target(
    chart: Chart, frame: RowFrame, scale: Scale, width: float
) -> tuple[tuple[Shape, ...], tuple[Label, ...]]:
    """Return the dashed line of the target and its name above the rows."""
    if chart.target is None:
        return ((), ())
    x = scale.at(chart.target.value)
    top = frame.header.height + target_room(chart)
    words = target_text(chart)
    half = text_width(words, style.SMALL_SIZE) / 2
    middle = min(max(x, style.EDGE + half), width - style.EDGE - half)
    base = top - DESCENT * style.SMALL_SIZE * MM_PER_POINT
    line = Stroke(
        ((x, top), (x, frame.rows[-1].bottom + style.GAP)),
        style.TARGET,
        2 * style.AXIS_WIDTH,
        style.DASHES[1],
    )
    return ((line,), (label(words, middle, base, style.SMALL_SIZE),))
