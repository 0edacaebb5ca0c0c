"""Whom a figure is about: province, country or central body, and the part of it.

A reader keeps the last province in mind, takes "tỉnh" for it, and goes back to the
whole country at "cả nước" or "các bộ, ngành". So does this module, sentence by
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.catalogue import Catalogue
from generator.catalogue.places import Place, PlaceKind, Places
from generator.extraction.acting import acts, publishes
from generator.extraction.asides import bracketed, is_dateline, is_merged, is_venue
from generator.extraction.bodies import (
    body_names,
    central_bodies,
    key_of,
    spelled_loosely,
    tells_ministry,
    without,
)
from generator.extraction.pattern import Hit, Pattern, regex
from generator.extraction.reading import folded
from generator.extraction.regions import regions
from generator.extraction.rules import Body, PlaceRules
from generator.model.fact import NATION

# family and middle names: "Trần Bình Dương" is a person
_FAMILY = re.compile(
    "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|trương|mai|đinh|lâm"
    "|đoàn|tô|trịnh|lưu|cao|hà|tạ|thái|văn|thị|đức|hữu|ngọc|minh|quang|xuân|công|đình|thanh|anh|chu|kiều"
)
_CONTINUES = re.compile(
    r"(?:trong (?:đó|số)|cụ thể|theo đó|riêng|đồng thời|ngoài ra|bên cạnh"
    r"|cùng với|đến nay|kết quả|tỷ lệ|số)"
)
_THE_SAME = re.compile(r"(?<!\w)(?:bộ|ngành|cơ quan) này(?!\w)")
_NAMES = re.compile(
    r"\d{1,2}(?:/\d{2})?(?:(?: là| thuộc về| của|:| -)(?: tỉnh| thành phố| tp\.?)?"
    r"|(?: tỉnh| thành phố| tp\.?)) "
)
# "phường Trà Vinh" is a ward of another province by now
_PART_OF = re.compile(
    r"(?<!\w)(?:phường|xã|thị trấn|huyện|quận|đặc khu|đường|đại học|đường sắt|bưu điện)[ \t]+$"
)
# "Với tổng điểm 72,80, Bắc Giang …"
_INTRO = re.compile(
    r"(?:đạt|với)(?: (?:tổng|số|điểm|mức|kết quả|chỉ số|hơn|gần|tổng số|đạt)){0,4} "
)
_BRACKETS = re.compile(r"\([^()]*\)")
_ONCE = re.compile(
    r"\((?:bao gồm|gồm|sau|trước|cũ|sáp nhập|hợp nhất|kể cả|tính cả|thuộc|nay)(?!\w)"
)
_NEEDS_TYPE = frozenset({"hồ chí minh"})  # a person's name unless "TP" goes before
_TYPES = ("tp", "tp.", "thành phố", "t.p")
_GLOSS = 12  # characters between a place and the brackets that explain it
# "TP Huế tiếp nhận": a city below the province of its name, but not "các tỉnh, thành phố Huế"
_CITY = re.compile(r"(?<!tỉnh, )(?<!tỉnh/)(?<!tỉnh )(?<!\w)(?:tp\.?|thành phố)[ \t]+$")
_PROVINCE = re.compile(r"(?<!\w)tỉnh(?!\w)")
_GOVERNMENT = frozenset({"văn phòng chính phủ", "chính phủ"})


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


def place_names(catalogue: Catalogue, rules: PlaceRules, day: date | None = None) -> PlaceNames:
    """Build the search for names on the day of a text; longer names go first."""
    provinces = {
        folded(name): place.slug
        for place in catalogue.places.by_slug.values()
        if place.slug != NATION and place.kinds[0].kind is not PlaceKind.BODY
        for name in (place.name, *place.aliases)
    }
    bodies = body_names(catalogue.places, rules)
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
    begun = place.since is None or place.since <= day
    return begun and place.kind_on(day) is PlaceKind.CITY


def _spelled(name: str) -> str:
    """Return the expression of a name: dashes with or without blanks, "TP HCM"."""
    out = name.replace(".", r"\.?").replace(" - ", r"(?: ?- ?| )").replace("&", r"\&")
    return out.replace(" ", " +")


def mentions(
    names: PlaceNames, rules: PlaceRules, text: str, original: str, *, known: bool = False
) -> list[Mention]:
    """Return the places that a sentence names as subjects of what it says.

    ``known`` tells that the text as a whole has a place: then the city that it was
    written in is none.
    """
    barred = [hit.end for hit in rules.not_place.hits(text)]
    merged = -1
    out: list[Mention] = []
    bodies: list[tuple[int, int]] = []
    for hit in names.pattern.hits(text):
        name = " ".join(text[hit.start : hit.end].split())
        slug = names.provinces.get(name) or names.provinces.get(_undashed(names, name), "")
        body = None if slug else names.bodies.get(key_of(name))
        if slug and is_merged(text, hit.start, merged):
            merged = hit.end
        elif body:
            bodies.append((hit.start, hit.end))
            if acts(text, hit.start, hit.end):
                out.append(Mention(hit.start, hit.end, body.place, body.level))
        elif slug and is_venue(text, hit):
            continue
        elif slug and is_dateline(text, hit) and (known or rules.nation.found_in(text)):
            continue  # a city where a text on the whole country was written
        elif slug and _is_name(text, original, hit, name):
            until = bracketed(text, hit.end) if _barred(text, hit, barred) else 0
            if until >= 0:
                one = _province(names, text, original, hit, slug)
                out.append(replace(one, until=until))
    other = without(central_bodies(text, original, names.places, rules), bodies)
    out += [Mention(*one) for one in other if acts(text, one[0], one[1])]
    out += [Mention(*one) for one in regions(text, original, rules)]
    out.sort(key=lambda one: one.start)
    return [one for one in out if not _is_aside(text, one, out)]


def _province(names: PlaceNames, text: str, original: str, hit: Hit, slug: str) -> Mention:
    """Return a province, or the city of its name that lies in it."""
    first = max(0, hit.start - 20)
    city = _CITY.search(text[first : hit.start])
    if slug in names.cities and city:
        name = " ".join(original[first + city.start() : hit.end].split())
        return Mention(hit.start, hit.end, names.cities[slug], city=name)
    return Mention(hit.start, hit.end, slug)


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


def _is_name(text: str, original: str, hit: Hit, name: str) -> bool:
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
    """Tell whether a phrase that bars places ends right before the name."""
    for end in barred:
        between = text[end : hit.start].strip()
        if 0 <= hit.start - end <= 12 and between in ("", "tỉnh", "tp", "tp.", "thành phố", ":"):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Scope:
    """The place of a sentence and the places that it names.

    ``base`` is what a figure belongs to that has no place of its own; ``nation``
    are the offsets of phrases that mean the whole country; ``whole`` is what the
    text as a whole is about.
    """

    base: str | None
    level: str | None
    named: tuple[Mention, ...]
    nation: tuple[int, ...]
    whole: str | None

    def of(self, mention: Mention, by: str) -> Owner:
        """Return a place that the sentence names as the owner of a figure."""
        return Owner(mention.slug, mention.level, f"place/{by}")

    def own(self) -> Owner:
        """Return the owner of a figure that has no place of its own."""
        if any(one.slug == self.base for one in self.named):
            by = "sentence"
        else:
            by = "text" if self.base == self.whole else "before"
        return Owner(self.base, self.level, f"place/{by}")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a figure is: place and level, and ``by`` the rule that tells it.

    No place stands for one that nobody can tell.
    """

    place: str | None
    level: str | None
    by: str


