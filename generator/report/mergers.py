"""Figures of new provinces against those of their old ones, over 1 July 2025.

Only what is counted once adds up, only where each old province has the figure over the
same days; a rate is made of such sums; scores and ranks are never compared. What was done
or left out is told in one short note for each province and time. Of ministries nothing adds
up: their work was shared out anew on 1 March 2025, parts of it to several others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.catalogue import Indicator, Kind, Place, Places
from generator.facts.comparing import same_field, same_length, same_scale
from generator.facts.derived import THREE_LEVELS, change_of
from generator.facts.merging import (
    adds_over_places,
    members_of,
    told_rate,
    total_over_places,
)
from generator.facts.precision import as_rounded, is_worded, sum_as_rounded
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.bases import Rules, age, base_periods
from generator.report.comparing import relative_change
from generator.report.figures import value_of
from generator.report.gaps import Key, Lacking, lacking, too_coarse
from generator.report.labels import labelled
from generator.report.merged_measures import Gap, Lack, MergedComparison, MergerNote
from generator.report.model import Scope
from generator.report.place_notes import PlaceNote
from generator.report.stated import stated_base
from generator.vi.printing import period_name

_SEVERAL = 2

_Gaps = dict[tuple[Lack, ...], list[Fact]]


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of the old provinces, and what "so với" means."""

    known: Mapping[Key, Fact]
    indicators: Mapping[str, Indicator]
    rules: Rules
    unsure: Mapping[Key, Fact] = field(default_factory=dict)
    whole: Mapping[Key, Fact] = field(default_factory=dict)
    levels: Mapping[Key, Sequence[Fact]] = field(default_factory=dict)
    untold: Mapping[str, Fact] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        chosen: Iterable[Fact],
        indicators: Mapping[str, Indicator],
        rules: Rules,
        unsure: Iterable[Fact] = (),
        whole: Iterable[Fact] = (),
        untold: Iterable[Fact] = (),
    ) -> Past:
        """Sort the chosen facts of whole places by measure, place and time.

        ``unsure`` are those of which nobody knows the area, ``whole`` those of days before the
        merger that are of the area of today, ``untold`` those whose source has a change
        against another area, with it.
        """
        every = tuple(chosen)
        known, open_, new = (
            {(one.indicator, one.place, one.period): one for one in facts if one.level is None}
            for facts in (every, unsure, whole)
        )
        levels: dict[Key, list[Fact]] = {}
        for one in every:
            if one.level in THREE_LEVELS:
                levels.setdefault((one.indicator, one.place, one.period), []).append(one)
        return cls(known, indicators, rules, open_, new, levels, {one.id: one for one in untold})

    def leaves_out(self, later: Fact, period: Period) -> bool:
        """Tell whether the source of a figure states a change against what was another area."""
        said = self.untold.get(later.id)
        return said is not None and stated_base(said, self.rules) == period

    def has_whole(self, later: Fact, period: Period) -> bool:
        """Tell whether a source has the base of a figure for the whole area of today."""
        base = self.whole.get((later.indicator, later.place, period))
        return base is not None and base in self.rules.bases(later, (base,))

    def lacking(self, indicator: str, members: Sequence[Place], period: Period) -> Lacking:
        """Tell of the old provinces that have no figure of an indicator over a period."""
        return lacking(indicator, members, period, self.known, self.unsure, self.levels)

    @property
    def table(self) -> Places:
        """Return the places with their names and areas over time."""
        return self.rules.table

    def members(self, slug: str, day: date, period: Period) -> tuple[Place, ...]:
        """Return the old provinces, or bodies, of what a place is on a day."""
        return members_of(slug, day, period, self.table)

    def bases(self, later: Fact) -> list[tuple[Period, tuple[Place, ...]]]:
        """Return the times that a figure is set against, each with the old provinces then.

        A stock is set against the last day of which all of them have the figure, else against
        the last of which any has.
        """
        compare, slug, day = self.rules.compare, later.place, self.rules.day_of_area(later)
        if not later.period.is_stock:
            wanted = base_periods(later.period, compare)
            flows = ((period, self.members(slug, day, period)) for period in wanted)
            return [one for one in flows if one[1] and same_length(one[0], later.period)]
        days = ((period, self.members(slug, day, period)) for period in self._stocks(later))
        told = [one for one in days if one[1]]
        found: dict[Period, tuple[Place, ...]] = {}
        for basis in compare:
            known = [
                one for one in told if self.rules.is_stock_base(one[0].end, later.period, basis)
            ]
            found |= sorted(known, key=lambda one: self._fullness(later.indicator, *one))[-1:]
        return list(found.items())

    def _stocks(self, later: Fact) -> set[Period]:
        """Return the earlier days of which places of the area of a stock have that figure."""
        slugs = self.table.territory(later.place, self.rules.day_of_area(later))
        heirs = {one.slug: one.renamed_to or one.slug for one in self.table}
        return {
            period
            for indicator, place, period in self.known
            if indicator == later.indicator
            and period.is_stock
            and period.end < later.period.end
            and heirs.get(place) in slugs
        }

    def _fullness(
        self, indicator: str, period: Period, members: Sequence[Place]
    ) -> tuple[bool, date]:
        """Sort days by whether all old provinces have a figure, then by the day."""
        return (len(self.facts(indicator, members, period)) == len(members), period.end)

    def facts(self, indicator: str, members: Sequence[Place], period: Period) -> list[Fact]:
        """Return what the old provinces have of an indicator over a period."""
        found = (self.known.get((indicator, place.slug, period)) for place in members)
        return [fact for fact in found if fact is not None]

    def tells_of(self, indicator: str, members: Sequence[Place], period: Period) -> bool:
        """Tell whether an old province has a rate over a period, or one of its counts."""
        names = (indicator, *(self.indicators[indicator].rate_of or ()))
        return any(self.facts(name, members, period) for name in names)

    def total(self, indicator: str, members: Sequence[Place], period: Period) -> Figure | None:
        """Return the sum over the old provinces, None where one lacks the figure.

        None also where their sources mean different things by it, and of central bodies.
        """
        if are_bodies(members):
            return None
        facts = self.facts(indicator, members, period)
        if len({self.rules.wording.apart(fact) for fact in facts}) > 1:
            return None
        slugs = {place.slug for place in members}
        return total_over_places(facts, slugs, self.indicators[indicator])

    def base(self, later: Fact, members: Sequence[Place], period: Period) -> Figure | None:
        """Return the figure of the old provinces together: a sum, or a rate of sums.

        Under another name of one area any figure is its own base. None of central bodies.
        """
        if are_bodies(members):
            return None
        indicator = self.indicators[later.indicator]
        own = self.facts(indicator.id, members, period)
        alike = all(self.rules.wording.alike(fact, later) for fact in own)
        if len(members) == 1:
            fits = own and alike and _fits(own[0], later, indicator)
            return value_of(own[0]) if fits else None
        if indicator.rate_of is None:
            return self.total(indicator.id, members, period) if alike else None
        return self.rate(indicator.id, members, period)

    def rate(self, indicator: str, members: Sequence[Place], period: Period) -> Figure | None:
        """Return the rate of the counts of the old provinces together, None where one lacks."""
        if are_bodies(members):
            return None
        found: list[Figure | None] = []
        for name in self.indicators[indicator].rate_of or ():
            own = self.facts(name, members, period)
            alone = value_of(own[0]) if own and len(members) == 1 else None
            found.append(alone or self.total(name, members, period))
        part, whole = found or (None, None)
        return told_rate(part, whole) if part and whole else None


