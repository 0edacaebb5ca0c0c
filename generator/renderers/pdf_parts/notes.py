"""Notes stay on the page of their marks.

To put one line more on a page, WeasyPrint 70 moves notes that already stand at its foot to the
next page. The paragraph that took their room is held together and the pages are made anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.renderers.pdf_parts.objects import PdfObject

# more lines than any paragraph has on one page
_WHOLE = "orphans: 99"
_SPLIT = frozenset({"p", "li"})


def laid_out(page: PdfObject) -> PdfObject:
    """Return WeasyPrint's pages of a ``weasyprint.HTML``, made until all notes stand right."""
    made = page.render()
    for _ in made.pages:
        greedy = next(_greedy(made), None)
        if greedy is None:
            break
        greedy.set("style", "; ".join(filter(None, (greedy.get("style"), _WHOLE))))
        made = page.render()
    return made


def _greedy(made: PdfObject) -> Iterator[PdfObject]:
    """Yield the last paragraph of each page whose notes stand elsewhere, but for held ones."""
    from weasyprint.formatting_structure.boxes import LineBox

    for page in made.pages:
        text, *_ = page._page_box.children  # noqa: SLF001 - the only way to the laid out boxes
        if not _lacks_note(page):
            continue
        *_, last = (box.element for box in text.descendants() if isinstance(box, LineBox))
        if last.tag in _SPLIT and _WHOLE not in last.get("style", ""):
            yield last


def _lacks_note(page: PdfObject) -> bool:
    """Tell whether the note of a mark on this page stands on another one."""
    text, *others = page._page_box.children  # noqa: SLF001 - as above
    marks = [box.footnote.element for box in text.descendants() if _is_mark(box)]
    here = {id(box.element) for other in others for box in other.descendants()}
    return any(id(note) not in here for note in marks)


def _is_mark(box: PdfObject) -> bool:
    """Tell whether a box is the mark of a note."""
    return getattr(box, "footnote", None) is not None
