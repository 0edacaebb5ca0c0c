"""Rates made of two counts, and only of two that go together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from generator.catalogue import load_language
from generator.catalogue.targets import Bound, Target
from generator.config.values import Comparison as Basis
from generator.facts import FactBase
from generator.model.fact import NATION, Approx, Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report import ReportModel, build_report
from generator.report.measures import Standing
from generator.vi.printing import number
from generator.vi.windows import window_of
from tests.material import CATALOGUE, job, made_fact, period_of, year

LANGUAGE = load_language()
PART = made_fact("dossiers_on_time", "950", year(2023))
WHOLE = made_fact("dossiers_resolved", "1000", year(2023), start=9)


def counts(when: Period, part: str, whole: str, *, place: str = "binh-thuan") -> list[Fact]:
    """Return what a document tells of dossiers on time and resolved."""
    doc = f"{place} {when.end}"
    return [
        made_fact("dossiers_on_time", part, when, place=place, doc=doc, start=20),
        made_fact("dossiers_resolved", whole, when, place=place, doc=doc, start=60),
    ]


def model_of(*facts: Fact) -> ReportModel:
    """Return the model of a report on 2023."""
    made = job(places=("binh-thuan",), periods=(year(2023),), issued=date(2024, 1, 15))
    return build_report(made, FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)


def test_two_counts_give_a_rate() -> None:
    """950 of 1.000 on time are 95 %, marked as computed with their formula."""
    model = model_of(PART, WHOLE)
    (found,) = model.measured.rates
    assert found.indicator.id == "dossiers_on_time_rate"
    assert found.rate.formula == "950 / 1.000 × 100 = 95%"
    assert found.rate.value == Decimal(95)
    assert found.rate in model.computed


def standing(model: ReportModel, place: str = "binh-thuan") -> Standing:
    """Return where the rate of dossiers on time of a place stands."""
    return next(
        one
        for one in model.measured.standings
        if (one.indicator.id, one.place.slug) == ("dossiers_on_time_rate", place)
    )


def test_a_computed_rate_stands_as_a_printed_one() -> None:
    """Against the country's rate, computed or printed; the distance has both formulas in it."""
    country = counts(year(2023), "970", "1000", place=NATION)
    one = standing(model_of(PART, WHOLE, *country))
    assert one.rate is not None
    assert one.rate.value == Decimal(95)
    assert one.to_nation is not None
    assert one.to_nation.formula == "950 / 1.000 × 100 − 970 / 1.000 × 100 = −2"
    assert one.nation is None
    assert one.nation_rate is not None
    printed = made_fact("dossiers_on_time_rate", "97.5", year(2023), place=NATION, start=90)
    beside = standing(model_of(PART, WHOLE, printed))
    assert (beside.nation, beside.nation_rate) == (printed, None)
    assert beside.to_nation is not None
    assert beside.to_nation.formula == "950 / 1.000 × 100 − 97,5 = −2,5"
    assert {beside.rate, beside.to_nation} <= set(model_of(PART, WHOLE, printed).computed)


def test_a_printed_rate_stands_beside_a_computed_one() -> None:
    """The country's computed rate and the ranks of others count for a printed one, too."""
    made = job(
        places=("binh-thuan", "bac-giang", "binh-duong"),
        periods=(year(2023),),
        issued=date(2024, 1, 15),
    )
    facts = (
        made_fact("dossiers_on_time_rate", "96", year(2023)),
        *counts(year(2023), "95", "100", place="bac-giang"),
        *counts(year(2023), "299", "300", place="binh-duong"),
        *counts(year(2023), "970", "1000", place=NATION),
    )
    model = build_report(made, FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)
    ranks = {}
    for place in ("binh-thuan", "bac-giang", "binh-duong"):
        one = standing(model, place)
        assert one.mean is not None
        assert one.mean.formula.endswith(" / 3 ≈ 96,89%")
        assert one.rank is not None
        assert one.to_nation is not None
        ranks[place] = (one.rank.value, one.to_nation.formula.partition(" − ")[2])
    of_country = "970 / 1.000 × 100 "
    assert {name: int(rank) for name, (rank, _) in ranks.items()} == {
        "binh-thuan": 2,
        "bac-giang": 3,
        "binh-duong": 1,
    }
    assert all(formula.startswith(of_country) for _, formula in ranks.values())


def of_three(*values: tuple[str, str], goal: Target | None = None) -> list[Standing]:
    """Return where the rates of three provinces in 2023 stand, the country at 95 %."""
    whole, places = year(2023), ("binh-thuan", "bac-giang", "binh-duong")
    made = job(places=places, periods=(whole,), issued=date(2024, 1, 15))
    told = zip(places, values, strict=True)
    facts = [fact for place, one in told for fact in counts(whole, *one, place=place)]
    country = made_fact("dossiers_on_time_rate", "95", whole, place=NATION, start=90)
    catalogue = replace(CATALOGUE, targets=(goal,) if goal else ())
    model = build_report(made, FactBase.of((*facts, country)), (), (), catalogue, LANGUAGE)
    return [standing(model, one) for one in places]


