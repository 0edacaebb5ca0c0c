"""Percentages of a list of places, whose name stands in the title alone.

"Dẫn đầu là Hòa Bình (86,5%), Đà Nẵng (67%)" in a text under "Tỷ lệ hồ sơ trực tuyến".
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue import Kind
from generator.extraction.counted.classify import Verdict
from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View

_LEAST = 2  # percentages of one sentence that make a list
_JOINTS = (" (", " (với ", " (đạt ", " với ", " đạt ")
_STANDS = ("đứng", "xếp")
_NAME = 2  # words at the end of a name, of which one is written large: "Bộ Tài chính"
_BEFORE = 80  # characters in which a name and what follows it stand


def listed_rate(seen: View, figure: Figure, rules: Sequence[Rule], title: str) -> Verdict | None:
    """Return the one rate that a folded title names, for the percentage of a place of a list.

    None where the sentence has words of a rate itself, or the number no name before it.
    """
    if not _is_listed(seen, figure):
        return None
    if sum(_is_listed(seen, other) for other in seen.figures) < _LEAST:
        return None
    rates = [rule for rule in rules if rule.kind in (Kind.RATE, Kind.TARGET)]
    if any(seen.hits(rule.says) for rule in rates):
        return None
    told = {rule.indicator: rule for rule in rates if _tells(rule, title)}
    return Verdict(next(iter(told.values())), "title") if len(told) == 1 else None


def _is_listed(seen: View, figure: Figure) -> bool:
    """Tell whether a percentage stands right behind a name: "Hòa Bình (86,5%)"."""
    if figure.quantity.kind is not QuantityKind.PERCENT or figure.share is not None:
        return False
    start = figure.quantity.start
    return _ends_with_name(seen.original[max(0, start - _BEFORE) : start])


def _ends_with_name(text: str) -> bool:
    """Tell whether a text ends with a name and what joins a number to it.

    "Hòa Bình (", "Bộ Tài chính đứng thứ hai với ".
    """
    joint = next((one for one in _JOINTS if text.endswith(one)), "")
    words = text.removesuffix(joint).split()
    if not joint:
        return False
    if len(words) > 1 and words[-2] == "thứ":
        words = words[:-2]
        words = words[:-1] if words and words[-1] in _STANDS else words
    return bool(words) and words[-1].isalpha() and any(map(_is_name, words[-_NAME:]))


def _is_name(word: str) -> bool:
    return word[:1].isupper()


def _tells(rule: Rule, title: str) -> bool:
    """Tell whether a title names a rate."""
    if rule.kind is not Kind.RATE or not rule.says.found_in(title):
        return False
    return not rule.unless.found_in(title) and not rule.never.found_in(title)
