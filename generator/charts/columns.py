"""Columns from zero, series side by side, the value on top of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.charts import style
from generator.charts.frame import (
    Header,
    Shape,
    behind,
    box_swatch,
    header,
    label,
    line_height,
    outlined,
    printed,
    target_text,
)
from generator.charts.measure import balanced, widest, wrap
from generator.charts.scale import Scale, reach
from generator.charts.shapes import ASCENT, DESCENT, MM_PER_POINT, Box, Drawing, Label, Stroke
from generator.model.chart import Chart

_SIZES = (style.TEXT_SIZE, 9.5, 8.5)
_WIDEST_COLUMN = 14.0
_GROUP_SHARE = 0.86
_NAME_GAP = 1.5
_TARGET_ROOM = 24.0
# a name in more lines than this is read better beside a row
_MOST_LINES = 4
_HEIGHT = 34.0


@dataclass(frozen=True, slots=True)
class ColumnFrame:
    """Places of a chart with columns: slots from ``left`` to ``right`` mm."""

    header: Header
    left: float
    slot: float
    count: int
    bottom: float
    size: float

    @property
    def right(self) -> float:
        """Return the right end of the last slot."""
        return self.left + self.slot * self.count

    def middle(self, column: int) -> float:
        """Return the middle of a slot."""
        return self.left + self.slot * (column + 0.5)


def columns_height(chart: Chart, width: float) -> float:
    """Return the height in mm at which columns are read well."""
    return _HEIGHT + header(chart, width, box_swatch).height


def columns(chart: Chart, width: float, height: float) -> Drawing | None:
    """Return the columns, None where names or values have no room side by side."""
    for size in _SIZES:
        drawing = _columns(chart, width, height, size)
        if drawing is not None:
            return drawing
    return None


def column_frame(chart: Chart, width: float, height: float) -> ColumnFrame | None:
    """Return where columns stand, None where they have no room side by side."""
    for size in _SIZES:
        if _columns(chart, width, height, size) is not None:
            return _frame(chart, width, height, size)
    return None


def column_width(frame: ColumnFrame, count: int) -> float:
    """Return the width in mm of one of ``count`` columns that stand side by side."""
    return min(_WIDEST_COLUMN, frame.slot * _GROUP_SHARE / count)


def _columns(chart: Chart, width: float, height: float, size: float) -> Drawing | None:
    """Return the columns with labels of one size, None where they collide."""
    frame = _frame(chart, width, height, size)
    names = _names(chart, frame, height)
    scale = _scale(chart, frame)
    marks = list(_marks(chart, frame, scale))
    values = tuple(value for _, _, value in marks)
    if names is None or _collide((*values, *names), [box for box, _, _ in marks], width):
        return None
    aim, aim_labels = _target(chart, frame, scale)
    shapes = [one for box, fill, _ in marks for one in outlined(box, fill)]
    zero = scale.at(scale.low * 0)
    axis = Stroke(((frame.left, zero), (frame.right, zero)), style.AXIS, 2 * style.AXIS_WIDTH)
    return Drawing(
        width,
        height,
        (*frame.header.shapes, *shapes, axis, *aim, *behind(values)),
        (*frame.header.labels, *names, *values, *aim_labels),
    )


def _frame(chart: Chart, width: float, height: float, size: float) -> ColumnFrame:
    """Return the slots and the height where the names begin."""
    head = header(chart, width, box_swatch)
    right = width - style.EDGE - (_TARGET_ROOM if chart.target is not None else 0)
    count = len(chart.categories)
    slot = (right - style.EDGE) / count
    lines = max(len(wrap(name, size, slot - _NAME_GAP)) for name in chart.categories)
    bottom = height - style.EDGE - lines * line_height(size) - _NAME_GAP
    return ColumnFrame(head, style.EDGE, slot, count, bottom, size)


def _scale(chart: Chart, frame: ColumnFrame) -> Scale:
    """Return the scale that leaves room for the values above and below."""
    low, high = reach(chart)
    room = line_height(frame.size) + style.GAP
    return Scale(low, high, frame.bottom - (room if low < 0 else 0), frame.header.height + room)


def _names(chart: Chart, frame: ColumnFrame, height: float) -> tuple[Label, ...] | None:
    """Return the names under the columns, None where one is too wide or too long."""
    found: list[Label] = []
    top = frame.bottom + _NAME_GAP + ASCENT * frame.size * MM_PER_POINT
    for column, name in enumerate(chart.categories):
        lines = balanced(name, frame.size, frame.slot - _NAME_GAP)
        if widest(lines, frame.size) > frame.slot or len(lines) > _MOST_LINES:
            return None
        found += [
            label(line, frame.middle(column), top + row * line_height(frame.size), frame.size)
            for row, line in enumerate(lines)
        ]
    return tuple(found) if frame.bottom > height / 3 else None


def _marks(chart: Chart, frame: ColumnFrame, scale: Scale) -> Iterator[tuple[Box, str, Label]]:
    """Yield rectangle, fill and value of each column that has a value."""
    count = len(chart.series)
    thick = column_width(frame, count)
    zero = scale.at(scale.low * 0)
    for column in range(frame.count):
        left = frame.middle(column) - thick * count / 2
        for order, one in enumerate(chart.series):
            figure = one.values[column]
            if figure is None:
                continue
            end = scale.at(figure.value)
            edge = left + thick * order
            box = Box(edge, min(zero, end), edge + thick, max(zero, end))
            form = printed(chart, order, column)
            value = _value(form, box, frame.size, below=figure.value < 0)
            yield box, style.fill(order), value


def _value(form: str, box: Box, size: float, *, below: bool) -> Label:
    """Return the printed value on top of a column, under it where it hangs down."""
    em = size * MM_PER_POINT
    base = box.bottom + style.GAP + ASCENT * em if below else box.top - style.GAP - DESCENT * em
    return label(form, (box.left + box.right) / 2, base, size)


def _collide(labels: tuple[Label, ...], columns: list[Box], width: float) -> bool:
    """Tell whether a label meets another one or a column, or leaves the drawing."""
    boxes = [one.box for one in labels]
    outside = any(box.left < 0 or box.right > width for box in boxes)
    covered = any(box.overlaps(column) for box in boxes for column in columns)
    # two values that stand at one height must not read as one number
    met = any(_apart(one).overlaps(other) for one, other in combinations(boxes, 2))
    return outside or covered or met


def _apart(box: Box) -> Box:
    """Return a box with the distance that it needs to its neighbours on either side."""
    return Box(box.left - style.GAP, box.top, box.right + style.GAP, box.bottom)


def _target(
    chart: Chart, frame: ColumnFrame, scale: Scale
) -> tuple[tuple[Shape, ...], tuple[Label, ...]]:
    """Return the dashed line of the target, its name to the right of the columns."""
    if chart.target is None:
        return ((), ())
    y = scale.at(chart.target.value)
    line = Stroke(
        ((frame.left, y), (frame.right, y)), style.TARGET, 2 * style.AXIS_WIDTH, style.DASHES[1]
    )
    lines = wrap(target_text(chart), style.SMALL_SIZE, _TARGET_ROOM - style.GAP)
    step = line_height(style.SMALL_SIZE)
    first = y - step * (len(lines) - 1) / 2 + DESCENT * style.SMALL_SIZE * MM_PER_POINT
    names = (
        label(words, frame.right + style.GAP, first + step * row, style.SMALL_SIZE, "start")
        for row, words in enumerate(lines)
    )
    return ((line,), tuple(names))
