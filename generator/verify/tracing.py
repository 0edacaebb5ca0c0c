"""Where a printed number comes from: told by the lineage inside the file alone."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from generator.verify.days import days_in, read_day
from generator.verify.formula import compute
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.printed import Printed, read_printed
from generator.verify.unmarked import place_of

Tree = dict[str, Any]

_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*(?: (?:nghìn tỷ|triệu|tỷ|nghìn))?%?")
_AROUND = 45  # letters of a snippet on each side
_MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a number is printed; ``figure`` is "" for a number of plain text."""

    text: str
    figure: str
    section: str
    where: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Traced:
    """What was found: the places, and for each figure where it comes from.

    ``day`` is what was asked for where it is a date ("2024-07-31"), else "".
    """

    occurrences: tuple[Occurrence, ...]
    origins: tuple[Tree, ...]
    nearest: tuple[str, ...] = ()
    day: str = ""


def trace(number: str, lineage: Lineage) -> Traced:
    """Return where a number is printed and where it comes from.

    ``number`` is written as the report prints it; words of reservation and units may
    stand with it or not; a date is found in both forms. Without a place ``nearest`` has
    printed numbers like it.
    """
    day = read_day(number)
    dated = tuple(_dated(day, lineage)) if day else ()
    if day and dated:
        return Traced(dated, (), day=day.isoformat())
    wanted = _read(number)
    everything = tuple(occurrences(lineage))
    found = tuple(one for one in everything if wanted and _is(wanted, number, one))
    if not found:
        return Traced((), (), _nearest(number, everything))
    names = dict.fromkeys(one.figure for one in found if one.figure)
    known = [name for name in names if name in lineage.figures]
    origins = tuple(origin(lineage.figures[name], lineage) for name in known)
    return Traced(found, origins)


def _read(text: str) -> Printed | None:
    """Read a number as a user types it, an id's worth of blanks forgiven."""
    return read_printed(text.strip())


def _is(wanted: Printed, number: str, one: Occurrence) -> bool:
    """Tell whether a place prints the number that is asked for."""
    printed = _read(one.text)
    if printed is None:
        return one.text == number
    same = abs(printed.value) == abs(wanted.value) and wanted.total in (None, printed.total)
    return same and ("%" not in number or "%" in one.text)


def occurrences(lineage: Lineage) -> Iterator[Occurrence]:
    """Yield every printed number of a report in its order, those of charts too."""
    for unit, section in _units(lineage):
        yield from _marked(unit, section)
        yield from _in_chart(unit, section)
        yield from _plain(unit, section)


def _dated(day: date, lineage: Lineage) -> Iterator[Occurrence]:
    """Yield the places where a day is printed, captions of charts and their names too."""
    for unit, section in _units(lineage):
        names = "\n".join(unit.get("categories", ()))
        text = names if unit["kind"] == "chart" else str(unit["text"])
        for start, end, found in days_in(text):
            if found == day:
                snippet = _snippet(text, start, end)
                yield Occurrence(text[start:end], "", section, place_of(unit), snippet)


def _units(lineage: Lineage) -> Iterator[tuple[Record, str]]:
    """Yield what a report prints in its order, each with the headings above it."""
    headings: dict[int, str] = {}
    for unit in lineage.printed:
        if unit["kind"] == "heading":
            level = int(unit["level"])
            headings = {n: text for n, text in headings.items() if n < level}
            headings[level] = str(unit["text"])
        elif unit["kind"] == "appendix":
            headings = {0: str(unit["text"])}
        yield unit, " / ".join(headings.values())


def _marked(unit: Record, section: str) -> Iterator[Occurrence]:
    """Yield the numbers of a unit that name a figure."""
    text = str(unit["text"])
    for start, end, name in unit.get("marks", ()):
        snippet = _snippet(text, start, end)
        yield Occurrence(text[start:end], name, section, place_of(unit), snippet)


def _in_chart(unit: Record, section: str) -> Iterator[Occurrence]:
    """Yield the labels of a chart."""
    for series in unit.get("series", ()):
        triples = zip(unit["categories"], series["labels"], series["figures"], strict=True)
        for category, label, name in triples:
            if name:
                told = f"{series['name']}, {category}"
                yield Occurrence(label, name, section, f"biểu đồ {unit['id']}", told)
    target = unit.get("target")
    if target:
        text = str(target["text"])
        printed = text.rpartition(": ")[2]
        yield Occurrence(printed, str(target["figure"]), section, f"biểu đồ {unit['id']}", text)


def _plain(unit: Record, section: str) -> Iterator[Occurrence]:
    """Yield the numbers of a unit without a figure, numbering left out."""
    text = str(unit["text"])
    taken = [(start, end) for start, end, *_ in (*unit.get("marks", ()), *unit.get("own", ()))]
    for match in _TOKEN.finditer(text) if unit["kind"] != "chart" else ():
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield Occurrence(match[0], "", section, place_of(unit), _snippet(text, *match.span()))


