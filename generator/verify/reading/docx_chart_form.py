"""A native chart of Word: its form, and settings with which true data look like others.

What is listed here is how a chart of a report is drawn; Word keeps it when it saves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from lxml import etree

from generator.verify.reading.ink import contrast, luminance_of

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FORMS = {
    ("col", "clustered"): "column",
    ("bar", "clustered"): "bar",
    ("bar", "percentStacked"): "stacked-share",
}
_MOST_ROOM, _MOST_OVER_LINES = 2, 3  # times the greatest value at which an axis ends at most
_LEAST_PLOT = Decimal("0.3")  # of the chart that its plot takes
_OUTSIDE = Decimal("0.02")  # of the chart that a part may reach out of it
_FARTHEST = Decimal("0.12")  # of the chart that a label at the end of a line is moved
_LEAST_CONTRAST = 1.15  # of a bar and the paper; bars have outlines besides
_ADDED = ("showPercent", "showCatName", "showBubbleSize", "showLegendKey")


def form_of(root: etree._Element) -> str:
    """Return the form of a chart as the report names it, another word for one that it has not."""
    bars = root.find(f".//{_C}barChart")
    if bars is None:
        return "line" if root.find(f".//{_C}lineChart") is not None else "no chart"
    drawn = (_val(bars, "barDir"), _val(bars, "grouping"))
    return _FORMS.get(drawn, " ".join(drawn))


def misformed(root: etree._Element, values: Sequence[Decimal]) -> Iterator[str]:
    """Yield settings of a chart that no report has; ``values`` are those of its series."""
    form = form_of(root)
    yield from _bars(root, form)
    yield from _axes(root, form, values)
    yield from _labels(root, form)
    yield from _colours(root)
    if root.find(f"{_C}externalData") is None:
        yield "a chart that is parted from its workbook"
    series = list(root.iter(f"{_C}ser"))
    orders = [_val(one, "order") for one in series]
    if orders != [str(at) for at in range(len(series))]:
        yield "its series are drawn in another order"
    named = root.find(f".//{_C}legend") is not None or any(
        one.get("val") == "1" for one in root.iter(f"{_C}showSerName")
    )
    texts = any(True for one in root.iter(f"{_C}dLbl") if one.find(f".//{_A}t") is not None)
    if len(series) > 1 and not named and not (form == "line" and texts):
        yield "nothing tells which series is which"
    plot = root.find(f".//{_C}plotArea/{_C}layout/{_C}manualLayout")
    if plot is not None and any(_size(plot, side) < _LEAST_PLOT for side in ("w", "h")):
        yield "a plot too small to be seen"
    for area in root.iterfind(f".//{_C}manualLayout"):
        if area.find(f"{_C}w") is not None and not _is_inside(area):
            yield "a part that reaches out of the chart"


def _val(node: etree._Element, name: str) -> str:
    """Return the value of a setting right below a node, "" without."""
    found = node.find(f"{_C}{name}")
    return "" if found is None else str(found.get("val", ""))


def _is_inside(area: etree._Element) -> bool:
    """Tell whether a part with a place and a size of its own lies in its chart."""
    return all(
        _size(area, at) >= -_OUTSIDE and _size(area, at) + _size(area, size) <= 1 + _OUTSIDE
        for at, size in (("x", "w"), ("y", "h"))
        if area.find(f"{_C}{at}") is not None and area.find(f"{_C}{size}") is not None
    )


def _size(node: etree._Element, name: str) -> Decimal:
    """Return a number of a layout, 1 where it is none."""
    try:
        return Decimal(_val(node, name) or "1")
    except InvalidOperation:
        return Decimal(1)


def _bars(root: etree._Element, form: str) -> Iterator[str]:
    """Yield where bars hide each other, or stand on each other where they should not."""
    for bars in root.iter(f"{_C}barChart"):
        overlap = _val(bars, "overlap") or "0"
        if (form == "stacked-share") != (overlap == "100") or (
            form != "stacked-share" and int(overlap) > 0
        ):
            yield f"bars that overlap by {overlap} percent"


def _axes(root: etree._Element, form: str, values: Sequence[Decimal]) -> Iterator[str]:
    """Yield where categories run backwards, bars grow from above, or are too low to be seen."""
    lies = form in ("bar", "stacked-share")
    for axis in root.iter(f"{_C}catAx"):
        scaling = axis.find(f"{_C}scaling")
        order = "" if scaling is None else _val(scaling, "orientation")
        if (order == "maxMin") != lies:
            yield "the categories run backwards"
        if _val(axis, "crosses") not in ("", "autoZero"):
            yield "bars that do not grow from their axis"
    for axis in root.iter(f"{_C}valAx"):
        if _val(axis, "crosses") not in (("max",) if lies else ("", "autoZero")):
            yield "an axis at the other side"
        highest = axis.find(f"{_C}scaling/{_C}max")
        top = Decimal(str(highest.get("val"))) if highest is not None else None
        most = _MOST_OVER_LINES if form == "line" else _MOST_ROOM
        if top and values and top > most * max(map(abs, values)):
            yield f"an axis that ends at {top:f}, far above its greatest value"


def _labels(root: etree._Element, form: str) -> Iterator[str]:
    """Yield labels that say more than their value, or stand beside another."""
    for name in _ADDED:
        if any(one.get("val") == "1" for one in root.iter(f"{_C}{name}")):
            yield f"labels with {name}"
    if form != "line" and any(one.get("val") == "1" for one in root.iter(f"{_C}showSerName")):
        yield "labels with showSerName"
    for layout in root.iterfind(f".//{_C}dLbl/{_C}layout/{_C}manualLayout"):
        moved = max(abs(_size(layout, side)) for side in ("x", "y"))
        if form != "line" or moved > _FARTHEST:
            yield "a label that stands elsewhere"


def _colours(root: etree._Element) -> Iterator[str]:
    """Yield bars that cannot be seen or told apart."""
    fills = [_fill(one) for one in root.iter(f"{_C}ser")]
    told = [one for one in fills if one]
    if len(set(told)) != len(told):
        yield "two series in one colour"
    for at, series in enumerate(root.iter(f"{_C}ser")):
        own = [_fill(one) for one in series.iter(f"{_C}dPt")]
        for fill in filter(None, (*own, fills[at])):
            light = luminance_of(fill)
            if light is not None and contrast(light, 1.0) < _LEAST_CONTRAST:
                yield "bars in the colour of the paper"
        if any(one in fills[:at] + fills[at + 1 :] for one in own if one):
            yield "a bar in the colour of another series"


def _fill(node: etree._Element) -> str:
    """Return the colour of a series or point, "" for none or a line."""
    found = node.find(f"{_C}spPr/{_A}solidFill/{_A}srgbClr")
    return "" if found is None else str(found.get("val", "")).upper()
