"""Block tree to PDF: tagged (PDF/UA-1), archival (PDF/A-3a), the facts attached.

WeasyPrint lays out the HTML of ``generator.renderers.html``. Nothing is fetched,
nothing is logged, no clock is read: equal documents give equal bytes.
"""

from __future__ import annotations

from generator.errors import RenderError
from generator.model.document import Document
from generator.renderers.html import to_html
from generator.renderers.pdf_parts.archival import COLOURS, finish, with_colours, with_conformance
from generator.renderers.pdf_parts.fonts import check_fonts
from generator.renderers.pdf_parts.notes import laid_out
from generator.renderers.pdf_parts.objects import PdfObject
from generator.renderers.pdf_parts.surroundings import fetcher, fixed_time, midnight, quiet

SUFFIX = ".pdf"

FACTS_FILE = "facts.json"
_VARIANT = "pdf/a-3a"


def render(document: Document) -> bytes:
    """Return the PDF file of a document.

    Raises RenderError for a mark that the report's font does not have, for
    anything that would have to be fetched and for whatever WeasyPrint warns of.
    """
    return render_html(to_html(document, for_print=True), document)


def pages(document: Document) -> int:
    """Return how many pages a document fills. Raises nothing for marks that a font lacks."""
    import weasyprint

    html = to_html(document, for_print=True)
    with fixed_time(document.date), quiet():
        page = weasyprint.HTML(string=html, url_fetcher=fetcher(), media_type="print")
        return len(laid_out(page).pages)


def render_html(html: str, document: Document) -> bytes:
    """Return the PDF file of a page made of ``document``; errors as in ``render``."""
    import weasyprint

    with fixed_time(document.date), quiet() as messages:
        page = weasyprint.HTML(string=html, url_fetcher=fetcher(), media_type="print")
        made = with_colours(laid_out(page))
        made.metadata = with_conformance(made.metadata)
        content: bytes = made.write_pdf(
            finisher=finish,
            pdf_variant=_VARIANT,
            output_intent=COLOURS,
            attachments=_attachments(document),
        )
    check_fonts(made.fonts)
    if messages:
        raise RenderError("; ".join(dict.fromkeys(messages)))
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
