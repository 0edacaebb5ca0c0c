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
from generator.model.review import Decision, Review
from generator.report import ReportModel, build_report
from tests.material import CATALOGUE, job, made_fact, year

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
