"""Charts in the text: frame, caption below, source line."""

from __future__ import annotations

from docx.document import Document as WordDocument

from generator.model.document import ChartFigure
from generator.renderers.docx import measures as m
from generator.renderers.docx.chart_format import chart_height
from generator.renderers.docx.chart_xml import chart_parts
from generator.renderers.docx.inline import caption
from generator.renderers.docx.ooxml.drawing import EMU_PER_MM, EMU_PER_TWIP, chart_frame
from generator.renderers.docx.ooxml.elements import (
    Element,
    keep_with_next,
    paragraph,
    run,
    set_align,
)
from generator.renderers.docx.parts import add_chart
from generator.renderers.docx.writer import Writer

_ROOM_FOR_CAPTION = 1700
_MOST_WIDTH = m.PAGE_SHORT  # no wider than this on a landscape page


def chart_figure(block: ChartFigure, writer: Writer, word: WordDocument) -> list[Element]:
    """Return the chart, its caption "Biểu đồ n." and its source line."""
    writer.chart_count += 1
    parts = chart_parts(block.chart, writer.day)
    relation = add_chart(word, writer.chart_count, parts)
    width = min(writer.page.text_width, _MOST_WIDTH) * EMU_PER_TWIP
    most = (writer.page.text_height - _ROOM_FOR_CAPTION) * EMU_PER_TWIP
    size = (width, min(most, round(chart_height(block.chart) * EMU_PER_MM)))
    frame = chart_frame(relation, writer.chart_count, block.chart.alt, size)
    name = caption("ND30TenBieuDo", block.id, block.label, block.caption, writer)
    if not block.source_line:
        return [paragraph("ND30BieuDo", frame), name]
    keep_with_next(name)
    source = paragraph("ND30Nguon", run(block.source_line))
    set_align(source, "center")
    return [paragraph("ND30BieuDo", frame), name, source]
