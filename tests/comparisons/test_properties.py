"""What holds for all comparisons and mergers, whatever the figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import Indicator, Kind, load_language
from generator.config.periods import FIRST_YEAR, LAST_YEAR, parse_period
from generator.config.values import Comparison as Basis
from generator.extraction.reading import folded
from generator.facts.comparing import overlaps, precedes
from generator.facts.derived import as_printed, change_of, difference, growth_of, ratio, sum_of
from generator.facts.merging import adds_over_places, merge, merged_rate
from generator.facts.standing import average, gap, gap_to_average
from generator.model.fact import Approx, Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.bases import Rules
from generator.report.figures import value_of
from generator.report.measures import DerivedRate
from generator.report.mergers import Past
from generator.report.rates import (
    derived_rates,
    standing_in,
    with_changes,
    with_enough_decimals,
)
from generator.report.wording import Wording
from generator.vi.dates import find_times, resolve
from generator.vi.printing import period_beside, period_name, period_phrase, time_name
from generator.vi.windows import named_of, window_of
from tests.material import CATALOGUE, made_fact, period_of, year

VALUES = st.integers(0, 10**9).map(str)
RANKS = st.integers(1, 99).map(str)
RATES = st.decimals(0, 100, places=2).map(str)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
RECEIVED = CATALOGUE.indicators["dossiers_received"]
SATISFACTION = CATALOGUE.indicators["satisfaction_rate"]
WORDING = Wording(load_language(), CATALOGUE.indicators)
SLUGS = ("lam-dong", "binh-thuan", "dak-nong")


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Return any flow or stock."""
    end = draw(DAYS)
    length = draw(st.none() | st.integers(0, 800))
    return Period(end, None if length is None else end - timedelta(days=length))


def parts(number: int, names: tuple[str, ...]) -> list[Period]:
    """Return the named parts of a year."""
    found = [parse_period(f"{number}-{name}") for name in names]
    return [one for one in found if isinstance(one, Period)]


MONTHS = tuple(f"M{month:02}" for month in range(1, 13))
PARTS = (("H1", "H2"), ("Q1", "Q2", "Q3", "Q4"), MONTHS)


@pytest.mark.parametrize("names", PARTS, ids=["halves", "quarters", "months"])
@given(number=st.integers(FIRST_YEAR + 1, LAST_YEAR))
def test_parts_partition_the_year(names: tuple[str, ...], number: int) -> None:
    """Halves, quarters and months follow each other without gap or overlap, windows too."""
    for found in (parts(number, names), [window_of(one) for one in parts(number, names)]):
        told = [one for one in found if one is not None]
        assert len(told) == len(names)
        for earlier, later in pairwise(told):
            assert later.start == earlier.end + timedelta(days=1)
            assert precedes(earlier, later)
        whole = year(number) if named_of(told[0]) is None else window_of(year(number))
        assert whole == Period(told[-1].end, told[0].start)


@pytest.mark.parametrize("names", PARTS, ids=["halves", "quarters", "months"])
@given(number=st.integers(FIRST_YEAR + 1, LAST_YEAR), day=st.integers(0, 365))
def test_each_day_of_a_year_is_in_one_part(names: tuple[str, ...], number: int, day: int) -> None:
    """Counted day by day: no day is in two parts or in none."""
    at = date(number, 1, 1) + timedelta(days=day)
    holding = [one for one in parts(number, names) if one.contains(Period(at, at))]
    assert len(holding) == (1 if at.year == number else 0)


@given(
    number=st.integers(FIRST_YEAR + 2, LAST_YEAR - 1), name=st.sampled_from((*sum(PARTS, ()), "9M"))
)
def test_a_printed_period_reads_back(number: int, name: str) -> None:
    """What a report prints of a period is that period, by the calendar and by the decree."""
    (named,) = parts(number, (name,))
    window = window_of(named)
    assert window is not None
    assert _read(named, windowed=False) == [named]
    assert window in _read(window, windowed=True)


def _read(
    period: Period, *, windowed: bool, printed: Callable[[Period], str] = period_name
) -> list[Period | None]:
    """Return the periods that the printed name of one means to a reader."""
    today = period.end + timedelta(days=40)
    mentions = find_times(folded(printed(period)))
    return [resolve(mention, today, windowed=windowed) for mention in mentions]


@st.composite
def told_periods(draw: st.DrawFn) -> Period:
    """Return a year, nine months, a phase, days from and to, or the state at a day."""
    number, day = draw(st.integers(FIRST_YEAR + 3, LAST_YEAR - 1)), draw(st.integers(0, 364))
    end = date(number, 1, 1) + timedelta(days=day)
    length = draw(st.integers(1, 700))
    return draw(
        st.sampled_from(
            (
                year(number),
                Period(date(number, 9, 30), date(number, 1, 1)),
                Period(date(number, 6, 30), date(number - 2, 1, 1)),
                Period(end, date(number - 2, 1, 1)),
                Period(end, end - timedelta(days=length)),
                Period(end),
            )
        )
    )


