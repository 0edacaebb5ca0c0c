"""The shipped reports keep every layout rule, in both formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.app import run
from generator.verify.layout import check_layout
from generator.verify.layout.parts import parts_of
from generator.verify.layout.pdf.reader import read_pdf
from generator.verify.layout.rules import load_rules
from generator.verify.layout.word.reader import read_word
from tests.hard_cases.making import pdf_text, project
from tests.verify_layout.spoiling import CASES, spoiled

REPORT = "bao-cao-tinh-binh-thuan"


def test_no_shipped_report_breaks_a_rule(reports: dict[str, Path]) -> None:
    """Three reports as DOCX and PDF: nothing is found."""
    assert len(reports) == 6
    assert {name: check_layout(path) for name, path in reports.items()} == dict.fromkeys(
        reports, ()
    )


def test_all_components_are_found(reports: dict[str, Path]) -> None:
    """What has no objection was looked at: head, text, signature and appendices are found."""
    rules = load_rules()
    for name, read in ((f"{REPORT}.docx", read_word), (f"{REPORT}.pdf", read_pdf)):
        parts = parts_of(read(reports[name].read_bytes(), name), rules.words)
        wanted = {key for key, rule in rules.components.items() if rule.required}
        assert wanted <= set(parts.found)
        assert {"addressee", "heading", "subheading"} <= set(parts.found)
        assert [one.word.text for one in parts.appendices] == [
            "Phụ lục I",
            "Phụ lục II",
            "Phụ lục III",
        ]
        assert len(parts.body) > 20


def test_the_command_names_rule_found_and_place(
    reports: dict[str, Path], tmp_path: Path, capsys
) -> None:
    """``soket verify --layout`` says what is wrong on stdout and ends with code 1."""
    path = tmp_path / "wrong.docx"
    case = next(one for one in CASES if one.name == "left")
    path.write_bytes(spoiled(reports[f"{REPORT}.docx"].read_bytes(), case.part, case.change))
    assert run(["verify", "--layout", str(path)]) == 1
    said = capsys.readouterr().out
    assert "section 1" in said
    assert "left 26.5 mm, right is 30–35 mm" in said
    assert "NĐ 30/2020, Phụ lục I, mục I.3" in said


LONG = "Các bộ, cơ quan ngang bộ; Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"
SIGNER = "Công Tằng Tôn Nữ Thị Nguyễn Hoàng Bảo Ngọc"
WIDE_HEADS = {
    "long addressee": {"addressees": f'["Bộ Nội vụ", "{LONG}"]'},
    "two addressees": {"addressees": '["Bộ Nội vụ", "Bộ Tư pháp"]'},
    "city": {"place": "Thành phố Hồ Chí Minh", "name": SIGNER},
    "city's committee": {
        "place": "Thành phố Hồ Chí Minh",
        "superior": '""',
        "issuer": r'"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH"',
    },
    "superior close to Quốc hiệu": {"superior": '""', "issuer": "ĐOÀN ĐẠI BIỂU QUỐC HỘI"},
    "long issuer": {
        "issuer": '"TRUNG TÂM NGHIÊN CỨU, QUY HOẠCH VÀ PHÁT TRIỂN KINH TẾ - XÃ HỘI"',
        "number": "17/BC-TTNCQHPTKTXHBT",
    },
}


def config_of(given: dict[str, str]) -> str:
    """Return a config whose head and signature have the given words."""
    words = {"superior": "UBND TỈNH BÌNH THUẬN", "issuer": "SỞ NỘI VỤ", "number": "12/BC-SNV"}
    words |= {"place": "Bình Thuận", "name": "Nguyễn Văn An", "addressees": "[]"} | given
    return (
        "template: bao-cao-tinh\nprovinces: [binh-thuan]\nperiods: [2023]\nsources: [nguon/]\n"
        "letterhead:\n  name: Sở Nội vụ\n  date: 2024-02-03\n"
        + "".join(f"  {key}: {words[key]}\n" for key in ("superior", "issuer", "number", "place"))
        + f"signature: {{position: GIÁM ĐỐC, name: {words['name']}}}\n"
        f'recipients: ["Như trên", "Lưu: VT"]\naddressees: {words["addressees"]}\n'
    )


@pytest.mark.parametrize("given", WIDE_HEADS.values(), ids=list(WIDE_HEADS))
def test_long_words_of_head_and_signature_keep_the_rules(
    tmp_path: Path, given: dict[str, str]
) -> None:
    """Lines grow wider, names wrap where they may: each rule holds in both formats."""
    fact = "Năm 2023, tỉnh Bình Thuận tiếp nhận 12.000 hồ sơ thủ tục hành chính.\n"
    config = project(tmp_path, config_of(given), {"nguon/mot.txt": fact})
    out = tmp_path / "o"
    assert run(["build", str(config), "--output", str(out), "--jobs", "1", "--quiet"]) == 0
    for name in ("thu.docx", "thu.pdf"):
        assert [str(one) for one in check_layout(out / name)] == [], name
    told = pdf_text(out / "thu.pdf")
    assert all(one.strip('"[]') in told for one in (given.get("name", ""), given.get("place", "")))
