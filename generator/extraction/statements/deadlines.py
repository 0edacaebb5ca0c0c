"""The day a task is due: "trước ngày 15/8", "trong tháng 10/2023", "trong quý III".

In: folded clause and the day the source was written. Out: a date with the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.extraction.words.periods import PERIODS
from generator.vi.days import month_end
from generator.vi.times_words import TIMES

# bounded expressions on one clause: nothing here can backtrack far
_LEAD = rf"(?<!\w)(?P<lead>{PERIODS.deadlines})"
_CLOCK = r"(?: \d{1,2}(?:h| giờ)(?: ?\d{1,2}(?: phút)?)?)?"
_YEAR = r"(?: ?[/.-] ?| năm )(?P<year>20\d\d)"
_DAY = re.compile(
    rf"{_LEAD}{_CLOCK}(?: ngày)? (?P<day>\d{{1,2}})(?: ?[/.-] ?| tháng )(?P<month>\d{{1,2}})"
    rf"(?:{_YEAR})?(?![\w/])"
)
_MONTH = re.compile(rf"{_LEAD} tháng (?P<month>\d{{1,2}})(?:{_YEAR})?(?![\w/])")
_QUARTER = re.compile(rf"{_LEAD} quý (?P<quarter>[1-4]|iv|i{{1,3}})(?:{_YEAR})?(?!\w)")
_REST = re.compile(rf"{_LEAD} (?P<count>\d{{1,2}}) tháng cuối năm(?: (?P<year>20\d\d))?")
_END = re.compile(rf"{_LEAD} năm (?P<year>20\d\d)")
_QUARTERS = TIMES.quarters.meanings
_WRITTEN = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?!\d)")
_DATELINE_WORDS = 8
_OfYear = Callable[[int], date | None]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due day; None where its year cannot be known. ``start`` to ``end`` are its words."""

    day: date | None
    start: int
    end: int


def deadlines(text: str, written: date | None) -> tuple[Deadline, ...]:
    """Return the due days that a folded clause names, in order."""
    found: list[Deadline] = []
    for deadline in sorted(_all(text, written), key=lambda one: (one.start, -one.end)):
        if not found or deadline.start >= found[-1].end:
            found.append(deadline)
    return tuple(found)


def written_on(text: str, published: date | None) -> date | None:
    """Return the day of the source: as given, else of a short line that is a date."""
    if published is not None:
        return published
    for line in text.splitlines():
        match = _WRITTEN.search(line)
        if match and len(line.split()) <= _DATELINE_WORDS:
            day = _date(int(match[3]), int(match[2]), int(match[1]))
            if day:
                return day
    return None


def _all(text: str, written: date | None) -> Iterator[Deadline]:
    for pattern, reader in (
        (_DAY, _day),
        (_MONTH, _month),
        (_QUARTER, _quarter),
        (_REST, _rest),
        (_END, _end),
    ):
        for match in pattern.finditer(text):
            parts = {name: value for name, value in match.groupdict().items() if value}
            back = int(parts["lead"].endswith("trước"))  # "trước tháng 7" ends with June
            yield Deadline(reader(parts, back, written), *match.span())


def _day(parts: dict[str, str], _back: int, written: date | None) -> date | None:
    """A day: "trước ngày 15/8" is due on 15 August, as offices use it."""
    month, day = int(parts["month"]), int(parts["day"])
    return _near(parts, written, lambda year: _date(year, month, day))


def _month(parts: dict[str, str], back: int, written: date | None) -> date | None:
    month = int(parts["month"])
    return _near(parts, written, lambda year: _month_end(year, month - back))


def _quarter(parts: dict[str, str], back: int, written: date | None) -> date | None:
    month = 3 * (_QUARTERS[parts["quarter"]] - back)
    return _near(parts, written, lambda year: _month_end(year, month))


def _rest(parts: dict[str, str], _back: int, written: date | None) -> date | None:
    return _near(parts, written, lambda year: date(year, 12, 31))


def _end(parts: dict[str, str], back: int, _written: date | None) -> date | None:
    return date(int(parts["year"]) - back, 12, 31)


def _near(parts: dict[str, str], written: date | None, make: _OfYear) -> date | None:
    """Return the day in the printed year, else the first one on or after the source's."""
    if "year" in parts:
        return make(int(parts["year"]))
    if written is None:
        return None
    day = make(written.year)
    if day is not None and day < written:
        return make(written.year + 1)
    return day


def _month_end(year: int, month: int) -> date | None:
    """Return the last day of a month; month 0 is December of the year before."""
    if month == 0:
        year, month = year - 1, 12
    if not 1 <= month <= 12:
        return None
    return month_end(year, month)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
