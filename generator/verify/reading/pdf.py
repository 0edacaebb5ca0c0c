"""PDF: the structure tree gives the order, PDFium the letters."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from generator.verify.matrix import IDENTITY, Matrix, matrix_of, placed, times
from generator.verify.reading.pdf_course import Course
from generator.verify.reading.pdf_fonts import Face, misdrawn, unheld
from generator.verify.reading.pdf_links import bookmarks, mislinked
from generator.verify.reading.pdf_marks import Painter
from generator.verify.reading.pdf_properties import days, language, properties
from generator.verify.reading.pdf_sight import Edges, Sight
from generator.verify.reading.pdf_spacing import misspaced
from generator.verify.reading.pdf_strokes import Strokes
from generator.verify.reading.pdf_tags import tag_of
from generator.verify.reading.pdf_unseen import over_page, unseen
from generator.verify.reading.text import NOTE, ChartText, Drawn, FileText, Piece, Placed, Tag

FACTS_FILE = "facts.json"

# the libraries' objects have no types
Untyped = Any
# elements that are one piece of text
_PIECES = frozenset({"P", "TD", "TH", "LI", "Caption", *(f"H{level}" for level in range(1, 7))})
_CELLS = ("TH", "TD")
_ROLES = {
    "TH": "head",
    "TD": "cell",
    "Caption": "caption",
    "H1": "title",
    **{f"H{level}": f"heading {level - 1}" for level in range(2, 7)},
}
# what a program reads out instead of the letters; a figure may have a description
_READ_OUT = (
    raw.FPDF_StructElement_GetAltText,
    raw.FPDF_StructElement_GetActualText,
    raw.FPDF_StructElement_GetExpansion,
)
_NOTHING = 2  # bytes of a text without letters
# PDFium's sign for a hyphen at the end of a line
_LINE_END_HYPHEN = "\x02"
# points between neighbouring letters, at most, with and without a blank
_BLANK, _NO_BLANK = 4.8, 2.6
_ROOM = 256  # bytes
_REACH = 1.5  # points that letters may reach over a border
_DIGITS = re.compile(r"\s*\d+\s*")
_OF_MARKS = frozenset({"NonStruct", "Lbl"})  # tags of the mark of a note
_RAISED = 11  # as a page of ours counts: the mark of a note is 9,3, the smallest text 13,3


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One marked content of the structure: types of the elements above, its number.

    ``piece`` and ``row`` count the pieces of text and the rows of tables of a page.
    """

    path: tuple[str, ...]
    piece: int
    row: int
    content: int
    alt: str


@dataclass(frozen=True, slots=True)
class _Box:
    """A text of a page with the box around it, and how large it is set."""

    text: str
    edges: Edges
    size: float = 0

    @property
    def y(self) -> float:
        """Return its middle height."""
        return (self.edges[1] + self.edges[3]) / 2


class _Eyes(NamedTuple):
    """What looks at the objects of one page."""

    sight: Sight
    paint: Painter
    strokes: Strokes


@dataclass(slots=True)
class _Told:
    """What the structure of a page says beside its texts.

    ``strange`` are elements that are read out otherwise than they are drawn, ``tongues`` the
    languages of elements, ``tags`` those of cells by their piece.
    """

    strange: list[str] = field(default_factory=list)
    tongues: list[str] = field(default_factory=list)
    tags: dict[int, Tag] = field(default_factory=dict)


@dataclass(slots=True)
class _Collected:
    """What has been read of the pages so far."""

    body: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    marks: list[Piece] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)
    pages: list[Piece] = field(default_factory=list)
    charts: list[ChartText] = field(default_factory=list)
    cells: list[Placed] = field(default_factory=list)
    unseen: list[Piece] = field(default_factory=list)
    tongues: list[Piece] = field(default_factory=list)
    fonts: dict[int, Face] = field(default_factory=dict)


def read(data: bytes) -> FileText:
    """Return what a PDF file prints. Raises PdfiumError for a broken file."""
    file: Untyped = pypdfium2.PdfDocument(data)
    try:
        found = _Collected()
        pages = [file[number] for number in range(len(file))]  # fonts last as long as these
        texts = [page.get_textpage() for page in pages]
        for number, page in enumerate(pages, start=1):
            _read_page(page, texts[number - 1], number, found)
        return FileText(
            form="pdf",
            lineage=_attached(file),
            body=tuple(found.body),
            notes=tuple(found.notes),
            charts=tuple(found.charts),
            note_marks=tuple(found.marks),
            note_heads=tuple(found.heads),
            pages=tuple(found.pages),
            others=tuple(properties(file, data)),
            cells=tuple(found.cells),
            bookmarks=tuple(bookmarks(file)),
            unseen=(
                *unseen(file, data),
                *found.unseen,
                *_misdrawn(found),
                *mislinked(file, pages, texts),
            ),
            tongues=(Piece(language(file), "file"), *found.tongues),
            days=tuple(days(file, data)),
            unheld=tuple(Piece(one, "font") for one in unheld(found.fonts.values())),
        )
    finally:
        file.close()


