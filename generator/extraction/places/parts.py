"""The part of a province that a text, a paragraph or a sentence is about.

"Huyện Gia Lộc tiếp nhận 24.661 hồ sơ. Tỷ lệ đúng hạn đạt 98%": the second sentence
is of the district, too. A figure of a part that passed for the province's would be a
wrong one, so a part stays in mind until the text speaks of the whole again.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

from generator.extraction.context import Paragraph, lead_of
from generator.extraction.counted.attributes import led_level, level_heading
from generator.extraction.places.acting import publishes
from generator.extraction.places.asides import is_home
from generator.extraction.places.levels import is_closed, names_subject, singles_out
from generator.extraction.places.units import (
    PART,
    SHORTLY,
    UNIT_NAME,
    UNIT_TYPE,
    UPPER_OFFICE,
    called_again,
    is_address,
    is_first_of_many,
    is_for_all,
    is_former,
    is_gloss,
    spoken,
)
from generator.extraction.reading import UPPER, folded
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.words.levels import LEVELS
from generator.extraction.words.subjects import SUBJECTS
from generator.extraction.words.units import UNITS

_ON_OTHERS = re.compile(rf"(?: [^\W\d_]{{1,10}}){{0,4}}? {SUBJECTS.on_others}")
_DEPTH = {"": 0, "I": 0, "1": 1, "a": 2, "+": 4}  # which mark stands below which
_SIGN = 3  # the depth of the other signs
# a line "Đã giải quyết: 8.000 hồ sơ" is no heading, though it ends with no full stop
_VALUE = re.compile(rf": ?\d|\d ?(?:%|{SUBJECTS.counted})")
_GLOSS = 12  # characters between a part and the province that it lies in
_HEAD = 8  # lines of a letterhead
_WHOLE = re.compile(
    rf"(?<!\w)(?:{SUBJECTS.wholes}|{SUBJECTS.whole_of}"
    rf"|(?:^|[,;.] ?){SUBJECTS.province} {SUBJECTS.province_does}"
    rf"|{SUBJECTS.all_parts})(?!\w)"
)
_AGAINST = re.compile(
    rf"(?<!\w)(?:{SUBJECTS.against}|{SUBJECTS.ranks}(?: \d{{1,3}})?)(?!\w)"
    r"(?:(?:,|/| và|, và)? ?[^\s,;.:()/]{1,10}){0,8}[ /]*$"
)
_DISTRICT = re.compile(rf"(?:{LEVELS.districts}|TP\b|TX\b|[HQ]\.)", re.IGNORECASE)
_BELOW = re.compile(f"{SUBJECTS.below}")
# "TP Thủ Đức" lies in a city that is called "thành phố", too
_TOWN = re.compile(rf"(?:TP\b\.?|thành phố) ?(?!{SUBJECTS.towns_in_cities})", re.IGNORECASE)
_OF_TOWN = re.compile(
    rf"(?:{UNITS.committee_words}|toàn|cả|trên địa bàn|của) thành phố$"
    rf"|thành phố {SUBJECTS.province_does}$"
)
_CALLED = re.compile(rf"{SUBJECTS.called}(?!\w)")
_WITHIN = re.compile(rf"{CLAUSES.parts_of}(?!\w)")
# "UBND huyện tiếp nhận …", below a paragraph on one district
_ITS_OFFICE = re.compile(
    rf"(?<!các )(?<!\w){UNITS.committee_words} {LEVELS.districts} {SUBJECTS.bare_does}(?!\w)"
)
_OF_COMMUNE = "trung tâm"
_OF_PROVINCE = " tỉnh"  # "Trung tâm … tỉnh" is no part of the district that a text is about
_TRADE_HEAD = re.compile(rf"{UNITS.trade_heads}(?!\w)")
_ALL_OF_TRADE = "toàn ngành"
# what the branches of central bodies are called once they were named
_TRADES = (
    (re.compile(f"{SUBJECTS.police}"), ("toàn lực lượng",)),
    (re.compile(f"{SUBJECTS.trades}"), ("toàn ngành", "ngành")),
    (re.compile(f"{SUBJECTS.insurance}"), ("cơ quan bhxh", "cơ quan bảo hiểm xã hội")),
    (_TRADE_HEAD, (_ALL_OF_TRADE, "ngành")),
)
_CENTRE = re.compile(rf"(?<!\w){SUBJECTS.centres} (?:của )?$")
# "Năm 2024, xã tiếp nhận …": one that was named as somebody's home
_BARE = re.compile(rf"(?:^|[,;:] )(?P<body>{SUBJECTS.bare})(?= {SUBJECTS.bare_does}(?!\w))")
_AT = re.compile(rf"(?<!\w){SUBJECTS.at_part}(?: {SUBJECTS.at_counters}){{0,3}} $")
_CAPITAL = rf"[{UPPER}](?![{UPPER}])[\w'’-]{{1,8}}"
_TITLED = re.compile(rf"(?P<name>{_CAPITAL}(?: {_CAPITAL}){{1,2}}): ")
_TITLED_LAST = re.compile(rf" (?:từ|ở|tại) (?P<name>{_CAPITAL}(?: {_CAPITAL}){{1,2}})$")
# "toàn huyện", "huyện tiếp nhận", "UBND huyện": the one that a text calls by its type alone
_OWN_TYPE = re.compile(
    rf"(?:^|[,;:.] )(?P<body>{SUBJECTS.bare})(?= {SUBJECTS.bare_does}(?!\w))"
    rf"|(?<!\w)(?:toàn|cả|một cửa|một cửa của) (?P<all>{SUBJECTS.bare})(?!\w)"
)
_ALL_OF_PART = re.compile(rf"(?<!\w)(?:toàn|cả) (?P<body>{SUBJECTS.bare})(?!\w)")
_LED = re.compile(r"[:,] $")
# "Năm 2020, Sở Xây dựng xử lý 1.500 hồ sơ"
_DATED = re.compile(r"(?:trong )?(?:\d{1,2} tháng|tháng \d|quý |năm \d)[^,;:.]{0,25}, ")
# "Công tác cải cách hành chính năm 2024 của Sở Xây dựng"
_OF_BODY = re.compile(r"(?<!\w)(?:của|tại|ở) ")
_ACTS = re.compile(rf" (?:chỉ )?{SUBJECTS.bare_does}(?!\w)")
_COUNTERS = re.compile(rf"(?:(?:{SUBJECTS.at_counters}|{UNITS.committee_words}) ){{1,3}}")
_MORE = re.compile(rf"(?<!\w){SUBJECTS.more_than}(?!\w)[^,;.:()\d]{{0,40}}$")
_OWN = re.compile(rf"[ (:]*(?:{SUBJECTS.own_number}[ :]*){{0,3}}\d")
_OF_ITS = re.compile(r" ?(?:tỉnh |thành phố |tp\.? ?)?")
_NEIGHBOUR = re.compile(rf" \(?{SUBJECTS.neighbours}(?!\w)")
_SPEAKER = re.compile(rf"(?<!\w){SUBJECTS.speakers}(?: [^\W\d_]{{1,10}}){{0,6}} ?$")


@dataclass(slots=True)
class Part:
    """The part in mind: ``default`` is that of the text, ``current`` that of the paragraph.

    ``turns`` are the places in the sentence where it turns to a part, or with None
    to the whole. ``frame`` is the level that a heading marked ``mark`` has named, ``listed``
    tells that marked items stand below it. ``called`` are the bodies that were named in full
    by what they are called then: "Trung tâm đã tiếp nhận …".
    ``opened`` is the office with which the sentence before opened, ``opener`` that of this one.
    ``lately`` is the part that the paragraph before spoke of.
    """

    default: str | None
    current: str | None = None
    turns: list[tuple[int, str | None]] = field(default_factory=list)
    frame: str | None = None
    mark: str = ""
    listed: bool = False
    called: dict[str, str] = field(default_factory=dict)
    opened: str | None = None
    opener: str | None = None
    lately: str | None = None

    def turn(self, paragraph: Paragraph, text: str) -> None:
        """Begin a paragraph, folded in ``text``.

        A heading or lead-in "2. Cấp huyện", "- Cấp xã:" rules those below it, up to the next
        one of its kind or above.
        """
        self.opened = self.opener = None
        self.lately = self.current
        mark = _kind_of(paragraph.mark)
        titled = paragraph.heading and not _VALUE.search(text)
        if self.frame and self._is_over(mark, titled=titled):
            self.frame = None
        self.listed = self.listed or bool(mark)
        if (level := level_heading(text)) is not None and paragraph.start:
            self.frame, self.mark, self.listed = level, mark, False
        self.current = self.frame or self.default

    def _is_over(self, mark: str, *, titled: bool) -> bool:
        """Tell whether a paragraph with a kind of ``mark`` is no longer below the frame.

        Without a mark it is so where the frame was an item whose own items are told; a
        heading without one (``titled``) also below another one such.
        """
        if mark:
            return mark == self.mark or _DEPTH.get(mark, _SIGN) < _DEPTH.get(self.mark, _SIGN)
        if self.mark in ("I", "1"):
            return False
        return (titled and not self.mark) or (bool(self.mark) and self.listed)

    def read(self, original: str, text: str, first: int, places: list[tuple[int, int]]) -> None:
        """Read a sentence, folded in ``text``, whose first figure begins at ``first``.

        ``places`` are the spans of the provinces that it names. One part before the
        figures is what the paragraph speaks of from here on; several parts are a
        list, and the next sentence is of the text's own part again.
        """
        every = list(PART.finditer(original))
        found = [match for match in every if not _is_place(match, places)]
        lying = [
            one
            for one in found
            if any(_is_where(text, two.span(), one.start()) for two in found if two != one)
        ]
        found = [one for one in found if one not in lying]
        found = [one for one in found if not _SPEAKER.search(text[: one.start()][-60:])]
        found = self._without_homes(original, found)
        found = [one for one in found if not is_former(text, one.end())]
        self._call(original, text)
        opens = any(_DISTRICT.match(one["name"]) and not one.start() for one in found)
        towns = [one.end() for one in every if _TOWN.match(one["name"])]
        wholes = [one for one in _WHOLE.finditer(text) if not self._is_own(one, towns, opens=opens)]
        beside = [one for one in wholes if _is_compared(text, one)]
        whole = [one.end() for one in wholes if one not in beside]
        offices = [one for one in UNIT_NAME.finditer(original) if one not in every]
        where = [one for one in places if _of([*found, *lying], one) or _ends(offices, text, one)]
        whole += [place[1] for place in places if place not in where]
        alone = not whole and not found and len({one["name"] for one in offices}) == 1
        self.opened, self.opener = self.opener, _opening(original, text) if alone else None
        parts: list[tuple[int, str | None]] = [(one.end(), self._named(one)) for one in found]
        self.turns = sorted([*parts, *((end, None) for end in whole)], key=lambda item: item[0])
        self.turns.extend(self._behind_brackets(text, found))
        again = [one.end() for one in _ALL_OF_PART.finditer(text) if self._is_default(one["body"])]
        again += called_again(original, text, self.default, self.current)
        self.turns.extend((end, self.default) for end in again)
        self.turns.sort(key=lambda item: item[0])
        if self.opener and self.opener.endswith(_OF_PROVINCE) and self.district:
            self.turns = sorted([(len(self.opener), None), *self.turns], key=lambda item: item[0])
        for one in beside:
            self._set_beside(text, one.end())
        named = {name for _, name in parts}
        if whole and not found:
            self.current = None
        elif len(named) == 1 and found[0].start() <= first and not whole:
            aside = _NEIGHBOUR.match(text, found[0].end()) is not None or singles_out(text)
            self.current = self.default if aside else parts[0][1]
        elif named or again:
            self.current = self.default
        if not named and (level := led_level(text)):
            self.current = level

    def opening(self, text: str, start: int) -> str | None:
        """Return the office with which a sentence opened, for a figure at ``start`` of it.

        "Sở A cấp 90 giấy chứng nhận; tiếp nhận 900 hồ sơ" is of the department.
        """
        end = text.find(folded(self.opener)) + len(self.opener) if self.opener else 0
        return None if names_subject(text, end, start) else self.opener

    def _is_default(self, body: str) -> bool:
        """Tell whether "toàn huyện" is the district that the whole text is about."""
        return self.default is not None and folded(self.default).startswith(body)

    def _behind_brackets(
        self, text: str, found: list[re.Match[str]]
    ) -> list[tuple[int, str | None]]:
        """Return where brackets with parts close, and what was spoken of before them.

        "nhận 900 hồ sơ (huyện A 400, huyện B 500), trả 880": the last are of all again.
        """
        closed = [one for one in found if is_closed(text, one.start(), len(text))]
        ends = {text.find(")", one.start()): text.rfind("(", 0, one.start()) for one in closed}
        return [(end, self.at(begin)) for end, begin in ends.items()]

    def _without_homes(self, original: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
        """Return the parts that are no homes of people; those are only kept by their types.

        "Chị A, ở xã B chia sẻ: …. Xã đã tiếp nhận 900 hồ sơ" means that commune.
        """
        homes = [one for one in found if is_home(original, one.start())]
        for one in found:
            self.called.pop(_type_of(one), None)
        for one in homes:
            self.called[_type_of(one)] = one["name"]
        return [one for one in found if one not in homes]

    def _call(self, original: str, text: str) -> None:
        """Keep the bodies that a sentence names in full, a commune's centre by its commune."""
        named: dict[str, set[str]] = {}
        for one in UNIT_NAME.finditer(original):
            words = _CALLED.match(one["name"])
            centre = _CENTRE.search(text, max(0, one.start() - 50), one.start())
            name = folded(one["name"])
            for body, shorts in _TRADES:
                if body.match(name):
                    self.called.update(dict.fromkeys(shorts, one["name"]))
                    for short in shorts:
                        named.setdefault(short, set()).add(name)
            if words or centre:
                self.called[words.group().lower() if words else _OF_COMMUNE] = one["name"]
                if centre:
                    self.called[_type_of(one)] = one["name"]
        for short, names in named.items():
            least = min(names, key=len)
            # "Sở A và Sở B …. Toàn ngành" can be either
            if not all(one.startswith(least) for one in names):
                self.called.pop(short, None)

    def called_in(self, text: str, left: int, start: int, *, local: bool) -> str | None:
        """Return the body that a clause names in short last before ``start``, None if none.

        "Trung tâm tiếp nhận 9.000 hồ sơ" means the centre that was named in full before. In a
        province (``local``) "toàn ngành" is all of a trade, whether the text names it or not.
        """
        found = list(SHORTLY.finditer(text, left, start))
        if not found and self.at(start) is None:
            found = list(_BARE.finditer(text, left, start))
        if not found or names_subject(text, found[-1].end(), start):
            return None
        near = [name for end, name in self.turns if end <= found[-1].start()]
        if near and near[-1] and found[-1]["body"] == _OF_COMMUNE:
            return near[-1]  # "Tại phường Kiến An, Trung tâm …" is the centre of that ward
        body = found[-1]["body"]
        of_trade = self.default and _TRADE_HEAD.match(folded(self.default))
        if local and body == _ALL_OF_TRADE and body not in self.called:
            return self.default if of_trade else body  # of whatever trade, never of all
        return self.called.get(body)

    @property
    def district(self) -> str | None:
        """Return the district or town in mind, that of the text or of the paragraph."""
        known = [one for one in (self.default, self.current) if one and _DISTRICT.match(one)]
        return known[0] if known else None

    def kept_district(self, text: str) -> bool:
        """Tell whether a sentence is still on a district that only those before it have named.

        "Trong đó" gives the parts of the figure before it, and their levels.
        """
        its = self.current is None and _ITS_OFFICE.search(text) is not None
        part = self.lately if its else self.current
        if part is None or part == self.default or _DISTRICT.match(part) is None:
            return False
        return folded(part) not in text and not _WITHIN.match(text)

    def _is_own(self, whole: re.Match[str], towns: list[int], *, opens: bool) -> bool:
        """Tell whether "các xã", "các đơn vị" are those of the district in mind.

        Or of the one that ``opens`` the sentence: "Huyện Sơn Hòa: UBND các xã tiếp nhận …".

        "thành phố tiếp nhận" is one of the ``towns`` that end before it, or that in mind.
        """
        if _OF_TOWN.search(whole.group()):
            known = _TOWN.match(self.current or "") is not None
            return known or any(end <= whole.start() for end in towns)
        local = self.district is not None or opens
        return local and _BELOW.match(whole.group()) is not None

    def _set_beside(self, text: str, end: int) -> None:
        """Give the whole the number right behind ``end`` alone: "hơn mức của tỉnh (97%)"."""
        if (own := _OWN.match(text, end)) is not None:
            turns = [(end, None), (own.end(), self.at(end))]
            self.turns = sorted([*self.turns, *turns], key=lambda item: item[0])

    def _named(self, match: re.Match[str]) -> str:
        """Return the name of a part; a person's may follow it without a comma."""
        name = match.group("name")
        return self.default if self.default and name.startswith(self.default) else name

    def at(self, start: int) -> str | None:
        """Return the part that a figure is of where nothing beside it tells another."""
        before = [name for end, name in self.turns if end <= start]
        return before[-1] if before else self.current


