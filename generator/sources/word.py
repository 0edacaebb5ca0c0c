"""DOCX: the text a reader of the document sees, by walking its XML.

Tracked insertions, content controls, text boxes, footnotes and endnotes are read;
tracked deletions, hidden text, tables of contents, headers and footers are not. A
note stands at the end of the text behind the mark that its place has: "[3] …".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.model.source_text import SourceInfo, SourceText
from generator.sources.grid import CELL_BREAK, reach, row_label
from generator.sources.package import Package, open_package
from generator.sources.passages import Passage, joined, mended_passages
from generator.sources.word_runs import Line, line_of, local, note_id, old_fonts

# wrappers of blocks whose content counts
_TRANSPARENT = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body"))


@dataclass(slots=True)
class _State:
    """Counters and notes of one walk through a document."""

    line: Line
    paragraphs: int = 0
    tables: int = 0
    carried: str = ""
    passages: list[Passage] = field(default_factory=list)


def read_word(data: bytes, info: SourceInfo, file: str) -> SourceText:
    """Return the text of a DOCX with segments "đoạn n", "bảng n, hàng m", "chú thích n".

    Raises InputError for a damaged, locked, hostile or empty document.
    """
    package = open_package(data, file)
    name = package.related("", "officeDocument") or "word/document.xml"
    root = package.xml(name)
    body = next((child for child in root if local(child) == "body"), None)
    if body is None:
        raise package.broken("this is no text document")
    state = _State(Line(old_fonts(root)))
    _walk(body, state, package)
    _flush(state)
    _notes(package, name, state)
    return joined(mended_passages(state.passages, file), info, file)


def _walk(container: etree._Element, state: _State, package: Package) -> None:
    """Read the blocks of a container into the state."""
    for child in container:
        name = local(child)
        if name == "p":
            _paragraph(child, state, package)
        elif name == "tbl":
            _flush(state)
            state.tables += 1
            _table(child, state, package)
        elif name in _TRANSPARENT:
            if not _is_contents(child):
                _walk(child, state, package)
        elif name == "AlternateContent":
            _walk(next(iter(child), child), state, package)
        elif name == "altChunk":
            raise package.broken("a part of this document is embedded in another format")


def _is_contents(control: etree._Element) -> bool:
    """Tell whether a content control holds a table of contents: headings with page numbers."""
    properties = next((child for child in control if local(child) == "sdtPr"), None)
    parts = properties.iter("{*}docPartGallery") if properties is not None else ()
    return any("Table of Contents" in part.attrib.values() for part in parts)


def _paragraph(element: etree._Element, state: _State, package: Package) -> None:
    """Read a paragraph; one whose end mark was deleted runs on into the next."""
    text, boxes = line_of(element, state.line)
    state.carried += text
    properties = next((child for child in element if local(child) == "pPr"), None)
    if properties is not None and _mark_deleted(properties):
        return
    _flush(state)
    for box in boxes:
        _walk(box, state, package)


def _flush(state: _State) -> None:
    """Close the paragraph that is being read."""
    text, state.carried = state.carried, ""
    if text.strip():
        state.paragraphs += 1
        state.passages.append(Passage(text, f"đoạn {state.paragraphs}"))


def _mark_deleted(properties: etree._Element) -> bool:
    """Tell whether the end mark of a paragraph was deleted or moved away."""
    marks = (child for child in properties if local(child) == "rPr")
    return any(local(change) in ("del", "moveFrom") for mark in marks for change in mark)


def _table(table: etree._Element, state: _State, package: Package) -> None:
    """Read a table row by row; a row of one filled cell is read as its paragraphs."""
    number = state.tables
    for index, row in enumerate(_children(table, "tr"), start=1):
        properties = next((child for child in row if local(child) == "trPr"), None)
        if properties is not None and any(local(change) == "del" for change in properties):
            continue
        label = row_label(number, index)
        cells: list[list[str]] = []
        for cell in _children(row, "tc"):
            cells += [_cell(cell, state, package), *[[]] * (_columns(cell) - 1)]
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            state.passages.extend(Passage(text, label) for text in filled[0])
        elif filled:
            texts = CELL_BREAK.join(" ".join(cell) for cell in cells)
            state.passages.append(Passage(texts, label))


def _columns(cell: etree._Element) -> int:
    """Return over how many columns a cell reaches."""
    properties = next((child for child in cell if local(child) == "tcPr"), None)
    spans = (
        (child for child in properties if local(child) == "gridSpan")
        if properties is not None
        else ()
    )
    return reach(next((str(value) for span in spans for value in span.attrib.values()), ""))


def _cell(cell: etree._Element, state: _State, package: Package) -> list[str]:
    """Return the texts in a cell; a table inside gives its rows."""
    inner = _State(state.line)
    _walk(cell, inner, package)
    _flush(inner)
    return [" ".join(one.text.split()) for one in inner.passages]


def _children(container: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows or cells of a table, those in content controls too."""
    for child in container:
        if local(child) == name:
            yield child
        elif local(child) in _TRANSPARENT:
            yield from _children(child, name)


def _notes(package: Package, name: str, state: _State) -> None:
    """Append the notes in the order of their marks; a note may have notes itself."""
    roots = {}
    for kind in ("footnotes", "endnotes"):
        part = package.related(name, kind)
        if part is not None:
            roots[kind] = {note_id(note): note for note in package.xml(part)}
    done = 0
    while done < len(state.line.notes):
        kind, number = state.line.notes[done]
        done += 1
        note = roots.get(kind, {}).get(number)
        if note is None or any(note.iter("{*}separator")):
            continue
        text = " ".join(_cell(note, state, package))
        if text:
            state.passages.append(Passage(f"[{done}] {text}", f"chú thích {done}"))