def are_bodies(members: Iterable[Place]) -> bool:
    """Tell whether figures are of central bodies, which never add up."""
    return any(one.is_body for one in members)


def _fits(earlier: Fact, later: Fact, indicator: Indicator) -> bool:
    """Tell whether two figures of one area count on one scale."""
    same = same_field if indicator.kind is Kind.RANK else same_scale
    return indicator.kind is not Kind.TARGET and same(earlier, later)


def merged_comparisons(
    facts: Iterable[Fact], places: Mapping[str, Place], past: Past
) -> tuple[MergedComparison, ...]:
    """Compare the figures of new provinces with those of their old ones, by time and place."""
    found = (_compared(*one, places, past) for one in _over_the_merger(facts, places, past))
    known = (one for one in found if one is not None)
    order = {slug: at for at, slug in enumerate(places)}
    return tuple(sorted(known, key=lambda one: (age(one.later.period), order[one.place.slug])))


def _compared(
    fact: Fact,
    period: Period,
    members: Sequence[Place],
    places: Mapping[str, Place],
    past: Past,
) -> MergedComparison | None:
    """Compare one figure with its old provinces', None where that says nothing."""
    indicator, place = past.indicators[fact.indicator], places[fact.place]
    base, now = past.base(fact, members, period), value_of(fact)
    if base is None or (base.approx and fact.approx):
        return None
    area = area_of(place) if len(members) > 1 else place.listed
    sum_ = named(base, indicator, place, period)
    label = f"{indicator.label}, {area}, {period_name(fact.period)} so với {period_name(period)}"
    found = set_against(sum_, now, indicator, label)
    if found is None:
        return None
    told = named(sum_as_rounded(base), indicator, place, period) if indicator.is_additive else sum_
    return MergedComparison(place, indicator, fact, period, told, *found)


