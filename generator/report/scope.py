"""Which facts a report may use: by place, by time, with history for trends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from generator.catalogue import Catalogue, Indicator, Kind
from generator.facts.comparing import districts_ended
from generator.model.fact import NATION, Fact
from generator.model.period import Period
from generator.report.model import Scope
from generator.vi.windows import named_of

# "đến nay" figures are dated by the day of the article, which comes after the period
# that it sums up; a figure of up to this many days later still belongs to the period.
GRACE = timedelta(days=45)
_DAYS_OF_A_YEAR = 366

# Only figures that stand for themselves may come from before the report's first day,
# to show where a trend began; a count of an older period would be told as a result.
_WITH_HISTORY = (Kind.RATE, Kind.SCORE, Kind.RANK)


def cut_off(last_day: date, report_date: date) -> date:
    """Return the last day that a figure of a period may bear.

    That of the period, or later up to the report's own date where a figure "đến nay" or
    "từ năm 2021 đến nay" came after it, yet not more than 45 days. A report may be dated
    before its period ends: those of Nghị định 09/2019/NĐ-CP are.
    """
    return max(last_day, min(report_date, last_day + GRACE))


def in_scope(fact: Fact, scope: Scope, indicators: Mapping[str, Indicator]) -> bool:
    """Tell whether a fact is of the report's places and time.

    Figures of the district level end with that level, on 30 June 2025.
    """
    indicator = indicators.get(fact.indicator)
    if indicator is None or not _is_chosen_place(fact.place, scope) or districts_ended(fact):
        return False
    first = scope.period.start or scope.period.end
    if indicator.kind is Kind.TARGET:
        return fact.period.end >= first
    return any(_belongs(fact.period, period, scope.issued) for period in scope.periods)


def _belongs(period: Period, wanted: Period, issued: date) -> bool:
    """Tell whether a figure's time ends in a period, or soon after where that is the same.

    Only what has grown for years, or is as of a day, may end after the period: seven
    months are no half-year. Under one name ("6 tháng đầu năm") the calendar and the
    windows of Nghị định 09/2019/NĐ-CP count as one time.
    """
    first = wanted.start or wanted.end
    began = period.start is None or period.start <= wanted.end
    late = cut_off(wanted.end, issued) if period.is_stock or _is_long(period) else wanted.end
    return (began and first <= period.end <= late) or named_of(wanted) == period


def _is_long(period: Period) -> bool:
    """Tell whether a span is one of more than a year."""
    return period.start is not None and (period.end - period.start).days > _DAYS_OF_A_YEAR


def narrowed(catalogue: Catalogue, index: str) -> Catalogue:
    """Return the catalogue with one indicator only, unchanged where ``index`` is ""."""
    if not index:
        return catalogue
    return replace(catalogue, indicators={index: catalogue.indicators[index]})


def newest(facts: Iterable[Fact], scope: Scope) -> dict[tuple[str, str], Fact]:
    """Return (indicator, place) → the figure that stands for it, whole places only.

    A figure of just the report's period comes before one of a part of it, then the
    later one wins.
    """
    found: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        key = (fact.indicator, fact.place)
        known = found.get(key)
        if fact.level is None and (known is None or _weight(known, scope) <= _weight(fact, scope)):
            found[key] = fact
    return found


def _weight(fact: Fact, scope: Scope) -> tuple[bool, date]:
    """Sort figures by how well they stand for the report's periods."""
    return (fact.period in scope.periods, fact.period.end)


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
