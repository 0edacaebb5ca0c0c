"""Signs without width inside numbers: "541.559" with one may break across two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.verify.objection import Objection
from generator.verify.reading.text import FileText

PARTED = "số liệu: nội dung ẩn"
_NO_WIDTH = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
_WITHIN = re.compile(rf"\d[.,/]?{_NO_WIDTH.pattern}[.,/]?\d")


def parting_objections(text: FileText) -> Iterator[Objection]:
    """Yield an objection for each number of a file that holds a sign without width."""
    for piece in (*text.body, *text.notes, *text.others):
        if found := _WITHIN.search(piece.text):
            digits = "…".join(_NO_WIDTH.split(found[0]))
            message = f"the file holds a number with a sign without width: “{digits}”"
            yield Objection(PARTED, message, piece.where)
