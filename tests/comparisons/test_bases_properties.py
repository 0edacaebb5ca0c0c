"""What holds for all figures that a report sets against each other, whatever it was given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import load_language
from generator.config.periods import parse_period
from generator.config.values import Comparison as Basis
from generator.facts.derived import change_of
from generator.facts.precision import as_rounded
from generator.model.fact import Approx, Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.bases import Rules
from generator.report.comparing import comparisons, of_other_periods
from generator.report.figures import value_of
from generator.report.mergers import Past, merged_comparisons
from generator.report.wording import Wording
from generator.vi.windows import window_of
from tests.material import CATALOGUE, made_fact, year

PLACES = CATALOGUE.places
RECEIVED = CATALOGUE.indicators["dossiers_received"]
WORDING = Wording(load_language(), CATALOGUE.indicators)
YEARS = range(2024, 2027)
NAMES = ("Q1", "Q3", "Q4", "H1", "H2", "M01", "M06", "M12", "9M")
NAMED = [
    one
    for number in YEARS
    for one in (year(number), *(parse_period(f"{number}-{name}") for name in NAMES))
    if isinstance(one, Period)
]
WINDOWS = [window for one in NAMED if (window := window_of(one)) is not None]
STOCKS = [Period(one.end) for one in NAMED]
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
SPANS = st.builds(
    lambda end, days: Period(end, end - timedelta(days=days)), DAYS, st.integers(0, 500)
)
TIMES = st.builds(
    lambda flows, others: list(dict.fromkeys((*flows, *others))),
    st.lists(st.sampled_from([*NAMED, *WINDOWS]), min_size=8, max_size=24),
    st.lists(st.sampled_from(STOCKS) | SPANS | DAYS.map(Period), max_size=5),
)
COMPARE = st.lists(st.sampled_from(Basis), min_size=1, max_size=3, unique=True)
OLD = ("lam-dong", "binh-thuan", "dak-nong")


def facts_of(times: list[Period], *slugs: str) -> list[Fact]:
    """Return a count of each place over each time, no two alike."""
    return [
        made_fact("dossiers_received", str(1000 + 37 * at), when, place=slug, start=20 * at)
        for at, (slug, when) in enumerate((slug, when) for slug in slugs for when in times)
    ]


def rules_of(times: list[Period], compare: list[Basis]) -> Rules:
    """Return rules of a report on the newest of some times."""
    newest = sorted(times, key=lambda one: one.end)[-3:]
    return Rules(compare, newest, PLACES, WORDING)


def are_alike(earlier: Period, later: Period) -> bool:
    """Tell by the calendar alone whether two times are both stocks or flows of one length."""
    if earlier.start is None or later.start is None:
        return earlier.start is None and later.start is None
    months = [_months(one) for one in (earlier, later)]
    if months[0] is not None and months[0] == months[1]:
        return True
    first, second = ((one.end - (one.start or one.end)).days for one in (earlier, later))
    a_year_on = (earlier.start.month, earlier.start.day) == (later.start.month, later.start.day)
    return abs(first - second) <= (1 if a_year_on else 0)


def _months(period: Period) -> int | None:
    """Return after how many months, day by day, a flow ends, None within one."""
    at, count = period.start, 0
    behind = period.end + timedelta(days=1)
    while at is not None and at < behind and at.day <= 28:
        at = date(at.year + at.month // 12, at.month % 12 + 1, at.day)
        count += 1
    return count if at == behind else None


@given(times=TIMES, compare=COMPARE)
def test_what_is_compared_is_of_one_kind_and_length(
    times: list[Period], compare: list[Basis]
) -> None:
    """Stock against stock, flow against a flow as long; one place, the later behind the earlier."""
    facts, rules = facts_of(times, "ha-noi"), rules_of(times, compare)
    known = (facts, facts, PLACES["ha-noi"], CATALOGUE.indicators, rules)
    for one in (*comparisons(*known), *of_other_periods(*known)):
        assert are_alike(one.earlier.period, one.later.period)
        assert one.earlier.period.end < one.later.period.end


@given(times=TIMES, compare=COMPARE)
def test_over_a_merger_it_is_so_too(times: list[Period], compare: list[Basis]) -> None:
    """All that a base was put together from is of one time, as long as that of the new figure."""
    facts, rules = facts_of(times, *OLD), rules_of(times, compare)
    past = Past.of(facts, CATALOGUE.indicators, rules)
    new = [one for one in facts if one.period.end >= PLACES.merger_date]
    for one in merged_comparisons(new, {"lam-dong": PLACES["lam-dong"]}, past):
        assert {fact.period for fact in one.base.inputs} == {one.period}
        assert are_alike(one.period, one.later.period)
        assert one.period.end < PLACES.merger_date <= one.later.period.end


PRINTED = st.builds(
    lambda tenths, word, approx: (tenths, word, approx),
    st.integers(1, 400),
    st.booleans(),
    st.none() | st.sampled_from(Approx),
)


@given(first=PRINTED, second=PRINTED)
def test_told_changes_mirror_each_other(
    first: tuple[int, bool, Approx | None], second: tuple[int, bool, Approx | None]
) -> None:
    """From a to b as from b to a: one size with one reservation and the same digits."""
    there, back = (_told(*pair) for pair in ((first, second), (second, first)))
    assert (there is None) == (back is None)
    if there and back:
        assert there.value == -back.value
        assert (there.decimals, there.approx, there.unit) == (back.decimals, back.approx, back.unit)


def _told(*ends: tuple[int, bool, Approx | None]) -> Figure | None:
    """Return the change of two counts as a report tells it: "1,2 triệu" or in full."""
    facts = []
    for at, (tenths, word, approx) in enumerate(ends):
        value = tenths * 100_000
        text = f"{tenths / 10:.1f} triệu".replace(".", ",") if word else f"{value:,}"
        fact = made_fact("dossiers_received", str(value), year(2022 + at), approx=approx)
        facts.append(replace(fact, printed=text.replace(",", "." if not word else ",")))
    figures = [value_of(fact) for fact in facts]
    ((before, now),) = pairwise(figures)
    found = change_of(before, now, RECEIVED)
    return as_rounded(found, before, now) if found is not None else None
