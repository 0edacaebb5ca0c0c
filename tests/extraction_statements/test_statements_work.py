"""The work on a text grows with its length, counted in steps and not by the clock."""

import sys
from types import FrameType
from typing import Any

import pytest

from tests.extraction_statements.conftest import Extract

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


def _steps(extract: Extract, text: str) -> int:
    """Return how many steps of Python code it takes to read a text."""
    steps = 0

    def local(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal steps
        steps += event == "opcode"
        return local

    def traced(frame: FrameType, _event: str, _arg: Any) -> Any:
        if not frame.f_globals.get("__name__", "").startswith(READERS):
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return local

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        extract(text)
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("opened", ["", "“", "("])
def test_steps_grow_with_the_length(extract: Extract, opened: str) -> None:
    """Persons, provinces and statements are found again without looking at all of them."""

    def text(count: int) -> str:
        return "\n\n".join(_paragraph(number, opened=opened) for number in range(count))

    extract(text(1))  # what is read once and kept
    few, many = (_steps(extract, text(count)) for count in (FEW, FEW * GROWTH))

    assert many <= few * GROWTH * SLACK
