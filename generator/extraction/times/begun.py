"""The day on which what a text tells of began: "sau một tháng vận hành" counts from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from generator.extraction.words.periods import PERIODS
from generator.model.period import Period

_BEGAN = re.compile(
    rf"(?<!\w){PERIODS.began}(?: chính thức)?(?: từ)?(?: ngày)? "
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>20\d\d))?(?![\d/%]|[.,]\d)"
)
_NUMBERS = PERIODS.few.meanings
# "sau 14 tháng hoạt động" reaches up to the day of the text
_RUNNING = re.compile(
    rf"(?<!\w)(?:sau|qua) (?P<rough>{PERIODS.roughly} )?(?:{PERIODS.exactly} )?"
    rf"(?P<count>\d{{1,3}}|{PERIODS.few}|nửa) (?P<unit>{PERIODS.spans})(?P<more> rưỡi)?"
    rf" (?:đi vào )?{PERIODS.works}(?!\w)"
)
# "Sau hơn một tháng thí điểm, …": from a day that is not named
_TRIED = re.compile(
    rf"(?<!\w)sau (?:(?:{PERIODS.roughly}|{PERIODS.exactly}) )?(?:\d{{1,3}}|{PERIODS.tried_for})"
    rf" {PERIODS.spans}(?: rưỡi)? {PERIODS.tried}(?!\w)"
)
_TALLIED = re.compile(rf"(?<!\w){PERIODS.tallied}(?: {PERIODS.tallied_more}){{0,3}} $")
# from this day on by Luật Tổ chức chính quyền địa phương số 72/2025/QH15
_TWO_LEVELS = re.compile(rf"(?<!\w){PERIODS.two_levels}(?!\w)")
_TWO_LEVELS_FROM = date(2025, 7, 1)
# "sau 1 tháng vận hành mô hình chính quyền địa phương 2 cấp"
_SINCE_REFORM = re.compile(
    rf"(?:\d tháng|{PERIODS.few} tháng|tháng đầu(?: tiên)?) (?:[^\W\d_]+ ){{1,6}}?"
    rf"{PERIODS.two_levels}(?!\w)"
)
_LONG = timedelta(days=400)  # nobody counts months from farther back
_OVERDUE = timedelta(days=60)  # "sau một tháng" is told soon after its end
_YEAR_MONTHS = 12
# "1.450 bản sau nửa năm": nobody knows which
AFTER_SOME = re.compile(
    rf"(?: [^\W\d_]+){{0,3}} sau (?:{PERIODS.roughly} )?"
    rf"(?:\d{{1,2}}|{PERIODS.some_time}) (?:năm|tháng)(?!\w)"
)


def begun(texts: Iterable[str], today: date | None) -> date | None:
    """Return the last day that folded texts give as a beginning, None if none does."""
    if today is None:
        return _begun_undated(texts)
    found: list[date] = []
    for text in texts:
        found += [day for match in _BEGAN.finditer(text) if (day := _day(match, today))]
        if _TWO_LEVELS.search(text):
            found.append(_TWO_LEVELS_FROM)
    return max((day for day in found if timedelta(0) < today - day < _LONG), default=None)


def _begun_undated(texts: Iterable[str]) -> date | None:
    """Return the one day that texts without a date of their own give as a beginning.

    "Sau 1 tháng vận hành chính quyền địa phương 2 cấp" counts from the day of that reform.
    """
    found: set[date] = set()
    for text in texts:
        for match in _BEGAN.finditer(text):
            day = _day(match, None) if match["year"] else None
            found |= {day} if day else set()
        if _SINCE_REFORM.search(text):
            found.add(_TWO_LEVELS_FROM)
    return found.pop() if len(found) == 1 else None


def first_months(start: date | None, months: int, today: date | None) -> Period | None:
    """Return so many months from a day on, None where they are not just over.

    What nothing dates (no ``today``) is told by its beginning alone.
    """
    if start is None or not 0 < months < _YEAR_MONTHS:
        return None
    month = start.month - 1 + months
    year, month = start.year + month // _YEAR_MONTHS, month % _YEAR_MONTHS + 1
    try:
        end = date(year, month, start.day) - timedelta(days=1)
    except ValueError:  # from 31 January there is no month to a day
        return None
    soon = today is None or timedelta(0) <= today - end <= _OVERDUE
    return Period(end, start) if soon else None


def is_running(text: str, left: int, start: int, began: date | None, today: date) -> bool | None:
    """Tell whether the words before a figure count from a beginning up to the day of the text.

    ``left`` and ``start`` bound them in folded text. None where they end at another day: "sau 7
    tháng hoạt động" in a text from a year after the beginning, the day ``began``.
    """
    told = _RUNNING.search(text, left, start)
    if told is None:
        return False
    count = _NUMBERS.get(told["count"]) or (int(told["count"]) if told["count"].isdigit() else 0)
    if began is None or not count or told["more"] or told["unit"] == "tuần":
        return True
    days = (today - began).days - count * (365 if told["unit"] == "năm" else 30)
    return True if abs(days) <= _OVERDUE.days else None


def count_of(told: re.Match[str]) -> int:
    """Return the number of years or months that ``told`` has as ``count``, in digits or a word."""
    count = told["count"]
    return int(count) if count.isdigit() else _NUMBERS[count]


def is_tried(text: str, left: int, start: int) -> bool:
    """Tell whether the words before a figure count from a day unknown: "sau một tháng thí điểm"."""
    return _TRIED.search(text, left, start) is not None


def _day(match: re.Match[str], today: date | None) -> date | None:
    year = int(match["year"] or (today.year if today else 0))
    try:
        return date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def is_tallied(text: str, start: int) -> bool:
    """Tell whether a number is of what is done again and again: "đã tiếp nhận 900 hồ sơ".

    Then "từ ngày 1/7/2022" tells since when, not the day of a state.
    """
    return _TALLIED.search(text, 0, start) is not None
