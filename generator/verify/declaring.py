"""What a file declares of itself beside its texts: its language, the days of its making.

A program that reads Vietnamese aloud as English makes numbers of other words; a report that
says it was made on another day than its own passes for an older or a later one.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.verify.lineage import Lineage
from generator.verify.objection import Objection
from generator.verify.reading.text import FileText

DECLARED = "số liệu: thuộc tính"
_LANGUAGE = "vi"


def declared_objections(text: FileText, lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each language and day that is not the report's."""
    for piece in text.tongues:
        if piece.text.lower().partition("-")[0] != _LANGUAGE:
            message = f"the language is told as “{piece.text}”, not “{_LANGUAGE}”"
            yield Objection(DECLARED, message, piece.where)
    date = str(lineage.report.get("date") or "")
    for piece in text.days:
        if date and piece.text != date:
            yield Objection(DECLARED, f"the day is told as {piece.text}, not {date}", piece.where)
