"""The only door to google-re2, typed: patterns that never backtrack, and phrases.

Every rule of ``config/rules`` is a phrase: words as the text writes them, matched
on the folded text of ``generator.extraction.reading``. In a phrase

    (a|b)    one of several, each may have several words
    (a|b)?   may be missing
    …        up to eight other words, never over a digit or ; : ( )
    #        a number, with its magnitude word

Between words a comma, a dash or a footnote mark ("1.204 hồ sơ[3] trực tuyến") may stand. A
phrase begins and ends at word borders.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol, cast

import re2

from generator.extraction.reading import folded
from generator.vi.notation import DOTS, Notation, PhraseError, alternatives, glued, tokens

_NOTE = r"(?:\[\d{1,3}\])?"
_NOTATION = Notation(
    separator=rf"{_NOTE}(?:,| -)? +",
    gap=rf"(?:[^\s\d;:()]+{_NOTE} +){{0,8}}?",
    number=r"\d[\d.,/]*(?: +(?:nghìn|ngàn|triệu|tỷ))*",
)


class PatternError(ValueError):
    """A phrase or pattern that cannot be read."""


class _Match(Protocol):
    def span(self, group: int = 0) -> tuple[int, int]: ...

    def group(self, group: int = 0) -> str | None: ...


class _Compiled(Protocol):
    def finditer(self, text: str) -> Iterator[_Match]: ...


@dataclass(frozen=True, slots=True)
class Hit:
    """One match: the span of the whole and the spans of its named groups."""

    start: int
    end: int
    groups: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern with the literal texts of which one must occur.

    ``anchors`` is empty where no literal is certain; then the pattern always runs.
    """

    text: str
    anchors: tuple[str, ...]
    names: tuple[tuple[str, int], ...]
    compiled: _Compiled = field(repr=False)

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield the matches that begin and end at word borders, in order."""
        if self.anchors and not any(anchor in text for anchor in self.anchors):
            return
        for match in self.compiled.finditer(text):
            start, end = match.span()
            if start < end and at_borders(text, start, end):
                yield Hit(start, end, self._groups(match))

    def found_in(self, text: str) -> bool:
        """Tell whether the pattern occurs in the text."""
        return next(self.hits(text), None) is not None

    def _groups(self, match: _Match) -> dict[str, tuple[int, int]]:
        spans = ((name, match.span(group)) for name, group in self.names)
        return {name: span for name, span in spans if span[0] >= 0}


def at_borders(text: str, start: int, end: int) -> bool:
    """Tell whether a span does not cut a word or number at either end.

    A word may be glued to the number before it: "1.204HS".
    """
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not _is_inside(before, text[start]) and not _is_inside(text[end - 1], after)


def _is_inside(one: str, other: str) -> bool:
    """Tell whether no border lies between two characters: those of a word or of a number."""
    return other.isalnum() and (one.isalpha() or (one.isdigit() and other.isdigit()))


def occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield the spans at which a name that is not empty stands as whole words, in order."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if at_borders(text, at, end):
            yield at, end
        at = text.find(name, end)


def regex(source: str, anchors: tuple[str, ...] = ()) -> Pattern:
    """Compile an RE2 expression; raises PatternError when it is none."""
    options = re2.Options()
    options.log_errors = False
    try:
        compiled = re2.compile(source, options)
    except re2.error as exc:
        raise PatternError(f"not a valid pattern: {source!r}") from exc
    return Pattern(source, anchors, tuple(compiled.groupindex.items()), cast(_Compiled, compiled))


@lru_cache(maxsize=32768)  # the same phrases stand in many rules, and in each project's
def phrase(source: str) -> Pattern:
    """Compile a phrase; raises PatternError when its brackets do not match, or are glued on."""
    text = folded(source)
    if word := glued(text):
        raise PatternError(f"a blank is missing beside the brackets of {word!r}")
    try:
        return regex(_NOTATION.expression(text), _anchors(tokens(text)))
    except PhraseError as exc:
        raise PatternError(str(exc)) from exc


def _anchors(found: list[str]) -> tuple[str, ...]:
    """Return the most telling set of words of which one must occur."""
    best: tuple[str, ...] = ()
    for token in found:
        choice = _telling(token)
        if choice and min(map(len, choice)) > min(map(len, best), default=0):
            best = choice
    return best


def _telling(token: str) -> tuple[str, ...]:
    """Return the words of which one must occur for a token, none where that is not sure."""
    if token in DOTS or token.endswith(")?") or "#" in token:
        return ()
    if not token.startswith("("):
        return (token,)
    found: list[str] = []
    for one in alternatives(token):
        words = [word for word in tokens(one) if not word.startswith("(") and word not in DOTS]
        if not words:
            return ()
        found.append(max(words, key=len))
    return tuple(found)
