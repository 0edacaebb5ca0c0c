"""Names of provinces and central bodies in a sentence, as far as they are its subjects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from generator.catalogue import Catalogue
from generator.catalogue.places import Place, PlaceKind, Places
from generator.extraction.pattern import Hit, Pattern, regex
from generator.extraction.places.acting import acts, end_of_branch, publishes
from generator.extraction.places.asides import (
    aside_until,
    bracketed,
    described_until,
    is_apposed,
    is_dateline,
    is_home,
    is_merged,
    is_mostly,
    is_next,
    is_venue,
)
from generator.extraction.places.bodies import (
    body_names,
    central_bodies,
    key_of,
    spelled_loosely,
    without,
)
from generator.extraction.places.regions import regions
from generator.extraction.reading import folded
from generator.extraction.rules import Body, PlaceRules
from generator.extraction.words.subjects import SUBJECTS
from generator.extraction.words.units import UNITS
from generator.model.fact import NATION

# family and middle names: "Trần Bình Dương" is a person
_FAMILY = re.compile(f"{SUBJECTS.families}|{SUBJECTS.given_names}")
# "phường Trà Vinh" is a ward of another province by now
_PART_OF = re.compile(rf"(?<!\w){SUBJECTS.part_names}[ \t]+$")
_BRACKETS = re.compile(r"\([^()]*\)")
_NEXT = re.compile(r"[;,] ?$")
_LIES_IN = re.compile(r",? thuộc (?:tỉnh )?")
# what two places stand in: "thấp hơn", "đứng sau"
_RELATION = re.compile(rf"(?<!\w){SUBJECTS.relations}$")
_BARRED_REACH = 12  # characters between a phrase that bars a place and its name
_ONCE = re.compile(rf"\({SUBJECTS.once}(?!\w)")
_LOCAL = (" tỉnh", " khu vực", " huyện")
_NEEDS_TYPE = frozenset({"hồ chí minh"})  # a person's name unless "TP" goes before
_TYPES = ("tp", "tp.", "thành phố", "t.p")
_GLOSS = 12  # characters between a place and the brackets that explain it
# "TP Huế tiếp nhận": a city below the province of its name, but not "các tỉnh, thành phố Huế"
_CITY = re.compile(r"(?<!tỉnh, )(?<!tỉnh/)(?<!tỉnh )(?<!\w)(?:tp\.?|thành phố)[ \t]+$")

_CITY_NAME = re.compile(r"(?:thành phố|tp\b\.?) ?")
_NO_TOWN = re.compile(f"{UNITS.no_towns}")


class Home(Enum):
    """What a text on one place calls its own: "tỉnh", "thành phố", or nothing."""

    PROVINCE = "province"
    CITY = "city"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a sentence; offsets count from its start.

    ``slug`` is "" for a central body that no catalogue knows; ``city`` names the city
    below the province that is meant where both have one name, "" for the province. A
    place that others are compared with has the figures of its brackets alone, up to
    ``until``: "sau Cần Thơ (90,05%)"; it is 0 for all others.
    """

    start: int
    end: int
    slug: str
    level: str | None = None
    city: str = ""
    until: int = 0


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """All names of provinces and bodies as one pattern.

    ``cities`` gives by the slug of a province that is no city on the day of the text
    the slug of the one in which the city of its name lies then.
    """

    pattern: Pattern
    provinces: Mapping[str, str]
    bodies: Mapping[str, Body]
    places: Places
    cities: Mapping[str, str] = field(default_factory=dict)

    def own_cities(self) -> frozenset[str]:
        """Return the folded names of the cities that are no parts of a province."""
        return frozenset(name for name, slug in self.provinces.items() if slug not in self.cities)

    def is_whole(self, place: str, level: str) -> bool:
        """Tell whether a level is but the name of a place that is a city: "thành phố Huế"."""
        typed = _CITY_NAME.match(folded(level))
        name = folded(level)[typed.end() :] if typed else ""
        return self.provinces.get(name) == place and place not in self.cities


def place_names(catalogue: Catalogue, rules: PlaceRules, day: date | None = None) -> PlaceNames:
    """Build the search for names on the day of a text; longer names go first."""
    provinces = {
        folded(name): place.slug
        for place in catalogue.places.by_slug.values()
        if place.slug != NATION and place.kinds[0].kind is not PlaceKind.BODY
        for name in (place.name, *place.aliases)
    }
    bodies = body_names(catalogue.places, rules, day)
    spelled = {name: spelled_loosely(name) for name in bodies}
    spelled.update((name, _spelled(name)) for name in provinces)
    longest = sorted(spelled, key=lambda name: (-len(name), name))
    return PlaceNames(
        regex("|".join(spelled[name] for name in longest)),
        provinces,
        {key_of(name): body for name, body in bodies.items()},
        catalogue.places,
        _cities(catalogue.places, day or date.min),
    )


