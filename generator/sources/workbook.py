"""XLSX: the visible sheets with the values that were saved last.

The XML is read directly: the value of a cell is a decimal text there, so no figure
passes through a binary float, and a cell far outside costs no memory.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Context, Decimal, InvalidOperation
from itertools import islice

from lxml import etree

from generator.sources.grid import UNCOMPUTED, Cell, column_index
from generator.sources.limits import unreadable
from generator.sources.package import Package, open_package

MAX_CELLS = 1_000_000
MAX_COLUMN = 1024

MAX_MERGED = 10_000
MAX_DIGITS = 40  # before or behind the mark: no figure of an administration is near

_INDEX = re.compile("[0-9]{1,9}")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATE_CODES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENT_CODES = frozenset((9, 10))
_NO_CODE = re.compile(r'"[^"]*"|\\.|\[[^\[\]]*\]')
_EXACT = Context(prec=15)  # what a spreadsheet keeps and shows of a number


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as it was saved: cells by row and column, merged blocks."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Book:
    """What the sheets of a workbook share."""

    strings: tuple[str, ...]
    formats: tuple[str, ...]
    epoch: datetime


def read_workbook(data: bytes, file: str) -> tuple[RawSheet, ...]:
    """Return the visible sheets. Raises InputError for what is no proper workbook."""
    package = open_package(data, file)
    main = package.related("", "officeDocument") or "xl/workbook.xml"
    root = package.xml(main)
    if not root.tag.endswith("}workbook"):
        raise package.broken("this is no workbook")
    book = _Book(_strings(package, main), _formats(package, main), _epoch(root))
    return tuple(
        _sheet(name, package.xml(part), book, file)
        for name, part in _sheet_parts(package, main, root)
    )


def _sheet_parts(package: Package, main: str, root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield name and part of each visible sheet."""
    targets = package.targets(main)
    for sheet in root.iter("{*}sheet"):
        ids = (str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id"))
        part = targets.get(next(ids, ""))
        kind, target = part or ("", "")
        if sheet.get("state", "visible") == "visible" and kind == "worksheet":
            yield str(sheet.get("name", "")), target


def _strings(package: Package, main: str) -> tuple[str, ...]:
    """Return the texts that cells share."""
    part = package.related(main, "sharedStrings")
    return tuple(_string(item) for item in package.xml(part).iter("{*}si")) if part else ()


def _string(item: etree._Element) -> str:
    """Return the text of a rich or plain string, without reading aids."""
    parts = []
    for text in item.iter("{*}t"):
        parent = text.getparent()
        if parent is None or not str(parent.tag).endswith("}rPh"):
            parts.append(text.text or "")
    return _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), "".join(parts))


def _formats(package: Package, main: str) -> tuple[str, ...]:
    """Return for each cell style whether it shows a "date", a "percent" or neither ("")."""
    part = package.related(main, "styles")
    if not part:
        return ()
    root = package.xml(part)
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in root.iter("{*}numFmt")}
    styles = next(root.iter("{*}cellXfs"), None)
    rows = styles if styles is not None else ()
    return tuple(_format(one.get("numFmtId", "0"), codes) for one in rows)


def _format(number: str, codes: Mapping[str | None, str]) -> str:
    """Return what a number format shows."""
    if number in codes:
        code = _NO_CODE.sub("", codes[number]).lower()
        if "%" in code:
            return "percent"
        return "date" if re.search("[ydmh]", code) else ""
    known = int(number) if _INDEX.fullmatch(number) else 0
    return "percent" if known in _PERCENT_CODES else "date" if known in _DATE_CODES else ""


def _epoch(root: etree._Element) -> datetime:
    """Return the day from which dates are counted."""
    properties = next(root.iter("{*}workbookPr"), None)
    mac = properties is not None and properties.get("date1904") in ("1", "true")
    # day 60 is 29 February 1900, which never was: from March on this epoch is right
    return datetime(1904, 1, 1) if mac else datetime(1899, 12, 30)  # noqa: DTZ001 no zone meant


