"""Small projects over 1 July 2025: which area a figure is of, and what is never repeated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.hard_cases.making import page_text

HEAD = """
letterhead: {issuer: BỘ MẪU, number: "…/BC-BM", place: Hà Nội, date: 2026-01-15}
formats: [html]
sources: [nguon]
"""
OPENING = "Cải cách thủ tục hành chính\n\n"
Texts = dict[str, tuple[str, str]]


def report(folder: Path, config: str, texts: Texts, issued: str = "2026-01-15") -> str:
    """Build a report of texts by name, each with its day, and return what a browser shows."""
    head = HEAD.replace("2026-01-15", issued)
    head += "" if "template:" in config else "template: bao-cao-tinh\n"
    rows = [
        f"  - {{id: {name}, file: {name}.txt, title: Bài {name}, publisher: Báo {name}"
        + (f", published: {day}}}" if day else "}")
        for name, (day, _) in texts.items()
    ]
    files = {f"nguon/{name}.txt": OPENING + text for name, (_, text) in texts.items()}
    files["nguon/manifest.yaml"] = "\n".join(["documents:", *rows, ""])
    return page_text(folder, head + config, files)


def received(when: str, place: str, number: str) -> str:
    """Say how many dossiers a province received."""
    return f"{when}, tỉnh {place} tiếp nhận {number} hồ sơ thủ tục hành chính."


FIRST = "Trong 6 tháng đầu năm 2025"
SECOND = "Trong 6 tháng cuối năm 2025"
YEAR = "periods: [2025]\nprovinces: [lam-dong]\n"


def test_the_old_area_bears_a_name_of_its_own(tmp_path: Path) -> None:
    """A half-year of old Lâm Đồng beside a year of the new one: a label and a note tell so.

    Its name stands with the label wherever the label does: "tỉnh (trước sắp xếp)" is nobody.
    """
    heard = "{}, tỉnh tiếp nhận {} phản ánh, kiến nghị của cá nhân, tổ chức."
    old = received(FIRST, "Lâm Đồng", "155.000") + " " + heard.format(FIRST, "210")
    new = received("Trong năm 2025", "Lâm Đồng", "800.000")
    new += " " + heard.format("Trong năm 2025", "620")
    shown = report(tmp_path, YEAR, {"cu": ("2025-06-30", old), "moi": ("2026-01-05", new)})
    assert "tỉnh Lâm Đồng (trước sắp xếp) tiếp nhận 210 phản ánh" in shown
    assert "tỉnh (trước sắp xếp)" not in shown.casefold()
    assert "Lâm Đồng (trước sắp xếp)" in shown
    assert "“Trước sắp xếp”: địa bàn của tỉnh" in shown
    note = "Số liệu 6 tháng đầu năm 2025 là của tỉnh Lâm Đồng trước khi sắp xếp đơn vị hành chính"
    assert note in shown
    assert shown.count("Lâm Đồng (trước sắp xếp)") == 4  # twice in the text and in the appendix


def test_a_late_source_leaves_the_area_open(tmp_path: Path) -> None:
    """After the merger "tỉnh Lâm Đồng" may mean either area: the report says that it does."""
    shown = report(
        tmp_path,
        YEAR,
        {
            "muon": ("2025-12-05", received(FIRST, "Lâm Đồng", "155.000")),
            "moi": ("2026-01-05", received("Trong năm 2025", "Lâm Đồng", "800.000")),
        },
    )
    assert "Lâm Đồng (kỳ trước sắp xếp)" in shown
    assert "nguồn công bố sau đó, không nêu rõ địa bàn" in shown


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "told",
    [
        "tỉnh Lâm Đồng (cũ)",
        "tỉnh Lâm Đồng cũ",
        "tỉnh Lâm Đồng (trước sáp nhập)",
        "tỉnh Lâm Đồng trước khi sắp xếp",
    ],
)
def test_a_late_source_may_name_the_old_area(tmp_path: Path, told: str) -> None:
    """Its words count: the figures of the old provinces add up to a base."""
    old = received(FIRST, "Lâm Đồng", "150.000").replace("tỉnh Lâm Đồng", told)
    texts = {
        "cu": ("2025-12-05", old),
        "hai": ("2025-12-05", received(FIRST, "Bình Thuận", "160.000")),
        "ba": ("2025-12-05", received(FIRST, "Đắk Nông", "90.000")),
        "moi": ("2026-07-05", received("Trong 6 tháng đầu năm 2026", "Lâm Đồng", "432.000")),
    }
    config = "periods: [2026-H1]\nprovinces: [lam-dong]\ncompare: [same-period-last-year]\n"
    shown = report(tmp_path, config, texts, "2026-07-15")
    assert "(từ 400.000 lên 432.000)" in shown
    assert "Lâm Đồng (trước sắp xếp)" in shown


def test_a_word_that_only_looks_like_it_names_no_area(tmp_path: Path) -> None:
    """The word "cụ thể" is no "cũ": the area stays open."""
    text = "Trong 6 tháng đầu năm 2025, tỉnh Lâm Đồng cụ thể đã tiếp nhận 150.000 hồ sơ."
    shown = report(
        tmp_path,
        "periods: [2025-H1, 2025-H2]\nprovinces: [lam-dong]\n",
        {
            "muon": ("2025-12-05", text),
            "moi": ("2026-01-05", received(SECOND, "Lâm Đồng", "9.000")),
        },
    )
    assert "Lâm Đồng (kỳ trước sắp xếp)" in shown


def test_a_report_of_the_first_days_sums_up_the_old_area(tmp_path: Path) -> None:
    """Of July 2025 on the half-year before: old Lâm Đồng, unless it says the new one."""
    config = "periods: [2026-H1]\nprovinces: [lam-dong]\ncompare: [same-period-last-year]\n"
    texts = {
        "cu": ("2025-07-08", received(FIRST, "Lâm Đồng", "150.000")),
        "hai": ("2025-07-08", received(FIRST, "Bình Thuận", "160.000")),
        "ba": ("2025-06-30", received(FIRST, "Đắk Nông", "90.000")),
        "moi": ("2026-07-05", received("Trong 6 tháng đầu năm 2026", "Lâm Đồng", "432.000")),
    }
    assert "(từ 400.000 lên 432.000)" in report(tmp_path / "cu", config, texts, "2026-07-15")
    new = texts["cu"][1].replace("tỉnh Lâm Đồng", "tỉnh Lâm Đồng sau sáp nhập")
    said = {**texts, "cu": ("2025-07-08", new)}
    assert "400.000" not in report(tmp_path / "moi", config, said, "2026-07-15")


def test_a_source_without_a_day_is_as_late_as_what_it_tells(tmp_path: Path) -> None:
    """It tells of days since the merger, so its "tỉnh Lâm Đồng" of before may be either."""
    both = f"{received(FIRST, 'Lâm Đồng', '155.000')} {received(SECOND, 'Lâm Đồng', '430.000')}"
    shown = report(tmp_path, YEAR, {"bai": ("", both)})
    assert "Lâm Đồng (kỳ trước sắp xếp)" in shown


def test_one_note_opens_a_report_on_the_old_area_alone(tmp_path: Path) -> None:
    """Where all figures are of the old area one sentence says so, no footnote does."""
    shown = report(
        tmp_path,
        "periods: [2024-H2]\nprovinces: [lam-dong]\n",
        {
            "cu": (
                "2025-01-09",
                received("Trong 6 tháng cuối năm 2024", "Lâm Đồng", "150.000"),
            )
        },
    )
    note = "Số liệu của tỉnh Lâm Đồng trong báo cáo là của địa bàn trước khi sắp xếp"
    assert shown.count(note) == 1
    assert "là của tỉnh Lâm Đồng trước khi sắp xếp" not in shown


def test_a_year_over_the_merger_says_of_which_area_it_is_read(tmp_path: Path) -> None:
    """2026 against 2025: the base began before the new province, and one note tells so."""
    shown = report(
        tmp_path,
        "periods: [2026]\nprovinces: [lam-dong, hue]\ncompare: [previous-year]\ntemplate: so-ket\n",
        {
            "sau": ("2027-01-05", received("Năm 2026", "Lâm Đồng", "900.000")),
            "truoc": ("2026-01-05", received("Năm 2025", "Lâm Đồng", "600.000")),
            "hue": ("2027-01-05", received("Năm 2026", "Huế", "90.000")),
            "hue-truoc": ("2026-01-05", received("Năm 2025", "Huế", "60.000")),
        },
        "2027-01-20",
    )
    note = "Số liệu năm 2025 của tỉnh Lâm Đồng được hiểu là của địa bàn sau khi sắp xếp"
    assert shown.count(note) == 1
    assert "tương đương 50% (từ 600.000 lên 900.000)" in shown
    assert "Số liệu năm 2025 của thành phố Huế" not in shown


def test_a_briefing_says_what_has_ended_and_of_whom_its_sums_are(tmp_path: Path) -> None:
    """The notes of the long reports stand in the short one, too, with the names of the places."""
    shown = report(
        tmp_path / "cu",
        "periods: [2024]\nprovinces: [lam-dong, bac-giang]\ntemplate: ban-tin\n",
        {
            "a": ("2025-01-05", received("Năm 2024", "Lâm Đồng", "100.000")),
            "b": ("2025-01-05", received("Năm 2024", "Đắk Nông", "100.000")),
            "c": ("2025-01-05", received("Năm 2024", "Bình Thuận", "200.000")),
            "d": ("2025-01-05", received("Năm 2024", "Bắc Giang", "70.000")),
        },
    )
    assert "Tỉnh Bắc Giang nay thuộc tỉnh Bắc Ninh" in shown
    assert "Số liệu của tỉnh Lâm Đồng trong báo cáo là của địa bàn trước khi sắp xếp" in shown
    assert "(gộp số liệu của các tỉnh Bình Thuận, Đắk Nông và Lâm Đồng)" in shown
    assert "400.000" in shown
    year_on = report(
        tmp_path / "moi",
        "periods: [2025-H2]\nprovinces: [lam-dong]\ntemplate: ban-tin\nscope: each\n"
        "compare: [same-period-last-year]\n",
        {
            name: (day, received(f"6 tháng cuối năm {told}", place, number))
            for name, day, told, place, number in (
                ("a", "2025-01-05", 2024, "Lâm Đồng", "100.000"),
                ("b", "2025-01-05", 2024, "Đắk Nông", "100.000"),
                ("c", "2025-01-05", 2024, "Bình Thuận", "200.000"),
                ("e", "2026-01-05", 2025, "Lâm Đồng", "500.000"),
            )
        }
        | {"f": ("2026-01-05", "6 tháng cuối năm 2025, cả nước tiếp nhận 12,5 triệu hồ sơ TTHC.")},
    )
    note = (
        "Số liệu 6 tháng cuối năm 2024 của tỉnh Lâm Đồng để so sánh là số liệu gộp của các tỉnh"
        " Bình Thuận, Đắk Nông và Lâm Đồng trước khi sắp xếp đơn vị hành chính."
    )
    assert year_on.count(note) == 1
    assert "tăng 25%" in year_on
    assert "chiếm 4% của cả nước (12,5 triệu)" in year_on  # on the card of a province alone


def test_a_score_over_the_merger_says_that_the_field_changed(tmp_path: Path) -> None:
    """Lạng Sơn was not merged, but rated among 63 provinces, then among 34."""
    index = "Chỉ số cải cách hành chính (PAR INDEX) của tỉnh Lạng Sơn đạt"
    shown = report(
        tmp_path,
        "periods: [2025]\nprovinces: [lang-son]\ncompare: [previous-year]\n",
        {
            "sau": ("2026-04-05", f"Năm 2025, {index} 90,5%."),
            "truoc": ("2025-04-05", f"Năm 2024, {index} 89%."),
        },
        "2026-04-30",
    )
    assert "tăng 1,5 điểm phần trăm so với năm 2024 (89%; Biểu đồ 1)" in shown
    assert "Số tỉnh, thành phố được đánh giá đã thay đổi" in shown


def test_before_the_merger_there_is_one_area(tmp_path: Path) -> None:
    """A report of 2024 knows of no other Lâm Đồng."""
    text = received("Trong 6 tháng đầu năm 2024", "Lâm Đồng", "150.000")
    config, texts = "periods: [2024-H1]\nprovinces: [lam-dong]\n", {"cu": ("2024-07-09", text)}
    assert "sắp xếp" in report(tmp_path / "muon", config, texts)
    assert "sắp xếp" not in report(tmp_path / "som", config, texts, "2024-07-31")


def test_a_province_that_was_only_renamed_is_not_merged(tmp_path: Path) -> None:
    """Huế is the area of Thừa Thiên Huế: compared, with no word of merged areas."""
    shown = report(
        tmp_path,
        "periods: [2025-H2]\nprovinces: [hue]\ncompare: [same-period-last-year]\n",
        {
            "moi": (
                "2026-01-05",
                received(SECOND, "Huế", "220.000").replace("tỉnh Huế", "thành phố Huế"),
            ),
            "cu": (
                "2025-01-05",
                received("Trong 6 tháng cuối năm 2024", "Thừa Thiên Huế", "200.000"),
            ),
        },
    )
    assert "tăng 20.000 hồ sơ" in shown
    assert "cùng địa bàn" not in shown
    assert "sắp xếp" not in shown


def test_a_rate_of_sums_proves_itself_without_the_counts_of_today(tmp_path: Path) -> None:
    """Old counts give the old rate, though today's source tells the rate alone."""
    rate = "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%."
    old = {"Lâm Đồng": ("145.000", "139.200"), "Bình Thuận": ("155.000", "150.350")}
    old["Đắk Nông"] = ("85.000", "80.750")
    half = "Trong 6 tháng cuối năm 2024, tỉnh {} đã giải quyết {} hồ sơ thủ tục hành chính;"
    now = received(SECOND, "Lâm Đồng", "432.000") + " " + rate
    texts: Texts = {"moi": ("2026-01-05", now)}
    for at, (name, (resolved, on_time)) in enumerate(old.items()):
        said = f"{half.format(name, resolved)} giải quyết đúng hạn {on_time} hồ sơ."
        texts[f"cu{at}"] = ("2025-01-09", said)
    shown = report(
        tmp_path,
        "periods: [2025-H2]\nprovinces: [lam-dong]\ncompare: [same-period-last-year]\n",
        texts,
    )
    assert "(từ 96,18% lên 98%)" in shown
    assert "(150.350 + 80.750 + 139.200) / (155.000 + 85.000 + 145.000) × 100" in shown


