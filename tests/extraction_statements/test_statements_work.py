"""The work on a text grows with its length, counted in steps and not by the clock."""

import pytest

from tests.extraction_statements.conftest import Extract
from tests.steps import steps

GIVEN = ("An", "Bảo", "Chi", "Dũng", "Giang", "Hà", "Khôi", "Lan", "Minh", "Nam")
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng")
READERS = "generator.extraction.statements"
FEW, GROWTH, SLACK = 6, 4, 1.15


def _paragraph(number: int, *, opened: str) -> str:
    """Return a paragraph with a person of its own, a province and a statement of its own."""
    name = f"{SURNAMES[number % 5]} {GIVEN[number % 10]} {GIVEN[number // 10]}"
    return (
        f"Ông {name}, Giám đốc Sở Nội vụ tỉnh Lâm Đồng, cho biết: {opened}Việc cập nhật quy trình "
        f"nội bộ tại xã {name} còn chậm. Ông {name} yêu cầu các sở rà soát thủ tục hành chính "
        f"của xã {name} trước ngày 30/9."
    )


@pytest.mark.parametrize("opened", ["", "“", "("])
def test_steps_grow_with_the_length(extract: Extract, opened: str) -> None:
    """Persons, provinces and statements are found again without looking at all of them."""

    def text(count: int) -> str:
        return "\n\n".join(_paragraph(number, opened=opened) for number in range(count))

    extract(text(1))  # what is read once and kept
    texts = text(FEW), text(FEW * GROWTH)
    few, many = (steps(lambda one=one: extract(one), READERS) for one in texts)

    assert many <= few * GROWTH * SLACK
