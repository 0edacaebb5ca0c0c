"""Words of the text and of the trace that it carries, changed alike: the facts say otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.facts.lineage import digest
from generator.verify.adding import adding_objections
from generator.verify.beside import beside_objections
from generator.verify.chart_words import chart_word_objections
from generator.verify.counted import counted_objections
from generator.verify.denying import denial_objections
from generator.verify.files import load_lineage
from generator.verify.framing import framing_objections
from generator.verify.lineage import Lineage
from generator.verify.printed import misprint
from generator.verify.reading.file import read_file
from generator.verify.reserving import reserving_objections
from generator.verify.stating import stating_objections
from generator.verify.wholly import whole_objections
from tests.verify.making import file_named, lineage, marked, tree


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Tỉnh Bắc Giang giải quyết {1.200} hồ sơ.", True),
        ("Tỉnh Bắc Giang giải quyết {1.200} giao dịch.", False),
        ("Tỉnh Bắc Giang giải quyết {1.200} TTHC.", False),
        ("Tỉnh Bắc Giang giải quyết ({1.200} hồ sơ).", True),
        ("Tỉnh Bắc Giang chưa đạt {1.200} hồ sơ.", False),
        ("Tỉnh Bắc Giang không có {1.200} hồ sơ.", False),
    ],
)
def test_what_is_counted_is_what_the_fact_counts(text: str, *, is_right: bool) -> None:
    """The noun behind a number is its unit, and no word before it denies it."""
    content = tree()
    content["printed"] = [marked("paragraph", text, "fa")]
    one = lineage(content)
    assert (not [*counted_objections(one), *denial_objections(one)]) is is_right


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Tỉnh Bắc Giang giải quyết nhiều hơn {200} hồ sơ.", True),
        ("Mức này vượt {200} hồ sơ.", True),
        ("Tỉnh Bắc Giang giải quyết nhiều gần {200} hồ sơ.", False),
        ("Số hồ sơ tăng hơn {200} hồ sơ.", False),
        ("Số hồ sơ tăng (khoảng\u00a0{200} hồ sơ).", False),
        ("Số hồ sơ tăng chưa đến {200} hồ sơ.", False),
    ],
)
def test_no_reservation_is_put_before_a_figure(text: str, *, is_right: bool) -> None:
    """A word of reservation is that of the figure and of its mark; one that compares is none."""
    content = tree()
    content["printed"] = [marked("paragraph", text, "ca")]
    assert (not list(reserving_objections(lineage(content)))) is is_right


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Năm 2023 giải quyết {1.200} hồ sơ, trong đó đúng hạn {1.000} hồ sơ.", True),
        ("Năm 2023 giải quyết {1.200} hồ sơ, ngoài ra đúng hạn {1.000} hồ sơ.", False),
        ("Năm 2023 giải quyết {1.200} hồ sơ; không kể đúng hạn {1.000} hồ sơ.", False),
        ("Năm 2023 giải quyết {1.200} hồ sơ. Ngoài ra, đúng hạn {1.000} hồ sơ.", True),
        ("Năm 2023 giải quyết {1.200} hồ sơ, thêm vào đó {1.000} hồ sơ.", True),
    ],
)
def test_a_part_is_no_addition(text: str, *, is_right: bool) -> None:
    """A number comes on top of another only where its source says so."""
    content = tree()
    content["sentences"] = {"fc": "Tỉnh giải quyết 1.200 hồ sơ, thêm vào đó 1.000 hồ sơ."}
    content["printed"] = [marked("paragraph", text, "fa", "fc")]
    assert (not list(adding_objections(lineage(content)))) is is_right


@pytest.mark.parametrize(
    ("printed", "is_right"),
    [("200", True), ("200\u00a0hồ sơ", True), ("200 điểm", False), ("200 bậc phần trăm", False)],
)
def test_what_was_computed_keeps_its_unit(printed: str, *, is_right: bool) -> None:
    """The unit behind a computed figure is its own, in a cell too."""
    content = tree()
    content["printed"] = [marked("cell", f"{{{printed}}}", "ca", table="b", row=0, column=0)]
    one = lineage(content)
    assert (not misprint(printed, one.figures["ca"], one)) is is_right


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Bắc Giang giải quyết {1.200} hồ sơ, không có hồ sơ quá hạn.", True),
        ("Bắc Giang giải quyết {1.200} hồ sơ, đều có hồ sơ quá hạn.", False),
        ("Bắc Giang chưa giải quyết {1.200} hồ sơ, không có hồ sơ quá hạn.", True),
    ],
)
def test_what_a_source_denies_is_denied(text: str, *, is_right: bool) -> None:
    """Words that the sentence of a figure only denies may not be affirmed."""
    content = tree()
    content["sentences"] = {"fa": "Tỉnh giải quyết 1.200 hồ sơ, không có hồ sơ quá hạn, chưa giao."}
    content["printed"] = [marked("paragraph", text, "fa")]
    assert (not list(denial_objections(lineage(content)))) is is_right


SAID = "Việc kết nối dữ liệu giữa các hệ thống tại cấp xã còn chậm, chưa đáp ứng yêu cầu."
WHOLE = [
    (SAID, True),
    (f"Theo đánh giá của ông An, {SAID[:1].lower()}{SAID[1:]} Tiếp tục rà soát.", True),
    (SAID.replace(", chưa đáp ứng yêu cầu", ""), False),
    (SAID.replace("giữa các hệ thống ", ""), False),
    (SAID.replace("cấp xã", "cấp tỉnh"), False),
    (SAID.replace("chưa đáp", "đã đáp"), False),
    ("Việc kết nối dữ liệu còn chậm.", True),
]


@pytest.mark.parametrize(("text", "is_right"), WHOLE)
def test_a_statement_is_told_whole(text: str, *, is_right: bool) -> None:
    """A long run of its words without the rest, or with others among them, is none of it."""
    content = tree()
    content["statements"] = [{"text": SAID, "told": [SAID]}]
    content["printed"] = [{"kind": "paragraph", "text": text}]
    assert (not list(whole_objections(lineage(content)))) is is_right


@pytest.mark.parametrize(
    ("form", "is_right"),
    [
        (SAID, True),
        (SAID.replace("tại cấp xã", "ở tại cấp xã"), True),
        (SAID.replace("giữa các hệ thống tại ", ""), False),
    ],
)
def test_a_form_follows_from_its_statement(form: str, *, is_right: bool) -> None:
    """A form that leaves out words in the middle is not what the source says."""
    content = tree()
    content["statements"] = [{"text": SAID, "told": [form]}]
    content["printed"] = []
    assert (not list(whole_objections(lineage(content)))) is is_right


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Năm 2023, tỷ lệ hồ sơ của cả nước là {1.200}.", True),
        ("Năm 2023, tỷ lệ hồ sơ của tỉnh Bắc Giang là {1.200}.", False),
        ("Năm 2023, tỷ lệ của tỉnh Bắc Giang thấp hơn mức chung ({1.200}).", True),
    ],
)
def test_a_figure_of_the_country_is_no_provinces(text: str, *, is_right: bool) -> None:
    """A clause that is about a province alone does not tell the figure of the country."""
    content = tree()
    content["facts"][0]["place"] = "quoc-gia"
    content["places"]["quoc-gia"] = ["Cả nước"]
    content["printed"] = [marked("paragraph", text, "fa")]
    one = lineage(content)
    assert (not list(beside_objections(one.printed, one))) is is_right


@pytest.mark.parametrize(
    ("text", "names", "is_right"),
    [
        ("Hồ sơ. Năm 2023: 1.200.", ["Năm 2023"], True),
        ("Hồ sơ. Năm 2022: 1.200.", ["Năm 2023"], False),
        ("Hồ sơ. Tiếp nhận: 1.200.", ["Tiếp nhận"], False),
    ],
)
def test_the_words_of_a_chart_are_those_of_its_values(
    text: str, names: list[str], *, is_right: bool
) -> None:
    """Its description tells its own categories, and no category names the opposite."""
    content = tree()
    series = [{"name": "Hồ sơ", "figures": ["fa"], "labels": ["1.200"]}]
    told = {"kind": "chart", "id": "c", "form": "bar", "unit": "hồ sơ", "text": text}
    content["printed"] = [{**told, "categories": names, "series": series}]
    assert (not list(chart_word_objections(lineage(content)))) is is_right


@pytest.mark.parametrize(
    ("units", "is_right"),
    [
        ([("letterhead", "Hà Nội, ngày 31 tháng 01 năm 2024", 0)], True),
        ([("letterhead", "Hà Nội, ngày 30 tháng 01 năm 2024", 0)], False),
        ([("appendix-title", "(Kèm theo Báo cáo ngày 31 tháng 01 năm 2024)", 0)], True),
        ([("appendix-title", "(Kèm theo Báo cáo ngày 30 tháng 01 năm 2024)", 0)], False),
        ([("letterhead", "Hà Nội, ngày     tháng 01 năm 2024", 0)], True),
        ([("title", "Kết quả cải cách thủ tục hành chính năm 2023", 0)], True),
        ([("title", "Kết quả cải cách thủ tục hành chính năm 2022", 0)], False),
        ([("title", "Kết quả cải cách thủ tục hành chính 6 tháng đầu năm 2023", 0)], False),
        ([("title", "Kết quả năm 2023, phương hướng năm 2024", 0)], True),
        ([("title", "Kết quả cải cách thủ tục hành chính", 0)], True),
        ([("paragraph", "Trên đây là kết quả công tác năm 2023./.", 0)], True),
        ([("paragraph", "Trên đây là kết quả công tác năm 2021./.", 0)], False),
        ([("paragraph", "Cục A báo cáo kết quả giai đoạn 2022 - 2023 như sau:", 0)], False),
        ([("paragraph", "Kết quả năm 2021 nêu tại Phụ lục.", 0)], True),
        ([("caption", "Bảng 1. Một", 6), ("caption", "Biểu đồ 1. Hai", 9)], True),
        ([("caption", "Bảng 1. Một", 6), ("caption", "Bảng 3. Hai", 6)], False),
        ([("caption", "Bảng 2. Một", 6)], False),
    ],
)
def test_the_frame_of_a_report_is_its_own(
    units: list[tuple[str, str, int]], *, is_right: bool
) -> None:
    """The letterhead bears the date of the report, and captions count from 1."""
    content = tree()
    content["printed"] = [
        {"kind": kind, "text": text, **({"own": [[0, end]]} if end else {})}
        for kind, text, end in units
    ]
    assert (not list(framing_objections(lineage(content)))) is is_right


def shortened_findings(content: dict[str, Any], words: int) -> list[dict[str, Any]]:
    """Return copies of a trace, each with words left out of the middle of one finding."""
    found = []
    told = [" ".join(one["message"].split()).rstrip(".") for one in content["findings"]]
    for at, unit in enumerate(content["printed"]):
        parts = unit["text"].split()
        if not any(one in " ".join(parts) for one in told):
            continue
        for start in range(8, len(parts) // 2, 5):
            if not any(char.isdigit() for char in " ".join(parts[start : start + words])):
                text = " ".join(parts[:start] + parts[start + words :])
                printed = [*content["printed"]]
                printed[at] = {"kind": unit["kind"], "text": text}
                found.append({**content, "printed": printed})
    return found


@pytest.mark.parametrize("name", ["so-ket", "bao-cao-tinh-binh-thuan"])
def test_a_finding_is_told_whole(finished: tuple[Path, ...], name: str) -> None:
    """A finding of which the text and the trace leave three words out is no longer its own."""
    path = file_named(finished, f"{name}.docx")
    assert not list(stating_objections(load_lineage(path)))
    content = json.loads(read_file(path.read_bytes(), path.name).lineage)
    spoilt = shortened_findings(content, 3)
    assert len(spoilt) > 3
    for one in spoilt:
        forged = Lineage.parse(json.dumps({**one, "digest": digest(one)}), path.name)
        assert list(stating_objections(forged))
