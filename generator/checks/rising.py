"""A rise or fall told without a number against the two figures: "tăng hơn so với năm 2022".

The words are about the figure right before or behind them, or about those of one measure
in the bracket behind their sentence. A printed change with a number is checked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Kind
from generator.checks.bracketed import bracketed
from generator.checks.context import Context
from generator.checks.standing import GOAL, sentence_around
from generator.checks.tolerance import interval
from generator.checks.weighing import weigh
from generator.checks.wording import source_name, subject, time_of, value_of
from generator.extraction.reading import folded
from generator.facts.comparing import precedes, same_measure, same_scale
from generator.model.fact import Fact, Source, docs_of
from generator.model.finding import Finding
from generator.vi.printing import number

RULE = "direction-claim"

_CLAIM = re.compile(
    r"\b(?P<word>tăng|giảm|cao hơn|thấp hơn)(?: (?:hơn|lên|xuống|nhẹ|mạnh|nhiều|đáng kể|rõ rệt))?"
    r" so với (?:cùng kỳ )?năm (?P<year>(?:19|20)\d\d|trước)(?![\d/])"
)
_UP = ("tăng", "cao hơn")
_RANK = re.compile(r"\b(?:hạng|bậc|vị trí)\b")
# between a figure and the claim behind it; between a claim and the figure behind it
_BEHIND = re.compile(
    r"(?:/\d{1,6})?[^.;,()\d]{0,20}(?:\([^()]{0,40}\))?,? ?(?:và |có |đã |tiếp tục ){0,2}"
)
_AHEAD = re.compile(r",? ?(?:và |đã )?(?:đạt|là|còn|ở mức)(?: được)? ")
_REACH = 80  # characters between a figure and a claim about it


@dataclass(frozen=True, slots=True)
class Claim:
    """A rise or fall against a year; offsets of the text, ``year`` None for the year before."""

    start: int
    end: int
    rises: bool
    year: int | None


def check_rising(context: Context) -> Iterator[Finding]:
    """Yield a finding for each rise or fall that goes against the figures it is told of."""
    for doc in docs_of(context.facts):
        text = folded(context.base.text_of(doc))
        facts = [fact for fact in context.facts if fact.source.doc == doc and fact.printed]
        told = [fact for fact in facts if context.indicator(fact).kind is not Kind.RANK]
        for claim in _claims(text) if told else ():
            later = _about(claim, told, text)
            if later is None:
                continue
            earlier = base_of(claim.year, later, told, context)
            beside = None if earlier else bracketed(later, claim.year, context)
            against = earlier or (beside[0] if beside else None)
            if against is not None and _is_against(claim, against, later):
                yield _finding(claim, against, later, context, beside[1] if beside else None)


def _claims(text: str) -> Iterator[Claim]:
    """Yield the rises and falls that a text tells of, goals and ranks left out."""
    for match in _CLAIM.finditer(text):
        start, _ = sentence_around(text, match.start())
        before = text[start : match.start()]
        if not (GOAL.search(before) or _RANK.search(before)):
            year = None if match["year"] == "trước" else int(match["year"])
            yield Claim(match.start(), match.end(), match["word"] in _UP, year)


def _about(claim: Claim, facts: Sequence[Fact], text: str) -> Fact | None:
    """Return the figure that a claim is about, the newest of a bracket; None in doubt."""
    for fact in facts:
        start, end = fact.number_start, fact.number_start + len(fact.printed)
        is_before = end <= claim.start <= end + _REACH
        if is_before and _BEHIND.fullmatch(text, end, claim.start):
            return fact
        is_behind = claim.end <= start <= claim.end + _REACH
        if is_behind and _AHEAD.fullmatch(text, claim.end, start):
            return fact
    first, last = sentence_around(text, claim.start)
    rest = text[last : text.find("\n", last) if "\n" in text[last:] else len(text)]
    inside = [fact for fact in facts if first <= fact.number_start < last]
    if inside or not rest.lstrip().startswith("("):
        return None
    close = last + rest.find(")")
    told = [fact for fact in facts if last <= fact.number_start < close]
    alike = len({(fact.indicator, fact.place, fact.level) for fact in told}) == 1
    return max(told, key=lambda fact: fact.period.end) if alike else None


def base_of(year: int | None, later: Fact, facts: Sequence[Fact], context: Context) -> Fact | None:
    """Return the figure of the year that a claim names, None where the source tells none.

    ``year`` None is the year before.
    """
    year = year or later.period.end.year - 1
    found = [
        one
        for one in facts
        if same_measure(one, later)
        and same_scale(one, later)
        and context.same_area(one, later)
        and one.period.is_stock == later.period.is_stock
        and one.period.end.year == year
        and precedes(one.period, later.period)
    ]
    return found[0] if len({one.value for one in found}) == 1 else None


def _is_against(claim: Claim, earlier: Fact, later: Fact) -> bool:
    """Tell whether two figures go the other way than a claim; a number is checked elsewhere."""
    first, second = interval(earlier), interval(later)
    against = second.high < first.low if claim.rises else second.low > first.high
    return later.change is None and against


def _finding(
    claim: Claim, earlier: Fact, later: Fact, context: Context, beside: Source | None
) -> Finding:
    """Tell of a rise or fall with the two figures.

    ``beside`` are the words of an earlier one in brackets, which is no fact of its own.
    """
    doc, indicator = later.source.doc, context.indicator(later)
    quote = Source(doc, claim.start, claim.end, context.base.text_of(doc)[claim.start : claim.end])
    message = (
        f"{subject(later, context.catalogue)}: {source_name(doc, context.base)} viết"
        f" “{' '.join(quote.quote.split())}”, trong khi số liệu trong cùng nguồn là"
        f" {value_of(later, indicator)} và {time_of(earlier.period)} là"
        f" {value_of(earlier, indicator)}. Báo cáo lấy số liệu của từng kỳ làm căn cứ vì số liệu"
        " cụ thể hơn nhận định."
    )
    sign = "<" if claim.rises else ">"
    computation = f"{number(later.value)} {sign} {number(earlier.value)}"
    facts = (later,) if beside else (later, earlier)
    quotes = (quote, beside) if beside else (quote,)
    severity = weigh(facts, explained=True)
    return Finding(RULE, severity, message, computation, facts, later, quotes=quotes)
