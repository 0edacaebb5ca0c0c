"""Changes that a source tells itself: "tăng 8% so với cùng kỳ năm 2025", told with their base."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.comparisons.test_over_the_merger import report

CONFIG = (
    "periods: [2026-H1]\nprovinces: [hue]\nscope: combined\n"
    "compare: [same-period-last-year, previous-period]\n"
)
WHEN, THEN = "Trong 6 tháng đầu năm 2026", "so với cùng kỳ năm 2025"
TEXT = (
    f"{WHEN}, thành phố Huế tiếp nhận 240.000 hồ sơ thủ tục hành chính, tăng 8% {THEN}, trong đó"
    f" tiếp nhận trực tuyến 192.000 hồ sơ, tăng 20% {THEN}. Tỷ lệ hồ sơ giải quyết đúng hạn đạt"
    f" 99%, tăng 0,5 điểm phần trăm {THEN}. Quá hạn 40 hồ sơ, giảm 60 hồ sơ {THEN}."
)


@pytest.mark.parametrize("template", ["so-ket", "bao-cao-tinh", "ban-tin"])
def test_a_change_of_the_source_is_told_and_counts_as_a_comparison(
    tmp_path: Path, template: str
) -> None:
    """The report is written, tells the changes, and misses the other base alone."""
    shown = report(
        tmp_path, f"template: {template}\n{CONFIG}", {"h": ("2026-07-08", TEXT)}, "2026-09-15"
    )
    for told in ("tăng 20%", "tăng 8%", "tăng 0,5 điểm phần trăm"):
        assert told in shown
    assert f"{THEN}: số hồ sơ" in shown or f"(tăng 20% {THEN})" in shown
    assert "chưa so sánh với 6 tháng cuối năm 2025 do" in shown
    assert "chưa so sánh với cùng kỳ" not in shown


def test_the_report_is_on_what_it_has_and_counts_have_their_unit(tmp_path: Path) -> None:
    """Without a figure of the country the opening does not speak of it."""
    shown = report(
        tmp_path, f"template: so-ket\n{CONFIG}", {"h": ("2026-07-08", TEXT)}, "2026-09-15"
    )
    assert "6 tháng đầu năm 2026 tại thành phố Huế như sau" in shown
    assert "Các nguồn không nêu số liệu, kết quả chung của cả nước; báo cáo nêu" in shown
    assert f"còn 40 hồ sơ quá hạn (giảm 60 hồ sơ {THEN})" in shown


def test_a_report_of_several_places_names_the_one_without_a_figure(tmp_path: Path) -> None:
    """The title speaks for both; the text says of which of them nothing is known."""
    config = "template: bao-cao-tinh\nperiods: [2024]\nprovinces: [binh-dinh, ca-mau]\n"
    text = "Năm 2024, tỉnh Bình Định tiếp nhận 240.000 hồ sơ thủ tục hành chính."
    shown = report(tmp_path, config, {"b": ("2025-01-08", text)}, "2025-02-15")
    assert "các nguồn không nêu số liệu, kết quả của tỉnh Cà Mau" in shown
