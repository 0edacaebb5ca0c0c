"""Plans and demands: is a figure something reached, or something wanted?"""

from __future__ import annotations

import re

from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.rules import TargetRules
from generator.extraction.view import Figure, View
from generator.extraction.words.clauses import CLAUSES

_UPWARDS = "trở lên"
_QUESTION = 120  # characters of a question that opens a part of a talk
_NAME = 12  # characters in which the first two words of a name begin
# "vượt yêu cầu 20%": reached or not, the number is what was wanted
_AIM = re.compile(rf"(?<!\w){CLAUSES.aims}(?: {CLAUSES.aims_more}){{0,2}} $")
# "04 nhiệm vụ còn lại sẽ hoàn thành trong quý I"
_WILL = re.compile(r" ?(?:[^\W\d_]+ ){0,4}?sẽ(?!\w)")
# "100% hồ sơ trễ hạn phải có báo cáo giải trình": what must be done with each
_DUTY = re.compile(
    rf" ?(?:[^\W\d_]+ ){{0,6}}?(?:đều )?{CLAUSES.duties}(?! {CLAUSES.no_duty})(?!\w)"
)
# what follows a figure that is only wanted: "98% hồ sơ là con số tỉnh hướng tới"
_WANTED = re.compile(
    rf" ?(?:[^\W\d_]+ ){{0,6}}?là (?:{CLAUSES.wanted_called}(?: [^\W\d_]+){{0,5}}?"
    rf" {CLAUSES.wanted_does}|{CLAUSES.wanted})(?!\w)"
)
# a heading that says nothing but "Nhiệm vụ, giải pháp"
_TASKS = re.compile(
    r"(?:[ivx\d]{1,4}[.)-] ?)?(?:các )?nhiệm vụ(?:(?:,| và)? giải pháp)?(?: (?:năm )?\d{4})?:?"
)
# "phấn đấu nâng tỷ lệ từ 62% hiện nay lên 80%": only the first is so now
_RAISED = re.compile(
    r"từ (?:(?!đầu |ngày |tháng |quý |năm )[^\W\d_]+ ){0,4}?"
    rf"\d[\d.,]* ?%?(?: {CLAUSES.now_at})? {CLAUSES.up_to}(?!\w)"
)
# "xã A ít nhất, 288 bản", "ít nhất là xã A với 60 hồ sơ": the last of a row, no demand
_LAST_OF = re.compile(rf"ít nhất(?:,|\)| {CLAUSES.last_is} {CLAUSES.last_bodies} )")

# "tỉnh cắt giảm ít nhất 25% thời gian đối với 183 thủ tục": of no fewer of them; but "Cắt giảm
# ít nhất 25% thời gian, 25% chi phí" is what is to be done
_LEAST_TIME = re.compile(
    rf"{CLAUSES.at_least}(?: từ)? \d[\d.,]*(?: ?(?:-|đến) ?\d[\d.,]*)? ?% {CLAUSES.times_cut}(?!\w)"
)
_TO_CUT = re.compile(rf"[^\w]*{CLAUSES.cuts}(?!\w)")

_HOW_MUCH = re.compile(r" trên \d$")
# "Kế hoạch tháng 5: số hóa từ 55%": the whole sentence is wanted
_LABEL = re.compile(
    rf"{CLAUSES.plan_labels},? (?:\d{{1,2}} )?{CLAUSES.plan_times}(?!\w)[^:;.%]{{0,40}}:"
)


