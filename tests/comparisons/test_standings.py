"""Where a figure stands: only against its like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue.targets import Bound, Target, target_of
from generator.facts.derived import as_printed, difference
from generator.facts.standing import (
    average,
    gap,
    gap_to_average,
    gap_to_target,
    is_tied,
    rank_among,
    share_of_nation,
)
from generator.model.fact import NATION, Approx, Fact
from generator.model.period import Period
from generator.report.comparing import relative_change
from generator.report.figures import value_of
from generator.vi.printing import number
from tests.material import CATALOGUE, made_fact, year

KNOWN = CATALOGUE.indicators
SLUGS = ("binh-thuan", "binh-duong", "bac-giang", "ca-mau")


def of_places(indicator: str, *values: str, total: str | None = None) -> list[Fact]:
    """Return one figure of 2023 for each of up to four places."""
    return [
        made_fact(indicator, value, year(2023), place=slug, total=total, start=9 * at)
        for at, (slug, value) in enumerate(zip(SLUGS, values, strict=False))
    ]


def test_the_country_is_compared_with_over_the_same_time_only() -> None:
    """92,4 % of 2023 against 90,3 % of the same year; never against that of another."""
    (own,) = of_places("satisfaction_rate", "92.4")
    country = made_fact("satisfaction_rate", "90.3", year(2023), place=NATION)
    found = gap(own, country, KNOWN["satisfaction_rate"])
    assert found is not None
    assert (found.value, found.unit) == (Decimal("2.1"), "điểm phần trăm")
    assert found.formula == "92,4 − 90,3 = 2,1"
    before = made_fact("satisfaction_rate", "90.3", year(2022), place=NATION)
    assert gap(own, before, KNOWN["satisfaction_rate"]) is None


@pytest.mark.parametrize("indicator", ["dossiers_received", "service_index_rank"])
def test_counts_and_ranks_have_no_distance(indicator: str) -> None:
    """A province's count below the country's, or two ranks, say nothing."""
    one, other, third = of_places(indicator, "10", "20", "30")
    assert gap(one, other, KNOWN[indicator]) is None
    assert average([one, other, third], KNOWN[indicator]) is None
    assert rank_among(one, [one, other, third], KNOWN[indicator], "up") is None


def test_an_average_is_simple_and_says_of_whom() -> None:
    """(92 + 95 + 89) / 3: each place counts alike; two places are too few."""
    facts = of_places("satisfaction_rate", "92", "95", "89")
    mean = average(facts, KNOWN["satisfaction_rate"])
    assert mean is not None
    assert (mean.value, mean.formula) == (Decimal(92), "(92 + 95 + 89) / 3 = 92%")
    assert average(facts[:2], KNOWN["satisfaction_rate"]) is None
    above = gap_to_average(facts[1], mean, KNOWN["satisfaction_rate"])
    assert above is not None
    assert above.formula == "95 − (92 + 95 + 89) / 3 = 3"


@pytest.mark.parametrize(
    "strange",
    [
        {"period": year(2022)},
        {"approx": Approx.OVER, "value": Decimal(92)},
        {"place": NATION},
        {"place": "binh-duong"},
        {"level": "cap-xa"},
    ],
    ids=["period", "reservation", "country", "twice", "level"],
)
def test_an_average_and_a_rank_need_their_like(strange: dict[str, object]) -> None:
    """One figure of another time, level, kind of place or certainty: none of both."""
    facts = of_places("satisfaction_rate", "92", "95", "89")
    mixed = [*facts[:2], replace(facts[2], **strange)]  # type: ignore[arg-type]  # fields of a fact
    assert average(mixed, KNOWN["satisfaction_rate"]) is None
    assert rank_among(mixed[0], mixed, KNOWN["satisfaction_rate"], "up") is None


def test_a_reservation_takes_a_rank_only_where_it_leaves_it_open() -> None:
    """Who is ahead of "hơn 89%" is known of 92 and 95; an average would not be exact."""
    facts = of_places("satisfaction_rate", "92", "95", "89")
    mixed = [*facts[:2], replace(facts[2], approx=Approx.OVER)]
    ranks = [rank_among(one, mixed, KNOWN["satisfaction_rate"], "up") for one in mixed]
    assert [rank[0].value for rank in ranks if rank] == [2, 1, 3]
    assert average(mixed, KNOWN["satisfaction_rate"]) is None


def test_a_score_of_another_scale_is_never_compared() -> None:
    """60 of 80 points and 70 of 100 points are no 10 points apart."""
    one = of_places("papi_score", "60", total="80")[0]
    other = of_places("papi_score", "65", "70", total="100")[1]
    assert gap(one, other, KNOWN["papi_score"]) is None


@pytest.mark.parametrize(
    ("values", "better", "rank"),
    [
        (("92", "95", "89"), "up", 2),
        (("92", "95", "89"), "down", 2),
        (("89", "95", "92"), "down", 1),
        (("95", "95", "89"), "up", 1),
        (("89", "95", "95"), "up", 3),
    ],
)
def test_our_own_rank_counts_who_has_the_figure(
    values: tuple[str, ...], better: str, rank: int
) -> None:
    """Second among three; equal values share the better place."""
    facts = of_places("satisfaction_rate", *values)
    way = "up" if better == "up" else "down"
    found = rank_among(facts[0], facts, KNOWN["satisfaction_rate"], way)  # type: ignore[arg-type]  # one of two words
    assert found is not None
    assert (found[0].value, found[1].value) == (rank, 3)
    assert found[0].is_computed


def test_a_share_of_the_country_needs_what_is_counted_once() -> None:
    """41.250 of 3.300.000 dossiers; services are the same ones everywhere."""
    (own,) = of_places("online_dossiers", "41250")
    country = made_fact("online_dossiers", "3300000", year(2023), place=NATION)
    share = share_of_nation(own, country, KNOWN["online_dossiers"])
    assert share is not None
    assert share.formula == "41.250 / 3.300.000 × 100 = 1,25%"
    (services,) = of_places("online_services_full", "800")
    all_services = made_fact("online_services_full", "2000", year(2023), place=NATION)
    assert share_of_nation(services, all_services, KNOWN["online_services_full"]) is None
    assert share_of_nation(country, own, KNOWN["online_dossiers"]) is None


# ---------------------------------------------------------------- targets

GOAL = Target(
    "mau",
    "satisfaction_rate",
    Bound.AT_LEAST,
    Decimal(90),
    frozenset(SLUGS),
    True,  # noqa: FBT003  common to all
    date(2022, 1, 1),
    date(2025, 12, 31),
    "Kế hoạch mẫu",
    date(2022, 1, 1),
)


@pytest.mark.parametrize(
    "strange",
    [
        {"indicator": "sipas_score"},
        {"place": NATION},
        {"level": "cap-xa"},
        {"period": year(2021)},
        {"period": year(2026)},
        {"period": Period(date(2023, 5, 31), date(2021, 6, 1))},
        {"period": Period(date(2026, 1, 31), date(2025, 11, 1))},
    ],
    ids=["indicator", "place", "level", "too-early", "run-out", "begun-before", "ends-behind"],
)
def test_a_target_is_for_its_own_figures_only(strange: dict[str, object]) -> None:
    """Never compared with another indicator, place, level or time."""
    (own,) = of_places("satisfaction_rate", "92.4")
    assert target_of(own, [GOAL]) is GOAL
    other = replace(own, **strange)  # type: ignore[arg-type]  # fields of a fact
    assert target_of(other, [GOAL]) is None
    assert gap_to_target(other, GOAL, KNOWN["satisfaction_rate"]) is None


def test_a_target_of_what_adds_up_is_for_its_full_time_only() -> None:
    """What came in over a quarter is not short of a year's target; a rate of it is measured."""
    goal = replace(GOAL, since=date(2023, 1, 1), until=date(2023, 12, 31))
    count = replace(goal, indicator="dossiers_received", value=Decimal(80000))
    (received,) = of_places("dossiers_received", "30000")
    (rate,) = of_places("satisfaction_rate", "92.4")
    quarter = Period(date(2023, 6, 30), date(2023, 4, 1))
    assert target_of(received, [count]) is count
    assert target_of(replace(received, period=quarter), [count]) is None
    assert target_of(replace(rate, period=quarter), [goal]) is goal
    at_hand = replace(received, indicator="dossiers_pending", period=Period(date(2023, 6, 30)))
    stock = replace(count, indicator="dossiers_pending")
    assert target_of(at_hand, [stock]) is stock


