"""Values of an earlier time: which have no time of their own, and when the others were.

"(kỳ trước 620 hồ sơ)" is of a time that nobody can date; in "từ hạng 40 năm 2022 lên hạng
31" the first value is of the year beside it.
"""

from __future__ import annotations

import re

from generator.extraction.view import Figure, View
from generator.extraction.words.changes import CHANGES
from generator.extraction.zones import Zone

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
# what stands in brackets behind a base of comparison is the value it had then
_BASE_VALUE = re.compile(
    rf"(?:(?:so(?: với)?|\d lần) (?:cùng )?{CHANGES.base_times}[^()%;]{{0,30}}"
    rf"|(?:so với|{CHANGES.more_or_less} hơn)[^()%;\d]{{0,60}})"
    rf"\((?:{CHANGES.bracket_values} ){{0,3}}$"
)


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
    return not ranked and _BASE_VALUE.search(view.text, 0, start) is not None


def _is_dated(view: View, start: int, figure: Figure) -> bool:
    """Tell whether a time stands before a figure, from ``start`` on, or right behind it."""
    stop = _STOP.search(view.text, figure.end)
    end = stop.start() if stop else len(view.text)
    return any(start <= one.start < end for one in view.times)
