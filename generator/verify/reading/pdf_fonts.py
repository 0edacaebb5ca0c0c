"""PDF: whether letters are drawn as what they are read as.

A reader takes a letter from the map of its font, a person from its outline. Both can be
forged: two glyphs of one letter in the map, or the outline of an "8" for a "3". The map
must be one to one; outlines are held against the same font where the machine has it.
"""

from __future__ import annotations

import ctypes
import os
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

# the library's objects have no types
Untyped = Any
Outline = tuple[int, ...]

_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_MAP = re.compile(rb"/ToUnicode\s+(\d+)\s+0\s+R")
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_PLAIN = re.compile(r"[^a-z]")
_SIZE = 1000.0
_POINTS = 12  # of an outline that are compared
# what is compared: digits, marks of numbers, letters of Vietnamese
_LETTERS = "0123456789%.,/-−abcdeghiklmnopqrstuvxyđABCDEGHIKLMNOPQRSTUVXYĐ"


def mismapped(data: bytes, plain: bytes) -> Iterator[str]:
    """Yield each font map of a PDF by which two glyphs read as one letter.

    ``plain`` are its objects without streams, packed ones unpacked.
    """
    for number in sorted({int(one) for one in _MAP.findall(plain)}):
        table = _stream(data, number)
        texts = [bytes.fromhex(text.decode()) for _, text in _PAIR.findall(table)]
        read = [text.decode("utf-16-be", "replace") for text in texts]
        twice = sorted({text for text in read if text.isalnum() and read.count(text) > 1})
        if not read or b"beginbfrange" in table:
            yield "a font without a plain map of its letters"
        elif twice:
            yield f"a font with two glyphs for “{'”, “'.join(twice)}”"


def _stream(data: bytes, number: int) -> bytes:
    """Return the stream of an object, b"" without one."""
    _, _, after = data.partition(b"\n%d 0 obj" % number)
    head, _, body = after.partition(b"stream")
    return _unpacked(head, body.partition(b"endstream")[0].lstrip(b"\r\n"))


def _unpacked(head: bytes, body: bytes) -> bytes:
    """Return a stream as it reads, b"" where it cannot be unpacked."""
    if b"/FlateDecode" not in head:
        return body
    try:
        return zlib.decompressobj().decompress(body)
    except zlib.error:
        return b""


def misdrawn(fonts: Iterable[Untyped]) -> Iterator[str]:
    """Yield each letter of embedded fonts whose outline is not that of the machine's font.

    A font that the machine does not have, or of which it has another version, tells nothing.
    """
    for font in fonts:
        name = _text(raw.FPDFFont_GetBaseFontName, font).rpartition("+")[2]
        if not raw.FPDFFont_GetIsEmbedded(font):
            yield f"the font {name}, which is not in the file"
            continue
        known = _reference(_key(name))
        own = _outlines(font)
        common = [letter for letter in own if letter in known]
        wrong = [letter for letter in common if own[letter] != known[letter]]
        if wrong and len(wrong) <= len(common) / 2:
            yield f"“{'”, “'.join(wrong)}” in outlines that are not those of {name}"


def _text(function: Callable[..., int], font: Untyped) -> str:
    """Return the text that a function of PDFium writes into a buffer."""
    size = function(font, None, 0)
    buffer = ctypes.create_string_buffer(size)
    function(font, buffer, size)
    return buffer.value.decode("utf-8", "replace")


def _key(name: str) -> str:
    """Return a name of a font by which it is found again: its letters, without "Regular"."""
    return _PLAIN.sub("", name.lower()).replace("regular", "")


@cache
def _reference(key: str) -> dict[str, Outline]:
    """Return the outlines of the machine's font of a name, none where it has no such font."""
    path = _files().get(key)
    data = path.read_bytes() if path else b""
    if not data:
        return {}
    file = pypdfium2.PdfDocument.new()
    buffer = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
    font = raw.FPDFText_LoadFont(file.raw, buffer, len(data), raw.FPDF_FONT_TRUETYPE, 1)
    found = _outlines(font) if font else {}
    if font:
        raw.FPDFFont_Close(font)
    file.close()
    return found


@cache
def _files() -> dict[str, Path]:
    """Return the font files of the machine by the names of their fonts."""
    return {
        _key(Path(name).stem): Path(folder) / name
        for top in _FOLDERS
        for folder, _, names in os.walk(Path(top).expanduser())
        for name in sorted(names)
        if name.endswith((".ttf", ".otf"))
    }


def _outlines(font: Untyped) -> dict[str, Outline]:
    """Return the outlines of a font by their letters, those that it has."""
    found = {letter: _outline(font, letter) for letter in _LETTERS}
    return {letter: outline for letter, outline in found.items() if outline}


def _outline(font: Untyped, letter: str) -> Outline:
    """Return how many segments an outline has, and some of its points."""
    path = raw.FPDFFont_GetGlyphPath(font, ord(letter), _SIZE)
    count = raw.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
    if count <= 0:
        return ()
    x, y = ctypes.c_float(), ctypes.c_float()
    told = [count]
    for at in range(0, count, max(1, count // _POINTS)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFGlyphPath_GetGlyphPathSegment(path, at), x, y)
        told += [round(x.value), round(y.value)]
    return tuple(told)
