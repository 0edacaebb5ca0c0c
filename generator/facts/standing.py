"""Where a figure stands at one time: against the country, the others, its target.

Every function returns None where the comparison would not mean anything: another
indicator, period, level or scale, a count against a rate, two figures that are both
approximate. Differences are exact; only what is printed is rounded, once, half up.

A rate that the report computed stands where a printed one would: a fact stands in for it,
with its indicator, place and time, and ``made`` gives the figure itself, by the id of that fact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal

from generator.catalogue import Indicator, Kind
from generator.catalogue.targets import Target
from generator.facts.comparing import same_scale
from generator.facts.derived import (
    PERCENT_DECIMALS,
    PLACES,
    POINTS,
    as_printed,
    computed,
    distance,
    expression,
    is_known,
    percentage_of,
    plain,
    printed_decimals,
)
from generator.facts.formula import result
from generator.facts.merging import adds_over_places
from generator.facts.precision import share_as_sure
from generator.facts.reservation import combined, is_apart, leaves_open, reversed_of
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.vi.printing import rounded, small_count

PROVINCES: Final = "địa phương"
BODIES: Final = "bộ, ngành"
"""What a number of places counts."""
OF_BODIES: Final = (BODIES, "cấp bộ")
"""The level of the country's figure that all ministries have together."""

LEAST: Final = 3
"""Of fewer places neither an average nor a rank says anything."""

Better = Literal["up", "down"]
Made = Mapping[str, Figure]

NONE_MADE: Final[Made] = MappingProxyType({})


def same_time(one: Fact, other: Fact) -> bool:
    """Tell whether two facts are of one indicator, level, period and scale."""
    return (one.indicator, one.level, one.period) == (
        other.indicator,
        other.level,
        other.period,
    ) and same_scale(one, other)


def is_of_bodies(fact: Fact) -> bool:
    """Tell whether a figure is that of all ministries together."""
    return fact.place == NATION and fact.level in OF_BODIES


def gap(one: Fact, other: Fact, indicator: Indicator, made: Made = NONE_MADE) -> Figure | None:
    """Return how far a rate or score of one place is above that of another.

    Negative where it is below; the gap of the two taken the other way round has the
    same size and the other sign. What all ministries have together is a whole that one of
    them may be set against.
    """
    if not indicator.is_measured or one.place == other.place:
        return None
    beside = replace(other, level=None) if is_of_bodies(other) else other
    if one.indicator != indicator.id or not same_time(one, beside):
        return None
    if one.approx is not None and other.approx is not None:
        return None
    if leaves_open(one, other.value) or leaves_open(other, one.value):
        return None
    ends = (_figure(one, made), _figure(other, made))
    return _known(_above(*ends, indicator), *ends)


def average(facts: Sequence[Fact], indicator: Indicator, made: Made = NONE_MADE) -> Figure | None:
    """Return the simple average of a rate or score over three or more places.

    Simple: each place counts alike, whatever its size. All facts are exact and of one
    period; each place has one. It is printed with the decimals of its inputs (``_decimals``).
    """
    if not indicator.is_measured or not _one_a_place(facts) or any(one.approx for one in facts):
        return None
    figures = [_figure(fact, made) for fact in facts]
    value = sum((one.value for one in figures), Decimal(0)) / len(figures)
    sign, digits = "%" if indicator.unit == "%" else "", _decimals(value, figures)
    formula = f"{_mean(figures)} {result(value, digits, sign)}"
    return computed(value, indicator.unit, _inputs(figures), formula, decimals=digits)


def _decimals(mean: Decimal, figures: Sequence[Figure]) -> int:
    """Return with how many decimals a mean is printed: as many as the input that has the most.

    One at least, but none behind which it is exact: of 92, 95 and 89 it is 92, of 92, 95 and 90
    it is 92,3. Of a computed rate two decimals count; more tell it from others.
    """
    digits = [(printed_decimals(one), bool(one.formula)) for one in figures]
    most = max(1, *(min(few, PERCENT_DECIMALS) if made else few for few, made in digits))
    return next((n for n in range(most) if rounded(mean, n) == mean), most)


