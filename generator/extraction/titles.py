"""The title of an official document, which stands below its letterhead; what headlines repeat.

Nghị định 30/2020/NĐ-CP, Annex I: body and number, motto and place, then the kind of
document ("BÁO CÁO") on a line of its own and what it is about on the next ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.extraction.context import Paragraph
from generator.extraction.counted.classify import Verdict, crossed
from generator.extraction.reading import folded
from generator.extraction.rules import Rule
from generator.extraction.view import View
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.zones import Zone
from generator.model.fact import Fact
from generator.model.period import Period

# a number with what it counts of a rank or score: "5 bậc", "thứ 31", "86,12%"
_MARKED = re.compile(r"(?<![\d,.])\d[\d,]{0,6}(?: (?:bậc|điểm)|%)|(?:thứ|hạng) \d{1,2}(?!\d)")
_TAKEN = ("place/", "period/", "level/")
_UNDATED = "period/text"  # the rule that gives the day of the text, where nothing tells a time
_LOOSE = frozenset({_UNDATED, "period/running"})  # also "sau một tháng hoạt động", up to that day
UNTOLD = Period(date(1900, 1, 1))
"""Stands for the time of a headline's figure until the text below is read."""
_DOSSIERS = "dossiers"
_HEAD = 16  # paragraphs among which the kind of a document stands
_BY_CHANCE = 10  # a number below it may stand for two things of one kind
_LINES = 2  # a headline, and one line that goes on with it
_BODY = r"(?:[^-–\d]{3,60} [-–] )?"  # "UBND TỈNH A - BÁO CÁO"
_KIND = re.compile(rf"{_BODY}{CLAUSES.document_kinds}(?: {CLAUSES.document_kinds_more})?:?")
_WHOLE = re.compile(rf"{CLAUSES.document_titles} ")


def document_title(text: str, found: tuple[Paragraph, ...]) -> str:
    """Return what an official document says it is about, "" where it has no such head."""
    for index, paragraph in enumerate(found[:_HEAD]):
        line = text[paragraph.start : paragraph.end]
        kind = folded(line)
        if _KIND.fullmatch(kind) and index + 1 < len(found):
            after = found[index + 1]
            return " ".join(text[after.start : after.end].split()) if after.heading else ""
        if index and paragraph.heading and line.isupper() and _WHOLE.match(kind):
            return " ".join(line.split())
    return ""


def head_end(found: Sequence[Paragraph]) -> int:
    """Return where the headline of a text and the lines below it end, 0 if it has none."""
    end = 0
    for paragraph in found[:_LINES]:
        if not paragraph.heading or paragraph.mark:
            break
        end = paragraph.end
    return end


def with_headline(facts: Sequence[Fact], end: int) -> tuple[Fact, ...]:
    """Return facts with those of a headline, up to ``end``, told as the text below tells them.

    A headline that names no time of its own repeats a figure of the text: it takes period,
    place and level from there, unless that is told of several. One that is told there no more
    has the time of all dossiers of the text, where they have but one. What stays `UNTOLD` is
    for the caller to leave.
    """
    return tuple(
        _as_told(fact, facts, end)
        if fact.number_start < end and _UNDATED in fact.rules
        else _dated_again(fact, facts)
        for fact in facts
    )


def _dated_again(fact: Fact, facts: Sequence[Fact]) -> Fact:
    """Return a figure that names no time with the one time at which the text tells it again.

    A summary above a text, or words below a picture, repeat a number of it. Small numbers and
    whole percentages may be the same by chance.
    """
    whole = fact.value == fact.value.to_integral_value()
    if not _LOOSE & set(fact.rules):
        return fact
    if whole and (fact.unit == "%" or fact.value < _BY_CHANCE):
        return fact
    periods = {
        one.period
        for one in facts
        if not _LOOSE & set(one.rules)
        and one.value == fact.value
        and (one.indicator, one.place, one.level) == (fact.indicator, fact.place, fact.level)
    }
    if len(periods) != 1:
        return fact
    rules = tuple("period/again" if one in _LOOSE else one for one in fact.rules)
    return replace(fact, period=periods.pop(), rules=rules)


def _as_told(fact: Fact, facts: Sequence[Fact], end: int) -> Fact:
    found = {
        (one.place, one.level, one.period): one
        for one in facts
        if one.number_start >= end and _repeats(fact, one)
    }
    if not found:
        return _of_one_time(fact, facts, end)
    if len(found) != 1:
        return fact
    one = next(iter(found.values()))
    own = [rule for rule in fact.rules if not rule.startswith(_TAKEN)]
    level = ("level/headline",) if one.level is not None else ()
    rules = (*own, "place/headline", "period/headline", *level)
    return replace(fact, place=one.place, level=one.level, period=one.period, rules=rules)


def _of_one_time(fact: Fact, facts: Sequence[Fact], end: int) -> Fact:
    """Return a figure on dossiers with the one time of all that the text tells of them."""
    below = [one for one in facts if one.number_start >= end and _DOSSIERS in one.indicator]
    periods = {one.period for one in below}
    alike = any((one.place, one.level) == (fact.place, fact.level) for one in below)
    if _DOSSIERS not in fact.indicator or not alike or len(below) < 2 or len(periods) != 1:
        return fact
    (period,) = periods
    if period.start is None:
        return fact
    rules = tuple("period/headline" if one == _UNDATED else one for one in fact.rules)
    return replace(fact, period=period, rules=rules)


def _repeats(fact: Fact, one: Fact) -> bool:
    """Tell whether a figure is told again, a rate also as the share of its count."""
    if one.indicator == fact.indicator:
        return one.value == fact.value
    return f"{one.indicator}_rate" == fact.indicator and one.share == fact.value


def proven(title: str, seen: View, here: Zone, rules: Sequence[Rule]) -> Verdict | None:
    """Return the one of several indices that a folded title names with a number of the sentence.

    "Hà Nam tăng 5 bậc về PAR INDEX" above "Công bố PAR INDEX và SIPAS. Theo đó, Hà Nam xếp thứ
    31, tăng 5 bậc" proves which index the sentence is on.
    """
    numbers = {match.group() for match in _MARKED.finditer(title)}
    if not any(match.group() in numbers for match in _MARKED.finditer(seen.text)):
        return None
    told = {rule.indicator: rule for rule in rules if rule.says.found_in(title)}
    rule = next(iter(told.values())) if len(told) == 1 else None
    barred = rule is None or crossed(seen, rule, here.clause_left, here.near_right)
    return Verdict(rule, "title") if rule and not barred else None


def names_other(rules: Sequence[Rule], last: Rule, text: str) -> bool:
    """Tell whether a folded text names another index than that of ``last``.

    Behind "Công bố PAPI và SIPAS" a rank is not of the index that was told before.
    """
    others = (one for one in rules if one.kind is last.kind and one.indicator != last.indicator)
    return any(one.says.found_in(text) for one in others)
