"""The bookmarks of a PDF: the headings of the report, each at its own place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.verify.comparing import TEXT, shortened
from generator.verify.lineage import Record
from generator.verify.objection import Objection
from generator.verify.reading.text import Bookmark, FileText, squeezed

WHERE = "dấu trang"


def bookmark_objections(text: FileText, units: Sequence[Record]) -> Iterator[Objection]:
    """Yield an objection for each bookmark that is no heading, or leads to another place."""
    if text.bookmarks is None:
        return
    wanted = list(_headings(units))
    if len(wanted) != len(text.bookmarks):
        message = f"{len(text.bookmarks)} bookmarks for {len(wanted)} headings"
        yield Objection(TEXT, message, WHERE)
    pages: dict[str, list[str]] = {}
    for one in text.body:
        pages.setdefault(one.where, []).append(squeezed(one.text))
    before = (0, 0.0)
    for mark, names in zip(text.bookmarks, wanted, strict=False):
        keys = [squeezed(one) for one in names]
        if squeezed(mark.title) not in keys:
            message = f"a bookmark reads “{shortened(mark.title)}”, not “{shortened(names[-1])}”"
            yield Objection(TEXT, message, WHERE)
        place = (mark.page, -(mark.high or 0.0))
        if place <= before or not _stands(keys[0], mark, pages):
            message = f"the bookmark “{shortened(mark.title)}” leads to another place"
            yield Objection(TEXT, message, WHERE)
        before = place


def _headings(units: Sequence[Record]) -> Iterator[tuple[str, ...]]:
    """Yield what each heading may read: an appendix is called with its titles or without."""
    known: list[list[str]] = []
    for unit in units:
        text = " ".join(str(unit["text"]).split())
        if unit["kind"] in ("heading", "appendix"):
            known.append([text])
        elif unit["kind"] == "appendix-title" and known:
            known[-1].append(f"{known[-1][-1]} {text}")
    yield from map(tuple, known)


def _stands(name: str, mark: Bookmark, pages: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a heading stands on the page that a bookmark leads to."""
    return any(text.startswith(name) for text in pages.get(f"trang {mark.page}", ()))
