"""Reports that are asked to compare with two times: both are told, or that one is lacking."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hard_cases.making import page_text

CONFIG = """
template: {template}
provinces: [binh-thuan]
periods: [2024-H1]
compare: [same-period-last-year, previous-period]
sources: [nguon]
letterhead: {{issuer: ĐƠN VỊ MẪU, number: "…/BC-M", place: Hà Nội, date: 2024-07-31}}
contents: false
formats: [html]
"""
NOW = ("moi", "2024-07-05", "Trong 6 tháng đầu năm 2024", "52.000")
YEAR_AGO = ("cu", "2023-07-05", "Trong 6 tháng đầu năm 2023", "48.000")
BEFORE = ("truoc", "2024-01-05", "Trong 6 tháng cuối năm 2023", "60.000")
NOTE = "Báo cáo chưa so sánh với 6 tháng cuối năm 2023 do các nguồn chưa có số liệu tương ứng."


def shown(folder: Path, template: str, *told: tuple[str, str, str, str]) -> str:
    """Build a report of the dossiers of several times, which proves itself."""
    rows = [
        f"  - {{id: {name}, file: {name}.txt, title: Bài {name}, publisher: Báo, published: {day}}}"
        for name, day, *_ in told
    ]
    files = {"nguon/manifest.yaml": "\n".join(["documents:", *rows, ""])}
    for name, _, when, number in told:
        said = f"{when}, tỉnh Bình Thuận tiếp nhận {number} hồ sơ thủ tục hành chính."
        files[f"nguon/{name}.txt"] = f"Cải cách thủ tục hành chính\n\n{said}"
    return page_text(folder, CONFIG.format(template=template), files)


@pytest.mark.parametrize("template", ["bao-cao-tinh", "ban-tin", "so-ket"])
def test_a_base_that_nobody_tells_is_named_once(tmp_path: Path, template: str) -> None:
    """In plain words, beside the comparison that is made."""
    text = shown(tmp_path, template, NOW, YEAR_AGO)
    assert text.count(NOTE) == 1
    assert "so với cùng kỳ năm 2023" in text or "So với cùng kỳ năm 2023" in text


def test_a_briefing_tells_both_changes_of_a_figure(tmp_path: Path) -> None:
    """The figure itself once; nothing is called lacking."""
    text = shown(tmp_path, "ban-tin", NOW, YEAR_AGO, BEFORE)
    assert (
        "là 52.000 hồ sơ, tăng 4.000 hồ sơ so với cùng kỳ năm 2023 (48.000 hồ sơ) và giảm 8.000"
        " hồ sơ so với 6 tháng cuối năm 2023 (60.000 hồ sơ)."
    ) in text
    assert "chưa so sánh" not in text


def test_a_briefing_says_why_a_time_is_no_base(tmp_path: Path) -> None:
    """Until 20 December is no half-year: a briefing names the figure and its place."""
    until = ("truoc", "2024-01-05", "Từ ngày 01/7/2023 đến ngày 20/12/2023", "55.000")
    text = shown(tmp_path, "ban-tin", NOW, until)
    assert "Không so sánh số hồ sơ TTHC tiếp nhận 6 tháng đầu năm 2024 của tỉnh Bình Thuận" in text
    assert "do được tính theo khoảng thời gian khác nhau." in text


def test_both_ends_of_a_change_are_written_alike(tmp_path: Path) -> None:
    """No "từ 700.000 lên 1,2 triệu": in all digits where one end alone has the word.

    So are a whole and the levels that add up to it.
    """
    levels = "cấp tỉnh 150.000 hồ sơ, cấp huyện 350.000 hồ sơ, cấp xã 700.000"
    number = f"1.200.000 hồ sơ thủ tục hành chính, trong đó {levels}"
    now = ("moi", "2024-07-05", "Trong 6 tháng đầu năm 2024", number)
    before = ("cu", "2023-07-05", "Trong 6 tháng đầu năm 2023", "700.000")
    text = shown(tmp_path, "so-ket", now, before)
    assert "(từ 700.000 lên 1.200.000)" in text
    assert f"tiếp nhận 1.200.000 hồ sơ TTHC, gồm: {levels} hồ sơ" in text
