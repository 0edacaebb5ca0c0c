"""Words that the text and its trace change alike, which another part of the report contradicts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.facts.lineage import digest
from generator.verify.agreeing import agreeing_objections
from generator.verify.figures import _of_lineage
from generator.verify.files import load_lineage
from generator.verify.lineage import Lineage
from generator.verify.reading.file import read_file
from tests.verify.making import Tree, fact, figure, file_named, lineage, marked, tree

THEME = "Công bố, công khai TTHC"


def wrong(*units: Tree, **parts: Any) -> list[str]:
    """Return what is objected to in a report of some units."""
    content = {**tree(), **parts}
    content["printed"] = list(units)
    return [one.message for one in agreeing_objections(lineage(content))]


def unit(kind: str, text: str, **more: Any) -> Tree:
    """Return a unit."""
    return {"kind": kind, "text": text, **more}


HEADS = (
    unit("heading", f"1. {THEME}", level=1),
    unit("heading", "2. Tỉnh Bắc Giang", level=1),
    unit("appendix", "Phụ lục I"),
    unit("appendix-title", "BẢNG SỐ LIỆU"),
)


@pytest.mark.parametrize(
    ("entries", "count"),
    [
        ([f"1. {THEME}", "2. Tỉnh Bắc Giang", "Phụ lục I"], 0),
        ([f"1. {THEME}", "Phụ lục I. Bảng số liệu"], 0),
        (["1. Công bố, số hóa TTHC", "2. Tỉnh Bắc Giang"], 1),
        (["2. Tỉnh Bắc Giang", f"1. {THEME}"], 1),
    ],
)
def test_the_contents_name_the_headings_in_their_order(entries: list[str], count: int) -> None:
    """An entry that no heading behind the last one reads is none of the report's."""
    told = (unit("contents", text) for text in entries)
    assert len(wrong(*told, *HEADS, words=[THEME])) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"3. {THEME}", 0),
        ("b) Công bố, số hóa TTHC", 1),
        ("b) Công bố, công khai hồ sơ", 1),
        ("b) Công bố và công khai TTHC", 0),
        ("b) Công bố, công khai thủ tục hành chính", 0),
        ("2. Tỉnh Bình Dương", 0),
        ("b) Hồ sơ đã trả kết quả", 0),
    ],
)
def test_a_heading_is_no_theme_with_another_word(text: str, count: int) -> None:
    """The name of a theme with one word exchanged is found; another name is another heading."""
    assert len(wrong(unit("heading", text, level=2), words=[THEME])) == count


CELL = {"table": "b", "row": 1, "column": 1}


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Đơn vị tính: hồ sơ", 0),
        ("Đơn vị tính: nghìn hồ sơ", 1),
        ("Đơn vị tính: TTHC", 1),
        ("Đơn vị tính: %; mức tăng, giảm: điểm phần trăm", 1),
    ],
)
def test_a_unit_line_is_of_its_table(line: str, count: int) -> None:
    """It names a unit of the figures below."""
    head = unit("cell", "Kỳ", table="b", row=0, column=0, head=True)
    assert len(wrong(unit("unit", line), head, marked("cell", "{1.200}", "fa", **CELL))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Bảng 1. Hồ sơ của tỉnh Bắc Giang năm 2023", 0),
        ("Bảng 1. Hồ sơ của tỉnh Bắc Giang năm 2022 và năm 2023", 0),
        ("Bảng 1. Hồ sơ của tỉnh Bắc Giang đến 31/12/2023", 0),
        ("Bảng 1. Hồ sơ của tỉnh Bắc Giang", 0),
        ("Bảng 1. Hồ sơ năm 2023 so với năm 2020", 0),
        ("Bảng 1. Hồ sơ theo Kế hoạch năm 2025", 0),
        ("Bảng 1. Hồ sơ của tỉnh Bắc Giang năm 2022", 1),
        ("Bảng 1. Hồ sơ của tỉnh Bắc Giang năm 2024", 1),
        ("Bảng 1. Hồ sơ năm 2021 và năm 2023", 1),
    ],
)
def test_a_caption_is_of_the_time_of_its_table(text: str, count: int) -> None:
    """The years of its figures, not those that they are compared with or planned for."""
    cells = (marked("cell", "{1.200}", "fa", **CELL), marked("cell", "{1.000}", "fc", **CELL))
    assert len(wrong(unit("caption", text), *cells)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Biểu đồ 1. Hồ sơ đúng hạn và trễ hẹn", 0),
        ("Biểu đồ 1. Kết quả xử lý hồ sơ", 0),
        ("Biểu đồ 1. Hồ sơ quá hạn và trễ hẹn", 1),
        ("Biểu đồ 1. Hồ sơ đúng hạn và đúng hẹn", 1),
    ],
)
def test_a_caption_names_no_opposite(text: str, count: int) -> None:
    """Of on time and late the caption of both names both, or neither."""
    facts = [
        {**fact("fx", "bac-giang", "2023-12-31", "90"), "indicator": "dossiers_on_time"},
        {**fact("fy", "bac-giang", "2023-12-31", "10"), "indicator": "dossiers_late"},
    ]
    series = [{"name": "Hồ sơ", "figures": ["fx", "fy"], "labels": ["90", "10"]}]
    chart = unit("chart", "Hồ sơ", id="c", categories=["A", "B"], series=series)
    figures = [figure("fx", "90", ["fx"]), figure("fy", "10", ["fy"])]
    found = wrong(chart, unit("caption", text), facts=facts, figures=figures)
    assert len(found) == count


