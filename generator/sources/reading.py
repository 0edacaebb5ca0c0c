"""Which reader reads a file: chosen by its name, checked against its first bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.errors import InputError
from generator.model.source_text import SourceInfo, SourceText
from generator.sources.limits import read_bytes, unreadable
from generator.sources.manifest import NAME, load_manifest

Reader = Callable[[bytes, SourceInfo, str], SourceText]


def _plain(data: bytes, info: SourceInfo, file: str) -> SourceText:
    from generator.sources.plain import read_plain

    return read_plain(data, info, file)


def _web(data: bytes, info: SourceInfo, file: str) -> SourceText:
    from generator.sources.web import read_web

    return read_web(data, info, file)


def _word(data: bytes, info: SourceInfo, file: str) -> SourceText:
    from generator.sources.word import read_word

    return read_word(data, info, file)


def _pdf(data: bytes, info: SourceInfo, file: str) -> SourceText:
    from generator.sources.pdf import read_pdf

    return read_pdf(data, info, file)


def _table(data: bytes, info: SourceInfo, file: str) -> SourceText:
    from generator.sources.tables import table_of

    return table_of(data, info, file)


# each reader is loaded only when a file needs it
READERS: dict[str, Reader] = {
    ".txt": _plain,
    ".md": _plain,
    ".html": _web,
    ".htm": _web,
    ".docx": _word,
    ".pdf": _pdf,
    ".xlsx": _table,
    ".csv": _table,
    ".jsonl": _table,
}


# how to mend what is not read: the format that keeps all figures of such a file
_MENDS = {
    **dict.fromkeys((".doc", ".rtf", ".odt", ".dot", ".wps"), "open it and save it as .docx"),
    **dict.fromkeys((".xls", ".xlsb", ".ods", ".xlsm"), "open it and save it as .xlsx"),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), "open it and save it as .pdf"),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"),
        "it is a picture: run text recognition (OCR) and save it as .pdf or .docx",
    ),
}


def read_source(path: Path, *, info: SourceInfo | None = None) -> SourceText:
    """Read one document.

    ``info`` describes it; without it a ``manifest.yaml`` beside the file does, else
    its id is the name without suffix. Raises InputError, for whatever is in the
    file, in one line with a way to mend it.
    """
    file = path.as_posix()
    data = read_bytes(path)
    described = info or beside(path) or SourceInfo(path.stem)
    if not described.path:
        described = replace(described, path=file)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise unknown_format(path)
    return reader(data, described, file)


def beside(path: Path) -> SourceInfo | None:
    """Return what a manifest beside a file says of it. Raises InputError."""
    manifest = path.parent / NAME
    if not manifest.is_file():
        return None
    entries = load_manifest(manifest).entries
    return next((entry for entry in entries if Path(entry.path) == path), None)


def unknown_format(path: Path) -> InputError:
    """Return the error for a file that no reader reads."""
    suffix = path.suffix.lower()
    what = f"documents of the kind {suffix!r} are not read" if suffix else "the name has no suffix"
    return unreadable(
        path.as_posix(),
        what,
        expected="one of " + " ".join(READERS),
        hint=_MENDS.get(suffix, "save it in one of these formats"),
    )
