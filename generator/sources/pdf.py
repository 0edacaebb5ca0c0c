"""PDF: the text layer, read by a bounded child process and joined to paragraphs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from generator.errors import InputError
from generator.model.source_text import SourceInfo, SourceText
from generator.sources.limits import unreadable
from generator.sources.passages import joined, mended_passages
from generator.sources.pdf_layout import Page, PdfLine, paragraphs

SECONDS = 120
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
    answer = _ask_child(data, file)
    if "pages" not in answer:
        problem, hint = _ERRORS.get(str(answer.get("error")), _ERRORS["broken"])
        raise unreadable(file, problem, hint=hint)
    pages = answer["pages"]
    _refuse_pictures(pages, file)
    found = paragraphs([Page(tuple(PdfLine(*line) for line in page["lines"])) for page in pages])
    return joined(mended_passages(found, file), info, file)


def _ask_child(data: bytes, file: str) -> dict[str, Any]:
    """Return the answer of the child. Raises InputError where it has none."""
    root = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-m", "generator.sources.pdf_child"],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": paths},
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except subprocess.TimeoutExpired as exc:
        hint = "print it anew to PDF, or save it as .docx"
        raise unreadable(file, "this PDF takes far too long to read", hint=hint) from exc
    except (OSError, ValueError) as exc:
        raise _crashed(file) from exc
    if not isinstance(answer, dict):
        raise _crashed(file)
    return answer


def _crashed(file: str) -> InputError:
    """Return the error for a PDF at which the reader ended."""
    return unreadable(
        file,
        "this PDF breaks the reader, or needs too much memory",
        hint="print it anew to PDF, or save it as .docx",
    )


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
