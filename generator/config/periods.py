"""The notation of reporting periods: text to ``Period`` and back.

    2023          a year                    2024-M06      a month
    2024-Q2       a quarter                 2024-9M       January to September
    2024-H1       a half                    as-of:DATE    the state at a day
    A..B          from the first day of A to the last day of B; A and B are any of
                  the forms above (but as-of) or days: 2024-01-15..2024-02-14

Relative names count from the date of the letterhead. ``previous-month`` (quarter,
half, year) is the last one that ended before that day. ``latest`` is the period
that ends with the last month ended before that day and is the longest of those
that the administration reports on: year, nine months, half, quarter, month. So on
31 July 2024 ``latest`` is 2024-H1, on 1 August 2024 it is 2024-M07.

Where a config says ``windows: decree-09``, a name means the days over which the data of
that report are gathered (Nghị định 09/2019/NĐ-CP, Art. 12): 2024-H1 is 15 December 2023
to 14 June 2024. A relative name then counts the windows that were closed before the day:
on 14 June 2024 ``latest`` is May's, from 15 June 2024 it is that of 2024-H1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.config.values import Windows
from generator.model.period import Period, PeriodKind
from generator.vi.days import month_end
from generator.vi.windows import opening_of, window_of

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""The years that a source may tell of, as texts are read; drafts of decisions print them all."""

FIRST_REPORTED = 1990
"""A report on an earlier year is a slip of the hand."""

NOTATION = "a period such as 2023, 2024-Q2, 2024-H1, 2024-M06, 2024-9M, 2021..2024-H1 or latest"

_STOCK = "as-of:"
_NAMED = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|H([12])|M(0[1-9]|1[0-2])|(9M)))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONE_MONTH = re.compile(r"([0-9]{4})-M?([0-9]{1,2})")


class Relative(StrEnum):
    """Periods that depend on the date of the letterhead."""

    LATEST = "latest"
    PREVIOUS_MONTH = "previous-month"
    PREVIOUS_QUARTER = "previous-quarter"
    PREVIOUS_HALF = "previous-half"
    PREVIOUS_YEAR = "previous-year"


_MONTHS_OF = {
    Relative.PREVIOUS_MONTH: 1,
    Relative.PREVIOUS_QUARTER: 3,
    Relative.PREVIOUS_HALF: 6,
    Relative.PREVIOUS_YEAR: 12,
}


_RELATIVE = {relative.value: relative for relative in Relative}


class PeriodSyntax(ValueError):
    """A text that is no period: what is wrong and how to mend it."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the hint apart from the message; "" where there is none."""
        super().__init__(message)
        self.hint = hint


def parse_day(text: str) -> date:
    """Return the day of ``YYYY-MM-DD``; raises PeriodSyntax for anything else."""
    if not _DAY.fullmatch(text):
        raise PeriodSyntax(f"{text!r} is not a date", "write the date as YYYY-MM-DD")
    try:
        day = date.fromisoformat(text)
    except ValueError as exc:
        raise PeriodSyntax(f"the day {text} does not exist", _last_day_hint(text)) from exc
    if day < opening_of(date(FIRST_YEAR, 1, 1)):  # the window of the first year begins before it
        _check_year(day.year, text)
    return day


def parse_period(text: str) -> Period | Relative:
    """Return the period that a text of the notation means.

    Raises PeriodSyntax, with a hint where the intended form can be guessed.
    """
    if text in _RELATIVE:
        return _RELATIVE[text]
    if text.startswith(_STOCK):
        return Period(parse_day(text.removeprefix(_STOCK)))
    first, dots, last = text.partition("..")
    if not dots:
        return _named(text)
    start, end = _endpoint(first).start, _endpoint(last).end
    if start is None or start > end:
        raise PeriodSyntax(f"the period {text!r} ends before it begins", "swap its two ends")
    return Period(end, start)


@dataclass(frozen=True, slots=True)
class InDays:
    """A period that was written in days, also where they are those of a name."""

    period: Period


def parse_asked(text: str) -> Period | Relative | InDays:
    """Return the period of a config or command line; what is written in days stays known as such.

    Raises PeriodSyntax as `parse_period` does.
    """
    period = parse_period(text)
    in_days = any(_DAY.fullmatch(end) for end in text.split(".."))
    return InDays(period) if in_days and isinstance(period, Period) else period


def resolve(
    period: Period | Relative | InDays, day: date, windows: Windows = Windows.CALENDAR
) -> Period:
    """Return the period that a name means on ``day``.

    What is written in days stays as it is: 2024-01-01..2024-06-30 is no window.
    """
    if isinstance(period, InDays):
        return period.period
    named = _relative(period, day, windows) if isinstance(period, Relative) else period
    by_window = window_of(named) if windows is Windows.DECREE_09 else None
    return by_window or named


