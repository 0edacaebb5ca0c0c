"""A document as parts: the report itself, then each appendix on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
from generator.renderers.page_rules import follows_text, kept_with_signature

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
    """Yield the blocks; items in a row make one list."""
    for kind, run in groupby(_kept(blocks), key=_run_kind):
        written = [_block(block, writer, blocks) for block in run]
        yield element("ul", *written, class_="items") if kind == "item" else fragment(*written)


def _kept(blocks: tuple[Block, ...]) -> list[Block]:
    """Return the blocks; the text above a signature stays on its page."""
    kept = kept_with_signature(blocks)
    found: list[Block] = list(blocks)
    for at in kept:
        block = blocks[at]
        if isinstance(block, Paragraph):
            found[at] = replace(block, keep_with_next=True)
    return found


def _run_kind(block: Block) -> str:
    """Return "item" for a line of a list, else ""."""
    return "item" if isinstance(block, Paragraph) and block.role == "item" else ""


def _block(block: Block, writer: Writer, blocks: tuple[Block, ...]) -> Html:
    """Return one of the ``blocks`` of a part."""
    match block:
        case Letterhead():
            return front.letterhead(block, for_print=writer.for_print)
        case Title():
            return front.title(block)
        case Addressees():
            return front.addressees(block)
        case Contents():
            place = "back" if follows_text(block, blocks) else "front"
            return front.contents(block, writer.appendices, place)
        case Signature():
            return text.signature(block, for_print=writer.for_print)
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
