"""Times in words that no calendar holds: "trong đợt cao điểm", "sau 100 ngày", "tháng gần nhất".

A figure that is counted over one has no period: neither the day of the text nor the time that
the text told of before is its own.
"""

from __future__ import annotations

import re

from generator.extraction.words.periods import PERIODS

_OPENS = re.compile(
    rf"(?:^|(?<=[,;:(])|(?<=[,;:(] )|(?<= )(?=(?:trong|qua) ))(?:{PERIODS.undated_before} ){{0,2}}"
    rf"(?P<time>{PERIODS.undated})(?!\w)"
)


def tells_no_date(text: str, left: int, start: int) -> bool:
    """Tell whether the words before a figure name a time that nobody can date.

    ``left`` and ``start`` bound them in folded text.
    """
    return _OPENS.search(text, left, start) is not None
