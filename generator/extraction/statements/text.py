"""The text under work: as written and folded, with the paragraphs that are text.

In: NFC text. Out: ``Reading``; ``Span`` offsets are into that text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extraction.context import Paragraph, paragraphs
from generator.extraction.reading import folded
from generator.extraction.statements.rules import StatementRules

STYLE = "#*_ "  # what opens a heading of Markdown
_SHORT_LINE = 20  # words; a longer line is text even if it holds a word of the page


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, ``end`` not included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and its folded copy of the same length."""

    text: str
    folded: str

    def fold(self, start: int, end: int) -> str:
        """Return the folded form of a stretch."""
        return self.folded[start:end]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that is text of the source, or one of its headings."""

    paragraph: Paragraph
    heading: bool

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Return its sentences; a list mark is not part of the first."""
        return tuple(Span(one.start, one.end) for one in self.paragraph.sentences)


def read(text: str) -> Reading:
    """Return the reading of an NFC text."""
    return Reading(text, folded(text))


def blocks(reading: Reading, rules: StatementRules) -> tuple[Block, ...]:
    """Return the paragraphs in order without furniture, captions and footnotes."""
    found = paragraphs(reading.text + "\n")  # the last line ends like the others
    counts = Counter(_plain(reading, paragraph) for paragraph in found)
    return tuple(_blocks(reading, rules, found, counts))


def _blocks(
    reading: Reading,
    rules: StatementRules,
    found: tuple[Paragraph, ...],
    counts: Counter[str],
) -> Iterator[Block]:
    for paragraph in found:
        line = _plain(reading, paragraph)
        repeated = counts[line] > 1 and not paragraph.mark
        if paragraph.note or repeated or _is_furniture(line, rules):
            continue
        part = rules.heads.parts.at_start(line.lstrip(STYLE)) > 0
        yield Block(paragraph, _is_heading(reading.text, paragraph, part=part))


def _plain(reading: Reading, paragraph: Paragraph) -> str:
    """Return a paragraph folded, without its list mark and with single spaces."""
    return " ".join(reading.fold(paragraph.body, paragraph.end).split())


def _is_furniture(line: str, rules: StatementRules) -> bool:
    """Tell whether a line belongs to the page or to a picture."""
    if rules.furniture.captions.found_in(line):
        return True
    if len(line.split()) > _SHORT_LINE:
        return False
    if rules.furniture.short_captions.found_in(line):
        return True
    return not line.endswith((".", ";")) and rules.furniture.lines.found_in(line)


def _is_heading(text: str, paragraph: Paragraph, *, part: bool) -> bool:
    """Tell whether a paragraph is a heading; a marked list item is none.

    The dot behind the name of a ``part`` ends no sentence: "Phần thứ hai. Phương hướng".
    """
    listed = paragraph.mark[:1] in ("-", "–", "+", "•", "*")
    short = len(text[paragraph.body : paragraph.end].split()) <= _SHORT_LINE
    last = text[paragraph.end - 1]
    titled = paragraph.heading or (part and last not in ".;")
    return not listed and short and (titled or last == ":")
