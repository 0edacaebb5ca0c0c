"""Where a report tells of a new province against its old ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hard_cases.making import page_text

CONFIG = """
template: {template}
provinces: [lao-cai]
periods: [2025-H2]
compare: [same-period-last-year]
sources: [nguon]
letterhead: {{issuer: ĐƠN VỊ MẪU, number: "…/BC-M", place: Hà Nội, date: 2026-01-15}}
contents: false
formats: [html]
"""
MANIFEST = """documents:
  - {id: nay, file: nay.txt, title: Bài nay, publisher: Báo Một, published: 2026-01-06}
  - {id: cu, file: cu.txt, title: Bài cũ, publisher: Báo Một, published: 2025-01-06}
"""
NOW = (
    "6 tháng cuối năm 2025, tỉnh Lào Cai tiếp nhận 410.000 hồ sơ thủ tục hành chính. Tỉnh tiếp "
    "nhận 310 phản ánh, kiến nghị. Chỉ số phục vụ người dân, doanh nghiệp đạt 81 điểm."
)
BEFORE = (
    "6 tháng cuối năm 2024, tỉnh Lào Cai tiếp nhận 150.000 hồ sơ thủ tục hành chính. Tỉnh tiếp "
    "nhận 100 phản ánh, kiến nghị. 6 tháng cuối năm 2024, tỉnh Yên Bái tiếp nhận 200.000 hồ sơ "
    "thủ tục hành chính. 6 tháng cuối năm 2024, tỉnh Yên Bái tiếp nhận 150 phản ánh, kiến nghị."
)


@pytest.mark.parametrize("template", ["so-ket", "bao-cao-tinh"])
def test_what_is_compared_stands_under_its_own_heading(tmp_path: Path, template: str) -> None:
    """Dossiers against dossiers under dossiers, not under the indices that end the chapter."""
    files = {"nguon/manifest.yaml": MANIFEST, "nguon/nay.txt": NOW, "nguon/cu.txt": BEFORE}
    shown = page_text(tmp_path, CONFIG.format(template=template), files)
    shown = shown[shown.rindex("Số liệu 6 tháng cuối năm 2024 để so sánh là số liệu gộp") :]
    order = (
        "Tiếp nhận, giải quyết hồ sơ TTHC",
        "số hồ sơ TTHC tiếp nhận tăng 60.000 hồ sơ",
        "Phản ánh, kiến nghị",
        "kiến nghị tiếp nhận tăng 60 phản ánh, kiến nghị",
        "Các chỉ số đánh giá",
    )
    places = [shown.index(one) for one in order]
    assert places == sorted(places)


def shown_of(folder: Path, template: str, now: str, before: str) -> str:
    """Build a report of two texts, which proves itself, and return what it shows."""
    files = {"nguon/manifest.yaml": MANIFEST, "nguon/nay.txt": now, "nguon/cu.txt": before}
    return page_text(folder, CONFIG.format(template=template), files)


def test_a_briefing_tells_what_stayed_the_same_and_what_is_not_compared(tmp_path: Path) -> None:
    """400.000 against 150.000 and 250.000 is no change; the score has no base."""
    shown = shown_of(
        tmp_path,
        "ban-tin",
        "6 tháng cuối năm 2025, tỉnh Lào Cai tiếp nhận 400.000 hồ sơ thủ tục hành chính. Chỉ số "
        "phục vụ người dân, doanh nghiệp đạt 81 điểm.",
        "6 tháng cuối năm 2024, tỉnh Lào Cai tiếp nhận 150.000 hồ sơ thủ tục hành chính. 6 tháng "
        "cuối năm 2024, tỉnh Yên Bái tiếp nhận 250.000 hồ sơ thủ tục hành chính.",
    )
    assert "số hồ sơ TTHC tiếp nhận giữ nguyên ở mức 400.000" in shown
    assert "Không so sánh điểm số của tỉnh Lào Cai với 6 tháng cuối năm 2024" in shown


def test_a_note_on_scores_alone_proves_its_time(tmp_path: Path) -> None:
    """Where nothing else tells of 2024, the scores that are not compared do."""
    shown = shown_of(
        tmp_path,
        "so-ket",
        "6 tháng cuối năm 2025, Chỉ số phục vụ người dân, doanh nghiệp của tỉnh Lào Cai đạt 81 "
        "điểm.",
        "6 tháng cuối năm 2024, Chỉ số phục vụ người dân, doanh nghiệp của tỉnh Lào Cai đạt 79 "
        "điểm.",
    )
    assert "Không so sánh điểm số với 6 tháng cuối năm 2024" in shown


def test_a_computed_rate_stands_beside_the_counts_of_its_own_area(tmp_path: Path) -> None:
    """Not behind those of the area that was put together since."""
    before = (
        "6 tháng đầu năm 2025, tỉnh {} đã giải quyết {} hồ sơ thủ tục hành chính, đúng hạn {} hồ"
        " sơ."
    )
    files = {
        "nguon/manifest.yaml": MANIFEST.replace("2026-01-06", "2025-07-03").replace(
            "2025-01-06", "2025-07-03"
        ),
        "nguon/nay.txt": before.format("Lào Cai", "50.000", "49.000"),
        "nguon/cu.txt": before.format("Yên Bái", "60.000", "54.000"),
    }
    config = CONFIG.format(template="bao-cao-tinh").replace("2025-H2", "2025-H1")
    shown = page_text(tmp_path, config.replace("2026-01-15", "2025-07-10"), files)
    order = ("đúng hạn 49.000", "đúng hạn đạt 98%", "gộp số liệu của", "110.000")
    places = [shown.index(one) for one in order]
    assert places == sorted(places)


def test_a_ranking_says_that_one_row_has_two_names(tmp_path: Path) -> None:
    """Huế was Thừa Thiên Huế until the end of 2024: once, and only where such years are told."""
    index = "Năm {}, Chỉ số hài lòng về sự phục vụ hành chính (SIPAS) của {} đạt {}%."
    rows = (("thành phố Huế", "85,5"), ("tỉnh Nghệ An", "84"), ("tỉnh Sơn La", "86"))
    before = (("tỉnh Thừa Thiên Huế", "84,5"), *rows[1:])
    now = " ".join(index.format(2025, *one) for one in rows)
    then = " ".join(index.format(2024, *one) for one in before)
    config = CONFIG.format(template="chi-so").replace("[2025-H2]", "[2024, 2025]")
    config = config.replace("[lao-cai]", "[hue, nghe-an, son-la]").replace("01-15", "06-15")
    manifest = MANIFEST.replace("2026-01-06", "2026-05-06").replace("2025-01-06", "2025-05-06")
    files = {"nguon/manifest.yaml": manifest, "nguon/nay.txt": now, "nguon/cu.txt": then}
    shown = page_text(tmp_path, config, files)
    note = "tỉnh Thừa Thiên Huế trở thành thành phố Huế trực thuộc trung ương"
    assert shown.count(note) == 1
    assert "số liệu trước thời điểm đó là của tỉnh Thừa Thiên Huế." in shown


@pytest.mark.parametrize("template", ["so-ket", "bao-cao-tinh", "ban-tin"])
def test_sums_of_a_day_and_of_a_year_are_told_and_proved(tmp_path: Path, template: str) -> None:
    """A stock of 31 December and a flow of the year are both summed; one note tells of both."""
    day = "Đến ngày 31/12/2024, tỉnh {} có {} tài khoản đăng ký trên Cổng Dịch vụ công quốc gia."
    before = " ".join(
        [
            "Năm 2024, tỉnh Lào Cai tiếp nhận 150.000 hồ sơ thủ tục hành chính.",
            day.format("Lào Cai", "300.000"),
            "Năm 2024, tỉnh Yên Bái tiếp nhận 200.000 hồ sơ thủ tục hành chính.",
            day.format("Yên Bái", "100.000"),
        ]
    )
    now = (
        "Năm 2025, tỉnh Lào Cai tiếp nhận 410.000 hồ sơ thủ tục hành chính. Đến ngày 31/12/2025, "
        "tỉnh Lào Cai có 500.000 tài khoản đăng ký trên Cổng Dịch vụ công quốc gia."
    )
    files = {"nguon/manifest.yaml": MANIFEST, "nguon/nay.txt": now, "nguon/cu.txt": before}
    config = CONFIG.format(template=template).replace("2025-H2", "2025")
    shown = page_text(tmp_path, config, files)
    assert "ngày 31 tháng 12 năm 2024" in shown
    assert "tăng 60.000 hồ sơ" in shown


@pytest.mark.parametrize("template", ["so-ket", "bao-cao-tinh"])
def test_sums_of_before_the_merger_are_set_against_sums(tmp_path: Path, template: str) -> None:
    """160.000 of both in the first half of 2025 against 150.000: not the old province alone."""
    told = "6 tháng đầu năm {}, tỉnh {} tiếp nhận {} hồ sơ thủ tục hành chính."
    now = " ".join([told.format(2025, "Lào Cai", "70.000"), told.format(2025, "Yên Bái", "90.000")])
    before = " ".join(
        [told.format(2024, "Lào Cai", "50.000"), told.format(2024, "Yên Bái", "100.000")]
    )
    config = CONFIG.format(template=template).replace("2025-H2", "2025-H1")
    manifest = MANIFEST.replace("2026-01-06", "2025-07-06").replace("2025-01-06", "2024-07-06")
    files = {"nguon/manifest.yaml": manifest, "nguon/nay.txt": now, "nguon/cu.txt": before}
    shown = page_text(tmp_path, config, files)
    assert "số hồ sơ TTHC tiếp nhận là 160.000 hồ sơ" in shown
    changed = "trên cùng địa bàn, số hồ sơ TTHC tiếp nhận tăng 10.000 hồ sơ, tương đương 6,67%"
    assert changed in shown
    assert "(từ 150.000)" in shown
    assert "trước khi sắp xếp đơn vị hành chính, trừ số liệu được ghi rõ là gộp" in shown


def test_a_sum_of_a_reserved_figure_is_told_alike_wherever_it_stands(tmp_path: Path) -> None:
    """The sum is "khoảng 1,5 triệu" at its own time and as the base of the next year."""
    told = "6 tháng cuối năm {}, tỉnh {} tiếp nhận {} hồ sơ trực tuyến."
    now = told.format(2025, "Lào Cai", "2,1 triệu")
    before = " ".join(
        [told.format(2024, "Lào Cai", "1,3 triệu"), told.format(2024, "Yên Bái", "gần 200.000")]
    )
    config = CONFIG.format(template="so-ket").replace("[2025-H2]", "[2024-H2, 2025-H2]")
    files = {"nguon/manifest.yaml": MANIFEST, "nguon/nay.txt": now, "nguon/cu.txt": before}
    shown = page_text(tmp_path, config, files)
    assert "số hồ sơ TTHC trực tuyến là khoảng 1,5 triệu hồ sơ" in shown
    assert "(từ khoảng 1.500.000 lên 2,1 triệu)" in shown


def test_a_contradiction_in_one_of_two_documents_of_a_publisher_and_day_is_told(
    tmp_path: Path,
) -> None:
    """The other one is in no report of this province; the note names the first by its title."""
    manifest = MANIFEST.replace("2025-01-06", "2026-01-06")
    now = (
        "6 tháng cuối năm 2025, tỉnh Lào Cai tiếp nhận 60.000 hồ sơ thủ tục hành chính, trong đó "
        "tiếp nhận trực tuyến 100.000 hồ sơ."
    )
    other = "6 tháng cuối năm 2025, tỉnh Quảng Ninh tiếp nhận 90.000 hồ sơ thủ tục hành chính."
    files = {"nguon/manifest.yaml": manifest, "nguon/nay.txt": now, "nguon/cu.txt": other}
    shown = page_text(tmp_path, CONFIG.format(template="so-ket"), files)
    assert "tài liệu “Bài nay” nêu 100.000 hồ sơ, nhiều hơn" in shown


def test_the_country_s_figure_of_a_measure_that_a_finding_is_about_is_told(tmp_path: Path) -> None:
    """A rank of Hà Nội is contradicted; the newest figure of the country stands beside it."""
    manifest = MANIFEST.replace("2026-01-06", "2024-07-06").replace("2025-01-06", "2023-07-06")
    now = (
        "6 tháng đầu năm 2024, cả nước tiếp nhận 10 triệu hồ sơ thủ tục hành chính. Điểm trung "
        "bình cả nước Chỉ số phục vụ người dân, doanh nghiệp đạt 75,5 điểm.\n\n6 tháng đầu năm "
        "2024, thành phố Hà Nội tiếp nhận 500.000 hồ sơ thủ tục hành chính. Chỉ số phục vụ người "
        "dân, doanh nghiệp xếp thứ 5/63, tăng 07 bậc so với cùng kỳ năm 2023."
    )
    before = (
        "6 tháng đầu năm 2023, thành phố Hà Nội tiếp nhận 410.000 hồ sơ thủ tục hành chính. Chỉ "
        "số phục vụ người dân, doanh nghiệp xếp thứ 10/63."
    )
    config = (
        CONFIG.format(template="so-ket")
        .replace("[lao-cai]", "[ha-noi]")
        .replace("2025-H2", "2024-M06")
        .replace("2026-01-15", "2024-07-20")
    )
    files = {"nguon/manifest.yaml": manifest, "nguon/nay.txt": now, "nguon/cu.txt": before}
    assert "75,5 điểm (6 tháng đầu năm 2024)" in page_text(tmp_path, config, files)
