"""Times in Vietnamese text: days, months, quarters, years, "đến nay".

In: folded text (see ``generator.extraction.reading``). Out: ``TimeMention``s, still
open where the text leaves the year to its date; ``resolve`` closes them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.model.period import Period
from generator.vi.date_patterns import COUNT_WORDS, ROMAN, TIME_PATTERNS
from generator.vi.days import month_end
from generator.vi.windows import closing_of, opening_of, window_of


class TimeKind(StrEnum):
    """What a mention of time says."""

    DAY = "day"
    SPAN = "span"  # a period with both ends, or one of the calendar
    SINCE = "since"  # from a day up to now
    NOW = "now"  # "đến nay", "hiện có"
    AS_OF = "as-of"  # up to a named day
    SAME = "same"  # "trong kỳ", "cùng kỳ": the period of what came before
    PAST_MONTHS = "past-months"  # "6 tháng qua": months up to now
    FIRST_MONTHS = "first-months"  # "sau một tháng": months from where it all began
    VAGUE = "vague"  # "đầu năm 2024": a time that nobody can date


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A mention of time with its span in the text.

    ``first`` and ``last`` are (year, month, day) with 0 for what the text leaves
    open; ``months`` counts those of PAST_MONTHS and FIRST_MONTHS, of a SPAN that names
    nothing else ("năm qua" has 12), of a SAME that says "trong tháng", "trong quý" and of an
    AS_OF that ends with the month or quarter before that of the text.
    """

    start: int
    end: int
    kind: TimeKind
    first: tuple[int, int, int] = (0, 0, 0)
    last: tuple[int, int, int] = (0, 0, 0)
    months: int = 0


def find_times(text: str) -> list[TimeMention]:
    """Return the mentions of time in a folded text, none inside another, in order."""
    taken: list[TimeMention] = []  # in order, so that only the two beside one are asked
    for name, pattern in TIME_PATTERNS:
        for match in pattern.finditer(text):
            at = bisect_left(taken, match.start(), key=_start)
            before = at > 0 and taken[at - 1].end > match.start()
            if before or (at < len(taken) and taken[at].start < match.end()):
                continue
            mention = _made(name, match)
            if mention is not None:
                taken.insert(at, mention)
    return taken


def _start(mention: TimeMention) -> int:
    return mention.start


def _made(name: str, match: re.Match[str]) -> TimeMention | None:
    """Return the mention of a match, None where its numbers make no date."""
    groups = match.groupdict()
    kind, first, last, months = _MAKERS[name](groups)
    valid = all(0 <= part[1] <= 12 and 0 <= part[2] <= 31 for part in (first, last))
    if not valid or (kind is TimeKind.DAY and not (last[1] and last[2])):
        return None
    return TimeMention(match.start(), match.end(), kind, first, last, months)


_Groups = dict[str, str | None]
_Parts = tuple[TimeKind, tuple[int, int, int], tuple[int, int, int], int]
_OPEN = (0, 0, 0)
_LONG = {"tháng": 1, "quý": 3}  # months
_YEAR = 12  # months
_JUST_OVER = -2  # the year of "năm qua": the last one that is over or about to end
_PAST = timedelta(days=200)  # a day without a year lies no farther back
_UNDATED = (TimeKind.SAME, TimeKind.FIRST_MONTHS, TimeKind.VAGUE)
_NEW_YEAR = timedelta(days=10)
_EARLY = 9  # the last month in which "năm qua" is the year before
_AHEAD = 31  # days: reports on a period come out shortly before its end, too


def _int(groups: _Groups, *names: str) -> int:
    """Return the first group that matched as a number, 0 if none did."""
    for name in names:
        text = groups.get(name)
        if text:
            return int(text)
    return 0


def _ymd(groups: _Groups, name: str) -> tuple[int, int, int]:
    return (
        _int(groups, name + "y", name + "Y") or (-1 if groups.get(name + "B") else 0),
        _int(groups, name + "m", name + "M"),
        _int(groups, name + "d"),
    )


def _count(groups: _Groups) -> int:
    text = groups.get("n") or groups.get("t") or "0"
    return int(text) if text.isdigit() else COUNT_WORDS.get(text, 1)


def _year(groups: _Groups) -> int:
    """Return the year of a part of it, -1 for the one before, 0 where it is not told."""
    return -1 if groups.get("back") else _int(groups, "y")


