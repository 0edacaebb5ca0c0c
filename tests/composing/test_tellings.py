"""How a report tells what sources say: its time, whose it is, and what the checks refute."""

from __future__ import annotations

from pathlib import Path

from tests.composing.test_small_projects import FIGURE, HEAD, SO_KET, TITLE, report
from tests.hard_cases.making import page_text

MANIFEST = """documents:
  - {id: mot, file: mot.txt, title: Bài một, publisher: Báo Một, published: 2024-05-12,
     place: binh-duong}
  - {id: hai, file: hai.txt, title: Bài hai, place: binh-thuan}
"""
ONE = """documents:
  - {id: mot, file: mot.txt, title: Bài một, publisher: Báo Một, published: 2024-07-12}
"""
PROVINCES = {
    "nguon/manifest.yaml": MANIFEST,
    "nguon/mot.txt": "Cải cách thủ tục hành chính của tỉnh Bình Dương\n\n"
    "Trong tháng 4 năm 2024, tỉnh tiếp nhận 20.000 hồ sơ thủ tục hành chính.\n\n"
    "Nhiệm vụ, giải pháp\n\n"
    "Trong thời gian tới, tỉnh sẽ nâng cấp hệ thống thông tin giải quyết thủ tục hành chính.\n",
    "nguon/hai.txt": "Cải cách thủ tục hành chính của tỉnh Bình Thuận năm 2023\n\n"
    "Năm 2023, tỉnh tiếp nhận 120.000 hồ sơ thủ tục hành chính.\n\n"
    "Nhiệm vụ, giải pháp\n\n"
    "Trong thời gian tới, tỉnh sẽ mở rộng việc số hóa kết quả giải quyết thủ tục hành chính.\n",
}


def test_tasks_bear_when_they_were_told_not_a_deadline(tmp_path: Path) -> None:
    """Behind a province's name "(đến tháng 5/2024)" would read as the day they are due."""
    shown = page_text(
        tmp_path,
        HEAD.replace("[2024-H1]", "[2023..2024-H1]")
        + "template: so-ket\nprovinces: [binh-duong, binh-thuan]\ncontents: false\n",
        PROVINCES,
    )
    tasks = shown[shown.index("NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM") :]
    assert "Tỉnh Bình Dương (nêu tháng 5/2024)" in tasks
    assert "Tỉnh Bình Thuận (tài liệu không ghi ngày)" in tasks
    assert "(đến tháng 5/2024)" not in tasks


def test_a_result_takes_the_time_told_before_it_in_its_paragraph(tmp_path: Path) -> None:
    """What stands behind the figures of a half-year is no result "đến tháng 7"."""
    country = (
        "Cải cách thủ tục hành chính\n\n"
        "Trong 6 tháng đầu năm nay, cả nước tiếp nhận 900.000 hồ sơ thủ tục hành chính. "
        "Việc số hóa hồ sơ thủ tục hành chính được đẩy mạnh, đạt kết quả tích cực.\n"
    )
    manifest = MANIFEST.replace("place: binh-duong", "place: quoc-gia").replace("-05-12", "-07-12")
    shown = page_text(
        tmp_path,
        HEAD.replace("[2024-H1]", "[2023..2024-H1]")
        + "template: so-ket\nprovinces: [binh-thuan]\ncontents: false\n",
        {**PROVINCES, "nguon/manifest.yaml": manifest, "nguon/mot.txt": country},
    )
    assert "Trong 6 tháng đầu năm 2024, việc số hóa hồ sơ" in shown
    assert "Đến tháng 7 năm 2024, việc số hóa" not in shown


def test_one_list_of_shortcomings_and_causes_is_not_split_in_a_speakers_name(
    tmp_path: Path,
) -> None:
    """Who named both named them together; which are causes is the report's own reading."""
    shown = report(
        tmp_path,
        "Cải cách thủ tục hành chính\n\n"
        "Trong 6 tháng đầu năm 2024, cả nước tiếp nhận 900.000 hồ sơ thủ tục hành chính.\n\n"
        "Các đại biểu chỉ rõ những hạn chế và phân tích nguyên nhân. Đó là một số thủ tục hành "
        "chính còn rườm rà, qua nhiều cấp. Người đứng đầu một số cơ quan chưa quan tâm chỉ đạo "
        "cải cách thủ tục hành chính. Hạ tầng công nghệ thông tin còn yếu, thiếu đồng bộ.\n",
        SO_KET,
    )
    causes = shown[shown.index("Nguyên nhân") :]
    assert "Các đại biểu nêu các hạn chế, nguyên nhân (tháng 7/2024), trong đó có:" in causes
    assert "nguyên nhân như sau" not in causes


def test_a_refuted_judgement_stands_in_the_notes_alone(tmp_path: Path) -> None:
    """Nobody signs both a claim and the rank that refutes it; the rest of it stays."""
    shown = report(
        tmp_path,
        TITLE + FIGURE + "Tồn tại, hạn chế\n\n"
        "Chỉ số phục vụ người dân, doanh nghiệp trong giải quyết thủ tục hành chính: năm 2023, "
        "tỉnh vẫn dẫn đầu top 5 trong 63 tỉnh thành thấp nhất cả nước (Năm 2022: đạt 49,1/100 "
        "điểm, đứng thứ 29/63 tỉnh thành; Năm 2023: đạt 59,9/100 điểm, đứng thứ 30/63 tỉnh thành). "
        "Việc số hóa hồ sơ thủ tục hành chính tại một số xã còn chậm.\n",
        SO_KET,
        HEAD.replace("[2024-H1]", "[2023..2024-H1]"),
    )
    body, _, rest = shown.partition("GHI CHÚ VỀ SỐ LIỆU")
    notes = rest.partition("DANH MỤC NGUỒN SỐ LIỆU")[0]
    assert "việc số hóa hồ sơ thủ tục hành chính tại một số xã còn chậm" in body
    limits = body[body.index("TỒN TẠI, HẠN CHẾ") : body.index("BẢNG SỐ LIỆU CHI TIẾT")]
    assert "top 5" not in limits
    assert "Báo cáo không nêu lại nội dung trái với số liệu" in notes
    assert notes.count("vẫn dẫn đầu top 5 trong 63 tỉnh thành thấp nhất") == 1


