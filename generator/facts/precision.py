"""How many digits a growth or a share may have, of figures that their sources rounded.

"Gần 12.000" is anything from 11.000, "1,2 triệu" anything from 1,15 to 1,25 million: growth on
such a base is told with no more digits than both ends allow, with "khoảng", or not at all.

The rule: a growth is printed with as many decimals, two at most, as put all that it may be
within one unit of its last digit; in percent at least to the unit, in times below ten at least to
the tenth. Where the figures do not allow that, or leave open whether there was a rise or a fall,
it is left out, and the two figures stand beside each other.

A share of rounded figures follows the same rule: 41.250 of "3,3 triệu" are "khoảng 1,3%". So does
a rate of two counts, but for whole percents that tell nothing of how near it is to a goal.

The change itself has no digit below the last one of either end: 12,4 million against 12,32 million
are "khoảng 100.000" more, "khoảng 1,3 triệu" against 1.034.512 "khoảng 300.000". It is "khoảng"
what comes out of rounded ends even where that is round itself: from "0,9 triệu" to "1,3 triệu" it
may be anything from 300.000 to 500.000. Where that leaves nothing, or both a rise and a fall, none
is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.facts.derived import TIMES_UNIT, computed, expression
from generator.facts.formula import EQUAL, result
from generator.model.fact import Approx, Fact
from generator.model.figure import Figure
from generator.vi.numbers import parse_digits
from generator.vi.printing import rounded

_DIGITS = re.compile(r"\d[\d.,]*")
_HUNDRED = Decimal(100)
_TEN = Decimal(10)
_LEAST_SHARE = 10  # a rounded figure is good for a tenth of itself at least


@dataclass(frozen=True, slots=True)
class Reach:
    """The least and the most that a figure may be, as its sources print it."""

    low: Decimal
    high: Decimal

    @property
    def is_exact(self) -> bool:
        """Tell whether it is one value."""
        return self.low == self.high


def reach(figure: Figure) -> Reach:
    """Return what a count or a sum of counts may be."""
    spans = [_span(fact) for fact in figure.inputs]
    down, up = (sum(parts, Decimal(0)) for parts in zip(*spans, strict=True))
    return Reach(figure.value - down, figure.value + up)


def _span(fact: Fact) -> tuple[Decimal, Decimal]:
    """Return how far the true value may lie below and above a printed one."""
    if not fact.value or (fact.approx is None and not is_worded(fact)):
        return Decimal(0), Decimal(0)
    step = _step(fact)
    if fact.approx is Approx.OVER:
        return Decimal(0), step
    if fact.approx is Approx.UNDER:
        return step, Decimal(0)
    return step / 2, step / 2


def _is_about(fact: Fact) -> bool:
    """Tell whether a count lies on either side of its print: "khoảng 1.500", "1,2 triệu"."""
    return bool(fact.value) and (
        fact.approx is Approx.ABOUT or (fact.approx is None and is_worded(fact))
    )


def is_worded(fact: Fact) -> bool:
    """Tell whether a figure is printed with a word for its size: "1,2 triệu"."""
    return bool(fact.value) and any(char.isalpha() for char in fact.printed)


def _step(fact: Fact) -> Decimal:
    """Return how far apart the values are that a rounded figure tells from each other."""
    return min(_last_digit(fact), abs(fact.value) / _LEAST_SHARE)


def _last_digit(fact: Fact) -> Decimal:
    """Return the worth of the last digit that a rounded figure has: 100.000 of "4,2 triệu"."""
    match = _DIGITS.search(fact.printed)
    parsed = parse_digits(match[0].rstrip(".,")) if match else None
    if parsed is not None and parsed[0] and parsed[0] != fact.value:
        return fact.value / parsed[0] * Decimal(1).scaleb(_exponent(parsed[0]))
    return Decimal(1).scaleb(_exponent(fact.value.normalize()))


def _exponent(value: Decimal) -> int:
    """Return the exponent of a finite number."""
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def as_rounded(change: Figure, before: Figure, now: Figure) -> Figure | None:
    """Return a change of two counts with no more digits than both have, None where it may be none.

    What a source says to be more or less than a number is told so: see ``reservation``. One of
    several counts is judged by all that they may be: "hơn 85.000" and 315.003 are up to 401.003.
    """
    base, later = reach(before), reach(now)
    if change.value and (later.low - base.high) * (later.high - base.low) < 0:
        return None
    exponent = _coarsest((*before.inputs, *now.inputs))
    if exponent <= 0 or not change.value:
        return change
    if not rounded(change.value, -exponent):
        return None
    left = change.formula.rpartition(f" {EQUAL} ")[0]
    return computed(
        change.value,
        change.unit,
        change.inputs,
        f"{left} {result(change.value, -exponent)}",
        decimals=-exponent,
        approx=Approx.ABOUT,
        label=change.label,
    )


def sum_as_rounded(sum_: Figure) -> Figure:
    """Return a sum with no more digits than its parts have: "khoảng 400.000", not "400.003"."""
    exponent = _coarsest(sum_.inputs)
    if exponent <= 0 or not sum_.formula or not rounded(sum_.value, -exponent):
        return sum_
    left = sum_.formula.rpartition(f" {EQUAL} ")[0]
    formula = f"{left} {result(sum_.value, -exponent)}"
    return computed(
        sum_.value,
        sum_.unit,
        sum_.inputs,
        formula,
        decimals=-exponent,
        approx=Approx.ABOUT,
        label=sum_.label,
    )


def _coarsest(facts: Iterable[Fact]) -> int:
    """Return the power of ten of the coarsest of some rounded counts, 0 where none is rounded."""
    return max((_step(fact).adjusted() for fact in facts if _is_about(fact)), default=0)


def as_sure(found: Figure, before: Figure, now: Figure) -> Figure | None:
    """Return a growth of two counts with the digits that they allow, None where there are none.

    ``found`` is the growth in percent or in times, as the printed values have it.
    """
    base, later = reach(before), reach(now)
    if base.is_exact and later.is_exact:
        return found
    if base.low <= 0:
        return None
    times = found.unit == TIMES_UNIT
    least, most = (
        one / other if times else (one - other) / other * _HUNDRED
        for one, other in ((later.low, base.high), (later.high, base.low))
    )
    if least * most <= 0:
        return None
    apart = max(found.value - least, most - found.value)
    fewest = 1 if times and found.value < _TEN else 0
    fitting = range(found.decimals or 0, fewest - 1, -1)
    digits = next((n for n in fitting if apart <= Decimal(1).scaleb(-n)), None)
    if digits is None:
        return None
    unit = "" if times else "%"
    formula = f"{expression(found)} {result(found.value, digits, unit)}"
    return computed(
        found.value, found.unit, found.inputs, formula, decimals=digits, approx=Approx.ABOUT
    )


def share_as_sure(
    found: Figure, part: Figure, whole: Figure, *, coarse: bool = True
) -> Figure | None:
    """Return a share in percent with the digits that its two counts allow, None where none tells.

    ``found`` is the share as the printed values have it. A whole percent may be off by a tenth
    of the share where it may be told so ``coarse``: 300.000 of "khoảng 1,2 triệu" are 24 % to
    26 %, told as "khoảng 25%". What is one share whatever the counts may be is told without
    "khoảng". Of "hơn 22 triệu" no share is rounded to what it cannot be: less than 2,73 % is no
    "gần 3%", but "khoảng 2,7%".
    """
    own, base = reach(part), reach(whole)
    if own.is_exact and base.is_exact:
        return found
    if base.low <= 0:
        return None
    least, most = own.low / base.high * _HUNDRED, own.high / base.low * _HUNDRED
    apart = max(found.value - least, most - found.value)
    fitting = range(found.decimals or 0, -1, -1)
    digits = next((n for n in fitting if apart <= Decimal(1).scaleb(-n)), None)
    if digits is None and coarse and apart * _LEAST_SHARE <= found.value:
        digits = 0
    one_sided = {Approx.OVER, Approx.UNDER} & {fact.approx for fact in found.inputs}
    if digits is not None and one_sided:
        closer = (digits, min(digits + 1, found.decimals or 0))
        digits = next((n for n in closer if least <= rounded(found.value, n) <= most), None)
    if digits is None or not rounded(found.value, digits):
        return None
    same = rounded(least, digits) == rounded(most, digits)
    return computed(
        found.value,
        found.unit,
        found.inputs,
        f"{expression(found)} {result(found.value, digits, '%')}",
        decimals=digits,
        approx=found.approx or (None if same else Approx.ABOUT),
        label=found.label,
    )
