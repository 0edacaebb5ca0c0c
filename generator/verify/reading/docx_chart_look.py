"""A native chart of Word: bars that are not drawn, labels that are turned or are no letters."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.verify.reading.fonts import draws_pictures

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_UPRIGHT = (None, "0", "-60000000")  # the last one leaves it to Word, which writes it so
_NOT_STRUCK = (None, "noStrike")
_GROUNDS = ("plotArea", "legend", "title", "dLbls", "dLbl", "catAx", "valAx")
_FILLS = ("solidFill", "gradFill", "pattFill", "blipFill", "grpFill")
_MOST_LINE = 50_800  # EMU, 4 points


def mislooking(root: etree._Element) -> Iterator[str]:
    """Yield what takes the bars, lines and labels of a chart from sight."""
    for body in root.iter(f"{_A}bodyPr"):
        if body.get("rot") not in _UPRIGHT or body.get("vert") not in (None, "horz"):
            yield "labels that are turned"
    for name in ("latin", "ea", "cs"):
        for font in root.iter(f"{_A}{name}"):
            if draws_pictures(str(font.get("typeface", ""))):
                yield f"letters in the font {font.get('typeface')}"
    if any(len(one) for one in root.iter(f"{_A}srgbClr")):
        yield "colours that are not as they are told"
    if any(int(str(one.get("w", "0"))) > _MOST_LINE for one in root.iter(f"{_A}ln")):
        yield "lines that cover what they are drawn around"
    yield from _grounds(root)
    for one in (*root.iter(f"{_A}rPr"), *root.iter(f"{_A}defRPr")):
        if one.get("strike") not in _NOT_STRUCK:
            yield "labels that are struck through"
    yield from _undrawn(root)


def _grounds(root: etree._Element) -> Iterator[str]:
    """Yield where the ground of a chart, its plot or its texts has a colour of its own.

    Letters are read on the paper; on a ground of another colour they may not be seen.
    """
    grounds = (root, *(one for name in _GROUNDS for one in root.iter(f"{_C}{name}")))
    for one in grounds:
        own = one.find(f"{_C}spPr")
        if own is not None and any(own.find(f"{_A}{fill}") is not None for fill in _FILLS):
            yield "a ground that is filled"


def _undrawn(root: etree._Element) -> Iterator[str]:
    """Yield bars and lines that have no colour."""
    lines = {id(one) for chart in root.iter(f"{_C}lineChart") for one in chart.iter(f"{_C}ser")}
    for series in root.iter(f"{_C}ser"):
        for look in (series, *series.iter(f"{_C}dPt")):
            own = look.find(f"{_C}spPr")
            if own is None:
                continue
            if own.find(f"{_A}noFill") is not None and id(series) not in lines:
                yield "bars that are not drawn"
            if own.find(f"{_A}ln/{_A}noFill") is not None and id(series) in lines:
                yield "a line that is not drawn"
