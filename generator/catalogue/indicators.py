"""Typed form of ``config/catalogue/indicators.yaml``: what a report measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of number an indicator has."""

    COUNT = "count"
    RATE = "rate"
    AMOUNT = "amount"
    SCORE = "score"
    RANK = "rank"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Group:
    """A chapter of the report: stable id, Vietnamese heading, words that files are found by."""

    id: str
    label: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measure. ``order`` is its place in the catalogue file, from 0.

    ``level`` is the one level of government that has any of it, "" where all levels may;
    ``rate_of`` the part and the whole whose quotient a rate is.
    """

    id: str
    group: str
    kind: Kind
    unit: str
    label: str
    order: int
    level: str = ""
    rate_of: tuple[str, str] | None = None

    @property
    def is_additive(self) -> bool:
        """Tell whether figures of parts may be added: counts and amounts only."""
        return self.kind in (Kind.COUNT, Kind.AMOUNT)

    @property
    def is_measured(self) -> bool:
        """Tell whether it is a rate or score, which neither adds up nor grows with time."""
        return self.kind in (Kind.RATE, Kind.SCORE)


def rates_of(indicators: Mapping[str, Indicator]) -> dict[str, tuple[str, str]]:
    """Return the part and the whole of each rate that is their quotient, by the rate's id."""
    return {name: one.rate_of for name, one in indicators.items() if one.rate_of}