def _sheet(name: str, root: etree._Element, book: _Book, file: str) -> RawSheet:
    """Return the cells of a sheet; beyond ``MAX_COLUMN`` only strays are found."""
    cells: dict[tuple[int, int], Cell] = {}
    row = 0
    for line in root.iter("{*}row"):
        given = line.get("r", "")
        row = int(given) if _INDEX.fullmatch(given) else row + 1
        column = -1
        for one in line.iter("{*}c"):
            place = _REFERENCE.fullmatch(one.get("r", ""))
            column = column_index(place.group(1)) if place else column + 1
            cell = _cell(one, book)
            if cell.text and column <= MAX_COLUMN:
                cells[row, column] = cell
        if len(cells) > MAX_CELLS:
            raise unreadable(
                file,
                f"the sheet {name!r} has more than {MAX_CELLS} cells",
                hint="give the sheets that matter as a file of their own",
            )
    return RawSheet(name, cells, tuple(_merged(root)))


def _merged(root: etree._Element) -> Iterator[tuple[int, int, int, int]]:
    """Yield first row, first column, last row, last column of each merged block."""
    for block in islice(root.iter("{*}mergeCell"), MAX_MERGED):
        ends = [_REFERENCE.fullmatch(one) for one in block.get("ref", "").split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            (left, top), (right, bottom) = ends[0].groups(), ends[1].groups()
            yield int(top), column_index(left), int(bottom), column_index(right)


def _cell(element: etree._Element, book: _Book) -> Cell:
    """Return a cell as the program shows it."""
    kind = element.get("t", "n")
    value = next((child.text or "" for child in element.iter("{*}v")), "")
    if kind == "inlineStr":
        return Cell(_string(element))
    if kind == "s":
        index = int(value) if _INDEX.fullmatch(value) else -1
        return Cell(book.strings[index] if 0 <= index < len(book.strings) else "")
    if kind == "b":
        return Cell({"1": "TRUE", "0": "FALSE"}.get(value, value))
    if not value and next(element.iter("{*}f"), None) is not None:
        return Cell(UNCOMPUTED)
    if kind != "n" or not value:
        return Cell(value)
    style = element.get("s", "0")
    formats = book.formats
    known = _INDEX.fullmatch(style) is not None and int(style) < len(formats)
    shown = formats[int(style)] if known else ""
    return _number_cell(value, shown, book.epoch)


def _number_cell(value: str, shown: str, epoch: datetime) -> Cell:
    """Return a cell that holds a number."""
    try:
        number = plain_number(value)
    except InvalidOperation:
        return Cell(value)
    if shown == "date" and 0 < number < 2_950_000:  # up to about the year 9976
        moment = epoch + timedelta(days=int(number))
        return Cell(moment.date().isoformat())
    if shown == "percent":
        return Cell(f"{written(number * 100)}%", number * 100, percent=True)
    return Cell(written(number), number)


def plain_number(value: str) -> Decimal:
    """Return the decimal that a saved binary number stands for.

    Fifteen digits are what a spreadsheet shows. A number that was stored in single
    precision before ("5.054007053375244") stands for the shortest one that does so
    ("5.054007"). Raises InvalidOperation for what is no number.
    """
    number = Decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS:
        raise InvalidOperation
    if len(number.as_tuple().digits) > 9 and abs(number.adjusted()) < 30:
        double = float(value)
        for digits in range(6, 10):
            short = f"{double:.{digits}g}"
            if _single(double) == double == _single(float(short)):
                return _tidy(Decimal(short))
    return _tidy(_EXACT.create_decimal(number))


def _single(number: float) -> float:
    """Return a number in single precision."""
    result: float = struct.unpack("f", struct.pack("f", number))[0]
    return result


def _tidy(number: Decimal) -> Decimal:
    """Return a number without superfluous zeros and without exponent."""
    return Decimal(format(number.normalize(), "f"))


def written(number: Decimal) -> str:
    """Return a number with a decimal comma, without marks between thousands."""
    return format(_tidy(number), "f").replace(".", ",")
