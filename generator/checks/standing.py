"""Claims such as "top 5 … thấp nhất" against the rank that is printed with them.

The claim is read in the paragraph of the rank: its own sentence, or the one before it
where that has no rank. A goal ("phấn đấu vào top 10") is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue import Kind
from generator.checks.context import Context
from generator.checks.weighing import weigh
from generator.checks.wording import listed, source_name, subject, value_of
from generator.extraction.reading import folded
from generator.extraction.words.claims import CLAIMS
from generator.extraction.words.quantities import QUANTITIES
from generator.facts.derived import computed
from generator.facts.formula import MINUS
from generator.model.fact import Fact, Source, docs_of
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.vi.printing import number, small_count

RULE = "rank-claim"

_BODY = r"(?:tỉnh|thành phố|tỉnh thành|địa phương|đơn vị|bộ)"
_BODIES = rf"(?:{_BODY}(?:,? (?:và )?{_BODY})*)"
_FEW = rf"(?:{_BODY}(?:,? (?:và )?{_BODY}){{0,3}})"
# what may stand between the number and the word that tells which end is meant
_BETWEEN = r"(?:[^.;:()\d]|\d(?= ?(?:tỉnh|địa phương|đơn vị))|\d(?=\d))"
_CLAIM = re.compile(
    rf"\b(?:(?:top|tốp|nhóm) (?P<top>\d{{1,2}})(?!\d|[.,/%]\d)|trong (?:số )?(?P<of>\d{{1,2}})"
    rf"(?= {_BODIES}\b))"
    rf"(?: {_BODIES})?(?:,? (?:trong|trên)(?: tổng)?(?: số)? (?P<all>\d{{2}}) {_BODIES})?"
    rf"(?P<rest>{_BETWEEN}{{0,60}}?)"
    r"\b(?P<end>thấp nhất|kém nhất|cuối(?: bảng| cùng)?|cao nhất|tốt nhất|dẫn đầu|đứng đầu"
    r"|đầu(?! tư\b))\b"
    r"(?: (?:trong|của) )?(?: ?(?:cả nước|toàn quốc))?"
)
# without a word for the end the first are meant; "top 10 cả nước về thu hút đầu tư" is of another
_BARE = re.compile(
    rf"(?:(?<=[,;(] )|(?<=\()|(?<!\w){CLAIMS.among_first} ){CLAIMS.first_ones} "
    r"(?P<top>\d{1,2})"
    rf"(?: {_FEW})?(?: (?:(?:của|trong|trên) )?(?:{QUANTITIES.rank_among}|(?P<all>\d{{2}})"
    rf" {_FEW}))?(?=[.;:)!]|$|(?:,| (?:và|nhưng) )(?! ?{_FEW}\b))"
)
_NOT_AMONG = re.compile(rf"(?<!\w){CLAIMS.near_first} $")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?![\d/])")
_FORMER = re.compile(rf"(?<!\w){CLAIMS.formerly}(?!\w)")
_LOW = ("thấp", "kém", "cuối")
GOAL = re.compile(
    r"\b(?:phấn đấu|mục tiêu|quyết tâm|nỗ lực|phải|hướng tới|hướng đến|kế hoạch|chỉ tiêu|cần|sẽ"
    r"|không|chưa|thoát|ra khỏi)\b"
)
_SENTENCE_END = re.compile(r"[.;!?…](?=[\s)\"”]|$)")
_NEAR = 100  # characters before a claim in which its clause begins
_REACH = 3000  # characters on either side in which a sentence must begin and end


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim to be among the first or last ``size`` of ``total``; offsets of the text."""

    start: int
    end: int
    size: int
    total: int | None
    lowest: bool


def check_standing(context: Context) -> Iterator[Finding]:
    """Yield a finding for each claim that no rank printed with it bears out."""
    for doc in docs_of(context.facts):
        ranks = [
            fact for fact in context.facts if fact.source.doc == doc and _is_rank(fact, context)
        ]
        text = context.base.text_of(doc)
        for claim in _claims(text) if ranks and text else ():
            beside = _beside(claim, ranks, text)
            if beside and not any(_bears_out(fact, claim) for fact in beside):
                yield _finding(claim, beside, text, context)


def _is_rank(fact: Fact, context: Context) -> bool:
    """Tell whether a fact is an exact rank of a whole place."""
    is_rank = context.indicator(fact).kind is Kind.RANK
    return is_rank and fact.approx is None and fact.level is None


