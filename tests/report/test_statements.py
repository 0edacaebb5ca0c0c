"""Which statements a report tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.model.fact import Fact, Source
from generator.model.period import Period
from generator.model.statement import Statement, StatementKind
from generator.report.statements import by_giver, untold, with_deadline


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


def said(doc: str, start: int, speaker: str = "", basis: str = "") -> Statement:
    """Return a task of a source at an offset, with who asks for it."""
    return Statement(
        StatementKind.TASK,
        "Trả lời.",
        "quoc-gia",
        "general",
        Source(doc, start, start + 8, "Trả lời."),
        speaker=speaker,
        basis=basis,
    )


def test_statements_stand_by_who_gave_them_oldest_source_first():
    """One group for each speaker and act of a source; a source without a day comes last."""
    old, new, undated = said("a", 40, "A"), said("b", 20, "A", "Thông báo 1/TB"), said("c", 0)
    earlier, other = said("a", 5, "A"), said("a", 20, "các đại biểu")
    dates = {"a": date(2023, 10, 16), "b": date(2024, 7, 31), "c": None}
    groups = by_giver([undated, old, other, earlier, new], dates)
    assert [(one.speaker, one.basis, one.doc, one.statements) for one in groups] == [
        ("A", "", "a", (earlier, old)),
        ("các đại biểu", "", "a", (other,)),
        ("A", "Thông báo 1/TB", "b", (new,)),
        ("", "", "c", (undated,)),
    ]


def test_one_occasion_that_two_sources_tell_is_one_group():
    """What a person said is told once where two sources of a month tell it; bodies stay apart."""
    first, second, third = said("b", 0, "A"), said("a", 0, "A"), said("b", 30, "B")
    nobody, other = said("b", 60), said("a", 60)
    dates = dict.fromkeys("ab", date(2024, 7, 31))
    groups = by_giver([first, second, third, nobody, other], dates)
    assert [(one.doc, one.speaker, one.statements) for one in groups] == [
        ("b", "A", (first, second)),
        ("b", "B", (third,)),
        ("b", "", (nobody,)),
        ("a", "", (other,)),
    ]


def test_orders_of_two_provinces_are_never_one_group():
    """Two chairmen without a name are two speakers."""
    one = said("a", 0, "Chủ tịch UBND tỉnh")
    other = replace(said("b", 0, "Chủ tịch UBND tỉnh"), place="binh-duong")
    groups = by_giver([one, other], dict.fromkeys("ab", date(2024, 7, 31)))
    assert [group.statements for group in groups] == [(one,), (other,)]


def figure(doc: str, at: int) -> Fact:
    """Return a fact whose number stands at an offset of a source."""
    return Fact(
        indicator="online_services_full",
        place="quoc-gia",
        level=None,
        period=Period(date(2024, 12, 31)),
        value=Decimal(412),
        unit="dịch vụ",
        source=Source(doc, at - 3, at + 3, "có 412"),
        printed="412",
        number_start=at,
    )


@pytest.mark.parametrize("kind", list(StatementKind))
def test_a_result_is_dropped_where_a_fact_tells_its_figure(kind):
    """Only results are, and only where the number stands within their words."""
    one = Statement(kind, "Có 412.", "quoc-gia", "general", Source("d", 10, 20, "x" * 10))
    result = kind in (StatementKind.ACHIEVEMENT, StatementKind.MODEL)
    assert untold([one], [figure("d", 12)]) == (() if result else (one,))
    for fact in (figure("d", 9), figure("d", 20), figure("other", 12)):
        assert untold([one], [fact]) == (one,)
