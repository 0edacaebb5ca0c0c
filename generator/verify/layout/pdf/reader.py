"""Reads a PDF to what the layout rules speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.sources.bounded import ask
from generator.verify.layout.pdf.lines import letters_of
from generator.verify.layout.pdf.pages import Page, page_of, text_edges, usual_pitch
from generator.verify.layout.pdf.paragraphs import Edges, Placed, text_blocks, zone_blocks
from generator.verify.layout.pdf.surfaces import edges as drawn_edges
from generator.verify.layout.pdf.surfaces import shapes_of
from generator.verify.layout.seen import Layout, PageNumber, Sheet, Stroke

_CHILD = "generator.verify.layout.pdf.child"
# what the child answers: what is wrong, how to mend it
_ERRORS = {
    "password": ("this PDF is locked with a password", "save a copy without the password"),
    "broken": ("this PDF is damaged or cut off", "get the file again"),
    "pages": ("this PDF has too many pages", "give the pages that matter"),
    "long": ("this PDF has too much text", "give the pages that matter"),
    "empty": ("this PDF has no text, it may be a scan", "give the file that it was printed from"),
}
_FIRM = 3  # lines that tell where the margin is
_FULL = 4  # upright pages, of which one at least is filled
_SAME = 1.5
_TOP_SLACK = 12.0  # points: room in a line above its letters, and above a heading
_FOOT_SLACK = 40.0  # points: lines that were kept together with the next page
_BELOW = 30.0  # points: a drawn line stands no further below its text
_NEAR = 3.0


def read_pdf(data: bytes, file: str) -> Layout:
    """Return what a PDF shows. Raises InputError for a damaged, locked or scanned file."""
    answer = ask(_CHILD, data, file, _ERRORS)
    pages = [
        page_of(
            at,
            (page["width"], page["height"]),
            letters_of(page, answer["fonts"]),
            shapes_of(page, page["width"], page["height"]),
        )
        for at, page in enumerate(answer["pages"], start=1)
    ]
    edges = _edges(pages)
    placed = [one for page in pages for one in _blocks(page, edges[page.landscape])]
    return Layout(
        "pdf",
        tuple(_sheets(pages, edges)),
        tuple(block for block, _ in placed),
        tuple(_strokes(pages[0], placed)),
        tuple(_numbers(pages, edges)),
        tuple(f"page {page.number}" for page in pages if page.unmapped),
    )


def _edges(pages: Sequence[Page]) -> dict[bool, Edges]:
    """Return the edges of the text of upright and of wide pages."""
    found = {}
    for wide in (False, True):
        own = [page for page in pages if page.landscape == wide]
        found[wide] = Edges(*text_edges(own), usual_pitch(own))
    return found


def _blocks(page: Page, edges: Edges) -> Iterator[Placed]:
    """Yield the blocks of a page from top to bottom."""
    yield from zone_blocks(page.head, page, edges, 1, flush=False)
    yield from text_blocks(page, edges)
    yield from zone_blocks(page.signature, page, edges, 2, flush=True)


def _strokes(page: Page, placed: Sequence[Placed]) -> Iterator[Stroke]:
    """Yield the lines drawn on the first page, each with the block above it."""
    own = [(at, block, line) for at, (block, line) in enumerate(placed) if block.sheet == 0]
    for shape in page.shapes:
        if not shape.is_line:
            continue
        middle = (shape.left + shape.right) / 2
        above = [
            (line.base - shape.low, at)
            for at, _, line in own
            if -_NEAR < line.base - shape.low < _BELOW and line.left <= middle <= line.right
        ]
        if above:
            yield Stroke(min(above)[1], shape.right - shape.left)


def _numbers(pages: Sequence[Page], edges: dict[bool, Edges]) -> Iterator[PageNumber]:
    """Yield the page numbers that are printed."""
    for page in pages:
        line = page.counted
        if line is None:
            continue
        text = edges[page.landscape]
        middles = (page.width / 2, text.centre)
        centred = any(abs(line.centre - middle) <= 2 * _NEAR for middle in middles)
        align = "centre" if centred else "left" if line.centre < text.centre else "right"
        yield PageNumber(
            page.number - 1,
            f"page {page.number}",
            line.pieces,
            align,
            page.band,
            line.text.strip(" -–"),
            first=page.number == 1,
        )


def _sheets(pages: Sequence[Page], edges: dict[bool, Edges]) -> Iterator[Sheet]:
    """Yield the pages with what their content tells of their margins."""
    upright = [page for page in pages if not page.landscape]
    feet = {page.number: drawn_edges(page.all_lines(), page.shapes)[0] for page in upright}
    fullest = min(feet, key=lambda number: feet[number]) if len(upright) >= _FULL else 0
    for page in pages:
        margins = _margins(page, edges[page.landscape])
        if page.number == fullest:
            _, high = margins["bottom"]
            margins["bottom"] = (high - _FOOT_SLACK, high)
        yield Sheet(
            where=f"page {page.number}",
            width=page.width,
            height=page.height,
            margins=margins,
            has_table=bool(page.aside),
        )


def _margins(page: Page, edges: Edges) -> dict[str, tuple[float, float]]:
    """Return the least and the greatest margin that the content of a page allows."""
    lines = page.all_lines()
    body = [line for at, line in enumerate(page.lines) if at not in page.aside]
    low, high = drawn_edges(lines, page.shapes)
    left = min((line.left for line in lines), default=edges.left)
    right = page.width - max((line.right for line in lines), default=edges.right)
    at_left = sum(abs(line.left - edges.left) <= _SAME for line in body) >= _FIRM
    at_right = sum(abs(line.right - edges.right) <= _SAME for line in body) >= _FIRM
    top = page.height - high
    return {
        "left": (edges.left if at_left else 0.0, left),
        "right": (page.width - edges.right if at_right else 0.0, right),
        "top": (top - _TOP_SLACK if lines else 0.0, top),
        "bottom": (0.0, low),
    }
