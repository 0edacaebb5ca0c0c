"""Figures of one place over time, compared only where that is right.

Which two are set side by side says ``generator.report.bases``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.catalogue import Indicator, Kind, Place
from generator.facts.comparing import is_same_period, precedes, same_field, same_length, same_scale
from generator.facts.derived import change_of, difference, growth_of, ratio_of
from generator.facts.precision import as_rounded, as_sure
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.bases import Rules, age
from generator.report.figures import value_of
from generator.report.labels import change_label, labelled
from generator.report.model import Change, Comparison, LevelTable, TotalChange, Trend
from generator.vi.printing import rounded

DOUBLED = Decimal(2)
"""From here on growth is told in times, since percentages above a hundred read badly."""

LEAST_BASE = Decimal(30)
"""Below this a percentage says little: "tăng 50%" would be told of 03 against 02."""

LEAST_DRAWN = {Kind.RATE: 3, Kind.SCORE: 2}
"""So many figures a chart of a trend needs; ranks have none."""

_COUNTED = (Kind.COUNT, Kind.AMOUNT)


def trends(
    own: Iterable[Fact],
    past: Iterable[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    rules: Rules,
) -> tuple[Trend, ...]:
    """Return the rates, scores and ranks of one place over time, in catalogue order.

    ``own`` are the figures of the report, ``past`` earlier ones. Each trend ends with
    the figure that stands for the report and holds those before it that are its like;
    it is compared with what the config names. Where none is its like, the figures that
    its own source sets before it are told one by one, as the source does.
    """
    before = tuple(past)
    measured = _by_indicator(own, indicators, LEAST_DRAWN.keys() | {Kind.RANK})
    found = []
    for name, facts in measured.items():
        later = rules.leading(facts)
        known = [fact for fact in (*before, *facts) if fact.indicator == name and not fact.level]
        on_scale = same_field if indicators[name].kind is Kind.RANK else same_scale
        like = [one for one in known if rules.alike(one, later) and on_scale(one, later)]
        line = _line(later, like) or _own_series(later, like)
        if line:
            set_against = _compared(later, line, place, indicators[name], rules)
            found.append(Trend(place, indicators[name], (*line, later), set_against))
    return tuple(found)


def _by_indicator(
    facts: Iterable[Fact], indicators: Mapping[str, Indicator], kinds: Iterable[Kind]
) -> dict[str, list[Fact]]:
    """Return the figures of whole places by indicator of some kinds, catalogue order."""
    wanted, found = frozenset(kinds), defaultdict[str, list[Fact]](list)
    for fact in facts:
        if fact.level is None and indicators[fact.indicator].kind in wanted:
            found[fact.indicator].append(fact)
    return {name: found[name] for name in sorted(found, key=lambda one: indicators[one].order)}


def _line(later: Fact, like: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the figures before one over times as long as its own, oldest first."""
    return _apart(later, (one for one in like if same_length(one.period, later.period)))


