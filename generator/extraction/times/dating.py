"""The days of a text: when it was written, what it reports on, how it counts.

The day of the text is that of the event it tells of, else its publication, else the
day that it begins with, else the last day that the text makes sure of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from generator.extraction.times.begun import begun, count_of, first_months
from generator.extraction.times.cutoff import cutoff
from generator.extraction.times.days import is_tied, on_day
from generator.extraction.times.summing import is_cut, summed_year
from generator.extraction.times.windowing import (
    DATA,
    FOLLOWS,
    OPENS,
    gives_window,
    is_all,
    tells_windows,
)
from generator.extraction.words.changes import CHANGES
from generator.extraction.words.periods import PERIODS
from generator.model.period import Period, PeriodKind
from generator.vi.dates import TimeKind, TimeMention, find_times, resolve
from generator.vi.windows import DECREE_09

# what a time is compared with, or rose from: "tăng từ 95,1% của năm 2023"
_COMPARED = re.compile(
    rf"(?:{PERIODS.compared}|{PERIODS.not_equal.not_before}{PERIODS.equal_to}"
    rf"|{PERIODS.not_adding.not_before}{PERIODS.adding}|\d lần"
    rf"|{PERIODS.times_more})(?: {PERIODS.compared_more}){{0,6}} ?$"
    rf"|(?:so với(?: {PERIODS.base_values})?"
    rf"|{PERIODS.more_or_less} hơn(?: {PERIODS.much})? {PERIODS.levels})"
    rf"(?: {PERIODS.rank_values}(?: thứ)?)? (?:\d[\d.,/]*%?,? và )?"
    rf"\d[\d.,/]*(?: ?%| {PERIODS.value_units}| [^\W\d_]+)?"
    rf"(?: {PERIODS.value_time})?(?: {PERIODS.value_time_more})? $"
    rf"|so với {PERIODS.base_nouns}(?: [^\W\d_]+){{1,14}} (?:{PERIODS.at_base} )?$"
    rf"|(?<!\w){CHANGES.risen}(?: {CHANGES.risen_more}){{0,2}} từ(?: {PERIODS.base_values})?"
    rf"(?: {PERIODS.rank_values}(?: thứ)?)? \d[\d.,/]*(?: ?%|(?: [^\W\d_]+){{1,4}}?)?"
    rf"(?: {PERIODS.value_time})?(?: {PERIODS.value_time_more})? $"
)
# "Đoàn kiểm tra 4 xã từ ngày 11/11 đến 15/11": the days of a visit
_VISIT = re.compile(rf"(?<!\w){PERIODS.visits}(?!\w)[^.;:]{{0,80}}$")
_VISITORS = re.compile(rf",? {PERIODS.visitors}(?!\w)")
_SUM = re.compile(rf"(?:^|[.!?…;,:] ){PERIODS.adding} (?:từ )?$")
_UP_TO_NOW = (TimeKind.NOW, TimeKind.SINCE)
_PLAN = re.compile(rf"{PERIODS.plans}[^.;,]{{0,80}}$")
# "đưa vào kế hoạch rà soát năm 2022": the year is that of the plan
_SO_MANY = re.compile(
    rf"(?<!\w)(?:sau|qua|trong) (?P<count>\d{{1,2}}|{PERIODS.few}) năm(?: [^\W\d_]+){{0,12}} \($"
)
_INTO_PLAN = re.compile(
    rf"(?<!\w){PERIODS.into_plan} (?:danh mục )?kế hoạch(?: [^\W\d_]+){{0,4}}"
    r"(?: \d[\d.]*(?: [^\W\d_]+){0,4})? $"
)
# "thấp hơn mức 84,6% mà Quảng Bình từng có năm 2024": when that was
_ONCE_HAD = re.compile(rf" mà [^.;,\d]{{1,40}}{PERIODS.once_had}(?: trong| vào| hồi)? $")
# "Kế hoạch số 12/KH-UBND ban hành tháng 12/2021": the time is that of the document
_ACT = rf"(?<!\d )(?<!\w){PERIODS.acts}(?!\w)"
_OF_ACT = re.compile(
    _ACT + r"(?: số:?)? \d[\w/.-]{0,30} \(?$"
    rf"|{_ACT}[^;.]{{0,60}}(?<!\w){PERIODS.issued}(?: {PERIODS.at}){{0,2}} \(?$"
)
# "Chỉ số theo Quyết định 766 tháng 5/2026": the month is that of the index, none of the decision
_INDEX_ACT = re.compile(rf"(?<!\w)theo {PERIODS.index_acts},? (?:của |trong |kỳ )?$")
# "2.310 hồ sơ từ năm 2023 chuyển sang", "tồn năm trước": when what came in since then had begun
_CARRIED = re.compile(rf"(?<!\w)(?<!cộng ){PERIODS.carried}(?: {PERIODS.carried_more}){{0,3}} $")
_CARRIES = re.compile(rf" (?:được )?{PERIODS.carries}(?: {PERIODS.carries_more}|[,.;)])")
# "Tuần 03 năm 2024": the time is that week, which nobody dates
_WEEK = re.compile(r"(?<!\w)tuần (?:thứ )?\d{1,2},? (?:của )?$")
# "câu chuyện năm 2026": the year of a piece, none of its figures'
_PIECE = re.compile(rf"(?<!\w){PERIODS.pieces} (?:của )?$")
# "Cổng ra mắt năm 2016": since when something is there
_LAUNCHED = re.compile(rf"(?<!\w){PERIODS.launched}(?: {PERIODS.at}){{0,2}} $")
# "Từ khi khai trương (tháng 12/2019)", "Đề án (từ tháng 1/2022)": when something began
_BEGAN = re.compile(
    rf"(?<!\w){PERIODS.begins_when} [^,;.()]{{2,50}} \((?:{PERIODS.at} ){{0,2}}$"
    rf"|\({PERIODS.from_then} $"
)
# "phiên họp chuyên đề tháng 11": the month is that of the meeting
_SESSION = re.compile(
    rf"(?<!\w){PERIODS.sessions}(?: [^\W\d_]+){{0,3}}?(?: {PERIODS.session_kinds})? $"
)
# "lần thứ hai dẫn đầu sau năm 2021": what is told is of a later time
_AFTER = re.compile(rf"(?<!\w){PERIODS.after} $")
# "(theo Sở Tư pháp, công bố tháng 9/2026)", "(UBND tỉnh, 5/2026)": when a figure came out
_ISSUED = re.compile(
    rf"(?:[,(] ?|(?<!\w)(?:do|theo) [^,;.()]{{1,60}} )(?:được )?{PERIODS.published}"
    rf"(?: {PERIODS.published_at}){{0,2}} $"
    r"|\([^();\d]{2,60}, (?:công bố )?$"
)
# "PAPI 2021, do … công bố năm 2022": the second year is when the first came out
_CAME_OUT = re.compile(
    rf"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)[^;.()\d]{{0,80}}(?<!\w){PERIODS.published}"
    rf"(?: {PERIODS.published_at}){{0,2}} $"
)
# "…, chủ yếu do mất kết nối trong tháng 5": when the cause was
_CAUSE = re.compile(rf"(?<!\w){PERIODS.causes} (?:[^,;.:()\d]{{2,80}})?$")
# "các nghị định có hiệu lực từ ngày 1/7/2025": since when they are in force
_IN_FORCE = re.compile(
    rf"(?<!\w){PERIODS.in_force_from}(?: {PERIODS.published_at})? ?$"
    rf"|(?<!\w)(?:{PERIODS.fell}|{PERIODS.wanted_for}) (?:tháng \d{{1,2}}(?:,| và) ){{0,3}}$"
)
_GOALS = ("mục tiêu ", "chỉ tiêu ")  # "Mục tiêu đề ra cho năm 2026: …": the time of the goal
# "(khai trương tháng 10/2018)" tells since when something is there
_OPENED = re.compile(rf"\([^().;\d]{{0,30}}(?<!\w){PERIODS.opened}(?!\w)[^().;\d]{{0,40}}$")
_AGAINST = re.compile(rf"{PERIODS.against}(?: {PERIODS.against_more}){{0,5}} $")
_EVENT = re.compile(f"{PERIODS.events}|lễ ")
_COUNTED = re.compile(rf",? {PERIODS.counted_time}(?: được)? ?")
_DAYS_TOLD = re.compile(r"[(,][^().,;\d]{0,40}\d{1,2}(?:[/.-]| tháng )\d")
_SHIFT = timedelta(days=45)  # between a period and the days that a body counts as it
_YEAR_END = 12  # the month that a year named as a whole ends with
# "theo kế hoạch, đến hết năm 2023 phải đạt": a day to come
_WANTED = re.compile(rf"(?<!\w){PERIODS.wanted}(?!\w)[^.;]{{0,40}}$")
_TO_COME = re.compile(rf"[^.;\d]{{0,40}}(?<!\w){PERIODS.to_come}(?!\w)")
_SOON = timedelta(days=31)
_EVENT_REACH = timedelta(days=3)  # a text on an event comes out within days
# "(Hạ Long, ", "Hà Nội, 15:30 ": what stands before the day that a text was written
_WRITTEN = re.compile(r"\(?[^\W\d_]+(?:[. -]{1,2}[^\W\d_]+){0,4}, ?(?:\d{1,2}[:h]\d{2},? )?")
_CLOSES = re.compile(r"\)| ?[-–.:](?: |$)|$")
_MONTH_LINE = re.compile(r"\(?tháng \d{1,2}[/-]\d{4}\)?")
# "2. Giải quyết hồ sơ (số liệu đến 14/6)": the days of one part alone
_OF_PART = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-zđ])[.)] ")
_LINE = 60  # characters of a line that is nothing but a date
_LEAD = 3  # the last paragraph that can be the lead
# "theo báo cáo tại hội nghị ngày 12-7": the source of one paragraph
_QUOTED = re.compile(rf"(?<!\w){PERIODS.quoted}(?!\w)")
_SOURCES = re.compile(rf"\(?nguồn(?: {PERIODS.sources})?(?: bài viết)?:")
_TAIL = 3  # paragraphs that can name what a text draws on
_HEAD = 8  # paragraphs in which the event of a text is told


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of a text.

    ``today`` is the day up to which "đến nay" reaches; ``main`` the period that
    its title or lead names. ``windowed`` tells that its named periods mean the
    windows of Nghị định 09/2019/NĐ-CP, ``guessed`` that nothing dates the text. ``days``
    are those that the text itself gives to a period by its name, ``begun`` the day on
    which what it tells of began, ``summed`` the end of the year that it sums up. ``cut``
    tells that ``today`` is the day on which its data end.
    """

    today: date | None
    main: Period | None
    windowed: bool = False
    guessed: bool = False
    days: Mapping[Period, Period] = field(default_factory=dict)
    begun: date | None = None
    summed: date | None = None
    cut: bool = False

    def period_of(self, mention: TimeMention) -> Period | None:
        """Return the period that a mention means in this text, None if it stays open."""
        if mention.kind is TimeKind.FIRST_MONTHS:
            today = None if self.guessed else self.today
            return first_months(self.begun, mention.months, today)
        found = resolve(mention, self.today, windowed=self.windowed)
        year = mention.kind is TimeKind.SPAN and not mention.last[1]
        if found and self.summed and year and is_cut(found, self.today):
            found = Period(self.summed, found.start)
        if found in self.days or found is None:
            return self.days[found] if found else None
        return None if self._is_shifted(found) else found

    def reached(self, found: Period) -> Period:
        """Return a period up to the day of the text: nothing told is later than that.

        A report on a period may come out shortly before its end.
        """
        today = self.today
        soon = timedelta(0) if self.cut else _SOON
        late = today is not None and not self.guessed and found.end > today + soon
        begun = found.start is not None and today is not None and found.start <= today
        return Period(today, found.start) if late and begun and today else found

    def _is_shifted(self, named: Period) -> bool:
        """Tell whether a month or quarter cannot be the calendar's in a text with its own days.

        "Quý I (từ 10/12/2023 đến 9/3/2024) …, riêng tháng 2 …": nobody knows its days.
        """
        if named.kind not in (PeriodKind.MONTH, PeriodKind.QUARTER):
            return False
        return any(
            name.contains(named) and name.start and days.start and days.start < name.start
            for name, days in self.days.items()
        )


