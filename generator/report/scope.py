"""Which facts a report may use: by place, by time, with history for trends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from generator.catalogue import Indicator, Kind
from generator.model.fact import NATION, Fact
from generator.report.model import Scope

# "đến nay" figures are dated by the day of the article, which comes after the period
# that it sums up; a figure of up to this many days later still belongs to the period.
GRACE = timedelta(days=45)

# Only figures that stand for themselves may come from before the report's first day,
# to show where a trend began; a count of an older period would be told as a result.
_WITH_HISTORY = (Kind.RATE, Kind.SCORE, Kind.RANK)


def cut_off(last_day: date, report_date: date) -> date:
    """Return the last day that a figure may bear in a report.

    Not after the report's own date, and not more than 45 days after its period.
    """
    return max(last_day, min(report_date, last_day + GRACE))


def in_scope(fact: Fact, scope: Scope, indicators: Mapping[str, Indicator]) -> bool:
    """Tell whether a fact is of the report's places and time."""
    indicator = indicators.get(fact.indicator)
    if indicator is None or not _is_chosen_place(fact.place, scope):
        return False
    first = scope.period.start or scope.period.end
    if indicator.kind is Kind.TARGET:
        return fact.period.end >= first
    return first <= fact.period.end <= scope.cut_off


def history(
    facts: Iterable[Fact],
    chosen: Iterable[Fact],
    scope: Scope,
    indicators: Mapping[str, Indicator],
) -> tuple[Fact, ...]:
    """Return earlier facts of the rates, scores and ranks that the report shows."""
    shown = {(fact.indicator, fact.place, fact.level) for fact in chosen}
    first = scope.period.start or scope.period.end
    return tuple(
        fact
        for fact in facts
        if (fact.indicator, fact.place, fact.level) in shown
        and indicators[fact.indicator].kind in _WITH_HISTORY
        and fact.period.end < first
    )


def _is_chosen_place(slug: str, scope: Scope) -> bool:
    """Tell whether the report speaks of a place."""
    if slug == NATION:
        return scope.with_nation
    return any(place.slug == slug for place in scope.places)
