"""Names of places that are no subjects: where a text was written, where people met, what merged."""

from __future__ import annotations

import re

from generator.extraction.pattern import Hit

# "Hà Nội, 15:30 ngày 05/7 - …", "Hà Nội (TTXVN) - …": where a text was written
_DATELINE = re.compile(r"(?:, (?:ngày )?\d| \(\w+\) ?[-–]| ?[-–] (?!\d))")
# "sau khi hợp nhất Cần Thơ, Sóc Trăng và Hậu Giang, …": none of them is a subject
_MERGED = re.compile(
    r"(?:hợp nhất|sáp nhập)(?: (?:giữa|từ|của|với|ba|hai|các|\d)){0,3}"
    r"(?: (?:tỉnh|thành phố|tp\.?)(?:, (?:tỉnh|thành phố))?)? $"
)
_AT_CITY = re.compile(r"(?<!\w)(?:tại|ở)(?: (?:thành phố|tp\.?|thủ đô))? $")
_MEETS = re.compile(
    r",? (?:(?:thủ tướng|phó thủ tướng|chính phủ|bộ|ban|ủy ban|văn phòng)(?!\w)[^.;\d]{0,80}?)?"
    r"(?:đã )?(?:chủ trì|tổ chức|diễn ra|khai mạc|phối hợp tổ chức|công bố)(?!\w)"
)
_VALUES = re.compile(r" ?\((?:chỉ |là |đạt |với |được |hạng |thứ ){0,3}\d[^()]{0,60}\)")
# "Bộ Tài chính, đơn vị dẫn đầu, hiện có 371 dịch vụ": the words between only describe it
_OPENS = re.compile(r"(?:^|[;:] ?)(?:(?:còn|riêng|trong đó|trong khi đó|cụ thể),? )?$")
_DESCRIBED = re.compile(
    r", (?:đơn vị|cơ quan|nơi|một trong|ngành|vốn)(?!\w)[^;:.()\d]{0,80}, (?:cũng |mới )?"
    r"(?:đã|có|hiện|đang|đạt|xếp|đứng|tiếp nhận|giải quyết|cung cấp|tích hợp|cắt giảm)(?!\w)"
)
_AND = re.compile(r"(?:,| và| với|, và)(?: (?:tỉnh|thành phố|tp\.?))? ")


def is_venue(text: str, hit: Hit) -> bool:
    """Tell whether a name is where people met: "tại Hà Nội, Thủ tướng chủ trì phiên họp"."""
    before = text[max(0, hit.start - 20) : hit.start]
    return _AT_CITY.search(before) is not None and _MEETS.match(text, hit.end) is not None


def is_merged(text: str, start: int, before: int) -> bool:
    """Tell whether a province is one of those that were merged, the last of which ends before."""
    if before >= 0 and _AND.fullmatch(text, before, start):
        return True
    return _MERGED.search(text, max(0, start - 40), start) is not None


def is_next(text: str, before: int, start: int) -> bool:
    """Tell whether a name goes on with a list, the last name of which ends ``before``, -1 if none.

    "thứ 4 sau Đà Nẵng, Quảng Ninh và Hà Nội" compares with all three.
    """
    return before >= 0 and _AND.fullmatch(text, before, start) is not None


def is_dateline(text: str, hit: Hit) -> bool:
    """Tell whether a name opens a text as the city where it was written."""
    return not hit.start and _DATELINE.match(text, hit.end) is not None


def is_described(text: str, start: int, end: int) -> bool:
    """Tell whether a name begins a clause and only a description parts it from its verb."""
    opens = _OPENS.search(text, max(0, start - 20), start)
    return opens is not None and _DESCRIBED.match(text, end) is not None


def bracketed(text: str, end: int) -> int:
    """Return where the brackets close that give the figures of a name, -1 if none do."""
    found = _VALUES.match(text, end)
    return found.end() if found else -1
