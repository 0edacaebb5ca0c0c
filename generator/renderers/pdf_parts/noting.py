"""Notes at the foot of a page, tagged as notes (ISO 14289-1, 7.9).

WeasyPrint 70 tags the area of the notes of a page as an unnamed child of the document, and
each note in it as a span that begins with its mark.
"""

from __future__ import annotations

from generator.renderers.pdf_parts.objects import PdfFile, PdfObject, kids, referred


def name_notes(pdf: PdfFile) -> None:
    """Make notes of the spans in the areas of notes, each with a name of its own."""
    root = referred(pdf, pdf.catalog["StructTreeRoot"])
    for document in kids(pdf, root):
        for area in kids(pdf, document):
            if area["S"] == "/NonStruct":
                for note in kids(pdf, area):
                    _name(pdf, note)


def _name(pdf: PdfFile, note: PdfObject) -> None:
    """Tag one note and its mark."""
    if note["S"] != "/Span":
        return
    note["S"] = "/Note"
    note["ID"] = f"(note{note.number})"
    mark = next(iter(kids(pdf, note)), None)
    if mark is not None and mark["S"] == "/NonStruct":
        mark["S"] = "/Lbl"
