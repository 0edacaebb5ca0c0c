"""When a figure is from: the time named nearest to it, or the one in force.

The day of the text is that of the event it tells of, else its publication, else
the last day that the text makes sure of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.catalogue import Kind
from generator.extraction.view import View
from generator.extraction.zones import Zone
from generator.model.period import Period, PeriodKind
from generator.vi.dates import TimeKind, TimeMention, find_times, resolve
from generator.vi.windows import DECREE_09, named_of

_COMPARED = re.compile(
    r"(?:so với|so cùng|cộng(?: cả| thêm)?|kể cả|tính cả|bằng|cao hơn|thấp hơn|hơn|cùng kỳ"
    r"|kỳ trước|\d lần|(?:tăng|giảm) so)"
    r"(?: (?:của|với|cùng|kỳ|thời điểm|mức|cả|hẳn|nhiều|xa)){0,6} ?$"
)
_SAME_OF = re.compile(r"(?<!với )(?<!so )cùng kỳ(?: của)? ?$")
# "(cùng kỳ: 95%)", "Một năm trước, tỉnh được 87%": a value of the same days a year before
_SAME_VALUE = re.compile(
    r"(?:^|(?P<open>\()|[,;.:] ?|(?<!\w)(?:khi|còn|nhưng) )(?:ở |của |con số |số liệu ){0,3}"
    r"(?:cùng (?:kỳ|thời điểm)(?: (?:của )?(?:năm )?(?:trước|ngoái|(?P<year>(?:19|20)\d\d)))?"
    r"|một năm trước(?: đó)?)(?!\w)"
)
_MEANWHILE = re.compile(r"cùng (?:kỳ|thời điểm),")  # "Cùng kỳ, …" begins: in these days, too
_CONTRAST = re.compile(r"(?<!\w)(?:trong khi|còn|nhưng)(?!\w)")
_ASIDE = re.compile(r"(?<=.)\([^()]*\)")  # what stands in brackets inside a sentence
# a bracket that a number opens: "62,31 điểm (2020)" says when that number was
_BRACKET = re.compile(r" ?(?:%|điểm|hồ sơ|thứ hạng)? ?\((?:năm )?")
_BRACKETED = re.compile(r"\d ?(?:%|điểm)? ?\((?:năm )?$")
_OPENED = re.compile(r" ?\((?:chỉ |là |đạt |có |xếp |đứng |thứ |hạng |khoảng |với ){0,4}")
# "trong tuần (từ ngày …": the bracket says which days the name of a period means
_TELLS_DAYS = re.compile(r"(?<!\w)(?:tuần|kỳ|tháng|quý|năm)(?: [^\W_]+){0,3} \($")
# "Dự kiến quý II …": a time to come, and none of what is told after it
_FORECAST = re.compile(r"(?:dự kiến|dự báo)(?: (?:trong|đến|hết|cả|vào|sang)){0,2} $")
_PLAN = re.compile(
    r"(?:đề án|chương trình|chiến lược|nghị quyết|tầm nhìn|mục tiêu|định hướng|phương hướng"
    r"|nhiệm vụ|quy hoạch)[^.;,]{0,80}$"
)
_EVENT = re.compile(
    r"hội nghị|phiên họp|buổi|cuộc họp|họp báo|lễ |tổ chức|chủ trì|công bố|báo cáo|diễn ra"
    r"|làm việc|sơ kết|tổng kết"
)
_TIED_DAY = re.compile(r"(?:từ|trong|đến|tại|\()(?: ngày)? ?$")
_OF_DATA = (
    r"(?:số liệu|kỳ (?:báo cáo|số liệu)|thời (?:gian|điểm|hạn)(?: chốt| lấy)? (?:số liệu|báo cáo))"
)
_BY_DECREE = re.compile(
    _OF_DATA + r"[^.;]{0,80}(?:theo|tại|của)[^.;]{0,40}nghị định (?:số )?0?9/2019/nđ-cp"
)
_DATA = re.compile(_OF_DATA + r"[^.;]{0,40}$")
_WINDOW_DAY = re.compile(r"(?<!\d)15(?:[/.-]| tháng )\d")
_OPENS = re.compile(r" ?\((?:[^().;\d]{0,40})")
# "từ 95,1% năm 2022 lên 97,3% năm 2023": the first year is that of the value before
_ROSE = re.compile(r",? (?:lên|xuống|còn|thành)(?: (?:còn|đến|tới|mức|hơn|gần|khoảng)){0,2} ?")
_EVENT_REACH = timedelta(days=3)  # a text on an event comes out within days
_FRESH = timedelta(days=200)  # a report on a period comes out within half a year of its end
_LINE = 60  # characters of a line that is nothing but a date
_HEAD = 8  # paragraphs in which the event of a text is told
_AHEAD = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of a text.

    ``today`` is the day up to which "đến nay" reaches; ``main`` the period that
    its title or lead names. ``windowed`` tells that its named periods mean the
    windows of Nghị định 09/2019/NĐ-CP, ``guessed`` that nothing dates the text.
    """

    today: date | None
    main: Period | None
    windowed: bool = False
    guessed: bool = False


