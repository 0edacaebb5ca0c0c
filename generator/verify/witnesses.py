"""The texts that may stand behind a number without a mark, each for the units it belongs to.

A number is told where a run of words around it stands so in a text that the unit rests on:
a cell in the words of the facts of its row, a paragraph in those of its own facts, of a
statement or a finding, the description of a chart in its own labels. That a number of the
same size stands somewhere in the report proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.verify.lineage import Lineage, Record
from generator.vi.printing import slashed_days

# units that come from the config as they stand
GIVEN = frozenset({"letterhead", "title", "addressee", "signature", "contents-title", "contents"})
_WORD = re.compile(r"[^\W_]+(?:[.,/%-][^\W_]+)*%?")
_DIGIT = re.compile(r"\d")
_RUN = 4  # words in a row, the number among them

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Runs of words with a number: of the whole report, of each fact, of each row of a table."""

    common: frozenset[Run]
    facts: Mapping[str, frozenset[Run]]
    rows: Mapping[tuple[object, ...], frozenset[str]]
    lineage: Lineage

    @classmethod
    def of(cls, lineage: Lineage) -> Witnesses:
        """Collect what a report may say in words of others."""
        rows: dict[tuple[object, ...], frozenset[str]] = {}
        for unit in lineage.printed:
            if "table" in unit:
                rows[row_of(unit)] = rows.get(row_of(unit), frozenset()) | {*resting(unit, lineage)}
        formulas: dict[str, list[str]] = {}
        for figure in lineage.figures.values():
            for name in figure.get("inputs", ()) if figure.get("formula") else ():
                formulas.setdefault(str(name), []).append(str(figure["formula"]))
        facts = {
            name: _runs_of((*_of_fact(name, lineage), *formulas.get(name, ())))
            for name in lineage.facts
        }
        return cls(
            common=_runs_of(_common(lineage)),
            facts=facts,
            rows=rows,
            lineage=lineage,
        )

    def told(self, unit: Record) -> list[tuple[int, int]]:
        """Return the spans of the words of a unit that stand so in its texts."""
        words = list(_WORD.finditer(str(unit["text"])))
        plain = [word.group().lower() for word in words]
        names = set(self.rows[row_of(unit)] if "table" in unit else resting(unit, self.lineage))
        known = [self.common, *(self.facts[name] for name in names if name in self.facts)]
        if unit["kind"] == "chart":
            known.append(_runs_of(_of_chart(unit)))
        found: set[tuple[int, int]] = set()
        for size in range(1, _RUN + 1):
            for at in range(len(words) - size + 1):
                run = tuple(plain[at : at + size])
                if any(run in runs for runs in known):
                    found.update(word.span() for word in words[at : at + size])
        return sorted(found)


def row_of(unit: Record) -> tuple[object, ...]:
    """Return the name of the row of a table that a unit stands in."""
    return (unit.get("table"), unit.get("row"))


def resting(unit: Record, lineage: Lineage) -> Iterator[str]:
    """Yield the facts that the figures of a unit rest on."""
    for *_, name in unit.get("marks", ()):
        yield from map(str, lineage.figures.get(name, {}).get("inputs", ()))


def _runs_of(texts: Iterable[str]) -> frozenset[Run]:
    """Return the runs of words with a number; a shorter text is one whole."""
    return frozenset(run for text in texts for run in _runs(text))


def _runs(text: str) -> Iterator[Run]:
    """Yield the runs of a text that hold a number."""
    if _DIGIT.search(text) is None:
        return
    words = [word.lower() for word in _WORD.findall(text)]
    for at in range(max(1, len(words) - _RUN + 1)):
        run = tuple(words[at : at + _RUN])
        if any(map(_DIGIT.search, run)):
            yield run


def _common(lineage: Lineage) -> Iterator[str]:
    """Yield what any part of a report may say: statements, findings, acts, titles, wordings."""
    yield from (str(unit["text"]) for unit in lineage.printed if unit["kind"] in GIVEN)
    yield from lineage.words
    for source in lineage.documents:
        names = ("id", "title", "publisher", "occasion", "basis")
        yield from (str(source.get(key) or "") for key in names)
    for statement in lineage.statements:
        told = [statement.get("text"), statement.get("deadline_text"), *statement.get("told", ())]
        for text in map(str, filter(None, told)):
            yield from (text, slashed_days(text))
    for finding in lineage.findings:
        yield from (str(finding["message"]), str(finding.get("computation") or ""))
        yield from (str(said["quote"]) for said in finding.get("quotes", ()))
    yield from (str(target["act"]) for target in lineage.targets)
    yield from (str(one["quote"]) for one in lineage.readings)
    for indicator in lineage.indicators.values():
        yield f"{indicator['label']} ({indicator['unit']})"


def _of_fact(name: str, lineage: Lineage) -> Iterator[str]:
    """Yield the words of a fact: sentence and quote, place, base, what a person wrote of it."""
    fact = lineage.facts[name]
    yield str(fact["source"]["quote"])
    yield str(fact.get("level") or "")
    yield lineage.sentences.get(name, "")
    yield lineage.locations.get(name, "")
    base = str((fact.get("change") or {}).get("base") or "")
    yield f"năm {base}" if base.isdigit() else base  # "cùng kỳ năm trước" is told by its year
    review = fact.get("review") or {}
    yield from (word for word in review.values() if isinstance(word, str))
    if isinstance(review.get("was"), dict):
        yield str(review["was"]["source"]["quote"])


def _of_chart(unit: Record) -> Iterator[str]:
    """Yield what a chart shows, word by word: its description adds nothing."""
    series: Sequence[Record] = unit.get("series", ())
    shown = [*unit.get("categories", ()), *(str(one["name"]) for one in series)]
    shown += [label for one in series for label in one["labels"]]
    shown.append(str((unit.get("target") or {}).get("text") or ""))
    yield from (word for text in shown for word in _WORD.findall(str(text)))
