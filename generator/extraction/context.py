"""The frame of a text: paragraphs, sentences, footnotes, headings, with offsets.

In: NFC text. Out: frozen spans. A paragraph is a line, or several where a line was
broken inside a sentence. ``text[span.start:span.end]`` is always the thing itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MAX_SENTENCE = 1500  # longer runs are cut at a blank, so that work stays linear

_ABBREVIATION = re.compile(
    r"(?:tp|tt|tx|st|ths|ts|gs|pgs|ks|bs|cn|tr|kt|tm|tl|tuq|vd|mr|ms|dr|no|vs|th|[a-zđ])",
    re.IGNORECASE,
)
_TAB_CELL = re.compile(r"\S\t[-+]?\d")  # a figure in a cell behind a tab
_MARKS = "-–—+•*●▪"
_HEADING = 200  # characters of the longest heading
_TITLE = 350  # the same of the title of a report
_QUARTER = re.compile(r"[Qq]uý [IV]{1,3}$")
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"”’»)\]]*(?:\[\d{1,3}\])*(?=\s+[^\s])")
_LIST_MARK = re.compile(
    r"\s*(?:[-–—+•*●▪·]|\(?\d{1,2}(?:\.\d{1,2})*[.)](?=\s)|\(\d{1,2}\)"
    r"|[a-zđ]\)|[IVX]{1,5}[.)-](?=\s))\s*"
)
_STYLED = re.compile(r"(?:#{1,6}[ \t]{1,8})?(?:\*\*|__)?(?=[\dIVXa-zđ(])")
_IN_ROW = re.compile(r"(?P<lead>[:,;(]|\bvà) ?(?P<count>\d{1,2})$")
_MARK_REACH = 6  # characters of such a number and of what stands before it
_ROW_REACH = 160  # characters between two numbers of a row
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*(?=[.)])")
_NOTE_MARK = re.compile(r"\[(\d{1,3})\]|\((\d{1,2})\)(?=\s*$)")
_NOTE_START = re.compile(r"\s{0,8}\[(\d{1,3})\]\s*")


_DATE = 40  # characters of a line that is but a date


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; ``paragraph`` is the index of its paragraph."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and its sentences.

    ``body`` is where its text begins after a list or footnote mark; ``mark`` is
    that mark, "" if none; ``note`` is the footnote's label where the paragraph is
    one; ``heading`` tells that it has no end of sentence and is short.
    """

    start: int
    end: int
    body: int
    mark: str
    note: str
    heading: bool
    sentences: tuple[Sentence, ...]


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text, empty lines left out."""
    return tuple(
        _paragraph(text, start, end, index) for index, (start, end) in enumerate(_blocks(text))
    )


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return all sentences of a text in order."""
    return tuple(sentence for paragraph in paragraphs(text) for sentence in paragraph.sentences)


