"""Computed figures: right, with their formula, and refused where they mean nothing."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.facts.derived import (
    as_printed,
    difference,
    growth_of,
    rate,
    ratio,
    ratio_of,
    remainder,
    share_of_total,
    total_over_levels,
)
from generator.facts.merging import total_over_places
from generator.facts.reservation import is_apart
from generator.model.fact import Approx, Fact
from generator.model.figure import Figure
from generator.report.comparing import relative_change
from generator.report.figures import value_of
from tests.material import CATALOGUE, made_fact, year

MakeFact = Callable[..., Fact]
LEVELS = ("cap-tinh", "cap-huyen", "cap-xa")


def by_level(make_fact: MakeFact, indicator: str, *values: str, when: str = "2023") -> list[Fact]:
    """Return facts of province, district and commune."""
    return [
        make_fact(indicator, value, level=level, when=when)
        for level, value in zip(LEVELS, values, strict=False)
    ]


def known(figure: Figure | None) -> Figure:
    """Return a figure that has to be there."""
    assert figure is not None
    return figure


def test_total_over_levels(make_fact: MakeFact, catalogue: Catalogue) -> None:
    """The three levels add up, and the formula shows it in Vietnamese format."""
    facts = by_level(make_fact, "dossiers_resolved", "67995", "123221", "350343")
    total = known(total_over_levels(facts, catalogue.indicators["dossiers_resolved"]))
    assert total.value == 541559
    assert total.formula == "67.995 + 123.221 + 350.343 = 541.559"
    assert total.inputs == tuple(facts)
    assert total.is_computed
    assert total.id.startswith("c")


def test_total_needs_all_levels_once(make_fact: MakeFact, catalogue: Catalogue) -> None:
    """No total with a level missing, doubled, of another period, or of a rate."""
    resolved = catalogue.indicators["dossiers_resolved"]
    facts = by_level(make_fact, "dossiers_resolved", "10", "20", "30")
    assert total_over_levels((), resolved) is None
    country = [replace(fact, place="quoc-gia") for fact in facts]
    assert total_over_levels(country, resolved) is None  # it has ministries, too
    assert total_over_levels(facts[:2], resolved) is None
    assert total_over_levels([*facts, facts[0]], resolved) is None
    other = make_fact("dossiers_resolved", "30", level="cap-xa", when="2022")
    assert total_over_levels([*facts[:2], other], resolved) is None
    rates = by_level(make_fact, "dossiers_on_time_rate", "90", "91", "92")
    assert total_over_levels(rates, catalogue.indicators["dossiers_on_time_rate"]) is None


def test_two_levels_are_a_whole_from_july_2025(make_fact: MakeFact, catalogue: Catalogue) -> None:
    """After the districts ended, province and commune make up the province."""
    resolved = catalogue.indicators["dossiers_resolved"]

    def two(when: str) -> list[Fact]:
        return [make_fact("dossiers_resolved", "5", level=one, when=when) for one in LEVELS[::2]]

    after = known(total_over_levels(two("2025-07-01..2025-12-31"), resolved))
    assert after.value == 10
    assert total_over_levels(two("2025-01-01..2025-12-31"), resolved) is None


def test_rate_of_two_totals(make_fact: MakeFact, catalogue: Catalogue) -> None:
    """The rate over all levels is exact inside and rounded once when it is printed."""
    whole = known(
        total_over_levels(
            by_level(make_fact, "dossiers_resolved", "67995", "123221", "350343"),
            catalogue.indicators["dossiers_resolved"],
        )
    )
    part = known(
        total_over_levels(
            by_level(make_fact, "dossiers_on_time", "67828", "117258", "334200"),
            catalogue.indicators["dossiers_on_time"],
        )
    )
    found = known(rate(part, whole))
    assert found.formula == "519.286 / 541.559 × 100 ≈ 95,89%"
    assert found.decimals == 2
    assert found.value == Decimal(519286) / Decimal(541559) * 100
    assert len(found.inputs) == 6


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        ("99999", "100000", "99.999 / 100.000 × 100 = 99,999%"),
        ("189999", "190000", "189.999 / 190.000 × 100 ≈ 99,999%"),
        ("1", "300000", "1 / 300.000 × 100 ≈ 0,0003%"),
        ("100000", "100000", "100.000 / 100.000 × 100 = 100,00%"),
        ("0", "100000", "0 / 100.000 × 100 = 0,00%"),
    ],
)
def test_a_share_is_all_or_nothing_only_where_it_is(
    make_fact: MakeFact, part: str, whole: str, told: str
) -> None:
    """One late dossier of 100.000 leaves no 100 %: more decimals tell it."""
    ends = (make_fact("dossiers_on_time", part), make_fact("dossiers_resolved", whole))
    assert known(rate(*map(value_of, ends))).formula == told


def test_rate_is_refused(make_fact: MakeFact) -> None:
    """No rate of a zero whole, of a part above it, of another unit, place, level or time."""

    def figure(fact: Fact) -> Figure:
        return Figure(fact.id, fact.value, fact.unit, (fact,))

    part = figure(make_fact("dossiers_on_time", "5"))
    assert rate(part, figure(make_fact("dossiers_resolved", "0"))) is None
    assert rate(part, figure(make_fact("dossiers_resolved", "4"))) is None
    assert rate(part, figure(make_fact("feedback_received", "10"))) is None
    assert rate(part, figure(make_fact("dossiers_resolved", "10", place="bac-giang"))) is None
    assert rate(part, figure(make_fact("dossiers_resolved", "10", when="2022"))) is None
    assert rate(part, figure(make_fact("dossiers_resolved", "10", level="cap-xa"))) is None
    assert known(rate(part, figure(make_fact("dossiers_resolved", "10")))).value == 50


def test_share_of_total_and_what_it_leaves(make_fact: MakeFact) -> None:
    """A "13/17" is done to 76,47 % and open to 23,53 %."""
    fact = make_fact("task_force_tasks_done", "13", total="17", place="quoc-gia")
    assert known(share_of_total(fact)).formula == "13 / 17 × 100 ≈ 76,47%"
    assert known(remainder(fact)).formula == "17 − 13 = 4"
    bare = make_fact("task_force_tasks_done", "13")
    assert share_of_total(bare) is None
    assert remainder(bare) is None


@pytest.mark.parametrize(
    ("indicator", "before", "after", "value", "unit", "formula"),
    [
        ("dossiers_received", "1200", "1500", "300", "hồ sơ", "1.500 − 1.200 = 300"),
        ("online_usage_rate", "1.78", "9.51", "7.73", "điểm phần trăm", "9,51 − 1,78 = 7,73"),
        ("service_index_score", "49.1", "59.9", "10.8", "điểm", "59,9 − 49,1 = 10,8"),
        ("service_index_rank", "54", "55", "-1", "bậc", "54 − 55 = −1"),
        ("service_index_rank", "54", "34", "20", "bậc", "54 − 34 = 20"),
        ("par_index_score", "82.92", "80", "-2.92", "điểm phần trăm", "80 − 82,92 = −2,92"),
    ],
)
def test_difference(
    make_fact: MakeFact,
    catalogue: Catalogue,
    indicator: str,
    before: str,
    after: str,
    value: str,
    unit: str,
    formula: str,
) -> None:
    """Each kind of figure has its own unit of change; a rank rises to a smaller number."""
    earlier = make_fact(indicator, before, when="2022")
    later = make_fact(indicator, after, when="2023")
    found = known(difference(earlier, later, catalogue.indicators[indicator]))
    assert (found.value, found.unit, found.formula) == (Decimal(value), unit, formula)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"when": "2022"}, {"when": "..2023-12-31"}),
        ({"when": "2022"}, {"when": "2023-H1"}),
        ({"when": "2022-01-01..2022-08-31"}, {"when": "2023-01-01..2023-09-30"}),
        ({"when": "2022"}, {"when": "2023", "place": "bac-giang"}),
        ({"when": "2022"}, {"when": "2023", "level": "cap-xa"}),
        ({"when": "2023"}, {"when": "2022"}),
        ({"when": "2022", "approx": "over"}, {"when": "2023", "approx": "over"}),
    ],
    ids=["flow-stock", "year-half", "8-9-months", "places", "levels", "backwards", "both-approx"],
)
def test_unlike_figures_are_never_compared(
    make_fact: MakeFact, catalogue: Catalogue, first: dict[str, str], second: dict[str, str]
) -> None:
    """Other period, place, level or two reservations: no difference and no ratio."""
    received = catalogue.indicators["dossiers_received"]
    earlier = make_fact("dossiers_received", "100", **first)
    later = make_fact("dossiers_received", "150", **second)
    assert difference(earlier, later, received) is None
    assert ratio(earlier, later, received) is None


def test_growth_and_ratio(make_fact: MakeFact, catalogue: Catalogue) -> None:
    """Growth in percent and in times, with a base that is not zero."""
    received = catalogue.indicators["dossiers_received"]
    earlier = make_fact("dossiers_received", "1200", when="2022")
    later = make_fact("dossiers_received", "1500", when="2023")
    growth = known(growth_of(value_of(earlier), value_of(later)))
    assert growth.formula == "(1.500 − 1.200) / 1.200 × 100 = 25%"
    assert known(ratio(earlier, later, received)).formula == "1.500 / 1.200 = 1,25"
    nothing = make_fact("dossiers_received", "0", when="2022")
    assert growth_of(value_of(nothing), value_of(later)) is None
    assert ratio(nothing, later, received) is None


@pytest.mark.parametrize(
    ("before", "now", "percent", "times"),
    [
        ("100000", "1", "-99.999", "0"),
        ("100000", "199999", "99.999", "1.99999"),
        ("100000", "200000", "100", "2"),
        ("3000", "5000", "66.67", "1.67"),
        ("947700", "862400", "-9", "0.91"),  # 9,0007 beside 10,20: "9,00%"
        ("50000", "150002", "200", "3"),
    ],
)
def test_growth_is_told_from_the_turn_that_it_does_not_reach(
    make_fact: MakeFact, before: str, now: str, percent: str, times: str
) -> None:
    """One dossier that is left is no fall by "100,00%", 199.999 not "gấp 2,00 lần".

    Other growth has two decimals as the changes beside it, however near to a whole number.
    """
    ends = [value_of(make_fact("dossiers_late", one)) for one in (before, now)]
    assert as_printed(known(growth_of(*ends))) == Decimal(percent)
    assert as_printed(known(ratio_of(*ends))) == Decimal(times)


def test_targets_and_rates_have_no_growth(make_fact: MakeFact, catalogue: Catalogue) -> None:
    """A target is no result, and a rate grows by points, never by percent."""
    rate_indicator = catalogue.indicators["online_usage_rate"]
    pair = [make_fact("online_usage_rate", v, when=w) for v, w in (("1", "2020"), ("2", "2021"))]
    assert relative_change(*map(value_of, pair), rate_indicator) is None
    target = catalogue.indicators["satisfaction_target"]
    goals = [make_fact("satisfaction_target", "90", when=when) for when in ("2024", "2025")]
    assert difference(*goals, target) is None


@pytest.mark.parametrize(
    ("before", "after", "reserved", "left"),
    [
        ("100", "150", ("", "over"), Approx.OVER),
        ("100", "150", ("over", ""), Approx.UNDER),
        ("150", "100", ("", "over"), Approx.UNDER),
        ("150", "100", ("", "about"), Approx.ABOUT),
    ],
)
def test_the_reservation_is_kept(
    make_fact: MakeFact,
    catalogue: Catalogue,
    before: str,
    after: str,
    reserved: tuple[str, str],
    left: Approx,
) -> None:
    """Over 150 is more than 50 above 100; over 100 is less than 50 below 150."""
    received = catalogue.indicators["dossiers_received"]
    earlier = make_fact("dossiers_received", before, when="2022", approx=reserved[0] or None)
    later = make_fact("dossiers_received", after, when="2023", approx=reserved[1] or None)
    assert known(difference(earlier, later, received)).approx is left


def test_merged_provinces_add_up_only_together(make_fact: MakeFact, catalogue: Catalogue) -> None:
    """The new unit's figure needs that of every old province, once."""
    received = catalogue.indicators["dossiers_received"]
    members = {place.slug for place in catalogue.places.formed_from("bac-ninh")}
    facts = [make_fact("dossiers_received", "10", place=slug) for slug in sorted(members)]
    assert len(facts) > 1
    assert known(total_over_places(facts, members, received)).value == 10 * len(facts)
    assert total_over_places(facts[:-1], members, received) is None
    assert total_over_places([*facts, facts[0]], members, received) is None