def calendar_of(
    title: str, paragraphs: Sequence[str], published: date | None, window: str = ""
) -> Calendar:
    """Find the days of a text from its title, its folded paragraphs and publication.

    ``window`` is that of ``SourceInfo``; a text may also say itself how it counts.
    """
    closed = any(map(tells_windows, (title, *paragraphs)))
    published = published or dateline(paragraphs) or _source_day(paragraphs[-_TAIL:])
    today = _event_day(paragraphs[:_HEAD], published) or published
    named = _main(title, today, windowed=True)
    closed = closed or gives_window(named, paragraphs[:_HEAD], today)
    windowed = closed or window == DECREE_09
    guessed = today is None
    if today is None:
        today = _last_sure_day([title, *paragraphs], windowed=windowed)
    main = _main(title, today, windowed=windowed)
    summed = None if guessed else summed_year(title, paragraphs[:_HEAD], today)
    data = None if windowed else _data_days(paragraphs[:_HEAD], main)
    if closed and main and today and timedelta() < today - main.end <= _SHIFT:
        today = main.end  # what the title names behind it is to come
    if data is not None:  # nothing that the text tells is later than its data
        today, main = data.end if today is None else min(today, data.end), data
    elif main is not None and summed and is_cut(main, today):
        main = Period(summed, main.start)
    summed = None if data or windowed else summed
    last = None if data or windowed or guessed else cutoff(paragraphs, today)
    today = last or today
    days = {} if windowed else dict(_named_days(paragraphs, today))
    told = days.get(main, main) if main else None
    return Calendar(
        today,
        told,
        windowed,
        guessed,
        days,
        begun((title, *paragraphs), None if guessed else today),
        summed,
        last is not None,
    )


