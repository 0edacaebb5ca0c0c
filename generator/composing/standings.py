"""What templates ask about where figures stand: behind which sentence it is told."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from types import MappingProxyType

from generator.catalogue import Place
from generator.composing.announcing import facts_of
from generator.composing.noting import unprinted_places
from generator.model.figure import Figure
from generator.model.statement import Statement
from generator.report.measures import (
    MOST_ABREAST,
    Highlight,
    HighlightKind,
    Measured,
    Standing,
)
from generator.report.model import (
    Change,
    Claim,
    Passage,
    Peers,
    PlaceGroup,
    PlaceTable,
    ReportModel,
    Trend,
)
from generator.report.peers import figure_of

LEAST_ROWS = 3
"""Of a table of places, whose figures sentences have told."""

FEW = 5
"""Of so many places at most one sentence tells where each of them stands."""

AT_ENDS = 3
"""Of a long order so many places are told at each end, with those that share the last standing."""


MOST_OPENING = 9
"""Of what stands out the opening of a report tells so many at most, the chapters all of it."""

LEAST_GOOD = 2
"""So many of them are no bad news, where there are so many."""


class StandingArranger:
    """Answers the templates' questions about where figures stand."""

    _apart: Mapping[str, bool] = MappingProxyType({})

    def side_by_side(self, model: ReportModel) -> tuple[Peers, ...]:
        """Return the places that the document tells of side by side, and remember them.

        What is told there is not told again in the section of each: of few places nothing but
        targets, of more no average.
        """
        self._apart = {
            one.fact.id: len(group.standings) <= FEW
            for group in model.peers
            for one in group.standings
        }
        return model.peers

    def standings_of(self, group: PlaceGroup, model: ReportModel) -> tuple[Standing, ...]:
        """Return where the figures of one group of a place stand, as far as told there."""
        found = (
            self._own(one)
            for one in model.measured.standings
            if one.place.slug == group.place.slug and one.indicator.group == group.group.id
        )
        return tuple(one for one in found if one.says_something)

    def _own(self, one: Standing) -> Standing:
        """Return where a figure stands without what is told of all places side by side."""
        is_few = self._apart.get(one.fact.id)
        if is_few is None:
            return one
        alone = replace(one, mean=None, to_mean=None)
        if not is_few:
            return alone
        none = replace(alone, rank=None, among=None, tied=False)
        return replace(none, nation=None, to_nation=None, nation_rate=None)

    def is_one_measure(self, claims: Sequence[Claim]) -> bool:
        """Tell whether claims are of one indicator, each a plain figure without more words."""
        first = claims[0]
        return len(claims) > 1 and all(
            one.indicator == first.indicator
            and not (one.parts or one.levels or one.rate or one.fact.level or one.fact.total)
            for one in claims
        )

    def is_retold(self, table: PlaceTable, printed: Container[str]) -> bool:
        """Tell whether a table has few rows, and the sentences before have told every figure."""
        shown = (fact.id for row in table.cells for fact in row if fact is not None)
        names = (table.rates[one].id if one in table.rates else one for one in shown)
        return len(table.cells) < LEAST_ROWS and all(name in printed for name in names)

    def is_tabled(self, place: Place, model: ReportModel) -> bool:
        """Tell whether the tables of many places tell all that there is of one.

        Of more places than a chart has: every figure stands in their table, and no change but
        those that are told of many places together; nothing is said of the place in words.
        """
        if model.place_table is None or len(model.place_table.places) <= MOST_ABREAST:
            return False
        said = (*model.achievements, *model.models)
        groups = [one for own in model.places if own.place == place for one in own.groups]
        if any(one.place == place for one in said) or _has_own(model.measured, place):
            return False
        shown = {fact.id for fact in model.place_table.facts}
        together = {change.ends for one in model.movers for change in one.changes}
        return all(_told_in(one.passages) <= shown and _is_plain(one, together) for one in groups)

    def by_time(self, items: Sequence[Change]) -> tuple[tuple[Change, ...], ...]:
        """Group changes of one place over the same two times; of one figure alone all of it."""
        found: dict[tuple[object, ...], list[Change]] = {}
        for one in items:
            key = (one.place.slug, one.current.period, one.previous.period)
            found.setdefault(key, []).append(one)
        groups: dict[tuple[object, ...], list[Change]] = {}
        for times, own in found.items():
            groups.setdefault(times if len(own) > 1 else (own[0].current.id,), []).extend(own)
        return tuple(tuple(own) for own in groups.values())

    def heeded(self, model: ReportModel) -> tuple[tuple[Highlight, ...], ...]:
        """Return all that needs attention, place by place."""
        found: dict[str, list[Highlight]] = {}
        for one in model.measured.heeded:
            found.setdefault(one.place.slug if one.place else "", []).append(one)
        return tuple(tuple(own) for own in found.values())

    def unprinted_places(
        self, model: ReportModel, figures: Iterable[Figure], statements: Iterable[Statement]
    ) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """Return the places that nothing printed is of: those with figures, those without."""
        return unprinted_places(model, figures, statements)

    def opening_points(self, model: ReportModel) -> tuple[Highlight, ...]:
        """Return what stands out that a leader reads first, bad news last."""
        return first_of(model.measured.highlights)

    def above(self, group: Peers) -> tuple[Standing, ...]:
        """Return the places whose figure is more than the country's."""
        return tuple(one for one in group.standings if one.to_nation and one.to_nation.value > 0)

    def below(self, group: Peers) -> tuple[Standing, ...]:
        """Return the places whose figure is less than the country's."""
        return tuple(one for one in group.standings if one.to_nation and one.to_nation.value < 0)

    def ends_of(self, group: Peers) -> tuple[tuple[Standing, ...], ...]:
        """Return places that share a value together: the most, those between, the least.

        Of more than a few the ones between are left to table and chart.
        """
        levels = group.levels
        ordered = levels[::-1] if figure_of(levels[0][0]).value < _last(levels) else levels
        if len(group.standings) <= FEW:
            return ordered
        return (ordered[0], ordered[-1]) if len(ordered) > 1 else ordered

    def ends_of_many(self, group: Peers) -> tuple[tuple[tuple[Standing, ...], ...], ...]:
        """Return the first and the last places of a long order, the most and the least first.

        Each in levels of places that share a value, the outermost first.
        """
        levels = group.levels
        ordered = levels[::-1] if figure_of(levels[0][0]).value < _last(levels) else levels
        first = _outermost(ordered)
        last = _outermost(ordered[len(first) :][::-1])
        return (first, last) if last else (first,)

    def standings_in(
        self, passage: Passage, group: PlaceGroup, model: ReportModel
    ) -> tuple[Standing, ...]:
        """Return where the figures stand that a passage of a group tells, those alone."""
        return _about(self.standings_of(group, model), _told_in((passage,)))

    def standings_of_trend(
        self, trend: Trend, group: PlaceGroup, model: ReportModel
    ) -> tuple[Standing, ...]:
        """Return where the newest figure of a trend stands, unless a passage told it before."""
        told = _told_in(group.passages)
        return _about(self.standings_of(group, model), {trend.facts[-1].id} - told)

    def standings_apart(self, group: PlaceGroup, model: ReportModel) -> tuple[Standing, ...]:
        """Return where the other figures of a group stand."""
        told = _told_in(group.passages) | {trend.facts[-1].id for trend in group.trends}
        items = self.standings_of(group, model)
        behind = _about(items, told)
        return tuple(one for one in items if one not in behind)

    def goals_in(self, passage: Passage, model: ReportModel) -> tuple[Standing, ...]:
        """Return where the figures of a passage stand against goals that stand out.

        A goal stands out with a figure; others of the passage that miss it are told with it.
        """
        told = _about(model.measured.standings, _told_in((passage,)))
        items = [one for one in told if one.to_target]
        shown = {one.fact.id for one in model.measured.highlights if one.standing and one.fact}
        goals = [_goal(one) for one in items if one.fact.id in shown]
        return tuple(one for one in items if _goal(one) in goals)

    def share_a_goal(self, items: Sequence[Standing]) -> bool:
        """Tell whether figures of one time are set against one goal that none reaches.

        One goal: the same act, bound, value and day, and nothing else to stand against.
        """
        goals = {_goal(one) for one in items if one.target and one.to_target and not one.is_met}
        alone = all(one.figures == (one.to_target,) and not one.is_met for one in items)
        return alone and len(goals) == 1 and len({one.fact.period for one in items}) == 1


