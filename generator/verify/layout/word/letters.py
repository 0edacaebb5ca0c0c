"""The letters of a Word paragraph with their look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.verify.layout.seen import Piece
from generator.verify.layout.word.styles import Chain, Styles, font_of, nearest, toggled
from generator.verify.layout.word.xml import WRAPPERS, W, attribute, local, number, switched

_SIGNS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": "\t"}
_AUTO = frozenset(("auto", ""))


@dataclass(slots=True)
class Fields:
    """The fields that are open, innermost last: the words of their instruction."""

    codes: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def mark(self, kind: str | None) -> None:
        """Note the beginning or the end of a field."""
        if kind == "begin":
            self.codes.append("")
        elif kind == "end" and self.codes:
            self.seen.append(self.codes.pop())

    def add(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self.codes:
            self.codes[-1] += text
        else:
            self.seen.append(text)

    def inside(self, name: str) -> bool:
        """Tell whether a field of this name is open."""
        return any(code.split()[:1] == [name] for code in self.codes)


def pieces_of(
    paragraph: etree._Element, styles: Styles, fields: Fields, cell: Chain = ()
) -> tuple[Piece, ...]:
    """Return the printed letters of a paragraph; ``cell`` are properties of its table."""
    style = attribute(paragraph.find(f"{W}pPr/{W}pStyle"), "val")
    inherited = styles.chain(style, "paragraph", "rPr")
    default = (*cell, *styles.run_default)
    found: list[Piece] = []
    for run in _runs(paragraph, fields):
        text = _text(run, fields)
        if text:
            found.append(_piece(text, run, styles, inherited, default))
    return tuple(piece for piece in found if piece.text)


def _runs(node: etree._Element, fields: Fields) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph, those in links, fields and controls too."""
    for child in node:
        name = local(child)
        if name == "r":
            yield child
        elif name == "fldSimple":
            fields.seen.append(attribute(child, "instr") or "")
            yield from _runs(child, fields)
        elif name in WRAPPERS:
            yield from _runs(child, fields)


def _text(run: etree._Element, fields: Fields) -> str:
    """Return the printed text of a run."""
    parts: list[str] = []
    for child in run:
        name = local(child)
        if name == "t":
            parts.append(child.text or "")
        elif name in _SIGNS:
            parts.append(_SIGNS[name])
        elif name == "fldChar":
            fields.mark(attribute(child, "fldCharType"))
        elif name == "instrText":
            fields.add(child.text or "")
    return "".join(parts)


def _piece(
    text: str, run: etree._Element, styles: Styles, inherited: Chain, default: Chain
) -> Piece:
    """Return the letters of one run with what they look like; hidden ones are empty."""
    own = run.find(f"{W}rPr")
    direct: Chain = () if own is None else (own,)
    named = attribute(own.find(f"{W}rStyle"), "val") if own is not None else None
    character = styles.chain(named, "", "rPr") if named else ()
    chain = (*direct, *character, *inherited, *default)

    def state(name: str) -> bool:
        return toggled(direct, character, inherited, default, name)

    if any(switched(node.find(f"{W}vanish")) for node in chain[:1]) or state("vanish"):
        text = ""
    colour = (nearest(chain, "color") or "").upper()
    size = number(nearest(chain, "sz"))
    return Piece(
        text=text.upper() if state("caps") else text,
        font=font_of(chain, styles.theme, plain=not re.search(r"[^\x00-\x7f]", text)),
        size=(size or 20.0) / 2,
        bold=state("b"),
        italic=state("i"),
        colour="000000" if colour.lower() in _AUTO else colour,
    )
