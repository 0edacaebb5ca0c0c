"""Tables and files that hold facts in the public form (``facts.md`` of the contract)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.catalogue import Catalogue
from generator.config.periods import PeriodSyntax
from generator.extraction.public import fact_from_json
from generator.extraction.tables.making import (
    Measured,
    TableExtraction,
    fact_at,
    remark,
    wrong_value,
)
from generator.extraction.tables.mapping import period_of
from generator.extraction.tables.numbers import Usage, figure, usage_of, why_none
from generator.model.fact import Approx, Change, ChangeKind, Direction, Fact, Source
from generator.model.finding import Diagnostic, Severity
from generator.model.period import Period
from generator.sources.grid import Cell, Row, Sheet, SourceTable

_NEEDED = frozenset(("indicator", "place", "value"))
_MINISTRY = re.compile(r"bo-[a-z0-9-]+|[a-z]+(?:-[a-z0-9]+)+")
_EMPTY = {"level": None, "start": None, "total": None, "share": None, "approx": None}
_DIGITS = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?")
_VALUE = re.compile(r'"value"\s*:\s*"?([^",}]*)')


def is_fact_table(sheet: Sheet) -> bool:
    """Tell whether the first row of a sheet names the columns like the public keys."""
    names = set(_names(sheet))
    return names >= _NEEDED and bool(names & {"end", "period"})


def _names(sheet: Sheet) -> dict[str, int]:
    """Return the columns of a fact table by key."""
    if not sheet.rows:
        return {}
    return {cell.text.strip().lower(): at for at, cell in sheet.rows[0].cells.items()}


def read_fact_table(table: SourceTable, sheet: Sheet, catalogue: Catalogue) -> TableExtraction:
    """Return the facts of a table whose columns are the public keys.

    ``period`` (2024-H1) may stand in the place of ``start`` and ``end``. A row that
    is no fact is left out with a remark that says why.
    """
    names = _names(sheet)
    usage = usage_of(
        row.cells[names["value"]] for row in sheet.rows[1:] if names["value"] in row.cells
    )
    facts: list[Fact] = []
    remarks: list[Diagnostic] = []
    for row in sheet.rows[1:]:
        cells = {name: row.cells[at] for name, at in names.items() if at in row.cells}
        try:
            value = _number(cells.get("value", Cell("")), usage)
            measured = _measured(cells, value, catalogue, table.info.window)
            unit = catalogue.indicators[measured.indicator].unit
            _check_unit(cells, unit)
            fact = fact_at(measured, table, row, [names["value"]], unit)
            facts.append(_with_rest(fact, cells))
        except (ValueError, InvalidOperation) as exc:
            remarks.append(remark(table, row, f"no fact: {exc}", Severity.ERROR))
    return TableExtraction(tuple(facts), (), tuple(remarks))


def _number(cell: Cell, usage: Usage) -> Decimal:
    """Return the number of a cell. Raises ValueError."""
    found = figure(cell, usage)
    if found is None:
        raise ValueError(why_none(cell.text))
    return found.value


def _measured(
    cells: Mapping[str, Cell], value: Decimal, catalogue: Catalogue, window: str
) -> Measured:
    """Return what a row says. Raises ValueError."""
    texts = {name: cell.text.strip() for name, cell in cells.items()}
    total = _plain(texts.get("total", ""))
    measured = Measured(
        _indicator(texts.get("indicator", ""), catalogue),
        _place(texts.get("place", ""), catalogue),
        texts.get("level") or None,
        _period(texts, window),
        value,
        ("table.facts",),
        total,
    )
    wrong = wrong_value(measured, catalogue)
    if wrong:
        raise ValueError(wrong)
    return measured


def _check_unit(cells: Mapping[str, Cell], unit: str) -> None:
    """Refuse a unit that is not the catalogue's."""
    given = cells["unit"].text.strip() if "unit" in cells else ""
    if given and given != unit:
        raise ValueError(f"the unit is {given!r}, the catalogue has {unit!r}")


def _with_rest(fact: Fact, cells: Mapping[str, Cell]) -> Fact:
    """Return the fact with share, reservation and change. Raises ValueError."""
    texts = {name: cell.text.strip() for name, cell in cells.items()}
    approx = texts.get("approx", "")
    return replace(
        fact,
        share=_plain(texts.get("share", "")),
        approx=Approx(approx) if approx else None,
        change=_change(texts.get("change", "")),
    )


