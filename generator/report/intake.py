"""Counts that follow another one: with fewer dossiers received fewer are resolved.

Such a count (``follows`` in the language data) is news only by what it changed beyond the one that
it follows: where its growth is not apart from that one's by 5 points of percentage at least, or
lags behind it, it is neither good nor bad. 10,2 % fewer resolved of 10 % fewer received are no
fall in the work; 21 % more of 20 % more received are no success. The growth of what it follows
then stands for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue import Indicator, Place
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.comparing import LEAST_BASE
from generator.report.figures import value_of
from generator.report.measures import Highlight, Measured
from generator.report.model import PlaceGroup
from generator.report.wording import Wording

LEAST_GROWTH = Decimal(5)
"""In percent: what is less is no news."""

_HUNDRED = Decimal(100)
_Key = tuple[str, str, Period, Period]  # indicator, place, time, time of the base


@dataclass(frozen=True, slots=True)
class Growths:
    """How much each count grew against each of its bases, as a fraction of the base."""

    known: Mapping[_Key, Decimal]
    wording: Wording

    @classmethod
    def of(cls, found: Measured, told: Iterable[PlaceGroup], wording: Wording) -> Growths:
        """Collect the growths of all counts that a report compares."""
        own = (
            (one.indicator, one.place, one.later, one.earlier.period, value_of(one.earlier))
            for group in told
            for one in group.comparisons
        )
        merged = (
            (one.indicator, one.place, one.later, one.period, one.base) for one in found.merged
        )
        return cls(dict(_known((*own, *merged))), wording)

    def only_follows(self, one: Highlight) -> bool:
        """Tell whether a change of a count is no more than that of the one that it follows."""
        if one.indicator is None or one.place is None or one.fact is None:
            return False
        if one.base is None or one.base_period is None or one.difference is None:
            return False
        if one.base.value < LEAST_BASE:
            return False
        ends = (one.place.slug, one.fact.period, one.base_period)
        leads = (self.known.get((n, *ends)) for n in self._followed(one.indicator.id))
        lead = next((growth for growth in leads if growth is not None), None)
        if lead is None:
            return False
        own = one.difference.value / one.base.value
        beyond = own - lead
        return abs(beyond) * _HUNDRED < LEAST_GROWTH or (beyond > 0) != (own > 0)

    def _followed(self, indicator: str) -> tuple[str, ...]:
        """Return what a count follows, the first that is known tells."""
        return self.wording.default(indicator).follows


def _known(
    found: Iterable[tuple[Indicator, Place, Fact, Period, Figure]],
) -> Iterable[tuple[_Key, Decimal]]:
    """Yield the growth of each count that had enough for one."""
    for indicator, place, later, period, base in found:
        if indicator.is_additive and base.value >= LEAST_BASE:
            growth = later.value / base.value - 1
            yield (indicator.id, place.slug, later.period, period), growth
