"""What stands "trong hạn": of what was resolved it was done in time, of the rest it is not due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.counted.classify import Verdict
from generator.extraction.rules import Rule
from generator.extraction.words.clauses import CLAUSES

_IN_TIME = re.compile(rf"(?<!\w){CLAUSES.in_time}(?!\w)[^;.(\d]{{0,30}}$")
_OPEN = re.compile(rf"(?<!\w){CLAUSES.still_open}(?!\w)")
_PENDING, _RESOLVED, _ON_TIME = "dossiers_pending", "dossiers_resolved", "dossiers_on_time"


def by_what_is_told(
    rules: Sequence[Rule], found: Verdict, told: tuple[int, Rule] | None, text: str, start: int
) -> Verdict | None:
    """Return what a count at ``start`` of a folded sentence tells by "trong hạn".

    "Đã giải quyết 7.300 hồ sơ; trong hạn 7.280, quá hạn 20" parts what is done. None for what
    of the pending ones is not yet due: "Đang giải quyết 940 hồ sơ, trong hạn 930". ``told`` is
    the figure before it in the sentence: where it ends, and its rule.
    """
    if _parts(found, told, _PENDING, text, start):
        return None
    if not _parts(found, told, _RESOLVED, text, start):
        return found
    done = next((rule for rule in rules if rule.indicator == _ON_TIME), found.rule)
    return replace(found, rule=done)


def _parts(
    found: Verdict, told: tuple[int, Rule] | None, whole: str, text: str, start: int
) -> bool:
    """Tell whether "trong hạn" names a count as a part of the ``whole`` right before it."""
    if found.rule.indicator != _PENDING or told is None or told[1].indicator != whole:
        return False
    between = text[told[0] : start]
    return _IN_TIME.search(between) is not None and _OPEN.search(between) is None
