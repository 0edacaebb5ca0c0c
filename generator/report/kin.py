"""Indicators that tell one thing: two rates that make up a whole, a score and its rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalogue import Relations
from generator.catalogue.arithmetic import Arithmetic
from generator.report.measures import Highlight
from generator.report.wording import Wording

_PAIR = 2
_LAST = 99  # behind all that leaders ask for


@dataclass(frozen=True, slots=True)
class Kin:
    """Which indicators belong together.

    ``complements`` are the two parts of what leaves nothing out, each by the other (on time and
    late); ``scores`` the score of each rank.
    """

    complements: Mapping[str, str] = field(default_factory=dict)
    scores: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, arithmetic: Arithmetic, relations: Relations) -> Kin:
        """Collect them from the rules of the catalogue and of the language."""
        pairs = [one.parts for one in arithmetic.partitions if len(one.parts) == _PAIR]
        both = {
            one: other
            for first, second in pairs
            for one, other in ((first, second), (second, first))
        }
        return cls(both, {pair.rank: pair.score for pair in relations.pairs})

    def once(self, found: Sequence[Highlight], wording: Wording) -> list[Highlight]:
        """Return highlights without the lesser of two rates that tell one thing.

        What is more on time is less late: of one place and time that go the same way the one
        stays that leaders ask for first, then the first of the catalogue. Counts are both told:
        more may be late where more is resolved on time.
        """
        known = {_about(one, one.indicator.id): one for one in found if one.indicator}
        return [one for one in found if not self._is_second(one, known, wording)]

    def without_scores(
        self, ranks: Sequence[Highlight], told: Sequence[Highlight]
    ) -> list[Highlight]:
        """Return changes of ranks but those that the score of the place, ``told``, tells too."""
        scored = {(one.indicator.id, one.place.slug) for one in told if one.indicator and one.place}
        return [
            one
            for one in ranks
            if one.indicator
            and one.place
            and (self.scores.get(one.indicator.id), one.place.slug) not in scored
        ]

    def _is_second(
        self, one: Highlight, known: Mapping[tuple[object, ...], Highlight], wording: Wording
    ) -> bool:
        """Tell whether the complement of a rate stands out the same way and comes first."""
        if one.indicator is None or not one.indicator.is_measured:
            return False
        other = known.get(_about(one, self.complements.get(one.indicator.id, "")))
        return other is not None and _rank(other, wording) < _rank(one, wording)


def _about(one: Highlight, indicator: str) -> tuple[object, ...]:
    """Return what a highlight is about: whose, when, against which time, good news or bad."""
    slug = one.place.slug if one.place is not None else ""
    when = one.fact.period if one.fact is not None else None
    return (indicator, slug, when, one.base_period, one.good)


def _rank(one: Highlight, wording: Wording) -> tuple[int, int]:
    """Return when leaders ask for the indicator of a highlight."""
    if one.indicator is None:
        return (_LAST, 0)
    return (wording.default(one.indicator.id).headline or _LAST, one.indicator.order)