def test_no_change_of_a_source_reaches_over_the_merger(tmp_path: Path) -> None:
    """No "tăng 10 bậc" from 63 provinces to 34, no "tăng 120%" from one area to three."""
    said = (
        f"{SECOND}, tỉnh Lâm Đồng tiếp nhận 432.000 hồ sơ thủ tục hành chính, tăng 120% so"
        " với cùng kỳ năm 2024. Năm 2025, chỉ số PCI của tỉnh Lâm Đồng xếp thứ 12/34,"
        " tăng 10 bậc so với năm 2024."
    )
    texts: Texts = {"moi": ("2026-01-05", said)}
    shown = report(tmp_path, "periods: [2025, 2025-H2]\nprovinces: [lam-dong]\n", texts)
    body = shown[: shown.index("BẢNG SỐ LIỆU CHI TIẾT")]
    assert "432.000" in body
    assert "12/34" in body
    assert "120%" not in body
    assert "10 bậc" not in body


def test_a_change_on_one_side_of_the_merger_is_repeated(tmp_path: Path) -> None:
    """What a source says of two times since the merger stands as it says it."""
    said = (
        "Trong 6 tháng cuối năm 2026, tỉnh Lâm Đồng tiếp nhận 500.000 hồ sơ thủ tục hành"
        " chính, tăng 12% so với cùng kỳ năm 2025."
    )
    texts: Texts = {"moi": ("2027-01-05", said)}
    shown = report(
        tmp_path, "periods: [2026-H2]\nprovinces: [lam-dong]\n", texts, issued="2027-01-15"
    )
    assert "tăng 12% so với cùng kỳ năm 2025" in shown[: shown.index("BẢNG SỐ LIỆU CHI TIẾT")]


