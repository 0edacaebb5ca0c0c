"""One statement of measure in a source, as ``facts.md`` of the contract defines it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.period import Period
from generator.model.review import Review

NATION = "quoc-gia"


class Approx(StrEnum):
    """The reservation that the source makes about a figure."""

    OVER = "over"
    UNDER = "under"
    ABOUT = "about"


class ChangeKind(StrEnum):
    """What the number of a printed change counts."""

    TIMES = "times"
    PERCENT = "percent"
    POINTS = "points"
    PLACES = "places"
    ABSOLUTE = "absolute"


class Direction(StrEnum):
    """Which way a figure went; for a rank ``UP`` is the better place."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Change:
    """A change printed beside a figure: "tăng 16 lần so với cùng kỳ 2021".

    ``base`` is the public form of what it is measured against ("2021");
    ``same_period`` tells that the source says "cùng kỳ", which a report repeats,
    ``proven`` that both figures are known and lie that many points apart, so that the "2%"
    of the source means two percentage points.
    """

    kind: ChangeKind
    value: Decimal
    direction: Direction
    base: str
    same_period: bool = False
    proven: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where a fact or statement stands: offsets into the NFC text of ``doc``.

    ``quote`` is the text between ``start`` and ``end``.
    """

    doc: str
    start: int
    end: int
    quote: str

    def is_within(self, other: Source) -> bool:
        """Tell whether these words are a part of others."""
        return self.doc == other.doc and other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure with its meaning and its place in the source.

    ``value`` is exact, magnitude words applied; ``total`` is the b of "a/b";
    ``share`` is the percentage printed with a count; ``printed`` is the number
    as the source writes it, magnitude words included ("13,9 triệu"), and
    ``number_start`` its offset; ``before`` and ``after`` are the rest of its sentence
    on either side of ``printed``; ``rules`` name the rules that made the fact;
    ``review`` is what a person decided about it, None where nobody did.
    """

    indicator: str
    place: str
    level: str | None
    period: Period
    value: Decimal
    unit: str
    source: Source
    total: Decimal | None = None
    share: Decimal | None = None
    approx: Approx | None = None
    change: Change | None = None
    printed: str = ""
    number_start: int = 0
    rules: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    review: Review | None = None

    @property
    def id(self) -> str:
        """Return a short stable name made of the fact's meaning and its place."""
        parts = (
            self.indicator,
            self.place,
            self.level or "",
            *(part or "" for part in self.period.iso()),
            format(self.value, "f"),
            self.source.doc,
            str(self.number_start or self.source.start),
        )
        digest = hashlib.blake2s("\x1f".join(parts).encode(), digest_size=5)
        return "f" + digest.hexdigest()

    @property
    def key(self) -> tuple[str, str, str | None, Period]:
        """What is measured, where and when: facts of one key can disagree."""
        return (self.indicator, self.place, self.level, self.period)


def docs_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return the documents of facts, each once, in order of first use."""
    return tuple(dict.fromkeys(fact.source.doc for fact in facts))
