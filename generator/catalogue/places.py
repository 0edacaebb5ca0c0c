"""Typed form of ``config/catalogue/provinces.yaml``: places with dated names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.model.fact import NATION
from generator.vi.text import alphabet_key, fold


class PlaceKind(StrEnum):
    """The type of a place."""

    NATION = "nation"
    PROVINCE = "tinh"
    CITY = "thanh-pho"


@dataclass(frozen=True, slots=True)
class DatedKind:
    """The type of a unit from a day on; ``since`` is None for the first."""

    kind: PlaceKind
    since: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """A province or city under one name.

    ``since`` and ``until`` bound the life of this name and slug, both included;
    ``codes`` maps a code system ("2004", "2025") to the two-digit code;
    ``merged_into`` is the slug of the unit that took it over on the merger date,
    ``renamed_to`` the slug under which it went on.
    """

    slug: str
    name: str
    kinds: tuple[DatedKind, ...]
    codes: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    merged_into: str | None = None
    renamed_to: str | None = None

    def kind_on(self, day: date) -> PlaceKind:
        """Return the type of the unit on a day."""
        current = self.kinds[0].kind
        for dated in self.kinds:
            if dated.since is not None and dated.since <= day:
                current = dated.kind
        return current

    def official_name(self, day: date) -> str:
        """Return the name as running text writes it: "tỉnh Bình Thuận".

        Hồ Chí Minh has a capital T in any position (Nghị định 30/2020/NĐ-CP,
        Phụ lục II: a unit named after a person).
        """
        if self.slug == NATION:
            return "cả nước"
        if self.slug == "tp-ho-chi-minh":
            return "Thành phố Hồ Chí Minh"
        word = "tỉnh" if self.kind_on(day) is PlaceKind.PROVINCE else "thành phố"
        return f"{word} {self.name}"


@dataclass(frozen=True, slots=True)
class Places:
    """All places of the country; ``merger_date`` is 1 July 2025."""

    by_slug: Mapping[str, Place]
    merger_date: date
    _index: Mapping[str, str] = field(repr=False, default_factory=dict)

    def get(self, slug: str) -> Place | None:
        """Return the place with this slug."""
        return self.by_slug.get(slug)

    def find(self, name: str) -> Place | None:
        """Return the place that a name, alias or slug means, any spelling.

        Case, diacritics, tone-mark place and punctuation do not matter.
        """
        found = self._index.get(_folded(name))
        return self.by_slug.get(found) if found else None

    def provinces(self, day: date) -> tuple[Place, ...]:
        """Return the provinces that exist on a day, in alphabet order."""
        return tuple(
            sorted(
                (place for place in self.by_slug.values() if self.exists(place, day)),
                key=lambda place: alphabet_key(place.name),
            )
        )

    def exists(self, place: Place, day: date) -> bool:
        """Tell whether a province bears this name on a day."""
        if place.slug == NATION:
            return False
        if place.merged_into and day >= self.merger_date:
            return False
        after_start = place.since is None or place.since <= day
        return after_start and (place.until is None or day <= place.until)

    def formed_from(self, slug: str) -> tuple[Place, ...]:
        """Return the old provinces that make up a unit since the merger date."""
        return tuple(
            place
            for place in self.by_slug.values()
            if place.until is None and slug in (place.slug, place.merged_into)
        )


def build_places(places: Iterable[Place], merger_date: date) -> Places:
    """Return the table with its search index; the nation is added."""
    nation = Place(NATION, "Cả nước", (DatedKind(PlaceKind.NATION, None),), {})
    by_slug = {place.slug: place for place in (nation, *places)}
    index: dict[str, str] = {}
    for place in by_slug.values():
        for name in (place.slug, place.name, *place.aliases):
            index.setdefault(_folded(name), place.slug)
    return Places(by_slug, merger_date, index)


def _folded(name: str) -> str:
    """Return a name as bare letters and digits, type word left out."""
    plain = "".join(char if char.isalnum() else " " for char in fold(name)).split()
    for lead in (["tinh"], ["thanh", "pho"], ["tp"]):
        if plain[: len(lead)] == lead and len(plain) > len(lead):
            plain = plain[len(lead) :]
            break
    return "".join(plain)
