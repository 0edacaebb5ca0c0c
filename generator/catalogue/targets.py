"""Targets of law and plan: what a figure has to reach, until when, by which act.

In: the rows of ``config/targets.yaml``. Out: ``Target``. A target counts for the figures
of its own indicator and its own places, from its first day to its last, and for no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from generator.model.fact import Fact
from generator.model.period import Period
from generator.vi.windows import named_of

_OF_NO_LENGTH = frozenset({"%", "điểm", "hạng"})  # what is counted over a time grows with it

PROVINCES: Final = "provinces"
"""Stands in the file for each single province."""


class Bound(StrEnum):
    """On which side of its value a target is met."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"


@dataclass(frozen=True, slots=True)
class Target:
    """One target; ``value`` is in the unit of its indicator.

    ``places`` are slugs, ``common`` tells that they are all provinces alike. ``act``
    names its legal source as a sentence does, ``issued`` is the day of the act;
    ``since`` and ``until`` bound the days of the figures that it counts for.
    """

    id: str
    indicator: str
    bound: Bound
    value: Decimal
    places: frozenset[str]
    common: bool
    since: date
    until: date
    act: str
    issued: date

    def covers(self, fact: Fact) -> bool:
        """Tell whether a fact is measured by this target.

        It has to be of the indicator, of a whole place of the target, and all its days
        the target's: what began before them tells of another time, too. What is counted
        over a time grows with it, so that a target for a year is none for a quarter. A
        window of Nghị định 09/2019/NĐ-CP is the time that it closes: that of a year, from
        15 December before it, counts as the year.
        """
        own, time = Period(self.until, self.since), fact.period
        if not (time.is_stock or own.contains(time)):
            own, time = _as_named(own), _as_named(time)
        return (
            (fact.indicator, fact.level) == (self.indicator, None)
            and fact.place in self.places
            and own.contains(time)
            and (fact.unit in _OF_NO_LENGTH or time.is_stock or time == own)
        )

    def is_met(self, value: Decimal) -> bool:
        """Tell whether a value reaches the target."""
        return value >= self.value if self.bound is Bound.AT_LEAST else value <= self.value


def _as_named(period: Period) -> Period:
    """Return the period of the calendar that a window closes, any other as it is."""
    return named_of(period) or period


def target_of(fact: Fact, targets: Iterable[Target]) -> Target | None:
    """Return the target that a fact is measured by, None where there is none.

    Of a target for all provinces and one for the fact's own the latter counts, then
    the act issued last; two that are alike in both leave it open, so that none counts.
    """
    covering = [target for target in targets if target.covers(fact)]
    own = [target for target in covering if not target.common] or covering
    newest = max((target.issued for target in own), default=None)
    last = [target for target in own if target.issued == newest]
    return last[0] if len(last) == 1 else None
