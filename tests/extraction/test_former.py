"""Figures of the area that a province had before the merger, told of days since."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extraction import extract
from generator.model.source_text import SourceInfo, SourceText
from tests.material import CATALOGUE, shipped_rules

RULES = shipped_rules()


def levels(text: str, place: str = "vinh-long") -> list[tuple[str, str | None]]:
    """Return place and level of each fact of a text of October 2025."""
    info = SourceInfo("mau", "Tin", "", date(2025, 10, 6), "", place)
    found = extract(SourceText(info, text), CATALOGUE, RULES).facts
    return [(fact.place, fact.level) for fact in found]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("tỉnh Vĩnh Long (cũ)", "tỉnh Vĩnh Long (cũ)"),
        ("tỉnh Vĩnh Long cũ", "tỉnh Vĩnh Long cũ"),
        ("tỉnh Vĩnh Long (trước sáp nhập)", "tỉnh Vĩnh Long (trước sáp nhập)"),
        ("địa bàn tỉnh Vĩnh Long trước sắp xếp", "địa bàn tỉnh Vĩnh Long trước sắp xếp"),
        ("tỉnh Vĩnh Long", None),
        ("tỉnh Vĩnh Long mới (gồm Bến Tre, Trà Vinh và Vĩnh Long cũ)", None),
    ],
)
def test_the_old_area_is_a_part_of_the_new_province(name: str, level: str | None) -> None:
    """Under the name that the source gives it; what a province was made of is no such part."""
    text = f"Quý III năm 2025, {name} tiếp nhận 41.000 hồ sơ thủ tục hành chính."
    assert levels(text) == [("vinh-long", level)]


def test_each_figure_has_the_area_that_is_named_beside_it() -> None:
    """The new province stands beside its old area, in either order."""
    old, new = "tỉnh Vĩnh Long (cũ) tiếp nhận 41.000 hồ sơ", "toàn tỉnh tiếp nhận 120.000 hồ sơ"
    again = "tỉnh Vĩnh Long tiếp nhận 120.000 hồ sơ"
    told = [("vinh-long", "tỉnh Vĩnh Long (cũ)"), ("vinh-long", None)]
    assert levels(f"Quý III năm 2025, {old}; {new}.") == told
    assert levels(f"Quý III năm 2025, {again}; {old}.") == told[::-1]


def test_days_before_the_merger_and_other_provinces_know_no_such_part() -> None:
    """Before July 2025 the area is the province; one that did not grow has no old one."""
    text = "Quý II năm 2025, tỉnh Vĩnh Long (cũ) tiếp nhận 41.000 hồ sơ thủ tục hành chính."
    assert levels(text) == [("vinh-long", None)]
    text = "Quý III năm 2025, tỉnh Sơn La trước đây tiếp nhận 41.000 hồ sơ thủ tục hành chính."
    assert levels(text, "son-la") == [("son-la", None)]


def test_the_ministries_in_a_word_are_no_whole_country() -> None:
    """Named alone they are a part of the country, as "các bộ, ngành" are."""
    text = "Quý III năm 2025, tỷ lệ hồ sơ giải quyết đúng hạn của các bộ đạt 61%."
    assert levels(text, "quoc-gia") == [("quoc-gia", "bộ, ngành")]
