"""Text and trace changed alike, with a new digest: what the file tells alone, what the project."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.verify.appendices import appendix_objections
from generator.verify.following import following_objections
from generator.verify.leading import leading_objections
from generator.verify.lineage import Lineage
from generator.verify.reading.file import read_file
from generator.verify.rewriting import rewriting_objections
from tests.verify.making import Tree, file_named, lineage, marked, tree
from tests.verify.test_wrong_reports import rewritten

Units = list[dict[str, Any]]
Change = Callable[[Units], Units]


def place(units: Units, words: str, kind: str) -> int:
    """Return where the first unit of a kind stands that has some words."""
    found = (at for at, one in enumerate(units) if one["kind"] == kind and words in one["text"])
    return next(found)


def said(old: str, new: str, kind: str = "paragraph") -> Change:
    """Say something else in the first unit that has the old words."""

    def change(units: Units) -> Units:
        at = place(units, old, kind)
        start = units[at]["text"].index(old)
        new_unit = rewritten(units[at], start, start + len(old), new)
        return [*units[:at], new_unit, *units[at + 1 :]]

    return change


def gone(words: str, kind: str = "paragraph", more: int = 0) -> Change:
    """Take a unit out, with some of those behind it."""

    def change(units: Units) -> Units:
        at = place(units, words, kind)
        return [*units[:at], *units[at + 1 + more :]]

    return change


def put_in(words: str) -> Change:
    """Put a paragraph in below the first heading."""
    new = {"kind": "paragraph", "role": "body", "text": words}

    def change(units: Units) -> Units:
        at = place(units, "", "heading")
        return [*units[: at + 1], new, *units[at + 1 :]]

    return change


ALONE: dict[str, Change] = {
    "a note gone": gone("Các tài liệu [1] và [4] đã dẫn", "note"),
    "a line of sources gone": gone("Nguồn: tài liệu [5]", "source"),
    "a note that cites nothing": said(
        "Báo Bắc Giang ngày 31/7/2024, tài liệu [1] đã dẫn", "Theo báo cáo của Chính phủ", "note"
    ),
    "what is to be noted denied": said(
        "các điểm cần lưu ý tại", "không có điểm cần lưu ý tại"
    ),
    "doubts called none": said(
        "có những điểm chưa thống nhất sau đây", "các số liệu đều thống nhất"
    ),
    "a state as a flow": said(
        "Đến ngày 15 tháng 9 năm 2022", "Trong ngày 15 tháng 9 năm 2022"
    ),
    "another appendix": said(
        "nguồn nêu tại Phụ lục I,", "nguồn nêu tại Phụ lục II,"
    ),
}  # fmt: skip
PROJECT: dict[str, Change] = {
    "a remark of another origin": said("được tính từ", "do cơ quan thống kê nêu, từ", "note"),
    "a point that stands out gone": gone("còn thấp hơn mục tiêu tối thiểu 20%", more=1),
    "a limit gone": gone("TTHC còn chồng chéo"),
    "a praise put in": put_in("Tỉnh Bình Thuận dẫn đầu cả nước."),
    "fixed words": said("báo cáo sơ kết công tác", "báo cáo kết quả tốt của công tác"),
    "an addressee": said("Bộ trưởng", "Thứ trưởng", "addressee"),
}


@pytest.fixture(scope="module")
def honest(finished: tuple[Path, ...]) -> dict[str, Any]:
    """Return what the national report carries, with plain blanks."""
    path = file_named(finished, "so-ket.docx")
    content: dict[str, Any] = json.loads(
        read_file(path.read_bytes(), path.name).lineage.replace("\u00a0", " ")
    )
    return content


def forged(honest: dict[str, Any], change: Change) -> Lineage:
    """Return a trace that prints something else, and bears the digest of that."""
    return lineage({**honest, "printed": change(honest["printed"])})


@pytest.mark.parametrize("name", ALONE)
def test_what_the_file_itself_denies_is_found(honest: dict[str, Any], name: str) -> None:
    """Words that the facts, the notes or the appendices of the same file contradict."""
    one = forged(honest, ALONE[name])
    assert [*following_objections(one), *leading_objections(one), *appendix_objections(one)]


@pytest.mark.parametrize("name", [*ALONE, *PROJECT])
def test_the_project_finds_every_one(honest: dict[str, Any], name: str) -> None:
    """What no fact denies is found where the report is composed anew."""
    one, again = forged(honest, {**ALONE, **PROJECT}[name]), forged(honest, list)
    assert rewriting_objections(again, again) == ()
    assert any("the project says" in found.message for found in rewriting_objections(one, again))


def test_an_honest_report_is_borne_out_by_itself(honest: dict[str, Any]) -> None:
    """Nothing is found in what was not changed."""
    one = forged(honest, list)
    assert not [*following_objections(one), *leading_objections(one), *appendix_objections(one)]


@pytest.mark.parametrize(
    ("text", "start", "is_right"),
    [
        ("Trong năm 2023, tỉnh Bắc Giang giải quyết {1.200} hồ sơ.", "2023-01-01", True),
        ("Trong năm 2023, tỉnh Bắc Giang giải quyết {1.200} hồ sơ.", None, False),
        ("Đến hết năm 2023, tỉnh Bắc Giang giải quyết {1.200} hồ sơ.", None, True),
        ("Đến hết năm 2023, tỉnh Bắc Giang giải quyết {1.200} hồ sơ.", "2023-01-01", True),
        ("Sau năm 2023, tỉnh Bắc Giang giải quyết {1.200} hồ sơ.", "2023-01-01", False),
        ("Từ năm 2021, tỉnh Bắc Giang giải quyết {1.200} hồ sơ.", "2023-01-01", False),
        ("Từ năm 2021 đến năm 2023, tỉnh Bắc Giang giải quyết {1.200} hồ sơ.", None, True),
        ("Trong năm 2023, tỉnh thí điểm (đến hết ngày 31/12/2023) {1.200} hồ sơ.", None, True),
    ],
)
def test_the_word_before_a_time_fits_the_figure(
    text: str, start: str | None, *, is_right: bool
) -> None:
    """What stood so on a day did not come in a while."""
    content: Tree = tree()
    content["facts"][0]["start"] = start
    content["printed"] = [marked("paragraph", text, "fa")]
    assert (not list(leading_objections(lineage(content)))) is is_right
