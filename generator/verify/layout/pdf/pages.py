"""The pages of a PDF in parts: head and signature zones, page number, text, drawings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.verify.layout.pdf.lines import CELL_GAP, Letter, Line, parted, rows_of, whole
from generator.verify.layout.pdf.surfaces import Shape, in_drawing, on_surface
from generator.verify.layout.words import (
    COUNTRY,
    folded,
    is_country,
    is_date,
    is_motto,
    is_number,
    is_recipients_word,
)

_BAND = 25 * 72 / 25.4  # points: the height of the widest upper and lower margin
_NUMBER = re.compile(r"[-–\s]*(\d{1,4}|[ivxlcIVXLC]{1,7})[-–\s]*")
_SMALL = 11.6  # points: notes, sources and labels are no larger, body text is
_NOTE = 10.8
_LEADER = re.compile(r"\.{5}|…{3}|(?:\. ){5}")
_FIRST_HALF = 0.4
_CONTENTS = "muc luc"
_HEAD_ROWS = 30
_TOP_ROWS = 6
_WORD = 14  # letters: the word above the recipients stands alone
_CLOSE_GAP = 0.45  # sizes: wider than a space, narrower than what parts two columns
_OPEN_NUMBER = re.compile(r"[Ss][ốỐ]\s{0,5}:?[\s…._]{0,60}")
_SYMBOL = re.compile(r"[\d…._]*\s*/")
_WIDE = 60.0
_SURE = 3


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size, its zones and lines from top to bottom.

    ``head`` and ``signature`` are the lines of the two-column blocks, ``lines`` the
    others; ``aside`` are those of tables, drawings, notes and contents.
    """

    number: int
    width: float
    height: float
    shapes: tuple[Shape, ...]
    head: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    aside: frozenset[int] = frozenset()
    contents: frozenset[int] = frozenset()
    counted: Line | None = None
    band: str = ""
    unmapped: int = 0

    @property
    def landscape(self) -> bool:
        """Tell whether the page is wider than high."""
        return self.width > self.height

    def all_lines(self) -> tuple[Line, ...]:
        """Return all lines but the page number."""
        return (*self.head, *self.lines, *self.signature)


@dataclass(slots=True)
class _Rows:
    """The rows of a page by what they are."""

    head: list[list[Letter]] = field(default_factory=list)
    text: list[list[Letter]] = field(default_factory=list)
    signature: list[list[Letter]] = field(default_factory=list)


def page_of(
    number: int, size: tuple[float, float], letters: Sequence[Letter], shapes: Sequence[Shape]
) -> Page:
    """Return one page in parts; letters on coloured surfaces count as black ones."""
    width, height = size
    shown = [_plain(letter, shapes) for letter in letters]
    rows = rows_of(shown)
    counted, band, rows = _numbered(rows, height)
    zones = _zones(rows, number, width)
    text = [line for row in zones.text for line in whole(row)]
    page = Page(
        number,
        width,
        height,
        tuple(shapes),
        tuple(line for row in zones.head for line in _head_row(row)),
        tuple(line for row in zones.signature for line in parted(row, CELL_GAP)),
        tuple(text),
        counted=counted,
        band=band,
        unmapped=sum(not letter.mapped for letter in letters),
    )
    return replace(page, aside=_aside(page, zones.text), contents=_contents(page.lines))


def _plain(letter: Letter, shapes: Sequence[Shape]) -> Letter:
    """Return a letter of a drawing in black: the rules speak of the text."""
    if letter.piece.colour == "000000" or not on_surface(letter, shapes):
        return letter
    return replace(letter, piece=replace(letter.piece, colour="000000"))


def _numbered(
    rows: list[list[Letter]], height: float
) -> tuple[Line | None, str, list[list[Letter]]]:
    """Return the page number, its band, and the other rows."""
    for at, band in ((0, "head"), (-1, "foot")):
        if not rows:
            break
        base = rows[at][0].base
        inside = base > height - _BAND if band == "head" else base < _BAND
        lines = list(parted(rows[at], CELL_GAP))
        if inside and len(lines) == 1 and _NUMBER.fullmatch(lines[0].text):
            return lines[0], band, rows[1:] if at == 0 else rows[:-1]
    return None, "", rows


def _zones(rows: list[list[Letter]], number: int, width: float) -> _Rows:
    """Return the rows of a page sorted into head, text and signature block."""
    texts = [[line.text for line in _columns(row)] for row in rows]
    first = _head_end(texts[:_HEAD_ROWS]) if number == 1 else 0
    marks = [
        at
        for at, row in enumerate(texts)
        if at >= first and is_recipients_word(row[0]) and len(row[0]) < _WORD
    ]
    if not marks:
        return _Rows(rows[:first], rows[first:])
    start = marks[-1]
    while start > first and rows[start - 1][0].left > _FIRST_HALF * width:
        start -= 1
    small = (at for at in range(start, len(rows)) if _largest(rows[at]) < _NOTE)
    end = next(small, len(rows))
    return _Rows(rows[:first], [*rows[first:start], *rows[end:]], rows[start:end])