def test_both_areas_are_told_apart_where_their_figures_stand(tmp_path: Path) -> None:
    """The half before the merger is told of old Lâm Đồng by name, then of today's area."""
    texts = {
        "mot": ("2025-06-30", received(FIRST, "Lâm Đồng", "150.000")),
        "hai": ("2025-06-30", received(FIRST, "Bình Thuận", "160.000")),
        "ba": ("2025-06-30", received(FIRST, "Đắk Nông", "90.000")),
        "moi": ("2026-01-05", received(SECOND, "Lâm Đồng", "432.000")),
    }
    config = "template: so-ket\nperiods: [2025-H1, 2025-H2]\nprovinces: [{}]\n"
    shown = report(tmp_path / "mot", config.format("lam-dong"), texts)
    assert "tỉnh Lâm Đồng (trước sắp xếp) tiếp nhận 150.000 hồ sơ" in shown
    assert (
        "trên địa bàn tỉnh Lâm Đồng hiện nay (gộp số liệu của các tỉnh Bình Thuận, Đắk Nông"
        " và Lâm Đồng), số hồ sơ TTHC tiếp nhận là 400.000 hồ sơ"
    ) in shown
    fewer = {name: text for name, text in texts.items() if name != "ba"}
    alone = report(tmp_path / "hai", config.format("lam-dong"), fewer)
    assert "(gộp số liệu của" not in alone
    assert "do chưa có số liệu của tỉnh Đắk Nông" in alone
    both = report(tmp_path / "ba", config.format("lam-dong, binh-thuan"), texts)
    assert "hiện nay" not in both