@dataclass(slots=True)
class Timeline:
    """The time that a reader has in mind while reading.

    ``current`` is that of figures in general, ``ranked`` that of scores and ranks;
    ``recent`` tells that the paragraph itself named the latter. ``months`` are the last
    named month and quarter by their length; ``years`` the time of each index, and
    ``ranked_of`` the indices of the sentence that named ``ranked``, empty where it told none.
    """

    calendar: Calendar
    current: Period | None = None
    ranked: Period | None = None
    recent: bool = False
    months: dict[int, Period] = field(default_factory=dict)
    years: dict[str, Period] = field(default_factory=dict)
    ranked_of: frozenset[str] = frozenset()
    lead: Period | None = None

    def period_of(
        self, view: View, zone: Zone, start: int, end: int, kind: Kind, stem: str = ""
    ) -> tuple[Period | None, str]:
        """Return the period of a figure and the name of the rule that gave it.

        For a target a time in the future counts, too. A score or rank without a
        time of its own is of the year in the title of its text; ``stem`` is the name
        of its index ("pci"), whose year counts before that of another index.
        """
        ahead, index = kind is Kind.TARGET, kind in (Kind.SCORE, Kind.RANK)
        times = timed(view, self.calendar, ahead=ahead, current=self.current, months=self.months)
        if (same := _same_value(view.text, times, start)) is not None:
            kept = (self.ranked if index else self.current) or self.calendar.main
            return _year_before(same, times, kept), "period/same"
        times = [item for item in times if not _in_same_value(view.text, item[0])]
        if index:
            times = [item for item in times if _names_year(item[0])]
            times.extend(_opening(view, self.calendar, start))
        own = next((item for item in times if _is_own(view.text, item[0], start, end)), None)
        if own is not None:
            return own[1], "period/own"
        times = [item for item in times if not _is_of_another(view.text, item[0])]
        times = [item for item in times if not _ROSE.fullmatch(view.text, item[0].end, start)]
        for by, low, high in (
            ("clause", zone.clause_left, start),
            ("after", end, zone.far_right),
            ("sentence", 0, zone.clause_left),
            ("index", max(end, view.figures[-1].end), len(view.text) if index else end),
        ):
            inside = [item for item in times if low <= item[0].start and item[0].end <= high]
            if by == "after":
                inside = [
                    item for item in inside if not _CONTRAST.search(view.text, end, item[0].start)
                ]
            if inside:
                nearest = inside[0] if by in ("after", "index") else inside[-1]
                return nearest[1], f"period/{by}"
        if index and self.calendar.main is not None and not self._is_running(self.calendar.main):
            return self.calendar.main, "period/title"
        kept = self._ranked(stem) if index else self.current
        if kept is None and self.calendar.today is not None:
            return Period(self.calendar.today), "period/text"
        return kept, "period/before"

    def _ranked(self, stem: str) -> Period | None:
        """Return the year of an index: the last one named, unless that is another's."""
        if self.ranked_of and stem not in self.ranked_of and stem in self.years:
            return self.years[stem]
        return self.ranked or self.current

    def _is_running(self, main: Period) -> bool:
        """Tell whether the title names a year not yet over, the paragraph one that is.

        An index comes out when its year has ended.
        """
        day = self.calendar.today
        cut = day is not None and main.end == day and main.start == day.replace(month=1, day=1)
        return (
            cut and self.recent and self.ranked is not None and self.ranked.end.year < main.end.year
        )

    def turn(self) -> None:
        """Begin a paragraph: "đến nay" ends with the one before.

        Then the time of the title is in force again, or the first that the text named.
        """
        self.recent = False
        if self.current is not None and self.current.is_stock:
            self.current = self.calendar.main or self.lead or self.current

    def read(self, view: View, indices: Mapping[str, Period], *, of_index: bool) -> None:
        """Keep the last time that a sentence names for the sentences after it.

        ``of_index`` tells that the sentence gives scores and ranks only: then an
        earlier year is that of the index alone; ``indices`` are those it told of.
        """
        self.years.update(indices)
        aside = [match.span() for match in _ASIDE.finditer(view.text)]
        for mention, period in timed(view, self.calendar):
            beside = any(low < mention.start < high for low, high in aside)
            forecast = _FORECAST.search(view.text, max(0, mention.start - 30), mention.start)
            if forecast or _in_same_value(view.text, mention):
                continue
            if not beside or _tells_days(view.text, mention):
                if _names_year(mention):
                    self.ranked, self.recent = period, True
                    self.ranked_of = frozenset(indices)
                self._keep_month(period)
                if self.lead is None and self._is_fresh(period):
                    self.lead = period
                if not of_index or self.current is None or period.end > self.current.end:
                    self.current = period

    def _is_fresh(self, period: Period) -> bool:
        """Tell whether a period can be the one that a text reports on: it ended lately."""
        day = self.calendar.today
        return not period.is_stock and (day is None or day - period.end <= _FRESH)

    def _keep_month(self, period: Period) -> None:
        """Keep a month or quarter for "trong tháng", "trong quý"."""
        if period.kind is PeriodKind.MONTH:
            self.months[1] = period
        elif period.kind is PeriodKind.QUARTER:
            self.months[3] = period


