"""Where the objects of a PDF page stand: boxes moved by the matrices of the forms around them.

In and out: boxes as left, bottom, right, top in points; matrices as the six numbers of
PDF 32000-1, 8.3.3.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

# the library's objects have no types
Untyped = Any
Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(one: Untyped) -> Matrix:
    """Return the matrix of a page object."""
    from pypdfium2 import raw

    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(one, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does ``first``, then ``second``."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    across = (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j)
    return (*across, e * g + f * i + k, e * h + f * j + m)


def moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    """Return where a matrix moves a point."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def corners(one: Untyped) -> Iterator[tuple[float, float]]:
    """Yield the points of a path object as it was written."""
    from pypdfium2 import raw

    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(raw.FPDFPath_CountSegments(one)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(one, at), x, y)
        yield x.value, y.value


def bounds(points: Sequence[tuple[float, float]]) -> Box:
    """Return the box around points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def placed(box: tuple[float, ...], matrix: Matrix) -> Box:
    """Return the box on the page around a box that a matrix moves."""
    left, low, right, high = box
    return bounds([moved((x, y), matrix) for x in (left, right) for y in (low, high)])
