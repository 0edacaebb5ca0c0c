"""Numbers of Vietnamese text: digits, magnitude words, words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.reading import folded
from generator.vi.numbers import find_number_words, find_numbers, parse_digits, parse_words
from generator.vi.printing import number


def _values(text: str) -> list[Decimal]:
    return [found.value for found in find_numbers(folded(text))]


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("7", "7"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("95,39", "95.39"),
        ("54.9", "54.9"),
        ("0.7955", "0.7955"),
        ("42.3265", "42.3265"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1,234,567", "1234567"),
        ("1890", "1890"),
        ("03", "3"),
        ("100\u00a0000", "100000"),
    ],
)
def test_a_token_has_one_value(token: str, value: str) -> None:
    """The point groups thousands and the comma begins decimals; clear exceptions are read."""
    assert parse_digits(token) == (Decimal(value), False)


@pytest.mark.parametrize("token", ["1.6.2023", "12.34.56", "1,2,3", "1.2,3.4"])
def test_what_is_no_number_is_refused(token: str) -> None:
    """Dates and broken groups give no number."""
    assert parse_digits(token) is None


def test_a_comma_before_three_digits_is_in_doubt() -> None:
    """It is a decimal by Vietnamese usage and thousands by English: 1,234."""
    assert parse_digits("1,234") == (Decimal("1.234"), True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13,9 triệu", 13900000),
        ("2,78 nghìn tỷ đồng", 2780000000000),
        ("2,78 ngàn tỉ đồng", 2780000000000),
        ("5 nghìn lượt", 5000),
        ("1 tỷ 300 triệu đồng", 1300000000),
        ("12 vạn", 120000),
    ],
)
def test_magnitude_words_are_applied(text: str, value: int) -> None:
    """A number takes the magnitude word that follows it."""
    assert _values(text) == [Decimal(value)]


def test_a_rate_after_a_year_is_no_magnitude() -> None:
    """A rate is no thousand millions."""
    assert _values("năm 2023 tỷ lệ đạt 98%") == [Decimal(2023), Decimal(98)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hai", 2),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("ba mươi lăm", 35),
        ("một trăm linh năm", 105),
        ("hai trăm năm mươi", 250),
    ],
)
def test_number_words_are_read(words: str, value: int) -> None:
    """Numbers that are spelled out have their value."""
    assert parse_words(words.split()) == value


def test_article_and_year_are_no_number_words() -> None:
    """Alone, một and năm count nothing."""
    assert list(find_number_words("bộ phận một cửa trong năm nay")) == []


@given(st.integers(0, 10**14), st.integers(0, 4))
def test_a_printed_number_reads_back(whole: int, places: int) -> None:
    """Reading what the printer prints gives the same value, unless it is in doubt."""
    value = Decimal(whole).scaleb(-places)
    parsed = parse_digits(number(value))
    assert parsed is not None
    assert parsed[0] == value


@given(st.text(max_size=80))
def test_folding_keeps_every_place(text: str) -> None:
    """The folded copy is as long as the text."""
    assert len(folded(text)) == len(text)


@given(st.text(alphabet="0123456789.,% /tỷriệunghì\u00a0", max_size=60))
def test_numbers_are_found_in_order_without_overlap(text: str) -> None:
    """Spans are ordered, disjoint and hold a digit."""
    copy = folded(text)
    position = 0
    for found in find_numbers(copy):
        assert found.start >= position
        assert copy[found.start].isdigit()
        position = found.end


def test_a_code_measures_nothing() -> None:
    """A run of more than 15 digits is no number; one of 15 digits is."""
    assert parse_digits("1" * 16) is None
    assert parse_digits("1" * 15) == (Decimal("1" * 15), False)
