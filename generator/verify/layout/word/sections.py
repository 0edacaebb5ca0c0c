"""The sections of a Word document: paper, margins, where page numbers stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.sources.package import Package
from generator.verify.layout.seen import PageNumber, Piece, Sheet
from generator.verify.layout.word.letters import Fields, pieces_of
from generator.verify.layout.word.styles import Styles, nearest
from generator.verify.layout.word.xml import W, attribute, number, switched, twips

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LETTER = (612.0, 792.0)  # what Word takes where no paper is given
_SIDES = ("top", "bottom", "left", "right")
_BANDS = {"header": "head", "footer": "foot"}


@dataclass(slots=True)
class Running:
    """Headers and footers that hold until a section gives others, by band and type."""

    parts: dict[tuple[str, str], str] = field(default_factory=dict)


def sheet_of(section: etree._Element | None, index: int, *, has_table: bool) -> Sheet:
    """Return paper and margins of a section, in points."""
    size = section.find(f"{W}pgSz") if section is not None else None
    margins = section.find(f"{W}pgMar") if section is not None else None
    count = section.find(f"{W}pgNumType") if section is not None else None
    gutter = twips(attribute(margins, "gutter")) or 0.0
    known = {side: abs(twips(attribute(margins, side)) or 0.0) for side in _SIDES}
    known["left"] += gutter
    start = number(attribute(count, "start"))
    return Sheet(
        where=f"section {index + 1}",
        width=twips(attribute(size, "w")) or _LETTER[0],
        height=twips(attribute(size, "h")) or _LETTER[1],
        margins={side: (value, value) for side, value in known.items()},
        has_table=has_table,
        start=None if start is None else int(start),
    )


def page_numbers(
    section: etree._Element | None,
    index: int,
    package: Package,
    document: str,
    styles: Styles,
    running: Running,
) -> Iterator[PageNumber]:
    """Yield the page numbers of a section; ``running`` carries headers on to the next one."""
    if section is None:
        return
    targets = package.targets(document)
    for band in _BANDS:
        for node in section.findall(f"{W}{band}Reference"):
            _, part = targets.get(str(node.get(f"{_R}id")), ("", ""))
            running.parts[band, attribute(node, "type") or "default"] = part
    count = section.find(f"{W}pgNumType")
    style = attribute(count, "fmt") or "decimal"
    title = bool(switched(section.find(f"{W}titlePg")))
    for (band, kind), part in running.parts.items():
        if part not in package.names() or (kind == "first" and not title):
            continue
        first = kind == "first" or (kind == "default" and not title)
        for pieces, align in _fields(package, part, styles):
            where = f"section {index + 1}, {band}"
            shown = "" if style == "decimal" else style
            yield PageNumber(index, where, pieces, align, _BANDS[band], shown, first)


def _fields(package: Package, part: str, styles: Styles) -> Iterator[tuple[tuple[Piece, ...], str]]:
    """Yield letters and alignment of each paragraph with a page number."""
    for paragraph in package.xml(part).iter(f"{W}p"):
        fields = Fields()
        pieces = pieces_of(paragraph, styles, fields)
        codes = [code.split() for code in fields.seen]
        if any(code[:1] == ["PAGE"] for code in codes):
            yield pieces or (Piece("", "", 0.0),), _alignment(paragraph, styles, pieces)


def _alignment(paragraph: etree._Element, styles: Styles, pieces: tuple[Piece, ...]) -> str:
    """Return where the number stands: a frame or a tab may centre it too."""
    own = paragraph.find(f"{W}pPr")
    style = attribute(own.find(f"{W}pStyle"), "val") if own is not None else None
    chain = (*(() if own is None else (own,)), *styles.chain(style, "paragraph", "pPr"))
    frame = nearest(chain, "framePr", "xAlign")
    if frame:
        return "centre" if frame == "center" else frame
    text = "".join(piece.text for piece in pieces)
    align = ALIGNMENTS.get(nearest(chain, "jc") or "left", "left")
    tabs = len(text) - len(text.lstrip("\t"))
    return "centre" if align == "left" and tabs == 1 else "right" if tabs > 1 else align


ALIGNMENTS: Mapping[str, str] = {
    "left": "left",
    "start": "left",
    "right": "right",
    "end": "right",
    "center": "centre",
    "both": "both",
    "distribute": "both",
}
