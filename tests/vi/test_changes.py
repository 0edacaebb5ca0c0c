"""The words of a change that a source prints: "gấp" stays, points are those of the unit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.model.fact import Change, ChangeKind, Direction, Fact, Source
from generator.model.period import Period
from generator.vi.changes import change_size, change_word

DAY = Period(date(2024, 6, 30))


def said(after: str, size: str, kind: ChangeKind, unit: str = "hồ sơ", before: str = "") -> str:
    """Return how the change of a fact in its sentence is printed."""
    way = Direction.DOWN if "giảm" in after else Direction.UP
    change = Change(kind, Decimal(size), way, "2023")
    source = Source("d", 0, 2, "59")
    fact = Fact("x", "p", None, DAY, Decimal(59), unit, source, before=before, after=after)
    return f"{change_word(fact, change)} {change_size(fact, change)}".replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("after", "size", "told"),
    [
        (" hồ sơ, gấp 3 lần so với cùng kỳ", "3", "gấp 3 lần"),
        (" hồ sơ, tăng gấp 3 lần so với cùng kỳ", "3", "gấp 3 lần"),
        (" hồ sơ, tăng lên gấp gần 2,5 lần", "2.5", "gấp 2,5 lần"),
        (" hồ sơ, tăng 2,8 lần; gấp 3 lần tỉnh khác", "2.8", "tăng 2,8 lần"),
        (" hồ sơ, tăng 3 lần so với cùng kỳ, số khác gấp 3 lần", "3", "tăng 3 lần"),
        (" hồ sơ, giảm 2 lần", "2", "giảm 2 lần"),
    ],
)
def test_the_word_of_a_multiple_is_that_of_the_source(after: str, size: str, told: str) -> None:
    """A threefold figure is not told as one that rose by three times its base."""
    assert said(after, size, ChangeKind.TIMES) == told


def test_the_word_of_a_multiple_may_stand_before_the_figure() -> None:
    """Then the nearest before it counts."""
    assert said(" hồ sơ.", "3", ChangeKind.TIMES, before="gấp 3 lần, đạt ") == "gấp 3 lần"


@pytest.mark.parametrize(
    ("after", "unit", "told"),
    [
        (" điểm, tăng 10,8 điểm", "điểm", "tăng 10,8 điểm"),
        (" điểm, tăng 10,8%", "điểm", "tăng 10,8%"),
        # of the rate before, or points of it: the source leaves it open, and so does the report
        ("%, tăng 10,8%", "%", "tăng 10,8%"),
        ("%, tăng 10,8 điểm phần trăm", "%", "tăng 10,8 điểm phần trăm"),
        ("%, giảm 10,8 điểm", "%", "giảm 10,8 điểm phần trăm"),
    ],
)
def test_points_are_those_of_the_unit(after: str, unit: str, told: str) -> None:
    """A score changes by points, a percentage by percentage points, either by what is called %."""
    assert said(after, "10.8", ChangeKind.POINTS, unit) == told


@pytest.mark.parametrize(
    ("after", "size", "unit", "told"),
    [
        (" hồ sơ, giảm 60 hồ sơ", "60", "hồ sơ", "giảm 60 hồ sơ"),
        (" hồ sơ, giảm 3.250 hồ sơ", "3250", "hồ sơ", "giảm 3.250 hồ sơ"),
        (" đồng, tăng 4 tỷ đồng", "4000000000", "đồng", "tăng 4 tỷ đồng"),
    ],
)
def test_a_change_in_the_unit_of_its_figure_is_told_with_it(
    after: str, size: str, unit: str, told: str
) -> None:
    """A bare "giảm 60" would leave open what fell by sixty."""
    assert said(after, size, ChangeKind.ABSOLUTE, unit) == told
