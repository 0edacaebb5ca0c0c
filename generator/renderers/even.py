"""Texts of several centred lines, broken where a reader would break them.

The lines come out about equally long, and none ends inside a word or a name
(``generator.renderers.phrases``) where the width leaves a choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from generator.renderers.metrics import text_width, wrap
from generator.renderers.phrases import INSIDE_NAME, INSIDE_WORD, gap_weights

_TOO_WIDE = 1e6
_TWIP = 1e-6
_CUT = INSIDE_NAME / 2  # lines that cost more cut a name


def even_lines(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text in ``width`` twips, at ``size`` points.

    They are as few as can be; one more where fewer would cut a name in two. Line
    ends of the text itself stay.
    """
    return [line for part in text.split("\n") for line in _broken(part, size, width, bold=bold)]


def _broken(text: str, size: float, width: float, *, bold: bool) -> list[str]:
    """Return the even lines of a text without line ends."""
    least = len(wrap(text, size, width, bold=bold))
    if least == 1:
        return [text]
    words = text.split(" ")
    weights = gap_weights(words)
    few, few_cost = _best(words, weights, size, (least, width), bold=bold)
    if few_cost < _CUT:
        return few
    more, more_cost = _best(words, weights, size, (least + 1, width), bold=bold)
    # a name that must be cut is cut between its words
    return more if more_cost < _CUT or more_cost < INSIDE_WORD <= few_cost else few


def _best(
    words: Sequence[str],
    weights: Sequence[float],
    size: float,
    room: tuple[int, float],
    *,
    bold: bool,
) -> tuple[list[str], float]:
    """Return the best ``room[0]`` lines in ``room[1]`` twips and what they cost.

    A line costs the square of its length beside the mean, above 1, and the weight of
    the space that it ends at.
    """
    count, width = room
    if count > len(words):
        return [" ".join(words)], _TOO_WIDE
    space = text_width(" ", size, bold=bold)
    ends = [0.0, *accumulate(text_width(word, size, bold=bold) + space for word in words)]
    mean = ends[-1] / count

    def cost(start: int, end: int) -> float:
        """Return the cost of one line."""
        length = ends[end] - ends[start] - space
        wide = _TOO_WIDE if length > width + _TWIP and end - start > 1 else 0.0
        return (length / mean) ** 2 - 1 + wide + (weights[end - 1] if end < len(words) else 0)

    # best way to set the first n words in a number of lines: cost and first words
    found: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        last = range(len(words), len(words) + 1) if line == count else range(line, len(words))
        found = {
            end: min(
                (c + cost(at, end), (*cuts, at)) for at, (c, cuts) in found.items() if at < end
            )
            for end in last
            if any(at < end for at in found)
        }
    total, starts = found[len(words)]
    bounds = [*starts, len(words)]
    lines = [" ".join(words[a:b]) for a, b in pairwise(bounds)]
    return lines, total