def _own_series(later: Fact, like: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the flows that the source of one tells before it, of whatever length."""
    flows = (one for one in like if not (one.period.is_stock or later.period.is_stock))
    return _apart(later, (one for one in flows if one.source.doc == later.source.doc))


def _apart(later: Fact, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the figures that are over before the next begins, oldest first."""
    kept = [later]
    for fact in sorted(facts, key=lambda one: one.period, reverse=True):
        if precedes(fact.period, kept[-1].period):
            kept.append(fact)
    return tuple(reversed(kept[1:]))


def told_by(trend: Trend, periods: Sequence[Period], *, charted: bool) -> frozenset[str]:
    """Return the ids of the facts that the text or the chart of a trend tells.

    A chart, where the trend has one (``charted``), tells the figures that lie between; those
    of a period of the report are told in words.
    """
    shown = trend.facts
    if trend.compared:
        ends = (trend.later, *(one.earlier for one in trend.compared))
        drawn = charted and trend.indicator.kind is not Kind.RANK
        shown = tuple(
            fact for fact in shown if fact in ends or (drawn and fact.period not in periods)
        )
    return frozenset(fact.id for fact in shown)


def relative_change(before: Figure, now: Figure, indicator: Indicator) -> Figure | None:
    """Return the growth of a count or amount: in percent, in times from the double on.

    None for rates, scores and ranks, for no change, for a base of zero or so few that a
    percentage says nothing, for figures that are rounded too much for one (see
    ``generator.facts.precision``), and for growth that rounds to nothing; the two figures
    are known to compare.
    """
    if not indicator.is_additive or before.value == now.value or before.value < LEAST_BASE:
        return None
    found = (ratio_of if now.value >= DOUBLED * before.value else growth_of)(before, now)
    sure = as_sure(found, before, now) if found is not None else None
    return sure if sure is None or rounded(sure.value, sure.decimals or 0) else None


def comparisons(
    own: Iterable[Fact],
    known: Sequence[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    rules: Rules,
) -> tuple[Comparison, ...]:
    """Compare the count of each indicator that stands for the report with all its bases.

    ``known`` are the figures of all places and times. Nothing is compared over the merger
    of a province: see ``mergers``.
    """
    counted = _by_indicator(own, indicators, _COUNTED)
    leading = {name: rules.leading(facts) for name, facts in counted.items()}
    return tuple(
        comparison
        for name, later in leading.items()
        for comparison in _compared(later, known, place, indicators[name], rules)
    )


def of_other_periods(
    own: Iterable[Fact],
    known: Sequence[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    rules: Rules,
) -> tuple[Comparison, ...]:
    """Compare the figures of the report's further periods with all their bases, newest first.

    Of every kind, since a trend says so of its last figure only. See ``comparisons``.
    """
    measured = _by_indicator(own, indicators, set(Kind) - {Kind.TARGET})
    others = [
        fact
        for facts in measured.values()
        for fact in facts
        if fact.period in rules.periods and fact != rules.leading(facts)
    ]
    return tuple(
        comparison
        for later in sorted(others, key=lambda fact: age(fact.period), reverse=True)
        for comparison in _compared(later, known, place, indicators[later.indicator], rules)
    )


def _compared(
    later: Fact, known: Iterable[Fact], place: Place, indicator: Indicator, rules: Rules
) -> tuple[Comparison, ...]:
    """Return one figure against each of its bases, where that means anything."""
    return tuple(_pairs(later, rules.bases(later, known), place, indicator))


def _pairs(
    later: Fact, bases: Iterable[Fact], place: Place, indicator: Indicator
) -> Iterator[Comparison]:
    """Yield the comparisons of one figure that have a difference."""
    for earlier in bases:
        label = change_label(indicator, place, earlier, later)
        found = difference(earlier, later, indicator)
        if found is not None and indicator.is_additive:
            found = as_rounded(found, value_of(earlier), value_of(later))
        change = labelled(found, label)
        if change is not None:
            relative = relative_change(value_of(earlier), value_of(later), indicator)
            named = labelled(relative, label)
            yield Comparison(place, indicator, earlier, later, change, named)


def with_total_changes(
    tables: Iterable[LevelTable], known: Sequence[Fact], rules: Rules
) -> tuple[LevelTable, ...]:
    """Return counts told of all levels with their totals set against the wholes of before.

    ``known`` are the figures of all places and times.
    """
    wholes = tuple(one for one in known if one.level is None)
    return tuple(
        replace(one, changes=tuple(_total_changes(one, one.total.figures[0], wholes, rules)))
        if one.total and one.total.figures[0]
        else one
        for one in tables
    )


def _total_changes(
    table: LevelTable, total: Figure, wholes: Sequence[Fact], rules: Rules
) -> Iterator[TotalChange]:
    """Yield the changes of one total; a fact of the whole place stands in for it."""
    indicator, now = table.indicators[0], total.inputs[0]
    later = replace(now, level=None, value=total.value, approx=total.approx, change=None)
    for earlier in rules.bases(later, wholes):
        base, label = value_of(earlier), change_label(indicator, table.place, earlier, later)
        found = change_of(base, total, indicator, summed=True)
        change = labelled(found and as_rounded(found, base, total), label)
        if change is not None:
            relative = labelled(relative_change(base, total, indicator), label)
            same = is_same_period(earlier.period, table.period)
            yield TotalChange(earlier, total, same, change, relative)


def changes(
    current: Mapping[tuple[str, str], Fact],
    known: Sequence[Fact],
    places: Mapping[str, Place],
    indicators: Mapping[str, Indicator],
    rules: Rules,
) -> tuple[Change, ...]:
    """Set the figure of each headline indicator against its bases: all first ones, then others."""
    asked = (
        fact
        for fact in current.values()
        if rules.wording.default(fact.indicator).headline is not None
    )
    found = [
        (rank, Change(one.place, one.indicator, fact, one.earlier, one.difference))
        for fact in asked
        for rank, one in enumerate(
            _compared(fact, known, places[fact.place], indicators[fact.indicator], rules)
        )
    ]
    return tuple(change for _, change in sorted(found, key=lambda one: one[0]))
