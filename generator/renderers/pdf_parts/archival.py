"""PDF/UA-1 and PDF/A-3 in one file, on top of what WeasyPrint writes.

WeasyPrint declares one standard a file. The other needs an entry of its own in
the XMP metadata and, for PDF/A (ISO 19005-3, 6.6.2.3), the schema of that entry.
"""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO

from generator.renderers.pdf_parts.headers import name_headers
from generator.renderers.pdf_parts.noting import name_notes
from generator.renderers.pdf_parts.objects import (
    PdfFile,
    PdfObject,
    descendants,
    referred,
    streams,
    structure_elements,
)

COLOURS = "srgb-2014"

_UA_NAMESPACE = "http://www.aiim.org/pdfua/ns/id/"
_UA_ENTRY = f"""
<rdf:Description rdf:about="" xmlns:pdfuaid="{_UA_NAMESPACE}">
 <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>{_UA_NAMESPACE}</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>The part of ISO 14289 that is followed</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_RDF_END = b"</rdf:RDF>"
_CARRIAGE_RETURN = 0x0D


def with_conformance(metadata: PdfObject) -> PdfObject:
    """Return WeasyPrint's metadata, whose XMP also declares PDF/UA-1."""
    from weasyprint.pdf.metadata import DocumentMetadata

    class BothStandards(DocumentMetadata):  # type: ignore[misc]
        """Metadata that names both standards."""

        def generate_rdf_metadata(self, *arguments: object) -> bytes:
            """Return the RDF of WeasyPrint with the entry of PDF/UA-1 at its end."""
            rdf: bytes = super().generate_rdf_metadata(*arguments)
            return rdf.replace(_RDF_END, _UA_ENTRY.encode() + _RDF_END)

    return BothStandards(**vars(metadata))


def with_colours(laid_out: PdfObject) -> PdfObject:
    """Return the laid out document with the sRGB profile that PDF/A asks for.

    WeasyPrint 70 would open the same file of its own and leave it open.
    """
    from weasyprint.css import ColorProfile

    content = (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()
    components = (["r"], ["g"], ["b"])
    profile = ColorProfile(BytesIO(content), COLOURS, "relative-colorimetric", components)
    laid_out.color_profiles[COLOURS] = profile
    laid_out.output_intent = COLOURS
    return laid_out


def ends_in_return(content: bytes) -> bool:
    """Tell whether a stream of a file ends with 0x0D, which some take for part of the line end."""
    return b"\r\nendstream" in content


def finish(_document: PdfObject, pdf: PdfFile, spare: int = 0) -> None:
    """Mend the finished objects: artifacts, table headers, notes, plain metadata, safe streams.

    ``spare`` empty objects that nothing refers to move those behind them.
    """
    dictionary = type(referred(pdf, pdf.catalog["StructTreeRoot"]))
    for _ in range(spare):
        pdf.add_object(dictionary())
    _page_numbers_as_artifacts(pdf)
    name_headers(pdf)
    name_notes(pdf)
    referred(pdf, pdf.catalog["Metadata"]).compress = False
    for stream in streams(pdf):
        # some readers take a last byte 0x0D for the line end before "endstream"
        if stream.compress and _last_byte(stream) == _CARRIAGE_RETURN:
            stream.compress = False


def _page_numbers_as_artifacts(pdf: PdfFile) -> None:
    """Mark what stands in margin boxes as artifact (ISO 14289-1, 7.1).

    WeasyPrint tags it as text, but leaves its elements out of the structure tree.
    """
    root = referred(pdf, pdf.catalog["StructTreeRoot"])
    reached = {element.number for element in descendants(pdf, root)}
    numbers = referred(pdf, root["ParentTree"])["Nums"]
    pages = {reference: order for order, reference in enumerate(pdf.page_references)}
    for element in structure_elements(pdf):
        if element.number in reached:
            continue
        for mark in (kid for kid in element["K"] if isinstance(kid, int)):
            numbers[2 * pages[element["Pg"]] + 1][mark] = "null"
            page = referred(pdf, element["Pg"])
            _unmark(referred(pdf, page["Contents"]), mark)
        element.clear()


def _unmark(page: PdfObject, mark: int) -> None:
    """Turn one marked sequence of a page's stream into an artifact."""
    parts = page.stream
    for at, part in enumerate(parts):
        if isinstance(part, dict) and part.get("MCID") == mark:
            parts[at - 1] = "/Artifact"
            del part["MCID"]
            part["Type"] = "/Pagination"
            return


def _last_byte(stream: PdfObject) -> int:
    """Return the last byte of a stream as it will be written."""
    data: bytes = stream.data
    return data.removesuffix(b"\nendstream")[-1]
