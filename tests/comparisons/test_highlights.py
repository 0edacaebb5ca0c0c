"""What stands out, and that nothing does where the facts allow none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from generator.catalogue import in_order
from generator.catalogue.targets import Bound, Target
from generator.config.values import Comparison as Basis
from generator.facts.derived import difference
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.model.finding import Finding, Severity
from generator.report.heeded import MOST_HEEDED, heeded, places_of
from generator.report.highlights import beyond, highlights
from generator.report.kin import Kin
from generator.report.measures import Highlight, HighlightKind, Measured
from generator.report.merged_measures import MergedComparison
from generator.report.model import Comparison, Trend
from generator.report.standings import Ground, standings
from tests.comparisons.wording import (
    H2,
    LANGUAGE,
    PLACES,
    WORDING,
    nation,
    pair,
    rates,
    rendered,
    target,
    told,
)
from tests.material import CATALOGUE, made_fact, period_of, year


def picked(
    *items: object, findings: tuple[Finding, ...] = (), compare: tuple[Basis, ...] = ()
) -> list[tuple[str, str, bool | None]]:
    """Return kind, indicator and direction of each highlight of some comparisons."""
    group = told(*items)
    found = highlights(Measured(), (group,), findings, WORDING, compare=compare)  # type: ignore[arg-type]  # a group in part
    return [(one.kind.value, one.indicator.id if one.indicator else "", one.good) for one in found]


def test_the_largest_rise_and_fall_are_those_in_percent() -> None:
    """300 more of 1.200 is more than 500 more of 50.000."""
    found = picked(
        pair("online_dossiers", "1200", "1500"),
        pair("dossiers_resolved", "50000", "50500"),
        pair("dossiers_late", "100", "60"),
    )
    assert found == [("rise", "online_dossiers", True), ("fall", "dossiers_late", True)]


def test_equal_rises_stand_out_together_or_not_at_all() -> None:
    """Of the same printed growth all are named up to three, of more none."""
    three = [
        pair(name, "200", "250")
        for name in ("online_dossiers", "dossiers_resolved", "feedback_resolved")
    ]
    assert [one[1] for one in picked(*three)] == [item.indicator.id for item in three]
    printed_alike = pair("online_payments", "20001", "25001")
    assert picked(*three, printed_alike) == []
    larger = pair("procedures_published", "100", "150")
    assert picked(*three, larger) == [("rise", "procedures_published", True)]


def test_small_bases_and_small_changes_do_not_stand_out() -> None:
    """From 02 to 06 is no threefold success, and 1 % no news."""
    assert picked(pair("online_dossiers", "2", "6"), pair("dossiers_late", "1000", "1010")) == []
    assert picked(pair("online_dossiers", "29", "6"), pair("dossiers_late", "0", "29")) == []


def test_a_rise_from_none_or_few_is_told_in_numbers() -> None:
    """It stands beside the growths in percent, the largest and the worst, with both its ends."""
    items = (
        pair("online_dossiers", "1200", "1500"),
        pair("dossiers_late", "0", "45"),
        pair("feedback_resolved", "12", "32"),
        pair("dossiers_resolved", "12", "132"),
    )
    found = picked(*items)
    assert found == [
        ("rise", "online_dossiers", True),
        ("rise", "dossiers_resolved", True),
        ("rise", "dossiers_late", False),
    ]
    chosen = highlights(Measured(), (told(items[1]),), (), WORDING)  # type: ignore[arg-type]  # a group in part
    for macro in ("item", "headline"):
        said = rendered(f"it.{macro}(one)", "highlights", one=chosen[0])
        assert "tăng 45~hồ sơ so với cùng kỳ năm~2023 (từ 0 lên 45)" in said
        assert "%" not in said
    group = SimpleNamespace(comparisons=items[1:2], trends=(), passages=(), place=items[1].place)
    first, _ = heeded(Measured(), (group,), WORDING, Kin())  # type: ignore[arg-type]  # a group in part
    assert [one.indicator.id for one in first if one.indicator] == ["dossiers_late"]


def test_what_nobody_asks_for_does_not_stand_out() -> None:
    """Neither more nor fewer partial services is better, and no leader asks first."""
    assert picked(pair("online_services_partial", "100", "300")) == []


def test_a_rise_for_the_worse_is_bad_news() -> None:
    """More late dossiers rise, and are to be looked after."""
    assert picked(pair("dossiers_late", "100", "160")) == [("rise", "dossiers_late", False)]


@pytest.mark.parametrize(
    ("country", "good"), [("90.3", False), ("84", None), ("85.2", None), ("", None)]
)
def test_a_figure_behind_the_country_needs_attention(
    country: str,
    good: bool | None,  # noqa: FBT001  a case
) -> None:
    """A target of 2030 is not missed yet; 5,3 points less than the country are bad news."""
    (own,) = rates("85")
    others = (nation(country),) if country else ()
    found = stood(own, *others, goals=(target("satisfaction_rate", "90"),))
    told = {one.kind: one.good for one in highlights(found, (), (), WORDING)}
    assert told[HighlightKind.BELOW_TARGET] is good


def test_contradictions_about_what_leaders_ask_for_stand_out() -> None:
    """Two at most, errors only."""
    asked = made_fact("dossiers_received", "10", year(2023))
    other = made_fact("one_stop_units", "10", year(2023))
    findings = tuple(
        Finding("mau", severity, "Số liệu lệch.", "", (fact,))
        for severity, fact in [
            (Severity.WARNING, asked),
            (Severity.ERROR, other),
            (Severity.ERROR, asked),
            (Severity.ERROR, asked),
            (Severity.ERROR, asked),
        ]
    )
    found = picked(findings=findings)
    assert found == [(HighlightKind.CONTRADICTION.value, "", False)] * 2


def test_a_fall_over_the_merger_stands_out_and_is_heeded() -> None:
    """Of figures too rounded for a growth too, and whatever time the others are set against."""
    row = CATALOGUE.indicators["dossiers_resolved"]
    now, (then, before) = period_of(H2[0]), (year(2023), year(2022))
    later = made_fact(row.id, "90000", now, place="lam-dong")
    others = [made_fact(row.id, "90000", now, start=9 * n) for n in (8, 9)]
    base = Figure("c1", Decimal(120000), "hồ sơ", (), formula="gần 120.000")
    change = Figure("c2", Decimal(-30000), "hồ sơ", (later,), formula="90.000 − 120.000")
    up = Figure("c3", Decimal(1), "hồ sơ", (), formula="1")
    merged = tuple(
        MergedComparison(PLACES["lam-dong"], row, fact, when, base, size, None)
        for fact, when, size in [(later, before, change), *((one, then, up) for one in others)]
    )
    alone = Measured(merged=merged[:1])
    found = highlights(alone, (), (), WORDING)
    assert [(one.kind, one.good, one.fact) for one in found] == [(HighlightKind.FALL, False, later)]
    (first, more) = heeded(Measured(merged=merged), (), WORDING, Kin())
    assert [one.fact for one in (*first, *more)] == [later]


def test_no_facts_no_highlights() -> None:
    """A report without anything to compare has none."""
    assert picked() == []


def test_a_change_over_the_merger_says_so() -> None:
    """What grew is the area: the base is the sum of its old provinces."""
    base = Figure("c1", Decimal(400), "hồ sơ", (), formula="150 + 250 = 400")
    later = made_fact("dossiers_received", "432", period_of(H2[0]), place="lam-dong")
    row = CATALOGUE.indicators["dossiers_received"]
    change, growth = (
        Figure("c2", Decimal(32), "hồ sơ", (later,), formula="432 − 400 = 32"),
        Figure("c3", Decimal(8), "%", (later,), formula="8 %"),
    )
    merged = MergedComparison(
        PLACES["lam-dong"], row, later, period_of(H2[1]), base, change, growth
    )
    (found,) = highlights(Measured(merged=(merged,)), (), (), WORDING)
    assert (found.merged, found.is_sum) == (True, True)
    told = rendered("it.item(one)", "highlights", one=found)
    assert "so với cùng kỳ năm~2024 trên cùng địa bàn" in told


def test_a_briefing_tells_them_too() -> None:
    """One in a sentence, several in a list; contradictions stand in its own list."""
    group = told(pair("online_dossiers", "1200", "1500"), pair("dossiers_resolved", "1500", "1200"))
    found = highlights(Measured(), (group,), (), WORDING)  # type: ignore[arg-type]  # a group in part
    clash = Highlight(HighlightKind.CONTRADICTION, good=False)
    for some, opening, told_of in (
        (found, "Những điểm đáng chú ý:", "tăng 25% so với cùng kỳ năm~2023"),
        (found[:1], "Đáng chú ý, số hồ sơ", "tăng 25% so với cùng kỳ năm~2023"),
        (found[1:], "Cần quan tâm: số hồ sơ", "giảm 20% so với cùng kỳ năm~2023"),
    ):
        measured = Measured(highlights=(*some, clash))
        model = SimpleNamespace(measured=measured, findings=(), places=())
        text = rendered("it.brief()", "highlights", model=model)
        assert text.startswith(opening)
        assert told_of in text
        assert "rà soát" not in text
    doubted = some[0].fact
    assert doubted is not None
    for severity, noted, ending in (
        (Severity.ERROR, True, ", xem Lưu ý về số liệu."),
        (Severity.WARNING, False, ", số liệu cần rà soát."),
        (Severity.NOTE, False, "(từ 1.500 xuống 1.200)."),
    ):
        one = Finding("mau", severity, "Số liệu lệch.", "", (doubted,))
        model = SimpleNamespace(measured=Measured(highlights=some), findings=(one,), places=())
        body = "it.brief((), model.findings)" if noted else "it.brief()"
        assert rendered(body, "highlights", model=model).strip().endswith(ending)


def test_targets_of_all_units_weigh_alike() -> None:
    """5 points short of 20 % are a quarter of it; 50.000 dossiers short of a million are 5 %."""
    fact = {
        name: made_fact(name, value, year(2023))
        for name, value in (("dossiers_resolved", "950000"), ("online_eligible_rate", "15"))
    }
    goals = (target("dossiers_resolved", "1000000"), target("online_eligible_rate", "20"))
    places = {"binh-thuan": PLACES["binh-thuan"]}
    ground = Ground.of(fact.values(), places, CATALOGUE.indicators, goals, WORDING)
    found = Measured(standings=standings(fact.values(), ground))
    kinds = [(one.kind.value, one.fact) for one in highlights(found, (), (), WORDING)]
    assert kinds == [("below-target", fact["online_eligible_rate"])]


def stood(*facts: Fact, goals: tuple[Target, ...] = ()) -> Measured:
    """Return where figures stand among each other and against targets."""
    places = {fact.place: PLACES[fact.place] for fact in facts}
    ground = Ground.of(facts, places, CATALOGUE.indicators, goals, WORDING)
    return Measured(standings=standings(facts, ground))


def fell(earlier: Fact, later: Fact) -> SimpleNamespace:
    """Return a group of a place that tells how a rate went over time."""
    row = CATALOGUE.indicators[later.indicator]
    change = difference(earlier, later, row)
    assert change is not None
    item = Comparison(PLACES[later.place], row, earlier, later, change, None)
    trend = Trend(PLACES[later.place], row, (earlier, later), (item,))
    return SimpleNamespace(comparisons=(), trends=(trend,))


def satisfied(place: str, value: str, when: int = 2023) -> Fact:
    """Return the satisfaction of a place."""
    return made_fact("satisfaction_rate", value, year(when), place=place, start=int(value[:2]))


def test_the_furthest_from_a_target_is_told_though_it_fell_most() -> None:
    """A figure that stands out by its fall is still the one furthest below target and country."""
    worst, near = satisfied("bac-giang", "70"), satisfied("binh-thuan", "89")
    found = stood(worst, near, satisfied(NATION, "90"), goals=(target("satisfaction_rate", "90"),))
    group = fell(satisfied("bac-giang", "72", 2022), worst)
    picked = highlights(found, (group,), (), WORDING)  # type: ignore[arg-type]  # a group in part
    assert [(one.kind.value, one.fact) for one in picked] == [
        ("fall", worst),
        ("below-target", worst),
    ]
    assert picked[1].to_nation is not None
    assert picked[1].to_nation.value == -20


def test_another_indicator_may_be_furthest_from_the_country() -> None:
    """What a target tells of one indicator leaves the country's figure to the others."""
    late = [
        made_fact("dossiers_late_rate", value, year(2023), place=slug, start=at)
        for at, (slug, value) in enumerate([("bac-giang", "4"), (NATION, "1")])
    ]
    rates = (satisfied("bac-giang", "70"), satisfied("binh-thuan", "80"), satisfied(NATION, "90"))
    found = stood(*rates, *late, goals=(target("satisfaction_rate", "90"),))
    picked = highlights(found, (), (), WORDING)
    told = [(one.kind.value, one.fact) for one in picked]
    assert told == [("below-target", rates[0]), ("above-nation", late[0])]