def _snippet(text: str, start: int, end: int) -> str:
    """Return the words around a number on one line."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    words = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{words}{'…' if last < len(text) else ''}"


def _nearest(number: str, everything: Iterable[Occurrence]) -> tuple[str, ...]:
    """Return printed numbers that read most like the one asked for."""
    known = dict.fromkeys(one.text for one in everything if one.figure)
    close = difflib.get_close_matches(number, known, n=_MOST_NEAR, cutoff=0.5)
    wanted = _read(number)
    if wanted is None:
        return tuple(close)
    values = {text: found.value for text in known if (found := _read(text)) is not None}
    by_size = sorted(values, key=lambda text: abs(values[text] - wanted.value))
    return tuple(dict.fromkeys((*close, *by_size)))[:_MOST_NEAR]


# ---------------------------------------------------------------- origins


def origin(figure: Record, lineage: Lineage) -> Tree:
    """Return where a figure comes from: its facts, its formula with its inputs, a legal act."""
    facts = lineage.inputs(figure)
    found: Tree = {
        "id": figure["id"],
        "value": figure["value"],
        "unit": figure["unit"],
        "label": figure.get("label") or _label(facts, lineage),
    }
    aims = [_aim(one, lineage) for one in _targets(figure, lineage)]
    if aims and _is_target(figure):
        return {**found, "kind": "target", "targets": aims, "facts": []}
    if not figure.get("formula"):
        return {**found, "kind": "fact", "facts": [told(fact, lineage) for fact in facts]}
    steps = [origin(one, lineage) for one in _steps(figure, lineage)]
    used = [told(fact, lineage) for fact in facts]
    return {
        **found,
        "kind": "computed",
        "formula": figure["formula"],
        "steps": steps,
        "targets": aims,
        "facts": used,
    }


def _operands(figure: Record) -> tuple[Decimal, ...]:
    """Return the numbers of a formula, none where it cannot be computed."""
    try:
        return compute(str(figure.get("formula") or "")).operands
    except (ValueError, ArithmeticError):
        return ()


def _is_target(figure: Record) -> bool:
    """Tell whether a figure is a number that was set, not counted: "20 = 20"."""
    return _operands(figure) == (decimal(figure["value"]),)


def _targets(figure: Record, lineage: Lineage) -> Iterator[Record]:
    """Yield the targets of legal acts that a formula reckons with."""
    facts = lineage.inputs(figure)
    measured = lineage.measured(facts)
    counted = set() if _is_target(figure) else {decimal(fact["value"]) for fact in facts}
    left = set(_operands(figure)) - counted
    for one in lineage.targets:
        if one["indicator"] in measured and decimal(one["value"]) in left:
            yield one


def _aim(target: Record, lineage: Lineage) -> Tree:
    """Return a target with what it is of and the act that sets it."""
    known = lineage.indicators.get(target["indicator"], {})
    label, unit = known.get("label", target["indicator"]), known.get("unit", "")
    told = {key: target.get(key) for key in ("value", "act", "since", "until")}
    return {**told, "unit": unit, "label": label}


def _label(facts: Sequence[Record], lineage: Lineage) -> str:
    """Return the name of what a fact measures."""
    return str(lineage.indicators.get(facts[0]["indicator"], {}).get("label", "")) if facts else ""


def _steps(figure: Record, lineage: Lineage) -> Iterator[Record]:
    """Yield the computed figures whose results stand in a formula."""
    operands = set(_operands(figure))
    names = set(figure["inputs"])
    own = {decimal(fact["value"]) for fact in lineage.inputs(figure)}
    for other in lineage.figures.values():
        inner = set(other["inputs"])
        smaller = other["id"] != figure["id"] and other.get("formula") and inner <= names
        value: Decimal = decimal(other["value"])
        if smaller and value in operands - own and other["formula"] != figure["formula"]:
            yield other


def told(fact: Record, lineage: Lineage) -> Tree:
    """Return a fact with its names, its sentence and its document."""
    doc = str(fact["source"]["doc"])
    source = lineage.sources.get(doc, {})
    findings = [one["message"] for one in lineage.findings if fact["id"] in one["facts"]]
    return {
        "id": fact["id"],
        "indicator": fact["indicator"],
        "label": lineage.indicators.get(fact["indicator"], {}).get("label", fact["indicator"]),
        "place": next(iter(lineage.places.get(fact["place"], ())), fact["place"]),
        "level": fact["level"],
        "start": fact["start"],
        "end": fact["end"],
        "value": fact["value"],
        "unit": fact["unit"],
        "printed": fact.get("printed", ""),
        "quote": fact["source"]["quote"],
        "document": {key: source.get(key) for key in ("title", "publisher", "published", "path")},
        "doc": doc,
        "location": lineage.locations.get(fact["id"], ""),
        "characters": [fact["source"]["start"], fact["source"]["end"]],
        "rules": list(fact.get("rules", ())),
        "findings": findings,
    }
