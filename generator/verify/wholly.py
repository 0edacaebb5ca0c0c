"""Statements of sources, told whole: a part of one in other words is nobody's.

The file carries each statement as its source has it and in the forms in which the report
may print it. A text that tells one holds such a form from its first word to its last; where
it has only a long run of its words, words were left out, put in or exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.speaking import words_of
from generator.verify.unmarked import place_of

WHOLE = "số liệu: câu trích không nguyên vẹn"
_RUN = 7  # syllables in a row that only words of the same statement share
_TOLD = ("paragraph", "cell", "note")
_LEFT_OUT = 2  # words that mending a misprint may take away
_PUT_IN = 4  # that it may put in: a name for "này", a missing word
_SHORT = 6  # that one side may have where the other has an abbreviation


def whole_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each text that has a part of a statement, and for strange forms.

    Files that do not carry the forms are left alone.
    """
    statements = [one for one in lineage.statements if one.get("told")]
    if not statements:
        return
    for one in statements:
        if (form := _strange_form(one)) is not None:
            message = f"“{shortened(form)}” is no form of “{shortened(str(one['text']))}”"
            yield Objection(WHOLE, message, "statement")
    forms = {tuple(words_of(str(form))) for one in statements for form in one["told"]}
    longest = sorted(filter(None, forms), key=len, reverse=True)
    said = {run for one in statements for run in _runs(words_of(str(one["text"])))}
    said |= {run for form in forms for run in _runs(form)}
    said -= {run for text in _others(lineage) for run in _runs(words_of(text))}
    for unit in lineage.printed:
        if unit["kind"] not in _TOLD:
            continue
        for run in _left(words_of(str(unit["text"])), longest):
            if found := next((part for part in _runs(run) if part in said), None):
                message = f"“… {' '.join(found)} …” is a part of what a source says"
                yield Objection(WHOLE, message, place_of(unit))
                break


def _others(lineage: Lineage) -> Iterator[str]:
    """Yield what else a report may say in words that a statement has, too."""
    yield from (str(one["label"]) for one in lineage.indicators.values())
    for document in lineage.documents:
        yield from (str(document.get(key) or "") for key in ("title", "occasion", "basis"))
    yield from (str(one["message"]) for one in lineage.findings)
    yield from (str(one["quote"]) for one in lineage.readings)
    yield from lineage.words
    yield from (str(fact["source"]["quote"]) for fact in lineage.facts.values())
    yield from lineage.sentences.values()


def _left(words: Sequence[str], forms: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """Yield the stretches of a text that are in none of the forms that it holds whole."""
    text = f" {' '.join(words)} "
    for form in forms:
        text = text.replace(f" {' '.join(form)} ", " \0 ")
    yield from (part.split() for part in text.split("\0"))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of words of a text, in their order."""
    return (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _strange_form(statement: Record) -> str | None:
    """Return a form that does not follow from the words of its statement, None where all do."""
    text = words_of(str(statement["text"]))
    return next((str(form) for form in statement["told"] if not _follows(form, text)), None)


def _follows(form: object, text: Sequence[str]) -> bool:
    """Tell whether a form has the words of a statement, misprints mended and names shortened.

    Words before and behind may be left out: a vague time, a clause that cannot be mended.
    """
    told = words_of(str(form))
    codes = SequenceMatcher(None, text, told, autojunk=False).get_opcodes()
    for at, (tag, a, b, c, d) in enumerate(codes):
        is_end = at in (0, len(codes) - 1) and tag == "delete"
        most = {"equal": b - a, "delete": _LEFT_OUT, "insert": _PUT_IN}.get(tag, _SHORT)
        if max(b - a, d - c) > most and not is_end:
            return False
    return True
