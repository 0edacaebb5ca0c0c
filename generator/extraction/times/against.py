"""Values that are told behind the time of a comparison: "so với năm 2023 là 60%".

A difference stands there, too: "thấp hơn quý I 0,6%".
"""

from __future__ import annotations

import re

from generator.extraction.counted.quantities import OF_THE_SAME
from generator.extraction.times.bases import shifted
from generator.extraction.times.candidates import timed
from generator.extraction.times.dating import Calendar, is_base
from generator.extraction.times.nearest import Dated
from generator.extraction.view import Figure, View
from generator.extraction.words.changes import CHANGES
from generator.model.period import Period
from generator.vi.dates import TimeKind, TimeMention, resolve

# "10.000 hồ sơ, so với cùng kỳ năm 2023 là 9.000 hồ sơ": what stands between the time of a
# base and its value tells that it is that of the base
_TOLD = re.compile(
    rf"(?<!\w){CHANGES.base_opens} (?P<base>[^,;()]{{2,60}}?)"
    rf"(?: {CHANGES.base_joints})(?: {CHANGES.base_joints_more}){{0,4}} $"
)
# "tăng 5% so với năm 2022 (58,1%)", "gấp đôi tháng 7 (89 bản)": the bracket tells the base's
# value; in "tăng so với năm 2022 (5%)" it may tell by how much
_BRACKETED = re.compile(
    rf"(?:(?<!\w){CHANGES.base_beside}|{CHANGES.base_changed} {CHANGES.base_opens})"
    r" (?P<base>[^,;()]{2,60}?)"
    rf" ?\((?:{CHANGES.bracket_values} ){{0,3}}$"
)
_IS = re.compile(r" là ")
_REACH = 120  # characters before a value in which its base stands
# "so với năm 2023 là 60% và 40%": two values behind one time, nobody says of what
_ROW = re.compile(r"(?: ?%| [^\W\d_]+){0,4},? (?:và|hay) (?:mức )?")
_SAME = re.compile(rf"(?:^|(?<!\w)){CHANGES.same}(?!\w)")
# all that such a base says besides its year: "cùng kỳ của", none in "năm 2023 tăng thêm là 500"
_PLAIN = re.compile(rf"(?: ?(?:{CHANGES.base_plain}|{CHANGES.same}|năm {CHANGES.year_words}))* ?")
_UNDATED = re.compile(rf"{CHANGES.previous}(?!\w)")
_YEAR_WORD = re.compile(rf"năm {CHANGES.year_words}(?!\w)")

# what differs: "cao hơn năm 2021 là 20.100 hồ sơ", "giảm so với quý I 0,6%"
_MORE = re.compile(
    rf"(?<!\w)(?:{CHANGES.more_or_less} hơn(?: so với)?|{CHANGES.differing}"
    rf"|(?P<changed>{CHANGES.changing} so (?:với|cùng)))"
    rf"(?: {CHANGES.difference_bases}){{0,3}} ?$"
)
_JOINED = re.compile(
    rf"(?P<told>(?: {CHANGES.difference_joints})?)(?: {CHANGES.difference_about})? ?"
)
_OPEN_BASE = re.compile(rf"(?<!\w){CHANGES.undated_bases}(?!\w)")
_NEAR = 60  # characters before a number in which what it differs from stands

# what the base was: "giảm 9% so với năm 2024, khi hai tỉnh cộng lại là 64.000 hồ sơ"
_WHEN_BASE = re.compile(
    rf"(?<!\w)so (?:với|cùng) [^,;.()]{{2,50}}, {CHANGES.base_when}"
    r" (?:[^,;.()]|[.,](?=\d)){2,90}$"
)


def is_of_base_then(view: View, start: int) -> bool:
    """Tell whether the number at ``start`` tells what was, when the base of a comparison was."""
    return _WHEN_BASE.search(view.text, max(0, start - _REACH), start) is not None


def is_difference(view: View, start: int) -> bool:
    """Tell whether the number at ``start`` is by how much one differs from another time.

    "giảm so với năm 2020 là 99%" gives the value of that year, no difference.
    """
    bases = [(one.start, one.end) for one in view.times]
    bases += [one.span() for one in _OPEN_BASE.finditer(view.text, max(0, start - _NEAR), start)]
    for low, end in bases:
        joined = _JOINED.fullmatch(view.text, end, start) if end <= start else None
        more = _MORE.search(view.text, max(0, low - _NEAR), low) if joined else None
        if joined and more and not (joined["told"] and more["changed"]):
            return True
    return False