def _named_days(paragraphs: Iterable[str], today: date | None) -> Iterator[tuple[Period, Period]]:
    """Yield periods with the days that a text gives them: "quý I (từ 1/12/2019 đến 29/2/2020)".

    Such days are those of the period but for a shift of at most a month and a half.
    """
    for text in paragraphs:
        if not _DAYS_TOLD.search(text):
            continue
        for name, mention in pairwise(find_times(text)):
            days, named = resolve(mention, today), resolve(name, today)
            if not days or not days.start or not named or not named.start or not mention.first[2]:
                continue
            apart = max(abs(days.start - named.start), abs(days.end - named.end))
            between = OPENS.fullmatch(text, name.end, mention.start)
            closed = between and text[mention.end : mention.end + 1] == ")"
            said = _COUNTED.fullmatch(text, name.end, mention.start) or (
                text[name.end : name.end + 1] == ","
                and FOLLOWS.fullmatch(text, name.end, mention.start)
            )
            if (closed or said) and apart <= _SHIFT:
                yield named, days


def _main(title: str, today: date | None, *, windowed: bool) -> Period | None:
    """Return the period that a title names first, or the longer one that ends with it.

    "quý II và 6 tháng đầu năm" is a text on the half.
    """
    main: Period | None = None
    for mention in find_times(title):
        period = resolve(mention, today, windowed=windowed)
        if mention.kind is not TimeKind.SPAN or period is None or period.start is None:
            continue
        if _PIECE.search(title, 0, mention.start) or _WEEK.search(title, 0, mention.start):
            continue
        longer = main is None or (period.end == main.end and period.contains(main))
        main = period if longer else main
    return main


