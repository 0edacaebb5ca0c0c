"""Objections name places as a reader finds them, and show words with their blanks."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from generator import verify
from generator.cli.app import run
from generator.verify.figures import check_figures
from generator.verify.files import saved_by
from generator.verify.mending import meaning_of, mend_of
from generator.verify.objection import Objection
from generator.verify.reading.text import readable
from generator.verify.whereabouts import Whereabouts
from tests.verify.making import Tree, file_named, lineage, marked, tree


def report() -> Tree:
    """Return a report whose table has a caption, and a chart."""
    content = tree()
    table = [one for one in content["printed"] if "table" in one]
    rest = [one for one in content["printed"] if "table" not in one]
    chart = {"kind": "chart", "text": "", "id": "c", "form": "bar", "unit": "hồ sơ"}
    numbered = {"table": "d", "row": 1}
    content["printed"] = [
        *rest,
        {"kind": "caption", "text": "Bảng 1. Hồ sơ", "own": [[0, 6]]},
        *table,
        {**chart, "categories": [], "series": []},
        {"kind": "caption", "text": "Biểu đồ 1. Hồ sơ", "own": [[0, 9]]},
        {"kind": "appendix", "text": "Phụ lục I"},
        {"kind": "cell", "text": "TT", "table": "d", "row": 0, "column": 0, "head": True},
        {"kind": "cell", "text": "Số liệu", "table": "d", "row": 0, "column": 1, "head": True},
        {"kind": "cell", "text": "7", "column": 0, **numbered},
        marked("cell", "{1.200}", "fa", column=1, **numbered),
    ]
    return content


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("bảng b, hàng 2, cột 2", "1. Hồ sơ, Bảng 1, dòng “Năm 2023”, cột “Bắc Giang”"),
        ("bảng b, hàng 1, cột 2", "1. Hồ sơ, Bảng 1, hàng tiêu đề, cột 2"),
        ("bảng d, hàng 2, cột 1", "Phụ lục I, bảng, dòng TT 7 “1.200”, cột “TT”"),
        ("bảng b, hàng 9", "Bảng 1, hàng 9"),
        ("biểu đồ c", "Biểu đồ 1"),
        (
            "paragraph: Phải xong trước ngày 15 tháng 8.",
            "1. Hồ sơ, đoạn “Phải xong trước ngày 15 tháng 8.”",
        ),
        (
            "figure fc",
            "1. Hồ sơ, đoạn “Năm 2023, tỉnh Bắc Giang giải quyết 1.200 hồ sơ…”, số “1.000”",
        ),
        ("trang 3", "trang 3"),
        ("figure none", "figure none"),
    ],
)
def test_a_place_is_named_as_a_reader_finds_it(where: str, told: str) -> None:
    """Chapter, caption, the row by its first cells, the column by its head."""
    one = Whereabouts.of(lineage(report())).told(Objection("số liệu: văn bản", "", where))
    assert one.where == told


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(0, 3, "Năm"), (4, 8, "2023,"), (4, 11, "2023, Bắc"), (11, 99, "Giang")],
)
def test_words_are_shown_with_their_blanks(start: int, end: int, words: str) -> None:
    """What was compared without blanks and capitals is read with them, in whole words."""
    assert readable("Năm  2023, Bắc\u00a0Giang", start, end) == words


def test_an_objection_can_be_read(
    finished: tuple[Path, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where, what is printed, what should be, and how it is mended."""
    path = file_named(finished, "bao-cao-tinh-binh-thuan.html")
    page = path.read_text("utf-8")
    at = page.index(">519.286<") + 1
    wrong = tmp_path / path.name
    wrong.write_text(f"{page[:at]}519.287{page[at + 7 :]}", "utf-8")
    (first, *_) = check_figures(wrong.read_bytes(), wrong.name)
    assert "5. Tiếp nhận, giải quyết hồ sơ TTHC, đoạn “" in first.where
    assert "519.286 hồ sơ" in first.message.partition("found")[0]
    assert "519.287 hồ sơ" in first.message.partition("found")[2]
    assert run(["verify", str(wrong), "--figures"]) == 1
    said = capsys.readouterr().out
    assert f"to mend: {mend_of(first.rule)}" in said
    assert f"{wrong}: a text that differs, at “{first.where}”" in said


def test_each_rule_has_plain_words() -> None:
    """A person reads what a rule means; its name is for programs."""
    folder = Path(verify.__file__).parent
    told = "\n".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    rules = set(re.findall(r'"(số liệu: [^"]+)"', told))
    assert len(rules) > 20
    assert [rule for rule in rules if meaning_of(rule) == rule] == []


def test_a_file_of_another_program_is_told(finished: tuple[Path, ...], tmp_path: Path) -> None:
    """Word and LibreOffice leave their name; a build leaves none."""
    path = file_named(finished, "bao-cao-tinh-binh-thuan.docx")
    assert saved_by(path) == ""
    again = tmp_path / path.name
    with zipfile.ZipFile(again, "w") as file:
        text = "<Properties><Application>LibreOffice/7.4$Linux</Application></Properties>"
        file.writestr("docProps/app.xml", text)
    assert saved_by(again) == "LibreOffice"
