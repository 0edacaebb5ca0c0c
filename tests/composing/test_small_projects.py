"""Small projects of one or two texts: whose words, which time and which place a report tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.composing.phrasing import of_none, of_the_country
from generator.verify.files import load_lineage
from generator.verify.tracing import trace
from tests.hard_cases.making import html_text, page, page_text

HEAD = """
letterhead: {issuer: BỘ MẪU, number: "…/BC-BM", place: Hà Nội, date: 2024-07-31}
formats: [html]
sources: [nguon]
periods: [2024-H1]
"""
MANIFEST = """documents:
  - id: mot
    file: mot.txt
    title: Bài một
    publisher: Báo Một
    published: 2024-07-12
    place: binh-duong
"""
TITLE = "Cải cách thủ tục hành chính của tỉnh Bình Dương\n\n"
FIGURE = "Trong 6 tháng đầu năm 2024, tỉnh tiếp nhận 120.000 hồ sơ thủ tục hành chính.\n\n"
PROVINCE = "template: bao-cao-tinh\nprovinces: [binh-duong]\n"
SO_KET = "template: so-ket\nprovinces: [binh-duong]\ncontents: false\n"


def report(folder: Path, text: str, config: str, head: str = HEAD) -> str:
    """Build a report of one text and return what a browser shows."""
    files = {"nguon/manifest.yaml": MANIFEST, "nguon/mot.txt": text}
    return page_text(folder, head + config, files)


def test_a_speaker_is_given_only_his_own_figures(tmp_path: Path) -> None:
    """What the article adds by itself stands in a sentence of its own."""
    shown = report(
        tmp_path,
        f"{TITLE}"
        "Phó Chủ tịch UBND tỉnh Trần Văn An cho biết, trong 6 tháng đầu năm 2024, tỉnh tiếp nhận "
        "120.000 hồ sơ thủ tục hành chính. Trong 6 tháng đầu năm 2024, toàn tỉnh đã giải quyết "
        "110.000 hồ sơ thủ tục hành chính.\n",
        PROVINCE,
    )
    said = shown[shown.index("theo Phó Chủ tịch") :]
    assert "120.000" in said[: said.index(".", said.index("120.000") + 8)]
    assert "110.000" not in said[: said.index("120.000") + 30]


def test_notes_open_for_mended_words_alone(tmp_path: Path) -> None:
    """A report without a contradiction still tells which words of a source it mended."""
    shown = report(
        tmp_path,
        f"{TITLE}{FIGURE}"
        "Tồn tại, hạn chế\n\nCông tác cái cách thủ tục hành chính tại một số xã còn chậm.\n",
        PROVINCE,
    )
    assert "GHI CHÚ VỀ SỐ LIỆU" in shown.upper()
    assert "“cái cách” thành “cải cách”" in shown


def test_nobody_is_asked_for_what_is_past(tmp_path: Path) -> None:
    """The report of a province tells a task whose day is past in its notes only."""
    shown = report(
        tmp_path,
        f"{TITLE}{FIGURE}"
        "Nhiệm vụ, giải pháp\n\n"
        "Các sở, ngành rà soát thủ tục hành chính, hoàn thành trước ngày 15/7/2024.\n"
        "Các huyện nâng cấp bộ phận một cửa.\n",
        PROVINCE,
    )
    assert shown.count("hoàn thành trước ngày 15/7/2024") == 1
    assert "đã hết thời hạn trước ngày báo cáo: Các sở, ngành rà soát" in shown


def test_a_report_without_a_day_keeps_later_statements(tmp_path: Path) -> None:
    """All sources are used where the letterhead bears no date, in words and in figures."""
    shown = report(
        tmp_path,
        f"{TITLE}{FIGURE}"
        "Tồn tại, hạn chế\n\nViệc số hóa hồ sơ thủ tục hành chính tại một số xã còn chậm.\n",
        PROVINCE,
        HEAD.replace(", date: 2024-07-31", ""),
    )
    assert "Việc số hóa hồ sơ thủ tục hành chính tại một số xã còn chậm" in shown


def test_shortcomings_of_one_province_bear_its_name(tmp_path: Path) -> None:
    """In a report of the country too, what is said of a province alone is said of it."""
    shown = report(
        tmp_path,
        f"{TITLE}{FIGURE}"
        "Tồn tại, hạn chế\n\nViệc số hóa hồ sơ thủ tục hành chính tại một số xã còn chậm.\n",
        "template: so-ket\nprovinces: [binh-duong, binh-thuan]\ncontents: false\n",
    )
    at = shown.index("việc số hóa hồ sơ thủ tục hành chính tại một số xã còn chậm")
    assert "Tại tỉnh Bình Dương" in shown[at - 60 : at]


def test_a_computed_rank_proves_itself(tmp_path: Path) -> None:
    """Three provinces with one rate are put in order, and the file with the order is written."""
    shown = report(
        tmp_path,
        "Cải cách thủ tục hành chính của các tỉnh\n\n"
        "Trong 6 tháng đầu năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn của tỉnh Bình Dương đạt 98%. "
        "Trong 6 tháng đầu năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn của tỉnh Bình Thuận đạt 96%. "
        "Trong 6 tháng đầu năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn của tỉnh Bắc Giang đạt 97%.\n",
        "template: so-ket\nprovinces: [binh-duong, binh-thuan, bac-giang]\ncontents: false\n",
    )
    assert (
        "(Biểu đồ 1), tỉnh Bình Dương đạt cao nhất (98%), tiếp đến là tỉnh Bắc Giang (97%), thấp"
        " nhất là tỉnh Bình Thuận (96%); bình quân giản đơn của 3 địa phương có số liệu là 97%."
    ) in shown
    assert "đứng thứ" not in shown


def test_ministries_are_put_in_order_among_themselves(tmp_path: Path) -> None:
    """A province whose figure is less than that of the last ministry is none of them."""
    told = "Trong 6 tháng đầu năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn của {} đạt {}%. "
    values = {"Bộ Tư pháp": 98, "Bộ Y tế": 96, "Bộ Nội vụ": 97, "tỉnh Bình Dương": 91}
    text = "".join(told.format(name, value) for name, value in values.items())
    config = (
        "template: so-ket\nprovinces: [binh-duong]\nbodies: [bo-tu-phap, bo-y-te, bo-noi-vu]\n"
        "contents: false\n"
    )
    shown = report(tmp_path, f"Cải cách thủ tục hành chính\n\n{text}\n", config)
    assert "tiếp đến là Bộ Nội vụ (97%), thấp nhất là Bộ Y tế (96%)" in shown


def test_of_more_than_a_few_each_place_has_its_rank(tmp_path: Path) -> None:
    """One sentence names the ends of six provinces, and the section of each its own rank."""
    names = {"Bình Dương": 98, "Bình Thuận": 96, "Bắc Giang": 97, "Cà Mau": 91, "Hà Nam": 95}
    names["An Giang"] = 93
    told = "Trong 6 tháng đầu năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn của {} đạt {}%. "
    text = "".join(told.format(f"tỉnh {name}", value) for name, value in names.items())
    slugs = "[binh-duong, binh-thuan, bac-giang, ca-mau, ha-nam, an-giang]"
    config = f"template: so-ket\nprovinces: {slugs}\ncontents: false\n"
    shown = report(tmp_path, f"Cải cách thủ tục hành chính của các tỉnh\n\n{text}\n", config)
    assert "tỉnh Bình Dương đạt cao nhất (98%), thấp nhất là tỉnh Cà Mau (91%)" in shown
    assert "đứng thứ 3 trong 6 địa phương có số liệu" in shown


def test_a_computed_rate_is_set_against_its_target_and_the_country(tmp_path: Path) -> None:
    """The file that says so proves itself, and the distance leads to the counts and the act."""
    target = (
        "targets:\n  - {id: mau, indicator: dossiers_on_time_rate, bound: at-least, value: 98,"
        " places: [provinces], from: 2021-01-01, until: 2024-12-31, act: Kế hoạch số 12/KH-UBND,"
        " issued: 2020-12-01}\n"
    )
    half, done = (
        "Trong 6 tháng đầu năm 2024, ",
        "giải quyết {} hồ sơ TTHC, trong đó đúng hạn {} hồ sơ. ",
    )
    text = (
        "Cải cách thủ tục hành chính của các tỉnh\n\n"
        f"{half}cả nước đã {done.format('1.000.000', '970.000')}"
        f"{half}tỉnh Bình Dương đã {done.format('140.000', '133.000')}\n"
    )
    config = HEAD + "template: bao-cao-tinh\nscope: each\nprovinces: [binh-duong]\n"
    files = {
        "nguon/manifest.yaml": MANIFEST,
        "nguon/mot.txt": text,
        "config/targets.yaml": target,
    }
    file = page(tmp_path, config, files)
    shown = html_text(file)
    assert (
        "(tính được 95%) thấp hơn 2 điểm phần trăm so với mức chung của cả nước (tính được 97%); "
        "còn thấp hơn 3 điểm phần trăm so với mục tiêu tối thiểu 98% đến hết năm 2024 "
        "(Kế hoạch số 12/KH-UBND)"
    ) in shown
    origins = trace("3", load_lineage(file)).origins
    (found,) = [one for one in origins if one["kind"] == "computed"]
    assert found["formula"] == "133.000 / 140.000 × 100 − 98 = −3"
    assert [one["value"] for one in found["facts"]] == ["133000", "140000"]
    (aim,) = found["targets"]
    assert (aim["act"], aim["label"]) == (
        "Kế hoạch số 12/KH-UBND",
        "Tỷ lệ hồ sơ giải quyết đúng hạn, trước hạn",
    )


def test_a_rate_beside_a_count_falls_from_the_rate_before(tmp_path: Path) -> None:
    """The 95% of "đúng hạn … hồ sơ (đạt 95%)" fell from 99 %, not from the dossiers of then."""
    told = (
        "Trong 6 tháng đầu năm {}, tỉnh Bình Dương đã giải quyết {} hồ sơ TTHC, trong đó đúng hạn "
        "{} hồ sơ (đạt {}%)."
    )
    shown = report(
        tmp_path,
        "Cải cách thủ tục hành chính của tỉnh Bình Dương\n\n"
        + told.format(2024, "140.000", "133.000", 95)
        + f"\n{told.format(2023, '130.000', '128.700', 99)}\n",
        "template: ban-tin\nprovinces: [binh-duong]\ncompare: [same-period-last-year]\n",
    )
    assert "giảm 4 điểm phần trăm so với cùng kỳ năm 2023 (từ 99% xuống 95%)" in shown


def test_a_late_source_is_not_added_to_the_old_neighbours(tmp_path: Path) -> None:
    """In 2026 "tỉnh Lâm Đồng" may mean the new area, for days before the merger too."""
    manifest = """documents:
  - {id: cu, file: cu.txt, title: Bài cũ, publisher: Báo Một, published: 2025-01-10}
  - {id: moi, file: moi.txt, title: Bài mới, publisher: Báo Hai, published: 2026-01-10}
