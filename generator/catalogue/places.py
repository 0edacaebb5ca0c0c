"""Typed form of ``config/catalogue/provinces.yaml``: places with dated names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from generator.model.fact import NATION
from generator.vi.text import alphabet_key, fold

_CODE_DIGITS = 2
_COUNTRY = "toàn quốc"  # its other name, on input only
_TYPE_WORDS = (["tinh"], ["thanh", "pho"], ["tp"], ["t", "p"], ["t"])


class PlaceKind(StrEnum):
    """The type of a place."""

    NATION = "nation"
    PROVINCE = "tinh"
    CITY = "thanh-pho"
    BODY = "co-quan"


@dataclass(frozen=True, slots=True)
class DatedKind:
    """The type of a unit from a day on; ``since`` is None for the first."""

    kind: PlaceKind
    since: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """A province, city or central body under one name.

    ``since`` and ``until`` bound the life of this name and slug, both included;
    ``codes`` maps a code system ("2004", "2025") to the two-digit code: the same
    digits mean other provinces in the other system. ``merged_into`` is the slug of
    the unit that took it over (a province: on the merger date), ``renamed_to`` the
    slug under which it went on. ``short`` is how lists write a name that is not told without
    its type, "" for all others. ``changed`` is the day on which ``duties`` of a central body
    came or went without a merger.
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
    short: str = ""
    changed: date | None = None
    duties: str = ""

    @property
    def listed(self) -> str:
        """Return the name as lists, tables and charts write it: "Bình Thuận", "TP. Hồ Chí Minh"."""
        return self.short or self.name

    @property
    def is_body(self) -> bool:
        """Tell whether this is a ministry or another central body, no province or country."""
        return self.kinds[0].kind is PlaceKind.BODY

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
        if self.is_body:
            return self.name
        word = "tỉnh" if self.kind_on(day) is PlaceKind.PROVINCE else "thành phố"
        return f"{word} {self.name}"


