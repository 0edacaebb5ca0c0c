"""Times in Vietnamese text: days, months, quarters, years, "đến nay".

In: folded text (see ``generator.extraction.reading``). Out: ``TimeMention``s, still
open where the text leaves the year to its date; ``resolve`` closes them.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.model.period import Period
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
    nothing else and of a SAME that says "trong tháng", "trong quý".
    """

    start: int
    end: int
    kind: TimeKind
    first: tuple[int, int, int] = (0, 0, 0)
    last: tuple[int, int, int] = (0, 0, 0)
    months: int = 0


COUNT_WORDS = {
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNT = r"(?P<n>\d{1,2}|" + "|".join(sorted(COUNT_WORDS, key=len, reverse=True)) + ")"
_NOW = "(?:nay|hiện nay|hiện tại|bây giờ|thời điểm (?:này|hiện tại|hiện nay|báo cáo))"
_TO = "(?:đến|tới)"
_UNTIL = (
    r"(?:lũy kế |cập nhật |thống kê |số liệu |chốt )?(?:tính |kể |tính từ trước )?"
    rf"{_TO}(?: trước)?(?: thời điểm)?(?: hết)?"
)


def _year(name: str = "y") -> str:
    return rf"(?P<{name}>(?:19|20)\d{{2}})(?![\d/]|[.,-]\d)"


def _day(name: str) -> str:
    """Return the expression of a day "16/9/2022", "16 tháng 9 năm 2022", "16/9"."""
    lead = "(?:ngày ?)?"
    slashed = rf"[/.-](?P<{name}m>\d{{1,2}})(?:[/.-](?P<{name}y>\d{{4}}))?(?![/\d%]|[.,]\d)"
    worded = rf" tháng (?P<{name}M>\d{{1,2}})(?:(?:,? năm | ?[/-] ?)(?P<{name}Y>\d{{4}}))?"
    return rf"{lead}(?P<{name}d>\d{{1,2}})(?:{slashed}|{worded})"


# a bare "2022" is a year unless one of these is counted
_UNITS = (
    "hồ sơ|lượt|tthc|thủ tục|dịch vụ|dvctt|văn bản|quy định|phản ánh|pakn|giao dịch"
    "|tài khoản|nhiệm vụ|bản|thẻ|trường hợp"
)
# "tại 5/9 huyện", "đến 8/12 sở đã": a ratio, no day, unless "ngày" or a year says so; behind a
# day a body does something: "đến 20/8 tỉnh tiếp nhận"
_NO_PART = (
    r"(?:(?<=\d{4})|(?<=ngày \d\d/\d)|(?<=ngày \d\d/\d\d)|(?<=ngày \d/\d)|(?<=ngày \d/\d\d)"
    r"|(?! (?:huyện|quận|thị xã|xã|phường|sở|bộ|ngành|đơn vị|cơ quan|địa phương|vùng|khu vực"
    r"|hồ sơ|tthc|thủ tục|dịch vụ|nhiệm vụ|chỉ tiêu|tiêu chí|lĩnh vực|trung tâm|bộ phận)(?!\w)"
    r"| (?:tỉnh|thành phố)(?!\w)(?! (?:đã|tiếp nhận|có|ta|hiện|giải quyết|nhận))))"
)
# what a time began with: "từ khi đi vào hoạt động (ngày …"
_EVENT = r"(?:kể |tính )?từ (?:khi|lúc|thời điểm|ngày)(?: [^\W\d_]+){1,10}?,? \(?"
_OF_YEAR = rf"(?:(?: ?[/-] ?|\.|,? năm |/năm ){_year()}|(?P<this> năm (?:nay|này)))?"
# name of the maker, expression; an earlier row wins where two overlap
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("since_year", rf"(?:kể |tính )?từ (?:đầu )?năm {_year()}(?: cho)? {_TO} {_NOW}"),
    (
        "since_start",
        (
            r"(?:kể |tính )?từ đầu (?P<what>năm|tháng|quý|nhiệm kỳ)"
            rf"(?: {_year()}| nay| này)?(?: cho)? {_TO} {_NOW}"
        ),
    ),
    (
        "since_month",
        (
            rf"(?:kể |tính )?từ (?:đầu )?tháng (?P<m>\d{{1,2}})(?:(?: năm |[/-]){_year()})?"
            rf"(?: cho)? {_TO} {_NOW}"
        ),
    ),
    ("since_day", rf"(?:kể |tính )?từ {_day('a')}(?: cho)? {_TO} {_NOW}"),
    ("since_month", rf"{_EVENT}tháng (?P<m>\d{{1,2}})(?: năm |[/-]){_year()}\)?,? {_TO} {_NOW}"),
    ("since_day", rf"{_EVENT}{_day('a')}\)?,? {_TO} {_NOW}"),
    ("year_until", rf"từ đầu năm(?: nay| {_year()})?(?: cho)? {_TO}(?: hết)? {_day('b')}"),
    # "từ đầu năm đến hết tháng 6", "từ năm 2021 đến hết tháng 6/2024"
    (
        "year_until_month",
        (
            r"(?:tính |kể |lũy kế )?từ (?:đầu )?năm(?: nay| (?P<y1>(?:19|20)\d{2}))?"
            rf"(?: cho)? {_TO}(?: hết| cuối)? tháng (?P<m>\d{{1,2}})(?:(?: năm |[/-]){_year()})?"
            r"(?![/\d])"
        ),
    ),
    (
        "days",
        rf"(?:tính |kể )?từ {_day('a')}(?:,? ?(?:cho )?{_TO}(?: hết)?| ?-) ?{_day('b')}",
    ),
    # "từ 21 đến 25/7/2021"
    ("same_month", rf"(?:tính |kể )?từ (?:ngày )?(?P<ad>\d{{1,2}})(?: ?{_TO}| ?-) ?{_day('b')}"),
    ("days", rf"{_day('a')} ?- ?{_day('b')}"),
    (
        "since_month_start",
        (
            rf"(?:kể |tính )?từ (?:đầu )?tháng (?P<m1>\d{{1,2}})"
            rf"(?:(?: năm |[/-])(?P<y1>\d{{4}}))? {_TO}(?: hết| cuối)? tháng (?P<m>\d{{1,2}})"
            rf"(?:(?: năm |[/-]){_year()})?"
        ),
    ),
    (
        "years",
        (
            r"(?:trong )?(?:giai đoạn |từ (?:các )?năm |thời kỳ |nhiệm kỳ |các năm |năm )"
            rf"(?P<y1>(?:19|20)\d{{2}}) ?(?:-|,|và|{_TO}(?: hết)?(?: năm)?) ?(?:năm )?{_year()}"
        ),
    ),
    ("as_of_day", rf"{_UNTIL} ?{_day('b')}{_NO_PART}"),
    ("as_of_day", rf"tại (?:thời điểm )?{_day('b')}{_NO_PART}"),
    (
        "as_of_month",
        rf"{_UNTIL}(?: cuối| giữa| đầu)? tháng (?P<m>\d{{1,2}})(?:(?: năm |[/-]){_year()})?",
    ),
    ("as_of_quarter", rf"{_UNTIL}(?: cuối)? quý (?P<q>iv|iii|ii|i|[1-4]){_OF_YEAR}"),
    ("as_of_year", rf"{_UNTIL} (?:cuối |hết )?năm {_year()}"),
    ("day", rf"(?:ngày ?|sáng |chiều |tối |trưa |hôm ){_day('b')}"),
    ("day", r"(?P<bd>\d{1,2})[/.-](?P<bm>\d{1,2})[/.-](?P<by>(?:19|20)\d{2})(?![/\d])"),
    (
        "first_months",
        (
            r"sau (?:đúng |tròn )?(?P<n>\d{1,2}|một|hai|ba|bốn|năm|sáu) tháng"
            r"(?=,| (?:(?:đầu )?(?:vận hành|hoạt động|thực hiện)|tại|toàn|trung tâm|phường|xã"
            r"|tỉnh|thành phố)(?!\w))"
        ),
    ),
    (
        "first_months",
        (
            rf"(?:trong |ở |sau |qua )?(?:{_COUNT} )?(?<!những )(?<!các )tháng đầu(?: tiên)?"
            rf"(?=[,.;]| (?:vận hành|hoạt động|thực hiện))"
        ),
    ),
    (
        "months",
        (
            rf"(?:trong |tổng )?{_COUNT} tháng(?: (?P<part>đầu|cuối))?(?: của)? năm"
            rf"(?: {_year()}| (?P<this>nay|này)|(?= |[,.;:)]|$))"
        ),
    ),
    (
        "quarters",
        (
            rf"(?:trong )?(?:{_COUNT} )?quý đầu(?: của)? năm"
            rf"(?: {_year()}| (?P<this>nay|này)|(?= |[,.;:)]|$))"
        ),
    ),
    ("months", rf"(?:trong )?{_COUNT} tháng ?[/-] ?{_year()}"),
    (
        "months",
        (
            rf"(?:trong )?{_COUNT} tháng (?P<part>đầu)(?! (?:vận hành|triển khai|thực hiện"
            r"|hoạt động|đi vào|sau|kể|áp dụng|thí điểm|ra mắt|sáp nhập|hợp nhất))"
        ),
    ),
    ("months", rf"(?:lũy kế|cộng dồn)(?: cả| {_TO})? {_COUNT} tháng"),
    # "Mười tháng, …": those of this year, where it is not farther
    (
        "bare_months",
        (
            rf"(?:trong |cả |qua )?{_COUNT} tháng"
            r"(?=,|:| (?:là|đạt|tiếp nhận|đã|có|toàn|cả nước|tỷ lệ|tỉnh|thành phố|trung tâm"
            r"|bộ phận|giải quyết|nhận|các)(?!\w))"
        ),
    ),
    ("past_months", rf"(?:trong |sau |qua )?{_COUNT} tháng(?: vừa)? qua"),
    ("half", rf"nửa (?P<part>đầu|cuối) năm(?: {_year()})?"),
    ("quarter", rf"(?:trong )?quý (?P<q>iv|iii|ii|i|[1-4]){_OF_YEAR}"),
    ("month", rf"(?:trong |riêng |kỳ )?tháng (?P<m>\d{{1,2}}){_OF_YEAR}(?![/\d])"),
    ("vague", rf"(?<!tháng )(?<!quý )(?<!nửa )(?<!từ )(?:đầu|giữa) năm (?:{_year()}|nay)"),
    ("year", rf"(?:trong |riêng |cả |suốt )?năm {_year()}"),
    ("year_word", r"(?:trong |cả )?năm (?P<what>nay|qua|vừa qua|trước|ngoái)"),
    ("year", rf"(?<![.,/\d] )(?<![/.,-]){_year()}(?! (?:{_UNITS})|%|\.\d)"),
    ("now", rf"(?:tính |cho |lũy kế )?{_TO} {_NOW}"),
    (
        "now",
        (
            r"(?<!thực )(?<!thể )(?<!phát )(?<!xuất )(?<!biểu )(?<!tái )(?<!hoàn )"
            r"hiện(?: nay| tại| có| đang| còn| đã)?(?! (?:đại|thực|trạng|hành|nay|hữu|tượng))"
        ),
    ),
    ("same_month_word", r"(?:trong|riêng) (?P<what>tháng|quý)(?: này)?(?! (?:\d|[ivx]+(?!\w)))"),
    (
        "same",
        (
            r"(?:trong|cùng) kỳ|(?:cùng )?thời gian (?:này|trên)|kỳ báo cáo|giai đoạn này"
            r"|cùng (?:thời gian|giai đoạn)(?! (?:với|năm|của|đó))"
        ),
    ),
)
_COMPILED = tuple(
    # a number at the end may be glued to the word after it: "21/7đến 20/8"
    (name, re.compile(r"(?<![\w/])(?:" + source + r")(?:(?<=\d)(?!\d)|(?!\w))"))
    for name, source in _PATTERNS
)