@pytest.mark.parametrize("printed", [period_name, time_name, period_phrase, period_beside])
@given(period=told_periods())
def test_every_form_of_a_printed_period_reads_back(
    printed: Callable[[Period], str], period: Period
) -> None:
    """Beside a number, inside and at the head of a sentence: one time is meant, and that one.

    A run that is a window of the decree bears its name, and its days behind it.
    """
    found = _read(period, windowed=False, printed=printed)
    assert found[-1] == period
    assert len(found) == 1 or named_of(period) is not None


@given(one=periods(), other=periods())
def test_two_periods_meet_or_one_precedes(one: Period, other: Period) -> None:
    """Exactly one of three: they share a day, the first is over before, or the second is."""
    assert [overlaps(one, other), precedes(one, other), precedes(other, one)].count(True) == 1
    assert overlaps(one, other) == overlaps(other, one)


@given(one=periods(), other=periods())
def test_what_covers_overlaps(one: Period, other: Period) -> None:
    """A period that holds all days of another one shares a day with it."""
    assert overlaps(one, other) or not one.contains(other)


@given(told=st.lists(periods(), min_size=2, max_size=6), day=DAYS, days=st.integers(0, 800))
def test_periods_have_one_order(told: list[Period], day: date, days: int) -> None:
    """By their ends, a stock before the flow of one end; any two are alike or one is first."""
    stock, flow = Period(day), Period(day, day - timedelta(days=days))
    assert stock < flow
    both_ends = [*told, flow, stock]
    ordered = sorted(both_ends)
    assert ordered == sorted((stock, flow, *told))
    assert [one.end for one in ordered] == sorted(one.end for one in both_ends)
    for one in both_ends:
        for other in both_ends:
            assert [one < other, one == other, one > other].count(True) == 1
            assert (one <= other) is not (one > other)
    assert all(one <= other for one, other in pairwise(ordered))


# ---------------------------------------------------------------- merging


def figures(*values: str, when: str = "2024-H1") -> list[Figure]:
    """Return figures of three old provinces."""
    facts = [
        made_fact("dossiers_received", value, period_of(when), place=slug, start=9 * at)
        for at, (slug, value) in enumerate(zip(SLUGS, values, strict=True))
    ]
    return [Figure(one.id, one.value, one.unit, (one,)) for one in facts]


def both(one: Figure | None, other: Figure | None) -> Figure | None:
    """Merge two figures, None where one is missing."""
    return merge(one, other, RECEIVED) if one and other else None


@given(VALUES, VALUES, VALUES)
def test_merging_is_associative(first: str, second: str, third: str) -> None:
    """(a + b) + c and a + (b + c) are one figure, with one formula and one name."""
    a, b, c = figures(first, second, third)
    left, right = both(both(a, b), c), both(a, both(b, c))
    assert left is not None
    assert left == right
    assert left.value == Decimal(first) + Decimal(second) + Decimal(third)


@given(VALUES, VALUES, st.sampled_from(["2024", "2023-H1", "..2024-06-30"]))
def test_merging_never_adds_across_windows(first: str, second: str, when: str) -> None:
    """Another period, a stock or the window of the decree: no sum."""
    (a, b, _), (_, other, _) = figures(first, second, "0"), figures("0", second, "0", when=when)
    assert merge(a, b, RECEIVED) is not None
    assert merge(a, other, RECEIVED) is None
    window = window_of(b.inputs[0].period)
    assert window is not None
    closed = replace(b.inputs[0], period=window)
    assert merge(a, Figure("x", b.value, b.unit, (closed,)), RECEIVED) is None


@pytest.mark.parametrize(
    "indicator",
    [one for one in CATALOGUE.indicators.values() if not adds_over_places(one)],
    ids=lambda one: one.id,
)
def test_what_does_not_add_up_is_never_merged(indicator: Indicator) -> None:
    """Two rates, scores, ranks or targets have no sum; nor have procedures, which are the same."""
    facts = [
        made_fact(indicator.id, "10", period_of("2024-H1"), place=slug, start=9 * at)
        for at, slug in enumerate(SLUGS[:2])
    ]
    one, other = (Figure(fact.id, fact.value, fact.unit, (fact,)) for fact in facts)
    with pytest.raises(ValueError, match="never add up"):
        merge(one, other, indicator)
    assert merge(one, other, RECEIVED) is None


