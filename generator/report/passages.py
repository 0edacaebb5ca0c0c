"""Facts of one place and group, arranged the way a paragraph tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.catalogue import Indicator, Place
from generator.model.fact import NATION, Fact
from generator.model.period import Period
from generator.report.bases import age
from generator.report.model import Claim, Passage
from generator.report.within import is_within
from generator.report.wording import Wording

LEVELS = ("cap-tinh", "cap-huyen", "cap-xa")


def passages_of(
    facts: Iterable[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    wording: Wording,
    unsplit: frozenset[str] = frozenset(),
) -> tuple[Passage, ...]:
    """Return one passage for each period of the facts, oldest first.

    Claims that name their time themselves have a passage of their own. ``unsplit``
    are the ids of facts whose parts do not make up the whole: they are told apart.
    """
    facts = tuple(facts)
    by_time: dict[tuple[Period, bool], list[Fact]] = defaultdict(list)
    for fact in facts:
        by_time[fact.period, wording.of(fact).own_time].append(fact)
    passages = []
    for period, own_time in sorted(by_time, key=_time_order):
        claims = _claims(by_time[period, own_time], indicators, wording)
        told = tuple(_whole_only(claim) if claim.fact.id in unsplit else claim for claim in claims)
        if told:
            as_of = period.is_stock and _has_later_stock(told, facts)
            passages.append(Passage(place, period, told, own_time, as_of))
    return tuple(passages)


def _time_order(key: tuple[Period, bool]) -> tuple[date, bool, tuple[date, int], bool]:
    """Sort by the end of a period, those that end together as everywhere, a stock last."""
    period, own_time = key
    return (period.end, period.is_stock, age(period), own_time)


def _has_later_stock(claims: Sequence[Claim], facts: Sequence[Fact]) -> bool:
    """Tell whether the sources of all claims name a later day for other stocks."""
    last = {
        fact.source.doc: fact.period.end
        for fact in sorted(facts, key=lambda one: one.period.end)
        if fact.period.is_stock
    }
    return all(last[one.fact.source.doc] > one.fact.period.end for one in claims)


def _whole_only(claim: Claim) -> Claim:
    """Return a claim without parts that contradict it; the notes tell them."""
    return replace(claim, levels=())


def _claims(
    facts: Sequence[Fact], indicators: Mapping[str, Indicator], wording: Wording
) -> tuple[Claim, ...]:
    """Nest the facts of one place and period: wholes, their parts, their levels."""
    whole = [fact for fact in facts if fact.level is None]
    present = {fact.indicator: fact for fact in whole}
    tellers = {fact.indicator: wording.teller(fact) for fact in whole}
    owners = {
        fact.indicator: owner
        for fact in whole
        if (owner := _owner(fact, present, indicators, wording)) is not None
        and tellers[owner] == tellers[fact.indicator]
    }
    ordered = sorted(whole, key=lambda fact: indicators[fact.indicator].order)
    claims = [
        _claim(fact, ordered, facts, owners, indicators)
        for fact in ordered
        if fact.indicator not in owners
    ]
    claims.sort(key=_first_told)
    told = (one for claim in claims for one in (claim, *claim.parts))
    inside = {level.fact.id for one in told for level in one.levels}
    orphans = [fact for fact in facts if fact.level is not None and fact.id not in inside]
    return (*claims, *_level_claims(orphans, indicators))


def _first_told(claim: Claim) -> int:
    """Sort a claim by the first of itself and its parts in the catalogue."""
    return min(one.indicator.order for one in (claim, *claim.parts))


def _owner(
    fact: Fact, present: Mapping[str, Fact], indicators: Mapping[str, Indicator], wording: Wording
) -> str | None:
    """Return the indicator that a figure is told as a part of."""
    wholes = wording.default(fact.indicator).whole
    known = (one for one in wholes if one in present and one != fact.indicator)
    return next(
        (one for one in known if is_within(fact, present[one], present, indicators, wording)), None
    )


def _claim(
    fact: Fact,
    ordered: Sequence[Fact],
    facts: Sequence[Fact],
    owners: Mapping[str, str],
    indicators: Mapping[str, Indicator],
) -> Claim:
    """Return the claim of a whole with its parts and levels."""
    parts = tuple(
        Claim(part, indicators[part.indicator], levels=_levels(part, facts, indicators))
        for part in ordered
        if owners.get(part.indicator) == fact.indicator
    )
    return Claim(fact, indicators[fact.indicator], parts, _levels(fact, facts, indicators))


def _levels(
    fact: Fact, facts: Sequence[Fact], indicators: Mapping[str, Indicator]
) -> tuple[Claim, ...]:
    """Return the same indicator by level, province first.

    One district or department is no level: beside levels it is told apart, as it is a part of
    one of them. Ministries are no part of another level.
    """
    found = [one for one in facts if one.indicator == fact.indicator and one.level is not None]
    levels = [one for one in found if one.level in LEVELS or one.place == NATION]
    return _level_claims(levels or found, indicators)


def _level_claims(facts: Sequence[Fact], indicators: Mapping[str, Indicator]) -> tuple[Claim, ...]:
    """Return claims of levels in the order of the administration."""
    return tuple(Claim(fact, indicators[fact.indicator]) for fact in sorted(facts, key=level_order))


def level_order(fact: Fact) -> tuple[int, int]:
    """Sort province before district before commune, others as the source has them."""
    level = fact.level or ""
    rank = LEVELS.index(level) if level in LEVELS else len(LEVELS)
    return (rank, fact.source.start)