def _misdrawn(found: _Collected) -> Iterator[Piece]:
    """Yield the letters that are drawn as others."""
    return (Piece(one, "font") for one in misdrawn(found.fonts.values()))


def _attached(file: Untyped) -> str:
    """Return the text of the attached facts, "" without."""
    for index in range(file.count_attachments()):
        attachment = file.get_attachment(index)
        if attachment.get_name() == FACTS_FILE:
            return bytes(attachment.get_data()).decode("utf-8")
    return ""


def _read_page(page: Untyped, texts: Untyped, number: int, found: _Collected) -> None:
    """Add what one page prints."""
    drawn: dict[int, list[_Box]] = {}
    page_height = page.get_height()
    eyes = _Eyes(Sight(page.get_width(), page_height, found.fonts), Painter(page_height), Strokes())
    _collect(_objects_of(page.raw), IDENTITY, -1, texts.raw, drawn, eyes)
    where = f"trang {number}"
    told = _Told()
    leaves = list(_leaves(page.raw, told))
    charts = {leaf.content for leaf in leaves if leaf.path[-1] == "Figure"}
    boxes = ((one.text, one.edges) for items in drawn.values() for one in items)
    found.unseen += [Piece(one, where) for one in eyes.strokes.objections(boxes, charts)]
    found.unseen += [Piece(one, where) for one in told.strange]
    found.tongues += [Piece(one, where) for one in (*told.tongues, *eyes.sight.tongues)]
    printed = "".join(one.text for one in drawn.pop(-1, []))
    found.unseen += [Piece(one, where) for one in eyes.sight.objections()]
    found.unseen += over_page(page.raw, where)
    found.unseen += [Piece(one, where) for one in misspaced(texts.raw)]
    found.pages.append(Piece(printed.strip(), where))
    used: set[int] = set()
    current: tuple[int, bool] | None = None
    course = Course()
    for leaf in leaves:
        if leaf.content in used or leaf.content not in drawn:
            continue
        used.add(leaf.content)
        items = drawn[leaf.content]
        if leaf.path[-1] == "Figure":
            joined = tuple(
                Drawn(one.text, (one.edges[0] + one.edges[2]) / 2, page_height - one.y)
                for one in _joined(iter(items))
            )
            shapes = eyes.paint.of(leaf.content)
            found.charts.append(ChartText(f"{where}, biểu đồ", leaf.alt, joined, marks=shapes))
            continue
        course.follow(leaf.piece, leaf.row, [(one.text, one.edges) for one in items])
        current = _place(leaf, items, where, found, current)
    found.unseen += [Piece(one, where) for one in course.objections()]
    found.cells += _cells(course, eyes.strokes, told.tags, where)
    for content, items in drawn.items():  # text outside the structure is text all the same
        if content not in used:
            found.body.append(Piece("".join(one.text for one in items), f"{where}, untagged"))


def _cells(
    course: Course, strokes: Strokes, tags: Mapping[int, Tag], where: str
) -> Iterator[Placed]:
    """Yield the cells of the tables of a page with the lines around each."""
    upright, across = strokes.grids()
    for piece, text, edges in course.cells():
        left, low, right, high = edges
        columns = upright.around(left + _REACH, right - _REACH, (low + high) / 2)
        rows = across.around(low + _REACH, high - _REACH, (left + right) / 2)
        yield Placed(text, where, edges, columns, rows, tags.get(piece))


def _place(
    leaf: _Leaf,
    items: Sequence[_Box],
    where: str,
    found: _Collected,
    current: tuple[int, bool] | None,
) -> tuple[int, bool]:
    """Add the text of one leaf where it belongs; return the piece that is open now."""
    in_notes = leaf.path[:2] == ("Document", "NonStruct")
    text = "".join(one.text for one in items)
    is_mark = _OF_MARKS.intersection(leaf.path[2:][-2:]) and _DIGITS.fullmatch(text)
    # bold digits are tagged alike, but as large as the text around them
    if is_mark and (in_notes or all(one.size < _RAISED for one in items)):
        (found.heads if in_notes else found.marks).append(Piece(text.strip(), where))
        if in_notes:
            return current or (-1, in_notes)
        text = NOTE
    target = found.notes if in_notes else found.body
    here = (leaf.piece, in_notes)
    if current == here and target:
        last = target[-1]
        target[-1] = Piece(last.text + text, last.where, last.role)
    else:
        target.append(Piece(text, where, _role(leaf.path)))
    return here


def _role(path: Sequence[str]) -> str:
    """Return what the elements above a text make it: a cell may hold paragraphs."""
    for kind, role in _ROLES.items():
        if kind in path:
            return role
    return ""


# ---------------------------------------------------------------- structure


