"""Which times of a sentence can be the period of its figures, and of which of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from generator.extraction.times.bases import in_same_value, shifted
from generator.extraction.times.beside import (
    back,
    dated,
    is_short,
    is_that_day,
    since,
    so_far,
    taken_up,
)
from generator.extraction.times.dating import (
    Calendar,
    follows_base,
)
from generator.extraction.times.days import ends_week, is_tied, on_day
from generator.extraction.times.origins import origin_of
from generator.extraction.times.prior import is_prior, is_since_it_is, tells
from generator.extraction.times.totals import from_january, is_some_days, joined, running
from generator.extraction.view import View
from generator.extraction.words.changes import CHANGES
from generator.extraction.words.periods import PERIODS
from generator.model.period import Period
from generator.vi.dates import TimeKind, TimeMention, resolve

_SAME_OF = re.compile(rf"{PERIODS.not_same.not_before}cùng kỳ(?: của)? ?$")
_ASIDE_DOES = re.compile(rf"(?: [^\W\d_]+){{0,3}}? {PERIODS.aside_does}(?!\w)")
_ASIDE = re.compile(r"(?<=.)\([^()]*\)")  # what stands in brackets inside a sentence
# a bracket that a number opens: "62,31 điểm (2020)" says when that number was
_BRACKET = re.compile(rf" ?{PERIODS.bracket_after}? ?\((?:{PERIODS.bracket_opens} ){{0,3}}")
_JOINED = re.compile(rf" (?:{PERIODS.bracket_after} )?(?:{PERIODS.at_base} )?")
_SHUT = re.compile(r" ?(?:[,.;)]|và |với (?:điểm số |số điểm )?\d|$)")
_BRACKETED = re.compile(r"\d ?(?:%|điểm)? ?\((?:năm )?$")
# "vị trí thứ 15 với 60,65 điểm (năm 2016)": the year is that of rank and score
_RANKED = re.compile(r" với \d[\d.,]*(?: ?%| điểm)? ?\((?:năm )?")
_OPENED = re.compile(
    rf" ?\((?:[^();\d]{{0,12}}\d[\d.,/]*(?: ?%| điểm)?[,;] )?(?:{PERIODS.bracket_values} ){{0,4}}"
)
# "trong tuần (từ ngày …": the bracket says which days the name of a period means
_TELLS_DAYS = re.compile(rf"(?<!\w){PERIODS.told_in_days}(?: [^\W_]+){{0,3}} \($")
# "Dự kiến quý II …", "chỉ tiêu năm 2025: 85%", "trong khi cả năm 2023 là …": none of what is
# told after it is of that time
_PASSING = re.compile(
    rf"(?:{PERIODS.foreseen}(?: {PERIODS.foreseen_more}){{0,2}}"
    rf"|(?<!\w){PERIODS.aims}(?: {PERIODS.aims_more}){{0,2}}"
    rf"|(?<!\w){PERIODS.contrasts}(?: {PERIODS.contrasts_more}){{0,3}}"
    rf"|(?<!\w){PERIODS.by_plan},?"
    rf"|[,;] {PERIODS.running}(?: {PERIODS.running_since}(?: [^\W\d_]+){{0,4}})?) $"
)
# "con số mà năm 2023 mới là 300 và năm 2024 là 400": the second is told in passing, too
_AND_TIME = re.compile(r"(?:[^,;:()]|(?<=\d),(?=\d)){0,40}(?:,| và|, và) (?:của |ở |trong )?")
_REMARK = re.compile(r";[^;]{0,120}$")
# "Năm 2022 là 64, như vậy tăng 1 điểm": an earlier value, from which the last one told rose
_SO_IT_ROSE = re.compile(
    rf"[^;]{{0,60}}, {PERIODS.so_then} (?:[^\W\d_]+ ){{0,2}}?{PERIODS.moved}(?!\w)"
)
_THAN_SAME = re.compile(rf"(?:{PERIODS.than_same}|\d ?%) cùng kỳ(?: của)? ?$")
_BEGAN_WORK = re.compile(rf"(?<!\w){PERIODS.began_work} (?:kể )?(?:từ|vào) (?:ngày )?$")
_OPEN = re.compile(rf"(?<!\w){PERIODS.not_since.not_before}(?:{PERIODS.since} )?từ (?:đầu )?$")
_WAS_THEN = re.compile(rf",? (?:{PERIODS.looked_back_on} ){{0,2}}{PERIODS.still}(?!\w)")
# what was told of before: "Năm 2019, tỷ lệ này chỉ là 9,4%"
_THIS_VALUE = re.compile(rf",? (?:thì )?{PERIODS.this_value}(?!\w)")
_AHEAD = timedelta(days=31)
# the value right behind a time: "… là 42%", "… chỉ đạt 42%"
_HAS_VALUE = re.compile(rf"(?: {CHANGES.base_joints})(?: {CHANGES.base_joints_more}){{0,3}} \d")
_WEEK = timedelta(days=6)  # from its first to its last day
_OPEN_KINDS = (
    TimeKind.SPAN,
    TimeKind.DAY,
    TimeKind.AS_OF,
    TimeKind.SINCE,
    TimeKind.PAST_MONTHS,
    TimeKind.NOW,
    TimeKind.VAGUE,
)
# "triển khai nhiệm vụ tháng 9": the time of what is still to be done
_TASKS = re.compile(rf"(?<!\w){PERIODS.tasks}(?: {PERIODS.tasks_more}){{0,6}} $")
# "kết quả thực hiện nhiệm vụ tháng 8" tells of what was done
_DONE = re.compile(rf"(?<!\w){PERIODS.done}(?!\w)[^,;]{{0,80}}$")
# "thực hiện Kế hoạch cải cách hành chính năm 2023": the name of a plan
_PLAN_NAME = re.compile(rf"(?<!\w){PERIODS.plan_names}(?: [^\W\d_]+){{0,10}} $")
_ONE_OF = re.compile(r", riêng(?!\w)")  # "…, riêng tháng 4 là 90": the text goes on
_IN_DAY = re.compile(r"(?<!\w)(?:trong|riêng) $")
_ALONE = re.compile(r"\((?:chỉ )?(?:tính )?riêng (?:trong )?$")
_COMMA = re.compile(r",? ")
_TO_YEAR = re.compile(r"(?:đến|tới) năm \d")
_DECEMBER = 12
# "Tháng 4/2026, ông Nguyễn Văn A cần bản sao": when somebody's story happened
_STORY = re.compile(rf",? {PERIODS.persons} [^\W\d_]")
_TO_YEAR_END = re.compile(
    rf"(?<!\w)(?P<now>từ {PERIODS.from_now} )?(?:(?:đến|tới|trước) )?{PERIODS.year_end}"
    rf"(?! {PERIODS.year_end_not}| (?:19|20)\d\d(?![\d.,])|/\d)(?!\w)"
)


def is_enclosed(view: View, mention: TimeMention, start: int) -> bool:
    """Tell whether a time stands in brackets that tell something of their own.

    "91,1% (năm 2024: 78,6%); 83,5%": the year is that of the second alone; and so is the month
    of "đứng thứ 13/14 (tháng 6 đứng cuối)" of no number.
    """
    for match in _ASIDE.finditer(view.text):
        low, high = match.span()
        if low < mention.start < high:
            inside = any(low < figure.start < high for figure in view.figures)
            told = _ASIDE_DOES.match(view.text, mention.end, high) is not None
            return (inside or told) and not low < start < high
    return False


def stands_apart(view: View, mention: TimeMention, start: int, *, stock: bool) -> bool:
    """Tell whether a time is none of a figure: in brackets of others, or when something began.

    "Trung tâm hoạt động từ ngày 1/7/2022; tỉnh có 1.850 TTHC": what there is (``stock``) is not
    of the day on which something else began to work.
    """
    if is_enclosed(view, mention, start) or (stock and is_since_it_is(view.text, mention)):
        return True
    parted = ";" in view.text[mention.end : start]
    return stock and parted and _BEGAN_WORK.search(view.text, 0, mention.start) is not None


def has_part_of(view: View, end: int, calendar: Calendar, kept: Period) -> bool:
    """Tell whether a bracket behind a figure gives the part of it that is of a time.

    "29,1 triệu giao dịch (riêng 6 tháng đầu năm 6,2 triệu)": the first is of a longer time.
    """
    for mention in view.times:
        if mention.start > end and ";" not in view.text[end : mention.start]:
            alone = _ALONE.search(view.text, end, mention.start)
            if alone is not None and calendar.period_of(mention) == kept:
                return True
    return False


def is_remark(text: str, mention: TimeMention) -> bool:
    """Tell whether a sentence adds a time to what it tells, behind a semicolon or as a base."""
    return bool(_SO_IT_ROSE.match(text, mention.end) or _REMARK.search(text, 0, mention.start))


def was_then(text: str, mention: TimeMention) -> bool:
    """Tell whether a sentence looks back: "Năm 2021, tỉnh còn ở vị trí 47"."""
    return not mention.start and _WAS_THEN.match(text, mention.end) is not None


def goals(view: View, calendar: Calendar) -> Iterator[Period]:
    """Yield the times to come that a sentence names: those of its targets."""
    today = calendar.today
    if today is None:
        return
    for mention, period in timed(view, calendar, ahead=True):
        coming = _coming(view.text, mention, period, calendar) or period
        if coming.end > today:
            yield coming
    ended = _TO_YEAR_END.search(view.text)
    if ended is not None and today < date(today.year, _DECEMBER, 31):
        begun = today if ended["now"] else date(today.year, 1, 1)
        yield Period(date(today.year, _DECEMBER, 31), begun)


def _coming(text: str, mention: TimeMention, period: Period, calendar: Calendar) -> Period | None:
    """Return the time of tasks not yet done: of this year, where no year is named.

    One of months may have begun: "nhiệm vụ 3 tháng cuối năm" in October.
    """
    day = calendar.today
    words = text[max(0, mention.start - 80) : mention.start]
    if day is None or not _TASKS.search(words) or _DONE.search(words):
        return None
    if not mention.last[0] and period.end.year == day.year - 1 and period.start is not None:
        start, end = period.start, period.end
        if (end.month, end.day) != (2, 29) and (start.month, start.day) != (2, 29):
            period = Period(end.replace(year=day.year), start.replace(year=start.year + 1))
    return period if period.end > day or (period.end == day and mention.last[1]) else None


def only_year(view: View, calendar: Calendar) -> Period | None:
    """Return the time that a sentence names, if it names but that one, with its year."""
    named = timed(view, calendar)
    sole = len(named) == len(view.times) == 1 and names_year(named[0][0])
    return named[0][1] if sole else None


def _tells_nothing(view: View, mention: TimeMention, period: Period, calendar: Calendar) -> bool:
    """Tell whether a time is of tasks to come, of a plan's name or of an aside."""
    named = _PLAN_NAME.search(view.text, max(0, mention.start - 90), mention.start)
    main = calendar.main
    if named and main and view.text.startswith("năm", mention.start):
        return main.end.year == period.end.year
    if named and main and main != period and main.contains(period):
        return True  # "32/35 nhiệm vụ trong Kế hoạch 6 tháng cuối năm"
    if not view.figures and _STORY.match(view.text, mention.end):
        return True
    if _ONE_OF.match(view.text, max(0, mention.start - 2)):
        return sum(figure.start > mention.end for figure in view.figures) == 1
    return _coming(view.text, mention, period, calendar) is not None


