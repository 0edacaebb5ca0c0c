"""Numbers in Vietnamese text: digits, magnitude words, number words.

In: folded text (see ``generator.extraction.reading``) or a plain token. Out: exact
Decimals with their spans. "." groups thousands and "," begins decimals; the other
usage is taken only where the digits leave no doubt ("54.9", "1,234,567").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

MAGNITUDES = {
    "nghìn tỷ": Decimal(10) ** 12,
    "ngàn tỷ": Decimal(10) ** 12,
    "tỷ": Decimal(10) ** 9,
    "triệu": Decimal(10) ** 6,
    "vạn": Decimal(10) ** 4,
    "nghìn": Decimal(10) ** 3,
    "ngàn": Decimal(10) ** 3,
}
_MAGNITUDE = (
    r"(?: *(nghìn tỷ|ngàn tỷ|tỷ|triệu|nghìn|ngàn|vạn)(?![^\W\d_]| (?:lệ|trọng|suất|số)(?!\w)))?"
)
# two groups may be parted by plain blanks; a single one only by a blank that does not break
_GROUPS = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3}){2,6}(?!\d)|\d{1,3}(?:\u00a0\d{3}){1,6}(?!\d)")
_NUMBER = re.compile(rf"({_GROUPS.pattern}|\d+(?:[.,]\d+)*){_MAGNITUDE}")
_MORE = re.compile(rf" (\d{{1,3}}){_MAGNITUDE}")

_UNITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_DIGITS = 15  # of a number at most: more than all dossiers or đồng that anybody counts
_NUMBER_WORDS = frozenset({*_UNITS, "mười", "mươi", "trăm", "linh", "lẻ"})
_WORD = "(?:" + "|".join(sorted(_NUMBER_WORDS)) + ")"
_WORD_RUN = re.compile(rf"(?<!\w){_WORD}(?: {_WORD}){{0,20}}(?!\w)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    ``ambiguous`` marks "1,234": decimal by Vietnamese usage, thousands by
    English; ``in_words`` marks a number that is spelled out.
    """

    start: int
    end: int
    value: Decimal
    ambiguous: bool = False
    in_words: bool = False
    magnitude: bool = False


def is_measure(value: Decimal) -> bool:
    """Tell whether a number can measure anything: it has 15 digits before its comma at most.

    A longer run of digits is the code of something.
    """
    return value.adjusted() < _DIGITS


def parse_digits(token: str) -> tuple[Decimal, bool] | None:
    """Read a token of digits, points and commas.

    Returns the value and whether another reading is as good; None when the token
    is no number ("1.6.2023") or too long for one.
    """
    found = _parse(token)
    return found if found and is_measure(found[0]) else None


def _parse(token: str) -> tuple[Decimal, bool] | None:
    """Read a token of any length, None when it is no number."""
    token = token.replace(" ", "").replace("\u00a0", "")
    points, commas = token.count("."), token.count(",")
    if not points and not commas:
        return Decimal(token), False
    if points and commas:
        return _two_marks(token)
    mark = "." if points else ","
    groups = token.split(mark)
    grouped = _grouped(groups)
    if len(groups) > 2:
        return (Decimal("".join(groups)), False) if grouped else None
    if mark == "." and grouped:
        return Decimal("".join(groups)), False
    return Decimal(".".join(groups)), mark == "," and grouped


def _grouped(groups: list[str]) -> bool:
    """Tell whether the parts are groups of thousands."""
    head, *tail = groups
    return len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in tail)


def _two_marks(token: str) -> tuple[Decimal, bool] | None:
    """Read "1.234,5" and "1,234.5": the last mark begins the decimals."""
    decimal_mark = max(".,", key=token.rfind)
    whole, _, decimals = token.rpartition(decimal_mark)
    groups = whole.split("," if decimal_mark == "." else ".")
    if decimal_mark in whole or not _grouped(groups):
        return None
    return Decimal("".join(groups) + "." + decimals), False


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers in digits of a folded text, magnitude words applied."""
    position = 0
    while match := _NUMBER.search(text, position):
        position = match.end()
        parsed = _parse(match.group(1))
        glued = match.start() > 0 and text[match.start() - 1].isalpha()
        if parsed is None or glued:
            continue
        value, ambiguous = parsed
        word = match.group(2)
        if word:
            value *= MAGNITUDES[word]
            more, position = _more(text, position, MAGNITUDES[word])
            value += more
        yield Number(match.start(), position, value, ambiguous and not word, magnitude=bool(word))


def _more(text: str, position: int, below: Decimal) -> tuple[Decimal, int]:
    """Return what follows as in "2 tỷ 300 triệu", and where it ends."""
    match = _MORE.match(text, position)
    if match is None or not match.group(2) or MAGNITUDES[match.group(2)] >= below:
        return Decimal(0), position
    return Decimal(match.group(1)) * MAGNITUDES[match.group(2)], match.end()


def find_number_words(text: str) -> Iterator[Number]:
    """Yield the spelled-out numbers of a folded text.

    "một" and "năm" alone are left out: article and "year".
    """
    for match in _WORD_RUN.finditer(text):
        words = match.group(0).split()
        if words in (["một"], ["năm"], ["không"], ["tư"], ["trăm"], ["mươi"]):
            continue
        value = parse_words(words)
        if value is not None:
            yield Number(match.start(), match.end(), Decimal(value), in_words=True)


def parse_words(words: list[str]) -> int | None:
    """Read number words below a thousand: ["ba", "mươi", "lăm"] is 35."""
    if "trăm" in words:
        at = words.index("trăm")
        head = parse_words(words[:at]) if words[:at] else None
        tail = [word for word in words[at + 1 :] if word not in ("linh", "lẻ")]
        rest = parse_words(tail) if tail else 0
        return None if head is None or rest is None or head > 9 or rest > 99 else head * 100 + rest
    for ten in ("mươi", "mười"):
        if ten in words:
            return _tens(words, words.index(ten))
    return _UNITS.get(words[0]) if len(words) == 1 else None


def _tens(words: list[str], at: int) -> int | None:
    """Read "mười lăm", "hai mươi mốt"."""
    head = words[:at] or ["một"]
    tail = words[at + 1 :] or ["không"]
    if len(head) > 1 or len(tail) > 1 or head[0] not in _UNITS or tail[0] not in _UNITS:
        return None
    return _UNITS[head[0]] * 10 + _UNITS[tail[0]]
