"""Rows that part a figure by bare levels: "sở, ngành 22.714 hồ sơ, huyện 19.330, xã 54.438"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.view import Figure, View
from generator.extraction.words.levels import LEVELS

_LABEL = re.compile(
    rf"(?:^|[,;:(] ?|(?<!\w){LEVELS.row_before} )(?:{LEVELS.row_tiers} ){{0,2}}"
    rf"(?:(?P<tinh>{LEVELS.row_province})|(?P<huyen>{LEVELS.row_districts})"
    rf"|(?P<xa>{LEVELS.row_communes}))(?: {LEVELS.row_does}){{0,2}} $"
)
_SLUGS = {"tinh": "cap-tinh", "huyen": "cap-huyen", "xa": "cap-xa"}
_REACH = 60  # characters before a number that can hold the name of its level
_SEVERAL = 2


def level_of_row(view: View, figure: Figure) -> str | None:
    """Return the level that stands bare before a figure of such a row, None for any other.

    A row names two levels or more: "tỉnh 98%, xã 95%". "huyện 19.330 hồ sơ" alone may be one
    district, which its text has named before.
    """
    found = dict(_row(view))
    return found.get(figure.start) if len(set(found.values())) >= _SEVERAL else None


def _row(view: View) -> Iterator[tuple[int, str]]:
    """Yield where the figures of a sentence begin that have a bare level before them, with it."""
    for figure in view.figures:
        before = view.text[max(0, figure.start - _REACH) : figure.start]
        match = _LABEL.search(before)
        if match is not None and match.lastgroup is not None:
            yield figure.start, _SLUGS[match.lastgroup]
