"""Where a figure stands at one time: against the country, the others, its target.

Every function returns None where the comparison would not mean anything: another
indicator, period, level or scale, a count against a rate, two figures that are both
approximate. Differences are exact; only what is printed is rounded, once, half up.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, Literal

from generator.catalogue import Indicator, Kind
from generator.catalogue.targets import Target
from generator.facts.comparing import same_scale
from generator.facts.derived import (
    PERCENT_DECIMALS,
    PLACES,
    POINTS,
    computed,
    is_known,
    needed_decimals,
    percentage_of,
)
from generator.facts.formula import MINUS, joined_sum, result
from generator.facts.merging import adds_over_places
from generator.facts.reservation import combined, leaves_open, reversed_of
from generator.model.fact import NATION, Approx, Fact
from generator.model.figure import Figure
from generator.vi.printing import number, rounded

LEAST: Final = 3
"""Of fewer places neither an average nor a rank says anything."""

Better = Literal["up", "down"]

_MEASURED = (Kind.RATE, Kind.SCORE)


def same_time(one: Fact, other: Fact) -> bool:
    """Tell whether two facts are of one indicator, level, period and scale."""
    return (one.indicator, one.level, one.period) == (
        other.indicator,
        other.level,
        other.period,
    ) and same_scale(one, other)


def gap(one: Fact, other: Fact, indicator: Indicator) -> Figure | None:
    """Return how far a rate or score of one place is above that of another.

    Negative where it is below; the gap of the two taken the other way round has the
    same size and the other sign.
    """
    if indicator.kind not in _MEASURED or one.place == other.place:
        return None
    if one.indicator != indicator.id or not same_time(one, other):
        return None
    if one.approx is not None and other.approx is not None:
        return None
    if leaves_open(one, other.value) or leaves_open(other, one.value):
        return None
    found = _above(one, other.value, other.approx, (one, other), indicator)
    return (
        found if is_known(found, ((one.value, one.approx), (other.value, other.approx))) else None
    )


def average(facts: Sequence[Fact], indicator: Indicator) -> Figure | None:
    """Return the simple average of a rate or score over three or more places.

    Simple: each place counts alike, whatever its size. All facts are exact and of one
    period; each place has one.
    """
    if indicator.kind not in _MEASURED or not _one_a_place(facts):
        return None
    total = sum((fact.value for fact in facts), Decimal(0))
    value = total / len(facts)
    sign = "%" if indicator.unit == "%" else ""
    formula = (
        f"({joined_sum(fact.value for fact in facts)}) / {len(facts)}"
        f" {result(value, needed_decimals(value), sign)}"
    )
    return computed(value, indicator.unit, facts, formula, decimals=needed_decimals(value))


def gap_to_average(fact: Fact, mean: Figure, indicator: Indicator) -> Figure | None:
    """Return how far a fact is above the average that it is part of."""
    if fact not in mean.inputs:
        return None
    value = fact.value - mean.value
    facts = f"({joined_sum(one.value for one in mean.inputs)}) / {len(mean.inputs)}"
    digits = needed_decimals(value)
    formula = f"{number(fact.value)} {MINUS} {facts} {result(value, digits)}"
    inputs = (fact, *(one for one in mean.inputs if one != fact))
    found = computed(value, _unit(indicator), inputs, formula, decimals=digits)
    return found if is_known(found) else None


def gap_to_target(fact: Fact, target: Target, indicator: Indicator) -> Figure | None:
    """Return how far a fact is above the value of a target that covers it.

    None also where a reservation ("gần 90%") leaves open on which side it is.
    """
    if fact.indicator != indicator.id or not target.covers(fact):
        return None
    if leaves_open(fact, target.value):
        return None
    found = _above(fact, target.value, None, (fact,), indicator)
    return found if is_known(found, [(fact.value, fact.approx), (target.value, None)]) else None


def is_tied(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Tell whether another of the facts has the same value, so that both share a rank."""
    return any(one != fact and one.value == fact.value for one in facts)


def rank_among(
    fact: Fact, facts: Sequence[Fact], indicator: Indicator, better: Better
) -> tuple[Figure, Figure] | None:
    """Return the place of a fact among those that have the figure, and their number.

    ``better`` tells whether more or less comes first; facts of equal value share the
    better place. None for fewer than three places and for approximate figures. This
    is our own count: a rank that a source prints is a fact of its own.
    """
    if indicator.kind not in _MEASURED or fact not in facts or not _one_a_place(facts):
        return None
    ahead = [one for one in facts if _is_better(one, fact, better)]
    ordered = (fact, *(one for one in facts if one != fact))
    place = len(ahead) + 1
    ones = " + ".join("1" for _ in facts)
    rank = f"{len(ahead)} + 1 = {place}"
    return (
        computed(Decimal(place), "hạng", ordered, rank, decimals=0),
        computed(Decimal(len(facts)), "địa phương", ordered, f"{ones} = {len(facts)}", decimals=0),
    )


def share_of_nation(part: Fact, whole: Fact, indicator: Indicator) -> Figure | None:
    """Return what percentage of the country's count or amount is one place's.

    None where that rounds to nothing.
    """
    if not adds_over_places(indicator) or whole.place != NATION:
        return None
    if part.place == NATION or part.indicator != indicator.id:
        return None
    if (part.indicator, part.level, part.period) != (whole.indicator, whole.level, whole.period):
        return None
    if not 0 < whole.value >= part.value:
        return None
    found = percentage_of(
        Figure(part.id, part.value, part.unit, (part,), approx=part.approx),
        Figure(whole.id, whole.value, whole.unit, (whole,), approx=whole.approx),
        short=True,
    )
    return found if rounded(found.value, PERCENT_DECIMALS) else None


def _above(
    fact: Fact,
    base: Decimal,
    approx: Approx | None,
    inputs: Sequence[Fact],
    indicator: Indicator,
) -> Figure:
    """Return how far a fact is above a base."""
    value = fact.value - base
    formula = f"{number(fact.value)} {MINUS} {number(base)} {result(value)}"
    left = combined((fact.approx, reversed_of(approx)))
    kept = reversed_of(left) if value < 0 else left
    return computed(value, _unit(indicator), inputs, formula, approx=kept)


def _unit(indicator: Indicator) -> str:
    """Return the unit of a difference: points of a percentage, places of a rank."""
    if indicator.kind is Kind.RANK:
        return PLACES
    return POINTS if indicator.unit == "%" else indicator.unit


def _one_a_place(facts: Sequence[Fact]) -> bool:
    """Tell whether facts are exact, of one measure and time, one for each of three places."""
    return (
        len({fact.place for fact in facts}) == len(facts) >= LEAST
        and all(same_time(facts[0], fact) for fact in facts[1:])
        and not any(fact.approx for fact in facts)
        and not any(fact.place == NATION for fact in facts)
    )


def _is_better(one: Fact, other: Fact, better: Better) -> bool:
    """Tell whether one fact comes before another."""
    return one.value > other.value if better == "up" else one.value < other.value
