"""Words of reservation before a number: a report prints those of its figure, with its mark.

"Cao gần 1,4 điểm" is another figure than "cao hơn 1,4 điểm", whatever its mark names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.verify.lineage import Lineage
from generator.verify.objection import Objection
from generator.verify.printed import RESERVATIONS
from generator.verify.reading.text import names
from generator.verify.unmarked import place_of

RESERVED = "số liệu: in sai"
# after one of these "hơn" compares: "cao hơn 1,4 điểm"
_COMPARED = names("cao thấp nhiều ít lớn nhỏ tốt kém nhanh chậm sớm muộn")
# verbs and places before a number that it may be of: "vượt 1,4 điểm", "quá 5 ngày"
_OTHERWISE = names("vượt quá")
_WORDS = sorted({one for words in RESERVATIONS.values() for one in words} - _OTHERWISE)
_BEFORE = re.compile(
    rf"(?:(?<!\w)(?P<first>\w{{1,20}}) )?(?<!\w)(?P<word>{'|'.join(_WORDS)}) \(?\Z", re.IGNORECASE
)
_READ = 60  # letters before a number that are read


def reserving_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each number before which a word of reservation was put."""
    for unit in lineage.printed:
        text = str(unit["text"]).replace("\u00a0", " ")
        for start, end, name in unit.get("marks", ()):
            found = _BEFORE.search(text[max(0, start - _READ) : start])
            if found is None or _compares(found):
                continue
            message = f"“{found['word']} {text[start:end]}” ({name}): it has no such reservation"
            yield Objection(RESERVED, message, place_of(unit))


def _compares(found: re.Match[str]) -> bool:
    """Tell whether a word before a number compares: "hơn" behind how something is."""
    return found["word"].lower() == "hơn" and str(found["first"] or "").lower() in _COMPARED
