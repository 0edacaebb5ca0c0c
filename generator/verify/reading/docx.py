"""DOCX: paragraphs of the body, notes, headers, charts with their workbooks, by lxml alone."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from generator.verify.reading.docx_chart import chart_text
from generator.verify.reading.docx_links import strange_links
from generator.verify.reading.docx_properties import days, properties
from generator.verify.reading.docx_roles import Roles
from generator.verify.reading.docx_tables import tables
from generator.verify.reading.docx_tongues import tongues
from generator.verify.reading.docx_unseen import unseen
from generator.verify.reading.text import NOTE, ChartText, FileText, Piece

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_LINEAGE = "{urn:soket:lineage}lineage"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_DOCUMENT = "word/document.xml"
_NO_ROLES = Roles()


@dataclass(slots=True)
class _Fields:
    """The fields that are open: the instruction of each, and whether its result runs."""

    stack: list[list[str]] = field(default_factory=list)

    def see(self, kind: str) -> None:
        """Note the begin, the separator or the end of a field."""
        if kind == "begin":
            self.stack.append(["", ""])
        elif kind == "separate" and self.stack:
            self.stack[-1][1] = "result"
        elif kind == "end" and self.stack:
            self.stack.pop()

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self.stack:
            self.stack[-1][0] += text

    @property
    def is_page(self) -> bool:
        """Tell whether the text that comes is a page number."""
        return any(words.split()[:1] in (["PAGE"], ["NUMPAGES"]) for words, _ in self.stack)


@dataclass(slots=True)
class _Story:
    """One story of a document: its pieces, note marks, drawings and page numbers."""

    fields: _Fields = field(default_factory=_Fields)
    pieces: list[Piece] = field(default_factory=list)
    drawings: list[tuple[str, str]] = field(default_factory=list)
    pages: list[Piece] = field(default_factory=list)


def read(data: bytes) -> FileText:
    """Return what a DOCX file prints. Raises BadZipFile and XMLSyntaxError."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        listed = package.namelist()
        every = sorted(set(listed))
        parts = {name: package.read(name) for name in every if _is_read(name)}
    roots = {name: _root(blob) for name, blob in parts.items() if not _is_book(name)}
    body = _story(roots[_DOCUMENT], "thân văn bản", Roles.of(roots))
    margins = [
        (name, _story(root, name.removeprefix("word/")))
        for name, root in roots.items()
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
    ]
    around = [piece for _, story in margins for piece in story.pieces]
    lineage, reckoned = _lineage(roots)
    return FileText(
        form="docx",
        lineage=lineage,
        body=tuple(body.pieces),
        notes=tuple(_notes(roots)),
        charts=tuple(_charts(body, parts, roots)),
        pages=tuple(_pages([piece for _, story in margins for piece in story.pages], roots)),
        others=tuple(properties(roots)),
        tables=tables(roots[_DOCUMENT]),
        unseen=(
            *strange_links(listed, roots),
            *unseen(roots),
            *(Piece(f"“{one.text}”", one.where) for one in around),
        ),
        tongues=tuple(tongues(roots)),
        reckoned=reckoned,
        days=tuple(days(roots, {name: blob for name, blob in parts.items() if _is_book(name)})),
    )


def _is_read(name: str) -> bool:
    """Tell whether a part of the package can hold something that is printed."""
    folders = ("_rels/", "word/", "customXml/", "docProps/")
    return name.startswith(folders) and name.endswith((".xml", ".rels", ".xlsx"))


def _is_book(name: str) -> bool:
    """Tell whether a part is the workbook of a chart."""
    return name.endswith(".xlsx")


def _root(blob: bytes) -> etree._Element:
    """Return the root of an XML part."""
    return etree.fromstring(blob, _PARSER)


