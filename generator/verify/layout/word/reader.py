"""Reads a Word document to what the layout rules speak of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.sources.package import Package, open_package
from generator.verify.layout.seen import Block, Layout, PageNumber, Piece, Sheet, Stroke
from generator.verify.layout.widths import line_widths
from generator.verify.layout.word.letters import Fields, pieces_of
from generator.verify.layout.word.sections import ALIGNMENTS, Running, page_numbers, sheet_of
from generator.verify.layout.word.shapes import drawn_lines
from generator.verify.layout.word.styles import Chain, Styles, load_styles, nearest
from generator.verify.layout.word.xml import (
    TWIPS,
    WRAPPERS,
    W,
    attribute,
    children,
    local,
    number,
    switched,
    twips,
)
from generator.verify.layout.words import is_letterhead, is_recipients_word

_SINGLE = 1.15  # height of a line of Times New Roman in sizes of its letters
_NO_BORDER = frozenset((None, "none", "nil"))
_ROW = 100  # more than what counts as one height
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class _Box:
    """Where paragraphs stand: room in points, side and level in a table, its properties."""

    room: float
    side: str = ""
    level: tuple[int, ...] = ()
    where: str = ""
    table: bool = False
    chain: Chain = ()


@dataclass(slots=True)
class _State:
    """What has been read so far."""

    styles: Styles
    fields: Fields = field(default_factory=Fields)
    blocks: list[Block] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    sections: list[etree._Element] = field(default_factory=list)
    tables: list[bool] = field(default_factory=lambda: [False])
    paragraphs: int = 0
    table_count: int = 0
    below: float = 0.0
    after_object: bool = False
    same_style: str | None = None


def read_word(data: bytes, file: str) -> Layout:
    """Return what a DOCX shows. Raises InputError for a damaged or locked file."""
    package = open_package(data, file)
    name = package.related("", "officeDocument") or "word/document.xml"
    body = next((one for one in package.xml(name) if local(one) == "body"), None)
    if body is None:
        raise package.broken("this is no text document")
    last = body.find(f"{W}sectPr")
    state = _State(load_styles(package, name))
    ends = [*body.iterfind(f".//{W}pPr/{W}sectPr"), *([] if last is None else [last])]
    _walk(body, state, _Box(_room(ends[0] if ends else None)))
    if last is not None or not ends:
        state.sections.append(last if last is not None else etree.Element(f"{W}sectPr"))
    return Layout(
        "docx",
        _sheets(state),
        tuple(state.blocks),
        tuple(state.strokes),
        tuple(_numbers(state, package, name)),
    )


def _sheets(state: _State) -> tuple[Sheet, ...]:
    """Return the sections that have been read."""
    pairs = zip(state.sections, state.tables, strict=False)
    return tuple(sheet_of(one, at, has_table=table) for at, (one, table) in enumerate(pairs))


def _numbers(state: _State, package: Package, name: str) -> Iterator[PageNumber]:
    """Yield the page numbers of all sections."""
    running = Running()
    for index, section in enumerate(state.sections):
        yield from page_numbers(section, index, package, name, state.styles, running)


def _room(section: etree._Element | None) -> float:
    """Return the width of the text of a section in points."""
    sheet = sheet_of(section, 0, has_table=False)
    return sheet.width - sheet.margins["left"][0] - sheet.margins["right"][0]


def _walk(container: etree._Element, state: _State, box: _Box) -> None:
    """Read paragraphs and tables of a container in order."""
    for child in container:
        name = local(child)
        if name == "p":
            _paragraph(child, state, box)
        elif name == "tbl":
            _table(child, state, box)
        elif name in WRAPPERS:
            _walk(child, state, box)


def _table(table: etree._Element, state: _State, box: _Box) -> None:
    """Read a table: ruled ones hold data, the others lay out heads and signatures."""
    state.table_count += 1
    number_of, text = state.table_count, "".join(str(t.text or "") for t in table.iter(f"{W}t"))
    own = table.find(f"{W}tblPr")
    style = attribute(own.find(f"{W}tblStyle"), "val") if own is not None else None
    data = _ruled(table, style, state.styles) and not is_letterhead(text)
    chain = state.styles.chain(style, "table", "rPr")
    if data:
        state.tables[-1] = True
    for at, row in enumerate(children(table, "tr")):
        cells = list(children(row, "tc"))
        for column, cell in enumerate(cells):
            side = "" if data or len(cells) < 2 else _side(column, len(cells))
            where = f"table {number_of}, row {at + 1}"
            room = _cell_room(cell, own, box.room / max(len(cells), 1))
            inner = _Box(room, side, (number_of, at * _ROW), where, data or box.table, chain)
            state.below, state.after_object = 0.0, False
            _walk(cell, state, inner)
    state.below, state.after_object, state.same_style = 0.0, True, None


def _side(column: int, count: int) -> str:
    """Return the side of a column."""
    return "left" if column < count / 2 else "right"


def _cell_room(cell: etree._Element, table: etree._Element | None, default: float) -> float:
    """Return the width for text in a cell in points."""
    width = cell.find(f"{W}tcPr/{W}tcW")
    given = twips(attribute(width, "w")) if attribute(width, "type") == "dxa" else None
    margins = table.find(f"{W}tblCellMar") if table is not None else None
    sides = (
        [margins.find(f"{W}{side}") for side in ("left", "right")] if margins is not None else []
    )
    return (given or default) - sum(twips(attribute(side, "w")) or 0.0 for side in sides)


def _ruled(table: etree._Element, style: str | None, styles: Styles) -> bool:
    """Tell whether a table has ruled lines, by itself, its style or a cell."""
    own = table.find(f"{W}tblPr")
    chain = (*(() if own is None else (own,)), *styles.chain(style, "table", "tblPr"))
    for node in chain:
        borders = node.find(f"{W}tblBorders")
        if borders is not None:
            return _drawn(borders)
    return any(_drawn(borders) for borders in table.iter(f"{W}tcBorders"))


def _drawn(borders: etree._Element) -> bool:
    """Tell whether one of the borders is drawn."""
    return any(attribute(borders.find(f"{W}{one}"), "val") not in _NO_BORDER for one in _EDGES)


def _paragraph(node: etree._Element, state: _State, box: _Box) -> None:
    """Read a paragraph: its letters, its measures, the lines drawn in it."""
    own = node.find(f"{W}pPr")
    style = attribute(own.find(f"{W}pStyle"), "val") if own is not None else None
    chain = (
        *(() if own is None else (own,)),
        *state.styles.chain(style, "paragraph", "pPr"),
        *state.styles.paragraph_default,
    )
    state.paragraphs += 1
    contents = state.fields.inside("TOC") or state.styles.name_of(style).startswith("toc")
    pieces = pieces_of(node, state.styles, state.fields, box.chain)
    contents = contents or state.fields.inside("TOC")
    if "".join(piece.text for piece in pieces).strip():
        _keep(_block(pieces, chain, state, box, style), state, contents=contents)
    else:
        state.below += _height(chain, pieces)
    room = box.room - _indent(chain, "left", "start") - _indent(chain, "right", "end")
    under = len(state.blocks) - 1
    for length, solid in drawn_lines(node, chain, room):
        state.strokes.append(Stroke(under, length, solid))
    if any(local(one) == "drawing" for one in node.iter()):
        state.after_object = True
        state.tables[-1] = True
    section = own.find(f"{W}sectPr") if own is not None else None
    if section is not None:
        state.sections.append(section)
        state.tables.append(False)


def _keep(block: Block, state: _State, *, contents: bool) -> None:
    """Add a block; a line parted by a tab into two sides becomes two."""
    block = replace(block, contents=contents)
    text = "".join(piece.text for piece in block.pieces)
    sides = [side for side in text.split("\t") if side.strip()]
    parted = len(sides) == 2 and not (contents or block.table)
    if parted and not block.side and (is_letterhead(text) or is_recipients_word(text)):
        level = (-state.paragraphs,)
        cut = text.index("\t")
        halves = (_cut(block.pieces, 0, cut), _cut(block.pieces, cut, len(text)))
        for half, side in zip(halves, ("left", "right"), strict=True):
            state.blocks.append(replace(block, pieces=half, side=side, level=level, align="centre"))
    else:
        state.blocks.append(block)


def _cut(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[Piece, ...]:
    """Return the letters between two offsets."""
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        text = piece.text[max(start - at, 0) : max(end - at, 0)]
        at += len(piece.text)
        if text:
            found.append(replace(piece, text=text))
    return tuple(found)


def _block(
    pieces: tuple[Piece, ...], chain: Chain, state: _State, box: _Box, style: str | None
) -> Block:
    """Return a paragraph with its measures in points."""
    before = 0.0 if _contextual(chain) and style == state.same_style else _gap(chain, "before")
    size = max(piece.size for piece in pieces)
    text = " ".join("".join(piece.text for piece in pieces).split())
    room = box.room - _indent(chain, "left", "start") - _indent(chain, "right", "end")
    block = Block(
        pieces=pieces,
        where=box.where or f"paragraph {state.paragraphs}",
        sheet=len(state.sections),
        level=box.level or (-state.paragraphs,),
        side=box.side,
        align=ALIGNMENTS.get(nearest(chain, "jc") or "left", "left"),
        indent=_first_line(chain),
        gap=state.below + before,
        spacing=_spacing(chain, size),
        widths=line_widths(text, size, room, bold=pieces[0].bold),
        table=box.table,
        after_object=state.after_object,
    )
    state.below = 0.0 if _contextual(chain) else _gap(chain, "after")
    state.after_object, state.same_style = False, style
    return block


def _contextual(chain: Chain) -> bool:
    """Tell whether a paragraph leaves no room to others of its style."""
    states = (switched(node.find(f"{W}contextualSpacing")) for node in chain)
    return bool(next((state for state in states if state is not None), False))


def _indent(chain: Chain, *names: str) -> float:
    """Return the indent of a side in points."""
    values = (nearest(chain, "ind", name) for name in names)
    return next((twips(value) or 0.0 for value in values if value is not None), 0.0)


def _first_line(chain: Chain) -> float:
    """Return where the first line begins, from the margin of the text, in points."""
    for node in chain:
        indent = node.find(f"{W}ind")
        hanging, first = attribute(indent, "hanging"), attribute(indent, "firstLine")
        if hanging or first:
            shift = -(twips(hanging) or 0.0) if hanging else twips(first) or 0.0
            return _indent(chain, "left", "start") + shift
    return _indent(chain, "left", "start")


def _gap(chain: Chain, side: str) -> float:
    """Return the room before or after a paragraph in points."""
    if _is_on(nearest(chain, "spacing", f"{side}Autospacing")):
        return 14.0
    return twips(nearest(chain, "spacing", side)) or 0.0


def _is_on(value: str | None) -> bool:
    """Return the state of an on/off attribute."""
    return value in ("1", "true", "on")


def _spacing(chain: Chain, size: float) -> float:
    """Return the distance of lines in lines of the font."""
    line = number(nearest(chain, "spacing", "line"))
    rule = nearest(chain, "spacing", "lineRule") or "auto"
    if line is None:
        return 1.0
    if rule == "auto":
        return line / 240
    exact = line / TWIPS / (size * _SINGLE)
    return max(exact, 1.0) if rule == "atLeast" else exact


def _height(chain: Chain, pieces: tuple[Piece, ...]) -> float:
    """Return the height of an empty paragraph in points."""
    line = twips(nearest(chain, "spacing", "line"))
    exact = nearest(chain, "spacing", "lineRule") == "exact"
    size = pieces[0].size if pieces else 14.0
    own = line if exact and line is not None else size * _SINGLE
    return own + _gap(chain, "before") + _gap(chain, "after")
