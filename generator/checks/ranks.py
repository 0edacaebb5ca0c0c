"""Scores against the ranks that go with them.

A province may score more than a year before and still fall behind, since the others
rose too; that is no contradiction. In one ranking, though, the higher score has the
better rank.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from generator.catalogue import Kind
from generator.checks.context import Context
from generator.checks.weighing import weigh
from generator.checks.wording import place_name, source_name, subject, value_of
from generator.model.fact import Fact
from generator.model.finding import Finding
from generator.model.period import Period

RULE = "rank-order"

Standing = tuple[Fact, Fact]


def check_ranks(context: Context) -> Iterator[Finding]:
    """Yield a finding for each pair of places of a kind whose scores and ranks contradict."""
    for standings in _rankings(context).values():
        for one, other in combinations(standings, 2):
            if _is_inverted(one, other):
                yield _finding(one, other, context)


def _rankings(context: Context) -> dict[tuple[str, Period, bool], list[Standing]]:
    """Return score and rank of places by index and period, provinces and ministries apart.

    Either are ranked among themselves, so only places of the catalogue count.
    """
    places = context.catalogue.places
    ranks: dict[tuple[str, str, Period], Fact] = {}
    scores: dict[tuple[str, str, Period], Fact] = {}
    for fact in context.chosen():
        if fact.level is not None or fact.approx is not None:
            continue
        kind = context.indicator(fact).kind
        table = {Kind.RANK: ranks, Kind.SCORE: scores}.get(kind)
        if table is not None and places.get(fact.place) is not None:
            table[(fact.indicator.rpartition("_")[0], fact.place, fact.period)] = fact
    found: dict[tuple[str, Period, bool], list[Standing]] = defaultdict(list)
    for key, score in scores.items():
        if key in ranks:
            found[key[0], key[2], key[1] in places.bodies].append((score, ranks[key]))
    return found


def _is_inverted(one: Standing, other: Standing) -> bool:
    """Tell whether the higher score has the worse rank; equal ones and other lists say nothing."""
    totals = {one[1].total, other[1].total} - {None}
    gaps = [first.value - second.value for first, second in zip(one, other, strict=True)]
    return len(totals) < 2 and gaps[0] * gaps[1] > 0


def _finding(one: Standing, other: Standing, context: Context) -> Finding:
    """Tell of two places whose scores and ranks contradict each other."""
    told = "; ".join(_told(standing, context) for standing in (one, other))
    message = (
        f"{subject(one[0], context.catalogue)} và xếp hạng tương ứng: {told}."
        " Nơi có điểm cao hơn lại xếp hạng thấp hơn. Báo cáo ghi điểm và hạng theo nguồn"
        " vì nguồn không cho biết số nào cần điều chỉnh."
    )
    marks = [value_of(fact, context.indicator(fact)) for fact in (*one, *other)]
    computation = f"{marks[0]}, {marks[1]}; {marks[2]}, {marks[3]}"
    facts = (*one, *other)
    # without the number of those that are ranked the two may be of two lists
    severity = weigh(facts, explained=one[1].total is None or other[1].total is None)
    return Finding(RULE, severity, message, computation, facts)


def _told(standing: Standing, context: Context) -> str:
    """Say score and rank of one place with the source."""
    score, rank = standing
    return (
        f"{place_name(score.place, score, context.catalogue)} đạt"
        f" {value_of(score, context.indicator(score))}, xếp"
        f" {value_of(rank, context.indicator(rank))}"
        f" theo {source_name(score.source.doc, context.base)}"
    )