def test_a_note_names_who_lacks_which_figure(tmp_path: Path) -> None:
    """Of two indicators each is told with the provinces that have none of it."""
    old = "Trong 6 tháng cuối năm 2024"
    online = ", tiếp nhận trực tuyến {} hồ sơ."
    mot = received(old, "Lâm Đồng", "150.000").rstrip(".") + online.format("90.000")
    texts = {
        "mot": ("2025-01-08", mot),
        "hai": ("2025-01-08", received(old, "Bình Thuận", "160.000")),
        "moi": (
            "2026-01-05",
            received(SECOND, "Lâm Đồng", "432.000").rstrip(".") + online.format("300.000"),
        ),
    }
    config = "periods: [2025-H2]\nprovinces: [lam-dong]\ncompare: [same-period-last-year]\n"
    shown = report(tmp_path, config, texts)
    assert (
        "Không so sánh số hồ sơ TTHC trực tuyến với 6 tháng cuối năm 2024 do chưa có số liệu của"
        " các tỉnh Bình Thuận và Đắk Nông; số hồ sơ TTHC tiếp nhận do chưa có số liệu của tỉnh"
        " Đắk Nông."
    ) in shown


LATER = "Trong 6 tháng cuối năm 2024"
HALF = "periods: [2025-H2]\nprovinces: [lam-dong]\ncompare: [same-period-last-year]\n"


@pytest.mark.sampled(3)
@pytest.mark.parametrize("template", ["bao-cao-tinh", "ban-tin"])
@pytest.mark.parametrize(
    ("when", "day", "why"),
    [
        ("Trong 6 tháng cuối năm 2023", "2024-01-05", "do chưa có số liệu của tỉnh Đắk Nông"),
        ("Trong năm 2024", "2025-01-05", "do tỉnh Đắk Nông chỉ có số liệu năm 2024"),
        ("Trong quý IV năm 2024", "2025-01-05", "do tỉnh Đắk Nông chỉ có số liệu quý IV năm 2024"),
        (
            "Từ ngày 15/6/2024 đến ngày 14/12/2024",
            "2024-12-20",
            ("do tỉnh Đắk Nông chỉ có số liệu 6 tháng cuối năm 2024 (từ 15/6/2024 đến 14/12/2024)"),
        ),
    ],
)
def test_a_figure_of_another_time_is_not_told_as_none(
    tmp_path: Path, template: str, when: str, day: str, why: str
) -> None:
    """Nobody reads that a province has no figures where it has them of another time."""
    texts = {
        "cu": ("2025-01-05", received(LATER, "Lâm Đồng", "150.000")),
        "hai": ("2025-01-05", received(LATER, "Bình Thuận", "160.000")),
        "ba": (day, received(when, "Đắk Nông", "90.000")),
        "moi": ("2026-01-05", received(SECOND, "Lâm Đồng", "432.000")),
    }
    shown = report(tmp_path, f"{HALF}template: {template}\n", texts)
    assert f"với 6 tháng cuối năm 2024 {why}." in shown
    assert shown.count("chỉ có số liệu") == ("chỉ có" in why)


def test_a_figure_of_an_open_area_is_not_told_as_none(tmp_path: Path) -> None:
    """A late source tells of "tỉnh Lâm Đồng" in 2024: either area, so it is in no sum."""
    texts = {
        "cu": ("2025-12-01", received(LATER, "Lâm Đồng", "150.000")),
        "hai": ("2025-01-05", received(LATER, "Bình Thuận", "160.000")),
        "ba": ("2025-01-05", received(LATER, "Đắk Nông", "90.000")),
        "moi": ("2026-01-05", received(SECOND, "Lâm Đồng", "432.000")),
    }
    shown = report(tmp_path, HALF, texts)
    assert (
        "do nguồn không nêu rõ số liệu của tỉnh Lâm Đồng là của địa bàn trước hay sau khi sắp xếp."
    ) in shown
    assert "400.000" not in shown


def test_one_late_source_of_all_old_provinces_means_each_of_them(tmp_path: Path) -> None:
    """A source of after the merger that tells all three of one time: their sum is a base."""
    names = {"Lâm Đồng": "150.000", "Bình Thuận": "160.000", "Đắk Nông": "90.000"}
    old = " ".join(received(LATER, *one) for one in names.items())
    new = received(SECOND, "Lâm Đồng", "432.000")
    texts = {"cu": ("2025-12-01", old), "moi": ("2026-01-05", new)}
    assert "(từ 400.000 lên 432.000)" in report(tmp_path, HALF, texts)


