"""The first draft of a review file: what is doubtful, with its quotes, not yet decided."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from generator import strict_yaml
from generator.config.periods import format_period
from generator.errors import SoketError
from generator.model.fact import Fact, Source
from generator.model.finding import Finding
from generator.model.review import sentence_id
from generator.vi.printing import period_name
from generator.vi.text import NBSP

_WIDTH = 96
_OF_SHARE = "share-denominator"
_REASONS = {
    "told/topic": "the sentence does not say “{label}”, it is what the text is about",
    "told/far": "the words for “{label}” stand far from {number}",
    "period/text": "no time is told beside {number}; “{period}” is that of the text",
}
WEAK = frozenset(_REASONS)
"""Marks of facts whose meaning or time was told by words farther off."""
_HEAD = """\
# Decisions of a person on single facts of the documents beside this file.
# Each entry waits: replace 'pending' by
#   correct   the figure is wrong: add 'set: {value: …}' with the right one
#   exclude   the fact is left out of the reports
#   use       the reports use this figure as the source prints it; its finding is then a note
# and fill in who, when (YYYY-MM-DD) and why. 'decision: add' adds a fact that was not
# found; it takes doc, quote, indicator, place, period and value.
# An entry without 'indicator' is about a sentence of which no figure is read: 'exclude' says
# that the reports go without it, its finding is then a note.
# Where an entry is 'doubtful', soket took the named point from words farther off in the
# document: hold it against the document, then decide.
decisions:
"""


def draft(
    findings: Sequence[Finding],
    weak: Sequence[Fact],
    known: AbstractSet[str],
    docs: AbstractSet[str],
    meanings: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return the entries for what is doubtful in some documents, "" for nothing.

    ``weak`` are facts that rest on a weak rule; ``known`` the ids of facts and sentences that a
    review file already names; ``docs`` the ids of the documents; ``meanings`` are plain
    words for the names of checks and indicators. A finding on which somebody decided is
    left out.
    """
    seen = set(known)
    parts: list[str] = []
    for finding in findings:
        if any(fact.review for fact in finding.facts):
            continue
        doubted = [fact for fact in _doubted(finding) if fact.source.doc in docs]
        said = [one for one in finding.quotes if one.doc in docs and not finding.facts]
        if {*(fact.id for fact in doubted), *map(sentence_id, said)} <= known:
            continue  # of other documents, or all of it waits in the file
        before = [fact for fact in doubted if fact.id in seen]
        entries = [_entry(fact) for fact in _new(doubted, seen)]
        entries += [_of_sentence(one) for one in said if sentence_id(one) not in seen]
        seen |= {*map(sentence_id, said)}
        parts.append(_told(finding, before, docs, meanings) + "\n".join(entries))
    parts += [_of_weak(fact, meanings) for fact in _new(weak, seen) if fact.source.doc in docs]
    return _HEAD + "\n".join(parts) if parts else ""


def weak(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts that rest on a weak rule and on which nobody decided."""
    return tuple(fact for fact in facts if fact.review is None and WEAK.intersection(fact.rules))


def extended(text: str, new: str, file: str) -> str:
    """Return the text of a review file with the entries of a draft at its end.

    Raises UsageError or InputError with the place where the file cannot take them.
    """
    body = new.removeprefix(_HEAD)
    whole = text.rstrip("\n") + "\n" + ("" if "decisions:" in text else "decisions:\n") + body
    before, after = (len(_entries(one, file)) for one in (text, whole))
    if after <= before:
        raise SoketError("the entries cannot be added to this file")
    return whole


def _doubted(finding: Finding) -> tuple[Fact, ...]:
    """Return the facts that may be wrong: of a share, not those that prove its whole."""
    return finding.facts[:1] if finding.rule == _OF_SHARE else finding.facts


def _entries(text: str, file: str) -> list[strict_yaml.Value]:
    """Return the entries of a review file."""
    value = strict_yaml.loads(text.encode(), file).value
    rows = value.get("decisions") if isinstance(value, dict) else None
    return rows if isinstance(rows, list) else []


def _new(facts: Sequence[Fact], seen: set[str]) -> Iterator[Fact]:
    """Yield the facts that have no entry yet."""
    for fact in facts:
        if fact.id not in seen:
            seen.add(fact.id)
            yield fact


def _told(
    finding: Finding,
    before: Sequence[Fact],
    docs: AbstractSet[str],
    meanings: Mapping[str, str],
) -> str:
    """Return what was found as a remark above its entries.

    Its words that have none here are quoted: those of ``before``, which have an entry already,
    of facts that are not in doubt or of another folder, and a sentence against the facts.
    """
    own = [fact for fact in _doubted(finding) if fact.source.doc in docs]
    others = [fact for fact in finding.facts if fact not in own]
    beside = [*(one.source for one in others), *(finding.quotes if finding.facts else ())]
    return _remark(
        f"{finding.severity.value}: {meanings.get(finding.rule, finding.rule)}",
        finding.message,
        finding.computation,
        *(f"{one.doc}: “{_line(one.quote)}”" for one in dict.fromkeys(beside)),
        *(f"“{one}” has an entry already" for one in dict.fromkeys(map(_quote, before))),
    )


def _of_sentence(said: Source) -> str:
    """Return the pending entry of a sentence of which no fact is made."""
    return (
        "  - decision: pending\n"
        f"    doc: {_quoted(said.doc)}\n"
        f"    quote: {_quoted(said.quote)}\n"
        "    who:\n"
        "    when:\n"
        "    why:\n"
    )


def _quote(fact: Fact) -> str:
    """Return the quote of a fact on one line."""
    return _line(fact.source.quote)


def _line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _of_weak(fact: Fact, meanings: Mapping[str, str]) -> str:
    """Return why a fact is doubtful as a remark, then its entry."""
    named = {
        "label": meanings.get(fact.indicator, fact.indicator),
        "number": fact.printed or format(fact.value, "f"),
        "period": period_name(fact.period),
    }
    why = (text.format(**named) for rule, text in _REASONS.items() if rule in fact.rules)
    return _remark(f"doubtful: {'; '.join(why)}") + _entry(fact)


def _remark(*texts: str) -> str:
    """Return texts as lines of a remark above an entry."""
    lines = (line for text in texts for line in textwrap.wrap(text.replace(NBSP, " "), _WIDTH))
    return "".join(f"  # {line}\n" for line in lines)


def _entry(fact: Fact) -> str:
    """Return one pending entry; level, period and value tell it from its neighbours."""
    level = f"    level: {_quoted(fact.level)}\n" if fact.level else ""
    return (
        "  - decision: pending\n"
        f"    doc: {_quoted(fact.source.doc)}\n"
        f"    quote: {_quoted(fact.source.quote)}\n"
        f"    indicator: {fact.indicator}\n"
        f"    place: {fact.place}\n"
        f"{level}"
        f"    period: {format_period(fact.period)}\n"
        f"    value: {format(fact.value, 'f')}\n"
        "    who:\n"
        "    when:\n"
        "    why:\n"
    )


def _quoted(text: str) -> str:
    """Return a text as a double-quoted scalar of YAML, any blank and mark in it."""
    odd = {char for char in text if not char.isprintable() and char not in "\n\t"}
    quoted = json.dumps(text, ensure_ascii=False)
    for char in odd:
        quoted = quoted.replace(char, f"\\U{ord(char):08x}")
    return quoted