def test_a_place_s_own_target_comes_before_the_common_one() -> None:
    """Then the act issued last; two alike leave it open."""
    (own,) = of_places("satisfaction_rate", "92.4")
    special = replace(GOAL, id="rieng", common=False, places=frozenset({"binh-thuan"}))
    newer = replace(GOAL, id="moi", issued=date(2023, 1, 1))
    assert target_of(own, [GOAL, special, newer]) is special
    assert target_of(own, [GOAL, newer]) is newer
    assert target_of(own, [GOAL, replace(GOAL, id="hai")]) is None


def test_a_reservation_may_leave_the_side_open() -> None:
    """With "gần 90%" against 90 % nobody knows whether the target is met."""
    (own,) = of_places("satisfaction_rate", "90")
    near = replace(own, approx=Approx.UNDER)
    assert gap_to_target(near, GOAL, KNOWN["satisfaction_rate"]) is None
    exact = gap_to_target(own, GOAL, KNOWN["satisfaction_rate"])
    assert exact is not None
    assert exact.value == 0


@pytest.mark.parametrize(
    ("rank", "value", "formula"),
    [("12", -2, "10 − 12 = −2"), ("7", 3, "10 − 7 = 3"), ("10", 0, "10 − 10 = 0")],
)
def test_a_rank_behind_its_target_is_below_it(rank: str, value: int, formula: str) -> None:
    """12th for a goal of the 10th is two places short, as everywhere "bậc" up are better."""
    goal = replace(
        GOAL, id="hang", indicator="par_index_rank", bound=Bound.AT_MOST, value=Decimal(10)
    )
    (own,) = of_places("par_index_rank", rank, total="63")
    found = gap_to_target(own, goal, KNOWN["par_index_rank"])
    assert found is not None
    assert (found.value, found.unit, found.formula) == (value, "bậc", formula)
    assert goal.is_met(own.value) == (value >= 0)


