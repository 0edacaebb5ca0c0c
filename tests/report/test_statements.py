"""Which statements a report tells."""

from __future__ import annotations

from datetime import date

from generator.model.fact import Source
from generator.model.statement import Statement, StatementKind
from generator.report.statements import with_deadline


def task(day: date | None, kind: StatementKind = StatementKind.TASK) -> Statement:
    """Return a task that is due on a day."""
    return Statement(kind, "Trả lời.", "quoc-gia", "general", Source("d", 0, 8, "Trả lời."), day)


def test_tasks_with_a_day_come_earliest_first():
    """What is due first is told first; what has no day is no dated task."""
    late, early, never = task(date(2024, 8, 30)), task(date(2024, 8, 15)), task(None)
    limit = task(date(2024, 8, 1), StatementKind.LIMIT)
    assert with_deadline([late, never, limit, early]) == (early, late)


def test_days_past_at_the_day_of_the_report_are_dropped():
    """A day before the report's own cannot be met any more; the day itself can."""
    past, today, later = task(date(2023, 10, 31)), task(date(2024, 7, 31)), task(date(2024, 8, 15))
    assert with_deadline([past, later, today], date(2024, 7, 31)) == (today, later)
