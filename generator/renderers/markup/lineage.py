"""What stands behind the numbers, as boxes that open on the screen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.errors import RenderError
from generator.model.fact import Approx
from generator.renderers.markup.element import Html, element, fragment
from generator.vi.printing import number, reservation, short_date

Record = Mapping[str, Any]
Shared = Mapping[frozenset[str], str]  # ids of facts → id of the box that holds them

SHARED_TITLE = "Số liệu dùng để tính"
_UNITS = {
    "times": "lần",
    "percent": "%",
    "points": "điểm",
    "places": "bậc",
    "absolute": "",
}  # units that the data name in English
_AHEAD = frozenset({"hạng"})  # units that stand before their number
_MOST_QUOTES = 4  # of one figure that its box holds itself, where other figures use the same


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
    """Return one closed box for each figure; a button in the text opens it.

    Facts that several figures are computed from, such as the results of all places
    behind each rank, stand once, in a box that the boxes of these figures open.
    """
    shared = _shared(lineage)
    boxes = (_popover(name, record, lineage, shared) for name, record in lineage.figures.items())
    lists = (
        _facts_box(box, tuple(key for key in lineage.facts if key in used), lineage)
        for used, box in shared.items()
    )
    return fragment(*boxes, *lists)


def _used(figure: Record, lineage: Lineage) -> tuple[str, ...]:
    """Return the ids of the facts of a figure that are known."""
    used = figure.get("inputs") or figure.get("facts") or ()
    return tuple(key for key in used if key in lineage.facts)


def _shared(lineage: Lineage) -> Shared:
    """Return the long lists of facts that more than one figure uses, with their boxes.

    The order does not count: a rank names the fact of its own place first.
    """
    lists = [_used(figure, lineage) for figure in lineage.figures.values()]
    times = Counter(frozenset(used) for used in lists)
    common = dict.fromkeys(frozenset(used) for used in lists if len(used) > _MOST_QUOTES)
    kept = (used for used in common if times[used] > 1)
    return {used: f"lineage-list-{order}" for order, used in enumerate(kept, start=1)}


def embedded(text: str) -> Html:
    """Return the lineage as data inside the page, for programs that read it again."""
    if not text:
        return fragment()
    compact = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    # "<" could end the element early; JSON may write it as an escape
    safe = Html(compact.replace("<", "\\u003c"))
    return element("script", safe, type="application/json", id="facts.json")


def _by_id(part: object) -> dict[str, Record]:
    """Return the records of one part by their id, in their order."""
    if isinstance(part, Mapping):
        return {str(key): record for key, record in part.items() if isinstance(record, Mapping)}
    if not isinstance(part, list):
        return {}
    return {str(record["id"]): record for record in part if isinstance(record, Mapping)}


def _popover(name: str, figure: Record, lineage: Lineage, shared: Shared) -> Html:
    """Return the box of one figure: how it was computed and what its sources say."""
    used = _used(figure, lineage)
    box = f"lineage-{name}"
    title = _heading(figure, f"{box}-title")
    formula = _line("Cách tính", str(figure.get("formula") or ""), "formula")
    others = shared.get(frozenset(used), "")
    told = (_opener(others),) if others else _quotes(used, lineage)
    return _box(box, title, formula, *told)


def _facts_box(box: str, used: tuple[str, ...], lineage: Lineage) -> Html:
    """Return a box of facts that several figures are computed from."""
    title = element("p", element("strong", SHARED_TITLE), id=f"{box}-title")
    return _box(box, title, *_quotes(used, lineage))


def _box(box: str, *content: Html) -> Html:
    """Return a closed box around its content.

    It takes the focus when it opens, so that a screen reader reads it; Escape, a
    click elsewhere or its button closes it, and the focus goes back to the number.
    """
    return element(
        "div",
        *content,
        _close(box),
        id=box,
        class_="lineage",
        popover=True,
        role="dialog",
        tabindex="-1",
        autofocus=True,
        aria_labelledby=f"{box}-title",
    )


def _opener(box: str) -> Html:
    """Return the button that opens a box of shared facts."""
    return element(
        "button",
        SHARED_TITLE,
        type="button",
        class_="facts",
        popovertarget=box,
        aria_haspopup="dialog",
    )


def _quotes(used: tuple[str, ...], lineage: Lineage) -> tuple[Html, ...]:
    """Return the sentences of facts."""
    return tuple(_quote(lineage.facts[key], lineage.sources) for key in used)


def _heading(figure: Record, box: str) -> Html:
    """Return the value as the report prints it, with its unit, and what it measures."""
    label = str(figure.get("label") or "")
    words = ": ".join(part for part in (label, _amount(figure)) if part)
    return element("p", element("strong", words), id=box)


def _amount(figure: Record) -> str:
    """Return a value with its reservation and unit: "hơn 13.900.000 hồ sơ", "hạng 55"."""
    value = _number(str(figure.get("value", "")), figure.get("decimals"))
    unit = str(figure.get("unit") or "")
    unit = _UNITS.get(unit, unit)
    if unit in _AHEAD:
        return f"{unit} {value}"
    space = "" if unit == "%" else " "
    return f"{_reservation(figure)} {value}{space}{unit}".strip()


def _reservation(figure: Record) -> str:
    """Return the word that keeps the source's reservation, "" for a figure without one."""
    try:
        return reservation(Approx(str(figure.get("approx"))))
    except ValueError:
        return ""


def _number(value: str, decimals: object) -> str:
    """Return a plain number in Vietnamese form, rounded as it is printed; what is none stays."""
    try:
        return number(Decimal(value), decimals if isinstance(decimals, int) else None)
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
    told = (str(review.get("who") or ""), _day(review.get("when")), str(review.get("why") or ""))
    words = ", ".join(told)
    return _line("Người rà soát", words, "review")


def _line(name: str, words: str, css: str) -> Html:
    """Return a line "name: words", nothing for ""."""
    return element("p", f"{name}: {words}", class_=css) if words else fragment()


def _citation(doc: str, source: Record) -> Iterator[str]:
    """Yield title, publisher, date and file of a source, as far as they are known."""
    yield str(source.get("title") or doc)
    for key, printed in (("publisher", str), ("published", _day), ("path", str)):
        if source.get(key):
            yield printed(source[key])


def _day(value: object) -> str:
    """Return a day in Vietnamese form; what is no day stays."""
    try:
        return short_date(date.fromisoformat(str(value or "")))
    except ValueError:
        return str(value or "")