def _cities(places: Places, day: date) -> dict[str, str]:
    """Return the provinces that are no cities on a day, Huế under its name then."""
    return {
        place.slug: places.told_as(place.slug, day)
        for place in places.by_slug.values()
        if place.slug != NATION and not _is_city(place, day)
    }


def _is_city(place: Place, day: date) -> bool:
    """Tell whether "thành phố X" is a unit of its own on a day."""
    if _NO_TOWN.fullmatch(place.name):
        return True
    begun = place.since is None or place.since <= day
    return begun and place.kind_on(day) is PlaceKind.CITY


def _spelled(name: str) -> str:
    """Return the expression of a name: dashes with or without blanks, "TP HCM"."""
    out = name.replace(".", r"\.?").replace(" - ", r"(?: ?- ?| )").replace("&", r"\&")
    return out.replace(" ", " +")


def bodies_in(names: PlaceNames, text: str) -> set[str]:
    """Return the slugs of the central bodies that a folded text names, branches left out."""
    found = (
        names.bodies.get(key_of(text[hit.start : hit.end])) for hit in names.pattern.hits(text)
    )
    return {body.place for body in found if body and body.level is None}


def mentions(
    names: PlaceNames,
    rules: PlaceRules,
    text: str,
    original: str,
    *,
    known: bool = False,
    home: Home = Home.PROVINCE,
) -> list[Mention]:
    """Return the places that a sentence names as subjects of what it says.

    ``known`` tells that the text as a whole has a place: then the city that it was
    written in is none; ``home`` is what it calls its own.
    """
    barred = [hit.end for hit in rules.not_place.hits(text)]
    merged = compared = asided = -1
    out: list[Mention] = []
    bodies: list[tuple[int, int]] = []
    for hit in names.pattern.hits(text):
        name = " ".join(text[hit.start : hit.end].split())
        slug = names.provinces.get(name) or names.provinces.get(_undashed(names, name), "")
        body = None if slug else names.bodies.get(key_of(name))
        if slug and is_merged(text, hit.start, merged):
            merged = hit.end
        elif body and body.level and text.startswith(_LOCAL, hit.end):
            continue  # "Kho bạc Nhà nước tỉnh" is a part of its province
        elif body:
            bodies.append((hit.start, hit.end))
            until = _until(text, hit, barred, compared)
            compared = hit.end if until else -1
            own = until >= 0 and acts(text, hit.start, end_of_branch(original, hit.start, hit.end))
            if own or (until == 0 and _goes_on(text, hit, out, names)):
                whose = body.place if own else ""
                out.append(Mention(hit.start, hit.end, whose, body.level, until=until))
        elif slug and _is_no_subject(text, original, hit, out):
            continue
        elif slug and is_dateline(text, hit) and (known or rules.nation.found_in(text)):
            continue  # a city where a text on the whole country was written
        elif slug and is_name(text, original, hit, name):
            until = _until(text, hit, barred, compared)
            compared = hit.end if until else -1
            one = _province(names, text, original, hit, slug)
            aside = _aside(text, hit, until, home)
            if hit.start < asided:  # "Như Huế, Đà Nẵng, tỉnh …"
                out.append(replace(one, until=asided))
            elif aside:
                asided = aside[0].end
                out += [replace(one, until=asided), *aside[1:]]
            elif until >= 0:
                out.append(replace(one, until=until))
    other = without(central_bodies(text, original, names.places, rules), bodies)
    out += [Mention(*one) for one in other if acts(text, one[0], one[1])]
    out += [Mention(*one) for one in regions(text, original, rules)]
    out.sort(key=lambda one: one.start)
    out = [one if one.until else replace(one, until=_closed(text, one)) for one in out]
    plain = [one for one in out if not _is_aside(text, one, out)]
    return _with_towns(text, original, plain)


def _goes_on(text: str, hit: Hit, before: Sequence[Mention], names: PlaceNames) -> bool:
    """Tell whether a body opens a clause behind another one's and does something there.

    Whatever it is, the figures of "…; Bộ Y tế bật lên hạng 3" are not those of the one before.
    """
    listed = bool(before) and before[-1].slug in names.places.bodies
    return (
        listed
        and _NEXT.search(text, max(0, hit.start - 2), hit.start) is not None
        and not publishes(text[hit.end : hit.end + 60])
    )


def _until(text: str, hit: Hit, barred: Iterable[int], compared: int) -> int:
    """Return where the figures of a name end that others are compared with, -1 if it has none.

    0 stands for a name that is no base. ``compared`` is where the last such base ends.
    """
    against = _barred(text, hit, barred) or is_next(text, compared, hit.start)
    return bracketed(text, hit.end) if against else 0


