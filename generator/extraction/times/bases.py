"""What figures are compared with, and the times of values in brackets beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from generator.extraction.counted.quantities import OF_THE_SAME
from generator.extraction.times.dating import Calendar, is_base
from generator.extraction.view import View
from generator.extraction.words.changes import CHANGES
from generator.extraction.zones import Zone
from generator.model.period import Period, PeriodKind
from generator.vi.date_patterns import COUNT_WORDS
from generator.vi.dates import TimeMention, resolve

_THAN = (
    rf"(?:so với(?: {CHANGES.base_values}(?: thứ)?)?"
    rf"|{CHANGES.more_or_less} hơn(?: {CHANGES.much})? {CHANGES.levels}) "
)
# "75,09 điểm so với 73,4 điểm của năm 2019": the second number has a year of its own
_BASE_FIGURE = re.compile(_THAN + "$")
# "98,2%, tăng từ 95,1% của năm 2023": what it rose from is of the year behind it alone
_RISEN = re.compile(
    rf"(?<!\w){CHANGES.risen}(?: {CHANGES.risen_more}){{0,2}} từ(?: {CHANGES.base_values})?"
    r"(?: (?:thứ|hạng)){0,2} $"
)
# "58% và 36%, so với mức 39% và 11% của năm 2022": nobody says whose the second base is
_BASE_ROW = re.compile(
    _THAN + rf"\d[\d.,]*(?: ?%| {CHANGES.value_units})?(?:,? (?:và|hay)|,) (?:mức )?$"
)
# "(cùng kỳ: 95%)", "Một năm trước, tỉnh được 87%": a value of the same days a year before
_SAME_VALUE = re.compile(
    rf"(?:^|(?P<open>\()|[,;.:] ?|(?<!\w){CHANGES.same_opens} )(?:{CHANGES.same_before} ){{0,3}}"
    rf"(?:cùng (?:kỳ(?! {CHANGES.same_not})"
    rf"|thời (?:điểm|gian) này(?= (?:của )?(?:năm )?(?:{CHANGES.year_words}|\d))"
    rf"|thời điểm(?! {CHANGES.moment_not}))"
    rf"(?: (?:của )?(?:năm )?(?:{CHANGES.year_words}|(?P<year>(?:19|20)\d\d)))?"
    rf"|một năm trước(?: đó)?|(?P<last>(?<=\()năm {CHANGES.year_words}))(?!\w)"
)
# "(6 tháng: 22.500)": the first months of the year that is told of
_MONTHS = re.compile(
    rf"\((?:{CHANGES.months_before} )?(?P<count>\d{{1,2}}|{'|'.join(COUNT_WORDS)}) tháng"
    rf"(?: đầu năm)?(?::| {CHANGES.months_behind})[^();]{{0,60}}$"
)
_MEANWHILE = re.compile(r"cùng (?:kỳ|thời điểm),")  # "Cùng kỳ, …" begins: in these days, too
_ITS_TIME = re.compile(
    rf" ?{CHANGES.value_counts}? ?(?:\(|{CHANGES.value_time} )?(?:cả )?"
    rf"(?:{CHANGES.indices} )?"
)
_YEAR = 12  # months


def is_base_figure(text: str, start: int) -> bool:
    """Tell whether the number at ``start`` is what another is compared with, or rose from."""
    low = max(0, start - 40)
    return any(form.search(text, low, start) for form in (_BASE_FIGURE, _RISEN))


def is_in_base_row(text: str, start: int) -> bool:
    """Tell whether the number at ``start`` is the second of those that others are compared with."""
    return _BASE_ROW.search(text, max(0, start - 60), start) is not None


def same_value(
    text: str, times: Sequence[tuple[TimeMention, Period]], start: int
) -> re.Match[str] | None:
    """Return the "cùng kỳ", "một năm trước" that the number at ``start`` is of, None if none.

    It reaches to the end of its bracket, else of its clause, or to the next time.
    """
    for match in reversed(list(_SAME_VALUE.finditer(text, 0, start))):
        between = text[match.end() : start]
        if not match.start() and _MEANWHILE.match(text):
            return None
        if ";" in between or (match.group("open") and ")" in between):
            return None
        later = any(match.end() <= item[0].start < start for item in times)
        return None if later else match
    return None


def in_same_value(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is the year in "cùng kỳ năm 2022" or "một năm trước"."""
    return any(start <= mention.start and mention.end <= end for start, end in _same_values(text))


