"""Reports over mergers, windows and many provinces: proved where right, refused where wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify.figures import check_figures
from generator.verify.ranks import rank_objections
from tests.hard_cases.making import html_text, page
from tests.verify.making import Tree, fact, figure, lineage, marked, tree
from tests.verify.test_proofs import objections
from tests.verify.test_right_projects import DOCUMENT

HEAD = """
letterhead: {{issuer: BỘ MẪU, number: "…/BC-BM", place: Hà Nội, date: {day}}}
formats: [html]
sources: [nguon]
template: {template}
provinces: [{places}]
"""
HALF = "periods: [2024-H1]\ncompare: [same-period-last-year]\n"
WINDOW = "periods: [latest]\nwindows: decree-09\ncompare: [previous-period, previous-year]\n"


PLACED = (
    "6 tháng đầu năm 2024, tỉnh {name} tiếp nhận 3{at}.000 hồ sơ thủ tục hành chính; tỷ lệ hồ sơ"
    " trễ hạn là 1,{at}%; mức độ hài lòng đạt 9{at}%. Chỉ số phục vụ người dân, doanh nghiệp đạt"
    " 7{at} điểm, xếp thứ 2{at}/63."
)
COUNTRY = (
    "6 tháng đầu năm 2024, cả nước tiếp nhận 9.100.000 hồ sơ thủ tục hành chính; tỷ lệ hồ sơ trễ"
    " hạn của cả nước là 1%; mức độ hài lòng của cả nước đạt 92%."
)


def built(folder: Path, config: str, documents: dict[str, tuple[str, str]]) -> str:
    """Build a report of documents (name: day, text) and return what a browser shows."""
    manifest = "".join(DOCUMENT.format(name=name, day=day) for name, (day, _) in documents.items())
    files = {f"nguon/{name}.txt": text for name, (_, text) in documents.items()}
    files["nguon/manifest.yaml"] = f"documents:\n{manifest}"
    made = page(folder, config, files)
    assert check_figures(made.read_bytes(), made.name) == ()
    return html_text(made)


@pytest.mark.parametrize("template", ["so-ket", "bao-cao-tinh"])
@pytest.mark.parametrize(
    ("slug", "name", "told"),
    [
        ("dak-nong", "tỉnh Đắk Nông", "nay thuộc tỉnh Lâm Đồng (từ ngày 01 tháng 7 năm 2025)"),
        (
            "thua-thien-hue",
            "tỉnh Thừa Thiên Huế",
            "nay là thành phố Huế (từ ngày 01 tháng 01 năm 2025)",
        ),
    ],
)
def test_an_old_province_is_told_of_after_its_end(
    tmp_path: Path, template: str, slug: str, name: str, told: str
) -> None:
    """The day on which a province was merged or renamed comes from the catalogue."""
    text = f"6 tháng đầu năm 2024, {name} tiếp nhận 71.300 hồ sơ thủ tục hành chính."
    config = HEAD.format(day="2026-01-15", template=template, places=slug) + HALF
    assert told in built(tmp_path, config, {"mot": ("2024-07-04", text)})


@pytest.mark.parametrize("kept", ["lam-dong", "hai-phong"])
def test_a_province_of_before_in_the_middle_of_an_order(tmp_path: Path, kept: str) -> None:
    """The bracket "(trước sắp xếp; 75%)" is one: its figure is not that of the next name."""
    told = {"binh-thuan": "tỉnh Bình Thuận", "dak-nong": "tỉnh Đắk Nông"}
    told[kept] = {"lam-dong": "tỉnh Lâm Đồng", "hai-phong": "thành phố Hải Phòng"}[kept]
    rates = {"binh-thuan": 80, kept: 75, "dak-nong": 50}
    texts = {
        f"nguon-{at}": (
            "2025-07-03",
            f"6 tháng đầu năm 2025, tỷ lệ hồ sơ tiếp nhận trực tuyến của {told[slug]} đạt {rate}%.",
        )
        for at, (slug, rate) in enumerate(rates.items())
    }
    config = HEAD.format(day="2025-07-15", template="ban-tin", places=", ".join(rates))
    shown = built(tmp_path, config + "periods: [2025-H1]\n", texts)
    assert "(trước sắp xếp; 75%), thấp nhất là tỉnh Đắk Nông (50%)" in shown


def test_a_renamed_province_is_not_said_to_lack_figures(tmp_path: Path) -> None:
    """Huế of 2024 is Thừa Thiên Huế: the briefing that tells its rate has one of it."""
    texts = {
        "mot": ("2025-01-05", "Năm 2024, mức độ hài lòng của tỉnh Thừa Thiên Huế đạt 90%."),
        "hai": ("2025-01-06", "Năm 2024, mức độ hài lòng của tỉnh Bình Dương đạt 96%."),
        "ba": ("2025-01-07", "Năm 2024, mức độ hài lòng của cả nước đạt 92%."),
    }
    config = HEAD.format(day="2025-02-01", template="ban-tin", places="Bình Dương, Thừa Thiên Huế")
    shown = built(tmp_path, config + "periods: [2024]\n", texts)
    assert "90%" in shown
    assert "chưa có số liệu của Thừa Thiên Huế" not in shown


def test_no_other_day_of_that_month_is_known() -> None:
    """The day 01/7/2025 is proved beside a merged province, the 11th is not."""
    for day, wrong in (("01", False), ("11", True)):
        content = tree()
        words = f"Tỉnh Bắc Giang nay thuộc tỉnh Bắc Ninh (từ ngày {day} tháng 7 năm 2025)."
        content["printed"].append({"kind": "paragraph", "text": words, "role": "body"})
        assert bool(objections(content)) is wrong


def test_a_window_is_compared_under_its_name_and_its_days(tmp_path: Path) -> None:
    """A quarter with its days in brackets is one time, that of the window."""
    texts = {
        "mot": "Từ ngày 15/3/2025 đến ngày 14/6/2025, tỉnh Bình Thuận tiếp nhận 51.000 hồ sơ.",
        "hai": "Từ ngày 15/12/2024 đến ngày 14/3/2025, tỉnh Bình Thuận tiếp nhận 46.000 hồ sơ.",
        "ba": "Từ ngày 15/3/2024 đến ngày 14/6/2024, tỉnh Bình Thuận tiếp nhận 40.000 hồ sơ.",
    }
    days = {"mot": "2025-06-18", "hai": "2025-03-18", "ba": "2024-06-18"}
    config = HEAD.format(day="2025-06-25", template="so-ket", places="binh-thuan")
    config += WINDOW.replace("latest", "2025-Q2")
    shown = built(tmp_path, config, {name: (days[name], text) for name, text in texts.items()})
    assert "So với quý I năm 2025 (từ 15/12/2024 đến 14/3/2025)" in shown


@pytest.mark.parametrize(
    ("days", "wrong"),
    [("từ 15/12/2021 đến 14/12/2022", 0), ("từ 15/11/2021 đến 14/12/2022", 1)],
)
def test_only_the_days_of_its_window_may_explain_a_name(days: str, wrong: int) -> None:
    """A bracket with other days than those of the name's window is a second time."""
    content = tree()
    content["facts"] += [
        fact("fw", "bac-giang", "2023-12-14", "900", start="2022-12-15"),
        fact("fv", "bac-giang", "2022-12-14", "800", start="2021-12-15"),
    ]
    content["figures"] += [
        figure("fw", "900", ["fw"]),
        figure("fv", "800", ["fv"]),
        figure("cw", "100", ["fv", "fw"], formula="900 − 800 = 100"),
    ]
    now = "trong năm 2023 (từ 15/12/2022 đến 14/12/2023)"
    told = f"So với năm 2022 ({days}), {now}, số hồ sơ tăng {{100}} hồ sơ (từ {{800}} lên {{900}})."
    content["printed"] = [marked("paragraph", told, "cw", "fv", "fw")]
    assert len([one for one in objections(content) if "beside it" in one]) == wrong