def test_less_than_half_a_point_is_no_news() -> None:
    """A fall of 0,004 points, or so little below the country, stands out nowhere."""
    now = satisfied("bac-giang", "91.99")
    group = fell(satisfied("bac-giang", "92.39", 2022), now)
    found = stood(now, satisfied(NATION, "92.48"))
    assert highlights(found, (group,), (), WORDING) == ()  # type: ignore[arg-type]  # a group in part
    group = fell(satisfied("bac-giang", "92.49", 2022), now)
    assert len(highlights(found, (group,), (), WORDING)) == 1  # type: ignore[arg-type]  # a group in part


def test_one_figure_stands_out_by_its_first_basis() -> None:
    """A rise on "cùng kỳ" is not told as a fall on the half before as well."""
    first = pair("online_dossiers", "1200", "1500")
    second = pair("online_dossiers", "2000", "1500", when=("2023-07-01..2023-12-31", "2024-H1"))
    assert picked(first, second) == [("rise", "online_dossiers", True)]


def ranked(before: str, after: str) -> SimpleNamespace:
    """Return a group of a place that tells how its rank by an index went."""
    return fell(
        made_fact("papi_rank", before, year(2022), total="63"),
        made_fact("papi_rank", after, year(2023), total="63", start=9),
    )


def test_the_worst_change_is_told_beside_larger_ones_for_the_better() -> None:
    """Fewer late dossiers are the largest fall, fewer online ones the worst news."""
    found = picked(
        pair("dossiers_late", "100", "40"),
        pair("online_dossiers", "1000", "800"),
        pair("dossiers_resolved", "1000", "900"),
    )
    assert found == [("fall", "dossiers_late", True), ("fall", "online_dossiers", False)]


