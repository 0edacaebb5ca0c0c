"""Values of an earlier time: which have no time of their own, and when the others were.

"(kỳ trước 620 hồ sơ)" is of a time that nobody can date; in "từ hạng 40 năm 2022 lên hạng
31" the first value is of the year beside it.
"""

from __future__ import annotations

import re
from datetime import date

from generator.extraction.times.against import is_told_base
from generator.extraction.times.dating import is_base
from generator.extraction.view import Figure, View
from generator.extraction.words.changes import CHANGES
from generator.extraction.words.periods import PERIODS
from generator.extraction.zones import Zone
from generator.model.period import Period, PeriodKind
from generator.vi.dates import TimeKind

_OPEN = re.compile(
    rf"(?<!với )(?:^|[.,;:] ?)(?:{CHANGES.previous_before} )?{CHANGES.previous}(?!\w)[^;]{{0,400}}$"
)
# "Trước khi áp dụng, tỷ lệ chỉ đạt 41%": up to the words that come back to the present
_BEFORE = re.compile(
    rf"(?:^|[.;] ?|, )(?:nếu(?: như)? )?trước (?:khi (?!{CHANGES.not_formerly})[^,;.]{{1,60}},"
    rf"|{CHANGES.formerly},? )(?P<told>[^;]{{0,300}})$"
)
_BACK = re.compile(rf"(?<!\w)(?:{CHANGES.back}|sau (?:{CHANGES.back_after}|\d))(?!\w)")
_STOP = re.compile(r",|(?<!\w)thì(?!\w)")
# what a bracket says of an earlier time ends with it
_BRACKETED = re.compile(
    rf"\((?:{CHANGES.previous_in} ){{0,2}}(?:{CHANGES.previous}|{CHANGES.bracketed})(?!\w)"
    r"[^;)]{0,400}$"
)
NATION_MEAN = rf"(?: {CHANGES.mean_words}){{0,5}} {CHANGES.whole_country}(?!\w)"
"""Behind "so với", "hơn": "mức trung bình cả nước", whose value is of these days."""
_PROVINCE_MEAN = rf"(?: {CHANGES.mean_words}){{1,5}} {CHANGES.whole_province}(?!\w)"
# a value set against that of all of a province: "thấp hơn mức bình quân của tỉnh là 44%"
_BESIDE_PROVINCE = re.compile(
    rf"(?<!\w)(?:{CHANGES.beside_means}{_PROVINCE_MEAN})(?: {CHANGES.bracket_values}){{0,2}} ?"
    rf"(?:\((?:{CHANGES.bracket_values} ){{0,3}})?$"
)
# what stands in brackets behind a base of comparison is the value it had then
_BASE_VALUE = re.compile(
    rf"(?:(?:so(?: với)?|\d lần|{CHANGES.more_or_less} hơn|vượt)"
    rf" (?:cùng )?{CHANGES.base_times}[^()%;]{{0,30}}"
    rf"|(?:so với|{CHANGES.more_or_less} hơn)(?!{NATION_MEAN}|{_PROVINCE_MEAN})[^()%;\d]{{0,60}})"
    rf"\((?:{CHANGES.bracket_values} ){{0,3}}$"
)
# "sau ba năm, từ hạng 40 lên hạng 12": of a year that nobody names
_OVER_YEARS = re.compile(rf"(?<!\w){CHANGES.over_years}(?!\w)")

# "hạng 63 năm 2021, hạng 55 năm 2022 và nay là hạng 48": the last is of a later year
_NOW = re.compile(rf"{PERIODS.days_now.not_before}(?<!\w){PERIODS.by_now}(?!\w)[^\d;]{{0,40}}$")


def by_now(view: View, start: int, told: Period, main: Period | None) -> Period | None:
    """Return the year of an index that stands so "nay", behind the years before it.

    It is that of the title, ``main``, else in doubt; ``told`` is what the times beside give.
    """
    now = _NOW.search(view.text, 0, start)
    if now is None or not any(one.last[0] > 0 and one.end <= now.start() for one in view.times):
        return told
    later = main is not None and main.kind is PeriodKind.YEAR and main.end > told.end
    return main if later else None


def is_undated(view: View, zone: Zone, figure: Figure, *, ranked: bool) -> bool:
    """Tell whether a figure is of an earlier time that its words do not date.

    A score or rank (``ranked``) behind a base of comparison is of the year of that base.
    """
    left, start = max(0, zone.clause_left - 1), figure.start
    told = _BEFORE.search(view.text, left, start)
    if told and not _BACK.search(told["told"]) and not _is_dated(view, left, figure):
        return True
    if _OPEN.search(view.text, left, start) or _BRACKETED.search(view.text, left, start):
        return True
    unknown = _BASE_VALUE.search(view.text, 0, start) is not None
    return not ranked and unknown and not is_told_base(view, start)


def is_mean_of_province(view: View, start: int, *, city: bool) -> bool:
    """Tell whether a figure at ``start`` is the mean of its whole province that one is set beside.

    "bình quân của thành phố" is that of a ``city``, else of a town in the province.
    """
    told = _BESIDE_PROVINCE.search(view.text, 0, start)
    return told is not None and (city or "thành phố" not in told[0])


def year_before(view: View, year: Period) -> Period | None:
    """Return the year that an index of ``year`` moved from, None where the words leave it open.

    It is the one that the sentence compares with, else the last; "sau ba năm", "đầu nhiệm kỳ"
    tell of another that nobody names.
    """
    if year.kind is not PeriodKind.YEAR or _OVER_YEARS.search(view.text):
        return None
    bases: set[int] = set()
    for one in view.times:
        if one.kind is not TimeKind.SPAN or one.first != one.last or any(one.last[1:]):
            return None
        named = one.last[0] or year.end.year - 1  # "so với năm trước"
        if is_base(view.text, one):
            bases.add(named)
        elif named != year.end.year:
            return None
    base = bases.pop() if len(bases) == 1 else year.end.year - 1
    return None if bases else Period(date(base, 12, 31), date(base, 1, 1))


def end_of_movement(view: View, base: Period) -> Period | None:
    """Return the year to which an index moved from that of ``base``, told by its first and last.

    "Giai đoạn 2018-2022, PCI của tỉnh tụt từ hạng 12 (năm 2018) xuống hạng 30": in 2022.
    """
    spans = [one for one in view.times if one.kind is TimeKind.SPAN and one.first != one.last]
    others = [one for one in view.times if one not in spans]
    if len(spans) != 1 or len(others) != 1:
        return None
    (first, *before), (last, *after) = spans[0].first, spans[0].last
    whole = not any(before) and not any(after) and base.kind is PeriodKind.YEAR
    if not whole or not 0 < first < last or first != base.end.year:
        return None
    return Period(date(last, 12, 31), date(last, 1, 1))


def _is_dated(view: View, start: int, figure: Figure) -> bool:
    """Tell whether a time stands before a figure, from ``start`` on, or right behind it."""
    stop = _STOP.search(view.text, figure.end)
    end = stop.start() if stop else len(view.text)
    return any(start <= one.start < end for one in view.times)
