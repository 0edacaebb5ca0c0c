"""The wording of the shipped reports, read by eye once and kept."""

from __future__ import annotations

from functools import cache

import pytest

from tests.golden.dump import FOLDER, REPORTS, documents, text_of


@cache
def texts() -> dict[str, str]:
    """Return the text of the shipped reports as they are composed now."""
    return {name: text_of(document) for name, document in documents().items()}


@pytest.mark.parametrize("name", REPORTS)
def test_the_wording_is_the_one_that_was_read(name: str) -> None:
    """A changed sentence shows here: read it, then run `python -m tests.golden.dump`."""
    expected = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert texts()[name].splitlines() == expected.splitlines()
