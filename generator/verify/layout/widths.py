"""How long a line of Times New Roman is; the table holds advance widths in 1/2048 em."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_EM = 2048
_FIRST = 32
_HORN = "\u031b"

# the printable ASCII letters from the space on
# fmt: off
_REGULAR = (
    512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024,
    1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886,
    1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139,
    1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024, 682,
    909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024,
    682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
)
_BOLD = (
    512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024,
    1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905,
    1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251,
    1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024, 682,
    1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024, 1139,
    1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
)
# fmt: on
_REGULAR_MORE = {
    "đ": 1024,
    "Đ": 1479,
    "ơ": 1083,
    "Ơ": 1479,
    "ư": 1110,
    "Ư": 1589,
    "…": 2048,
    "–": 1024,
    "—": 2048,
    "“": 909,
    "”": 909,
    "‘": 682,
    "’": 682,
}
_BOLD_MORE = {
    "đ": 1139,
    "Đ": 1479,
    "ơ": 1134,
    "Ơ": 1593,
    "ư": 1229,
    "Ư": 1630,
    "…": 2048,
    "–": 1024,
    "—": 2048,
    "“": 1024,
    "”": 1024,
    "‘": 682,
    "’": 682,
}


def line_width(text: str, size: float, *, bold: bool) -> float:
    """Return the width of a line in points at ``size`` points."""
    letters = unicodedata.normalize("NFC", text)
    return sum(_advance(char, bold=bold) for char in letters) / _EM * size


def line_widths(text: str, size: float, room: float, *, bold: bool) -> tuple[float, ...]:
    """Return the widths in points of the lines of a text broken at spaces to ``room``."""
    space = line_width(" ", size, bold=bold)
    lines: list[float] = []
    for word in text.split():
        width = line_width(word, size, bold=bold)
        if lines and lines[-1] + space + width <= room + 0.5:
            lines[-1] += space + width
        else:
            lines.append(width)
    return tuple(lines)


@lru_cache(maxsize=512)
def _advance(char: str, *, bold: bool) -> int:
    """Return the width of a letter; one with marks is as wide as its base letter."""
    if unicodedata.combining(char):
        return 0
    table, more = (_BOLD, _BOLD_MORE) if bold else (_REGULAR, _REGULAR_MORE)
    parts = unicodedata.normalize("NFD", char)
    base = unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]
    index = ord(base) - _FIRST
    return table[index] if 0 <= index < len(table) else more.get(base, _EM // 2)
