"""Vietnamese of the time before Unicode: TCVN3 (ABC), VNI, VISCII and windows-1258.

TCVN3 and VNI text was made visible by its fonts: the letters stand at the places of
Western ones, in files and, copied from them, also in Unicode text ("Céng hoµ x· héi").
The tables are those of the fonts; the small letters of TCVN3 are also those of
TCVN 5712:1993.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.sources.syllable import score
from generator.vi.text import nfc

_TCVN3_CODES = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TCVN3 = dict(zip(map(ord, _TCVN3_CODES), _TCVN3_LETTERS, strict=True))

# VISCII 1.1 (RFC 1456): one byte a letter, six capitals among the control characters
_VISCII_LETTERS = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
    "ĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII = {
    **dict(zip(range(0x80, 0x100), _VISCII_LETTERS, strict=True)),
    **dict(zip((0x02, 0x05, 0x06, 0x14, 0x19, 0x1E), "ẲẴẪỶỸỴ", strict=True)),
}

# VNI writes a sign after a vowel; each sign is a shape and a tone
_VNI_SIGNS = {
    **dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True)),
    **{
        sign: "\u0302" + tone
        for sign, tone in zip(
            "âáàåãä", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True
        )
    },
    **{
        sign: "\u0306" + tone
        for sign, tone in zip(
            "êéèúüë", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True
        )
    },
}
_VNI_LETTERS = dict(zip("ôöñíìæóòîÔÖÑÍÌÆÓÒÎ", "ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ", strict=True))
_VNI_PAIR = re.compile(
    f"([aeouyôöAEOUYÔÖ])([{''.join(_VNI_SIGNS)}{''.join(_VNI_SIGNS).upper()}])|[{''.join(_VNI_LETTERS)}]"
)

# letters that neither Western text nor the old encodings have
_ONLY_VIETNAMESE = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")
_BEYOND_ASCII = re.compile("[\u00a1-\u00ff]")

_WORD = re.compile(r"[^\W\d_]+")

_SURE = 0.9  # share of plausible words from which on a guess counts as right
_BROKEN = 0.6  # and below which a text counts as read wrongly
_ENOUGH = 5  # accented words that a guess needs


def from_tcvn3(text: str) -> str:
    """Return TCVN3 text, given as Western letters, in Unicode; lengths stay the same.

    It has codes for small letters with tones only: among capitals ("THñ TôC") they are capitals.
    """
    lines = text.translate(_TCVN3).splitlines(keepends=True)
    start = 0
    for index, line in enumerate(lines):
        lines[index] = _capitals(line, text[start : start + len(line)])
        start += len(line)
    return "".join(lines)


def _capitals(line: str, codes: str) -> str:
    """Return a line of TCVN3 with the letters made capital that stand among capitals.

    A word tells it by two capitals of ASCII and no small letter of it; "Së" may be either, and
    is what the other words of its line are.
    """

    def capitals(match: re.Match[str]) -> int:
        plain = [char for char in codes[match.start() : match.end()] if char.isascii()]
        return 0 if any(map(str.islower, plain)) else 1 + len(plain)

    toned = (one for one in _WORD.finditer(line) if not one.group().isascii())
    alone = re.search("[a-z]", codes) is None and any(capitals(one) > 2 for one in toned)
    least = 1 if alone else 3
    return _WORD.sub(lambda one: one[0].upper() if capitals(one) >= least else one[0], line)


def shown_in(font: str, text: str) -> str:
    """Return text as a font shows it: ".VnTimeH" and the like have capitals alone."""
    return text.upper() if re.fullmatch(r"\.vn.*h", font.lower()) else text


def from_vni(text: str) -> str:
    """Return VNI text, given as Western letters, in Unicode (NFC)."""
    return nfc(_VNI_PAIR.sub(_vni_letter, text))


def from_viscii(text: str) -> str:
    """Return VISCII text, its bytes given as Latin-1, in Unicode; lengths stay the same."""
    return text.translate(_VISCII)


def _vni_letter(match: re.Match[str]) -> str:
    """Return the letter for a vowel with its sign, or for a letter of its own."""
    vowel, sign = match.group(1), match.group(2)
    if vowel is None:
        return _VNI_LETTERS[match.group()]
    return _VNI_LETTERS.get(vowel, vowel) + _VNI_SIGNS[sign.lower()]


def decode_legacy(data: bytes) -> str | None:
    """Return the text of a file in one of the old encodings, None if in none surely."""
    readings: list[tuple[str, Callable[[str], str]]] = [
        ("cp1258", nfc),
        ("cp1252", from_tcvn3),
        ("cp1252", from_vni),
        ("latin-1", from_viscii),
    ]
    texts = []
    for codec, convert in readings:
        try:
            texts.append(convert(data.decode(codec)))
        except UnicodeDecodeError:
            continue
    return _best(texts)


def mended(text: str) -> str:
    """Return Unicode text with its TCVN3 and VNI lines turned into real letters.

    A line is one of these only where it has no letter that Vietnamese alone has,
    and where all such lines together read as Vietnamese after the change. Beside
    lines that surely are Unicode it must also have a word that cannot be one as it
    stands: "Mô hình" could be either.
    """
    lines = text.splitlines(keepends=True)
    suspects = [index for index, line in enumerate(lines) if _is_suspect(line)]
    if _ONLY_VIETNAMESE.search(text):
        suspects = [index for index in suspects if _has_broken_word(lines[index])]
    joined = "".join(lines[index] for index in suspects)
    right, words = score(joined)
    if words < _ENOUGH or right >= _SURE * words:
        return text
    for convert in (from_tcvn3, from_vni):
        if _share(convert(joined)) >= _SURE:
            for index in suspects:
                lines[index] = convert(lines[index])
            return "".join(lines)
    return text


def is_broken(text: str) -> bool:
    """Tell whether most accented words of a text cannot be Vietnamese."""
    right, words = score(text)
    return words >= 4 * _ENOUGH and right < _BROKEN * words


def is_legacy(text: str, convert: Callable[[str], str]) -> bool:
    """Tell whether a text in a font of an old encoding is really in that encoding."""
    before, words = score(text)
    return words > 0 and before < _SURE * words <= score(convert(text))[0]


def _is_suspect(line: str) -> bool:
    """Tell whether a line could be in an old encoding."""
    return _BEYOND_ASCII.search(line) is not None and _ONLY_VIETNAMESE.search(line) is None


def _has_broken_word(line: str) -> bool:
    """Tell whether a line has an accented word that cannot be Vietnamese."""
    right, words = score(line)
    return right < words


def _best(texts: list[str]) -> str | None:
    """Return the reading that is surely Vietnamese, None where there is none or two."""
    sure = [text for text in texts if score(text)[1] >= _ENOUGH and _share(text) >= _SURE]
    sure.sort(key=_share, reverse=True)
    if len(sure) > 1 and sure[0] != sure[1] and _share(sure[0]) == _share(sure[1]):
        return None
    return sure[0] if sure else None


def _share(text: str) -> float:
    """Return the share of plausible words among the accented ones."""
    right, words = score(text)
    return right / words if words else 0.0


# converters by the beginning of the font names
CONVERTERS: dict[str, Callable[[str], str]] = {".vn": from_tcvn3, "vni-": from_vni}