def _relative(name: Relative, day: date, windows: Windows) -> Period:
    """Return the calendar period that a relative name means on a day."""
    last = _last_closed(day, windows)
    if name is Relative.LATEST:
        return _months_until(last, _longest(last.month))
    months = _MONTHS_OF[name]
    index = last.year * 12 + last.month - 1 - last.month % months
    return _months_until(month_end(index // 12, index % 12 + 1), months)


def _last_closed(day: date, windows: Windows) -> date:
    """Return the last day of the newest month whose data were complete before ``day``."""
    before = day.replace(day=1) - timedelta(days=1)
    own = month_end(day.year, day.month)
    closed = window_of(_months_until(own, 1)) if windows is Windows.DECREE_09 else None
    return own if closed is not None and closed.end < day else before


def format_period(period: Period) -> str:
    """Return the shortest notation of a period; ``parse_period`` reads it back."""
    start, end = period.start, period.end
    if start is None:
        return f"{_STOCK}{end}"
    if start.day != 1 or end != month_end(end.year, end.month):
        return f"{start}..{end}"
    if name := _name_within_year(period.kind, start):
        return name
    if start.year == end.year:
        return f"{_month_name(start)}..{_month_name(end)}"
    return f"{_first_name(start)}..{_last_name(end)}"


def _named(text: str) -> Period:
    """Return the period of one of the forms without dots."""
    match = _NAMED.fullmatch(text)
    if match is None and _DAY.fullmatch(text):
        parse_day(text)  # a day that does not exist is the first mistake to name
    if match is None:
        raise PeriodSyntax(f"{text!r} is not a period", _guess(text))
    year = int(match[1])
    _check_year(year, text)
    if match[2]:
        return _months_until(month_end(year, int(match[2]) * 3), 3)
    if match[3]:
        return _months_until(month_end(year, int(match[3]) * 6), 6)
    if match[4]:
        return _months_until(month_end(year, int(match[4])), 1)
    return _months_until(month_end(year, 9 if match[5] else 12), 9 if match[5] else 12)


def _endpoint(text: str) -> Period:
    """Return one end of a range: a named period or a single day."""
    if _DAY.fullmatch(text):
        day = parse_day(text)
        return Period(day, day)
    return _named(text)


def _check_year(year: int, text: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PeriodSyntax(
            f"the year of {text!r} is out of range", f"use a year from {FIRST_YEAR} to {LAST_YEAR}"
        )


def _guess(text: str) -> str:
    """Return a hint for a period that is nearly right, "" if there is none."""
    if _DAY.fullmatch(text):
        return f"write as-of:{text} for the state at a day, or {text}..{text} for one day"
    month = _LONE_MONTH.fullmatch(text)
    if month and 1 <= int(month[2]) <= 12:
        return f"did you mean {month[1]}-M{int(month[2]):02}?"
    upper = text.strip().upper().replace(" ", "").replace("_", "-")
    if upper != text and _NAMED.fullmatch(upper):
        return f"did you mean {upper}?"
    return ""


def _last_day_hint(text: str) -> str:
    """Return a hint with the last day of a month, "" where there is no such month."""
    year, month = int(text[:4]), int(text[5:7])
    if not (1 <= month <= 12 and year >= 1):
        return "the month is a number from 01 to 12"
    return f"the last day of that month is {month_end(year, month)}"


def _months_until(end: date, months: int) -> Period:
    """Return the ``months`` calendar months that end with the month of ``end``."""
    index = end.year * 12 + end.month - months
    return Period(end, date(index // 12, index % 12 + 1, 1))


def _longest(month: int) -> int:
    """Return how many months the longest regular report ending with a month covers."""
    return month if month % 3 == 0 else 1


def _name_within_year(kind: PeriodKind, start: date) -> str:
    """Return the name of a regular period, "" for ranges."""
    names = {
        PeriodKind.YEAR: f"{start.year}",
        PeriodKind.NINE_MONTHS: f"{start.year}-9M",
        PeriodKind.HALF: f"{start.year}-H{start.month // 6 + 1}",
        PeriodKind.QUARTER: f"{start.year}-Q{start.month // 3 + 1}",
        PeriodKind.MONTH: _month_name(start),
    }
    return names.get(kind, "")


def _month_name(day: date) -> str:
    return f"{day.year}-M{day.month:02}"


def _first_name(start: date) -> str:
    """Return the longest regular period that begins on ``start``."""
    halves = {1: f"{start.year}", 7: f"{start.year}-H2"}
    quarters = {4: f"{start.year}-Q2", 10: f"{start.year}-Q4"}
    return {**halves, **quarters}.get(start.month, _month_name(start))


def _last_name(end: date) -> str:
    """Return the longest regular period that ends on ``end``."""
    names = {12: "", 9: "-9M", 6: "-H1", 3: "-Q1"}
    return f"{end.year}{names[end.month]}" if end.month in names else _month_name(end)
