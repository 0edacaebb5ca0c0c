"""Where a text sends its reader: the appendix that it names is there and holds what it says.

"câu trích của nguồn nêu tại Phụ lục I" leads to quotes, "nguồn nêu tại Phụ lục III" to the list
of documents, "các điểm cần lưu ý tại Phụ lục II" to the notes; and what these tell is denied
neither there nor on the way to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.pointing import POINTED
from generator.verify.reading.text import squeezed
from generator.verify.unmarked import place_of


class _Holds(Enum):
    """What an appendix is made for."""

    QUOTES = "the quotes"
    DOCUMENTS = "the list of documents"
    NOTES = "the notes"


_SENT = re.compile(r"(?P<what>[^.;,()]{0,120}?)\btại (?P<label>Phụ lục [IVX]+)(?!\w)")
_SORTS = (
    (_Holds.QUOTES, re.compile(r"câu trích")),
    (_Holds.NOTES, re.compile(r"ghi chú|lưu ý")),
    (_Holds.DOCUMENTS, re.compile(r"nguồn|tài liệu")),
)
_DENIED = re.compile(r"(?<!\w)(?:không|chưa) (?:có|còn)(?!\w)", re.IGNORECASE)
_AGREED = re.compile(
    r"(?:đều|hoàn toàn|đã)(?: \w+)? (?:thống nhất|khớp|phù hợp|chính xác)", re.IGNORECASE
)


def appendix_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each pointer to an appendix that leads astray or is denied."""
    parts = _appendices(lineage.printed)
    held = {label: _held(units, lineage) for label, units in parts.items()}
    told = [squeezed(str(one["message"])).rstrip(".") for one in lineage.findings]
    for unit in lineage.printed:
        if unit["kind"] == "appendix" or not held:
            break
        if unit["kind"] != "paragraph":
            continue
        text = _plain(unit)
        for match in _SENT.finditer(text):
            if reason := _astray(match, held):
                yield Objection(
                    POINTED, f"“{shortened(match[0].strip())}”: {reason}", place_of(unit)
                )
    for label, units in parts.items():
        for unit in units if told and held[label] is _Holds.NOTES else ():
            key = squeezed(str(unit["text"]))
            if _AGREED.search(_plain(unit)) and not any(one in key for one in told):
                message = f"“{shortened(_plain(unit))}” is said above what does not agree"
                yield Objection(POINTED, message, place_of(unit))


def _astray(match: re.Match[str], held: Mapping[str, _Holds]) -> str:
    """Return why a pointer to an appendix is wrong, "" where it is right."""
    label = match["label"]
    sort = next((sort for sort, words in _SORTS if words.search(match["what"])), None)
    if label not in held:
        # an appendix of a decree has the name of the decree behind it
        return "" if sort is None else "the report has no such appendix"
    if sort is not None and held[label] is not sort:
        return f"there stand {held[label].value}, not {sort.value}"
    return "it is denied" if sort and _DENIED.search(match["what"]) else ""


def _appendices(units: Sequence[Record]) -> dict[str, list[Record]]:
    """Return what stands in each appendix, by its label."""
    found: dict[str, list[Record]] = {}
    label = ""
    for unit in units:
        if unit["kind"] == "appendix":
            label = _plain(unit)
            found[label] = []
        elif label:
            found[label].append(unit)
    return found


def _held(units: Sequence[Record], lineage: Lineage) -> _Holds:
    """Tell what an appendix holds, by its cells."""
    cells = [str(unit["text"]) for unit in units if unit["kind"] == "cell"]
    if any(text.startswith("“") for text in cells):
        return _Holds.QUOTES
    names = {squeezed(str(one.get("title") or one["id"])) for one in lineage.documents}
    listed = {squeezed(text) for text in cells}
    if names and all(any(name in text for text in listed) for name in names):
        return _Holds.DOCUMENTS
    return _Holds.NOTES


def _plain(unit: Record) -> str:
    """Return the text of a unit with plain blanks."""
    return str(unit["text"]).replace("\u00a0", " ")