def _opening(original: str, text: str) -> str | None:
    """Return the office that a sentence begins with, None for one that tells of others."""
    dated = _DATED.match(text)
    office = UNIT_NAME.match(original, dated.end() if dated else 0)
    if office is None or is_for_all(office["name"]):
        return None
    after = text[office.end() :]
    return None if _ON_OTHERS.match(after) or publishes(after) else office["name"]


def _is_where(text: str, other: tuple[int, int], start: int) -> bool:
    """Tell whether a part at ``start`` only tells where the ``other`` one lies."""
    return is_gloss(text, other[1], start) or is_address(text, other, start)


def _type_of(part: re.Match[str]) -> str:
    """Return the folded word for a district or commune that the name of a part begins with."""
    word = UNIT_TYPE.match(part["name"])
    return folded(word.group().strip()) if word else ""


def _kind_of(mark: str) -> str:
    """Return what marks of one list have in common: "1" for numbers, "I", "a", or the sign."""
    plain = mark.strip("(). ")
    if plain[:1].isdigit():
        return "1"
    if plain[:1] in ("I", "V", "X"):
        return "I"
    return "a" if plain[:1].isalpha() else plain[:1]


def lies_below(mark: str, other: str) -> bool:
    """Tell whether items with one list mark stand below a line with the ``other``."""
    one, two = _kind_of(mark), _kind_of(other)
    return one != two and _DEPTH.get(one, _SIGN) >= _DEPTH.get(two, _SIGN)


