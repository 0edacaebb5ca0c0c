"""Rates that no source prints but two of its counts give: on time of resolved, online of received.

Both counts are exact, of one source, place and time and in no special sense; where the source
prints the rate, as a figure or beside the count, that one is told. A table by level has
rates of its own; what is late is not told where what is on time is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from generator.catalogue import Indicator, Place
from generator.facts.merging import RATES, merged_rate
from generator.model.fact import Fact
from generator.model.period import Period
from generator.report.figures import value_of
from generator.report.labels import labelled
from generator.report.measures import DerivedRate
from generator.report.wording import Wording
from generator.vi.printing import period_name

_Key = tuple[str, str, Period]
_LEVELS = "levels"  # opens the keys of what is told by level
_SAID_BY = {"dossiers_late_rate": "dossiers_on_time_rate"}


def derived_rates(
    facts: Iterable[Fact],
    newest: Iterable[Fact],
    places: Mapping[str, Place],
    indicators: Mapping[str, Indicator],
    wording: Wording,
) -> tuple[DerivedRate, ...]:
    """Return the rates of the newest counts, in catalogue order.

    ``facts`` are those of the report, ``newest`` the ones that stand for each measure.
    """
    told = tuple(facts)
    whole = {_key(fact): fact for fact in told if fact.level is None}
    known = set(whole) | {(_LEVELS, *_key(fact)) for fact in told if fact.level is not None}
    standing = {(fact.indicator, fact.place): fact for fact in newest}
    found = []
    for name in sorted(RATES.keys() & indicators.keys(), key=lambda one: indicators[one].order):
        for place in places.values():
            part = standing.get((RATES[name][0], place.slug))
            base = whole.get((RATES[name][1], place.slug, part.period)) if part else None
            if part is None or base is None or _is_said(name, base, known):
                continue
            value = merged_rate(value_of(part), value_of(base))
            if value is not None and _go_together(part, base, wording):
                label = f"{indicators[name].label}, {place.name}, {period_name(part.period)}"
                made = labelled(value, label)
                found.append(DerivedRate(place, indicators[name], part, base, made))
                known.add((name, place.slug, part.period))
    return tuple(found)


def _is_said(name: str, whole: Fact, known: Collection[tuple[object, ...]]) -> bool:
    """Tell whether a rate is told already: by its source, its counterpart, a table by level."""
    _, place, period = _key(whole)
    told = ((one, place, period) for one in (name, _SAID_BY.get(name, name)))
    return any(one in known for one in (*told, (_LEVELS, *_key(whole))))


def _key(fact: Fact) -> _Key:
    """Return what a fact measures, where and when."""
    return (fact.indicator, fact.place, fact.period)


def _go_together(part: Fact, whole: Fact, wording: Wording) -> bool:
    """Tell whether one count is known to be a part of the other, without its share."""
    return (
        part.source.doc == whole.source.doc
        and part.share is None
        and wording.apart(part) < 0
        and wording.apart(whole) < 0
    )