def test_a_fall_in_rank_stands_out_unless_its_score_tells_it() -> None:
    """From 8 to 12 of 63 is 4 places down."""
    group = ranked("8", "12")
    (found,) = highlights(Measured(), (group,), (), WORDING)  # type: ignore[arg-type]  # a group in part
    assert (found.kind, found.good) == (HighlightKind.FALL, False)
    told = rendered("it.item(one)", "highlights", one=found)
    assert told.endswith("giảm 04~bậc so với năm~2022 (từ thứ 8/63 xuống thứ 12/63)")
    score = fell(
        made_fact("papi_score", "80", year(2022), total="100"),
        made_fact("papi_score", "70", year(2023), total="100", start=9),
    )
    groups = (SimpleNamespace(comparisons=(), trends=(*group.trends, *score.trends)),)
    kin = Kin(scores={"papi_rank": "papi_score"})
    both = highlights(Measured(), groups, (), WORDING, kin)  # type: ignore[arg-type]  # a group in part
    assert [one.indicator.id for one in both if one.indicator] == ["papi_score"]


def test_two_rates_of_one_thing_stand_out_once() -> None:
    """More on time is less late: that is one piece of news."""
    groups = [
        fell(made_fact(name, before, year(2022)), made_fact(name, after, year(2023), start=9))
        for name, before, after in (
            ("dossiers_on_time_rate", "94", "97"),
            ("dossiers_late_rate", "6", "3"),
        )
    ]
    kin = Kin.of(CATALOGUE.arithmetic, LANGUAGE.relations)
    found = highlights(Measured(), groups, (), WORDING, kin)  # type: ignore[arg-type]  # groups in part
    assert [one.indicator.id for one in found if one.indicator] == ["dossiers_on_time_rate"]


