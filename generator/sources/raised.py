"""Superscript digits: note marks and powers, which must not join the number before."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"\d{1,3}")
_POWERS = {"2": "²", "3": "³"}


def raised(text: str, before: str) -> str:
    """Return raised text as running text needs it; ``before`` is the character before.

    Digits are a power after a metre, else the mark of a note: "522" and a raised
    "1" are "522[1]", never 5221. Other text stays.
    """
    digits = text.strip()
    if not _DIGITS.fullmatch(digits):
        return text
    return _POWERS[digits] if before == "m" and digits in _POWERS else f"[{digits}]"