def told_times(
    view: View, calendar: Calendar, until: Period | None, *, flow: bool
) -> Iterator[tuple[TimeMention, Period]]:
    """Yield the times of a sentence that count for those after it.

    ``until`` and ``flow`` are as in `timed`.
    """
    aside = [match.span() for match in _ASIDE.finditer(view.text)]
    named = timed(view, calendar, until=until, flow=flow)
    earlier: list[Period] = []
    passed = -1  # where the last time ends that was told in passing
    for mention, period in named:
        if mention not in view.times and mention is not named[0][0]:
            continue  # "tháng 8 nhận 23, cộng dồn từ đầu năm 180": the month goes on
        beside = any(low < mention.start < high for low, high in aside)
        passing = _PASSING.search(view.text, max(0, mention.start - 30), mention.start)
        if passed >= 0 and _AND_TIME.fullmatch(view.text, passed, mention.start):
            passed = mention.end
            continue
        passed = mention.end if passing else -1
        contrast = passing is not None and passing.group().startswith(("trong khi", "thay vì"))
        if passing and not (contrast and mention.kind is TimeKind.NOW):
            continue
        if mention.kind is TimeKind.DAY and not is_tied(view.text, mention):
            continue  # the day of one count
        if not (flow or mention.last[0]) and is_open(view.text, mention, flow=True):
            continue  # "hồ sơ nộp từ tháng 6 chưa có kết quả": nothing is counted
        if _is_look_back(view.text, mention, period, earlier):
            continue
        earlier.append(period)
        if origin_of(view.text, mention) is not None:
            continue
        if len(named) == 1 and _is_passing(view.text, mention, period, until):
            continue
        if in_same_value(view.text, mention) or _tells_nothing(view, mention, period, calendar):
            continue
        heads = view.paragraph.heading or view.text.endswith(":")
        if not beside or heads or _tells_days(view.text, mention):
            yield mention, period


