"""Short names and cells that look like numbers: documents called "1", heads of groups in "TT"."""

from __future__ import annotations

import pytest

from generator.verify.boxes import _without
from generator.verify.pairing import _is_number


@pytest.mark.parametrize(
    ("text", "part", "left"),
    [
        ("2.410.000 hồ sơ (1, đoạn 2)", "1", "2.410.000 hồ sơ ( , đoạn 2)"),
        ("1,97% tài liệu 1", "1", "1,97% tài liệu  "),
        ("9704 hồ sơ, bài 7", "7", "9704 hồ sơ, bài  "),
        ("Báo Mẫu nêu 12 hồ sơ, Báo Mẫu", "Báo Mẫu", "  nêu 12 hồ sơ,  "),
    ],
)
def test_a_name_is_taken_out_as_a_word(text: str, part: str, left: str) -> None:
    """Nothing is cut out of a number or another word."""
    assert _without(text, part, must=False) == left


def test_what_must_be_there_is_taken_out_once() -> None:
    """The same words may be there again for another fact."""
    assert _without("3 hồ sơ, 3 hồ sơ", "3 hồ sơ", must=True) == " , 3 hồ sơ"


def test_a_head_in_a_column_of_numbers_is_no_number() -> None:
    """The head of a group spans the columns from the first on, which counts the rows."""
    cells = ("12", "IV.", "Mức độ hài lòng (%)")
    assert [_is_number({"text": text}) for text in cells] == [True, True, False]
