"""Form II.06a/VPCP/KSTT: results of handling files, with the sums that it must keep.

Thông tư 01/2020/TT-VPCP, Phụ lục II. Columns: 3 received = 4 online + 5 direct or
by post + 6 carried over; 7 resolved = 8 early + 9 on time + 10 late; 11 pending =
12 in time + 13 overdue; 3 = 7 + 11. Unit: files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from generator.catalogue import Catalogue
from generator.extraction.reading import folded
from generator.extraction.tables.making import (
    Measured,
    TableExtraction,
    fact_at,
    remark,
    wrong_value,
)
from generator.extraction.tables.numbers import figure, usage_of
from generator.model.fact import Fact
from generator.model.finding import Diagnostic, Finding, Severity
from generator.model.period import Period
from generator.model.source_text import SourceInfo
from generator.sources.grid import Row, Sheet, SourceTable
from generator.sources.tables import numbering
from generator.vi.dates import TimeKind, find_times, resolve
from generator.vi.printing import number as printed
from generator.vi.text import fold
from generator.vi.windows import DECREE_09

RULE = "form-06a-sum"
COLUMNS = 13
# left side = sum of the right side, by the printed numbers of the columns
SUMS = ((3, (4, 5, 6)), (7, (8, 9, 10)), (11, (12, 13)), (3, (7, 11)))
# 8 and 9 together are "đúng hạn, trước hạn" of the catalogue
MEASURES: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("dossiers_received", (3,)),
    ("online_dossiers", (4,)),
    ("dossiers_resolved", (7,)),
    ("dossiers_on_time", (8, 9)),
    ("dossiers_late", (10,)),
    ("dossiers_pending", (11,)),
)
_SUBJECT = re.compile(r"\b(?:ii\.?\s*)?0?6[abc]?/vpcp|giai quyet (?:tthc|thu tuc hanh chinh)")
_TOTAL = re.compile(r"tong cong|tong so|tong|cong")
_LEVEL = re.compile(r"(?:[ivx\d]+[.)]?\s*)?(?:tong (?:cong|so) )?cap (tinh|huyen|xa)")
_SPAN = re.compile(
    r"tu ngay (\d{1,2})/(\d{1,2})/(\d{4})\s*den (?:het )?ngay (\d{1,2})/(\d{1,2})/(\d{4})"
)
_UNIT = re.compile(r"đơn vị báo cáo\s*:?\s*(.*)", re.IGNORECASE)
_WHOLE_PROVINCE = re.compile(
    r"(?:van phong )?(?:ubnd|uy ban nhan dan)?\s*(?:(?:(?:tinh|thanh pho|tp)\.?|\.)\s*)?"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A filled form: where its columns are, and what its head says."""

    columns: Mapping[int, int]
    first: int
    place: str
    level: str | None
    period: Period | None


def is_form06(sheet: Sheet) -> bool:
    """Tell whether a sheet is this form: thirteen numbered columns, and its subject."""
    row = _numbered(sheet)
    if row is None:
        return False
    head = " ".join(
        cell.text for one in sheet.rows if one.number < row.number for cell in one.cells.values()
    )
    return _SUBJECT.search(fold(head)) is not None


def _numbered(sheet: Sheet) -> Row | None:
    """Return the row that numbers the columns from 1 to 13."""
    return next((row for row in sheet.rows if len(numbering(row.cells)) == COLUMNS), None)


def read_form06(table: SourceTable, sheet: Sheet, catalogue: Catalogue) -> TableExtraction:
    """Return the facts of the total and of each level; every row's sums are checked.

    Place and level come from the reporting unit, else from the description of the
    source. Remarks name what is missing, findings each sum that does not hold.
    """
    form = _form(table, sheet, catalogue)
    if form is None:
        return TableExtraction()
    remarks = _missing(table, form)
    facts: list[Fact] = []
    findings: list[Finding] = []
    for row in sheet.rows:
        if row.number <= form.first:
            continue
        values = _values(row, form, sheet)
        made = _facts(table, row, form, values, catalogue)
        facts.extend(made)
        findings.extend(_sums(table, row, values, made))
    if not facts and not remarks:
        remarks = (remark(table, None, "the form has no row 'TỔNG CỘNG' and none for a level"),)
    return TableExtraction(tuple(facts), tuple(findings), remarks)


def _form(table: SourceTable, sheet: Sheet, catalogue: Catalogue) -> _Form | None:
    """Return what the head of the form says."""
    row = _numbered(sheet)
    if row is None:
        return None
    head = [one for one in sheet.rows if one.number < row.number]
    place, level = _unit(head, catalogue)
    return _Form(
        numbering(row.cells),
        row.number,
        place or table.info.place or "",
        level,
        _period(head, table.info),
    )