def _is_plain(group: PlaceGroup, together: Container[object]) -> bool:
    """Tell whether a group has figures alone, and no change of a count but those of many places."""
    tables = (*group.level_tables, *group.date_tables, *group.level_sums)
    drawn = [one for one in group.drawings if one.subject != "trend"]
    counts = (*group.comparisons, *group.others)
    known = all((one.later, one.earlier.period) in together for one in counts)
    return known and not (tables or drawn)


def _has_own(measured: Measured, place: Place) -> bool:
    """Tell whether a place has figures or notes that no table of many places has."""
    own = {one.place.slug for one in measured.merged} | {one.place.slug for one in measured.sums}
    own |= {one.place.slug for one in measured.rates}
    own |= {one.place.slug for one in measured.merger_notes}
    own |= {one.place.slug for one in measured.unlike_ranks}
    own |= {one.place.slug for one in measured.unlike_times}
    own |= {one.place.slug for one in measured.standings if one.to_target is not None}
    return place.slug in own


def first_of(found: Sequence[Highlight], most: int = MOST_OPENING) -> tuple[Highlight, ...]:
    """Return the first of what stands out by its rules: good news, then bad, then contradictions.

    Of too much good news is given up before bad, but for the first; contradictions never.
    """
    grave = [one for one in found if one.kind is HighlightKind.CONTRADICTION]
    bad = [one for one in found if one.good is False and one not in grave]
    good = [one for one in found if one.good is not False]
    left = most - len(grave)
    told = _uncut(good, max(left - len(bad), LEAST_GOOD))
    return (*told, *_uncut(bad, left - len(told)), *grave)