def _data_days(paragraphs: Iterable[str], main: Period | None) -> Period | None:
    """Return the days that a text gives as those of its data: "(Số liệu từ … đến ngày …)".

    They count where they lie within the period of its title, or about it.
    """
    for text in paragraphs:
        for mention in find_times(text):
            before = text[max(0, mention.start - _LINE) : mention.start]
            if mention.kind is not TimeKind.SPAN or not mention.first[2]:
                continue
            if "(" in before and _OF_PART.match(text):
                continue
            period = resolve(mention, None)
            told = DATA.search(before) or is_all(text, mention)
            if period and period.start and told:
                same = main is None or main.start is None or main.start <= period.end <= main.end
                return period if same else None
    return None


def dateline(paragraphs: Sequence[str]) -> date | None:
    """Return the day that the head of a text, as folded paragraphs, gives as its own."""
    return _dateline(paragraphs[:_HEAD]) or _opening_day(paragraphs[:_HEAD])


def _source_day(paragraphs: Iterable[str]) -> date | None:
    """Return the last day of the sources that a text ends with: "Nguồn: Báo A - 18/9/2026".

    Nothing that it draws from them is later.
    """
    found = [
        period.end
        for text in paragraphs
        if _SOURCES.match(text)
        for mention in find_times(text)
        if mention.kind is TimeKind.DAY
        and mention.last[0]
        and not _is_of_document(text[max(0, mention.start - 40) : mention.start])
        and (period := resolve(mention, None))
    ]
    return max(found, default=None)


