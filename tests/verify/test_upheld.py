"""Months of what was said, bounds of targets, rows of sums: changed in text and data alike."""

from typing import Any

import pytest

from generator.verify.upheld import upheld_objections
from tests.verify.making import lineage, marked, tree

SAID = "Việc kết nối dữ liệu còn chậm, chưa đáp ứng yêu cầu"


def told(*units: dict[str, Any]) -> dict[str, Any]:
    """Return a trace that prints some units and no others."""
    content = tree()
    content["printed"] = [*units]
    return content


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        (f"Theo các đại biểu (tháng 7/2024), {SAID}.", True),
        (f"Theo các đại biểu (tháng 6/2024), {SAID}.", False),
        (f"Theo các đại biểu (tháng 7/2023), {SAID}.", False),
        (f"Theo các đại biểu (tháng 5/2024), {SAID}.", True),  # the meeting that it reports on
        ("Các đại biểu nêu các hạn chế (tháng 9/2022), trong đó có:", True),  # another document
        ("Các đại biểu nêu các hạn chế (tháng 9/2021), trong đó có:", False),
    ],
)
def test_what_was_said_is_of_the_month_of_its_document(text: str, *, is_right: bool) -> None:
    """A statement is of the day of its document, words about several of one of them."""
    content = told({"kind": "paragraph", "text": text})
    occasion = "Phiên họp ngày 30/5/2024"
    content["documents"] = [
        {"id": "mot", "title": "Một", "published": "2024-07-31", "occasion": occasion},
        {"id": "hai", "title": "Hai", "published": "2022-09-16"},
    ]
    content["statements"] = [{"text": SAID, "told": [SAID], "source": {"doc": "mot"}}]
    assert (not list(upheld_objections(lineage(content)))) is is_right


@pytest.mark.parametrize(
    ("bound", "text", "is_right"),
    [
        ("at-least", "còn thấp hơn mục tiêu tối thiểu {20%} đến hết năm 2025", True),
        ("at-least", "còn thấp hơn mục tiêu tối đa {20%} đến hết năm 2025", False),
        ("at-most", "vượt mức tối đa {20%}", True),
        ("at-most", "vượt mức tối thiểu {20%}", False),
        ("", "vượt mức tối đa {20%}", True),  # a file of before says nothing of it
    ],
)
def test_a_target_is_bound_as_it_is_set(bound: str, text: str, *, is_right: bool) -> None:
    """A minimum is no maximum."""
    content = told(marked("paragraph", text, "aim"))
    fact = content["facts"][0]
    figure = {**content["figures"][0], "id": "aim", "value": "20", "formula": "20 = 20"}
    content["figures"].append({**figure, "inputs": [fact["id"]]})
    target = {"indicator": fact["indicator"], "value": "20", "act": "A", "until": "2025-12-31"}
    content["targets"] = [{**target, **({"bound": bound} if bound else {})}]
    assert (not list(upheld_objections(lineage(content)))) is is_right


@pytest.mark.parametrize("gone", [None, 0, 1, 2])
def test_a_sum_has_all_its_rows(gone: int | None) -> None:
    """A row that is taken out is missed by the total below it; without parts there is no sum."""
    content = tree()
    facts = [{**content["facts"][0], "id": f"f{at}", "value": f"{at + 1}"} for at in range(3)]
    plain = [
        {**content["figures"][0], "id": f"f{at}", "value": f"{at + 1}", "inputs": [f"f{at}"]}
        for at in range(3)
    ]
    total = {**plain[0], "id": "sum", "value": "6", "formula": "1 + 2 + 3 = 6"}
    names = [one["id"] for one in facts]
    content["facts"] += facts
    content["figures"] += [*plain, {**total, "inputs": names}]
    rows = [(name, str(at + 1)) for at, name in enumerate(names) if at != gone]
    content["printed"] = [
        {**marked("cell", f"{{{text}}}", name), "table": "t", "row": at, "column": 1}
        for at, (name, text) in enumerate([*rows, ("sum", "6")])
    ]
    assert bool(list(upheld_objections(lineage(content)))) is (gone is not None)
    content["printed"] = content["printed"][-1:]
    assert list(upheld_objections(lineage(content))) == []
