"""Native Word charts: python-pptx writes the XML, ``chart_look`` gives it our look.

In: a ``Chart``. Out: the chart part and the workbook behind it, with the same
values in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree
from pptx.chart.chart import Chart as PptxChart
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml

from generator.model.chart import Chart, ChartKind
from generator.renderers.docx import measures as m
from generator.renderers.docx.chart_book import workbook
from generator.renderers.docx.chart_format import HORIZONTAL, label_format, target_name
from generator.renderers.docx.chart_look import dress
from generator.renderers.docx.ooxml import charts as chart_oxml
from generator.renderers.docx.ooxml.elements import legal

_BOOK_RELATION = "rId1"  # the workbook is the only relation of a chart part
_KINDS = {
    ChartKind.BAR: XL_CHART_TYPE.BAR_CLUSTERED,
    ChartKind.COLUMN: XL_CHART_TYPE.COLUMN_CLUSTERED,
    ChartKind.STACKED_SHARE: XL_CHART_TYPE.BAR_STACKED_100,
    ChartKind.LINE: XL_CHART_TYPE.LINE_MARKERS,
}

Untyped = Any  # an object of python-pptx, which has no types
_new_chart: Untyped = PptxChart
_new_data: Untyped = CategoryChartData
_new_writer: Untyped = ChartXmlWriter


@dataclass(frozen=True, slots=True)
class ChartParts:
    """The bytes of ``chartN.xml`` and of its workbook."""

    xml: bytes
    workbook: bytes


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What is drawn: a chart, and its series with a target line as the last one."""

    chart: Chart
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[Decimal | None, ...]], ...]
    code: str


def chart_parts(chart: Chart, day: date) -> ChartParts:
    """Return a chart and its workbook, ``day`` being the only time in them."""
    drawing = _Drawing(
        chart, tuple(map(legal, chart.categories)), _series(chart), label_format(chart).code
    )
    space = _space(drawing)
    dress(_new_chart(space, None), chart)
    chart_oxml.set_language(space, m.LANGUAGE)
    chart_oxml.set_no_frame(space)
    chart_oxml.set_workbook(space, _BOOK_RELATION)
    if chart.kind in HORIZONTAL:
        chart_oxml.set_values_below(space)
    xml = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
    return ChartParts(xml, workbook(drawing.categories, drawing.series, drawing.code, day))


def _series(chart: Chart) -> tuple[tuple[str, tuple[Decimal | None, ...]], ...]:
    """Return names and values of all series, plain decimals without exponent."""
    series = [
        (legal(s.name), tuple(None if v is None else _plain(v.value) for v in s.values))
        for s in chart.series
    ]
    if chart.target is not None and chart.kind not in HORIZONTAL:
        target = _plain(chart.target.value)
        series.append((target_name(chart), (target,) * len(chart.categories)))
    return tuple(series)


def _space(drawing: _Drawing) -> Untyped:
    """Return ``c:chartSpace`` as python-pptx writes it, a target line joined."""
    chart = drawing.chart
    space = _written(_KINDS[chart.kind], drawing)
    if chart.kind is ChartKind.COLUMN and chart.target is not None:
        chart_oxml.graft_line(space, _written(XL_CHART_TYPE.LINE, drawing))
    chart_oxml.set_axis_numbers(space)
    return space


def _written(kind: object, drawing: _Drawing) -> Untyped:
    """Return the parsed chart XML of one kind."""
    source = _new_data(number_format=drawing.code)
    source.categories = drawing.categories
    for name, values in drawing.series:
        source.add_series(name, values)
    return parse_xml(_new_writer(kind, source).xml.encode())


def _plain(value: Decimal) -> Decimal:
    """Return the same number written without an exponent."""
    return Decimal(format(value, "f"))
