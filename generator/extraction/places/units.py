"""Parts of a province by their names: departments, districts, communes, branches of a ministry."""

from __future__ import annotations

import re

from generator.extraction.reading import UPPER, folded
from generator.extraction.view import Figure, View
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.words.levels import LEVELS
from generator.extraction.words.subjects import SUBJECTS
from generator.extraction.words.units import UNITS

_NUMBERED = rf"\d{{1,2}}(?![\w.,%])(?! {UNITS.counted})"
_WORD = rf"[{UPPER}][\w&'’-]{{0,12}}"
# "TP Tuy Hòa Nguyễn Văn A", "thành phố Lê Thị B": a person whose office names the town
_PERSON = rf"{SUBJECTS.families}(?: [{UPPER}][^\W\d_]{{0,8}}){{2}}"
_NAME = rf"{_WORD}(?: (?!{_PERSON})(?:{_WORD}|{_NUMBERED})){{0,5}}"
_OF_TWO = rf"[Pp]hường {_NAME} [-–] {_NAME}"  # "phường Bình Thủy - An Thới"
_NO_TOWN = rf"(?!(?!{UNITS.like_persons}){_PERSON})"
# cities that are provinces: what their committee does is no part of a province
_CITIES = rf"(?:{UNITS.cities}|{UNITS.no_towns})(?!\w)"
_WITH_NUMBER = rf"(?:{UNITS.numbered}|{UNITS.numbered_short}\.) ?\d{{1,2}}(?![\w.,]\d)"
# "H.Long Thành", "TX. Tân Châu"; "P.V" is a person
_SHORT = rf"(?:{UNITS.short}\.?|{UNITS.short_dotted}\.) ?(?=[{UPPER}][^\W\d_{UPPER}]){_NAME}"
_TOWN = rf"(?:{UNITS.towns} |{UNITS.towns_short}\.? ?)(?!{_CITIES}){_NO_TOWN}{_NAME}"
_LIST_OF_PROVINCES = rf"{UNITS.list_of_provinces.not_before}(?<!tỉnh/)"
# where the name of a body ends that is written small but for its first word
_ENDS = rf"(?= ?[,.;:()\d]| ?$| {UNITS.name_ends}(?!\w))"
_WORDS = rf"[{UPPER}][^\W\d_]{{1,9}}(?:(?: -|,)? [^\W\d_]{{1,9}}){{0,8}}?"
# "Chi cục Thuế khu vực Ba Bể - Pác Nặm", "Hải quan khu vực VI"
_REGION = rf"{UNITS.branch_region} (?:{_NAME}(?: [-–] {_NAME})?|\d{{1,2}}(?!\w))"
_OF_TRADE = rf"{UNITS.trades}(?: {_REGION}|(?: {UNITS.branch_of})? {_NAME})?"
_COUNTRIES = rf"(?:{'|'.join(UNITS.countries)})(?!\w)"
# "Kho bạc Nhà nước Bắc Kạn", "Thuế tỉnh Bắc Kạn"; "Bảo hiểm xã hội Việt Nam" is no part
_IN_PROVINCE = (
    rf"(?:{UNITS.in_province} (?:{UNITS.branch_of} )?|{UNITS.in_province_of} {UNITS.branch_of} )"
    rf"(?!{_COUNTRIES}){_NAME}|{UNITS.in_province} {_REGION}"
    rf"|(?:{UNITS.in_province}|{UNITS.in_province_of}) {UNITS.at_base} (?:{_NAME}|\d{{1,2}}(?!\w))"
)
# bodies of a province that are no departments
_OF_PROVINCE = (
    rf"{UNITS.of_province}|(?<!hánh ){UNITS.office_of_committee}"
    rf"|{UNITS.boards} (?:các )?{UNITS.zones}(?:,?(?: và)?(?: các)?"
    rf" (?:{UNITS.zone_first} )?{UNITS.zone_words}){{0,5}}(?: tỉnh| {_NAME})?"
)
# "Bộ phận Một cửa UBND thành phố": with a name, "… UBND huyện Sơn Hòa", it is told by that
_COUNTER = (
    rf"{UNITS.counters} (?:(?:của )?UBND|của) {UNITS.counter_of}"
    rf"(?!\w|,? (?:và )?{UNITS.counter_of}| [{UPPER}][^\W\d_{UPPER}]| \d)"
)
# "Chi nhánh Văn phòng Đăng ký đất đai huyện Sơn Hòa", "Chi nhánh Sơn Hòa"
_SUB_BRANCH = (
    rf"{UNITS.sub_branches}(?: {UNITS.sub_branch_of})?(?: {UNITS.counter_of}| khu vực)? {_NAME}"
)
# "Phòng Tư pháp huyện Sơn Hòa", "Phòng Kinh tế, Hạ tầng và Đô thị xã An Phú"
_ITS_UNIT = rf"(?: (?:{UNITS.types} {_NAME}|{UNITS.counter_of}(?!\w)))?"
_ROOM = rf"Phòng (?:{UNITS.offices}|{UNITS.rooms}){_ITS_UNIT}"
_CENTRE = rf"Trung tâm {UNITS.centres_of_trade}{_ITS_UNIT}"
_CITY_POLICE = rf"[Cc]ông an (?:thành phố|TP\.?) ?{_CITIES}"
# a department, office, district or commune by its name
UNIT_NAME = re.compile(
    rf"(?<!\w)(?P<name>{UNITS.departments} (?:{UNITS.offices}|(?!{_PERSON}(?!\w)){_NAME})"
    rf"|{UNITS.branches} (?:{_OF_TRADE}|{UNITS.long_branches}|{_WORDS}{_ENDS})"
    rf"|{_OF_TWO}|{UNITS.types} (?!{_COUNTRIES}){_NAME}"
    rf"|{_WITH_NUMBER}|{_SHORT}|{_LIST_OF_PROVINCES}{_TOWN}"
    rf"|{_SUB_BRANCH}|{_ROOM}|{_CENTRE}|{_CITY_POLICE}|{_OF_PROVINCE}|{_IN_PROVINCE}|{_COUNTER}|{UNITS.blocks}(?!\w)"
    rf"|Ban Quản lý [^,;.:()\d]{{3,40}}?{_ENDS})"
)
# a ministry or department whose name has a comma or "và"
BODY_NAME = re.compile(rf"(?<!\w){UNITS.bodies} {UNITS.offices}")
# the type that the name of a district or commune begins with, shortened or not
UNIT_TYPE = re.compile(
    rf"(?:{LEVELS.districts}|{LEVELS.communes}|t[pxt]\b\.?|[hqpx]\.) ?", re.IGNORECASE
)
# a district, commune or town with its type, or a branch of a central body
PART = re.compile(
    rf"(?<!\w)(?P<name>{_OF_TWO}|(?:{UNITS.types}"
    rf"|{UNITS.short}\.?|(?:{UNITS.towns_short}\.?|{UNITS.towns})(?! {UNITS.city_state})"
    rf"(?= {_NO_TOWN})) {_NAME}"
    rf"|{_WITH_NUMBER}|{_SHORT}"
    rf"|{UNITS.towns_short}\.?(?!{_CITIES}){_NO_TOWN}{_NAME}|{UNITS.branches} {_OF_TRADE})"
)
UPPER_OFFICE = re.compile(
    rf"{UNITS.letterhead} [^\W\d_]+(?:[ ,]+[^\W\d_]+)*|"
    rf"{UNITS.committees} {UNITS.committee_types} (?:[^\W\d_]+(?: [^\W\d_]+)*|\d{{1,2}})"
    rf"|{UNITS.centre}"
)
_COMMITTEE = re.compile(rf"{UNITS.committees} (?P<type>{UNITS.committee_types}) (?P<name>.+)")
_LETTERS = re.compile("[BCDĐGHKLMNPQRSTVX]+")  # "PTNT", "KCN": no word is without a vowel
_DEPARTMENT = re.compile(rf"SỞ {UNITS.offices}(?!\w)", re.IGNORECASE)
# "Trung tâm đã tiếp nhận", "toàn lực lượng tiếp nhận": a body that was named in full before
SHORTLY = re.compile(rf"(?<!\w)(?P<body>{UNITS.shortly})(?= {UNITS.shortly_does}(?!\w))")
# "Năm 2023 huyện xếp …", "UBND huyện": a district or commune by its type alone
_TYPE_ALONE = re.compile(
    rf"(?:(?:^|[,;:] )(?:(?:năm|tháng) [\d/]{{1,7}},? )?"
    rf"|(?<!\w)(?:{UNITS.committee_words}|của) )"
    rf"(?P<body>{SUBJECTS.bare}|{UNITS.offices_alone})(?=[,.;:]|$| (?P<next>[^\W\d_]))"
)
# "hợp nhất từ 6 xã của huyện Sơn Hòa cũ": a unit that is no more
_FORMER = re.compile(rf" ?\(?{UNITS.former}(?!\w)")
_COMMUNE = re.compile(f"{LEVELS.communes} ")
_HIGHER = re.compile(rf"(?:{LEVELS.districts}|tp\b\.?|tx\b\.?) ?")
_CAPITALS = rf"[{UPPER}](?![{UPPER}])[\w'’-]{{0,8}}"
_UNMARKED = re.compile(
    rf"(?:(?:^|[,;:(] ?)(?:{UNITS.unmarked_opens} )?|(?<!\w){UNITS.unmarked_before} )"
    rf"(?P<name>{_CAPITALS}"
    rf"(?: {_CAPITALS}){{1,3}})(?:,? (?:{UNITS.unmarked_behind}|\d[\d.,]{{0,8}}%)){{0,8}}:?"
    rf"(?: {UNITS.unmarked_about})? \(?$"
)
# "Ở Bình Thủy, tỷ lệ đúng hạn đạt 94%": whatever it is, it is a part
_OPENS_AT = re.compile(
    rf"(?:^|(?<=; )){UNITS.unmarked_opens} (?P<name>{_CAPITALS}(?: {_CAPITALS}){{1,3}}),"
    rf"(?! [{UPPER}])"
)
_NAME_BEFORE = 120  # characters between the name of a part and its number
_SINGLES_OUT = re.compile(rf"(?<!\w){LEVELS.singles_out}(?!\w)")
_ALL_OF_PLACE = re.compile(rf"(?<!\w){LEVELS.all_of_place}(?!\w)")
_WHOLE_AGAIN = re.compile(rf"(?<!\w){CLAUSES.all_places}(?!\w)")
_COUNTRY = frozenset(UNITS.countries)
_FOR_ALL = frozenset(SUBJECTS.for_all)
_OPENERS, _BODIES = frozenset(UNITS.openers), frozenset(UNITS.called_shortly)


