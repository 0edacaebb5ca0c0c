"""Signature block, Nơi nhận and appendices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.verify.layout.checks.head import same_height
from generator.verify.layout.parts import Appendix, Parts
from generator.verify.layout.rules import Rules
from generator.verify.layout.seen import Block, Layout
from generator.verify.layout.words import folded
from generator.verify.objection import Objection

_BEHALF = ("TM.", "KT.", "TL.", "TUQ.")
# a sign of authority, however it is written: "T/L CHỦ TỊCH", "TL CHỦ TỊCH"
_SIGN = re.compile(r"(?:T[/. ]{0,2}M|K[/. ]{0,2}T|T[/. ]{0,2}L|T[/. ]{0,2}U[/. ]{0,2}Q|Q)\.?(?=\s)")
_TITLES = re.compile(r"(?:gs|pgs|ts|ths|bs|ks|cn|nsnd|nsut|dr)\.", re.IGNORECASE)
_REPORT = "bao cao"
_SMALL = 12.5  # points: notes and sources are no larger
_END = "./."
_OF = " cua "
_WORD = "Nơi nhận:"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
_KEPT = "luu:"
_AS_ABOVE = "nhu tren"


def check_signature(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to authority, position and name of the signer, and to Nơi nhận."""
    authority = [layout.blocks[at] for at in parts.found.get("authority", ())]
    word = parts.first("recipients_word")
    if authority and word is not None and not same_height(authority[0], layout.blocks[word]):
        message = "not at the height of “Nơi nhận”, right is the same height"
        yield rules.objection(rules.signature, message, authority[0].place)
    if authority and authority[-1].text.startswith(_BEHALF):
        message = f"no position (chức vụ) below “{authority[-1].text}”, right is a line for it"
        yield rules.objection(rules.signature, message, authority[-1].place)
    for block in authority:
        if right := _misspelt(block.text):
            message = f"“{block.text}”, right is “{right} …” (a full stop behind the sign)"
            yield rules.objection(rules.signature, message, block.place)
    signer = parts.first("signer")
    if signer is not None and _TITLES.match(layout.blocks[signer].text):
        message = "an academic title before the name, right is the name alone"
        yield rules.objection(rules.signature, message, layout.blocks[signer].place)
    if word is not None:
        yield from _recipients(layout, parts, layout.blocks[word], rules)


def _misspelt(text: str) -> str:
    """Return the right form of a sign of authority that is written in another way, else ""."""
    found = _SIGN.match(text)
    if found is None:
        return ""
    right = f"{re.sub('[/. ]', '', found[0])}."
    return "" if found[0] == right else right


def check_end(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield an objection to a report whose text does not end with "./." above its signature."""
    kind, word = parts.first("kind"), parts.first("recipients_word")
    if kind is None or word is None or folded(layout.blocks[kind].text) != _REPORT:
        return
    taken = {at for ats in parts.found.values() for at in ats}
    above = (at for at in range(word - 1, -1, -1) if at not in taken)
    last = next((layout.blocks[at] for at in above if _is_text(layout.blocks[at])), None)
    if last is not None and not last.text.endswith(_END):
        message = f"ends with “{last.text[-1:]}”, right is “{_END}”"
        yield rules.objection(rules.end, message, last.place)


def _is_text(block: Block) -> bool:
    """Tell whether a block is a paragraph of the text, no cell, entry, note or caption."""
    aside = block.table or block.contents or block.side or block.align == "centre"
    return not aside and any(piece.size > _SMALL for piece in block.pieces if piece.text.strip())


def _recipients(layout: Layout, parts: Parts, word: Block, rules: Rules) -> Iterator[Objection]:
    """Yield objections to the list of recipients."""
    rule = rules.recipients_form
    if word.text != _WORD:
        yield rules.objection(rule, f"“{word.text}”, right is “{_WORD}”", word.place)
    items = _items([layout.blocks[at] for at in parts.found.get("recipients", ())])
    for text, block in items:
        if not text.startswith("- "):
            message = "without a dash, right is “- …;”"
            yield rules.objection(rule, message, block.place)
        elif not text.endswith((";", ".") if text == items[-1][0] else (";",)):
            right = "“.” at the end of the last line" if text == items[-1][0] else "“;” at the end"
            yield rules.objection(rule, f"right is {right}", block.place)
    if not items:
        return
    if not folded(items[-1][0]).lstrip("- ").startswith(_KEPT):
        yield rules.objection(rule, "the last line is not “- Lưu: VT, …”", items[-1][1].place)
    addressed = parts.first("addressee") is not None
    above = folded(items[0][0]).lstrip("- ").startswith(_AS_ABOVE)
    if addressed != above:
        told = "is" if above else "is not"
        kept = "no “Kính gửi” above it" if above else "“Kính gửi”"
        message = f"the first line {told} “- Như trên;” though there is {kept}"
        yield rules.objection(rule, message, items[0][1].place)


def _items(blocks: Sequence[Block]) -> list[tuple[str, Block]]:
    """Return the recipients, lines without a dash joined to those above."""
    items: list[tuple[str, Block]] = []
    for block in blocks:
        goes_on = items and not block.text.startswith("-") and not items[-1][0].endswith((";", "."))
        if goes_on:
            text, first = items.pop()
            items.append((f"{text} {block.text}", first))
        else:
            items.append((block.text, block))
    return items


def check_appendices(layout: Layout, parts: Parts, rules: Rules) -> Iterator[Objection]:
    """Yield objections to number, title and reference of each appendix."""
    several = len(parts.appendices) > 1
    pairs = zip(parts.appendices, (*_ROMAN, *[""] * len(parts.appendices)), strict=False)
    for appendix, roman in pairs:
        right = f"Phụ lục {roman}" if several else "Phụ lục"
        word = appendix.word
        if roman and word.text != right:
            message = f"“{word.text}”, right is “{right}”"
            yield rules.objection(rules.appendix_form, message, word.place)
        if not appendix.title:
            yield rules.objection(rules.appendix_form, "has no title", word.place)
        if not appendix.info:
            message = "no line “(Kèm theo …)” below the title"
            yield rules.objection(rules.appendix_form, message, word.place)
        elif _OF not in folded(" ".join(block.text for block in appendix.info)):
            message = "the body that issued it is not told, right is “(Kèm theo … của …)”"
            yield rules.objection(rules.appendix_info_form, message, appendix.info[0].place)
        if not _is_named(appendix, layout):
            message = "the text does not point to it, right is a reference in the text"
            yield rules.objection(rules.appendix_form, message, word.place)


def _stands_in(name: str, text: str) -> bool:
    """Tell whether a text holds a name that goes on with no letter: "phu luc i", not "… ii"."""
    at = text.find(name)
    while at >= 0:
        if not "a" <= text[at + len(name) : at + len(name) + 1] <= "z":
            return True
        at = text.find(name, at + 1)
    return False


def _is_named(appendix: Appendix, layout: Layout) -> bool:
    """Tell whether some text names an appendix."""
    name = folded(appendix.word.text).rstrip(".:")
    return any(
        _stands_in(name, folded(block.text))
        for block in layout.blocks
        if block is not appendix.word and not block.contents
    )
