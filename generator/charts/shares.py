"""Horizontal bars of 100 %: what a whole is made of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.charts import style
from generator.charts.frame import centred, outlined, printed
from generator.charts.measure import text_width
from generator.charts.rows import Row, row_frame
from generator.charts.scale import Scale, known
from generator.charts.shapes import Box, Drawing, Label
from generator.model.chart import Chart

_WHOLE = Decimal(100)
# room at the right that is assumed while it is found out which values stand outside
_LEAST_BARS = 0.7

# order of the series, left and right end in percent of the whole
Part = tuple[int, Decimal, Decimal]


def shares(chart: Chart, width: float, height: float) -> Drawing:
    """Return one bar for each category; a value that has no room inside stands behind it."""
    frame = row_frame(chart, width, height)
    narrow = (width - frame.left) * _LEAST_BARS
    asides = [_aside(chart, column, narrow) for column in range(len(chart.categories))]
    room = max(text_width(words, style.TEXT_SIZE) for words in asides) + style.GAP
    scale = Scale(Decimal(0), _WHOLE, frame.left, width - style.EDGE - room)
    drawn = [
        (part, column, _box(part, row, scale))
        for column, row in enumerate(frame.rows)
        for part in _parts(chart, column)
    ]
    shapes = [one for part, _, box in drawn for one in outlined(box, style.fill(part[0]))]
    inside = [
        _inside(printed(chart, part[0], column), box, part[0], frame.size)
        for part, column, box in drawn
        if _fits(chart, column, part, narrow)
    ]
    outside = [
        centred(words, scale.end + style.GAP, row.middle, frame.size, "start")
        for words, row in zip(asides, frame.rows, strict=True)
        if words
    ]
    return Drawing(
        width,
        height,
        (*frame.header.shapes, *shapes),
        (*frame.header.labels, *frame.names, *inside, *outside),
    )


def _parts(chart: Chart, column: int) -> Iterator[Part]:
    """Yield the parts of one bar; counts are turned into shares of their sum."""
    values = [one.values[column] for one in chart.series]
    total = sum(known(values), Decimal(0))
    whole = max(total, _WHOLE) if chart.unit == "%" else total
    left = Decimal(0)
    for order, figure in enumerate(values):
        if figure is not None and whole > 0:
            right = left + figure.value * _WHOLE / whole
            yield order, left, right
            left = right


def _fits(chart: Chart, column: int, part: Part, width: float) -> bool:
    """Tell whether a value has room inside its part of a bar of ``width`` mm."""
    order, left, right = part
    room = float(right - left) / 100 * width - style.GAP
    return text_width(printed(chart, order, column), style.TEXT_SIZE) <= room


def _aside(chart: Chart, column: int, width: float) -> str:
    """Return the values that stand behind a bar: with their names where there is room.

    Values alone follow the order of their parts; those without any room are left
    to the table beside the chart.
    """
    small = [
        order
        for order, left, right in _parts(chart, column)
        if not _fits(chart, column, (order, left, right), width)
    ]
    values = [printed(chart, order, column) for order in small]
    named = [
        f"{chart.series[order].name}: {form}" for order, form in zip(small, values, strict=True)
    ]
    forms = ["; ".join(values)]
    if small != [len(chart.series) - 1]:
        forms.insert(0, "; ".join(named))
    room = width * (1 - _LEAST_BARS) / _LEAST_BARS - 2 * style.GAP
    return next((form for form in forms if text_width(form, style.TEXT_SIZE) <= room), "")


def _box(part: Part, row: Row, scale: Scale) -> Box:
    """Return the rectangle of one part."""
    return Box(scale.at(part[1]), row.top, scale.at(part[2]), row.bottom)


def _inside(form: str, box: Box, series: int, size: float) -> Label:
    """Return a value in the middle of its part, in the colour that is read on it."""
    middle = (box.top + box.bottom) / 2
    colour = style.text_on(style.fill(series))
    return centred(form, (box.left + box.right) / 2, middle, size, colour=colour)
