"""The whole that the sentence of a part names: "nhận 900 hồ sơ, trong đó trực tuyến 810".

It is kept with the fact, so that whoever has the fact alone knows that its share is of that
whole, and of no other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.extraction.words.clauses import CLAUSES
from generator.model.fact import Fact
from generator.vi.folding import folded

USUAL = "whole/usual"
"""The rule that tells that the whole which the share of a part is of as a rule is named."""
OTHER = "whole/other"
"""The same of another one of those that it may be of."""
_TURN = re.compile(rf"(?<!\w){CLAUSES.parts_of}(?!\w)")
_NEAR = 12  # facts that are looked back at
_REACH = 160  # characters between a whole and what "trong đó" ties to it


def with_named_wholes(
    facts: Sequence[Fact], wholes: Mapping[str, tuple[str, ...]]
) -> tuple[Fact, ...]:
    """Return facts, those with a share marked where their sentence names what it is of.

    ``wholes`` are the indicators that a share of a count may be of, the usual one first.
    """
    return tuple(
        _marked(fact, facts[max(0, at - _NEAR) : at], wholes.get(fact.indicator, ()))
        for at, fact in enumerate(facts)
    )


def _marked(fact: Fact, before: Sequence[Fact], wholes: Sequence[str]) -> Fact:
    """Return a fact with the mark of its whole, as it is where none is named."""
    if not wholes or fact.share is None or fact.total is not None or not fact.before:
        return fact
    begin = fact.number_start - len(fact.before)
    turns = [match.start() for match in _TURN.finditer(folded(fact.before))]
    turn = begin + turns[-1] if turns else begin
    led = [one for one in before if begin <= one.number_start < turn]
    if not led or turn - led[-1].number_start > _REACH or led[-1].key[1:] != fact.key[1:]:
        return fact
    name = led[-1].indicator
    if name not in wholes or led[-1].approx is not None or led[-1].value < fact.value:
        return fact
    mark = USUAL if name == wholes[0] else OTHER
    return replace(fact, rules=(*fact.rules, mark))
