"""Bytes to text: Unicode forms, else the encodings of older Vietnamese files.

What is none of them is refused: text in a wrong encoding would give wrong places
and lost figures without a sign of it.
"""

from __future__ import annotations

import codecs
import re

from generator.errors import InputError
from generator.sources.legacy import decode_legacy, is_broken, mended
from generator.sources.limits import unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF", ".pdf"),
    (b"PK\x03\x04", "a zip package such as .docx or .xlsx", ".docx or .xlsx"),
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Office document", ".docx or .xlsx"),
    (b"{\\rtf", "RTF", ".docx"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_SAMPLE = 65536


def decode(data: bytes, file: str, *, charset: str | None = None) -> str:
    """Return the text of a file, TCVN3 and VNI turned into Unicode.

    ``charset`` is the encoding that the file itself declares. Raises InputError
    where the bytes are no text or in an unknown encoding.
    """
    for magic, what, suffix in _KINDS:
        if data.startswith(magic):
            hint = f"give it the suffix {suffix}, or save it as text"
            raise unreadable(file, f"the content is {what}, not text", hint=hint)
    text = _decoded(data, charset)
    if text is None:
        raise _unknown_encoding(data, file)
    if len(_CONTROL.findall(text)) * 1000 > len(text):
        raise unreadable(
            file, "the content is not text", hint="give the document itself, not its data"
        )
    return checked(mended(text), file)


def checked(text: str, file: str) -> str:
    """Return the text. Raises InputError where its letters are surely wrong ones."""
    if is_broken(text):
        raise unreadable(
            file,
            "the letters of this text are no Vietnamese: it was saved in another encoding",
            hint="open it in the program that made it and save it as UTF-8",
        )
    return text


def _decoded(data: bytes, charset: str | None) -> str | None:
    """Return the text in the first encoding that fits all bytes."""
    named = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    if named is not None:
        return _try(data, named)
    sixteen = _utf16_order(data)
    if sixteen is not None:
        return _try(data, sixteen)
    text = _try(data, "utf-8")
    if text is None and charset is not None and charset.lower().startswith("utf-16"):
        text = _try(data, charset)
    return text if text is not None else decode_legacy(data)


def _try(data: bytes, codec: str) -> str | None:
    """Decode strictly, None where it does not fit."""
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf16_order(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark: zeros at every other byte."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if len(data) % 2 or half < 8:
        return None
    # a combining grave has a zero byte too, on the other side
    if odd > half * 3 // 10 and even * 3 < odd:
        return "utf-16-le"
    if even > half * 3 // 10 and odd * 3 < even:
        return "utf-16-be"
    return None


def _unknown_encoding(data: bytes, file: str) -> InputError:
    """Return the error that names the first line that is not UTF-8."""
    try:
        data.decode("utf-8")
        line = 0
    except UnicodeDecodeError as exc:
        line = data[: exc.start].count(b"\n") + 1
    return unreadable(
        file,
        "the encoding of this text is not known",
        line=line,
        expected="UTF-8, UTF-16, windows-1258, TCVN3, VNI or VISCII",
        hint="save it as UTF-8",
    )
