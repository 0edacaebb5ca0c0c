"""Finished files on the disk."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from generator.errors import InputError, Location
from generator.verify.lineage import Lineage
from generator.verify.reading import read_file

_ABOUT = "docProps/app.xml"
_PROGRAM = re.compile(r"<Application>([^<$/]{1,80})")


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file. Raises InputError."""
    try:
        return path.read_bytes()
    except OSError as exc:
        reason = exc.strerror or str(exc)
        raise InputError(f"cannot read the file: {reason}", location=Location(str(path))) from exc


def load_lineage(path: Path) -> Lineage:
    """Return the lineage that a finished file carries.

    Raises UsageError for a file that is no report, InputError for one that cannot be
    read or carries none.
    """
    return Lineage.parse(read_file(read_bytes(path), str(path)).lineage, str(path))


def saved_by(path: Path) -> str:
    """Return the program that saved a DOCX again, "" for a file as it was built.

    A build names no program; Word and LibreOffice write their own names.
    """
    if path.suffix.lower() != ".docx":
        return ""
    with zipfile.ZipFile(path) as file:
        told = file.read(_ABOUT) if _ABOUT in file.namelist() else b""
    found = _PROGRAM.search(told.decode("utf-8", "replace"))
    return found[1].strip() if found else ""
