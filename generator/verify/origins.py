"""Where a figure comes from: its facts with their sentences, its formula, a legal act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from generator.verify.formula import operands_in
from generator.verify.grounds import numbers_in, numbers_of
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.spoken import amount, measured, time_of

Tree = dict[str, Any]


def origin(figure: Record, lineage: Lineage, above: frozenset[str] = frozenset()) -> Tree:
    """Return where a figure comes from: its facts, its formula with its inputs, a legal act.

    ``above`` are the figures that it is a step of: none of them is a step of it.
    """
    facts = lineage.inputs(figure)
    found: Tree = {
        "id": figure["id"],
        "value": figure["value"],
        "unit": figure["unit"],
        "label": figure.get("label") or _label(facts, lineage),
    }
    aims = [_aim(one, lineage) for one in _targets(figure, lineage)]
    if aims and is_target(figure):
        return {**found, "kind": "target", "targets": aims, "facts": []}
    if not figure.get("formula"):
        return {**found, "kind": "fact", "facts": [told(fact, lineage) for fact in facts]}
    within = above | {str(figure["id"])}
    inner = (one for one in _steps(figure, lineage) if one["id"] not in within)
    steps = [origin(one, lineage, within) for one in inner]
    used = [told(fact, lineage) for fact in facts]
    return {
        **found,
        "kind": "computed",
        "formula": figure["formula"],
        "steps": steps,
        "targets": aims,
        "facts": used,
        "quotes": list(_quotes(figure, facts, lineage)),
    }


def _quotes(figure: Record, facts: Sequence[Record], lineage: Lineage) -> Iterator[Tree]:
    """Yield the sentences of sources that give a formula of a finding what no fact does."""
    left = set(operands_in(figure["formula"])) - {n for fact in facts for n in numbers_of(fact)}
    for finding in lineage.findings:
        for said in finding["quotes"] if figure["id"] in finding["figures"] else ():
            doc, quote = str(said["doc"]), str(said["quote"])
            if left.intersection(numbers_in(quote)):
                yield {
                    "quote": quote,
                    "document": document_of(doc, lineage),
                    "doc": doc,
                    "location": str(said.get("location") or ""),
                    "characters": [said[key] for key in ("start", "end") if key in said],
                }


def listed(mark: str, doc: str, lineage: Lineage) -> Tree:
    """Return the document that a mark of a source ("[1]") names, as an origin."""
    return {
        "id": mark,
        "value": "",
        "unit": "",
        "label": "tài liệu trong danh mục nguồn",
        "kind": "source",
        "facts": [],
        "document": document_of(doc, lineage),
        "doc": doc,
    }


def document_of(doc: str, lineage: Lineage) -> Tree:
    """Return what a reader needs to find a document again."""
    listed = next((one for one in lineage.documents if one["id"] == doc), {})
    source = {**listed, **lineage.sources.get(doc, {})}
    return {key: source.get(key) for key in ("title", "publisher", "published", "path")}


def is_target(figure: Record) -> bool:
    """Tell whether a figure is a number that was set, not counted: "20 = 20"."""
    return operands_in(figure.get("formula")) == (decimal(figure["value"]),)


def _targets(figure: Record, lineage: Lineage) -> Iterator[Record]:
    """Yield the targets of legal acts that a formula reckons with."""
    facts = lineage.inputs(figure)
    measured = lineage.measured(facts)
    counted = set() if is_target(figure) else {decimal(fact["value"]) for fact in facts}
    left = set(operands_in(figure.get("formula"))) - counted
    for one in lineage.targets:
        if one["indicator"] in measured and decimal(one["value"]) in left:
            yield one


def _aim(target: Record, lineage: Lineage) -> Tree:
    """Return a target with what it is of and the act that sets it."""
    known = lineage.indicators.get(target["indicator"], {})
    label, unit = known.get("label", target["indicator"]), known.get("unit", "")
    told = {key: target.get(key) for key in ("value", "act", "since", "until")}
    time = time_of(target.get("since"), target["until"])
    return {**told, "unit": unit, "label": label, "time": time}


def _label(facts: Sequence[Record], lineage: Lineage) -> str:
    """Return the name of what a fact measures."""
    return str(lineage.indicators.get(facts[0]["indicator"], {}).get("label", "")) if facts else ""


def _steps(figure: Record, lineage: Lineage) -> Iterator[Record]:
    """Yield the computed figures whose results stand in a formula."""
    operands = set(operands_in(figure.get("formula")))
    names = set(figure["inputs"])
    own = {decimal(fact["value"]) for fact in lineage.inputs(figure)}
    for other in lineage.figures.values():
        inner = set(other["inputs"])
        smaller = other["id"] != figure["id"] and other.get("formula") and inner <= names
        value: Decimal = decimal(other["value"])
        if smaller and value in operands - own and other["formula"] != figure["formula"]:
            yield other


def _location(fact: Record, lineage: Lineage) -> str:
    """Return page, paragraph or cell of a fact; what a person corrected stands where it stood."""
    if known := lineage.locations.get(fact["id"]):
        return known
    place = (fact["source"]["doc"], fact.get("number_start"))
    same = (
        lineage.locations.get(one["id"], "")
        for one in lineage.facts.values()
        if (one["source"]["doc"], one.get("number_start")) == place
    )
    return next(filter(None, same), "")


def told(fact: Record, lineage: Lineage) -> Tree:
    """Return a fact with its names, its sentence and its document."""
    doc = str(fact["source"]["doc"])
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
        "name": measured(fact, lineage),
        "amount": amount(fact),
        "quote": fact["source"]["quote"],
        "document": document_of(doc, lineage),
        "doc": doc,
        "location": _location(fact, lineage),
        "characters": [fact["source"]["start"], fact["source"]["end"]],
        "rules": list(fact.get("rules", ())),
        "findings": findings,
    }
