"""What stands around a number: reservation, change against a base, level of government."""

from __future__ import annotations

import re

from generator.catalogue import Kind
from generator.extraction.quantities import QuantityKind
from generator.extraction.reading import UPPER
from generator.extraction.view import Figure, View
from generator.extraction.zones import Zone
from generator.model.fact import Approx, Change, ChangeKind, Direction
from generator.model.period import Period

_APPROX = re.compile(
    r"(?<!\w)(?:(?P<over>hơn|trên|vượt|quá)|(?P<under>gần|dưới|xấp xỉ dưới)|(?P<about>khoảng"
    r"|ước|ước tính|ước đạt|xấp xỉ|chừng))"
    r"(?: (?:khoảng|đạt|mức|con số|có))? ?$"
)
_KINDS = {
    Approx.OVER: "over",
    Approx.UNDER: "under",
    Approx.ABOUT: "about",
}
_DOWN = re.compile(r"(?:giảm|thấp hơn|ít hơn|tụt|xuống|lùi|rớt)[^,;]{0,30}$")
_UNIT = re.compile(
    r" ?(?P<unit>%|phần trăm|điểm phần trăm|điểm %|lần|điểm|bậc|thứ bậc|hạng|vị trí|thứ hạng"
    r"|[^\W\d]+)?"
)
_BASE = re.compile(
    r"so (?:với )?(?P<same>cùng kỳ|cùng năm|cùng thời điểm|kỳ trước)?(?: (?:của|kỳ|năm|tháng"
    r"|quý))*(?P<base>[^,;.()]{0,40})"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_LEVEL = re.compile(
    r"(?:^|[:;,(]|(?<!\w)(?:ở|tại|của|thuộc|đối với|riêng|khối|trong đó|gồm|bao gồm|còn|ngành"
    r"|(?:do|của|tại) ubnd|(?<![^:;.] )ubnd"
    r"|trung tâm|một cửa|hành chính công|trả kết quả|sở ngành"
    r"|và))\s{0,3}(?P<level>cấp (?:tỉnh|thành phố|huyện|xã))"
    r"(?! và| cấp|,? (?:và )?cấp)(?=:|,| \d| có| là| đạt| tiếp| giải| đã|\)| chiếm| hiện|;|\.|$)"
)
_LEVEL_NAMED = re.compile(  # "Số thủ tục hành chính cấp tỉnh: 1.419"
    r"(?<!\w)(?:hành chính|tthc|thủ tục|hồ sơ) (?P<level>cấp (?:tỉnh|huyện|xã))(?=:| là| đạt)"
)
_LEVEL_AFTER = re.compile(
    r" ?[^\W\d]+(?: [^\W\d]+){0,4}? (?:ở |của |thuộc )?(?P<level>cấp (?:tỉnh|huyện|xã))"
    r"(?=[,;.)]|$| \(| và(?: \d|$| $))"
)
# "135 Trung tâm Phục vụ hành chính công cấp xã" are those of all communes
_BLOCK = re.compile(r"(?<!\w)khối (?:cấp )?(?P<level>tỉnh|huyện|xã)(?= )")
_COMMUNES = re.compile(r" ?trung tâm (?:phục vụ )?hành chính công (?:cấp )?(?:xã|phường)(?!\w)")
_OFFICES = re.compile(
    r"(?<!\w)(?:các|khối) sở(?:,? (?:ban|ngành)){0,2}(?: cấp tỉnh)?"
    r"(?!,? (?:và )?(?:ban|ngành|địa phương|các|ubnd|huyện|quận|xã|đơn vị|cấp|phòng))(?!\w)"
)
_JOINT = re.compile(  # "các sở, ngành, UBND cấp huyện, cấp xã" are all levels
    r"(?<!ngành, )(?<!ngành, ubnd )(?<!tỉnh, )(?<!tỉnh, ubnd )(?<!tỉnh, bộ phận một cửa )"
    r"(?<!\w)cấp (?:tỉnh|huyện|xã)(?:, | và |, và )(?:ubnd )?(?:cấp )?(?:huyện|xã)"
    r"(?!,? (?:và )?(?:cấp )?(?:tỉnh|huyện|xã))(?!\w)"
)
_SLUGS = {
    "cấp tỉnh": "cap-tinh",
    "cấp thành phố": "cap-tinh",
    "cấp huyện": "cap-huyen",
    "cấp xã": "cap-xa",
}
_NUMBERED = r"\d{1,2}(?![\w.,%])(?! (?:hồ|TTHC|thủ|dịch|điểm|lượt|bộ|phản))"
_NAME = rf"[{UPPER}][\w&'-]{{0,12}}(?: (?:[{UPPER}][\w&'-]{{0,12}}|{_NUMBERED})){{0,5}}"
_WITH_NUMBER = r"(?:[Qq]uận|[Pp]hường) \d{1,2}(?![\w.,]\d)"
_OFFICE = (
    "Kế hoạch và Đầu tư|Tài chính|Tư pháp|Nội vụ|Công [Tt]hương|Xây dựng|Y tế|Giáo dục và Đào tạo"
    "|Giao thông [Vv]ận tải|Nông nghiệp và (?:Phát triển nông thôn|PTNT|Môi trường)"
    "|Tài nguyên và Môi trường|Thông tin và Truyền thông|Khoa học và Công nghệ"
    "|Lao động(?: -|,) Thương binh và Xã hội|Văn hóa,? Thể thao và Du lịch|Văn hóa và Thể thao"
    "|Du lịch|Ngoại vụ|Dân tộc và Tôn giáo"
)
_UNIT_NAME = re.compile(
    rf"(?<!\w)(?P<name>Sở (?:{_OFFICE}|{_NAME})|(?:Chi cục|Cục) (?:Hải quan|Thuế|Thống kê|{_NAME})"
    rf"(?:(?: tỉnh| thành phố| TP)? {_NAME})?"
    rf"|[Pp]hường {_NAME} [-–] {_NAME}"
    rf"|(?:[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn) {_NAME}"
    rf"|{_WITH_NUMBER}"
    r"|Công an tỉnh|Thanh tra tỉnh|(?<!hánh )Văn phòng UBND tỉnh|Ban Quản lý [^,;.:()]{3,40})"
)
# a district, commune or town with its type, or a branch of a central body
PART = re.compile(
    rf"(?<!\w)(?P<name>[Pp]hường {_NAME} [-–] {_NAME}|(?:[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường"
    rf"|[Tt]hị trấn|[Đđ]ặc khu|TX\.?|TP\.?|[Tt]hành phố) {_NAME}|{_WITH_NUMBER}"
    rf"|(?:Chi cục|Cục) (?:Hải quan|Thuế|Thống kê)(?:(?: tỉnh| thành phố| TP)? {_NAME})?)"
)
UPPER_OFFICE = re.compile(
    r"(?:SỞ|CHI CỤC|CỤC|BAN QUẢN LÝ) [^\W\d_]+(?:[ ,]+[^\W\d_]+)*|"
    r"(?:UBND|ỦY BAN NHÂN DÂN) (?:HUYỆN|XÃ|PHƯỜNG|QUẬN|THỊ XÃ|THỊ TRẤN) [^\W\d_]+(?: [^\W\d_]+)*"
)
_CAPITALS = rf"[{UPPER}](?![{UPPER}])[\w'-]{{0,8}}"
_UNMARKED = re.compile(
    rf"(?:^|[,;:(] ?|(?<!\w)(?:và|là|của|tại|ở|đến|riêng|còn|như) )(?P<name>{_CAPITALS}"
    rf"(?: {_CAPITALS}){{1,3}})(?:,? (?:đạt|với|là|có|chỉ|mới|còn|chiếm|được|thì|tốt|cao"
    r"|thấp|nhất|dẫn đầu|đứng đầu|ở mức|tỷ lệ|đúng hạn|trễ hạn|quá hạn|trực tuyến|hồ sơ|tiếp nhận"
    r"|giải quyết|từ|kéo|giảm|xuống|tăng|lên|\d[\d.,]{0,8}%)){0,8}:?"
    r"(?: (?:hơn|trên|gần|dưới|khoảng))? \(?$"
)
# "Giám đốc Sở Nội vụ cho biết": who speaks is not whom a figure is of
_SPEAKS_FOR = re.compile(r"(?<!\w)(?:theo|giám đốc|lãnh đạo|đại diện|trưởng|chánh) *$")
_NAME_BEFORE = 120  # characters between the name of a part and its number
_COUNTRY = frozenset({"Việt Nam"})
_UNIT_BEFORE = 70  # characters between the name of a unit and its number
_BESIDE = 160  # characters between a value and its change


def approx_of(view: View, figure: Figure) -> Approx | None:
    """Return the reservation printed right before a number."""
    start = figure.quantity.start
    match = _APPROX.search(view.text[max(0, start - 25) : start])
    if match is None or re.search(
        r"(?:cao|thấp|nhiều|lớn) hơn ?$", view.text[max(0, start - 12) : start]
    ):
        return None
    return next(kind for kind, name in _KINDS.items() if match.group(name))


def change_of(view: View, index: int, period: Period, kind: Kind) -> Change | None:
    """Return the change printed beside the figure with this index, None if none.

    It follows its figure ("đạt 45%, tăng 5% so với năm 2022"); that of a rank may
    also go before it ("tăng 5 bậc, xếp thứ 13").
    """
    figure = view.figures[index]
    after = view.figures[index + 1] if index + 1 < len(view.figures) else None
    if after is not None and _beside(view, figure, after):
        return _change(view, after, period, kind)
    before = view.figures[index - 1] if index else None
    if kind is Kind.RANK and before is not None and _beside(view, before, figure):
        own = index < 2 or view.figures[index - 2].quantity.kind is not QuantityKind.RANK
        change = _change(view, before, period, kind) if own else None
        return change if change and change.kind is ChangeKind.PLACES else None
    return None


def _beside(view: View, one: Figure, other: Figure) -> bool:
    """Tell whether two figures are a value and its change, in one clause."""
    kinds = (one.quantity.kind, other.quantity.kind)
    between = view.text[one.end : other.start]
    close = ";" not in between and len(between) <= _BESIDE
    return close and kinds.count(QuantityKind.CHANGE) == 1


def _change(view: View, figure: Figure, period: Period, kind: Kind) -> Change | None:
    """Read the figure of a change; None where the figure is none."""
    quantity, text = figure.quantity, view.text
    if quantity.kind is not QuantityKind.CHANGE:
        return None
    before = text[max(0, quantity.start - 50) : quantity.start]
    direction = Direction.DOWN if _DOWN.search(before) else Direction.UP
    unit = text[quantity.number_end : quantity.end].strip()
    if not unit:
        match = _UNIT.match(text, quantity.end)
        unit = (match.group("unit") or "") if match else ""
    if kind is not Kind.RANK and _change_kind(unit, kind) is ChangeKind.PLACES:
        return None  # "70,9 điểm, tăng 8 bậc": the rank has moved, whatever it is
    base = _BASE.search(text[quantity.end : quantity.end + 120].split(";")[0])
    printed = _base(view, figure, base, period)
    same = base is not None and "cùng" in (base.group("same") or "")
    return Change(_change_kind(unit, kind), quantity.value, direction, printed, same)


def told_until(view: View, index: int) -> int:
    """Return where the words end that tell of a figure: its share, its change and base."""
    figure = view.figures[index]
    end = max(figure.end, figure.share.end if figure.share else 0)
    after = view.figures[index + 1] if index + 1 < len(view.figures) else None
    if after is None or not _beside(view, figure, after):
        return end
    tail = view.text[after.end : after.end + 120].split(";")[0]
    base = _BASE.search(tail)
    return after.end + (base.end() if base else 0)


def _change_kind(unit: str, kind: Kind) -> ChangeKind:
    """Return what a change counts, by the word after its number.

    "%" beside a percentage counts points, whatever the press calls it.
    """
    if unit in ("%", "phần trăm"):
        return ChangeKind.POINTS if kind in (Kind.RATE, Kind.SCORE) else ChangeKind.PERCENT
    if unit == "lần":
        return ChangeKind.TIMES
    if unit in ("bậc", "thứ bậc", "hạng", "vị trí", "thứ hạng"):
        return ChangeKind.PLACES
    if unit.startswith("điểm"):
        return ChangeKind.POINTS
    return ChangeKind.ABSOLUTE


def _base(view: View, figure: Figure, match: re.Match[str] | None, period: Period) -> str:
    """Return what a change is measured against: a year, or the words of the source."""
    if match is None:
        return ""
    year = _YEAR.search(match.group(0))
    if year:
        return year.group(0)
    if (
        match.group("same") == "cùng kỳ"
        or "năm trước" in match.group(0)
        or "năm ngoái" in match.group(0)
    ):
        return str(period.end.year - 1)
    start = figure.quantity.end + match.start()
    phrase = view.original[start : start + len(match.group(0))]
    return phrase.removeprefix("so với").strip()


def level_of(view: View, figure: Figure, zone: Zone) -> str | None:
    """Return the level of government or the unit that a figure is of, None for all."""
    text = view.text
    if _COMMUNES.match(text, figure.quantity.end):
        return "cap-xa"
    after = _LEVEL_AFTER.match(text, figure.quantity.end, zone.near_right)
    if after:
        return _SLUGS[after.group("level")]
    found = None
    for match in _LEVEL.finditer(text, 0, figure.start + 1):
        found = match
    for match in _LEVEL_NAMED.finditer(text, zone.clause_left, figure.start + 1):
        found = match
    for match in _BLOCK.finditer(text, zone.near_left, figure.start):
        return _SLUGS[f"cấp {match.group('level')}"]
    for match in _OFFICES.finditer(text, 0, figure.start):
        ruling = match.start() >= zone.clause_left or text[match.end() :].startswith(
            (":", " tỉnh:")
        )
        if ruling and (found is None or match.end() > found.end()):
            return "cap-tinh"
    joint = None
    for match in _JOINT.finditer(text, zone.near_left, figure.start):
        joint = match
    if joint and (found is None or joint.end() >= found.end()):
        return joint.group()
    unit = _unit_name(view, figure, zone)
    if found and unit and view.original.rfind(unit, 0, figure.start) > found.end():
        return unit  # "Ở cấp huyện, thị xã Kỳ Anh tiếp nhận …"
    return _SLUGS[found.group("level")] if found else unit


def unmarked_name(view: View, figure: Figure, places: list[tuple[int, int]]) -> str | None:
    """Return the name of a part that stands without "huyện" before its number.

    "quận Ninh Kiều đạt 95%, Bình Thủy 94%": the second is no figure of the province.
    ``places`` are the spans of provinces and bodies in the sentence.
    """
    start = figure.quantity.start
    match = _UNMARKED.search(view.original, max(0, start - _NAME_BEFORE), start)
    if match is None or match.group("name") in _COUNTRY:
        return None
    start, end = match.span("name")
    return None if any(low < end and start < high for low, high in places) else match.group("name")


def level_in(view: View, zone: Zone) -> str | None:
    """Return the level or the unit that a stretch names last, None if it names none."""
    found = re.findall(r"(?<!\w)cấp (?:tỉnh|huyện|xã)(?!\w)", view.text[slice(*_near(zone))])
    if found:
        return _SLUGS[found[-1]]
    names = [match.group("name") for match in _UNIT_NAME.finditer(view.original, *_near(zone))]
    return names[-1] if names else None


def _near(zone: Zone) -> tuple[int, int]:
    return zone.near_left, zone.near_right


def _unit_name(view: View, figure: Figure, zone: Zone) -> str | None:
    """Return the name of the department or district a figure is of."""
    right = _UNIT_NAME.search(view.original, figure.quantity.end, zone.near_right)
    if right and re.fullmatch(
        r" ?(?:[^\W\d]+ ){1,4}?(?:của|thuộc|tại) ", view.text[figure.quantity.end : right.start()]
    ):
        return right.group("name")
    left = None
    for match in _UNIT_NAME.finditer(
        view.original, max(zone.clause_left, figure.start - _UNIT_BEFORE), figure.start
    ):
        if not _SPEAKS_FOR.search(view.text, max(0, match.start() - 20), match.start()):
            left = match.group("name")
    return left
