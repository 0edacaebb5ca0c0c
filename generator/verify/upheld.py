"""What stands around figures and statements and follows from the data: three small relations.

The month in brackets behind who said something is that of the document; "tối thiểu" and "tối
đa" before a target are as it is set; a sum in a table has all that it adds up beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.verify.days import days_in
from generator.verify.formula import operands_in
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.naming import tables_of
from generator.verify.objection import Objection
from generator.verify.origins import is_target
from generator.verify.reading.text import squeezed
from generator.verify.spoken import measured
from generator.verify.unmarked import place_of

SPOKEN = "số liệu: thời gian phát biểu"
BOUND = "số liệu: mục tiêu"
ROW = "số liệu: thiếu dòng"
_MONTH = re.compile(r"\(tháng (\d{1,2})/(\d{4})\)")
_BOUND = re.compile(r"(?<!\w)(?:(?P<least>tối thiểu)|tối đa) $")
_AT_LEAST = "at-least"
_SUM = re.compile(r"[\d.,]+(?: \+ [\d.,]+)+ = [\d.,]+")
_SAID_IN = ("paragraph", "heading", "note")

_Month = tuple[int, int]


def upheld_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each of the three that the data are against."""
    yield from _untimely(lineage)
    yield from _unbound(lineage)
    for rows in tables_of(lineage.printed).values():
        yield from _incomplete(rows, lineage)


# ---------------------------------------------------------------- who said it, and when


def _untimely(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each month of what was said that is not its document's."""
    months = {str(one["id"]): _months(one) for one in lineage.documents}
    told = [
        (squeezed(str(form)).strip("“”").rstrip("."), str(one["source"]["doc"]))
        for one in lineage.statements
        for form in one.get("told", ())
    ]
    for unit in lineage.printed:
        text = str(unit["text"]).replace("\u00a0", " ")
        named = [(int(one[2]), int(one[1])) for one in _MONTH.finditer(text)]
        if not named or unit.get("marks") or unit["kind"] not in _SAID_IN:
            continue
        key = squeezed(text)
        docs = {doc for form, doc in told if form and form in key}
        known = _known(docs, months, lineage)
        for year, month in named:
            if known and (year, month) not in known:
                message = f"nothing was said in “tháng {month}/{year}”"
                yield Objection(SPOKEN, message, place_of(unit))


def _known(
    docs: Iterable[str], months: Mapping[str, frozenset[_Month]], lineage: Lineage
) -> frozenset[_Month]:
    """Return the months that a text may name: of its statements, else of all that is told.

    What a document without a day says is told without a month.
    """
    own = [months.get(doc, frozenset()) for doc in docs]
    if own:
        return frozenset().union(*own)
    facts = lineage.facts.values()
    days = [str(fact[key]) for fact in facts for key in ("start", "end") if fact.get(key)]
    days += [str(day) for period in lineage.report.get("periods", ()) for day in period if day]
    return frozenset().union(*months.values(), map(_month, map(date.fromisoformat, days)))


def _months(document: Record) -> frozenset[_Month]:
    """Return the months of a document: of its day, and of what it tells about."""
    told = document.get("published")
    days = [date.fromisoformat(str(told))] if told else []
    for key in ("occasion", "basis", "title"):
        days += [day for _, _, day in days_in(str(document.get(key) or ""))]
    return frozenset(map(_month, days))


def _month(day: date) -> _Month:
    """Return the year and month of a day."""
    return day.year, day.month


# ---------------------------------------------------------------- targets


def _unbound(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each "tối đa" before what is set as a minimum, and the reverse."""
    for unit in lineage.printed:
        text = str(unit["text"]).replace("\u00a0", " ")
        for start, _, name in unit.get("marks", ()):
            figure = lineage.figures.get(name)
            word = _BOUND.search(text, 0, start)
            if figure is None or word is None or not is_target(figure):
                continue
            bounds = set(_bounds(figure, lineage))
            if bounds and (_AT_LEAST in bounds) != bool(word["least"]):
                message = f"the target {figure['value']} is set {min(bounds)}"
                yield Objection(BOUND, message, place_of(unit))


def _bounds(figure: Record, lineage: Lineage) -> Iterator[str]:
    """Yield on which side the targets of a number bound it, as far as the file says."""
    names = lineage.measured(lineage.inputs(figure))
    for one in lineage.targets:
        same = decimal(one["value"]) == decimal(figure["value"])
        if one.get("bound") and same and one["indicator"] in names:
            yield str(one["bound"])


# ---------------------------------------------------------------- rows of a sum


def _incomplete(rows: Mapping[int, Sequence[Record]], lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each sum in a column that lacks one of its parts there."""
    columns: dict[int, list[Record]] = {}
    for cells in rows.values():
        for cell in cells:
            columns.setdefault(int(cell.get("column", 0)), []).append(cell)
    for cells in columns.values():
        shown = {
            str(fact["id"])
            for figure in _figures(cells, lineage)
            if not figure.get("formula")
            for fact in lineage.inputs(figure)
        }
        for cell in cells:
            for figure in _figures([cell], lineage):
                parts = lineage.inputs(figure)
                gone = [one for one in parts if str(one["id"]) not in shown]
                if gone and len(gone) < len(parts) and _is_plain_sum(figure, parts):
                    message = (
                        f"“{cell['text']}” adds up {measured(gone[0], lineage)}, which is gone"
                    )
                    yield Objection(ROW, message, place_of(cell))


def _figures(cells: Iterable[Record], lineage: Lineage) -> Iterator[Record]:
    """Yield the figures that cells print."""
    for cell in cells:
        for *_, name in cell.get("marks", ()):
            if figure := lineage.figures.get(name):
                yield figure


def _is_plain_sum(figure: Record, parts: Sequence[Record]) -> bool:
    """Tell whether a figure is the sum of the values of its facts, each once."""
    formula = str(figure.get("formula") or "").replace("\u00a0", " ")
    if not _SUM.fullmatch(formula):
        return False
    values = sorted(decimal(one["value"]) for one in parts)
    return sorted(operands_in(formula)) == values
