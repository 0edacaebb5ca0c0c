"""What the notes say of how figures were read: days, times and terms of the sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue import load_language
from generator.facts import FactBase
from generator.model.fact import Change, ChangeKind, Direction, Fact
from generator.model.period import Period
from generator.model.source_text import SourceInfo, SourceText
from generator.report.remarks import Remarks, remarks
from generator.report.wording import Wording, names_same_year
from tests.material import CATALOGUE, made_fact, year

LANGUAGE = load_language()
DAY = Period(date(2023, 6, 1))
GREW = Change(ChangeKind.TIMES, Decimal(3), Direction.UP, "2022", same_period=True)


def read(text: str, *facts: Fact) -> Remarks:
    """Return the remarks on facts of one source with this text."""
    info = SourceInfo("mau", "Bài mẫu", "", date(2023, 10, 16), "binh-thuan")
    base = FactBase.of(facts, [SourceText(info, text)])
    return remarks(facts, base, Wording(LANGUAGE, CATALOGUE.indicators), LANGUAGE)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Từ ngày 1-6-2023, tỉnh đã chuyển đổi dịch vụ.\n\nCụ thể có ", "Từ ngày 1-6-2023"),
        ("Tính đến ngày 1/6/2023, tỉnh có ", ""),
        ("Tại thời điểm ngày 01/6/2023, tỉnh có ", ""),
        ("Từ ngày 1-6-2023, tỉnh chuyển đổi. Đến ngày 1/6/2023, có ", ""),
        ("Từ ngày 2-6-2023, tỉnh đã chuyển đổi. Tỉnh có ", ""),
    ],
)
def test_a_day_that_is_a_beginning_is_told_as_one(before: str, words: str) -> None:
    """The last time before the figure that means its day decides."""
    fact = made_fact("online_services_full", "697", DAY, start=len(before))
    found = read(f"{before}697 dịch vụ toàn trình.", fact)
    assert [one.words for one in found.readings] == ([words] if words else [])
    assert found.since == (frozenset({fact.id}) if words else frozenset())


def test_what_has_grown_since_the_same_time_before_is_of_a_time() -> None:
    """A state has no "cùng kỳ"; a whole is meant with its part, what else is told is not."""
    grown = replace(made_fact("online_payment_amount", "900", DAY), change=GREW)
    whole = made_fact("online_payments", "40", DAY, start=20)
    other = made_fact("portal_accounts", "70", DAY, start=40)
    flow = replace(made_fact("online_dossiers", "80", year(2023), start=60), change=GREW)
    (found,) = read("", grown, whole, other, flow).unspanned
    assert found.facts == (grown, whole)
    assert found.day == DAY.end


def test_a_term_that_is_out_of_use_is_explained_once() -> None:
    """Services of "mức độ 3, 4" are told by the source's own name for them."""
    old = replace(
        made_fact("online_services_total", "380", DAY), after=" dịch vụ công trực tuyến mức độ 3, 4"
    )
    new = replace(made_fact("online_services_total", "522", DAY, start=30), after=" dịch vụ")
    (term,) = read("", old, new).terms
    assert "42/2022/NĐ-CP" in term.remark
    assert [one.id for one in term.indicators] == ["online_services_total"]
    assert term.docs == ("mau",)


@pytest.mark.parametrize(
    ("after", "named"),
    [
        (" hồ sơ (tăng 3 lần so với cùng kỳ); 4 tỷ đồng (tăng 2 lần so với cùng kỳ 2021)", False),
        (" hồ sơ (tăng 3 lần so với cùng kỳ 2021)", True),
        (" hồ sơ, tăng 5% so với cùng kỳ năm trước", True),
        (" hồ sơ, tăng 5% so với cùng kỳ.", False),
    ],
)
def test_the_year_of_the_same_time_before_is_the_sources_own(
    after: str,
    named: bool,  # noqa: FBT001  a parameter of the case
) -> None:
    """The comparison right behind the figure counts."""
    fact = replace(made_fact("online_dossiers", "80", DAY), change=GREW, after=after)
    assert names_same_year(fact) is named
