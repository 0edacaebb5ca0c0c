"""DrawingML charts: what python-pptx's writer leaves out or writes for slides."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.renderers.docx.ooxml.elements import legal

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHOWN = (
    ("showLegendKey", "0"),
    ("showVal", "1"),
    ("showCatName", "0"),
    ("showSerName", "0"),
    ("showPercent", "0"),
    ("showBubbleSize", "0"),
)

Node = etree._Element  # noqa: SLF001 - the only name of lxml's element type


def set_language(space: Node, language: str) -> None:
    """Write ``c:lang`` and ``c:roundedCorners`` behind ``c:date1904`` (CT_ChartSpace)."""
    first = _one(space, "date1904")
    first.addnext(_node("roundedCorners", val="0"))
    first.addnext(_node("lang", val=language))
    for node in space.iter(f"{{{_A}}}endParaRPr", f"{{{_A}}}rPr"):
        node.set("lang", language)


def set_no_frame(space: Node) -> None:
    """Write ``c:spPr`` of the whole chart: no fill and no line around it."""
    shape = _node("spPr")
    etree.SubElement(shape, f"{{{_A}}}noFill")
    etree.SubElement(etree.SubElement(shape, f"{{{_A}}}ln"), f"{{{_A}}}noFill")
    _one(space, "chart").addnext(shape)


def title_at_left(space: Node) -> None:
    """Write ``c:layout`` (CT_Layout) of the chart's title: at the upper left corner."""
    title = _one(_one(space, "chart"), "title")
    for old in title.findall(f"{{{_C}}}layout"):
        title.remove(old)
    layout, manual = _node("layout"), _node("manualLayout")
    manual.extend(_node(f"{axis}Mode", val="edge") for axis in "xy")
    manual.extend(_node(axis, val="0.005") for axis in "xy")
    layout.append(manual)
    _one(title, "tx").addnext(layout)


def set_workbook(space: Node, relation: str) -> None:
    """Write ``c:externalData`` (CT_ExternalData): the embedded workbook to edit."""
    data = _node("externalData")
    data.set(f"{{{_R}}}id", relation)
    data.append(_node("autoUpdate", val="0"))
    _one(space, "txPr").addnext(data)


def set_axis_numbers(space: Node) -> None:
    """Number the axes from 1 (``c:axId`` is unsigned; python-pptx writes negative ones)."""
    nodes = list(space.iter(f"{{{_C}}}axId", f"{{{_C}}}crossAx"))
    known = sorted({node.get("val", "") for node in nodes})
    for node in nodes:
        node.set("val", str(known.index(node.get("val", "")) + 1))


def set_values_below(space: Node) -> None:
    """Put the value axis below bars that run from the top (``c:crosses`` max)."""
    _one(_one(space, "valAx", deep=True), "crosses").set("val", "max")


def graft_line(space: Node, other: Node) -> None:
    """Show the last series of a bar chart as a line (``c:lineChart``, CT_LineChart).

    ``other`` is a line chart made from the same data; its last series replaces
    that of the bars and takes their axes.
    """
    bars, line = _one(space, "barChart", deep=True), _one(other, "lineChart", deep=True)
    for series in line.findall(f"{{{_C}}}ser")[:-1]:
        line.remove(series)
    for own, joined in zip(
        bars.findall(f"{{{_C}}}axId"), line.findall(f"{{{_C}}}axId"), strict=True
    ):
        joined.set("val", own.get("val", ""))
    bars.remove(bars.findall(f"{{{_C}}}ser")[-1])
    bars.addnext(line)


def set_plot_area(space: Node, left: float, top: float, width: float, height: float) -> None:
    """Write ``c:layout`` (CT_Layout) of the plot without its axes, in shares of the chart."""
    area = _one(space, "plotArea", deep=True)
    layout = _placed(area, (left, top, width, height))
    layout[0].insert(0, _node("layoutTarget", val="inner"))
    area.insert(0, layout)


def set_legend_area(space: Node, left: float, top: float, width: float, height: float) -> None:
    """Write ``c:layout`` (CT_Layout) of the legend, in shares of the chart."""
    legend = _one(space, "legend", deep=True)
    _one(legend, "legendPos").addnext(_placed(legend, (left, top, width, height)))


def _placed(parent: Node, sizes: tuple[float, float, float, float]) -> Node:
    """Return ``c:layout`` of a part for left, top, width and height; the old one is gone."""
    for old in parent.findall(f"{{{_C}}}layout"):
        parent.remove(old)
    layout, manual = _node("layout"), _node("manualLayout")
    manual.extend(_node(f"{axis}Mode", val="edge") for axis in "xy")
    manual.extend(_node(name, val=f"{size:.4f}") for name, size in zip("xywh", sizes, strict=True))
    layout.append(manual)
    return layout


