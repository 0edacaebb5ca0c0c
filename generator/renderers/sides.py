"""Widths of the two sides of letterhead and signature block, as their longest lines ask.

In: the words of a block and the width of the text in twips. Out: the widths of the left
and of the right column in twips. Usual words keep the shares of the official form.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.document import Letterhead, Signature
from generator.renderers.even import even_lines
from generator.renderers.metrics import text_width

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"

_BODY, _HEAD = 14.0, 13.0  # points
# shares of the left columns: the right one has room for Quốc hiệu, or for a position
_HEAD_LEFT, _SIGNATURE_LEFT = 0.3875, 0.4
_LEAST_SIGNATURE_LEFT = 0.28  # room for the lines of "Nơi nhận"
# twips
_MM = 1440 / 25.4
_EDGE = 1 * _MM  # of the left column of the head, beside its longest line
_BETWEEN = 4 * _MM  # parts the words of two columns from each other


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a letterhead; ``less`` are the points by which its letters are smaller.

    The decree allows two sets of sizes; the smaller one of its sample rows serves
    where the words need it (Phụ lục I, mục V). The number has one size in both.
    """

    left: int
    right: int
    less: int = 0

    @property
    def bodies(self) -> float:
        """Return the size of the two bodies and of Quốc hiệu."""
        return _HEAD - self.less

    @property
    def motto(self) -> float:
        """Return the size of Tiêu ngữ and of place and date."""
        return _BODY - self.less

    @property
    def room(self) -> float:
        """Return the width for the names of the bodies."""
        return self.left - _EDGE


def head_of(block: Letterhead, width: int) -> Head:
    """Return the columns in which number and date stay on one line each.

    Smaller letters are taken where the names of the bodies would lose room by it.
    """
    usual = _sides(block, width, 0)
    return usual if _fits(block, usual, width) else _sides(block, width, 1)


def _sides(block: Letterhead, width: int, less: int) -> Head:
    """Return the columns at one set of sizes; the date goes before a long number."""
    dated = text_width(date_line(block), _BODY - less) + _BETWEEN
    nation = text_width(QUOC_HIEU, _HEAD - less, bold=True) + _BETWEEN / 2
    numbered = text_width(number_line(block), _HEAD) + _BETWEEN
    right = max(width - round(width * _HEAD_LEFT), dated)
    left = round(min(max(width - right, numbered), width - max(nation, dated)))
    return Head(left, width - left, less)


def _fits(block: Letterhead, head: Head, width: int) -> bool:
    """Tell whether the bodies keep the lines of the official form, and the number its line."""
    room = width * _HEAD_LEFT - _EDGE
    named = ((block.superior, False), (block.issuer, True))
    lines = (
        text_width(line, head.bodies, bold=bold)
        for text, bold in named
        for line in even_lines(text, head.bodies, room, bold=bold)
    )
    widest = min(max(lines, default=0.0), room)  # a word that is wider fits nowhere
    return widest <= head.room and text_width(number_line(block), _HEAD) <= head.left


def signature_sides(block: Signature, width: int) -> tuple[int, int]:
    """Return the columns of the signature block; a long name of the signer stays on one line."""
    name = text_width(block.name, _BODY, bold=True) + _BETWEEN
    right = max(width - round(width * _SIGNATURE_LEFT), name)
    right = round(min(right, width * (1 - _LEAST_SIGNATURE_LEFT)))
    return width - right, right


def number_line(block: Letterhead) -> str:
    """Return box 3: number and symbol."""
    return f"Số: {block.number}"


def date_line(block: Letterhead) -> str:
    """Return box 4: place and date."""
    return f"{block.place}, {block.date_text}"
