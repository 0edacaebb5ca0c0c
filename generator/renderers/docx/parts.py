"""Parts of the package beside the text: notes, charts with workbooks, lineage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from generator.renderers.docx.chart_xml import ChartParts
from generator.renderers.docx.ooxml import notes as note_xml
from generator.renderers.docx.ooxml.elements import Element, legal
from generator.renderers.docx.ooxml.sections import header_part

LINEAGE_NAMESPACE = "urn:soket:lineage"
LINEAGE_PART = "/customXml/item1.xml"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM_XML = f"{_OFFICE}/customXml"
_ITEM_ID = "{6B1C5C9A-8D0B-5E0A-9B3E-50A15E7C0DE1}"


def add_notes(word: WordDocument, notes: Sequence[Element]) -> None:
    """Add ``/word/footnotes.xml``; its separators are there even without a note."""
    blob = note_xml.notes_part(notes)
    part = _part(word, "/word/footnotes.xml", note_xml.CONTENT_TYPE, blob)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def add_header(word: WordDocument, number: int, content: Element) -> str:
    """Add a header part of one paragraph; return the relation id for its section."""
    blob = header_part(content)
    part = _part(word, f"/word/header{number}.xml", CONTENT_TYPE.WML_HEADER, blob)
    relation: str = word.part.relate_to(part, RELATIONSHIP_TYPE.HEADER)
    return relation


def add_chart(word: WordDocument, number: int, chart: ChartParts) -> str:
    """Add a chart part and its workbook; return the relation id for the text."""
    part = _part(word, f"/word/charts/chart{number}.xml", CONTENT_TYPE.DML_CHART, chart.xml)
    book = _part(
        word, f"/word/embeddings/chart{number}.xlsx", CONTENT_TYPE.SML_SHEET, chart.workbook
    )
    part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    relation: str = word.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    return relation


def add_lineage(word: WordDocument, lineage: str, pages: Iterable[str] = ()) -> None:
    """Attach the lineage JSON as the text of one element in ``/customXml/item1.xml``.

    ``pages`` are the page numbers in the table of contents, for who reads the file again.
    """
    root = etree.Element(f"{{{LINEAGE_NAMESPACE}}}lineage", nsmap={"so": LINEAGE_NAMESPACE})
    root.set("format", "application/json")
    if told := " ".join(pages):
        root.set("contents", told)
    root.text = legal(lineage)
    item = _part(word, LINEAGE_PART, CONTENT_TYPE.XML, _xml(root))
    word.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    properties = etree.Element(f"{{{_CUSTOM_XML}}}datastoreItem", nsmap={"ds": _CUSTOM_XML})
    properties.set(f"{{{_CUSTOM_XML}}}itemID", _ITEM_ID)
    schemas = etree.SubElement(properties, f"{{{_CUSTOM_XML}}}schemaRefs")
    schema = etree.SubElement(schemas, f"{{{_CUSTOM_XML}}}schemaRef")
    schema.set(f"{{{_CUSTOM_XML}}}uri", LINEAGE_NAMESPACE)
    described = _part(
        word,
        "/customXml/itemProps1.xml",
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        _xml(properties),
    )
    item.relate_to(described, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def _part(word: WordDocument, name: str, content_type: str, blob: bytes) -> Part:
    """Return a part of the document's package."""
    return Part(PackURI(name), content_type, blob, word.part.package)


def _xml(root: etree._Element) -> bytes:
    """Return the bytes of an XML part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
