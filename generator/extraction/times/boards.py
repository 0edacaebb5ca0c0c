"""The day that an index of each day is told of: a board of scores, a rise to a rank."""

from __future__ import annotations

import re

from generator.extraction.times.dating import Calendar, is_no_base
from generator.extraction.view import View
from generator.extraction.words.periods import PERIODS
from generator.model.period import Period
from generator.vi.dates import TimeKind, TimeMention

# "Ngày 15/10, trong bảng điểm …": the day of a table, at the head of a sentence
_TABLE_OF_DAY = re.compile(rf",? {PERIODS.tables_of_day}(?!\w)")
# "Bảng điểm 766 ngày 31/8 chấm …": the day of the table that the sentence opens with
_OF_TABLE = re.compile(
    rf"(?:{PERIODS.tables_of_day} ){{1,2}}(?:[\w-]+ ){{0,6}}?(?:(?:ngày|của|hôm) ){{0,2}}"
)
_REACHED = re.compile(rf",? ?(?:[^\W\d_]+ ){{0,5}}?{PERIODS.rises}(?!\w)")
# "hôm 13/10 là 86,14", "ngày 13/10, Thanh Hóa đạt 86,14 điểm, xếp thứ 7": score, and rank
_SCORED = re.compile(
    rf"(?:,? (?:[^\W\d_]+ ){{0,7}}?(?:{PERIODS.scored} |thứ ){{1,2}}|(?: [^\W\d_]+){{0,6}} )"
    rf"(?:\d[\d.,/]*(?: ?%| điểm)?,? (?:và )?(?:{PERIODS.scored} |thứ ){{0,2}})?"
)


def reached(view: View, calendar: Calendar, start: int) -> list[tuple[TimeMention, Period]]:
    """Return the day on which somebody rose to a rank, or of a table that a sentence opens with.

    "Ngày 12/6/2025, tỉnh vươn lên thứ 2"; "Ngày 15/10, trong bảng điểm, tỉnh có 80,6 điểm"; and
    the day right before the figure at ``start``: "hôm 13/10 tỉnh được 80,6 điểm".
    """
    return [
        (mention, period)
        for mention in view.times
        if mention.kind is TimeKind.DAY
        and (
            (mention.last[0] > 0 and _REACHED.match(view.text, mention.end))
            or (not mention.start and _TABLE_OF_DAY.match(view.text, mention.end))
            or _OF_TABLE.fullmatch(view.text[: mention.start])
            or (_SCORED.fullmatch(view.text, mention.end, start) and is_no_base(view.text, mention))
        )
        and (period := calendar.period_of(mention))
    ]
