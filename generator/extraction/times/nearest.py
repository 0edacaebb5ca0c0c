"""Which of the times that a sentence names stands nearest to a figure."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.extraction.times.closing import closes
from generator.extraction.times.dating import Calendar
from generator.extraction.times.days import left_on
from generator.extraction.view import View
from generator.extraction.words.changes import CHANGES
from generator.extraction.words.periods import PERIODS
from generator.extraction.zones import Zone
from generator.model.period import Period, PeriodKind
from generator.vi.dates import TimeKind, TimeMention, resolve

Dated = list[tuple[TimeMention, Period]]
When = tuple[Period | None, str]  # a period, None where it is in doubt, and the rule that gave it

_CONTRAST = re.compile(rf"(?<!\w){CHANGES.contrasts}(?!\w)")
_AND = re.compile(rf",? {CHANGES.joins} (?:{CHANGES.joins_more} )?")
# "từ 95,1% năm 2022 lên 97,3% năm 2023": the first year is that of the value before
_ROSE = re.compile(
    rf"(?:[,)]? (?:{CHANGES.moves} )?{CHANGES.to}"
    rf"|, (?:[^\W\d_]+ ){{1,5}}?{CHANGES.moves_far} (?:lên|xuống))"
    rf"(?: {CHANGES.to_more}){{0,4}} ?"
)
_STRAIGHT = re.compile(rf"[,)]? {CHANGES.straight}")
# "nâng tổng số quy định được cắt giảm từ năm 2021 lên 3.195": all since then
_SUM_SINCE = re.compile(
    rf"(?<!\w){CHANGES.sums_raised}(?: [^\W\d_]+){{1,12}} (?:tính |kể )?từ (?:đầu )?(?:năm )?$"
)
_DAY = timedelta(days=1)
# "tháng 3 và tháng 4, mỗi tháng 900": the number is of either alone
_EACH = re.compile(rf"(?<!\w){CHANGES.of_each}(?!\w)")
# "Tỉnh đang cung cấp 1.930 dịch vụ": these days
_IS_NOW = re.compile(
    rf"(?<!\w){PERIODS.is_now}(?: [^\W\d_]+){{0,3}} "
    r"(?:\d[^;.]{0,60}?[,:(] ?(?:trong đó|gồm|bao gồm)(?!\w)[^;.]{0,120})?$"
)
# "riêng" at the head of a sentence begins to tell of that part, in its midst it does not
_WITHIN = re.compile(r"(?<!\w)trong đó,?(?: trong)? $|[,;] riêng(?: trong)? $")


def is_rise(view: View, mention: TimeMention, start: int) -> bool:
    """Tell whether a time is that of the value from which a figure rose.

    "từ năm 2021 đến nay lên 500" tells the time of the figure itself, and so does "hồ sơ trễ hạn
    tháng 11 lên tới 6,8%", before which no value is told.
    """
    text = view.text
    if mention.kind in (TimeKind.SINCE, TimeKind.NOW):
        return False
    if text.endswith((", ", "; "), 0, mention.start):  # "thứ 43, năm 2015 lên thứ 37"
        return False
    rose = _ROSE.fullmatch(text, mention.end, start)
    if rose is not None and _SUM_SINCE.search(text, 0, mention.start):
        return False
    if rose is None or _STRAIGHT.match(rose.group()):
        return rose is not None and any(one.end <= mention.start for one in view.figures)
    if mention.kind is TimeKind.AS_OF:  # "từ năm 2022 là 2.300, đến hết quý I còn 150"
        return False
    begun = text.rfind("từ ", 0, mention.start)  # "tháng 11 còn 137 hồ sơ" has none
    return begun >= 0 and any(map(str.isdigit, text[begun : mention.start]))


def nearest(
    view: View,
    zone: Zone,
    span: tuple[int, int],
    times: Dated,
    opens: list[TimeMention],
    *,
    after: bool,
) -> When | None:
    """Return the time nearest to the figure at ``span``, None where its sentence names none.

    One of the ``opens``, which nobody can date, gives no period; no farther time stands in for
    it. ``after`` tells that also what stands behind the last figure counts.
    """
    start, end = span
    own = _right_behind(view, zone, start, times)
    if own is not None:
        return own, "period/after"
    number = next((one.quantity.end for one in view.figures if one.start == start), end)
    for by, low, high in (
        ("clause", zone.clause_left, start),
        ("after", min(number, end), zone.far_right),  # "68/70 nhiệm vụ năm 2024 (97,1%)"
        ("sentence", 0, zone.clause_left),
        ("index", max(end, view.figures[-1].end), zone.clause_right if after else end),
    ):
        inside = [item for item in times if low <= item[0].start and item[0].end <= high]
        if by == "after":
            inside = [
                item for item in inside if not _CONTRAST.search(view.text, end, item[0].start)
            ]
        first = by in ("after", "index")
        found = (inside[0] if first else inside[-1]) if inside else None
        if any(
            low <= one.start and one.end <= high and _is_nearer(one, found, first=first)
            for one in opens
        ):
            return None, "period/unclear"
        if found is not None:
            joined = [item for item in times if _is_joined(view.text, found, item)]
            told = _on_end(view, found[1], joined[0][1]) if len(joined) == 1 else None
            if joined and told is None:
                return None, "period/unclear"
            return told or found[1], f"period/{by}"
    return None


def _is_joined(
    text: str, one: tuple[TimeMention, Period], other: tuple[TimeMention, Period]
) -> bool:
    """Tell whether two times are named as one: "năm 2023 và 6 tháng đầu năm 2024".

    One that lies in the other does not add to it.
    """
    early, late = sorted((one, other), key=lambda item: item[0].start)
    if early[1].contains(late[1]) or late[1].contains(early[1]):
        return False
    return _AND.fullmatch(text, early[0].end, late[0].start) is not None


def _on_end(view: View, one: Period, other: Period) -> Period | None:
    """Return "tháng 3 và tháng 4" as one time, None for two that do not follow each other.

    "mỗi tháng", "lần lượt" tell that each has numbers of its own.
    """
    early, late = sorted((one, other), key=lambda item: item.end)
    if early.start is None or early.end + _DAY != late.start or early.kind is not late.kind:
        return None
    short = early.kind in (PeriodKind.MONTH, PeriodKind.QUARTER)
    same_year = early.start.year == late.end.year
    return (
        Period(late.end, early.start)
        if short and same_year and not _EACH.search(view.text)
        else None
    )


def _right_behind(view: View, zone: Zone, start: int, times: Dated) -> Period | None:
    """Return the time right behind a figure, where that before it is of another figure.

    "1.250 hồ sơ trong tháng 5, trả 930 hồ sơ trong tháng 6": each has its own.
    """
    figure = next((one for one in view.figures if one.start == start), None)
    before = [item[0] for item in times if zone.clause_left <= item[0].start < start]
    if figure is None or not before:
        return None
    for mention, period in times:
        if figure.end <= mention.start and left_on(view.text, mention):
            return period
        if figure.end <= mention.start and mention.kind is TimeKind.SPAN:
            inner = any(figure.end <= one.start < mention.start for one in view.figures)
            told = view.text.startswith("trong ", mention.start) or closes(view, before[-1])
            return period if told and not inner and closes(view, mention) else None
    return None


def _is_nearer(
    mention: TimeMention, found: tuple[TimeMention, Period] | None, *, first: bool
) -> bool:
    """Tell whether a time lies nearer to a figure than the nearest one that is dated.

    ``first`` tells that they stand behind the figure.
    """
    if found is None:
        return True
    return (mention.start < found[0].start) == first


def is_dated(view: View) -> bool:
    """Tell whether a line gives nothing but the month or day that the text is from."""
    if view.paragraph.mark or not view.paragraph.heading:
        return False
    dated = [one for one in view.times if one.last[0] and one.last[1] and one.first == one.last]
    words = sum(mention.end - mention.start for mention in dated)
    return bool(words) and len(view.text.strip("() .")) <= words


def is_to_come(view: View, calendar: Calendar, zone: Zone, start: int) -> bool:
    """Tell whether the time right before a figure is one to come: "Năm 2024: rà soát 40 TTHC".

    One in brackets that are closed is none of it: "Sở Xây dựng (hợp nhất từ tháng 3) tiếp nhận 90".
    """
    before = [one for one in view.times if zone.clause_left <= one.start and one.end <= start]
    before = [one for one in before if not _in_brackets(view.text, one, start)]
    if not before or calendar.today is None or calendar.guessed:
        return False
    period = resolve(before[-1], calendar.today, windowed=calendar.windowed)
    return period is not None and (period.start or period.end) > calendar.today


def _in_brackets(text: str, mention: TimeMention, start: int) -> bool:
    """Tell whether a time stands in brackets that close before ``start``."""
    opened = text.rfind("(", 0, mention.start)
    return (
        opened >= 0 and ")" not in text[opened : mention.end] and ")" in text[mention.end : start]
    )


def is_of_today(
    view: View, calendar: Calendar, zone: Zone, start: int, kept: Period | None
) -> bool:
    """Tell whether a state is of the day of the text: "Tỉnh đang cung cấp 900 dịch vụ".

    ``kept`` is the time in force. A text on a period, named in its title, tells of the end of
    that, unless it comes out before.
    """
    if calendar.today is None or calendar.guessed or kept is None or kept.end == calendar.today:
        return False
    if kept.end < calendar.today and calendar.main is not None:
        return False
    return _IS_NOW.search(view.text, zone.clause_left, start) is not None


def is_within(view: View, mention: TimeMention, period: Period, now: Period | None) -> bool:
    """Tell whether a time is but a part of the one in force, told behind "trong đó"."""
    if now is None or now.start is None or period.start is None or period == now:
        return False
    told = _WITHIN.search(view.text, max(0, mention.start - 20), mention.start)
    return told is not None and now.start <= period.start and period.end <= now.end
