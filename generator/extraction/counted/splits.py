"""A figure split by level or unit: "số hồ sơ trực tuyến là 2.400 (cấp tỉnh 900, cấp xã 1.500)".

The parts add up to the figure before the bracket or colon, so each counts what that one counts,
whatever verb stands beside it: "(cấp tỉnh tiếp nhận 900 hồ sơ, …)" are no dossiers of all ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.places.units import UNIT_NAME
from generator.extraction.view import View
from generator.extraction.words.levels import LEVELS
from generator.extraction.words.periods import PERIODS
from generator.extraction.words.units import UNITS
from generator.model.fact import Fact

# "(hồ sơ tiếp nhận/hồ sơ đã giải quyết): 61.208/57.944": two counts, none a part of the other
_PAIR = re.compile(r"(?<!\w)[^\W\d_]{3,12} ?/ ?[^\W\d_]{2,}")
# what opens the parts: the noun of the whole, then a bracket or a colon
_OPENS = re.compile(r"(?: [^\W\d_]{1,10}){0,12} ?[(:]")
# whose part it is, first in its words: "cấp tỉnh", "UBND cấp huyện", "khối xã", "các sở, ngành"
_LED = re.compile(
    rf"[ ,;:(]*(?:{LEVELS.parts}[,:]? )?(?:{LEVELS.parting} )?(?:(?:ở|tại|do|của|khối) )?"
    rf"(?:{UNITS.committee_words} )?(?:các )?"
    rf"(?:{LEVELS.tiers} {LEVELS.tiers_of_province}|{LEVELS.departments}|{LEVELS.districts}"
    rf"|{LEVELS.communes})(?!\w)"
)
# the same behind its number: "(1.182 cấp tỉnh, 154 cấp xã)"
_LED_BEHIND = re.compile(
    rf" (?:[^\W\d_]{{1,10}} ){{0,4}}?{LEVELS.tiers} {LEVELS.tiers_of_province}(?= ?[,;.)]| và |$)"
)
# "Số hồ sơ kỳ trước chuyển qua là 500 (cấp tỉnh 100, cấp xã 400)": none of this time
_CARRIED = re.compile(rf"(?<!\w){PERIODS.carries} {PERIODS.carries_more}(?!\w)")


def splits_of(view: View) -> dict[int, int]:
    """Return for each part of a figure the index of that figure, by the index of the part."""
    found: dict[int, int] = {}
    for whole, figure in enumerate(view.figures[:-2]):
        end = max(figure.quantity.end, figure.noun_end)
        if whole in found or figure.quantity.kind is not QuantityKind.COUNT:
            continue
        opened = _OPENS.match(view.text, end, view.figures[whole + 1].start)
        if opened is None:
            continue
        parts = list(_parts(view, whole, opened.end() - 1))
        if _adds_up(view, whole, parts):
            found.update(dict.fromkeys(parts, whole))
    return found


def is_carried(view: View, whole: int) -> bool:
    """Tell whether a figure that is split was carried over from an earlier time."""
    figure = view.figures[whole]
    before = view.figures[whole - 1].end if whole else 0
    stop = view.figures[whole + 1].start
    left = max(before, view.text.rfind(";", 0, figure.start) + 1)
    return _CARRIED.search(view.text, left, stop) is not None


def _parts(view: View, whole: int, begin: int) -> Iterator[int]:
    """Yield the counts behind ``begin`` that each stand behind a level or unit.

    They end with the bracket, or with the first count that has none.
    """
    stop = view.text.find(")", begin) if view.text[begin] == "(" else -1
    left = begin
    for index, figure in enumerate(view.figures[whole + 1 :], whole + 1):
        if 0 <= stop < figure.start:
            return
        if figure.quantity.kind is not QuantityKind.COUNT:
            continue
        led = _LED.match(view.text, left, figure.start) or _LED_BEHIND.match(view.text, figure.end)
        if led is None and not UNIT_NAME.search(view.original, left, figure.start):
            return
        yield index
        left = max(figure.end, figure.noun_end)


def _adds_up(view: View, whole: int, parts: Sequence[int]) -> bool:
    """Tell whether two or more parts make up the whole."""
    sum_of = sum((view.figures[part].quantity.value for part in parts), Decimal())
    return len(parts) > 1 and sum_of == view.figures[whole].quantity.value


def is_pair(text: str, heading: str, start: int, fact: Fact) -> bool:
    """Tell whether "a/b" are two counts named before ("tiếp nhận/giải quyết"), b the smaller.

    ``heading`` is that of the sentence ``text``, in which the figure begins at ``start``.
    """
    more = fact.total is not None and fact.value > fact.total
    return more and (_PAIR.search(heading) or _PAIR.search(text, 0, start)) is not None
