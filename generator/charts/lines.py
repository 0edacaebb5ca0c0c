"""Lines over time; gaps stay gaps, values stand where they meet nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.charts import style
from generator.charts.frame import (
    SWATCH_WIDTH,
    Header,
    Shape,
    centred,
    header,
    label,
    line_height,
    printed,
    target_text,
)
from generator.charts.measure import balanced, widest, wrap
from generator.charts.scale import Scale, known
from generator.charts.shapes import (
    ASCENT,
    DESCENT,
    MM_PER_POINT,
    Box,
    Drawing,
    Label,
    Marker,
    Stroke,
)
from generator.model.chart import Chart

_HEIGHT = 66.0
_SIZE = 9.5
_NAME_GAP = 1.5
_NAME_SIZES = (style.TEXT_SIZE, 9.5, 8.5, 7.5)
_TARGET_ROOM = 24.0
# lines whose names stand at their ends, and the widest name that does, in mm
_MOST_ENDS = 5
_WIDEST_END = 30.0
_END_GAP = 2.8
# so many values are all printed; of more only those that tell most
_ALL_TOLD = 16
# how far a value may stand from its point, in mm, nearest first
_DISTANCES = (1.4, 3.2, 5.2, 7.4)
_BELOW = 0.5  # a place below counts for so much farther away
# Word knows no such places, and among many lines they are taken for another point's
_FARTHER = frozenset((*_DISTANCES[1:], *(one + _BELOW for one in _DISTANCES[1:])))


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a line on the paper."""

    series: int
    x: float
    y: float
    form: str


@dataclass(frozen=True, slots=True)
class _Plot:
    """Lines before anything is written beside their points; ``room`` is that of their names."""

    room: float
    head: Header
    names: list[Label]
    area: Box
    scale: Scale
    points: list[list[Point | None]]
    strokes: list[Stroke]
    markers: list[Marker]

    @property
    def told(self) -> list[tuple[Point, Label]]:
        """Return the values beside their points; those behind names are not among them."""
        own = [one[: -1 if self.room else None] for one in self.points]
        told = [point for one in own for point in one if point is not None]
        return _placed(told, self.strokes, self.markers, self.area)


def lines_height(chart: Chart, width: float) -> float:
    """Return the height in mm at which lines are read well."""
    return _HEIGHT + header(chart, width, line_swatch).height


def line_swatch(order: int, left: float, middle: float) -> tuple[Shape, ...]:
    """Return the legend's sample of a line."""
    ends = ((left, middle), (left + SWATCH_WIDTH, middle))
    return (_stroke(ends, order), _marker(order, left + SWATCH_WIDTH / 2, middle))


def lines(chart: Chart, width: float, height: float) -> Drawing:
    """Return lines from left to right in the order of the categories."""
    plot = _plot(chart, width, height)
    head, right, bottom = plot.head, plot.area.right, plot.area.bottom
    aim, aim_labels = _target(chart, right, plot.scale)
    # names at the ends have the last values with them
    ends = _ends(chart, plot.points, width, plot.area) if plot.room else []
    values = [one for _, one in plot.told]
    axis = Stroke(((style.EDGE, bottom), (right, bottom)), style.AXIS, 2 * style.AXIS_WIDTH)
    end_labels = (one for end in ends for one in end[1:])
    return Drawing(
        width,
        height,
        (*head.shapes, axis, *aim, *plot.strokes, *plot.markers, *(end[0] for end in ends)),
        (*head.labels, *plot.names, *values, *aim_labels, *end_labels),
    )


def _plot(chart: Chart, width: float, height: float) -> _Plot:
    """Return where the lines of a chart of that size in mm run."""
    room = _room_for_names(chart)
    head = header(chart, width, line_swatch, has_legend=not room)
    right = width - style.EDGE - (_TARGET_ROOM if chart.target is not None else room)
    slot = (right - style.EDGE) / len(chart.categories)
    names, bottom = _names(chart, slot, height)
    scale = _scale(chart, head, bottom)
    points = _points(chart, slot, scale)
    strokes = [stroke for row, one in enumerate(points) for stroke in _strokes(one, row)]
    markers = [_marker(one.series, one.x, one.y) for row in points for one in row if one]
    area = Box(0, head.height, right, bottom)
    return _Plot(room, head, names, area, scale, points, strokes, markers)


def told_values(chart: Chart, width: float) -> dict[tuple[int, int], str]:
    """Return which values of lines are printed, and on which side of their points.

    Series and category → "t", "b", "l" or "r" (above, below, left, right), as ``lines`` of that
    width in mm has them; values that stand behind names are not among them. So that a chart
    that is drawn by others has the same labels.
    """
    plot = _plot(chart, width, lines_height(chart, width))
    return {
        (point.series, plot.points[point.series].index(point)): _side(one, point)
        for point, one in plot.told
    }