def test_all_kinds_but_counts_and_amounts_are_refused() -> None:
    """No rate, score, rank or target of the catalogue adds up over provinces."""
    kinds = {one.kind for one in CATALOGUE.indicators.values() if adds_over_places(one)}
    assert kinds == {Kind.COUNT, Kind.AMOUNT}


@given(VALUES, VALUES)
def test_no_place_is_added_twice(first: str, second: str) -> None:
    """A sum that holds a place already takes no other figure of it."""
    a, b, _ = figures(first, second, "0")
    assert merge(a, a, RECEIVED) is None
    assert both(both(a, b), b) is None


# ---------------------------------------------------------------- mirrors


def over_time(first: str, second: str) -> Iterator[tuple[Fact, Fact]]:
    """Yield a pair of years, and the pair with the values exchanged."""
    for values in ((first, second), (second, first)):
        yield (
            made_fact("dossiers_received", values[0], year(2022)),
            made_fact("dossiers_received", values[1], year(2023), start=9),
        )


@given(VALUES, VALUES)
def test_changes_mirror_each_other(first: str, second: str) -> None:
    """From a to b is the same size as from b to a, the other way."""
    there, back = (difference(*one, RECEIVED) for one in over_time(first, second))
    assert there is not None
    assert back is not None
    assert there.value == -back.value


@pytest.mark.parametrize("name", ["satisfaction_rate", "pci_score", "pci_rank"])
@given(first=RANKS, second=RANKS, approx=st.none() | st.sampled_from(Approx))
def test_rates_scores_and_ranks_mirror_too(
    name: str, first: str, second: str, approx: Approx | None
) -> None:
    """One size, two signs, one unit and one reservation; a smaller rank is a rise."""
    facts = (made_fact(name, first, year(2022)), made_fact(name, second, year(2023), start=9))
    one, other = replace(facts[0], approx=approx), facts[1]
    pairs = (one, other), (_dated(other, year(2022)), _dated(one, year(2023)))
    there, back = (difference(*pair, CATALOGUE.indicators[name]) for pair in pairs)
    assert (there is None) == (back is None)
    if there and back:
        assert (there.value, there.unit, there.approx) == (-back.value, back.unit, back.approx)
        rise = int(first) - int(second) if name == "pci_rank" else int(second) - int(first)
        assert there.value == rise


def _dated(fact: Fact, when: Period) -> Fact:
    """Return a fact of another time."""
    return replace(fact, period=when)


@given(VALUES, VALUES)
def test_no_change_goes_backwards_in_time(first: str, second: str) -> None:
    """The later figure is never the base."""
    earlier, later = next(over_time(first, second))
    assert difference(later, earlier, RECEIVED) is None
    assert ratio(later, earlier, RECEIVED) is None


@given(VALUES, VALUES)
def test_growth_and_times_agree(first: str, second: str) -> None:
    """Growth in percent is the ratio less one; a base of zero has neither."""
    earlier, later = next(over_time(first, second))
    growth, times = growth_of(value_of(earlier), value_of(later)), ratio(earlier, later, RECEIVED)
    assert (growth is None) == (times is None) == (earlier.value == 0)
    if growth and times:
        assert abs(growth.value / 100 + 1 - times.value) < Decimal("1e-15")


def rates(*values: str) -> list[Fact]:
    """Return rates of one year, one for each place."""
    return [
        made_fact("satisfaction_rate", value, year(2023), place=slug, start=9 * at)
        for at, (slug, value) in enumerate(zip(SLUGS, values, strict=False))
    ]


@given(RATES, RATES)
def test_places_mirror_each_other(first: str, second: str) -> None:
    """A against b and b against a: one size, two signs, one unit."""
    one, other = rates(first, second)
    there, back = gap(one, other, SATISFACTION), gap(other, one, SATISFACTION)
    assert there is not None
    assert back is not None
    assert (there.value, there.unit) == (-back.value, back.unit)


@given(st.tuples(VALUES, VALUES), st.tuples(VALUES, VALUES))
def test_computed_rates_mirror_each_other(first: tuple[str, str], second: tuple[str, str]) -> None:
    """What two rates of two counts differ by has one size and two signs, or is not told."""
    facts = [
        made_fact(name, value, year(2023), place=slug, start=50 * at + 9 * beside)
        for at, (slug, values) in enumerate(zip(SLUGS, (first, second), strict=False))
        for beside, (name, value) in enumerate(
            zip(("dossiers_on_time", "dossiers_resolved"), sorted(values, key=int), strict=True)
        )
    ]
    places = {slug: CATALOGUE.places.by_slug[slug] for slug in SLUGS}
    found = derived_rates(facts, facts, places, CATALOGUE.indicators, WORDING)
    made = {standing_in(one).id: one.rate for one in found}
    if len(found) == 2:
        one, other = (standing_in(rate) for rate in found)
        row = CATALOGUE.indicators["dossiers_on_time_rate"]
        there, back = gap(one, other, row, made), gap(other, one, row, made)
        assert (there is None) == (back is None)
        if there and back:
            assert (there.value, there.unit) == (-back.value, back.unit)
            assert {fact.id for fact in there.inputs} == {fact.id for fact in facts}


