"""How far a text tells of the running year that its title names.

"Kết quả … năm 2020" over "Từ 01/01/2020 đến 15/11/2020, …" in a text of 24/11/2020: all its
figures without a time of their own are of the days up to 15/11.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from generator.extraction.times.dating import Calendar
from generator.extraction.times.lasting import gives_days, is_fresh
from generator.extraction.view import View
from generator.extraction.words.periods import PERIODS
from generator.model.period import Period
from generator.vi.dates import TimeMention
from generator.vi.times_words import TIMES

_LATELY = timedelta(days=45)  # figures of a running year are told up to a day not long ago

# "Ngày 2/11, hồ sơ trực tuyến chiếm 58%": of that day alone, which no period of a report is
_OF_ONE_DAY = re.compile(
    rf"(?:^|[;.] ?)(?:{PERIODS.one_day_before} )?ngày (?:{TIMES.first_days} )?\d{{1,2}}"
    rf"(?:[/.-]| tháng )\d{{1,2}}(?:(?:[/.-]| năm )\d{{4}})?,? {PERIODS.one_day_counts}(?!\w)"
)

# "Trước đó, giai đoạn 2021-2024, …" is told in passing: the next paragraph is of the day again
_PREVIOUSLY = re.compile(r"trước (?:đó|đây),? ")
# "Lũy kế từ đầu năm, …": a sum told beside the time that the text is on
_SUMS_UP = re.compile(rf"(?:tính )?{PERIODS.summed_up}(?!\w)")
_ALONE = re.compile(r"riêng (?:trong )?")
# "Nếu như năm 2022 mới là 58% thì đến năm 2023 đã lên 74%": two earlier years set side by side
_SET_BESIDE = re.compile(r"nếu(?: như)? [^;]{1,200}(?<!\w)thì(?!\w)")


def behind_of(view: View, before: Period | None, now: Period, today: date | None) -> Period | None:
    """Return the time that a sentence puts aside until the next paragraph, None if it does not.

    It looks back at a year earlier than that of the time ``before``, at a part alone ("Riêng
    8 tháng năm 2023 có 9 triệu hồ sơ"), or sums up ("Lũy kế từ đầu năm, …"). ``now`` is the
    time it has turned to.
    """
    if before is None:
        return Period(today) if today and _PREVIOUSLY.match(view.text) else None
    alone = bool(view.times) and _ALONE.fullmatch(view.text, 0, view.times[0].start) is not None
    tallied = now != before and now.contains(before) and _SUMS_UP.match(view.text) is not None
    back = now.end.year < before.end.year or alone or tallied
    return before if back and not view.paragraph.heading else None


def not_back(
    text: str,
    before: Period | None,
    now: Period | None,
    times: Sequence[tuple[TimeMention, Period]],
) -> Period | None:
    """Return the time that a sentence leaves in force, which tells ``times``, at least one.

    It stays with the first where the last looks back at a year before: "Đến hết tháng 9 đạt
    74,2%; cả năm 2022 tỷ lệ này là 49%.", and with the one in force ``before`` where all it
    does is set years side by side that are over.
    """
    over = before is not None and now is not None and now.end.year < before.end.year
    if over and _SET_BESIDE.match(text):
        return before
    first, last = times[0][1], times[-1][1]
    back = now is not None and now == last and now.end.year < first.end.year
    return first if back else now


def is_aside(view: View, before: Period | None, now: Period) -> bool:
    """Tell whether a sentence tells in passing what was ``before`` the time in force.

    "Trước đó, tháng 6, tỉnh A xếp thứ 37. Thành phố có 2.081 TTHC": the second can be of either.
    """
    earlier = before is not None and now.end < before.end
    return earlier and _PREVIOUSLY.match(view.text) is not None


def is_of_one_day(text: str, start: int) -> bool:
    """Tell whether a folded sentence counts what one day brought, up to the figure at ``start``."""
    return _OF_ONE_DAY.search(text, 0, start) is not None


def of_text(calendar: Calendar, lead: Period | None) -> Period | None:
    """Return the time of the title, or ``lead``, the first that was told, where that is closer."""
    main = calendar.main
    return lead if main is None or _is_closer(calendar, main, lead) else main


def lead_of(
    calendar: Calendar, lead: Period | None, frame: Period | None, told: Period
) -> tuple[Period | None, Period | None]:
    """Return the first time that a text reports on, or the part of its year that it has.

    ``lead`` and ``frame`` are what was kept before ``told``; a frame that is the lead goes
    with it.
    """
    if lead is None:
        return (told if is_fresh(told, calendar.today) else None), frame
    if _is_closer(calendar, lead, told) or is_doubted(calendar, told):
        return told, told if frame == lead else frame
    return lead, frame


def state_day(calendar: Calendar, kept: Period) -> Period:
    """Return the day of a state in a text on ``kept``: its end, of a summed-up year its own day.

    Where the data of the text end earlier, it is their last day. No state is known of a later
    day than that of the text, but in a report on a period that comes out before its end.
    """
    today = calendar.today
    if today is None or (calendar.guessed and not calendar.cut):
        return Period(kept.end)
    early = (calendar.cut or calendar.main is None) and kept.end > today
    return Period(today if early or calendar.summed == kept.end else kept.end)


def is_doubted(calendar: Calendar, lead: Period | None) -> bool:
    """Tell whether a summary of a year counts from another day than the first of the year.

    "Tổng kết năm 2025" over "Từ 01/7/2025 đến 14/12/2025, phường tiếp nhận …": a figure
    without a time can be of either.
    """
    year = calendar.summed
    if year is None or lead is None or lead.start is None or not _is_late(calendar, lead):
        return False
    return year.replace(month=1, day=1) < lead.start


def _is_late(calendar: Calendar, told: Period) -> bool:
    """Tell whether a time ended not long before the day of the text."""
    return calendar.today is not None and timedelta() < calendar.today - told.end <= _LATELY


def _is_closer(calendar: Calendar, running: Period, told: Period | None) -> bool:
    """Tell whether a time is the part of a running year up to a day not long ago."""
    today = calendar.today
    if told is None or today is None or not _is_late(calendar, told):
        return False
    if calendar.summed is not None:
        return running.end == calendar.summed and gives_days(told, running)
    first = today.replace(month=1, day=1)
    return running.end == today and told.start == running.start == first
