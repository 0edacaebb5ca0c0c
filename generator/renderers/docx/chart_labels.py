"""The labels beside the marks of a native chart."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pptx.dml.color import RGBColor
from pptx.util import Pt

from generator.charts import style
from generator.model.chart import Chart, ChartKind
from generator.renderers.docx import measures as m
from generator.renderers.docx.chart_ends import end_label, ends_of
from generator.renderers.docx.chart_format import (
    HORIZONTAL,
    label_format,
    label_positions,
    labelled,
    many_values,
    own_format,
    target_end,
    target_text,
    text_size,
    told_in_lines,
)
from generator.renderers.docx.ooxml.charts import (
    embolden,
    end_point_label,
    no_point_label,
    on_one_line,
    point_label,
    turn_labels,
)
from generator.renderers.metrics import text_width

_LEAST_SHARE = Decimal("0.05")  # a smaller part of a bar has no room for its label
_PLOT_WIDTH = 8200  # twips, about what the value axis leaves of a chart

Untyped = Any  # an object of python-pptx, which has no types
_from_string: Untyped = RGBColor.from_string


def rgb(colour: str) -> Untyped:
    """Return the library's form of a colour "#rrggbb"."""
    return _from_string(colour.lstrip("#").upper())


def label_series(series: Untyped, index: int, chart: Chart) -> None:
    """Label the points of one series, white on dark parts of stacked bars."""
    labels = _new_labels(series, chart)
    form = label_format(chart)
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = form.fixed_code or form.code, False
    if chart.kind is ChartKind.STACKED_SHARE:
        labels.font.color.rgb = rgb(style.text_on(style.fill(index)))
    node = labels._element  # noqa: SLF001 - how the library shows its XML
    if chart.kind is ChartKind.COLUMN and _crowded(chart):
        turn_labels(node)
    _points(node, index, chart)


def label_target(series: Untyped, chart: Chart) -> None:
    """Label a target line once, at the end where there is room."""
    labels = _new_labels(series, chart)
    labels.show_value = False
    node = labels._element  # noqa: SLF001 - how the library shows its XML
    point_label(node, target_end(chart), "t", text=target_text(chart))


def _new_labels(series: Untyped, chart: Chart) -> Untyped:
    """Return the labels of a series in the chart's font."""
    labels = series.data_labels
    labels.font.size, labels.font.name = Pt(text_size(chart)), m.FONT
    on_one_line(labels._element)  # noqa: SLF001 - how the library shows its XML
    return labels


def _points(labels: Untyped, index: int, chart: Chart) -> None:
    """Label each point by a format that prints it everywhere; else the series by text.

    A format with a decimal comma follows the reader's system, so that it would print
    a point on an English one. LibreOffice 7.4 mixes up the points of a series that has
    both formats and texts.
    """
    points = labelled(chart)[index]
    ends = ends_of(chart)
    formats = [None if pair is None else own_format(*pair) for pair in points]
    as_text = ends is not None or any(
        form is None or not form.is_fixed_for(pair[0])
        for form, pair in zip(formats, points, strict=True)
        if pair
    )
    for at, (pair, form) in enumerate(zip(points, formats, strict=True)):
        if pair is None:
            continue
        if ends is not None and at == len(points) - 1:
            end_point_label(labels, at, end_label(chart, index), ends.shifts[index])
            continue
        if not pair[1] or _has_no_room(chart, index, at):
            no_point_label(labels, at)
            continue
        position = label_positions(chart, at)[index]
        if as_text or form is None:
            point_label(labels, at, position, text=pair[1])
        else:
            point_label(labels, at, position, code=form.fixed_code)
        if at in chart.marked:  # its name cannot be bold alone
            embolden(labels, at)


def _has_no_room(chart: Chart, index: int, at: int) -> bool:
    """Tell whether a label must be left out: in a small part, on a crowded line."""
    if chart.kind is ChartKind.STACKED_SHARE:
        return _share(chart, index, at) < _LEAST_SHARE
    last = len(chart.categories) - 1
    if many_values(chart):
        return at != last and (index, at) not in told_in_lines(chart)
    return chart.kind is ChartKind.LINE and at not in (0, last) and _crowded(chart)


def _share(chart: Chart, index: int, at: int) -> Decimal:
    """Return the share of a point in its stacked bar."""
    parts = [series.values[at] for series in chart.series]
    own = parts[index]
    whole = sum((part.value for part in parts if part is not None), Decimal(0))
    return own.value / whole if own is not None and whole else Decimal(0)


def _crowded(chart: Chart) -> bool:
    """Tell whether labels are wider than the room of their column or point."""
    if chart.kind in HORIZONTAL:
        return False
    texts = [pair[1] for series in labelled(chart) for pair in series if pair is not None]
    widest = max((text_width(text, text_size(chart)) for text in texts), default=0)
    beside = len(chart.series) + 0.6 if chart.kind is ChartKind.COLUMN else 1
    return widest > _PLOT_WIDTH / (len(chart.categories) * beside) * 1.1