def unmarked_name(view: View, figure: Figure, places: list[tuple[int, int]]) -> str | None:
    """Return the name of a part that stands without "huyện" before its number.

    "quận Ninh Kiều đạt 95%, Bình Thủy 94%": the second is no figure of the province.
    ``places`` are the spans of provinces and bodies in the sentence.
    """
    start = figure.quantity.start
    match = _UNMARKED.search(view.original, max(0, start - _NAME_BEFORE), start)
    if match is None or match.group("name").split()[0].lower() in _OPENERS:
        match = _opening(view, start)
    if match is None or match.group("name") in _COUNTRY:
        return None
    start, end = match.span("name")
    words = match.group("name").split()
    if words[0].lower() in _OPENERS or words[-1].lower() in _BODIES:
        return None  # "Hiện Bộ có 448 TTHC"
    times = [(one.start, one.end) for one in view.times]  # "năm 2023: Quý I tiếp nhận …"
    taken = any(low < end and start < high for low, high in (*places, *times))
    return None if taken else match.group("name")


def _opening(view: View, start: int) -> re.Match[str] | None:
    """Return the name without a type at which the clause of a figure at ``start`` opens, if any."""
    clause = max(view.original.rfind(";", 0, start) + 2, 0) if ";" in view.original[:start] else 0
    match = _OPENS_AT.match(view.original, clause, start)
    if match is None or UNIT_NAME.search(view.original, match.end(), start):
        return None
    return None if _WHOLE_AGAIN.search(view.text, match.end(), start) else match