def is_target(rules: TargetRules, view: View, figure: Figure) -> bool:
    """Tell whether a phrase of planning governs a figure.

    It reaches from where it stands to the end of its sentence, unless a word of
    achievement comes between it and the figure. "trở lên" after the number and
    "tối thiểu" before it count in their own zone only.
    """
    if _AIM.search(view.text, 0, figure.start):
        return True
    cues = [hit for hit in view.hits(rules.cues) if hit.end <= figure.start + 1]
    cues = [hit for hit in cues if not _is_name(view, hit.start)]
    cues = [hit for hit in cues if not _is_upwards(view, hit.start)]
    cues = [hit for hit in cues if not _LAST_OF.match(view.text, hit.start)]
    cues = [hit for hit in cues if not _is_of_time(view, hit.start, figure)]
    cues = [hit for hit in cues if not _is_closed(view.text, hit.start, figure.start)]
    after = figure.quantity.end
    if _WILL.match(view.text, after) or _WANTED.match(view.text, after):
        return True
    if figure.quantity.kind is QuantityKind.PERCENT and _DUTY.match(view.text, after):
        return True
    ends = [hit for hit in view.hits(rules.cues) if figure.end <= hit.start <= figure.end + 1]
    if ends and view.text[ends[0].start : ends[0].end] == _UPWARDS:
        return True
    cues = [hit for hit in cues if not _released_by_own(view, rules, hit.start, hit.end)]
    label = _LABEL.match(view.text, 0, figure.start)
    if not cues and label is None:
        return False
    last = max([*(hit.end for hit in cues), *([label.end()] if label else ())])
    released = [hit for hit in view.hits(rules.release) if last <= hit.start < figure.start]
    objects = view.hits(rules.objects)  # "phấn đấu …, tỷ lệ số hóa kết quả đạt 100%"
    released = [one for one in released if not any(o.start < one.start < o.end for o in objects)]
    # "nâng tỷ lệ lên 95% (hiện là 78%), đưa …": what is so now is told in passing
    released = [hit for hit in released if not _is_closed(view.text, hit.start, figure.start)]
    raised = [one.span() for one in _RAISED.finditer(view.text, last, figure.start)]
    return all(any(low <= hit.start < high for low, high in raised) for hit in released)


def _released_by_own(view: View, rules: TargetRules, start: int, end: int) -> bool:
    """Tell whether the cue itself is part of a phrase of achievement.

    "chỉ tiêu trên" is one, but not in "xác định chỉ tiêu trên 98% người dân hài lòng".
    """
    return any(
        hit.start <= start
        and end <= hit.end
        and not _HOW_MUCH.search(view.text, start, hit.end + 2)
        for hit in view.hits(rules.release)
    )


def _is_closed(text: str, start: int, end: int) -> bool:
    """Tell whether what stands at ``start`` is in brackets that close before ``end``.

    "trực tuyến 71% (chỉ tiêu 70%), hài lòng 99%": the second is no target.
    """
    opened, closed = text.rfind("(", 0, start), text.find(")", start, end)
    return opened >= 0 and closed >= 0 and ")" not in text[opened:start]


def _is_of_time(view: View, start: int, figure: Figure) -> bool:
    """Tell whether "ít nhất" at ``start`` tells how much of the time is cut, not of how many."""
    if figure.quantity.kind is not QuantityKind.COUNT or _TO_CUT.match(view.text):
        return False
    return _LEAST_TIME.match(view.text, start, figure.start) is not None


def _is_upwards(view: View, start: int) -> bool:
    """Tell whether "trở lên" only tells from which level or mark on: "từ mức độ 3 trở lên".

    Behind a figure of its own it sets a goal, which reaches on.
    """
    upwards = view.text.startswith(_UPWARDS, start)
    return upwards and not any(start - 1 <= one.end <= start for one in view.figures)


def _is_name(view: View, start: int) -> bool:
    """Tell whether a word is the first of a name: "Cần Giờ" needs nothing."""
    words = view.original[start : start + _NAME].split(" ")
    need = view.text.startswith("cần ", start)
    return need and all(word[:1].isupper() for word in words[:2])


def is_plan_heading(rules: TargetRules, text: str) -> bool:
    """Tell whether a heading or lead-in opens a part on plans.

    "Nhiệm vụ năm 2025" does; "Kết quả thực hiện nhiệm vụ năm 2024" and "Phản ánh,
    kiến nghị" tell of results.
    """
    if _TASKS.fullmatch(text):
        return True
    results = [hit.start for hit in rules.results.hits(text)]
    return any(
        not any(start <= hit.start for start in results) for hit in rules.headings.hits(text)
    )


def is_question(text: str) -> bool:
    """Tell whether a paragraph is a question, whose answer follows: "Mục tiêu năm tới?"."""
    return text.endswith("?") and len(text) <= _QUESTION and text.find(". ") < 0


def is_plan_lead(rules: TargetRules, text: str) -> bool:
    """Tell whether a lead-in says of the list below it that it is still wanted.

    "Năm 2026, phường phấn đấu:" does; "Kết quả phấn đấu:" and "Các chỉ tiêu đã đạt:" do not.
    """
    cues = list(rules.cues.hits(text))
    told = [*rules.results.hits(text), *rules.release.hits(text)]
    # "phấn đấu hoàn thành chỉ tiêu": wanted, not done
    told = [hit for hit in told if not any(0 <= hit.start - cue.end <= 1 for cue in cues)]
    return bool(cues) and not told
