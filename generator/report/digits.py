"""How the digits of a figure are written: with a word for millions or without, and reserved.

Counts that are set against each other are written alike, so that nobody has to count zeros: "từ
700.000 lên 1.200.000", not "lên 1,2 triệu". What a source tells in millions alone stands so on
both sides where the other end has few enough digits for that ("từ 0,7 triệu lên 1,2 triệu"), since
all digits would say more than is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.facts.precision import is_worded
from generator.model.fact import Approx
from generator.model.figure import Figure
from generator.report.wording import BELOW, reserved_word
from generator.vi.printing import in_magnitude, magnitude_of, reservation, small_count
from generator.vi.text import NBSP

_ALL_DIGITS = Decimal(1)
_FINEST = Decimal("0.01")  # of a million: nobody writes "0,001 triệu"
_LEAST = Decimal("0.1")  # that a change has of it


def scale_of(figures: Iterable[Figure]) -> Decimal | None:
    """Return the size of the word that all of some counts are written with, 1 for none.

    None where each is written alike by itself, or where there are no two counts.
    """
    counts = [one for one in figures if _is_count(one)]
    sizes = {magnitude_of(one.value) for one in counts}
    if len(sizes) < 2:
        return next(iter(sizes), None) if len(counts) > 1 else None
    largest = max(sizes)
    told_so = any(is_worded(fact) for one in counts for fact in one.inputs)
    return largest if told_so and all(_fits(one.value, largest) for one in counts) else _ALL_DIGITS


def _is_count(figure: Figure) -> bool:
    """Tell whether a figure is a number of things of which there are some."""
    whole = figure.decimals is None and figure.value % 1 == 0
    return whole and figure.value > 0 and figure.unit not in ("%", "đồng")


def _fits(value: Decimal, size: Decimal) -> bool:
    """Tell whether a count may be written with a word without losing a digit."""
    return value / size % _FINEST == 0


def in_scale(value: Decimal, scale: Decimal | None) -> str | None:
    """Print a count as those beside it are, None where it is written by itself."""
    if scale is None or value < 10:
        return None
    return in_magnitude(value, scale)


def change_in_scale(size: Decimal, scale: Decimal | None) -> str | None:
    """Print the size of a change as its ends are: "0,4 triệu"; None of one that is too small."""
    if scale is None or scale == _ALL_DIGITS:
        return in_scale(size, scale)
    return in_scale(size, scale) if size >= scale * _LEAST and _fits(size, scale) else None


def of_things(count: Decimal) -> str:
    """Print how many things: a small number with a zero, a large round one with a word."""
    return small_count(count) if count < 10 else in_magnitude(count, magnitude_of(count))


def lowered(figure: Figure) -> str:
    """Return the words before the size of a fall over time, or of a distance at one time."""
    if len({fact.period for fact in figure.inputs}) > 1:
        return "giảm"
    return "thấp hơn" if figure.approx is Approx.ABOUT else "thấp hơn, chênh lệch"


def reserved(figure: Figure, text: str) -> str:
    """Put the reservation of a figure before its digits, in its source's own word."""
    word = _word(figure)
    return f"{word}{NBSP}{text}" if word else text


def _word(figure: Figure) -> str:
    """Return the word of reservation of a figure.

    What is computed of "dưới 5%" is "dưới", too: how far under nobody says.
    """
    own = [reserved_word(fact) for fact in figure.inputs]
    if figure.part == "value" and not figure.is_computed and own:
        return own[0]
    return BELOW if figure.approx is Approx.UNDER and BELOW in own else reservation(figure.approx)