# ---------------------------------------------------------------- what is not known


@pytest.mark.parametrize("approx", list(Approx))
def test_nothing_is_equal_behind_a_reservation(approx: Approx) -> None:
    """A figure over 95 % and one of 95 % are not known to be equal, whichever is reserved."""
    (own,) = of_places("satisfaction_rate", "95")
    country = made_fact("satisfaction_rate", "95", year(2023), place=NATION)
    row = KNOWN["satisfaction_rate"]
    assert gap(replace(own, approx=approx), country, row) is None
    assert gap(own, replace(country, approx=approx), row) is None
    exact = gap(own, country, row)
    assert exact is not None
    assert exact.value == 0


def test_a_share_that_rounds_to_nothing_is_not_told() -> None:
    """20 dossiers of 9 million are no "0,00%"; nor is nothing a share."""
    country = made_fact("dossiers_received", "9000000", year(2023), place=NATION)
    for value, told in (("0", False), ("20", False), ("900", True)):
        (own,) = of_places("dossiers_received", value)
        assert (share_of_nation(own, country, KNOWN["dossiers_received"]) is not None) is told


def test_growth_that_rounds_to_nothing_is_not_told() -> None:
    """02 more of 100.000 are 02 more, and no "tương đương 0,00%"."""
    row = KNOWN["dossiers_received"]
    before, small, more = (
        value_of(made_fact("dossiers_received", value, year(2023)))
        for value in ("100000", "100002", "100450")
    )
    assert relative_change(before, small, row) is None
    assert relative_change(before, more, row) is not None


def test_equal_figures_share_a_rank_and_say_so() -> None:
    """Second and third with 92 % are "đồng hạng"."""
    facts = of_places("satisfaction_rate", "92", "95", "92")
    assert [is_tied(fact, facts) for fact in facts] == [True, False, True]


@pytest.mark.parametrize(
    ("about", "exact", "known"),
    [("100", "101", False), ("100", "149", False), ("100", "150", True), ("18.6", "20", True)],
)
def test_within_the_margin_of_about_nothing_changed(about: str, exact: str, known: bool) -> None:  # noqa: FBT001  a case
    """From "khoảng 100" to 101 is no rise by "khoảng 01"; half the last digit is the margin."""
    row = KNOWN["feedback_received"]
    before = made_fact("feedback_received", about, year(2022), approx=Approx.ABOUT)
    now = made_fact("feedback_received", exact, year(2023), start=9)
    assert (difference(before, now, row) is not None) is known


@pytest.mark.parametrize(
    ("values", "mean", "gaps"),
    [
        (("89.95", "90", "90.04", "89.99"), "90,00", ["-0.05", "", "0.05", "-0.01"]),
        (("96.5", "97.25", "97.25", "93.1"), "96,03", ["0.48", "1.23", "1.23", "-2.93"]),
        (("97.996", "97", "93.014"), "96,003", ["1.993", "0.997", "-2.989"]),
        (("92", "95", "90"), "92,3", ["-0.3", "2.7", "-2.3"]),
        (("92", "95", "89"), "92", ["", "3", "-3"]),
    ],
)
def test_a_mean_has_the_decimals_of_its_inputs(
    values: tuple[str, ...], mean: str, gaps: list[str]
) -> None:
    """A distance has them too, rounded once and marked off the print; 90 is not above 90,00."""
    facts = of_places("satisfaction_rate", *values)
    indicator = KNOWN["satisfaction_rate"]
    found = average(facts, indicator)
    assert found is not None
    assert number(found.value, found.decimals) == mean
    told = [gap_to_average(fact, found, indicator) for fact in facts]
    printed = [str(as_printed(one)) if one and one.value else "" for one in told]
    assert printed == gaps
    assert all(
        one.value == fact.value - found.value
        and one.is_off_print == (as_printed(one) != fact.value - as_printed(found))
        for one, fact in zip(told, facts, strict=True)
        if one
    )
