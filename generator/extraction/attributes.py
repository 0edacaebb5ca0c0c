"""What stands around a number: reservation, change against a base, level of government."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.catalogue import Kind
from generator.extraction.levels import Named, is_beside, is_over, level_behind
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
_TIME = re.compile(r"(?<!\w)(?:năm|cùng kỳ|kỳ trước|tháng|quý|trước đây|trước đó|\d{4})(?!\w)")
_TIME_NEAR = 40  # characters behind "gấp 2 lần" in which the time stands
_YEAR = re.compile(r"(?:19|20)\d{2}")
_PLACES = re.compile(r" ?(?:bậc|thứ bậc|hạng|vị trí|thứ hạng)(?!\w)")
_IN_BRACKETS = re.compile(r"[^,;()\d]{0,20}\([^();\d]{0,20}")
_OF_BASE = re.compile(r"so với[^();]{0,60}\([^();\d]{0,20}$")
_LEVEL = re.compile(
    r"(?:^|[:;,(]|(?<!\w)(?:ở|tại|của|thuộc|với|riêng|khối|trong đó|gồm|bao gồm|còn|ngành|về"
    r"|(?:do|của|tại) ubnd|(?<![^:;.] )ubnd"
    r"|trung tâm|một cửa|hành chính công|trả kết quả|sở ngành|thẩm quyền"
    r"|và)|\d(?: [^\W\d_]{1,10}){0,4}, ubnd)\s{0,3}(?P<level>cấp (?:tỉnh|thành phố|huyện|xã))"
    r"(?! và| cấp|,? (?:và )?cấp)"
    r"(?=:|,| \d| có| là| đạt| tiếp| giải| đã|\)| chiếm| hiện|;|\.|$| của (?:toàn )?tỉnh)"
)
_LEVEL_NAMED = re.compile(  # "Số thủ tục hành chính cấp tỉnh: 1.419"
    r"(?<!\w)(?:hành chính|tthc|thủ tục|hồ sơ) (?P<level>cấp (?:tỉnh|huyện|xã))(?=:| là| đạt)"
)
_LEVEL_AFTER = re.compile(
    r" ?[^\W\d]+(?: [^\W\d]+){0,4}? (?:ở |của |thuộc )?(?P<level>cấp (?:tỉnh|huyện|xã))"
    r"(?=[,;.)]|$| \(| và(?: \d|$| $))"
)
_TIER = re.compile(r"(?<!\w)(?:cấp|khối|(?<!trực )tuyến) (tỉnh|huyện|xã)(?!\w)")
_ANY_LEVEL = re.compile(r"(?<!\w)cấp (?:tỉnh|huyện|xã)(?!\w)")
# "Với cấp tỉnh, …", "Quý I/2022, ở cấp huyện, …": what a sentence and those after it are of
_LEADS = re.compile(
    r"(?:[^,;:.\d]{0,50}, "
    r"|(?:[^\W\d_]+ ){0,3}(?:\d{1,2} tháng|tháng \d|quý |năm )[^,;:.]{0,30}[,:] )?"
    r"(?:(?:còn|riêng) )?(?:ở|tại|với|đối với|về|riêng|trong)? ?(?:khối )?"
    r"(?P<level>cấp (?:tỉnh|huyện|xã))(?=[,:])"
)
# all three: "cấp tỉnh, cấp huyện và cấp xã", "cấp tỉnh, huyện, xã"
_EVERY = re.compile(
    r"cấp (?:tỉnh|huyện|xã)(?:(?:,|,? và) (?:ubnd )?(?:cấp )?(?:tỉnh|huyện|xã)){2}(?!\w)"
)
# "2. Kết quả giải quyết hồ sơ của cấp huyện"
_HEADING = re.compile(
    r"(?:[^\W\d_]+,? ){0,12}?(?:(?:ở|tại|của|thuộc|đối với|khối|thẩm quyền) )?"
    r"(?P<level>cấp (?:tỉnh|huyện|xã)) ?:?"
)
_NO_LEVEL = re.compile(
    r"cạnh tranh|chỉ số|hội nghị|sáng kiến|và cấp|, cấp|cấp \w+ (?:và|,)|các cấp"
)
_BLOCK = re.compile(r"(?<!\w)khối (?:cấp )?(?P<level>tỉnh|huyện|xã)(?= )")
# "135 Trung tâm Phục vụ hành chính công cấp xã" are those of all communes
_COMMUNES = re.compile(r" ?trung tâm (?:phục vụ )?hành chính công (?:cấp )?(?:xã|phường)(?!\w)")
_OFFICES = re.compile(
    r"(?<!\w)(?:các|khối) sở(?:,? (?:ban|ngành)){0,2}(?: cấp tỉnh)?"
    r"(?!,? (?:và )?(?:ban|ngành|địa phương|các|ubnd|huyện|quận|xã|đơn vị|cấp|phòng))(?!\w)"
)
_DISTRICT = r"(?:huyện|quận|thị xã|thành phố)"
_COMMUNE = r"(?:xã|phường|thị trấn|đặc khu)"
_UNIT_WORD = rf"(?:{_DISTRICT}|{_COMMUNE})"
# "UBND các huyện, thị xã", "tại các xã, phường": all bodies of a level
_OF_LEVEL = re.compile(
    r"(?:^|[:;,.(]|(?<!\w)(?:ở|tại|của|thuộc|do|đối với|riêng|trong đó|gồm|còn|và|tỷ lệ|một cửa"
    r"|hành chính công|trả kết quả)) ?(?:(?:ubnd )?(?:các|khối) |ubnd )"
    rf"(?P<units>{_UNIT_WORD}(?:(?:,|,? và|/) ?{_UNIT_WORD}){{0,5}})(?! cấp|, ngành)"
    r"(?=:|,|;|\.|\)|$| (?:\d|có|là|đạt|tiếp|giải|đã|chiếm|hiện|nhận|số hóa|thực|xử|trả|ký|còn"
    r"|nộp|trong|trên|của|phát|được|cung|mới|chỉ|cũng|đều|và)(?!\w))"
)
# "các sở, ngành và UBND các huyện": the bodies of one level beside those of another
_WITH_OTHERS = re.compile(
    rf"(?<!\w)(?P<last>sở|ban|ngành|tỉnh|cơ quan|đơn vị|{_UNIT_WORD})"
    r"(?:,|,? và|,? cùng) (?:bộ phận (?:một cửa|tiếp nhận và trả kết quả) )?(?:(?:tại|của|ở) )?"
    r"(?:ubnd )?(?:(?:các|khối) )?$"
)
_DISTRICTS, _COMMUNES_TOO = re.compile(_DISTRICT), re.compile(rf"(?<!thị ){_COMMUNE}")
_ALL = re.compile(r"(?<!\w)(?:(?:toàn|cả) (?:tỉnh|thành phố)|(?:[,;:] |^)tỉnh)(?!\w)")
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
_TOLD_LEVEL = {
    frozenset({"cap-tinh"}): "cap-tinh",
    frozenset({"cap-huyen"}): "cap-huyen",
    frozenset({"cap-xa"}): "cap-xa",
    frozenset({"cap-huyen", "cap-xa"}): "cấp huyện, cấp xã",
}
_NUMBERED = r"\d{1,2}(?![\w.,%])(?! (?:hồ|TTHC|thủ|dịch|điểm|lượt|bộ|phản))"
_NAME = rf"[{UPPER}][\w&'-]{{0,12}}(?: (?:[{UPPER}][\w&'-]{{0,12}}|{_NUMBERED})){{0,5}}"
# cities that are provinces: what their committee does is no part of a province
_CITIES = r"(?:Hà Nội|Hồ Chí Minh|HCM|Hải Phòng|Đà Nẵng|Cần Thơ|Huế)(?!\w)"
_WITH_NUMBER = r"(?:[Qq]uận|[Pp]hường) \d{1,2}(?![\w.,]\d)"
_OFFICE = (
    "Kế hoạch và Đầu tư|Tài chính|Tư pháp|Nội vụ|Công [Tt]hương|Xây dựng|Y tế|Giáo dục và Đào tạo"
    "|Giao thông [Vv]ận tải|Nông nghiệp và (?:Phát triển nông thôn|PTNT|Môi trường)"
    "|Tài nguyên và Môi trường|Thông tin và Truyền thông|Khoa học và Công nghệ"
    "|Lao động(?: -|,) Thương binh và Xã hội|Văn hóa,? Thể thao và Du lịch|Văn hóa và Thể thao"
    "|Du lịch|Ngoại vụ|Dân tộc và Tôn giáo"
)
# a department, office, district or commune by its name
UNIT_NAME = re.compile(
    rf"(?<!\w)(?P<name>Sở (?:{_OFFICE}|{_NAME})|(?:Chi cục|Cục) (?:Hải quan|Thuế|Thống kê|{_NAME})"
    rf"(?:(?: tỉnh| thành phố| TP)? {_NAME})?"
    rf"|[Pp]hường {_NAME} [-–] {_NAME}"
    rf"|(?:[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn) {_NAME}"
    rf"|{_WITH_NUMBER}"
    rf"|(?:(?<=UBND )|(?<=nhân dân ))(?:[Tt]hành phố|TP\.?) (?!{_CITIES}){_NAME}"
    r"|[Cc]ông an tỉnh|Thanh tra tỉnh|(?<!hánh )Văn phòng UBND tỉnh|Ban Quản lý [^,;.:()]{3,40})"
)
# a ministry or department whose name has a comma or "và"
BODY_NAME = re.compile(rf"(?<!\w)(?:Sở|Bộ|Phòng) (?:{_OFFICE})")
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
    also go before it ("tăng 5 bậc, xếp thứ 13"), or behind the score beside it.
    """
    figure = view.figures[index]
    after = _changed_by(view, index)
    if after is not None:
        return _change(view, after, period, kind)
    before = view.figures[index - 1] if index else None
    if kind is Kind.RANK and before is not None and _beside(view, before, figure):
        if _is_of_other(view.text, before, figure):
            return None
        own = index < 2 or view.figures[index - 2].quantity.kind is not QuantityKind.RANK
        own = own or _IN_BRACKETS.fullmatch(view.text, before.end, figure.start) is not None
        change = _change(view, before, period, kind) if own else None
        return change if change and change.kind is ChangeKind.PLACES else None
    return None


