"""A briefing of any period: whose words it tells, what it is taken from, what names a chart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.shipped import shown

CAPTION = re.compile(r"(Biểu đồ \d)\. ")


@pytest.fixture(scope="module")
def of_2023(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The shipped briefing of one province and the year 2023, which fits two pages whole."""
    lines = {"periods": "[2023]", "provinces": "[binh-duong]"}
    return shown(tmp_path_factory.mktemp("briefing"), "ban-tin", **lines)


def test_notes_on_the_data_are_nobodys_words(of_2023: str) -> None:
    """What the report itself says of its figures stands apart from a speaker's judgements."""
    start = of_2023.index("Theo đánh giá của Phó Thủ tướng")
    judged = of_2023[start : of_2023.index("NHIỆM VỤ TRỌNG TÂM")]
    assert "Các cơ sở dữ liệu chưa đồng bộ" in judged
    assert "theo phép tính" not in judged
    notes = of_2023[of_2023.index("LƯU Ý VỀ SỐ LIỆU") :]
    assert "theo phép tính" in notes


def test_a_meeting_is_named_where_all_is_from_it(tmp_path: Path) -> None:
    """A report of another province was not made at the meeting that an article tells of."""
    several = shown(tmp_path / "several", "ban-tin", periods="[2023]")
    first = several[: several.index("SỐ LIỆU NỔI BẬT")]
    assert "Phiên họp" not in first
    assert "trên phạm vi cả nước và tại các tỉnh Bình Dương và Bình Thuận như sau:" in first
    assert "; chưa có số liệu của Bắc Giang./." in several
    alone = shown(tmp_path, "ban-tin")
    # the only place of which there is a figure is not left out
    results = alone[alone.index("KẾT QUẢ CHỦ YẾU") : alone.index("TỒN TẠI, HẠN CHẾ")]
    assert "Tại tỉnh Bắc Giang, từ năm 2022" in results
    assert "báo cáo không nêu một số hạn chế, nguyên nhân khác. Báo cáo chưa so sánh" in alone
    assert "; chưa có số liệu của Bình Dương và Bình Thuận./." in alone
    assert "nêu tại Phiên họp thứ năm" in alone[: alone.index("SỐ LIỆU NỔI BẬT")]


def test_a_sentence_names_each_chart(of_2023: str, tmp_path: Path) -> None:
    """A chart that no result tells of is announced by a sentence of its own."""
    other = shown(tmp_path, "ban-tin", periods="[2023]", provinces="[binh-thuan]")
    captions = [(text, one) for text in (of_2023, other) for one in CAPTION.findall(text)]
    assert len(captions) >= 2
    for text, label in captions:
        assert f"{label} thể hiện " in text or f"({label})" in text
