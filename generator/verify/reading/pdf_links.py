"""PDF: where bookmarks and links lead, what they say, and the description of the file.

A reader clicks at "Bảng 2" and reads what stands there, so that a link must lead to the
words that it is printed on.
"""

from __future__ import annotations

import ctypes
import html
import re
from collections.abc import Iterator, Sequence
from typing import Any

from pypdfium2 import raw

from generator.verify.reading.text import Bookmark, Piece, squeezed

# the library's objects have no types
Untyped = Any

_DIGITS, _LEADERS = "0123456789", ".…_ \t\r\n\u00a0"  # at the end of an entry of the contents
_CAPTION = re.compile(r"(?:bảng|biểuđồ)\d+")
_LABEL = re.compile(r"((?:bảng|biểuđồ)\d+)\.")
_METADATA = (b"<x:xmpmeta", b"</x:xmpmeta>")
_TOLD = re.compile(r"<(?:rdf:li|pdf:Keywords)(?: [^<>]{0,200})?>([^<>]{0,4000})<")
_WORDS = 2000  # letters that are read where a link leads
_ENTRY, _SHOWN = 160, 40  # letters of a heading, of a message
_ABOVE = 4.0  # points that letters may stand above the place of a link


def bookmarks(file: Untyped) -> Iterator[Bookmark]:
    """Yield the bookmarks of a file in their order."""
    for one in file.get_toc():
        goal = one.get_dest()
        page = None if goal is None else goal.get_index()
        view: Sequence[float] = () if goal is None else goal.get_view()[1]
        high = float(view[1]) if len(view) > 1 else None
        yield Bookmark(one.get_title(), -1 if page is None else page + 1, high)


def described(data: bytes) -> Iterator[Piece]:
    """Yield what the description of a file (XMP) says, as far as it lies in plain text."""
    opens, closes = _METADATA
    start = data.find(opens)
    while start >= 0:
        end = data.find(closes, start)
        end = end if end >= 0 else len(data)
        for text in _TOLD.findall(data[start:end].decode("utf-8", "replace")):
            yield Piece(html.unescape(text), "properties, XMP")
        start = data.find(opens, end)


def _unled(words: str) -> str:
    """Return an entry of the contents without its leaders and page number."""
    return words.rstrip(_LEADERS).rstrip(_DIGITS).rstrip(_LEADERS)


def mislinked(file: Untyped, pages: Sequence[Untyped], texts: Sequence[Untyped]) -> Iterator[Piece]:
    """Yield each link that leads out of the file, or to other words than its own.

    ``texts`` are the letters of the pages.
    """
    known: dict[tuple[int, float], str] = {}
    for number, page in enumerate(pages, start=1):
        for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            one = raw.FPDFPage_GetAnnot(page.raw, at)
            link = raw.FPDFAnnot_GetLink(one)
            if link:
                words = _words_at(one, texts[number - 1])
                reason = _misled(file, pages, texts, link, words, known)
                if reason:
                    yield Piece(f"a link at “{words.strip()}” {reason}", f"trang {number}")
            raw.FPDFPage_CloseAnnot(one)


def _words_at(annotation: Untyped, texts: Untyped) -> str:
    """Return the words under a link."""
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, box)
    low, high = sorted((box.bottom, box.top))
    return str(texts.get_text_bounded(box.left, low, box.right, high))


def _misled(
    file: Untyped,
    pages: Sequence[Untyped],
    texts: Sequence[Untyped],
    link: Untyped,
    words: str,
    known: dict[tuple[int, float], str],
) -> str:
    """Return why a link misleads, "" where it does not; ``known`` keeps what was read."""
    goal = raw.FPDFLink_GetDest(file.raw, link)
    index = raw.FPDFDest_GetDestPageIndex(file.raw, goal) if goal else -1
    if not 0 <= index < len(pages):
        return "leads out of the file"
    is_entry = ".." in words  # of a table of contents; its first letters may lie beside the link
    key = squeezed(_unled(words) if is_entry else words).replace(".", "")
    if not key:
        return ""
    place = (index, _height(goal, pages[index]))
    if place not in known:
        known[place] = _words_below(pages[index], texts[index], place[1])
    below = known[place]
    first = _LABEL.search(below)
    plain = below.replace(".", "")
    leads = plain.startswith(key) or (is_entry and key in plain[:_ENTRY])
    if leads or (_CAPTION.fullmatch(key) and first and first[1] == key):
        return ""
    return f"leads to “{below[:_SHOWN]}”"


def _height(goal: Untyped, page: Untyped) -> float:
    """Return the height of the place of a link, that of the page without."""
    has_x, has_y, has_zoom = (ctypes.c_int() for _ in range(3))
    x, y, zoom = (ctypes.c_float() for _ in range(3))
    told = raw.FPDFDest_GetLocationInPage(goal, has_x, has_y, has_zoom, x, y, zoom)
    return float(y.value) if told and has_y.value else float(page.get_height())


def _words_below(page: Untyped, texts: Untyped, high: float) -> str:
    """Return the first words of a page below a height, without blanks."""
    box = (0, 0, page.get_width(), high + _ABOVE)
    return squeezed(str(texts.get_text_bounded(*box))[:_WORDS])