@given(RATES, RATES, RATES)
def test_distances_to_the_average_leave_nothing(first: str, second: str, third: str) -> None:
    """What some places are above the simple average, the others are below."""
    facts = rates(first, second, third)
    mean = average(facts, SATISFACTION)
    assert mean is not None
    for fact in facts:  # no distance is told of what is printed as the average
        alike = fact.value == as_printed(mean) and fact.value != mean.value
        assert (gap_to_average(fact, mean, SATISFACTION) is None) == alike
    assert abs(sum((fact.value - mean.value for fact in facts), Decimal(0))) < Decimal("1e-20")


# ---------------------------------------------------------------- rounded once at the end

COUNTS = st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)).map(sorted)


def counted(at: int, slug: str, when: Period, counts: list[int]) -> Iterator[Fact]:
    """Yield how many dossiers of one place were on time, and of how many."""
    for beside, name in enumerate(("dossiers_on_time", "dossiers_resolved")):
        value = str(counts[beside] if counts[1] else beside)
        yield made_fact(name, value, when, place=slug, start=50 * at + 9 * beside)


def made_rates(facts: list[Fact]) -> list[DerivedRate]:
    """Return the rates of counts as a report prints them."""
    places = {slug: CATALOGUE.places.by_slug[slug] for slug in SLUGS}
    found = derived_rates(facts, facts, places, CATALOGUE.indicators, WORDING)
    return list(with_enough_decimals(found, facts, ()))


def is_rounded_once(told: Figure | None, first: Figure, second: Figure) -> bool:
    """Tell whether a distance is exact, and marked where the print of its ends tells another."""
    if told is None:
        return True
    differs = as_printed(told) != as_printed(first) - as_printed(second)
    return told.value == first.value - second.value and told.is_off_print == differs


@given(st.tuples(COUNTS, COUNTS, COUNTS))
def test_rates_are_as_far_apart_as_they_are(counts: tuple[list[int], ...]) -> None:
    """2 of 3 are 33,33 points above 1 of 3: from place to place and from the average."""
    facts = [
        fact
        for at, (slug, own) in enumerate(zip(SLUGS, counts, strict=True))
        for fact in counted(at, slug, year(2023), own)
    ]
    found = made_rates(facts)
    row = CATALOGUE.indicators["dossiers_on_time_rate"]
    made = {standing_in(one).id: one.rate for one in found}
    standing = [standing_in(one) for one in found]
    for one, other in permutations(standing, 2):
        told = gap(one, other, row, made)
        assert is_rounded_once(told, made[one.id], made[other.id])
    mean = average(standing, row, made)
    for one in standing if mean else ():
        assert mean is not None
        told = gap_to_average(one, mean, row, standing, made)
        assert is_rounded_once(told, made[one.id], mean)


@given(COUNTS, COUNTS)
def test_a_rate_changed_by_what_it_is(now: list[int], before: list[int]) -> None:
    """From the rate of one year to that of the next, both made of counts."""
    facts = [*counted(0, SLUGS[0], year(2023), now), *counted(1, SLUGS[0], year(2022), before)]
    rules = Rules((Basis.PREVIOUS_YEAR,), (year(2023),), CATALOGUE.places, WORDING)
    past = Past.of(facts, CATALOGUE.indicators, rules)
    made = [one for one in made_rates(facts) if one.part.period == year(2023)]
    for one in with_changes(made, past):
        for change in one.changes:
            assert is_rounded_once(change.difference, one.rate, change.base)


@given(st.tuples(COUNTS, COUNTS, COUNTS))
def test_a_rate_over_the_merger_changed_by_what_it_is(counts: tuple[list[int], ...]) -> None:
    """A rate of a new province against that of the sums of its old ones, printed or made."""
    row = CATALOGUE.indicators["dossiers_on_time_rate"]
    pairs = [
        list(counted(at, slug, year(2024), own))
        for at, (slug, own) in enumerate(zip(SLUGS, counts, strict=True))
    ]
    sums = [sum_of([pair[rank] for pair in pairs]) for rank in (0, 1)]
    base = merged_rate(*sums)
    assert base is not None
    for value in ("98", "97.5", "96.181"):
        now = value_of(made_fact("dossiers_on_time_rate", value, year(2025), start=900))
        assert is_rounded_once(change_of(base, now, row), now, base)
