"""Where each figure of a report stands: the country, the others, the target, the rank.

Stated rules: figures of one indicator, sense and period only; no target beside what
one person alone says; an average or rank of three
places or more, and of twelve at most (of more a chart says it better); a rank only where
the language data say which way is better; a share of the country only of what is counted
once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.catalogue import Indicator, Kind, Place
from generator.catalogue.targets import Target, target_of
from generator.facts.comparing import same_field
from generator.facts.derived import computed
from generator.facts.standing import (
    average,
    gap,
    gap_to_average,
    gap_to_target,
    is_tied,
    rank_among,
    share_of_nation,
)
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.bases import Rules
from generator.report.labels import labelled
from generator.report.measures import Standing, UnlikeRank
from generator.report.wording import Wording, short_act
from generator.vi.printing import number, period_name

MOST = 12
"""Of more places neither average nor rank is told in words."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What figures of one report are set against."""

    by_time: Mapping[tuple[str, Period], tuple[Fact, ...]]
    places: Mapping[str, Place]
    indicators: Mapping[str, Indicator]
    targets: Sequence[Target]
    wording: Wording

    @classmethod
    def of(
        cls,
        facts: Iterable[Fact],
        places: Mapping[str, Place],
        indicators: Mapping[str, Indicator],
        targets: Sequence[Target],
        wording: Wording,
    ) -> Ground:
        """Sort the figures of whole places by measure and time."""
        found: dict[tuple[str, Period], list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.level is None:
                found[fact.indicator, fact.period].append(fact)
        by_time = {key: tuple(group) for key, group in found.items()}
        return cls(by_time, places, indicators, targets, wording)

    def beside(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the figures of the same measure, sense and time, the fact's own too."""
        group = self.by_time.get((fact.indicator, fact.period), ())
        return tuple(one for one in group if self.wording.alike(one, fact))


def standings(facts: Iterable[Fact], ground: Ground) -> tuple[Standing, ...]:
    """Return where the figures stand that have anything to compare with.

    In the order of the places, then of the catalogue.
    """
    order = {slug: rank for rank, slug in enumerate(ground.places)}
    known = [
        fact
        for fact in facts
        if fact.place in order and fact.level is None and not ground.wording.teller(fact)
    ]
    ordered = sorted(known, key=lambda f: (order[f.place], ground.indicators[f.indicator].order))
    found = (_standing(fact, ground) for fact in ordered)
    return tuple(one for one in found if one.says_something)


def unlike_ranks(
    facts: Iterable[Fact], chosen: Iterable[Fact], ground: Ground, rules: Rules
) -> tuple[UnlikeRank, ...]:
    """Return the ranks whose base of the config is one among another number of places.

    ``chosen`` are the facts of all places and times.
    """
    known = tuple(chosen)
    found = []
    for fact in facts:
        indicator = ground.indicators[fact.indicator]
        if indicator.kind is Kind.RANK and fact.place in ground.places and fact.level is None:
            unlike = (one for one in rules.bases(fact, known) if not same_field(one, fact))
            told = [one for one in unlike if fact.total is not None and one.total is not None]
            found += [UnlikeRank(ground.places[fact.place], indicator, fact, one) for one in told]
    return tuple(found)


def _standing(fact: Fact, ground: Ground) -> Standing:
    """Return all that one figure can be compared with."""
    indicator, place = ground.indicators[fact.indicator], ground.places[fact.place]
    name = f"{indicator.label}, {place.listed}, {period_name(fact.period)}"
    beside = ground.beside(fact)
    others = [one for one in beside if one.place != NATION]
    few = others if len(others) <= MOST else []
    nation = next((one for one in beside if one.place == NATION and one != fact), None)
    country = (ground.wording.mean(nation) if nation else "") or "cả nước"
    target = target_of(fact, ground.targets)
    to_target = gap_to_target(fact, target, indicator) if target else None
    mean = average(few, indicator) if fact in few else None
    ranked = _ranked(fact, few, indicator, ground)
    return Standing(
        place,
        indicator,
        fact,
        nation,
        labelled(gap(fact, nation, indicator), f"{name}: so với {country}") if nation else None,
        labelled(mean, f"{indicator.label}, {period_name(fact.period)}: bình quân giản đơn"),
        labelled(gap_to_average(fact, mean, indicator), f"{name}: so với bình quân")
        if mean
        else None,
        target,
        _goal(target, fact) if target and to_target else None,
        labelled(to_target, f"{name}: so với mục tiêu của {short_act(target.act)}")
        if target
        else None,
        labelled(ranked[0], f"{name}: thứ tự (số địa phương có kết quả tốt hơn cộng một)")
        if ranked
        else None,
        labelled(ranked[1], f"{name}: số địa phương có số liệu") if ranked else None,
        labelled(share_of_nation(fact, nation, indicator), f"{name}: tỷ trọng so với cả nước")
        if nation
        else None,
        ranked is not None and is_tied(fact, few),
    )


def _ranked(
    fact: Fact, others: Sequence[Fact], indicator: Indicator, ground: Ground
) -> tuple[Figure, Figure] | None:
    """Return rank and number of places, None where neither way is the better one."""
    better: dict[str, Literal["up", "down"]] = {"up": "up", "down": "down"}
    way = better.get(ground.wording.default(indicator.id).good)
    return rank_among(fact, others, indicator, way) if way else None


def _goal(target: Target, fact: Fact) -> Figure:
    """Return the value of a target as a figure, with the act that set it as its name."""
    text = number(target.value)
    return computed(target.value, fact.unit, (fact,), f"{text} = {text}", label=target.act)
