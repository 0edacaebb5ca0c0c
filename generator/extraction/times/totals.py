"""Running totals: "lũy kế từ đầu năm" counts from 1 January, a bare "lũy kế" from nobody knows.

And the first days of a month, which are no month: "trong 3 ngày đầu tháng 7".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.extraction.times.dating import Calendar
from generator.extraction.view import View
from generator.extraction.words.periods import PERIODS
from generator.model.period import Period
from generator.vi.dates import TimeKind, TimeMention
from generator.vi.windows import opening_of

_FROM_JANUARY = re.compile(
    rf"(?<!\w){PERIODS.total_not_before.not_before}(?:{PERIODS.total_from} )?"
    rf"từ đầu năm(?: nay)?(?!\w)(?! ?(?:\d|{PERIODS.total_not}|-))"
)
_SO_FAR = re.compile(rf"(?<!\w){PERIODS.running}(?!\w)(?:[^;.)]|\.(?=\d)){{0,120}}$")
# "…, nâng tổng số quy định được cắt giảm lên 310"
_RAISED = re.compile(
    rf"(?<!\w){PERIODS.raises} {PERIODS.raised}(?!\w)[^;.:]{{0,100}} lên"
    rf"(?: {PERIODS.raised_to}){{0,2}} $"
)
_SOME_DAYS = re.compile(
    rf"(?<!\w){PERIODS.not_some_days.not_before}{PERIODS.some_days}(?: {PERIODS.some_days_more})?"
    rf" {PERIODS.first_or_last}(?!\w)(?:(?: của| trong)? )?"
)
# behind a count: "tính đến ngày 20/9 đã giải quyết 1.500 hồ sơ kể từ đầu năm"
_BEHIND_COUNT = re.compile(
    rf"\d[\d.,]*[^\d;.(),]{{1,60}}? (?:{PERIODS.total_from} )?từ đầu năm(?: (?P<year>20\d\d))?"
    rf"(?: {PERIODS.total_until_now})?(?=[.,;)]|$)"
)
# between two words of one time: "tính đến ngày 20/9, kể từ đầu năm"
_GAP = r" ?[,(] ?[^\d.;,()]{0,10}"
_THEN_SINCE = re.compile(rf"{_GAP}từ đầu năm[^.;,()]{{0,24}}")
_THEN_UNTIL = re.compile(_GAP)
_SINCE = re.compile(r"từ đầu năm[^.;,()]{0,24}$")
_HALF = re.compile(rf"(?<!\w){PERIODS.half} $")
_REACH = 100  # characters in which the first days of something are told before a figure
_SHORT = timedelta(days=100)  # a running total behind a longer time is mostly of that one
_BEHIND = timedelta(days=45)  # a time in force that ended before that is not "up to now"


def running(text: str) -> Iterator[TimeMention]:
    """Yield the "từ đầu năm" of a folded text that name no end: up to the time in force."""
    for match in _FROM_JANUARY.finditer(text):
        yield TimeMention(match.start(), match.end(), TimeKind.SINCE, (0, 1, 0))


def from_january(until: Period | None, calendar: Calendar) -> Period | None:
    """Return the days from 1 January to the end of the time in force, else of the text.

    None where that time lies too far back to be the present of the text.
    """
    today = calendar.today
    end = until.end if until else today
    if end is None:
        return None
    if today is not None and not calendar.guessed and today - end > _BEHIND:
        return None
    return _of_its_year(end, calendar)


def _of_its_year(end: date, calendar: Calendar) -> Period | None:
    """Return the time from the beginning of a year to a day of it."""
    first = date(end.year, 1, 1)
    start = opening_of(first) if calendar.windowed else first
    return Period(end, start) if start < end else None


def joined(
    text: str, period: Period | None, told: tuple[TimeMention, Period] | None, mention: TimeMention
) -> Period | None:
    """Return the one time that "tính đến ngày 20/9, kể từ đầu năm" tells in two mentions.

    ``told`` is the mention before, with its time; either may come first.
    """
    if told is None or period is None or period.end.year != told[1].end.year:
        return period
    opening = date(period.end.year, 1, 1)
    if told[1].is_stock and period.start == opening:
        goes_on = _THEN_SINCE.fullmatch(text, told[0].end, mention.end)
        return Period(min(told[1].end, period.end), opening) if goes_on else period
    since = _SINCE.search(text, max(0, told[0].start - 8), told[0].end)
    if since and period.is_stock and told[1].start == opening:
        goes_on = _THEN_UNTIL.fullmatch(text, told[0].end, mention.start)
        return Period(period.end, opening) if goes_on else period
    return period


def is_some_days(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is cut to its first days: "tuần đầu tháng 7", "nửa đầu tháng 7"."""
    if _HALF.search(text, max(0, mention.start - 12), mention.start):
        return True
    low = max(0, mention.start - _REACH)
    return any(hit.end() >= mention.start for hit in _SOME_DAYS.finditer(text, low, mention.start))


def as_total(
    view: View, start: int, period: Period, calendar: Calendar, span: str
) -> Period | None:
    """Return the time of a figure as that of a running total, if it is one.

    "Quý II phân cấp 30 TTHC, nâng tổng số TTHC được phân cấp lên 310": the second is what
    there is at the end of the quarter; of what is counted over a time (``span``) nobody knows
    since when. "Tính đến ngày 20/9 đã nhận 1.500 hồ sơ kể từ đầu năm" is no state. None stands
    for a time that stays in doubt.
    """
    if is_open_total(view, start, period):
        return None
    behind = _BEHIND_COUNT.match(view.text, start) if span != "state" and period.is_stock else None
    if behind is not None and behind["year"] in (None, str(period.end.year)):
        return _of_its_year(period.end, calendar)
    raised = _RAISED.search(view.text, 0, start)
    named = (*view.times, *running(view.text))
    if raised is None or any(raised.start() <= one.start < start for one in named):
        return period
    return None if span == "flow" else Period(period.end)


def is_open_total(view: View, start: int, period: Period) -> bool:
    """Tell whether a figure is of a running total of a beginning that is not named.

    "Tháng 8 tiếp nhận 23.450 hồ sơ (lũy kế 180.220)"; or of days that a text does not date.
    """
    short = period.start is not None and period.end - period.start < _SHORT
    total = _SO_FAR.search(view.text, 0, start) if short else None
    days = list(_SOME_DAYS.finditer(view.text, max(0, start - _REACH), start))
    if not total and not days:
        return False
    named = [one for one in (*view.times, *running(view.text)) if one.end <= start]
    if total and not any(total.start() <= one.end for one in named):
        return True
    return bool(days) and not any(days[-1].end() < one.start for one in named)
