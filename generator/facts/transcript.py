"""What a report prints, in its order, as records: the ground on which a file is judged.

Each record is one unit: the text of a paragraph, cell, caption, heading or note as it
is printed, the figures in it by their place, and what in it is the document's own
numbering. A reader of the finished file can hold it against them word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.facts.records import Record, plain
from generator.model.chart import Chart
from generator.model.document import (
    Addressees,
    AppendixStart,
    Block,
    Cell,
    ChartFigure,
    Contents,
    CrossReference,
    FigureText,
    Heading,
    Inline,
    KeyFigures,
    Letterhead,
    Note,
    Paragraph,
    Signature,
    Table,
    Text,
    Title,
)
from generator.model.figure import Figure
from generator.vi.printing import number


def transcript(blocks: Iterable[Block]) -> list[Record]:
    """Return the units of a document in the order in which they are read.

    Keys: ``kind`` and ``text``; where they apply ``marks`` ([start, end, figure id]
    of each figure), ``own`` ([start, end] of the document's own numbering), ``notes``
    (where in the text the marks of its notes stand), ``level`` of a heading,
    ``table``, ``row``, ``column``, ``rows``, ``columns`` and ``head`` of a cell; ``lead``,
    the fixed word that the layout prints before a text ("Số:", "Nơi nhận:"). A note
    follows the unit that it is anchored in; a chart has keys of its own.
    """
    return [unit for block in blocks for unit in _units(block)]


def _units(block: Block) -> Iterator[Record]:
    """Yield the units of one block."""
    match block:
        case Heading():
            yield from _numbered(block)
        case Paragraph():
            yield from _flow("paragraph", block.content, role=block.role)
        case Table():
            yield from _table(block)
        case ChartFigure():
            yield _chart(block)
            yield from _caption(block.label, block.caption)
            yield from _plain("source", block.source_line)
        case KeyFigures():
            yield from _key_figures(block)
        case AppendixStart():
            yield _unit("appendix", block.label, own=[[0, len(block.label)]])
            yield from _plain("appendix-title", block.title, block.info)
        case _:
            yield from _surroundings(block)


def _surroundings(
    block: Letterhead | Title | Addressees | Contents | Signature,
) -> Iterator[Record]:
    """Yield the units of what stands around the text; they come from the config."""
    match block:
        case Letterhead():
            lines = (*block.superior.split("\n"), *block.issuer.split("\n"))
            yield from _plain("letterhead", *lines)
            yield from _led("letterhead", "Số:", block.number)
            yield from _plain("letterhead", block.place, block.date_text)
        case Title():
            yield from _plain("title", block.kind, *block.subject.split("\n"))
        case Addressees():
            yield from _led("addressee", "Kính gửi:", *map(_bare, block.names))
        case Contents():
            yield from _plain("contents-title", block.title)
            yield from _plain("contents", *(entry.text for entry in block.entries))
        case Signature():
            yield from _led("signature", "Nơi nhận:", *map(_bare, block.recipients))
            authority = (line for text in block.authority for line in text.split("\n"))
            yield from _plain("signature", *authority, block.position, block.name)


def _bare(name: str) -> str:
    """Return a name of a list without the marks that layouts put around it."""
    return name.strip().removeprefix("- ").rstrip(";.")


def _unit(kind: str, text: str, **more: object) -> Record:
    """Return one unit."""
    return {"kind": kind, "text": text, **more}


def _plain(kind: str, *texts: str) -> Iterator[Record]:
    """Yield a unit for each text that is not empty."""
    return (_unit(kind, text) for text in texts if text)


def _led(kind: str, lead: str, *texts: str) -> Iterator[Record]:
    """Yield units of which the first has a fixed word before it."""
    for order, unit in enumerate(_plain(kind, *texts)):
        yield unit if order else {**unit, "lead": lead}


def _numbered(block: Heading) -> Iterator[Record]:
    """Yield a heading with its number before it."""
    lead = (Text(f"{block.number} "),) if block.number else ()
    first, *notes = _flow("heading", (*lead, *block.content), level=block.level)
    if block.number:
        first["own"] = [[0, len(block.number)], *first.get("own", [])]
    yield from (first, *notes)


def _caption(label: str, caption: str) -> Iterator[Record]:
    """Yield "Bảng 1" and its words as one unit, nothing where both are empty."""
    text = ". ".join(part for part in (label, caption) if part)
    if text:
        yield _unit("caption", text, **({"own": [[0, len(label)]]} if label else {}))


def _flow(kind: str, content: Sequence[Inline], **more: object) -> Iterator[Record]:
    """Yield running content as one unit, then its notes."""
    text, marks, own, notes = "", [], [], []
    for part in content:
        start = len(text)
        text += part.text if isinstance(part, Text | FigureText | CrossReference) else ""
        if isinstance(part, FigureText):
            marks.append([start, len(text), part.figure])
        elif isinstance(part, CrossReference):
            own.append([start, len(text)])
        elif isinstance(part, Note):
            notes.append(start)
        elif not isinstance(part, Text):
            text += " "  # a line break parts words
    found = {"marks": marks, "own": own, "notes": notes}
    yield _unit(kind, text, **{key: value for key, value in found.items() if value}, **more)
    for part in content:
        if isinstance(part, Note):
            yield from _flow("note", part.content)


def _table(block: Table) -> Iterator[Record]:
    """Yield caption, unit line, cells row by row and source line."""
    yield from _caption(block.label, block.caption)
    yield from _plain("unit", block.unit_line)
    taken: dict[int, int] = {}
    for row, cells in enumerate((*block.head, *block.rows)):
        head = row < len(block.head)
        for column, cell in _placed(cells, taken):
            where = _where(block.id, row, column, cell, head=head)
            yield from _flow("cell", cell.content, **where)
    yield from _plain("source", block.source_line)


def _placed(cells: Sequence[Cell], taken: dict[int, int]) -> Iterator[tuple[int, Cell]]:
    """Yield the cells of a row with their columns; ``taken`` holds rows still covered."""
    covered = {column for column, left in taken.items() if left > 0}
    for column in covered:
        taken[column] -= 1
    at = 0
    for cell in cells:
        while at in covered:
            at += 1
        yield at, cell
        for column in range(at, at + cell.colspan):
            taken[column] = cell.rowspan - 1
        at += cell.colspan


def _where(table: str, row: int, column: int, cell: Cell, *, head: bool) -> Record:
    """Return the place of a cell in its table; spans where they say something."""
    spans = {"columns": cell.colspan, "rows": cell.rowspan}
    found: Record = {"table": table, "row": row, "column": column}
    found.update({key: span for key, span in spans.items() if span > 1})
    return {**found, "head": True} if head else found


def _key_figures(block: KeyFigures) -> Iterator[Record]:
    """Yield number, label and remark of each key figure; they tell of each other."""
    for order, item in enumerate(block.items):
        yield from _flow("key", (item.figure,), group=order)
        yield _unit("key-label", item.label, group=order)
        if item.remark:
            yield from _flow("key-remark", item.remark, group=order)


def _chart(block: ChartFigure) -> Record:
    """Return a chart: categories, series with figures and printed labels, alternative text."""
    chart = block.chart
    found = _unit("chart", chart.alt, id=chart.id, form=chart.kind.value, unit=chart.unit)
    found["categories"] = list(chart.categories)
    found["series"] = [
        {
            "name": one.name,
            "figures": [value.id if value else None for value in one.values],
            "labels": [_label(chart, row, at, value) for at, value in enumerate(one.values)],
        }
        for row, one in enumerate(chart.series)
    ]
    if chart.target is not None:
        value, text = plain(chart.target.value), _target(chart.target, chart.unit)
        found["target"] = {"figure": chart.target.id, "value": value, "text": text}
    return found


def _target(target: Figure, unit: str) -> str:
    """Return what stands at a target line."""
    value = target.printed or number(target.value)
    sign = "%" if unit == "%" and not value.endswith("%") else ""
    return f"{target.label or 'Mục tiêu'}: {value}{sign}"


def _label(chart: Chart, row: int, at: int, value: Figure | None) -> str:
    """Return what is printed beside one mark of a chart."""
    if value is None:
        return ""
    own = chart.labels[row][at] if chart.labels else ""
    return own or value.printed or number(value.value, chart.decimals)