def _is_look_back(text: str, mention: TimeMention, period: Period, told: list[Period]) -> bool:
    """Tell whether a time only gives the former value of what a later one was told of.

    "Năm 2022, tỷ lệ đạt 71%, năm 2021 là 42%": the text goes on with 2022.
    """
    later = any(one.kind is period.kind and one.end > period.end for one in told)
    return later and _HAS_VALUE.match(text, mention.end) is not None


def _is_passing(text: str, mention: TimeMention, period: Period, until: Period | None) -> bool:
    """Tell whether a sentence only tells what a value before it was in an earlier time.

    "Năm 2019, tỷ lệ này chỉ là 9,4%": the text goes on with the time before.
    """
    early = until is not None and period.end < until.end
    return early and _THIS_VALUE.match(text, mention.end) is not None


def timed(
    view: View,
    calendar: Calendar,
    *,
    ahead: bool = False,
    current: Period | None = None,
    months: Mapping[int, Period] | None = None,
    until: Period | None = None,
    flow: bool = False,
) -> list[tuple[TimeMention, Period]]:
    """Return the times of a sentence that can be the period of its figures.

    ``until`` is the time in force, at whose end "từ đầu năm" ends; ``flow`` tells that they
    are of what is counted over a time.
    """
    named = _named(
        view, calendar, ahead=ahead, current=current, months=months, until=until, flow=flow
    )
    return [(mention, period) for mention, period in named if period is not None]