def set_against(
    base: Figure, now: Figure, indicator: Indicator, label: str
) -> tuple[Figure, Figure | None] | None:
    """Return the change from a sum to another figure and its growth, None where nobody can tell."""
    found = change_of(base, now, indicator, summed=indicator.is_additive)
    if found is not None and indicator.is_additive:
        found = as_rounded(found, base, now)
    change = labelled(found, label)
    if change is None:
        return None
    return change, labelled(relative_change(base, now, indicator), label)


def area_of(place: Place) -> str:
    """Return what labels call the area of a new province."""
    return f"địa bàn {place.listed} sau sắp xếp"


def named(base: Figure, indicator: Indicator, place: Place, period: Period) -> Figure:
    """Return the figure of old provinces with its name, one of a source as it is."""
    name = f"{indicator.label}, {area_of(place)}, {period_name(period)}"
    return labelled(base, name) if base.formula else base


def _over_the_merger(
    facts: Iterable[Fact], places: Mapping[str, Place], past: Past
) -> list[tuple[Fact, Period, tuple[Place, ...]]]:
    """Return figures of new provinces with each base that lies before the merger.

    But for one that a source gives for the whole area of today: that is a base as it is.
    """
    found = [
        (fact, period, members)
        for fact in facts
        if fact.level is None and fact.place in places and fact.place != NATION
        for period, members in past.bases(fact)
        if not past.has_whole(fact, period)
    ]
    return sorted(found, key=lambda one: past.indicators[one[0].indicator].order)


def merger_notes(
    facts: Iterable[Fact], places: Mapping[str, Place], past: Past
) -> tuple[MergerNote, ...]:
    """Return what was compared of each new province, or should have been.

    Times of which the same holds share a note.
    """
    rows: dict[tuple[str, Period], list[tuple[Fact, tuple[Place, ...]]]] = defaultdict(list)
    for fact, period, members in _over_the_merger(facts, places, past):
        if len(members) > 1 or are_bodies(members):
            rows[fact.place, period].append((fact, members))
    notes: dict[tuple[object, ...], MergerNote] = {}
    for (slug, period), found in rows.items():
        make = _body_note if places[slug].is_body else _note
        note = make(places[slug], period, found, places, past)
        known = notes.get(note.told)
        notes[note.told] = _both(known, note) if known else note
    told = [note for note in notes.values() if note.says_something]
    return tuple(one for slug in places for one in _of_place(slug, told))


def _of_place(slug: str, notes: Iterable[MergerNote]) -> Iterator[MergerNote]:
    """Yield the notes of one place, its sums of several times told once for all of them."""
    own = [note for note in notes if note.place.slug == slug]
    summed = [note for note in own if note.added]
    if (
        len(summed) < _SEVERAL
        or len({tuple(one.slug for one in note.members) for note in summed}) > 1
    ):
        yield from own
        return
    whole = replace(summed[0], gaps=(), dropped=(), refused=())
    for note in summed[1:]:
        whole = _both(whole, note)
    yield whole
    rest = (replace(note, shared=True) if note in summed else note for note in own)
    yield from (note for note in rest if note.says_of_rest)


def _both(first: MergerNote, second: MergerNote) -> MergerNote:
    """Return one note for the times of two that tell the same."""
    known = tuple(dict.fromkeys((*first.known, *second.known)))
    added = tuple({one.id: one for one in (*first.added, *second.added)}.values())
    periods = tuple(sorted((*first.periods, *second.periods), key=age))
    return replace(first, periods=periods, added=added, known=known)


def _body_note(
    place: Place,
    period: Period,
    rows: Sequence[tuple[Fact, tuple[Place, ...]]],
    _places: Mapping[str, Place],
    past: Past,
) -> MergerNote:
    """Return what is not compared of a ministry that took over the work of others."""
    members = rows[0][1]
    had = [(fact, past.facts(fact.indicator, members, period)) for fact, _ in rows]
    dropped = tuple(past.indicators[fact.indicator] for fact, have in had if have)
    known = tuple(dict.fromkeys(one for _, have in had for one in have))
    since = past.table.grown_on(place.slug)
    return MergerNote(place, (period,), members, (), (), known, dropped, (), since=since)


