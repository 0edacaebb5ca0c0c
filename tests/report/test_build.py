"""What a report says, before it is put into words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue import load_language
from generator.config.values import Comparison, Scope
from generator.errors import RenderError
from generator.facts import FactBase
from generator.model.chart import ChartKind
from generator.model.fact import NATION, Approx, Fact
from generator.model.period import Period
from generator.model.source_text import SourceInfo
from generator.report import ReportModel, build_report
from generator.report.bases import base_periods
from generator.report.scope import cut_off
from tests.material import CATALOGUE, gold_base, job, made_fact, period_of, year

LANGUAGE = load_language()


def model_of(*facts: Fact, **options: object) -> ReportModel:
    """Return the model of a report over sample facts."""
    base = FactBase.of(facts)
    return build_report(job(**options), base, (), (), CATALOGUE, LANGUAGE)  # type: ignore[arg-type]  # options are the job's


def compared_model(
    *facts: Fact,
    compare: tuple[Comparison, ...],
    infos: tuple[SourceInfo, ...] = (),
    **options: object,
) -> ReportModel:
    """Return the model of a report whose config names what "so với" means."""
    made = job(**options)  # type: ignore[arg-type]  # options are the job's
    config = replace(made.config, compare=compare)
    base = FactBase.of(facts, infos)
    return build_report(replace(made, config=config), base, (), (), CATALOGUE, LANGUAGE)


def after_last(*facts: Fact) -> ReportModel:
    """Return the model of a report that compares with the previous period."""
    return compared_model(*facts, compare=(Comparison.PREVIOUS_PERIOD,))


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
    assert trends[0].labels == (("1,78%", "9,51%", "hơn 18%"),)
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
    same = after_last(
        made_fact("procedures_published", "50", earlier),
        made_fact("procedures_published", "70", later, start=9),
    )
    other = after_last(
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
    assert [fact.value for fact in trend.facts] == [20, 30]
    assert trend.compared == ()  # 2020 is no base of 2023


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


HALF = {n: Period(date(n, 6, 30), date(n, 1, 1)) for n in (2023, 2024)}
QUARTER = {n: Period(date(2024, n * 3, 30 + (n == 1)), date(2024, n * 3 - 2, 1)) for n in (1, 2)}


@pytest.mark.parametrize(
    ("basis", "base"),
    [
        (Comparison.SAME_PERIOD_LAST_YEAR, HALF[2023]),
        (Comparison.PREVIOUS_PERIOD, Period(date(2023, 12, 31), date(2023, 7, 1))),
        (Comparison.PREVIOUS_YEAR, HALF[2023]),
    ],
)
def test_so_voi_means_what_the_config_says(basis: Comparison, base: Period) -> None:
    """The key compare chooses the base of a half-year; a half is only set against a half."""
    assert base_periods(HALF[2024], (basis,)) == (base,)


def test_a_flow_is_compared_with_the_period_of_the_config() -> None:
    """Same period last year, from another report, and its base is in the appendix."""
    facts = (
        made_fact("dossiers_received", "10000", HALF[2023], doc="cu"),
        made_fact("dossiers_received", "12000", HALF[2024]),
    )
    made = job(periods=(HALF[2024],))
    made = replace(made, config=replace(made.config, compare=(Comparison.SAME_PERIOD_LAST_YEAR,)))
    model = build_report(made, FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)
    (comparison,) = model.places[0].groups[0].comparisons
    assert comparison.difference.value == 2000
    assert {row.fact.value for row in model.appendix} == {Decimal(10000), Decimal(12000)}


def test_the_reports_own_period_comes_before_its_parts() -> None:
    """A briefing of a half-year leads with the half, not with its last quarter."""
    model = model_of(
        made_fact("dossiers_received", "4000", QUARTER[1]),
        made_fact("dossiers_received", "12000", HALF[2024], start=9),
        made_fact("dossiers_received", "8000", QUARTER[2], start=19),
        periods=(HALF[2024],),
    )
    assert [claim.fact.value for claim in model.headlines] == [Decimal(12000)]


def test_a_flow_that_began_after_the_period_is_not_of_it() -> None:
    """July is no part of a report on the first half, however late the report is."""
    model = model_of(
        made_fact("dossiers_received", "12000", HALF[2024]),
        made_fact("dossiers_received", "500", Period(date(2024, 7, 31), date(2024, 7, 1)), start=9),
        periods=(HALF[2024],),
        issued=date(2024, 8, 10),
    )
    assert [row.fact.value for row in model.appendix] == [Decimal(12000)]


def test_years_between_two_chosen_periods_are_not_told() -> None:
    """Two periods are a list, not the span from the first to the last."""
    model = model_of(
        *(made_fact("dossiers_received", str(n), year(n), start=n) for n in (2021, 2022, 2023)),
        periods=(year(2021), year(2023)),
    )
    assert {row.fact.value for row in model.appendix} == {Decimal(2021), Decimal(2023)}


def test_the_periods_of_a_report_have_one_order() -> None:
    """Whatever the config's order: by their ends, of those that end together the longest last."""
    quarters = (period_of("2024-01-01..2024-03-31"), period_of("2024-04-01..2024-06-30"))
    half = period_of("2024-H1")
    wanted = (*quarters, half)
    facts = [
        made_fact("dossiers_received", str(100 + at), one, start=9 * at)
        for at, one in enumerate((*wanted, period_of("2023-H1")))
    ]
    before = made_fact("dossiers_received", "90", period_of("2023-04-01..2023-06-30"), start=90)
    task = job(places=("binh-thuan",), periods=(half, quarters[1], quarters[0]))
    task = replace(task, config=replace(task.config, compare=(Comparison.SAME_PERIOD_LAST_YEAR,)))
    model = build_report(task, FactBase.of((*facts, before)), (), (), CATALOGUE, LANGUAGE)
    (group,) = model.places[0].groups
    assert model.scope.periods == wanted
    assert tuple(one.period for one in group.passages) == wanted
    assert tuple(one.later.period for one in group.by_time) == wanted[1:]


def test_a_place_without_a_figure_now_keeps_its_earlier_one() -> None:
    """Its row in a ranking shows last year's figure; only the newest period lacks one."""
    told = {"bac-giang": "90", "binh-duong": "91", "binh-thuan": "92", "ca-mau": "80"}
    facts = [
        made_fact("satisfaction_rate", value, year(when), place=place, start=when + 10 * at)
        for at, (place, value) in enumerate(told.items())
        for when in (2022, 2023)
        if (place, when) != ("ca-mau", 2023)
    ]
    model = model_of(*facts, places=tuple(told), periods=(year(2023),))
    assert model.ranking is not None
    [row] = [one for one in model.ranking.rows if one.place.slug == "ca-mau"]
    assert [figure and figure.value for figure in row.figures] == [Decimal(80), None]
    gaps = [(period.end.year, [one.slug for one in them]) for period, them in model.ranking.gaps]
    assert gaps == [(2023, ["ca-mau"])]
