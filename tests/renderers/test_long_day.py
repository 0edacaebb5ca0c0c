"""Place and date of Hồ Chí Minh City, the longest there are, stay on one line."""

from __future__ import annotations

import pytest

from generator.renderers.long_day import is_long_day


@pytest.mark.parametrize(
    ("place", "long"),
    [
        ("Thành phố Hồ Chí Minh", True),
        ("Bà Rịa - Vũng Tàu", False),
        ("Thừa Thiên Huế", False),
        ("Hà Nội", False),
    ],
)
def test_only_what_its_column_does_not_hold(place: str, *, long: bool) -> None:
    """Measured at 14 points in the column of 98 mm, on the day with the longest digits."""
    assert is_long_day(f"{place}, ngày 28 tháng 12 năm 2024") is long
