"""Which fact a report uses where several tell the same thing.

The rule is stated in the contract of the report: exact before approximate, then
the later source, then the one named first in the config. What the contract leaves
open is settled so that the rule is a total order: the first mention in the text.
A figure on which a person decided comes before all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.fact import Fact
from generator.model.source_text import SourceInfo
from generator.vi.printing import long_date, short_date

Rank = tuple[bool, bool, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """The fact that a report uses of those with one key.

    ``others`` are the best facts for each other value, in order of preference;
    ``reason`` says in Vietnamese why they come after it, "" where there is none.
    """

    fact: Fact
    others: tuple[Fact, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Preference:
    """The order of preference over facts of one key; smaller ranks win.

    ``written`` holds the day in the head of each text whose publication is not known.
    """

    infos: Mapping[str, SourceInfo]
    order: Mapping[str, int]
    written: Mapping[str, date] = field(default_factory=dict)

    def rank(self, fact: Fact) -> Rank:
        """Return the sort key of a fact; two different facts never share one.

        A source without any date comes after all dated ones, since nothing proves that
        it is later.
        """
        return (
            fact.review is None,
            fact.approx is not None,
            -self._published(fact).toordinal(),
            self.place_of(fact.source.doc),
            fact.number_start or fact.source.start,
            fact.id,
        )

    def place_of(self, doc: str) -> int:
        """Return the place of a source in the config; unknown ones come last."""
        return self.order.get(doc, len(self.order))

    def choose(self, facts: Iterable[Fact]) -> Choice:
        """Choose among facts of one key; raises ValueError where there are none."""
        ranked = sorted(facts, key=self.rank)
        if not ranked:
            raise ValueError("nothing to choose from")
        best = {fact.value: fact for fact in reversed(ranked)}
        winner, *others = sorted(best.values(), key=self.rank)
        told = self._fullest(winner, ranked)
        reason = self._reason(winner, others[0]) if others else ""
        return Choice(told, tuple(others), reason)

    def _fullest(self, winner: Fact, ranked: Iterable[Fact]) -> Fact:
        """Return the mention of the winning value that tells most.

        "1.836/1.836, đạt tỷ lệ 100%" stands for a bare "1.836" elsewhere; an
        approximate mention never stands for an exact one, nor any for a figure on
        which a person decided.
        """
        if winner.review is not None:
            return winner
        same = [
            fact
            for fact in ranked
            if fact.value == winner.value and (fact.approx is None) == (winner.approx is None)
        ]
        return min(same, key=lambda fact: (-detail(fact), self.rank(fact)))

    def _reason(self, winner: Fact, other: Fact) -> str:
        """Say by which criterion the winner comes first."""
        if winner.review is not None and other.review is None:
            reviewed = long_date(winner.review.when)
            return f"{winner.review.who} đã rà soát {reviewed}: {winner.review.why}"
        if (winner.approx is None) != (other.approx is None):
            return "đây là số liệu chính xác, số liệu còn lại là ước tính"
        day = self._published(winner)
        if day != self._published(other):
            word = "đề ngày" if winner.source.doc in self.written else "được công bố"
            return f"nguồn này {word} sau ({short_date(day)})"
        if winner.source.doc != other.source.doc:
            return "nguồn này được nêu trước trong danh mục nguồn"
        return "số liệu này được nêu trước trong cùng một nguồn"

    def _published(self, fact: Fact) -> date:
        """Return the day of publication of a fact's source, else the day in its head."""
        doc = fact.source.doc
        info = self.infos.get(doc)
        return (info.published if info else None) or self.written.get(doc, date.min)


def detail(fact: Fact) -> int:
    """Count what a fact tells besides its value."""
    return sum(part is not None for part in (fact.total, fact.share, fact.change))
