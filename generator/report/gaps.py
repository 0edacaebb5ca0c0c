"""Why old provinces cannot be put together: which of them lacks a figure, and what it has.

"Chưa có số liệu" is said of a province of which nothing of that year is known. One that has
the year but not its half is told with the time that it has; so is one whose source leaves
open which area it tells of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.catalogue import Place
from generator.facts.comparing import overlaps
from generator.facts.precision import is_worded
from generator.model.fact import Fact
from generator.model.period import Period
from generator.report.bases import age
from generator.report.merged_measures import Lack

Key = tuple[str, str, Period]

_MOST_TIMES = 2  # that a note names


@dataclass(frozen=True, slots=True)
class Lacking:
    """Why some old provinces have no figure, and the figures that they have instead."""

    lacks: tuple[Lack, ...]
    instead: tuple[Fact, ...]


def too_coarse(facts: Iterable[Fact], members: Sequence[Place]) -> Lacking:
    """Tell of the members whose figures are so rounded that no rise or fall can be told."""
    rounded = {fact.place for fact in facts if fact.approx is not None or is_worded(fact)}
    places = tuple(one for one in members if one.slug in rounded) or tuple(members)
    slugs = tuple(one.slug for one in places)
    return Lacking((Lack(slugs, places, is_rounded=True),), tuple(facts))


def lacking(
    indicator: str,
    members: Sequence[Place],
    period: Period,
    known: Mapping[Key, Fact],
    unsure: Mapping[Key, Fact],
    levels: Mapping[Key, Sequence[Fact]] = MappingProxyType({}),
) -> Lacking:
    """Tell of the members that have no figure of a period, those alike together.

    ``known`` are the figures of old provinces, ``unsure`` those of which nobody knows the area,
    ``levels`` those of the levels of government in a province.
    """
    alike: dict[tuple[tuple[Period, ...], bool, bool], list[Place]] = {}
    instead: list[Fact] = []
    for place in members:
        if (indicator, place.slug, period) in known:
            continue
        key = (indicator, place.slug, period)
        open_, parts = unsure.get(key), levels.get(key, ())
        others = _others(key, known.values()) if open_ is None and not parts else []
        instead += [open_] if open_ else [*parts, *others]
        times = tuple(one.period for one in others)
        alike.setdefault((times, open_ is not None, bool(parts)), []).append(place)
    return Lacking(
        tuple(
            Lack(
                tuple(one.slug for one in places),
                tuple(places),
                times if len(times) <= _MOST_TIMES else (),
                is_elsewhere=bool(times),
                is_open=is_open,
                by_level=by_level and not is_open,
            )
            for (times, is_open, by_level), places in alike.items()
        ),
        tuple(instead),
    )


def _others(key: Key, known: Iterable[Fact]) -> list[Fact]:
    """Return what a province has of other times of a year, or of times that reach into one."""
    indicator, slug, period = key
    found = [
        fact
        for fact in known
        if (fact.indicator, fact.place) == (indicator, slug)
        and (fact.period.end.year == period.end.year or overlaps(fact.period, period))
    ]
    return sorted(found, key=lambda fact: age(fact.period))
