"""The wording of comparisons, read once by a person and kept."""

from __future__ import annotations

import pytest

from tests.comparisons.wording import CHANGES, FILES, FOLDER, rendered


@pytest.mark.parametrize("name", FILES)
def test_the_wording_is_the_one_that_was_read(name: str) -> None:
    """A changed sentence shows here: read it, then run `python -m tests.comparisons.wording`."""
    expected = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert FILES[name]() == expected


def test_every_case_that_the_trade_knows_is_there() -> None:
    """Up and down, good and bad, equal, points, percent, times and places."""
    wanted = {"up-good", "up-bad", "down-good", "down-bad", "equal", "percent", "times"}
    assert wanted | {"points-up", "points-down", "places-up", "places-down"} <= set(CHANGES)


def test_a_better_rank_is_told_as_a_rise() -> None:
    """A rank rises to a smaller number, "tăng 20 bậc (từ 54 lên 34)"."""
    up, down = (
        rendered("it.clause(item)", "comparisons", item=CHANGES[name][0])
        for name in ("places-up", "places-down")
    )
    assert "tăng 20~bậc (từ 54 lên 34)" in up
    assert "giảm 04~bậc (từ 8 xuống 12)" in down


def test_a_base_of_zero_has_no_percentage() -> None:
    """From nothing to twelve is a rise by twelve, and by no percentage."""
    (item,) = CHANGES["zero-base"]
    assert item.relative is None
    assert "%" not in rendered("it.clause(item)", "comparisons", item=item)
