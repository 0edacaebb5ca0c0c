"""Page numbers for the cached table of contents, reckoned from the text itself.

In: the paragraphs and tables of the body as they were written. Out: bookmark
name → page number. Word counts anew when fields are updated; until then these
are the numbers a reader sees. The rules are those of any word processor: lines
by advance widths, keep-with-next, rows that stay whole, repeated head rows,
footnotes at the foot of their page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.renderers.docx import measures as m
from generator.renderers.docx.extent import Extent, extents
from generator.renderers.docx.ooxml.elements import Element

_ORPHANS = 2  # lines of a paragraph that may not stand alone at a page's foot or head
_NOTE_SEPARATOR = 140  # twips: a line of six points
_END = "end"


@dataclass(slots=True)
class _Cursor:
    """Where the next line goes: page number and room used, in twips."""

    page: int = 1
    used: float = 0
    notes: float = 0
    height: int = m.PORTRAIT.text_height
    after: float = 0

    def next_page(self) -> None:
        """Go to the head of the next page."""
        self.page, self.used, self.notes, self.after = self.page + 1, 0, 0, 0

    def room(self, notes: float) -> float:
        """Return the room left when further notes stand at the foot."""
        total = self.notes + notes
        return self.height - self.used - (total + _NOTE_SEPARATOR if total else 0)


def page_numbers(body: Iterable[Element], notes: Sequence[Element]) -> dict[str, int]:
    """Return bookmark name → printed page number; ``notes`` stand in their order."""
    return dict(_walk(list(extents(body, notes))))


def page_count(body: Iterable[Element], notes: Sequence[Element]) -> int:
    """Return how many pages a text of one section fills."""
    end = Extent(0, 0, bookmarks=(_END,))
    return dict(_walk([*extents(body, notes), end]))[_END]


def _walk(items: Sequence[Extent]) -> Iterator[tuple[str, int]]:
    """Place one item after the other; yield each bookmark with its page."""
    cursor = _Cursor()
    at = 0
    while at < len(items):
        end = at
        while end + 1 < len(items) and items[end].keep_next:
            end += 1
        chain = items[at : end + 1]
        if cursor.used and (chain[0].new_page or not _fits(chain, cursor)):
            cursor.next_page()
            cursor.used += chain[0].repeated
        for item in chain:
            _place(item, cursor)
            yield from ((name, cursor.page) for name in item.bookmarks)
            if item.section is not None:
                cursor = _Cursor(height=item.section.text_height)
        at = end + 1


def _fits(chain: Sequence[Extent], cursor: _Cursor) -> bool:
    """Tell whether a chain of kept items, or the first lines of its last, fits.

    A chain longer than a page cannot be kept and breaks where it must.
    """
    *first, last = chain
    after, height = cursor.after, 0.0
    for item in first:
        height += max(after, item.before) + item.height
        after = item.after
    splits = last.lines > _ORPHANS + 1 and not last.whole
    least = last.line * _ORPHANS if splits else last.height
    height += max(after, last.before) + least
    notes = sum(item.notes for item in chain) - (last.notes if splits else 0)
    return height <= cursor.room(notes) or height > cursor.height


def _place(item: Extent, cursor: _Cursor) -> None:
    """Move the cursor behind one item, over as many pages as it needs."""
    gap = max(cursor.after, item.before) if cursor.used else _gap_at_head(item, cursor)
    lines = item.lines
    while cursor.used and lines and not _lines_that_fit(item, lines, gap, cursor):
        cursor.next_page()
        cursor.used += item.repeated
        gap = 0
    while lines > (fit := max(1, _lines_that_fit(item, lines, gap, cursor))):
        lines -= fit
        cursor.next_page()
        gap = 0
    cursor.used += gap + lines * item.line
    cursor.notes += item.notes
    cursor.after = item.after


def _gap_at_head(item: Extent, cursor: _Cursor) -> float:
    """Return the room above the first item of a page: none where the text just flowed over."""
    return item.before if item.new_page or cursor.page == 1 else 0


def _lines_that_fit(item: Extent, lines: int, gap: float, cursor: _Cursor) -> int:
    """Return how many of the lines fit on the page, none alone at foot or head.

    Footnotes go with the last line: most are marked at the end of their paragraph.
    """
    if not item.line or lines * item.line <= cursor.room(item.notes) - gap:
        return lines
    fit = min(lines - 1, int((cursor.room(0) - gap) / item.line))
    if item.whole or fit < _ORPHANS:
        return 0
    return fit if lines - fit >= _ORPHANS else max(0, lines - _ORPHANS)
