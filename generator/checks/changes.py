"""A printed change against the two figures that it is the change of.

Only figures over equally long times are set against each other. A change that can
only be had from a stock and a flow is told as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

from generator.catalogue import Indicator, Kind
from generator.checks.bracketed import bracketed
from generator.checks.context import Context
from generator.checks.merged import Base, base_told, merged_bases
from generator.checks.sizes import is_fold, size_of
from generator.checks.tolerance import HUNDRED, Interval, interval
from generator.checks.weighing import weigh
from generator.checks.wording import percent, subject, time_of, told_by, value_of
from generator.extraction.reading import folded
from generator.facts.base_time import named_base
from generator.facts.comparing import same_length
from generator.facts.derived import (
    PLACES,
    POINTS,
    TIMES_UNIT,
    apart_by,
    computed,
    expression,
    plain,
)
from generator.facts.formula import ABOUT, MINUS, TIMES, UNEQUAL, result
from generator.model.fact import Change, ChangeKind, Direction, Fact, Source
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.period import PeriodKind
from generator.vi.changes import SCORE, change_size, change_word, is_in_points, says_percent
from generator.vi.printing import number, small_count
from generator.vi.text import NBSP, fold

MISMATCH = "change-mismatch"
MIXED = "stock-flow"

_YEAR = re.compile(r"(?:19|20)\d\d")
_SAME_PERIOD = re.compile(r"cùng kỳ(?: của)?(?: năm)? $")
_BASE_BEFORE = 24  # characters before a year that can make it "cùng kỳ năm 2023"
_MONTH = re.compile(r"thang (\d{1,2})\b")
_LAST_YEAR = ("cung ky", "nam truoc", "nam ngoai")
_WORD = {Direction.UP: "tăng", Direction.DOWN: "giảm"}


def check_changes(context: Context) -> Iterator[Finding]:
    """Yield a finding for each printed change that the figures do not bear out."""
    for fact in context.facts:
        if fact.change is not None:
            yield from check_change(fact, fact.change, context)


def check_change(fact: Fact, change: Change, context: Context) -> Iterator[Finding]:
    """Check one change by the first of its possible bases that is known.

    By its source's own figures, by a base in brackets behind it, by what the old provinces of
    a new one had together.
    """
    found = _bases(fact, change, context)
    like = [Base.of(one) for one in found if same_length(one.period, fact.period)]
    beside = bracketed(fact, _base_time(fact, change)[0], context)
    merged = merged_bases(fact, context, lambda one: _is_of_base(one, fact, change))
    if like:
        yield from _mismatch(like, fact, change, context)
    elif beside is not None:
        yield from _mismatch([Base.of(beside[0])], fact, change, context, beside[1])
    elif merged:
        yield from _mismatch(merged, fact, change, context)
    else:
        yield from _mixed(found, fact, change, context)


def _bases(fact: Fact, change: Change, context: Context) -> list[Fact]:
    """Return the figures that a change can be meant against, oldest first."""
    found = [
        one
        for one in context.chosen()
        if (one.indicator, one.level) == (fact.indicator, fact.level)
        and (_is_of_base(one, fact, change) if change.base else _is_told_before(one, fact))
        and context.same_area(one, fact)
    ]
    return sorted(found, key=lambda one: one.period.end)


def _is_told_before(one: Fact, fact: Fact) -> bool:
    """Tell whether a figure is the earlier one that a sentence has told before another.

    "Năm 2022 đạt 43,1 điểm; năm 2023 đạt 41,0 điểm, tăng 2,1 điểm" names no other base. The time
    before must be the next one back, of the same length.
    """
    start = fact.number_start - len(fact.before)
    near = one.source.doc == fact.source.doc and start <= one.number_start < fact.number_start
    year = one.period.end.year + 1 == fact.period.end.year
    return near and year and _same_season(one, fact, named=False)


def _is_of_base(one: Fact, fact: Fact, change: Change) -> bool:
    """Tell whether a figure is of the time that a change names as its base."""
    year, month = _base_time(fact, change)
    return (
        one.period.end < fact.period.end
        and one.period.end.year == year
        and (month is None or one.period.end.month == month)
        and _same_season(one, fact, named=month is not None)
    )


def _base_time(fact: Fact, change: Change) -> tuple[int | None, int | None]:
    """Read year and month of a base: "cùng kỳ năm 2022", "tháng 7/2021", "cùng kỳ"."""
    base = fold(change.base)
    year, month = _YEAR.search(base), _MONTH.search(base)
    named = named_base(change.base, fact.period.end)
    if named is not None and named.kind is not PeriodKind.YEAR:
        return named.end.year, named.end.month
    if year is not None:
        return int(year[0]), int(month[1]) if month else None
    if any(word in base for word in _LAST_YEAR):
        return fact.period.end.year - 1, None
    return None, None


def _same_season(one: Fact, fact: Fact, *, named: bool) -> bool:
    """Tell whether a base is of the same months, unless it names its month.

    A stock has to be of the same day of the year, or of the end of the year.
    """
    first, second = one.period, fact.period
    if named:
        return True
    if first.start is None:
        day = (first.end.month, first.end.day)
        return day in ((12, 31), (second.end.month, second.end.day))
    if second.start is None:
        return True
    months = (first.start.month, first.end.month)
    return months == (second.start.month, second.end.month)


# ---------------------------------------------------------------- arithmetic


def _amounts(
    kind: ChangeKind, earlier: Decimal, later: Decimal, *, rate: bool, fold: bool
) -> list[Decimal]:
    """Return the sizes of a change that its words can mean.

    "Tăng 3 lần" is said of a threefold figure and of one that grew by three times
    its base, "gấp 3 lần" (``fold``) of the first only; of a rate "tăng 2%" is said for two
    percentage points and for 2% of it.
    """
    gap = abs(later - earlier)
    if kind is ChangeKind.TIMES:
        small, large = sorted((earlier, later))
        if small <= 0:
            return []
        return [large / small] if fold else [large / small, large / small - 1]
    if kind is ChangeKind.PERCENT:
        relative = [gap / earlier * HUNDRED] if earlier > 0 else []
        return [*relative, gap] if rate else relative
    return [gap]


def _agrees(base: Base, later: Fact, change: Change, indicator: Indicator) -> bool:
    """Tell whether a printed change can be that from one figure to another."""
    first, second = base.may_be, interval(later)
    kind = ChangeKind.PERCENT if _is_percent_of_rate(later, change, indicator) else change.kind
    fold = is_fold(later, change)
    found = [
        _amounts(kind, one, other, rate=indicator.unit == "%", fold=fold)
        for one, other in product((first.low, first.high), (second.low, second.high))
    ]
    if not all(found):
        return True
    printed = size_of(later, change)
    return _may_go(first, second, change, indicator) and any(
        printed.meets(min(sizes), max(sizes)) for sizes in zip(*found, strict=True)
    )


def _may_go(first: Interval, second: Interval, change: Change, indicator: Indicator) -> bool:
    """Tell whether the figures can go the way that is printed; a rank rises downwards."""
    upward = change.direction is Direction.UP
    if indicator.kind is Kind.RANK and change.kind is ChangeKind.PLACES:
        upward = not upward
    return second.high >= first.low if upward else second.low <= first.high


# ---------------------------------------------------------------- findings


def _mismatch(
    bases: list[Base], fact: Fact, change: Change, context: Context, words: Source | None = None
) -> Iterator[Finding]:
    """Tell of a change that no figure of its base bears out.

    ``words`` are those of a base in brackets, which is no fact of its own.
    """
    indicator, base = context.indicator(fact), bases[-1]
    figure = _figure(base.figure, fact, change, indicator)
    if figure is None or any(_agrees(one, fact, change, indicator) for one in bases):
        return
    printed = _printed(fact, change, indicator)
    told, found = _WORD[change.direction], _direction(base.figure, fact, indicator, figure)
    computation = (
        f"{figure.formula} {UNEQUAL} {printed}"
        if _same_way(told, found)  # else the sizes alone may well be equal
        else f"{figure.formula} ({found}) {UNEQUAL} {printed} ({told})"
    )
    message = (
        f"{_told(fact, change, context)}; {base_told(base, indicator, context)},"
        f" theo phép tính là {found} {_size(figure)}."
        " Báo cáo lấy số liệu của từng kỳ làm căn cứ vì mức thay đổi được tính từ các số liệu này."
    )
    if words is not None:
        own, quotes = replace(figure, inputs=(fact,)), (words,)
        yield Finding(MISMATCH, weigh((fact,)), message, computation, (fact,), fact, (own,), quotes)
        return
    facts = (fact, *base.figure.inputs)
    figures = (base.figure, figure) if base.members else (figure,)
    if base.figure.formula:
        computation = f"{base.figure.formula}; {computation}"
    yield Finding(MISMATCH, weigh(facts), message, computation, facts, fact, figures)


def _mixed(bases: list[Fact], fact: Fact, change: Change, context: Context) -> Iterator[Finding]:
    """Tell of a change that was taken between a stock and a flow."""
    indicator = context.indicator(fact)
    telling = len(change.value.normalize().as_tuple().digits) > 1
    for earlier in bases:
        figure = _figure(plain(earlier), fact, change, indicator)
        mixed = earlier.period.is_stock != fact.period.is_stock
        if telling and mixed and figure and _agrees(Base.of(earlier), fact, change, indicator):
            message = (
                f"{_told(fact, change, context)}; mức này được tính từ"
                f" {value_of(earlier, indicator)} {time_of(earlier.period)}, một bên là"
                " số lũy kế đến một ngày, một bên là số phát sinh trong kỳ. Báo cáo không so sánh"
                " hai số liệu này vì chúng không cùng loại."
            )
            facts = (fact, earlier)
            severity = weigh(facts, explained=True)
            yield Finding(MIXED, severity, message, figure.formula, facts, fact, (figure,))
            return


def _told(fact: Fact, change: Change, context: Context) -> str:
    """Say what the source prints."""
    base = f"năm {change.base}" if change.base.isdigit() else change.base
    base = f"cùng kỳ {base}" if _is_same_period(fact, change.base) else base
    indicator = context.indicator(fact)
    return (
        f"{subject(fact, context.catalogue)}: {told_by((fact,), context.base)}"
        f" {value_of(fact, indicator)}, {change_word(fact, change)}"
        f" {_printed(fact, change, indicator)}{f' so với {base}' if base else ''}"
    )


def _is_same_period(fact: Fact, base: str) -> bool:
    """Tell whether the source says "cùng kỳ năm 2023" where the change knows the year only."""
    text = folded(fact.after)
    at = text.find(base)
    if at < 0:
        text = folded(fact.before)
        at = text.rfind(base)
    found = _SAME_PERIOD.search(text, max(0, at - _BASE_BEFORE), at) if at >= 0 else None
    return base.isdigit() and found is not None


def _printed(fact: Fact, change: Change, indicator: Indicator) -> str:
    """Print the size of a change as the source tells it."""
    if change.kind is ChangeKind.ABSOLUTE:
        return f"{number(change.value)}{NBSP}{indicator.unit}"
    if _is_percent_of_rate(fact, change, indicator):
        return percent(change.value)
    if _is_of_score(fact, change):
        return f"{number(change.value)}{NBSP}{SCORE}"
    return change_size(fact, change)


def _is_of_score(fact: Fact, change: Change) -> bool:
    """Tell whether a source has points of a score where the indicator is in percent."""
    return change.kind is ChangeKind.POINTS and is_in_points(fact, change)


def _is_percent_of_rate(fact: Fact, change: Change, indicator: Indicator) -> bool:
    """Tell whether a source has "%" for the points of a percentage: "96%, tăng 20%"."""
    points = change.kind is ChangeKind.POINTS and indicator.unit == "%"
    return points and says_percent(fact, change)


def _direction(earlier: Figure, later: Fact, indicator: Indicator, figure: Figure) -> str:
    """Return "tăng" or "giảm" for the way that the figures go, "gấp" for a multiple."""
    grew = later.value >= earlier.value
    better = indicator.kind is Kind.RANK
    word = _WORD[Direction.UP if grew != better else Direction.DOWN]
    return "gấp" if grew and figure.unit == TIMES_UNIT else word


def _same_way(told: str, found: str) -> bool:
    """Tell whether two words of a change go the same way: "tăng" and "gấp" do."""
    return (told == "giảm") == (found == "giảm")


def _figure(base: Figure, later: Fact, change: Change, indicator: Indicator) -> Figure | None:
    """Return the size of the change between two figures, None for a base of zero."""
    high, low = sorted((base, plain(later)), key=lambda one: one.value, reverse=True)
    inputs, apart = (*base.inputs, later), high.value - low.value
    gap = f"{expression(high)} {MINUS} {expression(low)}"
    if change.kind is ChangeKind.TIMES:
        if low.value <= 0:
            return None
        value = high.value / low.value
        formula = f"{expression(high)} / {expression(low)} {ABOUT} {number(value, 2)}"
        return computed(value, TIMES_UNIT, inputs, formula, decimals=2)
    if change.kind is ChangeKind.PERCENT and indicator.unit != "%":
        if base.value <= 0:
            return None
        value = apart / base.value * HUNDRED
        formula = f"({gap}) / {expression(base)} {TIMES} 100 {ABOUT} {percent(value, 2)}"
        return computed(value, "%", inputs, formula, decimals=2)
    points = SCORE if _is_of_score(later, change) else POINTS
    unit = points if indicator.unit == "%" else indicator.unit
    unit = PLACES if indicator.kind is Kind.RANK else unit
    digits = apart_by(apart, high, low)
    return computed(apart, unit, inputs, f"{gap} {result(apart, digits)}", decimals=digits)


def _size(figure: Figure) -> str:
    """Print a computed change with its unit."""
    counted = figure.unit == PLACES
    text = small_count(figure.value) if counted else number(figure.value, figure.decimals)
    return f"{text}%" if figure.unit == "%" else f"{text}{NBSP}{figure.unit}"