def test_a_long_table_goes_on_without_figures_of_the_country(tmp_path: Path) -> None:
    """A place that has a row in a table may have no figure there, whatever the caption names."""
    names = {"an-giang": "An Giang", "dak-lak": "Đắk Lắk", "dong-thap": "Đồng Tháp"}
    names |= {"dien-bien": "Điện Biên", "lao-cai": "Lào Cai"}
    documents = {
        slug: (
            "2024-07-05",
            PLACED.format(name=name, at=at),
        )
        for at, (slug, name) in enumerate(names.items())
    }
    documents["ca-nuoc"] = (
        "2024-07-06",
        COUNTRY,
    )
    config = HEAD.format(day="2024-07-31", template="so-ket", places=", ".join(names)) + HALF
    assert "cả nước, 6 tháng đầu năm 2024 (tiếp theo)" in built(tmp_path, config, documents)


def table(place: str) -> Tree:
    """Return a lineage with a table of two provinces whose caption names one of them."""
    content = tree()
    caption = {"kind": "caption", "text": f"Bảng 1. Hồ sơ của tỉnh {place}", "own": [[0, 6]]}
    content["printed"] = [caption, *content["printed"][3:]]
    return content


@pytest.mark.parametrize(("place", "wrong"), [("Bắc Giang", 0), ("Cà Mau", 1)])
def test_a_caption_may_not_name_another_place(place: str, wrong: int) -> None:
    """A place that neither a figure nor a head of the table is of does not belong there."""
    assert len(objections(table(place))) == wrong


