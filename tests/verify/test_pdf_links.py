"""A link whose words break over a line is judged by all its words, any other by its own."""

from __future__ import annotations

import pytest

from generator.verify.reading.pdf_links import _joined, _leads, _Link

GOAL, OTHER = (3, 700.0), (4, 700.0)


def box(words: str, left: float, low: float, place: tuple[int, float] = GOAL) -> _Link:
    """Return a box of a link of one line of 14 points."""
    return _Link(0, (left, low, left + 40, low + 14), words, place)


@pytest.mark.parametrize(
    ("second", "links"),
    [
        (box("lục II", 85, 480), 1),
        (box("lục II", 85, 480, OTHER), 2),
        (box("lục II", 85, 440), 2),
        (box("lục II", 490, 480), 2),
    ],
)
def test_the_boxes_of_one_link_are_joined(second: _Link, links: int) -> None:
    """They lead to one place; the second begins the next line."""
    assert len(list(_joined([box("Phụ", 450, 500), second]))) == links


@pytest.mark.parametrize(
    ("words", "leads"),
    [("Phụ lục II", True), ("Phụ lục I", False), ("lục II", False), ("Bảng 1", False)],
)
def test_a_link_bears_the_words_of_its_place(words: str, *, leads: bool) -> None:
    """What stands there begins with the words of the link."""
    assert _leads(words, "phụlụcii", "phụlụciisốliệucủacácđịaphương") is leads
