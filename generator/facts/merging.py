"""Figures of a new province over a time before its birth, made of its old provinces'.

Resolution 202/2025/QH15 made 34 provinces of 63 on 1 July 2025. What the old ones counted
over the same days adds up to what the new one would have counted; a rate is made anew from
such counts; a score or rank of the new one never was.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from generator.catalogue import Indicator, Place, Places, in_order
from generator.facts.derived import percentage_of, sum_of
from generator.facts.precision import share_as_sure
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.period import Period

COUNTED_ONCE = frozenset(
    {"hồ sơ", "PAKN", "giao dịch", "đồng", "bản", "tài khoản", "thẻ", "dữ liệu"}
)
"""Units of what one province alone has counted: a case, a payment, a person's card or record.

Of what is left out some is counted by all alike, some stopped being what it was:

- a procedure, a service, a rule: each province lists those of the whole country;
- a document sent from one province to another: both count it;
- a task: of the plan of each province, of which the new one has another;
- a one-stop unit, a service centre: on 1 July 2025 the district level ended with its units, the
  communes were drawn anew with theirs, and of the centres of three provinces one was left. The
  sum of the old ones is right and no base: to have fewer is the reform itself, no decline.
"""


def adds_over_places(indicator: Indicator) -> bool:
    """Tell whether the figures of two provinces add up to that of both."""
    return indicator.is_additive and indicator.unit in COUNTED_ONCE


def members_of(slug: str, day: date, period: Period, table: Places) -> tuple[Place, ...]:
    """Return the old provinces, or bodies, of what a place is on a day, by the alphabet.

    One for a province that only bore another name then (Huế); () where the place
    was itself, or where the period does not lie before the merger. Of a body the period
    may reach over that day, and it is one of its own members then.
    """
    slugs = table.territory(slug, day)
    told = {table.told_as(old, period.end) for old in slugs}
    grown = table.grown_on(slug)
    days = (period.end, (period.start or period.end))[: 2 if slug in table.bodies else 1]
    merged = len(slugs) > 1 and grown is not None and min(days) < grown
    if not merged and (len(slugs) > 1 or told == {slug}):
        return ()
    places = (place for old in told if (place := table.get(old)))
    return in_order(place for place in places if any(table.exists(place, one) for one in days))


def merge(one: Figure, other: Figure, indicator: Indicator) -> Figure | None:
    """Add the figures of two provinces, or of two sums of provinces.

    None unless all they rest on is of this one indicator, of one level and period, to the
    day, and of places that do not meet. However three or more are put together, the sum is
    the same figure with the same formula. Raises ValueError for an indicator that does not
    add up over provinces: a rate, score, rank or target, and what each of them lists alike.
    """
    if not adds_over_places(indicator):
        raise ValueError(f"figures of {indicator.id} ({indicator.kind}) never add up")
    inputs = (*one.inputs, *other.inputs)
    places = [fact.place for fact in inputs]
    if len({(fact.indicator, fact.level, fact.period) for fact in inputs}) != 1:
        return None
    if inputs[0].indicator != indicator.id:
        return None
    if len(set(places)) != len(places):
        return None
    return sum_of(inputs)


def total_over_places(
    facts: Sequence[Fact], members: Collection[str], indicator: Indicator
) -> Figure | None:
    """Add the figures of the provinces that were merged into one.

    ``members`` are their slugs; None unless each of them has exactly one figure,
    all over the same period and level, and the indicator adds up.
    """
    if not adds_over_places(indicator) or len(facts) < 2:
        return None
    if len(facts) != len(members) or {fact.place for fact in facts} != set(members):
        return None
    whole: Figure | None = None
    for fact in facts:
        own = Figure(fact.id, fact.value, fact.unit, (fact,), approx=fact.approx)
        whole = merge(whole, own, indicator) if whole is not None else own
        if whole is None:
            return None
    return whole


def merged_rate(part: Figure, whole: Figure) -> Figure | None:
    """Return the rate of a merged province from the sums of its two counts.

    None for a whole of zero, a part above its whole, sums over other provinces, levels or
    periods, and counts that a source gives with a reservation: of "gần 100.000" nobody
    knows what 90.000 are a share of.
    """
    if not 0 < whole.value >= part.value or part.unit != whole.unit:
        return None
    if part.approx is not None or whole.approx is not None:
        return None
    kinds = [
        {(fact.place, fact.level, fact.period) for fact in one.inputs} for one in (part, whole)
    ]
    return percentage_of(part, whole, short=True) if kinds[0] == kinds[1] else None


def told_rate(part: Figure, whole: Figure) -> Figure | None:
    """Return the rate of two counts with the digits that their prints allow, None without any.

    1,15 of 1,2 million are anything from 92 % on: no rate of which to say "95,83%".
    """
    found = merged_rate(part, whole)
    return share_as_sure(found, part, whole, coarse=False) if found is not None else None
