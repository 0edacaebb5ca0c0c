"""A share that is told behind where something was done: "52 quy định tại 12 văn bản, đạt 21%".

It is of what was done, none of the texts in which that stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.view import View
from generator.extraction.words.clauses import CLAUSES
from generator.model.fact import Fact

_WHERE = re.compile(rf" (?:[^\W\d_]+ ){{1,8}}{CLAUSES.done_where} (?:{CLAUSES.share_about} )?")
_LINK = re.compile(
    rf"[^,;:.()\d]{{0,60}},? {CLAUSES.share_links}(?: {CLAUSES.share_words})?"
    rf"(?: {CLAUSES.share_about}){{0,2}} "
)
_ENDS = re.compile(rf" ?(?:[,.;)]|$)| (?:so với )?(?:{CLAUSES.done_where} )?tổng(?: số)?(?!\w)")
_BACK = 2  # figures between the share and its count, and facts that may have come of them


def with_share_behind(facts: Sequence[Fact], seen: View, index: int, text: str) -> Fact | None:
    """Return the fact that the percentage ``index`` of a sentence is the share of, with it.

    None where it is no such share. ``text`` is that of the source.
    """
    if index < _BACK or seen.figures[index].quantity.kind is not QuantityKind.PERCENT:
        return None
    done, where, share = seen.figures[index - _BACK : index + 1]
    counts = all(one.quantity.kind is QuantityKind.COUNT for one in (done, where))
    if not counts or done.share or where.share or share.quantity.ambiguous:
        return None
    told = (
        _WHERE.fullmatch(seen.text, done.quantity.end, where.start)
        and _LINK.fullmatch(seen.text, where.quantity.end, share.start)
        and _ENDS.match(seen.text, share.end)
    )
    if not told:
        return None
    base = seen.sentence.start
    number = base + done.quantity.start
    fact = next((one for one in facts[-_BACK:] if one.number_start == number), None)
    if fact is None or fact.share is not None or fact.total is not None:
        return None
    source = fact.source
    end = max(source.end, base + share.end)
    source = replace(source, end=end, quote=text[source.start : end])
    rules = (*fact.rules, "share/printed")
    return replace(fact, share=share.quantity.value, source=source, rules=rules)
