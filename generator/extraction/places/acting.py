"""Whether a central body is what a sentence measures, or only who announces it."""

from __future__ import annotations

import re

from generator.extraction.pattern import regex
from generator.extraction.places.asides import is_described
from generator.extraction.words.subjects import SUBJECTS

_AT = re.compile(rf"(?:^|[,;:.] ?|(?<!\w){SUBJECTS.at_first} ){SUBJECTS.at_body}[ \t]+$")
_OPENS = re.compile(r"[\s\"'(-]{0,4}")
_BODY_VERB = regex(
    rf"^(?: [^\s\d;.]+){{0,3}}? {SUBJECTS.body_does}"
    rf"|^,? ?\(?(?:{SUBJECTS.body_number} )?\d[\d.,]*"
)
_RANK_OF = re.compile(rf"{SUBJECTS.rank_of} \d{{1,2}}(?:/\d{{2}})? {SUBJECTS.rank_is} $")
# whose the lead is: "đứng đầu trong 19 bộ là Bộ Tư pháp, chỉ số ở mức 90%"
_LEADS_TO = re.compile(rf"(?<!\w){SUBJECTS.leads}[^.;]{{0,60}} {SUBJECTS.leads_to} $")
# "Bộ Xây dựng, Bộ Công Thương lần lượt xếp thứ 3, thứ 4"
_IN_TURN = re.compile(r"(?:(?:,| và|, và) [^\d;.:]{1,60})? lần lượt(?!\w)")
# "đã công bố 42 TTHC", "ban hành 14 quyết định": its own work, no report on others
_OWN_WORK = regex(
    rf"^(?: [^\s\d;.]+){{0,2}}? {SUBJECTS.own_work}(?: danh mục)? \d[\d.]*"
    rf" {SUBJECTS.own_results}"
)
# "Bộ Y tế: Quý I/2024 tiếp nhận …", "Bộ Y tế: Năm 2023, Bộ đã …": a headline on its own work
_ITS_TIME = (
    rf": ?(?:(?:{SUBJECTS.headline_first} )?(?:\d{{1,2}} tháng|{SUBJECTS.headline_times})"
    r"[^:;,.]{0,30}?,? )?"
)
_ITSELF = re.compile(
    rf"{_ITS_TIME}(?P<self>bộ )?(?:đã |cũng |mới |hiện ){{0,2}}"
    rf"(?:{SUBJECTS.headline_does}|có \d)"
)
COLLECTS = tuple(SUBJECTS.collects)  # "Bộ Nội vụ: Tiếp nhận 1,2 triệu hồ sơ" may be all of them
# "… (Bộ Nội vụ, 9/2026)": who gave the figure
_GIVER = re.compile(rf",? ?(?:{SUBJECTS.giver_times} )?[\d/.-]{{4,10}}\)")
_BRANCH = re.compile(rf"{SUBJECTS.branches} [^.;:()\d]{{3,60}} \($")
# "Chỉ số của tỉnh do Bộ Nội vụ thẩm định": who has found a figure
_BY = re.compile(r"(?<!\w)do[ \t]+$")
_JUDGES = re.compile(rf" (?:đã )?{SUBJECTS.judges}(?!\w)")
# "Par Index của Bộ Y tế theo kết quả công bố là 81,5": an aside on who has found it
_AS_PUBLISHED = re.compile(rf" (?:{SUBJECTS.as_published}) (?={SUBJECTS.body_number}(?!\w))")
# "Đại diện Bộ Y tế cho biết, riêng bộ này đã …", "Theo Bộ Tư pháp, bộ này đã …"
_OF_ITSELF = re.compile(
    rf"(?: {SUBJECTS.self_says})?(?: thêm| rằng)?,? (?:riêng |trong năm |đến nay,? ){{0,2}}"
    rf"{SUBJECTS.self_named}(?!\w)"
)
# "Đại diện Bộ Y tế cho biết, trong quý II đã cắt giảm …": nobody else is spoken of
_SPEAKER = re.compile(
    rf"(?:^|[,;:.] )(?:{SUBJECTS.office_speakers}|{SUBJECTS.central_heads})(?: của)?[ \t]+$"
)
_SAYS_IT = re.compile(
    rf" {SUBJECTS.self_says}(?: thêm)?(?: rằng|:)?,? "
    rf"(?:(?:trong |đến |tính đến |từ |hết )?(?:\d{{1,2}} tháng|{SUBJECTS.said_times})(?!\w)"
    r"[^:;,.]{0,30}?,? ){0,2}"
    rf"(?P<self>bộ )?(?:đã |cũng |mới |hiện ){{1,2}}{SUBJECTS.headline_does}(?!\w)"
)
# "theo kết quả Bộ Nội vụ vừa đưa ra, chỉ số của tỉnh …": from whom a figure is taken
_TAKEN_FROM = re.compile(rf"(?<!\w)theo {SUBJECTS.taken_from}(?: {SUBJECTS.taken_more})?[ \t]+$")
_TO_COMMA = re.compile(r"(?: [^\W\d_]+){0,8}(?: (?:ngày|tháng|năm|quý) [\d/.-]+)?,")
# "Bộ Tài chính đến cuối tháng 9 đã giải quyết": when, told before what it did
WHEN = (
    rf",? {SUBJECTS.when_opens}(?: (?:{SUBJECTS.when_words}|[ivx]{{1,4}}|[\d/.-]{{1,10}}))"
    r"{1,8},?"
)
_WHEN = re.compile(rf"{WHEN}(?= )")
_PUBLISHES = regex(rf"^(?: [^\s\d;.]+){{0,2}}? {SUBJECTS.publishes}")


