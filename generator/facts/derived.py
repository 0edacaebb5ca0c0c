"""Figures computed from facts, each with its formula and the facts it rests on.

Every function returns None where the computation would not mean anything: other
place, level or kind of period, a base of zero, a part that is missing. Values are
exact Decimals; ``decimals`` says to how many places they are printed, once, half up.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from generator.catalogue import Indicator, Kind
from generator.facts.comparing import (
    LAST_DAY_OF_DISTRICTS,
    comparable,
    same_field,
    same_scale,
)
from generator.facts.formula import ABOUT, EQUAL, MINUS, TIMES, joined_sum, quotient, result
from generator.facts.reservation import combined, is_apart, kept, leaves_open, reversed_of
from generator.model.fact import NATION, Approx, Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.vi.printing import number, rounded

PERCENT_DECIMALS = 2
MOST_DECIMALS = 9  # of a share that is next to nothing or next to all
POINTS = "điểm phần trăm"
PLACES = "bậc"
TIMES_UNIT = "lần"

_RESULT = re.compile(rf" [{EQUAL}{ABOUT}] ")
_HUNDRED = Decimal(100)
_ALL = 100
_DOUBLE = 2
_NONE_AND_ALL = (0, _ALL)
THREE_LEVELS = frozenset({"cap-tinh", "cap-huyen", "cap-xa"})
_TWO_LEVELS = frozenset({"cap-tinh", "cap-xa"})


def computed(
    value: Decimal,
    unit: str,
    inputs: Sequence[Fact],
    formula: str,
    *,
    decimals: int | None = None,
    approx: Approx | None = None,
    label: str = "",
    between: tuple[Figure, Figure] | None = None,
) -> Figure:
    """Return a computed figure; its id depends on formula, unit and inputs only.

    ``between`` are the two figures that it is the distance of.
    """
    parts = (formula, unit, *(fact.id for fact in inputs))
    digest = hashlib.blake2s("\x1f".join(parts).encode(), digest_size=5).hexdigest()
    return Figure(
        id=f"c{digest}",
        value=value,
        unit=unit,
        inputs=tuple(inputs),
        approx=kept(approx, value, decimals),
        formula=formula,
        label=label,
        decimals=decimals,
        is_off_print=between is not None and not agrees(value, decimals, *between),
    )


# ---------------------------------------------------------------- sums


def all_levels(period: Period) -> tuple[frozenset[str], ...]:
    """Return the sets of levels that make up a whole province in a period.

    Until 30 June 2025 province, district and commune; from 1 July 2025 province
    and commune. A period over that day needs all three.
    """
    first = period.start or period.end
    return (_TWO_LEVELS,) if first > LAST_DAY_OF_DISTRICTS else (THREE_LEVELS,)


def total_over_levels(facts: Sequence[Fact], indicator: Indicator) -> Figure | None:
    """Add the figures of all levels of one place and period.

    None where a level is missing or told twice, or where the indicator cannot be
    added (rates, scores, ranks); for the country, which has ministries beside its provinces.
    """
    if not indicator.is_additive or not _one_whole(facts, indicator.id):
        return None
    if facts[0].place == NATION:
        return None
    levels = [fact.level for fact in facts]
    known = frozenset(level for level in levels if level is not None)
    if len(levels) != len(known) or known not in all_levels(facts[0].period):
        return None
    return sum_of(facts)


def _one_whole(facts: Sequence[Fact], indicator: str) -> bool:
    """Tell whether facts are of one indicator, place and period."""
    keys = {(fact.indicator, fact.place, fact.period) for fact in facts}
    return len(keys) == 1 and facts[0].indicator == indicator


def sum_of(facts: Sequence[Fact]) -> Figure:
    """Add the values of facts that are known to add up."""
    total = sum((fact.value for fact in facts), Decimal(0))
    formula = f"{joined_sum(fact.value for fact in facts)} {result(total)}"
    approx = combined(fact.approx for fact in facts)
    return computed(total, facts[0].unit, facts, formula, approx=approx)


# ---------------------------------------------------------------- shares


def rate(part: Figure, whole: Figure) -> Figure | None:
    """Return what percentage of a whole a part is.

    None for a whole of zero, a part above its whole, other units, and figures of
    different places, levels or periods: what the province has on time is no share of what
    its communes resolved.
    """
    if whole.value <= 0 or part.value > whole.value or part.unit != whole.unit:
        return None
    inputs = tuple(dict.fromkeys((*part.inputs, *whole.inputs)))
    levels = [{fact.level for fact in one.inputs} for one in (part, whole)]
    if len({(fact.place, fact.period) for fact in inputs}) > 1 or levels[0] != levels[1]:
        return None
    return percentage_of(part, whole)


def percentage_of(part: Figure, whole: Figure, *, short: bool = False) -> Figure:
    """Return a part of a whole in percent; the two are known to go together.

    It is printed with two decimals, with no more than it needs where ``short``, with as many
    as tell it from nothing and from all; a sum is written out there, since it may stand
    nowhere else in the report.
    """
    inputs = tuple(dict.fromkeys((*part.inputs, *whole.inputs)))
    approx = combined((part.approx, reversed_of(whole.approx)))
    value = part.value / whole.value * _HUNDRED
    few = needed_decimals(value) if short else PERCENT_DECIMALS
    digits = _telling_decimals(value, few, _NONE_AND_ALL)
    ends = (_in_full(part), _in_full(whole)) if short else (part.value, whole.value)
    formula = f"{quotient(*ends)} {result(value, digits, '%')}"
    return computed(value, "%", inputs, formula, decimals=digits, approx=approx)


def _telling_decimals(value: Decimal, digits: int, round_ones: Collection[int]) -> int:
    """Return with how many decimals a figure is printed, so that it is no round one that it is not.

    99.999 of 100.000 are "99,999%": one late dossier is not none.
    """
    enough = (
        n
        for n in range(digits, MOST_DECIMALS)
        if value in round_ones or rounded(value, n) not in round_ones
    )
    return next(enough, digits)


def told_apart(figure: Figure, marks: Collection[Decimal]) -> Figure:
    """Return a computed percentage with as many decimals as tell it from what it is measured by.

    ``marks`` are the country's figure and the target: 94,996% beside a target of 95% is no
    "95,00%", and 97,998% beside a printed "97,998%" is all of that. Of other places it is not
    told by more than two decimals.
    """
    if figure.decimals is None or not figure.formula or figure.approx is not None:
        return figure
    value = figure.value
    others = set(marks) - {value}
    enough = (
        n
        for n in range(figure.decimals, MOST_DECIMALS + 1)
        if rounded(value, n) == value
        or (value not in marks and all(rounded(value, n) != rounded(one, n) for one in others))
    )
    return printed_with(figure, next(enough, figure.decimals))


def printed_with(figure: Figure, digits: int) -> Figure:
    """Return a computed percentage with a number of decimals, one of a source as it is.

    It has as many as what it is set against, so that both are told as far apart as they are; of
    rounded counts no more than it has.
    """
    if not figure.formula or figure.decimals is None or figure.decimals == digits:
        return figure
    if figure.approx is not None and digits > figure.decimals:
        return figure
    formula = f"{expression(figure)} {result(figure.value, digits, '%')}"
    return computed(
        figure.value,
        figure.unit,
        figure.inputs,
        formula,
        decimals=digits,
        approx=figure.approx,
        label=figure.label,
    )


def _in_full(figure: Figure) -> Decimal | str:
    """Return the value of a figure, in brackets the sum that it is the result of."""
    return f"({_RESULT.split(figure.formula)[0]})" if figure.formula else figure.value


def share_of_total(fact: Fact) -> Figure | None:
    """Return the percentage a/b of a fact "a/b"; None without b or with b of zero."""
    if fact.total is None or fact.total <= 0 or fact.value > fact.total:
        return None
    whole = Figure(fact.id, fact.total, fact.unit, (fact,))
    return percentage_of(plain(fact), whole)


def remainder(fact: Fact) -> Figure | None:
    """Return the count b - a that a fact "a/b" leaves open; None without b or above it."""
    if fact.total is None or fact.value > fact.total:
        return None
    value = fact.total - fact.value
    formula = f"{number(fact.total)} {MINUS} {number(fact.value)} {result(value)}"
    return computed(value, fact.unit, (fact,), formula, approx=reversed_of(fact.approx))


def total_over_parts(facts: Sequence[Fact]) -> Figure | None:
    """Add the counts of the parts of one whole, of one place and time.

    ``facts`` are of different indicators; None unless all share place, level, period
    and unit.
    """
    if len(facts) < 2 or len({fact.indicator for fact in facts}) != len(facts):
        return None
    if len({(fact.place, fact.level, fact.period, fact.unit) for fact in facts}) != 1:
        return None
    return sum_of(facts)


# ---------------------------------------------------------------- changes


def difference(earlier: Fact, later: Fact, indicator: Indicator) -> Figure | None:
    """Return the change from an earlier to a later fact, positive for growth.

    The unit is the indicator's own for counts, amounts and scores, "điểm phần
    trăm" for percentages, "bậc" for ranks. A rank is positive when it got better,
    which means a smaller number. The reservation is that of the size of the
    change. None where the facts cannot be compared, where both are approximate,
    and for targets.
    """
    if not _may_compare(earlier, later, indicator):
        return None
    return change_of(plain(earlier), plain(later), indicator)


def change_of(
    before: Figure, now: Figure, indicator: Indicator, *, summed: bool = False
) -> Figure | None:
    """Return the change between two figures that are known to compare.

    None where it would be told as none and is not known to be: "trên 90%" against 90 %,
    two rates that agree only as far as they are printed, 101 against "khoảng 100"; and of
    "dưới 5%" against 3 %, which may be a rise or a fall. What is ``summed`` of several counts is
    to be judged by those: the last digit of a sum tells nothing of how it was rounded.
    """
    ends = ((before, now), (now, before))
    plain = ((one.inputs, other) for one, other in ends if not one.formula)
    if any(leaves_open(fact, other.value) for facts, other in plain for fact in facts):
        return None
    if indicator.kind is Kind.RANK:
        first, second, unit = before, now, PLACES
    else:
        first, second = now, before
        unit = POINTS if indicator.unit == "%" else indicator.unit
    value, formula, digits = distance(first, second)
    approx = _of_change(value, first, second)
    inputs = (*before.inputs, *now.inputs)
    apart = (first, second)
    found = computed(value, unit, inputs, formula, decimals=digits, approx=approx, between=apart)
    printed = (
        (as_printed(one), None if summed and one.formula and value else one.approx)
        for one in (before, now)
    )
    return found if is_known(found, printed) else None


def as_printed(figure: Figure) -> Decimal:
    """Return the value of a figure as it is printed."""
    return figure.value if figure.decimals is None else rounded(figure.value, figure.decimals)


def is_known(distance: Figure, ends: Iterable[tuple[Decimal, Approx | None]] = ()) -> bool:
    """Tell whether a distance may be told.

    It may not where it rounds to zero and is not zero. ``ends`` are the values that it
    lies between, each with its reservation: none is equal to another that is approximate,
    and none is told where the reservation leaves open which one is larger.
    """
    both = tuple(ends)
    if distance.value == 0:
        return all(approx is None for _, approx in both)
    apart = all(
        is_apart(value, approx, other)
        for at, (value, approx) in enumerate(both)
        for rank, (other, _) in enumerate(both)
        if rank != at
    )
    return as_printed(distance) != 0 and apart


def distance(
    first: Figure, second: Figure, *, telling: bool = False
) -> tuple[Decimal, str, int | None]:
    """Return how far one figure is above another, how that is computed, its decimals.

    With as many decimals as tell it from none, where ``telling``.

    It is taken from the exact values and rounded once: 78,945% and 58,8241% that stand there as
    "78,95%" and "58,82%" are "20,12" apart. ``computed`` marks what a reader finds otherwise.
    """
    value = first.value - second.value
    digits = apart_by(value, first, second)
    digits = telling_decimals(value, digits) if telling else digits
    digits = _no_finer(value, digits, first, second)
    formula = f"{expression(first)} {MINUS} {expression(second)} {result(value, digits)}"
    return value, formula, digits


def _no_finer(value: Decimal, digits: int | None, *ends: Figure) -> int | None:
    """Return the decimals of a distance, no more than an end has that is "khoảng" what it is.

    From 90,25% to "khoảng 96%" are "khoảng 6" points.
    """
    rough = [printed_decimals(one) for one in ends if one.approx is Approx.ABOUT]
    if not rough or rounded(value, min(rough)) == value:
        return digits
    return min(rough) if digits is None else min(digits, *rough)


def apart_by(value: Decimal, *figures: Figure) -> int | None:
    """Return the decimals of a distance: None, all that there are, between printed figures.

    It has those of the figures: of more than two, two are enough where they tell no nearer.
    """
    if all(one.decimals is None for one in figures):
        return None
    digits = max(map(printed_decimals, figures))
    told = rounded(value, digits)
    if digits > PERCENT_DECIMALS and (told == value or agrees(value, digits, *figures)):
        return next((n for n in range(digits) if rounded(value, n) == told), digits)
    most = min(digits, PERCENT_DECIMALS)
    return next((n for n in range(most) if rounded(value, n) == value), most)


def agrees(value: Decimal, digits: int | None, *ends: Figure) -> bool:
    """Tell whether a distance is, as printed, that of the two figures as they are printed."""
    first, second = (as_printed(one) for one in ends)
    told = value if digits is None else rounded(value, digits)
    return abs(told) == abs(first - second)


def printed_decimals(figure: Figure) -> int:
    """Return how many decimals a figure is printed with."""
    exponent = figure.value.normalize().as_tuple().exponent
    whole = -exponent if isinstance(exponent, int) else 0
    return max(whole, 0) if figure.decimals is None else figure.decimals


def telling_decimals(value: Decimal, digits: int | None) -> int | None:
    """Return with how many decimals a distance is printed, so that it is not told as none."""
    if digits is None or not value:
        return digits
    return next((n for n in range(digits, MOST_DECIMALS + 1) if rounded(value, n)), digits)


def expression(figure: Figure) -> str:
    """Return a figure as it stands in a formula: one that was rounded by its own formula."""
    if figure.decimals is None or not figure.formula:
        return number(figure.value)
    return _RESULT.split(figure.formula)[0]


def plain(fact: Fact) -> Figure:
    """Return the value of a fact as a figure that is printed with all its digits."""
    return Figure(fact.id, fact.value, fact.unit, (fact,), approx=fact.approx)


def growth_of(before: Figure, now: Figure) -> Figure | None:
    """Return the growth in percent between two counts that are known to compare.

    None where the base is zero.
    """
    if before.value <= 0:
        return None
    value = (now.value - before.value) / before.value * _HUNDRED
    base, digits = number(before.value), _needed_to_tell(value, _ALL)
    formula = (
        f"({number(now.value)} {MINUS} {base}) / {base} {TIMES} 100 {result(value, digits, '%')}"
    )
    inputs = (*before.inputs, *now.inputs)
    approx = _of_change(value, now, before)
    return computed(value, "%", inputs, formula, decimals=digits, approx=approx)


def needed_decimals(value: Decimal) -> int:
    """Return how many decimals a percentage or ratio is printed with: "25%", "9,25%"."""
    exact = (n for n in range(PERCENT_DECIMALS) if rounded(value, n) == value)
    return next(exact, PERCENT_DECIMALS)


def _needed_to_tell(value: Decimal, turn: int) -> int:
    """Return how many decimals a growth or a ratio has: two at most, as the changes beside it.

    More where it would be told as the ``turn`` that it does not reach: of 100.000 that fell to 1
    it is "99,999%", of 199.999 "gấp 1,99999 lần". What is next to nothing stays so, and is not
    told.
    """
    turns = (turn, -turn) if abs(value) < turn else ()
    return _telling_decimals(value, needed_decimals(value), turns)


def ratio(earlier: Fact, later: Fact, indicator: Indicator) -> Figure | None:
    """Return how many times the earlier figure a later count or amount is.

    None where the facts cannot be compared or the base is zero.
    """
    if not _may_divide(earlier, later, indicator):
        return None
    return ratio_of(plain(earlier), plain(later))


def ratio_of(before: Figure, now: Figure) -> Figure | None:
    """Return how many times the earlier of two counts the later is, None for a zero base."""
    if before.value <= 0:
        return None
    value = now.value / before.value
    digits = _needed_to_tell(value, _DOUBLE)
    formula = f"{number(now.value)} / {number(before.value)} {result(value, digits)}"
    inputs = (*before.inputs, *now.inputs)
    approx = combined((now.approx, reversed_of(before.approx)))
    return computed(value, TIMES_UNIT, inputs, formula, decimals=digits, approx=approx)


def _of_change(value: Decimal, first: Figure, second: Figure) -> Approx | None:
    """Return the reservation of the size of first - second, whatever its sign."""
    approx = combined((first.approx, reversed_of(second.approx)))
    return reversed_of(approx) if value < 0 else approx


def _may_compare(earlier: Fact, later: Fact, indicator: Indicator) -> bool:
    """Tell whether a change between two facts of an indicator means anything."""
    return (
        indicator.kind is not Kind.TARGET
        and earlier.indicator == indicator.id
        and comparable(earlier, later)
        and (indicator.kind is not Kind.SCORE or same_scale(earlier, later))
        and (indicator.kind is not Kind.RANK or same_field(earlier, later))
        and not (earlier.approx and later.approx)
    )


def _may_divide(earlier: Fact, later: Fact, indicator: Indicator) -> bool:
    """Tell whether relative growth between two facts means anything."""
    return indicator.is_additive and earlier.value > 0 and _may_compare(earlier, later, indicator)