def _changed_by(view: View, index: int) -> Figure | None:
    """Return the figure of the change that follows one, None if there is none.

    "thứ 18 với 43,5 điểm, tăng 5 bậc" tells how the rank moved, unless a rank follows yet.
    """
    figure, after = view.figures[index], view.figures[index + 1 : index + 4]
    changed = bool(after) and after[0].quantity.kind is QuantityKind.CHANGE
    if len(after) > 1 and not changed and _is_aside(view.text, figure.end, *after[:2]):
        after = after[1:]  # "đạt 98% (năm trước 95%), tăng 3%"
    if after and _is_aside(view.text, 0, figure, after[0]):
        return None
    if after and _beside(view, figure, after[0]):
        return after[0]
    if len(after) < 2 or figure.quantity.kind is not QuantityKind.RANK:
        return None
    scores = (QuantityKind.SCORE, QuantityKind.PERCENT)
    scored = after[0].quantity.kind in scores and _beside(view, after[0], after[1])
    places = _PLACES.match(view.text, after[1].quantity.number_end) is not None
    ranked = len(after) > 2 and after[2].quantity.kind is QuantityKind.RANK
    next_own = ranked and _beside(view, after[1], after[2])
    next_own = next_own and not _is_of_other(view.text, after[1], after[2])
    return after[1] if scored and places and not next_own else None


