"""Words under a person's name are that person's: a statement of that speaker in a source."""

from __future__ import annotations

from typing import Any

import pytest

from generator.verify.speaking import SPOKEN, speaking_objections
from tests.verify.making import lineage, tree

SAID = "Việc kết nối dữ liệu giữa các hệ thống còn chậm."
OWN = "Chỉ tiêu này của cả nước theo phép tính có tỷ lệ khác."
LEAD = "Theo đánh giá của Phó Thủ tướng Chính phủ Trần Văn An"


def objections(*texts: tuple[str, str], speaker: str = "Phó Thủ tướng Trần Văn An") -> list[str]:
    """Return the objections to paragraphs, a heading where the kind says so."""
    content: dict[str, Any] = tree()
    content["statements"] = [{"text": SAID, "speaker": speaker}]
    content["printed"] = [
        {"kind": "heading", "level": 1, "text": text}
        if role == "heading"
        else {"kind": "paragraph", "role": role, "text": text}
        for role, text in texts
    ]
    found = tuple(speaking_objections(lineage(content)))
    assert {one.rule for one in found} <= {SPOKEN}
    return [one.message for one in found]


@pytest.mark.parametrize(
    "texts",
    [
        (("body", f"{LEAD}, một số hạn chế gồm:"), ("item", SAID)),
        (("body", f"{LEAD} (tháng 10/2023), việc kết nối dữ liệu giữa các hệ thống còn chậm."),),
        (("heading", "b) Chỉ đạo của Phó Thủ tướng Trần Văn An (tháng 10/2023)"), ("body", SAID)),
        (("body", f"{LEAD}, một số hạn chế gồm:"), ("heading", "LƯU Ý"), ("item", OWN)),
    ],
)
def test_what_a_speaker_says_is_right(texts: tuple[tuple[str, str], ...]) -> None:
    """The words of a statement may stand under the name of its speaker, others elsewhere."""
    assert objections(*texts) == []


@pytest.mark.parametrize(
    "texts",
    [
        (("body", f"{LEAD}, một số hạn chế gồm:"), ("item", SAID), ("item", OWN)),
        (("body", f"{LEAD}, {OWN}"),),
        (("body", f"Theo chỉ đạo của Phó Thủ tướng Trần Văn An: {OWN}"),),
        (("heading", "Chỉ đạo của Phó Thủ tướng Trần Văn An"), ("body", OWN)),
    ],
)
def test_what_a_speaker_does_not_say_is_found(texts: tuple[tuple[str, str], ...]) -> None:
    """Notes of the report under a person's name are words put into a mouth."""
    assert len(objections(*texts)) == 1


def test_the_words_of_another_are_found() -> None:
    """A statement is no other person's, nor anybody's where its source names nobody."""
    told = (("body", f"{LEAD}, một số hạn chế gồm:"), ("item", SAID))
    assert objections(*told, speaker="Bộ trưởng Lê Thị Bình")
    assert objections(*told, speaker="")
