"""A text from the last days of a year that sums the whole year up.

"Báo cáo cải cách hành chính năm 2024" of 20 December tells of the year by its name, an article
of that day on "năm 2024" of what had been done by then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from generator.extraction.words.periods import PERIODS
from generator.model.period import Period

_WORDS = r"(?:,? [^\W\d_]+){0,14}?"
_OF_TITLE = re.compile(rf"(?<!\w){PERIODS.summing}{_WORDS} năm (?P<year>20\d\d)(?!\w)")
_OF_NEXT = re.compile(rf"(?<!\w){PERIODS.planning}{_WORDS} năm (?P<year>20\d\d)(?!\w)")
_OF_EVENT = re.compile(rf"(?<!\w){PERIODS.summing_events}{_WORDS} năm (?P<year>20\d\d)(?!\w)")
_LAST = 12  # reports on a year come out in its last month


def summed_year(title: str, head: Iterable[str], today: date | None) -> date | None:
    """Return the last day of the year that a text sums up shortly before it ends, else None.

    ``title`` and the paragraphs of its ``head`` are folded; ``today`` is the day of the text.
    """
    if today is None or today.month != _LAST or today.day == 31:
        return None
    told = [match["year"] for match in _OF_TITLE.finditer(title)]
    told += [str(int(match["year"]) - 1) for match in _OF_NEXT.finditer(title)]
    for text in head:
        told += [match["year"] for match in _OF_EVENT.finditer(text)]
        if plan := _OF_NEXT.fullmatch(text):
            told.append(str(int(plan["year"]) - 1))
    return date(today.year, 12, 31) if str(today.year) in told else None


def is_cut(found: Period | None, today: date | None) -> bool:
    """Tell whether a period is the year of the text up to its day."""
    if found is None or today is None or found.end != today:
        return False
    return found.start == today.replace(month=1, day=1)
