"""Parts that the words of a source list as all there are: in brackets, behind "gồm", in a note.

"19 TTHC thuộc … Sở Kế hoạch và Đầu tư và Sở Công Thương[2]" with the note "02 TTHC của Sở Kế hoạch
và Đầu tư và 17 TTHC của Sở Công Thương" leaves nothing to another department. "Trong đó: Sở Y tế
20" may: it tells all only where the words before it name the same units, or how many they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.extraction.reading import folded
from generator.extraction.words.claims import CLAIMS
from generator.model.fact import Fact
from generator.vi.levels import level_name

_REACH = 300  # characters from a whole to the opening of its parts
_ITEM = 100  # characters from one number of a list to the next
_OPENS = re.compile(rf"\(|(?<!\w){CLAIMS.all_open}(?!\w)|(?<!\w){CLAIMS.some_open}(?!\w)")
_ALL = re.compile(rf"(?<!\w){CLAIMS.all_open}(?!\w)")
_SOME = re.compile(rf"(?<!\w){CLAIMS.some_open}(?!\w)")
_UNITS = re.compile(rf"(?<!\d)(?P<count>\d{{1,3}}) {CLAIMS.units}(?!\w)")
_END = re.compile(r"[.!?](?!\d)|\n")
_CLOSE = re.compile(r"[.!?)](?!\d)|\n")
_SHARE = re.compile(r"\d[\d.,]{0,9} ?%")
_DIGIT = re.compile(r"\d")
_LEFT_OUT = re.compile(rf"…|\.\.|(?<!\w){CLAIMS.left_out}(?!\w)")
_MARK = re.compile(r"\[(\d{1,3})\]")


def enumerated(whole: Fact, facts: Iterable[Fact], text: str) -> tuple[Fact, ...]:
    """Return the parts of a whole that its source lists as all of them, () where it does not.

    ``facts`` are figures by level or unit of the measure, place and time of the whole, ``text``
    is that of its source.
    """
    if not (text and whole.printed):
        return ()
    own = [one for one in facts if one.source.doc == whole.source.doc and one.printed]
    told = sorted(own, key=lambda one: one.number_start)
    start = whole.number_start + len(whole.printed)
    for first, last in _spans(text, start):
        parts = [one for one in told if first <= one.number_start < last]
        if len(parts) > 1 and _is_all(parts, text, first, last) and _is_meant(parts, text, start):
            return tuple(parts)
    return ()


def _spans(text: str, start: int) -> Iterable[tuple[int, int]]:
    """Yield where a list of the parts may stand: behind its opening, in the note of the whole."""
    end = _end(text, start)
    opening = _OPENS.search(folded(text[start:end]))
    if opening is not None and opening.start() <= _REACH:
        first = start + opening.start()
        close = _CLOSE if opening[0] == "(" else _END
        found = close.search(text, first + 1, end)
        yield first, found.start() if found else end
    for mark in _MARK.finditer(text, start, end):
        at = text.find(f"\n[{mark[1]}]", end)
        if at >= 0:
            line = text.find("\n", at + 1)
            yield at + len(mark[1]) + 3, len(text) if line < 0 else line


def _end(text: str, start: int) -> int:
    """Return where the sentence of a number ends."""
    found = _END.search(text, start, start + _REACH * 4)
    return found.start() if found else min(len(text), start + _REACH * 4)


def _is_all(parts: Sequence[Fact], text: str, first: int, last: int) -> bool:
    """Tell whether the words of a list have no other number, and none that leaves something out."""
    ends = [one.number_start + len(one.printed) for one in parts]
    starts = [one.number_start for one in parts]
    gaps = [text[first : starts[0]], *(text[a:b] for a, b in zip(ends, starts[1:], strict=False))]
    words = [*gaps, text[ends[-1] : last]]
    levels = {(one.level or "").startswith("cap-") for one in parts}
    if len(levels) > 1 or len({one.level for one in parts}) < len(parts):
        return False
    if any(b - a > _ITEM for a, b in pairwise(starts)) or len(words[-1]) > _ITEM:
        return False
    plain = [_SHARE.sub("", folded(one)) for one in words]
    return not any(_DIGIT.search(one) or _LEFT_OUT.search(one) for one in plain)


def _is_meant(parts: Sequence[Fact], text: str, start: int) -> bool:
    """Tell whether the words between a whole and its list mean all of its parts."""
    lead = folded(text[start : parts[0].number_start])[: _REACH * 4]
    opening = _OPENS.search(lead)
    before = lead[: opening.start()] if opening else lead[: _end(lead, 0)]
    counts = {int(one["count"]) for one in _UNITS.finditer(before)}
    if counts:
        return counts == {len(parts)}
    named = all(folded(level_name(one.level)) in before for one in parts)
    return named or not _SOME.search(lead) or bool(_ALL.search(lead))