def find_times(text: str) -> list[TimeMention]:
    """Return the mentions of time in a folded text, none inside another, in order."""
    taken: list[TimeMention] = []
    for name, pattern in _COMPILED:
        for match in pattern.finditer(text):
            mention = _made(name, match)
            if mention is not None and not any(_overlap(mention, other) for other in taken):
                taken.append(mention)
    return sorted(taken, key=lambda mention: mention.start)


def _overlap(one: TimeMention, other: TimeMention) -> bool:
    return one.start < other.end and other.start < one.end


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
_UNDATED = (TimeKind.SAME, TimeKind.FIRST_MONTHS, TimeKind.VAGUE)
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
        _int(groups, name + "y", name + "Y"),
        _int(groups, name + "m", name + "M"),
        _int(groups, name + "d"),
    )


def _count(groups: _Groups) -> int:
    text = groups.get("n") or "0"
    return int(text) if text.isdigit() else COUNT_WORDS.get(text, 1)


def _months(groups: _Groups) -> _Parts:
    count, year = _count(groups), _int(groups, "y")
    if groups.get("part") == "cuối":
        return TimeKind.SPAN, (year, 13 - count, 0), (year, 12, 0), 0
    return TimeKind.SPAN, (year, 1, 0), (year, count, 0), 0


