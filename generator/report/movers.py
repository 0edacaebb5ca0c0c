"""What changed most where one indicator changed in many places: the largest rises and falls.

In: the changes of headline indicators (``generator.report.comparing.changes``). Out: a group for
each indicator, kind of places and pair of times of which more places have a change than a chart
has abreast, and the changes that belong to no such group, which a document tells one by one.

Stated rule. Of a group the three largest rises and the three largest falls are told, each with
all that are as large as the third, by what the two figures differ by; of a rank by its places.
Of so many alike that nobody would name them only those that are larger. A change behind a
reservation ("hơn 2 điểm") is counted, but is no largest: nobody knows how large it is. How many
places rose, fell and stayed is told beside it. The chart shows the changes that are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.catalogue import Kind
from generator.facts.derived import computed
from generator.facts.formula import signed
from generator.model.chart import Chart, ChartKind, Series
from generator.model.fact import NATION, Fact, docs_of
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.labels import kind_word, unit_of
from generator.report.measures import MOST_ABREAST
from generator.report.model import Change, Movers
from generator.report.rank_table import Drawing
from generator.report.wording import Wording
from generator.vi.printing import period_name, uncapitalised

AT_ENDS = 3
"""So many rises and falls are told."""


def movers(
    changes: Sequence[Change], wording: Wording
) -> tuple[tuple[Movers, ...], tuple[Change, ...]]:
    """Return the groups of changes of many places, and the changes of no such group."""
    found: dict[tuple[str, bool, Period, Period], list[Change]] = {}
    for one in changes:
        if one.place.slug != NATION:
            times = (one.current.period, one.previous.period)
            found.setdefault((one.indicator.id, one.place.is_body, *times), []).append(one)
    many = [own for own in found.values() if len(own) > MOST_ABREAST]
    grouped = {id(one) for own in many for one in own}
    alone = tuple(one for one in changes if id(one) not in grouped)
    return tuple(_group(own, wording) for own in many), alone


def _group(own: Sequence[Change], wording: Wording) -> Movers:
    """Return one group with its ends and its chart."""
    first = own[0]
    rises = [one for one in own if one.difference.value > 0]
    falls = [one for one in own if one.difference.value < 0]
    made = Movers(
        first.indicator,
        first.current.period,
        first.previous.period,
        tuple(own),
        _largest(rises),
        _largest(falls),
        _counted(rises, "tăng"),
        _counted(falls, "giảm"),
    )
    good = wording.default(first.indicator.id).good
    way = "up" if first.indicator.kind is Kind.RANK else good
    return replace(made, good=way, drawing=_drawing(made, wording))


def _largest(own: Iterable[Change]) -> tuple[tuple[Change, ...], ...]:
    """Return the largest changes of one way, those of one size together, the largest first."""
    levels: dict[Decimal, list[Change]] = {}
    for one in own:
        if one.difference.approx is None:
            levels.setdefault(abs(one.difference.value), []).append(one)
    told: list[tuple[Change, ...]] = []
    for size in sorted(levels, reverse=True):
        held = sum(map(len, told))
        if held >= AT_ENDS or held + len(levels[size]) > MOST_ABREAST:
            break
        told.append(tuple(levels[size]))
    return tuple(told)


def _counted(own: Sequence[Change], way: str) -> Figure | None:
    """Return in how many places a figure rose, or fell, None where in none."""
    if not own:
        return None
    first = own[0]
    unit, then = unit_of(first.place), period_name(first.previous.period)
    inputs = tuple(fact for one in own for fact in (one.current, one.previous))
    return computed(
        Decimal(len(own)),
        unit,
        inputs,
        f"đếm các {unit} có số liệu {way} so với {then}",
        decimals=0,
        label=f"Số {unit} có {uncapitalised(first.indicator.label)} {way} so với {then}",
    )


def _drawing(made: Movers, wording: Wording) -> Drawing | None:
    """Draw the changes that are told, the largest rise first, the largest fall last."""
    rows = [one for level in made.rises for one in level]
    rows += [one for level in reversed(made.falls) for one in level]
    if len(rows) < AT_ENDS:
        return None
    short = wording.default(made.indicator.id).short
    then = period_name(made.previous)
    labels = tuple(_signed(one.difference) for one in rows)
    names = tuple(one.place.listed for one in rows)
    told = "; ".join(f"{name}: {label}" for name, label in zip(names, labels, strict=True))
    chart = Chart(
        id=f"thay-doi-{made.indicator.id.replace('_', '-')}-{kind_word(rows[0].place)}",
        kind=ChartKind.BAR,
        categories=names,
        series=(Series(short, tuple(one.difference for one in rows)),),
        unit=rows[0].difference.unit,
        alt=f"{short}, thay đổi so với {then}. {told}.",
        labels=(labels,),
    )
    facts: tuple[Fact, ...] = tuple(f for one in rows for f in (one.current, one.previous))
    return Drawing(
        chart, "movers", rows[0].place, (made.period, made.previous), docs_of(facts), made.indicator
    )


def _signed(figure: Figure) -> str:
    """Print a change with its sign: "+5,0294"."""
    return ("+" if figure.value > 0 else "") + signed(figure.value, figure.decimals)
