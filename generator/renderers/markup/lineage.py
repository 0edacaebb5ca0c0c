"""What stands behind the numbers, as boxes that open on the screen."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.errors import RenderError
from generator.renderers.markup.element import Html, element, fragment
from generator.vi.printing import number

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lineage:
    """The figures, facts and sources of a report, by id."""

    figures: Mapping[str, Record]
    facts: Mapping[str, Record]
    sources: Mapping[str, Record]

    @classmethod
    def parse(cls, text: str) -> Lineage:
        """Read the lineage text of a document; "" has nothing in it.

        Each part may be a list of records with ``id``, or a mapping by id.
        Raises RenderError for a text that is no JSON object.
        """
        try:
            tree = json.loads(text) if text else {}
        except ValueError as error:
            raise RenderError(f"the lineage of the report is no JSON: {error}") from error
        if not isinstance(tree, dict):
            raise RenderError("the lineage of the report is no JSON object")
        return cls(*(_by_id(tree.get(part)) for part in ("figures", "facts", "sources")))

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of all numbers that have something behind them."""
        return frozenset(self.figures)


def popovers(lineage: Lineage) -> Html:
    """Return one closed box for each figure; a button in the text opens it."""
    boxes = (_popover(name, record, lineage) for name, record in lineage.figures.items())
    return fragment(*boxes)


def embedded(text: str) -> Html:
    """Return the lineage as data inside the page, for programs that read it again."""
    if not text:
        return fragment()
    # "<" could end the element early; JSON may write it as an escape
    safe = Html(text.strip().replace("<", "\\u003c"))
    return element("script", safe, type="application/json", id="facts.json")


def _by_id(part: object) -> dict[str, Record]:
    """Return the records of one part by their id, in their order."""
    if isinstance(part, Mapping):
        return {str(key): record for key, record in part.items() if isinstance(record, Mapping)}
    if not isinstance(part, list):
        return {}
    return {str(record["id"]): record for record in part if isinstance(record, Mapping)}


def _popover(name: str, figure: Record, lineage: Lineage) -> Html:
    """Return the box of one figure: how it was computed and what its sources say.

    It takes the focus when it opens, so that a screen reader reads it; Escape, a
    click elsewhere or its button closes it, and the focus goes back to the number.
    """
    used = figure.get("inputs") or figure.get("facts") or ()
    facts = [lineage.facts[key] for key in used if key in lineage.facts]
    formula = str(figure.get("formula") or "")
    box = f"lineage-{name}"
    return element(
        "div",
        _heading(figure, f"{box}-title"),
        _line("Cách tính", formula, "formula"),
        *(_quote(fact, lineage.sources) for fact in facts),
        _close(box),
        id=box,
        class_="lineage",
        popover=True,
        role="dialog",
        tabindex="-1",
        autofocus=True,
        aria_labelledby=f"{box}-title",
    )


def _heading(figure: Record, box: str) -> Html:
    """Return the value as Vietnamese prints it, with its unit, and what it measures."""
    value = f"{_number(str(figure.get('value', '')))} {figure.get('unit', '')}".strip()
    label = str(figure.get("label") or "")
    words = ": ".join(part for part in (label, value) if part)
    return element("p", element("strong", words), id=box)


def _number(value: str) -> str:
    """Return a plain number in Vietnamese form; what is no number stays."""
    try:
        return number(Decimal(value))
    except InvalidOperation:
        return value


def _close(box: str) -> Html:
    """Return the button that closes a box."""
    return element(
        "button",
        "Đóng",
        type="button",
        class_="close",
        popovertarget=box,
        popovertargetaction="hide",
    )


def _quote(fact: Record, sources: Mapping[str, Record]) -> Html:
    """Return the sentence of one fact, the document that says it and the rules that read it."""
    source = fact.get("source")
    record = source if isinstance(source, Mapping) else {}
    doc = str(record.get("doc", ""))
    cited = element("cite", ", ".join(_citation(doc, sources.get(doc, {}))))
    quote = str(record.get("quote", ""))
    return element(
        "blockquote",
        element("p", quote),
        element("footer", cited, _line("Quy tắc trích", _rules(fact), "rules"), _reviewed(fact)),
    )


def _rules(fact: Record) -> str:
    """Return the names of the rules that made a fact, "" where none is known."""
    rules = fact.get("rules")
    return ", ".join(map(str, rules)) if isinstance(rules, list) else ""


def _reviewed(fact: Record) -> Html:
    """Return who checked a fact and why, nothing for one that nobody did."""
    review = fact.get("review")
    if not isinstance(review, Mapping):
        return fragment()
    words = ", ".join(str(review.get(key) or "") for key in ("who", "when", "why"))
    return _line("Người rà soát", words, "review")


def _line(name: str, words: str, css: str) -> Html:
    """Return a line "name: words", nothing for ""."""
    return element("p", f"{name}: {words}", class_=css) if words else fragment()


def _citation(doc: str, source: Record) -> Iterator[str]:
    """Yield title, publisher, date and file of a source, as far as they are known."""
    yield str(source.get("title") or doc)
    for key in ("publisher", "published", "path"):
        if source.get(key):
            yield str(source[key])
