"""PDF: texts that are drawn over each other, so that nobody can read either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Edges = tuple[float, float, float, float]  # left, bottom, right, top in points

_WIDE = 2.5  # points by which texts must lie over each other: letters that touch do not
_HIGH = 0.35  # of the height of the lower box
_MOST = 3  # objections of one page


def overlaid(texts: Sequence[tuple[str, Edges]]) -> Iterator[str]:
    """Yield texts of a page, each with the box around it, that lie over another one."""
    seen = sorted((one for one in texts if one[0].strip()), key=lambda one: one[1][1])
    found = 0
    for at, (text, edges) in enumerate(seen):
        for other, box in seen[at + 1 :]:
            if box[1] >= edges[3]:
                break  # all others begin above it
            if _lies_over(edges, box):
                yield f"“{text.strip()}” over “{other.strip()}”"
                found += 1
                break
        if found >= _MOST:
            return


def _lies_over(one: Edges, other: Edges) -> bool:
    """Tell whether two boxes share enough of their room."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > _WIDE and high > _HIGH * min(one[3] - one[1], other[3] - other[1])
