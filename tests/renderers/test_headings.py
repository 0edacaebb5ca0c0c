"""A heading never ends in a line of a mere time, and the name of a period stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.document import FigureText, Heading, Text
from generator.renderers.even import even_lines
from generator.renderers.headings import well_ended
from generator.renderers.metrics import wrap
from generator.vi.text import NBSP

WIDTH = 9071.0
FIRST = 720.0


def heading(text: str, level: int = 3) -> Heading:
    """Return a heading of one piece of text."""
    return Heading("x", level, "b)", (Text(text),))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            f"Tiếp nhận, giải quyết hồ sơ của tổ chức, cá nhân trong 6 tháng đầu năm{NBSP}2025",
            f"trong 6 tháng đầu năm{NBSP}2025",
        ),
    ],
)
def test_a_short_last_line_takes_more_words(text: str, last: str) -> None:
    """The line before it ends where a reader pauses."""
    (piece,) = well_ended(heading(text), WIDTH)
    assert piece.text.replace(NBSP, " ") == text.replace(NBSP, " ")
    assert wrap(piece.text, 14, WIDTH - FIRST)[-1].replace(NBSP, " ") == last.replace(NBSP, " ")


@pytest.mark.parametrize("text", ["Tồn tại, hạn chế", f"Tỉnh Bắc Giang (đến tháng{NBSP}7/2024)"])
def test_a_heading_of_one_line_stays_as_it_is(text: str) -> None:
    """Nothing is bound where nothing breaks."""
    assert well_ended(heading(text, 2), WIDTH) == (Text(text),)


def test_no_line_of_a_heading_ends_half_way() -> None:
    """A name is not pulled to the date behind it where the line before would stay half empty."""
    text = f"Chỉ đạo của Phó Thủ tướng Chính phủ Nguyễn Thị Mẫu Nghiệm (tháng{NBSP}10/2025)"
    assert well_ended(heading(text), WIDTH) == (Text(text),)


def test_a_heading_of_several_pieces_stays_as_it_is() -> None:
    """A figure in a heading is not cut up."""
    made = Heading("x", 2, "", (Text("Kết quả của " + "nhiều nơi " * 9), FigureText("12", "f")))
    assert well_ended(made, WIDTH) == made.content


@given(st.lists(st.text(alphabet="aăbcđêghươ", min_size=1, max_size=9), min_size=1, max_size=40))
def test_words_are_only_bound(words: list[str]) -> None:
    """No word is lost, and what is bound has room on a line."""
    (piece,) = well_ended(heading(" ".join(words)), WIDTH)
    assert piece.text.replace(NBSP, " ") == " ".join(words)
    bound = piece.text.split(" ")[-1]
    assert len(wrap(bound.replace(NBSP, " "), 14, WIDTH - FIRST)) == 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            f"Cả nước, 6{NBSP}tháng đầu năm{NBSP}2025",
            ["Cả nước,", f"6{NBSP}tháng đầu năm{NBSP}2025"],
        ),
        ("Đến 31/7/2025; không còn hồ sơ quá hạn", ["Đến 31/7/2025;", "không còn hồ sơ quá hạn"]),
    ],
)
def test_a_period_stays_whole_in_centred_lines(text: str, lines: list[str]) -> None:
    """No line ends inside "6 tháng đầu năm 2025"."""
    assert even_lines(text, 11, 2700) == lines