def end_point_label(labels: Node, at: int, text: str, shift: float) -> None:
    """Write ``c:dLbl`` to the right of one point, moved down by a share of the chart.

    The text stays on one line, wherever it ends.
    """
    point_label(labels, at, "r", text=text)
    label = labels.findall(f"{{{_C}}}dLbl")[-1]
    on_one_line(label)
    layout, manual = _node("layout"), _node("manualLayout")
    manual.extend((_node("x", val="0"), _node("y", val=f"{shift:.4f}")))
    layout.append(manual)
    _one(label, "idx").addnext(layout)


def point_label(labels: Node, at: int, position: str, *, code: str = "", text: str = "") -> None:
    """Write ``c:dLbl`` (CT_DLbl) of one point, in the looks of its ``c:dLbls``.

    ``position`` is one of ST_DLblPos; ``code`` is the point's number format,
    ``text`` replaces the value where no format prints it. Points must come in
    their order.
    """
    label = _node("dLbl")
    label.append(_node("idx", val=str(at)))
    looks = labels.find(f"{{{_C}}}txPr")
    if text:
        label.append(_rich(text, looks))
    elif code:
        label.append(_node("numFmt", formatCode=code, sourceLinked="0"))
    if looks is not None:
        label.append(deepcopy(looks))
    label.append(_node("dLblPos", val=position))
    label.extend(_node(name, val=value) for name, value in _SHOWN)
    _insert_label(labels, label)


def embolden(labels: Node, at: int) -> None:
    """Write ``@b`` for the label of one point, which must be there."""
    own = (one for one in labels.findall(f"{{{_C}}}dLbl") if _one(one, "idx").get("val") == str(at))
    for label in own:
        for font in label.iter(f"{{{_A}}}defRPr", f"{{{_A}}}rPr"):
            font.set("b", "1")


def on_one_line(labels: Node) -> None:
    """Write ``a:bodyPr/@wrap``: labels wider than their bars stay on one line."""
    for body in labels.iter(f"{{{_A}}}bodyPr"):
        body.set("wrap", "none")


def turn_labels(labels: Node) -> None:
    """Write ``a:bodyPr/@rot``: labels run upwards, for columns that stand close."""
    body = _one(labels, "txPr").find(f"{{{_A}}}bodyPr")
    if body is not None:
        body.set("rot", "-5400000")
        body.set("vert", "horz")


def no_point_label(labels: Node, at: int) -> None:
    """Write ``c:dLbl`` with ``c:delete``: this point has no label."""
    label = _node("dLbl")
    label.extend((_node("idx", val=str(at)), _node("delete", val="1")))
    _insert_label(labels, label)


def _rich(text: str, looks: Node | None) -> Node:
    """Return ``c:tx`` with one run of text, its font that of ``looks``."""
    words = _node("tx")
    rich = etree.SubElement(words, f"{{{_C}}}rich")
    body = None if looks is None else looks.find(f"{{{_A}}}bodyPr")
    rich.append(etree.Element(f"{{{_A}}}bodyPr") if body is None else deepcopy(body))
    etree.SubElement(rich, f"{{{_A}}}lstStyle")
    paragraph = etree.SubElement(rich, f"{{{_A}}}p")
    font = None if looks is None else looks.find(f".//{{{_A}}}defRPr")
    if font is not None:
        etree.SubElement(paragraph, f"{{{_A}}}pPr").append(deepcopy(font))
    run = etree.SubElement(paragraph, f"{{{_A}}}r")
    properties = etree.SubElement(run, f"{{{_A}}}rPr")
    if font is not None:
        properties.attrib.update(font.attrib)
        properties.extend(deepcopy(child) for child in font)
    etree.SubElement(run, f"{{{_A}}}t").text = legal(text)
    return words


def _insert_label(labels: Node, label: Node) -> None:
    """Put a point's label behind the others and before the common properties."""
    labels.insert(len(labels.findall(f"{{{_C}}}dLbl")), label)


def _node(tag: str, **attributes: str) -> Node:
    """Return an empty ``c:`` element."""
    return etree.Element(f"{{{_C}}}{tag}", attributes)


def _one(parent: Node, tag: str, *, deep: bool = False) -> Node:
    """Return the first ``c:`` child, or descendant, of a name."""
    found = parent.find(f"{'.//' if deep else ''}{{{_C}}}{tag}")
    if found is None:
        raise LookupError(f"the chart has no c:{tag}")
    return found