def _is_aside(text: str, left: int, figure: Figure, other: Figure) -> bool:
    """Tell whether a figure stands in brackets, open since ``left``, that close before another."""
    opened = text.rfind("(", left, figure.start)
    inside = opened >= 0 and ")" not in text[opened : figure.start]
    return inside and ")" in text[figure.quantity.end : other.start]


def _is_of_other(text: str, change: Figure, rank: Figure) -> bool:
    """Tell whether a change is not that of the rank behind it.

    "tăng 5 bậc so với năm 2020 (thứ 18)" gives where it rose from; "PCI 65,1 điểm (tăng 3
    bậc), PAPI hạng 30" another index.
    """
    opened = text.rfind("(", 0, change.start)
    inside = opened >= 0 and ")" not in text[opened : change.start]
    closed = inside and ")" in text[change.end : rank.start]
    return closed or _OF_BASE.search(text, change.end, rank.start) is not None


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
    if unit == "lần" and not _TIME.search(text, quantity.end, quantity.end + _TIME_NEAR):
        return None  # "gấp 1,5 lần bình quân cả nước" compares places, not times
    same = base is not None and "cùng" in (base.group("same") or "")
    return Change(_change_kind(unit, kind), quantity.value, direction, printed, same)


def told_until(view: View, index: int) -> int:
    """Return where the words end that tell of a figure: its share, its change and base."""
    figure = view.figures[index]
    end = max(figure.end, figure.share.end if figure.share else 0)
    after = _changed_by(view, index)
    if after is None:
        return end
    tail = view.text[after.end : after.end + 120].split(";")[0]
    base, places = _BASE.search(tail), _PLACES.match(tail)
    return after.end + (base.end() if base else places.end() if places else 0)


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
    year, start = _YEAR.search(match.group(0)), figure.quantity.end + match.start()
    if year:
        return (not match["same"] and _part_of_year(view, start + year.start())) or year.group(0)
    if (
        match.group("same") == "cùng kỳ"
        or "năm trước" in match.group(0)
        or "năm ngoái" in match.group(0)
    ):
        return str(period.end.year - 1)
    phrase = view.original[start : start + len(match.group(0))]
    return phrase.removeprefix("so với").strip()