@lru_cache(maxsize=4)
def _same_values(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a sentence says "cùng kỳ"; each of its figures asks for each of its times."""
    return tuple(match.span() for match in _SAME_VALUE.finditer(text))


def year_before(
    same: re.Match[str], times: Sequence[tuple[TimeMention, Period]], kept: Period | None
) -> Period | None:
    """Return the period in force before "cùng kỳ", a year back or in the year it names.

    "(năm trước 72%)" tells of a year beside a year alone.
    """
    base = _in_force(same.start(), times, kept)
    if base is None or (same.group("last") and base.kind is not PeriodKind.YEAR):
        return None
    year = int(same.group("year") or base.end.year - 1)
    return shifted(base, Period(date(year, 12, 31))) if year < base.end.year else None


def _in_force(
    offset: int, times: Sequence[tuple[TimeMention, Period]], kept: Period | None
) -> Period | None:
    """Return the time that is named last before an offset, else the one in mind."""
    before = [period for mention, period in times if mention.end <= offset]
    return before[-1] if before else kept


def months_of(text: str, start: int) -> re.Match[str] | None:
    """Return the "(6 tháng:" that the number at ``start`` is of, None if there is none."""
    return _MONTHS.search(text, 0, start)


def months_told(
    told: re.Match[str], times: Sequence[tuple[TimeMention, Period]], kept: Period | None
) -> Period | None:
    """Return the first months of the year in force before the bracket of ``told``.

    They end with the time in force or before it; else nobody knows which are meant.
    """
    base = _in_force(told.start(), times, kept)
    count = told.group("count")
    months = int(count) if count.isdigit() else COUNT_WORDS[count]
    if base is None or base.start is None or not 0 < months < _YEAR:
        return None
    last = date(base.end.year, months + 1, 1) - timedelta(days=1)
    return Period(last, date(base.end.year, 1, 1)) if last <= base.end else None


def shifted(current: Period | None, year: Period | None) -> Period | None:
    """Return "cùng kỳ năm 2023": the months in force, in that year."""
    if current is None or year is None or (current.end.month == 2 and current.end.day > 27):
        return None
    start, back = current.start, current.end.year - year.end.year
    if start is not None:
        start = start.replace(day=min(start.day, 28), year=start.year - back)
    return Period(current.end.replace(year=year.end.year), start)


def told_after(view: View, calendar: Calendar, end: int) -> Period | None:
    """Return the time that stands right behind a number, None if there is none."""
    for mention in view.times:
        if mention.start >= end and _ITS_TIME.fullmatch(view.text, end, mention.start):
            return calendar.period_of(mention)
    return None


def base_of(
    view: View, calendar: Calendar, zone: Zone, start: int, *, named: bool = False
) -> Period | None:
    """Return the latest year or day that the clause of a figure is compared with.

    ``named`` leaves out "năm trước": what comes before the year of an index is not what
    comes before the day of the text.
    """
    found = [
        period
        for mention in view.times
        if zone.clause_left <= mention.start < zone.clause_right
        and is_base(view.text, mention)
        and (mention.last[0] > 0 or not named)
        and (mention.end <= start or not _next_figure(view, start, mention.start))
        and (period := resolve(mention, calendar.today, windowed=calendar.windowed))
    ]
    return max(found, key=lambda one: one.end, default=None)


def opening_base(view: View, calendar: Calendar, start: int) -> Period | None:
    """Return the one base before a number: "So với tháng 6, tỷ lệ … tăng từ 61% lên 82%".

    A sentence that names another time leaves open which of them the number is of.
    """
    first = view.times[0] if len(view.times) == 1 else None
    if first is None or first.end > start or not is_base(view.text, first):
        return None
    found = calendar.period_of(first)
    return found if found and found.start else None


def _next_figure(view: View, start: int, end: int) -> bool:
    """Tell whether a figure of its own stands between one and a base of comparison."""
    return any(
        start < figure.start < end and figure.quantity.kind not in OF_THE_SAME
        for figure in view.figures
    )
