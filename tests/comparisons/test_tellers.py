"""A figure that one person alone tells says whose word it is, wherever it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.fact import Fact
from generator.report.highlights import highlights
from generator.report.measures import Measured
from generator.report.model import Comparison, Trend
from tests.comparisons.wording import PLACES, WORDING, pair, rendered, told
from tests.composing.test_small_projects import report

WHO = "Phó Chủ tịch UBND tỉnh Trần Văn An"


def spoken(fact: Fact, who: str = WHO) -> Fact:
    """Return a fact as a person tells it."""
    return replace(fact, before=f"Tại hội nghị, {who} cho biết, tỉnh có ")


def later_spoken(item: Comparison) -> Comparison:
    """Return a comparison of which a person tells the later figure."""
    return replace(item, later=spoken(item.later))


def test_a_change_says_whose_word_it_is() -> None:
    """In the sentence of changes, with and without its two ends."""
    item = later_spoken(pair("online_dossiers", "1200", "1500"))
    for macro in ("clause", "second_clause", "tabled_clause"):
        text = rendered(f"it.{macro}(item)", "comparisons", item=item)
        assert text.startswith(f"theo {WHO}, số hồ sơ TTHC trực tuyến tăng 300")


def test_two_persons_are_both_named() -> None:
    """Each end of a change may be another person's word."""
    item = later_spoken(pair("online_dossiers", "1200", "1500"))
    item = replace(item, earlier=spoken(item.earlier, "Giám đốc Sở Nội vụ Lê Văn Bình"))
    text = rendered("it.clause(item)", "comparisons", item=item)
    assert text.startswith(f"theo {WHO} và Giám đốc Sở Nội vụ Lê Văn Bình, số hồ sơ")


def test_a_highlight_says_whose_word_it_is() -> None:
    """Among what stands out, too, and behind the words of warning."""
    group = told(later_spoken(pair("dossiers_late", "100", "160")))
    (one,) = highlights(Measured(), (group,), (), WORDING)  # type: ignore[arg-type]  # a group in part
    text = rendered("it.item(one)", "highlights", one=one)
    assert text.startswith(f"cần quan tâm: theo {WHO}, số hồ sơ trễ hạn của tỉnh Bình Thuận")


@pytest.mark.parametrize("compared", [True, False])
def test_a_trend_says_whose_word_it_is(compared: bool) -> None:  # noqa: FBT001  a case
    """Compared with an earlier figure, and told one by one."""
    item = later_spoken(pair("satisfaction_rate", "90.3", "92.4"))
    trend = Trend(
        PLACES["binh-thuan"],
        item.indicator,
        (item.earlier, item.later),
        (item,) if compared else (),
    )
    text = rendered("it.trend(item, none)", "sentences", item=trend)
    said = f"theo {WHO}, mức độ hài lòng"
    assert said in text if compared else text.startswith(said[:1].upper() + said[1:])


def test_a_key_figure_says_whose_word_it_is(tmp_path: Path) -> None:
    """Below the number of a briefing."""
    shown = report(
        tmp_path,
        "Cải cách thủ tục hành chính của tỉnh Bình Dương\n\n"
        f"{WHO} cho biết, trong 6 tháng đầu năm 2024, tỉnh tiếp nhận "
        "120.000 hồ sơ thủ tục hành chính. Trong 6 tháng đầu năm 2024, toàn tỉnh đã giải quyết "
        "110.000 hồ sơ thủ tục hành chính.\n",
        "template: ban-tin\nprovinces: [binh-duong]\nnation: false\n",
    )
    first = shown[shown.index("120.000") :]
    assert f"theo {WHO}" in first[: first.index("110.000")]
    assert shown.count("theo Phó Chủ tịch") == 1