def test_each_old_province_lacks_for_its_own_reason(tmp_path: Path) -> None:
    """One has nothing, one has the year: both are told."""
    texts = {
        "cu": ("2025-01-05", received(LATER, "Lâm Đồng", "150.000")),
        "hai": ("2025-01-05", received("Trong năm 2024", "Bình Thuận", "300.000")),
        "moi": ("2026-01-05", received(SECOND, "Lâm Đồng", "432.000")),
    }
    assert (
        "do tỉnh Bình Thuận chỉ có số liệu năm 2024 và chưa có số liệu của tỉnh Đắk Nông."
    ) in report(tmp_path, HALF, texts)


def test_a_change_that_the_sum_contradicts_is_told_in_the_notes_alone(tmp_path: Path) -> None:
    """12 % is what the source says, 8 % what its three old provinces give."""
    told = "432.000 hồ sơ thủ tục hành chính, tăng 12% so với cùng kỳ năm 2024"
    texts = {
        "cu": ("2025-01-05", received(LATER, "Lâm Đồng", "150.000")),
        "hai": ("2025-01-05", received(LATER, "Bình Thuận", "160.000")),
        "ba": ("2025-01-05", received(LATER, "Đắk Nông", "90.000")),
        "moi": ("2026-01-05", f"{SECOND}, tỉnh Lâm Đồng tiếp nhận {told}."),
    }
    shown = report(tmp_path, HALF, texts)
    body, _, notes = shown.partition("BẢNG SỐ LIỆU CHI TIẾT")
    assert "tương đương 8%" in body
    assert "12%" not in body
    assert "160.000 + 90.000 + 150.000 = 400.000; (432.000 − 400.000) / 400.000" in notes
    assert "≈ 8,00% ≠ 12%" in notes


OLD_ONES = {
    "cu": ("2025-01-05", received(LATER, "Lâm Đồng", "150.000")),
    "hai": ("2025-01-05", received(LATER, "Bình Thuận", "160.000")),
    "ba": ("2025-01-05", received(LATER, "Đắk Nông", "90.000")),
}


@pytest.mark.parametrize(
    ("number", "change", "told"),
    [
        ("400.000", "tăng 32.000 hồ sơ, tương đương 8%", ""),
        ("410.000", "tăng 22.000 hồ sơ, tương đương 5,37%", "= 400.000 ≠ 410.000"),
    ],
)
def test_a_whole_area_that_a_source_tells_is_a_base_of_its_own(
    tmp_path: Path, number: str, change: str, told: str
) -> None:
    """It is no other figure of the old namesake; the sum of the old ones bears it out or not."""
    whole = f"{LATER}, số liệu gộp 3 tỉnh, tỉnh Lâm Đồng tiếp nhận {number} hồ sơ."
    new = f"{received(SECOND, 'Lâm Đồng', '432.000')} {whole}"
    shown = report(tmp_path, HALF, {**OLD_ONES, "moi": ("2026-01-05", new)})
    assert f"{change} (từ {number} lên 432.000" in shown
    assert shown.count("So với cùng kỳ năm 2024") == 1
    assert "chưa có số liệu" not in shown
    assert "≠ 150.000" not in shown
    assert ("≠" in shown, told in shown) == (bool(told), True)


def test_an_open_area_does_not_take_the_place_of_the_old_one(tmp_path: Path) -> None:
    """What a late source tells of "tỉnh Lâm Đồng" in 2024 hides no figure of before."""
    new = f"{received(SECOND, 'Lâm Đồng', '432.000')} {received(LATER, 'Lâm Đồng', '395.000')}"
    shown = report(tmp_path, HALF, {**OLD_ONES, "moi": ("2026-01-05", new)})
    assert "(từ 400.000 lên 432.000)" in shown
    assert "395.000" not in shown


def test_a_change_from_a_half_year_before_the_merger_is_not_repeated(tmp_path: Path) -> None:
    """The base "6 tháng đầu năm 2025" ended before the new province, though its year had not."""
    told = received(SECOND, "Lâm Đồng", "432.000")[:-1]
    texts = {"moi": ("2026-01-05", f"{told}, tăng 12% so với 6 tháng đầu năm 2025.")}
    body, *_ = report(tmp_path, HALF, texts).partition("BẢNG SỐ LIỆU CHI TIẾT")
    assert "432.000" in body
    assert "12%" not in body


def test_what_cannot_be_summed_up_is_said(tmp_path: Path) -> None:
    """The first half of the whole area where all have it, else who lacks the figure."""
    late = " Số hồ sơ trễ hạn là {} hồ sơ."
    shown = report(
        tmp_path,
        YEAR,
        {
            "moi": ("2026-01-05", received(SECOND, "Lâm Đồng", "400.000")),
            "mot": ("2025-06-30", received(FIRST, "Lâm Đồng", "155.000") + late.format("51")),
            "hai": ("2025-06-30", received(FIRST, "Bình Thuận", "160.000") + late.format("62")),
            "ba": ("2025-06-30", received(FIRST, "Đắk Nông", "95.000")),
        },
    )
    assert "số hồ sơ TTHC tiếp nhận là 410.000 hồ sơ" in shown
    said = "về số hồ sơ trễ hạn do chưa có số liệu của tỉnh Đắk Nông"
    assert f"của địa bàn tỉnh Lâm Đồng hiện nay {said}" in shown


