"""Fonts whose letters are no letters: "9" in Wingdings is a picture."""

from __future__ import annotations

import re

_PICTURES = re.compile(
    r"dings|symbol|marlett|mt extra|barcode|code ?(?:39|128)|emoji|icon|awesome|braille",
    re.IGNORECASE,
)


def draws_pictures(family: str) -> bool:
    """Tell whether a font of this name draws pictures or signs in place of letters."""
    return _PICTURES.search(family) is not None