def _note(
    place: Place,
    period: Period,
    rows: Sequence[tuple[Fact, tuple[Place, ...]]],
    places: Mapping[str, Place],
    past: Past,
) -> MergerNote:
    """Return what was added up for one province and time, and what was not."""
    members = rows[0][1]
    added: list[Indicator] = []
    lacks: dict[tuple[Lack, ...], list[Indicator]] = {}
    dropped: list[Indicator] = []
    refused: dict[Kind, bool] = {}  # and whether an old province has one
    known: list[Fact] = []
    left: list[Fact] = []  # what proves the time of a note that tells of nothing else
    for fact, _ in rows:
        indicator = past.indicators[fact.indicator]
        have = past.facts(indicator.id, members, period)
        if _compared(fact, period, members, places, past) is not None:
            added.append(indicator)
        elif lack := _lack_of_sum(indicator, members, period, have, past):
            lacks.setdefault(lack.lacks, []).append(indicator)
            known += (*have, *lack.instead)
        elif indicator.kind is Kind.RATE and past.tells_of(indicator.id, members, period):
            dropped.append(indicator)
            names = (indicator.id, *(indicator.rate_of or ()))
            left += (one for name in names for one in past.facts(name, members, period))
        elif indicator.is_additive and have and not adds_over_places(indicator):
            dropped.append(indicator)
            known += have
        elif indicator.kind in (Kind.SCORE, Kind.RANK):
            stated = past.leaves_out(fact, period)
            refused[indicator.kind] = bool(have) or stated or refused.get(indicator.kind, False)
            left += (*have, fact) if stated else have
        elif past.leaves_out(fact, period):
            dropped.append(indicator)
            left.append(fact)
    return MergerNote(
        place,
        (period,),
        members,
        tuple(added),
        tuple(Gap(tuple(named), told) for told, named in lacks.items()),
        tuple(known) if added or known else tuple(dict.fromkeys(left)),
        tuple(dropped),
        tuple(refused) if added or lacks or dropped or any(refused.values()) else (),
    )


def _lack_of_sum(
    indicator: Indicator,
    members: Sequence[Place],
    period: Period,
    have: Sequence[Fact],
    past: Past,
) -> Lacking | None:
    """Return why old provinces were not added up and compared, None where no sum is asked for.

    Some have no figure, or only figures by level; or all have one, too rounded to tell a rise
    from a fall.
    """
    if not adds_over_places(indicator):
        return None
    if len(have) == len(members):
        coarse = any(fact.approx is not None or is_worded(fact) for fact in have)
        return too_coarse(have, members) if coarse and len(members) > 1 else None
    by_level = any((indicator.id, one.slug, period) in past.levels for one in members)
    return past.lacking(indicator.id, members, period) if have or by_level else None


def place_notes(
    scope: Scope,
    table: Places,
    facts: Iterable[Fact],
    old: Iterable[Fact],
    cut: Iterable[Fact] = (),
) -> tuple[PlaceNote, ...]:
    """Return a note for each place of the report that has another name or area on its day.

    ``facts`` are those of the report, ``old`` those of an area before the merger; a place
    that has others, too, needs its note beside the figures. ``cut`` are those of a time
    within which their place ended.
    """
    of_old = {fact.id for fact in old}
    told = tuple(facts)
    smaller = {fact.place for fact in told if fact.id in of_old}
    smaller -= {fact.place for fact in told if fact.id not in of_old}
    times: dict[str, set[Period]] = {}
    for fact in cut:
        times.setdefault(fact.place, set()).add(fact.period)
    found = []
    for place in scope.places:
        slug = place.merged_into or place.renamed_to
        heir = table.get(slug) if slug else None
        if place.slug in smaller:
            grown = table.grown_on(place.slug) or table.merger_date
            found.append(PlaceNote(place, place, grown, merged=True))
        elif heir is not None and not table.exists(place, scope.issued):
            merged = place.merged_into is not None
            own = tuple(sorted(times.get(place.slug, ()), key=age))
            found.append(PlaceNote(place, heir, table.ended(place), merged=merged, cut=own))
    return tuple(found)
