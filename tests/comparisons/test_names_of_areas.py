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


OLD = "Năm 2024, tỉnh Lâm Đồng tiếp nhận 80.000 hồ sơ thủ tục hành chính."
NEW = "Năm 2025, tỷ lệ hồ sơ giải quyết đúng hạn của tỉnh Lâm Đồng đạt 98%."
TWO_YEARS = "template: {}\nprovinces: [lam-dong]\nperiods: [2024, 2025]\n"


def text_of(shown: str) -> str:
    """Return what a report says with plain spaces."""
    return shown.replace("\u00a0", " ")


def test_a_card_marks_the_area_of_before(tmp_path: Path) -> None:
    """80.000 dossiers of a third of today's Lâm Đồng are not called Lâm Đồng's beside its 98%."""
    texts = {"a": ("2025-01-03", OLD), "b": ("2026-01-03", NEW)}
    told = text_of(report(tmp_path, TWO_YEARS.format("ban-tin"), texts, "2026-02-01"))
    assert "Lâm Đồng (trước sắp xếp), năm 2024" in told
    assert "Lâm Đồng, năm 2025" in told


SCORES = (
    "Năm {0}, Chỉ số cải cách hành chính (PAR INDEX) của tỉnh Lâm Đồng đạt {1}%, xếp thứ {2}. Năm"
    " {0}, mức độ hài lòng của người dân, doanh nghiệp của tỉnh Lâm Đồng đạt {3}%."
)


@pytest.mark.parametrize("template", ["so-ket", "bao-cao-tinh"])
def test_scores_ranks_and_rates_bear_the_mark_as_counts_do(tmp_path: Path, template: str) -> None:
    """A sentence that names nobody names the old area; what it is set against stands behind it."""
    texts = {
        "a": ("2024-04-03", SCORES.format(2023, 86, "30/63", 91)),
        "b": ("2025-04-03", SCORES.format(2024, 88, "25/63", 93)),
        "c": ("2026-04-03", SCORES.format(2025, 90, "9/34", 95)),
    }
    config = TWO_YEARS.format(template).replace("[2024", "[2023, 2024")
    told = text_of(report(tmp_path, config, texts, "2026-05-01"))
    area = "tại tỉnh Lâm Đồng (trước sắp xếp), "
    for line in (
        f"Trong năm 2024, {area}PAR INDEX đạt 88% và xếp thứ 25/63",
        f"Trong năm 2024, {area}mức độ hài lòng của người dân, doanh nghiệp đạt 93%",
        f"So với năm 2023, trong năm 2024, {area}PAR INDEX tăng 2 điểm phần trăm",
        "Trong năm 2025, PAR INDEX đạt 90% và xếp thứ 9/34",
    ):
        assert line in told


def test_a_change_of_the_old_area_beside_a_sum_has_a_subject(tmp_path: Path) -> None:
    """Behind 400.000 of the three old provinces stands whose 140.000 and 150.000 are."""
    said = "6 tháng đầu năm {}, tỉnh {} tiếp nhận {}.000 hồ sơ thủ tục hành chính."
    told = [(2024, "Lâm Đồng", 140), (2025, "Lâm Đồng", 150)]
    told += [(2025, "Bình Thuận", 160), (2025, "Đắk Nông", 90)]
    texts = {f"t{at}": (f"{own[0]}-07-03", said.format(*own)) for at, own in enumerate(told)}
    config = "template: so-ket\nprovinces: [lam-dong]\nperiods: [2025-H1]\n"
    shown = text_of(report(tmp_path, config, texts, "2025-07-15"))
    assert "Đắk Nông và Lâm Đồng), số hồ sơ TTHC tiếp nhận là 400.000 hồ sơ" in shown
    assert (
        "tại tỉnh Lâm Đồng (trước sắp xếp), số hồ sơ TTHC tiếp nhận tăng 10.000 hồ sơ, tương đương"
        " 7,14% (từ 140.000 lên 150.000"
    ) in shown


BY_LEVEL = (
    "Năm 2024, cấp tỉnh tiếp nhận 30.000 hồ sơ, cấp huyện tiếp nhận 20.000 hồ sơ, cấp xã tiếp nhận"
    " 10.000 hồ sơ. Năm 2023, tỉnh {} tiếp nhận 50.000 hồ sơ thủ tục hành chính."
)


@pytest.mark.parametrize("template", ["so-ket", "bao-cao-tinh"])
def test_a_total_over_levels_is_set_against_the_whole_of_before(
    tmp_path: Path, template: str
) -> None:
    """60.000 of three levels against 50.000 of the year before, as any other count."""
    head = HEAD.replace("DAY", "2025-01-15").replace("bao-cao-tinh", template)
    head = head.replace("thua-thien-hue", "binh-thuan")
    files = {
        "nguon/manifest.yaml": SOURCES.replace("2024-12-30}", "2025-01-05, place: binh-thuan}"),
        "nguon/a.txt": BY_LEVEL.format("Bình Thuận"),
    }
    told = text_of(page_text(tmp_path, head, files))
    assert "gồm: cấp tỉnh 30.000, cấp huyện 20.000, cấp xã 10.000. So với năm 2023, số" in told
    assert "tăng 10.000 hồ sơ, tương đương 20% (từ 50.000 lên 60.000)" in told


@pytest.mark.parametrize("template", ["ban-tin", "bao-cao-tinh"])
def test_a_chart_of_the_old_area_says_so(tmp_path: Path, template: str) -> None:
    """Scores of 2023 and 2024 beside a rate of 2025: the title of their chart bears the mark."""
    index = "Năm {0}, Chỉ số cải cách hành chính (PAR INDEX) của tỉnh Lâm Đồng đạt {1}%."
    texts = {
        "a": ("2024-04-03", index.format(2023, 86)),
        "b": ("2025-04-03", index.format(2024, 88)),
        "c": ("2026-01-03", NEW),
    }
    told = text_of(report(tmp_path, TWO_YEARS.format(template), texts, "2026-02-01"))
    assert "PAR INDEX) của tỉnh Lâm Đồng (trước sắp xếp) năm 2023 và năm 2024" in told
