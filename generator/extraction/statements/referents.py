"""What "công tác này" stands for: the work that the paragraph named last before it.

In: ``Reading`` and the span of a clause. Out: the name of the work in the source's words, ""
where the clause does not point back, or where what was named last is no work of the field.
"""

from __future__ import annotations

import re

from generator.extraction.statements.text import Reading
from generator.extraction.words.clauses import CLAUSES

POINTING = "công tác này"
_WORK = re.compile(rf"(?<!\w){CLAUSES.work_words} ")
# how a work is done, which "công tác này" does not mean: "công tác lãnh đạo, chỉ đạo đối với …"
_DOING = tuple(CLAUSES.work_manners)
_NAMES = tuple(CLAUSES.works)


def referent(reading: Reading, paragraph: int, start: int, end: int) -> str:
    """Return the work that a clause means by "công tác này", as the source writes it.

    ``paragraph`` is where the paragraph of the clause begins.
    """
    at = reading.fold(start, end).find(POINTING)
    if at < 0:
        return ""
    text = reading.fold(paragraph, start + at)
    for found in reversed(list(_WORK.finditer(text))):
        rest = text[found.end() :]
        if rest.startswith(_DOING):
            continue
        name = max((one for one in _NAMES if rest.startswith(one)), key=len, default="")
        begin = paragraph + found.end()
        return " ".join(reading.text[begin : begin + len(name)].split())
    return ""