def _aside(text: str, hit: Hit, until: int, home: Home) -> list[Mention]:
    """Return where an aside on a place ends, and that nobody's is what follows, [] if it is none.

    The first stands for its end: "Như Huế đã giải quyết 88.000 hồ sơ, tỉnh …".
    """
    city = home is Home.CITY
    end, sure = aside_until(text, hit.start, hit.end, city=city), home is not Home.NOBODY
    if end < 0 and until < 0:
        end, ours = described_until(text, hit.end, city=city)
        sure = sure and ours
    if end < 0:
        return []
    return [Mention(end, end, "")] if sure else [Mention(end, end, ""), Mention(end, end, "")]


def _is_no_subject(text: str, original: str, hit: Hit, before: Sequence[Mention]) -> bool:
    """Tell whether a name is where people met or live, or where most of a figure lies.

    Or where the place lies that was named right ``before`` it.
    """
    if is_apposed(text, before[-1].end if before else -1, hit):
        return True
    return is_venue(text, hit) or is_home(original, hit.start) or is_mostly(text, hit)


def _closed(text: str, one: Mention) -> int:
    """Return where the brackets close in which a place has figures of its own, 0 if in none.

    "(nhiều nhất là Bộ Y tế, 90 thủ tục); của các địa phương là 1.200 thủ tục".
    """
    for match in _BRACKETS.finditer(text):
        if match.start() < one.start < match.end():
            if is_dateline(text, Hit(one.start, one.end)):
                return 0
            own = any(char.isdigit() for char in text[one.end : match.end()])
            return match.end() if own else 0
    return 0


def _province(names: PlaceNames, text: str, original: str, hit: Hit, slug: str) -> Mention:
    """Return a province, or the city of its name that lies in it."""
    first = max(0, hit.start - 20)
    city = _CITY.search(text[first : hit.start])
    if slug in names.cities and city:
        name = " ".join(original[first + city.start() : hit.end].split())
        return Mention(hit.start, hit.end, names.cities[slug], city=name)
    return Mention(hit.start, hit.end, slug)


def _with_towns(text: str, original: str, found: Iterable[Mention]) -> list[Mention]:
    """Return the places with a city and the province that it is said to lie in as one.

    "Thành phố Huế thuộc tỉnh Thừa Thiên Huế tiếp nhận …" is of the city, whatever it is today.
    """
    out: list[Mention] = []
    for one in found:
        last = out[-1] if out else None
        first = max(0, last.start - 20) if last else 0
        city = _CITY.search(text[first : last.start]) if last else None
        if last and city and _LIES_IN.fullmatch(text, last.end, one.start):
            name = " ".join(original[first + city.start() : last.end].split())
            out[-1] = Mention(last.start, one.end, one.slug, city=name)
        else:
            out.append(one)
    return out


def _is_aside(text: str, one: Mention, found: Iterable[Mention]) -> bool:
    """Tell whether a place in brackets only explains the one before them.

    "Đà Nẵng (sau hợp nhất với Quảng Nam) tiếp nhận …" is of Đà Nẵng; "(Hà Nam 95%)" and
    "huyện Gia Lộc (Hải Dương)" name their own.
    """
    for match in _BRACKETS.finditer(text):
        if match.start() < one.start < match.end():
            if any(char.isdigit() for char in text[one.end : match.end()]):
                return False
            near = any(other.end <= match.start() < other.end + _GLOSS for other in found)
            return near or _ONCE.match(text, match.start()) is not None
    return False


def _undashed(names: PlaceNames, name: str) -> str:
    """Return the catalogue's spelling of a name written with other dashes or dots."""
    plain = name.replace(".", "").replace("-", " ").split()
    for known in names.provinces:
        if known.replace(".", "").replace("-", " ").split() == plain:
            return known
    return name


def is_name(text: str, original: str, hit: Hit, name: str) -> bool:
    """Tell a province from a common word or a person's name."""
    if not original[hit.start].isupper():
        return False
    before = text[max(0, hit.start - 12) : hit.start].rstrip()
    word = before.split()[-1] if before.split() else ""
    if name in _NEEDS_TYPE:
        return before.endswith(_TYPES)
    if _PART_OF.search(text[max(0, hit.start - 20) : hit.start]):
        return False
    glued = bool(word) and original[hit.start - len(word) - 1 : hit.start - len(word)].isupper()
    return not (glued and _FAMILY.fullmatch(word))


def _barred(text: str, hit: Hit, barred: Iterable[int]) -> bool:
    """Tell whether a phrase that bars places ends right before the name.

    "Điểm cầu: Hà Nội" bars it, too; "kết quả thấp hơn: Hà Nội 43,9 điểm" begins a list.
    """
    for end in barred:
        between = text[end : hit.start].strip()
        listed = between == ":" and not _RELATION.search(text, 0, end)
        named = between in ("", "tỉnh", "tp", "tp.", "thành phố")
        if hit.start - end <= _BARRED_REACH and hit.start >= end and (named or listed):
            return True
    return False
