"""A native chart of Word: cached data, labels, and the workbook behind it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from lxml import etree

from generator.verify.reading.docx_axes import misdrawn
from generator.verify.reading.docx_chart_data import misbooked, misreferred, sheet_name
from generator.verify.reading.docx_chart_form import form_of
from generator.verify.reading.number_format import formatted
from generator.verify.reading.text import ChartText, Row, Sheet

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_CELL = re.compile(r"([A-Z]+)(\d+)")


def chart_text(where: str, alt: str, root: etree._Element, books: Sequence[bytes]) -> ChartText:
    """Return a chart with its cached data and each workbook of it."""
    rows = tuple(_row(series) for series in root.iter(f"{_C}ser"))
    sheets = [Sheet(f"{where}, dữ liệu", rows)]
    reasons = list(misdrawn(root, rows))
    for book in books:
        cells = _sheet(book)
        sheets.append(Sheet(f"{where}, bảng tính", tuple(_book(cells))))
        if cells.get(("A", 1), "").strip():
            reasons.append("a word over the categories of its workbook")
        reasons += [*misbooked(book), *misreferred(root, cells, sheet_name(book))]
    if not books:
        reasons.append("the chart has no workbook")
    unseen = tuple(dict.fromkeys(reasons))
    beside = tuple(_beside(root))
    return ChartText(
        where, alt, sheets=tuple(sheets), beside=beside, unseen=unseen, form=form_of(root)
    )


def _beside(root: etree._Element) -> Iterator[str]:
    """Yield the texts of titles, those of labels left out."""
    for paragraph in root.iter(f"{_A}p"):
        if next(paragraph.iterancestors(f"{_C}dLbl"), None) is None:
            text = "".join(str(one.text or "") for one in paragraph.iter(f"{_A}t"))
            if text:
                yield text


def _row(series: etree._Element) -> Row:
    """Return one series with the labels that Word prints."""
    name = "".join(_points(series.find(f"{_C}tx")).values())
    categories = _points(series.find(f"{_C}cat"))
    values = _points(series.find(f"{_C}val"))
    count = max((*categories, *values, -1)) + 1
    labels = tuple(_label(series, at, values.get(at), name) for at in range(count))
    return Row(
        name,
        tuple(categories.get(at, "") for at in range(count)),
        tuple(values.get(at) for at in range(count)),
        labels,
    )


def _points(node: etree._Element | None) -> dict[int, str]:
    """Return the cached points of a reference by their index."""
    if node is None:
        return {}
    return {
        int(str(point.get("idx", "0"))): str(point.findtext(f"{_C}v") or "")
        for point in node.iter(f"{_C}pt")
    }


def _label(series: etree._Element, at: int, value: str | None, name: str) -> str | None:
    """Return what stands beside one point, None where nothing does."""
    labels = series.find(f"{_C}dLbls")
    if labels is None or value is None:
        return None
    for one in labels.findall(f"{_C}dLbl"):
        if _val(one.find(f"{_C}idx")) == str(at):
            return _own_label(one, series, value, name)
    shown = _val(labels.find(f"{_C}showVal")) == "1"
    return _formatted(labels.find(f"{_C}numFmt"), value, series) if shown else None


def _own_label(one: etree._Element, series: etree._Element, value: str, name: str) -> str | None:
    """Return the label of a point that has settings of its own; it may name its series."""
    if _val(one.find(f"{_C}delete")) == "1":
        return None
    texts = [str(part.text or "") for part in one.iter(f"{_A}t")]
    if _val(one.find(f"{_C}showVal")) == "0" and _val(one.find(f"{_C}showSerName")) != "1":
        return None  # nothing is asked for, so that its text is not drawn, either
    if texts:
        return "".join(texts).replace("\u00a0", " ").removeprefix(f"{name} ")
    own = one.find(f"{_C}numFmt")
    common = series.find(f"{_C}dLbls/{_C}numFmt")
    return _formatted(common if own is None else own, value, series)


def _val(node: etree._Element | None) -> str:
    """Return the value of a setting, "" without."""
    return "" if node is None else str(node.get("val", ""))


def _formatted(node: etree._Element | None, value: str, series: etree._Element) -> str:
    """Return a value as a format code prints it in Vietnamese, that of the cells where linked."""
    code = str(node.get("formatCode", "")) if node is not None else ""
    if node is None or node.get("sourceLinked") == "1":
        code = str(series.findtext(f".//{_C}numCache/{_C}formatCode") or "")
    return formatted(Decimal(value), code)


# ---------------------------------------------------------------- workbook


def _sheet(blob: bytes) -> dict[tuple[str, int], str]:
    """Return the cells of the first sheet of a workbook."""
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        names = package.namelist()
        shared = "xl/sharedStrings.xml"
        strings = _strings(package.read(shared)) if shared in names else []
        sheet = next(name for name in names if name.startswith("xl/worksheets/sheet"))
        return _cells(package.read(sheet), strings)


def _book(cells: Mapping[tuple[str, int], str]) -> Iterator[Row]:
    """Yield the series of a workbook: categories in column A, a series in each other."""
    columns = sorted({column for column, _ in cells}, key=lambda name: (len(name), name))
    last = max((row for _, row in cells), default=1)
    rows = range(2, last + 1)
    categories = tuple(cells.get(("A", row), "") for row in rows)
    for column in columns:
        if column != "A":
            values = tuple(cells.get((column, row)) for row in rows)
            yield Row(cells.get((column, 1), ""), categories, values)


def _strings(blob: bytes) -> list[str]:
    """Return the shared texts of a workbook."""
    root = etree.fromstring(blob, _PARSER)
    return ["".join(str(t.text or "") for t in one.iter(f"{_S}t")) for one in root.iter(f"{_S}si")]


def _cells(blob: bytes, strings: list[str]) -> dict[tuple[str, int], str]:
    """Return the contents of a sheet by column and row."""
    found = {}
    for cell in etree.fromstring(blob, _PARSER).iter(f"{_S}c"):
        match = _CELL.fullmatch(str(cell.get("r", "")))
        text = _content(cell, strings)
        if match and text is not None:
            found[(match[1], int(match[2]))] = text
    return found


def _content(cell: etree._Element, strings: list[str]) -> str | None:
    """Return what a cell shows, None for an empty one; words may lie in it or be shared."""
    if (inline := cell.find(f"{_S}is")) is not None:
        return "".join(str(one.text or "") for one in inline.iter(f"{_S}t"))
    value = cell.findtext(f"{_S}v")
    return strings[int(value)] if value is not None and cell.get("t") == "s" else value
