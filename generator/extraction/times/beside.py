"""What a time means beside those that were told before it: "trong quý", "năm trước", "hiện"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from generator.extraction.times.dating import Calendar
from generator.extraction.times.years import in_year
from generator.extraction.view import View
from generator.extraction.words.periods import PERIODS
from generator.model.period import Period
from generator.vi.dates import TimeKind, TimeMention, resolve
from generator.vi.windows import named_of, window_of

_YEAR_BACK = re.compile(rf"năm {PERIODS.year_back}(?!\w)(?! {PERIODS.year_back_not})")
# "năm 2020 đứng thứ 15, năm trước đó thứ 24": the one before the year told of
_YEAR_BEFORE = re.compile(rf"năm {PERIODS.year_back} {PERIODS.year_back_not}(?!\w)")
_FORMER = re.compile(r"cùng kỳ(?!\w)")
_AHEAD = timedelta(days=31)
_DAY = timedelta(days=1)
_FIRST_DAYS = timedelta(days=12)  # of a month, in which texts report on the last one
_LAST_DAYS = timedelta(days=7)
_YEAR = 12  # months


def dated(
    view: View,
    mention: TimeMention,
    calendar: Calendar,
    told: list[Period],
    kept: Period | None,
    *,
    ahead: bool,
) -> Period | None:
    """Return what a time means by itself and beside those ``told`` before it."""
    if not ahead and _is_as_long(mention, kept) and calendar.period_of(mention) is None:
        return kept  # "trong ba tháng" behind "từ ngày 1/7 đến ngày 30/9"
    if not ahead:
        return in_year(view.text, mention, told, kept, calendar)
    aim = 0 < mention.first[0] < mention.last[0]  # "giai đoạn 2026 - 2030"
    if calendar.windowed and mention.kind is TimeKind.SPAN:
        return resolve(mention, calendar.today)  # a goal is set for the year of the calendar
    return resolve(mention, None) if aim else _to_come(mention, calendar)


def _to_come(mention: TimeMention, calendar: Calendar) -> Period | None:
    """Return the time of a goal: "quý IV", said in July, is that of this year.

    A figure would be of the last one that is over.
    """
    found, today = calendar.period_of(mention), calendar.today
    yearless = not mention.last[0] and mention.last[1]
    if found is None or today is None or not yearless or found.end.year != today.year - 1:
        return found
    return resolve(replace(mention, last=(today.year, *mention.last[1:])), today)


def _is_as_long(mention: TimeMention, kept: Period | None) -> bool:
    """Tell whether a bare number of months is that of the whole months in mind."""
    if mention.kind is not TimeKind.SPAN or kept is None or kept.start is None:
        return False
    whole = kept.start.day == 1 and (kept.end + _DAY).day == 1
    months = (kept.end.year - kept.start.year) * _YEAR + kept.end.month - kept.start.month + 1
    bare = not (mention.first[0] or mention.last[0])
    return bare and whole and 1 < mention.months == months


def back(
    view: View, mention: TimeMention, period: Period | None, told: Period | None, calendar: Calendar
) -> Period | None:
    """Return "năm trước", "quý I năm trước" in the year before the one told of."""
    if _YEAR_BACK.match(view.text, mention.start):
        return _year_back(period, told)
    if _YEAR_BEFORE.match(view.text, mention.start):
        return None if told is None else _year(told.end.year - 1)
    parted = mention.last[0] < 0 < mention.last[1]  # "năm qua" is the one before the text
    if not parted or not period or not told or period.end.year < told.end.year:
        return period
    return resolve(mention, told.end, windowed=calendar.windowed)


def _year_back(period: Period | None, told: Period | None) -> Period | None:
    """Return "năm trước" as the year before the one told of, where it would be that one."""
    if period is None or told is None or period.end.year < told.end.year:
        return period
    return _year(told.end.year - 1)


def _year(year: int) -> Period:
    """Return a calendar year."""
    return Period(date(year, 12, 31), date(year, 1, 1))


def taken_up(
    view: View,
    mention: TimeMention,
    period: Period | None,
    last: Period | None,
    until: Period | None,
    months: Mapping[int, Period] | None,
    today: date | None = None,
) -> Period | None:
    """Return what "trong tháng", "trong quý", "cùng kỳ" take up of the times told before.

    ``last`` is that of the sentence, ``until`` the one that it ends with, ``months`` are the
    last month, quarter and so on that were told, None where nobody kept them. Where none was
    told, ``today`` tells it: early in a month all mean the one that is over.
    """
    if months is None or mention.kind is not TimeKind.SAME:
        return period
    if _FORMER.match(view.text, mention.start):
        return period
    whole = last if last and not mention.months and not last.is_stock else None
    told = whole or months.get(mention.months) or ending(mention.months, last or until)
    if told is not None or last is not None or until is not None or not is_short(mention):
        return told
    return _just_over(mention.months, today) if today else None


def _just_over(months: int, today: date) -> Period | None:
    """Return the month, or ``months`` of a quarter, that a text of its first days reports on.

    In the last days it is the one that ends, between them nobody knows.
    """
    first = today.replace(day=1)
    opening = first.replace(month=(today.month - 1) // months * months + 1)
    following = (opening + timedelta(days=32 * months)).replace(day=1)
    if today - opening < _FIRST_DAYS * min(months, 2):
        end = opening - _DAY
        start = (end - timedelta(days=31 * (months - 1))).replace(day=1)
        return Period(end, start)
    return Period(following - _DAY, opening) if following - today <= _LAST_DAYS else None


def ending(months: int, told: Period | None) -> Period | None:
    """Return "trong quý" beside "đến hết quý II" or "6 tháng": the months that end with them.

    "Tính chung cả năm" is the year of whatever was told.
    """
    if told is not None and months == _YEAR:
        year = Period(date(told.end.year, 12, 31), date(told.end.year, 1, 1))
        return window_of(year) if named_of(told) else year
    if told is None or not months or (told.end + _DAY).day != 1:
        return None
    first = told.end.month - months + 1
    named = first > 0 and (months == 1 or first % months == 1)
    last = Period(told.end, date(told.end.year, first, 1)) if named else None
    near = last is not None and (told.is_stock or told.contains(last) or last.contains(told))
    return last if near else None


def is_short(mention: TimeMention) -> bool:
    """Tell whether a time is "trong tháng" or "trong quý"."""
    return mention.kind is TimeKind.SAME and 0 < mention.months < _YEAR


def is_that_day(text: str, told: TimeMention, mention: TimeMention) -> bool:
    """Tell whether "hiện" is the day told before: "Tính đến ngày 4/3, tỉnh hiện có 90 hồ sơ"."""
    day = told.kind is TimeKind.AS_OF and told.last[2] > 0
    now = mention.kind is TimeKind.NOW and text.startswith("hiện", mention.start)
    return day and now and ";" not in text[told.end : mention.start]


def so_far(period: Period | None, calendar: Calendar) -> Period | None:
    """Return a period in progress up to the day of the text, unless it is about to end."""
    day = calendar.today
    if period is None or period.start is None or day is None or calendar.guessed:
        return period
    running = period.start < day and period.end > day + _AHEAD
    return Period(day, period.start) if running else period


def since(period: Period | None, calendar: Calendar) -> Period | None:
    """Return "từ năm 2021" up to the day of the text."""
    if period is None or calendar.today is None:
        return None
    first = period.start or period.end
    return Period(calendar.today, first) if first <= calendar.today else None