@given(
    values=st.lists(st.integers(0, 10**9), min_size=3, max_size=3),
    parts=st.lists(st.integers(0, 100), min_size=3, max_size=3),
)
def test_the_overall_rate_lies_between_those_of_the_levels(
    make_fact: MakeFact, catalogue: Catalogue, values: list[int], parts: list[int]
) -> None:
    """A rate of sums is a weighted mean of the rates of the levels."""
    done = [value * part // 100 for value, part in zip(values, parts, strict=True)]
    totals = []
    for indicator, numbers in (("dossiers_on_time", done), ("dossiers_resolved", values)):
        facts = by_level(make_fact, indicator, *map(str, numbers))
        totals.append(known(total_over_levels(facts, catalogue.indicators[indicator])))
    found = rate(totals[0], totals[1])
    if found is None:
        assert sum(values) == 0
        return
    rates = [Decimal(a) / b * 100 for a, b in zip(done, values, strict=True) if b]
    slack = Decimal("1e-20")
    assert min(rates) - slack <= found.value <= max(rates) + slack


@pytest.mark.parametrize(
    ("value", "approx", "other", "apart"),
    [
        ("1200000", Approx.OVER, "1230000", False),
        ("1200000", Approx.OVER, "1310000", True),
        ("1200000", Approx.OVER, "1190000", True),
        ("98", Approx.OVER, "98.4", False),
        ("90", Approx.OVER, "88", True),
        ("93", Approx.UNDER, "92.8", False),
        ("93", Approx.UNDER, "93.5", True),
        ("100", Approx.ABOUT, "101", False),
        ("100", Approx.ABOUT, "150", True),
        ("100", None, "101", True),
    ],
)
def test_a_reservation_leaves_open_what_lies_on_its_own_side(value, approx, other, apart):
    """Nobody can say whether "hơn 1,2 triệu" is more or less than 1.230.000."""
    assert is_apart(Decimal(value), approx, Decimal(other)) is apart


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (("", "3"), ("dưới ", "5"), False),
        (("", "6"), ("dưới ", "5"), True),
        (("dưới ", "5"), ("", "3"), False),
        (("dưới ", "5"), ("", "7"), True),
        (("", "3"), ("gần ", "5"), True),
    ],
)
def test_what_is_only_below_may_be_a_rise_or_a_fall(
    before: tuple[str, str],
    now: tuple[str, str],
    told: bool,  # noqa: FBT001  a case
) -> None:
    """From 3 % to "dưới 5%" nobody knows the way; from 6 % it fell."""
    first, second = (
        replace(
            made_fact("dossiers_late_rate", value, year(2022 + at), start=9 * at),
            before=f"Tỷ lệ trễ hạn là {word}",
            approx=Approx.UNDER if word else None,
        )
        for at, (word, value) in enumerate((before, now))
    )
    change = difference(first, second, CATALOGUE.indicators["dossiers_late_rate"])
    assert (change is not None) is told