def _part_of_year(view: View, offset: int) -> str:
    """Return the words of a time at an offset that is no whole year: "quý II-2020", else ""."""
    for time in view.times:
        if time.start <= offset < time.end and (time.first[1] or time.last[1]):
            return view.original[time.start : time.end].removeprefix("trong ")
    return ""


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
    if after:
        return _SLUGS[after.group("level")]
    found = None
    for match in _LEVEL.finditer(text, 0, figure.start + 1):
        found = None if is_beside(text, match.start("level")) else match
    for match in _EVERY.finditer(text, 0, figure.start + 1):
        if found and match.start() < found.end() <= match.end():
            return None
    for match in _LEVEL_NAMED.finditer(text, zone.clause_left, figure.start + 1):
        found = match
    for match in _BLOCK.finditer(text, zone.near_left, figure.start):
        return _SLUGS[f"cấp {match.group('level')}"]
    told = Named(found.end(), _SLUGS[found.group("level")]) if found else None
    if named and (told is None or named.end > told.end):
        told = named
    if told and is_over(text, told.end, figure.start):
        told = None
    return _of_nearest(view, figure, zone, said, told)


def _of_nearest(
    view: View, figure: Figure, zone: Zone, said: list[tuple[int, int]], told: Named | None
) -> str | None:
    """Return a level ``told`` before a figure, or what is named nearer to it."""
    text = view.text
    bodies = _bodies_of_level(text, zone, figure.start)
    if bodies and (told is None or bodies[0] > told.end):
        unit = _unit_name(view, figure, zone, said)
        nearer = unit is not None and view.original.rfind(unit, 0, figure.start) > bodies[0]
        return unit if nearer else bodies[1]
    joint = None
    for match in _JOINT.finditer(text, zone.far_left, figure.start):
        joint = match
    if joint and (told is None or joint.end() >= told.end):
        return joint.group()
    unit = _unit_name(view, figure, zone, said)
    if told and unit and view.original.rfind(unit, 0, figure.start) > told.end:
        return unit  # "Ở cấp huyện, thị xã Kỳ Anh tiếp nhận …"
    behind = level_behind(view, figure, zone)
    if told and (behind is None or told.end > zone.clause_left):
        return told.level
    return unit or behind


