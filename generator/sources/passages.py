"""Pieces of a document in reading order, joined to one text with its segments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.source_text import Segment, SourceInfo, SourceText
from generator.sources.encoding import checked
from generator.sources.legacy import mended
from generator.sources.limits import MAX_TEXT_CHARS, unreadable
from generator.vi.text import nfc

BREAK = "\n\n"

# characters that XML 1.0 cannot hold, or that only steer a terminal or a printer
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a table row or another piece, and how a person finds it."""

    text: str
    label: str


def clean(text: str) -> str:
    """Return the text in NFC with a space for each character that cannot be printed.

    The lengths stay those of the NFC text, so offsets do too.
    """
    return _UNPRINTABLE.sub(" ", nfc(text))


def joined(passages: Iterable[Passage], info: SourceInfo, file: str) -> SourceText:
    """Return the text of all passages that have any, parted by an empty line.

    Raises InputError where nothing is left or the text is too long.
    """
    parts: list[str] = []
    segments: list[Segment] = []
    offset = 0
    for passage in passages:
        text = clean(passage.text).strip()
        if not text:
            continue
        segments.append(Segment(offset, passage.label))
        parts.append(text)
        offset += len(text) + len(BREAK)
        if offset > MAX_TEXT_CHARS:
            raise too_long(file)
    if not parts:
        raise empty(file)
    return SourceText(info, BREAK.join(parts), tuple(segments))


def mended_passages(passages: Sequence[Passage], file: str) -> tuple[Passage, ...]:
    """Turn letters of old fonts into real ones, weighing the whole document.

    Raises InputError where the letters are wrong ones in no known way.
    """
    if not passages:
        return ()
    lines = "\n".join(one.text.replace("\n", "\r") for one in passages)
    texts = checked(mended(lines), file).split("\n")
    return tuple(
        Passage(text.replace("\r", "\n"), one.label)
        for one, text in zip(passages, texts, strict=True)
    )


def too_long(file: str) -> Exception:
    """Return the error for a text above ``MAX_TEXT_CHARS``."""
    return unreadable(
        file,
        f"the text is longer than {MAX_TEXT_CHARS // 2**20} million characters",
        hint="split the document",
    )


def empty(file: str) -> Exception:
    """Return the error for a document without any text."""
    return unreadable(file, "there is no text in this document", hint="give one that has text")
