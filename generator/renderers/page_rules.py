"""What both paged formats share: dashes of lists, and where pages must or must not break."""

from __future__ import annotations

from generator.model.document import (
    AppendixStart,
    Block,
    Contents,
    FigureText,
    Heading,
    Inline,
    KeyFigure,
    Paragraph,
    Signature,
    Text,
)
from generator.renderers.metrics import wrap

_SIZE = 14.0
_WIDTH = 9071.0  # twips between the margins of the decree
_FIRST_LINE = 720.0
_LEAST_LINES = 2
_CONTENTS_OF_A_PAGE = 42


def kept_with_signature(blocks: tuple[Block, ...]) -> frozenset[int]:
    """Return the places of the paragraphs that stay with the signature behind them.

    They are the closing line and as many before it as make two lines: a signature alone,
    or below nothing but its set phrase, could be put under another text.
    """
    return frozenset(
        place
        for at, block in enumerate(blocks)
        if isinstance(block, Signature)
        for place in _before(blocks, at)
    )


def _before(blocks: tuple[Block, ...], at: int) -> list[int]:
    """Return the places of the paragraphs above one signature that make two lines of text."""
    places: list[int] = []
    lines = 0
    while at > 0 and lines < _LEAST_LINES:
        at -= 1
        block = blocks[at]
        if not isinstance(block, Paragraph):
            break
        places.append(at)
        lines += _lines(block) if block.role != "closing" else 0
    return places


def _lines(block: Paragraph) -> int:
    """Return how many lines a paragraph fills, about."""
    parts = (part.text for part in block.content if isinstance(part, Text | FigureText))
    return len(wrap("".join(parts), _SIZE, _WIDTH - _FIRST_LINE))


def follows_text(block: Contents, blocks: tuple[Block, ...]) -> bool:
    """Tell whether text stands before the table of contents: then it has its own page."""
    before = blocks[: blocks.index(block)]
    return any(isinstance(one, Heading | Paragraph) for one in before)


def dashed(block: Paragraph) -> tuple[Inline, ...]:
    """Return the content of a paragraph, that of a list's item with "- " before it."""
    first = block.content[0] if block.content else None
    has_dash = isinstance(first, Text) and first.text.startswith("-")
    dash = () if block.role != "item" or has_dash else (Text("- "),)
    return (*dash, *block.content)


def is_long(block: Contents) -> bool:
    """Tell whether a table of contents needs more than a page, so that it may break."""
    return len(block.entries) > _CONTENTS_OF_A_PAGE


def begins_text(before: Block, block: Block) -> bool:
    """Tell whether ``block`` is text right behind a table of contents: it begins a page.

    Contents right under the head of the report share the first page with it.
    """
    return isinstance(before, Contents) and not isinstance(block, AppendixStart | Signature)


def plain_remark(item: KeyFigure) -> str:
    """Return the remark of a key figure that is one piece of text, "" for any other."""
    only = item.remark[0] if len(item.remark) == 1 else None
    return only.text if isinstance(only, Text) else ""
