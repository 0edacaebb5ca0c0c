"""The time that a figure covers, and its classes as the administration counts."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import total_ordering


class PeriodKind(StrEnum):
    """What a period is called in a periodic report."""

    STOCK = "stock"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine-months"
    YEAR = "year"
    YEARS = "years"
    MONTHS = "months"
    SPAN = "span"


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both included.

    ``start`` is None for a stock: a figure "as of" the day ``end``. Periods are sorted by
    their ends, of those that end together a stock first, then by their starts.
    Raises ValueError when ``start`` is after ``end``.
    """

    end: date
    start: date | None = None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.start is not None and self.start > self.end:
            raise ValueError(f"period starts {self.start} after its end {self.end}")

    def __lt__(self, other: object) -> bool:
        """Tell whether a period stands before another one."""
        if not isinstance(other, Period):
            return NotImplemented
        return self._rank() < other._rank()

    def _rank(self) -> tuple[date, bool, date]:
        """Return what periods are sorted by."""
        return (self.end, self.start is not None, self.start or self.end)

    @property
    def is_stock(self) -> bool:
        """Tell whether the figure is a state at a day, not a flow over a time."""
        return self.start is None

    @property
    def kind(self) -> PeriodKind:
        """Return the calendar class of the period."""
        if self.start is None:
            return PeriodKind.STOCK
        months = _whole_months(self.start, self.end)
        if months is None:
            return PeriodKind.SPAN
        if self.start.year != self.end.year:
            whole_years = self.start.month == 1 and self.end.month == 12
            return PeriodKind.YEARS if whole_years else PeriodKind.SPAN
        return _kind_within_year(self.start.month, months)

    def contains(self, other: Period) -> bool:
        """Tell whether all days of ``other`` lie within this period."""
        if self.start is None:
            return other == self
        return self.start <= (other.start or other.end) and other.end <= self.end

    def iso(self) -> tuple[str | None, str]:
        """Return start and end as ISO dates."""
        return (self.start.isoformat() if self.start else None, self.end.isoformat())


def _whole_months(start: date, end: date) -> int | None:
    """Return the number of calendar months from start to end, None if broken."""
    last = calendar.monthrange(end.year, end.month)[1]
    if start.day != 1 or end.day != last:
        return None
    return (end.year - start.year) * 12 + end.month - start.month + 1


def _kind_within_year(first_month: int, months: int) -> PeriodKind:
    """Class of a run of whole months inside one year."""
    if months == 1:
        return PeriodKind.MONTH
    if months == 3 and first_month % 3 == 1:
        return PeriodKind.QUARTER
    if months == 6 and first_month in (1, 7):
        return PeriodKind.HALF
    if months == 9 and first_month == 1:
        return PeriodKind.NINE_MONTHS
    if months == 12:
        return PeriodKind.YEAR
    return PeriodKind.MONTHS if first_month == 1 else PeriodKind.SPAN
