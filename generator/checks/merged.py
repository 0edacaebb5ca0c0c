"""What the old provinces had together: the base of a change that is told of a new one.

"Tăng 12% so với cùng kỳ năm 2024" of Lâm Đồng in the second half of 2025 can only be meant
against Bình Thuận, Đắk Nông and Lâm Đồng together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import product

from generator.catalogue import Indicator, Kind, Place, PlaceKind
from generator.checks.context import Context
from generator.checks.tolerance import HUNDRED, Interval, interval, sum_of
from generator.checks.weighing import weigh
from generator.checks.wording import listed, sources_of, subject, time_of, told_by, value_of
from generator.facts.areas import Area, day_of_area, names_old_area
from generator.facts.comparing import same_length
from generator.facts.derived import plain
from generator.facts.formula import UNEQUAL
from generator.facts.merging import members_of, merged_rate, total_over_places
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.period import Period
from generator.vi.printing import number, reservation
from generator.vi.text import NBSP

RULE = "merger-sum"


@dataclass(frozen=True, slots=True)
class Base:
    """What a change can be meant against: a figure, what it may stand for, its time.

    ``members`` are the old provinces whose figures it was made of, () for one of a source.
    """

    figure: Figure
    may_be: Interval
    period: Period
    members: tuple[Place, ...] = ()

    @classmethod
    def of(cls, fact: Fact) -> Base:
        """Return the figure of a source as a base."""
        return cls(plain(fact), interval(fact), fact.period)


def check_merged(context: Context) -> Iterator[Finding]:
    """Yield a finding for each count of the area of today that its old provinces contradict.

    A later source tells "số liệu gộp 3 tỉnh" of a time before the merger.
    """
    for fact in context.facts:
        indicator = context.indicator(fact)
        if context.areas.get(fact.id) is not Area.NEW or indicator.rate_of is not None:
            continue
        for base in merged_bases(fact, context, partial(_is_of_time, fact)):
            if not base.may_be.meets(interval(fact)):
                message = (
                    f"{subject(fact, context.catalogue)}: {told_by((fact,), context.base)}"
                    f" {value_of(fact, indicator)} tính chung địa bàn sau khi sắp xếp;"
                    f" {base_told(base, indicator, context)}. Báo cáo sử dụng"
                    f" {value_of(fact, indicator)} vì nguồn này nêu trực tiếp số liệu chung."
                )
                computation = f"{base.figure.formula} {UNEQUAL} {number(fact.value)}"
                facts, figures = (fact, *base.figure.inputs), (base.figure,)
                severity = weigh(facts)
                yield Finding(RULE, severity, message, computation, facts, fact, figures)


def _is_of_time(fact: Fact, one: Fact) -> bool:
    """Tell whether another figure is of the time of one."""
    return one.period == fact.period


def merged_bases(fact: Fact, context: Context, is_base: Callable[[Fact], bool]) -> list[Base]:
    """Return what the old provinces of a new one had together, the oldest first.

    ``is_base`` tells whether a figure is of a time that the change can be meant against. None
    for scores and ranks, nor where one old province lacks the figure, or its source may mean
    another area.
    """
    table, indicator = context.catalogue.places, context.indicator(fact)
    day = day_of_area(fact, context.areas, table)
    names = indicator.rate_of or (indicator.id,)
    plain_count = indicator.kind is not Kind.RATE or indicator.rate_of is not None
    if fact.level is not None or fact.place in table.bodies or not plain_count:
        return []
    if names_old_area(fact, table):
        return []
    slugs = table.territory(fact.place, day)
    told = [
        one
        for one in context.base.best(lambda one: is_old(one, context))
        if one.place in slugs and one.level is None
    ]
    times = {one.period for one in told if one.indicator in names and is_base(one)}
    found = []
    for period in sorted(times, key=lambda one: one.end):
        members = members_of(fact.place, day, period, table)
        if len(members) > 1 and same_length(period, fact.period):
            own = [one for one in told if one.period == period]
            found += list(_together(own, members, indicator, context))
    return found


def base_told(base: Base, indicator: Indicator, context: Context) -> str:
    """Say what a base is: "số liệu trong năm 2022 là 1.000 hồ sơ theo Báo A"."""
    inputs = base.figure.inputs
    by = sources_of(inputs, context.base)
    if not base.members:
        return f"số liệu {time_of(base.period)} là {value_of(inputs[0], indicator)} theo {by}"
    whole = "số liệu gộp" if indicator.rate_of is None else "tỷ lệ tính từ số liệu gộp"
    names = names_of_old(base.members, base.period.end)
    return (
        f"{whole} của {names} trước khi sắp xếp {time_of(base.period)} là"
        f" {size_of(base.figure)} theo {by}"
    )


def names_of_old(members: Sequence[Place], day: date) -> str:
    """Name old provinces: "các tỉnh A, B và C", with each one's kind where they differ."""
    if all(one.kind_on(day) is PlaceKind.PROVINCE for one in members):
        return f"các tỉnh {listed([one.name for one in members])}"
    return listed([one.official_name(day) for one in members])


def size_of(figure: Figure) -> str:
    """Print a sum or a rate with its reservation and unit."""
    word = reservation(figure.approx)
    lead, text = f"{word}{NBSP}" if word else "", number(figure.value, figure.decimals)
    return f"{lead}{text}%" if figure.unit == "%" else f"{lead}{text}{NBSP}{figure.unit}"


def is_old(fact: Fact, context: Context) -> bool:
    """Tell whether a figure is of an old province alone."""
    return context.areas.get(fact.id, Area.OLD) is Area.OLD


def _together(
    facts: list[Fact], members: tuple[Place, ...], indicator: Indicator, context: Context
) -> Iterator[Base]:
    """Yield the sum of what old provinces had over one time, or the rate of two such sums."""
    order = {place.slug: rank for rank, place in enumerate(members)}
    names = indicator.rate_of or (indicator.id,)
    ordered = sorted(facts, key=lambda one: order.get(one.place, 0))
    parts = [tuple(one for one in ordered if one.indicator == name) for name in names]
    totals = [
        total_over_places(own, order.keys(), context.catalogue.indicators[name])
        for own, name in zip(parts, names, strict=True)
    ]
    known = [one for one in totals if one is not None]
    if len(known) < len(names):
        return
    ranges = [sum_of(own) for own in parts]
    period = facts[0].period
    if indicator.rate_of is None:
        yield Base(known[0], ranges[0], period, members)
        return
    rate = merged_rate(*known)
    if rate is not None and ranges[1].low > 0:
        ends = [
            part * HUNDRED / whole
            for part, whole in product(
                (ranges[0].low, ranges[0].high), (ranges[1].low, ranges[1].high)
            )
        ]
        yield Base(rate, Interval(min(ends), max(ends)), period, members)