@pytest.mark.parametrize(
    ("cells", "count"),
    [
        (("[1]", "Tài liệu mẫu", "Không ghi"), 0),
        (("[1]", "Tài liệu khác", "Không ghi"), 1),
        (("1", "Tài liệu khác", "Không ghi"), 0),
    ],
)
def test_the_list_of_sources_names_its_documents(cells: tuple[str, ...], count: int) -> None:
    """The row [1] has the title of the first document."""
    row = (unit("cell", text, table="n", row=1, column=at) for at, text in enumerate(cells))
    assert len(wrong(*row)) == count


@pytest.mark.parametrize(("year", "count"), [("2025", 0), ("2024", 1)])
def test_a_target_is_told_with_its_year(year: str, count: int) -> None:
    """The year until which an act sets it stands behind the target."""
    aim = {"id": "a", "indicator": "dossiers_resolved", "value": "1500", "act": "Nghị quyết"}
    content = tree()
    content["figures"].append(figure("ct", "1500", ["fa"], formula="1.500 = 1.500"))
    text = f"so với mục tiêu {{1.500}} hồ sơ đến hết năm\u00a0{year} (Nghị quyết)."
    targets = [{**aim, "since": "2021-07-15", "until": "2025-12-31"}]
    told = marked("paragraph", text, "ct")
    assert len(wrong(told, targets=targets, figures=content["figures"])) == count


@pytest.mark.parametrize(("year", "count"), [("2023", 0), ("2021", 1)])
def test_a_row_begins_where_its_facts_begin(year: str, count: int) -> None:
    """What is “Từ năm 2021 đến …” stands beside figures that begin in 2021."""
    time = unit("cell", f"Từ năm\u00a0{year} đến 31/12/2023", table="b", row=1, column=0)
    assert len(wrong(time, marked("cell", "{1.200}", "fa", **CELL))) == count


def test_all_appendices_go_with_one_report() -> None:
    """The line “(Kèm theo Báo cáo …)” reads alike above each of them."""
    lines = ["(Kèm theo Báo cáo của tỉnh A)", "(Kèm theo Báo cáo của tỉnh A)"]
    assert wrong(*(unit("appendix-title", text) for text in lines)) == []
    assert wrong(*(unit("appendix-title", text) for text in (*lines, lines[0].replace("A", "B"))))


FORGED = [
    ("contents", "công khai", "số hóa"),
    ("contents", "Bình Thuận", "Bình Dương"),
    ("heading", "Cắt giảm", "Cắt tăng"),
    ("heading", "công khai", "số hóa"),
    ("unit", "hồ sơ", "TTHC"),
    ("caption", "đúng hạn", "quá hạn"),
    ("caption", "năm 2023 theo", "năm 2022 theo"),
    ("caption", "Điểm Chỉ số", "Hạng Chỉ số"),
    ("paragraph", "đến hết năm 2025", "đến hết năm 2024"),
    ("cell", "Báo Bắc Giang", "Báo Bình Thuận"),
    ("cell", "Từ năm 2022 đến", "Từ năm 2021 đến"),
]


def forged(path: Path, kind: str, old: str, new: str) -> Lineage:
    """Return the trace of a file in which the text of a unit says something else."""
    content = json.loads(read_file(path.read_bytes(), path.name).lineage)
    units = (one for one in content["printed"] if one["kind"] == kind)
    one = next(one for one in units if old in one["text"].replace("\u00a0", " "))
    at = one["text"].replace("\u00a0", " ").index(old)
    one["text"] = one["text"][:at] + new + one["text"][at + len(old) :]
    for part in ("marks", "own"):
        for span in one.get(part, ()):
            if span[0] > at:
                span[:2] = [place + len(new) - len(old) for place in span[:2]]
    content["digest"] = digest(content)
    return Lineage.parse(json.dumps(content), path.name)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("kind", "old", "new"), FORGED)
def test_a_forged_report_contradicts_itself(
    finished: tuple[Path, ...], kind: str, old: str, new: str
) -> None:
    """What text and trace of the national report say alike, another part of it does not."""
    path = file_named(finished, "so-ket.html")
    assert not list(agreeing_objections(load_lineage(path)))
    assert list(_of_lineage(forged(path, kind, old, new)))
