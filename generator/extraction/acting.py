"""Whether a central body is what a sentence measures, or only who announces it."""

from __future__ import annotations

import re

from generator.extraction.asides import is_described
from generator.extraction.pattern import regex

_AT = re.compile(r"(?:^|[,;:.] ?|(?<!\w)(?:riêng|còn) )(?:tại|ở|riêng|đối với)[ \t]+$")
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
_PUBLISHES = regex(
    r"^(?: [^\s\d;.]+){0,2}? (?:công bố|ban hành|tổ chức|chủ trì|đề nghị|yêu cầu|cho biết|giao"
    r"|trình)"
)


def acts(text: str, start: int, end: int) -> bool:
    """Tell whether a body is what the sentence measures, not who announces it."""
    rest = text[end : end + 60]
    if _IN_TURN.match(text, end, end + 100) or _RANK_OF.search(text, max(0, start - 40), start):
        return True
    at = rest.startswith(",") and _AT.search(text[max(0, start - 20) : start])
    if at or is_described(text, start, end):
        return True
    if _LEADS_TO.search(text, max(0, start - 80), start):
        return True
    own = not publishes(rest) or _OWN_WORK.found_in(rest)
    return _BODY_VERB.found_in(rest) and own


def publishes(rest: str) -> bool:
    """Tell whether the words behind the name of a body say that it announces something."""
    return _PUBLISHES.found_in(rest)
