"""PDF: where bookmarks and links lead, what they say, and the description of the file.

A reader clicks at "Bảng 2" and reads what stands there, so that a link must lead to the
words that it is printed on.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from generator.verify.reading.text import Bookmark, Piece, squeezed

# the library's objects have no types
Untyped = Any
Place = tuple[int, float]  # page from 0, height in points

_DIGITS, _LEADERS = "0123456789", ".…_ \t\r\n\u00a0"  # at the end of an entry of the contents
_CAPTION = re.compile(r"(?:bảng|biểuđồ)\d+")
_LABEL = re.compile(r"((?:bảng|biểuđồ)\d+)\.")
_APPENDIX = re.compile(r"phụlục[ivxlcd]+")
_WORDS = 2000  # letters that are read where a link leads
_ENTRY, _SHOWN = 160, 40  # letters of a heading, of a message
_ABOVE = 4.0  # points that letters may stand above the place of a link


@dataclass(frozen=True, slots=True)
class _Link:
    """One box of a link: page from 0, (left, low, right, high) in points, its words, its goal."""

    page: int
    box: tuple[float, float, float, float]
    words: str
    place: Place | None


def bookmarks(file: Untyped) -> Iterator[Bookmark]:
    """Yield the bookmarks of a file in their order."""
    for one in file.get_toc():
        goal = one.get_dest()
        page = None if goal is None else goal.get_index()
        view: Sequence[float] = () if goal is None else goal.get_view()[1]
        high = float(view[1]) if len(view) > 1 else None
        yield Bookmark(one.get_title(), -1 if page is None else page + 1, high)


def _unled(words: str) -> str:
    """Return an entry of the contents without its leaders and page number."""
    return words.rstrip(_LEADERS).rstrip(_DIGITS).rstrip(_LEADERS)


def mislinked(file: Untyped, pages: Sequence[Untyped], texts: Sequence[Untyped]) -> Iterator[Piece]:
    """Yield each link that leads out of the file, or to other words than its own.

    ``texts`` are the letters of the pages.
    """
    known: dict[Place, tuple[str, str]] = {}
    for parts in _joined(_links(file, pages, texts)):
        if parts[0].place is None:
            yield _wrong(parts, "leads out of the file")
            continue
        index, high = parts[0].place
        if parts[0].place not in known:
            known[parts[0].place] = _words_below(pages[index], texts[index], high)
        first, below = known[parts[0].place]
        alone = all(_leads(one.words, first, below) for one in parts)
        if not alone and not _leads(_words_of(parts), first, below):
            yield _wrong(parts, f"leads to “{below[:_SHOWN]}”")


def _wrong(parts: Sequence[_Link], reason: str) -> Piece:
    """Return what is said of a link that misleads."""
    return Piece(f"a link at “{_words_of(parts)}” {reason}", f"trang {parts[0].page + 1}")


def _words_of(parts: Iterable[_Link]) -> str:
    """Return the words of a link over its lines."""
    return " ".join(one.words.strip() for one in parts)


def _links(file: Untyped, pages: Sequence[Untyped], texts: Sequence[Untyped]) -> Iterator[_Link]:
    """Yield the boxes of links in their order."""
    for number, page in enumerate(pages):
        for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            one = raw.FPDFPage_GetAnnot(page.raw, at)
            link = raw.FPDFAnnot_GetLink(one)
            if link:
                goal = raw.FPDFLink_GetDest(file.raw, link)
                index = raw.FPDFDest_GetDestPageIndex(file.raw, goal) if goal else -1
                inside = 0 <= index < len(pages)
                place = (index, _height(goal, pages[index])) if inside else None
                box = raw.FS_RECTF()
                raw.FPDFAnnot_GetRect(one, box)
                low, high = sorted((box.bottom, box.top))
                words = str(texts[number].get_text_bounded(box.left, low, box.right, high))
                yield _Link(number, (box.left, low, box.right, high), words, place)
            raw.FPDFPage_CloseAnnot(one)


def _joined(links: Iterable[_Link]) -> Iterator[tuple[_Link, ...]]:
    """Yield the boxes of each link together: one whose words go on in the next line has two."""
    parts: tuple[_Link, ...] = ()
    for one in links:
        if parts and _goes_on(parts[-1], one):
            parts = (*parts, one)
            continue
        if parts:
            yield parts
        parts = (one,)
    if parts:
        yield parts


def _goes_on(first: _Link, second: _Link) -> bool:
    """Tell whether a box is the same link's in the next line, at its beginning.

    Between them no line may lie: it would hold words that are no part of the link.
    """
    if first.place is None or first.place != second.place or first.page != second.page:
        return False
    left, low, _, high = first.box
    gap = low - second.box[3]
    return second.box[0] < left and abs(gap) < high - low


def _leads(words: str, line: str, below: str) -> bool:
    """Tell whether the words of a link are those of its place, or name what stands there.

    ``line`` is the first line there: a heading of an appendix is one of its own.
    """
    named = _APPENDIX.match(squeezed(words.partition(".")[0]))
    if named and _APPENDIX.fullmatch(line) and line != named[0]:
        return False
    is_entry = ".." in words  # of a table of contents; its first letters may lie beside the link
    # a bracket beside the link may reach into its box where letters stand close
    key = squeezed(_unled(words) if is_entry else words).replace(".", "").strip("()")
    plain = below.replace(".", "")
    first = _LABEL.search(below)
    told = plain.startswith(key) or (is_entry and key in plain[:_ENTRY])
    return told or bool(_CAPTION.fullmatch(key) and first and first[1] == key)


def _height(goal: Untyped, page: Untyped) -> float:
    """Return the height of the place of a link, that of the page without."""
    has_x, has_y, has_zoom = (ctypes.c_int() for _ in range(3))
    x, y, zoom = (ctypes.c_float() for _ in range(3))
    told = raw.FPDFDest_GetLocationInPage(goal, has_x, has_y, has_zoom, x, y, zoom)
    return float(y.value) if told and has_y.value else float(page.get_height())


def _words_below(page: Untyped, texts: Untyped, high: float) -> tuple[str, str]:
    """Return the first line of a page below a height, and its first words, without blanks."""
    box = (0, 0, page.get_width(), high + _ABOVE)
    words = str(texts.get_text_bounded(*box))[:_WORDS]
    return squeezed(next(iter(words.strip().splitlines()), "")), squeezed(words)
