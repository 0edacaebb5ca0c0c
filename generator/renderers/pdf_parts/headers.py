"""Which header cells a data cell belongs to (ISO 14289-1, 7.5).

WeasyPrint 70 loses count of the columns where a header cell covers several rows;
here the grid of each table is laid out anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.renderers.pdf_parts.objects import (
    PdfFile,
    PdfObject,
    descendants,
    kids,
    structure_elements,
)

# a cell and the columns it covers
Placed = tuple[PdfObject, range]


def name_headers(pdf: PdfFile) -> None:
    """Give each header cell its scope and each data cell the list of its headers."""
    for element in structure_elements(pdf):
        if element["S"] == "/Table":
            _name_headers(pdf, element)


def _name_headers(pdf: PdfFile, table: PdfObject) -> None:
    """Do so in one table."""
    columns: dict[int, list[str]] = {}
    for cell, covered in _grid(pdf, table):
        if cell["S"] == "/TH":
            name = f"(th{cell.number})"
            cell["ID"] = name
            cell["A"]["Scope"] = "/Column"
            for column in covered:
                columns.setdefault(column, []).append(name)
            continue
        names = dict.fromkeys(name for column in covered for name in columns.get(column, ()))
        cell["A"]["Headers"] = f"[{' '.join(names)}]"


def _grid(pdf: PdfFile, table: PdfObject) -> Iterator[Placed]:
    """Yield the cells of a table with their places, row by row."""
    taken: set[tuple[int, int]] = set()
    rows = [one for one in descendants(pdf, table) if one["S"] == "/TR"]
    for row, element in enumerate(rows):
        column = 0
        for cell in kids(pdf, element):
            while (row, column) in taken:
                column += 1
            covered = range(column, column + cell["A"].get("ColSpan", 1))
            below = range(row, row + cell["A"].get("RowSpan", 1))
            taken |= {(down, across) for down in below for across in covered}
            yield cell, covered
