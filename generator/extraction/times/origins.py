"""The time of a value from which something rose or fell: "từ hạng 41 năm 2023 vọt lên hạng 18".

It is that of the first value alone: neither the other values of its sentence are of it, nor
does the text go on with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.words.changes import CHANGES
from generator.model.period import Period
from generator.vi.dates import TimeMention

_REACH = 70  # characters in which "từ", the value and its time stand
_ORIGIN = re.compile(
    rf"(?<!\w)từ (?:{CHANGES.origin_opens} ){{0,4}}(?P<number>\d[\d.,]*)(?:/\d{{2,3}})?"
    rf"(?: ?%| ?{CHANGES.origin_units})?(?:,? (?:{CHANGES.origin_time} )?| ?\()$"
)
# what tells that it moved: "…, tỉnh này vọt lên hạng 18", "… đã đạt 71%"
_MOVED = re.compile(
    rf"(?!\w)\)?(?:[^;.\d]|(?<=\d)\.(?=\d)){{0,80}}?(?<!\w)(?:{CHANGES.origin_moves}|{CHANGES.to})(?!\w)"
)


def origin_of(text: str, mention: TimeMention) -> int | None:
    """Return where the number stands that a time is the origin's of, None if it is no origin's.

    ``text`` is the folded sentence of the mention.
    """
    told = _ORIGIN.search(text, max(0, mention.start - _REACH), mention.start)
    if told is None or _MOVED.match(text, mention.end) is None:
        return None
    return told.start("number")


def without_origins(
    text: str, times: Sequence[tuple[TimeMention, Period]], start: int
) -> tuple[Period | None, list[tuple[TimeMention, Period]]]:
    """Return the time of the origin at ``start``, if it is one, and the times of no origin."""
    origins = [(origin_of(text, item[0]), item) for item in times]
    own = next((item[1] for number, item in origins if number == start), None)
    return own, [item for number, item in origins if number is None]
