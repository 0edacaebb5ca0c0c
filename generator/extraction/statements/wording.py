"""The text of a statement as a report may quote it."""

from __future__ import annotations

import re

_NOTE_MARK = re.compile(r"(?<!\s)\s*\[\d{1,3}\]")
_SPACES = re.compile(r"\s+")
_SPACE_BEFORE = re.compile(r" (?=[,;.])")
_MIN_WORDS = 6
_MAX_WORDS = 130
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))


def quotable(raw: str) -> str:
    """Return a clause as a sentence: blanks folded, capital first, full stop.

    Footnote marks are left out, a final ";", "," or "./." becomes ".", an ellipsis
    stays. Returns "" when the clause cannot be quoted on its own.
    """
    text = _SPACES.sub(" ", _NOTE_MARK.sub("", raw)).strip()
    text = _SPACE_BEFORE.sub("", text)
    end = "" if text.endswith(("…", "...")) else "."
    if end:
        text = text.rstrip(" .;,:/")
    if not text or not _MIN_WORDS <= len(text.split()) <= _MAX_WORDS or not _balanced(text):
        return ""
    return text[0].upper() + text[1:] + end


def _balanced(text: str) -> bool:
    """Tell whether brackets and quotes are closed."""
    pairs = all(text.count(first) == text.count(last) for first, last in _PAIRS)
    return pairs and text.count('"') % 2 == 0
