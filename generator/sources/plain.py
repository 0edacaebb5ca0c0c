"""Plain text and Markdown: the text of the file, letter for letter, in NFC.

Line ends stay as they are: the public offsets of a fact count in the NFC form of
the file's text.
"""

from __future__ import annotations

import re

from generator.model.source_text import Segment, SourceInfo, SourceText
from generator.sources.encoding import decode
from generator.sources.limits import MAX_TEXT_CHARS
from generator.sources.passages import clean, empty, too_long

_LINE = re.compile(r"[^\r\n]+")
_WRAP_WIDTH = 120  # a file with longer lines is not wrapped: each line is a paragraph


def read_plain(data: bytes, info: SourceInfo, file: str) -> SourceText:
    """Return the text of a file with a segment "đoạn n" for each paragraph.

    Raises InputError for an unknown encoding, binary data or an empty file.
    """
    text = clean(decode(data, file))
    if not text.strip():
        raise empty(file)
    if len(text) > MAX_TEXT_CHARS:
        raise too_long(file)
    return SourceText(info, text, _segments(text))


def _segments(text: str) -> tuple[Segment, ...]:
    """Return the paragraphs: lines, or runs of lines where the text is wrapped."""
    lines = [match for match in _LINE.finditer(text) if match.group().strip()]
    wrapped = max(len(line.group()) for line in lines) <= _WRAP_WIDTH
    starts: list[int] = []
    for before, line in zip([None, *lines], lines, strict=False):
        goes_on = wrapped and before is not None and _adjacent(text, before.end(), line.start())
        if not goes_on:
            starts.append(line.start())
    if len(starts) == 1:  # no empty line at all: count lines
        starts = [line.start() for line in lines]
    return tuple(Segment(start, f"đoạn {n}") for n, start in enumerate(starts, start=1))


def _adjacent(text: str, end: int, start: int) -> bool:
    """Tell whether there is one line end only between two offsets."""
    return text[end:start] in ("\n", "\r\n", "\r")
