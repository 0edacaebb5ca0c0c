"""Widths of table columns: no number or word broken, as few lines as the table can have.

A template gives the widths as its author sees them. A column too narrow for its longest
unbroken word gets what it needs; then room is moved where it saves lines: a wide column
of short figures gives to one whose names wrap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from generator.model.document import Cell, Column, FigureText, LineBreak, Table, Text
from generator.renderers.metrics import text_width
from generator.renderers.phrases import INSIDE_WORD, gap_weights
from generator.vi.text import NBSP

# twips that padding and lines take of a cell: the most that one of the renderers needs, so
# that a table has the same columns and breaks its lines alike in all
CELL_FRAME = 200.0
_SIZES = {"normal": 12.0, "small": 11.0}
# a word that asks for more than this share of the table may be broken
_MOST = 0.4
# room is moved in parts of this share of the table, a few of them at a time
_PART = 1 / 120
_MOVES = (1, 2, 3, 4, 6, 8, 16, 32)
# a line of a row costs so many times what one more line in any of its cells does
_ROW_COST = 3
# a word that is cut reads as ill as so many more lines
_CUT = 3
# so many rows tell enough of a long table
_ROWS = 60
# rows on a page; the head stands above as many again
_PAGE = 12

# the words of a cell as widths: one tuple for each line that its author ended
_Words = tuple[tuple[float, ...], ...]
# a row: its single cells, each with its column, its words by length, its lines and a space's width
_Row = tuple[tuple[int, tuple[float, ...], _Words, float], ...]


def fitted_widths(block: Table, total: float, frame: float = CELL_FRAME) -> list[float]:
    """Return the width of each column, in twips, of ``total`` in all.

    They are those of the block, but a column too narrow for its longest unbroken
    word gets what it needs from those that have room, and room goes where it makes
    the table shorter. ``frame`` twips of each cell are padding and lines.
    """
    rows = tuple(_measured(row, block) for row in (*block.head, *block.rows))
    return list(_fitted(block.columns, rows, len(block.head), round(total, 1), frame))


@lru_cache(maxsize=64)
def _fitted(
    columns: tuple[Column, ...], rows: tuple[_Row, ...], heads: int, total: float, frame: float
) -> tuple[float, ...]:
    """Return the widths of columns whose cells hold ``rows``, the first of them heads.

    It is kept since the renderers ask alike.
    """
    whole = sum(column.width for column in columns)
    shares = [total * column.width / whole for column in columns]
    needs = _needs(rows, len(columns), total, frame)
    lacking = sum(max(0.0, need - width) for need, width in zip(needs, shares, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needs, shares, strict=True))
    if lacking > spare:
        return tuple(shares)
    kept = 1 - lacking / spare if spare else 1.0
    widths = [
        need if need > width else need + (width - need) * kept
        for need, width in zip(needs, shares, strict=True)
    ]
    sample = _sample(rows, heads)
    return _Shorter(*sample, needs, _bands(columns, widths), frame, total * _PART).found(widths)


def _sample(rows: tuple[_Row, ...], heads: int) -> tuple[tuple[_Row, ...], tuple[int, ...]]:
    """Return the rows that are looked at, of a very long table not all, and what each counts.

    The head stands on every page, so that a line more in it is a line more on each of them.
    """
    body = rows[heads:]
    body = body[:: len(body) // _ROWS + 1]
    return (*rows[:heads], *body), (1 + len(body) // _PAGE,) * heads + (1,) * len(body)


def _needs(rows: Sequence[_Row], count: int, total: float, frame: float) -> list[float]:
    """Return the width that the longest word of each column takes, with the frame."""
    needs = [0.0] * count
    for row in rows:
        for column, longest, _, _ in row:
            for word in longest:
                if needs[column] < word + frame <= total * _MOST:
                    needs[column] = word + frame
    return needs


def _bands(columns: Sequence[Column], widths: Sequence[float]) -> list[tuple[int, ...]]:
    """Return the columns in runs of equal ones, as years or places side by side are."""
    bands: list[tuple[int, ...]] = []
    for at, column in enumerate(columns):
        before = bands[-1][-1] if bands else None
        if before is not None and column == columns[before] and widths[at] == widths[before]:
            bands[-1] += (at,)
        else:
            bands.append((at,))
    return bands


@dataclass(slots=True)
class _Shorter:
    """Moves room between bands of columns as long as that saves lines.

    ``weights`` tell what the lines of each row count; ``part`` is the smallest room moved;
    ``counted`` keeps how many lines the cells of a column take at a width.
    """

    rows: Sequence[_Row]
    weights: Sequence[int]
    needs: Sequence[float]
    bands: Sequence[tuple[int, ...]]
    frame: float
    part: float
    counted: dict[tuple[int, float], list[int]] = field(default_factory=dict)

    def found(self, widths: Sequence[float]) -> tuple[float, ...]:
        """Return the widths that no further move makes better."""
        best = tuple(widths)
        least = self._height(best)
        while True:
            moved = [(self._height(one), at, one) for at, one in enumerate(self._moved(best))]
            height, _, widths = min(moved, default=(least, 0, best))
            if height >= least:
                return best
            best, least = tuple(widths), height

    def _moved(self, widths: tuple[float, ...]) -> Iterator[tuple[float, ...]]:
        """Yield the widths after each move that leaves every word whole; small moves first."""
        for room in (self.part * count for count in _MOVES):
            for giver in self.bands:
                each = room / len(giver)
                # one that holds a long word stays as it is where its neighbours still give
                given = {at: min(each, widths[at] - self.needs[at]) for at in giver}
                if max(given.values()) < self.part / len(giver):
                    continue
                for taker in self.bands:
                    if taker != giver:
                        yield _changed(widths, given, taker)

    def _height(self, widths: Sequence[float]) -> int:
        """Return what the lines cost: a row is as high as its highest cell.

        Its other cells read better, too, where a name or a day is not broken.
        """
        columns = [self._lines(at, width) for at, width in enumerate(widths)]
        rows = zip(*columns, strict=True)
        return sum(
            weight * (_ROW_COST * max(row) + sum(row))
            for weight, row in zip(self.weights, rows, strict=True)
        )

    def _lines(self, column: int, width: float) -> list[int]:
        """Return how many lines the cell of each row takes in a column."""
        known = self.counted.get((column, width))
        if known is None:
            room = width - self.frame
            known = [
                next((_count(lines, space, room) for at, _, lines, space in row if at == column), 1)
                for row in self.rows
            ]
            self.counted[column, width] = known
        return known


def _changed(
    widths: Sequence[float], given: Mapping[int, float], taker: Sequence[int]
) -> tuple[float, ...]:
    """Return widths of which some columns give room to others, to each as much."""
    got = sum(given.values()) / len(taker)
    return tuple(
        round(width - given.get(at, 0.0) + (got if at in taker else 0.0), 3)
        for at, width in enumerate(widths)
    )


def _count(lines: _Words, space: float, room: float) -> int:
    """Return how many lines some text takes in ``room`` twips."""
    count = 0
    for words in lines:
        count += 1
        length = -space
        for word in words:
            length += space + word
            if length > room and length > word:
                count += 1
                length = word
            if word > room:
                count += _CUT
    return count


def _measured(row: tuple[Cell, ...], block: Table) -> _Row:
    """Return the cells of a row that stand in one column; those over several are left out."""
    # a row under a rowspan has fewer cells: they belong to the last columns
    at = max(0, len(block.columns) - sum(cell.colspan for cell in row))
    found = []
    for cell in row:
        if cell.colspan == 1 and at < len(block.columns):
            size = _SIZES[block.size]
            text, bold = _text(cell), cell.bold or cell.header
            words = (_bold_words if bold else _plain_words)(text, size)
            longest = tuple(sorted({word for line in words for word in line}))
            held = _head_words(text, size) if cell.header else words
            found.append((at, longest, held, text_width(" ", size)))
        at += cell.colspan
    return tuple(found)


@lru_cache(maxsize=4096)
def _plain_words(text: str, size: float) -> _Words:
    """Return the widths of the words of each line of a text."""
    return tuple(
        tuple(text_width(word, size) for word in line.split(" ")) for line in text.split("\n")
    )


@lru_cache(maxsize=4096)
def _bold_words(text: str, size: float) -> _Words:
    """Return the widths of the words of each line of a bold text."""
    return tuple(
        tuple(text_width(word, size, bold=True) for word in line.split(" "))
        for line in text.split("\n")
    )


@lru_cache(maxsize=1024)
def _head_words(text: str, size: float) -> _Words:
    """Return the widths in the head of a column, whose lines end at compounds, not in them."""
    held = []
    for line in text.split("\n"):
        words = line.split(" ")
        # a name may end a line before its next capital: "Bộ | Tư pháp", "Quảng | Ngãi"
        gaps = (
            NBSP if weight >= INSIDE_WORD and not right[:1].isupper() else " "
            for weight, right in zip(gap_weights(words), words[1:], strict=True)
        )
        held.append("".join(map("".join, zip_longest(words, gaps, fillvalue=""))))
    return _bold_words("\n".join(held), size)


def _text(cell: Cell) -> str:
    """Return the text of a cell as its lines may be broken: at plain spaces only."""
    return "".join(
        "\n" if isinstance(part, LineBreak) else part.text
        for part in cell.content
        if isinstance(part, Text | FigureText | LineBreak)
    )
