"""The change against a base that is printed beside a figure: "tăng 5% so với năm 2022"."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.catalogue import Kind
from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.reading import UPPER
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View
from generator.extraction.words.changes import CHANGES
from generator.model.fact import Change, ChangeKind, Direction
from generator.model.period import Period

_DOWN = re.compile(rf"{CHANGES.down}[^,;]{{0,30}}$")
_NOTE = re.compile(r"\[\d{1,3}\]")
_UNIT = re.compile(rf" ?(?P<unit>%|{CHANGES.units}|[^\W\d]+)?")
_BASE = re.compile(
    rf"so (?:với )?(?P<same>{CHANGES.same})?(?: {CHANGES.same_more})*"
    rf"(?P<base>(?:(?! và {CHANGES.base_ends})[^,;.()]){{0,40}})"
)
# a rank that fell: "hạng 40 (-2 bậc)"
_MINUS = re.compile(r"\( ?[-−–] ?$")
# "gấp 3 lần năm 2020", without "so với"
_TIMES_OF = re.compile(
    r" ?(?:lần )?(?:so )?(?P<same>cùng kỳ)?(?: ?(?:năm|của))*"
    rf"(?P<base> ?(?:(?:19|20)\d{{2}}|{CHANGES.year_words})(?!\w))"
)
# what is no time and no aim: another place, or the mean of all
_OF_ONE = re.compile(rf" ?%? về {CHANGES.of_one}(?!\w)")
_IN_TURN = re.compile(r" ?(?:%|bậc|điểm)? và \d[\d.,]* ?(?:%|bậc|điểm)")
_OTHER = re.compile(rf"so với(?: {CHANGES.others}\.?)*(?: [{UPPER}]| {CHANGES.other_bases})")
_TIME = re.compile(rf"(?<!\w)(?:{CHANGES.times}|\d{{4}})(?!\w)")
_TIME_NEAR = 40  # characters behind "gấp 2 lần" in which the time stands
_YEAR = re.compile(r"(?:19|20)\d{2}")
_PLACES = re.compile(rf" ?{CHANGES.places}(?!\w)")
_IN_BRACKETS = re.compile(r"[^,;()\d]{0,20}\([^();\d]{0,20}")
_OF_BASE = re.compile(r"so với[^();]{0,60}\([^();\d]{0,20}$")
_PERCENT = ("%", "phần trăm")
_ALL = Decimal(100)
_BESIDE = 160  # characters between a value and its change


def change_of(view: View, index: int, period: Period, rule: Rule) -> Change | None:
    """Return the change printed beside the figure with this index, None if none.

    It follows its figure ("đạt 45%, tăng 5% so với năm 2022"); that of a rank may
    also go before it ("tăng 5 bậc, xếp thứ 13"), or behind the score beside it.
    """
    figure = view.figures[index]
    if figure.quantity.kind is QuantityKind.EARLIER:
        return None  # "giảm 22 bậc, từ hạng 25 xuống hạng 47" is told of the second
    if rule.kind is Kind.RANK and (moved := _moved_by(view, index)) is not None:
        return _change(view, moved, period, rule, figure.quantity.value)
    after = _changed_by(view, index)
    if after is not None:
        return _change(view, after, period, rule, view.figures[index].quantity.value)
    before = view.figures[index - 1] if index else None
    if rule.kind is Kind.RANK and before is not None and _beside(view, before, figure):
        if _is_of_other(view.text, before, figure):
            return None
        own = index < 2 or view.figures[index - 2].quantity.kind is not QuantityKind.RANK
        own = own or _IN_BRACKETS.fullmatch(view.text, before.end, figure.start) is not None
        value = view.figures[index].quantity.value
        change = _change(view, before, period, rule, value) if own else None
        return change if change and change.kind is ChangeKind.PLACES else None
    return None


def _moved_by(view: View, index: int) -> Figure | None:
    """Return the places by which a rank moved, told before where from: "tăng 8 bậc, từ 30 lên 22".

    None where they are not those between the two ranks.
    """
    if index < 2 or view.figures[index - 1].quantity.kind is not QuantityKind.EARLIER:
        return None
    change, base, rank = (one for one in view.figures[index - 2 : index + 1])
    moved = abs(base.quantity.value - rank.quantity.value)
    near = _beside(view, change, base) and moved == change.quantity.value
    return change if near else None


def _changed_by(view: View, index: int) -> Figure | None:
    """Return the figure of the change that follows one, None if there is none.

    "thứ 18 với 43,5 điểm, tăng 5 bậc" tells how the rank moved, unless a rank follows yet.
    """
    figure, after = view.figures[index], view.figures[index + 1 : index + 4]
    changed = bool(after) and after[0].quantity.kind is QuantityKind.CHANGE
    if len(after) > 1 and not changed and _is_aside(view.text, figure.end, *after[:2]):
        after = after[1:]  # "đạt 98% (năm trước 95%), tăng 3%"
    if after and _is_aside(view.text, 0, figure, after[0]):
        return None
    if after and _beside(view, figure, after[0]):
        return after[0]
    if len(after) < 2 or figure.quantity.kind is not QuantityKind.RANK:
        return None
    scores = (QuantityKind.SCORE, QuantityKind.PERCENT)
    scored = after[0].quantity.kind in scores and _beside(view, after[0], after[1])
    places = _PLACES.match(view.text, after[1].quantity.number_end) is not None
    ranked = len(after) > 2 and after[2].quantity.kind is QuantityKind.RANK
    next_own = ranked and _beside(view, after[1], after[2])
    next_own = next_own and not _is_of_other(view.text, after[1], after[2])
    return after[1] if scored and places and not next_own else None


def _is_aside(text: str, left: int, figure: Figure, other: Figure) -> bool:
    """Tell whether a figure stands in brackets, open since ``left``, that close before another."""
    opened = text.rfind("(", left, figure.start)
    inside = opened >= 0 and ")" not in text[opened : figure.start]
    return inside and ")" in text[figure.quantity.end : other.start]


def _is_of_other(text: str, change: Figure, rank: Figure) -> bool:
    """Tell whether a change is not that of the rank behind it.

    "tăng 5 bậc so với năm 2020 (thứ 18)" gives where it rose from; "PCI 65,1 điểm (tăng 3
    bậc), PAPI hạng 30" another index.
    """
    beside = _OF_BASE.search(text, change.end, rank.start) is not None
    return beside or _is_aside(text, 0, change, rank)


def _beside(view: View, one: Figure, other: Figure) -> bool:
    """Tell whether two figures are a value and its change, in one clause."""
    kinds = (one.quantity.kind, other.quantity.kind)
    between = view.text[one.end : other.start]
    close = ";" not in between and len(between) <= _BESIDE
    return close and kinds.count(QuantityKind.CHANGE) == 1


def _change(
    view: View, figure: Figure, period: Period, rule: Rule, value: Decimal
) -> Change | None:
    """Read the figure of a change, that of ``value``; None where the figure is none."""
    quantity, text = figure.quantity, view.text
    if quantity.kind is not QuantityKind.CHANGE:
        return None
    before = text[max(0, quantity.start - 50) : quantity.start]
    down = _DOWN.search(before) or _MINUS.search(before)
    direction = Direction.DOWN if down else Direction.UP
    unit = _NOTE.sub("", text[quantity.number_end : quantity.end]).strip()
    if not unit:
        match = _UNIT.match(text, quantity.end)
        unit = (match.group("unit") or "") if match else ""
    counted = _change_kind(unit, rule)
    is_rate = unit in _PERCENT and rule.kind is Kind.RATE
    if is_rate and _is_impossible(value, quantity.value, direction):
        counted = ChangeKind.PERCENT
    if quantity.ambiguous and counted is ChangeKind.ABSOLUTE:
        return None  # "tăng 1,250 hồ sơ": nobody knows whether the comma marks thousands
    placed = (counted is ChangeKind.PLACES) == (rule.kind is Kind.RANK)
    if counted is not ChangeKind.ABSOLUTE and not placed:
        return None  # "70,9 điểm, tăng 8 bậc": the rank has moved; "hạng 8, tăng 2,1%": the score
    tail = text[quantity.end : quantity.end + 120].split(";")[0]
    base = _BASE.search(tail) or (_TIMES_OF.match(tail) if unit == "lần" else None)
    if _OF_ONE.match(tail) or _IN_TURN.match(text, quantity.number_end):
        return None  # "tăng 45% về số giao dịch và 62% về số tiền", "tăng 2 và 3 điểm phần trăm"
    if base is not None and _is_other(view, quantity.end + base.start(), base):
        return None  # "cao hơn 0,8% so với Quảng Ninh" compares places, not times
    printed = _base(view, figure, base, period)
    if unit == "lần" and not _TIME.search(text, quantity.end, quantity.end + _TIME_NEAR):
        return None  # "gấp 1,5 lần bình quân cả nước" compares places, not times
    same = base is not None and "cùng" in (base.group("same") or "")
    return Change(counted, quantity.value, direction, printed, same)


def _is_other(view: View, start: int, base: re.Match[str]) -> bool:
    """Tell whether what a figure is compared with is another place, not another time."""
    end = start + len(base.group())
    return not _TIME.search(base.group()) and (_OTHER.match(view.original, start, end) is not None)


def told_until(view: View, index: int) -> int:
    """Return where the words end that tell of a figure: its share, its change and base."""
    figure = view.figures[index]
    end = max(figure.end, figure.share.end if figure.share else 0)
    after = _changed_by(view, index)
    if after is None:
        return end
    tail = view.text[after.end : after.end + 120].split(";")[0]
    base, places = _BASE.search(tail), _PLACES.match(tail)
    return after.end + (base.end() if base else places.end() if places else 0)


def _change_kind(unit: str, rule: Rule) -> ChangeKind:
    """Return what a change counts, by the word after its number.

    "%" beside a percentage counts points, whatever the press calls it; beside a score in
    points ("DTI đạt 0,7326, tăng 2,7%") it is a share of the score.
    """
    if unit in _PERCENT:
        return ChangeKind.POINTS if rule.unit == "%" else ChangeKind.PERCENT
    if unit == "lần":
        return ChangeKind.TIMES
    if unit in ("bậc", "thứ bậc", "hạng", "vị trí", "thứ hạng"):
        return ChangeKind.PLACES
    if unit.startswith("điểm"):
        return ChangeKind.POINTS
    return ChangeKind.ABSOLUTE


def _is_impossible(value: Decimal, size: Decimal, direction: Direction) -> bool:
    """Tell whether a rate cannot have changed by so many points: 60% that "tăng 150%".

    It was not below nothing, nor above all: the source means a part of the former rate.
    """
    before = value - size if direction is Direction.UP else value + size
    return value <= _ALL and not 0 <= before <= _ALL


def _base(view: View, figure: Figure, match: re.Match[str] | None, period: Period) -> str:
    """Return what a change is measured against: a year, or the words of the source."""
    if match is None:
        return ""
    year, start = _YEAR.search(match.group(0)), figure.quantity.end + match.start()
    if year:
        return (not match["same"] and _part_of_year(view, start + year.start())) or year.group(0)
    if (
        match.group("same") == "cùng kỳ"
        or "năm trước" in match.group(0)
        or "năm ngoái" in match.group(0)
    ):
        return str(period.end.year - 1)
    phrase = view.original[start : start + len(match.group(0))]
    return phrase.removeprefix("so với").strip()


def _part_of_year(view: View, offset: int) -> str:
    """Return the words of a time at an offset that is no whole year: "quý II-2020", else ""."""
    for time in view.times:
        if time.start <= offset < time.end and (time.first[1] or time.last[1]):
            return view.original[time.start : time.end].removeprefix("trong ")
    return ""
