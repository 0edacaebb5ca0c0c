"""The folded copy of a text on which rules are matched: same length, one spelling.

Lower case; every blank as a space, a tab between words as a bar; dashes, quotes and
digits in their plain forms; the tone mark of "hoá" as in "hóa"; "tỉ" as "tỷ", "lí" as
"lý", "qui" as "quy".
Since each letter keeps its place, an offset in the copy is an offset in the text.
"""

from __future__ import annotations

import re
import unicodedata

# a blank that does not break may group thousands: it stays apart from plain blanks
_THOUSANDS = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
# a tab between two words parts cells, as a bar does
_CELLS = re.compile(r"(?<=[\w%])\t(?=\w)")
_TONES = "\u0300\u0301\u0309\u0303\u0323"
# all capital letters of Vietnamese as a character class of an expression
UPPER = "".join(chr(code) for code in range(0x41, 0x1EFA) if chr(code).isupper())
_PLAIN = {
    **dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\u2002\u2003\t\n\r\v\f\u00ad\u200b"), " "),
    **dict.fromkeys(map(ord, "–—‒−‐‑"), "-"),
    **dict.fromkeys(map(ord, "“”„«»"), '"'),
    **dict.fromkeys(map(ord, "’‘"), "'"),
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    0xFF05: "%",
}


def _tone_pairs() -> dict[str, str]:
    """Return "oá" → "óa" and its kin."""
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            new = unicodedata.normalize("NFC", first + tone) + second
            pairs[first + unicodedata.normalize("NFC", second + tone)] = new
    return pairs


_TONE_PAIRS = _tone_pairs()
_TONE = re.compile(r"(?<!q)(?:" + "|".join(_TONE_PAIRS) + r")(?![^\W\d_])")
_SPELLINGS = (
    (re.compile(r"\b([tk])(ỉ)(?![^\W\d_])"), r"\1ỷ"),
    (re.compile(r"(?<=\bl)í(?![^\W\d_])"), "ý"),
    (re.compile(r"(?<=\bk)í(?![^\W\d_])"), "ý"),
    (
        re.compile(r"(?<=\bqu)([iìíỉĩị])(?![^\W\d_])"),
        lambda m: "yỳýỷỹỵ"["iìíỉĩị".index(m.group(1))],
    ),
)


def folded(text: str) -> str:
    """Return the copy of an NFC text; offsets stay the same."""
    text = _CELLS.sub("|", text) if "\t" in text else text
    out = _THOUSANDS.sub("\x1f", _lower(text)).translate(_PLAIN).replace("\x1f", "\u00a0")
    out = _TONE.sub(lambda match: _TONE_PAIRS[match.group(0)], out)
    for pattern, replacement in _SPELLINGS:
        out = pattern.sub(replacement, out)
    return out


def _lower(text: str) -> str:
    """Lower the case without changing the length (İ would grow)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
