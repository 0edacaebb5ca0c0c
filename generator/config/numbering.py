"""Number and symbol of a document: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, 3.

In: the text after "Số: " as a config gives it ("5/BC - UBND"). Out: as the decree writes it
("05/BC-UBND"), and whether it can be written so.
"""

from __future__ import annotations

import re

_AROUND = re.compile(r"\s{0,9}([/-])\s{0,9}")
_FORM = re.compile(r"(?:\d{1,6}|[…._\s]{0,40})/[A-ZĐ][A-ZĐa-z]{0,3}(?:-[A-ZĐƯ0-9&]{1,60}){0,6}")


def decreed(number: str) -> str:
    """Return a number with a zero before a single digit, no space at slash and hyphens."""
    count, slash, symbol = number.partition("/")
    symbol = _AROUND.sub(r"\1", symbol).strip()
    count = count.strip() if count.strip().isdigit() else count
    zero = "0" if slash and len(count) == 1 and count.isdigit() else ""
    return f"{zero}{count}{slash}{symbol}"


def is_number(number: str) -> bool:
    """Tell whether a number can be written as the decree has it; none at all is left open."""
    return not number.strip() or _FORM.fullmatch(decreed(number)) is not None
