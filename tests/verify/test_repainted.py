"""A PDF is drawn as it is read: nothing moved, struck out, covered or read out otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify.figures import check_figures
from tests.verify import repainting
from tests.verify.hiding import pdf_with
from tests.verify.making import file_named

NUMBER = "67.995"  # in a cell of the table of dossiers by level
NAME = "bao-cao-tinh-binh-thuan.pdf"


def paper(finished: tuple[Path, ...]) -> bytes:
    """Return the report of a province on paper."""
    return file_named(finished, NAME).read_bytes()


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", repainting.TOLD)
def test_what_a_file_says_besides_its_pages_is_theirs(
    finished: tuple[Path, ...], name: str
) -> None:
    """Readings, bookmarks, links and properties that say something else are found."""
    assert check_figures(pdf_with(paper(finished), repainting.TOLD[name]), NAME)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", repainting.PAINTED)
def test_what_is_painted_at_a_number_is_found(finished: tuple[Path, ...], name: str) -> None:
    """A stroke through a number, a sign before it, a box over a part of it are found."""
    data = paper(finished)
    change = repainting.over(data, NUMBER, repainting.PAINTED[name])
    assert check_figures(pdf_with(data, change), NAME)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("text", [NUMBER, "99,75%", "4,84%"])
@pytest.mark.parametrize("step", [(-60, 0), (60, 0), (0, 20)])
def test_a_value_in_the_place_of_another_is_found(
    finished: tuple[Path, ...], text: str, step: tuple[int, int]
) -> None:
    """A number that is drawn in the next column or row of its table is found."""
    data = paper(finished)
    assert check_figures(pdf_with(data, repainting.moved(data, text, *step)), NAME)


def test_a_box_over_a_chart_is_found(finished: tuple[Path, ...]) -> None:
    """A white surface that takes the half of a bar from sight is found."""
    data = paper(finished)
    page = repainting.page_of(data, "Biểu\u00a0đồ\u00a01.")
    for box in ("100 690 120 8", "100 684 450 10", "330 690 20 40"):
        change = repainting.painted(page, f"1 1 1 rg {box} re f")
        assert check_figures(pdf_with(data, change), NAME), box


def test_a_bookmark_is_told_as_the_heading_reads(finished: tuple[Path, ...]) -> None:
    """An objection to a renamed bookmark says in its own letters what it should read."""
    data = pdf_with(paper(finished), repainting.TOLD["a renamed bookmark"])
    said = [one.message for one in check_figures(data, NAME) if one.where == "dấu trang"]
    assert "“I. TÌNH HÌNH, KẾT QUẢ THỰC HIỆN”" in said[0]
