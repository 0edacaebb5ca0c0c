"""The table of contents: a live TOC field with its entries cached."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.document import AppendixStart, Contents, ContentsEntry, Document, Heading
from generator.renderers.docx.ooxml.elements import (
    Element,
    break_page_before,
    keep_with_next,
    paragraph,
    run,
    set_text,
)
from generator.renderers.docx.ooxml.fields import field, field_begin, field_end, link
from generator.renderers.docx.writer import Writer
from generator.renderers.page_rules import follows_text, is_long


def contents(block: Contents, document: Document, writer: Writer) -> list[Element]:
    """Return the title and the entries; the TOC field spans all of them.

    The page numbers are filled in when the whole text is there.
    """
    lines = [_entry(entry, document, writer) for entry in block.entries]
    title = paragraph("TOCHeading", run(block.title))
    if follows_text(block, document.blocks):
        break_page_before(title)
    if not lines:
        return [title]
    for node in reversed(field_begin(_instruction(block, document))):
        lines[0].insert(1, node)
    lines[-1].append(field_end())
    for line in lines[: 1 if is_long(block) else -1]:  # on one page, where it has room
        keep_with_next(line)
    return [title, *lines]


def fill_page_numbers(pages: Mapping[str, int], writer: Writer) -> tuple[str, ...]:
    """Write the page numbers, bookmark name → number, into the waiting entries; return them."""
    told = [str(pages[name]) if name in pages else "" for name, _ in writer.page_texts]
    for (_, node), number in zip(writer.page_texts, told, strict=True):
        set_text(node, number)
    return tuple(filter(None, told))


def _entry(entry: ContentsEntry, document: Document, writer: Writer) -> Element:
    """Return one line: text, dots, page number, all one link to the heading.

    An appendix has page numbers of its own, from 1, so its line ends with its name.
    """
    name = writer.references.name(entry.target)
    style = f"TOC{min(max(entry.level, 1), 3)}"
    if any(block.id == entry.target for block in document.of_type(AppendixStart)):
        return paragraph(style, link(name, [run(entry.text)]))
    page = run("0")
    writer.page_texts.append((name, page))
    number = field(f"PAGEREF {name} \\h", page)
    return paragraph(style, link(name, [run(entry.text), run("\t"), *number]))


def _instruction(block: Contents, document: Document) -> str:
    r"""Return the TOC instruction that finds the same entries when Word updates it.

    ``\o`` takes all headings down to a level; where one of them is kept out, only
    outline levels (``\u``) tell the headings apart.
    """
    depth = max(entry.level for entry in block.entries)
    kept_out = any(not h.toc and h.level <= depth for h in document.of_type(Heading))
    return "TOC \\h \\z \\u" if kept_out else f'TOC \\o "1-{depth}" \\h \\z \\u'