def scored(text: str, *names: str) -> list[str]:
    """Return what is wrong with the ranks of a sentence on two indices."""
    content = tree()
    content["facts"] += [
        fact("sa", "bac-giang", "2023-12-31", "86.5", indicator="par_index_score"),
        fact("ra", "bac-giang", "2023-12-31", "12", indicator="par_index_rank"),
        fact("sb", "bac-giang", "2023-12-31", "82", indicator="sipas_score"),
        fact("rb", "bac-giang", "2023-12-31", "20", indicator="sipas_rank"),
    ]
    content["figures"] += [figure(name, "1", [name]) for name in ("sa", "ra", "sb", "rb")]
    content["printed"] = [marked("paragraph", text, *names)]
    one = lineage(content)
    return [item.message for item in rank_objections(one)]


PAR = "Chỉ số cải cách hành chính (PAR INDEX) đạt {86,5%}"


def test_a_rank_behind_a_score_is_that_of_the_same_index() -> None:
    """The rank in SIPAS may not stand behind the score of PAR INDEX."""
    assert scored(f"{PAR}, xếp thứ {{12/63}}.", "sa", "ra") == []
    assert len(scored(f"{PAR}, xếp thứ {{20/63}}.", "sa", "rb")) == 1
    assert len(scored(f"{PAR}, tăng 1 điểm; xếp thứ {{20/63}}.", "sa", "rb")) == 1


def test_a_rank_that_names_its_index_may_follow_any() -> None:
    """The index behind "về", before the rank, or in a sentence of its own is enough."""
    assert scored(f"{PAR}; xếp thứ {{20/63}} về Chỉ số SIPAS.", "sa", "rb") == []
    assert scored(f"{PAR}; thứ hạng SIPAS (thứ {{20/63}}) giữ nguyên.", "sa", "rb") == []
    assert scored(f"{PAR}. Tỉnh xếp thứ {{20/63}}.", "sa", "rb") == []


@pytest.mark.parametrize(("bac_giang", "binh_duong", "wrong"), [("fx", "fy", 0), ("fy", "fx", 2)])
def test_a_figure_in_the_bracket_of_an_area_is_of_that_place(
    bac_giang: str, binh_duong: str, wrong: int
) -> None:
    """The bracket "(trước sắp xếp; 900)" is of the name before it: exchanged figures are found."""
    content = tree()
    content["facts"] += [
        fact("fx", "bac-giang", "2023-12-31", "900"),
        fact("fy", "binh-duong", "2023-12-31", "800"),
    ]
    content["figures"] += [figure("fx", "900", ["fx"]), figure("fy", "800", ["fy"])]
    told = (
        "Trong năm 2023, cao nhất là tỉnh Bắc Giang (trước sắp xếp; {900} hồ sơ), thấp nhất là tỉnh"
        " Bình Dương (trước sắp xếp; {800} hồ sơ)."
    )
    content["printed"] = [marked("paragraph", told, bac_giang, binh_duong)]
    assert len([one for one in objections(content) if "beside it" in one]) == wrong
