"""Pairs of figures of one place over time, compared only where that is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.catalogue import Indicator, Kind, Language, Place
from generator.facts.derived import difference
from generator.model.fact import Fact
from generator.model.figure import Figure
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
    facts: Sequence[Fact], place: Place, indicators: Mapping[str, Indicator]
) -> tuple[Comparison, ...]:
    """Compare each count with its last earlier figure of the same kind of period.

    Only within one document: two authors may count different things under one
    name, and their difference would be told as a rise or fall that never was.
    """
    by_indicator: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.level is None and indicators[fact.indicator].kind in _COUNTED:
            by_indicator[fact.indicator].append(fact)
    found = []
    for name in sorted(by_indicator, key=lambda one: indicators[one].order):
        ordered = sorted(by_indicator[name], key=lambda fact: fact.period.end)
        for earlier, later in zip(ordered[-2:], ordered[-1:], strict=False):
            if earlier is later or earlier.source.doc != later.source.doc:
                continue
            change = _change(earlier, later, indicators[name], place)
            if change is not None:
                found.append(Comparison(place, indicators[name], earlier, later, change))
    return tuple(found)


def changes(
    current: Sequence[Fact],
    earlier: Sequence[Fact],
    places: Mapping[str, Place],
    indicators: Mapping[str, Indicator],
    language: Language,
) -> tuple[Change, ...]:
    """Set the newest figure of each headline indicator against the one before it."""
    found = []
    for fact in _newest(current):
        before = [
            one
            for one in earlier
            if (one.indicator, one.place, one.level) == (fact.indicator, fact.place, fact.level)
            and one.period.end < fact.period.end
        ]
        phrase = language.phrases.get(fact.indicator)
        if not before or phrase is None or phrase.headline is None:
            continue
        previous = max(before, key=lambda one: one.period.end)
        indicator = indicators[fact.indicator]
        alike = previous.source.doc == fact.source.doc or indicator.kind not in _COUNTED
        place = places[fact.place]
        change = _change(previous, fact, indicator, place) if alike else None
        found.append(Change(place, indicator, fact, previous, change))
    return tuple(found)


def _newest(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the latest fact of each indicator and place, whole places only."""
    latest: dict[SeriesKey, Fact] = {}
    for fact in facts:
        key = (fact.indicator, fact.place)
        known = latest.get(key)
        if fact.level is None and (known is None or known.period.end <= fact.period.end):
            latest[key] = fact
    return tuple(latest.values())
