"""What the chapter on the whole country says of a group that only provinces have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.report.bases import age
from generator.report.model import Claim, LevelTable, Passage, PlaceGroup, Scope, Trend


def local(
    groups: Iterable[PlaceGroup], scope: Scope, rank_of: Mapping[str, str]
) -> tuple[tuple[Claim, ...], tuple[LevelTable, ...]]:
    """Return one headline of a group for each place; level tables stand for counts.

    ``rank_of`` names the rank that goes with a score. It is of the whole place: figures of
    single levels are told in the place's own chapter.
    """
    claims: list[Claim] = []
    level_tables: list[LevelTable] = []
    for found in groups:
        level_tables.extend(table for table in found.level_tables if table.total)
        level_tables.extend(found.level_sums)
        if not (found.level_tables or found.level_sums):
            claims.extend(_leading_claims(found, scope, rank_of))
    return tuple(claims), tuple(level_tables)


def _leading_claims(found: PlaceGroup, scope: Scope, rank_of: Mapping[str, str]) -> list[Claim]:
    """Return the first claim of the report's period or the newest, else the first trend.

    Of several years the passages tell the first ones, the trend the last: that one goes first.
    """
    wholes = [passage for passage in found.passages if _of_whole(passage)]
    timed = [passage for passage in wholes if not passage.own_time] or wholes
    latest = max(timed, key=lambda passage: _weight(passage, scope), default=None)
    trend = found.trends[0] if found.trends else None
    due = trend is not None and trend.later.period in scope.periods
    if trend and latest and due and trend.later.period.end > latest.period.end:
        return [_of_trend(trend, found.trends, rank_of)]
    if latest is not None and (latest.period in scope.periods or not due):
        return _of_whole(latest)[:1]
    return [_of_trend(trend, found.trends, rank_of)] if trend else []


def _of_whole(passage: Passage) -> list[Claim]:
    """Return the claims of a passage that are of the whole place, of no level or part alone."""
    return [claim for claim in passage.claims if claim.fact.level is None]


def _weight(passage: Passage, scope: Scope) -> tuple[bool, date, int]:
    """Sort passages by how well they stand for the report; the longest of those that end alike."""
    return (passage.period in scope.periods, *age(passage.period))


def _of_trend(trend: Trend, trends: Iterable[Trend], rank_of: Mapping[str, str]) -> Claim:
    """Return the newest figure of a trend; a score takes the rank of its index and time along."""
    own = rank_of.get(trend.indicator.id)
    ranks = tuple(
        Claim(one.later, one.indicator)
        for one in trends
        if one.indicator.id == own and one.later.period == trend.later.period
    )
    return Claim(trend.later, trend.indicator, ranks)