"""
    counts = {"Bình Thuận": "150.000", "Đắk Nông": "100.000"}
    half = "Trong 6 tháng cuối năm 2024, tỉnh {} tiếp nhận {} hồ sơ thủ tục hành chính."
    old = " ".join(half.format(*one) for one in counts.items())
    new = (
        "Trong 6 tháng cuối năm 2025, tỉnh Lâm Đồng tiếp nhận 432.000 hồ sơ thủ tục hành chính. "
        "Trong 6 tháng cuối năm 2024, tỉnh Lâm Đồng tiếp nhận 400.000 hồ sơ thủ tục hành chính."
    )
    head = "Cải cách thủ tục hành chính\n\n"
    config = HEAD.replace("2024-H1", "2025-H2").replace("2024-07-31", "2026-01-15") + (
        "template: bao-cao-tinh\nprovinces: [lam-dong]\ncompare: [same-period-last-year]\n"
    )
    files = {
        "nguon/manifest.yaml": manifest,
        "nguon/cu.txt": head + old,
        "nguon/moi.txt": head + new,
    }
    shown = page_text(tmp_path, config, files)
    assert "432.000" in shown
    assert "650.000" not in shown


COUNTRY = """
Năm 2024 cả nước đẩy mạnh cải cách thủ tục hành chính.

