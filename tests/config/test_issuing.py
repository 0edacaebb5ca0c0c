"""The issuing body of a letterhead, as a sentence names it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import load_language
from generator.config.drafts import left_open
from generator.config.issuing import spoken_issuer
from tests.hard_cases.making import page_text
from tests.material import CATALOGUE, job

FACT = {"nguon/mot.txt": "Năm 2023, tỉnh Bình Thuận tiếp nhận 12.345 hồ sơ thủ tục hành chính.\n"}
HEAD = "letterhead: {{issuer: '{}', number: 12/BC-SNV, place: Huế, date: 2024-02-03}}\n"


@pytest.mark.parametrize(
    ("issuer", "told"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG", "Ủy ban nhân dân tỉnh Lâm Đồng"),
        ("UBND THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("BỘ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("VĂN PHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ"),
        ("SỞ NỘI VỤ", "Sở Nội vụ"),
        ("SỞ CÔNG THƯƠNG", "Sở Công Thương"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường"),
        ("SỞ DU LỊCH VÀ THỂ THAO", "Sở Du lịch và Thể thao"),
        ("CỤC KIỂM SOÁT\nTHỦ TỤC HÀNH CHÍNH", "Cục Kiểm soát thủ tục hành chính"),
        (
            "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\nTỈNH BÌNH THUẬN",
            "Trung tâm Phục vụ hành chính công tỉnh Bình Thuận",
        ),
        ("Công ty Mẫu", "Công ty Mẫu"),
        # of these the capitals cannot be told, or the body is not whole
        ("CỤC HÀNG KHÔNG VIỆT NAM", ""),
        ("CỤC QUẢN LÝ CẠNH TRANH VÀ BẢO VỆ NGƯỜI TIÊU DÙNG", ""),
        ("TRUNG TÂM TƯ VẤN <b>", ""),
        ("ỦY BAN NHÂN DÂN", ""),
        ("TÊN CƠ QUAN, TỔ CHỨC", ""),
    ],
)
def test_the_capitals_of_a_letterhead_become_a_name(issuer: str, told: str) -> None:
    """Type, function and field have a capital; what cannot be told is left out."""
    given = job().config
    head = replace(given.letterhead, issuer=issuer, name="", date=date(2024, 2, 3))
    told_by = spoken_issuer(replace(given, letterhead=head), CATALOGUE, load_language().usage)
    assert told_by == told


@pytest.mark.parametrize("template", ["so-ket", "bao-cao-tinh"])
def test_a_report_names_its_issuer_without_being_told(tmp_path: Path, template: str) -> None:
    """Opening, end and the line below the title of an appendix name the body of the letterhead."""
    head = HEAD.format("SỞ NỘI VỤ")
    text = page_text(
        tmp_path,
        f"template: {template}\nprovinces: [binh-thuan]\nperiods: [2023]\n"
        f"sources: [nguon/]\nformats: [html]\n{head}",
        FACT,
    )
    assert "Sở Nội vụ báo cáo" in text
    assert "Sở Nội vụ kính báo cáo./." in text
    assert "ngày 03 tháng 02 năm 2024 của Sở Nội vụ)" in text


def test_a_body_that_cannot_be_named_is_told() -> None:
    """The build says that the report leaves it out; a name in the config mends it."""
    given = job().config
    head = replace(given.letterhead, issuer="CỤC HÀNG KHÔNG VIỆT NAM", name="")
    usage = load_language().usage
    told = [one.message for one in left_open(replace(given, letterhead=head), CATALOGUE, usage)]
    assert len(told) == 1
    assert "write 'name' in 'letterhead'" in told[0]
    named = replace(head, name="Cục Hàng không Việt Nam")
    assert list(left_open(replace(given, letterhead=named), CATALOGUE, usage)) == []


def test_an_issuer_that_cannot_be_named_leaves_no_placeholder(tmp_path: Path) -> None:
    """A draft speaks of itself, not of a body that has no name yet."""
    text = page_text(
        tmp_path,
        "template: so-ket\nprovinces: [binh-thuan]\nperiods: [2023]\nsources: [nguon/]\n"
        "formats: [html]\n",
        FACT,
    )
    assert "Cơ quan tổng hợp" not in text
    assert "Báo cáo này sơ kết công tác" in text
