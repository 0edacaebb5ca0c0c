"""The department, office or district by its name that the words around a figure tell."""

from __future__ import annotations

import re

from generator.extraction.places.asides import is_home
from generator.extraction.places.levels import is_closed, is_in_reason, names_subject
from generator.extraction.places.units import SHORTLY, UNIT_NAME, is_address, is_former, is_gloss
from generator.extraction.view import Figure, View
from generator.extraction.words.levels import LEVELS
from generator.extraction.words.subjects import SUBJECTS
from generator.extraction.words.units import UNITS
from generator.extraction.zones import Zone

WHOLE = re.compile(
    rf"(?<!\w)(?:{SUBJECTS.over}|(?<!văn phòng )ubnd tỉnh"
    rf"|{SUBJECTS.part_of.not_before}của tỉnh"
    r"|(?:[,;:] |^)tỉnh)(?!\w)"
)
# "Giám đốc Sở Nội vụ cho biết": who speaks is not whom a figure is of
_SPEAKS_FOR = re.compile(rf"(?<!\w)(?:{SUBJECTS.speaks_for}|{SUBJECTS.by_report}) *$")
_SAYS = re.compile(
    r"(?: \([^()]{0,30}\)|(?: [^\W\d_]{1,10}){0,5}?)?,? (?:cũng |vừa )?"
    rf"(?:{SUBJECTS.says}|{SUBJECTS.says_without_number}(?! \d))(?!\w)"
    # it gathers the figures of the whole province
    rf"|{SUBJECTS.gatherers.behind}[^:;.\d]{{0,20}}: ?{SUBJECTS.gathered}(?!\w)"
    rf"|{SUBJECTS.gatherers.behind} (?:đã |vừa |cũng ){{0,2}}{SUBJECTS.gatherers_ask}(?!\w)"
)
_WHOSE = re.compile(r" ?(?:[^\W\d]+ ){1,4}?(?:của|thuộc|tại) ")
_ITSELF = re.compile(rf"(?<!\w){SUBJECTS.itself}(?!\w)")
# "Theo Công an tỉnh, đã tiếp nhận …": these report on themselves
_OWN_TRADE = tuple(SUBJECTS.own_trade)
# "Trung tâm Hành chính công tỉnh, bộ phận một cửa cấp xã": a unit beside others
_JOINED = re.compile(
    r"(?: tỉnh| thành phố)?(?: [^\W\d_]{1,10}){0,3}?(?:,|,? và|,? cùng)(?: tại| của| với)?"
    rf" (?:{SUBJECTS.beside}|{SUBJECTS.beside_centre}(?! {SUBJECTS.centre_does})"
    # "… và 102 xã, phường tiếp nhận"
    rf"|(?:{SUBJECTS.all_of} )?\d{{1,4}}(?:/\d{{1,4}})? (?:ubnd )?{SUBJECTS.beside_counted})(?!\w)"
)
# "Văn phòng Đăng ký đất đai và các chi nhánh": one body with all that belongs to it
_OWN_BRANCHES = re.compile(rf"(?:,? và|,? cùng) (?:(?:các|\d{{1,2}}) )?{UNITS.branches_told}(?!\w)")
# "dẫn đầu toàn tỉnh", "cao nhất trong toàn tỉnh": what a unit is only compared with
_AGAINST = re.compile(rf"(?<!\w){LEVELS.against_whole}(?: {LEVELS.against_more}){{0,3}} $")
# "01 Trung tâm" is counted itself; "năm 2021 Sở Tư pháp" is not
_COUNTED = re.compile(rf"{SUBJECTS.dated.not_before}(?<![\w.,/-])\d{{1,4}} $")
_ALONE_BEFORE = 160
_UNIT_BEFORE = 70  # characters between the name of a unit and its number