_COUNTRY = Owner(NATION, None, "place/country")


@dataclass(slots=True)
class Focus:
    """The place that a reader has in mind while reading."""

    names: PlaceNames
    rules: PlaceRules
    default: str | None
    current: str | None = None
    level: str | None = None
    last_named: str | None = None
    before: tuple[str | None, str | None] | None = None
    ministry: str | None = None
    frame: tuple[str | None, str | None] | None = None

    def __post_init__(self) -> None:
        """Begin with the place that the text as a whole is about."""
        self.current = self.default

    def read(self, text: str, original: str) -> Scope:
        """Read the next sentence and return its scope."""
        known = self.default not in (None, NATION)
        named = mentions(self.names, self.rules, text, original, known=known)
        nation = self._nation(text)
        whole = [mention for mention in named if not mention.until]
        slugs = {mention.slug for mention in whole}
        goes_on = _CONTINUES.match(text) or _THE_SAME.search(text)
        stays = self.ministry is not None and self.current == self.ministry
        if self.before is not None and not goes_on and not stays:
            (self.current, self.level), self.before = self.before, None
        if len(slugs) == 1:
            self._look_at(whole[0])
        elif nation and self._is_national(self.default):
            self.current, self.level, self.before = self._country(text), None, None
        elif self.ministry and not named and tells_ministry(text, original):
            self.before = self.before or (self.current, self.level)
            self.current, self.level = self.ministry, None
        elif not named and self.rules.own.found_in(text) and not self._on_stage(text):
            self._own(text)
        self._remember(text, original)
        return Scope(self.current, self.level, tuple(named), tuple(nation), self.default)

    def _country(self, text: str) -> str | None:
        """Return what a text on no single province goes on with after "các bộ, ngành …".

        A text on a ministry turns back to it, though nobody knows when.
        """
        told = self.rules.nation.found_in(text) and self.ministry is None
        return NATION if told else self.default

    def turn(self, *, heading: bool) -> None:
        """Begin a paragraph, or a ``heading``.

        A text on one place turns back to it, unless a heading has named another one; the
        country stays in mind where no province was named.
        """
        if heading:
            self.frame = None
        if not self._is_national(self.default):
            self.before = None
            self.current, self.level = self.frame or (self.default, None)
        elif self.default is None and self.current == NATION and self.last_named is not None:
            self.current = None

    def rule(self) -> None:
        """Let the place in mind rule what a heading leads to."""
        if (self.current, self.level) != (self.default, None):
            self.frame = self.current, self.level

    def _on_stage(self, text: str) -> bool:
        """Tell whether a sentence tells who sat where, not what was reached."""
        return self.rules.stage.found_in(text)

    def _look_at(self, mention: Mention) -> None:
        """Turn to a place; a central body is left again when its sentence ends."""
        known = self.names.provinces.values()
        if mention.slug not in known and self.before is None:
            self.before = self.current, self.level
        elif mention.slug in known:
            self.before = None
        self.current, self.level = mention.slug, mention.level
        if mention.city and mention.slug != self.default:
            self.level = mention.city  # until the text speaks of that province

    def _nation(self, text: str) -> list[int]:
        barred = [(hit.start, hit.end) for hit in self.rules.not_nation.hits(text)]
        hits = [*self.rules.nation.hits(text)]
        if self._is_national(self.default):
            hits.extend(self.rules.nation_weak.hits(text))
        return [
            hit.start
            for hit in hits
            if not any(
                start <= hit.start < end or hit.start <= start < hit.end for start, end in barred
            )
        ]

    def _own(self, text: str) -> None:
        """Take "tỉnh" for the province of the text, or the one named last."""
        if _PROVINCE.search(text) and self.current in self.names.cities.values():
            self.level = None
        if self._is_national(self.current):
            own = self.default if not self._is_national(self.default) else self.last_named
            if own:
                self.current, self.level = own, None

    @staticmethod
    def _is_national(place: str | None) -> bool:
        return place is None or place == NATION

    def _remember(self, text: str, original: str) -> None:
        """Keep the province named last, also where it was no subject ("điểm cầu …")."""
        for hit in self.names.pattern.hits(text):
            name = " ".join(text[hit.start : hit.end].split())
            slug = self.names.provinces.get(name)
            if slug and _is_name(text, original, hit, name) and not is_dateline(text, hit):
                self.last_named = slug