def printed(one: Figure | None) -> str:
    """Return the last part of the formula of a figure, which is how it is printed."""
    return one.formula.split()[-1] if one else ""


def test_computed_rates_are_ranked_as_they_are_printed() -> None:
    """96,6667 % and 96,667 % are both "96,67%": nobody calls one of them the higher."""
    told = of_three(("29", "30"), ("290001", "300000"), ("9", "10"))
    assert [one.rank.value for one in told if one.rank] == [1, 1, 3]
    assert [one.tied for one in told] == [True, True, False]
    assert [printed(one.rate) for one in told] == ["96,67%", "96,67%", "90%"]
    told = of_three(("29", "30"), ("29004", "30000"), ("9", "10"))
    assert [one.rank.value for one in told if one.rank] == [2, 1, 3]
    assert [printed(one.rate) for one in told] == ["96,67%", "96,68%", "90%"]


def test_equal_rates_of_other_counts_share_a_rank() -> None:
    """29 of 30 are 290 of 300."""
    told = of_three(("29", "30"), ("290", "300"), ("9", "10"))
    assert [one.rank.value for one in told if one.rank] == [1, 1, 3]
    assert [one.tied for one in told] == [True, True, False]
    assert [printed(one.rate) for one in told] == ["96,67%", "96,67%", "90%"]


@pytest.mark.parametrize("when", ["2026", "2026-H1"])
def test_a_report_on_windows_is_measured_by_the_target_of_their_year(when: str) -> None:
    """15 December 2025 to 14 June 2026 is the first half of 2026, whose target is 95 %."""
    window = window_of(period_of(when))
    assert window is not None
    told = made_fact("satisfaction_rate", "91", window)
    made = job(places=("binh-thuan",), periods=(window,), issued=date(2027, 1, 4))
    model = build_report(made, FactBase.of([told]), (), (), CATALOGUE, LANGUAGE)
    (found,) = (one for one in model.measured.standings if one.to_target)
    assert found.target is not None
    assert (found.target.value, found.to_target and found.to_target.value) == (95, -4)


def test_a_target_that_is_missed_by_a_hair_is_missed() -> None:
    """94,996 % are neither the 95 % of the target nor those of the country: all is told so."""
    goal = Target(
        id="mau",
        indicator="dossiers_on_time_rate",
        bound=Bound.AT_LEAST,
        value=Decimal(95),
        places=frozenset({"binh-thuan", "bac-giang", "binh-duong"}),
        common=True,
        since=date(2023, 1, 1),
        until=date(2023, 12, 31),
        act="Kế hoạch mẫu",
        issued=date(2023, 1, 1),
    )
    told = of_three(("47498", "50000"), ("47500", "50000"), ("49999", "50000"), goal=goal)
    assert [one.is_met for one in told] == [False, True, True]
    assert [printed(one.rate) for one in told] == ["94,996%", "95%", "99,998%"]
    assert [printed(one.to_target) for one in told] == ["−0,004", "0", "4,998"]
    assert [printed(one.to_nation) for one in told] == ["−0,004", "0", "4,998"]
    assert [one.rank.value for one in told if one.rank] == [3, 2, 1]


def test_a_rate_that_equals_the_country_s_is_printed_like_it() -> None:
    """48.999 of 50.000 beside 97,998 % of the country are no 98,00 %."""
    country = made_fact("dossiers_on_time_rate", "97.998", year(2023), place=NATION, start=90)
    one = standing(model_of(*counts(year(2023), "48999", "50000"), country))
    assert (printed(one.rate), printed(one.to_nation)) == ("97,998%", "0")


@pytest.mark.parametrize(
    "other",
    [
        counts(Period(date(2023, 6, 30), date(2023, 1, 1)), "970", "1000", place=NATION),
        [made_fact("dossiers_on_time_rate", "97", year(2022), place=NATION)],
        [made_fact("dossiers_on_time_rate", "97", year(2023), place=NATION, level="cap-xa")],
    ],
    ids=["half", "before", "level"],
)
def test_a_computed_rate_has_its_like_only(other: list[Fact]) -> None:
    """No rate of another time or level stands beside it."""
    made = model_of(PART, WHOLE, *other).measured.standings
    assert [one for one in made if one.indicator.id == "dossiers_on_time_rate" and one.rate] == []


