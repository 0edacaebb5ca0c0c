"""Denials beside numbers: "chưa", "không" stand where the source has them and nowhere else.

"chưa hoàn thành 13 nhiệm vụ" denies a number that its source affirms; "đều có nhiệm vụ quá
hạn" affirms what its source denies in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import load_language
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

DENIED = "số liệu: phủ định"
_TEXTS = ("paragraph", "note", "key-remark")
_DENYING = ("chưa", "không")
_WORD = re.compile(r"\w+")
_BOUND = re.compile(r"[.,;:()“”](?=\s|\Z|[)”])|[(“]")
_FOLLOWING = 3  # words behind a denial that tell what is denied


def denial_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each denial beside a number that is put in, and each left out."""
    for unit in lineage.printed:
        if unit["kind"] not in _TEXTS:
            continue
        text = str(unit["text"]).replace("\u00a0", " ")
        for part in _put_in(unit, text, lineage):
            message = f"“{shortened(part)}”: its source denies nothing"
            yield Objection(DENIED, message, place_of(unit))
        for part in sorted(_left_out(unit, text, lineage)):
            message = f"“{part}” is denied by its source"
            yield Objection(DENIED, message, place_of(unit))


def _put_in(unit: Record, text: str, lineage: Lineage) -> Iterator[str]:
    """Yield the clauses that deny a number whose source and name have no denial."""
    for start, end, name in unit.get("marks", ()):
        figure = lineage.figures.get(name)
        first = max((one.end() for one in _BOUND.finditer(text, 0, start)), default=0)
        behind = _BOUND.search(text, end)
        clause = text[first : behind.start() if behind else len(text)]
        denies = set(_words(clause)) & {*_DENYING}
        if figure and denies and not denies & set(_words(" ".join(grounds(figure, lineage)))):
            yield clause


def grounds(figure: Record, lineage: Lineage) -> Iterator[str]:
    """Yield what sources and the catalogue say of a figure."""
    phrases = load_language().phrases
    yield str(figure.get("label") or "")
    for fact in lineage.inputs(figure):
        yield str(fact["source"]["quote"])
        yield str(lineage.sentences.get(fact["id"], ""))
        yield str(lineage.indicators.get(fact["indicator"], {}).get("label", ""))
        if phrase := phrases.get(str(fact["indicator"])):
            yield str(phrase.model_dump(mode="json"))


def _left_out(unit: Record, text: str, lineage: Lineage) -> set[str]:
    """Return words that a unit affirms and the sentences of its figures only deny."""
    told = _denied(_words(text))
    found: set[str] = set()
    for *_, name in unit.get("marks", ()):
        figure = lineage.figures.get(name)
        for fact in lineage.inputs(figure) if figure else ():
            said = _denied(_words(str(lineage.sentences.get(fact["id"], ""))))
            only = {run for run, kinds in said.items() if kinds == {True}}
            found |= {" ".join(run) for run in only if False in told.get(run, ())}
    return found


def _denied(words: list[str]) -> dict[tuple[str, ...], set[bool]]:
    """Return the runs of words of a text, and whether a denial stands before them."""
    found: dict[tuple[str, ...], set[bool]] = {}
    for at in range(len(words) - _FOLLOWING + 1):
        denied = at > 0 and words[at - 1] in _DENYING
        found.setdefault(tuple(words[at : at + _FOLLOWING]), set()).add(denied)
    return found


def _words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return _WORD.findall(text.lower())
