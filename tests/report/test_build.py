"""What a report says, before it is put into words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue import load_language
from generator.config.values import Scope
from generator.errors import RenderError
from generator.facts import FactBase
from generator.model.chart import ChartKind
from generator.model.fact import NATION, Approx, Fact
from generator.model.period import Period
from generator.model.source_text import SourceInfo
from generator.report import ReportModel, build_report
from generator.report.scope import cut_off
from tests.material import CATALOGUE, gold_base, job, made_fact, year

LANGUAGE = load_language()


def model_of(*facts: Fact, **options: object) -> ReportModel:
    """Return the model of a report over sample facts."""
    base = FactBase.of(facts)
    return build_report(job(**options), base, (), (), CATALOGUE, LANGUAGE)  # type: ignore[arg-type]  # options are the job's


SEEDS = build_report(job(), gold_base(), (), (), CATALOGUE, LANGUAGE)


def test_each_group_with_facts_has_a_section_in_catalogue_order() -> None:
    """Kết quả đạt được: one section per indicator group that has facts."""
    found = [section.group.id for section in SEEDS.groups]
    assert found == [group for group in CATALOGUE.groups if group in found]
    assert "digitisation" not in found
    assert {"regulation_cuts", "dossiers", "indices"} <= set(found)


def test_each_chosen_place_with_facts_has_a_section() -> None:
    """Places come in the order of the config."""
    assert [section.place.slug for section in SEEDS.places] == [
        "bac-giang",
        "binh-duong",
        "binh-thuan",
    ]


def test_the_four_charts_that_are_worth_seeing_are_drawn() -> None:
    """Shares at two dates, dossiers by level, usage over time, index with its rank."""
    charts = {drawing.subject: drawing.chart for drawing in SEEDS.drawings}
    assert charts["partition"].kind is ChartKind.STACKED_SHARE
    assert charts["partition"].labels[0] == ("36,82%", "40%")
    assert charts["levels"].categories == ("Cấp tỉnh", "Cấp huyện", "Cấp xã")
    trends = [drawing.chart for drawing in SEEDS.drawings if drawing.subject == "trend"]
    assert trends[0].labels == (("1,78%", "9,51%", "18%"),)
    assert "hạng 54/63" in trends[1].categories[0]


def test_totals_over_levels_are_computed_and_named() -> None:
    """541.559 is in no source: it says how it came about."""
    (table,) = [
        table
        for section in SEEDS.places
        for group in section.groups
        for table in group.level_tables
    ]
    assert table.total is not None
    whole, on_time, late = table.total.figures
    assert whole is not None
    assert on_time is not None
    assert late is not None
    assert (whole.value, on_time.value, late.value) == (541559, 519286, 22273)
    assert whole.is_computed
    assert "67.995 + 123.221 + 350.343" in whole.formula
    assert whole in SEEDS.computed


def test_every_fact_of_scope_is_in_the_appendix_once() -> None:
    """Nothing that the report may say is missing from its table of data."""
    numbers = [row.number for row in SEEDS.appendix]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len({row.fact.id for row in SEEDS.appendix}) == len(SEEDS.appendix) == 78


def test_counts_of_two_documents_are_never_subtracted() -> None:
    """699 procedures of one author and 261 of another are no fall by 438."""
    later, earlier = Period(date(2024, 5, 1)), Period(date(2023, 5, 1))
    same = model_of(
        made_fact("procedures_published", "50", earlier),
        made_fact("procedures_published", "70", later, start=9),
    )
    other = model_of(
        made_fact("procedures_published", "50", earlier, doc="khac"),
        made_fact("procedures_published", "70", later),
    )
    assert [c.difference.value for c in same.places[0].groups[0].comparisons] == [Decimal(20)]
    assert other.places[0].groups[0].comparisons == ()


def test_a_stock_is_not_compared_with_a_flow() -> None:
    """What is so "đến nay" and what came "trong năm" are never the same thing."""
    model = model_of(
        made_fact("online_dossiers", "50", year(2023)),
        made_fact("online_dossiers", "70", Period(date(2024, 5, 1)), start=9),
    )
    assert model.places[0].groups[0].comparisons == ()


def test_rates_keep_their_history_and_counts_do_not() -> None:
    """A trend may begin before the report's first day; an old count is no result."""
    model = model_of(
        made_fact("online_dossiers_rate", "20", year(2020)),
        made_fact("online_dossiers_rate", "30", year(2023), start=9),
        made_fact("online_dossiers", "500", year(2020), start=19),
        made_fact("online_dossiers", "700", year(2023), start=29),
    )
    told = {row.fact.value for row in model.appendix}
    assert told == {Decimal(20), Decimal(30), Decimal(700)}
    (trend,) = model.places[0].groups[0].trends
    assert trend.difference is not None
    assert trend.difference.value == 10


