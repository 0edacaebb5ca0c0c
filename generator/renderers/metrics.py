"""Widths of text in Times New Roman, without a font file.

Advance widths are those of Times New Roman (and of every font made to its
measure) in units of 1/2048 em; a Vietnamese letter is as wide as its base
letter, ơ and ư excepted.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_EM = 2048
_DIGITS_WIDTH = 1024
_HORN = "\u031b"

_REGULAR = {
    369: "'",
    410: "|",
    512: " \u00a0,.",
    569: "/:;\\ijlt",
    682: "!()-I[]`fr‘’",
    797: "Js",
    836: '"',
    909: "?acez“”",
    961: "^",
    983: "{}",
    1083: "ơ",
    1108: "~",
    1110: "ư",
    1139: "FPS",
    1155: "+<=>",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOQUVXYwĐƠ",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1886: "@",
    1933: "W",
    2048: "—…",
}
_BOLD = {
    451: "|",
    512: " \u00a0,.",
    569: "'/\\il",
    682: "!()-:;[]`fjt‘’",
    797: "Is",
    807: "{}",
    909: "cerz",
    1065: "~",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>",
    1190: "^",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W—…",
}


class _Widths(dict[str, int]):
    """Widths by letter; one that the font's table lacks is worked out once and kept."""

    def __missing__(self, char: str) -> int:
        """Return the width of a letter's base; a digit's width where it is unknown."""
        parts = unicodedata.normalize("NFD", char)
        base = parts[0]
        if _HORN in parts:
            base = unicodedata.normalize("NFC", base + _HORN)
        self[char] = self.get(base, _DIGITS_WIDTH)
        return self[char]


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text at ``size`` points, in twips."""
    return _twips(_units(text, bold=bold), size)


def wrap(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Break a text into the lines that fit ``width`` twips, as Word does.

    Only a plain space may break; a single word wider than the line stays whole.
    """
    lines: list[list[str]] = []
    space, length = _units(" ", bold=bold), 0
    for word in text.split(" "):
        own = _units(word, bold=bold)
        joined = length + space + own
        if lines and _twips(joined, size) <= width:
            lines[-1].append(word)
            length = joined
        else:
            lines.append([word])
            length = own
    return [" ".join(words) for words in lines]


def _twips(units: int, size: float) -> float:
    """Return units of the font at ``size`` points as twips."""
    return units / _EM * size * 20


def _units(text: str, *, bold: bool) -> int:
    """Return the width of a text in units of the font."""
    return sum(map(_widths(bold=bold).__getitem__, text))


@lru_cache(maxsize=2)
def _widths(*, bold: bool) -> _Widths:
    """Return the table of one weight, letter → width."""
    table = _BOLD if bold else _REGULAR
    return _Widths({char: width for width, chars in table.items() for char in chars})
