"""Reads the text layer of one PDF in a process of its own: standard input to JSON.

The PDF library is native code; a file made to crash it, to fill the memory or to
run forever ends this process only. Output: ``{"pages": [{"lines": [[text, left,
right, baseline, height], …], "picture": bool}, …]}`` in points, or ``{"error": word}``.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

from generator.sources.bounded import serve
from generator.sources.grid import CELL_BREAK
from generator.sources.raised import raised

MAX_PAGES = 2000
MAX_CHARS = 8 * 1024 * 1024

_RAISED = 0.15  # of the height of the letter before: from there on a digit is superscript
_SMALLER = 0.85  # and its size in relation to that letter
_LEVEL = 0.5  # of the height: the base of what still stands on the same line
_OVERLAP = 0.3
_CELL_GAP = 2.2  # heights of a line between two cells of a table
_BROKEN_SHARE = 20  # one letter in so many without a Unicode value is too much
_DRAWN = 200  # drawn shapes on a page without text: text turned into outlines


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character with its box; the height is that of its font, without a box 0."""

    char: str
    left: float = 0.0
    right: float = 0.0
    height: float = 0.0
    base: float = 0.0


def main() -> None:
    """Answer for one file."""
    serve(read)


def read(data: bytes) -> dict[str, Any]:
    """Return the lines of all pages, or why they cannot be read."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as exc:
        return {"error": "password" if "assword" in str(exc) else "broken"}
    if count > MAX_PAGES:
        return {"error": "pages"}
    pages: list[dict[str, Any]] = []
    unmapped = chars = 0
    for index in range(count):
        try:
            page = document[index]
            lines, missing, seen = _lines(page.get_textpage())
        except pdfium.PdfiumError:
            return {"error": "broken"}
        unmapped, chars = unmapped + missing, chars + seen
        if chars > MAX_CHARS:
            return {"error": "long"}
        pages.append({"lines": lines, "picture": not lines and _is_picture(page)})
    return {"error": "letters"} if unmapped * _BROKEN_SHARE > chars else {"pages": pages}


def _is_picture(page: Any) -> bool:  # noqa: ANN401 the library has no types
    """Tell whether a page without text shows something all the same."""
    from pypdfium2 import raw

    kinds = [one.type for one in page.get_objects(max_depth=3)]
    return raw.FPDF_PAGEOBJ_IMAGE in kinds or kinds.count(raw.FPDF_PAGEOBJ_PATH) > _DRAWN


def _lines(page: Any) -> tuple[list[list[Any]], int, int]:  # noqa: ANN401
    """Return the lines of a page, its letters without Unicode value and all its letters."""
    from pypdfium2 import raw

    rows: list[list[_Glyph]] = [[]]
    unmapped = 0
    ended = False
    count = page.count_chars()
    for index in range(count):
        code = raw.FPDFText_GetUnicode(page, index)
        unmapped += raw.FPDFText_HasUnicodeMapError(page, index) == 1
        if code in (10, 13):
            ended = True
        elif raw.FPDFText_IsGenerated(page, index):
            rows[-1].append(_Glyph(" "))
        else:
            char = "-" if raw.FPDFText_IsHyphen(page, index) else chr(code)
            glyph = _glyph(page, index, char)
            if ended and not _same_line(rows[-1], glyph):
                rows.append([])
            ended = False
            rows[-1].append(glyph)
    return [line for row in rows for line in _line(row)], unmapped, count


def _same_line(row: list[_Glyph], glyph: _Glyph) -> bool:
    """Tell whether a glyph goes on to the right: the library ends lines at raised ones."""
    last = next((one for one in reversed(row) if one.height), None)
    if last is None or not glyph.height:
        return True
    height = max(last.height, glyph.height)
    level = abs(last.base - glyph.base) < _LEVEL * height
    return level and last.right - _OVERLAP * height <= glyph.left


def _glyph(page: Any, index: int, char: str) -> _Glyph:  # noqa: ANN401
    """Return a character with its measures in points."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, index, box)
    across, up = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, index, across, up)
    return _Glyph(char, box.left, box.right, abs(box.top - box.bottom), up.value)


def _line(row: list[_Glyph]) -> list[list[Any]]:
    """Return the line of a row of characters, none for an empty one."""
    inked = [glyph for glyph in row if glyph.height and not glyph.char.isspace()]
    if not inked:
        return []
    height = sorted(glyph.height for glyph in inked)[len(inked) // 2]
    full = [glyph.base for glyph in inked if glyph.height >= height * _SMALLER]
    base = sorted(full)[len(full) // 2]
    left, right = min(one.left for one in inked), max(one.right for one in inked)
    return [[_text(row, height, base), left, right, base, height]]


def _text(row: list[_Glyph], height: float, base: float) -> str:
    """Return the text of a row: wide gaps part cells, raised digits become marks."""
    parts: list[str] = []
    mark = ""
    end: float | None = None
    for glyph in row:
        small = 0 < glyph.height < height * _SMALLER
        if small and glyph.char.isdigit() and glyph.base > base + _RAISED * height:
            mark += glyph.char
            continue
        if mark:
            parts.append(raised(mark, parts[-1][-1:] if parts else ""))
            mark = ""
        inked = glyph.height > 0 and not glyph.char.isspace()
        if inked and end is not None and glyph.left - end > _CELL_GAP * height:
            parts.append(CELL_BREAK)
        end = glyph.right if inked else end
        parts.append(glyph.char)
    return "".join(parts) + (raised(mark, parts[-1][-1:] if parts else "") if mark else "")


if __name__ == "__main__":
    main()