def test_figures_after_the_period_belong_to_it_only_for_a_while() -> None:
    """An article of a month later counts for the period; one of the next year does not."""
    last = date(2023, 12, 31)
    assert cut_off(last, date(2024, 1, 15)) == date(2024, 1, 15)
    assert cut_off(last, date(2024, 7, 31)) == date(2024, 2, 14)
    assert cut_off(last, date(2023, 12, 20)) == last


def test_a_total_over_levels_needs_every_level() -> None:
    """Two levels of three are no total of a province."""
    model = model_of(
        *(
            made_fact(name, value, year(2023), level=level, start=start)
            for start, (name, value, level) in enumerate(
                [
                    ("dossiers_resolved", "10", "cap-tinh"),
                    ("dossiers_resolved", "20", "cap-xa"),
                    ("dossiers_late", "1", "cap-tinh"),
                    ("dossiers_late", "2", "cap-xa"),
                ]
            )
        )
    )
    (table,) = model.places[0].groups[0].level_tables
    assert table.total is None
    assert len(table.rows) == 2


def test_an_approximate_figure_keeps_its_reservation_in_a_comparison() -> None:
    """Two approximate figures give no difference at all."""
    model = model_of(
        made_fact("portal_accounts", "50", Period(date(2023, 5, 1)), approx=Approx.OVER),
        made_fact("portal_accounts", "70", Period(date(2024, 5, 1)), approx=Approx.OVER, start=9),
    )
    assert model.places[0].groups[0].comparisons == ()


def test_a_document_of_one_province_leaves_the_country_out_but_for_comparison() -> None:
    """bao-cao-tinh lists no national fact that stands beside none of its own."""
    model = build_report(
        job("bao-cao-tinh", ("binh-thuan",), (year(2023),), date(2024, 1, 15), Scope.EACH),
        gold_base(),
        (),
        (),
        CATALOGUE,
        LANGUAGE,
    )
    assert {row.fact.place for row in model.appendix} == {"binh-thuan"}
    assert [info.id for info in model.sources] == ["003_93ee7d9315423c01"]


def test_a_place_without_facts_has_no_section() -> None:
    """No empty heading, and the missing figures are named."""
    model = model_of(made_fact("procedures_published", "50", year(2023)))
    assert [section.place.slug for section in model.places] == ["binh-thuan"]
    assert ("dossiers_received", "bac-giang") in {
        (indicator.id, place.slug) for indicator, place in model.missing
    }


def test_no_facts_at_all_are_an_error_with_the_config() -> None:
    """An empty document is never wanted: the error names the config and the way out."""
    with pytest.raises(RenderError) as error:
        model_of()
    assert str(error.value).startswith("config/reports/thu.yaml:1:1: the sources have no figure")
    assert "soket list facts" in str(error.value)


def test_a_target_that_was_set_later_is_not_told() -> None:
    """A report of 2019 cannot hold a target of an article of 2022."""
    sources = (SourceInfo("muc-tieu", published=date(2022, 9, 16)), SourceInfo("mau"))
    facts = (
        made_fact("satisfaction_target", "90", year(2025), place=NATION, doc="muc-tieu"),
        made_fact("dossiers_resolved", "5", year(2019)),
        made_fact("dossiers_resolved", "7", year(2022), start=9),
    )
    base = FactBase.of(facts, sources)
    told = {}
    for number in (2019, 2022):
        made = job(periods=(year(number),), issued=date(number, 12, 31))
        model = build_report(made, base, (), (), CATALOGUE, LANGUAGE)
        told[number] = {row.fact.indicator for row in model.appendix}
    assert "satisfaction_target" not in told[2019]
    assert "satisfaction_target" in told[2022]
