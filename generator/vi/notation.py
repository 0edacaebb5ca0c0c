"""Phrases as the rule files write them, turned into expressions.

    (a|b)    one of several, each may have several words
    (a|b)?   may be missing
    …        up to eight other words, never over a digit or ; : ( )
    #        a number

What stands between words, and what a gap and a number are, is told by a ``Notation``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DOTS = ("…", "...")
_MARK = "#"  # of a number
# brackets that stand as they should: behind a blank or a bar, and before one
_GROUP_ENDS = re.compile(r"(?<![^ (|])\(|\)\??(?![^ )|])")


class PhraseError(ValueError):
    """A phrase that cannot be read."""


@dataclass(frozen=True, slots=True)
class Notation:
    """The expressions that stand for the parts of a phrase; a ``gap`` ends with its blank."""

    separator: str
    gap: str
    number: str

    def expression(self, source: str) -> str:
        """Return the expression of a phrase; raises PhraseError when it cannot be read."""
        found = tokens(source)
        if not found:
            raise PhraseError("the phrase is empty")
        return self._sequence(found)

    def _sequence(self, found: list[str]) -> str:
        """Return the expression of words that follow each other.

        What may be missing at the end brings its own separator along.
        """
        tail = len(found)
        while tail > 1 and found[tail - 1].endswith(")?"):
            tail -= 1
        parts = [self._part(token, self.separator) for token in found[: tail - 1]]
        parts.append(self._part(found[tail - 1], ""))
        parts.extend(f"(?:{self.separator}{self._group(token[:-1])})?" for token in found[tail:])
        return "".join(parts)

    def _part(self, token: str, separator: str) -> str:
        """Return the expression of one token and what parts it from the next."""
        if token in DOTS:
            return self.gap
        if token.endswith(")?"):
            return f"(?:{self._group(token[:-1])}{separator or ' *'})?"
        if token.startswith("(") and token.endswith(")"):
            return self._group(token) + separator
        if token == _MARK and separator:  # "1.204HS", too
            return f"{self.number}(?:{separator})?"
        return self._literal(token) + separator

    def _group(self, token: str) -> str:
        """Return the expression of "(a|b c)"; an alternative may hold brackets of its own."""
        ways = alternatives(token)
        if not any(ways):
            raise PhraseError("nothing stands between the brackets")
        if not all(ways):
            raise PhraseError(
                f"{token!r} has a bar with nothing beside it; what may miss is (a|b)?"
            )
        sequences = [self._sequence(tokens(one)) for one in ways]
        return "(?:" + "|".join(sequences) + ")"

    def _literal(self, word: str) -> str:
        return re.escape(word).replace(r"\#", _MARK).replace(_MARK, self.number)


def glued(source: str) -> str:
    """Return a word of a phrase that brackets or a bar are glued to, "" where there is none."""
    words = _GROUP_ENDS.sub(" ", source).replace("|", " ").split()
    return next((word for word in words if set("()") & set(word)), "")


def tokens(source: str) -> list[str]:
    """Split a phrase at blanks outside brackets."""
    found: list[str] = []
    depth = 0
    current = ""
    for char in source:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            break
        if char == " " and depth == 0:
            found.append(current)
            current = ""
        else:
            current += char
    if depth:
        raise PhraseError(f"the brackets of {source!r} do not match")
    return [token for token in (*found, current) if token]


def alternatives(token: str) -> list[str]:
    """Return what stands between the bars of "(a|b c)", not of brackets inside it."""
    found, depth = [""], 0
    for char in token[1:-1]:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += char
    return [one.strip() for one in found]
