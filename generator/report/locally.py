"""What the chapter on the whole country says of a group that only provinces have."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalogue import Kind
from generator.report.model import Claim, LevelTable, PlaceGroup


def local(groups: Iterable[PlaceGroup]) -> tuple[tuple[Claim, ...], tuple[LevelTable, ...]]:
    """Return one headline of a group for each place; level tables stand for counts."""
    claims: list[Claim] = []
    level_tables: list[LevelTable] = []
    for found in groups:
        level_tables.extend(table for table in found.level_tables if table.total)
        if not found.level_tables:
            claims.extend(_leading_claims(found))
    return tuple(claims), tuple(level_tables)


def _leading_claims(found: PlaceGroup) -> list[Claim]:
    """Return the newest first claim of a place's group, else its first trend.

    A score takes the rank of the same period along.
    """
    if found.passages:
        timed = [passage for passage in found.passages if not passage.own_time]
        latest = max(timed or found.passages, key=lambda passage: passage.period.end)
        return [latest.claims[0]]
    ranks = tuple(
        Claim(trend.facts[-1], trend.indicator)
        for trend in found.trends
        if trend.indicator.kind is Kind.RANK
        and trend.facts[-1].period == found.trends[0].facts[-1].period
    )
    return [
        Claim(
            trend.facts[-1],
            trend.indicator,
            ranks[:1] if trend.indicator.kind is Kind.SCORE else (),
        )
        for trend in found.trends[:1]
    ]
