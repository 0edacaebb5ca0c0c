"""The fonts of this machine that letters of a file are held against, found as a build finds them.

A build asks fontconfig for the font of a report; so does this, wherever the font lies.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from generator.verify.reading.glyphs import Shape, shape_of

# the library's objects have no types
Untyped = Any

_BOLD = 180  # fontconfig's weight from which a font is bold
_FORMAT = "%{weight}\t%{slant}\t%{file}\n"
_NO_LETTER = "\uffff"


class Style(NamedTuple):
    """A style of a family."""

    is_bold: bool
    is_slanted: bool


class Reference:
    """One font file of the machine."""

    def __init__(self, path: str) -> None:
        """Open a font file; one that is none has no letters."""
        data = _bytes_of(path)
        self._file: Untyped = pypdfium2.PdfDocument.new()
        self._buffer = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
        kind = raw.FPDF_FONT_TRUETYPE
        self._font = raw.FPDFText_LoadFont(self._file.raw, self._buffer, len(data), kind, 1)
        self._shapes: dict[str, Shape] = {}
        self._no_letter = shape_of(self._font, _NO_LETTER) if self._font else {}

    def shape(self, letter: str) -> Shape | None:
        """Return what the font draws for a letter, None where it has no such letter."""
        if letter not in self._shapes:
            self._shapes[letter] = shape_of(self._font, letter) if self._font else {}
        found = self._shapes[letter]
        return found if found and found != self._no_letter else None


def _bytes_of(path: str) -> bytes:
    """Return the bytes of a file, none where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


@cache
def references(family: str, style: Style) -> tuple[Reference, ...]:
    """Return the machine's fonts of a family in a style, none where it has no such font."""
    return tuple(Reference(path) for one, path in _files(family) if one == style)


@cache
def _files(family: str) -> tuple[tuple[Style, str], ...]:
    """Return the font files of a family with their styles, as fontconfig knows them."""
    program = shutil.which("fc-list")
    if program is None:
        return ()
    listed = subprocess.run(  # noqa: S603  a fixed command
        [program, "--format", _FORMAT, f":family={family}"],
        capture_output=True,
        text=True,
        check=False,
    )
    return tuple(_told(listed.stdout))


def _told(listed: str) -> Iterator[tuple[Style, str]]:
    """Yield style and file of each font that fontconfig lists."""
    for line in sorted(listed.splitlines()):
        weight, slant, path = line.split("\t", 2)
        # a font of all weights tells a range; none of a report is one
        if weight.isdigit() and slant.isdigit():
            yield Style(int(weight) >= _BOLD, int(slant) > 0), path