def test_the_national_portal_is_written_one_way(tmp_path: Path) -> None:
    """In running text its name has the capitals of the report, in a title those of the source."""
    shown = report(
        tmp_path,
        TITLE + FIGURE + "Tồn tại, hạn chế\n\n"
        "Việc kết nối với Cổng dịch vụ công quốc gia tại một số xã còn chậm.\n",
        SO_KET,
    )
    assert "Cổng Dịch vụ công quốc gia tại một số xã" in shown
    assert "Cổng dịch vụ công quốc gia" not in shown


def test_a_briefing_tells_results_and_what_they_lack_together(tmp_path: Path) -> None:
    """Two results short of one goal: neither stands alone as a success."""
    shown = report(
        tmp_path,
        "Cải cách thủ tục hành chính\n\n"
        "Từ năm 2021 đến nay, các bộ, cơ quan đã cắt giảm, đơn giản hóa 2.100 quy định về kinh "
        "doanh; ước tính tỷ lệ cắt giảm, đơn giản hóa đạt khoảng 15,5% và khoảng 9% chi phí tuân "
        "thủ.\n",
        "template: ban-tin\nprovinces: [binh-duong]\n",
    )
    told = shown[shown.index("KẾT QUẢ CHỦ YẾU") : shown.index("Số liệu, nội dung trên")]
    assert "đạt khoảng 15,5%; chi phí tuân thủ ước tính được cắt giảm khoảng 9%." in told
    assert "khoảng 4,5 điểm phần trăm" in told
    assert told.count("khoảng 11 điểm phần trăm") == 1
    assert told.count("mục tiêu tối thiểu 20%") == 1
    assert "Đáng chú ý" not in told


def test_parts_that_make_up_a_whole_are_joined_as_running_text(tmp_path: Path) -> None:
    """A semicolon would part what belongs together."""
    shown = report(
        tmp_path,
        f"{TITLE}Trong 6 tháng đầu năm 2024, tỉnh cung cấp 500 dịch vụ công trực tuyến, trong đó: "
        "400 dịch vụ công trực tuyến toàn trình và 100 dịch vụ công trực tuyến một phần.\n",
        SO_KET,
    )
    assert "gồm 400 dịch vụ toàn trình và 100 dịch vụ một phần" in shown


def test_a_closing_line_names_what_was_told_and_who_reports(tmp_path: Path) -> None:
    """The set phrase of a report to a higher office."""
    shown = report(tmp_path, TITLE + FIGURE, SO_KET, HEAD.replace("BỘ MẪU", "BỘ MẪU, name: Bộ Mẫu"))
    assert (
        "Trên đây là kết quả công tác cải cách TTHC 6 tháng đầu năm 2024; Bộ Mẫu kính báo cáo./."
    ) in shown


def test_a_cause_of_no_theme_has_no_label(tmp_path: Path) -> None:
    """Work in general is no thing that an officer writes about."""
    shown = report(
        tmp_path,
        TITLE + FIGURE + "Tồn tại, hạn chế\n\n"
        "Việc số hóa hồ sơ thủ tục hành chính tại một số xã còn chậm.\n\n"
        "Thói quen làm việc theo lối cũ còn nặng, chậm thay đổi.\n",
        SO_KET,
    )
    assert "Thói quen làm việc theo lối cũ" in shown
    assert "Về công tác chung" not in shown


def test_a_provinces_appendix_has_no_figure_that_nothing_tells(tmp_path: Path) -> None:
    """The country's figure and the goal that it misses belong to a report that sets them beside."""
    shown = page_text(
        tmp_path,
        HEAD + "template: bao-cao-tinh\nscope: each\nprovinces: [binh-duong]\n",
        {
            "nguon/manifest.yaml": ONE,
            "nguon/mot.txt": "Cải cách thủ tục hành chính\n\n"
            "Từ năm 2021 đến nay, các bộ, cơ quan đã cắt giảm 2.500 quy định kinh doanh; ước tính "
            "tỷ lệ cắt giảm, đơn giản hóa đạt 18,6%.\n\n"
            "Trong 6 tháng đầu năm 2024, tỉnh Bình Dương tiếp nhận 120.000 hồ sơ thủ tục hành "
            "chính.\n",
        },
        "thu-binh-duong",
    )
    assert "120.000" in shown
    assert "18,6%" not in shown
    assert "Văn bản quy định mục tiêu" not in shown


def test_nobody_above_is_no_recipient(tmp_path: Path) -> None:
    """The words "Như trên" point to "Kính gửi"; a report without it has no such line."""
    head = HEAD + 'recipients: ["Như trên", "Lưu: VT"]\n' + SO_KET
    files = {"nguon/manifest.yaml": ONE, "nguon/mot.txt": TITLE + FIGURE}
    alone = page_text(tmp_path / "a", head, files)
    assert "Như trên" not in alone
    assert "Lưu: VT" in alone
    assert "Như trên" in page_text(
        tmp_path / "b", head + "addressees: [Văn phòng Chính phủ]\n", files
    )