def test_what_one_person_says_makes_no_standing() -> None:
    """Counts that one person alone tells give a rate that is set beside nothing."""
    said = replace(PART, before="Giám đốc Sở Nội vụ Trần Văn An cho biết, đã giải quyết ")
    country = counts(year(2023), "970", "1000", place=NATION)
    for part, standing_ones in ((PART, 1), (said, 0)):
        model = model_of(part, WHOLE, *country)
        assert [one.part for one in model.measured.rates if one.part.place != NATION] == [part]
        assert sum(one.rate is not None for one in model.measured.standings) == standing_ones


def test_a_rate_printed_beside_its_count_stands_as_any_other() -> None:
    """The share of "đúng hạn 950 hồ sơ (đạt 95%)" is a rate where the counts bear it out."""
    part = replace(PART, share=Decimal(95))
    printed = made_fact("dossiers_on_time_rate", "97.5", year(2023), place=NATION, start=90)
    model = model_of(part, WHOLE, printed)
    one = standing(model)
    assert one.rate is not None
    assert (one.rate.part, one.rate.is_computed, one.rate.inputs) == ("share", False, (part,))
    assert one.to_nation is not None
    assert one.to_nation.formula == "95 − 97,5 = −2,5"
    assert one.rate not in model.computed
    doubted = model_of(replace(part, share=Decimal("95.1")), WHOLE, printed)
    assert [item for item in doubted.measured.standings if item.rate] == []


def test_what_is_late_is_said_by_what_is_on_time() -> None:
    """Of on time and late, counted or printed, one rate is told; late alone has its own."""
    late = made_fact("dossiers_late", "50", year(2023), start=29)
    on_time = made_fact("dossiers_on_time_rate", "95", year(2023), start=39)
    assert [one.part for one in model_of(PART, WHOLE, late).measured.rates] == [PART]
    assert model_of(on_time, WHOLE, late).measured.rates == ()
    assert [one.part for one in model_of(WHOLE, late).measured.rates] == [late]


@pytest.mark.parametrize(
    "facts",
    [
        (PART, WHOLE, made_fact("dossiers_on_time_rate", "95.1", year(2023), start=19)),
        (replace(PART, share=Decimal("95.1")), WHOLE),
        (PART, replace(WHOLE, source=replace(WHOLE.source, doc="khac"))),
        (PART, replace(WHOLE, period=Period(date(2023, 6, 30), date(2023, 1, 1)))),
        (replace(PART, value=Decimal(1001)), WHOLE),
        (replace(PART, before="trước hạn và đúng hạn "), WHOLE),
        (replace(PART, approx=Approx.OVER), replace(WHOLE, approx=Approx.OVER)),
        (PART, replace(WHOLE, approx=Approx.UNDER)),
        (replace(PART, approx=Approx.ABOUT), WHOLE),
        (PART, replace(WHOLE, value=Decimal(0))),
        (PART,),
    ],
    ids=[
        "told",
        "share",
        "source",
        "time",
        "above",
        "sense",
        "reserved",
        "under",
        "about",
        "nothing",
        "alone",
    ],
)
def test_what_does_not_go_together_gives_none(facts: tuple[Fact, ...]) -> None:
    """A rate of the source's own, another source, time or sense, a part above its whole."""
    assert model_of(*facts).measured.rates == ()


def compared(*facts: Fact, place: str = "binh-thuan", when: Period | None = None) -> ReportModel:
    """Return the model of a report that looks back a year."""
    period = when or year(2023)
    made = job(places=(place,), periods=(period,), issued=period.end + timedelta(days=15))
    config = replace(made.config, compare=(Basis.PREVIOUS_YEAR,))
    found = FactBase.of(facts)
    return build_report(replace(made, config=config), found, (), (), CATALOGUE, LANGUAGE)


def test_a_computed_rate_is_set_against_the_one_before() -> None:
    """More on time of many more resolved is a fall, and the largest one."""
    model = compared(*counts(year(2023), "940", "1000"), *counts(year(2022), "792", "800"))
    (one,) = model.measured.rates
    (change,) = one.changes
    assert change.period == year(2022)
    assert change.base.value == 99
    assert change.difference.value == -5
    assert {change.base, change.difference} <= set(model.computed)
    told = [item.indicator.id for item in model.measured.highlights if item.rate and item.indicator]
    assert told == ["dossiers_on_time_rate"]


def test_rates_printed_beside_their_counts_are_set_against_each_other() -> None:
    """95 % against 99 %, not 950 dossiers against 99 %: each as its source prints it."""
    facts = [
        replace(fact, share=Decimal(share)) if fact.indicator == "dossiers_on_time" else fact
        for share, own in (
            ("94", counts(year(2023), "940", "1000")),
            ("99", counts(year(2022), "792", "800")),
        )
        for fact in own
    ]
    (one,) = compared(*facts).measured.rates
    (change,) = one.changes
    assert (change.base.part, change.base.value) == ("share", 99)
    assert change.difference.formula == "94 − 99 = −5"
    assert one.figures == (change.difference,)