def part_of_text(
    title: str,
    text: str,
    found: tuple[Paragraph, ...],
    cities: Container[str],
    provinces: Container[str],
) -> str | None:
    """Return the district, commune or department that a whole text is about, None if none.

    It is the body that issues it, or the one part that its title begins with: with its
    type ("Xã Bảo Hà: …"), or without ("Gia Lộc về đích sớm") where the text adds that, or
    the only one that it names ("… tại xã Bảo Hà").
    ``cities`` are the folded names of cities that are no parts; without its type a name is that
    of one of the ``provinces`` first.
    """
    for paragraph in found[:_HEAD]:
        line = text[paragraph.start : paragraph.end]
        if UPPER_OFFICE.fullmatch(line):
            return None if is_for_all(line) else spoken(line)
    match = PART.match(title) or _committee_of(title) or _only_part(title) or _body_of(title)
    names = [match.group("name")] if match else []
    names += [one.group("name") for one in PART.finditer(text)] if not match else []
    bare = [name for name in names if match or _begins(title, _untyped(name))]
    bare = [name for name in bare if folded(_untyped(name)) not in (cities if match else provinces)]
    if bare:
        part = min(bare, key=len)
        return None if is_first_of_many(title, lead_of(text, found), _untyped(part)) else part
    return None if match else _untyped_part(title, text, provinces)


