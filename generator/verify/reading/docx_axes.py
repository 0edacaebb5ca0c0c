"""A native chart of Word: what would let true data look false.

Data and labels are read elsewhere; here the axes (bars grow from 0, nothing is cut off),
letters without colour, and elements that no chart of a report has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from lxml import etree

from generator.verify.reading.docx_chart_form import misformed
from generator.verify.reading.docx_chart_look import mislooking
from generator.verify.reading.ink import LEAST_CONTRAST, contrast, luminance_of
from generator.verify.reading.number_format import is_plain
from generator.verify.reading.text import Row

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MORE = f"{_C}extLst"
_CHART = (
    "chartSpace date1904 lang roundedCorners chart title tx rich layout manualLayout layoutTarget"
    " xMode yMode x y w h wMode hMode overlay autoTitleDeleted plotArea barChart lineChart barDir"
    " grouping varyColors ser idx order strRef f strCache ptCount pt v spPr invertIfNegative dLbls"
    " dLbl numFmt txPr dLblPos showLegendKey showVal showCatName showSerName showPercent"
    " showBubbleSize showLeaderLines cat val numRef numCache formatCode gapWidth overlap axId catAx"
    " valAx scaling orientation min max delete axPos majorTickMark minorTickMark tickLblPos crossAx"
    " crosses auto lblAlgn lblOffset noMultiLvlLbl majorUnit minorUnit majorGridlines legend"
    " legendPos dispBlanksAs externalData autoUpdate dPt bubble3D marker symbol size smooth"
    " plotVisOnly showDLblsOverMax separator crossBetween"
)
_DRAWING = (
    "bodyPr lstStyle p r rPr t pPr defRPr endParaRPr latin ea cs solidFill srgbClr noFill ln"
    " prstDash round miter"
)
_KNOWN = frozenset(
    {f"{_C}{name}" for name in _CHART.split()} | {f"{_A}{name}" for name in _DRAWING.split()}
)


def misdrawn(root: etree._Element, rows: Sequence[Row]) -> Iterator[str]:
    """Yield what is wrong with the looks of a chart whose series are ``rows``."""
    other = (one for one in root.iter() if one.tag not in _KNOWN | {_MORE} and not _is_added(one))
    known = {str(node.tag).rpartition("}")[2] for node in other}
    yield from (f"{name} is no part of a chart" for name in sorted(known))
    values = [number for row in rows for value in row.values if (number := _number(value))]
    is_bar = root.find(f".//{_C}barChart") is not None
    is_share = any(node.get("val") == "percentStacked" for node in root.iter(f"{_C}grouping"))
    for axis in root.iter(f"{_C}valAx"):
        yield from _scale(axis, [] if is_share else values, is_bar=is_bar)
        yield from _whole(axis) if is_share else ()
        yield from _axis_numbers(axis, is_share=is_share)
    for axis in root.iter(f"{_C}catAx"):
        if _val(axis, "delete") == "1" or _val(axis, "tickLblPos") == "none":
            yield "the categories have no names"
    yield from _faded(root)
    yield from mislooking(root)
    yield from misformed(root, values)


def _is_added(node: etree._Element) -> bool:
    """Tell whether another program added a node that says but that lines lead to the labels."""
    if node.tag == f"{_C}ext":
        return all(map(_is_added, node))
    above = node.getparent()
    inside = above is not None and above.tag == f"{_C}ext"
    is_plain = node.tag == f"{_C15}showLeaderLines" and not len(node)
    return inside and is_plain and not (node.text or "").strip()


def _number(text: str | None) -> Decimal | None:
    """Return a stored value, None for what is none."""
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return None


def _val(node: etree._Element, name: str) -> str:
    """Return the value of a setting below a node, "" without."""
    found = node.find(f"{_C}{name}")
    return "" if found is None else str(found.get("val", ""))


def _scale(axis: etree._Element, values: Sequence[Decimal], *, is_bar: bool) -> Iterator[str]:
    """Yield where an axis cuts bars or points off, or runs against its direction."""
    scaling = axis.find(f"{_C}scaling")
    if scaling is None:
        return
    low, high = _number(_val(scaling, "min") or None), _number(_val(scaling, "max") or None)
    negative = any(value < 0 for value in values)
    if is_bar and (negative and low is not None and low > min(values)):
        yield f"the axis begins at {low:f}, above its least value"
    elif is_bar and not negative and low != 0:
        told = "a place of Word's choice" if low is None else f"{low:f}"
        yield f"bars begin at {told}, not at 0"
    elif not is_bar and low is not None and any(value < low for value in values):
        yield f"the axis begins at {low:f}, above its least value"
    if high is not None and any(value > high for value in values):
        yield f"the axis ends at {high:f}, below its greatest value"
    if _val(scaling, "orientation") == "maxMin":
        yield "the axis of values runs backwards"


def _whole(axis: etree._Element) -> Iterator[str]:
    """Yield where an axis of shares does not end with the whole, which is 1: bars are cut off.

    Without an end Word draws the whole.
    """
    scaling = axis.find(f"{_C}scaling")
    told = "" if scaling is None else _val(scaling, "max")
    if told and _number(told) != 1:
        yield f"the axis of shares ends at {told}, not at the whole"


def _axis_numbers(axis: etree._Element, *, is_share: bool) -> Iterator[str]:
    """Yield where the numbers at an axis read otherwise than they are."""
    form = axis.find(f"{_C}numFmt")
    if form is None:
        return
    code = str(form.get("formatCode", ""))
    if form.get("sourceLinked") == "1":
        stored = axis.getroottree().getroot().find(f".//{_C}numCache/{_C}formatCode")
        code = "" if stored is None else str(stored.text)
        if not code:
            return
    if is_share and code in ("0%", "0.0%"):
        return
    if not is_plain(code):
        yield f"the numbers at the axis are printed as {code}"


def _faded(root: etree._Element) -> Iterator[str]:
    """Yield letters that are drawn in no colour, or in one like the ground below them."""
    for text in (*root.iter(f"{_C}txPr"), *root.iter(f"{_C}rich")):
        for look in (*text.iter(f"{_A}defRPr"), *text.iter(f"{_A}rPr")):
            if look.find(f"{_A}noFill") is not None:
                yield "letters without colour"
            colour = look.find(f"{_A}solidFill/{_A}srgbClr")
            shown = None if colour is None else luminance_of(str(colour.get("val", "")))
            if shown is not None and contrast(shown, _ground(text)) < LEAST_CONTRAST:
                yield "letters in the colour of the ground"
            if 0 < int(str(look.get("sz", "0"))) < 450:
                yield "letters too small to be read"


def _ground(text: etree._Element) -> float:
    """Return how light the ground of a text is: its bar for a label inside, else white."""
    labels = next(text.iterancestors(f"{_C}dLbls"), None)
    inside = labels is not None and any(
        one.get("val") in ("ctr", "inEnd", "inBase") for one in labels.iter(f"{_C}dLblPos")
    )
    series = next(text.iterancestors(f"{_C}ser"), None)
    fill = None if series is None else series.find(f"{_C}spPr/{_A}solidFill/{_A}srgbClr")
    if not inside or fill is None:
        return 1.0
    found = luminance_of(str(fill.get("val", "")))
    return 1.0 if found is None else found
