"""A change told twice in one sentence: "80.000 hồ sơ, tăng 20.000 hồ sơ (tương đương 25%)".

The count and its change give the base, and that the percentage: 20.000 of 60.000 is 33,33%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.catalogue import Kind
from generator.checks.context import Context
from generator.checks.tolerance import HUNDRED
from generator.checks.weighing import weigh
from generator.checks.wording import percent, subject, told_by, value_of
from generator.extraction.reading import folded
from generator.extraction.words.claims import CLAIMS
from generator.facts.derived import computed
from generator.facts.formula import ABOUT, MINUS, TIMES, UNEQUAL
from generator.model.fact import Fact, Source
from generator.model.finding import Finding
from generator.vi.numbers import parse_digits
from generator.vi.printing import number

RULE = "change-mismatch"

_TWICE = re.compile(
    r"[^\d.;]{0,40}?(?:, | \(|(?<!\w))"
    rf"(?P<way>{CLAIMS.more_by}|{CLAIMS.less_by}) (?P<size>\d{{1,3}}(?:\.\d{{3}}){{0,4}})"
    rf" (?:[^\W\d_]+ ){{0,5}}?[,(]? ?{CLAIMS.same_as} (?:{CLAIMS.more_by} |{CLAIMS.less_by} )?"
    r"(?P<share>\d{1,3}(?:,\d{1,4})?) ?%"
)
_DOWN = re.compile(f"{CLAIMS.less_by}")


def check_twofold(context: Context) -> Iterator[Finding]:
    """Yield a finding for each change whose count and percentage contradict each other."""
    for fact in context.facts:
        if context.indicator(fact).kind is not Kind.COUNT or fact.approx is not None:
            continue
        match = _TWICE.match(folded(fact.after)) if fact.printed else None
        if match is None:
            continue
        size, share = parse_digits(match["size"]), parse_digits(match["share"])
        down = _DOWN.fullmatch(match["way"]) is not None
        if size is None or share is None:
            continue
        base = fact.value + size[0] if down else fact.value - size[0]
        if base <= 0:
            continue
        value = size[0] / base * HUNDRED
        last = Decimal(1).scaleb(int(share[0].as_tuple().exponent))
        if abs(value - share[0]) > last:
            counted = number(size[0])
            formula = (
                f"{counted} / ({number(fact.value)} {'+' if down else MINUS} {counted}) {TIMES} 100"
                f" {ABOUT} {percent(value, 2)}"
            )
            yield _finding(fact, value, share[0], formula, match, context)


def _finding(
    fact: Fact,
    value: Decimal,
    share: Decimal,
    formula: str,
    match: re.Match[str],
    context: Context,
) -> Finding:
    """Tell of a percentage that is not the ``value`` that the count beside it gives."""
    figure = computed(value, "%", (fact,), formula, decimals=2)
    last = fact.number_start + len(fact.printed) + match.end()
    quote = context.base.text_of(fact.source.doc)[fact.number_start : last]
    words = Source(fact.source.doc, fact.number_start, last, quote)
    message = (
        f"{subject(fact, context.catalogue)}: {told_by((fact,), context.base)}"
        f" {value_of(fact, context.indicator(fact))} và nêu mức thay đổi theo hai cách không khớp"
        f" nhau: tỷ lệ {percent(share)}, trong khi tính từ số tuyệt đối là {percent(value, 2)}."
        " Báo cáo ghi số chung theo nguồn."
    )
    computation = f"{formula} {UNEQUAL} {percent(share)}"
    return Finding(RULE, weigh((fact,)), message, computation, (fact,), fact, (figure,), (words,))