def is_told_base(view: View, start: int) -> bool:
    """Tell whether the number at ``start`` is the value of a base whose time stands before it."""
    if _told(view, start) is not None:
        return True
    before = [figure for figure in view.figures if figure.end <= start]
    return (
        bool(before)
        and _is_row(view, before[-1].start)
        and _told(view, before[-1].start) is not None
    )


def base_told(
    view: View, calendar: Calendar, start: int, times: Dated, kept: Period | None
) -> Period | None:
    """Return the time of the base whose value stands at ``start``, None where it stays open.

    ``times`` are those of the sentence that are no bases, ``kept`` the time in mind. The value
    is one of its base only if it is told beside one of its own kind: "tiếp nhận 10.000 hồ sơ,
    so với năm 2023 đạt 111%" gives a ratio.
    """
    told = _told(view, start)
    if told is None or _is_row(view, start) or not _is_alike(view, start, told.start()):
        return None
    low, high = told.span("base")
    before = [period for mention, period in times if mention.end <= low]
    now = before[-1] if before else kept
    named = [one for one in view.times if low <= one.start and one.end <= high]
    dated = [one for one in named if one.kind is TimeKind.SPAN]
    if now is None or len(dated) > 1 or not _is_plain(view.text, (low, high), dated):
        return None
    back = _YEAR_WORD.search(told["base"]) is not None
    if back or not dated:
        year = now.end.year - 1
        if now.start is None or not (back or _SAME.search(told["base"])):
            return None
        base = Period(now.end.replace(year=year, month=12, day=31))
        return shifted(now, base)
    base_time = resolve(dated[0], now.end, windowed=calendar.windowed)
    if base_time is None:
        return None
    found = shifted(now, base_time) if _SAME.search(told["base"]) else base_time
    return found if found and found.end < now.end else None


def _told(view: View, start: int) -> re.Match[str] | None:
    """Return the base, with a time in it, whose value stands at ``start``."""
    reach = max(0, start - _REACH)
    found = _TOLD.search(view.text, reach, start) or _BRACKETED.search(view.text, reach, start)
    if found is None:
        return None
    low, high = found.span("base")
    if any(low <= figure.start < start for figure in view.figures):
        return None
    named = [one for one in view.times if low <= one.start and one.end <= high]
    if not named and not _UNDATED.search(found["base"]):
        return None
    dated = [one for one in named if one.kind is TimeKind.SPAN]
    # "so với năm 2022 để đứng thứ 21" is of the present
    told = _IS.search(view.text, high, start) or _is_plain(view.text, (low, high), dated)
    return found if told else None


def _is_row(view: View, start: int) -> bool:
    """Tell whether another value is joined to the one at ``start``."""
    figures = view.figures
    index = next((at for at, one in enumerate(figures) if one.start == start), len(figures))
    own, after = figures[index : index + 1], figures[index + 1 : index + 2]
    return bool(after) and _ROW.fullmatch(view.text, own[0].end, after[0].start) is not None


def _is_plain(text: str, span: tuple[int, int], dated: list[TimeMention]) -> bool:
    """Tell whether the base at ``span`` says nothing but a time."""
    low, high = span
    for mention in dated:
        if not _PLAIN.fullmatch(text, mention.end, high):
            return False
        high = mention.start
    return _PLAIN.fullmatch(text, low, high) is not None


def _is_alike(view: View, start: int, base: int) -> bool:
    """Tell whether a figure of the kind of that at ``start`` stands before the base."""
    own = next((one for one in view.figures if one.start == start), None)
    return own is not None and any(_same_kind(one, own) for one in view.figures if one.end <= base)


def _same_kind(one: Figure, other: Figure) -> bool:
    kinds = one.quantity.kind, other.quantity.kind
    return kinds[0] is kinds[1] and kinds[0] not in OF_THE_SAME


def after_base(
    view: View, calendar: Calendar, current: Period | None, start: int, base: Period
) -> Period | None:
    """Return the time that a sentence names before a figure and that lies behind its base.

    "Năm 2023, …; số hồ sơ trễ hạn giảm 82% so với năm 2022, còn 143 hồ sơ".
    """
    named = timed(view, calendar, ahead=False, current=current)
    before = [period for one, period in named if one.end <= start and not is_base(view.text, one)]
    later = [period for period in before if period.end > base.end]
    return later[-1] if later else None
