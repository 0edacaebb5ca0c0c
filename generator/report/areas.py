"""Which figures of a report need their area told where they stand.

What area a figure is of says ``generator.facts.areas``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from generator.catalogue import Places
from generator.facts.areas import Area
from generator.model.fact import Fact


def of_area(
    facts: Iterable[Fact], areas: Mapping[str, Area], wanted: Area, table: Places, issued: date
) -> tuple[Fact, ...]:
    """Return the figures of one area: of days before the merger, of provinces grown since.

    None in a report of days before the merger, which knows no other area.
    """
    return tuple(
        fact
        for fact in facts
        if areas.get(fact.id) is wanted
        and issued >= (table.grown_on(fact.place) or table.merger_date)
    )


def to_be_noted(
    old: Iterable[Fact], unsure: Iterable[Fact], facts: Iterable[Fact], summed: Collection[str]
) -> tuple[Fact, ...]:
    """Return the figures whose area has to be told where they stand.

    All of which the area is not sure, and those of the old area of places of which the
    report has other figures too: facts, or sums over the area of today (``summed``: the places).
    """
    known, doubted = tuple(old), tuple(unsure)
    ids = {fact.id for fact in known}
    others = {fact.place for fact in (*facts, *doubted) if fact.id not in ids} | set(summed)
    return (*doubted, *(fact for fact in known if fact.place in others))
