"""PDF: the text layer, read by a bounded child process and joined to paragraphs."""

from __future__ import annotations

from typing import Any

from generator.model.source_text import SourceInfo, SourceText
from generator.sources.bounded import ask
from generator.sources.limits import unreadable
from generator.sources.passages import joined, mended_passages
from generator.sources.pdf_layout import Page, PdfLine, paragraphs

_CHILD = "generator.sources.pdf_child"
_MAX_PRINTED = 8  # page numbers that one message names

_OCR = "run OCR on it first, for instance 'ocrmypdf --skip-text -l vie IN.pdf OUT.pdf'"
# what the child answers: what is wrong, how to mend it
_ERRORS = {
    "password": ("this PDF is locked with a password", "save a copy without the password"),
    "broken": ("this PDF is damaged or cut off", "get the file again"),
    "pages": ("this PDF has too many pages", "give the pages that matter"),
    "long": ("this PDF has too much text", "give the pages that matter"),
    "letters": ("the fonts of this PDF do not tell which letters they print", _OCR),
}


def read_pdf(data: bytes, info: SourceInfo, file: str) -> SourceText:
    """Return the text of a PDF with segments "trang n".

    Heads, feet and page numbers are left out. Raises InputError for a locked,
    damaged or oversized PDF and for one whose pages are pictures.
    """
    if b"%PDF-" not in data[:1024]:
        raise unreadable(file, "this is no PDF", hint="get the file again")
    pages = ask(_CHILD, data, file, _ERRORS)["pages"]
    _refuse_pictures(pages, file)
    found = paragraphs([Page(tuple(PdfLine(*line) for line in page["lines"])) for page in pages])
    return joined(mended_passages(found, file), info, file)


def _refuse_pictures(pages: list[dict[str, Any]], file: str) -> None:
    """Refuse a PDF with scanned pages: their figures would be lost unseen."""
    scanned = [number for number, page in enumerate(pages, start=1) if page["picture"]]
    if not scanned:
        return
    if len(scanned) == len(pages):
        raise unreadable(file, "this PDF is a scan: pictures without a text layer", hint=_OCR)
    names = ", ".join(map(str, scanned[:_MAX_PRINTED]))
    more = ", …" if len(scanned) > _MAX_PRINTED else ""
    raise unreadable(file, f"pages without a text layer (scans): {names}{more}", hint=_OCR)
