"""Charts of a file against the charts that the lineage says it prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from generator.verify.chart_labels import (
    STACKED,
    is_nothing,
    misplaced_labels,
    missing_labels,
    split_labels,
)
from generator.verify.chart_names import has_unit_line, missing_names, name_runs, unit_lines
from generator.verify.comparing import shortened
from generator.verify.geometry import fit_of, mark_reasons
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.objection import Objection
from generator.verify.reading.text import ChartText, Row, Sheet, squeezed

CHART = "số liệu: biểu đồ"
_LABELLED = ("bar", "column", "stacked-share")  # along a line labels may be left out
_DIGITS = 14  # of a stored value that must be right: a workbook keeps about 15


def chart_objections(
    charts: Sequence[ChartText], units: Sequence[Record], lineage: Lineage
) -> Iterator[Objection]:
    """Yield an objection for each chart that shows other numbers than it should."""
    wanted = [unit for unit in units if unit["kind"] == "chart"]
    if len(charts) != len(wanted):
        message = f"the file has {len(charts)} charts, the report {len(wanted)}"
        yield Objection(CHART, message, "biểu đồ")
    for chart, unit in zip(charts, wanted, strict=False):
        if squeezed(chart.alt) != squeezed(str(unit["text"])):
            message = f"the description reads “{shortened(chart.alt, 160)}”"
            message = message if chart.alt.strip() else "it has lost its description"
            yield Objection(CHART, message, chart.where)
        if chart.form and chart.form != unit["form"]:
            yield Objection(CHART, f"it is drawn as {chart.form}, not {unit['form']}", chart.where)
        if chart.drawn:
            yield from _drawn(chart, unit, lineage)
        for sheet in chart.sheets:
            yield from _sheet(sheet, unit, lineage)
        yield from _beside(chart, unit)
        yield from (Objection(CHART, reason, chart.where) for reason in chart.unseen)
        if not chart.drawn and not chart.sheets:
            yield Objection(CHART, "the chart is empty", chart.where)


# ---------------------------------------------------------------- data


def _sheet(sheet: Sheet, unit: Record, lineage: Lineage) -> Iterator[Objection]:
    """Yield objections to the data of a chart: names, values, labels."""
    target = unit.get("target")
    count = len(unit["series"]) + (len(sheet.rows) == len(unit["series"]) + 1 and bool(target))
    if len(sheet.rows) != count:
        yield Objection(CHART, f"{len(sheet.rows)} series, not {count}", sheet.where)
    for row, series in zip(sheet.rows, unit["series"], strict=False):
        yield from _row(row, series, unit, lineage, sheet.where)
    if target and len(sheet.rows) > len(unit["series"]):
        value = decimal(target["value"])
        for stored in sheet.rows[-1].values:
            if stored is None or not _is(stored, value):
                yield Objection(CHART, f"the target is {value:f}, not {stored}", sheet.where)


def _row(
    row: Row, series: Record, unit: Record, lineage: Lineage, where: str
) -> Iterator[Objection]:
    """Yield objections to one series."""
    if squeezed(row.name) != squeezed(str(series["name"])):
        yield Objection(CHART, f"a series is named “{row.name}”, not “{series['name']}”", where)
    if [*map(squeezed, row.categories)] != [*map(squeezed, unit["categories"])]:
        message = f"categories are {', '.join(map(repr, row.categories))}"
        yield Objection(CHART, message, where)
    values = [lineage.figures[name]["value"] if name else None for name in series["figures"]]
    for at, (stored, value) in enumerate(zip(row.values, values, strict=False)):
        place = f"{where}, {row.name}, {unit['categories'][at]}"
        if (stored is None) != (value is None):
            yield Objection(CHART, f"{stored} stands for {value}", place)
        elif stored is not None and not _is(stored, decimal(value)):
            yield Objection(CHART, f"{stored} is stored for {value}", place)
    if len(row.values) != len(values):
        yield Objection(CHART, f"{len(row.values)} values, not {len(values)}", where)
    for at, label in enumerate(row.labels):
        wanted = series["labels"][at] if at < len(series["labels"]) else ""
        must = bool(wanted) and unit["form"] in _LABELLED and row.values[at] is not None
        must = must and not (unit["form"] == STACKED and is_nothing(wanted))
        if label is None and must:
            yield Objection(CHART, f"the label “{wanted}” is missing", f"{where}, {row.name}")
        elif label is not None and squeezed(label) != squeezed(wanted):
            message = f"the label reads “{label}”, not “{wanted}”"
            yield Objection(CHART, message, f"{where}, {row.name}")


def _is(stored: str, value: Decimal) -> bool:
    """Tell whether a stored number is a value, as far as its file keeps digits."""
    try:
        number = Decimal(stored)
    except InvalidOperation:
        return False
    return abs(number - value) <= abs(value) * Decimal(10) ** -_DIGITS


# ---------------------------------------------------------------- drawings


def _drawn(chart: ChartText, unit: Record, lineage: Lineage) -> Iterator[Objection]:
    """Yield objections to a drawing: labels and names at their marks, marks at their values."""
    labels, rest = split_labels(chart.drawn, unit)
    runs, strange = name_runs(rest, unit)
    fit = fit_of(chart, runs, unit, lineage)
    reasons = [f"nothing in the chart is “{text}”" for text in strange]
    reasons += [f"the name “{name}” is missing" for name in missing_names(runs, unit)]
    reasons += [f"the label “{text}” is missing" for text in missing_labels(labels, unit)]
    if fit is None:
        reasons.append("marks are not as long or as high as their values")
    else:
        reasons += mark_reasons(chart, runs, fit)
        reasons += misplaced_labels(labels, unit, fit)
    yield from (Objection(CHART, reason, chart.where) for reason in reasons)


def _beside(chart: ChartText, unit: Record) -> Iterator[Objection]:
    """Yield objections to other texts of a chart: titles that say no unit or target of it.

    A word that the chart has not ("nghìn hồ sơ" for "hồ sơ") makes every value another one.
    """
    target = str((unit.get("target") or {}).get("text", ""))
    lines = {squeezed(line) for line in unit_lines(unit)}
    known = lines | {squeezed(text) for text in (str(unit["text"]), target) if text}
    told = {squeezed(text): text for text in chart.beside}
    for key, text in told.items():
        if key not in known:
            yield Objection(CHART, f"nothing in the chart is “{text}”", chart.where)
    if chart.sheets and has_unit_line(unit) and not lines & told.keys():
        yield Objection(CHART, f"the unit “{unit['unit']}” is missing", chart.where)
