"""Whether a central body is what a sentence measures, or only who announces it."""

from __future__ import annotations

import re

from generator.extraction.asides import is_described
from generator.extraction.pattern import regex

_AT = re.compile(r"(?:^|[,;:.] ?|(?<!\w)(?:riêng|còn) )(?:tại|ở|riêng|đối với)[ \t]+$")
_OPENS = re.compile(r"[\s\"'(-]{0,4}")
_BODY_VERB = regex(
    r"^(?: [^\s\d;.]+){0,3}? (?:đã|có|hiện|cung cấp|cắt giảm|đơn giản hóa|tiếp nhận|giải quyết"
    r"|xử lý|hoàn thành|đạt|xếp|đứng|dẫn đầu|dẫn trước"
    r"|bứt phá|giữ|bám|theo sau|là|với|thực hiện|tích hợp"
    r"|phân cấp|rà soát|số hóa|kết nối|đồng bộ|mới|chỉ|được|chiếm|nhận)"
    r"|^,? ?\(?(?:với |đạt |là )?\d[\d.,]*"
)
_RANK_OF = re.compile(r"(?:thứ|hạng|vị trí) \d{1,2}(?:/\d{2})? (?:là|của|thuộc về|tiếp theo là) $")
# whose the lead is: "đứng đầu trong 19 bộ là Bộ Tư pháp, chỉ số ở mức 90%"
_LEADS_TO = re.compile(
    r"(?<!\w)(?:đứng|dẫn đầu|xếp|ngôi đầu|quán quân|cao nhất|thấp nhất|đầu bảng|cuối bảng)"
    r"[^.;]{0,60} (?:là|thuộc về|về tay) $"
)
# "Bộ Xây dựng, Bộ Công Thương lần lượt xếp thứ 3, thứ 4"
_IN_TURN = re.compile(r"(?:(?:,| và|, và) [^\d;.:]{1,60})? lần lượt(?!\w)")
# "đã công bố 42 TTHC", "ban hành 14 quyết định": its own work, no report on others
_OWN_WORK = regex(
    r"^(?: [^\s\d;.]+){0,2}? (?:công bố|ban hành)(?: danh mục)? \d[\d.]*"
    r" (?:tthc|thủ tục|quyết định)"
)
# "Bộ Y tế: Quý I/2024 tiếp nhận …", "Bộ Y tế: Năm 2023, Bộ đã …": a headline on its own work
_ITS_TIME = (
    r": ?(?:(?:trong |đến |tính đến |hết )?(?:\d{1,2} tháng|năm|quý|tháng|nay)[^:;,.]{0,30}?,? )?"
)
_ITSELF = re.compile(
    rf"{_ITS_TIME}(?P<self>bộ )?(?:đã |cũng |mới |hiện ){{0,2}}(?:tiếp nhận|giải quyết|xử lý"
    r"|cung cấp|cắt giảm|đơn giản hóa|tích hợp|rà soát|số hóa|hoàn thành|phân cấp|có \d)"
)
COLLECTS = "bộ nội vụ"  # "Bộ Nội vụ: Tiếp nhận 1,2 triệu hồ sơ" may be the country's
# "… (Bộ Nội vụ, 9/2026)": who gave the figure
_GIVER = re.compile(r",? ?(?:(?:tháng|năm|ngày|quý) )?[\d/.-]{4,10}\)")
_BRANCH = re.compile(r"(?:Cục|Vụ|Viện|Trung tâm) [^.;:()\d]{3,60} \($")
_PUBLISHES = regex(
    r"^(?: [^\s\d;.]+){0,2}? (?:công bố|ban hành|tổ chức|chủ trì|đề nghị|yêu cầu|cho biết|cho hay"
    r"|giao|trình)"
)


def acts(text: str, start: int, end: int) -> bool:
    """Tell whether a body is what the sentence measures, not who announces it."""
    rest = text[end : end + 60]
    if is_giver(text, start, end):
        return False
    itself = _ITSELF.match(text, end) if _OPENS.fullmatch(text, 0, start) else None
    if itself is not None and (itself["self"] or text[start:end] != COLLECTS):
        return True
    if _IN_TURN.match(text, end, end + 100) or _RANK_OF.search(text, max(0, start - 40), start):
        return True
    at = rest.startswith(",") and _AT.search(text[max(0, start - 20) : start])
    if at or is_described(text, start, end):
        return True
    if _LEADS_TO.search(text, max(0, start - 80), start):
        return True
    own = not publishes(rest) or _OWN_WORK.found_in(rest)
    return _BODY_VERB.found_in(rest) and own


def is_giver(text: str, start: int, end: int) -> bool:
    """Tell whether a body stands in brackets with a day: "98% hồ sơ … (Bộ Nội vụ, 9/2026)"."""
    return "(" in text[max(0, start - 12) : start] and _GIVER.match(text, end) is not None


def end_of_branch(original: str, start: int, end: int) -> int:
    """Return where "Cục Quản lý Dược (Bộ Y tế)" ends, a ministry that only tells whose it is.

    Any other name ends where it does.
    """
    inside = original.startswith(")", end)
    return end + 1 if inside and _BRANCH.search(original, max(0, start - 80), start) else end


def publishes(rest: str) -> bool:
    """Tell whether the words behind the name of a body say that it announces something."""
    return _PUBLISHES.found_in(rest)
