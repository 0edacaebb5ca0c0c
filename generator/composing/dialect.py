"""The block dialect of templates: XML text to the block tree, checked and numbered.

Blocks (children of ``<report>``):

    <letterhead/> <addressees/> <contents/> <signature/>
    <title kind="BÁO CÁO">subject</title>
    <h1 id="…">…</h1> <h2>…</h2> <h3>…</h3>        numbered here: I. / 1. / a)
    <p role="body|item|note|closing|centred|lead">…</p>
    <table id="…" unit="…" source="…" size="normal|small">
        <caption>…</caption> <col width="3" align="left|right|centre"/>
        <thead><tr><th colspan="2" rowspan="2">…</th></tr></thead>
        <tbody><tr bold="yes"><td>…</td></tr></tbody></table>
    <chart id="…" source="…"><caption>…</caption></chart>
    <keyfigures columns="3"><key label="…"><data/><remark>…</remark></key></keyfigures>
    <appendix id="…" title="…" info="…" orientation="portrait|landscape"/>

Inline: text, ``<b>``, ``<i>``, ``<br/>``, ``<data figure="…">``, ``<note>…</note>``,
``<ref to="…"/>`` (printed as the label of what it points to: "Bảng 2"). Tables,
charts, headings and appendices are numbered here, never in a template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from lxml import etree

from generator.composing.elements import check_grid, check_names, whole_number
from generator.composing.inline import Labels, bound, inlines, plain_text, required
from generator.composing.markup import Misuse, read
from generator.config.nearest import did_you_mean
from generator.model.chart import Chart
from generator.model.document import (
    Addressees,
    AppendixStart,
    Block,
    Cell,
    ChartFigure,
    Column,
    Contents,
    ContentsEntry,
    FigureText,
    Heading,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Paragraph,
    Signature,
    Table,
    Title,
)
from generator.vi.printing import point_letter, roman

Align = Literal["left", "right", "centre"]
Role = Literal["body", "item", "note", "closing", "centred", "lead"]
WordT = TypeVar("WordT", bound=str)

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
_WIDEST = 1000.0
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Given:
    """Blocks that come from the config, and the charts that a template may name."""

    letterhead: Letterhead
    addressees: Addressees
    signature: Signature
    charts: Mapping[str, Chart]


@dataclass(slots=True)
class _State:
    """Counters of one parse."""

    given: Given
    labels: Labels
    headings: list[int] = field(default_factory=lambda: [0, 0, 0])
    blocks: list[Block] = field(default_factory=list)


def parse(markup: str, given: Given, template: str) -> tuple[Block, ...]:
    """Return the blocks of a rendered template.

    Raises RenderError for text that is not well-formed, an unknown element or attribute
    value, a reference to nothing, a repeated id; it names the line of the template
    where the markup bears marks (see ``tracing``), else the template.
    """
    root = read(markup, template)
    try:
        check_names(root)
        state = _State(given, _labels(root))
        state.blocks.extend(_HANDLERS[str(element.tag)](element, state) for element in root)
    except Misuse as exc:
        raise exc.error(template) from exc
    return _with_contents(tuple(state.blocks))


def _labels(root: etree._Element) -> Labels:
    """Number tables, charts and appendices in order: block id → printed label, "" for none."""
    labels: Labels = {}
    counts = {"table": 0, "chart": 0, "appendix": 0}
    single = len(root.findall("appendix")) == 1
    for element in root:
        tag, name = str(element.tag), element.get("id", "")
        if not name:
            continue
        if name in labels:
            raise Misuse(element, f"the id {name!r} stands twice", expected="each id once")
        numbered = tag in counts and (tag != "table" or element.find("caption") is not None)
        if numbered:
            counts[tag] += 1
        labels[name] = _label(tag, counts[tag], single=single) if numbered else ""
    return labels


def _label(tag: str, count: int, *, single: bool) -> str:
    """Return the printed label of the n-th block of its kind."""
    if tag == "appendix":
        return "Phụ lục" if single else f"Phụ lục\N{NO-BREAK SPACE}{roman(count)}"
    word = {"table": "Bảng", "chart": "Biểu đồ"}.get(tag)
    return f"{word.replace(' ', chr(0xA0))}\N{NO-BREAK SPACE}{count}" if word else ""


def _word(element: etree._Element, name: str, default: WordT, *others: WordT) -> WordT:
    """Return an attribute that must be one of the allowed words."""
    allowed = {str(word): word for word in (default, *others)}
    value = str(element.get(name, default))
    if value not in allowed:
        raise Misuse(
            element,
            f"<{element.tag}> has {name}={value!r}",
            expected="one of " + ", ".join(allowed),
            hint=did_you_mean(value, allowed),
        )
    return allowed[value]


def _width(element: etree._Element) -> float:
    """Return the relative width of a column."""
    value = str(element.get("width", "1"))
    try:
        width = float(value)
    except ValueError:
        width = 0
    if not 0 < width < _WIDEST:
        raise Misuse(element, f"<col> has width={value!r}", expected="a number above 0")
    return width


def _is(element: etree._Element, name: str) -> bool:
    """Tell whether a switch is on: name="yes"."""
    return _word(element, name, "no", "yes") == "yes"


def _align(element: etree._Element) -> Align:
    return _word(element, "align", "left", "right", "centre")


def _size(element: etree._Element) -> Literal["normal", "small"]:
    return _word(element, "size", "normal", "small")


def _orientation(element: etree._Element) -> Literal["portrait", "landscape"]:
    return _word(element, "orientation", "portrait", "landscape")


def _title(element: etree._Element, _: _State) -> Title:
    return Title(element.get("kind", ""), plain_text(element))


def _heading(element: etree._Element, state: _State) -> Heading:
    level = _HEADINGS[str(element.tag)]
    state.headings[level - 1] += 1
    state.headings[level:] = [0] * (3 - level)
    count = state.headings[level - 1]
    number = (f"{roman(count)}.", f"{count}.", point_letter(count - 1))[level - 1]
    if count == 1 and level > 1 and _is_alone(element, level):
        number = ""
    name = element.get("id") or "muc-" + "-".join(str(n) for n in state.headings[:level])
    return Heading(name, level, number, bound(inlines(element, state.labels)))


def _is_alone(element: etree._Element, level: int) -> bool:
    """Tell whether no other heading of its level stands in its chapter: no "1." without a "2."."""
    for other in element.itersiblings():
        depth = _HEADINGS.get(str(other.tag))
        if depth is not None and depth <= level:
            return depth < level
        if other.tag == "appendix":
            return True
    return True


def _paragraph(element: etree._Element, state: _State) -> Paragraph:
    role: Role = _word(element, "role", "body", "item", "note", "closing", "centred", "lead")
    keep = _is(element, "keep")
    return Paragraph(bound(inlines(element, state.labels)), role, keep)


def _table(element: etree._Element, state: _State) -> Table:
    caption = element.find("caption")
    name = required(element, "id")
    columns = tuple(
        Column(
            _width(column),
            _align(column),
        )
        for column in element.findall("col")
    )
    if not columns:
        raise Misuse(element, f"the table {name!r} has no <col>")
    check_grid(element, len(columns))
    return Table(
        id=name,
        columns=columns,
        head=_rows(element.find("thead"), state),
        rows=_rows(element.find("tbody"), state),
        label=state.labels.get(name, ""),
        caption=plain_text(caption) if caption is not None else "",
        unit_line=element.get("unit", ""),
        source_line=element.get("source", ""),
        size=_size(element),
    )


def _rows(section: etree._Element | None, state: _State) -> tuple[tuple[Cell, ...], ...]:
    if section is None:
        return ()
    return tuple(
        tuple(_cell(cell, state, bold=_is(row, "bold")) for cell in row) for row in section
    )


def _cell(element: etree._Element, state: _State, *, bold: bool) -> Cell:
    header = str(element.tag) == "th"
    return Cell(
        inlines(element, state.labels),
        header=header,
        colspan=whole_number(element, "colspan"),
        rowspan=whole_number(element, "rowspan"),
        bold=bold or header,
        align=_align(element) if element.get("align") else None,
    )


def _chart(element: etree._Element, state: _State) -> ChartFigure:
    name = required(element, "id")
    caption = element.find("caption")
    if name not in state.given.charts:
        raise Misuse(
            element,
            f"the model has no chart {name!r}",
            expected="the chart.id of a drawing of the model",
            hint=did_you_mean(name, state.given.charts),
        )
    return ChartFigure(
        id=name,
        chart=state.given.charts[name],
        label=state.labels[name],
        caption=plain_text(caption) if caption is not None else "",
        source_line=element.get("source", ""),
    )


def _key_figures(element: etree._Element, state: _State) -> KeyFigures:
    items = tuple(_key_figure(key, state) for key in element.findall("key"))
    return KeyFigures(items, whole_number(element, "columns", 3))


def _key_figure(element: etree._Element, state: _State) -> KeyFigure:
    data = element.find("data")
    if data is None:
        raise Misuse(element, "a <key> needs a <data>")
    remark = element.find("remark")
    return KeyFigure(
        FigureText(plain_text(data), required(data, "figure")),
        _SPACE.sub(" ", element.get("label", "")).strip(),
        inlines(remark, state.labels) if remark is not None else (),
    )


def _appendix(element: etree._Element, state: _State) -> AppendixStart:
    name = required(element, "id")
    state.headings[:] = [0, 0, 0]
    return AppendixStart(
        id=name,
        label=state.labels[name],
        title=element.get("title", ""),
        info=element.get("info", ""),
        orientation=_orientation(element),
    )


def _contents(element: etree._Element, _: _State) -> Contents:
    return Contents(element.get("title", "MỤC LỤC"), ())


def _with_contents(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Fill the table of contents with the headings of two levels and the appendices."""
    entries: list[ContentsEntry] = []
    in_appendix = False
    for block in blocks:
        if isinstance(block, AppendixStart):
            in_appendix = True
            entries.append(ContentsEntry(block.id, 1, f"{block.label}. {block.title}"))
        elif isinstance(block, Heading) and block.toc and block.level < 3 and not in_appendix:
            text = "".join(getattr(part, "text", "") for part in block.content)
            entries.append(ContentsEntry(block.id, block.level, f"{block.number} {text}".strip()))
    return tuple(
        replace(block, entries=tuple(entries)) if isinstance(block, Contents) else block
        for block in blocks
    )


_HANDLERS: Mapping[str, Callable[[etree._Element, _State], Block]] = {
    "letterhead": lambda _, state: state.given.letterhead,
    "addressees": lambda _, state: state.given.addressees,
    "signature": lambda _, state: state.given.signature,
    "title": _title,
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "p": _paragraph,
    "table": _table,
    "chart": _chart,
    "keyfigures": _key_figures,
    "appendix": _appendix,
    "contents": _contents,
}
