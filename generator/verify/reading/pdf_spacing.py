"""PDF: whether the digits of each number stand side by side, none moved away or over another."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

# the library's objects have no types
Untyped = Any
Edges = tuple[float, float, float, float]  # left, right, bottom, top in points

_NUMBER = re.compile(r"\d(?:[.,/]?\d)+")
# of its height a letter may stand off the one before it: kerning moves "11" by less
_OFF = 0.09
_SQUEEZED = 0.3  # of its height the least width that a digit has


def misspaced(texts: Untyped) -> Iterator[str]:
    """Yield each number of a page whose digits are drawn apart, over each other or squeezed."""
    written = _written(texts)
    box = raw.FS_RECTF()
    for match in _NUMBER.finditer(written):
        boxes = []
        for at in range(*match.span()):
            raw.FPDFText_GetLooseCharBox(texts, at, box)
            boxes.append((box.left, box.right, box.bottom, box.top))
        if any(_parted(one, other) for one, other in pairwise(boxes)) or _narrow(boxes):
            yield f"“{match[0]}” in letters that do not stand side by side"


def _written(texts: Untyped) -> str:
    """Return the letters of a page, one for each place that boxes are asked for."""
    count = raw.FPDFText_CountChars(texts)
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(texts, 0, count, buffer)
    return bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")


def _parted(one: Edges, other: Edges) -> bool:
    """Tell whether a letter stands off the one before it; the mark of a note is smaller."""
    high, higher = one[3] - one[2], other[3] - other[2]
    alike = abs(high - higher) <= _OFF * high
    moved = max(abs(other[0] - one[1]), abs(other[2] - one[2]))
    return alike and moved > _OFF * high


def _narrow(boxes: list[Edges]) -> bool:
    """Tell whether letters are squeezed so that they cannot be told apart."""
    left, right, bottom, top = boxes[0]
    return right - left < _SQUEEZED * (top - bottom)
