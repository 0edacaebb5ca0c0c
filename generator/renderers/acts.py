"""Numbers of acts (437/TB-VPCP) and ranges (2011 - 2016): a line never ends inside one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.vi.text import NBSP

_LONGEST = 30  # letters; a longer word may break, or a narrow page could not hold it


def parted(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of a text and whether each is the number of an act, or a range.

    Signs that touch a number belong to it; joined, the stretches are the text.
    """
    words = text.split(" ")
    at = 0
    for is_act, group in groupby(words, key=lambda word: _is_act(word) or _is_range(word)):
        for run in ([one] for one in group) if is_act else (list(group),):
            at += len(run)
            yield " ".join(run), is_act
            if at < len(words):
                yield " ", False


def _is_range(word: str) -> bool:
    """Tell whether a word is a range.

    Behind its hyphen a line could end in spite of the no-break space there (rule LB12a of
    Unicode line breaking).
    """
    return len(word) <= _LONGEST and f"{NBSP}-{NBSP}" in word


def _is_act(word: str) -> bool:
    """Tell whether a word is a number, a stroke and a symbol: 12/2024/NĐ-CP, (76/NQ-CP)."""
    number, stroke, symbol = word.lstrip("(“\"'[").partition("/")
    return (
        bool(stroke)
        and number[:1].isdigit()
        and len(word) <= _LONGEST
        and any(sign.isupper() for sign in symbol)
    )
