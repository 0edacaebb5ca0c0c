"""The word before a time: "Trong năm 2023", "Đến ngày 15 tháng 9 năm 2022", "Từ năm 2021".

What stood so on one day did not come together "trong" that day, and what came together in a
while did so neither before nor after it. Whoever exchanges the words makes a state a flow with
every number right. ("Đến hết quý III" may be said of both.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

LED = "số liệu: từ chỉ thời gian"
_WHILE, _SINCE, _APART = ("trong",), ("kể từ", "từ"), ("trước", "sau")
_YEAR = r"(?:19|20)\d{2}"
_TIME = (
    rf"(?:ngày \d{{1,2}}(?: tháng \d{{1,2}} năm |/\d{{1,2}}/){_YEAR}|năm {_YEAR}"
    rf"|(?:tháng \d{{1,2}}|quý [IV]+|\d{{1,2}} tháng(?: đầu| cuối)?)(?: năm |/){_YEAR})"
)
_LED = re.compile(
    rf"(?:\A|[.;,(] ?)(?:cũng |ngay |riêng )?(?P<word>{'|'.join((*_WHILE, *_SINCE, *_APART))})"
    rf" (?P<time>{_TIME})(?! ?[-–]| đến| cho đến)",
    re.IGNORECASE,
)
_OTHER = re.compile(rf"[.;] |\bđến \w|{_TIME}", re.IGNORECASE)  # what ends the reach of a time


def leading_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each time whose first word the figure behind it denies."""
    for unit in lineage.printed:
        text = str(unit["text"]).replace("\u00a0", " ")
        marks = sorted(unit.get("marks", ())) if unit["kind"] == "paragraph" else ()
        for match in _LED.finditer(text) if marks else ():
            figure = _behind(match.end(), text, marks, lineage)
            facts = lineage.inputs(figure) if figure else ()
            if facts and not any(_fits(match["word"].lower(), match["time"], one) for one in facts):
                span = " … ".join(str(facts[0][key]) for key in ("start", "end") if facts[0][key])
                said = shortened(text[match.start("word") : match.end()])
                message = f"“{said}” stands before “{figure['id']}”, which is of {span}"
                yield Objection(LED, message, place_of(unit))


def _behind(end: int, text: str, marks: Sequence[Sequence[object]], lineage: Lineage) -> Record:
    """Return the figure that a time which ends there is of, {} for none."""
    for start, _, name in marks:
        if int(str(start)) >= end:
            is_far = _OTHER.search(text, end, int(str(start)))
            return {} if is_far else lineage.figures.get(str(name), {})
    return {}


def _fits(word: str, time: str, fact: Record) -> bool:
    """Tell whether a fact may be told with a word before a time."""
    start, end = str(fact["start"] or ""), str(fact["end"])
    if word in _WHILE:
        return bool(start)
    if word in _SINCE:
        return start[:4] == time[-4:]
    return time[-4:] != end[:4]