def _edge(groups: _Groups) -> _Parts:
    """Return the first or last month or quarter of a year."""
    count, year = _LONG[groups["what"] or "tháng"], _year(groups)
    last = groups.get("part") == "cuối"
    return TimeKind.SPAN, (year, 13 - count if last else 1, 0), (year, 12 if last else count, 0), 0


def _months(groups: _Groups) -> _Parts:
    count, year = _count(groups), _year(groups)
    if groups.get("part") == "cuối":
        return TimeKind.SPAN, (year, 13 - count, 0), (year, 12, 0), 0
    return TimeKind.SPAN, (year, 1, 0), (year, count, 0), 0


def _early_months(groups: _Groups) -> _Parts:
    """Return "6 tháng đầu"; "hai tháng đầu" is that of the year only where it is just over."""
    count = _count(groups)
    return _months(groups) if count % 3 == 0 else (TimeKind.SPAN, (0, 1, 0), (0, count, 0), count)


def _quarters(groups: _Groups) -> _Parts:
    """Return "ba quý đầu năm", or "quý đầu năm" as the first alone."""
    year, count = _year(groups), _count(groups) or 1
    return TimeKind.SPAN, (year, 1, 0), (year, 3 * count, 0), 0


def _half(groups: _Groups) -> _Parts:
    year, early = _year(groups), groups.get("part") == "đầu"
    return TimeKind.SPAN, (year, 1 if early else 7, 0), (year, 6 if early else 12, 0), 0


def _quarter(groups: _Groups) -> _Parts:
    year, last = _year(groups), 3 * ROMAN[groups["q"] or "1"]
    return TimeKind.SPAN, (year, last - 2, 0), (year, last, 0), 0


def _month_row(groups: _Groups) -> _Parts:
    """Return "tháng 4, 5 và 6" as one time; nobody can date months that do not follow on."""
    found = [int(one) for one in re.findall(r"\d+", groups["row"] or "")]
    if found != list(range(found[0], found[0] + len(found))):
        return TimeKind.VAGUE, _OPEN, _OPEN, 0
    year = _year(groups)
    return TimeKind.SPAN, (year, found[0], 0), (year, found[-1], 0), 0


def _quarter_row(groups: _Groups) -> _Parts:
    """Return "quý II và III" as one time."""
    year, first, last = _year(groups), ROMAN[groups["q"] or "1"], ROMAN[groups["last"] or "1"]
    if last != first + 1:
        return TimeKind.VAGUE, _OPEN, _OPEN, 0
    return TimeKind.SPAN, (year, 3 * first - 2, 0), (year, 3 * last, 0), 0


def _month(groups: _Groups) -> _Parts:
    month = (_year(groups), _int(groups, "m"), 0)
    return TimeKind.SPAN, month, month, 0


def _one_year(groups: _Groups) -> _Parts:
    year = (_int(groups, "y"), 0, 0)
    return TimeKind.SPAN, year, year, 0


def _since_start(groups: _Groups) -> _Parts:
    known = groups.get("what") == "năm"
    return TimeKind.SINCE if known else TimeKind.NOW, (_int(groups, "y"), 1, 0), _OPEN, 0


def _year_word(groups: _Groups) -> _Parts:
    told = groups.get("what") or ""
    back = 0 if told == "nay" else _JUST_OVER if told.endswith("qua") else -1
    return TimeKind.SPAN, (back, 0, 0), (back, 0, 0), 0


def _since_month_start(groups: _Groups) -> _Parts:
    first = _int(groups, "y1"), _int(groups, "m1"), 0
    return TimeKind.SPAN, first, _month_until(groups), 0


def _same_month(groups: _Groups) -> _Parts:
    last = _ymd(groups, "b")
    return TimeKind.SPAN, (last[0], last[1], _int(groups, "ad")), last, 0


def _as_of_quarter(groups: _Groups) -> _Parts:
    return TimeKind.AS_OF, _OPEN, _quarter(groups)[2], 0


def _year_until_month(groups: _Groups) -> _Parts:
    return TimeKind.SPAN, (_int(groups, "y1"), 1, 0), _month_until(groups), 0


def _month_until(groups: _Groups) -> tuple[int, int, int]:
    """Return the end of "đến hết tháng 8", "đến giữa tháng 8" (its 15th), "đến đầu tháng 8"."""
    day = 15 if groups.get("middle") else 0
    return _int(groups, "y"), _int(groups, "m"), 1 if groups.get("early") else day