def test_a_printed_rate_goes_before_a_computed_one() -> None:
    """What the source of the year before prints is the base, with or without its counts."""
    printed = made_fact("dossiers_on_time_rate", "98.9", year(2022), doc="truoc", start=90)
    for more in ([], counts(year(2022), "792", "800")):
        (one,) = compared(*counts(year(2023), "940", "1000"), printed, *more).measured.rates
        assert [change.base.inputs for change in one.changes] == [(printed,)]


def test_a_computed_rate_goes_over_the_merger_by_sums() -> None:
    """Both old provinces have both counts, or there is no base."""
    now, before = (
        Period(date(2025, 12, 31), date(2025, 7, 1)),
        Period(date(2024, 12, 31), date(2024, 7, 1)),
    )
    later = counts(now, "2850", "3000", place="bac-ninh")
    one = counts(before, "490", "500", place="bac-ninh")
    other = counts(before, "1470", "1500", place="bac-giang")
    (rate,) = compared(*later, *one, *other, place="bac-ninh", when=now).measured.rates
    (change,) = rate.changes
    assert change.merged
    assert change.base.value == 98
    assert ", địa bàn Bắc Ninh sau sắp xếp, 6\xa0tháng cuối năm\xa02024" in change.base.label
    assert (
        "địa bàn Bắc Ninh sau sắp xếp: 6\xa0tháng cuối năm\xa02025 so với"
        in change.difference.label
    )
    (rate,) = compared(*later, *one, *other[:1], place="bac-ninh", when=now).measured.rates
    assert rate.changes == ()


def test_a_level_takes_nothing_from_the_whole() -> None:
    """Beside counts of its communes a province has a rate of its own, and its change."""
    level = made_fact("dossiers_resolved", "800", year(2023), level="cap-xa", start=90)
    before = counts(year(2022), "900", "1000")
    (found,) = compared(PART, WHOLE, level, *before).measured.rates
    assert found.rate.formula == "950 / 1.000 × 100 = 95%"
    assert [one.difference.value for one in found.changes] == [Decimal(5)]


def test_a_change_of_rates_is_rounded_once() -> None:
    """78,945% and 58,8241% are 20,12 points apart, and marked: "78,95" less "58,82" is another."""
    before = counts(year(2022), "65883", "112000")
    (found,) = compared(*counts(year(2023), "63156", "80000"), *before).measured.rates
    (change,) = found.changes
    printed = [number(one.value, one.decimals) for one in (found.rate, change.base)]
    assert printed == ["78,95", "58,82"]
    assert change.difference.formula == "63.156 / 80.000 × 100 − 65.883 / 112.000 × 100 ≈ 20,12"
    assert change.difference.is_off_print


def test_a_base_has_the_decimals_of_what_is_set_against_it() -> None:
    """97,996% near a target of 98% rose by 0,001 from 97,995%, not from "98,00%"."""
    goal = Target(
        id="t",
        indicator="dossiers_on_time_rate",
        bound=Bound.AT_LEAST,
        value=Decimal(98),
        places=frozenset({"binh-thuan"}),
        common=True,
        since=date(2023, 1, 1),
        until=date(2023, 12, 31),
        act="Kế hoạch mẫu",
        issued=date(2023, 1, 2),
    )
    now, before = year(2023), year(2022)
    facts = [*counts(now, "97996", "100000"), *counts(before, "195990", "200000")]
    made = job(places=("binh-thuan",), periods=(now,), issued=date(2024, 1, 15))
    config = replace(made.config, compare=(Basis.PREVIOUS_YEAR,))
    catalogue = replace(CATALOGUE, targets=(goal,))
    model = build_report(
        replace(made, config=config), FactBase.of(facts), (), (), catalogue, LANGUAGE
    )
    [rate] = model.measured.rates
    [change] = rate.changes
    assert [(one.value, one.decimals) for one in (rate.rate, change.base, change.difference)] == [
        (Decimal("97.996"), 3),
        (Decimal("97.995"), 3),
        (Decimal("0.001"), 3),
    ]


def test_a_count_printed_out_of_its_whole_gives_a_rate() -> None:
    """Of "98.765/123.456" it needs no second count of its own source; another whole gives none."""
    part = replace(
        made_fact("dossiers_on_time", "98765", year(2023), doc="a"), total=Decimal(123456)
    )
    whole = made_fact("dossiers_resolved", "123456", year(2023), start=20, doc="b")
    (one,) = model_of(part, whole).measured.rates
    assert one.rate.formula == "98.765 / 123.456 × 100 ≈ 80,00%"
    assert one.rate.inputs == (part,)
    assert model_of(part, replace(whole, value=Decimal(150000))).measured.rates == ()