def _untyped_part(title: str, text: str, provinces: Container[str]) -> str | None:
    """Return the part whose bare name a title begins or ends with, with the type of the text.

    "Kim Sơn: Kết quả năm 2017" above a text that only says "huyện tiếp nhận", "toàn huyện".
    """
    name = _TITLED.match(title) or _TITLED_LAST.search(title)
    if name is None or folded(name["name"]) in provinces:
        return None
    found = [one["body"] or one["all"] for one in _OWN_TYPE.finditer(folded(text))]
    return f"{found[0]} {name['name']}" if len(set(found)) == 1 else None


def _committee_of(title: str) -> re.Match[str] | None:
    """Return the part whose committee or centre a title begins with: "UBND xã An Phú khánh thành".

    None where that reports on others ("UBND huyện Sơn Hòa kiểm tra …").
    """
    counters = _COUNTERS.match(folded(title))
    found = PART.match(title, counters.end()) if counters else None
    if found is None:
        return None
    after = folded(title[found.end() :])
    return None if _ON_OTHERS.match(after) or publishes(after) else found


def _only_part(title: str) -> re.Match[str] | None:
    """Return the one part at which a title says that something is done, None if none.

    "Cách làm mới tại bộ phận một cửa xã An Phú", "Phú Yên: Ba năm, xã An Phú có 1 hồ sơ trễ".
    """
    found = list(PART.finditer(title))
    names = {one["name"] for one in found}
    if len(names) != 1:
        return None
    first = found[0]
    does = _ACTS.match(folded(title[first.end() :])) and _LED.search(title[: first.start()])
    return first if does or _AT.search(folded(title[: first.start()])) else None


