"""Block tree to PDF: tagged (PDF/UA-1), archival (PDF/A-3a), the facts attached.

WeasyPrint lays out the HTML of ``generator.renderers.html``. Nothing is fetched,
nothing is logged, no clock is read: equal documents give equal bytes.
"""

from __future__ import annotations

from functools import partial

from generator.errors import RenderError
from generator.model.document import Document
from generator.renderers.html import to_html
from generator.renderers.pdf_parts.archival import (
    COLOURS,
    ends_in_return,
    finish,
    with_colours,
    with_conformance,
)
from generator.renderers.pdf_parts.fonts import check_fonts
from generator.renderers.pdf_parts.notes import laid_out
from generator.renderers.pdf_parts.objects import PdfObject
from generator.renderers.pdf_parts.surroundings import fetcher, fixed_time, midnight, quiet

SUFFIX = ".pdf"

FACTS_FILE = "facts.json"
_VARIANT = "pdf/a-3a"
_MOST_SPARE = 5


def render(document: Document) -> bytes:
    """Return the PDF file of a document.

    Raises RenderError for a mark that the report's font does not have, for
    anything that would have to be fetched and for whatever WeasyPrint warns of.
    """
    return lay_out(document).file()


def lay_out(document: Document) -> Layout:
    """Return the pages of a document, which are not yet a file."""
    return Layout(to_html(document, for_print=True), document)


def render_html(html: str, document: Document) -> bytes:
    """Return the PDF file of a page made of ``document``; errors as in ``render``."""
    return Layout(html, document).file()


class Layout:
    """A document laid out on pages: they can be counted before the file is written."""

    def __init__(self, html: str, document: Document) -> None:
        """Lay out a page made of ``document``; what WeasyPrint warns of waits for ``file``."""
        import weasyprint

        self._document = document
        with fixed_time(document.date), quiet() as messages:
            page = weasyprint.HTML(string=html, url_fetcher=fetcher(), media_type="print")
            self._made = laid_out(page)
        self._messages = tuple(messages)

    @property
    def pages(self) -> int:
        """How many pages the document fills."""
        return len(self._made.pages)

    def file(self) -> bytes:
        """Return the PDF file; errors as in ``render``."""
        with fixed_time(self._document.date), quiet() as messages:
            made = with_colours(self._made)
            made.metadata = with_conformance(made.metadata)
            content = self._written(made, 0)
            # the streams that hold objects and their places are made while the file is written
            for spare in range(1, _MOST_SPARE):
                if not ends_in_return(content):
                    break
                content = self._written(made, spare)
        check_fonts(made.fonts)
        if told := dict.fromkeys((*self._messages, *messages)):
            raise RenderError("; ".join(told))
        return content

    def _written(self, made: PdfObject, spare: int) -> bytes:
        """Return the bytes of the file with some ``spare`` objects, which move all others."""
        content: bytes = made.write_pdf(
            finisher=partial(finish, spare=spare),
            pdf_variant=_VARIANT,
            output_intent=COLOURS,
            attachments=_attachments(self._document),
        )
        return content


def _attachments(document: Document) -> list[PdfObject]:
    """Return the lineage as a file inside the file (PDF/A-3, relationship Data)."""
    import weasyprint

    if not document.lineage:
        return []
    moment = midnight(document.date)
    return [
        weasyprint.Attachment(
            string=document.lineage,
            name=FACTS_FILE,
            description="Số liệu của báo cáo và nguồn của từng số",
            created=moment,
            modified=moment,
            relationship="Data",
        )
    ]
