"""Which notes on compared figures a document needs that tells a part of them only.

A briefing prints some figures and some changes: it explains the bases of those, names what is
lacking of those, and says nothing of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.catalogue import Indicator, Place
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.statement import Statement
from generator.report.measures import UnlikeRank, UnlikeTimes
from generator.report.merged_measures import MergedComparison, MergerNote
from generator.report.model import ReportModel
from generator.report.place_notes import CrossingNote, DutiesNote, NameNote


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes on changes of places that a document needs, each kind in its order."""

    mergers: tuple[MergerNote, ...]
    crossings: tuple[CrossingNote, ...]
    names: tuple[NameNote, ...]
    duties: tuple[DutiesNote, ...]
    unlike_times: tuple[UnlikeTimes, ...]
    unlike_ranks: tuple[UnlikeRank, ...]


def notes_on(model: ReportModel, printed: Mapping[str, Figure]) -> Notes:
    """Return the notes that figures need which a document has printed, by their ids."""
    measured = model.measured
    mergers = (_narrowed(note, model, printed) for note in measured.merger_notes)
    crossings = (note for note in measured.crossing_notes if note.over_time)
    facts = {fact for figure in printed.values() for fact in figure.inputs}
    times = {(fact.place, fact.period) for fact in facts}
    return Notes(
        tuple(note for note in mergers if note.says_something),
        tuple(one for one in crossings if any((one.place.slug, t) in times for t in one.periods)),
        tuple(
            one
            for one in measured.name_notes
            if any((one.old.slug, time) in times for time in one.periods)
        ),
        tuple(one for one in measured.duties_notes if _reaches_before(one, times)),
        tuple(_of_printed(measured.unlike_times, facts)),
        tuple(one for one in measured.unlike_ranks if one.later in facts),
    )


def unprinted_places(
    model: ReportModel, figures: Iterable[Figure], statements: Iterable[Statement]
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return the places of the report that nothing printed is of: with figures, and without.

    ``figures`` and ``statements`` are those that were printed. A place of which more needs
    attention than is told is named there. A figure of a place that was renamed since is of
    both its names (Thừa Thiên Huế, Huế).
    """
    told = {fact.id for figure in figures for fact in figure.inputs}
    known = {_lasting(row.place) for row in model.appendix}
    named = {_lasting(row.place) for row in model.appendix if row.fact.id in told}
    named |= {one.place for one in statements}
    named |= {_lasting(one.place) for one in model.measured.unheeded if one.place is not None}
    left = [one for one in model.scope.places if named.isdisjoint((one.slug, _lasting(one)))]
    having = tuple(one for one in left if _lasting(one) in known)
    return having, tuple(one for one in left if _lasting(one) not in known)


def _lasting(place: Place) -> str:
    """Return the slug under which a place goes on: Thừa Thiên Huế is Huế since 2025."""
    return place.renamed_to or place.slug


def _of_printed(notes: Iterable[UnlikeTimes], facts: Collection[Fact]) -> Iterator[UnlikeTimes]:
    """Yield what notes say of figures that are printed."""
    told = {(fact.indicator, fact.place, fact.period) for fact in facts}
    for note in notes:
        own = [one for one in note.indicators if (one.id, note.place.slug, note.later) in told]
        if own:
            yield replace(note, indicators=tuple(own))


def _reaches_before(note: DutiesNote, times: Iterable[tuple[str, Period]]) -> bool:
    """Tell whether a figure of a body is of a time that began before its duties changed."""
    return any(
        slug == note.place.slug and (time.start or time.end) < note.since for slug, time in times
    )


def _narrowed(note: MergerNote, model: ReportModel, printed: Mapping[str, Figure]) -> MergerNote:
    """Return what a note says of the comparisons and figures that are printed."""
    place = note.place.slug
    compared = {
        one.indicator.id
        for one in model.measured.merged
        if one.place.slug == place and one.period in note.periods and _is_told(one, printed)
    }
    own = {row.fact.id: row.indicator for row in model.appendix if row.fact.place == place}
    told = [own[name] for name in printed if name in own]
    names = {one.id for one in told}
    gaps = (replace(gap, indicators=_of(names, gap.indicators)) for gap in note.gaps)
    return replace(
        note,
        added=_of(compared, note.added),
        gaps=tuple(gap for gap in gaps if gap.indicators),
        dropped=_of(names, note.dropped),
        refused=tuple(kind for kind in note.refused if any(one.kind is kind for one in told)),
    )


def _is_told(one: MergedComparison, printed: Mapping[str, Figure]) -> bool:
    """Tell whether a comparison is printed; what stayed the same is told by its figure alone."""
    if one.difference.value == 0:
        return one.later.id in printed
    return any(size.id in printed for size in (one.difference, one.relative) if size is not None)


def _of(names: Collection[str], indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return those of some indicators that bear one of the names."""
    return tuple(one for one in indicators if one.id in names)
