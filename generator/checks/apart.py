"""Counts that are told of what is still open: late among the pending, not among the resolved.

"Đã giải quyết 5.000 hồ sơ, trong đó quá hạn 100; đang giải quyết 300, trong đó quá hạn 20": the
two are of one indicator, and both are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.catalogue.arithmetic import Arithmetic
from generator.extraction.reading import folded
from generator.extraction.words.claims import CLAIMS
from generator.extraction.words.clauses import CLAUSES
from generator.model.fact import Fact

_REACH = 200  # characters from a whole to its part
_OPENS = re.compile(rf"[(:]|(?<!\w){CLAIMS.parts_open}(?!\w)")
_PARTED = re.compile(r"\n|\)")
_CLAUSE_END = re.compile(r"[.,;:()]")
_UNRESOLVED = re.compile(rf"(?<!\w){CLAIMS.unresolved}(?!\w)")
_OPEN = re.compile(rf"(?<!\w){CLAUSES.still_open}(?!\w)")
_CARRIED = re.compile(rf"(?<!\w){CLAIMS.carried_over}(?!\w)")


def apart_ids(facts: Iterable[Fact], text: str, arithmetic: Arithmetic) -> frozenset[str]:
    """Return the ids of those facts of a text that count another thing than their indicator."""
    told = sorted(filter(lambda one: one.printed, facts), key=lambda one: one.number_start)
    found = set()
    for at, fact in enumerate(told):
        among = arithmetic.apart.get(fact.indicator)
        if among and (_is_unresolved(fact) or _is_among(fact, among, told[:at], text, arithmetic)):
            found.add(fact.id)
    return frozenset(found)


def may_be_open(fact: Fact) -> bool:
    """Tell whether the clause of a count says that something is left: "còn 150 hồ sơ quá hạn"."""
    return _OPEN.search(_clause(fact)) is not None


def tells_carried(facts: Iterable[Fact]) -> bool:
    """Tell whether the sentences of counts speak of cases of an earlier time."""
    return any(_CARRIED.search(folded(f"{one.before} {one.after}")) for one in facts)


def _is_unresolved(fact: Fact) -> bool:
    """Tell whether the clause of a count says that it is not resolved yet."""
    return _UNRESOLVED.search(_clause(fact)) is not None


def _clause(fact: Fact) -> str:
    """Return the words of a count on both sides of its number, up to the next stop."""
    before, after = folded(fact.before), folded(fact.after)
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    close = _CLAUSE_END.search(after)
    return f"{before[ends[-1] if ends else 0 :]} {after[: close.start()] if close else after}"


def _is_among(
    fact: Fact, among: str, before: Sequence[Fact], text: str, arithmetic: Arithmetic
) -> bool:
    """Tell whether the last whole told before a part is the one that makes another thing of it."""
    names = {among, *arithmetic.wholes.get(fact.indicator, ())}
    last = next((one for one in reversed(before) if one.indicator in names), None)
    if last is None or last.indicator != among or last.key[1:] != fact.key[1:]:
        return False
    start = last.number_start + len(last.printed)
    between = text[start : fact.number_start]
    opening = _OPENS.search(folded(between)) if 0 < len(between) <= _REACH else None
    if opening is None:
        return False
    return _PARTED.search(between) is None and not _left_again(last, fact, before)


def _left_again(whole: Fact, part: Fact, before: Sequence[Fact]) -> bool:
    """Tell whether another place or time is told of between a whole and what may be its part."""
    between = [one for one in before if whole.number_start <= one.number_start < part.number_start]
    return any(one.key[1:] != other.key[1:] for one, other in pairwise(between))
