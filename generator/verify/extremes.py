"""Words of the highest and the lowest ("cao nhất", "đứng cuối") against all facts beside them.

A figure that is called the highest must be: among the levels of its place, or among the
places of its kind, of the same indicator and time, as far as the report has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.catalogue import load_catalogue
from generator.model.fact import NATION
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

EXTREME = "số liệu: cao nhất, thấp nhất"
_HIGH = ("cao nhất", "nhiều nhất", "lớn nhất", "tốt nhất", "đứng đầu", "dẫn đầu")
_LOW = ("thấp nhất", "ít nhất", "nhỏ nhất", "kém nhất", "đứng cuối", "xếp cuối")
_BY_RANK = ("đứng", "dẫn", "xếp")
# "cao nhất ở cấp tỉnh (99,75%)": no number, no other word of the kind, no end of a clause
_WORD = re.compile(
    rf"(?<!\w)(?P<word>{'|'.join((*_HIGH, *_LOW))})(?P<rest>[^;.)\d]{{0,80}})\Z", re.IGNORECASE
)
_AMONG = re.compile(r"từ trước|từ khi|trong (?:các )?năm|qua các|giai đoạn|mức tối thiểu")
_SAME = ("indicator", "start", "end")


def extreme_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each figure that is called the highest or lowest and is not."""
    for unit in lineage.printed:
        text = str(unit["text"]).replace("\u00a0", " ")
        marks = sorted(unit.get("marks", ()))
        ends = [0, *(end for _, end, _ in marks)]
        for at, (start, end, name) in enumerate(marks):
            match = _WORD.search(text[ends[at] : start])
            if match is None or _AMONG.search(match["rest"]):
                continue
            figure = lineage.figures.get(name)
            word = match["word"].lower()
            if figure is not None and _is_wrong(word, figure, lineage):
                said = shortened(text[ends[at] + match.start() : end])
                yield Objection(EXTREME, f"“{said}” ({name}): the facts say other", place_of(unit))


def _is_wrong(word: str, figure: Record, lineage: Lineage) -> bool:
    """Tell whether others of its kind are beyond a figure that is called the last of them."""
    is_high = word in _HIGH
    facts = lineage.inputs(figure)
    if figure.get("unit") == "hạng" and facts and word.startswith(_BY_RANK):
        return _is_no_end(decimal(figure["value"]), facts, is_high=is_high)
    if figure.get("formula") or len(facts) != 1:
        return False
    (own,) = facts
    part = str(figure.get("part") or "value")
    number = _number(own, part)
    others = [_number(one, part) for one in lineage.facts.values() if _is_beside(one, own)]
    known = [one for one in others if one is not None]
    is_rank = lineage.indicators.get(own["indicator"], {}).get("kind") == "rank"
    if is_rank and word.startswith(_BY_RANK):
        return _is_no_end(decimal(own["value"]), facts, is_high=is_high)
    if number is None or not known:
        return False
    return max(known) > number if is_high != is_rank else min(known) < number


def _is_no_end(rank: Decimal, facts: tuple[Record, ...], *, is_high: bool) -> bool:
    """Tell whether a rank is not the first, or not the last of all."""
    if is_high:
        return rank != 1
    total = facts[0].get("total")
    count = decimal(total) if total is not None else Decimal(len(facts))
    return count > 1 and rank != count


def _is_beside(one: Record, own: Record) -> bool:
    """Tell whether a fact is of another level of the same place, or of another place."""
    if one["id"] == own["id"] or any(one.get(key) != own.get(key) for key in _SAME):
        return False
    if own.get("level"):
        return bool(one.get("level")) and one["place"] == own["place"]
    is_whole = not one.get("level") and one["place"] != NATION
    return is_whole and _are_kin(str(one["place"]), str(own["place"]))


def _are_kin(one: str, other: str) -> bool:
    """Tell whether two places are others of one kind: a ministry is no first among provinces."""
    table = load_catalogue().places
    kinds = [place.is_body for slug in (one, other) if (place := table.get(slug))]
    return one != other and len(set(kinds)) == 1


def _number(fact: Record, part: str) -> Decimal | None:
    """Return a number of a fact, None where it has none."""
    told = fact.get(part)
    number = told.get("value") if isinstance(told, dict) else told
    return None if number is None else decimal(number)
