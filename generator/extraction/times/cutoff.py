"""The day on which the data of a text end: "Số liệu trong bài chốt đến hết ngày 20/6/2026".

It stands in a sentence or on a line of its own that tells nothing else. What the text counts
over a time that was not over then ends on that day, and nothing that it tells is later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from generator.extraction.words.periods import PERIODS
from generator.vi.dates import TimeKind, find_times, resolve

_WORDS = rf"(?: {PERIODS.cut_of}){{0,8}}?"
_OPENS = rf"[(*\[]{{0,3}} ?(?:{PERIODS.cut_leads}:? )?"
_UP_TO = rf":?(?: {PERIODS.cut_up_to}){{0,6}}(?: \d{{1,2}}(?:h| giờ)(?: ?\d\d(?: phút)?)?,?)? "
# "Các số liệu nêu trong bài được chốt đến hết ngày", "Số liệu cập nhật lúc 17 giờ ngày"
_DATA = re.compile(
    rf"{_OPENS}(?:{PERIODS.cut_first} )?{PERIODS.cut_data}{_WORDS}"
    rf" {PERIODS.cut_said}(?: {PERIODS.cut_data})?{_UP_TO}"
)
# the day by its name: "Thời điểm chốt số liệu: 20/6", "Mốc lấy số liệu của bài là hết ngày"
_POINT = re.compile(
    rf"{_OPENS}{PERIODS.cut_points} {PERIODS.cut_said} {PERIODS.cut_data}{_WORDS}{_UP_TO}"
)
_TELLS = re.compile(rf"(?<!\w){PERIODS.cut_data}(?!\w)")
_SENTENCE = re.compile(r"(?<=[.;!?)]) +(?=[(*\[]*[^\W\d_])")
_DATE = re.compile(r"(?:ngày )?\d|(?<!\w)(?:tháng|quý)")
_CLOSES = re.compile(r"[ .;)\]*]*")
_UP_TO_KINDS = (TimeKind.AS_OF, TimeKind.DAY)
_REACH = timedelta(days=75)  # between the end of the data and the text


def cutoff(paragraphs: Sequence[str], today: date | None) -> date | None:
    """Return the day up to which folded ``paragraphs`` say that their data go, None if none.

    ``today`` is the day of the text. Where two days are told nobody knows which one counts.
    """
    if today is None:
        return None
    found: set[date] = set()
    for text in paragraphs:
        if _TELLS.search(text):
            found |= {day for one in _SENTENCE.split(text) if (day := _day(one, today))}
    return found.pop() if len(found) == 1 else None


def _day(sentence: str, today: date) -> date | None:
    """Return the day that a sentence gives as the end of the data, None if it tells more."""
    times = find_times(sentence)
    if not times:
        return None
    last = times[-1]
    day, begins = resolve(last, today), _DATE.search(sentence, last.start, last.end)
    if not (day and begins and last.kind in _UP_TO_KINDS and _CLOSES.fullmatch(sentence, last.end)):
        return None
    said = any(one.fullmatch(sentence, 0, begins.start()) for one in (_DATA, _POINT))
    return day.end if said and timedelta(0) <= today - day.end <= _REACH else None
