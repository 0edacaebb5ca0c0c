"""The year of a month, a quarter or a half that is told without one: "riêng quý I".

It is that of the longer time which the sentence, the text so far or the title names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from generator.extraction.times.dating import Calendar
from generator.extraction.times.lasting import is_fresh, wider
from generator.extraction.times.told import Timed
from generator.extraction.view import View
from generator.extraction.words.periods import PERIODS
from generator.model.period import Period, PeriodKind
from generator.vi.dates import TimeKind, TimeMention, resolve
from generator.vi.windows import closing_of, named_of

_THIS = re.compile(rf"{PERIODS.this_year}$|^{PERIODS.since_january}")
# "quý I vừa qua", "6 tháng vừa rồi"
_JUST_OVER = re.compile(rf" {PERIODS.just_over}(?!\w)")
_INDEX = re.compile(rf"(?<!\w){PERIODS.index_names}(?!\w)")
# "Mục tiêu năm tới?", but "những năm tới", "sang năm 2026"
_NEXT = re.compile(rf"(?<!\w){PERIODS.many_years.not_before}{PERIODS.year_ahead}(?! \d)(?!\w)")
# "hoàn thành kết nối trong tháng 11 tới; …", but "đến cuối năm 2024 giảm một nửa …; …"
_ENDS_TASK = re.compile(r"[^\d:]{0,12}")
_SHORTER = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.NINE_MONTHS)


def next_year(text: str, today: date | None) -> tuple[Period, ...]:
    """Return the year after that of the text where a sentence on goals names it, else nothing."""
    if today is None or not _NEXT.search(text):
        return ()
    return (Period(date(today.year + 1, 12, 31), date(today.year + 1, 1, 1)),)


def whole_year(found: Period, today: date | None) -> Period | None:
    """Return the year of an index in whole, None for a time that is no year.

    A text from before its end (``today``) tells a part of it, "tới năm 2020" its end alone.
    """
    first, last = date(found.end.year, 1, 1), date(found.end.year, 12, 31)
    if found.start == first and found.end == today:
        return None if found.kind in _SHORTER else Period(last, first)
    return Period(last, first) if found.end == last and found.start in (None, first) else None


def index_time(found: Period, today: date | None, *, whole: bool) -> Period | None:
    """Return the time of an index, which no text counts by windows: "tháng 8" is the month.

    None where it must be a ``whole`` year and is none.
    """
    named = named_of(found)
    told = named if named and named.kind in (PeriodKind.YEAR, PeriodKind.MONTH) else found
    return whole_year(told, today) if whole else told


def goal_of(found: Period, calendar: Calendar) -> Period:
    """Return the time of a goal: a year in whole, also where reports count by windows.

    Results of the year end on 14/12 by Decree 09/2019, "đến năm 2025 đạt 95%" does not.
    """
    last = date(found.end.year, 12, 31)
    if calendar.windowed and found.start is None and found.end == closing_of(last):
        return Period(last, last.replace(month=1, day=1))
    return whole_year(found, calendar.today) or found


def goal_times(
    view: View,
    times: Sequence[tuple[TimeMention, Period]],
    span: tuple[int, int],
    goal: Period | None,
    calendar: Calendar,
) -> list[tuple[TimeMention, Period]] | None:
    """Return those of the ``times`` of a sentence that a goal can be of.

    ``span`` is where its clause and its number begin. A part of a longer time ends with its
    clause: "Phương hướng năm 2025: quý I …; mức độ hài lòng đạt 90%" is of the year. None where
    those left date tasks of others: "giao Bộ A trình đề án trong tháng 11; hài lòng đạt 90%".
    """
    left, start = span
    meant = [(one, goal_of(one[1], calendar)) for one in times]
    longer = [*(period for _, period in meant), *([goal] if goal else [])]
    whole = [
        one
        for one, period in meant
        if one[0].start >= left
        or not any(other != period and wider(period, other) is other for other in longer)
    ]
    own = [one for one in whole if not _dates_task(view.text, one[0], start)]
    return own if own or not whole else None


def _dates_task(text: str, one: TimeMention, start: int) -> bool:
    """Tell whether a month or day ends a task in a row, before the goal at ``start``."""
    part = text.find(";", one.end, start) if one.last[1] else -1  # a year is that of the row
    return part >= 0 and _ENDS_TASK.fullmatch(text, one.end, part) is not None


def in_year(
    text: str,
    mention: TimeMention,
    told: Sequence[Period],
    kept: Period | None,
    calendar: Calendar,
) -> Period | None:
    """Return what a time means in this text, with its year from the longer time it lies in.

    ``told`` are the times that the sentence names before it, ``kept`` the one in mind. None
    where the year stays in doubt: "Năm 2023 tiếp nhận 90.000 hồ sơ. Quý I tiếp nhận 20.000 hồ
    sơ", told in April 2024.
    """
    naive = calendar.period_of(mention)
    if naive is None or not _is_open(text, mention) or calendar.days:
        return naive
    if _JUST_OVER.match(text, mention.end):
        return naive  # "nếu lấy mốc 2021 …, thì quý I vừa qua": the last one before the text
    for period in reversed(told):
        meant = _within(mention, period, calendar)
        if meant is not None and meant != naive and _INDEX.search(text, 0, mention.start):
            return None  # "PAR INDEX năm 2023 …, quý I tiếp nhận": the year is that of the index
        if meant is not None:
            return meant
        if period.end.year == naive.end.year:
            return naive
    return _kept(mention, naive, kept, calendar)


def _kept(
    mention: TimeMention, naive: Period, kept: Period | None, calendar: Calendar
) -> Period | None:
    """Return what a time means beside the one in mind, else in the year of the title."""
    main = calendar.main
    meant = _within(mention, kept, calendar)
    if meant is not None and (
        kept == main or meant == naive or not is_fresh(naive, calendar.today)
    ):
        return meant
    titled = _within(mention, main, calendar)
    if main is not None and titled is not None:
        later = kept is not None and kept.end > main.end
        return naive if later else titled
    return None if meant is not None else naive


def _is_open(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is one of months whose year its own words do not tell."""
    (year, month, day), (_, _, other) = mention.last, mention.first
    if mention.kind is not TimeKind.SPAN or mention.months or year or mention.first[0]:
        return False
    return month > 0 and not (day or other) and not _THIS.search(text[mention.start : mention.end])


def _within(mention: TimeMention, whole: Period | None, calendar: Calendar) -> Period | None:
    """Return what a time means as a part of a longer one, None if it is none."""
    if whole is None or whole.start is None:
        return None
    found = resolve(mention, whole.end, windowed=calendar.windowed)
    return found if found and found != whole and whole.contains(found) else None


def year_told(
    about: Timed,
    years: Mapping[str, Period],
    last: Period | None,
    others: frozenset[str],
    current: Period | None,
) -> Period | None:
    """Return the year of an index: the last one named, unless that is another's.

    ``years`` are those of each index, ``others`` the indices of the sentence that named ``last``.
    One that is told from day to day has no year, where the last one named is another's; of
    one without a year the latest of the others is meant, not the one that they looked back to.
    """
    own, other = years.get(about.stem), bool(others) and about.stem not in others
    if about.span and other and own is None:
        return current
    if own is None and last is not None and (other or not others):
        return max((last, *years.values()), key=lambda one: one.end)
    return own if own and (other or (last and own.end > last.end)) else last or current