def _missing(table: SourceTable, form: _Form) -> tuple[Diagnostic, ...]:
    """Return remarks on what the head does not say."""
    found = []
    if not form.place:
        found.append("the form does not name a place; give it as 'place' in manifest.yaml")
    if form.period is None:
        found.append("the form does not say 'Từ ngày … đến ngày …'; it gives no facts")
    return tuple(remark(table, None, message, Severity.ERROR) for message in found)


def _period(head: Sequence[Row], info: SourceInfo) -> Period | None:
    """Return the reporting period that the head names, by its days before its name."""
    texts = [cell.text for row in head for cell in row.cells.values()]
    for text in texts:
        match = _SPAN.search(fold(text))
        if match is not None:
            return _span([int(part) for part in match.groups()])
    for text in texts:
        for mention in find_times(folded(text)):
            if mention.kind is TimeKind.SPAN and "kỳ báo cáo" in text.lower():
                return resolve(mention, info.published, windowed=info.window == DECREE_09)
    return None


def _span(parts: Sequence[int]) -> Period | None:
    """Return the period of two days, None where one does not exist."""
    try:
        start, end = (date(year, month, day) for day, month, year in (parts[:3], parts[3:]))
        return Period(end, start)
    except ValueError:
        return None


def _unit(head: Sequence[Row], catalogue: Catalogue) -> tuple[str, str | None]:
    """Return place and level of the reporting unit, "" and None where it is not named."""
    for row in head:
        texts = [cell.text for _, cell in sorted(row.cells.items())]
        for text, after in pairwise([*texts, ""]):
            match = _UNIT.search(text)
            if match is not None:
                return _place_and_level(match.group(1).strip(" .…") or after, catalogue)
    return "", None


def _place_and_level(unit: str, catalogue: Catalogue) -> tuple[str, str | None]:
    """Return the province in the name of a unit, and the unit where it is a part of it."""
    words = unit.split()
    for count in range(1, len(words) + 1):
        place = catalogue.places.find(" ".join(words[-count:]))
        if place is not None:
            rest = " ".join(words[:-count])
            whole = _WHOLE_PROVINCE.fullmatch(fold(rest)) is not None
            name = re.sub(r"(?<!\s)\s+(?:tỉnh|thành phố|TP\.?)$", "", rest)
            return place.slug, None if whole else name
    return "", unit or None


def _values(row: Row, form: _Form, sheet: Sheet) -> dict[int, Decimal]:
    """Return the figures of a row by the printed number of their column."""
    values = {}
    for number, at in form.columns.items():
        if number >= 3 and at in row.cells:
            usage = usage_of(
                one.cells[at] for one in sheet.rows if one.number > form.first and at in one.cells
            )
            found = figure(row.cells[at], usage)
            if found is not None:
                values[number] = found.value
    return values


def _level(row: Row, form: _Form) -> str | None:
    """Return "" for the total row, the level for a row of one, None for any other."""
    texts = [fold(row.text(form.columns[number])).strip(" .:") for number in (1, 2)]
    for text in texts:
        match = _LEVEL.fullmatch(text)
        if match is not None:
            return f"cap-{match.group(1)}"
    return "" if any(map(_TOTAL.fullmatch, filter(None, texts))) else None


def _facts(
    table: SourceTable, row: Row, form: _Form, values: Mapping[int, Decimal], catalogue: Catalogue
) -> list[Fact]:
    """Return the facts of a total row or of one level."""
    level = _level(row, form)
    if level is None or form.period is None or not form.place:
        return []
    facts = []
    for indicator, numbers in MEASURES:
        given = [number for number in numbers if number in values]
        if not given or indicator not in catalogue.indicators:
            continue
        value = sum((values[number] for number in given), Decimal(0))
        names = "+".join(map(str, numbers))
        measured = Measured(
            indicator, form.place, level or form.level, form.period, value, (f"form-06a.{names}",)
        )
        if not wrong_value(measured, catalogue):
            unit = catalogue.indicators[indicator].unit
            columns = [form.columns[number] for number in given]
            facts.append(fact_at(measured, table, row, columns, unit))
    return facts


def _sums(
    table: SourceTable, row: Row, values: Mapping[int, Decimal], facts: Sequence[Fact]
) -> list[Finding]:
    """Return the sums of a row that do not hold; an empty cell counts as 0."""
    findings = []
    for whole, parts in SUMS:
        if whole not in values or not any(part in values for part in parts):
            continue
        added = [values.get(part, Decimal(0)) for part in parts]
        if sum(added) == values[whole]:
            continue
        names = " + ".join(f"({part})" for part in parts)
        terms = " + ".join(map(printed, added))
        findings.append(
            Finding(
                RULE,
                Severity.ERROR,
                f"Biểu II.06a, {table.locate(row.start)}: cột ({whole}) không bằng {names}.",
                f"{terms} = {printed(sum(added, Decimal(0)))}; biểu ghi {printed(values[whole])}",
                tuple(facts),
            )
        )
    return findings
