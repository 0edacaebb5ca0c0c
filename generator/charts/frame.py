"""What all kinds share: printed labels, the unit line, the legend, centred text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.charts import style
from generator.charts.measure import text_width, widest, wrap
from generator.charts.shapes import (
    ASCENT,
    DESCENT,
    LINE_HEIGHT,
    MM_PER_POINT,
    Anchor,
    Bar,
    Box,
    Label,
    Marker,
    Stroke,
)
from generator.model.chart import Chart, ChartKind
from generator.vi.printing import number

Shape = Bar | Stroke | Marker
# draws the sample of a series in the legend: order, left edge, middle height → shapes
Swatch = Callable[[int, float, float], tuple[Shape, ...]]

SWATCH_WIDTH = 5.0
_ENTRY_GAP = 5.0
ZOOMED = "trục giá trị không bắt đầu từ 0"


@dataclass(frozen=True, slots=True)
class Header:
    """Unit line and legend, and the height in mm that they take."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    height: float


def line_height(size: float) -> float:
    """Return the distance of two base lines in mm."""
    return size * MM_PER_POINT * LINE_HEIGHT


def label(
    text: str,
    x: float,
    y: float,
    size: float = style.TEXT_SIZE,
    anchor: Anchor = "middle",
    colour: str = style.BLACK,
    *,
    italic: bool = False,
) -> Label:
    """Return one line of text whose base line is at ``y``."""
    return Label(text, x, y, size, text_width(text, size), anchor, colour, italic=italic)


def centred(
    text: str,
    x: float,
    middle: float,
    size: float,
    anchor: Anchor = "middle",
    colour: str = style.BLACK,
) -> Label:
    """Return one line of text whose letters are centred on the height ``middle``."""
    base = middle + (ASCENT - DESCENT) / 2 * size * MM_PER_POINT
    return label(text, x, base, size, anchor, colour)


def stacked(lines: list[str], x: float, middle: float, size: float, anchor: Anchor) -> list[Label]:
    """Return lines of text centred as a block on the height ``middle``."""
    step = line_height(size)
    top = middle - step * (len(lines) - 1) / 2
    return [centred(line, x, top + step * row, size, anchor) for row, line in enumerate(lines)]


def emphasised(one: Label) -> Label:
    """Return a label in bold letters, at the same anchor."""
    return replace(one, bold=True, width=text_width(one.text, one.size, bold=True))


def printed(chart: Chart, series: int, column: int) -> str:
    """Return the printed form of one value, "" where there is none."""
    figure = chart.series[series].values[column]
    if figure is None:
        return ""
    if chart.labels and chart.labels[series][column]:
        return chart.labels[series][column]
    return figure.printed or number(figure.value, chart.decimals)


def target_text(chart: Chart) -> str:
    """Return what stands at the target line, "" without one."""
    if chart.target is None:
        return ""
    value = chart.target.printed or number(chart.target.value)
    sign = "%" if chart.unit == "%" and not value.endswith("%") else ""
    return f"{chart.target.label or 'Mục tiêu'}: {value}{sign}"


def is_zoomed(chart: Chart) -> bool:
    """Tell whether the axis of lines begins above 0: their values lie close to each other."""
    values = [one.value for series in chart.series for one in series.values if one is not None]
    values += [chart.target.value] if chart.target is not None else []
    if chart.kind is not ChartKind.LINE or not values:
        return False
    low, span = min(values), max(values) - min(values)
    return low > 0 and 0 < span < max(values) / 2


def noted(unit: str, *, is_zoomed: bool) -> str:
    """Return the line above a chart: its unit, and that its axis does not begin at 0."""
    if not is_zoomed:
        return unit
    return f"{unit}; {ZOOMED}" if unit else f"{ZOOMED[:1].upper()}{ZOOMED[1:]}"


