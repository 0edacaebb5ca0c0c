"""What a report of many places opens with: the ends of each kind, no more than a leader reads."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.composing.standings import first_of
from generator.model.figure import Figure
from generator.report.measures import Highlight, HighlightKind
from tests.hard_cases.making import page_text

CONFIG = """
template: so-ket
provinces: [binh-thuan, binh-duong, bac-giang]
periods: [2023]
compare: [previous-year]
sources: [nguon]
letterhead: {issuer: ĐƠN VỊ MẪU, number: "…/BC-M", place: Hà Nội, date: 2024-01-31}
contents: false
formats: [html]
"""
MANIFEST = """documents:
  - {id: nay, file: nay.txt, title: Bài nay, publisher: Báo Một, published: 2024-01-15}
  - {id: cu, file: cu.txt, title: Bài cũ, publisher: Báo Một, published: 2023-01-15}
"""
NOW = {"Bình Thuận": (520, 96, 92), "Bình Dương": (910, 99, 95), "Bắc Giang": (300, 91, 88)}
BEFORE = {"Bình Thuận": (400, 97, 90), "Bình Dương": (990, 98, 94), "Bắc Giang": (310, 93, 89)}


def told(year: int, places: dict[str, tuple[int, int, int]], country: int) -> str:
    """Say what provinces received, their rates on time and of satisfaction, the country's rate."""
    rows = [
        f"Năm {year}, tỉnh {name} tiếp nhận {count}.000 hồ sơ thủ tục hành chính; tỷ lệ giải quyết"
        f" đúng hạn đạt {on_time}%; mức độ hài lòng của người dân đạt {pleased}%."
        for name, (count, on_time, pleased) in places.items()
    ]
    whole = f"Năm {year}, tỷ lệ hồ sơ giải quyết đúng hạn của cả nước đạt {country}%."
    return "\n\n".join(["Cải cách thủ tục hành chính", whole, *rows])


def test_the_opening_names_both_ends_of_each_kind(tmp_path: Path) -> None:
    """The largest rise and fall, furthest above and below a target and the country."""
    texts = {"nguon/nay.txt": told(2023, NOW, 95), "nguon/cu.txt": told(2022, BEFORE, 94)}
    shown = page_text(tmp_path, CONFIG, {"nguon/manifest.yaml": MANIFEST, **texts})
    opening = shown[shown.index("Một số điểm nổi bật") : shown.index("I. KẾT QUẢ ĐẠT ĐƯỢC")]
    for said in (
        "của tỉnh Bình Thuận trong năm 2023 tăng 30% so với năm 2022",
        "của tỉnh Bình Dương trong năm 2023 giảm 8,08% so với năm 2022",
        "tỉnh Bình Dương năm 2023 đạt 95%, vượt mục tiêu tối thiểu 90%",
        "tỉnh Bắc Giang năm 2023 đạt 88%, còn thấp hơn mục tiêu tối thiểu 90%",
        "tỉnh Bình Dương năm 2023 đạt 99%, cao hơn mức chung của cả nước (95%)",
        "tỉnh Bắc Giang năm 2023 đạt 91%, thấp hơn mức chung của cả nước (95%)",
    ):
        assert opening.count(said) == 1, said


GOOD = [Highlight(HighlightKind.RISE, good=True, merged=at % 2 == 0) for at in range(12)]
BAD = [Highlight(HighlightKind.FALL, good=False) for _ in range(12)]
GRAVE = [Highlight(HighlightKind.CONTRADICTION, good=False) for _ in range(2)]


@pytest.mark.parametrize(
    ("found", "sizes"),
    [
        ([*GOOD[:3], *BAD[:2]], (3, 2, 0)),
        ([*GOOD, *BAD[:2]], (7, 2, 0)),
        ([*GOOD, *BAD[:3], *GRAVE], (4, 3, 2)),
        ([*GOOD, *BAD, *GRAVE], (2, 5, 2)),
        (BAD, (0, 9, 0)),
        ([], (0, 0, 0)),
    ],
)
def test_a_leader_reads_nine_points(found: list[Highlight], sizes: tuple[int, int, int]) -> None:
    """Good news gives way to bad, but for the first two; contradictions are all told."""
    kept = first_of(found)
    grave = [one for one in kept if one.kind is HighlightKind.CONTRADICTION]
    good = [one for one in kept if one.good]
    assert (len(good), len(kept) - len(good) - len(grave), len(grave)) == sizes
    assert kept == (*good, *(one for one in kept if one not in good and one not in grave), *grave)


def test_places_of_one_size_are_not_parted() -> None:
    """Where nine points end inside of a tie, all of the tie are told."""
    size = Figure("c1", Decimal("1.8"), "%", ())
    tied = [Highlight(HighlightKind.ABOVE_NATION, good=True, difference=size) for _ in range(2)]
    assert len(first_of([*GOOD[:8], *tied])) == 10
    assert len(first_of([*GOOD[:9], *tied])) == 9
