"""Where each figure of a report stands: the country, the others, the target, the rank.

Stated rules: figures of one indicator, sense and period only; no target beside what
one person alone says; an average or rank of three places or more of one kind, provinces or
central bodies, none of them a part of another (a province beside the one that it went into);
of more than twelve the average stands for itself, and no figure is told to be above or below it;
a rank only where the language data say which way is better; a share of the country only of what
is counted once. A rate that the report computed of two counts stands as a printed one would.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.catalogue import Indicator, Kind, Place
from generator.catalogue.targets import Target, target_of
from generator.facts.comparing import same_field
from generator.facts.derived import computed
from generator.facts.standing import (
    average,
    counted,
    gap,
    gap_to_average,
    gap_to_target,
    is_of_bodies,
    is_tied,
    rank_among,
    share_of_nation,
    without_parts,
)
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.bases import Rules
from generator.report.labels import labelled, unit_of
from generator.report.measures import MOST_ABREAST, DerivedRate, Standing, UnlikeRank
from generator.report.rates import standing_in
from generator.report.wording import Wording, short_act
from generator.vi.printing import number, period_name


def _own_area(fact: Fact) -> frozenset[str]:
    """Return the place of a figure alone."""
    return frozenset({fact.place})


def _is_whole(_fact: Fact) -> bool:
    """Tell of no figure that its place ended within its time."""
    return False


@dataclass(frozen=True, slots=True)
class Ground:
    """What figures of one report are set against; ``rates`` by the facts that stand in for them.

    ``parts`` are the ids of figures whose area is a part of another's of the same time,
    ``cut`` those of places that ended within it, which no figure of the whole time is like.
    """

    by_time: Mapping[tuple[str, Period], tuple[Fact, ...]]
    places: Mapping[str, Place]
    indicators: Mapping[str, Indicator]
    targets: Sequence[Target]
    wording: Wording
    rates: Mapping[str, DerivedRate] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    cut: frozenset[str] = frozenset()
    of_bodies: Mapping[tuple[str, Period], tuple[Fact, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        facts: Iterable[Fact],
        places: Mapping[str, Place],
        indicators: Mapping[str, Indicator],
        targets: Sequence[Target],
        wording: Wording,
        rates: Iterable[DerivedRate] = (),
        area: Callable[[Fact], frozenset[str]] = _own_area,
        cut_short: Callable[[Fact], bool] = _is_whole,
    ) -> Ground:
        """Sort the figures of whole places by measure and time, computed rates with them.

        ``area`` returns the old provinces, or bodies, that a figure is of, ``cut_short`` whether
        its place ended within its time.
        """
        found: dict[tuple[str, Period], list[Fact]] = defaultdict(list)
        standing = [(standing_in(one), one) for one in rates]
        for fact in (*facts, *(fact for fact, _ in standing)):
            if fact.level is None:
                found[fact.indicator, fact.period].append(fact)
        by_time = {key: tuple(group) for key, group in found.items()}
        made = {fact.id: one for fact, one in standing}
        whole = (one.id for group in by_time.values() for one in without_parts(group, area))
        parts = {fact.id for group in by_time.values() for fact in group}.difference(whole)
        cut = frozenset(one.id for group in by_time.values() for one in group if cut_short(one))
        parts_known = frozenset(parts)
        bodies = _of_bodies(facts)
        return cls(by_time, places, indicators, targets, wording, made, parts_known, cut, bodies)

    @property
    def made(self) -> Mapping[str, Figure]:
        """Return the computed rates by the ids of the facts that stand in for them."""
        return {name: one.rate for name, one in self.rates.items()}

    def is_kin(self, one: Fact, other: Fact) -> bool:
        """Tell whether two figures are both of provinces or both of central bodies.

        None of either that is a part of another that has the figure, or ended within its time.
        """
        slugs = (one.place, other.place)
        if (self.parts | self.cut) & {one.id, other.id}:
            return False
        kinds = [self.places[slug].is_body for slug in slugs if slug in self.places]
        return NATION not in slugs and len(kinds) == len(slugs) and kinds[0] == kinds[1]

    def beside(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the figures of the same measure, sense and time, the fact's own too."""
        if fact.id in self.cut:
            return (fact,)
        group = self.by_time.get((fact.indicator, fact.period), ())
        return tuple(one for one in group if self.wording.alike(one, fact))

    def country(self, fact: Fact) -> Fact | None:
        """Return the country's figure that one is set against; for a ministry that of all of them.

        A count is a part of the whole country's alone.
        """
        body = fact.place in self.places and self.places[fact.place].is_body
        own = self.of_bodies.get((fact.indicator, fact.period), ()) if body else ()
        if own and self.indicators[fact.indicator].is_measured:
            return next((one for one in own if self.wording.alike(one, fact)), None)
        beside = self.beside(fact)
        return next((one for one in beside if one.place == NATION and one != fact), None)


def _of_bodies(facts: Iterable[Fact]) -> dict[tuple[str, Period], tuple[Fact, ...]]:
    """Return what the country's ministries have together, by measure and time."""
    found: dict[tuple[str, Period], tuple[Fact, ...]] = {}
    for fact in facts:
        if is_of_bodies(fact):
            known = found.get((fact.indicator, fact.period), ())
            found[fact.indicator, fact.period] = (*known, fact)
    return found