def _dateline(paragraphs: Iterable[str]) -> date | None:
    """Return the day that a line of its own gives: "16/09/2022 09:15 AM"."""
    for text in paragraphs:
        days = [mention for mention in find_times(text) if mention.kind is TimeKind.DAY]
        if len(text) <= _LINE and len(days) == 1 and days[0].last[0]:
            period = resolve(days[0], None)
            return period.end if period else None
        if _MONTH_LINE.fullmatch(text) and (month := next(iter(find_times(text)), None)):
            period = resolve(month, None)
            return period.end if period else None
    return None


def _opening_day(paragraphs: Iterable[str]) -> date | None:
    """Return the day that a paragraph begins with: "(Hà Nội, ngày 12/10/2023) - Theo …"."""
    for text in paragraphs:
        for mention in find_times(text[:_LINE]):
            whole = mention.kind is TimeKind.DAY and mention.last[0] > 0
            if whole and _WRITTEN.fullmatch(text, 0, mention.start):
                period = resolve(mention, None)
                return period.end if period and _CLOSES.match(text, mention.end) else None
    return None


def _event_day(paragraphs: Iterable[str], published: date | None) -> date | None:
    """Return the day of the meeting that a text reports on, shortly before it appeared."""
    for index, text in enumerate(paragraphs):
        for mention in find_times(text):
            if mention.kind is not TimeKind.DAY or not _EVENT.search(text):
                continue
            before = text[max(0, mention.start - 40) : mention.start]
            if index > _LEAD and _QUOTED.search(text, max(0, mention.start - 100), mention.start):
                continue
            period = resolve(mention, published)
            near = published is None or (
                period is not None and timedelta(0) <= published - period.end <= _EVENT_REACH
            )
            if (
                period
                and near
                and not _is_of_document(before)
                and mention.last[0] + bool(published)
            ):
                return period.end
    return None


def _is_of_document(before: str) -> bool:
    """Tell whether a day is that of a decision, not of an event."""
    return (
        re.search(r"(?:/[\wđ-]+|số \S+|thông báo|từ|đến|trước|đăng ký)(?:,)? ?(?:ra )?$", before)
        is not None
    )


