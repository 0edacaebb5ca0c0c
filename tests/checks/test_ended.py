"""Districts of after 30 June 2025: their figures are left out of a report, and that is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.checks import run_checks
from generator.facts import FactBase
from generator.model.source_text import SourceInfo
from tests.comparisons.test_over_the_merger import report
from tests.material import CATALOGUE, made_fact, period_of


@pytest.mark.parametrize(
    ("period", "level", "found"),
    [
        ("2025-07-01..2025-09-30", "cap-huyen", 1),
        ("2025-07-01..2025-09-30", "cap-xa", 0),
        ("2025-01-01..2025-06-30", "cap-huyen", 0),
        ("2025", "cap-huyen", 0),
        ("..2025-12-31", "cap-huyen", 1),
    ],
)
def test_only_what_begins_after_the_end_of_the_level(period: str, level: str, found: int) -> None:
    """A year that began with districts may have a figure of theirs."""
    fact = made_fact("dossiers_received", "310", period_of(period), level=level)
    rules = [one.rule for one in run_checks(FactBase.of((fact,)), CATALOGUE)]
    assert rules == ["level-ended"] * found


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("2024-06-01..2024-06-30", 1),
        ("2024-05-15..2024-06-14", 0),
        ("2024-05-01..2024-05-31", 0),
        ("..2024-06-30", 0),
    ],
)
def test_a_time_that_was_not_over_is_told(period: str, found: int) -> None:
    """A report of 16 June on June counts by windows and does not say so, or is too early."""
    fact = made_fact("dossiers_received", "310", period_of(period), doc="mot")
    info = SourceInfo(id="mot", title="Bài một", publisher="Báo A", published=date(2024, 6, 16))
    base = FactBase.of((fact,), (info,))
    rules = [one.rule for one in run_checks(base, CATALOGUE)]
    assert rules == ["period-unfinished"] * found


def test_all_of_one_source_and_time_are_told_at_once() -> None:
    """Ten figures of one early source are one thing to ask its office."""
    month, half = "2024-06-01..2024-06-30", "2024-01-01..2024-06-30"
    told = (("dossiers_received", month), ("dossiers_late", month), ("dossiers_resolved", half))
    facts = [made_fact(name, "310", period_of(time), doc="mot") for name, time in told]
    info = SourceInfo(id="mot", title="Bài một", publisher="Báo A", published=date(2024, 6, 16))
    found = run_checks(FactBase.of(facts, (info,)), CATALOGUE)
    assert sorted(len(one.facts) for one in found if one.rule == "period-unfinished") == [1, 2]


def test_a_report_says_what_it_leaves_out(tmp_path: Path) -> None:
    """The levels that are printed no longer make up the whole; the notes tell why."""
    text = (
        "Quý III năm 2025, tỉnh Ninh Bình tiếp nhận 121.000 hồ sơ thủ tục hành chính, trong đó"
        " cấp tỉnh 21.000 hồ sơ, cấp huyện 30.000 hồ sơ, cấp xã 70.000 hồ sơ."
    )
    config = "periods: [2025-Q3]\nprovinces: [ninh-binh]\n"
    shown = report(tmp_path, config, {"mot": ("2025-10-05", text)})
    assert "cấp huyện 30.000" not in shown[: shown.index("Trích nguyên văn")]
    assert "nêu 30.000 hồ sơ, nhưng thời gian này không còn đơn vị hành chính cấp huyện" in shown


@pytest.mark.parametrize(
    ("place", "period", "total", "found"),
    [
        ("lang-son", "2025-07-01..2025-12-31", "63", 1),
        ("lang-son", "..2025-08-20", "63", 1),
        ("lang-son", "2025-07-01..2025-12-31", "34", 0),
        ("lang-son", "2025", "63", 0),
        ("lang-son", "2024", "64", 1),
        ("lang-son", "2025-07-01..2025-12-31", None, 0),
        ("bo-noi-vu", "2025-07-01..2025-12-31", "63", 0),
    ],
)
def test_a_rank_among_more_provinces_than_there_are(
    place: str, period: str, total: str | None, found: int
) -> None:
    """34 provinces since 1 July 2025; a year that began with 63 may be ranked among them."""
    fact = made_fact("service_index_rank", "20", period_of(period), place=place, total=total)
    rules = [one.rule for one in run_checks(FactBase.of((fact,)), CATALOGUE)]
    assert rules == ["field-ended"] * found
