"""Digits that are no figures: dates, periods, numbers of acts, names."""

from __future__ import annotations

import re

from generator.extraction.pattern import Pattern, regex
from generator.extraction.statements.rules import StatementRules

_DAY = r"\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{4})?"
_HARMLESS: tuple[Pattern, ...] = (
    regex(r"\[\d{1,3}\]"),
    regex(r'"[^"]{1,80}"'),  # the name of a model
    regex(rf"(?:ngày|sáng|chiều|tối|trước|hết|từ|đến) {_DAY}"),
    regex(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"),
    regex(r"ngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?"),
    regex(r"ngày \d{1,2}"),
    regex(r"\d{1,2} giờ(?: \d{1,2}(?: phút)?)?"),
    regex(r"tháng \d{1,2}(?: ?[/-] ?\d{4}| năm \d{4})?"),
    regex(r"quý (?:\d|iv|i{1,3})(?: ?[/-] ?\d{4}| năm \d{4})?"),
    regex(r"\d{1,2} tháng (?:đầu |cuối )?năm(?: \d{4})?"),
    regex(r"(?:năm|giai đoạn|nhiệm kỳ|thời kỳ|các năm|từ|đến) (?:20\d\d|19\d\d)"),
    regex(r"(?:20\d\d|19\d\d) ?- ?(?:20\d\d)"),
    regex(r"\d{1,5}/(?:\d{4}/)?[a-zđ]+\d*(?:-[a-zđ0-9]+)*"),
    regex(r"(?:số|điều|khoản|điểm|phụ lục|mục|chương) \d{1,5}"),
)
_DIGIT = re.compile(r"\d")


def has_figure(text: str, rules: StatementRules) -> bool:
    """Tell whether a folded clause holds a digit that a reader takes for a figure."""
    if not _DIGIT.search(text):
        return False
    harmless: set[int] = set()
    for pattern in (*_HARMLESS, *rules.names_with_digits.patterns):
        for hit in pattern.hits(text):
            harmless.update(range(hit.start, hit.end))
    return any(match.start() not in harmless for match in _DIGIT.finditer(text))
