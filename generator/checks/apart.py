"""Counts that are told of what is still open: late among the pending, not among the resolved.

"Đã giải quyết 5.000 hồ sơ, trong đó quá hạn 100; đang giải quyết 300, trong đó quá hạn 20": the
two are of one indicator, and both are right. Only the sentence of a count is looked at, since a
finished file, which is checked again, has no more of its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.catalogue.arithmetic import Arithmetic
from generator.extraction.reading import folded
from generator.extraction.words.claims import CLAIMS
from generator.extraction.words.clauses import CLAUSES
from generator.model.fact import Fact

_OPENS = re.compile(rf"[(:]|(?<!\w){CLAIMS.parts_open}(?!\w)")
_STOP = re.compile(r"[.,;:()](?!\d)")
_UNRESOLVED = re.compile(rf"(?<!\w){CLAIMS.unresolved}(?!\w)")
_OPEN = re.compile(rf"(?<!\w){CLAUSES.still_open}(?!\w)")
_VERB = re.compile(rf"(?<!\w){CLAUSES.verbs}(?!\w)")
_CARRIED = re.compile(rf"(?<!\w){CLAIMS.carried_over}(?!\w)")
_SUMMED = re.compile(rf"(?<!\w){CLAIMS.running_total}(?!\w)")
_REACH = 300  # characters before a number in which the whole of its parts stands


def is_apart(fact: Fact, arithmetic: Arithmetic) -> bool:
    """Tell whether a count is of another thing than its indicator counts otherwise."""
    if fact.indicator not in arithmetic.apart:
        return False
    return _UNRESOLVED.search(_clause(fact)) is not None or _is_among_open(
        folded(fact.before[-_REACH:])
    )


def may_be_open(fact: Fact) -> bool:
    """Tell whether the clause of a count says that something is left: "còn 150 hồ sơ quá hạn"."""
    return _OPEN.search(_clause(fact)) is not None


def tells_carried(facts: Iterable[Fact]) -> bool:
    """Tell whether the sentences of counts speak of cases of an earlier time."""
    return any(_CARRIED.search(folded(f"{one.before} {one.after}")) for one in facts)


def tells_sum(fact: Fact) -> bool:
    """Tell whether the words before a count say that it adds up what came before it."""
    return _SUMMED.search(folded(fact.before)) is not None


def _clause(fact: Fact) -> str:
    """Return the words of a count on both sides of its number, up to the next stop."""
    ahead, behind = _clauses(folded(fact.before)), _clauses(folded(fact.after))
    return f"{ahead[-1]} {behind[0]}"


def _clauses(text: str) -> list[str]:
    """Return what stands between the stops of a text."""
    return _STOP.split(text)


def _is_among_open(before: str) -> bool:
    """Tell whether the words before a number open the parts of what is still open.

    The clause before "trong đó" tells of what the parts are; those before the number may be
    other parts, but no other whole.
    """
    for opening in reversed([*_OPENS.finditer(before)]):
        if any(map(_VERB.search, _clauses(before[opening.end() :])[:-1])):
            return False
        head = [one for one in _clauses(before[: opening.start()]) if one.strip()]
        while head and "%" in head[-1]:  # "đang giải quyết 300 hồ sơ (6%), trong đó"
            head.pop()
        if head and _UNRESOLVED.search(head[-1]):
            return True
    return False
