"""Justified paragraphs without wide gaps between words.

Vietnamese has no hyphenation, and a number keeps its unit, so a justified line can end far
before the margin. What a typesetter does about it is done here, and only where a line needs it:
a line may end between a word and its number ("hơn | 13,9 triệu"), and all letters of the paragraph
stand further apart or closer by so little that nobody sees it. Where a line would still be torn
apart, it may end inside a time ("(tháng | 9/2022)"). A wide gap that is left is the lesser evil:
a number and its unit, the number of an act and a note's mark never part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model.document import (
    CrossReference,
    FigureText,
    Inline,
    LineBreak,
    Note,
    Text,
)
from generator.renderers.acts import parted
from generator.renderers.metrics import text_width
from generator.vi.text import NBSP

# a gap of so many plain spaces is wide
_WIDE = 1.7
_TORN = 2.1  # and of so many tears the line apart
# points behind each letter; more is seen at 14 points, and wide letters sooner than close ones
_STEPS = (0.1, -0.1, -0.2, 0.2)
_NO_GAP = 99.0
_RUNT = 1600.0  # twips; a last line should be longer, no day or number alone
_MARK_SIZE = 0.7  # of a note's mark, in ``theme/page.css``
_MARK_DIGITS = "00"
_BREAKS = "/-"
_MAGNITUDES = ("nghìn", "triệu", "tỷ")
_TIMES = ("ngày", "tháng", "năm", "quý")


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph as it is set: its content and the points added behind each letter."""

    content: tuple[Inline, ...]
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Measure:
    """Size of the letters in points; width of the lines and indent of the first, in twips."""

    size: float
    width: float
    indent: float = 0.0


@dataclass(slots=True)
class _Unit:
    """What no line may end inside: width in twips, letters, spaces inside and before it."""

    width: float = 0.0
    letters: int = 0
    gaps: int = 0
    spaced: bool = False


def settled(content: Sequence[Inline], measure: Measure) -> Setting:
    """Return the least change of a justified paragraph that leaves no wide gap.

    Where none does, the best of them; a paragraph that is well as it stands comes back as it is.
    No change makes a last line of a mere syllable or number.
    """
    usual = Setting(tuple(content))
    if any(isinstance(piece, LineBreak) for piece in content):
        return usual
    worst, tail = _filled(_units(usual.content, measure), measure, 0.0)
    best, least = usual, worst
    for ends, limit in ((_numbers, _WIDE), (_times, _TORN)):
        if least <= limit:
            break
        for setting, gap, rest in _changes(usual.content, measure, ends):
            if rest >= min(tail, _RUNT) and gap < least:
                best, least = setting, gap
            if least <= _WIDE:
                break
    return best


def _changes(
    content: tuple[Inline, ...], measure: Measure, ends: Callable[[str], Iterable[int]]
) -> Iterator[tuple[Setting, float, float]]:
    """Yield the changes with the widest gap and the last line that each leaves.

    First a line end more, then letters apart, then both; ``ends`` are the places of a text where
    a line may end, too.
    """
    loose = [(words, _units(words, measure)) for words in _loosened(content, ends)]
    for words, units in loose:
        yield Setting(words), *_filled(units, measure, 0.0)
    for words, units in ((content, _units(content, measure)), *loose):
        for step in _STEPS:
            yield Setting(words, step), *_filled(units, measure, step)


def _loosened(
    content: tuple[Inline, ...], ends: Callable[[str], Iterable[int]]
) -> Iterator[tuple[Inline, ...]]:
    """Yield the content with one more line end allowed.

    Between a word and its number ("hơn | 13,9"), or the magnitude of a number and what is
    counted ("2,78 nghìn tỷ | đồng"); the number and the word behind it stay together.
    """
    for at, piece in enumerate(content):
        if not isinstance(piece, Text | FigureText):
            continue
        last = content[at - 1] if at else None
        counted = isinstance(last, FigureText) and last.text.endswith(_MAGNITUDES)
        for place in ([0] if counted and piece.text.startswith(NBSP) else []) + [*ends(piece.text)]:
            text = f"{piece.text[:place]} {piece.text[place + 1 :]}"
            yield (*content[:at], replace(piece, text=text), *content[at + 1 :])


def _numbers(text: str) -> Iterator[int]:
    """Yield the places of the no-break spaces before a number and behind a word.

    A time keeps its word: "(tháng | 9/2022)" is read twice.
    """
    return (place for place, is_time in _before_numbers(text) if not is_time)


def _times(text: str) -> Iterator[int]:
    """Yield the places of the no-break spaces inside a time."""
    return (place for place, is_time in _before_numbers(text) if is_time)


def _before_numbers(text: str) -> Iterator[tuple[int, bool]]:
    """Yield the no-break spaces between a word and a number, and whether both are a time."""
    for place, sign in enumerate(text[:-1]):
        if sign == NBSP and text[place - 1 : place].isalpha() and text[place + 1].isdigit():
            yield place, text[:place].lower().endswith(_TIMES)


def _filled(units: Sequence[_Unit], measure: Measure, spacing: float) -> tuple[float, float]:
    """Return the widest gap of all lines but the last, in plain spaces, and the last's length.

    Lines are filled as the layout engine does, each with as much as it holds.
    """
    space = text_width(" ", measure.size)
    added = spacing * 20
    widest, room = 1.0, measure.width - measure.indent
    width, gaps = 0.0, 0
    for unit in units:
        own = unit.width + added * (unit.letters + unit.gaps)
        before = space + added if unit.spaced and width else 0.0
        if width and width + before + own > room:
            gap = (space + 2 * added + (room - width) / gaps) / space if gaps else _NO_GAP
            widest = max(widest, gap)
            width, gaps, before, room = 0.0, 0, 0.0, measure.width
        width += before + own
        gaps += unit.gaps + bool(before)
    return widest, width


def _units(content: Iterable[Inline], measure: Measure) -> list[_Unit]:
    """Return a paragraph's content as the units that lines are made of."""
    units = [_Unit()]
    for piece in content:
        if isinstance(piece, Note):
            units[-1].width += text_width(_MARK_DIGITS, measure.size * _MARK_SIZE)
            continue
        if isinstance(piece, LineBreak):
            continue
        bold = isinstance(piece, Text | FigureText) and piece.bold
        for mark in _marks(piece):
            if mark in {" ", ""}:
                units.append(_Unit(spaced=mark == " "))
                continue
            last = units[-1]
            last.width += text_width(mark, measure.size, bold=bold)
            last.gaps += mark.count(NBSP)
            last.letters += len(mark) - mark.count(NBSP)
    return [unit for unit in units if unit.width]


def _marks(piece: Text | FigureText | CrossReference) -> Iterator[str]:
    """Yield runs of letters, " " for a space and "" for another place where a line may end."""
    for words, is_whole in parted(piece.text):
        for order, word in enumerate([words] if is_whole else words.split(" ")):
            if order:
                yield " "
            yield from [word] if is_whole else _broken(word)


def _broken(word: str) -> Iterator[str]:
    """Yield the parts of a word, "" between them: a line may end at a stroke before a letter."""
    start = 0
    for at in range(1, len(word)):
        if word[at - 1] in _BREAKS and word[at].isalpha():
            yield word[start:at]
            yield ""
            start = at
    if start < len(word):
        yield word[start:]
