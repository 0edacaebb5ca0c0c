"""The page numbers of a table of contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.verify.comparing import TEXT, shortened
from generator.verify.lineage import Record
from generator.verify.objection import Objection
from generator.verify.reading.text import FileText, squeezed

_FEW, _MANY = 1000, 6000  # letters without blanks that a page holds at the least, at the most
_TEXTS = 20  # short lines, rows of tables and headings that a page holds at the least


def contents_objections(
    text: FileText, entries: Sequence[tuple[str, str, str]], units: Sequence[Record]
) -> Iterator[Objection]:
    """Yield an objection for each page number that misleads.

    ``entries`` are text, number and place of each entry. In a PDF the number must be
    that of the page with the heading, in a DOCX the one that it was built with. Word counts
    anew: what it saved must go up as the text between the headings may fill pages; ``units``
    are what the report prints.
    """
    if text.form == "pdf":
        yield from _on_their_pages(text, entries)
        return
    if text.reckoned is not None:
        yield from _as_reckoned(text.reckoned, entries)
    before = 1
    for entry, number, where in entries:
        if int(number) < before:
            yield Objection(TEXT, f"“{entry}” is on page {number}, after {before}", where)
        before = max(before, int(number))
    yield from _beyond_their_text(entries, units)


def _as_reckoned(
    reckoned: Sequence[str], entries: Sequence[tuple[str, str, str]]
) -> Iterator[Objection]:
    """Yield an objection for each number that is not the one that the file was built with."""
    if len(reckoned) != len(entries):
        message = f"{len(entries)} page numbers in the contents, not {len(reckoned)}"
        yield Objection(TEXT, message, "mục lục")
    for (entry, number, where), built in zip(entries, reckoned, strict=False):
        if number != built:
            yield Objection(TEXT, f"“{entry}” is on page {built}, not {number}", where)


def _beyond_their_text(
    entries: Sequence[tuple[str, str, str]], units: Sequence[Record]
) -> Iterator[Objection]:
    """Yield an objection where two entries are further apart, or nearer, than their text fills.

    How many letters a page holds only Word knows, so that one page more or less may pass.
    """
    extents = list(_extents([squeezed(entry) for entry, *_ in entries], units))
    if not extents:
        return
    for at, (entry, number, where) in enumerate(entries):
        for start in range(at):
            letters, texts, drawn = map(sum, zip(*extents[start:at], strict=True))
            pages = int(number) - int(entries[start][1])
            most = 1 + letters / _FEW + texts / _TEXTS + drawn
            if not letters // _MANY <= pages <= most:
                before = shortened(entries[start][0])
                message = f"“{shortened(entry)}” cannot be {pages} pages behind “{before}”"
                yield Objection(TEXT, message, where)
                break


def _extents(keys: Sequence[str], units: Sequence[Record]) -> Iterator[tuple[int, int, int]]:
    """Yield letters, texts, charts and tables from entry to entry, nothing for unknown ones.

    A chart or a broad table may need a page of its own.
    """
    found: list[list[Record]] = []
    for unit in units:
        is_next = unit["kind"] == "heading" and len(found) < len(keys)
        if is_next and squeezed(str(unit["text"])) == keys[len(found)]:
            found.append([])
        if found:
            found[-1].append(unit)
    for part in found if len(found) == len(keys) else ():
        told = [squeezed(str(one["text"])) for one in part if one["kind"] != "chart"]
        tables = {str(one["table"]) for one in part if "table" in one}
        yield sum(map(len, told)), len(told), len(part) - len(told) + len(tables)


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
