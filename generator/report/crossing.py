"""What is said of comparisons over a day that changed what a place is, or does.

"Năm 2025, tỉnh Lâm Đồng" is told by a source of the new province. It is read as of the new area,
half a year of which was before it: the report says so once, beside the comparisons. So it does
with a ministry to which duties came, or from which they went, without a merger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.catalogue import Place
from generator.model.fact import Fact
from generator.model.period import Period
from generator.report.bases import Rules, age
from generator.report.merged_measures import MergedComparison
from generator.report.place_notes import CrossingNote, DutiesNote


def crossing_notes(
    facts: Iterable[Fact],
    chosen: Sequence[Fact],
    merged: Iterable[MergedComparison],
    places: Mapping[str, Place],
    rules: Rules,
    beside: Iterable[Fact] = (),
) -> tuple[CrossingNote, ...]:
    """Return the times over the merger that figures of provinces are compared with or of.

    ``facts`` are those that a report compares, ``chosen`` those of all places and times,
    ``beside`` those that it sets beside the country's or other places'. An index is of the
    province that it was given to, and needs no note.
    """
    known: dict[tuple[str, str], list[Fact]] = {}
    for fact in chosen:
        known.setdefault((fact.indicator, fact.place), []).append(fact)
    over = {key for key, own in known.items() if any(_is_over(one, rules) for one in own)}
    compared = [one.later for one in merged]
    for fact in facts:
        key = (fact.indicator, fact.place)
        if key in over and fact.place in places and fact.level is None:
            compared += rules.bases(fact, known[key])
    found: dict[str, set[Period]] = {}
    over_time = {fact.place for fact in compared if _is_mixed(fact, rules)}
    for fact in (*compared, *beside):
        if _is_mixed(fact, rules):
            found.setdefault(fact.place, set()).add(fact.period)
    return tuple(
        CrossingNote(places[slug], tuple(sorted(periods, key=age)), slug in over_time)
        for slug, periods in found.items()
    )


def duties_notes(
    facts: Iterable[Fact], chosen: Sequence[Fact], places: Mapping[str, Place], rules: Rules
) -> tuple[DutiesNote, ...]:
    """Return the central bodies whose figures are compared over a change of their duties.

    ``facts`` and ``chosen`` as above; an index is of no duties.
    """
    found: dict[str, date] = {}
    for fact in facts:
        place = places.get(fact.place)
        day = place.changed if place is not None else None
        if day is None or fact.level is not None or fact.period.end < day or rules.is_index(fact):
            continue
        known = [
            one for one in chosen if (one.indicator, one.place) == (fact.indicator, fact.place)
        ]
        if any((one.period.start or one.period.end) < day for one in rules.bases(fact, known)):
            found[fact.place] = day
    return tuple(DutiesNote(places[slug], day) for slug, day in found.items())


def _is_mixed(fact: Fact, rules: Rules) -> bool:
    """Tell whether a province was put together within the time of a figure that is no index."""
    return _is_over(fact, rules) and rules.crosses(fact) and not rules.is_index(fact)


def _is_over(fact: Fact, rules: Rules) -> bool:
    """Tell whether a time of a province began before the merger of provinces and ended after it."""
    start, day = fact.period.start, rules.table.merger_date
    over = start is not None and start < day <= fact.period.end
    return over and fact.place in rules.table.by_slug
