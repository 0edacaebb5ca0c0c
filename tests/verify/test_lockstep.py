"""Words beside right numbers, changed in the text and in the trace that the file carries."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.facts.lineage import digest
from generator.verify.figures import check_files
from generator.verify.files import read_bytes
from generator.verify.grounds import ground_objections
from generator.verify.reading.file import read_file
from tests.verify.hiding import docx_with
from tests.verify.making import file_named, lineage, tree

CHANGED = [
    ("bao-cao-tinh-binh-thuan", "cao nhất ở cấp tỉnh", "thấp nhất ở cấp tỉnh"),
    ("bao-cao-tinh-binh-thuan", "thấp nhất ở cấp huyện", "cao nhất ở cấp huyện"),
    ("bao-cao-tinh-binh-thuan", "tăng 10,8", "giảm 10,8"),
    ("bao-cao-tinh-binh-thuan", "giảm 01 bậc", "tăng 01 bậc"),
    ("bao-cao-tinh-binh-thuan", "xếp thứ 55", "đứng cuối, thứ 55"),
    ("bao-cao-tinh-binh-thuan", "xếp thứ 55", "đứng đầu, thứ 55"),
    ("bao-cao-tinh-binh-thuan", "bậc so với năm 2022", "bậc so với năm 2021"),
    ("bao-cao-tinh-binh-thuan", "(đạt 100%)", "(thiếu 100%)"),
    ("ban-tin", "thấp hơn lần lượt", "cao hơn lần lượt"),
    ("ban-tin", "thấp hơn lần lượt", "vượt lần lượt"),
    ("ban-tin", "cắt giảm khoảng 10%", "tăng thêm khoảng 10%"),
    ("so-ket", "còn thấp hơn ", "còn vượt "),
    ("so-ket", "tăng 8,46%", "giảm 8,46%"),
    ("so-ket", "dịch vụ, tương đương 8,46%", "dịch vụ, giảm 8,46%"),
    ("so-ket", "giảm 200 dịch vụ", "tăng 200 dịch vụ"),
    ("so-ket", "(tăng 2,8 lần", "(giảm 2,8 lần"),
]


def reworded(content: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """Return a trace in which the first text of a number says something else."""
    for unit in content["printed"]:
        text = str(unit["text"])
        at = text.replace("\u00a0", " ").find(old)
        if unit["kind"] != "paragraph" or not unit.get("marks") or at < 0:
            continue
        same = len(re.match(r".*?(?=\d|\Z)", old)[0])  # the number itself stays
        kept = len(re.match(r".*?(?=\d|\Z)", new)[0])
        is_before = any(start == at + same for start, *_ in unit["marks"])
        first, last = (same, kept) if is_before else (len(old), len(new))
        unit["text"] = text[:at] + new[:last] + text[at + first :]
        for mark in unit["marks"]:
            if mark[0] >= at + first:
                mark[0] += last - first
                mark[1] += last - first
        return content
    raise AssertionError(f"nothing says {old}")


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("name", "old", "new"), CHANGED)
def test_words_that_turn_a_number_are_found(
    finished: tuple[Path, ...], name: str, old: str, new: str
) -> None:
    """The trace that agrees with a turned text does not prove it: its facts say other."""
    path = file_named(finished, f"{name}.docx")
    data = read_bytes(path)
    content = reworded(json.loads(read_file(data, path.name).lineage), old, new)
    content["digest"] = digest(content)

    def change(root: Any) -> None:
        root.text = json.dumps(content, ensure_ascii=False)

    found = check_files({path.name: docx_with(data, "customXml/item1.xml", change)})[path.name]
    rules = {one.rule for one in found}
    assert rules & {"số liệu: tăng, giảm", "số liệu: cao nhất, thấp nhất"}, (rules, new)


def test_a_place_bears_a_name_of_its_own() -> None:
    """A place that text and data alike call by the name of another is found."""
    content = tree()
    content["places"]["bac-giang"] = ["Bình Dương"]
    said = {one.message for one in ground_objections(lineage(content))}
    assert "“Bình Dương” is no name of bac-giang" in said
    assert not list(ground_objections(lineage(tree())))
