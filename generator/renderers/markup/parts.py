"""A document as parts: the report itself, then each appendix on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.model.document import (
    Addressees,
    AppendixStart,
    Block,
    ChartFigure,
    Contents,
    Heading,
    KeyFigures,
    Letterhead,
    Paragraph,
    Signature,
    Table,
    Title,
)
from generator.renderers.markup import data, front, text
from generator.renderers.markup.element import Html, element, fragment
from generator.renderers.markup.writer import Writer

# width between the margins of an upright and of a turned A4 page, in mm
TEXT_WIDTH = {"portrait": 160.0, "landscape": 247.0}


@dataclass(frozen=True, slots=True)
class Part:
    """The blocks that share a run of page numbers."""

    id: str
    orientation: str
    blocks: tuple[Block, ...]


def split(blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    """Return the report and its appendices as parts with the ids part-0, part-1 …."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, AppendixStart)]
    bounds = [0, *starts, len(blocks)]
    pieces = [blocks[a:b] for a, b in pairwise(bounds)]
    return tuple(
        Part(f"part-{order}", _orientation(piece), piece)
        for order, piece in enumerate(pieces)
        if piece
    )


def part(content: Part, writer: Writer) -> Html:
    """Return one part as a section."""
    writer.width = TEXT_WIDTH[content.orientation]
    return element(
        "section",
        *_blocks(content.blocks, writer),
        id=content.id,
        class_=content.orientation,
    )


def _orientation(blocks: tuple[Block, ...]) -> str:
    """Return how the pages of a part stand."""
    first = blocks[0] if blocks else None
    return first.orientation if isinstance(first, AppendixStart) else "portrait"


def _blocks(blocks: tuple[Block, ...], writer: Writer) -> Iterator[Html]:
    """Yield the blocks; items in a row make one list, the end stays together."""
    for kind, run in groupby(_with_end(blocks), key=_run_kind):
        written = [_end(block, writer) for block in run]
        yield element("ul", *written, class_="items") if kind == "item" else fragment(*written)


def _with_end(blocks: tuple[Block, ...]) -> list[Block | tuple[Block, ...]]:
    """Return the blocks with the closing line and the signature as one."""
    found: list[Block | tuple[Block, ...]] = []
    for block in blocks:
        last = found[-1] if found else None
        closing = isinstance(last, Paragraph) and last.role in {"closing", "body"}
        if isinstance(block, Signature) and closing and isinstance(last, Paragraph):
            found[-1] = (last, block)
        else:
            found.append(block)
    return found


def _run_kind(block: Block | tuple[Block, ...]) -> str:
    """Return "item" for a line of a list, else ""."""
    return "item" if isinstance(block, Paragraph) and block.role == "item" else ""


def _end(block: Block | tuple[Block, ...], writer: Writer) -> Html:
    """Return one block, or several that must stay on one page."""
    if isinstance(block, tuple):
        return element("div", *(_block(one, writer) for one in block), class_="together")
    return _block(block, writer)


def _block(block: Block, writer: Writer) -> Html:
    """Return one block."""
    match block:
        case Letterhead():
            return front.letterhead(block)
        case Title():
            return front.title(block)
        case Addressees():
            return front.addressees(block)
        case Contents():
            return front.contents(block, writer.appendices)
        case Signature():
            return text.signature(block)
        case _:
            return _body_block(block, writer)


def _body_block(
    block: Heading | Paragraph | Table | ChartFigure | KeyFigures | AppendixStart, writer: Writer
) -> Html:
    """Return one block whose content has numbers, notes or references."""
    match block:
        case Heading():
            return text.heading(block, writer)
        case Paragraph():
            return text.paragraph(block, writer)
        case Table():
            return data.table(block, writer)
        case ChartFigure():
            return data.chart(block, writer)
        case KeyFigures():
            return text.key_figures(block, writer)
        case AppendixStart():
            return text.appendix_start(block, writer)
