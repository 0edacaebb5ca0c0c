"""A number as it is printed, read again and held against the value it should show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue import load_language
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.twice import read_again
from generator.vi.numbers import MAGNITUDES, parse_digits
from generator.vi.printing import rounded

# words of reservation by the public name of what they mean (facts.md)
RESERVATIONS = {
    "over": ("hơn", "trên", "vượt", "quá"),
    "under": ("gần", "dưới", "chưa đến", "chưa tới"),
    "about": ("khoảng", "xấp xỉ", "ước", "ước khoảng"),
}
_WORDS = {word: name for name, words in RESERVATIONS.items() for word in words}
_NUMBER = r"\d+(?:[.,]\d+)*"
_FORM = re.compile(
    rf"(?:(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))}) )?"
    rf"(?P<sign>[-−+])?(?P<number>{_NUMBER})"
    rf"(?: (?P<size>{'|'.join(sorted(MAGNITUDES, key=len, reverse=True))})(?!\w))?"
    rf"(?:/(?P<total>{_NUMBER}))?(?P<rest>\D*)"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed number taken apart; ``approx`` is the public name of its reservation."""

    value: Decimal
    total: Decimal | None
    approx: str | None
    signed: bool
    rest: str


def read_printed(text: str) -> Printed | None:
    """Return the parts of a printed number, None where it is none."""
    match = _FORM.fullmatch(" ".join(text.replace("\u00a0", " ").split()).lower())
    if match is None:
        return None
    value, total = _exact(match["number"]), _exact(match["total"])
    if value is None or (match["total"] and total is None):
        return None
    if match["size"]:
        value *= MAGNITUDES[match["size"]]
    negative = match["sign"] in ("-", "−")
    word = match["word"]
    return Printed(
        -value if negative else value,
        total,
        _WORDS[word] if word else None,
        bool(match["sign"]),
        match["rest"],
    )


def _exact(token: str | None) -> Decimal | None:
    """Return the value of digits in the Vietnamese usage: "," begins decimals."""
    if not token:
        return None
    parsed = parse_digits(token)
    if parsed is None:
        return None
    value, doubtful = parsed
    return Decimal(token.replace(",", ".")) if doubtful else value


def misprint(text: str, figure: Record, lineage: Lineage) -> str:
    """Return why a text is not the printed form of a figure, "" where it is."""
    printed = read_printed(text)
    if printed is None:
        return "it is no number"
    value = decimal(figure["value"])
    if not _shows(printed, value, figure):
        return f"the value is {value:f}"
    again = read_again(_plain_part(text))
    if again is not None and again != abs(printed.value):
        return f"it reads {again:f}, the value is {value:f}"
    if printed.approx != figure.get("approx"):
        return f"the reservation is {figure.get('approx') or 'none'}"
    if printed.total is not None:
        total = _total(figure, lineage)
        if total != printed.total:
            return f"the whole is {'unknown' if total is None else f'{total:f}'}"
    return "" if _has_unit(printed, figure) else f"the unit is {figure.get('unit')}"


def _has_unit(printed: Printed, figure: Record) -> bool:
    """Tell whether what stands behind the digits is the unit of a figure, or nothing is.

    What sources count has several names; what was computed is printed with its own, or with
    what a sentence says for it ("PAKN": "phản ánh, kiến nghị").
    """
    unit = str(figure.get("unit") or "")
    rest = " ".join(printed.rest.split())
    if ("%" in rest) != (unit in ("%", "percent")):
        return False
    told = load_language().usage.units.get(unit, unit)
    return not figure.get("formula") or rest in ("", "%", unit.lower(), told.lower())


def _plain_part(text: str) -> str:
    """Return the digits of a printed number that stands without a magnitude, "" with one."""
    match = _FORM.fullmatch(" ".join(text.replace("\u00a0", " ").split()).lower())
    return match["number"] if match and not match["size"] else ""


def _shows(printed: Printed, value: Decimal, figure: Record) -> bool:
    """Tell whether the digits are those of the value, or of its size where it was computed."""
    decimals = figure.get("decimals")
    exact = value if decimals is None else rounded(value, decimals)
    if printed.value == exact:
        return True
    return bool(figure.get("formula")) and not printed.signed and printed.value == abs(exact)


def _total(figure: Record, lineage: Lineage) -> Decimal | None:
    """Return the b of "a/b" of the fact behind a figure."""
    facts = lineage.inputs(figure)
    total = facts[0].get("total") if facts else None
    return None if total is None else decimal(total)
