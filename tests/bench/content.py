"""The bare content of a report, for a script that knows nothing of this program."""

from collections.abc import Iterable
from typing import Any

from generator.model.document import (
    Block,
    Cell,
    ChartFigure,
    CrossReference,
    Document,
    FigureText,
    Heading,
    Inline,
    KeyFigures,
    Note,
    Paragraph,
    Table,
    Text,
)


def plain(content: Iterable[Inline]) -> str:
    """Return the text of inline content, footnotes left out."""
    kinds = Text | FigureText | CrossReference
    return "".join(item.text if isinstance(item, kinds) else " " for item in content)


def notes(content: Iterable[Inline]) -> list[str]:
    """Return the texts of the footnotes of inline content."""
    return [plain(item.content) for item in content if isinstance(item, Note)]


def rows(cells: Iterable[Iterable[Cell]]) -> list[list[dict[str, Any]]]:
    """Return table rows as plain values."""
    return [
        [{"text": plain(c.content), "columns": c.colspan, "rows": c.rowspan} for c in row]
        for row in cells
    ]


def chart(block: ChartFigure) -> dict[str, Any]:
    """Return what a chart shows as plain values."""
    series = [
        {
            "name": one.name,
            "values": [float(value.value) if value else None for value in one.values],
        }
        for one in block.chart.series
    ]
    return {
        "kind": "chart",
        "form": block.chart.kind.value,
        "caption": f"{block.label}. {block.caption}",
        "categories": list(block.chart.categories),
        "series": series,
    }


def paragraph(content: Iterable[Inline]) -> dict[str, Any]:
    """Return a paragraph with its footnotes."""
    content = tuple(content)
    return {"kind": "paragraph", "texts": [plain(content)], "notes": notes(content)}


def bare(block: Block) -> list[dict[str, Any]]:
    """Return a block as plain values; layout blocks of the decree have none."""
    match block:
        case Heading():
            text = f"{block.number} {plain(block.content)}"
            return [{"kind": "heading", "level": block.level + 1, "text": text}]
        case Paragraph():
            return [paragraph(block.content)]
        case Table():
            caption = f"{block.label}. {block.caption}"
            head, body = rows(block.head), rows(block.rows)
            return [{"kind": "table", "caption": caption, "head": head, "rows": body}]
        case ChartFigure():
            return [chart(block)]
        case KeyFigures():
            return [paragraph((one.figure, Text(f" {one.label} "))) for one in block.items]
        case _:
            return []


def content_of(document: Document) -> dict[str, Any]:
    """Return the whole content of a report."""
    blocks = [value for block in document.blocks for value in bare(block)]
    return {"title": document.title, "blocks": blocks}
