"""What stands around the text: properties, bookmarks, headers, descriptions of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage
from generator.verify.objection import Objection
from generator.verify.reading.text import FileText, squeezed

AROUND = "số liệu: quanh văn bản"
_DIGIT = re.compile(r"\d")
_TITLES = ("title", "properties, title")  # these name the place of the report


def surrounding_objections(text: FileText, lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each title, or text with a digit, that the report does not print.

    The report's own words are its units, the date as ISO, and joined lines of its
    title; blanks and case do not count.
    """
    lines = [squeezed(str(unit["text"])) for unit in lineage.printed]
    title = "".join(squeezed(str(u["text"])) for u in lineage.printed if u["kind"] == "title")
    whole = {*lines, title, squeezed(str(lineage.report.get("date", "")))}
    for piece in text.others:
        key = squeezed(piece.text)
        says_something = _DIGIT.search(key) or (title and piece.where.lower() in _TITLES)
        if not says_something or key in whole or _is_title(key, title):
            continue
        # "Biểu đồ 1", the label at the head of a caption
        is_read_out = piece.where.startswith("aria-label")
        if is_read_out and any(line.startswith(f"{key}.") for line in lines):
            continue
        message = f"the report does not say “{shortened(piece.text)}”"
        yield Objection(AROUND, message, piece.where)


def _is_title(key: str, title: str) -> bool:
    """Tell whether a text is the title, its kind and subject parted by a colon."""
    return key.replace(":", "", 1) == title or title.endswith(key)
