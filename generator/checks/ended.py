"""Figures of what there was no more on their days: districts, and 63 provinces.

The district level ended with 30 June 2025 (Luật số 72/2025/QH15). A report leaves such a figure
out, and with it those of the other levels, which no longer make up the whole: that has to be said.
Since that day there are 34 provinces (Nghị quyết số 202/2025/QH15): a rank "40/63" of a time
behind it is most likely one of an earlier time.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Kind
from generator.checks.context import Context
from generator.checks.weighing import weigh
from generator.checks.wording import source_name, subject, time_of, value_of
from generator.facts.comparing import districts_ended
from generator.model.fact import NATION, Fact
from generator.model.finding import Finding

RULE = "level-ended"
FIELD = "field-ended"


def check_ended(context: Context) -> Iterator[Finding]:
    """Yield a finding for each figure of districts that is of after their end."""
    for fact in context.chosen():
        if not districts_ended(fact):
            continue
        value = value_of(fact, context.indicator(fact))
        message = (
            f"{subject(fact, context.catalogue)}: {source_name(fact.source.doc, context.base)} nêu"
            f" {value}, nhưng thời gian này không còn đơn vị hành chính cấp huyện. Báo cáo không"
            " nêu số liệu chia theo cấp của chỉ tiêu này trong thời gian đó; số liệu chung giữ"
            " nguyên theo nguồn."
        )
        severity = weigh((fact,), explained=True)
        yield Finding(RULE, severity, message, "", (fact,), quotes=(fact.source,))


def check_fields(context: Context) -> Iterator[Finding]:
    """Yield a finding for each rank of a province among more than there were on its days."""
    for fact in context.chosen():
        there = _provinces(fact, context)
        if there is None or fact.total is None or fact.total <= there:
            continue
        message = (
            f"{subject(fact, context.catalogue)}: {source_name(fact.source.doc, context.base)} nêu"
            f" {value_of(fact, context.indicator(fact))}, nhưng {time_of(fact.period)} cả nước chỉ"
            f" có {there} tỉnh, thành phố; cần xác định lại thời gian của thứ hạng này. Báo cáo"
            " ghi theo nguồn."
        )
        yield Finding(FIELD, weigh((fact,)), message, "", (fact,), quotes=(fact.source,))


def _provinces(fact: Fact, context: Context) -> int | None:
    """Return how many provinces there were from the first day of a province's rank, else None."""
    table = context.catalogue.places
    place = table.get(fact.place)
    if place is None or place.is_body or place.slug == NATION or fact.level is not None:
        return None
    if context.indicator(fact).kind is not Kind.RANK:
        return None
    return len(table.provinces(fact.period.start or fact.period.end))
