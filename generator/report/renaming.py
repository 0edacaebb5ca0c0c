"""What is said of comparisons over a day on which a place got another name or type alone.

Tỉnh Thừa Thiên Huế is thành phố Huế since 1 January 2025, tỉnh Quảng Ninh a thành phố since
1 September 2026: the same area, so that all figures compare, and a reader who misses the old
name is told why it stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.catalogue import Place
from generator.model.fact import Fact
from generator.model.period import Period
from generator.report.bases import Rules, age
from generator.report.measures import UnlikeRank
from generator.report.merged_measures import MergedComparison
from generator.report.place_notes import NameNote

_Found = dict[tuple[str, str, date], set[Period]]


def name_notes(
    facts: Iterable[Fact],
    chosen: Sequence[Fact],
    told: tuple[Iterable[MergedComparison], Iterable[UnlikeRank]],
    places: Mapping[str, Place],
    rules: Rules,
    issued: date,
) -> tuple[NameNote, ...]:
    """Return the places of a report whose bases bear another name or type, with its day.

    The report, ``issued`` on a day, names a place as it is called then.

    ``facts`` are those that a report compares, ``chosen`` those of all places and times,
    ``told`` what is compared, or why not, with a figure under another name.
    """
    known: dict[tuple[str, str], list[Fact]] = {}
    for fact in chosen:
        known.setdefault((fact.indicator, fact.place), []).append(fact)
    merged, ranks = told
    pairs = [(one.later, one.earlier) for one in ranks]
    pairs += [(one.later, base) for one in merged if not one.is_sum for base in one.base.inputs]
    for fact in facts:
        if fact.place in places and fact.level is None:
            own = known.get((fact.indicator, fact.place), ())
            pairs += [(fact, base) for base in rules.bases(fact, own)]
    found: _Found = {}
    for later, earlier in pairs:
        day = _changed(later, earlier, rules, issued)
        if day is not None and later.place in places:
            key = (later.place, earlier.place, day)
            found.setdefault(key, set()).add(earlier.period)
    return tuple(
        NameNote(places[slug], rules.table[old], day, tuple(sorted(periods, key=age)))
        for (slug, old, day), periods in found.items()
    )


def _changed(later: Fact, earlier: Fact, rules: Rules, issued: date) -> date | None:
    """Return the day on which the area of two figures got the name or type of the report."""
    place, old = rules.table.get(later.place), rules.table.get(earlier.place)
    if place is None or old is None or rules.ground(later) != rules.ground(earlier):
        return None
    if place.slug != old.slug:
        return place.since
    days = (one.since for one in place.kinds)
    last = max(issued, later.period.end)
    return next((day for day in days if day and earlier.period.end < day <= last), None)
