"""The title of an official document, which stands below its letterhead.

Nghị định 30/2020/NĐ-CP, Annex I: body and number, motto and place, then the kind of
document ("BÁO CÁO") on a line of its own and what it is about on the next ones.
"""

from __future__ import annotations

import re

from generator.extraction.context import Paragraph
from generator.extraction.reading import folded

_HEAD = 16  # paragraphs among which the kind of a document stands
_KIND = re.compile(
    r"(?:báo cáo|tờ trình|thông báo|kế hoạch|công văn|bản tin|phụ lục|đề cương)"
    r"(?: (?:tóm tắt|tổng hợp|nhanh|định kỳ|sơ kết|tổng kết))?:?"
)
_WHOLE = re.compile(r"(?:báo cáo|tổng hợp|biểu tổng hợp|kết quả|bản tin) ")


def document_title(text: str, found: tuple[Paragraph, ...]) -> str:
    """Return what an official document says it is about, "" where it has no such head."""
    for index, paragraph in enumerate(found[:_HEAD]):
        line = text[paragraph.start : paragraph.end]
        kind = folded(line)
        if _KIND.fullmatch(kind) and index + 1 < len(found):
            after = found[index + 1]
            return " ".join(text[after.start : after.end].split()) if after.heading else ""
        if index and paragraph.heading and line.isupper() and _WHOLE.match(kind):
            return " ".join(line.split())
    return ""
