"""Times of Vietnamese text and the periods that they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.reading import folded
from generator.model.period import Period
from generator.vi.dates import find_times, resolve
from generator.vi.printing import period_name
from tests.steps import steps

TODAY = date(2024, 7, 31)
READERS = "generator.vi.dates"


def _periods(text: str, today: date | None = TODAY) -> list[tuple[str | None, str]]:
    found = [resolve(mention, today) for mention in find_times(folded(text))]
    return [period.iso() for period in found if period is not None]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("6 tháng đầu năm 2024", "2024-01-01", "2024-06-30"),
        ("trong 6 tháng đầu năm nay", "2024-01-01", "2024-06-30"),
        ("sáu tháng đầu năm", "2024-01-01", "2024-06-30"),
        ("8 tháng năm 2022", "2022-01-01", "2022-08-31"),
        ("10 tháng năm 2023", "2023-01-01", "2023-10-31"),
        ("6 tháng cuối năm 2023", "2023-07-01", "2023-12-31"),
        ("6T/2024", "2024-01-01", "2024-06-30"),
        ("tỷ lệ 6 tháng của tỉnh", "2024-01-01", "2024-06-30"),
        ("từ 1/7/2023 đến hết tháng 1/2024", "2023-07-01", "2024-01-31"),
        ("tính đến đầu tháng 6/2024", None, "2024-06-01"),
        ("đến ngày 30 tháng 4 năm ngoái", None, "2023-04-30"),
        ("ngày 11/4 năm trước", None, "2023-04-11"),
        ("đến tháng 4 năm ngoái", None, "2023-04-30"),
        ("(Sở Tư pháp, 5/2024)", "2024-05-01", "2024-05-31"),
        ("nửa đầu năm 2023", "2023-01-01", "2023-06-30"),
        ("quý III/2023", "2023-07-01", "2023-09-30"),
        ("quý II", "2024-04-01", "2024-06-30"),
        ("tháng 8 năm 2021", "2021-08-01", "2021-08-31"),
        ("tháng 6", "2024-06-01", "2024-06-30"),
        ("trong năm 2023", "2023-01-01", "2023-12-31"),
        ("năm ngoái", "2023-01-01", "2023-12-31"),
        ("năm 2024", "2024-01-01", "2024-07-31"),
        ("giai đoạn 2016 – 2020", "2016-01-01", "2020-12-31"),
        ("từ năm 2021 đến nay", "2021-01-01", "2024-07-31"),
        ("từ đầu năm đến nay", "2024-01-01", "2024-07-31"),
        ("từ tháng 3/2024 đến nay", "2024-03-01", "2024-07-31"),
        ("Từ 21/7 đến 20/8/2021", "2021-07-21", "2021-08-20"),
        ("Từ ngày 21/7đến20/8/2021", "2021-07-21", "2021-08-20"),
        ("đến 20/7 tỉnh tiếp nhận", None, "2024-07-20"),
        ("đến ngày 5/7 huyện", None, "2024-07-05"),
        ("từ ngày 15-12-2023 đến 14-6-2024", "2023-12-15", "2024-06-14"),
        ("từ ngày 1 đến ngày 15/6/2024", "2024-06-01", "2024-06-15"),
        ("6 tháng qua", "2024-01-01", "2024-06-30"),
        ("Sáu tháng, toàn tỉnh", "2024-01-01", "2024-06-30"),
        ("từ khi vận hành vào tháng 3/2022 đến nay", "2022-03-01", "2024-07-31"),
        ("từ thời điểm khai trương (09/12/2019) đến nay", "2019-12-09", "2024-07-31"),
        ("giai đoạn 2021-2024", "2021-01-01", "2024-07-31"),
        ("PAR INDEX 2022", "2022-01-01", "2022-12-31"),
        ("tính đến ngày 31/12/2023", None, "2023-12-31"),
        ("đến hết tháng 6/2024", None, "2024-06-30"),
        ("đến nay", None, "2024-07-31"),
        ("hiện có", None, "2024-07-31"),
        ("ngày 16 tháng 10 năm 2023", None, "2023-10-16"),
        ("sáng 31/7", None, "2024-07-31"),
    ],
)
def test_a_time_means_its_period(text: str, start: str | None, end: str) -> None:
    """Each wording gives the period that the contract names."""
    assert _periods(text) == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "hiện đại hóa",
        "thực hiện",
        "95,39%",
        "756/1890",
        "vị trí 57/63",
        "31/13/2023",
        "tại 5/9 huyện",
    ],
)
def test_what_is_no_time_gives_none(text: str) -> None:
    """Words and numbers that look like times are left alone."""
    assert _periods(text) == []


def test_a_year_that_the_text_leaves_open_needs_a_day() -> None:
    """Without the day of the text "quý II" and "đến nay" stay open."""
    assert _periods("quý II, đến nay", None) == []


def test_a_span_of_years_that_is_all_but_over_is_whole() -> None:
    """Late in December a year ends with the day of the text, a span of years as it is told."""
    late = date(2020, 12, 28)
    assert _periods("năm 2020", late) == [("2020-01-01", "2020-12-28")]
    assert _periods("giai đoạn 2016-2020", late) == [("2016-01-01", "2020-12-31")]


def test_bare_months_that_are_not_those_of_the_year_give_none() -> None:
    """Bare "3 tháng, …" late in July is no period that begins with January."""
    assert _periods("trong 3 tháng, tỉnh") == []


@given(st.integers(2000, 2023), st.integers(1, 12))
def test_names_of_periods_read_back(year: int, months: int) -> None:
    """The printed name of the first months of a year means those months."""
    start = date(year, 1, 1)
    period = resolve(find_times(folded(f"{months} tháng năm {year}"))[0], TODAY)
    assert period is not None
    assert period.start == start
    again = [resolve(mention, TODAY) for mention in find_times(folded(period_name(period)))]
    assert again == [Period(period.end, start)]


@given(st.text(alphabet="0123456789/-. ngàythángnămđếừquýiv", max_size=60))
def test_any_text_gives_ordered_times(text: str) -> None:
    """Mentions are in order, inside the text and never overlap; none fails."""
    position = 0
    for mention in find_times(folded(text)):
        assert position <= mention.start < mention.end <= len(text)
        position = mention.end
        resolve(mention, TODAY)


@pytest.mark.parametrize("opened", ["", "“", "("])
def test_times_are_found_in_steps_that_grow_with_the_text(opened: str) -> None:
    """A time is held against those beside it, not against all of a long line."""
    few, many = (
        steps(lambda size=size: find_times(opened + "năm 2023, xã a, " * size), READERS)
        for size in (50, 200)
    )
    assert many <= 4.2 * few


def test_the_year_of_a_day_is_no_end_of_a_row_of_years() -> None:
    """A day and a year beside it are two times, not "năm 2024 và năm 2023"."""
    text = "số liệu thời điểm ngày 31 tháng 12 năm 2024 và năm 2023"
    day, year = find_times(text)
    assert text[day.start : day.end] == "ngày 31 tháng 12 năm 2024"
    assert text[year.start : year.end] == "năm 2023"
