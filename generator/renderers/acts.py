"""Words in which a line never ends: acts (437/TB-VPCP), ranges (2011 - 2016), names (ABC-XY)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from generator.vi.text import NBSP

_LONGEST = 30  # letters; a longer word may break, or a narrow page could not hold it
_HYPHENED = re.compile(r"[^\W\d_]-[^\W\d_]")


def parted(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of a text and whether a line must not end inside each.

    Signs that touch a word belong to it; joined, the stretches are the text.
    """
    words = text.split(" ")
    at = 0
    for is_whole, group in groupby(words, key=_is_whole):
        for run in ([one] for one in group) if is_whole else (list(group),):
            at += len(run)
            yield " ".join(run), is_whole
            if at < len(words):
                yield " ", False


def _is_whole(word: str) -> bool:
    """Tell whether a word is a range, the number of an act, or has a hyphen inside (Rịa-Vũng)."""
    if ("-" not in word and "/" not in word) or len(word) > _LONGEST:
        return False
    return _HYPHENED.search(word) is not None or _is_act(word) or _is_range(word)


def _is_range(word: str) -> bool:
    """Tell whether a word is a range.

    Behind its hyphen a line could end in spite of the no-break space there (rule LB12a of
    Unicode line breaking).
    """
    return f"{NBSP}-{NBSP}" in word


def _is_act(word: str) -> bool:
    """Tell whether a word is a number, a stroke and a symbol: 12/2024/NĐ-CP, (76/NQ-CP)."""
    number, stroke, symbol = word.lstrip("(“\"'[").partition("/")
    return bool(stroke) and number[:1].isdigit() and any(sign.isupper() for sign in symbol)