def level_heading(text: str) -> str | None:
    """Return the level that a folded heading names for what stands below it, None if none."""
    head = _HEADING.fullmatch(text)
    return _SLUGS[head["level"]] if head and not _NO_LEVEL.search(text) else None


def led_level(text: str) -> str | None:
    """Return the level that a folded sentence begins with, as what it and those after are of.

    "Ở cấp huyện, …", "Nếu tính riêng từng cấp, với cấp tỉnh, …", "Cấp xã: …".
    """
    led = _LEADS.match(text)
    several = led and {match.group() for match in _ANY_LEVEL.finditer(text)} - {led["level"]}
    return _SLUGS[led["level"]] if led and not several else None


def _bodies_of_level(text: str, zone: Zone, start: int) -> tuple[int, str] | None:
    """Return the level whose bodies are named last before a figure, and where that ends.

    "các huyện, xã" are two levels; with the departments they are all, and so none.
    """
    named = [(match, "tỉnh") for match in _OFFICES.finditer(text, 0, start)]
    named += [(match, match["units"]) for match in _OF_LEVEL.finditer(text, 0, start)]
    levels: set[str] = set()
    end = 0
    for match, words in sorted(named, key=lambda item: item[0].start()):
        if match.end() < zone.clause_left and not text.startswith((":", " tỉnh:"), match.end()):
            continue
        beside = _WITH_OTHERS.search(text, 0, match.start("units")) if words != "tỉnh" else None
        levels = (levels | _levels(beside["last"])) if beside else set()
        levels |= _levels(words)
        end = match.end()
    if not end or _ALL.search(text, end, start):
        return None
    told = _TOLD_LEVEL.get(frozenset(levels))
    return (end, told) if told else None


def _levels(words: str) -> set[str]:
    """Return the levels of bodies named by their types."""
    below = {"cap-huyen"} if _DISTRICTS.search(words) else set()
    below |= {"cap-xa"} if _COMMUNES_TOO.search(words) else set()
    return below or {"cap-tinh"}


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
    found = _TIER.findall(view.text, *_near(zone))
    if found:
        return _SLUGS[f"cấp {found[-1]}"]
    names = [match.group("name") for match in UNIT_NAME.finditer(view.original, *_near(zone))]
    return names[-1] if names else None


def _near(zone: Zone) -> tuple[int, int]:
    return zone.near_left, zone.near_right


def _unit_name(view: View, figure: Figure, zone: Zone, says: list[tuple[int, int]]) -> str | None:
    """Return the name of the department or district a figure is of."""
    right = UNIT_NAME.search(view.original, figure.quantity.end, zone.near_right)
    if right and any(low <= right.start() < high for low, high in says):
        right = None
    if right and re.fullmatch(
        r" ?(?:[^\W\d]+ ){1,4}?(?:của|thuộc|tại) ", view.text[figure.quantity.end : right.start()]
    ):
        return right.group("name")
    left = None
    for match in UNIT_NAME.finditer(
        view.original, max(zone.clause_left, figure.start - _UNIT_BEFORE), figure.start
    ):
        if not _SPEAKS_FOR.search(view.text, max(0, match.start() - 20), match.start()):
            whole = _ALL.search(view.text, match.end(), figure.start)
            left = None if whole else match.group("name")
    return left
