"""Labels of a drawn chart: which texts they are, and that each stands at the mark of its value."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from generator.verify.geometry import Fit
from generator.verify.lineage import Record
from generator.verify.reading.marks import Mark
from generator.verify.reading.text import Drawn, squeezed

_SLACK = 3.0  # points by which another mark may be nearer: letters have no exact middle
STACKED = "stacked-share"
_MAY_BE_LEFT_OUT = ("line",)  # where a label finds no room


def split_labels(
    texts: Iterable[Drawn], unit: Record
) -> tuple[tuple[Drawn, ...], tuple[Drawn, ...]]:
    """Return the labels of values in a drawing, squeezed, and its other texts."""
    left = _wanted(unit)
    labels: list[Drawn] = []
    rest: list[Drawn] = []
    # from the last: names stand before labels, and may read the same
    for one in reversed([one for one in texts if one.text.strip()]):
        key = squeezed(one.text)
        parts = _split(key, left) or _listed(key, left, unit)
        left = _without(left, parts)
        # labels that touch are read as one text
        labels += [Drawn(part, one.x + at / 100, one.y) for at, part in enumerate(parts)][::-1]
        rest += [] if parts else [one]
    return tuple(labels[::-1]), tuple(rest[::-1])


def missing_labels(labels: Iterable[Drawn], unit: Record) -> list[str]:
    """Return the first label that a drawing should have and has not."""
    left = _without(_wanted(unit), (one.text for one in labels))
    if unit["form"] == STACKED:
        left = [text for text in left if not is_nothing(text)]
    return [] if unit["form"] in _MAY_BE_LEFT_OUT else left[:1]


def is_nothing(label: str) -> bool:
    """Tell whether a label is that of zero, which has no part of a bar: "0", "0,0%"."""
    return {one for one in label if one.isdigit()} == {"0"}


def _wanted(unit: Record) -> list[str]:
    """Return the labels of a chart, squeezed, those of a category together."""
    return [text for at in range(len(unit["categories"])) for text in _row(unit, at) if text]


def _row(unit: Record, at: int) -> list[str]:
    """Return the labels of a category, one for each series."""
    return [squeezed(series["labels"][at]) for series in unit["series"]]


def _split(key: str, left: Sequence[str]) -> tuple[str, ...]:
    """Return the labels that make up a text, () where it is none."""
    if key in left:
        return (key,)
    for label in dict.fromkeys(left):
        if label and key.startswith(label):
            rest = _split(key[len(label) :], _without(left, [label]))
            if rest:
                return (label, *rest)
    return ()


def _listed(key: str, left: Sequence[str], unit: Record) -> tuple[str, ...]:
    """Return the labels in a list behind a bar: "1,5%; 2%" or "Một phần: 1,5%; Khác: 2%"."""
    found: list[str] = []
    for part in key.split(";") if unit["form"] == STACKED else ():
        name, _, label = part.rpartition(":")
        labels = [
            map(squeezed, one["labels"]) for one in unit["series"] if squeezed(one["name"]) == name
        ]
        if label not in _without(left, found) or (name and not any(label in own for own in labels)):
            return ()
        found.append(label)
    return tuple(found)


def _without(texts: Sequence[str], gone: Iterable[str]) -> list[str]:
    """Return texts without others, each as often as it stands there."""
    left = list(texts)
    for text in gone:
        if text in left:
            left.remove(text)
    return left


# ---------------------------------------------------------------- places


def misplaced_labels(labels: Sequence[Drawn], unit: Record, fit: Fit) -> Iterator[str]:
    """Yield each label that stands at the mark of another value, and one that comes twice."""
    if unit["form"] == STACKED:
        yield from _in_rows(labels, unit, fit)
        return
    marks = [
        (text, mark)
        for at, row in enumerate(fit.rows)
        for text, mark in zip(_row(unit, at), row, strict=True)
        if mark is not None and text
    ]
    for label in labels:
        far = [
            (_distance(label, mark, unit, fit), text, at) for at, (text, mark) in enumerate(marks)
        ]
        own = min((one for one in far if one[1] == label.text), default=None)
        if own is None or own[0] > min(far)[0] + _SLACK:
            yield f"the label “{label.text}” stands at another mark than its own"
        else:
            del marks[own[2]]


def _distance(label: Drawn, mark: Mark, unit: Record, fit: Fit) -> float:
    """Return how far a label is from a mark, along the axis of the categories or at all."""
    across, down = abs(label.x - mark.x), abs(label.y - mark.y)
    if unit["form"] == "line":
        return math.hypot(across, down)
    return across if fit.upright else down


def _in_rows(labels: Sequence[Drawn], unit: Record, fit: Fit) -> Iterator[str]:
    """Yield where labels of shares are not in their parts, or behind their bar in their order."""
    rows = [(at, [one for one in row if one is not None]) for at, row in enumerate(fit.rows)]
    heights = {at: marks[0].y for at, marks in rows if marks}
    told: dict[int, list[Drawn]] = {}
    for one in labels if heights else ():
        nearest = min(heights, key=lambda at: abs(heights[at] - one.y))
        told.setdefault(nearest, []).append(one)
    for at, mine in told.items():
        wanted = dict(enumerate(_row(unit, at)))
        for one in sorted(mine, key=lambda label: label.x):
            inside = [
                order
                for order, mark in enumerate(fit.rows[at])
                if mark is not None and mark.left <= one.x <= mark.right
            ]
            order = inside[0] if inside else next((n for n in wanted if wanted[n] == one.text), -1)
            if wanted.pop(order, None) != one.text:
                yield f"the label “{one.text}” stands at another part than its own"