def _leaves(page: Untyped, told: _Told) -> Iterator[_Leaf]:
    """Yield the marked contents of a page in the order of the structure tree."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    counter = iter(range(1_000_000))
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            child = raw.FPDF_StructTree_GetChildAtIndex(tree, index)
            if child:
                yield from _below(child, (), (-1, -1), counter, told)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _below(
    element: Untyped,
    path: tuple[str, ...],
    above: tuple[int, int],
    counter: Iterator[int],
    told: _Told,
) -> Iterator[_Leaf]:
    """Yield the marked contents below one element; ``above`` are its piece and row."""
    kind = _utf16(raw.FPDF_StructElement_GetType, element)
    here = (*path, kind)
    if kind in _PIECES or (here[:2] == ("Document", "NonStruct") and len(here) == 3):
        above = (next(counter), above[1])
    elif kind == "TR":
        above = (above[0], next(counter))
    if kind in _CELLS:
        told.tags[above[0]] = tag_of(element)
    if tongue := _utf16(raw.FPDF_StructElement_GetLang, element):
        told.tongues.append(tongue)
    alt = _utf16(raw.FPDF_StructElement_GetAltText, element)
    told.strange.extend(
        f"“{_utf16(function, element)}” for what is drawn in {kind}"
        for function in _READ_OUT[kind == "Figure" :]
        if function(element, None, 0) > _NOTHING
    )
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield from _below(child, here, above, counter, told)
            continue
        content = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if content >= 0:
            yield _Leaf(here, *above, content, alt)


# ---------------------------------------------------------------- page objects


def _objects_of(page: Untyped) -> Iterator[Untyped]:
    """Yield the objects of a page in the order in which they are painted."""
    count = raw.FPDFPage_CountObjects(page)
    return (raw.FPDFPage_GetObject(page, index) for index in range(count))


def _collect(
    objects: Iterator[Untyped],
    matrix: Matrix,
    content: int,
    texts: Untyped,
    found: dict[int, list[_Box]],
    eyes: _Eyes,
) -> None:
    """Sort the texts of objects by the marked content that they belong to, note all seen."""
    for one in objects:
        eyes.sight.mark(one)
        own = raw.FPDFPageObj_GetMarkedContentID(one)
        number = own if own >= 0 else content
        kind = raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            text = _utf16(raw.FPDFTextObj_GetText, one, texts, short=True)
            size = _size(one)
            if text:
                edges = _edges(one, matrix)
                found.setdefault(number, []).append(_Box(text, edges, size))
                eyes.sight.text(one, text, edges)
            eyes.sight.drawn(text, size, times(matrix_of(one), matrix))
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            count = raw.FPDFFormObj_CountObjects(one)
            inner = (raw.FPDFFormObj_GetObject(one, index) for index in range(count))
            _collect(inner, times(matrix_of(one), matrix), number, texts, found, eyes)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            edges = _edges(one, matrix)
            eyes.sight.path(one, edges)
            eyes.paint.path(one, number, matrix)
            eyes.strokes.path(one, number, edges)
        else:
            eyes.sight.other(kind)


def _joined(items: Iterator[_Box]) -> Iterator[_Box]:
    """Join letters that were drawn one by one to the texts that they make."""
    run: list[_Box] = []
    for one in items:
        if run and not _goes_on(run[-1], one):
            yield _one_text(run)
            run = []
        run.append(one)
    if run:
        yield _one_text(run)


def _goes_on(last: _Box, one: _Box) -> bool:
    """Tell whether a letter follows another without more than a blank between them."""
    letters = len(last.text.strip()) == 1 == len(one.text.strip())
    blank = _BLANK if last.text.endswith(" ") else _NO_BLANK
    near = -_NO_BLANK < one.edges[0] - last.edges[2] < blank
    return letters and near and abs(one.y - last.y) < _BLANK


def _one_text(run: list[_Box]) -> _Box:
    """Return letters as one text, at the middle height of its first and last."""
    y = (run[0].y + run[-1].y) / 2
    return _Box("".join(one.text for one in run), (run[0].edges[0], y, run[-1].edges[2], y))


def _size(one: Untyped) -> float:
    """Return the size of the letters of a text as its object counts it."""
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(one, size)
    return size.value


def _edges(one: Untyped, matrix: Matrix) -> Edges:
    """Return the box around an object on the page."""
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(one, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    if matrix is IDENTITY:
        return left, bottom, right, top
    return placed((left, bottom, right, top), matrix)


def _utf16(function: Callable[..., int], *arguments: Untyped, short: bool = False) -> str:
    """Return the text that a function of PDFium writes into a buffer.

    A first buffer holds most texts, so that the function is called only once.
    """
    room = _ROOM
    while True:
        target = (ctypes.c_ushort * (room // 2))() if short else ctypes.create_string_buffer(room)
        size = function(*arguments, target, room)
        if size <= room:
            break
        room = size + size % 2
    text = bytes(target)[: max(size, 0)].decode("utf-16-le", "replace").rstrip("\0")
    return text.replace(_LINE_END_HYPHEN, "-")
