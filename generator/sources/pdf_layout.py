"""Lines of PDF pages to paragraphs: heads and feet dropped, broken lines joined."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from generator.sources.passages import Passage
from generator.vi.text import nfc

_ENOUGH = 8  # lines that show the margin of a page
_EDGE = 2  # lines at the top and at the bottom of a page that may be a head or foot
_FOOT = 5  # lines at the foot of a column that show where it ends
_GRID = 4  # points: a head stands at the same height on each page, or nearly
_PAGE_NUMBER = re.compile(
    r"(?:[-–—\s]*|(?:trang|page)\s+)(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’»)\]]*(?:\[\d{1,3}\])*\s*$")
_ITEM = re.compile(
    r"\s*(?:[-–—+•*●▪]\s|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVX]{1,5}\.\s|\[\d)"
)
_CELLS = " | "
_FULL = 0.75  # of the right margin: a line that reaches so far could go on
_WIDEST = 2.0  # heights of a line between two lines of one paragraph at most
_SPREAD = 1.25  # usual distances of lines from which on a gap parts paragraphs


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line with its measures in points; ``base`` grows from the foot of the page."""

    text: str
    left: float
    right: float
    base: float
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in the order of the file."""

    lines: tuple[PdfLine, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is usual on a page: right margin, distance of lines, their height."""

    right: float
    pitch: float
    height: float


def paragraphs(pages: Sequence[Page]) -> tuple[Passage, ...]:
    """Return the paragraphs with the labels "trang n" or, across pages, "trang n–m"."""
    bodies = _without_edges(pages)
    whole = _frame([line for body in bodies for line in body])
    # a wide page among others has margins of its own
    blocks = [
        (number, block) for number, body in enumerate(bodies, start=1) for block in _columns(body)
    ]
    parted = {number for number, count in Counter(at for at, _ in blocks).items() if count > 1}
    frames = [
        _frame(block) if len(block) >= _ENOUGH or number in parted else whole
        for number, block in blocks
    ]
    lines = [(at, line) for at, (_, block) in enumerate(blocks, start=1) for line in block]
    pages_of = [number for number, _ in blocks]
    return tuple(_joined(run, pages_of) for run in _runs(lines, frames))


def _columns(body: list[PdfLine]) -> list[list[PdfLine]]:
    """Return the lines of each column of a page, one list where it has a single one.

    A column begins where a line stands higher than the one before it and right of the
    last lines before it; a title over all columns belongs to the first.
    """
    blocks: list[list[PdfLine]] = [[]]
    for line in body:
        last = blocks[-1][-_FOOT:]
        higher = bool(last) and line.base > last[-1].base + line.height
        if higher and line.left > max(one.right for one in last) - line.height:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _without_edges(pages: Sequence[Page]) -> list[list[PdfLine]]:
    """Return the lines of each page without repeated heads and feet and page numbers."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_masked(line) for line in _edges(page.lines)})
    repeated = {key for key, count in seen.items() if count >= max(2, len(pages) / 3)}
    bodies = []
    for number, page in enumerate(pages, start=1):
        edges = {
            id(line)
            for line in _edges(page.lines)
            if _masked(line) in repeated or _is_page_number(line, number)
        }
        bodies.append([line for line in page.lines if id(line) not in edges])
    return bodies


def _edges(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines that stand highest and lowest on a page."""
    ordered = sorted(lines, key=lambda line: -line.base)
    return ordered if len(ordered) <= 2 * _EDGE else ordered[:_EDGE] + ordered[-_EDGE:]


def _masked(line: PdfLine) -> tuple[str, int]:
    """Return a line with all numbers alike, and its height on the page."""
    return re.sub(r"\d+", "#", " ".join(line.text.split())), round(line.base / _GRID)


def _is_page_number(line: PdfLine, number: int) -> bool:
    """Tell whether a line is nothing but the number of its page, a cover not counted."""
    match = _PAGE_NUMBER.fullmatch(line.text.strip())
    return match is not None and int(match.group(1)) in (number, number - 1)


