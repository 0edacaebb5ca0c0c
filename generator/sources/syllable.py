"""How far a text looks like written Vietnamese: the test for a guessed encoding.

A syllable is an initial, a vowel group with at most one tone mark, and a final.
Text read with the wrong code page breaks this shape in nearly every word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INITIALS = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x"
_VOWELS = (
    "iêu|yêu|ươi|ươu|uôi|uây|oai|oay|oeo|uya|uyê|uyu|uêu|ay|ây|ai|ao|au|âu|eo|êu|ia|iê|iu|oa|oă|"
    "oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|uy|ưa|ươ|ưi|ưu|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_FINALS = "ng|nh|ch|c|k|m|n|p|t"
_SYLLABLE = re.compile(f"(?:{_INITIALS})?(?:{_VOWELS})(?:{_FINALS})?")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# letters and signs that stand for letters in old fonts; quotes and dashes part words
_WORD = re.compile("[A-Za-z\u00a1-\u1fff]+")
_ACCENTED = re.compile("[A-Za-z][\u00a1-\u1fff]|[\u00a1-\u1fff][A-Za-z]")

_SAMPLE = 500_000


@lru_cache(maxsize=16384)
def plausible(word: str) -> bool:
    """Tell whether a word could be a Vietnamese syllable."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(parts.count(tone) for tone in _TONES)
    plain = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(plain) is not None


def score(text: str) -> tuple[int, int]:
    """Return how many words with a sign beyond ASCII are plausible, and their number.

    A sign by itself, such as "×", is no word. Of a very long text the beginning is judged.
    """
    words = [word for word in _WORD.findall(text[:_SAMPLE]) if _ACCENTED.search(word)]
    return sum(map(plausible, words)), len(words)