def test_a_stock_that_does_not_add_up_is_not_compared(tmp_path: Path) -> None:
    """One short note names it and the day that it might have been set against."""
    units = "Đến ngày 31/12/{}, tỉnh {} có {} Bộ phận Một cửa các cấp."
    shown = report(
        tmp_path,
        "periods: [2025]\nprovinces: [tay-ninh]\ncompare: [previous-year]\n",
        {
            "moi": ("2026-01-05", units.format("2025", "Tây Ninh", "97")),
            "mot": ("2025-01-05", units.format("2024", "Tây Ninh", "105")),
            "hai": ("2025-01-06", units.format("2024", "Long An", "201")),
        },
    )
    note = "Không so sánh số Bộ phận Một cửa các cấp với thời điểm ngày 31 tháng 12 năm 2024 do"
    assert note in shown


def test_a_place_that_was_renamed_says_so_and_why_its_rank_has_no_change(tmp_path: Path) -> None:
    """Huế: counts compare under either name, 4/34 is no rise from 10/63."""
    index = "Chỉ số phục vụ người dân, doanh nghiệp năm {} của {} đạt {}/100 điểm, xếp thứ {}."
    new = received("Năm 2025", "Huế", "13.457").replace("tỉnh Huế", "thành phố Huế")
    old = received("Năm 2024", "Thừa Thiên Huế", "12.100")
    shown = report(
        tmp_path,
        "periods: [2025]\nprovinces: [Huế]\n",
        {
            "moi": ("2026-01-05", f"{new} {index.format(2025, 'thành phố Huế', '88,5', '4/34')}"),
            "cu": (
                "2025-01-05",
                f"{old} {index.format(2024, 'tỉnh Thừa Thiên Huế', '80,5', '10/63')}",
            ),
        },
    )
    note = (
        "Từ ngày 01 tháng 01 năm 2025, tỉnh Thừa Thiên Huế trở thành thành phố Huế trực thuộc"
        " trung ương, địa bàn không thay đổi; số liệu năm 2024 để so sánh là của tỉnh Thừa Thiên"
        " Huế."
    )
    assert shown.count(note) == 1
    rank = "Không so sánh thứ hạng Chỉ số phục vụ người dân, doanh nghiệp với năm 2024 (thứ 10/63)"
    assert rank in shown
    assert "tăng 8 điểm" in shown


def test_a_province_that_became_a_city_says_so(tmp_path: Path) -> None:
    """Quảng Ninh bears its type of the day, and its rank among 34 goes on."""
    index = "Chỉ số phục vụ người dân, doanh nghiệp năm {} của {} đạt {}/100 điểm, xếp thứ {}."
    shown = report(
        tmp_path,
        "periods: [2026]\nprovinces: [Quảng Ninh]\n",
        {
            "moi": ("2027-01-05", index.format(2026, "thành phố Quảng Ninh", "89", "3/34")),
            "cu": ("2026-01-05", index.format(2025, "tỉnh Quảng Ninh", "87", "5/34")),
        },
        issued="2027-01-15",
    )
    note = "Từ ngày 01 tháng 9 năm 2026, tỉnh Quảng Ninh trở thành thành phố Quảng Ninh trực thuộc"
    assert shown.count(note) == 1
    assert "tăng 02 bậc so với năm 2025" in shown


def test_a_city_since_the_end_of_the_period_says_so(tmp_path: Path) -> None:
    """A report of October names thành phố Quảng Ninh over figures of tỉnh Quảng Ninh."""
    count = "6 tháng đầu năm {}, tỉnh Quảng Ninh tiếp nhận {} hồ sơ thủ tục hành chính."
    texts: Texts = {
        "moi": ("2026-07-05", count.format(2026, "120.000")),
        "cu": ("2025-07-05", count.format(2025, "100.000")),
    }
    config = "periods: [2026-H1]\nprovinces: [Quảng Ninh]\ncompare: [same-period-last-year]\n"
    shown = report(tmp_path, config, texts, issued="2026-10-19")
    assert shown.count("ngày 01 tháng 9 năm 2026, tỉnh Quảng Ninh trở thành thành phố") == 1


def test_the_merger_is_told_once_whatever_the_times(tmp_path: Path) -> None:
    """Two periods with other gaps share the sentence on how their bases came about."""
    half, quarter = (SECOND, "432.000"), ("Quý III năm 2025", "170.000")
    new = " ".join(received(when, "Lâm Đồng", number) for when, number in (half, quarter))
    new += f" {SECOND}, tỉnh tiếp nhận 620 phản ánh, kiến nghị."
    texts: Texts = {"moi": ("2026-01-05", new)}
    for name in ("Lâm Đồng", "Bình Thuận", "Đắk Nông"):
        told = received("Trong 6 tháng cuối năm 2024", name, "140.000")
        told += " " + received("Quý III năm 2024", name, "50.000")
        if name != "Đắk Nông":
            told += " Trong 6 tháng cuối năm 2024, tỉnh tiếp nhận 210 phản ánh, kiến nghị."
        texts[name.replace(" ", "")] = ("2025-01-05", told)
    config = "periods: [2025-H2, 2025-Q3]\nprovinces: [lam-dong]\ncompare: [previous-year]\n"
    for template in ("bao-cao-tinh", "ban-tin"):
        folder = tmp_path / template
        folder.mkdir()
        shown = report(folder, f"template: {template}\n{config}", texts)
        assert shown.count("là số liệu gộp của các tỉnh Bình Thuận, Đắk Nông và Lâm Đồng") == 1
        told = (
            re.search(r"\b620\b", shown) is not None
        )  # a briefing that leaves it out says no more
        assert ("do chưa có số liệu của tỉnh Đắk Nông" in shown) is told
        assert told or template == "ban-tin"


