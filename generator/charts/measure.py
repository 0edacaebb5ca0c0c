"""Widths of text in the report's font, and lines that fit a width."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.charts.shapes import MM_PER_POINT
from generator.errors import RenderError

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

FONT = "Liberation Serif"
_FILES = "LiberationSerif-"
# mm by which lines are narrowed while the best break is looked for
_STEP = 0.5


@lru_cache(maxsize=8192)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text at ``size`` points, in mm.

    Raises RenderError where the report's font is not installed.
    """
    from matplotlib.textpath import text_to_path

    width, _, _ = text_to_path.get_text_width_height_descent(
        text, _properties(size, bold=bold), ismath=False
    )
    return float(width) * MM_PER_POINT


def wrap(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines of at most ``width`` mm; a longer word stays whole."""
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size, bold=bold) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def balanced(text: str, size: float, width: float) -> list[str]:
    """Break a text into as few lines as ``wrap`` does, of about equal length."""
    best = wrap(text, size, width)
    limit = widest(best, size)
    while True:
        limit -= _STEP
        lines = wrap(text, size, limit)
        # a word that is wider than the limit ends the search as well
        if len(lines) > len(best) or widest(lines, size) > limit:
            return best
        best = lines


def widest(lines: list[str], size: float, *, bold: bool = False) -> float:
    """Return the width of the longest line in mm, 0 for no lines."""
    return max((text_width(line, size, bold=bold) for line in lines), default=0.0)


def _properties(size: float, *, bold: bool) -> FontProperties:
    """Return the report's font; nothing is put in its place where it is missing."""
    from matplotlib.font_manager import FontProperties

    properties = FontProperties(family=FONT, size=size, weight="bold" if bold else "normal")
    if not _is_found(properties):
        _look_again()
        if not _is_found(properties):
            raise RenderError(
                f"the font {FONT} is not installed",
                expected="a font with all Vietnamese letters under this name",
                hint="run: soket doctor",
            )
    return properties


def _is_found(properties: FontProperties) -> bool:
    """Tell whether matplotlib knows the font itself."""
    from matplotlib.font_manager import findfont

    try:
        findfont(properties, fallback_to_default=False)
    except ValueError:
        return False
    return True


def _look_again() -> None:
    """Show matplotlib the font where its list of fonts is older than the font."""
    from matplotlib.font_manager import findSystemFonts, fontManager

    for path in sorted(findSystemFonts()):
        if Path(path).name.startswith(_FILES):
            fontManager.addfont(path)
