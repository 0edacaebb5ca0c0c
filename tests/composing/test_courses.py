"""What stands under one heading: results and figures by their source, charts worth their place."""

from __future__ import annotations

import re

from generator.model.chart import ChartKind
from generator.model.document import ChartFigure, Heading, Paragraph
from tests.composing.test_compose import document, inlines_of

_TIME = re.compile(r"^(?:Đến|Trong|Từ|Tại thời điểm|Theo tài liệu)\s[^,]*?(\d{4})")


def _charts(template: str) -> list[tuple[ChartKind, int]]:
    """Return the kind of each chart of a report with the number of its values."""
    found = (one.chart for one in document(template).blocks if isinstance(one, ChartFigure))
    return [(one.kind, sum(len(series.values) for series in one.series)) for one in found]


def _text(block: Paragraph | Heading) -> str:
    """Return the words of a block, its notes left out."""
    return "".join(getattr(part, "text", "") for part in block.content)


def test_two_counts_of_different_things_are_told_by_a_sentence() -> None:
    """A long report has at least four charts, and none of two bars; the briefing has two."""
    long_report = _charts("so-ket")
    assert len(long_report) >= 4
    assert (ChartKind.BAR, 2) not in long_report
    assert len(_charts("ban-tin")) == 2


def test_within_a_topic_the_older_source_comes_first() -> None:
    """The results of 2022 in words and figures stand before those of 2024."""
    blocks = document("so-ket").blocks
    start = next(
        i for i, b in enumerate(blocks) if isinstance(b, Heading) and "Phân cấp" in _text(b)
    )
    end = next(i for i, b in enumerate(blocks) if i > start and isinstance(b, Heading))
    told = [b for b in blocks[start:end] if isinstance(b, Paragraph)]
    years = [int(match[1]) for b in told if (match := _TIME.match(_text(b)))]
    assert years == [2022, 2024]


def test_a_task_whose_day_is_past_is_only_told_in_the_notes() -> None:
    """Nobody is asked to do by October 2023 what is reported in July 2024."""
    paragraphs = [b for b in document("so-ket").blocks if isinstance(b, Paragraph)]
    told = [b for b in paragraphs if "trong tháng 10/2023" in _text(b)]
    assert [b.role for b in told] == ["note"]
    assert _text(told[0]).startswith("Báo cáo không nêu lại nhiệm vụ đã hết thời hạn")
    assert list(inlines_of(told[0]))
