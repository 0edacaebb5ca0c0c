"""Heads over figures of several times, changed in text and data alike to words without one."""

from __future__ import annotations

import copy

import pytest

from generator.verify.conventions import convention_objections
from tests.verify.making import Tree, fact, lineage, tree


def table(heads: list[str]) -> Tree:
    """Return a report with a row of two years, their change and that against a third one."""
    content = tree()
    content["facts"] = [
        fact(f"f{year}", "bac-giang", f"{year}-12-31", value)
        for year, value in ((2023, "1200"), (2022, "1100"), (2021, "1000"))
    ]
    like = content["figures"][0]
    formulas = {"a": "", "b": "", "c": "1.200 − 1.100 = 100", "d": "1.200 − 1.000 = 200"}
    inputs = {"a": ["f2023"], "b": ["f2022"], "c": ["f2023", "f2022"], "d": ["f2023", "f2021"]}
    content["figures"] = [
        {**copy.deepcopy(like), "id": name, "formula": formula, "inputs": inputs[name]}
        for name, formula in formulas.items()
    ]
    cell = {"kind": "cell", "table": "t"}
    texts = ("1.200", "1.100", "100", "200")
    content["printed"] = [
        *(
            {**cell, "row": 0, "column": at, "text": text, "head": True}
            for at, text in enumerate(heads)
        ),
        *(
            {**cell, "row": 1, "column": at, "text": text, "marks": [[0, len(text), name]]}
            for at, (text, name) in enumerate(zip(texts, formulas, strict=True))
        ),
    ]
    return content


RIGHT = ["Năm 2023", "Năm 2022", "So với năm 2022", "So với năm 2021"]


@pytest.mark.parametrize("at", [None, 0, 1, 2, 3])
def test_a_head_over_one_of_several_times_names_it(at: int | None) -> None:
    """Where a row has figures of several years, words alone do not tell which is which."""
    heads = ["Kỳ trước" if at == column else head for column, head in enumerate(RIGHT)]
    found = [
        one.message
        for one in convention_objections(lineage(table(heads)))
        if "Kỳ trước" in one.message
    ]
    assert len(found) == (at is not None)
