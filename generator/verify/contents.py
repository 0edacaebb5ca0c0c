"""The page numbers of a table of contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.verify.comparing import TEXT
from generator.verify.objection import Objection
from generator.verify.reading.text import FileText, squeezed


def contents_objections(
    text: FileText, entries: Sequence[tuple[str, str, str]]
) -> Iterator[Objection]:
    """Yield an objection for each page number that misleads.

    ``entries`` are text, number and place of each entry. In a PDF the number must be
    that of the page with the heading; Word counts anew, so that there the stored
    numbers must only go up.
    """
    if text.form == "pdf":
        yield from _on_their_pages(text, entries)
        return
    before = 1
    for entry, number, where in entries:
        if int(number) < before:
            yield Objection(TEXT, f"“{entry}” is on page {number}, after {before}", where)
        before = max(before, int(number))


def _on_their_pages(text: FileText, entries: Sequence[tuple[str, str, str]]) -> Iterator[Objection]:
    """Yield an objection where the heading is not on the page that its entry names."""
    shown = {piece.where: piece.text or "1" for piece in text.pages}
    places: dict[str, set[str]] = {}
    for piece in text.body:
        places.setdefault(squeezed(piece.text), set()).add(shown.get(piece.where, ""))
    for entry, number, where in entries:
        found = places.get(squeezed(entry))
        if found and number not in found:
            message = f"“{entry}” is on page {', '.join(sorted(found))}, not {number}"
            yield Objection(TEXT, message, where)
