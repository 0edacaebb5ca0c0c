"""Statements arranged for the chapters: by kind, place and theme, in source order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Place
from generator.facts import FactBase
from generator.model.fact import Fact, Source
from generator.model.finding import Finding
from generator.model.statement import Statement, StatementKind
from generator.report.model import Scope, StatementGroup

_RESULTS = (StatementKind.ACHIEVEMENT, StatementKind.MODEL)


@dataclass(frozen=True, slots=True)
class Said:
    """What one speaker said on one occasion: who ("" if open), by which act ("" if none).

    ``basis`` and ``doc`` are those of the first statement.
    """

    speaker: str
    basis: str
    doc: str
    statements: tuple[Statement, ...]


def by_giver(
    statements: Iterable[Statement],
    dates: Mapping[str, date | None],
    offices: Sequence[str] = (),
) -> tuple[Said, ...]:
    """Return statements by who gave them, within a source in its order.

    Who holds the first of ``offices`` comes first; then other persons, then several who speak
    without a name ("các đại biểu"), then what nobody is named for. Of one rank, ``dates`` tells
    the day of each source: the oldest comes first, as everywhere in a report, one without a day
    last; sources of one day stay in the order in which they come. What one person said is
    one group where two sources of a calendar month tell it, of one place: an article and the act
    of one session.
    """
    found: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for one in statements:
        found[(one.place, one.speaker, _occasion(one, dates))].append(one)
    docs = [one.source.doc for said in found.values() for one in said]
    order = {doc: index for index, doc in enumerate(dict.fromkeys(docs))}

    def oldest(one: Statement) -> tuple[date, int, Source]:
        return dates.get(one.source.doc) or date.max, order[one.source.doc], one.source

    groups = [tuple(sorted(said, key=oldest)) for said in found.values()]
    return tuple(
        Said(group[0].speaker, group[0].basis, group[0].source.doc, group)
        for group in sorted(
            groups, key=lambda group: (_rank(group[0].speaker, offices), oldest(group[0]))
        )
    )


def _rank(speaker: str, offices: Sequence[str]) -> int:
    """Return the place of a speaker by office; without ``offices`` all are alike."""
    if not offices:
        return 0
    held = (at for at, office in enumerate(offices) if speaker.startswith(office))
    others = len(offices) + (0 if speaker[:1].isupper() else 1 if speaker else 2)
    return next(held, others)


def _occasion(one: Statement, dates: Mapping[str, date | None]) -> str:
    """Return when a person spoke: the month of the source; else, or of nobody, the source."""
    day = dates.get(one.source.doc)
    return f"{day:%Y-%m}" if day and one.speaker else f"{one.source.doc} {one.basis}"


def untold(statements: Iterable[Statement], facts: Iterable[Fact]) -> tuple[Statement, ...]:
    """Return the statements without the results whose figure a fact tells.

    A result (achievement or model) is left out where the number of a fact of its source
    stands within it; results of which no figure was read as a fact, and all other kinds,
    stay.
    """
    numbers: dict[str, list[int]] = defaultdict(list)
    for fact in facts:
        numbers[fact.source.doc].append(fact.number_start)
    return tuple(
        one
        for one in statements
        if one.kind not in _RESULTS
        or not any(one.source.start <= at < one.source.end for at in numbers[one.source.doc])
    )


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


def with_deadline(
    statements: Iterable[Statement], issued: date | None = None
) -> tuple[Statement, ...]:
    """Return the tasks that have a day, earliest first.

    Those whose day is past when the report is ``issued`` are left out: nobody can be
    asked to meet it any more.
    """
    tasks = [
        one
        for one in statements
        if one.kind is StatementKind.TASK
        and one.deadline is not None
        and (issued is None or one.deadline >= issued)
    ]
    return tuple(sorted(tasks, key=lambda one: (one.deadline, one.source)))


def of_places(
    statements: Iterable[Statement], places: Mapping[str, Place]
) -> tuple[Statement, ...]:
    """Return the statements about the report's places."""
    return tuple(statement for statement in statements if statement.place in places)


def parted(
    statements: Iterable[Statement], findings: Sequence[Finding]
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Return the statements that may be told, and those that a finding refutes.

    Nobody signs a judgement beside the figure that proves it wrong: the notes alone tell it.
    """
    found = tuple(statements)
    refuted = tuple(one for one in found if _is_contradicted(one, findings))
    return tuple(one for one in found if one not in refuted), refuted


def _is_contradicted(statement: Statement, findings: Iterable[Finding]) -> bool:
    """Tell whether a statement holds a claim that the checks prove to be impossible."""
    return any(
        claim.is_within(statement.source) for finding in findings for claim in finding.quotes
    )


def timely(
    found: Sequence[Statement],
    base: FactBase,
    scope: Scope,
    places: Mapping[str, Place],
    *,
    dated: bool,
) -> tuple[Statement, ...]:
    """Return the statements about the report's places from sources of its time.

    A report without a day of its own takes those of later sources, too.
    """
    first = scope.period.start or scope.period.end
    return tuple(
        statement
        for statement in of_places(found, places)
        if (day := day_of(statement.source.doc, base)) is None
        or first <= day <= (scope.cut_off if dated else date.max)
    )


def day_of(doc: str, base: FactBase) -> date | None:
    """Return the day of a source: published, else its newest result."""
    info = base.infos.get(doc)
    if info is not None and info.published is not None:
        return info.published
    ends = [fact.period.end for fact in base.facts if fact.source.doc == doc]
    return max(ends, default=None)
