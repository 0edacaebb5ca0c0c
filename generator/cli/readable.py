"""Records as tables for a person at a terminal: few columns, plain words, one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import Any

from generator.cli.reasons import REASONS, RULES
from generator.cli.tables import table
from generator.config.periods import format_period
from generator.model.period import Period
from generator.vi.printing import number

Record = Mapping[str, Any]
_GAP = 2  # blanks between two columns
_LEAST = 24  # the text of the source has a line of its own where less is left for it
_NARROW, _NARROWEST = 24, 8  # no column is cut below this with the text beside it, without it
_GIVING = frozenset({"source", "indicator", "place", "theme", "change", "why it is no fact"})
_FIRST = 10  # columns that others give up before indicators do
_INDENT = "    "
_APPROX = {"over": ">", "under": "<", "about": "≈"}


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row by column, the source's text, and the number to show of it."""

    cells: Mapping[str, str]
    text: str
    mark: str = ""
    reason: str = ""


def readable(records: Sequence[Record], width: int) -> str:
    """Return records of one sort as a table that is ``width`` columns wide, "" for none.

    The text of the source is the last column, or a line of its own where that would be
    too narrow. Facts with rules take more lines that say why.
    """
    if not records:
        return ""
    make = _maker(records[0])
    rows = [make(record) for record in records]
    if len({_doc(record) for record in records}) > 1:
        rows = [
            replace(row, cells={"source": _doc(record), **row.cells})
            for record, row in zip(records, rows, strict=True)
        ]
    return "\n".join(_lines(rows, width))


def _maker(record: Record) -> Callable[[Record], _Row]:
    """Return what makes the rows of a sort of records."""
    if "reason" in record:
        return _unused
    return _fact if "indicator" in record else _statement


def _doc(record: Record) -> str:
    source = record.get("source")
    return str(source["doc"] if source else record["doc"])


def _fact(record: Record) -> _Row:
    """Return indicator, place, time and value of a fact, and what the source says."""
    value = number(Decimal(record["value"]))
    cells = {
        "indicator": record["indicator"],
        "place": " ".join(filter(None, (record["place"], record["level"]))),
        "time": _time(record["start"], record["end"]),
        "value": _value(record, value),
        "change": _change(record["change"]),
    }
    reason = _because(record) if "rules" in record else ""
    return _Row(cells, record["source"]["quote"], record.get("printed") or value, reason)


def _value(record: Record, value: str) -> str:
    """Return "> 1.836/1.836 TTHC (100%)"."""
    total = f"/{number(Decimal(record['total']))}" if record["total"] else ""
    unit = record["unit"] if record["unit"] == "%" else f" {record['unit']}"
    share = f" ({number(Decimal(record['share']))}%)" if record["share"] else ""
    sign = f"{_APPROX[record['approx']]} " if record["approx"] else ""
    return f"{sign}{value}{total}{unit}{share}"


def _time(start: str | None, end: str) -> str:
    """Return a period as configs write it: "2024-H1"; a stock by its day."""
    if start is None:
        return f"on {end}"
    return format_period(Period(date.fromisoformat(end), date.fromisoformat(start)))


def _change(change: Mapping[str, str] | None) -> str:
    """Return "up 16 times 2021", "" for no change."""
    if not change:
        return ""
    return " ".join(filter(None, (change[key] for key in ("direction", "value", "kind", "base"))))


def _unused(record: Record) -> _Row:
    """Return a number, why it is no fact, and what stands around it."""
    why = REASONS.get(record["reason"], record["reason"])
    cells = {"number": record["printed"], "why it is no fact": why}
    return _Row(cells, record["context"], record["printed"])


def _statement(record: Record) -> _Row:
    """Return sort, theme, place and deadline of a statement, and its text."""
    names = ("kind", "theme", "place", "deadline")
    return _Row({name: record[name] or "" for name in names}, record["text"])


def _because(record: Record) -> str:
    """Return where a fact stands and what made it, in plain words."""
    said = [RULES.get(rule, f"rule {rule}") for rule in record["rules"]]
    return "; ".join([*filter(None, (record["location"],)), *said, record["id"]])


def _around(text: str, mark: str, width: int) -> str:
    """Return as much of a text as fits, from shortly before a number in it."""
    text = " ".join(text.split())
    place = text.find(mark)
    if len(text) <= width or place <= width // 3:
        return _cut(text, width)
    first = max(0, min(place - width // 3, len(text) - width))
    begin = text.find(" ", first) + 1
    return _cut(f"…{text[begin if 0 < begin <= place else place :]}", width)


def _lines(rows: Sequence[_Row], width: int) -> Iterator[str]:
    """Yield a head and the lines of each row."""
    names = [name for name in rows[0].cells if any(row.cells[name] for row in rows)]
    sizes = [max(len(name), *(len(row.cells[name]) for row in rows)) for name in names]
    fits = _fitted(names, sizes, width - _LEAST - _GAP, _NARROW)
    beside = fits is not None
    sizes = fits or _fitted(names, sizes, width, _NARROWEST) or sizes
    room = width - sum(sizes) - _GAP * len(sizes) if beside else width - len(_INDENT)
    texts = [_around(row.text, row.mark, room) for row in rows]
    cells = [_cells(row.cells, names, sizes) for row in rows]
    if beside:
        names.append("the source says")
        cells = [[*line, text] for line, text in zip(cells, texts, strict=True)]
    head, *body = table(names, cells).split("\n")
    yield head
    for row, line, text in zip(rows, body, texts, strict=True):
        yield line
        if not beside:
            yield _INDENT + text
        if row.reason:
            yield from wrap(row.reason, width, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _fitted(names: Sequence[str], sizes: Sequence[int], width: int, least: int) -> list[int] | None:
    """Return sizes of columns that fit, a wide one made narrower; None if that is too much.

    Names of things give way before times and values do.
    """
    fitted = list(sizes)
    while sum(fitted) + _GAP * (len(fitted) - 1) > width:
        giving = [i for i, name in enumerate(names) if name in _GIVING and fitted[i] > least]
        if not giving and least > _NARROWEST:
            return None
        extra = [0 if name == "indicator" else _FIRST for name in names]
        place = max(giving or range(len(fitted)), key=lambda i: fitted[i] + extra[i])
        if fitted[place] <= _NARROWEST:
            return None
        fitted[place] -= 1
    return fitted


def _cells(row: Mapping[str, str], names: Iterable[str], sizes: Iterable[int]) -> list[str]:
    return [_cut(row[name], size) for name, size in zip(names, sizes, strict=True)]


def _cut(text: str, width: int) -> str:
    """Return a text that is not wider than a column."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
