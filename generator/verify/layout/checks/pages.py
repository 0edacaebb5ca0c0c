"""Paper, orientation, margins and page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.verify.layout.parts import Parts
from generator.verify.layout.rules import Rule, Rules, Span
from generator.verify.layout.seen import POINTS_PER_MM, Layout, PageNumber, Sheet
from generator.verify.objection import Objection

_MM = 0.6  # mm: printers and converters round
_SIZE = 0.3  # points
_LONG = 2500  # letters: a text that surely needs a second page
# a wide page that is turned with the sheet keeps the binding edge: it is at the top then
_TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}


def check_pages(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to paper, orientation and margins of each section or page."""
    del parts
    for at, sheet in enumerate(layout.sheets):
        size = sorted((sheet.width / POINTS_PER_MM, sheet.height / POINTS_PER_MM))
        right = (rules.paper.width, rules.paper.height)
        if any(abs(one - two) > 2 * _MM for one, two in zip(size, right, strict=True)):
            found = f"{size[0]:.0f} × {size[1]:.0f} mm, right is A4, {right[0]:g} × {right[1]:g} mm"
            yield rules.objection(rules.paper, found, sheet.where)
        wide = sheet.width > sheet.height
        if wide and (at == 0 or not sheet.has_table):
            reason = "page 1 is landscape" if at == 0 else "landscape without a table"
            message = f"{reason}, right is portrait (theo chiều dài); landscape for tables only"
            yield rules.objection(rules.orientation, message, sheet.where)
        yield from _margins(sheet, rules, wide=wide)


def _margins(sheet: Sheet, rules: Rules, *, wide: bool) -> Iterator[Objection]:
    """Yield objections to the margins of a sheet."""
    allowed = rules.margins.sides()
    wrong = {side: text for side, span in allowed.items() if (text := _off(sheet, side, span))}
    if wide and not any(_off(sheet, side, allowed[_TURNED[side]]) for side in allowed):
        return
    for side, text in wrong.items():
        yield rules.objection(rules.margins, f"{side} {text}", sheet.where)


def _off(sheet: Sheet, side: str, span: Span) -> str:
    """Return what is wrong with a margin, "" for nothing."""
    least, most = (value / POINTS_PER_MM for value in sheet.margins[side])
    right = f"right is {span[0]:g}–{span[1]:g} mm"
    if most < span[0] - _MM:
        return f"{most:.1f} mm, {right}"
    return f"{max(least, 0.0):.1f} mm, {right}" if least > span[1] + _MM else ""


def check_page_numbers(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to look, place and count of the page numbers."""
    for number in layout.numbers:
        yield from _look(number, rules)
    if layout.kind == "pdf":
        yield from _counted(layout, parts, rules)
    else:
        yield from _sections(layout, parts, rules)


def _look(number: PageNumber, rules: Rules) -> Iterator[Objection]:
    """Yield objections to how one page number is printed."""
    rule = rules.page_number
    least, most = rule.size
    if number.band == "foot":
        message = "at the foot of the page, right is in the upper margin (lề trên)"
        yield rules.objection(rule, message, number.where)
    elif number.align != "centre":
        message = f"aligned {number.align}, right is centred (canh giữa)"
        yield rules.objection(rule, message, number.where)
    if number.first and number.sheet == 0:
        message = "shown on page 1, right is from page 2 on"
        yield rules.objection(rule, message, number.where)
    if number.value and not number.value.isdigit():
        message = f"“{number.value}”, right is an Arabic number (chữ số Ả Rập)"
        yield rules.objection(rule, message, number.where)
    for piece in number.pieces:
        if piece.size and not least - _SIZE <= piece.size <= most + _SIZE:
            message = f"{piece.size:g} pt, right is {least:g}–{most:g} pt"
            yield rules.objection(rule, message, number.where)
        if piece.italic:
            yield rules.objection(rule, "italic, right is upright (chữ đứng)", number.where)


def _starts(parts: Parts) -> set[int]:
    """Return the sheets on which a part with a count of its own begins."""
    return {0, *(one.word.sheet for one in parts.appendices if one.word.sheet)}


def _sections(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to the count of pages over the sections of a DOCX."""
    numbered = {number.sheet for number in layout.numbers}
    for at, sheet in enumerate(layout.sheets):
        letters = sum(len(block.text) for block in layout.blocks if block.sheet == at)
        if letters > _LONG and at not in numbered:
            message = "there is none, right is a PAGE field centred in the header"
            yield rules.objection(rules.page_number, message, sheet.where)
    seen: set[int] = {0}
    for appendix in parts.appendices:
        at = appendix.word.sheet
        message = (
            _restart(layout.sheets[at], fresh=at not in seen) if at < len(layout.sheets) else ""
        )
        seen.add(at)
        if message:
            yield rules.objection(rules.appendix_pages, message, appendix.word.place)


def _restart(sheet: Sheet, *, fresh: bool) -> str:
    """Return what is wrong with the count in the section of an appendix."""
    if not fresh:
        return "does not begin a section of its own, right is a count of pages from 1"
    if sheet.start != 1:
        found = "the count goes on" if sheet.start is None else f"begins with {sheet.start}"
        return f"{found}, right is to begin with 1 again"
    return ""


def _counted(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to the numbers that the pages of a PDF bear."""
    starts = _starts(parts)
    printed = {number.sheet: number.value for number in layout.numbers}
    begin = 0
    for at, sheet in enumerate(layout.sheets):
        begin = at if at in starts else begin
        right = at - begin + 1
        value = printed.get(at, "")
        if not value and at != begin:
            message = f"there is none, right is {right}"
            yield rules.objection(rules.page_number, message, sheet.where)
        elif value.isdigit() and int(value) != right:
            rule: Rule = rules.appendix_pages if begin else rules.page_number
            yield rules.objection(rule, f"{value}, right is {right}", sheet.where)
