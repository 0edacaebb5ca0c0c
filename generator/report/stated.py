"""Which bases of the config a source states a change against itself: "tăng 8% so với cùng kỳ".

Such a change is told as the source's own, and of that figure nobody says that the sources have
nothing to compare it with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.facts.base_time import named_base
from generator.model.fact import Change, Fact
from generator.model.period import Period
from generator.report.bases import Rules, base_periods
from generator.report.own_changes import base_end
from generator.vi.text import fold
from generator.vi.windows import named_of

_OF_SHORTER = re.compile(r"\b(?:thang|quy|tuan|ngay)\b")  # "so với cùng kỳ tháng trước"


def stated_base(fact: Fact, rules: Rules) -> Period | None:
    """Return the base of the config that a source states a change of a figure against.

    None without a change, where the source names another time or none.
    """
    change = fact.change
    if change is None or not (change.base or change.same_period):
        return None
    end = base_end(fact, change)
    if fact.period.is_stock:
        fits = any(rules.is_stock_base(end, fact.period, basis) for basis in rules.compare)
        return Period(end) if fits else None
    wanted = base_periods(fact.period, rules.compare)
    return next((one for one in wanted if _is_meant(one, fact, change)), None)


def _is_meant(wanted: Period, fact: Fact, change: Change) -> bool:
    """Tell whether a time is the one that a source names as the base of a change.

    The year before is no base of half a year, whatever day both end on.
    """
    end = base_end(fact, change)
    if (wanted.end.year, wanted.end.month) != (end.year, end.month):
        return False
    named = named_base(f"năm {change.base}" if change.base.isdigit() else change.base, end)
    if change.same_period:
        return named is not None or _OF_SHORTER.search(fold(change.base)) is None
    return named in (wanted, named_of(wanted))


def stated(facts: Iterable[Fact], rules: Rules) -> tuple[Fact, ...]:
    """Return the figures of which a source states a change against a base of the config."""
    found = (fact for fact in facts if stated_base(fact, rules) is not None)
    return tuple(dict.fromkeys(found))
