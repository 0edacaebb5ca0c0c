"""Times that nobody can date: "đầu năm 2024", "sau gần 6 tháng", "năm qua" in November."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.times.dating import Calendar, follows_base
from generator.extraction.view import View
from generator.extraction.words.periods import PERIODS
from generator.model.period import Period
from generator.vi.dates import TimeKind, TimeMention

_AFTER = re.compile(rf"(?<!\w)sau (?:{PERIODS.roughly} )?$")
_AT_WORK = re.compile(rf" (?:đi vào )?{PERIODS.works}(?!\w)")
# "Cùng thời gian, …" behind a time that nobody can tell: "Sau gần 6 tháng có …. Cùng thời gian, …"
_AS_LONG = re.compile(rf"(?<!\w)cùng {PERIODS.as_long}(?!\w)")
# "Cùng thời điểm đó": behind "so với 6 tháng đầu năm" it can be either time
_THEN = re.compile(rf"(?<!\w)(?<!trong ){PERIODS.then} {PERIODS.then_points}(?!\w)")
# "Đà Nẵng cùng tháng đạt 89 điểm": of which month, nobody can be sure
_SAME_TIME = re.compile(
    rf"(?<!\w)cùng {PERIODS.same_times}(?= [^\W\d_])(?! {PERIODS.same_times_not}(?!\w))"
)
_FIRST_MONTHS = ("tháng đầu", "tháng đầu tiên")  # nobody knows how long ago those were


def is_lost(text: str, mention: TimeMention, calendar: Calendar) -> bool:
    """Tell whether a time cannot be dated, as "đầu năm 2024", or one from an unknown day.

    "sau 14 tháng hoạt động" reaches up to the text's day; "năm qua" late in a year is no time.
    """
    if mention.kind is TimeKind.VAGUE:
        return not follows_base(text, mention)  # "so với tháng đầu hợp nhất"
    if _AFTER.search(text, max(0, mention.start - 20), mention.start):
        months = mention.kind is TimeKind.SPAN and text.endswith(" tháng", 0, mention.end)
        if months and mention.first[1:] != mention.last[1:]:
            return True  # "sau gần 6 tháng": from a day that the text may tell elsewhere
    past = mention.kind is TimeKind.SPAN and mention.months and mention.first[0] < 0
    if past or (mention.kind is TimeKind.SINCE and mention.first[:2] == (0, 1) and calendar.today):
        return calendar.period_of(mention) is None
    first = text.endswith(_FIRST_MONTHS, mention.start, mention.end)
    counted = mention.kind is TimeKind.FIRST_MONTHS
    counted = counted and (first or not _AT_WORK.match(text, mention.end))
    return counted and calendar.period_of(mention) is None


def points_back(text: str, left: int, start: int, *, compared: bool, lost: bool) -> bool:
    """Tell whether the words before a figure point to a time told before, and nobody knows which.

    ``left`` and ``start`` bound them; ``compared`` tells that a base of a comparison was named,
    ``lost`` that the text counts from a day not named.
    """
    then = _THEN if compared else _AS_LONG if lost else None
    return then is not None and then.search(text, left, start) is not None


def is_of_same(text: str, left: int, start: int) -> bool:
    """Tell whether a figure is of a time only called the same: "Đà Nẵng cùng tháng đạt 89 điểm"."""
    return _SAME_TIME.search(text, left, start) is not None


def lost_before(
    view: View,
    left: int,
    start: int,
    times: Sequence[tuple[TimeMention, Period]],
    calendar: Calendar,
) -> bool:
    """Tell whether a figure at ``start`` is of a time that nobody can date.

    Such a time rules the sentence that names no other, or the clause from ``left`` on in which
    no other stands between: "Tháng đầu vận hành, tỷ lệ là 6,4%; sang tháng 9 còn 1,2%".
    """
    lost = [one for one in view.times if is_lost(view.text, one, calendar)]
    if not times or not lost:
        return bool(lost)
    near = [one for one in lost if left <= one.start and one.end <= start]
    return bool(near) and not any(near[-1].end <= one.start < start for one, _ in times)
