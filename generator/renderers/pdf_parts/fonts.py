"""Only the report's font may be in a file; a mark that it lacks is named."""

from __future__ import annotations

import unicodedata

from generator.charts.measure import FONT
from generator.errors import RenderError
from generator.renderers.pdf_parts.objects import PdfObject

_MOST_NAMED = 5


def check_fonts(pdf_fonts: dict[str, PdfObject]) -> None:
    """Check the fonts that WeasyPrint drew with, by their families.

    Raises RenderError that names each character for which another font came in.
    """
    foreign = {font.family: font for font in pdf_fonts.values() if font.family != FONT}
    if not foreign:
        return
    marks = sorted({mark for font in foreign.values() for mark in _characters(font)})
    named = ", ".join(_described(mark) for mark in marks[:_MOST_NAMED])
    shown = f"{named} and {len(marks) - _MOST_NAMED} more" if marks[_MOST_NAMED:] else named
    raise RenderError(
        f"the font {FONT} does not draw {shown}; {', '.join(sorted(foreign))} came in its place",
        expected="text that the report's font can draw",
        hint="replace the character in source or template; if the font is missing: soket doctor",
    )


def _characters(font: PdfObject) -> set[str]:
    """Return the characters that a font was used for."""
    return {char for text in font.to_unicode.values() for char in text if not char.isspace()}


def _described(char: str) -> str:
    """Return a character with its number and name."""
    return f"“{char}” (U+{ord(char):04X} {unicodedata.name(char, 'unnamed')})"