def _side(one: Label, point: Point) -> str:
    """Return on which side of its point a label stands."""
    sides = {"start": "r", "end": "l"}
    return sides.get(one.anchor, "t" if one.y < point.y else "b")


def _room_for_names(chart: Chart) -> float:
    """Return the width in mm of the names beside the ends of the lines, 0 for a legend.

    Names stand there where every line reaches the last category and all are short.
    """
    reached = all(one.values[-1] is not None for one in chart.series)
    if chart.target is not None or not reached or not 1 < len(chart.series) <= _MOST_ENDS:
        return 0.0
    wide = widest([one.name for one in chart.series], _SIZE)
    return _END_GAP + wide + _last_values(chart) if wide <= _WIDEST_END else 0.0


def _last_values(chart: Chart) -> float:
    """Return the width in mm of the last values, which stand behind the names."""
    last = len(chart.categories) - 1
    forms = [printed(chart, row, last) for row in range(len(chart.series))]
    return widest(forms, _SIZE) + style.GAP


def _ends(
    chart: Chart, points: list[list[Point | None]], width: float, area: Box
) -> list[tuple[Marker, Label, Label]]:
    """Return mark, name and last value of each line at the height of its end, none over another.

    ``area`` is the plot; names and values stand between it and ``width``.
    """
    step, left = line_height(_SIZE), area.right
    last = [one[-1] for one in points]
    ends = sorted((end.y, end.series, end) for end in last if end is not None)
    lowest = area.bottom - step / 2
    heights: list[float] = []
    for y, *_ in ends:
        heights.append(max(y, heights[-1] + step if heights else area.top + step / 2))
    for at in reversed(range(len(heights))):
        heights[at] = min(heights[at], lowest)
        lowest = heights[at] - step
    return [
        (
            _marker(end.series, left + style.GAP, y),
            centred(chart.series[end.series].name, left + _END_GAP, y, _SIZE, "start"),
            centred(end.form, width - style.EDGE, y, _SIZE, "end"),
        )
        for y, (*_, end) in zip(heights, ends, strict=True)
    ]


def _names(chart: Chart, slot: float, height: float) -> tuple[list[Label], float]:
    """Return the names of the categories and the height of the axis above them.

    Names too wide for their slots get smaller, then every second (third …) is left out.
    """
    size = next(
        (one for one in _NAME_SIZES if _name_width(chart, one, slot) <= slot), _NAME_SIZES[-1]
    )
    every = max(1, math.ceil(_name_width(chart, size, slot) / slot))
    wrapped = [balanced(name, size, slot * every - _NAME_GAP) for name in chart.categories]
    step = line_height(size)
    bottom = height - style.EDGE - step * max(map(len, wrapped)) - _NAME_GAP
    base = bottom + _NAME_GAP + ASCENT * size * MM_PER_POINT
    names = [
        label(words, style.EDGE + slot * (column + 0.5), base + step * row, size)
        for column, rows in enumerate(wrapped)
        for row, words in enumerate(rows)
        if column % every == 0
    ]
    return names, bottom


def _name_width(chart: Chart, size: float, slot: float) -> float:
    """Return what the widest name takes in mm once it is broken to fit its slot."""
    names = (widest(wrap(name, size, slot - _NAME_GAP), size) for name in chart.categories)
    return max(names) + _NAME_GAP


def _scale(chart: Chart, head: Header, bottom: float) -> Scale:
    """Return a scale from zero; values far from zero and close together fill the height."""
    values = [value for one in chart.series for value in known(one.values)]
    if chart.target is not None:
        values.append(chart.target.value)
    low, high = min(values), max(values)
    margin = line_height(_SIZE) + 2 * style.GAP
    close = low > 0 and (high - low) < high / 2
    floor = low if close and high > low else min(low, Decimal(0))
    top = high if high > floor else floor + 1
    return Scale(floor, top, bottom - (margin if low < 0 or close else 0), head.height + margin)


def _points(chart: Chart, slot: float, scale: Scale) -> list[list[Point | None]]:
    """Return the points of each series, None for a gap."""
    return [
        [
            None
            if figure is None
            else Point(
                row,
                style.EDGE + slot * (column + 0.5),
                scale.at(figure.value),
                printed(chart, row, column),
            )
            for column, figure in enumerate(one.values)
        ]
        for row, one in enumerate(chart.series)
    ]


def _strokes(points: list[Point | None], order: int) -> Iterator[Stroke]:
    """Yield the line between two neighbours that both have a value."""
    for one, other in pairwise(points):
        if one is not None and other is not None:
            yield _stroke(((one.x, one.y), (other.x, other.y)), order)


def _stroke(ends: tuple[tuple[float, float], ...], order: int) -> Stroke:
    """Return a line in the colour and dash of its series."""
    at = order % len(style.LINE_COLOURS)
    return Stroke(ends, style.LINE_COLOURS[at], style.LINE_WIDTH, style.DASHES[at])


