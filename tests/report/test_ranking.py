"""One index over many places: standings, changes, gaps, charts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import Phrase
from generator.model.chart import ChartKind
from generator.model.fact import NATION, Approx, Fact
from generator.report.rank_table import Ranking
from generator.report.ranking import most_told, ranking
from tests.material import CATALOGUE, made_fact, year

INDEX = CATALOGUE.indicators["papi_score"]
PHRASE = Phrase(clause="PAPI đạt {n}", noun="điểm PAPI", short="PAPI", good="up")
SLUGS = ("an-giang", "bac-giang", "ca-mau", "da-nang", "ha-noi", "yen-bai")
PLACES = tuple(CATALOGUE.places.by_slug[slug] for slug in SLUGS)


def facts_of(values: dict[str, str], when: int) -> list[Fact]:
    """Return one figure of the index for each place in a year."""
    return [
        made_fact("papi_score", value, year(when), place=slug, start=100 * when + at)
        for at, (slug, value) in enumerate(values.items())
    ]


def ranked(*facts: Fact, marked: tuple[str, ...] = (), phrase: Phrase = PHRASE) -> Ranking:
    """Return the ranking of some facts."""
    chosen = [place for place in PLACES if place.slug in marked]
    made = ranking(facts, PLACES, chosen, INDEX, phrase, CATALOGUE.places)
    assert made is not None
    return made


NOW = {"an-giang": "31.5", "bac-giang": "36", "ca-mau": "36", "ha-noi": "33.25"}
BEFORE = {"an-giang": "30", "ca-mau": "37", "ha-noi": "33.25", "yen-bai": "40"}


def test_equal_values_share_the_better_standing() -> None:
    """Two first places, then the third; places without a figure have no standing."""
    made = ranked(*facts_of(NOW, 2016))
    assert [(r.place.slug, r.rank.value) for r in made.order if r.rank] == [
        ("bac-giang", 1),
        ("ca-mau", 1),
        ("ha-noi", 3),
        ("an-giang", 4),
    ]
    assert made.count.value == 4
    assert [row.place.slug for row in made.rows] == list(SLUGS)
    assert made.rows[-1].rank is None


def test_where_less_is_better_the_lowest_comes_first() -> None:
    """The language data say which way is the better one."""
    made = ranked(*facts_of(NOW, 2016), phrase=PHRASE.model_copy(update={"good": "down"}))
    assert made.order[0].place.slug == "an-giang"


def test_changes_and_distance_are_computed_with_their_formula() -> None:
    """Changes stand between neighbouring periods only; nothing is reckoned over a gap."""
    made = ranked(*facts_of(BEFORE, 2015), *facts_of(NOW, 2016))
    assert [(r.place.slug, r.since_last.value) for r in made.by_change if r.since_last] == [
        ("an-giang", Decimal("1.5")),
        ("ha-noi", Decimal("0.00")),
        ("ca-mau", Decimal(-1)),
    ]
    assert made.spread is not None
    assert made.spread.value == Decimal("4.5")
    assert made.spread.formula == "36 − 31,5 = 4,5"


def test_a_gap_is_named_and_never_a_zero() -> None:
    """A place without a figure of a year is told with that year; its cell is empty."""
    made = ranked(*facts_of(BEFORE, 2015), *facts_of(NOW, 2016))
    assert [(p.end.year, [one.slug for one in places]) for p, places in made.gaps] == [
        (2015, ["bac-giang", "da-nang"]),
        (2016, ["da-nang", "yen-bai"]),
    ]
    assert made.rows[1].figures[0] is None


def test_too_few_places_make_no_ranking() -> None:
    """Of two places a ranking says nothing, nor of three that a reservation leaves open."""
    few = facts_of({"ha-noi": "30.8", "ca-mau": "31.2"}, 2016)
    about = made_fact("papi_score", "31", year(2016), place="yen-bai", approx=Approx.ABOUT)
    assert ranking(few, PLACES, (), INDEX, PHRASE, CATALOGUE.places) is None
    assert ranking([*few, about], PLACES, (), INDEX, PHRASE, CATALOGUE.places) is None
    assert ranking((), PLACES, (), INDEX, PHRASE, CATALOGUE.places) is None


def test_the_index_is_what_most_places_have() -> None:
    """Counts are never ranked: they follow the size of the place."""
    facts = facts_of(NOW, 2016)
    counts = [made_fact("dossiers_received", "9", year(2016), place=slug) for slug in SLUGS]
    assert most_told([*facts, *counts], CATALOGUE.indicators) == "papi_score"
    assert most_told(counts, CATALOGUE.indicators) == ""


def test_charts_mark_the_chosen_places_and_keep_gaps() -> None:
    """The chart of all stands in rank order; a line is broken where a figure is missing."""
    nation = made_fact("papi_score", "34", year(2016), place=NATION)
    facts = (*facts_of(BEFORE, 2015), *facts_of(NOW, 2016), nation)
    made = ranked(*facts, marked=("bac-giang", "ha-noi"))
    order, lines = (drawing.chart for drawing in made.drawings)
    assert order.kind is ChartKind.BAR
    assert order.categories == ("1. Bắc Giang", "1. Cà Mau", "Cả nước", "3. Hà Nội", "4. An Giang")
    assert order.marked == (0, 3)
    assert order.reference == 2
    assert order.labels[0][2] == "34,00"
    assert lines.kind is ChartKind.LINE
    assert [one.name for one in lines.series] == ["Cả nước", "Bắc Giang", "Hà Nội"]
    assert lines.series[1].values[0] is None
    assert lines.labels[1] == ("", "36,00")
    assert [(p.end.year, one.slug) for p, one in made.blanks] == [(2015, "bac-giang")]


def test_two_times_of_one_chosen_place_need_no_chart() -> None:
    """One change of one place is a sentence, no line."""
    facts = (*facts_of(BEFORE, 2015), *facts_of(NOW, 2016))
    assert len(ranked(*facts, marked=("ha-noi",)).drawings) == 1


def test_no_gap_is_blank_on_a_chart_that_leaves_its_time_out() -> None:
    """Bars of the first and the last of three years have no place for the second."""
    values = dict.fromkeys(SLUGS, "30")
    some = dict.fromkeys(SLUGS[1:], "31")
    facts = (*facts_of(values, 2014), *facts_of(some, 2015), *facts_of(values, 2016))
    made = ranked(*facts, marked=SLUGS)
    assert made.gaps
    assert made.blanks == ()


def test_many_chosen_places_are_bars_of_two_periods() -> None:
    """More than five lines cannot be told apart in grey."""
    values = dict.fromkeys(SLUGS, "30")
    made = ranked(*facts_of(values, 2015), *facts_of(values, 2016), marked=SLUGS)
    chart = made.drawings[1].chart
    assert chart.kind is ChartKind.BAR
    assert [one.name for one in chart.series] == [
        "Năm\N{NO-BREAK SPACE}2015",
        "Năm\N{NO-BREAK SPACE}2016",
    ]


@given(st.lists(st.integers(0, 50), min_size=3, max_size=6))
def test_standings_count_the_better_ones(values: list[int]) -> None:
    """A standing is one more than the places before it, whatever the values."""
    made = ranked(*facts_of(dict(zip(SLUGS, map(str, values), strict=False)), 2016))
    for row in made.order:
        assert row.rank is not None
        assert row.figures[-1] is not None
        better = sum(value > row.figures[-1].value for value in values)
        assert row.rank.value == better + 1


def test_a_score_of_another_area_stands_in_no_row() -> None:
    """Lâm Đồng of 2024 is not the one of 2025: no change, no gap, but named as left out."""
    slugs = ("lam-dong", "nghe-an", "son-la")
    rows = tuple(CATALOGUE.places.by_slug[slug] for slug in slugs)
    facts = [
        *facts_of(dict.fromkeys(slugs, "40"), 2024),
        *facts_of(dict.fromkeys(slugs, "41"), 2025),
    ]
    made = ranking(facts, rows, (), INDEX, PHRASE, CATALOGUE.places)
    assert made is not None
    assert [row.since_last is None for row in made.rows] == [True, False, False]
    assert made.rows[0].figures[0] is None
    assert made.gaps == ()
    assert [(p.end.year, [one.slug for one in places]) for p, places in made.regrown] == [
        (2024, ["lam-dong"])
    ]


def test_a_score_under_an_older_name_is_that_of_the_same_place() -> None:
    """Thừa Thiên Huế of 2024 is Huế of 2025: the same area, only renamed."""
    slugs = ("hue", "nghe-an", "son-la")
    rows = tuple(CATALOGUE.places.by_slug[slug] for slug in slugs)
    before = dict(zip(("thua-thien-hue", "nghe-an", "son-la"), ("40", "42", "43"), strict=True))
    facts = [*facts_of(before, 2024), *facts_of(dict.fromkeys(slugs, "41.5"), 2025)]
    made = ranking(facts, rows, (), INDEX, PHRASE, CATALOGUE.places)
    assert made is not None
    assert made.rows[0].since_last is not None
    assert (made.rows[0].since_last.value, made.gaps, made.regrown) == (Decimal("1.5"), (), ())
    (note,) = made.renamed
    assert (note.place.slug, note.old.slug, note.since) == (
        "hue",
        "thua-thien-hue",
        date(2025, 1, 1),
    )
    assert [period.end.year for period in note.periods] == [2024]
    now = ranking(facts[3:], rows, (), INDEX, PHRASE, CATALOGUE.places)
    assert now is not None
    assert now.renamed == ()


def test_the_distance_of_two_percentages_is_in_points() -> None:
    """85 % is three points ahead of 82 %, not three per cent."""
    index = CATALOGUE.indicators["sipas_score"]
    slugs = ("an-giang", "ca-mau", "da-nang")
    facts = [
        made_fact("sipas_score", value, year(2024), place=slug, start=at)
        for at, (slug, value) in enumerate(zip(slugs, ("85", "84", "82"), strict=True))
    ]
    made = ranking(facts, PLACES, (), index, PHRASE, CATALOGUE.places)
    assert made is not None
    assert made.spread is not None
    assert (made.spread.value, made.spread.unit) == (Decimal(3), "điểm phần trăm")


def ends(*values: str) -> list[list[list[str]]]:
    """Return the slugs that a ranking names first and last, places of one standing together."""
    made = ranked(*facts_of(dict(zip(SLUGS, values, strict=False)), 2016))
    return [[[row.place.slug for row in level] for level in end] for end in made.ends]


def test_places_of_one_standing_are_named_together() -> None:
    """None is left out behind one that is as good; none is first and last at once."""
    a, b, c, d, e, f = SLUGS
    assert ends("6", "5", "4", "3", "2", "1") == [[[a], [b], [c]], [[f], [e], [d]]]
    assert ends("6", "5", "4", "4", "2", "1") == [[[a], [b], [c, d]], [[f], [e]]]
    assert ends("6", "6", "4", "1", "1", "1") == [[[a, b], [c]], [[d, e, f]]]
    assert ends("6", "1", "1") == [[[a]], [[b, c]]]
    assert ends("6", "6", "6") == [[[a, b, c]], []]


def test_a_rounded_score_takes_a_standing_where_it_is_known() -> None:
    """Only the two of which either may be ahead have none; what is known is still told."""

    def made(about: str) -> Ranking:
        told = facts_of({"an-giang": "90", "bac-giang": about, "ca-mau": "92.3", "ha-noi": "95"}, 1)
        return ranked(*(replace(f, approx=Approx.ABOUT) if f.value == 92 else f for f in told))

    apart, near = made("88"), made("92")
    assert len(apart.order) == 4
    assert [(r.place.slug, int(r.rank.value)) for r in near.order if r.rank] == [
        ("ha-noi", 1),
        ("an-giang", 4),
    ]
    assert [row.place.slug for row in near.unplaced] == ["bac-giang", "ca-mau"]
    assert near.count.value == 4
    assert [[level[0].place.slug for level in end] for end in near.ends] == [
        ["ha-noi"],
        ["an-giang"],
    ]
    many = {"an-giang": "95", "bac-giang": "92.3", "ca-mau": "92", "da-nang": "91", "ha-noi": "90"}
    told = facts_of({**many, "yen-bai": "89"}, 1)
    open_ones = ranked(*(replace(f, approx=Approx.ABOUT) if f.value == 92 else f for f in told))
    assert [[level[0].place.slug for level in end] for end in open_ones.ends] == [
        ["an-giang"],
        ["yen-bai"],
    ]
    assert list(near.drawings[0].chart.categories) == [
        "1. Hà Nội",
        "Cà Mau",
        "Bắc Giang",
        "4. An Giang",
    ]
