"""Charts of a file against the charts that the lineage says it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.objection import Objection
from generator.verify.reading.text import ChartText, Drawn, Row, Sheet, squeezed

CHART = "số liệu: biểu đồ"
_DIGITS = 14  # of a stored value that must be right: a workbook keeps about 15
_LEVEL = 6.0  # points by which labels of one category may differ in height

Points = list[tuple[str, ...]]


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
            yield Objection(CHART, message, chart.where)
        if chart.drawn:
            yield from _drawn(chart, unit)
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
        if label is not None and squeezed(label) != squeezed(wanted):
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


def _drawn(chart: ChartText, unit: Record) -> Iterator[Objection]:
    """Yield objections to a drawing: labels at their places, no other text."""
    texts = [one for one in chart.drawn if one.text.strip()]
    wanted = [
        squeezed(series["labels"][at])
        for at in range(len(unit["categories"]))
        for series in unit["series"]
        if series["labels"][at]
    ]
    labels, rest = _labels(texts, wanted)
    for text in _unexplained(rest, unit):
        yield Objection(CHART, f"nothing in the chart is “{text}”", chart.where)
    missing = _without(wanted, [squeezed(one.text) for one in labels])
    if missing and unit["form"] not in ("stacked-share", "line"):
        yield Objection(CHART, f"the label “{missing[0]}” is missing", chart.where)
    elif not missing and not _in_order(labels, unit):
        yield Objection(CHART, "labels stand at other marks than their own", chart.where)


def _labels(texts: Iterable[Drawn], wanted: Sequence[str]) -> tuple[list[Drawn], list[Drawn]]:
    """Split the texts of a drawing into labels of values and all others."""
    left = list(wanted)
    labels: list[Drawn] = []
    rest: list[Drawn] = []
    # from the last: names stand before labels, and may read the same
    for one in reversed(list(texts)):
        parts = _split(squeezed(one.text), left)
        for part in parts:
            left.remove(part)
        # labels that touch are read as one text
        labels += [Drawn(part, one.x + at / 100, one.y) for at, part in enumerate(parts)][::-1]
        rest += [] if parts else [one]
    return labels[::-1], rest[::-1]


def _split(key: str, left: Sequence[str]) -> tuple[str, ...]:
    """Return the labels that make up a text, () where it is none."""
    if key in left:
        return (key,)
    for label in dict.fromkeys(left):
        if label and key.startswith(label):
            rest = _split(key[len(label) :], _without(left, [label]))
            if rest:
                return (label, *rest)
    return ()


def _without(texts: Sequence[str], gone: Iterable[str]) -> list[str]:
    """Return texts without others, each as often as it stands there."""
    left = list(texts)
    for text in gone:
        if text in left:
            left.remove(text)
    return left


def _unexplained(rest: Iterable[Drawn], unit: Record) -> Iterator[str]:
    """Yield texts with a digit that are no part of a name of the chart."""
    names = [*unit["categories"], *(series["name"] for series in unit["series"]), unit["unit"]]
    target = unit.get("target")
    known = [squeezed(str(name)) for name in names]
    if target:
        known.append(squeezed(str(target["text"])))
    for one in rest:
        key = squeezed(one.text)
        if any(char.isdigit() for char in key) and not any(key in name for name in known):
            yield one.text


def _in_order(labels: Sequence[Drawn], unit: Record) -> bool:
    """Tell whether labels stand along the axis as their categories and series do."""
    rows = [
        [squeezed(series["labels"][at]) for series in unit["series"] if series["labels"][at]]
        for at in range(len(unit["categories"]))
    ]
    if unit["form"] in ("bar", "stacked-share"):
        ordered = _by_rows(labels) if unit["form"] == "stacked-share" else _sorted(labels, "y")
        return [squeezed(one.text) for one in ordered] == [text for row in rows for text in row]
    return _columns(_sorted(labels, "x"), rows, unit["form"] == "line")


def _sorted(labels: Iterable[Drawn], axis: str) -> list[Drawn]:
    """Return labels along one axis."""
    return sorted(labels, key=lambda one: float(getattr(one, axis)))


def _by_rows(labels: Sequence[Drawn]) -> list[Drawn]:
    """Return labels from the top down, those of one height from the left."""
    found: list[list[Drawn]] = []
    for one in _sorted(labels, "y"):
        if found and abs(found[-1][0].y - one.y) < _LEVEL:
            found[-1].append(one)
        else:
            found.append([one])
    return [one for row in found for one in _sorted(row, "x")]


def _columns(labels: Sequence[Drawn], rows: Sequence[list[str]], is_line: bool) -> bool:  # noqa: FBT001
    """Tell whether labels stand from the left as categories do; on lines in any order."""
    at = 0
    for row in rows:
        found = [squeezed(one.text) for one in labels[at : at + len(row)]]
        at += len(row)
        if (sorted(found) if is_line else found) != (sorted(row) if is_line else row):
            return False
    return True


def _beside(chart: ChartText, unit: Record) -> Iterator[Objection]:
    """Yield objections to other texts of a chart that have a digit: titles, a target."""
    target = unit.get("target")
    known = [squeezed(str(unit["unit"])), squeezed(str(unit["text"]))]
    numbers = [decimal(target["value"])] if target else []
    for text in chart.beside:
        key = squeezed(text)
        digits = any(char.isdigit() for char in key)
        if digits and key not in known and not any(_told(key, number) for number in numbers):
            yield Objection(CHART, f"nothing in the chart is “{text}”", chart.where)


def _told(key: str, number: Decimal) -> bool:
    """Tell whether a text tells a number and no other."""
    digits = "".join(char for char in key if char.isdigit())
    return digits == "".join(char for char in f"{number.normalize():f}" if char.isdigit())