def gap_to_average(
    fact: Fact,
    mean: Figure,
    indicator: Indicator,
    facts: Sequence[Fact] = (),
    made: Made = NONE_MADE,
) -> Figure | None:
    """Return how far a fact is above the average that it is part of.

    ``facts`` are those of the average, where they are not its inputs. None where the two are
    printed alike and are not the same.
    """
    figures = [_figure(one, made) for one in facts or mean.inputs]
    own = _figure(fact, made)
    if own not in figures:
        return None
    if as_printed(own) == as_printed(mean) and own.value != mean.value:
        return None
    value, formula, digits = distance(own, mean)
    inputs = tuple(dict.fromkeys((*own.inputs, *mean.inputs)))
    found = computed(value, _unit(indicator), inputs, formula, decimals=digits, between=(own, mean))
    return found if is_known(found) else None


def gap_to_target(
    fact: Fact, target: Target, indicator: Indicator, made: Made = NONE_MADE
) -> Figure | None:
    """Return how far a fact is above the value of a target that covers it.

    A rank that is worse than its target is below it, as "bậc" counts everywhere.
    None also where a reservation ("gần 90%") leaves open on which side it is.
    """
    if fact.indicator != indicator.id or not target.covers(fact):
        return None
    if leaves_open(fact, target.value):
        return None
    ends = (_figure(fact, made), Figure(target.id, target.value, fact.unit, ()))
    return _known(_above(*ends, indicator), *ends)


def without_parts(facts: Sequence[Fact], area: Callable[[Fact], frozenset[str]]) -> list[Fact]:
    """Return the figures of places whose area is no part of another's.

    Bắc Giang of the year 2025 is in Bắc Ninh, which it went into: the two never stand in one
    average or order. ``area`` returns the old provinces that a figure is of.
    """
    areas = [(fact, area(fact)) for fact in facts]
    return [fact for fact, own in areas if not any(own < other for _, other in areas)]


def is_tied(fact: Fact, facts: Sequence[Fact], made: Made = NONE_MADE) -> bool:
    """Tell whether another of the facts has the same value, so that both share a rank."""
    own = as_printed(_figure(fact, made))
    return any(one != fact and as_printed(_figure(one, made)) == own for one in facts)


def surely_apart(one: Fact, other: Fact, made: Made = NONE_MADE) -> bool:
    """Tell whether which of two is ahead is known: always of exact figures, equal ones too."""
    if one.approx is None and other.approx is None:
        return True
    ends = [(_figure(fact, made).value, fact.approx) for fact in (one, other)]
    (first, first_approx), (second, second_approx) = ends
    if first == second or leaves_open(one, second) or leaves_open(other, first):
        return False
    half = (first + second) / 2  # of two reserved figures each has to stay on its side
    between = half if first_approx and second_approx else None
    return is_apart(first, first_approx, between or second) and is_apart(
        second, second_approx, between or first
    )


def rank_among(
    fact: Fact,
    facts: Sequence[Fact],
    indicator: Indicator,
    better: Better,
    made: Made = NONE_MADE,
    unit: str = PROVINCES,
) -> tuple[Figure, Figure] | None:
    """Return the place of a fact among those that have the figure, and their number.

    ``better`` tells whether more or less comes first; facts of equal value share
    the better place, computed rates that are printed alike, too: 80,0002% is not ahead of 80%.
    ``unit`` is what the facts are of, provinces or central bodies, never both. None for fewer
    than three places and where a reservation leaves open which of two is ahead: "khoảng 92%" has
    a place among 95% and 89%, and takes its own from 92,3%. This is our own count: a rank that a
    source prints is a fact of its own.
    """
    if not indicator.is_measured or fact not in facts or not _one_a_place(facts):
        return None
    if not all(surely_apart(fact, one, made) for one in facts if one != fact):
        return None
    ordered = [_figure(one, made) for one in (fact, *(one for one in facts if one != fact))]
    own, *others = [as_printed(one) for one in ordered]
    place = sum(one > own if better == "up" else one < own for one in others) + 1
    inputs = _inputs(ordered)
    return (
        computed(Decimal(place), "hạng", inputs, place_formula(place, unit), decimals=0),
        counted(facts, made, unit),
    )


