"""Whom a figure is about: province, country or central body, and the part of it.

A reader keeps the last province in mind, takes "tỉnh" for it, and goes back to the
whole country at "cả nước" or "các bộ, ngành". So does this module, sentence by
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.extraction.pattern import Hit
from generator.extraction.places.acting import COLLECTS, publishes
from generator.extraction.places.asides import (
    country_before,
    is_dateline,
    is_home,
    is_venue,
    opens_aside,
)
from generator.extraction.places.bodies import key_of, tells_ministry
from generator.extraction.places.central import CentralMind, Told
from generator.extraction.places.mentions import (
    Home,
    Mention,
    PlaceNames,
    bodies_in,
    is_name,
    mentions,
)
from generator.extraction.places.portals import Portal, PortalMind
from generator.extraction.places.scopes import Scope, turns_back
from generator.extraction.places.units import UNIT_NAME
from generator.extraction.reading import folded
from generator.extraction.rules import PlaceRules
from generator.extraction.words.subjects import SUBJECTS
from generator.model.fact import NATION

_CONTINUES = re.compile(f"{SUBJECTS.continues}")
_THIS_MINISTRY = re.compile(r"(?<!\w)bộ này(?!\w)")
_SOME_TRADE = re.compile(r"(?<!\w)toàn ngành(?!\w)")
_THE_SAME = re.compile(rf"(?<!\w){SUBJECTS.the_same}(?!\w)")
_PROVINCE = re.compile(r"(?<!\w)tỉnh(?!\w)")
# "Toàn thành phố tiếp nhận 90.000 hồ sơ" is of no province that was named last
_CITY_ALONE = re.compile(rf"(?<!\w)toàn {SUBJECTS.city_types}(?!\w)|(?:^|, ){SUBJECTS.city_types} ")
_PORTAL = "cổng"
# "toàn tỉnh", "Tỉnh đã tiếp nhận": one province, though none may be known
_SOME_PROVINCE = re.compile(
    rf"(?<!\w)(?:{SUBJECTS.one_province}|{SUBJECTS.by_province} {SUBJECTS.province})(?!\w)"
    rf"(?!/|,? {SUBJECTS.more_provinces}(?!\w))"
    rf"|(?:^|[;:.] |(?<!tỉnh)(?<!ngành)(?<!bộ), )(?:còn |riêng )?"
    rf"{SUBJECTS.province} {SUBJECTS.back_does}(?!\w)"
)
# "Toàn quốc, sau một năm …", "…; cả nước nhận …": what the country has reached
_NATION_LEADS = re.compile(
    rf"^(?:{SUBJECTS.nation_before} )?(?:phạm vi )?{SUBJECTS.nation}"
    rf"(?:[,:]| {SUBJECTS.nation_has}(?!\w))"
    rf"|(?:^|(?<=[,;:] ))(?:{SUBJECTS.nation_leads}[,:]"
    rf"|{SUBJECTS.nation}(?= (?!{SUBJECTS.nation_not}(?!\w))\w))"
)
_OF_ANY = tuple(SUBJECTS.groups_of_any)
_STAGES = tuple(SUBJECTS.stages)
_REPORTS = re.compile(
    rf"(?<!\w){SUBJECTS.heads} (?:ubnd )?{SUBJECTS.province}(?: [^\W\d_]{{1,10}}){{0,5}}?"
    rf" {SUBJECTS.heads_report}(?!\w)"
)
# "đạt 99%, trong khi cả nước đạt 90%" does not leave the province
_CONTRAST = re.compile(rf"(?<!\w){SUBJECTS.in_contrast},? $")
_SET_BESIDE = re.compile(
    rf"[,(] (?:{SUBJECTS.in_contrast}|{SUBJECTS.more_than})(?!\w)[^;.:\d]{{0,40}}$"
)
_FIGURE = re.compile(r"\d")
_LONE = re.compile(r"\d[\d.,]*%?")
_CELL = 60  # characters of a line that can be a cell or the title of a table
# "Thứ trưởng Bộ Nội vụ cho biết, tỷ lệ đạt 55%": of whom stays open
_CENTRAL = re.compile(
    rf"(?<!\w){SUBJECTS.central_heads}(?!\w)[^.;:]{{0,80}} {SUBJECTS.central_says}(?!\w)"
)
_HERE = re.compile(rf"(?<!\w)(?:{SUBJECTS.province}|địa phương|địa bàn)(?!\w)")
# "Đại diện Hà Nam cho biết": in a text on the country they speak for themselves alone
_SPEAKS = re.compile(rf"(?<!\w){SUBJECTS.guests} $")
_HEARD = re.compile(rf"(?<!\w){SUBJECTS.guests_heard} $")
_GUEST = "guest"
_MANY = re.compile(rf"(?<!\w)(?:{SUBJECTS.many_provinces}|\d+) $")
# "tỉnh bạn đã đưa 1.655 thủ tục …": whoever writes this is of another province
_OTHERS_PLACE = re.compile(rf"(?<!\w){SUBJECTS.others_place}(?!\w)")
# "học tập kinh nghiệm của Đà Nẵng", "khách mời đến từ Cần Thơ"
_LEARNT = re.compile(rf"(?<!\w){SUBJECTS.learnt}(?: {SUBJECTS.province_types})? $")
_GOVERNMENT = frozenset({"văn phòng chính phủ", "chính phủ"})


@dataclass(slots=True)
class Focus:
    """The place that a reader has in mind while reading."""

    names: PlaceNames
    rules: PlaceRules
    default: str | None
    current: str | None = None
    level: str | None = None
    last_named: str | None = None
    last_body: str | None = None  # also one that was no subject: "Bộ A nhìn nhận …. Bộ này …"
    before: tuple[str | None, str | None] | None = None
    ministry: str | None = None
    frame: tuple[str | None, str | None] | None = None
    cell: str | None = None
    celled: bool = False
    portal: PortalMind = field(default_factory=PortalMind)
    central: CentralMind = field(default_factory=CentralMind)
    beside: set[str] = field(default_factory=set)  # whom the paragraph has named
    guest: bool = False  # a province that the paragraph before named beside others is in mind
    heard: bool = False  # a guest spoke of "tỉnh" last: whose the next one is stays open
    of_country: bool = False  # the sentence before speaks of the whole country alone

    def __post_init__(self) -> None:
        """Begin with the place that the text as a whole is about."""
        self.current = self.default

    def read(self, text: str, original: str) -> Scope:
        """Read the next sentence and return its scope."""
        scope = self._read(text, original)
        provinces = set(self.names.provinces.values())
        if self.default not in provinces:
            return scope
        provinces.remove(self.default)
        others = frozenset(one.slug for one in scope.named if one.slug in provinces)
        last = max((one.start for one in scope.named), default=-1)
        ends = scope.nation[-1] if scope.nation else -1
        country = ends > last and not _CONTRAST.search(text, 0, ends)
        country = country and not turns_back(text, ends, len(text))
        seen = Told(len(scope.named), others, country and _FIGURE.search(text, ends) is not None)
        return replace(scope, whose=self.central.read(text, original, seen))

    def _read(self, text: str, original: str) -> Scope:
        """Return the scope of the next sentence by what it names and what is in mind."""
        known = self.default is not None
        named = mentions(self.names, self.rules, text, original, known=known, home=self._called())
        nation = self._nation(text)
        portal = self.portal.read(text, nation)
        nation = [0, *nation] if portal is Portal.NATION else nation
        whole = [mention for mention in named if not mention.until]
        slugs = {mention.slug for mention in whole}
        self.beside.update(_GUEST if _HEARD.search(text, 0, one.start) else "" for one in whole)
        self.beside.update(slugs)
        self.beside.discard("")
        goes_on = _CONTINUES.match(text) or _THE_SAME.search(text)
        stays = self.ministry is not None and self.current == self.ministry
        if self.before is not None and not goes_on and not stays:
            (self.current, self.level), self.before = self.before, None
        home = self._home()
        if len(slugs) == 1:
            self._look_at(whole[0])
            self.heard = False
            self._mind_guest(text, whole[0])
        elif nation and self._is_national(self.default) and not self._is_beside(text, nation):
            self.current, self.level, self.before = self._country(text, portal), None, None
        elif self.ministry and not named and tells_ministry(text, original):
            self.before = self.before or (self.current, self.level)
            self.current, self.level = self.ministry, None
        elif not named and (
            self._means_last_body(text, original) or self._is_unsure_of(text, original)
        ):
            self.before = self.before or (self.current, self.level)
            self.current = self._body_meant(text, original)
            self.level = None
        elif not named and (speaker := self._speaker(text)) is not None:
            self._hear(speaker)
        elif not named and self._says_own(text) and not self._on_stage(text):
            self._own(text)
        unknown = () if named else self._unknown(text)
        if unknown:  # "Toàn tỉnh …, trong đó Cổng Dịch vụ công quốc gia tiếp nhận" its dossiers
            nation = [at for at in nation if at < unknown[0] or not text.startswith(_PORTAL, at)]
        self._remember(text, original)
        if self._leaves_guest(text, original, told=bool(named or nation)):
            return Scope(None, None, (), (), self.default, unknown, home)
        before = self.of_country
        told, self.of_country = country_before(text, named=bool(named), before=before)
        if told:
            return Scope(NATION, None, (), tuple(nation), self.default)
        if portal is Portal.UNSURE and self._is_local():
            return Scope(None, None, tuple(named), tuple(nation), self.default, unknown)
        found = tuple(named), tuple(nation)
        return Scope(self.current, self.level, *found, self.default, unknown, home)

    def _hear(self, speaker: str) -> None:
        """Turn to the province of a speaker; of a text on the country the paragraph is theirs."""
        if self.default == NATION:
            self.beside.update((speaker, _GUEST))
        else:
            self.before = self.before or (self.current, self.level)
        self.current, self.level = speaker, None

    def _leaves_guest(self, text: str, original: str, *, told: bool) -> bool:
        """Tell whether a text on the country goes on behind a paragraph of several guests.

        "Đại diện Hà Nam cho biết tỷ lệ đạt 98%." and, in a new paragraph, "Hơn 200.000 hồ sơ bị
        quá hạn": of nobody, until a sentence says "tỉnh" or names somebody.
        """
        local = _SOME_PROVINCE.search(text) or self._says_own(text)
        self.guest = self.guest and not (told or local or UNIT_NAME.search(original))
        return self.guest

    def _called(self) -> Home:
        """Return what the text calls the place that it is about."""
        if self.default not in self.names.provinces.values():
            return Home.NOBODY
        return Home.PROVINCE if self.default in self.names.cities else Home.CITY

    def _home(self) -> str | None:
        """Return the province in mind before a sentence, else the one that was named last."""
        known = set(self.names.provinces.values())
        minds = (self.current, self.default, self.last_named)
        return next((one for one in minds if one in known), None)

    def _unknown(self, text: str) -> tuple[int, ...]:
        """Return where a sentence speaks of a province of which nobody knows which it is.

        "Toàn tỉnh tiếp nhận 54.000 hồ sơ" where none was named is never of the country, nor is
        "toàn ngành"; a text on the country turns back to it with the next sentence.
        """
        known = self.default if self.default != NATION else self.last_named
        if not self._is_national(self.current):
            return ()
        trade = self.default == NATION and self.ministry is None
        some = [_SOME_TRADE] * trade + [_SOME_PROVINCE] * (known is None)
        found = tuple(match.start() for pattern in some for match in pattern.finditer(text))
        if found:
            self.before = (NATION, None) if self.default == NATION else None
            self.current, self.level = None, None
        return found

    def _country(self, text: str, portal: Portal) -> str | None:
        """Return what a text on no single province goes on with after "các bộ, ngành …".

        A text on a ministry turns back to it, though nobody knows when.
        """
        told = portal is Portal.NATION or self.rules.nation.found_in(text)
        return NATION if told and self.ministry is None else self.default

    def turn(self, *, heading: bool, titled: bool = False) -> None:
        """Begin a paragraph, or a ``heading``; ``titled`` tells one that is no lead-in.

        A text on one place turns back to it, unless a heading has named another one; the
        country stays in mind where no province was named. A text on the country turns
        back to it at the title of a section.
        """
        self.central.turn(heading=heading)
        self.heard = False
        if heading:
            self.frame = None
        if titled and self.default == NATION:
            self.current, self.level, self.before = NATION, None, None
        guest = self._is_national(self.default) and not heading and len(self.beside) > 1
        self.guest = guest and self.current in set(self.names.provinces.values())
        self.beside.clear()
        if not self._is_national(self.default):
            self.before = None
            self.current, self.level = self.frame or (self.default, None)
        elif self.default is None and self.current == NATION and self.last_named is not None:
            self.current = None

    def line(self, text: str) -> None:
        """Turn to the province whose lone name stands on the line above a lone number ``text``.

        A table of ranks may come with each cell on a line of its own; below a name that is
        none of a province the number is nobody's.
        """
        if not _LONE.fullmatch(text):
            self.cell = self.names.provinces.get(" ".join(text.split()))
            self.celled = (self.celled and len(text) <= _CELL) or self.cell is not None
        elif self.celled:
            self.current, self.level = self.cell, None

    def rule(self) -> None:
        """Let the place in mind rule what a heading leads to."""
        if (self.current, self.level) != (self.default, None):
            self.frame = self.current, self.level

    def _speaker(self, text: str) -> str | None:
        """Return the province that its head speaks for at a video stage, None if none does.

        "Tại điểm cầu Bình Thuận, Chủ tịch UBND tỉnh cho biết kết quả của tỉnh là 78%".
        """
        if not _REPORTS.search(text):
            return None
        found = {
            self.names.provinces.get(" ".join(text[hit.start : hit.end].split()))
            for hit in self.names.pattern.hits(text)
            if text[: hit.start].rstrip().endswith(_STAGES)
        }
        return found.pop() if len(found) == 1 else None

    def _is_local(self) -> bool:
        """Tell whether a province is in mind in a text on a province: no ministry is known."""
        return {self.default, self.current} <= set(self.names.provinces.values())

    def _is_beside(self, text: str, nation: list[int]) -> bool:
        """Tell whether a sentence on the province in mind only sets the country beside it.

        "Tỷ lệ số hóa kết quả 86,9%, trong khi mức bình quân cả nước là 83,7%".
        """
        first = _FIGURE.search(text)
        if first is None or self.current not in self.names.provinces.values():
            return False
        return _SET_BESIDE.search(text, first.end(), nation[0]) is not None

    def _means_last_body(self, text: str, original: str) -> bool:
        """Tell whether a body named before is meant, though a province or all are in mind.

        "bộ này" is the last one, "Bộ" the one of its sentence: "Bộ Nội vụ cho biết, Bộ đã …".
        """
        minds = {None, NATION, *self.names.provinces.values()}
        named = len(bodies_in(self.names, text)) == 1 and tells_ministry(text, original)
        return self.current in minds and (named or _THIS_MINISTRY.search(text) is not None)

    def _body_meant(self, text: str, original: str) -> str | None:
        """Return the body that "bộ này" or "Bộ" means, None for one that nobody knows."""
        if not self._means_last_body(text, original):
            return None
        return next(iter(bodies_in(self.names, text)), self.last_body)

    def _is_unsure_of(self, text: str, original: str) -> bool:
        """Tell whether "Bộ", or the head of one, stands for a ministry that nobody has named."""
        local = self._is_local()
        some = local or self._is_national(self.default)
        return (some and tells_ministry(text, original)) or (local and _speaks_for_all(text))

    def on_bodies(self, scope: Scope, text: str) -> bool:
        """Tell whether a sentence names central bodies alone, and speaks of no province."""
        provinces = self.names.provinces.values()
        named = scope.named and not any(one.slug in provinces for one in scope.named)
        return bool(named) and _HERE.search(text) is None

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

    def _mind_guest(self, text: str, one: Mention) -> None:
        """Let a guest of a text on one province be in mind for one sentence alone.

        "Đại diện Hà Nam cho biết tỉnh bạn đạt 98%." in a text on Phú Thọ: what follows is its own
        again. Where the guest says "tỉnh", nobody knows who goes on.
        """
        known = set(self.names.provinces.values())
        if self.default not in known or one.slug not in known or one.slug == self.default:
            return
        host = _OTHERS_PLACE.search(text) or _LEARNT.search(text, 0, one.start)
        if opens_aside(text, one.start):
            self.before = (self.default, None)  # "Như Huế đã giải quyết …. Tỉnh …"
        elif host or _SPEAKS.search(text, 0, one.start):
            self.before = (self.default if host else None, None)
            self.heard = not host

    def _nation(self, text: str) -> list[int]:
        barred = [(hit.start, hit.end) for hit in self.rules.not_nation.hits(text)]
        hits = [*self.rules.nation.hits(text)]
        if self._is_national(self.default):
            hits.extend(self._weak(text))
        out = [
            hit.start
            for hit in hits
            if not any(
                start <= hit.start < end or hit.start <= start < hit.end for start, end in barred
            )
        ]
        return sorted([*out, *(match.start() for match in _NATION_LEADS.finditer(text))])

    def _weak(self, text: str) -> Iterator[Hit]:
        """Yield the phrases that mean the country in a text on no province.

        "Tổ công tác" may be that of a province which the text has named.
        """
        local = self.last_named is not None or _HERE.search(text) is not None
        for hit in self.rules.nation_weak.hits(text):
            if not (local and text.startswith(_OF_ANY, hit.start)):
                yield hit

    def _says_own(self, text: str) -> bool:
        """Tell whether a sentence says "toàn tỉnh", "tỉnh đạt", and not "các tỉnh đạt"."""
        return any(not _MANY.search(text, 0, hit.start) for hit in self.rules.own.hits(text))

    def _own(self, text: str) -> None:
        """Take "tỉnh" for the province of the text, or the one named last."""
        if self.heard and self.current is None:
            return
        if _PROVINCE.search(text) and self.current in self.names.cities.values():
            self.level = None
        cities = self.names.cities
        provinces = set(self.names.provinces.values()) - set(cities)
        other = self.current in provinces
        if _PROVINCE.search(text) and other and self.default in cities:
            self.current, self.level = self.default, None
        if not _PROVINCE.search(text) and self.current in cities and self.default in provinces:
            # "thành phố có 2.081 TTHC" is of the city, whatever province was named beside it
            self.current, self.level = self.default, None
        if self._is_national(self.current):
            own = self.default if not self._is_national(self.default) else self.last_named
            if own == self.last_named and own in self.names.cities and _CITY_ALONE.search(text):
                own = None if _PROVINCE.search(text) is None else own
            if own:
                self.current, self.level = own, None

    @staticmethod
    def _is_national(place: str | None) -> bool:
        return place is None or place == NATION

    def _remember(self, text: str, original: str) -> None:
        """Keep the province named last, also where it was no subject ("điểm cầu …")."""
        for hit in self.names.pattern.hits(text):
            name = " ".join(text[hit.start : hit.end].split())
            slug, body = self.names.provinces.get(name), self.names.bodies.get(key_of(name))
            if slug and is_name(text, original, hit, name) and not is_dateline(text, hit):
                self.last_named = slug
            elif body is not None:
                self.last_body = body.place


def ministry_of(names: PlaceNames, title: str, lead: str) -> str | None:
    """Return the slug of the one central body that both title and lead name, if any.

    One that announces something ("Bộ Nội vụ công bố …") need not speak of itself. Where the
    title begins with it ("Bộ Y tế sơ kết …") the lead may call it "Bộ", but one that collects
    the figures of all is then not known to speak of itself.
    """
    if any(publishes(folded(title)[hit.end :]) for hit in names.pattern.hits(folded(title))):
        return None
    titled, led = bodies_in(names, folded(title)), bodies_in(names, folded(lead))
    if len(titled) != 1 or not (titled <= led or _is_own_title(names, title, led, lead)):
        return None
    return next(iter(titled))


def _is_own_title(names: PlaceNames, title: str, led: set[str], lead: str) -> bool:
    """Tell whether the body that a title begins with is called "Bộ" in a lead without others."""
    text = folded(title)
    first = next(iter(names.pattern.hits(text)), None)
    if first is None or first.start or led or text.startswith(COLLECTS):
        return False
    return tells_ministry(folded(lead), lead) and not names.pattern.found_in(folded(lead))


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
            if is_name(folded(part), part, hit, folded(part)[hit.start : hit.end])
            and not (national and is_dateline(folded(part), hit))
            and not is_venue(folded(part), hit)
            and not is_home(part, hit.start)
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


def _speaks_for_all(text: str) -> bool:
    """Tell whether the head of a central body speaks, and of nothing that a province is."""
    said = _CENTRAL.search(text)
    return said is not None and _HERE.search(text, said.end()) is None
