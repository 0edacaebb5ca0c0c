"""What a ranking notes of its rows: places that changed, figures of another area than today's.

A ranking marks no cell, so that its notes name the places and the times.
"""

from __future__ import annotations

from dataclasses import replace

from generator.catalogue import Kind, Place
from generator.facts.areas import Area
from generator.model.period import Period
from generator.report.measures import Measured
from generator.report.place_notes import AreaNote, CrossingNote, PlaceNote
from generator.report.rank_table import Ranking


def with_notes(made: Ranking, measured: Measured) -> Ranking:
    """Add what is known of the places and the areas behind the figures of the rows."""
    return replace(
        made,
        moved=_moved(made, measured),
        areas=_areas(made, measured),
        crossing=_crossing(made, measured),
    )


def _is_index(made: Ranking) -> bool:
    """Tell whether a figure is given to a place as it is, whatever it was within the time."""
    return made.indicator.kind in (Kind.SCORE, Kind.RANK)


def _moved(made: Ranking, measured: Measured) -> tuple[PlaceNote, ...]:
    """Return the notes on rows of places that are a part of another one, or bear another name."""
    told = {row.place.slug for row in made.rows if any(row.figures)}
    return tuple(
        replace(note, cut=() if _is_index(made) else note.cut)
        for note in measured.place_notes
        if note.place.slug in told and note.heir != note.place
    )


def _areas(made: Ranking, measured: Measured) -> tuple[AreaNote, ...]:
    """Return the rows with figures of before the merger, those of one area and times together."""
    moved = {note.place.slug for note in measured.place_notes if note.heir != note.place}
    known = (
        (Area.OLD, measured.of_old_area),
        (Area.NEW, measured.of_new_area),
        (Area.UNSURE, measured.of_unsure_area),
    )
    found: dict[tuple[Area, tuple[Period, ...]], list[Place]] = {}
    for row in made.rows:
        if row.place.slug in moved:
            continue
        cells = zip(made.periods, row.figures, strict=True)
        told = [(period, fact.id) for period, one in cells if one for fact in one.inputs]
        for area, ids in known:
            periods = tuple(period for period, name in told if name in ids)
            if periods:
                found.setdefault((area, periods), []).append(row.place)
    return tuple(AreaNote(tuple(own), periods, area) for (area, periods), own in found.items())


def _crossing(made: Ranking, measured: Measured) -> tuple[CrossingNote, ...]:
    """Return the times over the merger of the figures of the rows, but of an index."""
    if _is_index(made):
        return ()
    told = {
        (row.place.slug, period)
        for row in made.rows
        for period, figure in zip(made.periods, row.figures, strict=True)
        if figure is not None
    }
    notes = (
        replace(note, periods=tuple(one for one in note.periods if (note.place.slug, one) in told))
        for note in measured.crossing_notes
    )
    return tuple(note for note in notes if note.periods)