@dataclass(frozen=True, slots=True)
class Places:
    """All places of the country; ``merger_date`` is 1 July 2025.

    ``by_slug`` holds the country and the provinces, ``bodies`` the ministries and
    other central bodies.
    """

    by_slug: Mapping[str, Place]
    merger_date: date
    _index: Mapping[str, str] = field(repr=False, default_factory=dict)
    bodies: Mapping[str, Place] = field(repr=False, default_factory=dict)

    def get(self, slug: str) -> Place | None:
        """Return the place or body with this slug."""
        return self.by_slug.get(slug) or self.bodies.get(slug)

    def __getitem__(self, slug: str) -> Place:
        """Return the place or body with this slug. Raises KeyError for one that is none."""
        place = self.get(slug)
        if place is None:
            raise KeyError(slug)
        return place

    def __iter__(self) -> Iterator[Place]:
        """Yield the country, the provinces and the central bodies, of all times."""
        yield from self.by_slug.values()
        yield from self.bodies.values()

    def find(self, name: str) -> Place | None:
        """Return the place that a name, alias, slug or code means, any spelling.

        Case, diacritics, tone-mark place and punctuation do not matter. A code is
        written with its system, "2025:68"; bare digits mean nothing.
        """
        system, colon, code = name.strip().partition(":")
        if colon:
            return self.by_code(system, code)
        found = self._index.get(_folded(name))
        return self.get(found) if found else None

    def asked(self, text: str) -> Place | None:
        """Return the place that a person means: by a name, or by letters that one alone has.

        "HP" and "H.Phòng" are Hải Phòng, "BĐ" is Bình Định; "QN" and "BD" mean nothing, nor does
        "ND" for Nam Định. In the text of a source such letters may be short for anything: there
        ``find`` alone counts.
        """
        found = self.find(text)
        alike = self._shortened(text) if found is None else ()
        same = [one for one in alike if ("Đ" in _capitals(one.name)) == ("Đ" in text.upper())]
        return found or (same[0] if len(alike) == len(same) == 1 else None)

    def _shortened(self, text: str) -> tuple[Place, ...]:
        """Return the provinces whose name a text shortens; a typed Đ is no D."""
        letters = _folded(text)
        provinces = (place for place in self.by_slug.values() if place.slug != NATION)
        alike = [p for p in provinces if len(letters) > 1 and letters in _short_forms(p.name)]
        marked = "Đ" in text.upper()
        return in_order(p for p in alike if not marked or "Đ" in _capitals(p.name))

    def by_code(self, system: str, code: str) -> Place | None:
        """Return the province that bears a code of a system.

        System "2004" is that of Quyết định 124/2004/QĐ-TTg, "2025" that of Quyết
        định 19/2025/QĐ-TTg. Of a province that was renamed the newer one is meant.
        """
        told = code.strip().zfill(_CODE_DIGITS)
        bearers = [p for p in self.by_slug.values() if p.codes.get(system.strip()) == told]
        return max(bearers, key=lambda place: place.since or date.min, default=None)

    def candidates(self, text: str) -> tuple[tuple[str, Place], ...]:
        """Return what a text that means no place for sure may mean, each with how to write it.

        Two digits are a code of either system; letters the initials of several names: "QN" is
        Quảng Nam, Quảng Ngãi or Quảng Ninh. Nobody can tell which, so that none is taken.
        """
        told = text.strip()
        if told.isdecimal():
            code = told.zfill(_CODE_DIGITS)
            systems = sorted({name for place in self.by_slug.values() for name in place.codes})
            by_code = ((f"{name}:{code}", self.by_code(name, code)) for name in systems)
            return tuple((written, place) for written, place in by_code if place is not None)
        return tuple((place.slug, place) for place in self._shortened(told))

    def at(self, place: Place, days: Iterable[date]) -> Place:
        """Return a province that was renamed under the name that it bears on some of the days.

        Another name of one area (Huế, Thừa Thiên Huế) is no mistake; every other place, and
        one that bears its name on one of the days, stays as it is.
        """
        known = tuple(days)
        if not known or any(self.exists(place, day) for day in known):
            return place
        then = self.get(self.told_as(place.renamed_to or place.slug, max(known)))
        return then if then is not None and self.exists(then, max(known)) else place

    def provinces(self, day: date) -> tuple[Place, ...]:
        """Return the provinces that exist on a day, in alphabet order."""
        return in_order(place for place in self.by_slug.values() if self.exists(place, day))

    def central(self, day: date) -> tuple[Place, ...]:
        """Return the central bodies that exist on a day, in alphabet order."""
        return in_order(place for place in self.bodies.values() if self.exists(place, day))

    def exists(self, place: Place, day: date) -> bool:
        """Tell whether a province or central body bears this name on a day."""
        if place.slug == NATION:
            return False
        if place.merged_into and day >= self.ended(place):
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

    def ended(self, place: Place) -> date:
        """Return the first day without a place that was merged away or renamed."""
        return place.until + timedelta(days=1) if place.until else self.merger_date

    def grown_on(self, slug: str) -> date | None:
        """Return the day since which a name means more than before, None where it never did.

        Of a province that was put together of several the merger date, of a central body
        the day on which it took over the work of others.
        """
        taken = [self.ended(body) for body in self.bodies.values() if body.merged_into == slug]
        if taken:
            return max(taken)
        return self.merger_date if len(self.territory(slug, self.merger_date)) > 1 else None

    def territory(self, slug: str, day: date) -> frozenset[str]:
        """Return the old provinces whose area a figure of a place covers on a day.

        Before the merger date a province is itself, from then on all that was merged
        into it; a name that ended goes on to mean its old area, one that was changed
        (Huế) the same area under both names. A central body is itself and, from then on,
        all whose work it took over.
        """
        if slug in self.bodies:
            taken = (body for body in self.bodies.values() if body.merged_into == slug)
            return frozenset({slug, *(one.slug for one in taken if self.ended(one) <= day)})
        place = self.by_slug.get(slug)
        heir = place.renamed_to if place is not None and place.renamed_to else slug
        formed = frozenset(old.slug for old in self.formed_from(heir))
        merged = place is not None and place.merged_into is not None
        return formed if formed and day >= self.merger_date and not merged else frozenset({heir})

    def told_as(self, slug: str, day: date) -> str:
        """Return the slug under which a figure tells of an old province's area on a day.

        Huế is "thua-thien-hue" until the end of 2024.
        """
        before = (place for place in self.by_slug.values() if place.renamed_to == slug)
        for place in before:
            if place.until is not None and day <= place.until:
                return place.slug
        return slug

    def named_on(self, place: Place, day: date) -> Place:
        """Return a place as it is called on a day: Thừa Thiên Huế is Huế since 2025."""
        return self.by_slug[self.told_as(place.renamed_to, day)] if place.renamed_to else place


def build_places(
    places: Iterable[Place], merger_date: date, bodies: Iterable[Place] = ()
) -> Places:
    """Return the table with its search index; the nation is added."""
    nation = Place(NATION, "Cả nước", (DatedKind(PlaceKind.NATION, None),), {})
    by_slug = {place.slug: place for place in (nation, *places)}
    central = {body.slug: body for body in bodies}
    index: dict[str, str] = {}
    index[_folded(_COUNTRY)] = NATION
    for place in (*by_slug.values(), *central.values()):
        for name in (place.slug, place.name, *place.aliases):
            index.setdefault(_folded(name), place.slug)
    return Places(by_slug, merger_date, index, central)


def in_order(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return places as lists and tables have them: central bodies first, each by the alphabet."""
    return tuple(sorted(places, key=lambda place: (not place.is_body, alphabet_key(place.name))))


def _short_forms(name: str) -> frozenset[str]:
    """Return how a name of several words is shortened, folded: "hp" and "hphong"."""
    words = [word for word in fold(name).split() if word[0].isalnum()]
    initials = "".join(word[0] for word in words)
    return frozenset({initials, f"{initials[:-1]}{words[-1]}"} if len(words) > 1 else ())


def _capitals(name: str) -> str:
    """Return the first letters of the words of a name, as they are written."""
    return "".join(word[0] for word in name.split())


def _folded(name: str) -> str:
    """Return a name as bare letters and digits, "&" as "và", the type word left out."""
    told = fold(name).replace(" & ", " va ")  # in "TN&MT" it stands for nothing
    plain = "".join(char if char.isalnum() else " " for char in told).split()
    for lead in _TYPE_WORDS:
        if plain[: len(lead)] == lead and len(plain) > len(lead):
            plain = plain[len(lead) :]
            break
    return "".join(plain)