def note_marks(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield offset and label of the footnote marks "[3]" within a span."""
    for match in _NOTE_START.finditer(text, start, end):
        yield match.start(), match.group(1)


def notes(found: tuple[Paragraph, ...], text: str) -> dict[int, Sentence]:
    """Tie footnotes to the sentences that bear their mark.

    Returns the marked sentence for the index of each footnote paragraph. A label
    that the text uses twice before the note counts where it stands first.
    """
    marked: dict[str, Sentence] = {}
    tied: dict[int, Sentence] = {}
    for index, paragraph in enumerate(found):
        if paragraph.note and paragraph.note in marked:
            tied[index] = marked[paragraph.note]
            continue
        for sentence in paragraph.sentences:
            for _, label in note_marks(text, sentence.start, sentence.end):
                marked.setdefault(label, sentence)
    return tied


def depth_of(mark: str) -> int:
    """Return how deep a numbered part of a text stands: "II." 1, "2." 2, "2.1." 3, else 0."""
    if mark[:1] in ("I", "V", "X"):
        return 1
    number = _NUMBER.match(mark)
    return number.group().count(".") + 2 if number else 0


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of paragraphs; a line broken inside a sentence is joined."""
    start = end = -1
    position, row = 0, False
    for line in text.split("\n"):
        first, last = _trimmed(text, position, position + len(line))
        position += len(line) + 1
        below, row = row, _is_row(line)
        if first == last:
            if start >= 0:
                yield start, end
            start = -1
        elif start >= 0 and not (row or below) and _continues(text, end, first):
            end = last
        else:
            if start >= 0:
                yield start, end
            start, end = first, last
    if start >= 0:
        yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_row(line: str) -> bool:
    """Tell whether a line is a row of a table, which goes on with nothing."""
    return " | " in line or line.startswith("|") or _TAB_CELL.search(line) is not None


def _continues(text: str, end: int, first: int) -> bool:
    """Tell whether the line at ``first`` goes on with the sentence before it."""
    item = text.startswith(")", first + 1)
    return text[first].islower() and text[end - 1] not in ".:;!?…" and not item


def _paragraph(text: str, start: int, end: int, index: int) -> Paragraph:
    note = _NOTE_START.match(text, start, end)
    styled = _STYLED.match(text, start, end)  # "## II. Phương hướng", "**II. Phương hướng**"
    first = styled.end() if styled else start
    mark = note or _LIST_MARK.match(text, first, end)
    body = mark.end() if mark and mark.end() < end else start
    spans = [span for stretch in _stretches(text, body, end) for span in _cut(text, *stretch)]
    return Paragraph(
        start=start,
        end=end,
        body=body,
        mark=text[first:body].strip(),
        note=note.group(1) if note and body > start else "",
        heading=_is_heading(text, start, end) and len(spans) <= 1,
        sentences=tuple(Sentence(first, last, index) for first, last in spans),
    )


def _is_heading(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph is short and ends no sentence.

    The headline of a text may ask or quote: "Phường An Phú làm gì để hết hồ sơ trễ hạn?".
    """
    if end - start > (_TITLE if start == 0 else _HEADING):
        return False
    last = text[end - 1]
    first = start == 0 and end < len(text) and last in '!?…”"' and text[end - 2] != "."
    first = first and text[0] not in _MARKS
    return first or last not in '.;!?…,”"'


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a paragraph, end marks included."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        if not _ends_sentence(text, match.start(), match.end(), end):
            continue
        yield _trimmed(text, begin, match.end())
        begin = match.end()
    first, last = _trimmed(text, begin, end)
    if first < last:
        yield first, last


def _ends_sentence(text: str, stop: int, after: int, end: int) -> bool:
    """Tell whether the mark at ``stop`` ends a sentence: what follows, what precedes."""
    follow = after
    while follow < end and text[follow].isspace():
        follow += 1
    if follow >= end:
        return False
    begins = text[follow].isupper() or text[follow].isdigit() or text[follow] in '"“‘«([-–+•'
    if not begins or text[stop] != ".":
        return begins
    return not (_is_abbreviation(text, stop) or _counts_on(text, stop))


def _counts_on(text: str, stop: int) -> bool:
    """Tell whether the dot at ``stop`` is that of a number in a row: "gồm: 1. Huế, 2. Hà Nội"."""
    number = _IN_ROW.search(text, max(0, stop - _MARK_REACH), stop)
    if number is None:
        return False
    if number["count"] == "1":
        return number["lead"] in ":("
    last = f" {int(number['count']) - 1}. "
    return last in text[max(0, stop - _ROW_REACH) : stop]


def _is_abbreviation(text: str, stop: int) -> bool:
    """Tell whether the word before a dot is an abbreviation or an initial."""
    begin = stop
    while begin > 0 and text[begin - 1].isalpha() and stop - begin < 6:
        begin -= 1
    word = text[begin:stop]
    if _QUARTER.search(text, max(0, begin - 5), stop):
        return False  # "quý I." ends a sentence
    return bool(word) and text[begin].isupper() and bool(_ABBREVIATION.fullmatch(word))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an overlong stretch at blanks."""
    while end - start > MAX_SENTENCE:
        cut = max(
            text.rfind(" ", start, start + MAX_SENTENCE),
            text.rfind("\n", start, start + MAX_SENTENCE),
        )
        if cut <= start:
            cut = start + MAX_SENTENCE
        yield _trimmed(text, start, cut)
        start = _trimmed(text, cut, end)[0]
    if start < end:
        yield start, end


def lead_of(text: str, found: Sequence[Paragraph]) -> str:
    """Return the first paragraph of a text that is no heading and no line of a date."""
    spans = ((one.start, one.end) for one in found[1:] if not one.heading)
    return next((text[start:end] for start, end in spans if end - start > _DATE), "")
