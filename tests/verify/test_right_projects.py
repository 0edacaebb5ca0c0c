"""Small projects of many shapes: what their sources say is built, proved and written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hard_cases.making import page_text

HEAD = """
letterhead: {issuer: BỘ MẪU, number: "…/BC-BM", place: Hà Nội, date: 2025-01-31}
formats: [html]
sources: [nguon]
"""
DOCUMENT = """  - id: {name}
    file: {name}.txt
    title: Bài {name}
    publisher: Báo Mẫu
    published: {day}
    place: binh-thuan
"""
ONE = "provinces: [binh-thuan]\nperiods: [2024]\ncompare: [previous-year]\n"
TWO = "provinces: [binh-thuan, bac-giang]\nperiods: [2024]\ncompare: [previous-year]\n"
SCORED = (
    "Năm 2024, Chỉ số phục vụ người dân, doanh nghiệp của tỉnh Bình Thuận đạt 81,2/100 điểm, tăng"
    " 6,1 điểm so với năm 2023, xếp thứ 20/63."
)
BEFORE = "Năm 2023, Chỉ số phục vụ người dân, doanh nghiệp của tỉnh Bình Thuận đạt 75,1/100 điểm."
LEVELS = (
    "Trong năm 2024, tỉnh Bình Thuận tiếp nhận 60.000 hồ sơ thủ tục hành chính. Cấp tỉnh giải"
    " quyết 9.500 hồ sơ, đúng hạn 9.400 hồ sơ (đạt 98,95%); cấp huyện giải quyết 19.000 hồ sơ,"
    " đúng hạn 18.900 hồ sơ; cấp xã giải quyết 29.000 hồ sơ, đúng hạn 28.900 hồ sơ."
)
NEIGHBOUR = "Năm 2024, tỉnh Bắc Giang tiếp nhận 90.000 hồ sơ, đã giải quyết 88.000 hồ sơ."
GREW = (
    "Năm 2024, tỉnh Bình Thuận tiếp nhận 101.000 hồ sơ thủ tục hành chính; thanh toán trực tuyến"
    " 45.000 giao dịch, gấp 3 lần so với năm 2023; tỷ lệ đúng hạn đạt 97%, tăng 5% so với năm 2023."
)
STOCK = (
    "Năm 2023, tỉnh Bình Thuận tiếp nhận 95.000 hồ sơ thủ tục hành chính.\n"
    "Tính đến ngày 31/12/2023\n1.900 thủ tục hành chính được tỉnh công bố."
)
MISRATED = (
    "Năm 2024, tỉnh Bình Thuận đã giải quyết 90.000 hồ sơ, trong đó đúng hạn 88.200 hồ sơ. Tỷ lệ"
    " hồ sơ giải quyết đúng hạn đạt 99%.\nĐến nay, 8/9 huyện (đạt 78%) đã hoàn thành việc số"
    " hóa hồ sơ thủ tục hành chính."
)
TOTAL = (
    "Năm 2024, tỉnh Bình Thuận tiếp nhận 500 hồ sơ thủ tục hành chính, đã giải quyết 480 hồ sơ,"
    " đúng hạn 470 hồ sơ, quá hạn 10 hồ sơ."
)
LATE = (
    "Năm 2024, tỉnh Bình Thuận: cấp tỉnh có 20 hồ sơ quá hạn; cấp huyện có 33 hồ sơ quá hạn; cấp"
    " xã có 4 hồ sơ quá hạn."
)
ABOVE = (
    "Năm 2024, tỉnh Bình Thuận tiếp nhận 200.000 hồ sơ thủ tục hành chính, trong đó tiếp nhận"
    " trực tuyến 250.000 hồ sơ."
)
SHORT_OF_ALL = (
    "Năm 2024, tỷ lệ hồ sơ đúng hạn của cả nước đạt 95%. Năm 2024, tỷ lệ hồ sơ đúng hạn của tỉnh"
    " Bình Thuận đạt 91%. Năm 2024, tỷ lệ hồ sơ trễ hạn của tỉnh Bình Thuận là 3%."
)
THREE = (
    "provinces: [binh-thuan, bac-giang, binh-duong]\nperiods: [2024]\ncompare: [previous-year]\n"
)
ON_TIME = (
    "Năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn của tỉnh Bình Thuận đạt 96,4%. Năm 2024, tỷ lệ hồ sơ"
    " giải quyết đúng hạn của tỉnh Bình Dương đạt 99,1%."
)
BESIDE = "Năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn của tỉnh Bắc Giang đạt 98,2%."
SHAPES = {
    "a briefing that ranks places and measures no target": ("ban-tin", THREE, ON_TIME, BESIDE),
    "a score with a rank of one year": ("so-ket", ONE, SCORED, BEFORE),
    "levels beside another province": ("so-ket", TWO, LEVELS, NEIGHBOUR),
    "levels in the report of a province": ("bao-cao-tinh", ONE, LEVELS, BEFORE),
    "a multiple and a stock": ("so-ket", ONE, GREW, STOCK),
    "a rate that its counts contradict": ("so-ket", ONE, MISRATED, BEFORE),
    "levels that contradict the total of another source": ("bao-cao-tinh", ONE, TOTAL, LATE),
    "a part above its whole": ("bao-cao-tinh", ONE, ABOVE, BEFORE),
    "two rates that are not all together": ("so-ket", ONE, SHORT_OF_ALL, BEFORE),
    "a briefing of all of them": ("ban-tin", ONE, f"{GREW} {SCORED}", STOCK),
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_right_report_is_written(tmp_path: Path, shape: str) -> None:
    """The proof at the end of the build has no objection to what the sources bear out."""
    template, config, *texts = SHAPES[shape]
    named = dict(zip(("mot", "hai"), texts, strict=True))
    days = {"mot": "2025-01-10", "hai": "2025-01-08"}
    manifest = "".join(DOCUMENT.format(name=name, day=days[name]) for name in named)
    files = {f"nguon/{name}.txt": text for name, text in named.items()}
    files["nguon/manifest.yaml"] = f"documents:\n{manifest}"
    shown = page_text(tmp_path, f"{HEAD}template: {template}\n{config}", files)
    assert ("gấp 3 lần" in shown) == any("gấp 3 lần" in text for text in texts)
    assert "6,1 điểm phần trăm" not in shown
    assert ("8 / 9 × 100 ≈ 88,89% ≠ 78%" in shown) == (MISRATED in texts)


def test_figures_that_are_not_used_are_told_beside_those_that_are(tmp_path: Path) -> None:
    """A note that leaves a former province's figure out is no misquoted finding."""
    text = (
        "Quý III năm 2025, tỉnh Lâm Đồng tiếp nhận 150.000 hồ sơ TTHC; tỉnh Bình Thuận cũ tiếp"
        " nhận 50.000 hồ sơ TTHC. Quý III năm 2025, tỉnh Lâm Đồng tiếp nhận 151.200 hồ sơ TTHC."
    )
    manifest = DOCUMENT.format(name="mot", day="2025-10-05").replace("binh-thuan", "lam-dong")
    files = {"nguon/mot.txt": text, "nguon/manifest.yaml": f"documents:\n{manifest}"}
    head = HEAD.replace("2025-01-31", "2025-10-10")
    config = "template: so-ket\nprovinces: [lam-dong]\nperiods: [2025-Q3]\ncompare: []\n"
    shown = page_text(tmp_path, f"{head}{config}", files)
    assert "báo cáo không sử dụng số liệu này" in shown
    assert "Báo cáo sử dụng 150.000 hồ sơ" in shown


