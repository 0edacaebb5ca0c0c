"""Texts whose data are closed as Nghị định 09/2019/NĐ-CP says."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extraction import extract
from generator.model.source_text import SourceInfo, SourceText
from tests.material import CATALOGUE, shipped_rules

RULES = shipped_rules()
HALF = ("2023-12-15", "2024-06-14")


def _periods(
    text: str, window: str = "calendar", title: str = "Kết quả 6 tháng đầu năm 2024"
) -> list[tuple[str | None, str]]:
    info = SourceInfo("mau", title, "", date(2024, 6, 20), "", "binh-thuan", window)
    return [fact.period.iso() for fact in extract(SourceText(info, text), CATALOGUE, RULES).facts]


@pytest.mark.parametrize(
    "lead",
    [
        "Số liệu tính từ ngày 15/12/2023 đến ngày 14/6/2024.",
        "Kỳ báo cáo tính theo Nghị định số 09/2019/NĐ-CP.",
        "Thời gian chốt số liệu theo quy định tại Điều 12 Nghị định 09/2019/NĐ-CP của Chính phủ.",
        "Trong 6 tháng đầu năm 2024 (từ ngày 15/12/2023 đến 14/6/2024), tỉnh bám sát kế hoạch.",
    ],
)
def test_a_text_may_say_how_it_counts(lead: str) -> None:
    """Then every name of a period in it means the days of the decree."""
    text = (
        f"{lead}\nTrong 6 tháng đầu năm 2024, tỉnh tiếp nhận 1.200 hồ sơ."
        " Năm 2023, tỉnh tiếp nhận 2.300 hồ sơ."
        " Trong kỳ, tỉnh đã giải quyết 2.100 hồ sơ."
    )
    year = ("2022-12-15", "2023-12-14")
    assert _periods(text) == [HALF, year, HALF]


def test_the_manifest_may_say_how_a_text_counts() -> None:
    """``window: decree-09`` is for a text that does not say it itself."""
    text = "Trong kỳ, tỉnh tiếp nhận 1.200 hồ sơ. Tháng 5, tỉnh tiếp nhận 230 hồ sơ."
    assert _periods(text, "decree-09") == [HALF, ("2024-04-15", "2024-05-14")]
    assert _periods(text) == [("2024-01-01", "2024-06-30"), ("2024-05-01", "2024-05-31")]


@pytest.mark.parametrize(
    "lead",
    [
        "Căn cứ Nghị định số 09/2019/NĐ-CP quy định về chế độ báo cáo.",
        "Số liệu tính từ ngày 01/01/2024 đến ngày 30/6/2024.",
        "Đợt thi đua từ ngày 15/12/2023 đến ngày 14/6/2024 đã kết thúc.",
    ],
)
def test_other_texts_count_by_the_calendar(lead: str) -> None:
    """A decree that is only cited, other days and days of something else say nothing."""
    text = f"{lead}\nTrong 6 tháng đầu năm 2024, tỉnh tiếp nhận 1.200 hồ sơ."
    assert _periods(text) == [("2024-01-01", "2024-06-30")]


def test_the_same_time_of_another_year_is_its_window() -> None:
    """A window that begins in the year before moves as a whole."""
    text = (
        "Trong 6 tháng đầu năm 2024, tỉnh tiếp nhận 1.200 hồ sơ."
        "\nCùng kỳ năm 2023, tỉnh tiếp nhận 1.000 hồ sơ."
    )
    assert _periods(text, "decree-09") == [HALF, ("2022-12-15", "2023-06-14")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Từ đầu năm đến nay, tỉnh tiếp nhận 1.200 hồ sơ.", ("2023-12-15", "2024-06-20")),
        ("Đến hết tháng 5, tỉnh cung cấp 812 dịch vụ công trực tuyến.", (None, "2024-05-14")),
        (
            "Từ đầu năm đến hết tháng 5, tỉnh tiếp nhận 1.200 hồ sơ.",
            ("2023-12-15", "2024-05-14"),
        ),
        ("Giai đoạn 2021 - 2023, tỉnh tiếp nhận 91.200 hồ sơ.", ("2020-12-15", "2023-12-14")),
        ("Từ ngày 01/01/2024 đến nay, tỉnh tiếp nhận 1.200 hồ sơ.", ("2024-01-01", "2024-06-20")),
    ],
)
def test_open_and_long_times_keep_the_windows(text: str, days: tuple[str | None, str]) -> None:
    """What is told by names is closed as the decree says, what is told by days is as told."""
    assert _periods(text, "decree-09") == [days]