Trong 6 tháng đầu năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn của cả nước đạt 94,3%.

Trong 6 tháng đầu năm 2024, tỉnh Bình Dương có tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,1%.
"""


@pytest.mark.parametrize("template", ["so-ket", "ban-tin"])
def test_a_rate_of_the_country_says_whose_it_is(tmp_path: Path, template: str) -> None:
    """Among figures of provinces no rate of the country stands without its owner."""
    shown = report(tmp_path, COUNTRY, f"template: {template}\nprovinces: [binh-duong]\n")
    if template == "ban-tin":
        assert "Cả nước, 6 tháng đầu năm 2024" in shown
    else:
        assert "tỷ lệ hồ sơ giải quyết đúng hạn của cả nước đạt 94,3%" in shown


def test_the_owner_stands_before_the_size() -> None:
    """Behind the name of a rate, "trên" where the name has an owner of its own."""
    assert of_the_country("tỷ lệ A ước tính đạt {n}") == "tỷ lệ A của cả nước ước tính đạt {n}"
    said = "mức độ hài lòng của người dân đạt {n}{share}"
    assert of_the_country(said) == "mức độ hài lòng của người dân trên cả nước đạt {n}{share}"
    assert of_the_country("{n} TTHC đủ điều kiện") == "{n} TTHC đủ điều kiện"


def test_nothing_is_said_as_nothing(tmp_path: Path) -> None:
    """A count of none is "không có", and stays so from year to year without a level."""
    assert of_none("có {n} giao dịch") == "không có giao dịch"
    assert of_none("trễ hạn {n} hồ sơ") == "trễ hạn {n} hồ sơ"
    shown = report(
        tmp_path,
        "Trong 6 tháng đầu năm 2024, tỉnh Bình Dương có 0 hồ sơ trễ hạn.\n\n"
        "Trong 6 tháng đầu năm 2023, tỉnh Bình Dương có 0 hồ sơ trễ hạn.\n",
        "template: so-ket\nprovinces: [binh-duong]\ncompare: [same-period-last-year]\n",
    )
    assert "không có hồ sơ trễ hạn" in shown
    assert "số hồ sơ trễ hạn vẫn bằng 0" in shown


def test_a_rank_alone_has_a_subject(tmp_path: Path) -> None:
    """The province ranks, in the chapter on the country and in its own."""
    shown = report(
        tmp_path,
        "Trong 6 tháng đầu năm 2024, tỉnh Bình Dương xếp thứ 9/63 về Chỉ số phục vụ người dân,"
        " doanh nghiệp.\n",
        "template: so-ket\nprovinces: [binh-duong, quang-ninh]\n",
    )
    assert "Tỉnh Bình Dương (6 tháng đầu năm 2024) xếp thứ 9/63 về" in shown
    assert "Trong 6 tháng đầu năm 2024, tỉnh Bình Dương xếp thứ 9/63 về" in shown
    assert "các nguồn không nêu số liệu, kết quả của tỉnh Quảng Ninh" in shown


def test_one_province_is_set_beside_the_country(tmp_path: Path) -> None:
    """Heading and caption of the table name it, "các địa phương" would be others."""
    shown = report(tmp_path, COUNTRY, "template: so-ket\nprovinces: [binh-duong]\n")
    assert "So sánh với cả nước" in shown
    assert "Một số chỉ tiêu của tỉnh Bình Dương và cả nước" in shown
    assert "các địa phương" not in shown[: shown.index("BẢNG SỐ LIỆU CHI TIẾT")]


def test_a_day_is_told_in_full_in_a_title(tmp_path: Path) -> None:
    """A report as of a day, of which no period begins."""
    head = HEAD.replace("[2024-H1]", '["as-of:2024-06-30"]')
    text = "Tính đến ngày 30/6/2024, tỉnh Bình Dương có 97 Bộ phận Một cửa các cấp.\n"
    shown = report(tmp_path, text, PROVINCE, head)
    assert "tính đến ngày 30 tháng 6 năm 2024" in shown


TOLD = "6 tháng đầu năm 2024, tỉnh {} tiếp nhận {} hồ sơ TTHC; mức độ hài lòng đạt {}."


def test_sources_of_one_name_and_day_are_told_once(tmp_path: Path) -> None:
    """Two articles of one newspaper and day under one table."""
    texts = {
        "mot": TOLD.format("Bình Dương", "91.000", "93%"),
        "hai": TOLD.format("Bình Thuận", "72.000", "95%"),
    }
    rows = [MANIFEST.partition("\n")[2].replace("mot", name) for name in texts]
    rows[1] = rows[1].replace("place: binh-duong", "place: binh-thuan")
    files = {f"nguon/{name}.txt": text for name, text in texts.items()}
    files["nguon/manifest.yaml"] = "documents:\n" + "".join(rows)
    config = f"{HEAD}template: so-ket\nprovinces: [binh-duong, binh-thuan]\n"
    shown = page_text(tmp_path, config, files)
    assert "Nguồn: Báo Một ngày 12/7/2024." in shown
    assert "12/7/2024; Báo Một" not in shown


def test_what_stands_out_points_to_its_note(tmp_path: Path) -> None:
    """A source that says "gấp 3 lần" of what doubled is noted, at the highlight, too."""
    text = (
        "Trong 6 tháng đầu năm 2024, tỉnh Bình Dương có 90.000 hồ sơ trực tuyến, tăng gấp 3 lần so"
        " với cùng kỳ năm 2023.\n\nTrong 6 tháng đầu năm 2023, tỉnh Bình Dương có 45.000 hồ sơ trực"
        " tuyến.\n"
    )
    config = "template: so-ket\nprovinces: [binh-duong]\ncompare: [same-period-last-year]\n"
    shown = report(tmp_path, text, config)
    assert "so với cùng kỳ năm 2023, xem ghi chú tại Phụ lục" in shown


def test_a_score_in_a_briefing_bears_its_rank(tmp_path: Path) -> None:
    """The same score hides that two places were lost: what needs attention tells it, once."""
    told = (
        "Trong 6 tháng đầu năm {}, Chỉ số phục vụ người dân, doanh nghiệp của tỉnh Bình Dương đạt"
    )
    ranks = {2024: "11/63", 2023: "9/63"}
    text = "\n\n".join(f"{told.format(at)} 80 điểm, xếp thứ {rank}." for at, rank in ranks.items())
    config = "template: ban-tin\nprovinces: [binh-duong]\ncompare: [same-period-last-year]\n"
    shown = report(tmp_path, text, config)
    told_once = "giảm 02 bậc so với cùng kỳ năm 2023 (từ thứ 9/63 xuống thứ 11/63)"
    assert shown.count(told_once) == shown.count("giảm 02 bậc") == 1


def test_levels_and_one_district_are_told_apart(tmp_path: Path) -> None:
    """A district is no fourth level; a rate is told "ở cấp tỉnh", a unit begins small."""
    shown = report(
        tmp_path,
        f"{TITLE}"
        "Trong 6 tháng đầu năm 2024, tỉnh Bình Dương tiếp nhận 60.000 hồ sơ thủ tục hành chính, "
        "trong đó cấp tỉnh 10.000 hồ sơ, cấp huyện 20.000 hồ sơ, cấp xã 30.000 hồ sơ. Huyện Bàu "
        "Bàng tiếp nhận 4.000 hồ sơ thủ tục hành chính. Tỷ lệ hồ sơ trực tuyến cấp tỉnh đạt 71%, "
        "cấp huyện đạt 62%. Toàn tỉnh đã giải quyết 58.000 hồ sơ, trong đó 57.000 hồ sơ đúng hạn, "
        "1.000 hồ sơ trễ hạn. Cấp huyện giải quyết 19.000 hồ sơ.\n",
        SO_KET,
    )
    assert "gồm: cấp tỉnh 10.000 hồ sơ, cấp huyện 20.000 hồ sơ, cấp xã 30.000 hồ sơ." in shown
    assert "Huyện Bàu Bàng tiếp nhận 4.000 hồ sơ TTHC" in shown
    assert "giải quyết 58.000 hồ sơ TTHC (riêng cấp huyện 19.000 hồ sơ), trong đó" in shown
    assert "ở cấp tỉnh, tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 71%; ở cấp huyện, tỷ lệ" in shown


def test_a_note_names_the_base_of_a_change_as_the_source_does(tmp_path: Path) -> None:
    """A rise against the same months of 2023 is none against the year 2023."""
    shown = report(
        tmp_path,
        f"{TITLE}"
        "6 tháng đầu năm 2024, tỉnh tiếp nhận 80.000 hồ sơ thủ tục hành chính, tăng 30% so với "
        "cùng kỳ năm 2023. 6 tháng đầu năm 2023, tỉnh tiếp nhận 70.000 hồ sơ thủ tục hành chính.\n",
        PROVINCE,
    )
    assert "tăng 30% so với cùng kỳ năm 2023" in shown
    assert "tăng 30% so với năm 2023" not in shown


def test_a_ministry_that_took_over_others_proves_the_day_of_it(tmp_path: Path) -> None:
    """No other number of the report stands in for the day and month that the note names."""
    manifest = """documents:
  - {id: sau, file: sau.txt, title: Bài sau, publisher: Báo Một, published: 2026-01-08}
  - {id: truoc, file: truoc.txt, title: Bài trước, publisher: Báo Một, published: 2025-01-08}