STATED = (
    "Trong năm 2024, tỉnh Bình Thuận tiếp nhận 61.000 hồ sơ thủ tục hành chính, tăng 7% so với"
    " cùng kỳ năm 2023, trong đó tiếp nhận trực tuyến 48.800 hồ sơ, tăng 15% so với cùng kỳ năm"
    " 2023. Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%, tăng 0,4 điểm phần trăm so với cùng kỳ năm"
    " 2023. Quá hạn 31 hồ sơ, giảm 52 hồ sơ so với cùng kỳ năm 2023."
)


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("so-ket", "còn 31 hồ sơ quá hạn (giảm 52 hồ sơ so với cùng kỳ năm 2023)"),
        ("ban-tin", "năm 2024 so với cùng kỳ năm 2023: số hồ sơ TTHC tiếp nhận tăng 7%,"),
    ],
)
def test_a_change_that_a_source_states_is_told(tmp_path: Path, template: str, told: str) -> None:
    """As the source's own, and nobody says that there is nothing to compare with."""
    documents = f"documents:\n{DOCUMENT.format(name='mot', day='2025-01-10')}"
    files = {"nguon/mot.txt": STATED, "nguon/manifest.yaml": documents}
    shown = page_text(tmp_path, f"{HEAD}template: {template}\n{ONE}", files)
    shown = shown.replace("\u00a0", " ")
    assert told in shown
    assert "chưa so sánh" not in shown
    assert "chưa có số liệu kỳ trước" not in shown
    assert "trên phạm vi cả nước" not in shown
    assert ("không nêu số liệu, kết quả chung của cả nước" in shown) == (template == "so-ket")
