"""Where a number of plain text comes from: a finding, a formula, a quote, words of a source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from generator.extraction.reading import folded
from generator.verify.formula import operands_in
from generator.verify.grounds import numbers_in, numbers_of
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.origins import Tree, document_of, origin, told
from generator.verify.printed import read_printed
from generator.verify.reading.text import squeezed
from generator.verify.unmarked import LEGAL, LIST_MARK, SOURCE, counted_columns
from generator.verify.witnesses import resting, row_of
from generator.vi.dates import find_times
from generator.vi.printing import rounded

TIME, LAW, LIST, NUMBERING = "time", "legal act", "list of sources", "numbering"
_PLACE = re.compile(r"\[\d+\], \S[^;]*")  # "[4], đoạn 7": where a quote stands in its source
_HUNDRED = 100
_RESULT = re.compile(r"[=≈]")
_JOINS, _GOES_ON = re.compile(r"[\w.,]"), re.compile(r"\w|[.,]\d")


@dataclass(frozen=True, slots=True)
class Plain:
    """Tells the numbers of a report that name no figure themselves."""

    lineage: Lineage
    rows: Mapping[tuple[object, ...], tuple[Record, ...]]
    counted: frozenset[tuple[object, object]]
    findings: tuple[tuple[str, Record], ...]
    statements: tuple[tuple[str, Record], ...]
    known: dict[str, Tree] = field(default_factory=dict)

    @classmethod
    def of(cls, lineage: Lineage) -> Plain:
        """Collect what the numbers of a report may come from."""
        rows: dict[tuple[object, ...], tuple[Record, ...]] = {}
        for unit in lineage.printed:
            names = (name for *_, name in unit.get("marks", ()) if "table" in unit)
            found = (lineage.figures[name] for name in names if name in lineage.figures)
            rows[row_of(unit)] = (*rows.get(row_of(unit), ()), *found)
        forms = ((form, one) for one in lineage.statements for form in _forms(one))
        return cls(
            lineage=lineage,
            rows=rows,
            counted=frozenset(counted_columns(lineage.printed)),
            findings=tuple((_key(one["message"]), one) for one in lineage.findings),
            statements=tuple((form, one) for form, one in forms if form),
        )

    def sort(self, unit: Record, start: int, end: int) -> str:
        """Return what a number is that counts nothing: a time, an act; "" for any other."""
        text = str(unit["text"])
        if (unit.get("table"), unit.get("column")) in self.counted:
            return NUMBERING
        for name, spans in (
            (LAW, _matches(LEGAL, text)),
            (LIST, _matches((SOURCE, _PLACE), text)),
            (NUMBERING, _matches((LIST_MARK,), text, at_start=True)),
            (TIME, ((one.start, one.end) for one in find_times(folded(text)))),
        ):
            if any(first <= start and end <= last for first, last in spans):
                return name
        return ""

    def origins(self, unit: Record, number: str) -> tuple[Tree, ...]:
        """Return where a number of a unit comes from, nothing where it is no measure's."""
        printed = read_printed(number)
        if printed is None:
            return ()
        digits = number.rstrip("%").partition(",")[2]
        value = _Value(printed.value, len(digits) if digits.isdigit() else 0, number)
        key = squeezed(str(unit["text"]))
        for make in (
            self._of_category,
            self._of_finding,
            self._of_formula,
            self._of_row,
            self._of_statement,
            self._of_words,
        ):
            if found := tuple(make(key, unit, value)):
                return found
        return ()

    def _of_category(self, _key: str, unit: Record, value: _Value) -> Iterator[Tree]:
        """Yield the facts of the place and time of a bar whose name has the number."""
        names = set(resting(unit, self.lineage)) if unit["kind"] == "category" else set()
        scopes = {_scope(self.lineage.facts[one]) for one in names if one in self.lineage.facts}
        for fact in self.lineage.facts.values():
            if _scope(fact) in scopes and any(map(value.shows, numbers_of(fact))):
                yield self._fact(fact)

    def _of_finding(self, key: str, _unit: Record, value: _Value) -> Iterator[Tree]:
        """Yield what a finding computes, the facts and the sentences that it is about."""
        for finding in (one for said, one in self.findings if said in key):
            figures = [self.lineage.figures[n] for n in finding["figures"]]
            yield from self._figures([one for one in figures if value.shows(one["value"])])
            if any(value.shows(one["value"]) for one in figures):
                continue
            if step := self._step(finding, value):
                yield step
                continue
            facts = [self.lineage.facts[n] for n in finding["facts"] if n in self.lineage.facts]
            both = [*facts, *filter(None, map(_was, facts))]
            own = [one for one in both if any(map(value.shows, numbers_of(one)))]
            yield from (self._fact(one) for one in own)
            if own:
                continue
            using = [one for one in figures if value.is_in(str(one["formula"]))]
            yield from self._figures(using)
            for said in finding["quotes"] if not using else ():
                if value.stands_in(str(said["quote"])):
                    yield self._said(str(said["quote"]), said)

    def _step(self, finding: Record, value: _Value) -> Tree | None:
        """Return the step of a finding's computation that gives a number, None where none does."""
        for step in str(finding.get("computation") or "").split(";"):
            result = _RESULT.split(step)[1:2]
            if result and value.stands_in(result[0].strip()):
                facts = [self.lineage.facts[n] for n in finding["facts"] if n in self.lineage.facts]
                quotes = (self._said(str(one["quote"]), one) for one in finding["quotes"])
                found = {
                    "id": f"{finding['rule']}: {step.strip()}",
                    "value": f"{value.size:f}",
                    "unit": "",
                    "label": "phép tính trong ghi chú",
                    "kind": "computed",
                    "formula": step.strip(),
                    "steps": [],
                    "targets": [],
                    "facts": [told(one, self.lineage) for one in facts],
                    "quotes": list(quotes),
                }
                return self._kept(str(found["id"]), found)
        return None

    def _of_formula(self, key: str, unit: Record, _value: _Value) -> Iterator[Tree]:
        """Yield the figure whose formula is what stands there: that of the row first."""
        own = self.rows.get(row_of(unit), ()) if "table" in unit else ()
        for figures in (own, tuple(self.lineage.figures.values())):
            same = [one for one in figures if squeezed(str(one.get("formula") or "")) == key]
            if same:
                yield from self._figures(same[:1])
                return

    def _of_row(self, _key: str, unit: Record, value: _Value) -> Iterator[Tree]:
        """Yield the facts of the row of a table that quotes them."""
        figures = self.rows.get(row_of(unit), ()) if "table" in unit else ()
        facts = {one["id"]: one for figure in figures for one in self.lineage.inputs(figure)}
        for name, fact in facts.items():
            quotes = (str(fact["source"]["quote"]), self.lineage.sentences.get(name, ""))
            place = self.lineage.locations.get(name, "")
            if any(map(value.stands_in, quotes)):
                told_there = [
                    one for one in self._in_words(fact, quotes) if value.shows(one["value"])
                ]
                yield from map(self._fact, told_there)
                if not told_there:  # the sentence has a number that no fact tells
                    words = next(one for one in reversed(quotes) if value.stands_in(one))
                    yield self._said(words, {"doc": fact["source"]["doc"], "location": place})

    def _in_words(self, fact: Record, quotes: Iterable[str]) -> Iterator[Record]:
        """Yield the facts of a source whose words stand in a sentence of it, a given one first."""
        yield fact
        for one in self.lineage.facts.values():
            same = one["source"]["doc"] == fact["source"]["doc"]
            if same and any(str(one["source"]["quote"]) in quote for quote in quotes):
                yield one

    def _of_statement(self, key: str, _unit: Record, value: _Value) -> Iterator[Tree]:
        """Yield the statements of sources that stand there and have the number."""
        said = {
            str(one["text"]): one
            for form, one in self.statements
            if form in key and value.stands_in(str(one["text"]))
        }
        for text, one in said.items():
            yield self._said(str(one["source"].get("quote") or text), one["source"])

    def quoting(self, unit: Record, words: str) -> Iterator[Tree]:
        """Yield the statements of sources that stand in a unit and have some words."""
        key, wanted = squeezed(str(unit["text"])), squeezed(words)
        for form, one in self.statements:
            if form in key and wanted in form:
                yield self._said(str(one["source"].get("quote") or one["text"]), one["source"])
                return

    def _of_words(self, key: str, _unit: Record, value: _Value) -> Iterator[Tree]:
        """Yield the facts whose words stand there and have the number."""
        for fact in self.lineage.facts.values():
            has = any(map(value.shows, numbers_of(fact)))
            if has and squeezed(str(fact["source"]["quote"])) in key:
                yield self._fact(fact)

    def _figures(self, figures: Iterable[Record]) -> Iterator[Tree]:
        """Yield where figures come from, each formula once."""
        formulas = {str(one["formula"] or one["id"]): one for one in reversed([*figures])}
        for one in reversed(formulas.values()):
            yield self._kept(str(one["id"]), origin(one, self.lineage))

    def _fact(self, fact: Record) -> Tree:
        """Return a fact as the origin of its own number."""
        found = told(fact, self.lineage)
        same = {key: found[key] for key in ("id", "value", "unit", "label")}
        return self._kept(str(fact["id"]), {**same, "kind": "fact", "facts": [found]})

    def _said(self, quote: str, source: Record) -> Tree:
        """Return the words of a source as the origin of a number that is no fact."""
        doc = str(source["doc"])
        found = {
            "id": f"{doc}:{source.get('start', quote)}",
            "value": "",
            "unit": "",
            "label": "words of a source",
            "kind": "quote",
            "facts": [],
            "quote": quote,
            "document": document_of(doc, self.lineage),
            "doc": doc,
            "location": str(source.get("location") or ""),
            "characters": [source[key] for key in ("start", "end") if key in source],
        }
        return self._kept(str(found["id"]), found)

    def _kept(self, name: str, tree: Tree) -> Tree:
        return self.known.setdefault(name, tree)


