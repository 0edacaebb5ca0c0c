"""Times that no figure is of: up to which something was, and by which something is promised."""

from __future__ import annotations

import re

from generator.extraction.times.dating import counts
from generator.extraction.times.days import ends_week, is_end
from generator.extraction.words.periods import PERIODS
from generator.vi.dates import TimeKind, TimeMention

# "Trước năm 2020, tỷ lệ chỉ đạt 20%": nobody says when
_PRIOR = re.compile(rf"(?<!\w){PERIODS.prior} $")
# the same for a day, at the head of a clause: "Trước ngày 1/7, tỷ lệ của tỉnh là 98%"
_BEFORE_DAY = re.compile(rf"(?:^|[;:.] ){PERIODS.prior}(?: ngày)? $")
# "hứa khắc phục trong quý II": when what is told will be over
_PROMISED = re.compile(rf"(?<!\w){PERIODS.promised} {PERIODS.mended}(?: {PERIODS.at_base})? $")
# "Cổng từ ngày 1/7 là điểm duy nhất, có 4.480 dịch vụ": since when it is that
_BECAME = re.compile(rf",? (?:đã )?{PERIODS.became}(?!\w)(?! \d)")
_SINCE = re.compile(r"(?<!\w)từ (?:ngày )?$")


def is_prior(mention: TimeMention, before: str) -> bool:
    """Tell whether a time is only that up to which something was: nobody says since when."""
    if mention.kind is TimeKind.DAY:
        return _BEFORE_DAY.search(before) is not None
    return mention.kind is TimeKind.SPAN and _PRIOR.search(before) is not None


def tells(text: str, mention: TimeMention) -> bool:
    """Tell whether a time can be that of figures: no base, no promise."""
    before = text[max(0, mention.start - 30) : mention.start]
    if mention.kind is TimeKind.DAY and _BEFORE_DAY.search(before):
        return True
    return counts(text, mention) and not _PROMISED.search(before)


def is_since_it_is(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is since when something is what it is: "từ ngày 1/7 là điểm duy nhất"."""
    since = text.startswith("từ ", mention.start) or _SINCE.search(text, 0, mention.start)
    return bool(since) and _BECAME.match(text, mention.end) is not None


def ends_open(text: str, mention: TimeMention) -> bool:
    """Tell whether a time has an end, but a beginning that nobody knows."""
    return is_end(text, mention) and not ends_week(text, mention)