def _uncut(found: Sequence[Highlight], most: int) -> tuple[Highlight, ...]:
    """Return the first of some highlights; those of one size are all told, or none would stand."""
    end = max(most, 0)
    while 0 < end < len(found) and _ties(found[end - 1], found[end]):
        end += 1
    return tuple(found[:end])


def _ties(one: Highlight, other: Highlight) -> bool:
    """Tell whether two places stand out in one kind by the same size."""
    if one.difference is None or other.difference is None:
        return False
    same = (one.kind, one.indicator) == (other.kind, other.indicator)
    return same and one.difference.value == other.difference.value


def _outermost(levels: Sequence[tuple[Standing, ...]]) -> tuple[tuple[Standing, ...], ...]:
    """Return levels until they have as many places as are told at an end, one level at least."""
    counts = accumulate(map(len, levels), initial=0)
    return tuple(own for own, before in zip(levels, counts, strict=False) if before < AT_ENDS)


def _last(levels: Sequence[Sequence[Standing]]) -> Decimal:
    """Return the value of the last of places in their order."""
    return figure_of(levels[-1][0]).value


def _told_in(passages: Iterable[Passage]) -> set[str]:
    """Return the ids of the facts that passages tell."""
    return {fact.id for one in passages for claim in one.claims for fact in facts_of(claim)}


def _about(items: Sequence[Standing], told: set[str]) -> tuple[Standing, ...]:
    """Return where the figures stand that are told; a rate of two counts is told elsewhere."""
    return tuple(one for one in items if one.fact.id in told and not one.rate)


def _goal(one: Standing) -> tuple[object, ...]:
    """Return what goal a figure is set against: act, bound, value and day."""
    goal = one.target
    return (goal.act, goal.bound, goal.value, goal.until) if goal else ()