def _plain(text: str) -> Decimal | None:
    """Return a number with a decimal point or comma, None for no text. Raises ValueError."""
    return _exact(text.removesuffix("%").strip().replace(",", ".")) if text else None


def _exact(text: str) -> Decimal:
    """Return a number in plain digits. Raises ValueError."""
    if not _DIGITS.fullmatch(text):
        raise ValueError(f"{text!r} is no number in plain digits")
    return Decimal(text)


def _change(text: str) -> Change | None:
    """Return a change written as "up 16 times 2021". Raises ValueError."""
    if not text:
        return None
    words = text.split(maxsplit=3)
    if len(words) < 3:
        raise ValueError(f"{text!r} is no change like 'up 16 times 2021'")
    base = words[3] if len(words) > 3 else ""
    return Change(ChangeKind(words[2]), _exact(words[1]), Direction(words[0]), base)


def _period(texts: Mapping[str, str], window: str) -> Period:
    """Return the time of a row. Raises ValueError."""
    try:
        if texts.get("period"):
            return period_of(texts["period"], window)
        start, end = texts.get("start", ""), texts.get("end", "")
        return Period(date.fromisoformat(end), date.fromisoformat(start) if start else None)
    except PeriodSyntax as exc:
        raise ValueError(f"{exc}; {exc.hint}".rstrip("; ")) from exc


def _indicator(name: str, catalogue: Catalogue) -> str:
    """Return a known indicator. Raises ValueError."""
    if name not in catalogue.indicators:
        raise ValueError(f"unknown indicator {name!r}")
    return name


def _place(name: str, catalogue: Catalogue) -> str:
    """Return the slug of a place, by name or slug; a ministry's slug stays. Raises ValueError."""
    place = catalogue.places.get(name) or (catalogue.places.find(name) if name else None)
    if place is not None:
        return place.slug
    if name.startswith("bo-") and _MINISTRY.fullmatch(name):
        return name
    raise ValueError(f"unknown place {name!r}")


def read_records(table: SourceTable, catalogue: Catalogue) -> TableExtraction:
    """Return the facts of a file with one public record a line.

    The source of such a fact is its line here: the document that the record names
    need not be at hand.
    """
    facts: list[Fact] = []
    remarks: list[Diagnostic] = []
    start = 0
    for number, line in enumerate(table.text.split("\n"), start=1):
        row = Row(number, {}, start, start + len(line.rstrip("\r")))
        start += len(line) + 1
        if not line.strip():
            continue
        try:
            facts.append(_from_record(json.loads(line), table, row, catalogue))
        except (KeyError, ValueError, TypeError, AttributeError, InvalidOperation) as exc:
            what = f"{exc} is missing" if isinstance(exc, KeyError) else str(exc)
            remarks.append(remark(table, row, f"no fact: {what}", Severity.ERROR))
    return TableExtraction(tuple(facts), (), tuple(remarks))


def _from_record(
    record: dict[str, Any], table: SourceTable, row: Row, catalogue: Catalogue
) -> Fact:
    """Return the fact of a record with its line as source."""
    quote = table.text[row.start : row.end]
    here = {"doc": table.info.id, "start": row.start, "end": row.end, "quote": quote}
    indicator = catalogue.indicators[_indicator(record["indicator"], catalogue)]
    given = {"change": None, "unit": indicator.unit, **_EMPTY, **record, "source": here}
    given["place"] = _place(record["place"], catalogue)
    for key in ("value", "total", "share"):
        if not isinstance(given[key], str) and (given[key] is not None or key == "value"):
            raise TypeError(f'"{key}" must be a text in quotes, so that no digit is lost')
        if given[key] is not None:
            _exact(given[key])
    if given["change"]:
        _exact(str(given["change"]["value"]))
    if given["unit"] != indicator.unit:
        raise ValueError(f"the unit is {given['unit']!r}, the catalogue has {indicator.unit!r}")
    fact = fact_from_json(given)
    match = _VALUE.search(quote)
    at = row.start + match.start(1) if match else row.start
    printed = match.group(1) if match else ""
    source = Source(table.info.id, row.start, row.end, quote)
    return replace(fact, source=source, printed=printed, number_start=at, rules=("table.records",))
