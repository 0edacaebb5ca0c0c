"""Words that deny a figure: "không có hồ sơ quá hạn" beside 125 that are overdue.

Of which place, level and time the words are is told by the figure right before them, by the last
one of the paragraph where they are a sentence of their own, or by a year and a place that this
sentence names. What is said of one level or unit denies nothing of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.checks.context import Context
from generator.checks.standing import GOAL, sentence_around
from generator.checks.tolerance import interval
from generator.checks.weighing import weigh
from generator.checks.wording import source_name, subject, value_of
from generator.extraction.reading import folded
from generator.extraction.words.claims import CLAIMS
from generator.model.fact import Fact, Source, docs_of
from generator.model.finding import Finding
from generator.model.period import Period

RULE = "denial"

_DENIAL = re.compile(rf"(?<!\w){CLAIMS.denials}(?= ?(?:[.,;:)]| và |$))")
# from a figure to words about the same: "5.000 hồ sơ (đạt 100%), không có hồ sơ quá hạn"
_SAME = re.compile(
    r"(?:/\d{1,9}|%)? ?(?:[^\W\d]{1,12} ){0,4}?(?:[^\W\d]{1,12})?(?: ?\([^()]{0,40}\))?"
    rf"[,;]? ?(?:{CLAIMS.denied_of_same},? ){{0,2}}"
)
_ALONE = re.compile(
    r" ?(?:(?:trong )?năm (?P<year>(?:19|20)\d\d),? )?"
    rf"(?:{CLAIMS.whole_place}(?: (?P<place>[^\d.,;:()]{{1,30}}))? )?(?:{CLAIMS.denied_of_same} )?"
)
_REACH = 120  # characters from a figure to words about the same


@dataclass(frozen=True, slots=True)
class _Denial:
    """What words deny: an indicator of a place, level and time; offsets of the text."""

    start: int
    end: int
    indicator: str
    key: tuple[str, str | None, Period]


def check_denying(context: Context) -> Iterator[Finding]:
    """Yield a finding for each figure that words of its own source deny."""
    for doc in docs_of(context.facts):
        facts = [fact for fact in context.facts if fact.source.doc == doc and fact.printed]
        text = context.base.text_of(doc)
        for denial in _denials(text, facts, context) if facts else ():
            against = [fact for fact in facts if _is_denied(fact, denial, context)]
            if against:
                yield _finding(denial, against[0], context)


def _denials(text: str, facts: Sequence[Fact], context: Context) -> Iterator[_Denial]:
    """Yield what a text denies, goals left out and all of which the scope is in doubt."""
    copy = folded(text)
    for match in _DENIAL.finditer(copy):
        first, _ = sentence_around(text, match.start())
        name = CLAIMS.denials.meanings[match[0]]
        if not GOAL.search(copy, first, match.start()):
            key = _scope(match.start(), name, facts, (text, copy), context)
            if key is not None:
                yield _Denial(match.start(), match.end(), name, key)


def _scope(
    at: int, name: str, facts: Sequence[Fact], texts: tuple[str, str], context: Context
) -> tuple[str, str | None, Period] | None:
    """Return the place, level and time of words, None in doubt."""
    text, copy = texts
    pending = context.arithmetic.apart.get(name)
    before = [one for one in facts if one.number_start + len(one.printed) <= at]
    last = max(before, key=lambda one: one.number_start, default=None)
    if last is not None and last.indicator != pending:
        end = last.number_start + len(last.printed)
        if at - end <= _REACH and _SAME.fullmatch(copy, end, at) and "\n" not in text[end:at]:
            return last.key[1:]
    first, _ = sentence_around(text, at)
    alone = _ALONE.fullmatch(copy, first, at)
    return _named(alone, text, last, facts, context) if alone is not None else None


def _named(
    words: re.Match[str], text: str, last: Fact | None, facts: Sequence[Fact], context: Context
) -> tuple[str, str | None, Period] | None:
    """Return the scope of a sentence of its own by its words, else by the figure before it."""
    found = {one.place for one in facts if one.level is None}
    place = found.pop() if len(found) == 1 else None
    if words["place"]:
        known = context.catalogue.places.find(words["place"].strip())
        place = known.slug if known else None
    if words["year"] and place is not None:
        year = int(words["year"])
        return place, None, Period(date(year, 12, 31), date(year, 1, 1))
    goes_on = last is not None and "\n" not in text[last.number_start : words.start()]
    if last is None or words["year"] or not goes_on or (words["place"] and place != last.place):
        return None
    return last.key[1:]


def _is_denied(fact: Fact, denial: _Denial, context: Context) -> bool:
    """Tell whether a figure is of what words deny, and not zero."""
    is_same = fact.indicator == denial.indicator and fact.key[1:] == denial.key
    return is_same and fact.id not in context.apart and interval(fact).low > 0


def _finding(denial: _Denial, fact: Fact, context: Context) -> Finding:
    """Tell of a figure with the words that deny it."""
    doc = fact.source.doc
    words = context.base.text_of(doc)[denial.start : denial.end]
    quote = Source(doc, denial.start, denial.end, words)
    message = (
        f"{subject(fact, context.catalogue)}: {source_name(doc, context.base)} viết"
        f" “{' '.join(words.split())}”, trong khi cũng nêu"
        f" {value_of(fact, context.indicator(fact))}. Báo cáo ghi số liệu theo nguồn vì số liệu cụ"
        " thể hơn nhận định."
    )
    severity = weigh((fact,), explained=True)
    return Finding(RULE, severity, message, "", (fact,), fact, quotes=(quote,))
