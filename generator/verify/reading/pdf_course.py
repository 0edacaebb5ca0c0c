"""PDF: whether texts stand on the paper where the structure of the file puts them.

Readers follow the structure, people the paper. From one text to the next the way leads to
the right or down; the cells of a row stand beside each other. A number that was moved to
the place of another breaks that, though the structure still has it at its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Edges = tuple[float, float, float, float]  # left, bottom, right, top in points

_SLACK = 2.5  # points by which letters may reach into the line above, or over each other
_LINE = 6.0  # points that a letter of the same line may stand higher or lower
_LETTER, _NEXT = 6.0, 12.0  # points: the least height of letters, the widest gap behind a text
_SHARED = 0.4  # of the lower one's height that two texts of one line have in common
_HEAD = 40.0  # points: the lines of a cell in the head of a table
_MOST = 5  # objections of one page


@dataclass(slots=True)
class Course:
    """The way through the texts of one page in the order of its structure."""

    strange: list[str] = field(default_factory=list)
    rows: dict[int, dict[int, Edges]] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    _last: tuple[str, Edges] | None = None
    _piece: int = -1
    _right: float = 0.0

    def follow(self, piece: int, row: int, texts: Sequence[tuple[str, Edges]]) -> None:
        """Go on with the texts of one marked content of a piece, in a row of a table or -1."""
        for text, edges in texts:
            if not text.strip():
                continue
            if self._last is not None and not self._goes_on(self._last[1], edges, piece):
                self.strange.append(f"“{text.strip()}” stands before “{self._last[0].strip()}”")
            self._right = max(self._right, edges[2]) if piece == self._piece else edges[2]
            self._last, self._piece = (text, edges), piece
            if row >= 0:
                cells = self.rows.setdefault(row, {})
                cells[piece] = _around(cells[piece], edges) if piece in cells else edges
                self.words[piece] = self.words.get(piece, "") + text

    def _goes_on(self, last: Edges, edges: Edges, piece: int) -> bool:
        """Tell whether a text stands below the last one, behind it, or right of its piece."""
        middle = (edges[1] + edges[3]) / 2
        beside = last[1] - _LINE < middle < last[3] + _LINE
        near = last[1] - _LINE < middle < last[3] + _HEAD
        return (
            edges[3] <= last[1] + _SLACK
            or (beside and edges[0] >= last[2] - _SLACK and not _steps(last, edges))
            or (piece != self._piece and edges[0] >= self._right - _SLACK)
            # narrow columns: the words of one may reach over the edge of the next
            or (piece != self._piece and near and edges[0] + edges[2] > last[0] + last[2])
        )

    def cells(self) -> Iterator[tuple[int, str, Edges]]:
        """Yield the piece, text and box of each cell, in the order of the structure."""
        for cells in self.rows.values():
            yield from ((piece, self.words[piece], edges) for piece, edges in cells.items())

    def objections(self) -> Iterator[str]:
        """Yield each text that stands elsewhere than its place in the structure."""
        yield from self.strange[:_MOST]
        for cells in self.rows.values():
            every = list(cells.values())
            for one in every:
                others = [other for other in every if other is not one]
                if others and not any(_is_beside(one, other) for other in others):
                    yield "a cell of a table that stands in another row"


def _steps(last: Edges, edges: Edges) -> bool:
    """Tell whether a text right behind another stands on another line than that.

    Points, quotes and the marks of notes are too low to tell.
    """
    least = min(last[3] - last[1], edges[3] - edges[1])
    shared = min(last[3], edges[3]) - max(last[1], edges[1])
    return least >= _LETTER and edges[0] - last[2] < _NEXT and shared < _SHARED * least


def _around(one: Edges, other: Edges) -> Edges:
    """Return the box around two boxes."""
    low = min(one[0], other[0]), min(one[1], other[1])
    return (*low, max(one[2], other[2]), max(one[3], other[3]))


def _is_beside(one: Edges, other: Edges) -> bool:
    """Tell whether two boxes share a height."""
    return one[1] < other[3] and other[1] < one[3]