def acts(text: str, start: int, end: int) -> bool:
    """Tell whether a body is what the sentence measures, not who announces it."""
    when = _WHEN.match(text, end)
    behind = when.end() if when else end
    rest = _AS_PUBLISHED.sub(" ", text[behind : behind + 60], count=1)
    if is_giver(text, start, end) or (_BY.search(text, 0, start) and _JUDGES.match(text, end)):
        return False
    if _OF_ITSELF.match(text, end) or _speaks_of_itself(text, start, end):
        return True
    if _TAKEN_FROM.search(text, max(0, start - 60), start) and _TO_COMMA.match(text, end):
        return False
    itself = _ITSELF.match(text, end) if _OPENS.fullmatch(text, 0, start) else None
    if itself is not None and (itself["self"] or text[start:end] not in COLLECTS):
        return True
    if _IN_TURN.match(text, end, end + 100) or _RANK_OF.search(text, max(0, start - 40), start):
        return True
    at = rest.startswith(",") and _AT.search(text[max(0, start - 20) : start])
    if at or is_described(text, start, end):
        return True
    if _LEADS_TO.search(text, max(0, start - 80), start):
        return True
    own = not publishes(rest) or _OWN_WORK.found_in(rest)
    return _BODY_VERB.found_in(rest) and own


def _speaks_of_itself(text: str, start: int, end: int) -> bool:
    """Tell whether somebody speaks for a body of what it did; one that collects may mean all."""
    said = _SAYS_IT.match(text, end)
    if said is None or not _SPEAKER.search(text, max(0, start - 40), start):
        return False
    return said["self"] is not None or text[start:end] not in COLLECTS


def is_giver(text: str, start: int, end: int) -> bool:
    """Tell whether a body stands in brackets with a day: "98% hồ sơ … (Bộ Nội vụ, 9/2026)"."""
    return "(" in text[max(0, start - 12) : start] and _GIVER.match(text, end) is not None


def end_of_branch(original: str, start: int, end: int) -> int:
    """Return where "Cục Quản lý Dược (Bộ Y tế)" ends, a ministry that only tells whose it is.

    Any other name ends where it does.
    """
    inside = original.startswith(")", end)
    return end + 1 if inside and _BRANCH.search(original, max(0, start - 80), start) else end


def publishes(rest: str) -> bool:
    """Tell whether the words behind the name of a body say that it announces something."""
    return _PUBLISHES.found_in(rest)
