"""Early, on time and late against what was resolved, as one sentence tells them.

"Giải quyết 90.000 hồ sơ, trong đó trước hạn 50.000 hồ sơ, đúng hạn 39.000 hồ sơ, quá hạn 2.000":
"đúng hạn" is there what came neither early nor late, so that none of the numbers is the count
"resolved on time" of the catalogue; but together they cannot be more than what was resolved, and
the three of them are all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.context import Context
from generator.checks.weighing import weigh
from generator.checks.wording import subject, told_by, value_of
from generator.extraction.reading import folded
from generator.extraction.words.claims import CLAIMS
from generator.facts.derived import computed
from generator.facts.formula import UNEQUAL, joined_sum, result
from generator.model.fact import Fact, Source
from generator.model.finding import Finding
from generator.vi.numbers import parse_digits
from generator.vi.printing import number

RULE = "parts-sum"
RESOLVED = "dossiers_resolved"

_NUMBER = r"\d{1,3}(?:\.\d{3}){1,4}|\d{1,6}"
_WAYS = {"early": CLAIMS.early, "timely": CLAIMS.timely, "late": CLAIMS.late}
# "trước hạn 50.000 hồ sơ", "trước hạn là 50.000", "50.000 hồ sơ trước hạn"
_PARTS = {
    way: re.compile(
        rf"(?<!\w){words}(?: {CLAIMS.part_links}|:)? (?P<behind>{_NUMBER})(?![\d.,%]\d|%)"
        rf"|(?<![\d.,])(?P<ahead>{_NUMBER}) (?:{CLAIMS.cases} )?(?:{CLAIMS.done_ways} )?"
        rf"{words}(?!\w)"
    )
    for way, words in _WAYS.items()
}
_OPENS = re.compile(rf"[^\d;.]{{0,40}}?(?<!\w){CLAIMS.parts_open}(?!\w)")
_END = re.compile(r";|\.(?!\d)|\n")
_ALL = 3


def check_timely(context: Context) -> Iterator[Finding]:
    """Yield a finding for each count resolved that its early, timely and late ones contradict."""
    for fact in context.facts:
        if fact.indicator != RESOLVED or fact.approx is not None or not fact.printed:
            continue
        parts = _parts(fact)
        total = sum((value for value, _ in parts), Decimal(0))
        if len(parts) > 1 and (total > fact.value or (len(parts) == _ALL and total != fact.value)):
            yield _finding(fact, [value for value, _ in parts], max(e for _, e in parts), context)


def _parts(fact: Fact) -> list[tuple[Decimal, int]]:
    """Return the early, timely and late ones told behind a count, and where each ends.

    None where early ones are not told apart: "đúng hạn" has them in it then.
    """
    text = folded(fact.after)
    opened = _OPENS.match(text)
    shut = _END.search(text)
    if opened is None or "trở lên" in text:
        return []
    end = shut.start() if shut else len(text)
    found = {way: pattern.search(text, opened.end(), end) for way, pattern in _PARTS.items()}
    if found["early"] is None or found["timely"] is None:
        return []
    told: list[tuple[Decimal, int]] = []
    for match in found.values():
        parsed = parse_digits(match["behind"] or match["ahead"]) if match else None
        if match is not None and parsed is not None:
            told.append((parsed[0], match.end()))
    return told


def _finding(fact: Fact, values: list[Decimal], end: int, context: Context) -> Finding:
    """Tell of parts that do not make up what was resolved."""
    total = sum(values, Decimal(0))
    formula = f"{joined_sum(values)} {result(total)}"
    figure = computed(total, fact.unit, (fact,), formula)
    last = fact.number_start + len(fact.printed) + end
    quote = context.base.text_of(fact.source.doc)[fact.number_start : last]
    words = Source(fact.source.doc, fact.number_start, last, quote)
    value = value_of(fact, context.indicator(fact))
    message = (
        f"{subject(fact, context.catalogue)}: {told_by((fact,), context.base)} {value}, nhưng số"
        " trước hạn, đúng hạn và quá hạn nêu kèm cộng lại là"
        f" {number(total)}. Báo cáo ghi số chung theo nguồn, không nêu các số thành phần này."
    )
    computation = f"{formula} {UNEQUAL} {number(fact.value)}"
    return Finding(RULE, weigh((fact,)), message, computation, (fact,), fact, (figure,), (words,))
