"""Forms of date and number, words and widths, over all values."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.verify.layout.checks.ending import _misspelt
from generator.verify.layout.checks.head import _date, _number
from generator.verify.layout.widths import line_width, line_widths
from generator.verify.layout.words import folded, is_appendix, is_country, is_heading


def written(day: date) -> str:
    """Return a date as the decree writes it."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


@given(st.dates(min_value=date(1976, 1, 1)))
def test_every_day_has_one_right_form(day: date) -> None:
    """The decree's form passes; without its zeros, or with more of them, it does not."""
    right = written(day)
    assert list(_date(f"Hà Nội, {right}")) == []
    plain = f"ngày {day.day} tháng {day.month} năm {day.year}"
    full = f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}"
    assert all(bool(list(_date(f"Huế, {one}"))) == (one != right) for one in (plain, full))


@pytest.mark.parametrize(
    "text",
    ["Số: …/BC-TCT", "Số:        /BC-UBND", "Số: 05/BC-UBND", "Số: 4909/BC-VPCP", "Số: /BC-HĐND"],
)
def test_right_numbers(text: str) -> None:
    """A number may still be open; the symbol may not."""
    assert list(_number(" ".join(text.split()), report=True)) == []


@pytest.mark.parametrize(
    "text",
    ["Số: 5/BC-UBND", "Số 15/BC-UBND", "Số: 15/bc-ubnd", "Số: 15/BC - UBND", "Số: 15/QĐ-UBND"],
)
def test_wrong_numbers(text: str) -> None:
    """Zero, colon, capitals, hyphen and type are looked at."""
    assert len(list(_number(text, report=True))) == 1


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ẤỀỔỮỊ", max_size=40))
def test_widths_do_not_ask_how_letters_are_coded(text: str) -> None:
    """Marks apart or precomposed: the same width; broken lines lose only the spaces."""
    apart = unicodedata.normalize("NFD", text)
    assert line_width(apart, 14, bold=True) == pytest.approx(line_width(text, 14, bold=True))
    words = " ".join(text.split())
    whole = line_widths(words, 14, 10_000, bold=False)
    assert sum(whole) == pytest.approx(line_width(words, 14, bold=False))
    assert sum(line_widths(words, 14, 60, bold=False)) <= sum(whole) + 1e-6


def test_words_are_known_whatever_their_marks() -> None:
    """Old and new places of the tone mark, capitals or not; a text that only resembles is none."""
    assert is_country("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert folded("Đặng  VĂN Mẫu") == "dang van mau"
    assert is_appendix("PHỤ LỤC IV")
    assert not is_appendix("Phụ lục kèm theo")
    assert is_heading("I. KẾT QUẢ")
    assert is_heading("Phần II")
    assert not is_heading("Phấn đấu đạt kết quả")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("T/L CHỦ TỊCH", "TL."),
        ("T/M ỦY BAN NHÂN DÂN", "TM."),
        ("TL CHỦ TỊCH", "TL."),
        ("K.T GIÁM ĐỐC", "KT."),
        ("T.U.Q. CHỦ TỊCH", "TUQ."),
        ("TL. CHỦ TỊCH", ""),
        ("TUQ. CHỦ TỊCH", ""),
        ("Q. GIÁM ĐỐC", ""),
        ("TỔ TRƯỞNG", ""),
        ("QUẢN LÝ", ""),
        ("KTV TRƯỞNG", ""),
    ],
)
def test_signs_of_authority_have_one_form(text: str, right: str) -> None:
    """Letters together, a full stop behind them; a position without a sign has none."""
    assert _misspelt(text) == right
