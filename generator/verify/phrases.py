"""Words with a number in a report that are no figure by themselves: "Biểu đồ 1", "76/NQ-CP".

They are found letter by letter; what they are is told by where they stand: numbering, a time,
the name of an act, the occasion or title of a document, words of a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.verify.lineage import Lineage, Record
from generator.verify.origins import Tree, listed
from generator.verify.plainly import NUMBERING, Plain
from generator.verify.reading.text import squeezed
from generator.vi.numbers import find_number_words

_ACT = re.compile(r"\d{1,6}/(?:\d{4}/)?[A-ZĐ][A-ZĐ0-9]*(?:-[A-ZĐ0-9]+)*")
_DIGITS = re.compile(r"\d+(?:[.,/]\d+)*")
_BLANK = r"\s+"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One place of the words: where they stand in which unit, and what they are."""

    unit: Record
    start: int
    end: int
    sort: str = ""
    figure: str = ""
    origins: tuple[Tree, ...] = ()


def names_act(asked: str) -> bool:
    """Tell whether what is asked for is the number of a legal act: "76/NQ-CP"."""
    return _ACT.fullmatch(asked.strip()) is not None


def has_number(asked: str) -> bool:
    """Tell whether words hold a number, in digits or in words: "thứ hai"."""
    return bool(any(map(str.isdigit, asked)) or [*find_number_words(asked.lower())])


def phrases(asked: str, lineage: Lineage, plain: Plain) -> Iterator[Phrase]:
    """Yield each place where words stand as they are asked for, whatever the blanks between."""
    words = [re.escape(one) for one in asked.split()]
    if not words:
        return
    sought = re.compile(rf"(?<![\w]){_BLANK.join(words)}(?!\w|[.,]\d)", re.IGNORECASE)
    for unit in lineage.printed:
        text = str(unit["text"]) if unit["kind"] != "chart" else ""
        for match in sought.finditer(text):
            yield _phrase(unit, match.start(), match.end(), plain)


def _phrase(unit: Record, start: int, end: int, plain: Plain) -> Phrase:
    """Return a place with what the words there are."""
    text = str(unit["text"])
    for first, last, name in unit.get("marks", ()):
        if name in plain.lineage.figures and first < end and start < last:
            return Phrase(unit, start, end, figure=str(name))
    number = _DIGITS.search(text, start, end)
    first, last = number.span() if number else (start, end)
    if any(one < last and first < other for one, other, *_ in unit.get("own", ())):
        return Phrase(unit, start, end, NUMBERING)
    if sort := plain.sort(unit, first, last):
        return Phrase(unit, start, end, sort)
    found = plain.origins(unit, number[0]) if number else ()
    found = found or tuple(plain.quoting(unit, text[start:end]))
    return Phrase(unit, start, end, origins=found or tuple(_documents(unit, start, end, plain)))


def _documents(unit: Record, start: int, end: int, plain: Plain) -> Iterator[Tree]:
    """Yield the documents whose title or occasion has the words there."""
    words, around = squeezed(str(unit["text"])[start:end]), squeezed(str(unit["text"]))
    for at, one in enumerate(plain.lineage.documents, start=1):
        names = (squeezed(str(one.get(key) or "")) for key in ("title", "occasion"))
        if any(words in name and name in around for name in names if name):
            yield listed(f"[{at}]", str(one["id"]), plain.lineage)
