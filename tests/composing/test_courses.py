"""What stands under one heading: results and figures by their source, charts worth their place."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.composing.topics import Topic, is_brief
from generator.model.chart import Chart, ChartKind
from generator.model.document import ChartFigure, Heading, Paragraph
from generator.model.fact import Source
from generator.model.statement import Statement, StatementKind
from generator.report.model import StatementGroup
from tests.composing.test_compose import document, inlines_of
from tests.material import CATALOGUE

_SAID = Statement(
    StatementKind.ACHIEVEMENT,
    "Hồ sơ tăng.",
    "bac-giang",
    "online",
    Source("d", 0, 11, "Hồ sơ tăng."),
)
_TIME = re.compile(r"(?:^|\. )(?:Đến|Trong|Từ|Tại thời điểm|Theo tài liệu)\s[^,]*?(\d{4})")


def _charts(template: str) -> list[Chart]:
    """Return the charts of a report."""
    return [one.chart for one in document(template).blocks if isinstance(one, ChartFigure)]


def _text(block: Paragraph | Heading) -> str:
    """Return the words of a block, its notes left out."""
    return "".join(getattr(part, "text", "") for part in block.content)


def test_two_bars_are_told_by_a_sentence() -> None:
    """A chart that only repeats its sentence is left out; the briefing keeps its two."""
    drawn = _charts("so-ket")
    assert len(drawn) >= 4
    bars = [one for one in (*drawn, *_charts("bao-cao-tinh")) if one.kind is ChartKind.BAR]
    assert all(sum(len(series.values) for series in one.series) > 2 for one in bars)
    assert len(_charts("ban-tin")) == 2


def test_within_a_topic_the_older_source_comes_first() -> None:
    """The results of 2022 in words and figures stand before those of 2024."""
    blocks = document("so-ket").blocks
    start = next(
        i for i, b in enumerate(blocks) if isinstance(b, Heading) and "Phân cấp" in _text(b)
    )
    end = next(i for i, b in enumerate(blocks) if i > start and isinstance(b, Heading))
    told = [b for b in blocks[start:end] if isinstance(b, Paragraph)]
    years = [int(match[1]) for b in told if (match := _TIME.search(_text(b)))]
    assert years == [2022, 2024]


def test_a_task_whose_day_is_past_is_only_told_in_the_notes() -> None:
    """Nobody is asked to do by October 2023 what is reported in July 2024."""
    paragraphs = [b for b in document("so-ket").blocks if isinstance(b, Paragraph)]
    told = [b for b in paragraphs if "trong tháng\xa010/2023" in _text(b)]
    assert len(told) == 1
    assert "Báo cáo không nêu lại nhiệm vụ đã hết thời hạn" in _text(told[0])
    assert list(inlines_of(told[0]))


def test_what_a_table_shows_is_not_said_again() -> None:
    """The sentence before a table tells the changes, the table the figures that changed."""
    told = [_text(b) for b in document("so-ket").blocks if isinstance(b, Paragraph)]
    (changes,) = [one for one in told if one.startswith("So với thời điểm")]
    assert "tăng 59" in changes.replace("\xa0", " ")
    assert "(từ" not in changes


def test_a_place_of_few_words_has_no_headings() -> None:
    """Three short paragraphs stand by themselves; more of them, or more of one, have points."""
    group = StatementGroup(
        StatementKind.ACHIEVEMENT, CATALOGUE.places.by_slug["bac-giang"], "online", (_SAID,)
    )
    short = Topic("Dịch vụ công", group)
    longer = Topic("Dịch vụ công", replace(group, statements=(_SAID, _SAID)))
    assert is_brief([short] * 3, [])
    assert not is_brief([short] * 4, [])
    assert not is_brief([short, longer], [])
    assert not is_brief([short], [group, group])


def test_each_group_with_facts_has_a_section() -> None:
    """What only provinces have stands in the chapter of results, too, and the opening says so."""
    blocks = document("so-ket").blocks
    heads = [_text(b) for b in blocks if isinstance(b, Heading) and b.level == 2]
    labels = {group.label for group in CATALOGUE.groups.values()}
    assert len(labels & set(heads)) == 11
    text = " ".join(_text(b) for b in blocks if isinstance(b, Paragraph))
    assert "thì báo cáo nêu kết quả của địa phương" in text


def test_a_judgement_of_a_source_stands_among_the_shortcomings() -> None:
    """Words like "chỉ đạt" come with who judges so; the results say "đạt"."""
    told = [_text(b) for b in document("so-ket").blocks if isinstance(b, Paragraph)]
    (judged,) = [one for one in told if "chỉ đạt" in one]
    assert "theo Thủ tướng Chính phủ" in judged


@pytest.mark.parametrize("name", ["so-ket", "bao-cao-tinh", "ban-tin"])
def test_no_sentence_with_a_figure_is_told_twice(name: str) -> None:
    """The opening tells a figure by its short name, the chapter in full, never word for word."""
    told = [_text(b) for b in document(name).blocks if isinstance(b, Paragraph)]
    parts = [
        part.strip(" .-\N{NO-BREAK SPACE}")
        for one in told
        for part in re.split(r"(?<=[^\d])[.;] ", one)
        if len(part) > 40 and any(sign.isdigit() for sign in part)
    ]
    assert len(parts) == len(set(parts)), [one for one in parts if parts.count(one) > 1]


def test_counts_by_level_are_told_in_full_in_one_chapter() -> None:
    """The chapter on the country tells the rate of a province, its own chapter the counts."""
    told = [_text(b) for b in document("so-ket").blocks if isinstance(b, Paragraph)]
    assert sum("541.559" in one for one in told) == 1
    assert any(
        "tỷ lệ giải quyết đúng hạn chung các cấp đạt" in one.replace("\N{NO-BREAK SPACE}", " ")
        for one in told
    )
