"""DOCX: what a file says of itself: title, author, own properties, days of making and changing.

Word writes another day and name when somebody saves the file, and counts that as a revision;
the workbooks of charts have properties of their own.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.verify.reading.text import Piece, names

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CORE, _APP, _CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_PROPERTIES = names(
    "title subject keywords description creator Company Manager category contentStatus identifier"
    " version"
)
# what programs of offices write into each file: protection labels, kinds of content
_LABELS = ("MSIP_", "ContentType", "_", "Classification", "KSOProductBuildVer", "ICV")
_FIRST = ("", "0", "1")  # revisions of a file that nobody has saved again
_DAY = len("2024-07-31")


def properties(roots: Mapping[str, etree._Element]) -> Iterator[Piece]:
    """Yield properties, also those of the file's own, and descriptions of tables and charts."""
    known = _PROPERTIES | ({"lastModifiedBy"} if _is_as_made(roots) else frozenset())
    for name in (_CORE, _APP):
        for tag, text in _told(roots.get(name)):
            if tag in known:
                yield Piece(text, f"properties, {tag}")
    for node in roots.get(_CUSTOM, ()):
        if not str(node.get("name", "")).startswith(_LABELS):
            yield Piece("".join(map(str, node.itertext())), "properties, custom")
    document = roots["word/document.xml"]
    for node in document.iter(f"{_WP}docPr"):
        yield Piece(str(node.get("title", "")), "mô tả biểu đồ")
    for node in document.iter(f"{W}tblCaption", f"{W}tblDescription"):
        yield Piece(str(node.get(f"{W}val", "")), "mô tả bảng")


def days(roots: Mapping[str, etree._Element], books: Mapping[str, bytes]) -> Iterator[Piece]:
    """Yield the days, as ISO dates, on which a file was made, and changed by nobody since."""
    wanted = ("created", "modified") if _is_as_made(roots) else ("created",)
    for tag, text in _told(roots.get(_CORE)):
        if tag in wanted:
            yield Piece(text[:_DAY], f"properties, {tag}")
    for name, blob in books.items():
        for tag, text in _told(_core_of(blob)):
            if tag == "created":
                yield Piece(text[:_DAY], name)


def titles_of(book: bytes) -> Iterator[str]:
    """Yield what a workbook says of itself in words."""
    for tag, text in _told(_core_of(book)):
        if tag in _PROPERTIES and tag != "creator" and text.strip():
            yield text


def _core_of(book: bytes) -> etree._Element | None:
    """Return the properties of a workbook, None without."""
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        found = _CORE in package.namelist()
        return etree.fromstring(package.read(_CORE), _PARSER) if found else None


def _is_as_made(roots: Mapping[str, etree._Element]) -> bool:
    """Tell whether nobody has saved a file since it was made."""
    return dict(_told(roots.get(_CORE))).get("revision", "") in _FIRST


def _told(root: etree._Element | None) -> Iterator[tuple[str, str]]:
    """Yield the properties of a part by their names."""
    for node in () if root is None else root.iter():
        yield str(node.tag).rpartition("}")[2], str(node.text or "")