def _quarters(groups: _Groups) -> _Parts:
    """Return "ba quý đầu năm", or "quý đầu năm" as the first alone."""
    year, count = _int(groups, "y"), _count(groups) or 1
    return TimeKind.SPAN, (year, 1, 0), (year, 3 * count, 0), 0


def _half(groups: _Groups) -> _Parts:
    year, early = _int(groups, "y"), groups.get("part") == "đầu"
    return TimeKind.SPAN, (year, 1 if early else 7, 0), (year, 6 if early else 12, 0), 0


def _quarter(groups: _Groups) -> _Parts:
    year, last = _int(groups, "y"), 3 * _ROMAN[groups["q"] or "1"]
    return TimeKind.SPAN, (year, last - 2, 0), (year, last, 0), 0


def _month(groups: _Groups) -> _Parts:
    month = (_int(groups, "y"), _int(groups, "m"), 0)
    return TimeKind.SPAN, month, month, 0


def _one_year(groups: _Groups) -> _Parts:
    year = (_int(groups, "y"), 0, 0)
    return TimeKind.SPAN, year, year, 0


def _since_start(groups: _Groups) -> _Parts:
    known = groups.get("what") == "năm"
    return TimeKind.SINCE if known else TimeKind.NOW, (_int(groups, "y"), 1, 0), _OPEN, 0