def _head_end(texts: Sequence[Sequence[str]]) -> int:
    """Return how many rows the head of the first page has; its date is no lower than the rest."""
    firm = [
        at
        for at, row in enumerate(texts)
        if any(is_country(one) or is_motto(one) or is_number(one) for one in row)
    ]
    last = max(firm, default=_TOP_ROWS)
    dated = [at for at, row in enumerate(texts) if any(map(is_date, row)) and at <= last + 2]
    return max((*firm, *dated), default=-1) + 1


def _columns(row: Sequence[Letter]) -> list[Line]:
    """Return the pieces of a row; Quốc hiệu is parted from what stands close beside it."""
    lines = list(parted(row, CELL_GAP))
    joined = any(COUNTRY in folded(line.text) and not is_country(line.text) for line in lines)
    return list(parted(row, _CLOSE_GAP)) if joined else lines


def _largest(row: Sequence[Letter]) -> float:
    """Return the largest size in a row."""
    return max(letter.piece.size for letter in row)


def _head_row(row: Sequence[Letter]) -> list[Line]:
    """Return the pieces of a row of the head; room for a number to come parts nothing."""
    found: list[Line] = []
    for line in _columns(row):
        if found and _OPEN_NUMBER.fullmatch(found[-1].text) and _SYMBOL.match(line.text):
            last = found.pop()
            pieces = (*last.pieces, replace(line.pieces[0], text=" "), *line.pieces)
            found.append(replace(last, pieces=pieces, right=line.right))
        else:
            found.append(line)
    return found


def _aside(page: Page, rows: Sequence[Sequence[Letter]]) -> frozenset[int]:
    """Return the lines of tables, drawings and notes: ruled, in cells, or small."""
    several = {row[0].base for row in rows if len(list(whole(row))) > 1}
    return frozenset(
        at
        for at, line in enumerate(page.lines)
        if in_drawing(line, page.shapes) or line.size <= _SMALL or line.base in several
    )


def _contents(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines of a table of contents: from its title or its leaders on."""
    leaders = [at for at, line in enumerate(lines) if _LEADER.search(line.text)]
    titles = [at for at, line in enumerate(lines) if folded(line.text) == _CONTENTS]
    if not leaders:
        return frozenset(titles)
    first = titles[0] if titles else 0 if leaders[0] <= 1 else leaders[0]
    last = leaders[-1]
    while last + 1 < len(lines) and folded(lines[last + 1].text).startswith("phu luc"):
        last += 1
    return frozenset(range(first, last + 1))


def text_edges(pages: Sequence[Page]) -> tuple[float, float]:
    """Return where most lines of text begin and end on pages of one orientation."""
    lines = [
        line
        for page in pages
        for at, line in enumerate(page.lines)
        if at not in page.aside and at not in page.contents
    ]
    flush = [line for page in pages for line in page.signature if line.right < page.width / 2]
    lefts = Counter(round(line.left) for line in (*lines, *flush))
    rights = Counter(round(line.right) for line in lines)
    firm_left = [place for place, count in lefts.items() if count > 1] or list(lefts)
    firm_right = [place for place, count in rights.items() if count > 1] or list(rights)
    left, right = min(firm_left, default=0), max(firm_right, default=0)
    if max((lefts[left], rights[right])) < _SURE:
        return _drawn_edges(pages)
    return (
        min((line.left for line in (*lines, *flush) if round(line.left) == left), default=0.0),
        max((line.right for line in lines if round(line.right) == right), default=0.0),
    )


def _drawn_edges(pages: Sequence[Page]) -> tuple[float, float]:
    """Return the edges of all that pages without running text show."""
    wide = [one for page in pages for one in page.shapes if one.right - one.left > _WIDE]
    lines = [line for page in pages for line in page.all_lines()]
    lefts = [*(one.left for one in wide), *(line.left for line in lines)]
    rights = [*(one.right for one in wide), *(line.right for line in lines)]
    return min(lefts, default=0.0), max(rights, default=0.0)


def usual_pitch(pages: Sequence[Page]) -> float:
    """Return the commonest distance of two lines of text, 0 where there are none."""
    steps = Counter(
        round(one.base - two.base, 1)
        for page in pages
        for at, (one, two) in enumerate(pairwise(page.lines))
        if not {at, at + 1} & (page.aside | page.contents)
    )
    return max(steps, key=lambda step: steps[step], default=0.0)
