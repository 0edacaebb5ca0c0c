"""Drawn charts: bars, parts and points must be as long and as high as their numbers say.

What is painted is held against the values of the figures: one zero and one scale must fit
all bars of a chart, one scale all points of its lines, and every name and colour must
belong to the marks that it stands at. An allowance of one pixel is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from generator.verify.chart_names import Runs
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.reading.marks import Mark, overlap
from generator.verify.reading.text import ChartText

_PIXEL = 0.75  # points
_BESIDE = 6.0  # points that the sample of a legend may stand off the line of its name
_REACH = 2.5  # points that an outline or a ground of letters may reach over a shape
_SAMPLE = (24.0, 10.0)  # points: the widest and highest sample of a legend
_COLOURS = 5  # series after which the colours of a chart begin anew
_WHITE = frozenset({"#ffffff", "white"})

Values = Sequence[float | None]
Rows = Sequence[Values]  # values of each category, one for each series


@dataclass(frozen=True, slots=True)
class Fit:
    """The mark of each value, by category and series; ``upright`` where categories go right."""

    rows: Sequence[Sequence[Mark | None]]
    upright: bool


def fit_of(chart: ChartText, runs: Runs, unit: Record, lineage: Lineage) -> Fit | None:
    """Return the mark of each value of a drawing, None where no one scale fits all."""
    samples = _samples(runs, _fills(chart))
    shapes = [one for one in _fills(chart) if one not in samples.values()]
    lines = [one for one in chart.marks if one.kind == "line"]
    values = _values(unit, lineage)
    if not _flat(values):
        return None
    if unit["form"] == "line":
        return _points(shapes, values, unit, lines)
    if unit["form"] == "stacked-share":
        return None if lines else _parts(shapes, values, unit)
    return _bars(shapes, values, unit, lines)


def mark_reasons(chart: ChartText, runs: Runs, fit: Fit) -> Iterator[str]:
    """Yield what names and colours tell otherwise than the marks, and what lies over these."""
    fills = _fills(chart)
    yield from _miscoloured(fit, _samples(runs, fills))
    yield from _misnamed(fit, runs)
    yield from _covered(chart.marks, fills)


def _fills(chart: ChartText) -> list[Mark]:
    """Return the shapes of a drawing that are filled in a colour."""
    return [one for one in chart.marks if one.kind == "fill" and one.colour not in _WHITE]


def _values(unit: Record, lineage: Lineage) -> Rows:
    """Return the values of each category, those of its series in their order."""
    return [
        [
            float(decimal(lineage.figures[name]["value"])) if name in lineage.figures else None
            for name in (series["figures"][at] for series in unit["series"])
        ]
        for at in range(len(unit["categories"]))
    ]


def _samples(runs: Runs, fills: Iterable[Mark]) -> dict[int, Mark]:
    """Return the sample of each series: the shape left of its name."""
    small = [
        one
        for one in fills
        if one.right - one.left <= _SAMPLE[0] and one.bottom - one.top <= _SAMPLE[1]
    ]
    found: dict[int, Mark] = {}
    for (kind, at), lines in runs.items():
        name = lines[0]
        near = [one for one in small if abs(one.y - name.y) <= _BESIDE and one.x < name.x]
        if kind == "series" and near:
            found[at] = max(near, key=lambda one: one.right)
    return found


def _fitted(values: Rows, marks: Iterable[Mark], *, upright: bool) -> Fit:
    """Return marks in their order at the values, nothing where there is no value."""
    left = iter(marks)
    rows = [[None if value is None else next(left) for value in row] for row in values]
    return Fit(rows, upright)


def _told(row: Values) -> list[float]:
    """Return the values that are there."""
    return [value for value in row if value is not None]


def _flat(values: Rows) -> list[float]:
    """Return all values in their order."""
    return [value for row in values for value in _told(row)]


# ---------------------------------------------------------------- bars


def _bars(shapes: Sequence[Mark], values: Rows, unit: Record, lines: Sequence[Mark]) -> Fit | None:
    """Return the bar of each value where one zero and one scale fit all, None where none do."""
    flat = _flat(values)
    if len(shapes) != len(flat) or len(lines) > 1 + bool(unit.get("target")):
        return None
    for upright in (False, True):
        if upright and unit["form"] == "bar":
            continue  # columns may lie where their names have no room, bars never stand
        bars = sorted(shapes, key=lambda one: one.x if upright else one.y)
        if not _alike(bars, upright=not upright):
            continue
        ends = [_along(one, upright=upright) for one in bars]
        for zero in dict.fromkeys(edge for pair in ends for edge in pair):
            scale = _scale(ends, flat, zero)
            if scale and _has_target(unit, zero, scale, lines, upright=upright):
                return _fitted(values, bars, upright=upright)
    return None


def _alike(bars: Iterable[Mark], *, upright: bool) -> bool:
    """Tell whether bars are alike in one direction: a thicker one would look like more."""
    pairs = (_along(one, upright=upright) for one in bars)
    sizes = [high - low for low, high in pairs]
    return max(sizes) - min(sizes) <= _PIXEL


def _along(mark: Mark, *, upright: bool) -> tuple[float, float]:
    """Return where a bar begins and ends on its axis, to the right or upwards."""
    return (-mark.bottom, -mark.top) if upright else (mark.left, mark.right)


def _scale(ends: Sequence[tuple[float, float]], values: Sequence[float], zero: float) -> float:
    """Return the points of one unit where all bars grow from one zero, 0 where they do not."""
    lengths = []
    for low, high in ends:
        if min(abs(low - zero), abs(high - zero)) > _PIXEL:
            return 0
        lengths.append((high if abs(low - zero) <= abs(high - zero) else low) - zero)
    length, value = max(zip(lengths, values, strict=True), key=lambda pair: abs(pair[1]))
    scale = length / value if value else 1.0
    pairs = zip(lengths, values, strict=True)
    return scale if scale > 0 and all(abs(a - scale * b) <= _PIXEL for a, b in pairs) else 0


def _has_target(
    unit: Record, zero: float, scale: float, lines: Iterable[Mark], *, upright: bool
) -> bool:
    """Tell whether the line of a target stands where its value is; without one none need."""
    target = unit.get("target")
    if not target:
        return True
    place = zero + scale * float(decimal(target["value"]))
    return any(abs((-one.y if upright else one.x) - place) <= 2 * _PIXEL for one in lines)


def _parts(shapes: Sequence[Mark], values: Rows, unit: Record) -> Fit | None:
    """Return the parts of each bar of shares, None where one is not as wide as its share."""
    of_hundred = unit["unit"] == "%"
    # without a whole there is nothing to draw a part of
    drawn = [row if of_hundred or any(row) else [None for _ in row] for row in values]
    left = sorted(shapes, key=lambda one: one.y)
    if len(left) != len(_flat(drawn)):
        return None
    ordered: list[Mark] = []
    begins, widths = [], []
    for row in filter(None, map(_told, drawn)):
        marks, left = sorted(left[: len(row)], key=lambda one: one.x), left[len(row) :]
        if not _adjoin(marks):
            return None
        ordered += marks
        begins.append(marks[0].left)
        whole = max(sum(row), 100.0) if of_hundred else sum(row)
        widths += [
            (one.right - one.left, value / whole) for one, value in zip(marks, row, strict=True)
        ]
    if not widths:
        return _fitted(drawn, (), upright=False)
    width, share = max(widths, key=lambda pair: pair[1])
    scale = width / share if share else 1.0
    exact = all(abs(width - share * scale) <= _PIXEL for width, share in widths)
    alike = max(begins) - min(begins) <= _PIXEL
    return _fitted(drawn, ordered, upright=False) if exact and alike else None


def _adjoin(marks: Sequence[Mark]) -> bool:
    """Tell whether shapes make up one bar."""
    return all(
        abs(one.right - other.left) <= _PIXEL and abs(one.top - other.top) <= _PIXEL
        for one, other in pairwise(marks)
    )


# ---------------------------------------------------------------- points


def _points(
    shapes: Sequence[Mark], values: Rows, unit: Record, lines: Sequence[Mark]
) -> Fit | None:
    """Return the point of each value where one scale fits all, None where none does."""
    columns = _columns(shapes)
    told = [row for row in map(_told, values) if row]
    if [len(column) for column in columns] != [len(row) for row in told]:
        return None
    ordered: list[Mark] = []
    heights: list[tuple[float, float]] = []
    for column, row in zip(columns, told, strict=True):
        falling = sorted(range(len(row)), key=lambda at: -row[at])
        mine = dict(zip(falling, column, strict=True))
        ordered += [mine[at] for at in range(len(row))]
        heights += [(value, mine[at].y) for at, value in enumerate(row)]
    if not _on_scale(heights, unit, lines) or not _joined(lines, ordered):
        return None
    return _fitted(values, ordered, upright=True)


def _columns(shapes: Iterable[Mark]) -> list[list[Mark]]:
    """Return points that stand above each other, the highest first, from the left."""
    found: list[list[Mark]] = []
    for one in sorted(shapes, key=lambda mark: mark.x):
        if found and abs(found[-1][0].x - one.x) <= 2 * _PIXEL:
            found[-1].append(one)
        else:
            found.append([one])
    return [sorted(column, key=lambda mark: mark.y) for column in found]


def _on_scale(heights: Sequence[tuple[float, float]], unit: Record, lines: Iterable[Mark]) -> bool:
    """Tell whether values and heights, and the line of a target, are on one scale upwards."""
    (low, bottom), (high, top) = min(heights), max(heights)
    target = unit.get("target")
    aim = float(decimal(target["value"])) if target else low
    if low == high:
        return all(abs(y - bottom) <= _PIXEL for _, y in heights)
    scale = (top - bottom) / (high - low)
    level = [one.y for one in lines if abs(one.top - one.bottom) <= _PIXEL]
    has_target = not target or any(
        abs(y - bottom - scale * (aim - low)) <= 2 * _PIXEL for y in level
    )
    fits = (abs(y - bottom - scale * (value - low)) <= _PIXEL for value, y in heights)
    return scale < 0 and has_target and all(fits)


def _joined(lines: Iterable[Mark], points: Sequence[Mark]) -> bool:
    """Tell whether each line that rises or falls joins two points of its colour."""
    rising = (one for one in lines if abs(one.top - one.bottom) > _PIXEL)
    return all(
        any(
            abs(point.x - x) <= _PIXEL and abs(point.y - y) <= _PIXEL
            for point in points
            if point.colour == one.colour
        )
        for one in rising
        for x, y in ((one.left, one.top), (one.right, one.bottom))
    )


# ---------------------------------------------------------------- what stands at the marks


def _miscoloured(fit: Fit, samples: Mapping[int, Mark]) -> Iterator[str]:
    """Yield where a series is drawn in the colour of another or not in that of its sample."""
    painted = [_colours(fit, at) for at in range(max(map(len, fit.rows), default=0))]
    pairs = combinations(enumerate(painted), 2)
    if any(one & other for (first, one), (last, other) in pairs if last - first < _COLOURS):
        yield "two series in one colour"
    for at, sample in samples.items():
        marks = (row[at] for row in fit.rows)
        if any(one is not None and one.colour != sample.colour for one in marks):
            yield f"series {at + 1} is not in the colour of its name"


def _colours(fit: Fit, series: int) -> set[str]:
    """Return the colours in which a series is drawn."""
    marks = (row[series] for row in fit.rows)
    return {one.colour for one in marks if one is not None}


def _misnamed(fit: Fit, runs: Runs) -> Iterator[str]:
    """Yield each category whose name stands nearer to the marks of another."""
    middles = {at: _middle(row, upright=fit.upright) for at, row in enumerate(fit.rows) if any(row)}
    for (kind, at), lines in runs.items():
        if kind == "category" and at in middles:
            place = sum(one.x if fit.upright else one.y for one in lines) / len(lines)
            nearest = min(middles, key=lambda other: abs(middles[other] - place))
            if nearest != at:
                name = " ".join(one.text.strip() for one in lines)
                yield f"“{name}” stands at other marks than its own"


def _middle(row: Iterable[Mark | None], *, upright: bool) -> float:
    """Return where the middle of a category is."""
    known = [one for one in row if one is not None]
    places = [one.x if upright else one.y for one in known]
    return (min(places) + max(places)) / 2


def _covered(marks: Iterable[Mark], fills: Sequence[Mark]) -> Iterator[str]:
    """Yield a white shape over a mark, and an outline around nothing."""
    for one in marks:
        if (
            one.kind == "fill"
            and one.colour in _WHITE
            and any(overlap(one, it) > _REACH for it in fills)
        ):
            yield "a white shape over a mark"
        elif one.kind == "outline" and not any(_frames(one, it) for it in fills):
            yield "an outline of no mark"


def _frames(outline: Mark, shape: Mark) -> bool:
    """Tell whether an outline is that of a shape."""
    sides = ("left", "top", "right", "bottom")
    return all(abs(getattr(outline, side) - getattr(shape, side)) <= _REACH for side in sides)
