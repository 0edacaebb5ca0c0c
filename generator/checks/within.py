"""A part above the whole in whose words it is told: "49 bộ phận (57 trung tâm)", "trong đó".

The words make it a part, whatever the two indicators are; both count the same thing, or
are known to go together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.catalogue.arithmetic import Arithmetic
from generator.checks.context import Context
from generator.checks.exceeding import above_whole
from generator.checks.tolerance import interval
from generator.checks.weighing import weigh
from generator.extraction.reading import folded
from generator.extraction.words.clauses import CLAUSES
from generator.model.fact import Fact
from generator.model.finding import Finding

_REACH = 300  # characters from the whole to the part
_OPENING = re.compile(r"\(|[,;:] (?:trong đó|trong số đó|trong số này|bao gồm|gồm)\b")
# a sentence that ends, or a bracket that is closed
_PARTED = re.compile(r"[.!?…](?=[\s)\"”]|$)|\n|\)")
# a clause that tells of all again: "…, trong đó quá hạn 20 hồ sơ; đã giải quyết 5.000 hồ sơ"
_MAIN = re.compile(rf"; (?:{CLAUSES.still_open}|đã) {CLAUSES.verbs}(?!\w)")
# what came from an earlier time or is set beside for comparison is no part
_OTHER = re.compile(r"\b(?:so với|cùng kỳ|kỳ trước|năm trước|chuyển sang|lũy kế|luỹ kế|kế hoạch)\b")


def check_within(context: Context) -> Iterator[Finding]:
    """Yield a finding for each part that is above all that it can be told within."""
    by_doc: dict[str, list[Fact]] = {}
    for fact in context.facts:
        if context.is_additive(fact) and fact.printed:
            by_doc.setdefault(fact.source.doc, []).append(fact)
    for doc, facts in by_doc.items():
        text = folded(context.base.text_of(doc))
        for part in facts if text else ():
            wholes = [one for one in facts if _is_told_within(part, one, text, context.arithmetic)]
            low = interval(part).low
            if wholes and all(low > interval(one).high for one in wholes):
                yield above_whole(part, wholes[-1], context, weigh((part,), explained=True))


def _is_told_within(part: Fact, whole: Fact, text: str, arithmetic: Arithmetic) -> bool:
    """Tell whether the words between two figures make one a part of the other."""
    pair = (part.indicator, whole.indicator)
    if part.indicator == whole.indicator or not _may_go(part, whole, arithmetic):
        return False
    if arithmetic.contained.get(part.indicator) == whole.indicator or _is_sum(pair, arithmetic):
        return False  # checked by what they count
    start = whole.number_start + len(whole.printed)
    if not start <= part.number_start <= start + _REACH:
        return False
    between = text[start : part.number_start]
    opening = _OPENING.search(between)
    if opening is None or _OTHER.search(between) or _MAIN.search(between):
        return False
    before, behind = between[: opening.start()], between[opening.end() :]
    return _PARTED.search(before) is None and _PARTED.search(behind) is None


def _may_go(part: Fact, whole: Fact, arithmetic: Arithmetic) -> bool:
    """Tell whether one figure can be a part of another: of one thing, place and time."""
    same_unit = part.unit == whole.unit
    known = (part.indicator, whole.indicator) in arithmetic.told_within
    return (
        (same_unit or known)
        and (part.place, part.period) == (whole.place, whole.period)
        and whole.level in (None, part.level)
    )


def _is_sum(pair: Sequence[str], arithmetic: Arithmetic) -> bool:
    """Tell whether a sum of parts is checked for a part and its whole."""
    return any(one.whole == pair[1] and pair[0] in one.parts for one in arithmetic.sums)