def ministry_of(names: PlaceNames, title: str, lead: str) -> str | None:
    """Return the slug of the one central body that both title and lead name, if any.

    One that announces something ("Bộ Nội vụ công bố …") need not speak of itself.
    """
    if any(publishes(folded(title)[hit.end :]) for hit in names.pattern.hits(folded(title))):
        return None
    titled, led = _bodies_in(names, folded(title)), _bodies_in(names, folded(lead))
    return next(iter(titled)) if len(titled) == 1 and titled <= led else None


def _bodies_in(names: PlaceNames, text: str) -> set[str]:
    found = (
        names.bodies.get(key_of(text[hit.start : hit.end])) for hit in names.pattern.hits(text)
    )
    return {body.place for body in found if body and body.level is None}


def default_place(
    names: PlaceNames,
    rules: PlaceRules,
    place: str | None,
    title: str,
    lead: str,
    head: Iterable[str] = (),
) -> str | None:
    """Return the place of a text: what is known of it, else its title, else its lead.

    A line of its ``head`` (folded) that is nothing but a central body tells who issued it.

    The city of a dateline is none where the lead speaks of the whole country.
    """
    issuer = place or next((one for line in head if (one := _issuer(names, line))), None)
    if issuer is not None:
        return issuer
    national = rules.nation.found_in(folded(lead))
    for part in (title, lead):
        found = {
            names.provinces.get(" ".join(folded(part)[hit.start : hit.end].split()), "")
            for hit in names.pattern.hits(folded(part))
            if _is_name(folded(part), part, hit, folded(part)[hit.start : hit.end])
            and not (national and is_dateline(folded(part), hit))
            and not is_venue(folded(part), hit)
        } - {""}
        if len(found) == 1:
            return found.pop()
        if len(found) > 1:
            return None
    return None


