"""What the readers of both formats see of a document, in points; frozen values only."""

from __future__ import annotations

from dataclasses import dataclass, field

POINTS_PER_MM = 72 / 25.4
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look; ``colour`` is RRGGBB, ``size`` in points."""

    text: str
    font: str
    size: float
    bold: bool = False
    italic: bool = False
    colour: str = "000000"
    embedded: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or in a head or signature block a line of its own.

    ``level`` is equal for two blocks that stand at the same height; ``side`` is
    "left" or "right" for a block of a two-column head, else "". ``align`` is "left",
    "right", "centre", "both" or "" where it cannot be told. ``widths`` are the lengths
    of the lines, ``gap`` the room to the paragraph above, ``spacing`` the
    distance of lines in lines of the font; None is not known. ``table`` tells a
    cell of a table, ``contents`` an entry of a table of contents, ``after_object``
    that a table or picture stands right above.
    """

    pieces: tuple[Piece, ...]
    where: str
    sheet: int
    level: tuple[int, ...] = ()
    side: str = ""
    align: str = ""
    indent: float | None = None
    gap: float | None = None
    spacing: float | None = None
    widths: tuple[float, ...] = ()
    table: bool = False
    contents: bool = False
    after_object: bool = False

    @property
    def text(self) -> str:
        """Return the printed text, spaces folded."""
        return " ".join("".join(piece.text for piece in self.pieces).split())

    @property
    def place(self) -> str:
        """Return where the block is, with the beginning of its text."""
        text = self.text
        shown = text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"
        return f"{self.where}, “{shown}”" if shown else self.where


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal drawn line; it stands under the block number ``under``."""

    under: int
    length: float
    solid: bool = True


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page number: where it is printed and how.

    ``value`` is the printed text of a PDF, or the style of counting of a DOCX where
    it is not decimal; ``band`` is "head" or "foot"; ``first`` tells that the first
    page of the sheet bears it.
    """

    sheet: int
    where: str
    pieces: tuple[Piece, ...]
    align: str
    band: str
    value: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A section of a DOCX or a page of a PDF, in points.

    ``margins`` hold what is known of each side: the least and the greatest value
    that the margin can have, equal where it is exact. ``start`` is the number
    that the count of pages begins with in this sheet, None where it goes on;
    ``has_table`` tells a table or picture that may ask for a wide page.
    """

    where: str
    width: float
    height: float
    margins: dict[str, tuple[float, float]]
    has_table: bool = False
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole document; ``kind`` is "docx" or "pdf"."""

    kind: str
    sheets: tuple[Sheet, ...]
    blocks: tuple[Block, ...]
    strokes: tuple[Stroke, ...] = ()
    numbers: tuple[PageNumber, ...] = ()
    unmapped: tuple[str, ...] = field(default=())
