"""A number that looks like another one is found: with a sign, a blank, a power."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify.figures import check_figures
from tests.verify import altering, hiding

REPORT = "bao-cao-tinh-binh-thuan"


def of_kind(finished: tuple[Path, ...], suffix: str) -> Path:
    """Return the report of a province in one format."""
    return next(path for path in finished if path.name == f"{REPORT}{suffix}")


@pytest.mark.parametrize("name", altering.DOCX)
def test_another_look_of_a_number_is_found_in_word(finished: tuple[Path, ...], name: str) -> None:
    """A DOCX whose number reads as another one is not proved."""
    path = of_kind(finished, ".docx")
    data = hiding.docx_with(path.read_bytes(), hiding.DOCUMENT, altering.DOCX[name])
    assert check_figures(data, path.name)


@pytest.mark.parametrize("name", altering.HTML)
def test_another_look_of_a_number_is_found_in_a_page(finished: tuple[Path, ...], name: str) -> None:
    """A page whose number reads as another one is not proved."""
    path = of_kind(finished, ".html")
    page = altering.HTML[name](path.read_text("utf-8"))
    assert check_figures(page.encode(), path.name)