def standings(
    facts: Iterable[Fact], ground: Ground, rates: Iterable[DerivedRate] = ()
) -> tuple[Standing, ...]:
    """Return where the figures and computed rates stand that have anything to compare with.

    In the order of the places, then of the catalogue.
    """
    order = {slug: rank for rank, slug in enumerate(ground.places)}
    told = [fact for fact in facts if not ground.wording.teller(fact)]
    told += [standing_in(one) for one in rates if not ground.wording.tellers((one.part, one.whole))]
    known = [fact for fact in told if fact.place in order and fact.level is None]
    ordered = sorted(known, key=lambda f: (order[f.place], ground.indicators[f.indicator].order))
    found = (_standing(fact, ground) for fact in ordered)
    return tuple(one for one in found if one.says_something)


def unlike_ranks(
    facts: Iterable[Fact], chosen: Iterable[Fact], ground: Ground, rules: Rules
) -> tuple[UnlikeRank, ...]:
    """Return the ranks whose base of the config is one among another number of places.

    ``chosen`` are the facts of all places and times. A place that bore another name then
    (Huế) had its rank under that one.
    """
    known = tuple(chosen)
    older = {one.renamed_to: one.slug for one in rules.table if one.renamed_to}
    found = []
    for fact in facts:
        indicator = ground.indicators[fact.indicator]
        if indicator.kind is Kind.RANK and fact.place in ground.places and fact.level is None:
            lives = (fact, replace(fact, place=older.get(fact.place, fact.place)))
            bases = dict.fromkeys(base for life in lives for base in rules.bases(life, known))
            unlike = (one for one in bases if not same_field(one, fact))
            told = [one for one in unlike if fact.total is not None and one.total is not None]
            found += [UnlikeRank(ground.places[fact.place], indicator, fact, one) for one in told]
    return tuple(found)


def _standing(fact: Fact, ground: Ground) -> Standing:
    """Return all that one figure can be compared with; ``fact`` may stand in for a rate."""
    indicator, made = ground.indicators[fact.indicator], ground.made
    name = _name(fact, ground)
    beside = ground.beside(fact)
    others = [one for one in beside if ground.is_kin(one, fact)]
    nation = ground.country(fact)
    country = (ground.wording.mean(nation) if nation else "") or "cả nước"
    target = target_of(fact, ground.targets)
    to_target = gap_to_target(fact, target, indicator, made) if target else None
    mean, to_mean = _mean(fact, others, indicator, ground)
    ranked = _ranked(fact, others, indicator, ground)
    rate = ground.rates.get(fact.id)
    own = rate.part if rate else fact
    return Standing(
        ground.places[fact.place],
        indicator,
        own,
        nation if nation and nation.id not in made else None,
        labelled(gap(fact, nation, indicator, made), f"{name}: so với {country}")
        if nation
        else None,
        mean,
        to_mean,
        target,
        _goal(target, indicator, rate.rate.inputs if rate else (fact,))
        if target and to_target
        else None,
        labelled(to_target, f"{name}: so với mục tiêu của {short_act(target.act)}")
        if target
        else None,
        ranked,
        _number(others, indicator, ground) if mean or ranked else None,
        labelled(share_of_nation(fact, nation, indicator), f"{name}: tỷ trọng so với cả nước")
        if nation
        else None,
        ranked is not None and is_tied(fact, others, made),
        rate=rate.rate if rate else None,
        nation_rate=made.get(nation.id) if nation else None,
    )


def _name(fact: Fact, ground: Ground) -> str:
    """Name a figure in the labels of what is computed of it."""
    place, indicator = ground.places[fact.place], ground.indicators[fact.indicator]
    return f"{indicator.label}, {place.listed}, {period_name(fact.period)}"


def _mean(
    fact: Fact, others: Sequence[Fact], indicator: Indicator, ground: Ground
) -> tuple[Figure | None, Figure | None]:
    """Return the average of the places and how far a figure is above it, among a few alone."""
    found = average(others, indicator, ground.made) if fact in others else None
    if found is None:
        return (None, None)
    when, unit = period_name(fact.period), unit_of(ground.places[fact.place])
    of = f"bình quân giản đơn của các {unit} có số liệu"
    mean = replace(found, label=f"{indicator.label}, {when}: {of}")
    if len(others) > MOST_ABREAST:
        return (mean, None)
    apart = gap_to_average(fact, mean, indicator, others, ground.made)
    return (mean, labelled(apart, f"{_name(fact, ground)}: so với bình quân giản đơn"))


def _number(others: Sequence[Fact], indicator: Indicator, ground: Ground) -> Figure:
    """Return how many places have the figure."""
    unit = unit_of(ground.places[others[0].place])
    label = f"{indicator.label}, {period_name(others[0].period)}: số {unit} có số liệu"
    return replace(counted(others, ground.made, unit), label=label)


def _ranked(
    fact: Fact, others: Sequence[Fact], indicator: Indicator, ground: Ground
) -> Figure | None:
    """Return the rank of a figure, none where neither way is the better one."""
    better: dict[str, Literal["up", "down"]] = {"up": "up", "down": "down"}
    way = better.get(ground.wording.default(indicator.id).good)
    unit = unit_of(ground.places[fact.place])
    found = rank_among(fact, others, indicator, way, ground.made, unit) if way else None
    if found is None:
        return None
    return labelled(found[0], f"{_name(fact, ground)}: thứ tự trong các {unit} có số liệu")


def _goal(target: Target, indicator: Indicator, facts: Sequence[Fact]) -> Figure:
    """Return the value of a target as a figure, with the act that set it as its name."""
    text = number(target.value)
    return computed(target.value, indicator.unit, facts, f"{text} = {text}", label=target.act)
