"""Letters of a PDF page joined to pieces of lines, from top to bottom, left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.verify.layout.seen import Piece

_LEVEL = 0.4  # sizes: letters so near in height stand on one line
_MARK, _RAISED = 0.75, 0.55  # sizes: what is so small is a mark, it may stand so high
_WORD_GAP = 0.12  # sizes between two letters that are two words
CELL_GAP = 0.75  # sizes between two columns of a head
_TEXT_GAP = 1.8  # sizes between two cells of a table: words of a line are nearer


@dataclass(frozen=True, slots=True)
class Letter:
    """A printed letter in points; ``piece`` is its look, the same for all letters of one look."""

    char: str
    left: float
    right: float
    base: float
    piece: Piece
    mapped: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line: letters without a wide gap between them."""

    pieces: tuple[Piece, ...]
    left: float
    right: float
    base: float

    @property
    def text(self) -> str:
        """Return the letters of the line."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def centre(self) -> float:
        """Return the middle of the line."""
        return (self.left + self.right) / 2

    @property
    def size(self) -> float:
        """Return the size that most letters have."""
        return prevailing(self.pieces).size


def prevailing(pieces: Sequence[Piece]) -> Piece:
    """Return the look that most letters have."""
    weights: dict[tuple[float, bool, bool], int] = {}
    for piece in pieces:
        key = (piece.size, piece.bold, piece.italic)
        weights[key] = weights.get(key, 0) + len(piece.text.replace(" ", ""))
    best = max(weights, key=lambda key: weights[key])
    return next(piece for piece in pieces if (piece.size, piece.bold, piece.italic) == best)


def letters_of(page: dict[str, Any], fonts: list[list[Any]]) -> list[Letter]:
    """Return the letters of a page as the child tells them."""
    looks: dict[tuple[int, float, str], Piece] = {}
    found = []
    for char, left, right, base, size, font, colour, mapped in page["letters"]:
        key = (font, round(size, 1), colour)
        if key not in looks:
            name, bold, italic, embedded = fonts[font]
            looks[key] = Piece("", name, key[1], bold, italic, colour, embedded)
        found.append(Letter(char, left, right, base, looks[key], mapped))
    return found


def rows_of(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Return letters by line, highest line first; raised marks join their line."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: -one.piece.size):
        if not letter.char.strip():
            continue
        near = (row for row in rows if _on_line(letter, row[0]))
        row = min(near, key=lambda one: abs(one[0].base - letter.base), default=None)
        if row is None:
            rows.append([letter])
        else:
            row.append(letter)
    rows.sort(key=lambda row: -row[0].base)
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _on_line(letter: Letter, first: Letter) -> bool:
    """Tell whether a letter stands on the line of another, raised marks a little higher."""
    size = first.piece.size
    raised = letter.piece.size < _MARK * size and letter.base > first.base
    return abs(first.base - letter.base) <= (_RAISED if raised else _LEVEL) * size


def parted(row: Sequence[Letter], gap: float) -> Iterator[Line]:
    """Yield the pieces of a line between gaps of more than ``gap`` sizes."""
    run: list[Letter] = []
    for letter in row:
        if run and letter.left - run[-1].right > gap * max(run[-1].piece.size, letter.piece.size):
            yield _line(run)
            run = []
        run.append(letter)
    if run:
        yield _line(run)


def whole(row: Sequence[Letter]) -> Iterator[Line]:
    """Yield the pieces of a line outside a head: only cells of a table are parted."""
    return parted(row, _TEXT_GAP)


def _line(run: Sequence[Letter]) -> Line:
    """Return letters as a piece of a line, a space for each gap between words."""
    looks: list[tuple[Piece, list[str]]] = []
    for at, letter in enumerate(run):
        apart = at and letter.left - run[at - 1].right > _WORD_GAP * letter.piece.size
        if not looks or looks[-1][0] is not letter.piece:
            looks.append((letter.piece, []))
        looks[-1][1].append(f" {letter.char}" if apart else letter.char)
    pieces = tuple(replace(look, text="".join(chars)) for look, chars in looks)
    largest = max(run, key=lambda one: one.piece.size)
    return Line(pieces, run[0].left, max(one.right for one in run), largest.base)