def called_again(original: str, text: str, default: str | None, now: str | None) -> list[int]:
    """Return where a sentence calls the part of its text by its type, another being in mind.

    The part ``now`` in mind is of another type than the ``default`` one: behind "Xã B …" in a
    text on a district "huyện" is clear.
    """
    own, other = folded(default or ""), folded(now or "")
    return [
        one.end()
        for one in _TYPE_ALONE.finditer(text)
        if own.startswith(f"{one['body']} ")
        and not other.startswith(f"{one['body']} ")
        and not (one["next"] and original[one.start("next")].isupper())
    ]


def is_first_of_many(title: str, lead: str, name: str) -> bool:
    """Tell whether a title names a part only as the first of all that its text is about.

    "Thành phố Thủ Đức đứng đầu TP.HCM" above a ``lead`` that begins with the whole city.
    """
    first = _SINGLES_OUT.search(folded(title)) is not None
    before, _, _ = folded(lead).partition(folded(name))
    return first and _ALL_OF_PLACE.search(before) is not None


def spoken(line: str) -> str:
    """Return an office that a letterhead names as it is spoken.

    "UBND XÃ AN PHÚ" is "xã An Phú", "SỞ TƯ PHÁP" is "Sở Tư pháp".
    """
    if (unit := _COMMITTEE.fullmatch(line)) is not None:
        return f"{unit['type'].lower()} {unit['name'].title()}"
    known = _DEPARTMENT.match(line)
    words = [
        word if _LETTERS.fullmatch(word) else word.lower()
        for word in (known.group() if known else line).split()
    ]
    if words[:2] == ["trung", "tâm"]:
        return f"Trung tâm {' '.join(words[2:]).capitalize()}"
    return " ".join([words[0].capitalize(), words[1].capitalize(), *words[2:]])


def is_for_all(body: str) -> bool:
    """Tell whether a body reports on the reform in its whole province."""
    return folded(body) in _FOR_ALL


def is_former(text: str, end: int) -> bool:
    """Tell whether a folded text says behind the name of a unit that it is no more."""
    return _FORMER.match(text, end) is not None


def is_gloss(text: str, before: int, start: int) -> bool:
    """Tell whether a unit at ``start`` only tells where the one that ends ``before`` it lies.

    "Phường An Phú (thành phố Tuy Hòa) tiếp nhận …" is of the ward; "(TP. Tuy Hòa 900)" has a
    figure of its own.
    """
    opened = text.rfind("(", before, start)
    end = text.find(")", start)
    if opened < 0 or end < 0 or text[before:opened].strip() or ")" in text[opened:start]:
        return False
    return not any(map(str.isdigit, text[start:end]))


def is_address(text: str, before: tuple[int, int], start: int) -> bool:
    """Tell whether a unit at ``start`` tells where the commune named right ``before`` it lies.

    "Phường An Phú, TP Tuy Hòa tiếp nhận …" is of the ward.
    """
    if text[before[1] : start] != ", ":
        return False
    return _COMMUNE.match(text, *before) is not None and _HIGHER.match(text, start) is not None
