"""Lists that go on: "cấp tỉnh 1.464 thủ tục, cấp huyện 314" says once what it counts.

A figure whose neighbourhood holds nothing but labels (a level, a place, a time) means
what the figure before it meant.
"""

from __future__ import annotations

import re

from generator.extraction.classify import is_bare
from generator.extraction.reading import UPPER
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View
from generator.extraction.zones import Zone

_LABELS = re.compile(
    r"(?<!\w)(?:lũy kế|cộng dồn|tính chung|toàn trình|một phần|mức độ|con số|chỉ số|cấp|tỉnh"
    r"|huyện|xã|quận"
    r"|phường|thị xã"
    r"|thị trấn|thành phố|tp|sở|ban|ngành|cục|chi cục|ubnd|khối|nơi|bộ|cơ quan|đơn vị|địa phương"
    r"|(?<!trực )tuyến"
    r"|toàn|các|những|một|"
    r"ở|tại|là|có|đạt|còn|với|và|từ|xuống|lên|kéo|trong|đó|bao gồm|gồm|cụ thể|riêng|của|chỉ|mới"
    r"|được|khoảng|hơn|gần|trên|dưới|chiếm|tỷ lệ|"
    r"tương ứng|lần lượt|tiếp|theo|đến|kế|đứng|sau|nhất|nhì|cao|thấp|tốt|ngược lại|chiều"
    r"|trong khi|khi|bên cạnh|tương tự|đáng chú ý|cùng|"
    r"thì|vẫn|năm|tháng|quý|ngày|kỳ|này|nay|trước|đầu|cuối|số|tăng|giảm|thuộc|thẩm quyền|đã"
    r"|hiện|dẫn|thứ|ba|hai|tư|vượt|bứt phá|xếp|vị trí|thêm|nâng|tổng|cộng|khác|lại|ra|tới|bằng"
    r"|cả|hết|ước|về|toàn trình|một phần|mức độ|mức|dẫn đầu|đứng đầu|trung bình|bình quân"
    r"|cả nước|điểm|hạng|bậc|so|ít|nhiều|cũ|bảng|có mặt|con số)(?!\w)"
)
_WORD = re.compile(r"[^\W\d_]+")
_OFFICE = re.compile(
    r"(?<!\w)(?:Sở|Ban|Cục|Chi cục|Bộ|Ngân hàng|Văn phòng|Công an|Thanh tra"
    r"|Trung tâm) [^,;:.()\d]*"
)
_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}][\w&-]*")


def goes_on(view: View, figure: Figure, zone: Zone, rule: Rule) -> bool:
    """Tell whether a figure can only mean what the one before it meant."""
    if not alone(view, figure, zone):
        return False
    noun_end = figure.quantity.end
    if not is_bare(view, figure):
        hits = [hit for hit in view.hits(rule.nouns) if 0 <= hit.start - noun_end <= 2]
        if not hits and rule.nouns.patterns:
            return False
        noun_end = max((hit.end for hit in hits), default=noun_end)
    return not _rest(view, max(noun_end, figure.end) if figure.share else noun_end, zone.near_right)


def alone(view: View, figure: Figure, zone: Zone) -> bool:
    """Tell whether nothing but labels stands right before a figure."""
    left = zone.near_left
    for office in _OFFICE.finditer(view.original, zone.far_left, figure.start):
        if office.start() < left <= office.end():
            left = office.start()  # "Sở Tài nguyên và Môi trường" is one name
    return not _rest(view, left, figure.start)


def is_label(view: View, zone: Zone) -> bool:
    """Tell whether a stretch holds nothing but labels, names and times."""
    return not _rest(view, zone.near_left, zone.near_right)


def _rest(view: View, start: int, end: int) -> str:
    """Return the words of a stretch that are no labels, names or times."""
    chars = list(view.text[start:end])
    for match in _LABELS.finditer(view.text, start, end):  # "Tỷ lệ này", though it is a capital
        _blank(chars, match.start() - start, match.end() - start)
    for match in _OFFICE.finditer(view.original, start, end):
        _blank(chars, match.start() - start, match.end() - start)
    for match in _CAPITAL.finditer(view.original, start, end):
        _blank(chars, match.start() - start, match.end() - start)
    for time in view.times:
        _blank(chars, max(0, time.start - start), min(len(chars), time.end - start))
    plain = _LABELS.sub(" ", "".join(chars))  # what names and times had kept apart
    return " ".join(_WORD.findall(plain))


def _blank(chars: list[str], start: int, end: int) -> None:
    for index in range(max(0, start), min(len(chars), end)):
        chars[index] = " "
