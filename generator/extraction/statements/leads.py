"""Leads that a quotation can do without: a topic or a purpose before the main clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.statements.rules import Heads
from generator.extraction.words.periods import PERIODS

_DAY = re.compile(
    rf"(?:từ |trong |đến )?(?:{PERIODS.statement_days} )+[\divx][\d/.-]*"
    r"(?: tháng \d{1,2})?(?: năm \d{4})?(?:,? |$)"
)
_SHORT = 10  # words; a shorter purpose is kept
_NEAR = 30  # words within which the main clause must show its verb


def main_clause(text: str, heads: Heads) -> int:
    """Return where the main clause begins behind a topic or a long purpose, else 0.

    "Về số hóa hồ sơ, | các xã đã …", "Để nâng cao …, tạo điều kiện …, | UBND tỉnh đã …".
    It begins at the first comma behind which a subject and its predicate stand, so what
    is left is a whole sentence of the source.
    """
    purpose = bool(heads.purposes.at_start(text))
    if not purpose and not heads.topics.at_start(text):
        return 0
    for start in _behind_commas(text):
        if _is_clause(text[start:], heads):
            short = len(text[:start].split()) < _SHORT
            return 0 if purpose and short else start
    return 0


def _behind_commas(text: str) -> Iterator[int]:
    comma = text.find(", ")
    while comma >= 0:
        yield comma + 2
        comma = text.find(", ", comma + 2)


def _is_clause(text: str, heads: Heads) -> bool:
    """Tell whether a subject opens the text, times before it left out, and a verb follows."""
    start = _after_times(text, heads)
    subject = heads.subjects.at_start(text[start:])
    if not subject:
        return False
    near = " ".join(text[start + subject :].split()[:_NEAR])
    return heads.predicates.found_in(near.split(";")[0])


def _after_times(text: str, heads: Heads) -> int:
    """Return the offset behind the times that open a text."""
    day = _DAY.match(text)
    start = day.end() if day else heads.adverbials.at_start(text)
    return start + len(text[start:]) - len(text[start:].lstrip(" ,"))
