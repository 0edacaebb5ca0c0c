"""A finished report against what its project makes of the same sources today, word by word.

A file proves itself by what it carries; whoever changes text and trace alike ("tăng" to
"giảm") is found for certain only where the report is composed anew from its sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.verify.comparing import MOST, shared, shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

AGAIN = "số liệu: soạn lại"
_BEFORE = 24  # letters of a message
_PARTS = (
    *("report", "documents", "facts", "figures", "statements", "findings", "readings"),
    *("targets", "words", "sentences", "locations", "places", "indicators", "sources", "own_ways"),
)


def rewriting_objections(lineage: Lineage, again: Lineage) -> tuple[Objection, ...]:
    """Return what a file prints or carries otherwise than its project composes it.

    Nothing where both have one digest, which is that of all that they carry.
    """
    if lineage.digest == again.digest:
        return ()
    found = tuple(_printed(lineage.printed, again.printed))[:MOST]
    return found or tuple(_carried(lineage, again))


def _printed(own: Sequence[Record], again: Sequence[Record]) -> Iterator[Objection]:
    """Yield the units that only one of two reports prints, a changed one with both its forms."""
    first, second = ([str(one) for one in units] for units in (own, again))
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for at in range(max(b - a, d - c)):
            told = own[a + at] if a + at < b else None
            right = again[c + at] if c + at < d else None
            place = place_of(told or right or {})
            yield Objection(
                AGAIN, f"the project says {_said(right, told)}, not {_said(told, right)}", place
            )


def _said(unit: Record | None, other: Record | None) -> str:
    """Return what a unit prints, from a little before it leaves another one."""
    if unit is None:
        return "nothing"
    text = str(unit["text"])
    start = max(0, shared(text, str(other["text"])) - _BEFORE) if other else 0
    return f"“{'…' if start else ''}{shortened(text[start:])}”"


def _carried(lineage: Lineage, again: Lineage) -> Iterator[Objection]:
    """Yield what else a file carries otherwise than its project has it."""
    parts = [part for part in _PARTS if getattr(lineage, part) != getattr(again, part)]
    yield from (
        Objection(AGAIN, f"the project has other {part}", part) for part in parts or ("data",)
    )
