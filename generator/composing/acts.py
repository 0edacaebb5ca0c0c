"""Legal acts as a report cites them: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6b.

In: the words of a source ("Thông báo 437/TB-VPCP"). Out: kind, "số" and number, day in words and
the body that its sign names ("Thông báo số 437/TB-VPCP của Văn phòng Chính phủ").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from generator.vi.printing import long_date

_KINDS = (
    "Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Thông báo|Kế hoạch|Công văn|Công điện"
    "|Tờ trình|Báo cáo|Kết luận"
)
_BARE = re.compile(rf"(?<!\w)(?P<kind>{_KINDS}) (?=\d{{1,5}}(?:/\d{{4}})?/[A-ZĐ])")
_SIGN = re.compile(r" số \d{1,5}(?:/\d{4})?/[\w-]*?-(?P<body>[^\W\d_]+)(?!\w)")
_DAY = re.compile(r"ngày[ \u00a0](\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)")
_OF = " của "


def with_number_word(text: str) -> str:
    """Return a text with "số" before the number of each act; what is quoted stays."""

    def numbered(found: re.Match[str]) -> str:
        before = text[: found.start()]
        quoted = before.count("“") > before.count("”")
        return found[0] if quoted else f"{found['kind']} số "

    return _BARE.sub(numbered, text)


def in_full(act: str, issuers: Mapping[str, str]) -> str:
    """Return an act with "số", its day in words, and the body that its sign names.

    ``issuers`` are the bodies by the last part of a sign ("TTg"); of another sign, and of an
    act whose body is told, nothing is added.
    """
    said = _DAY.sub(_in_words, with_number_word(act))
    sign = _SIGN.search(said)
    body = issuers.get(sign["body"], "") if sign else ""
    return f"{said}{_OF}{body}" if body and _OF not in said else said


def _in_words(found: re.Match[str]) -> str:
    """Return "ngày 07 tháng 10 năm 2019" for "ngày 07/10/2019"; no day stays as it is."""
    day, month, year = (int(part) for part in found.groups())
    try:
        return long_date(date(year, month, day))
    except ValueError:
        return found[0]
