"""Block tree to one HTML file: for WeasyPrint's pages, or for a reader's screen.

The screen file needs nothing beside it: no script, no network. A click or the
keyboard on a number opens what stands behind it.
"""

from __future__ import annotations

from importlib.resources import files

from generator.model.document import AppendixStart, Document
from generator.renderers.markup.element import Html, element, fragment
from generator.renderers.markup.lineage import Lineage, embedded, popovers
from generator.renderers.markup.parts import Part, part, split
from generator.renderers.markup.writer import Writer

SUFFIX = ".html"

PROGRAM = "Sơ Kết"


def render(document: Document) -> bytes:
    """Return the self-contained screen file as UTF-8."""
    return to_html(document, for_print=False).encode()


def to_html(document: Document, *, for_print: bool) -> str:
    """Return the whole document as one HTML text.

    For print the style is that of Nghị định 30/2020/NĐ-CP, with named pages for
    the appendices; else a responsive one with the lineage inside.
    """
    parts = split(document.blocks)
    style = _style("page", parts) if for_print else _style("screen", ())
    lineage = Lineage.parse("" if for_print else document.lineage)
    appendices = frozenset(block.id for block in document.of_type(AppendixStart))
    writer = Writer(for_print, lineage.ids, appendices)
    sections = fragment(*(part(content, writer) for content in parts))
    after = fragment() if for_print else _after(document, writer.notes, lineage)
    body = element("body", element("main", sections), after)
    head = element("head", *_metadata(document), element("style", style))
    page = element("html", head, body, lang=document.language)
    return f"<!DOCTYPE html>\n{page}\n"


def _after(document: Document, notes: list[Html], lineage: Lineage) -> Html:
    """Return what follows the report on screen: notes, boxes of the numbers, the data."""
    return fragment(_notes(notes), popovers(lineage), embedded(document.lineage))


def _notes(notes: list[Html]) -> Html:
    """Return the notes of the whole document as a list, each with its way back."""
    if not notes:
        return fragment()
    listed = (
        element("li", note, " ", _way_back(order), id=f"note-{order}")
        for order, note in enumerate(notes, start=1)
    )
    title = element("h2", "Chú thích", class_="notes-title")
    return element("aside", title, element("ol", *listed), class_="notes", role="doc-endnotes")


def _way_back(order: int) -> Html:
    """Return the link from a note to its mark in the text."""
    return element("a", "↩", href=f"#mark-{order}", aria_label="Quay lại nội dung")


def _metadata(document: Document) -> list[Html]:
    """Return title and document properties; the report's date is the only time."""
    day = document.date.isoformat()
    properties = {
        "author": document.author,
        "description": document.subject,
        "keywords": ", ".join(document.keywords),
        "generator": PROGRAM,
        "dcterms.created": day,
        "dcterms.modified": day,
        "viewport": "width=device-width, initial-scale=1",
    }
    named = (
        element("meta", name=name, content=content)
        for name, content in properties.items()
        if content
    )
    return [element("meta", charset="utf-8"), element("title", document.title), *named]


def _style(name: str, parts: tuple[Part, ...]) -> Html:
    """Return a style sheet of the theme and the page rules of the appendices."""
    sheet = (files("generator.renderers") / "theme" / f"{name}.css").read_text("utf-8")
    return Html(sheet + "".join(_page_rule(content) for content in parts[1:]))


def _page_rule(content: Part) -> str:
    """Return the page rules of an appendix: numbers from 1, none on its first page.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, I.2, I.7 and III.1đ.
    """
    name = content.id
    return (
        f"#{name} {{ page: {name}; break-before: page }}\n"
        f"@page {name} {{ size: A4 {content.orientation} }}\n"
        f"@page :nth(1 of {name}) {{ counter-reset: page 1; @top-center {{ content: none }} }}\n"
    )
