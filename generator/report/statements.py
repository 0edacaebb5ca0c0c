"""Statements arranged for the chapters: by kind, place and theme, in source order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.catalogue import Place
from generator.model.statement import Statement, StatementKind
from generator.report.model import StatementGroup


def grouped(
    statements: Iterable[Statement],
    kind: StatementKind,
    places: Sequence[Place],
    themes: Sequence[str],
) -> tuple[StatementGroup, ...]:
    """Return the statements of one kind, places as given, themes as the catalogue.

    A statement that two sources make in the same words is kept once.
    """
    buckets: dict[tuple[str, str], dict[str, Statement]] = defaultdict(dict)
    for statement in statements:
        if statement.kind is kind:
            bucket = buckets[(statement.place, statement.theme)]
            bucket.setdefault(statement.text.casefold().rstrip(". "), statement)
    return tuple(
        StatementGroup(kind, place, theme, tuple(buckets[(place.slug, theme)].values()))
        for place in places
        for theme in (*themes, "general")
        if buckets.get((place.slug, theme))
    )


def with_deadline(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the tasks that have a day, earliest first."""
    tasks = [
        one for one in statements if one.kind is StatementKind.TASK and one.deadline is not None
    ]
    return tuple(sorted(tasks, key=lambda one: (one.deadline, one.source)))


def of_places(
    statements: Iterable[Statement], places: Mapping[str, Place]
) -> tuple[Statement, ...]:
    """Return the statements about the report's places."""
    return tuple(statement for statement in statements if statement.place in places)
