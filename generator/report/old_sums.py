"""What the old provinces of a new one had together before its birth, of today's area.

The report of a new province on a time before 1 July 2025 has what all its old ones counted
then, and how that stands against earlier times; where one of them lacks a figure it says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from generator.catalogue import Indicator, Place
from generator.facts.comparing import same_length
from generator.facts.merging import adds_over_places
from generator.facts.precision import sum_as_rounded
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.bases import age, base_periods
from generator.report.merged_measures import Gap, Lack, MergedSum, SumChange, SumGap
from generator.report.mergers import Past, are_bodies, area_of, named, set_against
from generator.vi.printing import period_name

_Gaps = dict[tuple[Lack, ...], list[Fact]]


def merged_sums(
    old: Iterable[Fact], places: Mapping[str, Place], past: Past, issued: date
) -> tuple[MergedSum, ...]:
    """Return what new provinces would have had at a time of the report before their birth.

    ``old`` are the figures of the old provinces of their names. None where the report
    tells of another of the old provinces itself.
    """
    found = []
    for fact in old:
        members = past.members(fact.place, issued, fact.period)
        others = {one.slug for one in members} - {fact.place}
        if fact.level is None and fact.place in places and others.isdisjoint(places):
            place, indicator = places[fact.place], past.indicators[fact.indicator]
            base = past.base(fact, members, fact.period) if others else None
            if base is not None and base.formula:
                sum_ = named(base, indicator, place, fact.period)
                changes = tuple(_changes(fact, sum_, place, past, issued))
                found.append(
                    MergedSum(place, indicator, fact, members, _told(sum_, indicator), changes)
                )
    ordered = sorted(found, key=lambda one: (age(one.fact.period), one.indicator.order))
    return tuple(ordered)


def _changes(
    fact: Fact, now: Figure, place: Place, past: Past, issued: date
) -> Iterator[SumChange]:
    """Yield the sums of the old provinces against those of times as long, where all tell them."""
    indicator = past.indicators[fact.indicator]
    for period in () if fact.period.is_stock else base_periods(fact.period, past.rules.compare):
        members = past.members(fact.place, issued, period)
        base = past.base(fact, members, period) if len(members) > 1 else None
        if base is None or not same_length(period, fact.period) or (base.approx and now.approx):
            continue
        times = f"{period_name(fact.period)} so với {period_name(period)}"
        label = f"{indicator.label}, {area_of(place)}, {times}"
        sum_ = named(base, indicator, place, period)
        if found := set_against(sum_, now, indicator, label):
            yield SumChange(indicator, fact, now, period, _told(sum_, indicator), *found)


def _told(sum_: Figure, indicator: Indicator) -> Figure:
    """Return a sum as it is printed wherever it stands: rounded where its parts are."""
    return sum_as_rounded(sum_) if indicator.is_additive else sum_


def sum_gaps(
    old: Iterable[Fact], places: Mapping[str, Place], past: Past, issued: date
) -> tuple[SumGap, ...]:
    """Return what of a time before the merger is known of some old provinces only.

    Beside ``merged_sums``: of counts that more than the province of the same name has.
    """
    found: dict[tuple[str, Period], _Gaps] = {}
    for fact in old:
        members = past.members(fact.place, issued, fact.period)
        own = past.facts(fact.indicator, members, fact.period)
        having = {one.place for one in own}
        others = having - {fact.place}
        told = fact.level is None and fact.place in places and others.isdisjoint(places)
        told = told and len(own) < len(members) and not are_bodies(members)
        if told and others and adds_over_places(past.indicators[fact.indicator]):
            lack = past.lacking(fact.indicator, members, fact.period)
            gaps = found.setdefault((fact.place, fact.period), {})
            gaps.setdefault(lack.lacks, []).extend((*own, *lack.instead))
    return tuple(
        SumGap(places[slug], period, tuple(_gaps(gaps, past)), tuple(chain(*gaps.values())))
        for (slug, period), gaps in found.items()
    )


def _gaps(gaps: _Gaps, past: Past) -> Iterator[Gap]:
    """Yield the indicators for which the same old provinces have no figure."""
    for lacks, facts in gaps.items():
        names = sorted({fact.indicator for fact in facts}, key=lambda n: past.indicators[n].order)
        yield Gap(tuple(past.indicators[name] for name in names), lacks)