def _story(root: etree._Element, where: str, roles: Roles = _NO_ROLES) -> _Story:
    """Return the pieces of one story, a piece for each paragraph."""
    story = _Story()
    for number, node in enumerate(_paragraphs(root), start=1):
        text = "".join(_texts(node, story, f"{where}, đoạn {number}"))
        if text.strip():
            role = roles.role(node)
            story.pieces.append(Piece(text, f"{where}, đoạn {number}", role))
    return story


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs in order, those of text boxes too, no fallback twice."""
    return (node for node in root.iter(f"{W}p") if not _is_fallback(node))


def _is_fallback(node: etree._Element) -> bool:
    """Tell whether a node stands in what only old programs show."""
    return next(node.iterancestors(f"{_MC}Fallback"), None) is not None


def _texts(node: etree._Element, story: _Story, where: str) -> Iterator[str]:
    """Yield the texts of one paragraph without those of paragraphs inside it."""
    for child in node:
        tag = child.tag
        if tag in (f"{W}p", f"{W}txbxContent", f"{_MC}Fallback", f"{W}del"):
            continue
        if tag == f"{W}t":
            if story.fields.is_page:
                story.pages.append(Piece(str(child.text or ""), where))
            else:
                yield str(child.text or "")
        elif tag in (f"{W}tab", f"{W}br", f"{W}cr") and node.tag == f"{W}r":
            yield " "
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{W}footnoteReference":
            yield NOTE
        elif tag == f"{W}fldChar":
            story.fields.see(str(child.get(f"{W}fldCharType")))
        elif tag == f"{W}instrText":
            story.fields.instruct(str(child.text or ""))
        elif tag == f"{W}drawing":
            story.drawings.extend(_drawing(child))
        else:
            yield from _texts(child, story, where)


def _drawing(node: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield relation and description of the charts in a drawing."""
    described = node.find(f".//{_WP}docPr")
    alt = str(described.get("descr", "")) if described is not None else ""
    for chart in node.iter(f"{_C}chart"):
        yield str(chart.get(f"{_R}id")), alt


def _notes(roots: dict[str, etree._Element]) -> Iterator[Piece]:
    """Yield the footnotes in the order of their marks, one piece each; separators have no text.

    Word counts the marks, so that a note stands at the number of its first mark.
    """
    if "word/footnotes.xml" not in roots:
        return
    notes = {str(one.get(f"{W}id")): one for one in roots["word/footnotes.xml"]}
    marks = roots[_DOCUMENT].iter(f"{W}footnoteReference")
    order = dict.fromkeys(str(mark.get(f"{W}id")) for mark in marks)
    for name in (*order, *(name for name in notes if name not in order)):
        pieces = _story(notes[name], f"chú thích {name}").pieces if name in notes else ()
        text = " ".join(piece.text for piece in pieces)
        if text.strip() or name in order:
            yield Piece(text, f"chú thích {name}")


def _charts(
    body: _Story, parts: dict[str, bytes], roots: dict[str, etree._Element]
) -> Iterator[ChartText]:
    """Yield the charts of the text in order."""
    related = _relations(_DOCUMENT, roots)
    for number, (relation, alt) in enumerate(body.drawings, start=1):
        name = related[relation]
        books = [parts[one] for one in _relations(name, roots).values() if _is_book(one)]
        yield chart_text(f"biểu đồ {number}", alt, roots[name], books)


def _relations(name: str, roots: dict[str, etree._Element]) -> dict[str, str]:
    """Return the parts that a part refers to, by relation id."""
    folder, base = posixpath.split(name)
    root = roots.get(f"{folder}/_rels/{base}.rels")
    return {
        str(one.get("Id")): posixpath.normpath(posixpath.join(folder, str(one.get("Target"))))
        if not str(one.get("Target")).startswith("/")
        else str(one.get("Target"))[1:]
        for one in (() if root is None else root)
    }


def _lineage(roots: dict[str, etree._Element]) -> tuple[str, tuple[str, ...] | None]:
    """Return the text of the lineage part, "" without, and the page numbers that it tells."""
    for name, root in roots.items():
        if name.startswith("customXml/item") and root.tag == _LINEAGE:
            told = tuple(str(root.get("contents") or "").split())
            return str(root.text or ""), None if _is_saved_again(roots) else told
    return "", None


def _pages(stored: Sequence[Piece], roots: dict[str, etree._Element]) -> Iterator[Piece]:
    """Yield the stored page numbers; another program stores what it counted last itself."""
    again = _is_saved_again(roots)
    return (piece for piece in stored if not (again and piece.text.isdecimal()))


def _is_saved_again(roots: dict[str, etree._Element]) -> bool:
    """Tell whether another program saved the file, which then gives its own name."""
    properties = roots.get("docProps/app.xml")
    return properties is not None and properties.find(f"{_APP}Application") is not None