@dataclass(frozen=True, slots=True)
class _Value:
    """A printed number with the decimals that it has."""

    size: Decimal
    decimals: int
    token: str

    def shows(self, value: object) -> bool:
        """Tell whether this is how a value is printed, whatever its sign."""
        found = abs(decimal(value))
        return abs(self.size) in (found, rounded(found, self.decimals))

    def is_in(self, formula: str) -> bool:
        """Tell whether a formula reckons with the number, as that of a share does with 100."""
        own = any(map(self.shows, operands_in(formula)))
        return own or (self.size == _HUNDRED and f"× {_HUNDRED}" in formula)

    def stands_in(self, words: str) -> bool:
        """Tell whether words of a source have the number."""
        return _stands_in(self.token, words) or any(map(self.shows, numbers_in(words)))


def _stands_in(token: str, words: str) -> bool:
    """Tell whether a number stands in words as it is, and not as a piece of a longer one."""
    at = words.find(token)
    while at >= 0:
        end = at + len(token)
        if not _JOINS.match(words[max(0, at - 1) : at]) and not _GOES_ON.match(words, end):
            return True
        at = words.find(token, end)
    return False


def _key(text: object) -> str:
    """Return the words of a finding as a paragraph holds them."""
    return squeezed(str(text)).rstrip(".")


def _forms(statement: Record) -> Iterator[str]:
    """Yield the forms in which a statement is printed, without their last mark."""
    for form in (statement["text"], *statement.get("told", ())):
        yield squeezed(str(form)).strip("“”").rstrip(".")


def _scope(fact: Record) -> tuple[object, ...]:
    """Return the place, level and end of a fact."""
    return tuple(fact.get(key) for key in ("place", "level", "end"))


def _was(fact: Record) -> Record | None:
    """Return a fact as its source gives it, None where no person corrected it."""
    was = (fact.get("review") or {}).get("was")
    return was if isinstance(was, dict) else None


def _matches(
    patterns: Iterable[re.Pattern[str]], text: str, *, at_start: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield where patterns match."""
    for pattern in patterns:
        if at_start:
            yield from (one.span() for one in [pattern.match(text)] if one)
        else:
            yield from (one.span() for one in pattern.finditer(text))
