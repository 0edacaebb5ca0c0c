"""A rank told to be better or worse, without a number, against the two ranks.

"Xếp thứ 30/63, tăng hạng so với năm 2022 (xếp thứ 25/63)": the place got worse. The words stand
right behind the later rank, or right before it; the earlier rank is told anywhere in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Kind
from generator.checks.context import Context
from generator.checks.rising import RULE, base_of
from generator.checks.standing import GOAL, sentence_around
from generator.checks.weighing import weigh
from generator.checks.wording import source_name, subject, time_of, value_of
from generator.extraction.reading import folded
from generator.extraction.words.claims import CLAIMS
from generator.extraction.words.quantities import QUANTITIES
from generator.model.fact import Fact, Source, docs_of
from generator.model.finding import Finding
from generator.vi.printing import number

_CLAIM = re.compile(
    rf"(?<!\w)(?:(?P<up>{CLAIMS.rank_better})|(?P<down>{CLAIMS.rank_worse})"
    rf"|(?P<loose>(?P<better>{CLAIMS.better})|{CLAIMS.worse}))(?: {CLAIMS.how_much}){{0,2}}"
    r" so với (?:cùng kỳ )?năm (?P<year>(?:19|20)\d\d|trước|ngoái)(?![\d/])"
)
# between a rank and the claim behind it; between a claim and the rank behind it
_BEHIND = re.compile(
    rf"(?:/\d{{1,6}})?(?: (?!{QUANTITIES.ranking})[^\s\d.;,()]{{1,12}}){{0,8}}"
    r"(?:, (?:thành phố|tỉnh)[^.;,()\d]{0,20})?(?:,| -)? ?(?:và |có |đã |tiếp tục |sự ){0,3}"
)
_AHEAD = re.compile(rf",? ?(?:và |đã |khi ){{0,2}}{QUANTITIES.rank_before} (?:thứ |hạng )?")
_REACH = 120  # characters between a rank and a claim about it


@dataclass(frozen=True, slots=True)
class _Claim:
    """A rank told to have got better or worse; offsets of the text.

    ``year`` is that of the base, None for the year before; ``is_loose`` says that the words may
    be about the score that is told with the rank.
    """

    start: int
    end: int
    rises: bool
    year: int | None
    is_loose: bool


def check_improving(context: Context) -> Iterator[Finding]:
    """Yield a finding for each rank that went the other way than the words beside it say."""
    for doc in docs_of(context.facts):
        told = [fact for fact in context.facts if fact.source.doc == doc and fact.printed]
        ranks = [fact for fact in told if _is_rank(fact, context)]
        text = folded(context.base.text_of(doc)) if len(ranks) > 1 else ""
        for claim in _claims(text):
            later = _about(claim, ranks, told, text)
            earlier = later and base_of(claim.year, later, ranks, context)
            if later and earlier and _is_against(claim, earlier, later):
                yield _finding(claim, earlier, later, context)


def _is_rank(fact: Fact, context: Context) -> bool:
    """Tell whether a fact is an exact rank without a printed change, which is checked elsewhere."""
    is_rank = context.indicator(fact).kind is Kind.RANK
    return is_rank and fact.approx is None and fact.change is None


def _claims(text: str) -> Iterator[_Claim]:
    """Yield what a text tells of a rank or score that rose or fell, goals left out."""
    for match in _CLAIM.finditer(text):
        start, _ = sentence_around(text, match.start())
        if not GOAL.search(text, start, match.start()):
            year = int(match["year"]) if match["year"].isdigit() else None
            rises = bool(match["up"] or match["better"])
            yield _Claim(match.start(), match.end(), rises, year, bool(match["loose"]))


def _about(claim: _Claim, ranks: Sequence[Fact], told: Sequence[Fact], text: str) -> Fact | None:
    """Return the rank that a claim is about, None where it may be about a score."""
    first, last = sentence_around(text, claim.start)
    others = [fact for fact in told if first <= fact.number_start < last and fact not in ranks]
    if claim.is_loose and others:
        return None
    for fact in ranks:
        start, end = fact.number_start, fact.number_start + len(fact.printed)
        if end <= claim.start <= end + _REACH and _BEHIND.fullmatch(text, end, claim.start):
            return fact
        is_behind = claim.end <= start <= claim.end + _REACH and not claim.is_loose
        if is_behind and _AHEAD.fullmatch(text, claim.end, start):
            return fact
    return None


def _is_against(claim: _Claim, earlier: Fact, later: Fact) -> bool:
    """Tell whether two ranks of one list go the other way; the smaller number is the better."""
    if earlier.total and later.total and earlier.total != later.total:
        return False
    return later.value > earlier.value if claim.rises else later.value < earlier.value


def _finding(claim: _Claim, earlier: Fact, later: Fact, context: Context) -> Finding:
    """Tell of a rise or fall with the two ranks."""
    doc, indicator = later.source.doc, context.indicator(later)
    quote = Source(doc, claim.start, claim.end, context.base.text_of(doc)[claim.start : claim.end])
    message = (
        f"{subject(later, context.catalogue)}: {source_name(doc, context.base)} viết"
        f" “{' '.join(quote.quote.split())}”, trong khi thứ hạng trong cùng nguồn là"
        f" {value_of(later, indicator)} và {time_of(earlier.period)} là"
        f" {value_of(earlier, indicator)}. Báo cáo lấy thứ hạng của từng kỳ làm căn cứ vì số liệu"
        " cụ thể hơn nhận định."
    )
    sign = ">" if claim.rises else "<"
    computation = f"{number(later.value)} {sign} {number(earlier.value)}"
    facts = (later, earlier)
    severity = weigh(facts, explained=True)
    return Finding(RULE, severity, message, computation, facts, later, quotes=(quote,))
