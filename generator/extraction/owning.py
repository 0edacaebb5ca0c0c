"""Whose a figure is: the place of its words, corrected by what an index can be told of."""

from __future__ import annotations

import re

from generator.catalogue import Kind
from generator.extraction.places import Scope, place_at
from generator.extraction.rules import Rule
from generator.extraction.view import View
from generator.extraction.zones import Zone
from generator.model.fact import NATION

_MEAN = re.compile(
    r"(?<!\w)(?:trung bình(?! (?:cao|thấp|khá))|bình quân|trung vị"
    r"|(?:dti|số) (?:cấp )?quốc gia)(?!\w)"
)
_SOME = re.compile(r"(?<!\w)(?:vùng|khu vực|miền|cụm|nhóm)(?!\w)")


def owner(
    seen: View, scope: Scope, start: int, here: Zone, rule: Rule
) -> tuple[str | None, str | None]:
    """Return place and level of a figure at ``start``, no place where it is nobody's.

    The mean of an index is the country's unless it is that of a region or group; the
    country has no rank among its provinces; some bodies count for all of it.
    """
    kind = rule.kind
    ranked = kind in (Kind.SCORE, Kind.RANK)
    if kind is Kind.SCORE and _MEAN.search(seen.text, here.near_left, start):
        told = min(here.near_left, seen.text.rfind(",", 0, start) + 1)
        return (None if _SOME.search(seen.text, told, start) else NATION), None
    place, level = place_at(scope, seen.text, start, here.far_right, ranked=ranked)
    if kind is Kind.RANK and place == NATION:
        return None, None
    return (NATION, None) if place in rule.for_all else (place, level)
