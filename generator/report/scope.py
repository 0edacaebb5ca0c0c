"""Which facts a report may use: by place, by time, with history for trends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from generator.catalogue import Catalogue, Indicator, Kind
from generator.facts.comparing import districts_ended
from generator.model.fact import NATION, Fact
from generator.model.period import Period, PeriodKind
from generator.report.bases import age
from generator.report.model import Scope
from generator.vi.windows import named_of

# "đến nay" figures are dated by the day of the article, which comes after the period
# that it sums up; a figure of up to this many days later still belongs to the period.
GRACE = timedelta(days=45)
_DAYS_OF_A_YEAR = 366
_NAMED = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.NINE_MONTHS)
_NEARLY = Decimal("0.9")  # of the days of a flow lie in the period that it is told of

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
    return is_covered(fact, scope, indicators) and not districts_ended(fact)


def is_covered(fact: Fact, scope: Scope, indicators: Mapping[str, Indicator]) -> bool:
    """Tell whether a fact, of a level that has ended too, is of the report's places and time."""
    indicator = indicators.get(fact.indicator)
    if indicator is None or not _is_chosen_place(fact.place, scope):
        return False
    first = scope.period.start or scope.period.end
    if indicator.kind is Kind.TARGET:
        return fact.period.end >= first
    spans = (*scope.periods, *_joined(scope.periods))
    edition = indicator.kind in (Kind.SCORE, Kind.RANK)
    return any(_belongs(fact.period, span, scope.issued, edition=edition) for span in spans)


def without_broken_levels(
    facts: Iterable[Fact], known: Iterable[Fact], scope: Scope, indicators: Mapping[str, Indicator]
) -> tuple[Fact, ...]:
    """Return the facts without the levels of what the report cannot tell by all its levels.

    ``known`` are the facts that they are from. Of 432 as 32 of the province, 100 of the
    districts and 300 of the communes only the 432 stay where the districts had ended: the
    other two are no breakdown of it, and their sum is another number.
    """
    broken = {
        _whole_of(fact)
        for fact in known
        if districts_ended(fact) and is_covered(fact, scope, indicators)
    }
    return tuple(fact for fact in facts if fact.level is None or _whole_of(fact) not in broken)


def _whole_of(fact: Fact) -> tuple[str, str, Period]:
    """Return what a figure of a level is a part of: indicator, place and time."""
    return (fact.indicator, fact.place, fact.period)


def _joined(periods: Iterable[Period]) -> list[Period]:
    """Return the times that periods make up together without a gap, none of one alone."""
    flows = sorted((one.start, one.end) for one in periods if one.start is not None)
    found: list[tuple[date, date]] = []
    for start, end in flows:
        if found and start <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return [Period(end, start) for start, end in found if (start, end) not in flows]


def _belongs(period: Period, wanted: Period, issued: date, *, edition: bool) -> bool:
    """Tell whether a figure's time is of a period, or ends soon after where that is the same.

    Nearly all days of a flow lie in it. Only what has grown for years, or is as of a day,
    may have begun before or end after the period: seven months are no half-year. The
    ``edition`` of a yearly index may end with a half-year. Under one name ("6 tháng đầu
    năm") the calendar and the windows of Nghị định 09/2019/NĐ-CP count as one time.
    """
    if wanted in (named_of(period), period) or named_of(wanted) == period:
        return True
    first = wanted.start or wanted.end
    if period.start is None or _is_long(period):
        began = period.start is None or period.start <= wanted.end
        return began and first <= period.end <= cut_off(wanted.end, issued)
    last = named_of(wanted) or wanted
    if not first <= period.end <= max(wanted.end, last.end):
        return False
    common = _days(max(period.start, first), min(period.end, wanted.end))
    whole = _days(period.start, period.end)
    most = edition and period.end <= wanted.end and 2 * common >= _days(first, wanted.end)
    return most or common >= _NEARLY * whole or _is_part(period, wanted)


def _days(first: date, last: date) -> int:
    """Return how many days there are from one to another, both included."""
    return max((last - first).days + 1, 0)


def _is_part(period: Period, wanted: Period) -> bool:
    """Tell whether a time is a part of another by name: a quarter of a half-year.

    Either may be a window, the other of the calendar: "quý II" ends after the window of the
    half-year and is its second quarter all the same.
    """
    named, whole = named_of(period), named_of(wanted)
    in_calendar = named is not None and wanted.contains(named)
    in_window = whole is not None and period.kind in _NAMED and whole.contains(period)
    return in_calendar or in_window


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


def _weight(fact: Fact, scope: Scope) -> tuple[bool, date, int]:
    """Sort figures by how well they stand for the report's periods.

    Of those that end together the longest does: nine months, not their last quarter.
    """
    return (fact.period in scope.periods, *age(fact.period))


def history(
    facts: Iterable[Fact],
    chosen: Iterable[Fact],
    scope: Scope,
    indicators: Mapping[str, Indicator],
) -> tuple[Fact, ...]:
    """Return earlier facts of the rates, scores and ranks that the report shows."""
    shown = {(fact.indicator, fact.place, fact.level) for fact in chosen}
    before = earlier(facts, scope, indicators)
    return tuple(one for one in before if (one.indicator, one.place, one.level) in shown)


def earlier(
    facts: Iterable[Fact], scope: Scope, indicators: Mapping[str, Indicator]
) -> tuple[Fact, ...]:
    """Return the rates, scores and ranks of the report's places before its first day."""
    first = scope.period.start or scope.period.end
    return tuple(
        fact
        for fact in facts
        if _is_chosen_place(fact.place, scope)
        and fact.indicator in indicators
        and indicators[fact.indicator].kind in _WITH_HISTORY
        and _is_before(fact.period, first)
    )


def _is_before(period: Period, first: date) -> bool:
    """Tell whether a time was over before a day, a flow but for a tenth of its days.

    A year that was reported on until 20 December ends within the next year's window of
    Nghị định 09/2019/NĐ-CP.
    """
    if period.start is None or _is_long(period):
        return period.end < first
    over = _days(period.start, min(period.end, first - timedelta(days=1)))
    return over >= _NEARLY * _days(period.start, period.end)


def _is_chosen_place(slug: str, scope: Scope) -> bool:
    """Tell whether the report speaks of a place."""
    if slug == NATION:
        return scope.with_nation
    return any(place.slug == slug for place in scope.places)