def header(chart: Chart, width: float, swatch: Swatch, *, has_legend: bool = True) -> Header:
    """Return unit line and legend; a single series, and one named elsewhere, needs no legend."""
    unit = _unit_line(chart)
    top = sum(line_height(one.size) for one in unit)
    if len(chart.series) < 2 or not has_legend:
        return Header((), tuple(unit), top)
    names = [one.name for one in chart.series]
    shapes: list[Shape] = []
    labels: list[Label] = list(unit)
    step = line_height(style.TEXT_SIZE)
    for row in _legend_rows(names, width):
        left = (width - sum(_entry_width(names[order]) for order in row) + _ENTRY_GAP) / 2
        for order in row:
            lines = _entry_lines(names[order], width)
            middle = top + step / 2
            shapes += swatch(order, left, middle)
            at = left + SWATCH_WIDTH + style.GAP
            labels += [
                centred(line, at, middle + step * line_no, style.TEXT_SIZE, "start")
                for line_no, line in enumerate(lines)
            ]
            left += _entry_width(names[order])
        top += step * max(len(_entry_lines(names[order], width)) for order in row)
    return Header(tuple(shapes), tuple(labels), top + style.GAP)


def legend_box(chart: Chart, width: float) -> Box | None:
    """Return where the legend of bars stands, None without one."""
    head = header(chart, width, box_swatch)
    if not head.shapes:
        return None
    boxes = [one.box for one in head.labels if not one.italic]
    left = width / 2 - (wide := max(box.right for box in boxes) - width / 2) - _ENTRY_GAP
    top = sum(line_height(one.size) for one in head.labels if one.italic)
    return Box(max(0.0, left), top, min(width, width / 2 + wide + _ENTRY_GAP), head.height)


def box_swatch(order: int, left: float, middle: float) -> tuple[Shape, ...]:
    """Return the legend's sample of a filled series."""
    box = Box(left, middle - 1.3, left + SWATCH_WIDTH, middle + 1.3)
    return outlined(box, style.fill(order))


def outlined(box: Box, fill: str) -> tuple[Shape, ...]:
    """Return a filled rectangle with a thin edge, so that pale ones are seen."""
    edge = (
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
        (box.left, box.top),
    )
    return (Bar(box, fill), Stroke(edge, style.AXIS, style.AXIS_WIDTH))


def behind(labels: Iterable[Label]) -> list[Shape]:
    """Return white grounds that keep lines from crossing the letters."""
    return [Bar(one.box, style.WHITE) for one in labels]


def _unit_line(chart: Chart) -> list[Label]:
    """Return "Đơn vị tính: …", nothing where each value has its unit beside it.

    Lines whose axis does not begin at 0 say so.
    """
    forms = [
        printed(chart, row, column)
        for row, one in enumerate(chart.series)
        for column in range(len(one.values))
    ]
    told = not chart.unit or all(form.endswith(chart.unit) for form in forms if form)
    words = noted("" if told else f"Đơn vị tính: {chart.unit}", is_zoomed=is_zoomed(chart))
    if not words:
        return []
    em = style.SMALL_SIZE * MM_PER_POINT
    return [label(words, style.EDGE, ASCENT * em, style.SMALL_SIZE, "start", italic=True)]


def _legend_rows(names: list[str], width: float) -> list[list[int]]:
    """Return the orders of the series, row by row."""
    rows: list[list[int]] = [[]]
    used = 0.0
    for order, name in enumerate(names):
        wide = _entry_width(name)
        if rows[-1] and used + wide - _ENTRY_GAP > width:
            rows.append([])
            used = 0.0
        rows[-1].append(order)
        used += wide
    return rows


def _entry_lines(name: str, width: float) -> list[str]:
    """Return the lines of a legend entry."""
    return wrap(name, style.TEXT_SIZE, width - SWATCH_WIDTH - 2 * style.GAP)


def _entry_width(name: str) -> float:
    """Return what a legend entry takes, with the distance to the next, in mm."""
    words = widest(_entry_lines(name, 150.0), style.TEXT_SIZE)
    return SWATCH_WIDTH + style.GAP + words + _ENTRY_GAP
