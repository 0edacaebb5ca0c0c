"""Numbers without a mark, put into the text and the trace alike: a value of a fact is no proof."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from generator.facts.lineage import digest
from generator.verify.doubting import doubting_objections
from generator.verify.lineage import Lineage
from generator.verify.reading.file import read_file
from generator.verify.unmarked import unmarked_objections
from tests.verify.making import Tree, file_named, lineage, marked, tree


def unproved(content: Tree) -> list[str]:
    """Return what is wrong with the unmarked numbers of a lineage."""
    one = lineage(content)
    return [item.message for item in unmarked_objections(one.printed, one)]


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Ngoài ra, tỉnh Bắc Giang tiếp nhận thêm 3.400 hồ sơ.", False),
        ("Có 1.000 giao dịch.", False),
        ("Kết quả đạt 20%.", False),
        ("Đã giải quyết 1.200 hồ sơ trong năm.", False),
        ("Phải xong trước ngày 15 tháng 8 và báo cáo theo Nghị định số 61/2018/NĐ-CP.", True),
        ("Phải xong trước ngày 15 tháng 9.", False),
        ("Từ ngày 01/01/2023 đến ngày 31/12/2023, theo Điều 5, khoản 2.", True),
        ("Các nguồn [1] và đoạn 7.", True),
        ("Các nguồn [2].", False),
    ],
)
def test_a_value_of_some_fact_proves_nothing(text: str, *, is_right: bool) -> None:
    """Numbering, days, acts and words of sources stand; the size of some fact does not."""
    content = tree()
    content["printed"].append({"kind": "paragraph", "text": text, "role": "body"})
    assert (not unproved(content)) is is_right


@pytest.mark.parametrize(
    ("quote", "is_right"),
    [("“đã giải quyết 1.200 hồ sơ”", True), ("“đã giải quyết 3.400 hồ sơ”", False)],
)
def test_the_quote_of_a_row_is_that_of_its_fact(quote: str, *, is_right: bool) -> None:
    """The words of another fact are no words of this row."""
    content = tree()
    row: dict[str, Any] = {"table": "d", "row": 0}
    content["printed"] += [
        marked("cell", "{1.200}", "fa", column=0, **row),
        {"kind": "cell", "text": quote, "column": 1, **row},
    ]
    assert (not unproved(content)) is is_right


@pytest.mark.parametrize(
    ("year", "is_right"), [("2021", True), ("2020", False)], ids=["its base", "another year"]
)
def test_the_year_that_a_source_compares_with_is_known(year: str, *, is_right: bool) -> None:
    """A source says "so với năm trước", of which the report has no figure and tells the year."""
    content = tree()
    change = {"kind": "percent", "value": "5", "direction": "up", "base": "2021"}
    content["facts"][2]["change"] = change
    told = f"Năm 2022, tỉnh Bắc Giang giải quyết {{1.000}} hồ sơ, tăng 5% so với năm {year}."
    content["facts"][2]["source"]["quote"] += ", tăng 5% so với năm trước"
    content["printed"] = [marked("paragraph", told, "fc", role="body")]
    assert (not unproved(content)) is is_right


@pytest.mark.parametrize(
    ("text", "is_right"),
    [("Hồ sơ. Năm 2023: 1.200.", True), ("Hồ sơ. Năm 2023: 3.400.", False)],
)
def test_a_description_tells_what_its_chart_shows(text: str, *, is_right: bool) -> None:
    """The number of another chart is not its own."""
    content = tree()
    series = [{"name": "Hồ sơ", "figures": ["fa"], "labels": ["1.200"]}]
    told = {"kind": "chart", "id": "c", "form": "bar", "unit": "hồ sơ", "text": text}
    content["printed"].append({**told, "categories": ["Năm 2023"], "series": series})
    assert (not unproved(content)) is is_right


def doubt(message: str, computation: str) -> Tree:
    """Return the lineage of a report with one finding on two of its facts."""
    content = tree()
    content["findings"] = [
        {
            "rule": "parts-sum",
            "severity": "error",
            "message": message,
            "computation": computation,
            "facts": ["fa", "fb"],
            "used": "fa",
            "figures": [],
            "quotes": [],
        }
    ]
    return content


@pytest.mark.parametrize(
    ("message", "computation", "wrong"),
    [
        ("Nguồn nêu 1.200 hồ sơ, cộng lại là 4.600 hồ sơ.", "1.200 + 3.400 = 4.600", 0),
        ("Nguồn nêu 1.000 hồ sơ, cộng lại là 4.600 hồ sơ.", "1.200 + 3.400 = 4.600", 1),
        ("Nguồn nêu 1.200 hồ sơ, cộng lại là 4.700 hồ sơ.", "1.200 + 3.500 = 4.700", 1),
        ("Nguồn nêu 1.200 hồ sơ tại ngày 31 tháng 12 năm 2023.", "", 0),
        ("Nguồn nêu 1.200 hồ sơ tại ngày 30 tháng 4 năm 2019.", "", 3),
    ],
)
def test_a_finding_tells_numbers_of_its_facts(message: str, computation: str, wrong: int) -> None:
    """A note changed in the text and in the data alike is found by its facts."""
    found = list(doubting_objections(lineage(doubt(message, computation))))
    assert len(found) == wrong, found


@pytest.mark.parametrize("name", ["so-ket", "bao-cao-tinh-binh-thuan", "ban-tin"])
def test_figures_without_their_marks_are_found(finished: tuple[Path, ...], name: str) -> None:
    """A paragraph whose numbers were taken off the trace is no longer proved."""
    path = file_named(finished, f"{name}.html")
    content = json.loads(read_file(path.read_bytes(), path.name).lineage)
    units = [at for at, one in enumerate(content["printed"]) if one.get("marks")]
    running = [at for at in units if content["printed"][at]["kind"] == "paragraph"]
    assert len(running) > 2
    for at in running:
        forged = copy.deepcopy(content)
        texts = forged["printed"][at]
        count = len(texts.pop("marks"))
        one = Lineage.parse(json.dumps({**forged, "digest": digest(forged)}), path.name)
        assert list(unmarked_objections(one.printed, one)), (count, texts["text"])
