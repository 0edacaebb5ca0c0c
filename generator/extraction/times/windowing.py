"""Texts that count by the windows of Nghị định 09/2019/NĐ-CP: how they say so.

They name the decree, give the days of a window as those of their data, or put them beside
the period that they close.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from generator.extraction.words.periods import PERIODS
from generator.model.period import Period, PeriodKind
from generator.vi.dates import TimeKind, TimeMention, find_times, resolve
from generator.vi.windows import named_of

_BY_DECREE = re.compile(
    rf"{PERIODS.data}[^.;]{{0,80}}{PERIODS.by_decree}"
    r"[^.;]{0,40}nghị định (?:số )?0?9/2019/nđ-cp"
)
DATA = re.compile(rf"{PERIODS.data}[^.;]{{0,40}}$")
_WINDOW_DAY = re.compile(r"(?<!\d)15(?:[/.-]| tháng )\d")
# days that begin a sentence or stand in brackets: "Đợt thi đua từ …" has days of its own
_BY_ITSELF = re.compile(r"(?:^|[.;:] |[(–-] ?)(?:\d{1,2}\. )?$")
# "Theo Sở Nội vụ, tính từ ngày 15-12-2024 đến ngày 14-6-2025, …"
_TAKEN = re.compile(rf"{PERIODS.counted_from} ")
_SINCE = timedelta(days=60)  # between the days of a report and the text on it
OPENS = re.compile(r" ?\((?:[^().;\d]{0,40})")
# "6 tháng đầu năm, tính từ 15/12/2023 đến 14/6/2024, …"
FOLLOWS = re.compile(rf",? (?:tức |nghĩa )?(?:là )?(?:được )?(?:{PERIODS.counted_from} )?")


def gives_window(named: Period | None, head: Iterable[str], today: date | None) -> bool:
    """Tell whether the head of a text gives the days of the window that it reports on.

    "Báo cáo … 6 tháng đầu năm 2026" over "KẾT QUẢ (từ ngày 15/12/2025 đến ngày 14/6/2026)".
    ``named`` is the period of its title; where it names none, days that are those of a
    quarter or more say it, if they ended shortly before ``today``.
    """
    if named is not None and named_of(named) is None:
        return False
    return any(
        one.first[2] > 0
        and (_is_closed(one, today) if named is None else resolve(one, named.end) == named)
        and (
            _TAKEN.match(text, one.start)
            or any(before.search(text, 0, one.start) for before in (_BY_ITSELF, DATA))
        )
        for text in head
        if _WINDOW_DAY.search(text)
        for one in find_times(text)
    )


def _is_closed(mention: TimeMention, today: date | None) -> bool:
    """Tell whether the days of a mention are a window of more than a month, just over."""
    days = resolve(mention, None)
    named = named_of(days) if days else None
    if today is None or days is None or named is None or named.kind is PeriodKind.MONTH:
        return False
    return timedelta(0) <= today - days.end <= _SINCE


def tells_windows(text: str) -> bool:
    """Tell whether a paragraph says that its periods are those of Nghị định 09/2019/NĐ-CP.

    It names the decree for its data, gives the days of a window as those of its data,
    or puts them in brackets behind the name of the period.
    """
    if _BY_DECREE.search(text):
        return True
    if not _WINDOW_DAY.search(text):
        return False
    times = find_times(text)
    if len(times) == 1 and is_all(text, times[0]):
        period = resolve(times[0], None)
        return period is not None and period.start is not None and named_of(period) is not None
    return any(
        _is_window(text, before, one) for before, one in zip([None, *times], times, strict=False)
    )


def is_all(text: str, mention: TimeMention) -> bool:
    """Tell whether a line holds nothing but days: "(Từ ngày 15/12/2023 đến ngày 14/3/2024)"."""
    return mention.first[2] > 0 and len(text.strip("() .,")) <= mention.end - mention.start


def _is_window(text: str, before: TimeMention | None, mention: TimeMention) -> bool:
    """Tell whether the days of a mention are a window that counts for the whole text."""
    period = resolve(mention, None) if mention.kind is TimeKind.SPAN and mention.first[2] else None
    if period is None or named_of(period) is None:
        return False
    if DATA.search(text[max(0, mention.start - 80) : mention.start]):
        return True
    told = resolve(before, period.end, windowed=True) if before else None
    return (
        before is not None
        and told == period
        and (
            OPENS.fullmatch(text[before.end : mention.start]) is not None
            or FOLLOWS.fullmatch(text[before.end : mention.start]) is not None
        )
    )