def _body_of(title: str) -> re.Match[str] | None:
    """Return the department or centre that a title begins with, also behind its province or time.

    One that reports on others ("Sở Tư pháp kiểm tra …") is not what the text is about.
    """
    _, colon, rest = title.partition(": ")
    dated = _DATED.match(folded(title))
    for line in (title, rest if colon else "", title[dated.end() :] if dated else ""):
        if (found := UNIT_NAME.match(line)) is not None:
            after = folded(line[found.end() :])
            others = _ON_OTHERS.match(after) or publishes(after)
            return None if others or is_for_all(found["name"]) else found
    found = next(
        (one for one in _OF_BODY.finditer(title) if UNIT_NAME.match(title, one.end())), None
    )
    found = UNIT_NAME.match(title, found.end()) if found else None
    return None if found is None or is_for_all(found["name"]) else found


def _untyped(name: str) -> str:
    """Return "Tuy Hòa" of "thành phố Tuy Hòa", "TP. Tuy Hòa" and "TP.Tuy Hòa"."""
    typed = UNIT_TYPE.match(name)
    return name[typed.end() :] if typed else name


def _begins(title: str, name: str) -> bool:
    """Tell whether a title begins with a name."""
    return bool(name) and title.startswith(name) and not title[len(name) : len(name) + 1].isalnum()


