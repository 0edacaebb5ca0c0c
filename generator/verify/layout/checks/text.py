"""Running text: size, alignment, first line, room between paragraphs, line spacing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.verify.layout.checks.letters import is_mark, is_off, span_text
from generator.verify.layout.parts import Parts
from generator.verify.layout.rules import BodyRule, Rules
from generator.verify.layout.seen import POINTS_PER_MM, Block, Layout
from generator.verify.layout.words import folded
from generator.verify.objection import Objection

_ROUNDING = {"docx": (0.3, 0.02), "pdf": (0.8, 0.03)}  # mm of an indent, lines
_POINT = 0.4
_EDGE = 2.0


def check_body(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to the running text of the document and its appendices."""
    rule = rules.body
    if not parts.body:
        message = f"none of {span_text(rule.size)} pt was found"
        yield rules.objection(rule, message, layout.sheets[0].where)
    pages: set[int] = set()
    for block in parts.body:
        goes_on = layout.kind == "pdf" and block.sheet not in pages and _is_flush(block)
        pages.add(block.sheet)
        for message in _wrong(block, rule, layout.kind, goes_on=goes_on):
            yield rules.objection(rule, message, block.place)


def _is_flush(block: Block) -> bool:
    """Tell whether a paragraph begins at the margin, as one does that comes from another page."""
    return block.indent is not None and abs(block.indent) < _EDGE and block.gap is None


def _wrong(block: Block, rule: BodyRule, kind: str, *, goes_on: bool) -> Iterator[str]:
    """Yield what is wrong with a paragraph."""
    indent_slack, line_slack = _ROUNDING[kind]
    largest = max((one.size for one in block.pieces), default=0)
    told = (one for one in block.pieces if len(one.text.strip()) > 2)
    sizes = {one.size for one in told if not is_mark(one, largest)}
    for size in sorted(size for size in sizes if is_off(size, rule.size)):
        yield f"{size:g} pt, right is {span_text(rule.size)} pt"
    leaning = sum(len(one.text) for one in block.pieces if one.italic)
    basis = folded(block.text).startswith("can cu")
    if leaning > sum(len(one.text) for one in block.pieces) / 2 and not basis:
        yield "italic, right is upright (chữ đứng)"
    rest = goes_on and len(block.widths) == 1  # the last line alone is never full
    if block.align not in ("both", "") and not rest:
        yield f"aligned {block.align}, right is justified (canh đều cả hai lề)"
    if block.indent is not None and not goes_on:
        indent = block.indent / POINTS_PER_MM
        if all(abs(indent - one) > indent_slack for one in rule.indents):
            right = " or ".join(f"{one / 10:g}" for one in rule.indents)
            yield f"first line indented {indent / 10:.2f} cm, right is {right} cm"
    if block.gap is not None and not block.after_object and block.gap < rule.gap - _POINT:
        yield f"{block.gap:.1f} pt between paragraphs, right is at least {rule.gap:g} pt"
    if block.spacing is not None:
        least, most = rule.spacing
        if not least - line_slack <= block.spacing <= most + line_slack:
            found = f"line spacing {block.spacing:.2f}"
            yield f"{found}, right is single to {most:g} lines (dòng đơn đến 1,5 lines)"
