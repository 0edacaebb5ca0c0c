"""Findings on figures that a person corrected: whose figure is whose, in words.

The quotes of a finding have the figures of the sources, its computation those of the review.
Where the two differ the sentence says so, and does not blame the source for the other.
"""

from __future__ import annotations

from dataclasses import replace

from generator.checks.context import Context
from generator.checks.wording import is_corrected, lower, source_name, subject, told_whole
from generator.model.fact import Fact
from generator.model.finding import Finding

# what a finding says of figures that are all the source's, and what of others
_BLAMED = (
    (
        "vì nguồn không cho biết số nào cần điều chỉnh",
        "vì kết quả rà soát không cho biết còn số nào cần điều chỉnh",
    ),
    ("theo nguồn", "theo nguồn và kết quả rà soát"),
    ("nguồn in ", "số liệu ghi "),
)


def as_decided(finding: Finding, context: Context) -> Finding:
    """Return a finding that says which of its figures are the source's and which a person's."""
    corrected = [fact for fact in finding.facts if is_corrected(fact)]
    if not corrected:
        return finding
    message = finding.message
    for printed, decided in _BLAMED:
        message = message.replace(printed, decided)
    told = dict.fromkeys(_whose(fact, context) for fact in corrected)
    return replace(finding, message=" ".join((message, *filter(None, told))))


def _whose(fact: Fact, context: Context) -> str:
    """Say what the source tells in the place of a corrected figure."""
    was = fact.review.was if fact.review else None
    if was is None:
        return ""
    now, before = told_whole(fact, context.indicator(fact)), told_whole(was, context.indicator(was))
    source = source_name(was.source.doc, context.base)
    if was.key != fact.key:
        before = f"{before} cho {lower(subject(was, context.catalogue))}"
    after = f"{now} là số liệu đã điều chỉnh qua rà soát"
    return f"Trong đó, {after}; số liệu gốc của {source} là {before}."