def _claims(text: str) -> Iterator[Claim]:
    """Yield the claims of a text, goals left out."""
    copy = folded(text)
    told = [(match, match["top"] or match["of"], match["end"]) for match in _CLAIM.finditer(copy)]
    spans = [match.span() for match, _, _ in told]
    for match in _BARE.finditer(copy):
        at = match.start("top")
        near = _NOT_AMONG.search(copy, max(0, match.start() - _NEAR), match.start())
        if near is None and not any(first <= at < last for first, last in spans):
            told.append((match, match["top"], ""))
    for match, size, end in sorted(told, key=lambda one: one[0].start()):
        start, _ = sentence_around(text, match.start())
        if GOAL.search(copy, start, match.end()):
            continue
        total = int(match["all"]) if match["all"] else None
        if int(size) > 0 and (total is None or int(size) < total):
            lowest = end.startswith(_LOW)
            yield Claim(match.start(), match.end(), int(size), total, lowest)


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Return the bounds of the sentence around an offset, inside its line."""
    first, last = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    last = len(text) if last < 0 else last
    first, last = max(first, at - _REACH), min(last, at + _REACH)
    ends = [end.end() for end in _SENTENCE_END.finditer(text, first, last)]
    start = max((end for end in ends if end <= at), default=first)
    return start, min((end for end in ends if end > at), default=last)


def _beside(claim: Claim, ranks: Sequence[Fact], text: str) -> tuple[Fact, ...]:
    """Return the ranks that a claim is about, newest first; none where that is in doubt.

    They stand in its sentence or, behind it, up to the end of a bracket or of the next
    sentence, and are of one place and one index.
    """
    start, end = sentence_around(text, claim.start)
    inside = [fact for fact in ranks if start <= _at(fact) < end]
    if not inside:
        inside = [fact for fact in ranks if end <= _at(fact) < _next_end(text, end)]
    if len({(fact.indicator, fact.place) for fact in inside}) != 1:
        return ()
    if _is_of_another_time(claim, inside, text):
        return ()
    return tuple(sorted(inside, key=lambda fact: fact.period.end, reverse=True))


def _is_of_another_time(claim: Claim, ranks: Sequence[Fact], text: str) -> bool:
    """Tell whether the clause of a claim names a time of which none of the ranks is."""
    start, _ = sentence_around(text, claim.start)
    clause = folded(text[max(start, claim.start - _NEAR) : claim.start])
    clause = clause[max(clause.rfind(mark) for mark in ",;:(") + 1 :]
    years = {int(year) for year in _YEAR.findall(clause)}
    own = {fact.period.end.year for fact in ranks}
    return _FORMER.search(clause) is not None or (bool(years) and years.isdisjoint(own))


def _next_end(text: str, start: int) -> int:
    """Return where what follows a sentence ends: a bracket, else the next sentence."""
    line = text.find("\n", start)
    line = len(text) if line < 0 else line
    rest = text[start:line]
    if rest.lstrip().startswith("("):
        close = text.find(")", start, line)
        return close if close >= 0 else line
    return (
        sentence_around(text, start + len(rest) - len(rest.lstrip()))[1] if rest.strip() else start
    )


def _at(fact: Fact) -> int:
    """Return the offset of a fact's number."""
    return fact.number_start or fact.source.start


def _total(fact: Fact, claim: Claim) -> int | None:
    """Return how many are ranked, as the rank or the claim tells."""
    return int(fact.total) if fact.total is not None else claim.total


def _bears_out(fact: Fact, claim: Claim) -> bool:
    """Tell whether a rank is among those that a claim speaks of; unknown ones may be."""
    total = _total(fact, claim)
    if not claim.lowest:
        return fact.value <= claim.size
    return total is None or fact.value > total - claim.size


def _finding(claim: Claim, ranks: tuple[Fact, ...], text: str, context: Context) -> Finding:
    """Tell of a claim with the ranks that contradict it."""
    newest = ranks[0]
    quote = Source(newest.source.doc, claim.start, claim.end, text[claim.start : claim.end])
    told = [f"“{' '.join(fact.source.quote.split())}”" for fact in ranks]
    bound = _bound(newest, claim)
    message = (
        f"{subject(newest, context.catalogue)}:"
        f" {source_name(newest.source.doc, context.base)} viết “{' '.join(quote.quote.split())}”,"
        f" trong khi cũng tại đoạn này nêu {listed(told)}; {_meaning(newest, claim)}. Báo cáo ghi"
        f" {value_of(newest, context.indicator(newest))} theo nguồn vì thứ hạng là số liệu cụ thể."
    )
    sign = "<" if claim.lowest else ">"
    limit = number(bound.value) if bound else str(claim.size)
    compared = [f"{number(fact.value)} {sign} {limit}" for fact in ranks]
    computation = "; ".join(([bound.formula] if bound else []) + compared)
    figures = (bound,) if bound else ()
    severity = weigh(ranks, explained=True)
    return Finding(RULE, severity, message, computation, ranks, newest, figures, quotes=(quote,))


def _bound(fact: Fact, claim: Claim) -> Figure | None:
    """Return the best rank of the lowest ones."""
    total = _total(fact, claim)
    if not claim.lowest or total is None:
        return None
    first = total - claim.size + 1
    formula = f"{total} {MINUS} {claim.size} + 1 = {first}"
    return computed(Decimal(first), fact.unit, (fact,), formula)


def _meaning(fact: Fact, claim: Claim) -> str:
    """Say which ranks the claim means."""
    size = small_count(Decimal(claim.size))
    total = _total(fact, claim)
    if claim.lowest and total is not None:
        first = total - claim.size + 1
        return f"{size} vị trí thấp nhất trong {total} là từ hạng {first} đến hạng {total}"
    return f"{size} vị trí cao nhất là từ hạng 1 đến hạng {claim.size}"
