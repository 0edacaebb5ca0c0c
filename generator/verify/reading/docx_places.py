"""DOCX: text that stands where nobody sees it: beyond the edge of the page, or of its cell.

Letters keep their size and colour there, so only the measures tell it: the indents and tabs of
a paragraph, the margins and the size of its page, the columns of a table.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.verify.reading.text import Piece

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIDES = ("left", "right", "start", "end")
_FIRST = ("firstLine", "hanging")
_OTHER = ("leftChars", "rightChars", "startChars", "endChars", "firstLineChars", "hangingChars")
# twips: how far text may stand out, be set in on both sides together, and in its first line
_MOST_OUT, _MOST_IN, _MOST_FIRST = 360, 5700, 1440
_MOST_TAB = 15_000
_PAPER = (7_000, 17_000)  # sides of a page, from A5 to A4 across
_MOST_MARGIN = 3_400  # 6 cm
_LEAST_COLUMN = 100


def misplaced(root: etree._Element, where: str) -> Iterator[Piece]:
    """Yield what moves letters of a story, or of the styles, from sight."""
    for node in root.iter(f"{W}ind"):
        if _has_letters(node) and (found := _indented(node)):
            yield Piece(found, where)
    for node in root.iter(f"{W}tab"):
        place = node.get(f"{W}pos")
        if place is not None and not -_MOST_OUT <= _twips(place) <= _MOST_TAB:
            yield Piece("a tab beyond the edge of the page", where)
    for node in root.iter(f"{W}pgSz"):
        if not all(_PAPER[0] <= _twips(node.get(f"{W}{one}")) <= _PAPER[1] for one in ("w", "h")):
            yield Piece("a page that is no sheet of paper", where)
    for node in root.iter(f"{W}pgMar"):
        told = [node.get(f"{W}{side}", "0") for side in ("top", "right", "bottom", "left")]
        if not all(0 <= _twips(one) <= _MOST_MARGIN for one in told):
            yield Piece("margins that push text off the page", where)
    for node in root.iter(f"{W}gridCol", f"{W}tcW"):
        width = _twips(node.get(f"{W}w", "0"))
        if node.get(f"{W}type", "dxa") == "dxa" and 0 < width < _LEAST_COLUMN:
            yield Piece("a column too narrow for a sign", where)


def _indented(node: etree._Element) -> str:
    """Return how a paragraph is set out of sight by its indents, "" where it is not."""
    if any(node.get(f"{W}{one}") not in (None, "0") for one in _OTHER):
        return "a paragraph set in by a number of letters"
    sides = [_twips(node.get(f"{W}{one}", "0")) for one in _SIDES]
    first = [_twips(node.get(f"{W}{one}", "0")) for one in _FIRST]
    out = min(sides) < -_MOST_OUT or sum(sides) > _MOST_IN
    if out or not all(0 <= one <= _MOST_FIRST for one in first):
        return "a paragraph that is moved off the page"
    return ""


def _twips(told: str | None) -> int:
    """Return a measure in twips; what is none counts as far away."""
    try:
        return int(told or "0")
    except ValueError:
        return 1_000_000


def _has_letters(node: etree._Element) -> bool:
    """Tell whether the paragraph of a format has letters; that of a style always may have."""
    paragraph = next(node.iterancestors(f"{W}p"), None)
    if paragraph is None:
        return True
    return any(str(one.text or "").strip() for one in paragraph.iter(f"{W}t"))