def test_of_much_that_needs_attention_the_worst_is_told_and_where_the_rest_is() -> None:
    """Ten places short of their target: the eight that lack the most, then a word on two."""
    provinces = (one for one in PLACES.values() if one.slug != NATION and not one.is_body)
    slugs = [one.slug for one in in_order(provinces)[:10]]
    facts = [satisfied(slug, str(80 + at)) for at, slug in enumerate(slugs)]
    goal = replace(
        target("satisfaction_rate", "95"), until=date(2023, 12, 31), places=frozenset(slugs)
    )
    found = stood(*facts, goals=(goal,))
    turned = replace(found, standings=found.standings[::-1])  # told by places all the same
    first, more = heeded(turned, (), WORDING, Kin())
    assert [one.fact for one in first] == facts[:MOST_HEEDED]
    assert [one.fact for one in more] == facts[MOST_HEEDED:]
    (count,) = places_of(more)
    assert (count.value, count.unit) == (2, "địa phương")


def test_the_country_comes_first_in_what_needs_attention() -> None:
    """Its target is missed by less than those of ten provinces, and it is named all the same."""
    slugs = [slug for slug, one in PLACES.items() if slug != NATION and not one.is_body][:10]
    facts = [satisfied(slug, str(80 + at)) for at, slug in enumerate(slugs)]
    country = satisfied(NATION, "92.5")
    goal = replace(
        target("satisfaction_rate", "95"),
        until=date(2023, 12, 31),
        places=frozenset({*slugs, NATION}),
    )
    found = stood(*facts, country, goals=(goal,))
    first, _ = heeded(found, (), WORDING, Kin())
    assert country in [one.fact for one in first]
    assert country in [one.fact for one in highlights(found, (), (), WORDING)]