def unit_name(view: View, figure: Figure, zone: Zone, says: list[tuple[int, int]]) -> str | None:
    """Return the name of the department or district a figure is of, None if none is named.

    ``says`` are the spans that tell what it counts; a name in them is no subject.
    """
    right = unit_behind(view, figure, zone)
    if right is not None and not any(low <= right.start() < high for low, high in says):
        return right["name"]
    left, last = None, (len(view.text), len(view.text))
    for match in UNIT_NAME.finditer(view.original, zone.clause_left, figure.start):
        start, end = match.span()
        if _is_province(view, match) or is_home(view.original, start):
            continue
        if is_closed(view.text, start, figure.start) or is_gloss(view.text, last[1], start):
            continue
        if is_address(view.text, last, start) or _is_in_passing(view.text, start, figure.start):
            continue
        if is_in_reason(view.text, start, figure.start):
            continue
        last = start, end
        opens = not view.text[zone.clause_left : start].strip() or view.text[start - 2] in ",:"
        if not _is_near(view.text, end, figure.start, opens=opens):
            continue
        if match["name"].startswith("Trung tâm") and any(low <= start < high for low, high in says):
            continue  # "TTHC thực hiện tại Trung tâm Hành chính công tỉnh" are the province's
        if not _is_aside(view.text, start, end, figure.start):
            joined = _JOINED.match(view.text, end) and not _OWN_BRANCHES.match(view.text, end)
            over = _is_over(view.text, end, figure.start) or joined
            left = None if over else match["name"]
    return left


def unit_behind(view: View, figure: Figure, zone: Zone) -> re.Match[str] | None:
    """Return the unit whose a figure is said to be behind it: "100% hồ sơ của Sở Tư pháp"."""
    found = UNIT_NAME.search(view.original, figure.quantity.end, zone.near_right)
    between = view.text[figure.quantity.end : found.start()] if found else ""
    return found if found and _WHOSE.fullmatch(between) else None


def _is_over(text: str, end: int, start: int) -> bool:
    """Tell whether the whole is named behind a unit as what the figure at ``start`` is of.

    "Huyện A dẫn đầu toàn tỉnh với 92%" is of the district yet.
    """
    found = WHOLE.finditer(text, end, start)
    return any(not _AGAINST.search(text, end, one.start()) for one in found)


def _is_province(view: View, match: re.Match[str]) -> bool:
    """Tell whether "thành phố X" is a unit of the country, as Đồng Nai from 2026 on."""
    if not match["name"].lower().startswith(("thành phố", "tp")):
        return False
    return any(match.start() <= low < match.end() for low, _ in view.provinces)


def _is_in_passing(text: str, start: int, until: int) -> bool:
    """Tell whether a unit stands in brackets behind which somebody else is named.

    "dù phải sắp xếp lại (giao việc cho Công an tỉnh), các cơ quan giải quyết 900 hồ sơ".
    """
    if text.count("(", 0, start) <= text.count(")", 0, start):
        return False
    end = text.find(")", start, until)
    return end >= 0 and names_subject(text, end, until)


def _is_near(text: str, end: int, start: int, *, opens: bool) -> bool:
    """Tell whether the name of a unit can reach a number.

    It is near, or ``opens`` the clause and stands there alone.
    """
    if start - end <= _UNIT_BEFORE:
        return True
    return opens and start - end <= _ALONE_BEFORE and not names_subject(text, end, start)


def _is_aside(text: str, start: int, end: int, until: int) -> bool:
    """Tell whether a unit is no subject: it is counted, is no more, or reports on others.

    "Sở Nội vụ cho biết, nơi này tiếp nhận …" reports on itself.
    """
    before = text[max(0, start - 30) : start]
    if _COUNTED.search(before) or is_former(text, end):
        return True
    gives = not text.startswith(_OWN_TRADE, start) and _SPEAKS_FOR.search(before) is not None
    gives = gives or _SAYS.match(text, end) is not None
    again = (one["body"] for one in SHORTLY.finditer(text, end, until))
    own = _ITSELF.search(text, end, until) or any(text.startswith(one, start) for one in again)
    return gives and not own
