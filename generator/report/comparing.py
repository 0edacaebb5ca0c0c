"""Pairs of figures of one place over time, compared only where that is right."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from generator.catalogue import Indicator, Kind, Place, Places
from generator.config.values import Comparison as Basis
from generator.facts.comparing import same_area
from generator.facts.derived import difference, growth_of, growth_percent, ratio, ratio_of
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.period import Period, PeriodKind
from generator.report.labels import change_label, labelled
from generator.report.model import Change, Comparison, Trend
from generator.report.passages import SeriesKey
from generator.report.wording import Wording
from generator.vi.windows import kind_of, named_of, window_of

DOUBLED = Decimal(2)
"""From here on growth is told in times, since percentages above a hundred read badly."""

LEAST_BASE = Decimal(30)
"""Below this a percentage says little: "tăng 50%" would be told of 03 against 02."""

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


def unbroken(
    series: Mapping[SeriesKey, tuple[Fact, ...]], table: Places
) -> dict[SeriesKey, tuple[Fact, ...]]:
    """Return the series without the figures of another area than the last one's.

    "Lâm Đồng" before 1 July 2025 is a third of what it is since: no trend joins the two.
    """
    kept = {
        key: tuple(fact for fact in facts if same_area(fact, facts[-1], table))
        for key, facts in series.items()
    }
    return {key: facts for key, facts in kept.items() if len(facts) > 1}


def of_area(facts: Iterable[Fact], day: date, table: Places) -> tuple[Fact, ...]:
    """Return the figures whose place covers the same area as on a day."""
    return tuple(
        fact
        for fact in facts
        if table.territory(fact.place, fact.period.end) == table.territory(fact.place, day)
    )


def relative_change(before: Figure, now: Figure, indicator: Indicator) -> Figure | None:
    """Return the growth of a count or amount: in percent, in times from the double on.

    None for rates, scores and ranks, for no change and for a base of zero or so few
    that a percentage says nothing; the two figures are known to compare.
    """
    if not _says_something(before.value, now.value, indicator):
        return None
    return (ratio_of if now.value >= DOUBLED * before.value else growth_of)(before, now)


def _relative(earlier: Fact, later: Fact, indicator: Indicator, place: Place) -> Figure | None:
    """Return the named growth between two facts, told as ``relative_change`` tells it."""
    if not _says_something(earlier.value, later.value, indicator):
        return None
    tell = ratio if later.value >= DOUBLED * earlier.value else growth_percent
    return labelled(tell(earlier, later, indicator), change_label(indicator, place, earlier, later))


def _says_something(before: Decimal, now: Decimal, indicator: Indicator) -> bool:
    """Tell whether growth in percent or times is worth a word."""
    return indicator.kind in _COUNTED and before != now and before >= LEAST_BASE


def comparisons(
    facts: Sequence[Fact],
    chosen: Sequence[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    compare: Sequence[Basis],
    table: Places,
    wording: Wording,
    periods: Sequence[Period],
) -> tuple[Comparison, ...]:
    """Compare the count of each indicator that stands for ``periods`` with what "so với" means.

    That is the one of just such a period, else the newest. Figures that their sources mean
    otherwise are not compared.

    Nothing is compared over the merger of a province: see ``mergers``. A flow is set
    against the period that the config names, in any source. A stock is set against the
    one before it in the same document only: two authors may count different things
    under one name, and their difference would be told as a rise or fall that never was.
    """
    by_indicator: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.level is None and indicators[fact.indicator].kind in _COUNTED:
            by_indicator[fact.indicator].append(fact)
    found = []
    for name in sorted(by_indicator, key=lambda one: indicators[one].order):
        later = max(by_indicator[name], key=lambda fact: (fact.period in periods, fact.period.end))
        earlier = _base(later, by_indicator[name], chosen, compare)
        if earlier is None or not same_area(earlier, later, table):
            continue
        if not wording.alike(earlier, later):
            continue
        change = _change(earlier, later, indicators[name], place)
        if change is not None:
            relative = _relative(earlier, later, indicators[name], place)
            found.append(Comparison(place, indicators[name], earlier, later, change, relative))
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
    """Return the periods that "so với" means for a flow, in the order of the config.

    A window of Nghị định 09/2019/NĐ-CP is compared with a window, as its name says.
    """
    named = named_of(period)
    if named is not None:
        windows = (window_of(one) for one in base_periods(named, compare))
        return tuple(one for one in windows if one is not None)
    start = period.start
    if start is None:
        return ()
    found = []
    for basis in compare:
        if basis is Basis.PREVIOUS_PERIOD:
            before = start - timedelta(days=1)
            first = _months_back(start, before, period.end)
            found.append(Period(before, first) if first else None)
        elif basis is Basis.SAME_PERIOD_LAST_YEAR or kind_of(period) is PeriodKind.YEAR:
            found.append(Period(_year_before(period.end), _year_before(start)))
    return tuple(dict.fromkeys(one for one in found if one is not None))


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


def _alike(first: Period, second: Period) -> bool:
    """Tell whether two periods are both grown over years, or equally long."""
    return _grown(first) == _grown(second) and (
        _grown(first) or (first.is_stock == second.is_stock and first.kind is second.kind)
    )


def _grown(period: Period) -> bool:
    """Tell whether a count of a period has grown over more than a year."""
    return period.start is None or period.start.year < period.end.year


def changes(
    current: Mapping[SeriesKey, Fact],
    chosen: Sequence[Fact],
    places: Mapping[str, Place],
    indicators: Mapping[str, Indicator],
    wording: Wording,
    table: Places,
) -> tuple[Change, ...]:
    """Set the figure of each headline indicator against the last one before it.

    Only figures of one sense that may be compared: both grown over years, or both of a
    time of equal length; counts only within one document.
    """
    found = []
    for fact in current.values():
        before = [
            one
            for one in chosen
            if (one.indicator, one.place, one.level) == (fact.indicator, fact.place, fact.level)
            and one.period.end < fact.period.end
            and (one.period.is_stock or not fact.period.contains(one.period))
            and _alike(one.period, fact.period)
            and wording.alike(one, fact)
            and same_area(one, fact, table)
        ]
        if not before or wording.default(fact.indicator).headline is None:
            continue
        previous = max(before, key=lambda one: one.period.end)
        indicator, place = indicators[fact.indicator], places[fact.place]
        alike = previous.source.doc == fact.source.doc or indicator.kind not in _COUNTED
        change = _change(previous, fact, indicator, place) if alike else None
        if change is not None:
            found.append(Change(place, indicator, fact, previous, change))
    return tuple(found)