"""
    files = {
        "nguon/manifest.yaml": manifest,
        "nguon/sau.txt": "Năm 2025, Bộ Nội vụ đã giải quyết 10.000 hồ sơ thủ tục hành chính.\n",
        "nguon/truoc.txt": "Năm 2024, Bộ Nội vụ đã giải quyết 8.000 hồ sơ thủ tục hành chính.\n",
    }
    head = HEAD.replace("2024-07-31", "2026-01-20").replace("2024-H1", "2025")
    config = "template: ban-tin\nbodies: [BNV]\ncompare: [previous-year]\n"
    shown = page_text(tmp_path, head + config, files)
    assert "ngày 01 tháng 3 năm 2025" in shown


SHARE_AND_RATE = """Trong 6 tháng đầu năm 2024, tỉnh tiếp nhận 500.000 hồ sơ thủ tục hành chính; \
tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%.

Trong 6 tháng đầu năm 2024, cả nước tiếp nhận 4.000.000 hồ sơ thủ tục hành chính; \
tỷ lệ hồ sơ giải quyết đúng hạn của cả nước đạt 97%.

"""


def test_what_is_called_this_rate_stands_right_before(tmp_path: Path) -> None:
    """Behind a sentence on another percentage the measure is named again."""
    shown = report(tmp_path, TITLE + SHARE_AND_RATE, PROVINCE)
    assert "chiếm 12,5% của cả nước (4 triệu). Tỷ lệ hồ sơ giải quyết đúng hạn cao hơn" in shown
    assert "Tỷ lệ này" not in shown


def test_a_rounded_change_is_proved_in_its_box(tmp_path: Path) -> None:
    """What is told as 1,3 million is 1,25 million: the box prints what the text does."""
    text = (
        f"{TITLE}Năm 2024, tỉnh tiếp nhận 2,5 triệu hồ sơ thủ tục hành chính."
        " Năm 2023, tỉnh tiếp nhận 1,25 triệu hồ sơ thủ tục hành chính.\n"
    )
    config = f"{PROVINCE}compare: [same-period-last-year]\n"
    files = {"nguon/manifest.yaml": MANIFEST.replace("2024-07", "2025-01"), "nguon/mot.txt": text}
    head = HEAD.replace("2024-H1", "2024").replace("2024-07", "2025-07")
    shown = page_text(tmp_path, head + config, files).replace("\xa0", " ")
    assert "tăng khoảng 1,3 triệu hồ sơ" in shown
    assert "khoảng 1.300.000 hồ sơ" in shown


def test_a_table_over_a_merger_has_its_source_beside_others(tmp_path: Path) -> None:
    """A report with national figures has a second table, below which its sources stand."""
    told = (
        "{when}, {who} tiếp nhận {0}.000 hồ sơ thủ tục hành chính; đã giải quyết {1}.000 hồ sơ;"
        " giải quyết đúng hạn {2}.000 hồ sơ; trễ hạn {3}.000 hồ sơ."
    )
    lines = [
        told.format(400, 390, 385, 5, when="Năm 2025", who="thành phố Huế"),
        told.format(300, 290, 280, 10, when="Năm 2024", who="tỉnh Thừa Thiên Huế"),
        told.format(9000, 8900, 8800, 100, when="Năm 2025", who="cả nước"),
    ]
    config = "template: so-ket\nprovinces: [hue]\ncompare: [same-period-last-year]\n"
    head = HEAD.replace("2024-H1", "2025").replace("2024-07-31", "2026-01-20")
    manifest = MANIFEST.replace("2024-07-12", "2026-01-12").replace("binh-duong", "quoc-gia")
    files = {"nguon/manifest.yaml": manifest, "nguon/mot.txt": "\n\n".join(lines)}
    shown = page_text(tmp_path, head + config, files)
    assert "Bảng 2" in shown
    assert "Mức tăng, giảm được tính từ số liệu của nguồn." in shown


def test_a_corrected_figure_leaves_the_others_of_its_sentence_as_told(tmp_path: Path) -> None:
    """The note on a correction quotes the sentence that the report tells in its own words."""
    sentence = (
        "Toàn tỉnh đã giải quyết 11.500 hồ sơ, trong đó giải quyết trước hạn và đúng hạn 11.385"
        " hồ sơ, đạt tỷ lệ 99%, quá hạn 215 hồ sơ"
    )
    review = (
        f'decisions:\n  - decision: correct\n    doc: mot\n    quote: "{sentence}"\n'
        "    indicator: dossiers_late\n    value: 215\n    set: {value: 115}\n"
        "    who: Nguyễn Văn A\n    when: 2024-07-14\n    why: Sở Nội vụ đính chính\n"
    )
    text = f"{TITLE}Trong 6 tháng đầu năm 2024, tỉnh tiếp nhận 12.000 hồ sơ. {sentence}.\n"
    files = {"nguon/manifest.yaml": MANIFEST, "nguon/mot.txt": text, "nguon/review.yaml": review}
    shown = page_text(tmp_path, HEAD + PROVINCE, files).replace("\xa0", " ")
    assert "điều chỉnh thành 115 hồ sơ" in shown


def test_a_corrected_part_is_pointed_to_where_it_is_told(tmp_path: Path) -> None:
    """The line of a chapter that tells the whole alone points to no note on one of its parts."""
    sentence = "Tỉnh cung cấp 1.120 dịch vụ công trực tuyến, gồm 700 dịch vụ công trực tuyến"
    sentence += " toàn trình và 430 dịch vụ công trực tuyến một phần"
    review = (
        f'decisions:\n  - decision: correct\n    doc: mot\n    quote: "{sentence}"\n'
        "    indicator: online_services_partial\n    value: 430\n    set: {value: 420}\n"
        "    who: Nguyễn Văn A\n    when: 2024-07-14\n    why: Sở Nội vụ đính chính\n"
    )
    text = f"{TITLE}{FIGURE}{sentence}.\n"
    files = {"nguon/manifest.yaml": MANIFEST, "nguon/mot.txt": text, "nguon/review.yaml": review}
    shown = page_text(tmp_path, HEAD + SO_KET, files).replace("\xa0", " ")
    assert "420 dịch vụ một phần (xem ghi chú" in shown
    assert "cung cấp 1.120 dịch vụ công trực tuyến (xem ghi chú" not in shown


def test_a_note_repeats_the_same_time_of_a_source_that_is_not_used(tmp_path: Path) -> None:
    """What a figure that another one was preferred to says of its base is in the file, too."""
    told = "toàn tỉnh tiếp nhận 215.430 hồ sơ, tăng 12,5% so với cùng kỳ năm 2023 (198.200 hồ sơ)"
    manifest = MANIFEST + MANIFEST.partition("\n")[2].replace("mot", "hai").replace("-12", "-25")
    files = {
        "nguon/manifest.yaml": manifest,
        "nguon/mot.txt": f"{TITLE}Trong 6 tháng đầu năm 2024, {told}.\n",
        "nguon/hai.txt": f"{TITLE}Trong 6 tháng đầu năm 2024, tỉnh tiếp nhận 213.450 hồ sơ.\n",
    }
    shown = page_text(tmp_path, HEAD + SO_KET, files).replace("\xa0", " ")
    assert "tăng 12,5% so với cùng kỳ năm 2023" in shown
