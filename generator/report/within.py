"""Which counts are told as parts of others: "đã giải quyết 90.000 hồ sơ, trong đó đúng hạn 89.000".

Only where the source says so ("trong đó", "gồm"), or where the part is one by its meaning and
stands with its whole in one sentence or table: what is on time is of what is resolved. What is
late may be of what is not resolved yet; it is a part where it makes up the whole with what is on
time, or follows it in one clause. No part is larger than its whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.catalogue import Indicator, rates_of
from generator.extraction.reading import folded
from generator.model.fact import Fact
from generator.report.wording import Wording

_WITHIN = "trong đó"
_SAID = re.compile(r"(?<!\w)(?:trong (?:đó|số)|gồm)(?!\w)")
_PARTS = frozenset({("feedback_resolved", "feedback_received")})  # besides those of a rate
_LATE, _ON_TIME = "dossiers_late", "dossiers_on_time"


def is_within(
    part: Fact,
    whole: Fact,
    told: Mapping[str, Fact],
    indicators: Mapping[str, Indicator],
    wording: Wording,
) -> bool:
    """Tell whether a count may be told as a part of another.

    ``told`` are the figures of the same place and time by indicator. What is joined by other
    words ("với", "và") is no part of a number and always may.
    """
    if wording.default(part.indicator).lead != _WITHIN or part.unit != whole.unit:
        return True
    if part.value > whole.value or part.source.doc != whole.source.doc:
        return False
    if _is_said(part):
        return True
    pair = (part.indicator, whole.indicator)
    if pair not in _PARTS | set(rates_of(indicators).values()):
        return False
    if not _is_one_sentence(part, whole):
        return False
    return part.indicator != _LATE or _is_rest(part, whole, told) or _is_one_clause(part, whole)


def _is_said(part: Fact) -> bool:
    """Tell whether the sentence of a figure says before it that it is a part."""
    return _SAID.search(folded(part.before)) is not None


def _is_one_sentence(one: Fact, other: Fact) -> bool:
    """Tell whether two figures stand in one sentence, or in tables of one document."""
    if not (one.before or one.after or other.before or other.after):
        return True
    starts = {fact.number_start - len(fact.before) for fact in (one, other)}
    return len(starts) == 1


def _is_rest(part: Fact, whole: Fact, told: Mapping[str, Fact]) -> bool:
    """Tell whether what is on time and what is late are all that was resolved."""
    other = told.get(_ON_TIME)
    return other is not None and other.value + part.value == whole.value


def _is_one_clause(part: Fact, whole: Fact) -> bool:
    """Tell whether no semicolon stands between two figures of one sentence."""
    return ";" not in part.before[len(whole.before) :]
