"""Words of rise and fall before what two facts differ by."""

from __future__ import annotations

import pytest

from generator.verify.direction import direction_objections
from tests.verify.making import fact, figure, lineage, marked, tree


@pytest.mark.parametrize(
    ("word", "wrong"),
    [("tăng", 0), ("tăng thêm", 0), ("giảm", 1), ("giảm khoảng", 1), ("chênh", 0), ("đã tăng", 0)],
)
def test_a_rise_is_not_called_a_fall(word: str, wrong: int) -> None:
    """200 more than the year before may be called a rise, and nothing at all, but no fall."""
    content = tree()
    text = f"Bắc Giang {word} {{200}} hồ sơ so với năm 2022."
    content["printed"] = [marked("paragraph", text, "ca")]
    assert len(list(direction_objections(lineage(content)))) == wrong


@pytest.mark.parametrize(("word", "wrong"), [("tăng", 0), ("giảm", 1)])
def test_a_better_rank_is_a_rise(word: str, wrong: int) -> None:
    """From the tenth to the sixth place is a rise."""
    content = tree()
    content["indicators"]["par_index_rank"] = {"label": "Hạng", "unit": "hạng", "kind": "rank"}
    content["facts"] += [
        {**fact("r2", "bac-giang", "2022-12-31", "10"), "indicator": "par_index_rank"},
        {**fact("r3", "bac-giang", "2023-12-31", "6"), "indicator": "par_index_rank"},
    ]
    content["figures"].append(figure("cr", "4", ["r2", "r3"], unit="bậc", formula="10 − 6 = 4"))
    content["printed"] = [marked("paragraph", f"Bắc Giang {word} {{4}} bậc.", "cr")]
    assert len(list(direction_objections(lineage(content)))) == wrong


def test_facts_of_two_places_have_no_direction() -> None:
    """What two places differ by is neither rise nor fall in time."""
    content = tree()
    content["figures"].append(figure("cp", "2200", ["fb", "fa"], formula="3.400 − 1.200 = 2.200"))
    content["printed"] = [marked("paragraph", "Phải giảm {2.200} hồ sơ.", "cp")]
    assert list(direction_objections(lineage(content))) == []