def counted(facts: Sequence[Fact], made: Made = NONE_MADE, unit: str = PROVINCES) -> Figure:
    """Return how many places have a figure."""
    inputs = _inputs([_figure(one, made) for one in facts])
    return computed(Decimal(len(facts)), unit, inputs, f"đếm các {unit} có số liệu", decimals=0)


def place_formula(place: int, unit: str) -> str:
    """Say how a place among others came about, as an officer counts: who is ahead of it."""
    ahead = small_count(Decimal(place - 1)) if place > 1 else "không có"
    return f"{ahead} {unit} có kết quả tốt hơn, xếp thứ {place}"


def share_of_nation(part: Fact, whole: Fact, indicator: Indicator) -> Figure | None:
    """Return what percentage of the country's count or amount is one place's.

    None where that rounds to nothing, or the two are rounded too much for it.
    """
    if not adds_over_places(indicator) or whole.place != NATION:
        return None
    if part.place == NATION or part.indicator != indicator.id:
        return None
    if (part.indicator, part.level, part.period) != (whole.indicator, whole.level, whole.period):
        return None
    if not 0 < whole.value >= part.value:
        return None
    ends = (plain(part), plain(whole))
    found = share_as_sure(percentage_of(*ends, short=True), *ends)
    return found if found and rounded(found.value, PERCENT_DECIMALS) else None


def _figure(fact: Fact, made: Made) -> Figure:
    """Return the figure of a fact: its own value, or the one that it stands in for."""
    return made.get(fact.id) or plain(fact)


def _inputs(figures: Sequence[Figure]) -> tuple[Fact, ...]:
    """Return the facts that figures rest on, each once, in order."""
    return tuple(dict.fromkeys(fact for one in figures for fact in one.inputs))


def _mean(figures: Sequence[Figure]) -> str:
    """Write an average out: "(92 + 95 + 89) / 3"."""
    return f"({' + '.join(expression(one) for one in figures)}) / {len(figures)}"


def _above(figure: Figure, base: Figure, indicator: Indicator) -> Figure:
    """Return how far a figure is above a base; a rank is above one that is a larger number."""
    ends = (base, figure) if indicator.kind is Kind.RANK else (figure, base)
    value, formula, digits = distance(*ends, telling=True)
    left = combined((ends[0].approx, reversed_of(ends[1].approx)))
    approx = reversed_of(left) if value < 0 else left
    inputs = _inputs((figure, base))
    return computed(
        value,
        _unit(indicator),
        inputs,
        formula,
        decimals=digits,
        approx=approx,
        between=(figure, base),
    )


def _known(found: Figure, *ends: Figure) -> Figure | None:
    """Return a distance where the ends that it lies between are known to differ by it."""
    return found if is_known(found, [(as_printed(one), one.approx) for one in ends]) else None


def _unit(indicator: Indicator) -> str:
    """Return the unit of a difference: points of a percentage, places of a rank."""
    if indicator.kind is Kind.RANK:
        return PLACES
    return POINTS if indicator.unit == "%" else indicator.unit


def _one_a_place(facts: Sequence[Fact]) -> bool:
    """Tell whether facts are of one measure and time, one for each of three places."""
    return (
        len({fact.place for fact in facts}) == len(facts) >= LEAST
        and all(same_time(facts[0], fact) for fact in facts[1:])
        and not any(fact.place == NATION for fact in facts)
    )
