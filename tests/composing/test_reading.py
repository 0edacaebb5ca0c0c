"""How a report reads to an officer: whose words, one date, one predicate, who comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.catalogue import load_catalogue, load_language
from generator.composing.quoting import Quoter
from generator.composing.speaking import Speaker
from generator.composing.spelling import load_spelling
from generator.composing.statements import StatementArranger
from generator.model.fact import Fact, Source
from generator.model.period import Period
from generator.model.statement import Statement, StatementKind
from generator.report.model import Claim, Passage
from generator.report.statements import by_giver
from tests.composing.test_small_projects import FIGURE, PROVINCE, TITLE, report

CATALOGUE = load_catalogue()


def test_a_contradicted_judgement_is_told_in_the_words_of_its_source(tmp_path: Path) -> None:
    """In the notes alone, between quotation marks, nothing of it mended."""
    shown = report(
        tmp_path,
        f"{TITLE}{FIGURE}"
        "Tồn tại, hạn chế\n\n"
        "Chỉ số phục vụ người dân, doanh nghiệp của tỉnh còn nằm trong top 5 tỉnh thành có số điểm "
        "thấp nhất cả nước (6 tháng đầu năm 2024: đạt 59,9/100 điểm, đứng thứ 40/63 tỉnh "
        "thành).\n",
        PROVINCE,
    )
    body, _, notes = shown.partition("GHI CHÚ VỀ SỐ LIỆU")
    assert "TỒN TẠI, HẠN CHẾ" not in body
    said = notes[notes.index("Báo cáo không nêu lại nội dung trái với số liệu") :]
    assert "“Chỉ số phục vụ người dân, doanh nghiệp của tỉnh còn nằm trong top 5 tỉnh thành" in said
    assert "tỉnh thành)” (tài liệu [1])." in said


def test_what_is_over_is_told_of_its_year(tmp_path: Path) -> None:
    """A pilot whose last day is past opens with its year, the day stands in brackets."""
    shown = report(
        tmp_path,
        f"{TITLE}"
        "Tỉnh thí điểm tiếp nhận và trả kết quả không phụ thuộc vào địa giới hành chính đến hết "
        "ngày 31/3/2024 đối với 13 TTHC.\n",
        PROVINCE,
    )
    told = "Trong năm 2024, tỉnh Bình Dương tiếp tục thí điểm (đến hết ngày 31/3/2024) việc"
    assert told in shown.replace("\u00a0", " ")


def said(speaker: str, doc: str) -> Statement:
    """Return a task that someone gave."""
    source = Source(doc, 0, 8, "Trả lời.")
    return Statement(StatementKind.TASK, "Trả lời.", "quoc-gia", "general", source, speaker=speaker)


def test_who_gave_tasks_stands_by_office_then_by_day() -> None:
    """The shipped order: head of government, deputies, ministers, others, nobody named."""
    given = [
        said("", "new"),
        said("các đại biểu", "new"),
        said("Trưởng ban Lê Thị Mẫu", "new"),
        said("Bộ trưởng Bộ Nội vụ Trần Thị Mẫu", "new"),
        said("Phó Thủ tướng Nguyễn Văn Mẫu", "new"),
        said("Phó Thủ tướng Nguyễn Văn Mẫu", "old"),
        said("Thủ tướng Chính phủ Lê Văn Mẫu", "old"),
    ]
    days = {"old": date(2022, 9, 16), "new": date(2024, 7, 31)}
    groups = by_giver(given, days, load_language().usage.offices)
    assert [(one.speaker.split(" ", 2)[:2], one.doc) for one in groups] == [
        (["Thủ", "tướng"], "old"),
        (["Phó", "Thủ"], "old"),
        (["Phó", "Thủ"], "new"),
        (["Bộ", "trưởng"], "new"),
        (["Trưởng", "ban"], "new"),
        (["các", "đại"], "new"),
        ([""], "new"),
    ]


def claim(indicator: str, value: int, printed: str, quote: str, after: str) -> Claim:
    """Return a claim of the country about a count, with what its sentence goes on with."""
    fact = Fact(
        indicator=indicator,
        place="quoc-gia",
        level=None,
        period=Period(date(2024, 6, 30)),
        value=Decimal(value),
        unit=CATALOGUE.indicators[indicator].unit,
        source=Source("a", 0, 9, quote),
        printed=printed,
        after=after,
    )
    return Claim(fact, CATALOGUE.indicators[indicator])


def connected(indicator: str, value: int) -> Claim:
    """Return a claim about bodies that are connected, of one sentence."""
    return claim(
        indicator,
        value,
        str(value),
        "hoàn thành kết nối với Hệ thống thông tin giải quyết TTHC",
        " cơ quan hoàn thành kết nối với hệ thống thông tin giải quyết TTHC",
    )


def test_one_predicate_of_two_counts_is_told_once() -> None:
    """With a share beside the first, or another predicate, each keeps its own."""
    say = Speaker(load_language(), CATALOGUE.indicators)
    first = connected("ministries_connected_population_db", 15)
    second = connected("provinces_connected_population_db", 63)
    assert say.is_shared(first, second)
    assert "hoàn thành" not in say.clause(first, None, second)
    assert "hoàn thành" in say.clause(second, first)
    shared = replace(first, fact=replace(first.fact, share=Decimal(50)))
    assert not say.is_shared(shared, second)
    assert not say.is_shared(first, connected("portals_merged", 53))


@pytest.mark.parametrize(
    ("day", "opening"),
    [
        (date(2024, 7, 10), "đến ngày 10 tháng 7 năm 2024"),
        (date(2024, 6, 30), ""),
    ],
)
def test_words_and_figures_of_one_month_bear_one_date(day: date, opening: str) -> None:
    """The day of the figures opens the paragraph; figures of another month keep their own."""
    language = load_language()
    quoter = Quoter(load_spelling(CATALOGUE.places))
    arranger = StatementArranger(language, {}, quoter, {"a": "tháng 7 năm 2024"})
    words = replace(said("", "a"), kind=StatementKind.ACHIEVEMENT, text="Công tác được quan tâm.")
    country = CATALOGUE.places.by_slug["quoc-gia"]
    figures = Passage(country, Period(day), (connected("portals_merged", 53),))
    shared = arranger.shared_day([words], [figures], mixed=True)
    assert shared.replace("\u00a0", " ") == opening
    assert arranger.shared_day([words], [replace(figures, own_time=True)], mixed=True) == ""
    assert arranger.shared_day([words], [figures], mixed=False) == ""


def progress(indicator: str, text: str) -> Claim:
    """Return a claim about tasks that were done, with what its sentence goes on with."""
    return claim(indicator, 10, "10/23", text, text)


def test_what_is_added_to_both_figures_is_told_once() -> None:
    """Behind the last, "đều"; what only one of them bears stays with it."""
    say = Speaker(load_language(), CATALOGUE.indicators)
    names = ("task_force_tasks_done", "advisory_council_tasks_done")
    first, second = (
        progress(one, " nhiệm vụ, trong đó không có nhiệm vụ quá hạn") for one in names
    )
    assert "quá hạn" not in say.clause(first, None, second)
    assert say.clause(second, first).endswith(" (đều không có nhiệm vụ quá hạn)")
    plain = progress(names[1], " nhiệm vụ theo kế hoạch")
    assert say.clause(first, None, plain).endswith(" (không có nhiệm vụ quá hạn)")
    assert "quá hạn" not in say.clause(plain, first)