def unresolved(
    view: View, calendar: Calendar, until: Period | None, months: Mapping[int, Period]
) -> list[TimeMention]:
    """Return the times of a sentence that can be those of its figures, but stay open.

    ``months`` are as in `timed`: "trong quý" of which nobody knows the quarter is open, too.
    """
    named = _named(view, calendar, ahead=False, current=until, months=months, until=until)
    return [
        one
        for one, period in named
        if period is None
        and (one.kind in _OPEN_KINDS or is_short(one))
        and not (one.kind is TimeKind.VAGUE and follows_base(view.text, one))
    ]


def _named(
    view: View,
    calendar: Calendar,
    *,
    ahead: bool,
    current: Period | None,
    months: Mapping[int, Period] | None,
    until: Period | None,
    flow: bool = False,
) -> list[tuple[TimeMention, Period | None]]:
    """Return the times of a sentence that count, None for one that cannot be resolved."""
    out: list[tuple[TimeMention, Period]] = []
    open_ones: list[tuple[TimeMention, None]] = []
    january = list(running(view.text))
    for mention in sorted((*view.times, *january), key=lambda one: one.start):
        told = [one for _, one in out]
        period = dated(view, mention, calendar, told, current or until, ahead=ahead)
        if mention in january:
            period = from_january(out[-1][1] if out else until, calendar)
        elif is_some_days(view.text, mention):
            period = None
        if is_open(view.text, mention, flow=flow):
            period = since(period, calendar)
        if flow and period and period.is_stock and ends_week(view.text, mention):
            period = Period(period.end, period.end - _WEEK)
        if out and is_that_day(view.text, out[-1][0], mention):
            period = out[-1][1]
        period = back(view, mention, period, told[-1] if told else current, calendar)
        now = None if calendar.guessed or calendar.windowed else calendar.today
        period = taken_up(view, mention, period, told[-1] if told else None, until, months, now)
        period = joined(view.text, period, out[-1] if out else None, mention)
        if not ahead:
            period = so_far(period, calendar)
        before = view.text[max(0, mention.start - 30) : mention.start]
        if _SAME_OF.search(before) and not _THAN_SAME.search(before):
            period = shifted(current, period)
        elif not (tells(view.text, mention) or (ahead and _is_term(mention, period, calendar))):
            continue
        if period is None or is_prior(mention, before):
            open_ones.append((mention, None))
            continue
        is_ahead = calendar.today is not None and period.end > calendar.today + _AHEAD
        if is_ahead and not calendar.guessed and not ahead:  # a guess refuses no named year
            continue
        out.append((mention, period))
    return sorted((*out, *open_ones), key=lambda one: one[0].start)


