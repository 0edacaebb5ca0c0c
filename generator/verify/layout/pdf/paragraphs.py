"""Lines of PDF pages joined to paragraphs, with the measures that their geometry tells."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.verify.layout.pdf.lines import Line, prevailing
from generator.verify.layout.pdf.pages import Page
from generator.verify.layout.seen import Block, Piece

_SINGLE = 1.15  # height of a line of Times New Roman in sizes of its letters
_SAME = 3.0  # points: two edges or middles that are meant to be equal
_INDENTED = 6.0
_RAGGED = 8.0  # points: no-break spaces, which are not stretched, may leave so much open
_SHORT = 42.0  # points: a line that ends so far from the margin ends a paragraph
_PARAGRAPH = 1.15  # pitches: a wider distance parts two paragraphs

Placed = tuple[Block, Line]


@dataclass(frozen=True, slots=True)
class Edges:
    """Left and right edge of the text of a page, and the usual distance of its lines."""

    left: float
    right: float
    pitch: float = 0.0

    @property
    def centre(self) -> float:
        """Return the middle of the text."""
        return (self.left + self.right) / 2


def text_blocks(page: Page, edges: Edges) -> Iterator[Placed]:
    """Yield the paragraphs of a page with their last lines."""
    run: list[Line] = []
    above: Line | None = None
    beside = False
    for at, line in enumerate(page.lines):
        aside, contents = at in page.aside, at in page.contents
        alone = aside or contents or _is_centred(line, edges)
        if run and (alone or _begins(run, line, edges)):
            yield _paragraph(run, above, page, edges, after_object=beside), run[-1]
            above, run, beside = run[-1], [], False
        if alone:
            block = _single(line, page, edges, table=aside, contents=contents)
            block = replace(block, after_object=beside)
            yield block, line
            above, beside = None, aside
        else:
            run.append(line)
    if run:
        yield _paragraph(run, above, page, edges, after_object=beside), run[-1]


def _is_centred(line: Line, edges: Edges) -> bool:
    """Tell whether a line stands in the middle without touching the margin."""
    apart = line.left > edges.left + _SAME and line.right < edges.right - _SAME
    return apart and abs(line.centre - edges.centre) <= _SAME


def _begins(run: Sequence[Line], line: Line, edges: Edges) -> bool:
    """Tell whether a line begins a new paragraph."""
    last = run[-1]
    usual = run[-2].base - last.base if len(run) > 1 else edges.pitch
    wide = last.base - line.base > _PARAGRAPH * usual
    indented = line.left > edges.left + _INDENTED
    ended = last.right < edges.right - _SHORT and not line.text[:1].islower()
    return wide or indented or ended or _look(last) != _look(line)


def _look(line: Line) -> tuple[float, bool]:
    """Return what tells a heading from the text below."""
    piece = prevailing(line.pieces)
    return piece.size, piece.bold


def _single(line: Line, page: Page, edges: Edges, *, table: bool, contents: bool) -> Block:
    """Return a line that stands for itself."""
    return Block(
        pieces=line.pieces,
        where=f"page {page.number}",
        sheet=page.number - 1,
        level=(-page.number, int(line.base)),
        align="centre" if _is_centred(line, edges) else "",
        widths=(line.right - line.left,),
        table=table,
        contents=contents,
    )


def _paragraph(
    run: Sequence[Line], above: Line | None, page: Page, edges: Edges, *, after_object: bool
) -> Block:
    """Return the paragraph that some lines make."""
    steps = [a.base - b.base for a, b in pairwise(run)]
    pitch = statistics.median(steps) if steps else None
    size = run[0].size
    return Block(
        pieces=tuple(_joined(run)),
        where=f"page {page.number}",
        sheet=page.number - 1,
        level=(-page.number, int(run[0].base)),
        align=_alignment(run, edges),
        indent=run[0].left - edges.left,
        gap=None if above is None or pitch is None else above.base - run[0].base - pitch,
        spacing=None if pitch is None else pitch / (size * _SINGLE),
        widths=tuple(line.right - line.left for line in run),
        after_object=after_object,
    )


def _joined(run: Sequence[Line]) -> Iterator[Piece]:
    """Yield the pieces of lines, a space at each end of a line."""
    for line in run:
        *first, last = line.pieces
        yield from first
        yield replace(last, text=f"{last.text} ")


def _alignment(run: Sequence[Line], edges: Edges) -> str:
    """Return how the lines of a paragraph are aligned, "" where a single one does not tell."""
    if len(run) == 1:
        flush = abs(run[0].left - edges.left) <= _SAME and run[0].right < edges.right - _SHORT
        return "left" if flush else ""
    full = all(abs(line.right - edges.right) <= _RAGGED for line in run[:-1])
    begun = all(abs(line.left - edges.left) <= _SAME for line in run[1:])
    if begun:
        return "both" if full else "left"
    return "right" if full else "centre"


def zone_blocks(
    lines: Sequence[Line], page: Page, edges: Edges, zone: int, *, flush: bool
) -> Iterator[Placed]:
    """Yield the lines of a two-column block; ``flush`` tells a left column that is not centred."""
    middle = edges.centre
    for line in lines:
        side = "left" if line.centre < middle else "right"
        column = [one.centre for one in lines if (one.centre < middle) == (side == "left")]
        centre = statistics.median(column)
        at_left = abs(line.left - edges.left) <= _SAME
        if flush and side == "left":
            align = "left" if at_left else "right"
        else:
            align = "centre" if abs(line.centre - centre) <= _SAME else "left"
        block = Block(
            pieces=line.pieces,
            where=f"page {page.number}",
            sheet=page.number - 1,
            level=(zone, int(line.base)),
            side=side,
            align=align,
            widths=(line.right - line.left,),
        )
        yield block, line
