"""Where the words between two numbers change sides."""

from __future__ import annotations

import pytest

from generator.extraction.zones import split


@pytest.mark.parametrize(
    ("between", "own"),
    [
        (" hồ sơ, số trễ hạn còn ", " số trễ hạn còn "),
        (" hồ sơ và số phải chờ còn ", " số phải chờ còn "),
        (" hồ sơ đúng hạn, còn ", " "),
        (" hồ sơ đúng hạn, còn lại ", "còn lại "),
        (" hồ sơ đúng hạn còn ", " "),
        (" hồ sơ; cắt giảm, đơn giản hóa ", " cắt giảm, đơn giản hóa "),
        (" hồ sơ cắt giảm, đơn giản hóa ", " hồ sơ cắt giảm, đơn giản hóa "),
    ],
)
def test_words_go_to_the_number_that_they_tell_of(between: str, own: str) -> None:
    """The last mark parts them; "còn" behind a subject is its verb, alone it is a mark."""
    assert between[split(between, 0, len(between)) :] == own