def _is_compared(text: str, whole: re.Match[str]) -> bool:
    """Tell whether the whole is only what a part is compared with.

    "đứng đầu 102 xã, phường của tỉnh", "cao hơn bình quân của tỉnh"; but "bình quân toàn
    tỉnh 95%" tells the whole's own.
    """
    before = text[max(0, whole.start() - 70) : whole.start()]
    if _OWN.match(text, whole.end()) and not _MORE.search(before):
        return False
    return _AGAINST.search(text, max(0, whole.start() - 70), whole.start()) is not None


def _is_place(match: re.Match[str], places: list[tuple[int, int]]) -> bool:
    """Tell whether a "thành phố X" is a province of its own."""
    city = folded(match.group("name")).startswith(("tp", "thành phố"))
    return city and any(low < match.end() and match.start() < high for low, high in places)


def _ends(offices: list[re.Match[str]], text: str, place: tuple[int, int]) -> bool:
    """Tell whether a province only ends the name of an office: "Sở Tư pháp (tỉnh) Phú Thọ"."""
    return any(
        one.start() < place[0] and _OF_ITS.fullmatch(text, min(one.end(), place[0]), place[0])
        for one in offices
        if place[0] <= one.end() + _GLOSS
    )


def _of(found: list[re.Match[str]], place: tuple[int, int]) -> bool:
    """Tell whether a province is named only to say where a part lies: "xã A (tỉnh B)"."""
    return any(match.start() < place[0] <= match.end() + _GLOSS for match in found)
