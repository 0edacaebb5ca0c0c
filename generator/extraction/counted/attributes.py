"""What stands around a number: its reservation, and the level of government that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.extraction.places.levels import (
    Named,
    is_beside,
    is_closed,
    is_over,
    is_row_over,
    level_behind,
)
from generator.extraction.places.subjects import WHOLE, unit_behind, unit_name
from generator.extraction.places.units import UNIT_NAME
from generator.extraction.view import Figure, View
from generator.extraction.words.levels import LEVELS
from generator.extraction.words.quantities import QUANTITIES
from generator.extraction.words.units import UNITS
from generator.extraction.zones import Zone
from generator.model.fact import Approx

_APPROX = re.compile(  # "không dưới 98%", "không quá 2%" are bounds, less or more than none
    rf"(?<!\w)(?<!không )(?<!không được )(?<!chẳng )(?:(?P<over>{QUANTITIES.over})"
    rf"|(?P<under>{QUANTITIES.under})|(?P<about>{QUANTITIES.about}))(?: {QUANTITIES.between})? ?$"
)
_KINDS = {
    Approx.OVER: "over",
    Approx.UNDER: "under",
    Approx.ABOUT: "about",
}
_COMPARED = re.compile(rf"{QUANTITIES.comparing} hơn ?$")
_UBND = f"{UNITS.committee_words}"
_PROVINCE_TO_COMMUNE = rf"cấp {LEVELS.tiers_of_province}"
_LEVEL = re.compile(
    rf"(?:^|[:;,(]|(?<!\w)(?:{LEVELS.subject_before}|(?<![^:;.] ){_UBND})"
    rf"|\d(?: [^\W\d_]{{1,10}}){{0,4}}, {_UBND})\s{{0,3}}(?P<level>cấp {LEVELS.named_levels})"
    r"(?! và| cấp|,? (?:và )?cấp)"
    rf"(?=:|,| \d| {LEVELS.subject_behind}|\)|;|\.|$)"
)
_PARTS = re.compile(rf"(?<!\w){LEVELS.parts}(?!\w)")
_LEVEL_NAMED = re.compile(  # "Số thủ tục hành chính cấp tỉnh: 1.419"
    rf"(?<!\w){LEVELS.of_level} (?P<level>{_PROVINCE_TO_COMMUNE})(?=:| {LEVELS.of_level_behind})"
)
_LEVEL_AFTER = re.compile(
    rf"(?: ?[^\W\d]+(?: (?!{LEVELS.gets} )[^\W\d]+){{0,4}}?)??"
    rf" (?:{LEVELS.after_before} )?(?P<level>{_PROVINCE_TO_COMMUNE})"
    rf"(?=[,;.)]|$| \(| và(?: \d|$| $)| {LEVELS.after_does}(?!\w))"
)
_TIER = re.compile(
    rf"(?<!\w)(?:{LEVELS.tiers}|{LEVELS.not_lines.not_before}{LEVELS.lines})"
    rf" ({LEVELS.tiers_of_province})(?!\w)"
)
_ANY_LEVEL = re.compile(rf"(?<!\w){_PROVINCE_TO_COMMUNE}(?!\w)")
# "Với cấp tỉnh, …", "Quý I/2022, ở cấp huyện, …": what a sentence and those after it are of
_LEADS = re.compile(
    r"(?:[^,;:.\d]{0,50}, "
    r"|(?:[^\W\d_]+ ){0,3}(?:\d{1,2} tháng|tháng \d|quý |năm )[^,;:.]{0,30}[,:] )?"
    rf"(?:{LEVELS.leads_first} )?{LEVELS.leads_before}? ?(?:khối )?"
    rf"(?P<level>{_PROVINCE_TO_COMMUNE})(?=[,:])"
)
# all three: "cấp tỉnh, cấp huyện và cấp xã", "cấp tỉnh, huyện, xã"
_EVERY = re.compile(
    rf"{_PROVINCE_TO_COMMUNE}"
    rf"(?:(?:,|,? và) (?:{_UBND} )?(?:cấp )?{LEVELS.tiers_of_province}){{2}}(?!\w)"
)
# "2. Kết quả giải quyết hồ sơ của cấp huyện"
_HEADING = re.compile(
    rf"(?:[^\W\d_]+,? ){{0,12}}?(?:{LEVELS.heading_before} )?"
    rf"(?P<level>{_PROVINCE_TO_COMMUNE})(?: ?\([^()]{{1,60}}\))? ?:?"
)
_NO_LEVEL = re.compile(rf"{LEVELS.no_heading}|, cấp|cấp \w+ (?:và|,)")
# "khối huyện tiếp nhận …", but "dẫn đầu khối huyện" tells among whom
_BLOCK = re.compile(
    r"(?<!đầu )(?<!nhất )(?<!trong )(?<!\w)khối (?:cấp )?"
    rf"(?P<level>{LEVELS.tiers_of_province})(?= )"
)
# "135 Trung tâm Phục vụ hành chính công cấp xã" are those of all communes
# "103 trung tâm phục vụ hành chính công xã", "138/138 xã, phường có bộ phận một cửa"
_COMMUNES = re.compile(
    rf" ?{LEVELS.service_centres} (?:cấp )?{LEVELS.communes_short}(?!\w)"
    rf"| {LEVELS.communes}(?:(?:,|,? và) {LEVELS.communes}){{1,3}} {LEVELS.communes_have}(?!\w)"
)
# "260 Bộ phận Tiếp nhận và Trả kết quả cấp xã"
_BODIES_AFTER = re.compile(
    rf" ?{LEVELS.bodies}(?: [^\W\d_]{{1,10}}){{0,9}}?"
    rf" (?P<level>{_PROVINCE_TO_COMMUNE})(?!\w|,? (?:và )?cấp| và {LEVELS.lower})"
)
_OFFICES = re.compile(
    rf"(?<!\w){LEVELS.not_offices.not_before}{LEVELS.departments}(?:,? {LEVELS.office_more}){{0,2}}"
    r"(?: cấp tỉnh| (?:của|thuộc) tỉnh)?"
    rf"(?!(?: (?:của|thuộc) tỉnh)?,? (?:và )?{LEVELS.office_others})(?!\w)"
)
_UNIT_WORD = rf"(?:{LEVELS.districts}|{LEVELS.communes})"
# "UBND các huyện, thị xã", "tại các xã, phường": all bodies of a level
_OF_LEVEL = re.compile(
    rf"(?:^|[:;,.(]|(?<!\w){LEVELS.bodies_before}) ?(?:khối )?"
    rf"(?:(?:{_UBND} )?(?:các|khối) |{_UBND} )"
    rf"(?P<units>{_UNIT_WORD}(?:(?:,|,? và|/) ?{_UNIT_WORD}){{0,5}})(?! cấp|, ngành)"
    rf"(?! \d{{1,2}}(?![\d.,]|[^\w]*{LEVELS.not_numbered}))"  # "UBND quận 1"
    rf"(?=:|,|;|\.|\)|$| (?:\d|{LEVELS.bodies_do})(?!\w))"
)
# "102 xã, phường tiếp nhận", "tại 12/12 huyện, thị xã": many or all of them are the level
_COUNTED_UNITS = re.compile(
    rf"(?:^|[:;,.(]|(?<!\w){LEVELS.counted_before}) ?"
    rf"(?:{_UBND} )?(?<![\w.,]\d)(?P<count>\d{{1,4}}(?:/\d{{1,4}})?) (?:{_UBND} )?"
    rf"(?P<units>{_UNIT_WORD}(?:(?:,|,? và|/) ?{_UNIT_WORD}){{0,5}})"
    rf"(?=(?: {LEVELS.counted_where}(?: [^\W\d_]{{1,10}}){{1,5}}?)?(?: \([^()\d]{{1,20}}\))?"
    rf",? {LEVELS.counted_do}(?!\w))"
)
# "Tại 5 huyện, thị xã miền núi, tỷ lệ …"
_AT_UNITS = re.compile(
    r"(?:^|[;:.,] ?|(?<!\w)riêng )(?:tại|ở) (?:đặc khu(?:,| và) )?(?P<count>\d{1,4}(?:/\d{1,4})?) "
    rf"(?P<units>{_UNIT_WORD}(?:(?:,|,? và|/) ?{_UNIT_WORD}){{0,5}})"
    r"(?=(?: [^\W\d_]{1,10}){0,3},)"
)
_CITY = "thành phố"  # "UBND thành phố" alone may be the province's
_MANY = {"cap-xa": 30, "cap-huyen": 7}  # no fewer are all communes or districts of a province
# "1 Trung tâm cấp tỉnh; tiếp nhận …": the level of what is counted, and of nothing behind it
_COUNTED_BODY = re.compile(
    rf"(?<![\w.,])\d[\d.]{{0,8}} {LEVELS.counted_things}(?: [^\W\d_]{{1,10}}){{0,8}} ?$"
)
_CLOSED = re.compile(r"[,;.)]")
# "các sở, ngành và UBND các huyện": the bodies of one level beside those of another
_WITH_OTHERS = re.compile(
    rf"(?<!\w)(?P<last>{LEVELS.other_bodies}|{_UNIT_WORD})"
    rf"(?:,|,? và|,? cùng) (?:{LEVELS.counters} )?(?:(?:tại|của|ở) )?"
    rf"(?:{_UBND} )?(?:(?:các|khối) )?$"
)
_DISTRICTS = re.compile(f"{LEVELS.districts}")
_COMMUNES_TOO = re.compile(rf"(?<!thị ){LEVELS.communes}")
_JOINT = re.compile(  # "các sở, ngành, UBND cấp huyện, cấp xã" are all levels
    rf"{LEVELS.all_with.not_before}"
    rf"(?<!\w){_PROVINCE_TO_COMMUNE}(?:, | và |, và )(?:{_UBND} )?(?:cấp )?{LEVELS.lower}"
    rf"(?!,? (?:và )?(?:{_UBND} )?(?:cấp )?{LEVELS.tiers_of_province})(?!\w)"
)
LEVEL_SLUGS = {f"cấp {level}": slug for level, slug in LEVELS.slugs.meanings.items()}
_TOLD_LEVEL = {
    frozenset({"cap-tinh"}): "cap-tinh",
    frozenset({"cap-huyen"}): "cap-huyen",
    frozenset({"cap-xa"}): "cap-xa",
    frozenset({"cap-huyen", "cap-xa"}): "cấp huyện, cấp xã",
}


def approx_of(view: View, figure: Figure) -> Approx | None:
    """Return the reservation printed right before a number."""
    return approx_before(view.text, figure.quantity.start)


def approx_before(text: str, start: int) -> Approx | None:
    """Return the reservation that a folded text makes right before an offset."""
    match = _APPROX.search(text[max(0, start - 25) : start])
    if match is None or _COMPARED.search(text[max(0, start - 12) : start]):
        return None
    return next(kind for kind, name in _KINDS.items() if match.group(name))


def level_of(
    view: View,
    figure: Figure,
    zone: Zone,
    says: Iterable[tuple[int, int]],
    named: Named | None = None,
) -> str | None:
    """Return the level of government or the unit that a figure is of, None for all.

    ``says`` are the spans that tell what it counts: "64 TTHC của Công an tỉnh đưa vào một
    cửa" names the police as its subject; ``named`` is the level that its clause names.
    """
    text, said = view.text, list(says)
    if _COMMUNES.match(text, figure.quantity.end):
        return "cap-xa"
    after = _LEVEL_AFTER.match(text, figure.quantity.end, zone.near_right)
    after = after or _BODIES_AFTER.match(text, figure.quantity.end)
    if after:
        return LEVEL_SLUGS[after.group("level")]
    found = None
    for match in _LEVEL.finditer(text, 0, figure.start + 1):
        closed = is_closed(text, match.start("level"), figure.start)
        if not closed and not _of_counted(text, match):
            found = None if is_beside(text, match.start("level")) else match
    for match in _EVERY.finditer(text, 0, figure.start + 1):
        if found and match.start() < found.end() <= match.end():
            return None
    for match in _LEVEL_NAMED.finditer(text, zone.clause_left, figure.start + 1):
        found = match
    for match in _BLOCK.finditer(text, zone.near_left, figure.start):
        return LEVEL_SLUGS[f"cấp {match.group('level')}"]
    told = Named(found.end(), LEVEL_SLUGS[found.group("level")]) if found else None
    if named and (told is None or named.end > told.end):
        told = named
    if told and (is_over(text, told.end, figure.start) or _is_listed(text, told.end, figure.start)):
        told = None
    return _of_nearest(view, figure, zone, said, told)


def _is_listed(text: str, end: int, start: int) -> bool:
    """Tell whether a level named up to ``end`` is one of a list of parts that has ended.

    "trong đó cấp tỉnh 80, cấp xã 120; tỷ lệ đúng hạn đạt 98%": the rate is of the whole.
    """
    parts = _PARTS.search(text, 0, end)
    listed = parts is not None and ";" in text[end:start] and ";" not in text[parts.end() : end]
    return listed or is_row_over(text, end, start)


def _of_nearest(
    view: View, figure: Figure, zone: Zone, said: list[tuple[int, int]], told: Named | None
) -> str | None:
    """Return a level ``told`` before a figure, or what is named nearer to it."""
    text = view.text
    bodies = _bodies_of_level(view, zone, figure.quantity.start)
    owner = unit_behind(view, figure, zone)
    if owner is not None and (bodies or told):
        return owner["name"]  # "Ở khối sở, ngành, 100% hồ sơ của Sở Tư pháp trả đúng hạn"
    if bodies and (told is None or bodies[0] > told.end):
        unit = unit_name(view, figure, zone, said)
        nearer = unit is not None and view.original.rfind(unit, 0, figure.start) > bodies[0]
        return unit if nearer else bodies[1]
    joint = None
    for match in _JOINT.finditer(text, zone.far_left, figure.start):
        joint = match
    if joint and (told is None or joint.end() >= told.end):
        return joint.group()
    unit = unit_name(view, figure, zone, said)
    if told and unit and view.original.rfind(unit, 0, figure.start) > told.end:
        return unit  # "Ở cấp huyện, thị xã Kỳ Anh tiếp nhận …"
    behind = level_behind(view, figure, zone)
    if told and (behind is None or told.end > zone.clause_left):
        return told.level
    return unit or behind


def level_heading(text: str) -> str | None:
    """Return the level that a folded heading names for what stands below it, None if none."""
    head = _HEADING.fullmatch(text)
    return LEVEL_SLUGS[head["level"]] if head and not _NO_LEVEL.search(text) else None


def led_level(text: str) -> str | None:
    """Return the level that a folded sentence begins with, as what it and those after are of.

    "Ở cấp huyện, …", "Nếu tính riêng từng cấp, với cấp tỉnh, …", "Cấp xã: …".
    """
    led = _LEADS.match(text)
    several = led and {match.group() for match in _ANY_LEVEL.finditer(text)} - {led["level"]}
    return LEVEL_SLUGS[led["level"]] if led and not several else None


def _of_counted(text: str, level: re.Match[str]) -> bool:
    """Tell whether a level only ends the name of what is counted: "1 Trung tâm cấp tỉnh;"."""
    start, end = level.span("level")
    closed = _CLOSED.match(text, end) is not None
    return closed and _COUNTED_BODY.search(text, max(0, start - 90), start) is not None


def _bodies_of_level(view: View, zone: Zone, start: int) -> tuple[int, str] | None:
    """Return the level whose bodies are named last before a figure, and where that ends.

    "các huyện, xã" are two levels; with the departments they are all, and so none. A few
    of many, "5 xã", are told by these words.
    """
    text = view.text
    named = [(match, "tỉnh", match.start()) for match in _OFFICES.finditer(text, 0, start)]
    for pattern, group in (
        (_OF_LEVEL, "units"),
        (_COUNTED_UNITS, "count"),
        (_AT_UNITS, "count"),
    ):
        found = pattern.finditer(text, 0, start)
        named += [(match, match["units"], match.start(group)) for match in found]
    named = [one for one in named if one[1] != _CITY or "các" in one[0].group()]
    named = [one for one in named if not is_closed(text, one[2], start)]
    levels: set[str] = set()
    end, few = 0, None
    for match, words, first in sorted(named, key=lambda item: item[0].start()):
        if match.end() < zone.clause_left and not text.startswith((":", " tỉnh:"), match.end()):
            continue
        beside = _WITH_OTHERS.search(text, 0, first) if words != "tỉnh" else None
        levels = (levels | _levels(beside["last"])) if beside else set()
        levels |= _levels(words)
        end = match.end()
        few = view.original[first:end] if _are_few(match, words) and not beside else None
    if not end or WHOLE.search(text, end, start):
        return None
    told = few or _TOLD_LEVEL.get(frozenset(levels))
    return (end, told) if told else None


def _are_few(match: re.Match[str], words: str) -> bool:
    """Tell whether units are counted, and are not all or most of a province."""
    count = match.groupdict().get("count")
    if not count:
        return False
    some, _, every = count.partition("/")
    if every:
        return every != some
    return any(int(some) < _MANY.get(level, 0) for level in _levels(words))


def _levels(words: str) -> set[str]:
    """Return the levels of bodies named by their types."""
    below = {"cap-huyen"} if _DISTRICTS.search(words) else set()
    below |= {"cap-xa"} if _COMMUNES_TOO.search(words) else set()
    return below or {"cap-tinh"}


def level_in(view: View, zone: Zone) -> str | None:
    """Return the level or the unit that a stretch names last, None if it names none."""
    found = _TIER.findall(view.text, *_near(zone))
    if found:
        return LEVEL_SLUGS[f"cấp {found[-1]}"]
    names = [match.group("name") for match in UNIT_NAME.finditer(view.original, *_near(zone))]
    return names[-1] if names else None


def _near(zone: Zone) -> tuple[int, int]:
    return zone.near_left, zone.near_right