def _frame(lines: Sequence[PdfLine]) -> _Frame:
    """Return what is usual among some lines."""
    rights = sorted(line.right for line in lines)
    pitches = [
        before.base - line.base
        for before, line in itertools.pairwise(lines)
        if before.base > line.base
    ]
    # a line or two may stick out: the margin is where most long lines end
    right = rights[len(rights) * 9 // 10] if rights else 0.0
    return _Frame(right, median(pitches or [0.0]), median([line.height for line in lines] or [0.0]))


def _runs(
    lines: Sequence[tuple[int, PdfLine]], frames: Sequence[_Frame]
) -> Iterator[list[tuple[int, PdfLine]]]:
    """Yield the lines of each paragraph; each line comes with the number of its block."""
    run: list[tuple[int, PdfLine]] = []
    for number, line in lines:
        if run and not _goes_on(run[-1], (number, line), frames[run[-1][0] - 1]):
            yield run
            run = []
        run.append((number, line))
    if run:
        yield run


def _goes_on(before: tuple[int, PdfLine], after: tuple[int, PdfLine], frame: _Frame) -> bool:
    """Tell whether a line continues the paragraph of the line before it."""
    (page, first), (next_page, second) = before, after
    if _CELLS in first.text or _CELLS in second.text or _ITEM.match(second.text):
        return False
    if abs(first.height - second.height) > 0.15 * max(first.height, second.height):
        return False
    ended = _SENTENCE_END.search(first.text) is not None
    lower = _starts_inside(first, second, frame)
    if page != next_page:
        if lower and not ended:
            return True
        return (lower or not ended) and not _word_fitted(first, second, frame)
    gap = first.base - second.base
    if gap <= 0 or gap > _SPREAD * _usual_gap(first, frame):
        return False
    indented = second.left > first.left + 0.8 * second.height
    if ended and (indented or _word_fitted(first, second, frame)):
        return False
    return lower or not _word_fitted(first, second, frame)


def _starts_inside(first: PdfLine, second: PdfLine, frame: _Frame) -> bool:
    """Tell whether a line begins as the middle of a sentence: a small letter, a figure."""
    start = second.text.lstrip()[:1]
    return start.islower() or (start.isdigit() and first.right > _FULL * frame.right)


def _usual_gap(line: PdfLine, frame: _Frame) -> float:
    """Return the distance of lines that goes with the size of a line."""
    pitch = frame.pitch * line.height / frame.height if frame.height else 0.0
    # on a page of single lines the usual distance is one between paragraphs
    return min(pitch, _WIDEST * line.height)


def _word_fitted(first: PdfLine, second: PdfLine, frame: _Frame) -> bool:
    """Tell whether the next line's first word had room: then the break was meant."""
    # words glued by a blank that does not break go to the next line together
    word = second.text.strip(" ").split(" ", 1)[0]
    share = _weight(word + " ") / max(_weight(second.text), 1)
    width = (second.right - second.left) * share
    return first.right + width < frame.right - 0.3 * first.height


def _weight(text: str) -> int:
    """Return about how wide a text is, in tenths of a small letter."""
    return sum(14 if char.isupper() else 10 for char in text)


def _joined(run: Sequence[tuple[int, PdfLine]], pages: Sequence[int]) -> Passage:
    """Return the paragraph of some lines; ``pages`` are those of the blocks."""
    text = ""
    for _, line in run:
        piece = " ".join(nfc(line.text).split())
        # a hyphen at the end is a real one: Vietnamese does not break its words
        glued = text.endswith("-") and not text.endswith(" -")
        text = f"{text}{piece}" if glued or not text else f"{text} {piece}"
    first, last = pages[run[0][0] - 1], pages[run[-1][0] - 1]
    return Passage(text, f"trang {first}" if first == last else f"trang {first}–{last}")
