"""Forms of Vietnamese text: normalisation, folding, slugs, alphabet order."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NBSP = "\N{NO-BREAK SPACE}"

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
# tone order of Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = {"\u0306", "\u0302", "\u031b"}  # breve, circumflex, horn: part of the letter
_NO_SLUG = re.compile(r"[^a-z0-9]+")


def nfc(text: str) -> str:
    """Return the text in NFC, the only form that is used inside the program."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the text lower-cased, without any diacritic, đ as d."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def slug(text: str) -> str:
    """Return the public slug of a name: "Bình Thuận" → "binh-thuan"."""
    return _NO_SLUG.sub("-", fold(text)).strip("-")


def alphabet_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Return a key that sorts by the Vietnamese alphabet, then by tone.

    Letters count first (a < ă < â < b … d < đ …), tones only where all letters
    are equal, as dictionaries do; spaces sort before letters.
    """
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", text.casefold()):
        if char in _TONE_RANK:
            if tones:
                tones[-1] = _TONE_RANK[char]
        elif char in _SHAPES and letters:
            letters[-1] = _shape(letters[-1], char)
        else:
            letters.append(_LETTER_RANK.get(char, 0) * 10 if char != " " else -1)
            tones.append(0)
    return (tuple(letters), tuple(tones), text)


def _shape(rank: int, mark: str) -> int:
    """Return the rank of a base letter (times ten) after a shape mark."""
    base = _ALPHABET[rank // 10 - 1] if rank > 0 else ""
    letter = unicodedata.normalize("NFC", base + mark) if base else ""
    return _LETTER_RANK.get(letter, rank // 10) * 10
