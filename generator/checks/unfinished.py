"""Figures of a time that was not over when their source was published.

"Tháng 6 năm 2024" in a report of 16 June may be a window of Nghị định 09/2019/NĐ-CP, which ends
with the 14th. Where the document does not say so its entry in ``manifest.yaml`` does (``window:
decree-09``); else the figure is told of a month that was not over, and that has to be said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.wording import source_name, subject, time_of, value_of
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity
from generator.model.period import Period

RULE = "period-unfinished"
_ASKS = (
    "khi thời gian này chưa kết thúc. Báo cáo ghi số liệu theo nguồn; cần xác nhận kỳ số liệu và"
    " cập nhật khi có số liệu đầy đủ."
)


def check_unfinished(context: Context) -> Iterator[Finding]:
    """Yield one finding for all results of a source over a time that ends after its day."""
    early: dict[tuple[str, Period], list[Fact]] = defaultdict(list)
    for fact in context.chosen():
        info = context.base.infos.get(fact.source.doc)
        published = info.published if info is not None else None
        if published and fact.period.start and fact.period.end > published:
            early[fact.source.doc, fact.period].append(fact)
    for (doc, period), facts in early.items():
        source = source_name(doc, context.base)
        told = f"{source[:1].upper()}{source[1:]} nêu số liệu {time_of(period)} {_ASKS}"
        if len(facts) == 1:
            value = value_of(facts[0], context.indicator(facts[0]))
            told = f"{subject(facts[0], context.catalogue)}: {source} nêu {value} {_ASKS}"
        quotes = tuple(fact.source for fact in facts)
        yield Finding(RULE, Severity.NOTE, told, "", tuple(facts), quotes=quotes)
