"""Shares printed in sentences that are told as they stand: "8/9 huyện (đạt 78%)".

No fact is made of what no indicator counts, but a report quotes the sentence. Its share is held
against its a/b with the allowance that facts have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.shares import MISMATCH
from generator.checks.tolerance import Fit, fit, last_digit, percentage
from generator.checks.weighing import weigh
from generator.checks.wording import decided_by, percent, source_name
from generator.extraction.reading import folded
from generator.extraction.words.clauses import CLAUSES
from generator.facts import FactBase
from generator.facts.derived import computed
from generator.facts.formula import UNEQUAL, quotient, result
from generator.model.fact import Source
from generator.model.finding import Finding, Severity
from generator.model.review import LeftOut, Review
from generator.vi.numbers import parse_digits

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,9}(?:,\d{1,4})?"
_SHARE = r"\d{1,3}(?:,\d{1,4})?"
_PAIR = (
    rf"{CLAUSES.no_pair_before.not_before}(?<![\w.,/-])(?P<part>{_NUMBER})"
    rf"(?: ?/ ?| trên(?: tổng số)? )(?P<whole>{_NUMBER})(?![\w/]|[.,]\d)"
)
_LINK = rf"(?:{CLAUSES.share_links} )?(?:{CLAUSES.share_words} )?(?:{CLAUSES.share_is} )?"
_WORDS = r"[^.;:()%\d]{0,80}?"
_FORMS = (
    # a share in brackets: "8/9 huyện (đạt 78%)"
    re.compile(rf"{_PAIR}{_WORDS} ?\({_LINK}(?P<share>{_SHARE}) ?%(?=[,;)])\)?"),
    # one behind a comma: "8/9 huyện có bộ phận một cửa, đạt tỷ lệ 78%"
    re.compile(
        rf"{_PAIR}{_WORDS}, (?:{CLAUSES.share_links} (?:{CLAUSES.share_words} )?"
        rf"|{CLAUSES.share_words} )(?:{CLAUSES.share_is} )?(?P<share>{_SHARE}) ?%"
        r"(?=\)?(?:[.,;]|$))"
    ),
    # one before them: "78% (8/9 huyện)"
    re.compile(rf"(?<![\d.,])(?P<share>{_SHARE}) ?%{_WORDS} ?\({_PAIR}[^()%\d]{{0,80}}\)"),
)


@dataclass(frozen=True, slots=True)
class _Stated:
    """An a/b and its share, with the words of the source that tell both."""

    part: Decimal
    whole: Decimal
    share: Decimal
    words: Source


def check_stated(
    said: Iterable[Source], base: FactBase, left_out: Iterable[LeftOut] = ()
) -> Iterator[Finding]:
    """Yield a finding for each share in sentences of sources that is not that of its a/b.

    What a fact was made of is left to the check of facts. Of a sentence that a person decided to
    leave out the decision is told.
    """
    decided = tuple(left_out)
    known = {(fact.source.doc, fact.number_start) for fact in base.facts}
    found: dict[Source, _Stated] = {}
    for sentence in said:
        for one in _stated(sentence):
            words = one.words
            at = range(words.start, words.end)
            if not any(doc == words.doc and start in at for doc, start in known):
                found.setdefault(words, one)
    for one in found.values():
        if fit(percentage(one.part, one.whole), one.share) is Fit.NEITHER:
            by = [each.review for each in decided if one.words.is_within(each.words)]
            yield _finding(one, base, by[0] if by else None)


def _stated(sentence: Source) -> Iterator[_Stated]:
    """Yield each a/b of a sentence that has its share."""
    text = folded(sentence.quote)
    for form in _FORMS:
        for match in form.finditer(text):
            numbers = [parse_digits(match[name]) for name in ("part", "whole", "share")]
            read = [one[0] for one in numbers if one is not None and not one[1]]
            if len(read) == len(numbers) and 0 < read[0] <= read[1]:
                quote = sentence.quote[match.start() : match.end()]
                start = sentence.start + match.start()
                words = Source(sentence.doc, start, start + len(quote), quote)
                yield _Stated(read[0], read[1], read[2], words)


def _finding(one: _Stated, base: FactBase, review: Review | None) -> Finding:
    """Tell of a share that is neither the rounded nor the cut-off one."""
    exact = percentage(one.part, one.whole)
    formula = f"{quotient(one.part, one.whole)} {result(exact, 2, '%')}"
    words = " ".join(one.words.quote.split())
    message = (
        f"Tỷ lệ tại câu “{words}” của {source_name(one.words.doc, base)}: theo phép tính, tỷ lệ là"
        f" {percent(exact, 2)}, không khớp với tỷ lệ nguồn nêu{_why_not(review)}"
    )
    near = abs(exact - one.share) < last_digit(one.share)
    return Finding(
        MISMATCH,
        weigh((), explained=near) if review is None else Severity.NOTE,
        message,
        f"{formula} {UNEQUAL} {percent(one.share)}",
        (),
        None,
        (computed(exact, "%", (), formula, decimals=2),),
        (one.words,),
        review=review,
    )


def _why_not(review: Review | None) -> str:
    """Say why the report does not tell a sentence: for its error, or as somebody decided."""
    if review is None:
        return ". Báo cáo không nêu lại nội dung này vì nguồn không cho biết số nào cần điều chỉnh."
    return f"; qua rà soát, báo cáo không nêu lại nội dung này ({decided_by(review)})."
