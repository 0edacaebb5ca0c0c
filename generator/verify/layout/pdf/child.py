"""Reads letters and drawn lines of one PDF in a process of its own: standard input to JSON.

The PDF library is native code; a file made to crash it ends this process only.
Output: ``{"fonts": [[name, bold, italic, embedded], …], "pages": [{"width", "height",
"letters": [[char, left, right, base, size, font, colour, mapped], …], "shapes":
[[left, bottom, right, top, colour], …]}, …]}`` in points from the lower left corner,
or ``{"error": word}``.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.sources.bounded import serve
from generator.sources.pdf_child import MAX_CHARS, MAX_PAGES
from generator.verify.matrix import (
    IDENTITY,
    Matrix,
    Untyped,
    bounds,
    corners,
    matrix_of,
    placed,
    times,
)

_DEEPEST = 5
_MAX_SHAPES = 20000
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 64
_RING = 5  # points of a closed rectangle
_CLOSE = 0.05


@dataclass(slots=True)
class _Fonts:
    """The fonts met so far, and those of the text objects."""

    rows: list[list[Untyped]] = field(default_factory=list)
    of_object: dict[int, tuple[int, str]] = field(default_factory=dict)


def main() -> None:
    """Answer for one file."""
    serve(read)


def read(data: bytes) -> dict[str, Untyped]:
    """Return fonts and pages, or why the file cannot be read."""
    import pypdfium2 as pdfium

    fonts = _Fonts()
    pages: list[dict[str, Untyped]] = []
    letters = 0
    try:
        file = pdfium.PdfDocument(data)
        if len(file) > MAX_PAGES:
            return {"error": "pages"}
        for index in range(len(file)):
            fonts.of_object.clear()
            pages.append(_page(file[index], fonts))
            letters += len(pages[-1]["letters"])
            if letters > MAX_CHARS:
                return {"error": "long"}
    except pdfium.PdfiumError as exc:
        return {"error": "password" if "assword" in str(exc) else "broken"}
    return {"fonts": fonts.rows, "pages": pages} if letters else {"error": "empty"}


def _page(page: Untyped, fonts: _Fonts) -> dict[str, Untyped]:
    """Return what one page shows."""
    width, height = page.get_size()
    text = page.get_textpage()
    letters = [row for at in range(text.count_chars()) for row in _letter(text.raw, at, fonts)]
    shapes: list[list[Untyped]] = []
    for shape in _shapes(_objects(page.raw), IDENTITY, 0):
        shapes.append(shape)
        if len(shapes) >= _MAX_SHAPES:
            break
    return {"width": width, "height": height, "letters": letters, "shapes": shapes}


def _letter(text: Untyped, at: int, fonts: _Fonts) -> Iterator[list[Untyped]]:
    """Yield the row of one printed letter; turned and generated ones give none."""
    from pypdfium2 import raw

    if raw.FPDFText_IsGenerated(text, at) == 1:
        return
    code = raw.FPDFText_GetUnicode(text, at)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, at, matrix)
    if abs(matrix.b) > _CLOSE * abs(matrix.a) or code in (10, 13):
        return
    number, colour = _look(text, at, fonts, slanted=abs(matrix.c) > _CLOSE * abs(matrix.d))
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, at, box)
    across, up = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, at, across, up)
    size = raw.FPDFText_GetFontSize(text, at) * abs(matrix.d)
    char = "-" if raw.FPDFText_IsHyphen(text, at) == 1 else chr(code)
    mapped = raw.FPDFText_HasUnicodeMapError(text, at) != 1
    places = [round(one, 2) for one in (box.left, box.right, up.value, size)]
    yield [char, *places, number, colour, mapped]


def _look(text: Untyped, at: int, fonts: _Fonts, *, slanted: bool) -> tuple[int, str]:
    """Return the number of the font of a letter and its colour."""
    from pypdfium2 import raw

    one = raw.FPDFText_GetTextObject(text, at)
    key = ctypes.cast(one, ctypes.c_void_p).value or 0
    if key not in fonts.of_object:
        row = _font(text, at, one, slanted=slanted)
        if row not in fonts.rows:
            fonts.rows.append(row)
        fonts.of_object[key] = (fonts.rows.index(row), _fill(one))
    return fonts.of_object[key]


def _font(text: Untyped, at: int, one: Untyped, *, slanted: bool) -> list[Untyped]:
    """Return name, boldness, slant and embedding of the font of a letter."""
    from pypdfium2 import raw

    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, name, 256, flags)
    family = name.value.decode("utf-8", "replace")
    plain = family.lower()
    outlined = raw.FPDFTextObj_GetTextRenderMode(one) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    heavy = raw.FPDFText_GetFontWeight(text, at) >= _BOLD_WEIGHT
    bold = "bold" in plain or heavy or outlined
    leaning = "italic" in plain or "oblique" in plain or slanted
    embedded = raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(one)) == 1
    return [family, bold, leaning or bool(flags.value & _ITALIC_FLAG), embedded]


def _fill(one: Untyped) -> str:
    """Return the colour that an object is filled with, as RRGGBB."""
    from pypdfium2 import raw

    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(one, *parts)
    return "".join(f"{part.value:02X}" for part in parts[:3])


def _objects(page: Untyped) -> Iterator[Untyped]:
    """Yield the objects of a page."""
    from pypdfium2 import raw

    return (raw.FPDFPage_GetObject(page, at) for at in range(raw.FPDFPage_CountObjects(page)))


def _shapes(objects: Iterator[Untyped], matrix: Matrix, depth: int) -> Iterator[list[Untyped]]:
    """Yield the boxes of all drawn paths and pictures; a frame gives its edges."""
    from pypdfium2 import raw

    for one in objects:
        kind = raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = raw.FPDFFormObj_CountObjects(one)
            inner = (raw.FPDFFormObj_GetObject(one, at) for at in range(count))
            yield from _shapes(inner, times(matrix_of(one), matrix), depth + 1)
        elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            edges = [ctypes.c_float() for _ in range(4)]
            raw.FPDFPageObj_GetBounds(one, *edges)
            box = tuple(edge.value for edge in edges)
            boxes = _frame(one) if kind == raw.FPDF_PAGEOBJ_PATH else []
            colour = _ink(one) if kind == raw.FPDF_PAGEOBJ_PATH else "picture"
            own = times(matrix_of(one), matrix)
            moved = [placed(ring, own) for ring in boxes] or [placed(box, matrix)]
            yield from ([*(round(edge, 2) for edge in ring), colour] for ring in moved)


def _ink(one: Untyped) -> str:
    """Return the colour of the surface of a path, "" for a mere line."""
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(one, fill, stroke)
    return _fill(one) if fill.value else ""


def _frame(one: Untyped) -> list[tuple[float, ...]]:
    """Return the drawn edges of a surface between two rectangles, nothing for other paths."""
    from pypdfium2 import raw

    if raw.FPDFPath_CountSegments(one) != 2 * _RING:
        return []
    segments = (raw.FPDFPath_GetPathSegment(one, at) for at in range(2 * _RING))
    if raw.FPDF_SEGMENT_BEZIERTO in map(raw.FPDFPathSegment_GetType, segments):
        return []
    points = list(corners(one))
    a, b = bounds(points[:_RING]), bounds(points[_RING:])
    left, low, right, high = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
    sides = [
        (left, min(a[1], b[1]), right, max(a[1], b[1]), abs(a[1] - b[1])),
        (left, min(a[3], b[3]), right, max(a[3], b[3]), abs(a[3] - b[3])),
        (min(a[0], b[0]), low, max(a[0], b[0]), high, abs(a[0] - b[0])),
        (min(a[2], b[2]), low, max(a[2], b[2]), high, abs(a[2] - b[2])),
    ]
    return [side[:4] for side in sides if side[4] > _CLOSE]


if __name__ == "__main__":
    main()