def test_windows_and_the_calendar_are_told_apart(tmp_path: Path) -> None:
    """A bare quarter in a report on windows is one of the calendar: the report says so."""
    plain = received("Quý II năm 2025", "Nghệ An", "30.000")
    window = "Quý II năm 2025 (từ ngày 15/3/2025 đến ngày 14/6/2025), tỉnh Nghệ An tiếp nhận 220"
    texts: Texts = {"lich": ("2025-07-02", plain)}
    told = "kỳ không ghi kèm ngày là tháng, quý, năm theo lịch."
    config = "periods: [2025-Q2]\nprovinces: [nghe-an]\n"
    for name, windows, both in (("a", "decree-09", True), ("b", "calendar", False)):
        (tmp_path / name).mkdir()
        shown = report(tmp_path / name, f"{config}windows: {windows}\n", texts, "2025-07-15")
        assert (told in shown) is both
    texts["ky"] = ("2025-06-21", f"{window} phản ánh, kiến nghị.")
    (tmp_path / "c").mkdir()
    assert told in report(tmp_path / "c", f"{config}windows: decree-09\n", texts, "2025-07-15")


def test_a_ranking_says_what_it_left_out_and_who_stands_alike(tmp_path: Path) -> None:
    """Bình Thuận of 2025 is in Lâm Đồng by then; one time of a percentage has a unit, too."""
    index = "Năm 2025, Chỉ số cải cách hành chính (PAR INDEX) của tỉnh {} đạt {}%."
    rates = {"Cà Mau": 88, "Lào Cai": 88, "Sơn La": 86, "Lâm Đồng": 81, "Bình Thuận": 80}
    shown = report(
        tmp_path,
        "template: chi-so\nindex: par_index_score\nperiods: [2025]\n"
        "provinces: [lao-cai, son-la, ca-mau, lam-dong]\n",
        {
            "a": ("2026-04-05", " ".join(index.format(*one) for one in [*rates.items()][:4])),
            "b": ("2026-04-05", index.format("Bình Thuận", rates["Bình Thuận"])),
        },
        "2026-04-30",
    )
    assert "Đứng đầu là Cà Mau và Lào Cai (cùng 88%); đứng cuối là Lâm Đồng (81%)." in shown
    assert (
        "Nguồn nêu số liệu năm 2025 của tỉnh Bình Thuận, trong kỳ đã được hợp nhất vào tỉnh"
        " Lâm Đồng; báo cáo không sử dụng số liệu này."
    ) in shown
    assert "Cột thứ tự do báo cáo tính" in shown


def test_a_ranking_notes_places_that_changed_since(tmp_path: Path) -> None:
    """Of 2023 and 2024, told in 2026: who is a city now, who another's part, whose area grew."""
    index = "Năm {}, Chỉ số cải cách hành chính (PAR INDEX) của tỉnh {} đạt {}%."
    rates = {"Quảng Ninh": 92, "Bắc Giang": 88, "Lâm Đồng": 86, "Sơn La": 81}
    texts = {
        str(year): (
            f"{year + 1}-04-05",
            " ".join(index.format(year, *one) for one in rates.items()),
        )
        for year in (2023, 2024)
    }
    texts["muon"] = ("2025-12-05", index.format(2024, "Tây Ninh", 79))
    shown = report(
        tmp_path,
        "template: chi-so\nindex: par_index_score\nperiods: [2023, 2024]\n"
        "provinces: [quang-ninh, bac-giang, lam-dong, son-la, tay-ninh]\n",
        texts,
        "2026-10-15",
    )
    for note in (
        "tỉnh Quảng Ninh trở thành thành phố Quảng Ninh trực thuộc trung ương",
        "; số liệu trước thời điểm đó là của tỉnh Quảng Ninh.",
        "Tỉnh Bắc Giang nay thuộc thành phố Bắc Ninh (từ ngày 01 tháng 7 năm 2025); số liệu",
        "Số liệu năm 2023 và năm 2024 của Lâm Đồng là của địa bàn trước khi sắp xếp đơn vị",
        "Số liệu năm 2024 của Tây Ninh là của kỳ trước khi sắp xếp đơn vị hành chính; nguồn",
    ):
        assert shown.count(note) == 1


@pytest.mark.parametrize("before", ["350.000", "349.000"])
def test_a_sum_that_stayed_the_same_has_its_note(tmp_path: Path, before: str) -> None:
    """What stayed the same prints no change; its base, a sum of two provinces, is told."""
    first = "Trong 6 tháng đầu năm 2025, "
    shown = report(
        tmp_path,
        "template: ban-tin\nperiods: [2026-H1]\nprovinces: [da-nang]\n"
        "compare: [same-period-last-year]\n",
        {
            "nay": (
                "2026-07-05",
                "Trong 6 tháng đầu năm 2026, thành phố Đà Nẵng tiếp nhận 600.000 hồ sơ.",
            ),
            "dn": ("2025-06-30", f"{first}thành phố Đà Nẵng tiếp nhận {before} hồ sơ."),
            "qn": ("2025-06-30", f"{first}tỉnh Quảng Nam tiếp nhận 250.000 hồ sơ."),
        },
        issued="2026-07-10",
    )
    assert ("giữ nguyên" in shown) == (before == "350.000")
    note = "là số liệu gộp của thành phố Đà Nẵng và tỉnh Quảng Nam"
    assert shown.count(note) == 1


