"""Finished files on the disk."""

from __future__ import annotations

from pathlib import Path

from generator.errors import InputError, Location
from generator.verify.lineage import Lineage
from generator.verify.reading import read_file


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
