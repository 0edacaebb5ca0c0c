"""Numbers, dates and periods as formal administrative Vietnamese prints them.

Locale rules (separators) come from Babel; what the administration adds to them
(leading zeros, magnitude words, names of periods) is here.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal

from generator.model.fact import Approx
from generator.model.period import Period, PeriodKind
from generator.vi.text import NBSP
from generator.vi.windows import named_of

_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})(?:-(\d{1,2})-|\.(\d{1,2})\.)((?:19|20)\d\d)(?![\d/-])")
_MONTH = re.compile(r"\btháng([ \u00a0])(\d{1,2}) năm[ \u00a0]((?:19|20)\d\d)\b")
_LOCALE = "vi"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# letters of points a), b) … in Vietnamese alphabet order: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6đ
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
_APPROX = {
    Approx.OVER: "hơn",
    Approx.UNDER: "gần",
    Approx.ABOUT: "khoảng",
}
_MAGNITUDES = (
    (Decimal(10) ** 12, "nghìn tỷ"),
    (Decimal(10) ** 9, "tỷ"),
    (Decimal(10) ** 6, "triệu"),
)
_MOST_DIGITS = 4  # of a number with a magnitude word


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round half up to a number of decimals, as statistics offices do."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def number(value: Decimal, decimals: int | None = None) -> str:
    """Print a number: "541.559", "95,89".

    ``decimals`` None prints all digits that the value carries, so that a source's
    "90,10" stays so; a whole number has no comma. Of less than none tens, hundreds … are left.
    """
    if decimals is not None:
        value = rounded(value, decimals)
        pattern = "#,##0" + ("." + "0" * decimals if decimals > 0 else "")
    else:
        whole = value == value.to_integral_value()
        places = 0 if whole else -int(value.as_tuple().exponent)
        pattern = "#,##0" + ("." + "0" * places if places else "")
    return format_decimal(value, pattern, locale=_LOCALE, decimal_quantization=False)


def small_count(value: Decimal) -> str:
    """Print a count of things: below ten with a leading zero, "02"."""
    whole = value == value.to_integral_value()
    return f"0{int(value)}" if whole and 0 < value < 10 else number(value)


def with_magnitude(value: Decimal) -> str:
    """Print a large round number with its magnitude word: "13,9 triệu".

    A number with more than four significant digits keeps all its digits.
    """
    return in_magnitude(value, magnitude_of(value))


def magnitude_of(value: Decimal) -> Decimal:
    """Return the size of the magnitude word that a number is printed with, 1 for none."""
    if len(value.normalize().as_tuple().digits) > _MOST_DIGITS:
        return Decimal(1)
    return next((size for size, _ in _MAGNITUDES if value >= size), Decimal(1))


def in_magnitude(value: Decimal, size: Decimal) -> str:
    """Print a number with the magnitude word of a size: "0,7 triệu"; of 1 with all its digits."""
    word = dict(_MAGNITUDES).get(size)
    return f"{number(value / size)}{NBSP}{word.replace(' ', NBSP)}" if word else number(value)


def reservation(approx: Approx | None) -> str:
    """Return the word that keeps the source's reservation, "" if none."""
    return _APPROX[approx] if approx else ""


def day_month(day: date) -> str:
    """Return "05 tháng 02": days below 10 and months 1, 2 take a zero.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4b.
    """
    month = f"0{day.month}" if day.month < 3 else str(day.month)
    return f"{day.day:02d} tháng{NBSP}{month}"


def long_date(day: date) -> str:
    """Return "ngày 31 tháng 7 năm 2024"."""
    return f"ngày{NBSP}{day_month(day)} năm{NBSP}{day.year}"


def short_date(day: date) -> str:
    """Return "31/7/2024", with the zero rule of the long form."""
    month = f"0{day.month}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def roman(value: int) -> str:
    """Return a small number in Roman digits; raises ValueError below 1."""
    if value < 1:
        raise ValueError("Roman numbers begin with 1")
    out = ""
    for size, letters in _ROMAN:
        while value >= size:
            out += letters
            value -= size
    return out


def point_letter(index: int) -> str:
    """Return the mark of the n-th point, from 0: "a)", …, "d)", "đ)"."""
    return f"{POINT_LETTERS[index % len(POINT_LETTERS)]})"


def period_name(period: Period) -> str:
    """Name a period as titles and tables do: "6 tháng đầu năm 2024".

    A window of Nghị định 09/2019/NĐ-CP has its days behind the name: the same words
    mean other days elsewhere.
    """
    start, end = period.start, period.end
    kind = period.kind
    if start is not None and (named := named_of(period)) is not None:
        return f"{period_name(named)} (từ {short_date(start)} đến {short_date(end)})"
    if start is None or start == end:
        return f"{'ngày' if start else 'đến'} {short_date(end)}"
    if kind is PeriodKind.MONTH:
        return f"tháng{NBSP}{end.month} năm{NBSP}{end.year}"
    if kind is PeriodKind.QUARTER:
        return f"quý{NBSP}{roman((end.month + 2) // 3)} năm{NBSP}{end.year}"
    if kind is PeriodKind.HALF:
        return f"6{NBSP}tháng {'đầu' if end.month == 6 else 'cuối'} năm{NBSP}{end.year}"
    if kind in (PeriodKind.MONTHS, PeriodKind.NINE_MONTHS):
        return f"{end.month}{NBSP}tháng năm{NBSP}{end.year}"
    if kind is PeriodKind.YEAR:
        return f"năm{NBSP}{end.year}"
    if kind is PeriodKind.YEARS:
        return f"giai đoạn {start.year}{NBSP}-{NBSP}{end.year}"
    if start.month == 1 and start.day == 1 and start.year != end.year:
        return f"từ năm{NBSP}{start.year} đến {short_date(end)}"
    return f"từ {short_date(start)} đến {short_date(end)}"


def period_beside(period: Period) -> str:
    """Name a period inside parentheses: the days of a window stand behind a comma."""
    name = period_name(period)
    return name.replace(" (", ", ").removesuffix(")") if named_of(period) else name


def time_name(period: Period) -> str:
    """Name a time at the head of a column: "Ngày 01/6/2023" of a stock, "Năm 2023"."""
    return capitalised(f"ngày {short_date(period.end)}" if period.is_stock else period_name(period))


def period_phrase(period: Period) -> str:
    """Return a period as it opens a sentence: "đến ngày 16 tháng 10 năm 2023"."""
    start, end = period.start, period.end
    if start is None:
        return f"đến {long_date(end)}"
    if start == end:
        return f"trong {long_date(end)}"
    if period.kind is PeriodKind.SPAN and named_of(period) is None:
        if start.month == 1 and start.day == 1 and start.year != end.year:
            return f"từ năm{NBSP}{start.year} đến {long_date(end)}"
        return f"từ {long_date(start)} đến {long_date(end)}"
    return (
        period_name(period) if period.kind is PeriodKind.YEARS else f"trong {period_name(period)}"
    )


def slashed_days(text: str) -> str:
    """Return a text with each day in figures between slashes: "10-8-2023" → "10/8/2023"."""
    return _DAY.sub(lambda day: f"{day[1]}/{day[2] or day[3]}/{day[4]}", text)


def short_month(text: str) -> str:
    """Return the name of a month with its year in figures: "tháng 9 năm 2022" → "tháng 9/2022"."""
    return _MONTH.sub(r"tháng\1\2/\3", text)


def uncapitalised(text: str) -> str:
    """Return the text with its first letter lower-cased; an abbreviation stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def capitalised(text: str) -> str:
    """Return the text with its first letter upper-cased."""
    return text[:1].upper() + text[1:]