def test_a_briefing_says_among_how_many_and_who_has_no_figure(tmp_path: Path) -> None:
    """Three of four chosen provinces have a figure that orders them: the fourth is named."""
    rate = "Năm 2025, tỷ lệ hồ sơ giải quyết đúng hạn của tỉnh {} đạt {}%."
    rates = {"Sơn La": 98, "Lào Cai": 96, "Cà Mau": 91}
    shown = report(
        tmp_path,
        "template: ban-tin\nperiods: [2025]\nprovinces: [son-la, lao-cai, ca-mau, nghe-an]\n",
        {
            "ba": ("2026-01-05", " ".join(rate.format(*one) for one in rates.items())),
            "bon": ("2026-01-06", received("Năm 2025", "Nghệ An", "120.000")),
        },
    )
    assert (
        "năm 2025 (Biểu đồ 1), trong 3 địa phương có số liệu, tỉnh Sơn La đạt cao nhất (98%), tiếp"
        " đến là tỉnh Lào Cai (96%), thấp nhất là tỉnh Cà Mau (91%); chưa có số liệu của tỉnh"
        " Nghệ An."
    ) in shown


def test_no_place_is_called_the_first_where_the_first_are_not_told_apart(tmp_path: Path) -> None:
    """Of "khoảng 98%" and 98,2% either may be ahead: the third is not the best of all."""
    rate = "Năm 2025, tỷ lệ hồ sơ giải quyết đúng hạn của tỉnh {} đạt {}%."
    rates = {"Sơn La": "khoảng 98", "Lào Cai": "98,2", "Cà Mau": "91", "Nghệ An": "90"}
    shown = report(
        tmp_path,
        "template: ban-tin\nperiods: [2025]\nprovinces: [son-la, lao-cai, ca-mau, nghe-an]\n",
        {"ba": ("2026-01-05", " ".join(rate.format(*one) for one in rates.items()))},
    )
    assert "cao nhất" not in shown


@pytest.mark.parametrize("template", ["bao-cao-tinh", "ban-tin"])
def test_each_figure_of_an_open_contradiction_points_to_it(tmp_path: Path, template: str) -> None:
    """More were sent in online than came in: nobody knows which of the two is wrong."""
    when = "Năm 2025, tỉnh Nghệ An tiếp nhận"
    shown = report(
        tmp_path,
        f"template: {template}\nperiods: [2025]\nprovinces: [nghe-an]\n",
        {
            "mot": ("2026-01-05", f"{when} 1.000 hồ sơ thủ tục hành chính."),
            "hai": ("2026-01-06", f"{when} 1.200 hồ sơ trực tuyến."),
        },
    )
    body = shown[: shown.index("LƯU Ý VỀ SỐ LIỆU" if template == "ban-tin" else "GHI CHÚ VỀ SỐ")]
    for number in ("1.000", "1.200"):
        (at,) = (one.end() for one in re.finditer(re.escape(number), body[: body.find("BẢNG SỐ")]))
        assert re.search("xem (ghi chú|Lưu ý)", body[at : at + 90]), number


NEW_HALF = {"moi": ("2026-01-05", received("Trong 6 tháng cuối năm 2025", "Lâm Đồng", "{}"))}
OLD_HALF = "Trong 6 tháng cuối năm 2024"
ON_HALF = "periods: [2025-H2]\nprovinces: [lam-dong]\n"


def against_old(folder: Path, olds: list[tuple[str, str]], now: str) -> str:
    """Build a report of a half-year against the sum of the old provinces' counts."""
    day, text = NEW_HALF["moi"]
    old = " ".join(received(OLD_HALF, place, number) for place, number in olds)
    return report(folder, ON_HALF, {"cu": ("2025-01-05", old), "moi": (day, text.format(now))})


@pytest.mark.parametrize(
    ("last", "now", "told"),
    [
        ("hơn 85.000", "400.500", "do số liệu của tỉnh Đắk Nông đã được làm tròn"),
        ("gần 85.000", "399.500", "do số liệu của tỉnh Đắk Nông đã được làm tròn"),
        ("khoảng 85.000", "432.000", "tăng khoảng 32.000 hồ sơ, tương đương khoảng 8%"),
        ("khoảng 85.000", "432.000", "(từ khoảng 400.000 lên 432.000)"),
    ],
)
def test_a_sum_of_rounded_counts_is_judged_by_what_its_parts_may_be(
    tmp_path: Path, last: str, now: str, told: str
) -> None:
    """No rise is told that may be a fall, and none is left out without a word."""
    olds = [("Lâm Đồng", "155.003"), ("Bình Thuận", "160.000"), ("Đắk Nông", last)]
    shown = against_old(tmp_path, olds, now)
    assert told in shown
    assert ("Không so sánh" in shown) is ("làm tròn" in told)


def test_counts_by_level_are_not_said_to_be_none(tmp_path: Path) -> None:
    """What an old province has by level alone is named as the reason."""
    by_level = (
        f"{OLD_HALF}, tỉnh Đắk Nông tiếp nhận hồ sơ như sau: cấp tỉnh 1.000 hồ sơ, cấp huyện"
        " 2.000 hồ sơ, cấp xã 3.000 hồ sơ."
    )
    old = " ".join([received(OLD_HALF, one, "6.000") for one in ("Lâm Đồng", "Bình Thuận")])
    day, text = NEW_HALF["moi"]
    texts = {"cu": ("2025-01-05", f"{old} {by_level}"), "moi": (day, text.format("20.000"))}
    shown = report(tmp_path, ON_HALF, texts)
    assert "do tỉnh Đắk Nông chỉ có số liệu theo từng cấp hành chính" in shown
    assert "chưa có số liệu của tỉnh Đắk Nông" not in shown
