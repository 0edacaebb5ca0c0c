"""What a person took out is told where the report would have used it, of any of its times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.catalogue import load_language
from generator.checks import run_checks
from generator.config.values import Comparison
from generator.facts import FactBase
from generator.model.fact import Fact
from generator.model.period import Period
from generator.model.review import Decision, Review
from generator.report import ReportModel, build_report
from tests.material import CATALOGUE, job, made_fact, year

HALF = Period(date(2025, 12, 31), date(2025, 7, 1))
HALF_BEFORE = Period(date(2024, 12, 31), date(2024, 7, 1))
LANGUAGE = load_language()
REVIEW = Review(Decision.EXCLUDE, "Nguyễn Văn A", date(2024, 1, 10), "chưa xác nhận", None)


def without(out: Fact, *facts: Fact) -> ReportModel:
    """Return the model of a report on 2023, compared with 2022, from which one fact was taken."""
    base = FactBase.of(facts)
    made = job(places=("binh-thuan",), periods=(year(2023),), issued=date(2024, 1, 15))
    made = replace(made, config=replace(made.config, compare=(Comparison.PREVIOUS_YEAR,)))
    findings = run_checks(base, CATALOGUE, (replace(out, review=REVIEW),))
    return build_report(made, base, findings, (), CATALOGUE, LANGUAGE)


@pytest.mark.parametrize(
    ("indicator", "before", "now"),
    [("service_index_score", "49.1", "59.9"), ("dossiers_received", "10000", "12000")],
)
def test_a_fact_of_the_year_compared_with_is_told(indicator: str, before: str, now: str) -> None:
    """Without it nothing is compared, and the notes say why."""
    out = made_fact(indicator, before, year(2022), start=50)
    model = without(out, made_fact(indicator, now, year(2023)))
    (found,) = model.findings
    assert found.rule == "review-excluded"
    assert [row.fact.period for row in model.appendix] == [year(2023)]


@pytest.mark.parametrize(
    ("indicator", "when"),
    [("dossiers_received", 2020), ("dossiers_resolved", 2022)],
)
def test_a_fact_that_is_compared_with_nothing_is_not_told(indicator: str, when: int) -> None:
    """A count of another year, or of what the report does not tell, would not have been used."""
    out = made_fact(indicator, "10000", year(when), start=50)
    assert without(out, made_fact("dossiers_received", "12000", year(2023))).findings == ()


@pytest.mark.parametrize(
    ("place", "when", "is_told"),
    [
        ("dak-nong", HALF_BEFORE, True),
        ("dak-nong", year(2022), False),
        ("dak-lak", HALF_BEFORE, False),
    ],
)
def test_a_fact_of_an_old_province_is_told(place: str, when: Period, *, is_told: bool) -> None:
    """What a sum of the old provinces lacks is told in the report on the new one."""
    out = made_fact("dossiers_received", "90000", when, place=place, start=50)
    now = made_fact("dossiers_received", "432000", HALF, place="lam-dong")
    other = made_fact("dossiers_received", "150000", HALF_BEFORE, place="binh-thuan", start=90)
    base = FactBase.of((now, other))
    made = job(places=("lam-dong",), periods=(HALF,), issued=date(2026, 1, 15))
    same = (Comparison.SAME_PERIOD_LAST_YEAR,)
    made = replace(made, config=replace(made.config, compare=same))
    findings = run_checks(base, CATALOGUE, (replace(out, review=REVIEW),))
    model = build_report(made, base, findings, (), CATALOGUE, LANGUAGE)
    assert [one.rule for one in model.findings] == ["review-excluded"] * is_told