def _is_term(mention: TimeMention, period: Period | None, calendar: Calendar) -> bool:
    """Tell whether a time is the years of a plan that still runs, which are those of its goals.

    "Nghị quyết nhiệm kỳ 2025 - 2030 xác định chỉ tiêu 98%".
    """
    years = 0 < mention.first[0] < mention.last[0]
    return (
        years and period is not None and calendar.today is not None and period.end > calendar.today
    )


def is_open(text: str, mention: TimeMention, *, flow: bool) -> bool:
    """Tell whether a year is the first of a time that goes on: "từ năm 2021, …".

    A day or month is that of what happens from then on (``flow``); "từ ngày 1/6/2023 có 690
    dịch vụ" is the state on that day.
    """
    year = mention.kind is TimeKind.SPAN and mention.last[1] == 0 < mention.last[0]
    named = mention.kind is TimeKind.DAY or (mention.kind is TimeKind.SPAN and not mention.months)
    flow = flow or text.endswith(("kể từ ", "tính từ "), 0, mention.start)
    year = year or (flow and named and any(mention.last[:2]))
    single = mention.first == mention.last
    return (
        year
        and single
        and _OPEN.search(text, max(0, mention.start - 20), mention.start) is not None
    )


def _tells_days(text: str, mention: TimeMention) -> bool:
    """Tell whether a time in brackets gives the days of the period named before them."""
    before = text[max(0, mention.start - 40) : mention.start]
    return mention.first[2] > 0 and _TELLS_DAYS.search(before) is not None


def names_year(mention: TimeMention) -> bool:
    """Tell whether a time can be that of an index: "năm nay" is when it came out."""
    return mention.kind not in (TimeKind.NOW, TimeKind.SINCE) and mention.last[0] != 0


