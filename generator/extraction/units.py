"""Parts of a province by their names: departments, districts, communes, branches of a ministry."""

from __future__ import annotations

import re

from generator.extraction.reading import UPPER
from generator.extraction.view import Figure, View

_NUMBERED = r"\d{1,2}(?![\w.,%])(?! (?:hồ|TTHC|thủ|dịch|điểm|lượt|bộ|phản))"
_NAME = rf"[{UPPER}][\w&'-]{{0,12}}(?: (?:[{UPPER}][\w&'-]{{0,12}}|{_NUMBERED})){{0,5}}"
# cities that are provinces: what their committee does is no part of a province
_CITIES = r"(?:Hà Nội|Hồ Chí Minh|HCM|Hải Phòng|Đà Nẵng|Cần Thơ|Huế)(?!\w)"
_WITH_NUMBER = r"(?:[Qq]uận|[Pp]hường|Q\.|P\.) ?\d{1,2}(?![\w.,]\d)"
# "H.Long Thành", "TX. Tân Châu"; "P.V" is a person
_SHORT = rf"(?:TX\.?|(?:TT|H|Q|P|X)\.) ?(?=[{UPPER}][^\W\d_{UPPER}]){_NAME}"
_TOWN = rf"(?:[Tt]hành phố |TP\.? ?)(?!{_CITIES}){_NAME}"
_LIST_OF_PROVINCES = r"(?<!tỉnh, )(?<!tỉnh/)(?<!tỉnh và )"
_OFFICE = (
    "Kế hoạch và Đầu tư|Tài chính|Tư pháp|Nội vụ|Công [Tt]hương|Xây dựng|Y tế|Giáo dục và Đào tạo"
    "|Giao thông [Vv]ận tải|Nông nghiệp (?:và|-) (?:Phát triển nông thôn|PTNT|Môi trường)"
    "|Tài nguyên (?:và|-) Môi trường|Thông tin và Truyền thông|Khoa học (?:và|-) Công nghệ"
    "|Lao động(?: -|,) Thương binh và Xã hội|Văn hóa,? Thể thao và Du lịch|Văn hóa và Thể thao"
    "|Du lịch|Ngoại vụ|Dân tộc và Tôn giáo"
)
# where the name of a body ends that is written small but for its first word
_ENDS = (
    r"(?= ?[,.;:()\d]| ?$| (?:đã|có|hiện|đang|đạt|là|với|được|trong|chỉ|mới|cũng|còn|tồn|sẽ|vẫn|thì"
    r"|của|tại|ở|cho|theo|từ|đến|tiếp (?:nhận|tục)|giải quyết|xử lý|thực hiện|triển khai|phối hợp"
    r"|ban hành|trả|cấp|công bố|số hóa|hoàn thành|nhận|phát sinh|phụ trách|thuộc|tỉnh|thành phố|TP"
    r"|chiếm|rà soát|cắt giảm|duy trì|đứng|xếp|dẫn đầu|trực tiếp|tỷ lệ|tổng|để|sau khi|trước|về"
    r"|cung cấp|tham mưu|báo cáo|đề nghị|hồ sơ)(?!\w))"
)
_WORDS = rf"[{UPPER}][^\W\d_]{{1,9}}(?:(?: -|,)? [^\W\d_]{{1,9}}){{0,8}}?"
_OF_TRADE = rf"(?:Hải quan|Thuế|Thống kê)(?:(?: tỉnh| thành phố| TP)? {_NAME})?"
_CURE = "Quản lý Khám,? [Cc]hữa bệnh"
# bodies of a province that are no departments
_OF_PROVINCE = (
    r"[Cc]ông an tỉnh|Thanh tra tỉnh|(?<!hánh )Văn phòng UBND tỉnh"
    r"|(?:Chi nhánh )?Văn phòng [Đđ]ăng ký [Đđ]ất đai(?: tỉnh)?"
    r"|(?:Bảo hiểm xã hội|BHXH|Kho bạc Nhà nước) tỉnh"
    r"|Trung tâm (?:[Pp]hục vụ )?[Hh]ành chính công(?: của)? tỉnh"
    r"|Ban [Qq]uản lý (?:các )?(?:khu|cụm|Khu|KKT|KCN|KCX)(?:,?(?: và)?(?: các)?"
    r" (?:[Kk]hu |[Cc]ụm )?(?:[Kk]inh tế|[Cc]ông nghiệp|[Cc]hế xuất|KKT|KCN|KCX|[Cc]ông nghệ cao"
    rf"|[Kk]hu|[Cc]ụm)){{0,5}}(?: tỉnh| {_NAME})?"
)
# a department, office, district or commune by its name
UNIT_NAME = re.compile(
    rf"(?<!\w)(?P<name>Sở (?:{_OFFICE}|{_NAME})"
    rf"|(?:Chi cục|Cục) (?:{_OF_TRADE}|{_CURE}|{_WORDS}{_ENDS})"
    rf"|[Pp]hường {_NAME} [-–] {_NAME}"
    rf"|(?:[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu) {_NAME}"
    rf"|{_WITH_NUMBER}|{_SHORT}|{_LIST_OF_PROVINCES}{_TOWN}"
    rf"|{_OF_PROVINCE}|Ban Quản lý [^,;.:()\d]{{3,40}}?{_ENDS})"
)
# a ministry or department whose name has a comma or "và"
BODY_NAME = re.compile(rf"(?<!\w)(?:Sở|Bộ|Phòng) (?:{_OFFICE})")
# a district, commune or town with its type, or a branch of a central body
PART = re.compile(
    rf"(?<!\w)(?P<name>[Pp]hường {_NAME} [-–] {_NAME}|(?:[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường"
    rf"|[Tt]hị trấn|[Đđ]ặc khu|TX\.?|(?:TP\.?|[Tt]hành phố)(?! (?:Hồ Chí Minh|HCM))) {_NAME}"
    rf"|{_WITH_NUMBER}|{_SHORT}"
    rf"|TP\.?(?!{_CITIES}){_NAME}|(?:Chi cục|Cục) {_OF_TRADE})"
)
UPPER_OFFICE = re.compile(
    r"(?:SỞ|CHI CỤC|CỤC|BAN QUẢN LÝ) [^\W\d_]+(?:[ ,]+[^\W\d_]+)*|"
    r"(?:UBND|ỦY BAN NHÂN DÂN) (?:HUYỆN|XÃ|PHƯỜNG|QUẬN|THỊ XÃ|THỊ TRẤN) [^\W\d_]+(?: [^\W\d_]+)*"
    r"|TRUNG TÂM (?:PHỤC VỤ )?HÀNH CHÍNH CÔNG TỈNH"
)
_COMMITTEE = re.compile(
    r"(?:UBND|ỦY BAN NHÂN DÂN) (?P<type>HUYỆN|XÃ|PHƯỜNG|QUẬN|THỊ XÃ|THỊ TRẤN) (?P<name>.+)"
)
_DEPARTMENT = re.compile(rf"SỞ (?:{_OFFICE})(?!\w)", re.IGNORECASE)
# "Trung tâm đã tiếp nhận", "toàn lực lượng tiếp nhận": a body that was named in full before
SHORTLY = re.compile(
    r"(?<!\w)(?P<body>trung tâm|sở|cục|chi cục|toàn lực lượng)(?= (?:đã|có|hiện|tiếp nhận|nhận"
    r"|giải quyết|xử lý|trả|còn|đang|cũng|mới|thực hiện)(?!\w))"
)
# "hợp nhất từ 6 xã của huyện Sơn Hòa cũ": a unit that is no more
_FORMER = re.compile(r" ?\(?(?:cũ|trước đây)(?!\w)")
_CAPITALS = rf"[{UPPER}](?![{UPPER}])[\w'-]{{0,8}}"
_UNMARKED = re.compile(
    rf"(?:^|[,;:(] ?|(?<!\w)(?:và|là|của|tại|ở|đến|riêng|còn|như) )(?P<name>{_CAPITALS}"
    rf"(?: {_CAPITALS}){{1,3}})(?:,? (?:đạt|với|là|có|chỉ|mới|còn|chiếm|được|thì|tốt|cao"
    r"|thấp|nhất|dẫn đầu|đứng đầu|ở mức|tỷ lệ|đúng hạn|trễ hạn|quá hạn|trực tuyến|hồ sơ|tiếp nhận"
    r"|giải quyết|từ|kéo|giảm|xuống|tăng|lên|\d[\d.,]{0,8}%)){0,8}:?"
    r"(?: (?:hơn|trên|gần|dưới|khoảng))? \(?$"
)
_NAME_BEFORE = 120  # characters between the name of a part and its number
_COUNTRY = frozenset({"Việt Nam"})


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


def spoken(line: str) -> str:
    """Return an office that a letterhead names as it is spoken.

    "UBND XÃ AN PHÚ" is "xã An Phú", "SỞ TƯ PHÁP" is "Sở Tư pháp".
    """
    if (unit := _COMMITTEE.fullmatch(line)) is not None:
        return f"{unit['type'].lower()} {unit['name'].title()}"
    known = _DEPARTMENT.match(line)
    words = (known.group() if known else line).lower().split()
    if words[:2] == ["trung", "tâm"]:
        return f"Trung tâm {' '.join(words[2:]).capitalize()}"
    return " ".join([words[0].capitalize(), words[1].capitalize(), *words[2:]])


def is_former(text: str, end: int) -> bool:
    """Tell whether a folded text says behind the name of a unit that it is no more."""
    return _FORMER.match(text, end) is not None
