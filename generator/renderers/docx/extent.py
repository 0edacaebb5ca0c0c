"""How much room each paragraph and table row takes, in twips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn

from generator.renderers.docx import measures as m
from generator.renderers.docx.ooxml.drawing import EMU_PER_TWIP
from generator.renderers.docx.ooxml.elements import Element, child
from generator.renderers.docx.styles import PARAGRAPH_STYLES, ParagraphStyle
from generator.renderers.metrics import text_width, wrap
from generator.vi.text import NBSP

# ascent, descent and line gap of Times New Roman, as a share of its size
_LINE = 1.149
_ROW_BORDER = 10
_EXTENT = qn("wp:extent")
_STYLES = {style.id: style for style in PARAGRAPH_STYLES}


@dataclass(frozen=True, slots=True)
class Extent:
    """One paragraph or table row: ``lines`` of height ``line`` and the gaps around.

    ``whole`` forbids a break inside, ``keep_next`` one behind; ``repeated`` is the
    height of head rows that come again above it on a new page; ``notes`` that of
    its footnotes. ``section`` is the page of the section that begins behind it;
    ``new_page`` begins a page with it.
    """

    lines: int
    line: float
    before: float = 0
    after: float = 0
    whole: bool = False
    keep_next: bool = False
    repeated: float = 0
    notes: float = 0
    bookmarks: tuple[str, ...] = ()
    section: m.Page | None = None
    new_page: bool = False

    @property
    def height(self) -> float:
        """Return the height without the gaps."""
        return self.lines * self.line


def extents(body: Iterable[Element], notes: Sequence[Element]) -> Iterator[Extent]:
    """Yield the extents of paragraphs and rows in order of the text."""
    nodes = list(body)
    pages = [_page(section) for node in nodes for section in node.iter(qn("w:sectPr"))]
    at = 0
    for node in nodes:
        if node.tag == qn("w:tbl"):
            yield from _rows(node, notes)
        elif node.tag == qn("w:p"):
            ends = node.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
            section = pages[at + 1] if ends else None
            yield _paragraph(node, pages[at].text_width, notes, section)
            at += ends


def _page(section: Element) -> m.Page:
    """Return the page that ``w:sectPr`` describes."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    sides = (int(margins.get(qn(f"w:{side}"), "0")) for side in ("top", "bottom", "left", "right"))
    return m.Page(int(size.get(qn("w:w"), "0")), int(size.get(qn("w:h"), "0")), *sides)


def _paragraph(
    node: Element, width: int, notes: Sequence[Element], section: m.Page | None = None
) -> Extent:
    """Return the extent of one paragraph in a column of ``width`` twips."""
    style = _style(node)
    pictures = [int(e.get("cy", "0")) / EMU_PER_TWIP for e in node.iter(_EXTENT)]
    line = style.line * 20 if style.line < 100 else style.size * 20 * _LINE * style.line / 240
    return Extent(
        lines=1 if pictures else _lines(node, style, width),
        line=max([line, *pictures]),
        before=_direct(node, "w:spacing", "w:before", style.before),
        after=style.after,
        whole=style.outline >= 0 or bool(pictures),
        keep_next=style.keep_next or next(node.iter(qn("w:keepNext")), None) is not None,
        notes=sum(_note(notes[number - 1], width) for number in _note_numbers(node)),
        bookmarks=tuple(b.get(qn("w:name"), "") for b in node.iter(qn("w:bookmarkStart"))),
        section=section,
        new_page=next(node.iter(qn("w:pageBreakBefore")), None) is not None,
    )


def _rows(table: Element, notes: Sequence[Element]) -> Iterator[Extent]:
    """Yield one extent for each row of a table."""
    head = 0.0
    margin = m.CELL_MARGINS[child(child(table, "tblPr"), "tblStyle").get(qn("w:val"), "")]
    for row in table.iter(qn("w:tr")):
        cells = [_cell(cell, margin, notes) for cell in row.iter(qn("w:tc"))]
        height = max((height for height, _ in cells), default=0) + _ROW_BORDER
        parts = [part for _, paragraphs in cells for part in paragraphs]
        header = next(row.iter(qn("w:tblHeader")), None) is not None
        yield Extent(
            lines=1,
            line=height,
            whole=True,
            keep_next=any(part.keep_next for part in parts),
            repeated=0 if header else head,
            notes=sum(part.notes for part in parts),
            bookmarks=tuple(name for part in parts for name in part.bookmarks),
        )
        head += height if header else 0


def _cell(cell: Element, margin: int, notes: Sequence[Element]) -> tuple[float, list[Extent]]:
    """Return the height of a cell and its paragraphs; one over several rows counts none."""
    width = int(next(cell.iter(qn("w:tcW"))).get(qn("w:w"), "0")) - 2 * margin
    parts = [_paragraph(node, width, notes) for node in cell.iter(qn("w:p"))]
    if next(cell.iter(qn("w:vMerge")), None) is not None:
        return 0, parts
    return sum(part.before + part.height + part.after for part in parts), parts


def _lines(node: Element, style: ParagraphStyle, width: int) -> int:
    """Return how many lines the text of a paragraph fills."""
    room = width - sum(
        _direct(node, "w:ind", f"w:{side}", usual)
        for side, usual in (("left", style.left), ("right", 0))
    )
    text = _text(node)
    indent = " " * round(style.first / text_width(" ", style.size)) if style.first else ""
    words = indent.replace(" ", NBSP) + (text.upper() if style.caps else text)
    lines = [wrap(line, style.size, room, bold=style.bold) for line in words.split("\n")]
    return sum(map(len, lines))


def _text(node: Element) -> str:
    """Return the text of a paragraph, its line breaks as line feeds."""
    signs = {qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
    parts = node.iter(qn("w:t"), *signs)
    return "".join(signs.get(str(part.tag), part.text or "") for part in parts)


def _note(note: Element, width: int) -> float:
    """Return the height of a footnote."""
    return sum(_paragraph(part, width, ()).height for part in note.iter(qn("w:p")))


def _note_numbers(node: Element) -> list[int]:
    """Return the numbers of the footnotes anchored in a paragraph."""
    return [int(mark.get(qn("w:id"), "0")) for mark in node.iter(qn("w:footnoteReference"))]


def _style(node: Element) -> ParagraphStyle:
    """Return the named style of a paragraph."""
    return _STYLES[child(child(node, "pPr"), "pStyle").get(qn("w:val"), "")]


def _direct(node: Element, tag: str, name: str, usual: int) -> int:
    """Return a measure that the paragraph sets itself, else that of its style."""
    found = child(node, "pPr").find(qn(tag))
    return usual if found is None else int(found.get(qn(name), str(usual)))
