"""Days of the calendar that several stages ask for."""

from __future__ import annotations

import calendar
from datetime import date


def month_end(year: int, month: int) -> date:
    """Return the last day of a month. Raises ValueError where there is no such month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def in_year(day: date, year: int) -> date:
    """Return a day in another year, 29 February as the 28th where that year has no such day."""
    return day.replace(year=year, day=min(day.day, month_end(year, day.month).day))