_MAKERS: dict[str, Callable[[_Groups], _Parts]] = {
    "since_year": lambda g: (TimeKind.SINCE, (_int(g, "y"), 1, 0), _OPEN, 0),
    "since_start": _since_start,
    "since_month": lambda g: (TimeKind.SINCE, (_int(g, "y"), _int(g, "m"), 0), _OPEN, 0),
    "since_day": lambda g: (TimeKind.SINCE, _ymd(g, "a"), _OPEN, 0),
    "year_until": lambda g: (
        TimeKind.SPAN,
        (_int(g, "y") or _ymd(g, "b")[0], 1, 1),
        _ymd(g, "b"),
        0,
    ),
    "month_until": lambda g: (TimeKind.SPAN, (_int(g, "y"), _int(g, "m"), 1), _ymd(g, "b"), 0),
    "days": lambda g: (TimeKind.SPAN, _ymd(g, "a"), _ymd(g, "b"), 0),
    "day_to_month": lambda g: (TimeKind.SPAN, _ymd(g, "a"), _month_until(g), 0),
    "same_month": _same_month,
    "since_month_start": _since_month_start,
    "years": lambda g: (TimeKind.SPAN, (_int(g, "y1"), 0, 0), (_int(g, "y"), 0, 0), 0),
    "as_of_day": lambda g: (TimeKind.AS_OF, _OPEN, _ymd(g, "b"), 0),
    "as_of_month": lambda g: (TimeKind.AS_OF, _OPEN, (_year(g), _int(g, "m"), 0), 0),
    "as_of_month_start": lambda g: (TimeKind.AS_OF, _OPEN, (_int(g, "y"), _int(g, "m"), 1), 0),
    "as_of_month_middle": lambda g: (TimeKind.AS_OF, _OPEN, (_int(g, "y"), _int(g, "m"), 15), 0),
    "as_of_quarter": _as_of_quarter,
    "as_of_last": lambda g: (TimeKind.AS_OF, _OPEN, _OPEN, _LONG[g["what"] or "tháng"]),
    "as_of_year": lambda g: (TimeKind.AS_OF, _OPEN, (_int(g, "y"), 12, 0), 0),
    "day": lambda g: (TimeKind.DAY, _ymd(g, "b"), _ymd(g, "b"), 0),
    "month_row": _month_row,
    "quarter_row": _quarter_row,
    "months": _months,
    "early_months": _early_months,
    "bare_months": lambda g: (TimeKind.SPAN, (0, 1, 0), (0, _count(g), 0), _count(g)),
    "first_months": lambda g: (TimeKind.FIRST_MONTHS, _OPEN, _OPEN, _count(g) or 1),
    "past_months": lambda g: (TimeKind.PAST_MONTHS, _OPEN, _OPEN, _count(g)),
    "past_half": lambda _: (TimeKind.PAST_MONTHS, _OPEN, _OPEN, _YEAR // 2),
    "half": _half,
    "edge": _edge,
    "quarter": _quarter,
    "quarters": _quarters,
    "month": _month,
    "year": _one_year,
    "year_word": _year_word,
    "past_year": lambda _: (TimeKind.SPAN, (_JUST_OVER, 0, 0), (_JUST_OVER, 0, 0), _YEAR),
    "now": lambda _: (TimeKind.NOW, _OPEN, _OPEN, 0),
    "year_until_month": _year_until_month,
    "same_month_word": lambda g: (TimeKind.SAME, _OPEN, _OPEN, _LONG[g["what"] or "tháng"]),
    "whole_year_word": lambda _: (TimeKind.SAME, _OPEN, _OPEN, _YEAR),
    "vague": lambda _: (TimeKind.VAGUE, _OPEN, _OPEN, 0),
    "same": lambda _: (TimeKind.SAME, _OPEN, _OPEN, 0),
}


def resolve(mention: TimeMention, today: date | None, *, windowed: bool = False) -> Period | None:
    """Return the period that a mention means on the day ``today``.

    ``today`` is the day of the event or publication; None where nothing tells it,
    then a mention without a year stays without a period. A year that ``today``
    falls into ends with ``today``, since no figure comes from the future. ``windowed``
    tells that named periods mean the windows of Nghị định 09/2019/NĐ-CP.
    """
    if mention.kind is TimeKind.NOW:
        return Period(today) if today else None
    if mention.kind is TimeKind.PAST_MONTHS:
        return _past_months(mention.months, today, windowed=windowed) if today else None
    if mention.kind in _UNDATED or _is_no_span(mention, today):
        return None
    if mention.kind is TimeKind.SINCE:
        start = _first_day(mention.first, today)
        if start and windowed and not mention.first[2]:
            start = opening_of(start)
        if today and start and mention.first[:2] == (0, 1) and today - start < _NEW_YEAR:
            return None  # "từ đầu năm đến nay" on the third of January: of the year that is over
        return Period(today, start) if today and start and start <= today else None
    before = mention.kind is TimeKind.AS_OF and mention.months > 0
    end = _end_before(mention.months, today) if before else _last_day(mention.last, today)
    if end is None:
        return None
    if not mention.last[0] and mention.last[2] and today and today - end > _PAST:
        return None  # "yêu cầu đến 30/9 …" in July: a day to come, not one of last year
    if mention.kind is TimeKind.AS_OF:
        return Period(closing_of(end) if windowed and not mention.last[2] else end)
    first = mention.first if mention.first[0] > 0 else (end.year, *mention.first[1:])
    start = _first_day(first, today)
    if start is not None and start > end and mention.first[0] <= 0:
        start = start.replace(year=start.year - 1)
    if start is None or start > end:
        return None
    return _clipped(_meant(Period(end, start), mention, windowed=windowed), mention, today)


def _is_no_span(mention: TimeMention, today: date | None) -> bool:
    """Tell whether bare months ("10 tháng, …") are not those from January up to now.

    "năm qua" is the year before, in December the one about to end; in November it may be any
    twelve months.
    """
    bare = mention.kind is TimeKind.SPAN and mention.months > 0
    if bare and mention.first[0] < 0:
        return today is None or _EARLY < today.month < _YEAR
    return bare and (today is None or mention.months not in (today.month - 1, today.month))


def _meant(period: Period, mention: TimeMention, *, windowed: bool) -> Period:
    """Return the window of a period told by its name, else the period itself."""
    by_days = mention.first[2] or mention.last[2]
    return (window_of(period) if windowed and not by_days else None) or period


def _clipped(period: Period, mention: TimeMention, today: date | None) -> Period:
    """Return the period, a year cut at ``today`` when that falls into it.

    A span of years that ends within a month is told as a whole ("giai đoạn 2016-2020"
    late in December); a farther one is cut, too.

    A single day is a state "as of" that day (contract of the facts), not a flow.
    """
    start, end = period.start or period.end, period.end
    years = start.year < end.year and end - today <= timedelta(days=_AHEAD) if today else False
    if today and mention.last[1] == 0 and start <= today < end and not years:
        end = today
    return Period(end, start if start < end else None)


def _past_months(count: int, today: date, *, windowed: bool) -> Period:
    """Return "6 tháng qua": the months of this year where they fit, else up to today."""
    if count in (today.month - 1, today.month):
        last = month_end(today.year, count)
        whole = Period(last, date(today.year, 1, 1))
        period = (window_of(whole) if windowed else None) or whole
        return Period(min(today, period.end), period.start)
    index = today.year * 12 + today.month - 1 - count
    return Period(today, date(index // 12, index % 12 + 1, 1))


def _end_before(months: int, today: date | None) -> date | None:
    """Return the end of the month or quarter, so many ``months`` long, before that of a day."""
    if today is None:
        return None
    first = today.month - (today.month - 1) % months
    return date(today.year, first, 1) - timedelta(days=1)


def _first_day(parts: tuple[int, int, int], today: date | None) -> date | None:
    year, month, day = parts
    return _safe(_with_year(year, month or 1, day or 1, today), month or 1, day or 1)


def _last_day(parts: tuple[int, int, int], today: date | None) -> date | None:
    year, month, day = parts
    month = month or 12
    if year <= 0:
        year = _with_year(year, 1 if parts[1] == 0 else month, day or 1, today)
    if not 1900 <= year <= 2100:
        return None
    return _safe(year, month, day or month_end(year, month).day)


def _with_year(year: int, month: int, day: int, today: date | None) -> int:
    """Return the year that a text leaves open: the latest whose day is not far ahead."""
    if year > 0 or today is None:
        return year
    if year == _JUST_OVER:
        return today.year if today.month == _YEAR else today.year - 1
    if year < 0:
        return today.year + year
    limit = today + timedelta(days=_AHEAD)
    ahead = limit.year == today.year and (month, day) > (limit.month, limit.day)
    return today.year - 1 if ahead else today.year


def _safe(year: int, month: int, day: int) -> date | None:
    """Return the day, None when there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
