"""What templates ask about where figures stand: behind which sentence it is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.composing.announcing import facts_of
from generator.report.measures import Standing
from generator.report.model import Passage, PlaceGroup, ReportModel, Trend


class StandingArranger:
    """Answers the templates' questions about where figures stand."""

    def standings_of(self, group: PlaceGroup, model: ReportModel) -> tuple[Standing, ...]:
        """Return where the figures of one group of a place stand."""
        return tuple(
            one
            for one in model.measured.standings
            if one.place.slug == group.place.slug and one.indicator.group == group.group.id
        )

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
