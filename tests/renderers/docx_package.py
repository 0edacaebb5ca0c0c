"""Read a rendered .docx with zipfile and lxml only, not with the writer's library."""

import io
import posixpath
import zipfile
from functools import cache

from lxml import etree

from generator.model.document import Block, Document
from generator.renderers.docx import render
from tests.renderers.sample_document import sample

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}


class Package:
    """The parts of one .docx by name, with XPath on them."""

    def __init__(self, data):
        """Read all parts of the zip."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def find(self, path, part="word/document.xml"):
        """Return what an XPath finds in a part."""
        return etree.fromstring(self.parts[part]).xpath(path, namespaces=NAMESPACES)

    def texts(self, path, part="word/document.xml"):
        """Return the text of each found element, breaks and field codes left out."""
        return [text_of(node) for node in self.find(path, part)]

    def relations(self):
        """Yield (part, relation id, name of the target part) of every relation."""
        for name, data in self.parts.items():
            if not name.endswith(".rels"):
                continue
            folder, file = posixpath.split(name)
            home = posixpath.dirname(folder)
            owner = posixpath.join(home, file.removesuffix(".rels"))
            for relation in etree.fromstring(data):
                target = relation.get("Target")
                joined = target if target.startswith("/") else posixpath.join(home, target)
                yield owner, relation.get("Id"), posixpath.normpath(joined).lstrip("/")


def text_of(node):
    """Return the printed text of an element."""
    signs = {"tab": "\t", "noBreakHyphen": "-"}
    found = node.xpath(".//w:t | .//w:tab | .//w:noBreakHyphen", namespaces=NAMESPACES)
    return "".join(signs.get(etree.QName(part).localname, part.text) for part in found)


@cache
def sample_bytes():
    """Return the rendered sample report."""
    return render(sample())


@cache
def sample_package():
    """Return the sample report, rendered and read."""
    return Package(sample_bytes())


def rendered(*blocks: Block):
    """Render a report of a few blocks and read it."""
    base = sample()
    document = Document(
        title=base.title, subject="", author=base.author, date=base.date, blocks=blocks
    )
    return Package(render(document))
