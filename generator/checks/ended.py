"""Figures of the district level of days on which there were no districts any more.

The level ended with 30 June 2025 (Luật số 72/2025/QH15). A report leaves such a figure out, and
with it those of the other levels, which no longer make up the whole: that has to be said.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.weighing import weigh
from generator.checks.wording import source_name, subject, value_of
from generator.facts.comparing import districts_ended
from generator.model.finding import Finding

RULE = "level-ended"


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
