"""Dates as a report prints them: "31/7/2024", "ngày 31 tháng 7 năm 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_FORMS = (
    re.compile(r"(?<![\d/.,])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])"),
    re.compile(r"(?<!\d)(\d{1,2}) tháng (\d{1,2}) năm (\d{4})(?!\d)"),
)


def read_day(text: str) -> date | None:
    """Return the day that a text is, None where it is none or more than one."""
    plain = " ".join(text.split()).removeprefix("ngày ")
    found = [day for start, end, day in days_in(plain) if (start, end) == (0, len(plain))]
    return found[0] if found else None


def days_in(text: str) -> Iterator[tuple[int, int, date]]:
    """Yield the days that a text prints, each with where it begins and ends."""
    plain = text.replace("\u00a0", " ")
    for form in _FORMS:
        for match in form.finditer(plain):
            day, month, year = (int(match[group]) for group in (1, 2, 3))
            try:
                yield match.start(), match.end(), date(year, month, day)
            except ValueError:
                continue
