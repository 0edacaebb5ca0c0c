"""The words by which parts of a document are known."""

import pytest

from generator.verify.layout.words import is_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số: /BC-UBND", True),
        ("Số:      /BC-KSTT", True),
        ("So 12/BC-UBND", True),
        ("SỐ: 45/QĐ-UBND", True),
        ("sơ. Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%.", False),
        ("sổ: theo dõi", False),
        ("Số hồ sơ tiếp nhận", False),
    ],
)
def test_what_is_the_line_with_the_number(text: str, *, expected: bool) -> None:
    """The end of "hồ sơ." at the head of a line is no number of the document."""
    assert is_number(text) is expected
