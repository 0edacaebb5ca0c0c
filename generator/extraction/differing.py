"""By how much a place differs from another: "nhiều hơn Hà Tĩnh 120.000 hồ sơ" is no value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.reading import UPPER

REASON = "a difference from another place"
_NAME = rf"[{UPPER}][\w-]*(?: [{UPPER}][\w-]*){{0,4}}"
_OF_ALL = (
    r"(?:mức |tỷ lệ )?(?:(?:bình quân|trung bình)(?: chung)?(?: của)? )?"
    r"(?:cả nước|toàn quốc|cả tỉnh|toàn tỉnh|(?:toàn |khu )?vùng|khu vực)"
)
_DIFFERENCE = re.compile(
    r"(?<!\w)(?:nhiều hơn|ít hơn|cao hơn|thấp hơn|lớn hơn|nhỏ hơn|(?<!\d )(?<!nhiều )kém(?: hơn)?"
    r"|(?<=[,;] )hơn|(?<= và )hơn|thua)"
    rf" (?:(?:tỉnh |thành phố |TP\.? ?)?{_NAME}|{_OF_ALL})"
    r" (?:(?:là|tới|đến|khoảng|gần|hơn|trên) ){0,2}(?P<number>\d[\d.,]*\d|\d)"
)


def differences(original: str) -> Iterator[tuple[int, int, str]]:
    """Yield the numbers of a sentence, as printed, that tell a difference, with the reason."""
    for match in _DIFFERENCE.finditer(original):
        yield match.start("number"), match.end("number"), REASON
