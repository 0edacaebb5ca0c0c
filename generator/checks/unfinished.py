"""Figures of a time that was not over when their source was published.

"Tháng 6 năm 2024" in a report of 16 June may be a window of Nghị định 09/2019/NĐ-CP, which ends
with the 14th. Where the document does not say so its entry in ``manifest.yaml`` does (``window:
decree-09``); else the figure is told of a month that was not over, and that has to be said.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.wording import source_name, subject, value_of
from generator.model.finding import Finding, Severity

RULE = "period-unfinished"


def check_unfinished(context: Context) -> Iterator[Finding]:
    """Yield a finding for each result over a time that ends after the day of its source."""
    for fact in context.chosen():
        info = context.base.infos.get(fact.source.doc)
        published = info.published if info is not None else None
        if published is None or fact.period.start is None or fact.period.end <= published:
            continue
        value = value_of(fact, context.indicator(fact))
        message = (
            f"{subject(fact, context.catalogue)}: {source_name(fact.source.doc, context.base)} nêu"
            f" {value} khi thời gian này chưa kết thúc. Báo cáo ghi số liệu theo nguồn; cần xác"
            " nhận kỳ số liệu và cập nhật khi có số liệu đầy đủ."
        )
        yield Finding(RULE, Severity.NOTE, message, "", (fact,), quotes=(fact.source,))
