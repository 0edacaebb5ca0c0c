"""The frame of a report: the date it bears, the time it is of, its captions, which count from 1."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from generator.extraction.reading import folded
from generator.verify.comparing import TEXT, shortened
from generator.verify.days import days_in
from generator.verify.lineage import Lineage
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of
from generator.vi.dates import find_times

_LABEL = re.compile(r"(?P<name>\D+?)\s(?P<number>\d+)\Z")

_WITH = re.compile(r"\(Kèm theo ")  # of an appendix, which bears the day of its report
# where a report says what it is about: its title, its first and its last sentence
_ABOUT = re.compile(r"Trên đây là |Báo cáo này tổng hợp ", re.IGNORECASE)
_LEADS = re.compile(r"(?<!\w)(?:báo cáo|tóm tắt)(?!\w)", re.IGNORECASE)
_FOLLOWS = ("như sau:", "như sau")
# "6 tháng đầu năm" may mean the window of a decree, from 15 December to 14 June
_WINDOW = timedelta(days=31)
_LAST_MONTH = 12


def framing_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for another date of the letterhead, and for captions miscounted."""
    yield from _untimely(lineage)
    day_of_report = str(lineage.report.get("date") or "")
    counts: dict[str, int] = {}
    for unit in lineage.printed:
        text = str(unit["text"])
        if day_of_report and (unit["kind"] == "letterhead" or _WITH.match(text)):
            for *_, day in days_in(text):
                if day.isoformat() != day_of_report:
                    message = f"the {unit['kind']} bears {day.isoformat()}, not {day_of_report}"
                    yield Objection(TEXT, message, place_of(unit))
        if unit["kind"] == "caption" and unit.get("own"):
            label = _LABEL.match(text[: unit["own"][0][1]])
            if label is None:
                continue
            name = label["name"].lower()
            counts[name] = counts.get(name, 0) + 1
            if int(label["number"]) != counts[name]:
                message = f"“{label[0]}” stands where {counts[name]} follows"
                yield Objection(TEXT, message, place_of(unit))


def _untimely(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection where a report says that it is about another time than its periods.

    A title that the config gives is the office's own.
    """
    spans = [tuple(span) for span in lineage.report.get("periods", ())]
    own = " ".join(str(lineage.report.get("subject") or "").split())
    if not spans:
        return
    start = min((date.fromisoformat(one) for one, _ in spans if one), default=None)
    end = max(date.fromisoformat(one) for _, one in spans)
    for unit in lineage.printed:
        text = " ".join(str(unit["text"]).split())
        is_title = unit["kind"] == "title" and (not own or text not in own)
        if not is_title and not (unit["kind"] == "paragraph" and _is_about(text)):
            continue
        told = [(one.first, one.last) for one in find_times(folded(text)) if not one.first[2]]
        told = [one for one in told if one[0][0] and one[1][0]]
        begins = start is None or any(abs(_first(one) - start) <= _WINDOW for one, _ in told)
        ends = any(abs(_last(one) - end) <= _WINDOW for _, one in told)
        if told and not (begins and ends):
            time = f"{start or 'the beginning'} to {end}"
            message = f"“{shortened(text)}” names another time than that of the report, {time}"
            yield Objection(TEXT, message, place_of(unit))


def _is_about(text: str) -> bool:
    """Tell whether a paragraph is the first or the last sentence of a report."""
    opening = text.endswith(_FOLLOWS) and _LEADS.search(text, text.rfind(". ") + 1) is not None
    return opening or _ABOUT.search(text) is not None


def _first(told: tuple[int, int, int]) -> date:
    """Return the first day of a year or a month."""
    return date(told[0], told[1] or 1, 1)


def _last(told: tuple[int, int, int]) -> date:
    """Return the last day of a year or a month."""
    year, month = told[0], told[1] or _LAST_MONTH
    return date(year, month, monthrange(year, month)[1])