def _issuer(names: PlaceNames, line: str) -> str | None:
    """Return the place of the central body that a line consists of."""
    if line in _GOVERNMENT:
        return NATION
    body = names.bodies.get(key_of(line))
    return body.place if body and body.level is None else None


def place_at(scope: Scope, text: str, start: int, right: int, *, ranked: bool) -> Owner:
    """Return place and level of a figure at ``start`` whose words end at ``right``.

    The nearest place named before it counts, then one right after it, then the
    sentence's. "Cả nước" beside a score or rank (``ranked``) is what it is
    compared with, never whose it is; "thứ 2 là Hải Phòng" names its own.
    """
    if ranked:
        scope = replace(scope, nation=())
        if (named := _named_by(text, scope, start)) is not None:
            return scope.of(named, "behind")
    before = [one for one in scope.named if one.end <= start < (one.until or len(text))]
    nation = [offset for offset in scope.nation if offset <= start]
    if before:
        last = before[-1]
        if nation and nation[-1] > last.start:
            return _COUNTRY
        return scope.of(last, "named")
    if nation:
        return _COUNTRY
    if ranked and _INTRO.fullmatch(text, 0, start) and scope.named:
        first = next((one for one in scope.named if one.start > start and not one.until), None)
        if first is not None:
            return scope.of(first, "behind")
    after = [one for one in scope.named if start <= one.start < right and not one.until]
    if after and len({mention.slug for mention in scope.named}) > 1:
        return scope.of(after[0], "behind")
    if scope.nation and not scope.named and scope.whole in (None, NATION):
        return _COUNTRY
    return scope.own()


def _named_by(text: str, scope: Scope, start: int) -> Mention | None:
    """Return the place that a rank names right after it."""
    for mention in scope.named:
        if mention.start > start and _NAMES.fullmatch(text, start, mention.start):
            return mention
    return None