def _last_sure_day(texts: Sequence[str], *, windowed: bool) -> date | None:
    """Return the last day that a text without date makes sure of: its own period's end.

    The title's period counts most, then the last that the text names other than as a plan.
    """
    for mention in find_times(texts[0]) if texts else ():
        period = resolve(mention, None, windowed=windowed)
        if period:
            return period.end
    ends: set[date] = set()
    days: list[date] = []
    for text in texts[1:]:
        for mention in find_times(text):
            period = resolve(mention, None, windowed=windowed)
            if not period or mention.kind is TimeKind.DAY or not counts(text, mention):
                continue
            before = max(0, mention.start - _LINE), mention.start
            if _WANTED.search(text, *before) or _TO_COME.match(text, mention.end):
                continue
            if mention.kind is TimeKind.AS_OF and not mention.last[1]:
                continue  # "đến năm 2025" is mostly a plan
            ends.add(period.end)
            if mention.last[2] or mention.kind is TimeKind.AS_OF:
                days.append(period.end)
    last = max(ends, default=None)
    # "từ đầu năm đến ngày 15/11/2023" beside "năm 2023": the year was not over
    said = max((day for day in days if last is None or day.year == last.year), default=None)
    return min(last, said) if last and said and last.month == _YEAR_END else last


@lru_cache(maxsize=256)  # each figure of a sentence asks for each of its times
def counts(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is no base of a comparison, part of a plan's name or event."""
    if not is_no_base(text, mention):
        return False
    if mention.kind is TimeKind.DAY:
        return is_tied(text, mention) or on_day(text, mention)
    before = text[max(0, mention.start - 100) : mention.start]
    mark = text[mention.end : mention.end + 1]
    shut = mention.kind is TimeKind.SPAN and mark == ")"
    long = mention.first[0] and mention.last[0] > mention.first[0]
    years = _SO_MANY.search(before) if shut and long else None
    if years and count_of(years) == mention.last[0] - mention.first[0] + 1:
        return True  # "sau 3 năm triển khai Đề án (2016 - 2018)" names just those years
    return not (long and _PLAN.search(before))


def is_no_base(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is that of no base, act, launch or thing carried over.

    A day may still be that of an event.
    """
    before = text[max(0, mention.start - 100) : mention.start]
    compared = _COMPARED.search(before)
    if compared and _SUM.search(before) and (mention.first[1] or mention.kind in _UP_TO_NOW):
        compared = None  # "Cộng đến nay, …", "Cộng cả 9 tháng, …" is a sum
    if compared or _INTO_PLAN.search(before) or _OPENED.search(before):
        return False
    short = mention.first[1] in (0, mention.last[1]) and mention.first[2] > 0 < mention.last[2]
    if short and (_VISIT.search(before) or _VISITORS.match(text, mention.end)):
        return False
    of_index = mention.last[1] > 0 == mention.last[2] and _INDEX_ACT.search(before)
    if any(one.search(before) for one in (_OF_ACT, _PIECE, _SESSION, _WEEK)) and not of_index:
        return False
    mark = text[mention.end : mention.end + 1]
    if mention.kind is TimeKind.SPAN and mark == ")" and _BEGAN.search(before):
        return False
    if mention.kind is TimeKind.SPAN and (_AFTER.search(before) or _ONCE_HAD.search(before)):
        return False
    if mention.kind in (TimeKind.SPAN, TimeKind.DAY) and _LAUNCHED.search(before):
        return False
    wanted = _IN_FORCE.search(before) and not text.startswith(_GOALS)
    if wanted or _CARRIED.search(before) or _CARRIES.match(text, mention.end):
        return False
    came = _CAME_OUT.search(before)
    out = came is not None and (not mention.last[1] or mention.last[0] > int(came["year"]))
    issued = mark in (")", ".", "") and _ISSUED.search(before)
    return not (out or issued or (mark in (")", ".", "", ",", ";") and _CAUSE.search(before)))


def is_base(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is what a figure is compared with: "so với năm 2022"."""
    return mention.kind is TimeKind.SPAN and follows_base(text, mention)


def follows_base(text: str, mention: TimeMention) -> bool:
    """Tell whether a time of any kind stands behind "so với": "so với tháng đầu hợp nhất"."""
    return _AGAINST.search(text[max(0, mention.start - 100) : mention.start]) is not None
