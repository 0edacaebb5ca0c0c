"""Pairs of figures of one place over time, compared only where that is right."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from generator.catalogue import Indicator, Kind, Language, Place
from generator.config.values import Comparison as Basis
from generator.facts.derived import difference
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.period import Period, PeriodKind
from generator.report.labels import change_label, labelled
from generator.report.model import Change, Comparison, Trend
from generator.report.passages import SeriesKey

_COUNTED = (Kind.COUNT, Kind.AMOUNT)


def trends(
    series: Mapping[SeriesKey, tuple[Fact, ...]],
    place: Place,
    indicators: Mapping[str, Indicator],
) -> tuple[Trend, ...]:
    """Return the trends of one place in catalogue order, last two compared."""
    own = [
        (indicators[name], facts) for (name, slug), facts in series.items() if slug == place.slug
    ]
    return tuple(
        Trend(place, indicator, facts, _change(facts[-2], facts[-1], indicator, place))
        for indicator, facts in sorted(own, key=lambda pair: pair[0].order)
    )


def _change(earlier: Fact, later: Fact, indicator: Indicator, place: Place) -> Figure | None:
    """Return the named difference of two facts, None where they do not compare."""
    figure = difference(earlier, later, indicator)
    return labelled(figure, change_label(indicator, place, earlier, later))


def comparisons(
    facts: Sequence[Fact],
    chosen: Sequence[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    compare: Sequence[Basis],
) -> tuple[Comparison, ...]:
    """Compare the newest count of each indicator with what "so với" means.

    A flow is set against the period that the config names, in any source. A stock is
    set against the one before it in the same document only: two authors may count
    different things under one name, and their difference would be told as a rise or
    fall that never was.
    """
    by_indicator: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.level is None and indicators[fact.indicator].kind in _COUNTED:
            by_indicator[fact.indicator].append(fact)
    found = []
    for name in sorted(by_indicator, key=lambda one: indicators[one].order):
        later = max(by_indicator[name], key=lambda fact: fact.period.end)
        earlier = _base(later, by_indicator[name], chosen, compare)
        change = _change(earlier, later, indicators[name], place) if earlier else None
        if earlier is not None and change is not None:
            found.append(Comparison(place, indicators[name], earlier, later, change))
    return tuple(found)


def _base(
    later: Fact, own: Sequence[Fact], chosen: Sequence[Fact], compare: Sequence[Basis]
) -> Fact | None:
    """Return the fact that a count is compared with, None where there is none."""
    if later.period.is_stock:
        before = [
            fact
            for fact in own
            if fact.period.is_stock
            and fact.period.end < later.period.end
            and fact.source.doc == later.source.doc
        ]
        return max(before, key=lambda fact: fact.period.end, default=None)
    measure = (later.indicator, later.place, later.level)
    for period in base_periods(later.period, compare):
        for fact in chosen:
            if (fact.indicator, fact.place, fact.level) == measure and fact.period == period:
                return fact
    return None


def base_periods(period: Period, compare: Sequence[Basis]) -> tuple[Period, ...]:
    """Return the periods that "so với" means for a flow, in the order of the config."""
    start = period.start
    if start is None:
        return ()
    found = []
    for basis in compare:
        if basis is Basis.PREVIOUS_PERIOD:
            before = start - timedelta(days=1)
            first = _months_back(start, before, period.end)
            found.append(Period(before, first) if first else None)
        elif basis is Basis.SAME_PERIOD_LAST_YEAR or period.kind is PeriodKind.YEAR:
            found.append(Period(_year_before(period.end), _year_before(start)))
    return tuple(one for one in found if one is not None)


def _year_before(day: date) -> date:
    """Return the same day a year ago; the last day of February stays the last."""
    last = calendar.monthrange(day.year - 1, day.month)[1]
    ends = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(day.year - 1, day.month, last if ends else min(day.day, last))


def _months_back(start: date, before: date, end: date) -> date | None:
    """Return the first day of the equally long run of months that ends with ``before``."""
    whole = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    if not whole:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month
    index = before.year * 12 + before.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def changes(
    current: Mapping[SeriesKey, Fact],
    chosen: Sequence[Fact],
    places: Mapping[str, Place],
    indicators: Mapping[str, Indicator],
    language: Language,
) -> tuple[Change, ...]:
    """Set the figure of each headline indicator against the last one before it."""
    found = []
    for fact in current.values():
        before = [
            one
            for one in chosen
            if (one.indicator, one.place, one.level) == (fact.indicator, fact.place, fact.level)
            and one.period.end < fact.period.end
            and (one.period.is_stock or not fact.period.contains(one.period))
        ]
        phrase = language.phrases.get(fact.indicator)
        if not before or phrase is None or phrase.headline is None:
            continue
        previous = max(before, key=lambda one: one.period.end)
        indicator, place = indicators[fact.indicator], places[fact.place]
        alike = previous.source.doc == fact.source.doc or indicator.kind not in _COUNTED
        change = _change(previous, fact, indicator, place) if alike else None
        found.append(Change(place, indicator, fact, previous, change))
    return tuple(found)
