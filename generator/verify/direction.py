"""Words of rise and fall ("tăng", "gấp", "giảm") against the facts that a difference is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

DIRECTION = "số liệu: tăng, giảm"
_WORD = re.compile(
    r"(?<!\w)(?P<word>tăng|giảm|gấp)(?: (?:thêm|khoảng|hơn|gần|trên))*\s*\Z", re.IGNORECASE
)
_SAME = ("indicator", "place", "level")


def direction_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection where a rise is called a fall, or a fall a rise.

    A direction has what was computed from two facts of one indicator, place and level at
    two times, and a change that a source prints itself; a rank rises when its number falls.
    """
    for unit in lineage.printed:
        text = str(unit["text"])
        for start, end, name in unit.get("marks", ()):
            word = _WORD.search(text[:start].replace("\u00a0", " "))
            figure = lineage.figures.get(name)
            rises = _rises(figure, lineage) if word and figure else None
            if word and rises is not None and rises != (word["word"].lower() != "giảm"):
                message = f"“{shortened(text[word.start() : end])}” ({name}): the facts say other"
                yield Objection(DIRECTION, message, place_of(unit))


def _rises(figure: Record, lineage: Lineage) -> bool | None:
    """Tell whether a difference is a rise, None where it has no direction."""
    if figure.get("part") == "change":
        changes = [fact["change"] for fact in lineage.inputs(figure) if fact.get("change")]
        told = {str(one.get("direction")) for one in changes}
        return told == {"up"} if told <= {"up", "down"} and len(told) == 1 else None
    facts = sorted(lineage.inputs(figure), key=lambda fact: str(fact["end"]))
    if not figure.get("formula") or len(facts) != len(("earlier", "later")):
        return None
    earlier, later = facts
    first, last = decimal(earlier["value"]), decimal(later["value"])
    alike = all(earlier.get(key) == later.get(key) for key in _SAME)
    if not alike or earlier["end"] == later["end"] or first == last:
        return None
    is_rank = lineage.indicators.get(earlier["indicator"], {}).get("kind") == "rank"
    return (last < first) if is_rank else (last > first)
