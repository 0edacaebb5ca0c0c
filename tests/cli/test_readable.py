"""Tables of soket extract: they fit the terminal and speak plainly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Soket

SEED = "003_93ee7d9315423c01.txt"


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("option", [(), ("--explain",), ("--unused",), ("--statements",)])
def test_no_line_is_wider_than_the_terminal(
    soket: Soket, seeds: Path, monkeypatch: pytest.MonkeyPatch, width: int, option: tuple[str, ...]
) -> None:
    """Columns are cut or the text gets a line of its own."""
    monkeypatch.setenv("COLUMNS", str(width))
    lines = soket("extract", seeds / SEED, "--format", "table", *option).out.splitlines()
    assert len(lines) > 10
    assert max(map(len, lines)) <= width


def test_a_fact_shows_its_number_in_its_text(
    soket: Soket, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Value and quote stand together, printed as the source prints them."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = soket("extract", seeds / SEED, "--format", "table").out.splitlines()
    (index,) = (i for i, line in enumerate(lines) if "1.836/1.836 TTHC (100%)" in line)
    assert "1.836/1.836 TTHC, đạt tỷ lệ 100%" in lines[index + 1]


def test_reasons_are_plain_words(soket: Soket, seeds: Path) -> None:
    """--explain says what told a figure and its time, --unused why a number is no fact."""
    told = soket("extract", seeds / SEED, "--format", "table", "--explain").out
    left = soket("extract", seeds / SEED, "--format", "table", "--unused").out
    assert "told beside the number; place of the text; time named before" in told
    assert not re.search("(told|place|level|period)/", told)
    assert "counts offices, not results" in left
