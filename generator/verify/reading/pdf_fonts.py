"""PDF: whether letters are drawn as what they are read as.

A reader takes a letter from the map of its font, a person from its outline. Both can be
forged: two glyphs of one letter in the map, or the outline of a "6" for a "9". The map
must be one to one, the font that of the reports, and each of its letters must show what
the font of that family and style on this machine shows.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from pypdfium2 import raw

from generator.verify.reading.font_files import Reference, Style, references
from generator.verify.reading.glyphs import Shape, is_alike, shape_of

# the library's objects have no types
Untyped = Any

_MAP = re.compile(rb"/ToUnicode\s+(\d+)\s+0\s+R")
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_PLAIN = re.compile(r"[^a-z]")
# the family of all reports; nothing else may draw their letters
_FAMILY = "Liberation Serif"
_STYLES = {
    "": Style(is_bold=False, is_slanted=False),
    "regular": Style(is_bold=False, is_slanted=False),
    "bold": Style(is_bold=True, is_slanted=False),
    "italic": Style(is_bold=False, is_slanted=True),
    "bolditalic": Style(is_bold=True, is_slanted=True),
}
_NO_LETTER = "\uffff"
_CONTROL = "Cc"  # a reader leaves such signs out
_UNDRAWN = ("Z", "C")  # blanks and signs of control, by the category of Unicode


class Face(NamedTuple):
    """A font of a file and the letters that are drawn with it."""

    font: Untyped
    letters: set[str]


def mismapped(data: bytes, plain: bytes) -> Iterator[str]:
    """Yield each font map of a PDF by which glyphs do not read as one letter each.

    ``plain`` are its objects without streams, packed ones unpacked.
    """
    for number in sorted({int(one) for one in _MAP.findall(plain)}):
        table = _stream(data, number)
        texts = [bytes.fromhex(text.decode()) for _, text in _PAIR.findall(table)]
        read = [text.decode("utf-16-be", "replace") for text in texts]
        twice = sorted({text for text in read if read.count(text) > 1})
        several = sorted({text for text in read if len(text) > 1})
        if not read or b"beginbfrange" in table:
            yield "a font without a plain map of its letters"
        elif twice:
            yield f"a font with two glyphs for “{'”, “'.join(twice)}”"
        elif several:
            yield f"a font with one glyph for “{'”, “'.join(several)}”"
        elif any(unicodedata.category(one) == _CONTROL for one in read if one):
            yield "a font with a glyph that reads as no letter"


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


def misdrawn(faces: Iterable[Face]) -> Iterator[str]:
    """Yield each font that no report has, and the letters that are drawn as others."""
    for face in faces:
        name = _name(face)
        style = _style(name)
        if not raw.FPDFFont_GetIsEmbedded(face.font):
            yield f"the font {name}, which is not in the file"
        elif style is None:
            yield f"letters of the font {name}; the font of a report is {_FAMILY}"
        elif shape_of(face.font, _NO_LETTER):
            yield f"what {name} draws for a sign that reads as no letter"
        elif wrong := _wrong(face, references(_FAMILY, style)):
            yield f"“{'”, “'.join(wrong)}” in outlines that are not those of {name}"


def unheld(faces: Iterable[Face]) -> Iterator[str]:
    """Yield the letters of the report's font for which this machine has no font to compare."""
    for face in faces:
        name = _name(face)
        style = _style(name)
        known = references(_FAMILY, style) if style else ()
        letters = sorted(one for one in face.letters if not _is_undrawn(one))
        if style and letters and not known:
            yield f"the letters of {name}: this machine has no such font"
        elif missing := [one for one in letters if style and not _shapes(one, known)]:
            yield f"“{'”, “'.join(missing)}” of {name}: the font of this machine has no such letter"


def _wrong(face: Face, known: Sequence[Reference]) -> list[str]:
    """Return the letters of a font that show something else than in each font of the machine."""
    found = []
    for letter in sorted(face.letters):
        own, right = shape_of(face.font, letter), _shapes(letter, known)
        # nothing is right for a blank, and for a hyphen that only a break of the line shows
        is_right = _is_undrawn(letter) and not own
        is_held = bool(right) or _is_undrawn(letter)
        if is_held and not is_right and not any(is_alike(own, one) for one in right):
            found.append(letter)
    return found


def _shapes(letter: str, known: Sequence[Reference]) -> list[Shape]:
    """Return what the machine's fonts show for a letter, of those that have it."""
    return [shape for one in known if (shape := one.shape(letter)) is not None]


def _is_undrawn(letter: str) -> bool:
    """Tell whether a letter is a blank or a sign of control, for which nothing is drawn."""
    return unicodedata.category(letter).startswith(_UNDRAWN)


def _name(face: Face) -> str:
    """Return the name of a font as the file has it, without the mark of a part of it."""
    return _text(raw.FPDFFont_GetBaseFontName, face.font).rpartition("+")[2]


def _style(name: str) -> Style | None:
    """Return the style of a font by its name, None for one of another family."""
    plain, family = (_PLAIN.sub("", one.lower()) for one in (name, _FAMILY))
    return _STYLES.get(plain.removeprefix(family)) if plain.startswith(family) else None


def _text(function: Callable[..., int], font: Untyped) -> str:
    """Return the text that a function of PDFium writes into a buffer."""
    size = function(font, None, 0)
    buffer = ctypes.create_string_buffer(size)
    function(font, buffer, size)
    return buffer.value.decode("utf-8", "replace")
