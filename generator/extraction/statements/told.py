"""The time that a paragraph names before a statement, which is that of the statement, too.

"Trong 6 tháng đầu năm nay, … 247 TTHC. Tỷ lệ số hóa đạt cao": the second sentence goes on with
the time of the first.
"""

from __future__ import annotations

import re
from datetime import date

from generator.extraction.times.dating import counts, is_base
from generator.extraction.words.periods import PERIODS
from generator.model.period import Period, PeriodKind
from generator.vi.dates import TimeKind, TimeMention, find_times, resolve
from generator.vi.windows import NAMED

# a span of days or of years belongs to its own sentence alone
_NAMED = NAMED - {PeriodKind.YEARS}
_OPENS = re.compile(rf"{PERIODS.statement_opens} ")
_STOPS = (".", ";", ":", ",", "(", "")


def told_before(folded: str, day: date | None) -> Period | None:
    """Return the last time that the folded text before a statement tells, None for no span.

    ``day`` is that of the source. Bases of comparisons and years in names ("Kế hoạch năm
    2023") do not count; neither does what is to come.
    """
    times = [one for one in find_times(folded) if _says_when(folded, one)]
    period = resolve(times[-1], day) if times else None
    if period is None or period.kind not in _NAMED:
        return None
    return period if day is None or period.end <= day else None


def _says_when(folded: str, mention: TimeMention) -> bool:
    """Tell whether a time is that of its clause, no part of a name."""
    if not counts(folded, mention) or is_base(folded, mention):
        return False
    opens = _OPENS.match(folded, mention.start) is not None
    before = folded[: mention.start].rstrip()[-1:]
    return opens or mention.kind is not TimeKind.SPAN or before in _STOPS
