"""Font, colour and characters of all text; size and style of each component."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.verify.layout.parts import Parts
from generator.verify.layout.rules import ComponentRule, FontRule, Rules
from generator.verify.layout.seen import Block, Layout, Piece
from generator.verify.layout.words import folded
from generator.verify.objection import Objection

SIZE_ROUNDING = 0.3  # points
_BLACK = "000000"
_MARK = 0.8  # of the largest letters: a raised mark is smaller
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
_LETTERS = re.compile(r"[^\W\d_]")


def check_letters(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to font, colour and characters anywhere in the document."""
    del parts
    printed = layout.kind == "pdf"
    for block in layout.blocks:
        for piece in block.pieces:
            if piece.text.strip():
                yield from _piece(piece, block, rules, printed=printed)
        if not unicodedata.is_normalized("NFC", block.text):
            message = "marks are apart from their letters (tổ hợp), right is precomposed (dựng sẵn)"
            yield rules.objection(rules.unicode, message, block.place)
        elif _PRIVATE.search(block.text):
            message = "characters without a meaning in Unicode, right is Unicode text"
            yield rules.objection(rules.unicode, message, block.place)
    for where in layout.unmapped:
        message = "letters that tell no Unicode value, right is Unicode text"
        yield rules.objection(rules.unicode, message, where)


def _piece(piece: Piece, block: Block, rules: Rules, *, printed: bool) -> Iterator[Objection]:
    """Yield objections to font and colour of some letters."""
    problem = _font(piece, rules.font, printed=printed)
    if problem:
        yield rules.objection(rules.font, problem, block.place)
    stamps = {folded(stamp) for stamp in rules.colour.stamps}
    if piece.colour != _BLACK and folded(block.text) not in stamps:
        message = f"#{piece.colour}, right is black (màu đen)"
        yield rules.objection(rules.colour, message, block.place)


def _font(piece: Piece, rule: FontRule, *, printed: bool) -> str:
    """Return what is wrong with a font, "" for nothing; paper may bear one of the same measure."""
    shown = _SUBSET.sub("", piece.font)
    name = _plain(shown)
    right = rule.families[0]
    if any(name.startswith(_plain(family)) for family in rule.families):
        return ""
    same = any(name.startswith(_plain(family)) for family in rule.same_measure)
    if same and printed and piece.embedded:
        return ""
    return f"“{shown}”, right is “{right}”"


def _plain(name: str) -> str:
    """Return the name of a font in small letters without spaces and signs."""
    return re.sub(r"[^a-z]", "", name.lower())


def check_components(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to the look of each component, and to required ones that are missing."""
    named: list[tuple[str, Block]] = [
        (key, layout.blocks[at]) for key, ats in parts.found.items() for at in ats
    ]
    for appendix in parts.appendices:
        named.append(("appendix", appendix.word))
        named.extend(("appendix_title", block) for block in appendix.title)
        named.extend(("appendix_info", block) for block in appendix.info)
    for key, block in named:
        rule = rules.components[key]
        for message in _wrong(block, rule):
            yield rules.objection(rule, message, block.place)
    present = {key for key, _ in named}
    for key, rule in rules.components.items():
        if rule.required and key not in present:
            yield rules.objection(rule, "is missing", layout.sheets[0].where)


def _wrong(block: Block, rule: ComponentRule) -> Iterator[str]:
    """Yield what is wrong with the look of a component."""
    largest = max(piece.size for piece in block.pieces)
    pieces = [piece for piece in block.pieces if not is_mark(piece, largest)]
    sizes = sorted({piece.size for piece in pieces if is_off(piece.size, rule.size)})
    yield from (f"{size:g} pt, right is {span_text(rule.size)} pt" for size in sizes)
    yield from _style(pieces, rule)
    upper = block.text == block.text.upper()
    if rule.letters == "upper" and not upper:
        yield "not in capitals, right is capitals (chữ in hoa)"
    if rule.letters == "lower" and upper and len(_LETTERS.findall(block.text)) > 1:
        yield "in capitals, right is small letters (chữ in thường)"
    if rule.align and block.align and block.align != rule.align:
        right = {"centre": "centred (canh giữa)", "left": "flush left (sát lề trái)"}[rule.align]
        yield f"aligned {block.align}, right is {right}"
    if rule.side and block.side != rule.side:
        found = f"on the {block.side}" if block.side else "over the whole width"
        yield f"{found}, right is on the {rule.side}"


def is_mark(piece: Piece, largest: float) -> bool:
    """Tell whether letters are the raised mark of a note, or no letters at all."""
    mark = piece.text.strip().isdigit() and piece.size < _MARK * largest
    return mark or not re.search(r"\w", piece.text)


def _style(pieces: list[Piece], rule: ComponentRule) -> Iterator[str]:
    """Yield what is wrong with weight and slant."""
    if rule.weight == "bold" and not all(piece.bold for piece in pieces):
        yield "not bold, right is bold (đậm)"
    if rule.weight == "regular" and any(piece.bold for piece in pieces):
        yield "bold, right is not bold (không đậm)"
    if rule.slant == "italic" and not all(piece.italic for piece in pieces):
        yield "upright, right is italic (nghiêng)"
    if rule.slant == "upright" and any(piece.italic for piece in pieces):
        yield "italic, right is upright (đứng)"


def is_off(size: float, span: tuple[float, float]) -> bool:
    """Tell whether a size of letters is outside its span."""
    return not span[0] - SIZE_ROUNDING <= size <= span[1] + SIZE_ROUNDING


def span_text(span: tuple[float, float]) -> str:
    """Return a span as it is printed: "13–14", or "12" for one value."""
    return f"{span[0]:g}" if span[0] == span[1] else f"{span[0]:g}–{span[1]:g}"