def test_a_rank_is_not_told_again_beside_its_score() -> None:
    """The score that fell tells the places that the rank fell by."""
    trends = (
        *ranked("8", "12").trends,
        *fell(
            made_fact("papi_score", "80", year(2022), total="100"),
            made_fact("papi_score", "70", year(2023), total="100", start=9),
        ).trends,
    )
    group = SimpleNamespace(comparisons=(), trends=trends, passages=(), place=PLACES["binh-thuan"])
    first, _ = heeded(Measured(), (group,), WORDING, Kin(scores={"papi_rank": "papi_score"}))  # type: ignore[arg-type]  # a group in part
    assert [one.indicator.id for one in first if one.indicator] == ["papi_score"]
    # the rank stands out among all, the score does not: it is told beside the score, once
    rank = ranked("8", "12")
    alone = highlights(Measured(), (rank,), (), WORDING)  # type: ignore[arg-type]  # a group in part
    sections = (SimpleNamespace(groups=(rank,)),)
    measured = Measured(highlights=alone, heeded=first)
    scope = SimpleNamespace(periods=(year(2023),))
    model = SimpleNamespace(measured=measured, findings=(), places=sections, scope=scope)
    told = rendered("it.to_be_heeded()", "highlights", model=model)
    assert told.count("xếp thứ 12/63, giảm 04~bậc so với năm~2022 (thứ 8/63)") == 1


@pytest.mark.parametrize(
    ("first", "found"),
    [
        (Basis.PREVIOUS_PERIOD, [("rise", "online_dossiers", True)]),
        (Basis.SAME_PERIOD_LAST_YEAR, [("rise", "portal_accounts", True)]),
    ],
)
def test_only_changes_against_one_time_are_weighed(
    first: Basis, found: list[tuple[str, str, bool]]
) -> None:
    """Two against the half before, one against the same half: those of the config's first time.

    Where none of the first time is worth a word, those of the second are.
    """
    half = ("2023-07-01..2023-12-31", "2024-H1")
    compare = tuple(sorted(Basis, key=lambda one: one is not first))[:1]
    other = {Basis.PREVIOUS_PERIOD, Basis.SAME_PERIOD_LAST_YEAR} - {first}
    items = (
        pair("online_dossiers", "1200", "1500", when=half),
        pair("dossiers_late", "1000", "900", when=half),
        pair("portal_accounts", "100", "110"),
    )
    fall = ("fall", "dossiers_late", True)
    assert picked(*items, compare=(*compare, *other)) == [*found, fall]


@pytest.mark.parametrize(
    ("received", "resolved", "late", "found"),
    [
        # all three fell alike, or fell less than what came in: the intake alone is named
        ("900", "898", "90", [("fall", "dossiers_received", None)]),
        ("700", "900", "95", [("fall", "dossiers_received", None)]),
        # all three rose alike: no success, and no failure
        ("1200", "1210", "121", [("rise", "dossiers_received", None)]),
        # more than the intake, or against it; what is late goes with what is resolved
        ("900", "700", "70", [("fall", "dossiers_resolved", False)]),
        ("1200", "1210", "180", [("rise", "dossiers_late", False)]),
        ("1000", "900", "90", [("fall", "dossiers_resolved", False)]),
        ("900", "1000", "50", [("fall", "dossiers_late", True)]),
    ],
)
def test_what_follows_the_intake_is_neither_good_nor_bad(
    received: str, resolved: str, late: str, found: list[tuple[str, str, bool | None]]
) -> None:
    """With a tenth less received a tenth less is resolved: nobody has to look after that."""
    items = (
        pair("dossiers_received", "1000", received),
        pair("dossiers_resolved", "1000", resolved),
        pair("dossiers_late", "100", late),
    )
    assert picked(*items) == found
    group = SimpleNamespace(comparisons=items, trends=(), passages=(), place=items[0].place)
    first, _ = heeded(Measured(), (group,), WORDING, Kin())  # type: ignore[arg-type]  # a group in part
    bad = {name for _, name, good in found if good is False}
    assert {one.indicator.id for one in first if one.indicator} == bad


def test_a_target_of_zero_is_missed_the_more_the_farther() -> None:
    """10.000 late dossiers against none at all weigh more than one, one more than any part."""
    none = SimpleNamespace(target=target("dossiers_late", "0", Bound.AT_MOST))
    sizes = [
        beyond(
            SimpleNamespace(  # type: ignore[arg-type]  # a highlight in part
                standing=none,
                difference=SimpleNamespace(value=Decimal(value)),
                kind=HighlightKind.BELOW_TARGET,
            )
        )
        for value in ("0", "1", "10000")
    ]
    assert sizes == [0, -2, -10001]
