"""Style sheets: whether one could write, hide or cover text.

A style sheet of a report only sets letters, colours and boxes. What could print words
(``content``), take them away (``display``, ``visibility``, sizes, places) or fetch more
is told; a property that is not known here is told, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.verify.reading.fonts import draws_pictures
from generator.verify.reading.ink import is_pale, luminance_of
from generator.verify.reading.text import names

_OF_STRINGS = "\"'\\{}"  # in a comment they could make a string of it
_LENGTH = re.compile(r"(?<![\w#.])(-?(?:\d+\.?\d*|\.\d+))(rem|em|px|pt|vw|vh|ch|ex|cm|mm|in|%)?")
# rem to which a length may go
_FARTHEST, _LEAST_TEXT = Decimal(60), Decimal("0.7")
_IN_REM: dict[str, Decimal | int] = {
    "": 1,
    "rem": 1,
    "em": 1,
    "px": Decimal("0.0625"),
    "pt": Decimal("0.083"),
    "%": Decimal("0.01"),
}
# rules that may take something away: a line end on narrow screens, boxes on paper
_MAY_HIDE = frozenset({"br.even", ".lineage"})
# the head of a page: on a narrow screen the national title stands first; it has no figure
_NO_FIGURES = ".letterhead .row"
# the boxes that open above the page when a number is asked for
_ABOVE = ".lineage"
_THICKEST_LINE = Decimal("0.25")  # rem; what is drawn around a box lies on its neighbours
_PLAIN = names(
    "box-sizing border border-top border-bottom border-left border-right border-collapse"
    " scroll-behavior -webkit-text-size-adjust overflow-wrap list-style flex"
    " justify-content align-items white-space vertical-align cursor"
    " break-inside break-after break-before font-family font-weight font-style"
    " text-align gap hyphens grid-template-columns tab-size font-variant-numeric scroll-margin-top"
    " text-wrap"
    " margin margin-top margin-bottom margin-left margin-right padding padding-top padding-bottom"
    " padding-left padding-right text-indent border-spacing page-break-inside border-radius"
)
_DISPLAYED = names(
    "block inline inline-block flex grid table table-row table-cell table-header-group"
)

# of a printed page: paper, and margins that are none of the words'
_PAPER = re.compile(r"size: ?a4(?: portrait| landscape)?|margin: ?(?:[1-3]\d?mm ?){1,4}")

_Test = Callable[[str, str], bool]


def misstyled(sheet: str) -> Iterator[str]:
    """Yield each declaration of a style sheet that could change what is read."""
    text, *commented = sheet.split("/*")
    for part in commented:
        comment, _, after = part.partition("*/")
        if any(mark in comment for mark in _OF_STRINGS):
            yield f"the comment {comment.strip()[:60]}"
        text += f" {after}"
    if "\\" in text or "<" in text:
        yield "an escape in the style sheet"
    for rule in text.split("}"):
        yield from _misruled(rule)


def _misruled(rule: str) -> Iterator[str]:
    """Yield what is wrong with one rule, the "{" of a medium before it."""
    head, brace, body = rule.rpartition("{")
    media, _, names_of_rule = head.rpartition("{")
    if names_of_rule.strip() == "@page" and not media.strip():
        yield from _mispaged(body)
        return
    selectors = [part.strip() for part in names_of_rule.split(",")]
    strange = not brace and bool(body.strip())
    if strange or "@" in names_of_rule or not _is_media(media):
        yield f"the rule {' '.join(rule.split())[:80]}"
        return
    for declaration in filter(None, map(str.strip, body.split(";") if brace else ())):
        name, _, value = (part.strip().lower() for part in declaration.partition(":"))
        if not all(_is_harmless(name, value, selector) for selector in selectors):
            yield f"{', '.join(selectors)} {{ {declaration} }}"


def _mispaged(body: str) -> Iterator[str]:
    """Yield what a rule of the printed page has beside paper and margins that leave room."""
    for declaration in filter(None, map(str.strip, body.split(";"))):
        if not _PAPER.fullmatch(" ".join(declaration.lower().split())):
            yield f"@page {{ {declaration} }}"


def _is_media(text: str) -> bool:
    """Tell whether what stands before a rule opens a medium, or nothing stands there."""
    words = text.strip()
    return not words or (words.startswith("@media") and not set(words[1:]) & set("@{;"))


def _is_harmless(name: str, value: str, selector: str) -> bool:
    """Tell whether a declaration can neither add nor take away text."""
    test = _TESTS.get(name)
    known = name in _PLAIN or test is not None
    lengths = _LENGTH.findall(value)
    # only a hanging line may begin before its place: else one text would lie on another
    may_hang = name == "text-indent" or not any(number.startswith("-") for number, _ in lengths)
    within = may_hang and all(_is_near(number, unit) for number, unit in lengths)
    return known and "url(" not in value and within and (test is None or test(value, selector))


def _is_near(number: str, unit: str) -> bool:
    """Tell whether a length keeps what it moves in sight."""
    length = Decimal(number) * _IN_REM.get(unit, 1)
    return unit in ("vw", "vh") or -1 <= length <= _FARTHEST or not unit


def _shown(value: str, selector: str) -> bool:
    """Tell whether a ``display`` shows what it is for, or may hide it."""
    return value in _DISPLAYED or (value == "none" and selector in _MAY_HIDE)


def _legible(value: str, selector: str) -> bool:  # noqa: ARG001 - a test of any property
    """Tell whether a font has letters that can be read."""
    sizes = [Decimal(number) * _IN_REM.get(unit, 1) for number, unit in _LENGTH.findall(value)]
    if draws_pictures(value):
        return False
    return value == "inherit" or all(size >= _LEAST_TEXT for size in sizes)


def _sized(value: str, selector: str) -> bool:
    """Tell whether a size of letters can be read."""
    return _legible(value, selector) and value[:1] in set("0123456789.")


def _inked(value: str, selector: str) -> bool:  # noqa: ARG001 - a test of any property
    """Tell whether a colour of letters stands out on white."""
    known = value in ("inherit", "currentcolor") or luminance_of(value) is not None
    return known and not is_pale(value)


def _light(value: str, selector: str) -> bool:  # noqa: ARG001 - a test of any property
    """Tell whether black letters stand out on a ground."""
    colour = luminance_of(value)
    return value == "none" or (colour is not None and colour > 0.5)


def _roomy(value: str, selector: str) -> bool:
    """Tell whether a size leaves room; what has no words of its own may be small."""
    sizes = [Decimal(number) for number, _ in _LENGTH.findall(value)]
    return value in ("auto", "none") or "::" in selector or all(s != 0 for s in sizes)


def _thin(value: str, selector: str) -> bool:  # noqa: ARG001 - a test of any property
    """Tell whether a line around a box covers nothing beside it."""
    widths = (Decimal(number) * _IN_REM.get(unit, 1) for number, unit in _LENGTH.findall(value))
    return value == "none" or all(width <= _THICKEST_LINE for width in widths)


def _onward(value: str, selector: str) -> bool:
    """Tell whether boxes stand in the order in which they are read."""
    return "reverse" not in value or selector == _NO_FIGURES


_TESTS: dict[str, _Test] = {
    "content": lambda value, _: value in ('""', "''", "none"),
    "display": _shown,
    "font": _legible,
    "font-family": lambda value, _: not draws_pictures(value),
    "outline": _thin,
    "box-shadow": lambda value, selector: value == "none" or selector == _ABOVE,
    "font-size": _sized,
    "line-height": lambda value, _: Decimal(value) >= 1 if value[0].isdigit() else False,
    "color": _inked,
    "background": _light,
    "background-color": _light,
    "text-decoration": lambda value, _: value in ("none", "underline", "inherit"),
    "flex-direction": _onward,
    "flex-wrap": _onward,
    "overflow": lambda value, _: value in ("visible", "auto"),
    "overflow-x": lambda value, _: value == "auto",
    "overflow-y": lambda value, _: value == "auto",
    "width": _roomy,
    "height": lambda value, _: value == "auto",
    "max-width": _roomy,
    "max-height": lambda value, _: value.endswith("vh") and value >= "50",
    "min-width": lambda _value, _selector: True,
}
