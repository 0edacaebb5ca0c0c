"""Numbers, dates and periods as the administration prints them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.model.period import Period
from generator.vi.printing import (
    long_date,
    number,
    period_name,
    period_phrase,
    point_letter,
    roman,
    short_date,
    small_count,
    with_magnitude,
)
from generator.vi.text import alphabet_key, fold, slug


def spaced(text: str) -> str:
    """Return a text with plain spaces, so that expectations can be read."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        ("541559", None, "541.559"),
        ("95.89", None, "95,89"),
        ("90.10", None, "90,10"),
        ("100.00", None, "100"),
        ("0.25", None, "0,25"),
        ("95.885", 2, "95,89"),
        ("1234567890123", None, "1.234.567.890.123"),
        ("-200", None, "-200"),
    ],
)
def test_numbers_have_a_point_for_thousands_and_a_decimal_comma(
    value: str, decimals: int | None, printed: str
) -> None:
    """541.559 and 95,89; what a source prints as 90,10 stays so; half goes up."""
    assert number(Decimal(value), decimals) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("13900000", "13,9 triệu"),
        ("129600000", "129,6 triệu"),
        ("2780000000000", "2,78 nghìn tỷ"),
        ("6300000000000", "6,3 nghìn tỷ"),
        ("1777005", "1.777.005"),
        ("541559", "541.559"),
    ],
)
def test_round_millions_take_a_word_and_exact_ones_do_not(value: str, printed: str) -> None:
    """Only a number of few digits is said in millions: no digit is ever lost."""
    assert spaced(with_magnitude(Decimal(value))) == printed


def test_counts_below_ten_take_a_zero() -> None:
    """02 TTHC, but 0 and 10 as they are."""
    assert [small_count(Decimal(n)) for n in (0, 2, 9, 10)] == ["0", "02", "09", "10"]


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2024, 7, 31), "ngày 31 tháng 7 năm 2024", "31/7/2024"),
        (date(2026, 2, 3), "ngày 03 tháng 02 năm 2026", "03/02/2026"),
        (date(2026, 10, 5), "ngày 05 tháng 10 năm 2026", "05/10/2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero(
    day: date, long: str, short: str
) -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4b."""
    assert (spaced(long_date(day)), short_date(day)) == (long, short)


@pytest.mark.parametrize(
    ("start", "end", "name", "phrase"),
    [
        (None, date(2023, 10, 16), "đến 16/10/2023", "đến ngày 16 tháng 10 năm 2023"),
        (date(2024, 1, 1), date(2024, 6, 30), "6 tháng đầu năm 2024", "trong 6 tháng đầu năm 2024"),
        (
            date(2024, 7, 1),
            date(2024, 12, 31),
            "6 tháng cuối năm 2024",
            "trong 6 tháng cuối năm 2024",
        ),
        (date(2022, 1, 1), date(2022, 8, 31), "8 tháng năm 2022", "trong 8 tháng năm 2022"),
        (date(2024, 4, 1), date(2024, 6, 30), "quý II năm 2024", "trong quý II năm 2024"),
        (date(2024, 5, 1), date(2024, 5, 31), "tháng 5 năm 2024", "trong tháng 5 năm 2024"),
        (date(2023, 1, 1), date(2023, 12, 31), "năm 2023", "trong năm 2023"),
        (date(2021, 1, 1), date(2023, 12, 31), "giai đoạn 2021 - 2023", "giai đoạn 2021 - 2023"),
        (
            date(2021, 1, 1),
            date(2024, 7, 31),
            "từ năm 2021 đến 31/7/2024",
            "từ năm 2021 đến ngày 31 tháng 7 năm 2024",
        ),
        (date(2024, 7, 1), date(2024, 7, 1), "ngày 01/7/2024", "trong ngày 01 tháng 7 năm 2024"),
        (
            date(2021, 7, 21),
            date(2021, 8, 20),
            "từ 21/7/2021 đến 20/8/2021",
            "từ ngày 21 tháng 7 năm 2021 đến ngày 20 tháng 8 năm 2021",
        ),
    ],
)
def test_periods_have_the_names_that_reports_use(
    start: date | None, end: date, name: str, phrase: str
) -> None:
    """A stock is told by its day, a flow by its period."""
    period = Period(end, start)
    assert (spaced(period_name(period)), spaced(period_phrase(period))) == (name, phrase)


def test_points_follow_the_vietnamese_alphabet() -> None:
    """No f, j, w, z; đ after d."""
    letters = "".join(point_letter(n)[0] for n in range(23))
    assert letters == "abcdđeghiklmnopqrstuvxy"


@pytest.mark.parametrize(("value", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV")])
def test_roman(value: int, text: str) -> None:
    """Chapters and appendices are numbered in Roman digits."""
    assert roman(value) == text


def test_names_sort_by_the_vietnamese_alphabet() -> None:
    """Letters before tones, đ after d, spaces first."""
    names = ["Đắk Lắk", "Đà Nẵng", "Cần Thơ", "Cao Bằng", "Bình Thuận", "Bắc Ninh", "An Giang"]
    expected = ["An Giang", "Bắc Ninh", "Bình Thuận", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk"]
    assert sorted(names, key=alphabet_key) == expected


def test_tones_decide_only_between_equal_letters() -> None:
    """ma, mà, mả, mã, má, mạ."""
    words = ["mạ", "má", "mã", "mả", "mà", "ma"]
    assert sorted(words, key=alphabet_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_slugs_have_no_diacritics() -> None:
    """The public name of a place."""
    assert slug("Bà Rịa - Vũng Tàu") == "ba-ria-vung-tau"
    assert fold("Đắk Nông") == "dak nong"
