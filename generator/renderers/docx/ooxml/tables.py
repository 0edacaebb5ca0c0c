"""Tables: grid, rows and cells."""

from __future__ import annotations

from collections.abc import Sequence

from generator.renderers.docx.ooxml.elements import Element, child, element


def table(
    style: str, widths: Sequence[int], rows: Sequence[Element], *, align: str = "left"
) -> Element:
    """Return ``w:tbl`` (CT_Tbl) of fixed layout; ``widths`` in twips.

    Word obeys the cells, LibreOffice ``w:tblGrid``: both carry the widths.
    """
    properties = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=str(sum(widths)), type="dxa"),
        element("jc", val=align),
        element("tblLayout", type="fixed"),
    )
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))
    return element("tbl", properties, grid, *rows)


def describe(node: Element, caption: str) -> None:
    """Write ``w:tblCaption`` (CT_String), the table's name for a screen reader."""
    child(node, "tblPr").append(element("tblCaption", val=caption))


def row(cells: Sequence[Element], *, header: bool = False) -> Element:
    """Return ``w:tr`` (CT_Row) that never splits; ``w:tblHeader`` repeats it."""
    marks = [element("cantSplit"), *([element("tblHeader")] if header else [])]
    return element("tr", element("trPr", *marks), *cells)


def cell(
    width: int,
    content: Sequence[Element],
    *,
    span: int = 1,
    merge: str = "",
    shade: str = "",
    centred: bool = True,
    outside: bool = False,
) -> Element:
    """Return ``w:tc`` (CT_Tc); its content must end with a paragraph.

    ``merge`` is "restart" in the first and "continue" in the further rows of a
    cell over several rows (``w:vMerge``); ``shade`` is a fill colour; ``outside``
    takes the lines away from an unused cell at the end of a row.
    """
    properties = element("tcPr", element("tcW", w=str(width), type="dxa"))
    if span > 1:
        properties.append(element("gridSpan", val=str(span)))
    if merge:
        properties.append(element("vMerge", val=merge))
    if outside:
        sides = (element(side, val="nil") for side in ("bottom", "right"))
        properties.append(element("tcBorders", *sides))
    if shade:
        properties.append(element("shd", val="clear", color="auto", fill=shade))
    if centred:
        properties.append(element("vAlign", val="center"))
    return element("tc", properties, *content)
