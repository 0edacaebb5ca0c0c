"""Colours: whether letters of a colour can be read on white paper."""

from __future__ import annotations

import re

_HEX = re.compile(r"#?([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
_SHORT = re.compile(r"#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])")
_NAMED = {"white": 1.0, "black": 0.0}
# relative luminance above which letters fade on white, below which dark ones fade on it
_PALE, _DARK = 0.45, 0.3
# least contrast of WCAG 2.2 for large text (1.4.3); what is below cannot be relied on
LEAST_CONTRAST = 3.0


def luminance(red: float, green: float, blue: float) -> float:
    """Return the relative luminance of a colour of parts 0 to 255, from 0 to 1 (WCAG 2.2)."""
    parts = [part / 255 for part in (red, green, blue)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: float, other: float) -> float:
    """Return the contrast of two luminances, 1 to 21."""
    high, low = max(one, other), min(one, other)
    return (high + 0.05) / (low + 0.05)


def luminance_of(colour: str) -> float | None:
    """Return the luminance of "#1F4E79" or "1F4E79", None for what is no such colour."""
    match = _HEX.fullmatch(colour)
    if match is None and (short := _SHORT.fullmatch(colour)):
        match = _HEX.fullmatch("".join(letter * 2 for letter in short.groups()))
    if match is None:
        return _NAMED.get(colour.lower())
    red, green, blue = (int(part, 16) for part in match.groups())
    return luminance(red, green, blue)


def is_pale(colour: str) -> bool:
    """Tell whether letters of a colour cannot be read on white."""
    found = luminance_of(colour)
    return found is not None and found > _PALE


def is_dark(colour: str) -> bool:
    """Tell whether black letters cannot be read on a colour."""
    found = luminance_of(colour)
    return found is not None and found < _DARK
