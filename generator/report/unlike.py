"""What is known of nearly the time that "so với" asks for, and is no base for all that.

A window of Nghị định 09/2019/NĐ-CP is not set against a calendar quarter, nor a year that was
reported on until 20 December against a whole one, nor what a late source tells of a time before
the merger without its area, nor what counts something else under one name (resolved late, still
open and overdue): the report says so instead of saying nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from generator.catalogue import Indicator, Kind, Place, Places
from generator.facts.areas import is_cut_short
from generator.facts.merging import adds_over_places
from generator.model.fact import Fact
from generator.model.period import Period
from generator.report.bases import Rules, age, base_periods
from generator.report.measures import Baseless, LackingTime, UnlikeTimes
from generator.report.mergers import Past
from generator.report.model import Scope
from generator.report.place_notes import StrayNote
from generator.report.scope import in_scope
from generator.report.stated import stated_base
from generator.vi.windows import named_of

_NEAR = timedelta(days=31)
_KINDS = (Kind.COUNT, Kind.AMOUNT, Kind.RATE)
_Key = tuple[str, str, Period, Period, bool, Fact | None]
_Told = dict[_Key, list[tuple[Indicator, tuple[Fact, ...]]]]


@dataclass(frozen=True, slots=True)
class _Unlike:
    """Earlier figures that are no base: of a doubted area, of another sense, else of a time."""

    known: tuple[Fact, ...]
    doubted: bool = False
    other_sense: bool = False


def unlike_times(
    facts: Iterable[Fact],
    chosen: Sequence[Fact],
    unsure: Sequence[Fact],
    places: Mapping[str, Place],
    past: Past,
) -> tuple[UnlikeTimes, ...]:
    """Return the figures without a base of which another time is known, by place and group.

    ``facts`` stand for the report, ``chosen`` are those of all places and times, ``unsure``
    those of which nobody knows the area.
    """
    told: _Told = {}
    for fact in dict.fromkeys(facts):
        indicator = past.indicators[fact.indicator]
        asked = fact.place in places and fact.level is None and indicator.kind in _KINDS
        for one in _unlike(fact, chosen, unsure, past) if asked else ():
            times = (fact.period, one.known[0].period)
            meant = fact if one.other_sense else None
            key = (fact.place, indicator.group, *times, one.doubted, meant)
            told.setdefault(key, []).append((indicator, one.known))
    found = (
        UnlikeTimes(
            places[slug],
            tuple(indicator for indicator, _ in sorted(rows, key=lambda row: row[0].order)),
            later,
            earlier,
            tuple(fact for _, known in rows for fact in known),
            doubted,
            meant,
        )
        for (slug, _, later, earlier, doubted, meant), rows in told.items()
    )
    return tuple(sorted(found, key=lambda one: (age(one.later), one.indicators[0].order)))


def lacking_times(
    facts: Iterable[Fact],
    chosen: Iterable[Fact],
    told: Iterable[tuple[Period, Period]],
    noted: Iterable[Period],
    rules: Rules,
) -> tuple[LackingTime, ...]:
    """Return the times that the config asks for and nothing is known of.

    Told where another base is, or where the config itself names what it compares with.
    ``facts`` stand for the report, ``chosen`` are those of all places and times; ``told`` are
    comparisons made of sums, later time first, ``noted`` earlier times of which another note
    says why there is none. What a source itself states a change against is known.
    """
    alike: dict[tuple[str, str], list[Fact]] = {}
    for fact in chosen:
        alike.setdefault((fact.indicator, fact.place), []).append(fact)
    known: dict[Period, set[Period]] = {}
    results: set[Period] = set()
    stocks: set[Period] = set()
    for fact in facts:
        own = alike.get((fact.indicator, fact.place), ())
        of_source = stated_base(fact, rules)
        bases = {one.period for one in rules.bases(fact, own)} | (
            {of_source} if of_source else set()
        )
        known.setdefault(fact.period, set()).update(bases)
        results |= {fact.period} if _is_result(fact, rules) else set()
        stocks |= {one for one in bases if one.is_stock}
    for later, earlier in told:
        known.setdefault(later, set()).add(earlier)
    times = tuple(noted)
    found = []
    for later in rules.periods:
        wanted = base_periods(later, rules.compare)
        near = known.get(later, set()) | {one for one in wanted if _has_any(stocks, one)}
        lacking = [one for one in wanted if one not in near]
        told_of = (one for one in lacking if not any(t == one or is_near(t, one) for t in times))
        needed = len(lacking) < len(wanted) or (rules.asked and later in results)
        found += [LackingTime(later, one) for one in told_of if needed]
    return tuple(found)


def baseless(
    facts: Iterable[Fact],
    chosen: Iterable[Fact],
    explained: Collection[tuple[str, str]],
    named: Collection[Period],
    rules: Rules,
) -> Baseless:
    """Tell whether some or all figures of the report have no base that its config asks for.

    ``facts`` and ``chosen`` as above; ``explained`` are the indicators and places of which
    something else is compared, or another note says why nothing is; of the times ``named``
    the report says that nothing is known.
    """
    alike: dict[tuple[str, str], list[Fact]] = {}
    for fact in chosen if rules.asked else ():
        alike.setdefault((fact.indicator, fact.place), []).append(fact)
    found = {True} if explained else set[bool]()
    for fact in facts if rules.asked else ():
        key = (fact.indicator, fact.place)
        asked = fact.level is None and key not in explained and fact.period not in named
        if asked and _is_result(fact, rules):
            own = rules.bases(fact, alike.get(key, ()))
            found.add(bool(own) or stated_base(fact, rules) is not None)
    if False not in found:
        return "none"
    return "some" if True in found or named else "all"


def _is_result(fact: Fact, rules: Rules) -> bool:
    """Tell whether a figure tells what was done, and no more than what is to be done."""
    return rules.wording.indicator(fact).kind is not Kind.TARGET


def _has_any(stocks: Iterable[Period], span: Period) -> bool:
    """Tell whether a stock is of a day within a time."""
    return any(span.start is not None and span.start <= one.end <= span.end for one in stocks)


def _unlike(
    fact: Fact, chosen: Sequence[Fact], unsure: Sequence[Fact], past: Past
) -> Iterator[_Unlike]:
    """Yield what is known of nearly each time that one figure has no base of."""
    rules = past.rules
    like = [one for one in chosen if one.indicator == fact.indicator and one.level is None]
    open_ = [one for one in unsure if (one.indicator, one.place) == (fact.indicator, fact.place)]
    found = [one.period for one in rules.bases(fact, like)]
    for wanted in base_periods(fact.period, rules.compare):
        members = past.members(fact.place, rules.day_of_area(fact), wanted)
        if any(one == wanted or is_near(one, wanted) for one in found):
            continue
        if had := past.facts(fact.indicator, members, wanted):
            if fact.change is None and _mean_others(fact, had, members, past):
                yield _Unlike(tuple(had), other_sense=True)
            continue
        doubted = tuple(one for one in open_ if one.level is None and one.period == wanted)
        if doubted:
            yield _Unlike(doubted, doubted=True)
            continue
        slugs = {one.slug for one in members} or {fact.place}
        own = [
            one for one in like if one.place in slugs and (members or rules.of_one_area(one, fact))
        ]
        last = _newest_near(own, fact, wanted, rules)
        # what its source sets against an earlier time itself is compared
        other = () if fact.change else tuple(one for one in own if one.period == wanted)
        if last:
            yield _Unlike(last)
        elif other and not members and not any(rules.wording.alike(one, fact) for one in other):
            yield _Unlike(other, other_sense=True)


def _newest_near(own: Iterable[Fact], fact: Fact, wanted: Period, rules: Rules) -> tuple[Fact, ...]:
    """Return the like of a figure of nearly a time, of several such times the newest."""
    near = [one for one in own if is_near(one.period, wanted) and rules.wording.alike(one, fact)]
    last = max((one.period for one in near), key=age, default=None)
    return tuple(one for one in near if one.period == last)


def _mean_others(fact: Fact, had: Sequence[Fact], members: Sequence[Place], past: Past) -> bool:
    """Tell whether the figures of all old provinces have no sum like a figure, by their senses."""
    all_have = len(had) == len(members) and adds_over_places(past.indicators[fact.indicator])
    return all_have and not all(past.rules.wording.alike(one, fact) for one in had)


def stray_notes(
    chosen: Iterable[Fact], scope: Scope, indicators: Mapping[str, Indicator], table: Places
) -> tuple[StrayNote, ...]:
    """Return the figures of the report's time of provinces that were merged away before its end.

    "Tỉnh Bình Định" of the third quarter of 2025 is a part of Gia Lai, of which nobody else
    tells, and of the year 2025 it had a half: its figures are left out, and the report says so.
    """
    heirs = {place.slug: place for place in scope.places}
    found: dict[str, list[Fact]] = {}
    for fact in chosen:
        place = table.get(fact.place)
        heir = place.merged_into if place is not None else None
        if place is None or heir is None or heir not in heirs or fact.place in heirs:
            continue
        told = in_scope(replace(fact, place=heir), scope, indicators)
        if told and _is_of_later(fact, place, indicators, table):
            found.setdefault(fact.place, []).append(fact)
    return tuple(
        StrayNote(place, heirs[place.merged_into or ""], tuple(facts), table.ended(place))
        for place, facts in ((table[slug], facts) for slug, facts in found.items())
    )


def _is_of_later(
    fact: Fact, place: Place, indicators: Mapping[str, Indicator], table: Places
) -> bool:
    """Tell whether a figure is of days after the end of its place, or of a time over that day.

    A target that was set before says nothing of those days.
    """
    if is_cut_short(fact, table):
        return indicators[fact.indicator].kind is not Kind.TARGET
    return (fact.period.start or fact.period.end) >= table.ended(place)


def is_near(period: Period, wanted: Period) -> bool:
    """Tell whether a time bears the name of another one, or is it but for some days at its end."""
    if period == wanted or period.start is None or wanted.start is None:
        return False
    if named_of(period) == wanted or named_of(wanted) == period:
        return True
    same = period.start == wanted.start and period.end.year == wanted.end.year
    return same and abs(period.end - wanted.end) <= _NEAR