def _marker(order: int, x: float, y: float) -> Marker:
    """Return a point in the form of its series."""
    at = order % len(style.MARKERS)
    return Marker(x, y, style.MARKERS[at], style.LINE_COLOURS[at])


def _placed(
    points: list[Point], strokes: list[Stroke], markers: list[Marker], area: Box
) -> list[tuple[Point, Label]]:
    """Return points with their values, each at the free place nearest to it.

    A value without a free place is left out: the table beside the chart has it.
    """
    told = points if len(points) <= _ALL_TOLD else _turns(points)
    taken = [marker.box for marker in markers]
    found: list[tuple[Point, Label]] = []
    for point in sorted(told, key=lambda one: (one.x, one.y)):
        best = _best(point, points, [*taken, *(one.box for _, one in found)], strokes, area)
        if best is not None:
            found.append((point, best))
    return found


def _turns(points: list[Point]) -> list[Point]:
    """Return the points of crowded lines that tell most: first, last, highest, lowest."""
    told: list[Point] = []
    for order in sorted({point.series for point in points}):
        line = [point for point in points if point.series == order]
        height = [point.y for point in line]
        ends = (line[0], line[-1], line[height.index(min(height))], line[height.index(max(height))])
        told += dict.fromkeys(ends)
    return told


def _best(
    point: Point, points: list[Point], taken: list[Box], strokes: list[Stroke], area: Box
) -> Label | None:
    """Return the label of a point that meets no box and as few lines as can be.

    A place that is nearer to another point would tell that one's value wrongly.
    """
    many = len(points) > _ALL_TOLD
    free = [
        (crossed, distance, one)
        for distance, one in _places(point)
        if not (many and distance in _FARTHER)
        and _inside(one.box, area)
        and not any(one.box.overlaps(box) for box in taken)
        and _nearest(one.box, points) == point
        for crossed in [sum(_crosses(stroke, one.box) for stroke in strokes)]
    ]
    best = min(free, key=lambda one: one[:2], default=None)
    # among many lines a value that one of them strikes through cannot be read
    struck = best is not None and best[0] > 0 and many
    return None if best is None or struck else best[2]


def _nearest(box: Box, points: list[Point]) -> Point:
    """Return the point that a reader takes a label for: the one nearest to its middle."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return min(points, key=lambda one: (math.hypot(one.x - x, one.y - y), one.series))


def _places(point: Point) -> Iterator[tuple[float, Label]]:
    """Yield the places around a point with their distance, above before below."""
    em = _SIZE * MM_PER_POINT
    for distance in _DISTANCES:
        yield distance, label(point.form, point.x, point.y - distance - DESCENT * em, _SIZE)
        below = label(point.form, point.x, point.y + distance + ASCENT * em, _SIZE)
        yield distance + _BELOW, below
    yield 4.0, centred(point.form, point.x + 1.4, point.y, _SIZE, "start")
    yield 4.5, centred(point.form, point.x - 1.4, point.y, _SIZE, "end")


def _inside(box: Box, area: Box) -> bool:
    """Tell whether a label stays within the plot."""
    return (
        box.left >= area.left
        and box.right <= area.right
        and box.top >= area.top
        and box.bottom <= area.bottom
    )


def _crosses(stroke: Stroke, box: Box) -> bool:
    """Tell whether a line of two points passes through a rectangle."""
    return any(_within(point, box) for point in _along(stroke.points))


def _along(points: tuple[tuple[float, float], ...]) -> Iterable[tuple[float, float]]:
    """Yield places on a line, close enough that none passes a letter between them."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    steps = max(2, int(max(abs(x2 - x1), abs(y2 - y1)) / 0.7))
    return ((x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps) for i in range(steps + 1))


def _within(point: tuple[float, float], box: Box) -> bool:
    """Tell whether a place lies in a rectangle."""
    return box.left < point[0] < box.right and box.top < point[1] < box.bottom


def _target(
    chart: Chart, right: float, scale: Scale
) -> tuple[tuple[Shape, ...], tuple[Label, ...]]:
    """Return the dashed line of the target, its name to the right."""
    if chart.target is None:
        return ((), ())
    y = scale.at(chart.target.value)
    line = Stroke(((style.EDGE, y), (right, y)), style.TARGET, 2 * style.AXIS_WIDTH, (0.8, 0.8))
    words = wrap(target_text(chart), style.SMALL_SIZE, _TARGET_ROOM - style.GAP)
    step = line_height(style.SMALL_SIZE)
    first = y - step * (len(words) - 1) / 2
    names = (
        centred(part, right + style.GAP, first + step * row, style.SMALL_SIZE, "start")
        for row, part in enumerate(words)
    )
    return ((line,), tuple(names))
