"""Days by their date: since or up to which a text counts, and on which something was done."""

from __future__ import annotations

import re

from generator.extraction.words.periods import PERIODS
from generator.vi.dates import TimeKind, TimeMention

_CLOCK = rf"\d{{1,2}} ?(?:giờ|h)(?: ?\d{{1,2}})?(?: phút)?(?: {PERIODS.day_parts})?"
_TIED_DAY = re.compile(
    rf"(?:(?:{PERIODS.tied_day}|\()(?: (?:(?:vào )?lúc )?{_CLOCK})?|(?<!\w)lúc {_CLOCK}"
    rf"|(?<!\w){PERIODS.read_off}(?: [^\W\d_]+){{1,14}})(?: ngày)? ?$"
)
# "tuần kết thúc ngày 8/12", "kỳ đánh giá kết thúc ngày 30/11": the days up to that one
_ENDED = re.compile(
    rf"(?P<time>(?P<week>(?<!\w)tuần)(?: [^\W\d_]+){{0,2}} "
    rf"|(?<!\w){PERIODS.ended_times}(?: {PERIODS.ended_kinds}){{0,3}} )?"
    rf"(?<!\w){PERIODS.ended}(?: {PERIODS.ended_more})?(?: ngày)? ?$"
)
# "rút xuống còn 1.214 hồ sơ vào ngày 31/12"
_LEFT_ON = re.compile(
    rf"(?<!\w){PERIODS.left_at}(?: {PERIODS.left_about})? \d[\d.,]*%?(?: [^\W\d_]+){{0,4}}"
    r" (?:vào|tại|ở)(?: thời điểm)?(?: ngày)? ?$"
)
# "Ngày 12/6, trung tâm tiếp nhận 90 hồ sơ" tells of that day alone
_ON_DAY = re.compile(rf",? ?(?:[^\W\d_]+ ){{0,5}}?{PERIODS.on_day} (?:được )?\d")


def left_on(text: str, mention: TimeMention) -> bool:
    """Tell whether so much was left on a day, told behind it: "còn 1.214 hồ sơ vào ngày 31/12"."""
    before = max(0, mention.start - 60)
    return mention.kind is TimeKind.DAY and _LEFT_ON.search(text, before, mention.start) is not None


def is_tied(text: str, mention: TimeMention) -> bool:
    """Tell whether a day is one up to which, or since when, a text counts: "đến ngày 12/6"."""
    before = text[max(0, mention.start - 100) : mention.start]
    ended = _ENDED.search(before)
    told = left_on(text, mention) or bool(ended and ended["time"])
    return told or _TIED_DAY.search(before) is not None


def on_day(text: str, mention: TimeMention) -> bool:
    """Tell whether a day is the one on which something was done: "Ngày 12/6, trung tâm nhận 90"."""
    return not is_end(text, mention) and _ON_DAY.match(text, mention.end) is not None


def is_end(text: str, mention: TimeMention) -> bool:
    """Tell whether something ends on a day: what is counted over it began nobody knows when.

    "Chiến dịch kết thúc ngày 8/12, xã đã nhận 900 hồ sơ".
    """
    ended = _ENDED.search(text[max(0, mention.start - 100) : mention.start])
    return mention.kind is TimeKind.DAY and ended is not None


def ends_week(text: str, mention: TimeMention) -> bool:
    """Tell whether a day is the last one of a week: "trong tuần kết thúc ngày 8/12"."""
    ended = _ENDED.search(text[max(0, mention.start - 100) : mention.start])
    return mention.kind is TimeKind.DAY and ended is not None and ended["week"] is not None