def timed(
    view: View,
    calendar: Calendar,
    *,
    ahead: bool = False,
    current: Period | None = None,
    months: Mapping[int, Period] | None = None,
) -> list[tuple[TimeMention, Period]]:
    """Return the times of a sentence that can be the period of its figures."""
    out: list[tuple[TimeMention, Period]] = []
    for mention in view.times:
        period = resolve(mention, calendar.today, windowed=calendar.windowed)
        if mention.kind is TimeKind.SAME and months:
            period = months.get(mention.months)
        if _SAME_OF.search(view.text[max(0, mention.start - 30) : mention.start]):
            period = _shifted(current, period)
        elif not _counts(view.text, mention):
            continue
        if period is None:
            continue
        is_ahead = calendar.today is not None and period.end > calendar.today + _AHEAD
        if is_ahead and not calendar.guessed and not ahead:  # a guess refuses no named year
            continue
        out.append((mention, period))
    return out


def _same_value(
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


def _in_same_value(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is the year in "cùng kỳ năm 2022" or "một năm trước"."""
    return any(
        match.start() <= mention.start and mention.end <= match.end()
        for match in _SAME_VALUE.finditer(text)
    )


def _year_before(
    same: re.Match[str], times: Sequence[tuple[TimeMention, Period]], kept: Period | None
) -> Period | None:
    """Return the period in force before "cùng kỳ", a year back or in the year it names."""
    before = [period for mention, period in times if mention.end <= same.start()]
    base = before[-1] if before else kept
    if base is None:
        return None
    year = int(same.group("year") or base.end.year - 1)
    return _shifted(base, Period(date(year, 12, 31))) if year < base.end.year else None


def _tells_days(text: str, mention: TimeMention) -> bool:
    """Tell whether a time in brackets gives the days of the period named before them."""
    before = text[max(0, mention.start - 40) : mention.start]
    return mention.first[2] > 0 and _TELLS_DAYS.search(before) is not None


def _names_year(mention: TimeMention) -> bool:
    """Tell whether a time can be that of an index: "năm nay" is when it came out."""
    return mention.kind not in (TimeKind.NOW, TimeKind.SINCE) and mention.last[0] > 0


def _opening(view: View, calendar: Calendar, start: int) -> list[tuple[TimeMention, Period]]:
    """Return the base of a comparison that a number in brackets is of."""
    return [
        (mention, period)
        for mention in view.times
        if _OPENED.fullmatch(view.text, mention.end, start)
        and (period := resolve(mention, calendar.today, windowed=calendar.windowed))
    ]


def _is_own(text: str, mention: TimeMention, start: int, end: int) -> bool:
    """Tell whether a time and a number are bound by brackets: "65,18 (2022)", "2022 (65,18"."""
    if mention.end <= start:
        return _OPENED.fullmatch(text, mention.end, start) is not None
    between, after = text[end : mention.start], text[mention.end : mention.end + 1]
    return mention.start >= end and _BRACKET.fullmatch(between) is not None and after == ")"


def _is_of_another(text: str, mention: TimeMention) -> bool:
    """Tell whether a time alone in brackets belongs to the number before them."""
    before = text[max(0, mention.start - 20) : mention.start]
    return text[mention.end : mention.end + 1] == ")" and _BRACKETED.search(before) is not None


def _shifted(current: Period | None, year: Period | None) -> Period | None:
    """Return "cùng kỳ năm 2023": the months in force, in that year."""
    if current is None or year is None or (current.end.month == 2 and current.end.day > 27):
        return None
    start, back = current.start, current.end.year - year.end.year
    if start is not None:
        start = start.replace(day=min(start.day, 28), year=start.year - back)
    return Period(current.end.replace(year=year.end.year), start)


def _counts(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is no base of a comparison, part of a plan's name or event."""
    before = text[max(0, mention.start - 100) : mention.start]
    if _COMPARED.search(before):
        return False
    if mention.kind is TimeKind.DAY:
        return _TIED_DAY.search(before) is not None
    long = mention.first[0] and mention.last[0] > mention.first[0]
    return not (long and _PLAN.search(before))


def calendar_of(
    title: str, paragraphs: Sequence[str], published: date | None, window: str = ""
) -> Calendar:
    """Find the days of a text from its title, its folded paragraphs and publication.

    ``window`` is that of ``SourceInfo``; a text may also say itself how it counts.
    """
    windowed = window == DECREE_09 or any(map(_tells_windows, (title, *paragraphs)))
    published = published or _dateline(paragraphs[:_HEAD])
    today = _event_day(paragraphs[:_HEAD], published) or published
    guessed = today is None
    if today is None:
        today = _last_sure_day([title, *paragraphs], windowed=windowed)
    main = next(
        (
            period
            for mention in find_times(title)
            if mention.kind is TimeKind.SPAN
            and (period := resolve(mention, today, windowed=windowed))
        ),
        None,
    )
    return Calendar(today, main, windowed, guessed)


def _tells_windows(text: str) -> bool:
    """Tell whether a paragraph says that its periods are those of Nghị định 09/2019/NĐ-CP.

    It names the decree for its data, gives the days of a window as those of its data,
    or puts them in brackets behind the name of the period.
    """
    if _BY_DECREE.search(text):
        return True
    if not _WINDOW_DAY.search(text):
        return False
    times = find_times(text)
    return any(
        _is_window(text, before, one) for before, one in zip([None, *times], times, strict=False)
    )


def _is_window(text: str, before: TimeMention | None, mention: TimeMention) -> bool:
    """Tell whether the days of a mention are a window that counts for the whole text."""
    period = resolve(mention, None) if mention.kind is TimeKind.SPAN and mention.first[2] else None
    if period is None or named_of(period) is None:
        return False
    if _DATA.search(text[max(0, mention.start - 80) : mention.start]):
        return True
    told = resolve(before, period.end, windowed=True) if before else None
    return (
        before is not None
        and told == period
        and _OPENS.fullmatch(text[before.end : mention.start]) is not None
    )


def _dateline(paragraphs: Iterable[str]) -> date | None:
    """Return the day that a line of its own gives: "16/09/2022 09:15 AM"."""
    for text in paragraphs:
        days = [mention for mention in find_times(text) if mention.kind is TimeKind.DAY]
        if len(text) <= _LINE and len(days) == 1 and days[0].last[0]:
            period = resolve(days[0], None)
            return period.end if period else None
    return None


def _event_day(paragraphs: Iterable[str], published: date | None) -> date | None:
    """Return the day of the meeting that a text reports on, shortly before it appeared."""
    for text in paragraphs:
        for mention in find_times(text):
            if mention.kind is not TimeKind.DAY or not _EVENT.search(text):
                continue
            before = text[max(0, mention.start - 40) : mention.start]
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

    The title's period counts most, then the year that the text names most often.
    """
    for mention in find_times(texts[0]) if texts else ():
        period = resolve(mention, None, windowed=windowed)
        if period:
            return period.end
    ends: dict[date, int] = {}
    for text in texts[1:]:
        for mention in find_times(text):
            period = resolve(mention, None, windowed=windowed)
            if period and mention.kind is not TimeKind.DAY and _counts(text, mention):
                ends[period.end] = ends.get(period.end, 0) + 1
    return max(ends, key=lambda end: (ends[end], end), default=None)
