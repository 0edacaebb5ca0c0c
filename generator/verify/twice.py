"""Plain numbers read a second time, by a library that shares nothing with our own reader.

Extraction and proof read numbers alike; a mistake in that reader would prove itself. What is
written in the plain usage of the language ("1.234.567,8") is read here by the rules of the
CLDR, too. Words, magnitudes and other usages are left to our own reader.
"""

from __future__ import annotations

import re
from decimal import Decimal

from babel.numbers import NumberFormatError, parse_decimal

_PLAIN = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_DOUBTFUL = re.compile(r"\d{1,3},\d{3}")  # "1,234" is thousands in the usage of others
_LOCALE = "vi"


def read_again(token: str) -> Decimal | None:
    """Return the value of a number in the plain usage, None where it is written otherwise."""
    text = token.strip()
    if _PLAIN.fullmatch(text) is None or _DOUBTFUL.fullmatch(text):
        return None
    try:
        return Decimal(parse_decimal(text, locale=_LOCALE, strict=True))
    except NumberFormatError:  # "007": digits that count nothing
        return None
