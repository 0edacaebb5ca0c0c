"""Formulas as the report prints them, computed again with exact decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, localcontext

from generator.vi.numbers import parse_digits
from generator.vi.printing import rounded

_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:[.,]\d+)*)%?|(?P<mark>[-+−×x*/:()]))")
_RESULT = re.compile(r"[=≈]")
_TOLD = re.compile(r"\s*([-−])?(?P<number>\d+(?:[.,]\d+)*)")
_PRECISION = 40


@dataclass(frozen=True, slots=True)
class Computed:
    """A formula computed again; ``operands`` are its numbers without the 100 of a percentage."""

    value: Decimal
    operands: tuple[Decimal, ...]


@dataclass(slots=True)
class _Reader:
    """Descends through sums, products and brackets."""

    tokens: list[str | Decimal]
    operands: list[Decimal] = field(default_factory=list)
    at: int = 0

    def peek(self) -> str | Decimal | None:
        """Return the next token, None at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def sum(self) -> Decimal:
        """Read terms joined by + and -."""
        value = self.product()
        while (mark := self.peek()) in ("+", "-"):
            self.at += 1
            term = self.product()
            value = value + term if mark == "+" else value - term
        return value

    def product(self) -> Decimal:
        """Read factors joined by × and /; the factor 100 makes a percentage."""
        value = self.factor()
        while (mark := self.peek()) in ("*", "/"):
            self.at += 1
            percent = mark == "*" and self.peek() == Decimal(100)
            factor = self.factor()
            if percent:
                self.operands.pop()
            value = value * factor if mark == "*" else value / factor
        return value

    def factor(self) -> Decimal:
        """Read a number or a bracket. Raises ValueError for anything else."""
        found = self.peek()
        self.at += 1
        if isinstance(found, Decimal):
            self.operands.append(found)
            return found
        if found == "-":
            return -self.factor()
        if found != "(":
            raise ValueError(f"{found!r} is no number")
        value = self.sum()
        if self.peek() != ")":
            raise ValueError("a bracket is open")
        self.at += 1
        return value


def compute(formula: str) -> Computed:
    """Compute the left side of a formula "33 + 3 = 36".

    Raises ValueError where it cannot be read, ArithmeticError for a division by zero.
    """
    left = _RESULT.split(formula, maxsplit=1)[0]
    with localcontext(prec=_PRECISION):
        reader = _Reader(list(_tokens(left)))
        value = reader.sum()
        if reader.peek() is not None:
            raise ValueError(f"{reader.peek()!r} stands where the formula ends")
        return Computed(value, tuple(reader.operands))


def operands_in(formula: object) -> tuple[Decimal, ...]:
    """Return the numbers that a formula reckons with, none where it cannot be computed."""
    try:
        return compute(str(formula or "")).operands
    except (ValueError, ArithmeticError):
        return ()


def misstated(computation: str) -> str:
    """Return the step of a computation that gives another result than it prints, "" if none.

    Steps are parted by ";"; what is no equation ("1.836 ≠ 1.945") states no result.
    """
    for step in computation.split(";"):
        sides = _RESULT.split(step, maxsplit=1)
        told = _TOLD.match(sides[1]) if len(sides) == 2 else None
        parsed = parse_digits(told["number"]) if told else None
        if told is None or parsed is None:
            continue
        try:
            again = compute(step).value
        except (ValueError, ArithmeticError):
            continue
        value = parsed[0] if not parsed[1] else Decimal(told["number"].replace(",", "."))
        if rounded(again, len(told["number"].partition(",")[2])) != (-value if told[1] else value):
            return step.strip()
    return ""


def _tokens(text: str) -> Iterator[str | Decimal]:
    """Yield numbers and marks. Raises ValueError for anything else."""
    at = 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"{text[at:].strip()!r} is no part of a formula")
        at = match.end()
        if match["mark"]:
            yield {"−": "-", "×": "*", "x": "*", ":": "/"}.get(match["mark"], match["mark"])
            continue
        parsed = parse_digits(match["number"])
        if parsed is None:
            raise ValueError(f"{match['number']!r} is no number")
        value, doubtful = parsed
        yield Decimal(match["number"].replace(",", ".")) if doubtful else value
