"""DrawingML in the text: the frame that shows a chart."""

from __future__ import annotations

from lxml import etree

from generator.renderers.docx.ooxml.elements import Element, element, legal

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
EMU_PER_TWIP = 635
EMU_PER_MM = 36000


def chart_frame(relation: str, number: int, alt: str, size: tuple[int, int]) -> Element:
    """Return a run with ``wp:inline`` (CT_Inline) that shows a chart part.

    ``size`` is width and height in EMU; ``number`` makes ``wp:docPr/@id`` unique;
    ``alt`` is read to a blind reader (``@descr``).
    """
    inline = etree.Element(f"{{{_WP}}}inline", distT="0", distB="0", distL="0", distR="0")
    etree.SubElement(inline, f"{{{_WP}}}extent", cx=str(size[0]), cy=str(size[1]))
    etree.SubElement(
        inline, f"{{{_WP}}}docPr", id=str(number), name=f"Biểu đồ {number}", descr=legal(alt)
    )
    etree.SubElement(inline, f"{{{_WP}}}cNvGraphicFramePr")
    graphic = etree.SubElement(inline, f"{{{_A}}}graphic", nsmap={"a": _A})
    data = etree.SubElement(graphic, f"{{{_A}}}graphicData", uri=_C)
    chart = etree.SubElement(data, f"{{{_C}}}chart", nsmap={"c": _C, "r": _R})
    chart.set(f"{{{_R}}}id", relation)
    return element("r", element("drawing", inline))
