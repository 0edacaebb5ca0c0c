"""Widths of text in Times New Roman."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.renderers.metrics import text_width, wrap

WORDS = st.lists(st.text(alphabet="aăbđơưỡẤỰm1", min_size=1, max_size=9), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("text", "bold", "units"),
    [
        ("W", False, 1933),
        ("ữ", False, 1110),
        ("Ở", True, 1593),
        ("ằ", True, 1024),
        ("đ", True, 1139),
    ],
)
def test_known_advance_widths(text, bold, units):
    """A letter with marks is as wide as its base letter; ơ and ư are their own."""
    assert text_width(text, 2048 / 20, bold=bold) == pytest.approx(units)


def test_bold_is_wider():
    """The motto in bold needs more room than in plain letters."""
    motto = "Độc lập - Tự do - Hạnh phúc"
    assert text_width(motto, 14, bold=True) > text_width(motto, 14)


@given(WORDS)
def test_wrapping_keeps_the_text(words):
    """Lines joined by spaces are the text again, and each fits or is one word."""
    text = " ".join(words)
    lines = wrap(text, 14, 3000)
    assert " ".join(lines) == text
    assert all(text_width(line, 14) <= 3000 or " " not in line for line in lines)
