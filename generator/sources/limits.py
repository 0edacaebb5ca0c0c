"""How much a reader takes in at most, and the error for what it cannot read.

The caps are far above any report of an administration and far below what would
fill the memory of a small machine.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from generator.errors import InputError, Location

MAX_FILE_BYTES = 64 * 1024 * 1024
_PIECE = 1024 * 1024
MAX_TEXT_CHARS = 16 * 1024 * 1024
MAX_CELLS = 1024 * 1024


def unreadable(
    file: str, problem: str, *, hint: str, expected: str = "", line: int = 0
) -> InputError:
    """Return the error for an input that cannot be read; ``hint`` is the mend."""
    return InputError(problem, location=Location(file, line), expected=expected, hint=hint)


def _bounded(stream: BinaryIO) -> bytes:
    """Return the content, more than allowed of a larger file, whatever stat says.

    It is read piece by piece: asked for all at once, the room for the most would be
    taken for the smallest file.
    """
    pieces: list[bytes] = []
    room = MAX_FILE_BYTES
    while room >= 0 and (piece := stream.read(min(_PIECE, room + 1))):
        pieces.append(piece)
        room -= len(piece)
    return b"".join(pieces)


def read_bytes(path: Path) -> bytes:
    """Return the content of a regular file of at most ``MAX_FILE_BYTES``.

    Raises InputError for a missing, unreadable, special or larger file.
    """
    file = path.as_posix()
    try:
        if not path.exists():
            raise unreadable(file, "there is no such file", hint="check the path")
        if not path.is_file():
            raise unreadable(file, "this is not a regular file", hint="give a document")
        with path.open("rb") as stream:
            data = _bounded(stream)
    except (OSError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or str(exc)
        raise unreadable(
            file, f"cannot read the file: {reason}", hint="check the path and the access rights"
        ) from exc
    if len(data) > MAX_FILE_BYTES:
        raise unreadable(
            file,
            f"the file is larger than {MAX_FILE_BYTES // 2**20} MiB",
            hint="split it, or take out pictures",
        )
    return data