def opening(view: View, calendar: Calendar, start: int) -> list[tuple[TimeMention, Period]]:
    """Return the base of a comparison that a number in brackets is of."""
    return [
        (mention, period)
        for mention in view.times
        if _OPENED.fullmatch(view.text, mention.end, start)
        and (period := resolve(mention, calendar.today, windowed=calendar.windowed))
    ]


def _is_of_year(view: View, mention: TimeMention, period: Period, calendar: Calendar) -> bool:
    """Tell whether the year of an end is named right before it: "năm nay đến hết tháng 5"."""
    return not calendar.windowed and any(
        one.kind is TimeKind.SPAN
        and one.first == one.last
        and not one.last[1]
        and _COMMA.fullmatch(view.text, one.end, mention.start) is not None
        and (year := calendar.period_of(one)) is not None
        and year.end.year == period.end.year
        for one in view.times
    )


def whole(
    view: View, item: tuple[TimeMention, Period], calendar: Calendar, *, flow: bool
) -> Period:
    """Return the days of a time that is told by its end alone: those of the day or year itself.

    What is counted over a time (``flow``) "trong ngày 1/7" is of that day; beside "năm 2020 có
    3.400 hồ sơ" what "đến năm 2021 là 26.800 hồ sơ" tells is of that year.
    """
    mention, period = item
    if period.is_stock and ends_week(view.text, mention):
        return Period(period.end, period.end - _WEEK)
    if mention.kind is TimeKind.DAY and period.is_stock:
        before = view.text[max(0, mention.start - 12) : mention.start]
        inside = _IN_DAY.search(before) or (flow and on_day(view.text, mention))
        return Period(period.end, period.end) if inside else period
    if flow and mention.kind is TimeKind.AS_OF and _is_of_year(view, mention, period, calendar):
        return Period(period.end, date(period.end.year, 1, 1))
    if mention.kind is not TimeKind.AS_OF or mention.last[1:] != (_DECEMBER, 0):
        return period
    alike = _TO_YEAR.match(view.text, mention.start) and any(
        one.kind is TimeKind.SPAN
        and one.end < mention.start
        and one.first == one.last == (mention.last[0] - 1, 0, 0)
        for one in view.times
    )
    if not alike:
        return period
    year = Period(period.end, date(period.end.year, 1, 1))
    return so_far(year, calendar) or period


def is_own(text: str, mention: TimeMention, start: int, end: int, *, yearly: bool = False) -> bool:
    """Tell whether a time and a number are bound by brackets: "65,18 (2022)", "2022 (65,18".

    In "năm 2022 (65,18 điểm, hạng 40)" the second number is of that year, too. That of an index
    (``yearly``) is also bound to the year right behind it.
    """
    if yearly and _is_right_behind(text, mention, end):
        return True
    if mention.end <= start:
        return _OPENED.fullmatch(text, mention.end, start) is not None
    between, after = text[end : mention.start], text[mention.end : mention.end + 1]
    opens = _BRACKET.fullmatch(between) or _RANKED.fullmatch(between)
    return mention.start >= end and opens is not None and after == ")"


def _is_right_behind(text: str, mention: TimeMention, end: int) -> bool:
    """Tell whether a year stands right behind a rank or score and ends its clause.

    "xếp hạng 12, từ hạng 30 năm 2022", "nhảy lên thứ 20 năm 2023".
    """
    return (
        mention.start >= end
        and _JOINED.fullmatch(text, end, mention.start) is not None
        and _SHUT.match(text, mention.end) is not None
    )


def is_of_another(view: View, mention: TimeMention) -> bool:
    """Tell whether a time alone in brackets belongs to the number before them.

    Behind "quý I năm 2020 (" it says which days that name means.
    """
    text = view.text
    before = _BRACKETED.search(text, max(0, mention.start - 20), mention.start)
    if before is None or text[mention.end : mention.end + 1] != ")":
        return False
    return not any(one.start <= before.start() < one.end for one in view.times)
