"""Whose a figure is, over 1 July 2025 and the renaming of Huế: told wherever the figure is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.comparisons.test_over_the_merger import report
from tests.hard_cases.making import page_text

SHARE = "6 tháng đầu năm 2025, tỷ lệ hồ sơ tiếp nhận trực tuyến của {} đạt {}%."
CONTENT = "Năm 2024, mức độ hài lòng của người dân, doanh nghiệp đối với tỉnh {} đạt {}%."


@pytest.mark.parametrize("middle", ["tỉnh Lâm Đồng", "thành phố Hải Phòng"])
@pytest.mark.parametrize("template", ["ban-tin", "so-ket"])
def test_a_province_that_kept_its_name_may_stand_in_the_middle(
    tmp_path: Path, middle: str, template: str
) -> None:
    """Its mark and its figure share a bracket, which ends no clause: the report is built."""
    told = {"a": ("tỉnh Bình Thuận", 80), "b": (middle, 75), "c": ("tỉnh Đắk Nông", 50)}
    slug = "lam-dong" if "Lâm" in middle else "hai-phong"
    shown = report(
        tmp_path,
        f"template: {template}\nprovinces: [binh-thuan, {slug}, dak-nong]\nperiods: [2025-H1]\n",
        {key: ("2025-07-03", SHARE.format(*own)) for key, own in told.items()},
        "2025-07-15",
    )
    assert f"tiếp đến là {middle} (trước sắp xếp; 75%), thấp nhất là tỉnh Đắk Nông (50%)" in shown


def test_a_province_that_was_renamed_is_not_without_figures(tmp_path: Path) -> None:
    """Of Thừa Thiên Huế, printed under its name of 2024, the last line says nothing false."""
    told = {"Bình Dương": 92, "Thừa Thiên Huế": 90}
    shown = report(
        tmp_path,
        "template: ban-tin\nprovinces: [binh-duong, thua-thien-hue]\nperiods: [2024]\n",
        {f"t{at}": ("2025-01-05", CONTENT.format(*own)) for at, own in enumerate(told.items())},
        "2025-02-01",
    )
    assert "90%" in shown
    assert "chưa có số liệu" not in shown


HEAD = """
template: bao-cao-tinh
scope: each
provinces: [thua-thien-hue]
periods: [2024]
letterhead: {issuer: "ỦY BAN NHÂN DÂN {PLACE}", number: "…/BC-{symbol}", place: "{name}", date: DAY}
formats: [html]
sources: [nguon]
"""
ROW = "{id: a, file: a.txt, title: A, publisher: Báo A, published: 2024-12-30}"
SOURCES = f"documents:\n  - {ROW}\n"
    "documents:\n  - {id: a, file: a.txt, title: A, publisher: Báo A, published: 2024-12-30}\n"
)


@pytest.mark.parametrize(
    ("day", "issuer", "place"),
    [
        ("2025-01-15", "ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ", "Huế, ngày 15"),
        ("2024-12-31", "ỦY BAN NHÂN DÂN TỈNH THỪA THIÊN HUẾ", "Thừa Thiên Huế, ngày 31"),
    ],
)
def test_the_head_names_who_issues_the_report(
    tmp_path: Path, day: str, issuer: str, place: str
) -> None:
    """By the day of the report: the committee of Thừa Thiên Huế signs nothing in 2025."""
    text = CONTENT.format("Thừa Thiên Huế", 90)
    files = {"nguon/manifest.yaml": SOURCES, "nguon/a.txt": text}
    shown = page_text(tmp_path, HEAD.replace("DAY", day), files)
    told = shown.replace("\u00a0", " ")
    assert issuer in told
    assert place in told
    assert f"{issuer.removeprefix('ỦY BAN NHÂN DÂN ').casefold()} báo cáo" in told.casefold()
