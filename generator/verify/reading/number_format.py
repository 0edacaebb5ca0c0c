"""Format codes of spreadsheets: what they print of a number where Vietnamese is set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne

from generator.vi.printing import rounded

_SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|\Z)')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_BRACKET = re.compile(r"\[[^\[\]]*\]")
_PIECE = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<digit>[0#?])|(?P<other>.)')
_TESTS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "=": eq,
    "<>": ne,
}
_DECIMAL, _THOUSANDS = ",", "."
_SAMPLES = tuple(map(Decimal, ("0", "7", "40", "100", "1234", "56789", "1234567")))

Piece = tuple[str, str]  # what it is: digit, point, comma or text; how it reads


def formatted(value: Decimal, code: str) -> str:
    """Return what a format code like ``#,##0.00"%"`` prints of a number."""
    sections = [match[1] for match in _SECTION.finditer(code) if match[1]]
    section = _chosen(value, sections or ["General"])
    body = _BRACKET.sub("", section)
    if body == "General":
        return f"{value.normalize():f}".replace(".", _DECIMAL)
    pieces = list(_pieces(body))
    value = _scaled(value, pieces)
    point = next((at for at, (kind, _) in enumerate(pieces) if kind == "point"), len(pieces))
    places = sum(kind == "digit" for kind, _ in pieces[point:])
    digits = f"{rounded(abs(value), places):f}"
    whole, _, decimals = digits.partition(".")
    sign = "-" if value < 0 and digits.strip("0.") else ""
    return sign + _whole(whole, pieces[:point]) + _decimals(decimals, pieces[point:])


def _chosen(value: Decimal, sections: Sequence[str]) -> str:
    """Return the section of a code that is for a number."""
    for section in sections:
        match = _CONDITION.search(section)
        if match is None or _TESTS[match[1]](value, Decimal(match[2])):
            return section
    return sections[-1]


def _pieces(body: str) -> Iterator[Piece]:
    """Yield the pieces of a section."""
    for match in _PIECE.finditer(body):
        if match["digit"]:
            yield "digit", match["digit"]
        elif match["other"] in (".", ","):
            yield ("point" if match["other"] == "." else "comma"), match["other"]
        elif match["other"] == "%":
            yield "percent", "%"
        else:
            yield "text", match["quoted"] or match["escaped"] or match["other"] or ""


def _scaled(value: Decimal, pieces: Sequence[Piece]) -> Decimal:
    """Return a number as signs make it larger or smaller: "%", commas behind the last place."""
    last = max((at for at, (kind, _) in enumerate(pieces) if kind == "digit"), default=-1)
    thousands = sum(kind == "comma" for kind, _ in pieces[last + 1 :])
    percents = sum(kind == "percent" for kind, _ in pieces)
    return value * Decimal(100) ** percents / Decimal(1000) ** thousands


def _whole(digits: str, pieces: Sequence[Piece]) -> str:
    """Fill the places before the decimals from the right; the first takes what is left."""
    places = [at for at, (kind, _) in enumerate(pieces) if kind == "digit"]
    grouped = any(kind == "comma" for kind, _ in pieces[: max(places, default=0)])
    left, out = digits, []
    count = 0
    for at in range(len(pieces) - 1, -1, -1):
        kind, text = pieces[at]
        if kind in ("text", "percent"):
            out.append(text)
        elif kind == "digit":
            last = at == places[0]
            taken = left if last else left[-1:]
            left = left[: len(left) - len(taken)]
            if last and grouped:
                taken, count = _grouped(taken, count), count + len(taken)
            elif grouped and taken:
                taken, count = _grouped(taken, count), count + 1
            out.append(taken or ("0" if text == "0" else ""))
    return "".join(reversed(out))


def _grouped(digits: str, behind: int) -> str:
    """Return digits with marks of thousands, ``behind`` of them already standing to the right."""
    out = ""
    for at, digit in enumerate(reversed(digits)):
        position = behind + at
        out = digit + (_THOUSANDS if position and position % 3 == 0 else "") + out
    return out


def _decimals(digits: str, pieces: Sequence[Piece]) -> str:
    """Fill the places after the decimal mark."""
    left, out = list(digits), ""
    for kind, text in pieces:
        if kind == "digit":
            out += left.pop(0) if left else "0"
        else:
            out += _DECIMAL if kind == "point" else "" if kind == "comma" else text
    return out


def is_plain(code: str) -> bool:
    """Tell whether a code prints the digits of a whole number and no others."""
    return all(_digits(formatted(value, code)) == f"{value:f}" for value in _SAMPLES)


def _digits(text: str) -> str:
    """Return the digits of a printed whole number; decimals that are 0 do not count."""
    whole, _, decimals = text.partition(_DECIMAL)
    return "".join(char for char in whole + decimals.lstrip("0") if char.isdigit())