def _year_word(groups: _Groups) -> _Parts:
    back = 0 if groups.get("what") == "nay" else -1
    return TimeKind.SPAN, (back, 0, 0), (back, 0, 0), 0


def _since_month_start(groups: _Groups) -> _Parts:
    year = _int(groups, "y")
    return (
        TimeKind.SPAN,
        (_int(groups, "y1"), _int(groups, "m1"), 0),
        (year, _int(groups, "m"), 0),
        0,
    )


def _same_month(groups: _Groups) -> _Parts:
    last = _ymd(groups, "b")
    return TimeKind.SPAN, (last[0], last[1], _int(groups, "ad")), last, 0


def _as_of_quarter(groups: _Groups) -> _Parts:
    return TimeKind.AS_OF, _OPEN, _quarter(groups)[2], 0


def _year_until_month(groups: _Groups) -> _Parts:
    last = _int(groups, "y"), _int(groups, "m"), 0
    return TimeKind.SPAN, (_int(groups, "y1"), 1, 0), last, 0


_MAKERS: dict[str, Callable[[_Groups], _Parts]] = {
    "since_year": lambda g: (TimeKind.SINCE, (_int(g, "y"), 1, 0), _OPEN, 0),
    "since_start": _since_start,
    "since_month": lambda g: (TimeKind.SINCE, (_int(g, "y"), _int(g, "m"), 0), _OPEN, 0),
    "since_day": lambda g: (TimeKind.SINCE, _ymd(g, "a"), _OPEN, 0),
    "year_until": lambda g: (TimeKind.SPAN, (_ymd(g, "b")[0], 1, 1), _ymd(g, "b"), 0),
    "days": lambda g: (TimeKind.SPAN, _ymd(g, "a"), _ymd(g, "b"), 0),
    "same_month": _same_month,
    "since_month_start": _since_month_start,
    "years": lambda g: (TimeKind.SPAN, (_int(g, "y1"), 0, 0), (_int(g, "y"), 0, 0), 0),
    "as_of_day": lambda g: (TimeKind.AS_OF, _OPEN, _ymd(g, "b"), 0),
    "as_of_month": lambda g: (TimeKind.AS_OF, _OPEN, (_int(g, "y"), _int(g, "m"), 0), 0),
    "as_of_quarter": _as_of_quarter,
    "as_of_year": lambda g: (TimeKind.AS_OF, _OPEN, (_int(g, "y"), 12, 0), 0),
    "day": lambda g: (TimeKind.DAY, _ymd(g, "b"), _ymd(g, "b"), 0),
    "months": _months,
    "bare_months": lambda g: (TimeKind.SPAN, (0, 1, 0), (0, _count(g), 0), _count(g)),
    "first_months": lambda g: (TimeKind.FIRST_MONTHS, _OPEN, _OPEN, _count(g) or 1),
    "past_months": lambda g: (TimeKind.PAST_MONTHS, _OPEN, _OPEN, _count(g)),
    "half": _half,
    "quarter": _quarter,
    "quarters": _quarters,
    "month": _month,
    "year": _one_year,
    "year_word": _year_word,
    "now": lambda _: (TimeKind.NOW, _OPEN, _OPEN, 0),
    "year_until_month": _year_until_month,
    "same_month_word": lambda g: (TimeKind.SAME, _OPEN, _OPEN, _LONG[g["what"] or "tháng"]),
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
        return Period(today, start) if today and start and start <= today else None
    end = _last_day(mention.last, today)
    if end is None:
        return None
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
    """Tell whether bare months ("10 tháng, …") are not those from January up to now."""
    bare = mention.kind is TimeKind.SPAN and mention.months > 0
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
        last = date(today.year, count, calendar.monthrange(today.year, count)[1])
        whole = Period(last, date(today.year, 1, 1))
        period = (window_of(whole) if windowed else None) or whole
        return Period(min(today, period.end), period.start)
    index = today.year * 12 + today.month - 1 - count
    return Period(today, date(index // 12, index % 12 + 1, 1))


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
    return _safe(year, month, day or calendar.monthrange(year, month)[1])


def _with_year(year: int, month: int, day: int, today: date | None) -> int:
    """Return the year that a text leaves open: the latest whose day is not far ahead."""
    if year > 0 or today is None:
        return year
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
