"""Legal acts are cited with number, day and body; nothing that no source says is added."""

from __future__ import annotations

import pytest

from generator.catalogue import load_language
from generator.composing.acts import in_full, with_number_word
from generator.composing.announcing import Announcer
from generator.vi.text import NBSP

ISSUERS = load_language().usage.issuers


@pytest.mark.parametrize(
    ("act", "cited"),
    [
        (
            "Quyết định số 12/QĐ-TTg ngày 05/02/2021",
            "Quyết định số 12/QĐ-TTg ngày 05 tháng 02 năm 2021 của Thủ tướng Chính phủ",
        ),
        ("Thông báo 45/TB-VPCP", "Thông báo số 45/TB-VPCP của Văn phòng Chính phủ"),
        ("Nghị định số 7/2022/NĐ-CP", "Nghị định số 7/2022/NĐ-CP của Chính phủ"),
        (
            "Nghị quyết số 9/NQ-CP ngày 3-11-2023 của Chính phủ",
            "Nghị quyết số 9/NQ-CP ngày 03 tháng 11 năm 2023 của Chính phủ",
        ),
        ("Kế hoạch số 30/KH-UBND ngày 31/02/2024", "Kế hoạch số 30/KH-UBND ngày 31/02/2024"),
        ("Thông báo số 45", "Thông báo số 45"),
        ("Nghị quyết số 8-NQ/TW", "Nghị quyết số 8-NQ/TW"),
    ],
)
def test_an_act_is_cited_in_full(act: str, cited: str) -> None:
    """Number, day in words, and the body that the sign of the act itself names."""
    assert in_full(act, ISSUERS).replace(NBSP, " ") == cited


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("theo Quyết định 12/QĐ-TTg và Nghị định 7/2022/NĐ-CP", "số"),
        ("viết “theo Quyết định 12/QĐ-TTg” là đủ", ""),
        ("có Quyết định 12 trang, Thông báo 3/4 trang", ""),
    ],
)
def test_a_number_has_its_word(text: str, printed: str) -> None:
    """The word "số" stands before the number of an act, not inside what is quoted."""
    out = with_number_word(text)
    assert out.count(" số ") == (2 if printed else 0)
    assert out.replace("số ", "") == text


def test_an_act_is_cited_in_full_once() -> None:
    """Its later mentions have the kind and the number; a plan without one keeps its body."""
    announcer = Announcer(ISSUERS)
    said = [announcer.act("Thông báo 45/TB-VPCP") for _ in range(2)]
    assert said == ["Thông báo số 45/TB-VPCP của Văn phòng Chính phủ", "Thông báo số 45/TB-VPCP"]
    plans = [announcer.act("Kế hoạch của Bộ A") for _ in range(2)]
    assert plans == ["Kế hoạch của Bộ A"] * 2
