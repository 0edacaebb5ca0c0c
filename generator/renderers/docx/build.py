"""The block tree, walked once: document in, bytes of a .docx out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document as WordDocument

from generator.model.document import (
    Addressees,
    AppendixStart,
    Block,
    ChartFigure,
    Contents,
    Document,
    Heading,
    KeyFigures,
    Letterhead,
    Paragraph,
    Signature,
    Table,
    Title,
)
from generator.renderers.docx import archive
from generator.renderers.docx import measures as m
from generator.renderers.docx.appendix import appendix_head
from generator.renderers.docx.base import empty_package
from generator.renderers.docx.chart_blocks import chart_figure
from generator.renderers.docx.contents import contents, fill_page_numbers
from generator.renderers.docx.data_tables import data_table, key_figures
from generator.renderers.docx.front import addressees, letterhead, title
from generator.renderers.docx.ooxml.elements import (
    Element,
    break_page_before,
    keep_with_next,
    paragraph,
    run,
    set_align,
)
from generator.renderers.docx.ooxml.fields import field
from generator.renderers.docx.ooxml.sections import section_break, set_header, set_page
from generator.renderers.docx.pagination import page_count, page_numbers
from generator.renderers.docx.parts import add_header, add_lineage, add_notes
from generator.renderers.docx.reference import reference_of
from generator.renderers.docx.references import references_of
from generator.renderers.docx.text_blocks import heading, signature, text
from generator.renderers.docx.writer import Writer
from generator.renderers.page_rules import begins_text, kept_with_signature
from generator.renderers.sides import head_of

SUFFIX = ".docx"


def render(document: Document) -> bytes:
    """Return the report as a Word file, the same bytes for the same document.

    Raises RenderError for a cross-reference without target or a repeated block id.
    """
    return lay_out(document).file()


def lay_out(document: Document) -> Layout:
    """Return a document with all its text in place, which is not yet a file.

    Raises RenderError as ``render`` does.
    """
    heads = document.of_type(Letterhead)
    less = max((head_of(one, m.PORTRAIT.text_width).less for one in heads), default=0)
    look = reference_of(document.reference, less)
    word = docx.Document(io.BytesIO(empty_package(document, look)))
    job = _Job(document, word, Writer(references_of(document), document.date, look.page, look.page))
    section = word.element.body.sectPr
    set_page(section, look.page, restart=False)
    _page_number(word)
    for node in _body(job):
        section.addprevious(node)
    section.addprevious(paragraph("ND30Ngat"))
    return Layout(job)


class Layout:
    """A document with all its text in place: its pages can be counted before it is a file."""

    def __init__(self, job: _Job) -> None:
        """Hold what was written; page numbers are not filled in."""
        self._job = job

    @property
    def pages(self) -> int:
        """How many pages a document of one section fills, reckoned from its text."""
        return page_count(self._job.word.element.body, self._job.writer.notes)

    def file(self) -> bytes:
        """Return the Word file; it can be asked for once."""
        word, writer = self._job.word, self._job.writer
        told = fill_page_numbers(page_numbers(word.element.body, writer.notes), writer)
        add_notes(word, writer.notes)
        if self._job.document.lineage:
            add_lineage(word, self._job.document.lineage, told)
        buffer = io.BytesIO()
        word.save(buffer)
        return archive.repack(buffer.getvalue())


@dataclass(frozen=True, slots=True)
class _Job:
    """What the handlers of blocks share: the document, its Word file, the counters."""

    document: Document
    word: WordDocument
    writer: Writer


_Handler = Callable[[Any, _Job], list[Element]]


def _body(job: _Job) -> Iterator[Element]:
    """Yield the paragraphs and tables of all blocks, in order."""
    blocks = job.document.blocks
    kept = kept_with_signature(blocks)
    for at, block in enumerate(blocks):
        nodes = _elements(block, job)
        if at in kept:
            keep_with_next(nodes[-1])
        if at and begins_text(blocks[at - 1], block):
            break_page_before(nodes[0])
        yield from nodes


def _elements(block: Block, job: _Job) -> list[Element]:
    """Return the paragraphs and tables of one block."""
    return _HANDLERS[type(block)](block, job)


def _appendix(block: AppendixStart, job: _Job) -> list[Element]:
    """End the section before and begin the appendix in its own one."""
    section = job.word.element.body.sectPr
    past = section_break(section)
    upright = job.writer.upright
    job.writer.page = upright.turned() if block.orientation == "landscape" else upright
    set_page(section, job.writer.page, restart=True)
    return [past, *appendix_head(block, job.writer)]


# a type that is no key here is no block: a test holds this table complete
_HANDLERS: dict[type[Block], _Handler] = {
    Letterhead: lambda block, job: letterhead(block, job.writer.page.text_width),
    Title: lambda block, job: title(block, job.writer.page.text_width),
    Addressees: lambda block, job: addressees(block, job.writer.page.text_width),
    Heading: lambda block, job: [heading(block, job.writer)],
    Paragraph: lambda block, job: [text(block, job.writer)],
    Table: lambda block, job: data_table(block, job.writer),
    ChartFigure: lambda block, job: chart_figure(block, job.writer, job.word),
    KeyFigures: lambda block, job: key_figures(block, job.writer),
    Contents: lambda block, job: contents(block, job.document, job.writer),
    Signature: lambda block, job: signature(block, job.writer.page.text_width),
    AppendixStart: _appendix,
}


def _page_number(word: WordDocument) -> None:
    """Put the page number into the header of all pages but the first of a section."""
    section = word.element.body.sectPr
    number = paragraph("Header", *field("PAGE", run("2")))
    set_align(number, "center")  # in whatever style an office's file gives it
    set_header(section, "default", add_header(word, 1, number))
    set_header(section, "first", add_header(word, 2, paragraph("ND30Ngat")))
