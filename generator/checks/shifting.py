"""Shares whose last digit was shifted so that those printed together add to 100."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from generator.checks.tolerance import HUNDRED
from generator.model.fact import Fact

_MOST_OTHERS, _MOST_SHARES = 3, 10  # more shares are no running text


def fills_hundred(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Tell whether the share of a fact and those of one to three others add to 100 %.

    ``facts`` are told of one place, level and time in one source.
    """
    if fact.share is None:
        return False
    others = [one for one in facts if _is_beside(one, fact)]
    shares = sorted({(one.indicator, one.share) for one in others if one.share is not None})
    if len(shares) > _MOST_SHARES:
        return False
    return any(
        sum(share for _, share in found) + fact.share == HUNDRED
        for size in range(1, _MOST_OTHERS + 1)
        for found in combinations(shares, size)
    )


def _is_beside(one: Fact, fact: Fact) -> bool:
    """Tell whether two shares may be of one whole."""
    return (
        one.indicator != fact.indicator
        and one.unit == fact.unit
        and one.total == fact.total
        and (one.source.doc, one.place, one.level, one.period)
        == (fact.source.doc, fact.place, fact.level, fact.period)
    )
