"""Rates, scores and ranks over time: what the config asks for, like with like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.catalogue import load_language
from generator.config.values import Comparison as Basis
from generator.facts import FactBase
from generator.model.chart import ChartKind, Series
from generator.model.fact import Fact
from generator.model.period import Period
from generator.report import ReportModel, build_report
from generator.report.drawings import chart_of
from generator.report.figures import value_of
from generator.report.model import Trend
from tests.material import CATALOGUE, job, made_fact, period_of, year

LANGUAGE = load_language()
SAME, BEFORE, LAST = Basis.SAME_PERIOD_LAST_YEAR, Basis.PREVIOUS_PERIOD, Basis.PREVIOUS_YEAR
HALVES = ("2023-H1", "2023-07-01..2023-12-31", "2024-H1")
JUNE = "2024-06-01..2024-06-30"


def model_of(
    *facts: Fact,
    compare: tuple[Basis, ...] = (SAME,),
    periods: tuple[str, ...] = ("2024-H1",),
    issued: date = date(2024, 7, 31),
    place: str = "binh-thuan",
) -> ReportModel:
    """Return the model of a report on one province."""
    task = job(places=(place,), periods=tuple(map(period_of, periods)), issued=issued)
    task = replace(task, config=replace(task.config, compare=compare))
    return build_report(task, FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)


def rates(*rows: tuple[str, str], indicator: str = "satisfaction_rate") -> list[Fact]:
    """Return one fact for each value and period."""
    return [
        made_fact(indicator, value, period_of(when), start=10 * at)
        for at, (value, when) in enumerate(rows)
    ]


def only(model: ReportModel) -> Trend:
    """Return the one trend of a model."""
    (trend,) = (one for group in model.places[0].groups for one in group.trends)
    return trend


def compared(model: ReportModel) -> list[tuple[Period, Decimal]]:
    """Return what the only trend is set against, with the change."""
    return [(one.earlier.period, one.difference.value) for one in only(model).compared]


def told_alone(model: ReportModel) -> set[Period]:
    """Return the times that passages tell."""
    return {one.period for group in model.places[0].groups for one in group.passages}


THREE = rates(("97", HALVES[0]), ("98", HALVES[1]), ("95", HALVES[2]))


def test_a_trend_compares_with_what_the_config_names() -> None:
    """The half before stands between, yet "cùng kỳ" is what was asked for."""
    same, before = period_of(HALVES[0]), period_of(HALVES[1])
    assert compared(model_of(*THREE)) == [(same, Decimal(-2))]
    assert compared(model_of(*THREE, compare=(BEFORE,))) == [(before, Decimal(-3))]


def test_each_basis_of_the_config_is_told() -> None:
    """Two bases, two changes, in the order of the config; one that is missing is left out."""
    both = compared(model_of(*THREE, compare=(SAME, BEFORE)))
    assert [value for _, value in both] == [-2, -3]
    assert len(compared(model_of(THREE[1], THREE[2], compare=(SAME, BEFORE)))) == 1


def test_without_its_base_a_trend_is_listed_only() -> None:
    """2021 is no "năm trước" of 2024."""
    model = model_of(*rates(("90", "2021"), ("95", "2024")), periods=("2024",), compare=(LAST,))
    trend = only(model)
    assert trend.compared == ()
    assert trend.difference is None
    assert [fact.value for fact in trend.facts] == [90, 95]


def test_a_part_of_the_period_is_no_point_of_its_trend() -> None:
    """June lies within the half-year: told by itself, neither compared nor drawn with it."""
    extra = rates(("91", "2024-05-01..2024-05-31"), ("99", JUNE), indicator="satisfaction_rate")
    extra = [replace(one, number_start=100 + at) for at, one in enumerate(extra)]
    model = model_of(*THREE, *extra)
    trend = only(model)
    assert [fact.value for fact in trend.facts] == [97, 98, 95]
    assert trend.later.period == period_of("2024-H1")
    assert told_alone(model) == {one.period for one in extra}


def test_the_report_s_own_period_is_the_later_one() -> None:
    """A report on June compares June, whatever ended with it."""
    facts = [
        *THREE,
        *(
            replace(one, number_start=100 + at)
            for at, one in enumerate(rates(("91", "2023-06-01..2023-06-30"), ("99", JUNE)))
        ),
    ]
    model = model_of(*facts, periods=(JUNE,))
    assert compared(model) == [(period_of("2023-06-01..2023-06-30"), Decimal(8))]


def test_figures_of_another_sense_are_no_trend() -> None:
    """What sources tell apart is not set side by side."""
    earlier, later = rates(("90", HALVES[0]), ("95", HALVES[2]), indicator="dossiers_on_time_rate")
    assert compared(model_of(earlier, later)) == [(earlier.period, Decimal(5))]
    other = replace(earlier, before="tỷ lệ giải quyết trước hạn và đúng hạn đạt ")
    assert [one for group in model_of(other, later).places[0].groups for one in group.trends] == []


def test_a_stock_is_set_against_a_stock() -> None:
    """A rate "đến 30/6" and one of the half-year are two things."""
    flow = made_fact("satisfaction_rate", "90", period_of(HALVES[0]))
    stock = made_fact("satisfaction_rate", "95", period_of("..2024-06-30"), start=10)
    assert [one for group in model_of(flow, stock).places[0].groups for one in group.trends] == []
    before = made_fact("satisfaction_rate", "90", period_of("..2023-06-30"))
    assert compared(model_of(before, stock)) == [(before.period, Decimal(5))]


def test_a_source_s_own_series_of_unlike_times_is_told_one_by_one() -> None:
    """Three years and eight months: columns that name each, never a line, no change."""
    months = "2024-01-01..2024-08-31"
    rows = rates(("10", "2021"), ("20", "2022"), ("25", "2023"), ("30", months))
    model = model_of(*rows, periods=(months,), issued=date(2024, 9, 15))
    trend = only(model)
    assert [fact.value for fact in trend.facts] == [10, 20, 25, 30]
    assert trend.compared == ()
    (drawing,) = model.drawings
    assert drawing.chart.kind is ChartKind.COLUMN
    assert drawing.chart.categories[-1].replace("\xa0", " ") == "8 tháng năm 2024"


def test_a_series_of_unlike_times_is_of_one_source() -> None:
    """What another author says of another length of time is no history."""
    months = "2024-01-01..2024-08-31"
    first, last = rates(("20", "2023"), ("30", months))
    other = replace(first, source=replace(first.source, doc="khac"))
    model = model_of(other, last, periods=(months,), issued=date(2024, 9, 15))
    assert [one for group in model.places[0].groups for one in group.trends] == []
    assert [row.fact for row in model.appendix] == [last]


def test_a_chart_of_a_trend_has_one_length_of_time() -> None:
    """Three half-years are a line of columns; a month or a year is none of them."""
    (drawing,) = model_of(
        *THREE, made_fact("satisfaction_rate", "92", year(2022), start=90)
    ).drawings
    assert drawing.periods == tuple(map(period_of, HALVES))


def test_other_periods_of_the_report_are_told_too() -> None:
    """A report on two quarters tells both, though one only is compared."""
    quarters = ("2024-01-01..2024-03-31", "2024-04-01..2024-06-30", "2023-04-01..2023-06-30")
    rows = rates(("90", quarters[0]), ("95", quarters[1]), ("85", quarters[2]))
    model = model_of(*rows, periods=quarters[:2])
    assert compared(model) == [(period_of(quarters[2]), Decimal(10))]
    assert told_alone(model) == {period_of(quarters[0])}


def test_ranks_of_two_fields_are_not_even_listed_together() -> None:
    """Place 40, of 63 then, beside place 20/34 would be read as a rise."""
    old = made_fact("service_index_rank", "40", year(2024), place="ha-noi")
    new = made_fact("service_index_rank", "20", year(2025), place="ha-noi", total="34", start=9)
    model = model_of(
        old, new, periods=("2025",), compare=(LAST,), issued=date(2026, 1, 20), place="ha-noi"
    )
    assert [one for group in model.places[0].groups for one in group.trends] == []
    assert [row.fact for row in model.appendix] == [new]


def test_the_labels_of_a_chart_are_written_alike() -> None:
    """No "700.000" beside "1,2 triệu": all digits, unless a source tells millions alone."""
    (before,) = rates(("700000", "2023-H1"), indicator="dossiers_received")
    (now,) = rates(("1200000", "2024-H1"), indicator="dossiers_received")
    for printed, told in (("1.200.000", "1.200.000"), ("1,2 triệu", "1,2\xa0triệu")):
        values = value_of(before), value_of(replace(now, printed=printed))
        made = chart_of("x", ChartKind.BAR, ("A", "B"), (Series("", values),), "hồ sơ", "Hồ sơ")
        assert made.labels[0][1] == told
        assert ("triệu" in made.labels[0][0]) == ("triệu" in told)
