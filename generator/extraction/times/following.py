"""What a time that was told means for what follows it, and which time that is then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from generator.extraction.times.bases import shifted
from generator.extraction.times.beside import ending
from generator.extraction.times.candidates import goals
from generator.extraction.times.dating import Calendar, is_base
from generator.extraction.times.lasting import is_long, wider, widest
from generator.extraction.times.nearest import Dated
from generator.extraction.times.told import Timed
from generator.extraction.times.years import next_year
from generator.extraction.view import View
from generator.extraction.words.periods import PERIODS
from generator.model.period import Period, PeriodKind
from generator.vi.dates import TimeKind, TimeMention
from generator.vi.windows import kind_of

_LAST_MONTH = 12
# "cả năm huyện phấn đấu từ 98%": the time of a goal
_AIMED = re.compile(rf",? (?:[^\W\d_]+ ){{0,3}}?{PERIODS.wanted}(?!\w)")
# "Năm ngoái, tỉnh còn khó khăn": told to compare with, of which the text does not report
_BACK = re.compile(rf"{PERIODS.in_passing}(?!\w)")


def later(
    base: Period, about: Timed, today: date | None, minds: Iterable[Period | None]
) -> Period | None:
    """Return the time in mind that lies behind the base of a comparison, if any."""
    if about.is_index:
        year = base.end.year + 1
        past = not about.span and (today is None or year <= today.year)
        return Period(date(year, 12, 31), date(year, 1, 1)) if past else None
    return next((one for one in minds if one and one.end > base.end), None)


def months_after(view: View, calendar: Calendar, found: Period, base: Period) -> Period | None:
    """Return the same months of the year after a base that the time ``found`` in mind holds.

    "Năm 2023 … Đã cấp 900 bản, tăng 64% so với 4 tháng đầu năm 2023": those are of 2024. None
    where they are not over or the sentence names another time.
    """
    today, part = calendar.today, base.end.month < _LAST_MONTH
    first = part and base.start == date(base.end.year, 1, 1) == found.start
    if not first or found.end <= base.end or any(not is_base(view.text, one) for one in view.times):
        return None
    if today is None or calendar.guessed or today.year != base.end.year + 1:
        return None
    months = shifted(base, Period(today))
    return months if months and months.end <= today else None


def taken_up(
    view: View, times: Dated, months: Mapping[int, Period], current: Period | None
) -> Period | None:
    """Return what "trong tháng", "trong quý", "cả năm" take up again behind other times."""
    last = times[-1][0].end if times else 0
    named = [
        one.months
        for one in view.times
        if one.kind is TimeKind.SAME and one.end > last and not _AIMED.match(view.text, one.end)
    ]
    if not named or not named[-1]:
        return None
    return months.get(named[-1]) or ending(named[-1], current)


def is_passing(
    view: View, mention: TimeMention, period: Period, calendar: Calendar, *, told: bool
) -> bool:
    """Tell whether a time is named in passing: the year before, or years up to now.

    A heading or lead-in tells of what stands below it; ``told`` says that its sentence has a
    figure that counts.
    """
    if view.paragraph.heading or view.text.endswith(":"):
        return False
    since = mention.kind is TimeKind.SINCE and is_long(period)
    if not told and period != calendar.main and _is_unfinished(mention, period, calendar):
        return True
    return since or _BACK.match(view.text, mention.start) is not None


def _is_unfinished(mention: TimeMention, period: Period, calendar: Calendar) -> bool:
    """Tell whether a month or quarter goes on yet on the day of a text.

    "Giá đất tăng khiến số giao dịch quý IV tăng 41%", told on 20 December beside no figure of
    ours, is no time of the figures of the next paragraphs.
    """
    named = mention.kind is TimeKind.SPAN and kind_of(period) in (
        PeriodKind.MONTH,
        PeriodKind.QUARTER,
    )
    today = calendar.today
    return named and today is not None and not calendar.guessed and period.end > today


def goal_named(view: View, calendar: Calendar, kept: Period | None) -> Period | None:
    """Return the last time to come that a sentence names, or the longer one it is part of.

    ``kept`` is the one in mind, where it names none.
    """
    named = [*goals(view, calendar), *next_year(view.text, calendar.today)]
    return widest(named) if named else kept


def aim_of(view: View, calendar: Calendar, kept: Period | None) -> Period | None:
    """Return the time of the goals of a sentence: that of the plan ``kept`` which holds it.

    A year that the sentence names is its own: "Năm 2024, Bộ phấn đấu …" below a plan up to 2025.
    """
    named = goal_named(view, calendar, kept)
    year = named is not None and named.start is not None and named.kind is PeriodKind.YEAR
    return named if year else wider(named, kept)


def keep_month(months: dict[int, Period], period: Period) -> None:
    """Keep a month or quarter for "trong tháng", "trong quý"."""
    if kind_of(period) is PeriodKind.MONTH:
        months[1] = period
    elif kind_of(period) is PeriodKind.QUARTER:
        months[3] = period
