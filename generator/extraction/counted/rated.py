"""Counts in brackets behind those whom a rate singles out: they are no part of that rate.

"giữ được tỷ lệ đúng hạn cao như Hà Nội (1,35 triệu hồ sơ, 96,8%)": so many in all.
"""

from __future__ import annotations

import re

from generator.catalogue import Kind
from generator.extraction.places.levels import is_closed
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View
from generator.extraction.words.clauses import CLAUSES

_OPENS = re.compile(rf"\( ?(?:{CLAUSES.about} )?$")
_RATE = re.compile(rf"(?<!\w){CLAUSES.rates_called}(?!\w)[^;:.()\d]{{0,40}}$")
_NEAR = 60  # characters before the words of a rate in which it is called one


def is_of_rated(seen: View, figure: Figure, rule: Rule) -> bool:
    """Tell whether a count opens a bracket, and only the rate before that tells what it counts."""
    start, end = figure.quantity.start, figure.noun_end
    if (
        rule.kind is not Kind.COUNT
        or _OPENS.search(seen.text, max(0, start - _NEAR), start) is None
    ):
        return False
    opened = seen.text.rfind("(", 0, start)
    closed = seen.text.find(")", end)
    share = seen.text.find("%", end, max(end, closed))
    if share < 0 or any(opened < hit.start < share for hit in seen.hits(rule.says)):
        return False
    before = [hit.start for hit in seen.hits(rule.says) if hit.end <= opened]
    plain = [one for one in before if not is_closed(seen.text, one, start)]
    if not plain:
        return False
    return _RATE.search(seen.text, max(0, plain[-1] - _NEAR), plain[-1]) is not None
