"""What "so với" means, and where nothing may be compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue import load_language
from generator.config.values import Comparison as Basis
from generator.facts import FactBase
from generator.facts.comparing import comparable, is_same_period, overlaps, precedes, same_length
from generator.facts.derived import difference
from generator.model.fact import Fact
from generator.model.period import Period
from generator.report import ReportModel, build_report
from generator.report.bases import base_periods
from tests.material import CATALOGUE, job, made_fact, period_of, year

LANGUAGE = load_language()
SAME, BEFORE, LAST = Basis.SAME_PERIOD_LAST_YEAR, Basis.PREVIOUS_PERIOD, Basis.PREVIOUS_YEAR
KNOWN = CATALOGUE.indicators


def model_of(*facts: Fact, compare: tuple[Basis, ...], **options: object) -> ReportModel:
    """Return the model of a report over sample facts that compares as told."""
    task = job(**options)  # type: ignore[arg-type]  # options are the job's
    task = replace(task, config=replace(task.config, compare=compare))
    return build_report(task, FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)


@pytest.mark.parametrize(
    ("period", "basis", "base"),
    [
        ("2024-H1", SAME, "2023-H1"),
        ("2024-H1", BEFORE, "2023-07-01..2023-12-31"),
        ("2024-04-01..2024-06-30", BEFORE, "2024-01-01..2024-03-31"),
        ("2024-03-01..2024-03-31", BEFORE, "2024-02-01..2024-02-29"),
        ("2024-02-01..2024-02-29", SAME, "2023-02-01..2023-02-28"),
        ("2024", LAST, "2023"),
        ("2024-H1", LAST, "2023-H1"),
        ("2024-02-29..2024-03-14", SAME, "2023-02-28..2023-03-14"),
        ("2025-02-28..2025-03-31", SAME, "2024-02-28..2024-03-31"),
        ("2024-02-29..2024-02-29", SAME, "2023-02-28..2023-02-28"),
        ("2025-01-15..2025-02-28", SAME, "2024-01-15..2024-02-28"),
        ("2025-02-01..2025-02-28", SAME, "2024-02-01..2024-02-29"),
        ("2024-01-01..2024-08-31", SAME, "2023-01-01..2023-08-31"),
        ("2023-12-15..2024-06-14", SAME, "2022-12-15..2023-06-14"),
        ("2023-12-15..2024-06-14", BEFORE, "2023-06-15..2023-12-14"),
        ("2024-03-15..2024-06-14", BEFORE, "2023-12-15..2024-03-14"),
        ("2024-04-15..2024-08-14", BEFORE, "2023-12-15..2024-04-14"),  # May to August
        ("2024-05-01..2024-08-31", BEFORE, "2024-01-01..2024-04-30"),
        ("2024-01-20..2024-02-19", BEFORE, "2023-12-20..2024-01-19"),
        ("2023-12-15..2024-12-14", LAST, "2022-12-15..2023-12-14"),
    ],
)
def test_the_base_of_a_period(period: str, basis: Basis, base: str) -> None:
    """By the calendar a calendar period, by the decree a window of the decree."""
    assert base_periods(period_of(period), (basis,)) == (period_of(base),)


@pytest.mark.parametrize(
    ("period", "basis"),
    [
        ("..2024-06-30", SAME),
        ("2024-01-20..2024-02-10", BEFORE),
        ("2021-01-01..2023-12-31", LAST),
        ("2022-01-01..2024-06-30", SAME),
    ],
)
def test_some_periods_have_no_base(period: str, basis: Basis) -> None:
    """A stock is no flow, odd days have no period before them, years overlap with theirs."""
    assert base_periods(period_of(period), (basis,)) == ()


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ("2024-H1", "2024-04-01..2024-09-30", True),
        ("2024-H1", "2024-07-01..2024-12-31", False),
        ("2024-H1", "..2024-06-30", True),
        ("2024-H1", "..2024-07-01", False),
        ("..2024-06-30", "..2024-06-30", True),
    ],
)
def test_what_overlaps(one: str, other: str, meets: bool) -> None:  # noqa: FBT001  a case
    """Flows share days; a stock has the day that it is of."""
    assert overlaps(period_of(one), period_of(other)) is meets


def test_periods_that_overlap_are_never_compared() -> None:
    """January to March and February to April are of one length, and share two months."""
    first = made_fact("dossiers_received", "10", period_of("2024-02-01..2024-04-30"))
    second = made_fact("dossiers_received", "12", period_of("2024-03-01..2024-05-31"), start=9)
    assert not precedes(first.period, second.period)
    assert not comparable(first, second)


@pytest.mark.parametrize(
    ("earlier", "later", "same"),
    [
        ("2023-H1", "2024-H1", True),
        ("2023-07-01..2023-12-31", "2024-H1", False),
        ("2022", "2023", False),
        ("2022-H1", "2024-H1", False),
        ("2022-12-15..2023-06-14", "2023-12-15..2024-06-14", True),
        ("2022-12-15..2023-12-14", "2023-12-15..2024-12-14", False),
        ("2022-07-01..2023-06-30", "2023-07-01..2024-06-30", True),
        ("2023-07-01..2024-06-30", "2024-07-01..2025-06-30", True),
        ("2022-06-01..2023-06-30", "2023-06-01..2024-06-30", False),
        ("..2023-06-30", "..2024-06-30", False),
    ],
)
def test_what_is_called_the_same_period(earlier: str, later: str, same: bool) -> None:  # noqa: FBT001  a case
    """The words "cùng kỳ" mean the same part of the year before, never a whole year."""
    assert is_same_period(period_of(earlier), period_of(later)) is same


def test_figures_of_districts_end_with_june_2025() -> None:
    """The level ended: what bears a later day is set against nothing."""
    spring = [period_of(f"{number}-01-01..{number}-06-30") for number in (2024, 2025)]
    autumn = [period_of(f"{number}-07-01..{number}-12-31") for number in (2024, 2025)]
    for periods, allowed in ((spring, True), (autumn, False)):
        facts = [
            made_fact("dossiers_received", "10", period, level="cap-huyen", start=9 * at)
            for at, period in enumerate(periods)
        ]
        assert comparable(*facts) is allowed


@pytest.mark.parametrize(
    ("indicator", "first"), [("service_index_rank", "63"), ("papi_score", "80")]
)
def test_other_scales_are_never_compared(indicator: str, first: str) -> None:
    """Place 55 of 63 and place 11 of 34 are not 44 places apart."""
    earlier = made_fact(indicator, "55", year(2022), total=first)
    later = made_fact(indicator, "11", year(2023), total="34", start=9)
    assert difference(earlier, later, KNOWN[indicator]) is None
    same = made_fact(indicator, "50", year(2023), total=first, start=9)
    assert difference(earlier, same, KNOWN[indicator]) is not None


# ---------------------------------------------------------------- over the merger

AUTUMN = period_of("2025-07-01..2025-12-31")
COUNTS = ("dossiers_received", "online_dossiers")
NEW = {"places": ("lam-dong",), "periods": (AUTUMN,), "issued": date(2026, 1, 15)}


def test_one_name_is_not_one_area() -> None:
    """The old Lâm Đồng, a third of the new one, is no base by itself."""
    model = model_of(
        made_fact(
            "dossiers_received", "150", period_of("2024-07-01..2024-12-31"), place="lam-dong"
        ),
        made_fact("dossiers_received", "432", AUTUMN, place="lam-dong", start=9),
        compare=(SAME,),
        **NEW,
    )
    assert [one.comparisons for one in model.places[0].groups] == [()]
    assert model.measured.merged == ()
    (note,) = model.measured.merger_notes
    (gap,) = note.gaps
    assert {place.slug for place in gap.missing} == {"binh-thuan", "dak-nong"}


def test_an_unchanged_province_is_compared_as_ever() -> None:
    """Quảng Ninh was not merged: July 2025 changes nothing for it."""
    model = model_of(
        made_fact(
            "dossiers_received", "100", period_of("2024-07-01..2024-12-31"), place="quang-ninh"
        ),
        made_fact("dossiers_received", "120", AUTUMN, place="quang-ninh", start=9),
        compare=(SAME,),
        **{**NEW, "places": ("quang-ninh",)},
    )
    (item,) = model.places[0].groups[0].comparisons
    assert item.difference.value == 20
    assert item.relative is not None
    assert item.relative.value == 20
    assert model.measured.merger_notes == ()


def test_no_trend_joins_two_areas() -> None:
    """A rate of the old Lâm Đồng and one of the new are no series, in text and appendix."""
    old = made_fact("satisfaction_rate", "80", year(2023), place="lam-dong")
    new = made_fact("satisfaction_rate", "92", AUTUMN, place="lam-dong", start=9)
    model = model_of(old, new, compare=(SAME,), **NEW)
    assert model.places[0].groups[0].trends == ()
    assert [row.fact for row in model.appendix] == [new]


def test_hue_goes_on_under_its_new_name() -> None:
    """Thừa Thiên Huế and Huế are one area: counts, rates and scores compare, without a note."""
    before = period_of("2024-07-01..2024-12-31")
    old, new = "thua-thien-hue", "hue"
    model = model_of(
        made_fact("dossiers_received", "100", before, place=old),
        made_fact("dossiers_received", "120", AUTUMN, place=new, start=9),
        made_fact("service_index_score", "80.5", before, place=old, total="100", start=19),
        made_fact("service_index_score", "82", AUTUMN, place=new, total="100", start=29),
        made_fact("service_index_rank", "20", before, place=old, total="63", start=39),
        made_fact("service_index_rank", "12", AUTUMN, place=new, total="34", start=49),
        compare=(SAME,),
        **{**NEW, "places": (new,)},
    )
    changes = {one.indicator.id: one.difference.value for one in model.measured.merged}
    assert changes == {"dossiers_received": 20, "service_index_score": Decimal("1.5")}
    assert model.measured.merger_notes == ()


def test_a_province_that_is_gone_is_told_with_its_heir() -> None:
    """A report of today over 2024 says what Bình Thuận belongs to now."""
    model = model_of(
        made_fact("dossiers_received", "160", year(2024)),
        compare=(LAST,),
        places=("binh-thuan",),
        periods=(year(2024),),
        issued=date(2025, 8, 1),
    )
    (note,) = model.measured.place_notes
    assert (note.place.slug, note.heir.slug, note.merged) == ("binh-thuan", "lam-dong", True)
    assert note.since == date(2025, 7, 1)


def test_growth_from_the_double_on_is_told_in_times() -> None:
    """180 % more is hard to read: 2,8 times as much."""
    halves = (Period(date(2023, 6, 30), date(2023, 1, 1)), period_of("2024-H1"))
    for after, unit in (("199", "%"), ("200", "lần"), ("280", "lần")):
        model = model_of(
            made_fact("online_dossiers", "100", halves[0]),
            made_fact("online_dossiers", after, halves[1], start=9),
            compare=(SAME,),
            places=("binh-thuan",),
            periods=(halves[1],),
        )
        (item,) = model.places[0].groups[0].comparisons
        assert item.relative is not None
        assert item.relative.unit == unit


def test_each_base_over_the_merger_is_told() -> None:
    """The half before and the same half a year ago, under one note for both."""
    bases = ("2024-07-01..2024-12-31", "2025-01-01..2025-06-30")
    facts = [
        made_fact("dossiers_received", "100", period_of(when), place=slug, start=10 * at + row)
        for row, when in enumerate(bases)
        for at, slug in enumerate(("lam-dong", "binh-thuan", "dak-nong"))
    ]
    now = made_fact("dossiers_received", "432", AUTUMN, place="lam-dong", start=90)
    model = model_of(*facts, now, compare=(SAME, BEFORE), **NEW)
    assert [one.period for one in model.measured.merged] == [period_of(when) for when in bases]
    (note,) = model.measured.merger_notes
    assert note.periods == tuple(period_of(when) for when in bases)
    assert note.gaps == ()


def test_one_note_tells_of_all_times() -> None:
    """A quarter with one count and nine months with two: both bases are sums, said once."""
    quarter, months = "{0}-07-01..{0}-09-30", "{0}-01-01..{0}-09-30"
    asked = (("dossiers_received", quarter), *((name, months) for name in COUNTS))
    facts = [
        made_fact(name, "100", period_of(when.format(2024)), place=slug, start=10 * at + row)
        for row, (name, when) in enumerate(asked)
        for at, slug in enumerate(("lam-dong", "binh-thuan", "dak-nong"))
    ]
    now = [
        made_fact(name, "432", period_of(when.format(2025)), place="lam-dong", start=90 + row)
        for row, (name, when) in enumerate(asked)
    ]
    periods = tuple(period_of(one.format(2025)) for one in (quarter, months))
    model = model_of(*facts, *now, compare=(SAME,), **{**NEW, "periods": periods})
    (note,) = model.measured.merger_notes
    assert note.periods == tuple(period_of(one.format(2024)) for one in (quarter, months))
    assert {one.id for one in note.added} == set(COUNTS)


def test_old_provinces_are_only_added_in_one_sense() -> None:
    """What one of them counts otherwise is no part of a sum."""
    before = period_of("2024-07-01..2024-12-31")
    facts = [
        made_fact("dossiers_on_time", "100", before, place=slug, start=10 * at)
        for at, slug in enumerate(("lam-dong", "binh-thuan", "dak-nong"))
    ]
    now = made_fact("dossiers_on_time", "432", AUTUMN, place="lam-dong", start=90)
    assert len(model_of(*facts, now, compare=(SAME,), **NEW).measured.merged) == 1
    facts[1] = replace(facts[1], before="trước hạn và đúng hạn ")
    assert model_of(*facts, now, compare=(SAME,), **NEW).measured.merged == ()


DECEMBER = ("2025-01-01..2025-12-18", "2024-01-01..2024-12-20")


def test_two_years_closed_on_other_days_are_not_compared() -> None:
    """Two days more are no growth: neither difference nor percentage, and the report says so."""
    later, earlier = map(period_of, DECEMBER)
    facts = [
        made_fact("dossiers_received", "330", later, place="ha-noi"),
        made_fact("dossiers_received", "230", earlier, place="ha-noi", start=9),
    ]
    options = {"places": ("ha-noi",), "periods": (later,), "issued": date(2026, 1, 5)}
    model = model_of(*facts, compare=(LAST,), **options)
    assert [group.comparisons for group in model.places[0].groups] == [()]
    (one,) = model.measured.unlike_times
    assert (one.later, one.earlier) == (later, earlier)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (DECEMBER[0], "2024-01-01..2024-12-18", True),  # 29 February is in one of them
        (DECEMBER[0], DECEMBER[1], False),
        (DECEMBER[0], "2024-01-01..2024-12-17", True),  # as many days
        (DECEMBER[0], "2023-01-01..2024-12-18", False),
        (DECEMBER[0], "2025", False),
        ("2025-01-01..2025-06-15", "2024-01-01..2024-05-30", False),
        ("2024-01-01..2024-06-15", "2023-01-01..2023-06-15", True),
        ("2024-03-02..2024-03-03", "2024-03-01..2024-03-01", False),
        ("2025-07-01..2025-07-10", "2024-07-01..2024-07-11", False),
        ("2024-02-01..2024-04-30", "2023-02-01..2023-04-30", True),
        ("2024-07-21..2024-09-20", "2024-09-21..2024-11-20", True),  # two months from the 21st
        ("2024-07-21..2024-09-20", "2024-05-21..2024-07-21", True),  # 62 days each
        ("2024-07-21..2024-09-20", "2024-05-21..2024-07-22", False),
        ("2024-05-01..2024-08-31", "2024-01-01..2024-04-30", True),
        ("2022-07-01..2023-06-30", "2022-12-15..2023-12-14", False),  # a window's year
        ("2021-01-01..2023-12-31", "2018-01-01..2020-12-31", True),
        ("2021-01-01..2023-12-31", "2019-01-01..2020-12-31", False),
    ],
)
def test_flows_are_alike_over_equal_times_only(one: str, other: str, alike: bool) -> None:  # noqa: FBT001  a case
    """As many days, a leap day left out, or as many months of one beginning; both ways round."""
    assert same_length(period_of(one), period_of(other)) is alike
    assert same_length(period_of(other), period_of(one)) is alike


def public(value: str, when: str, doc: str, start: int = 0) -> Fact:
    """Return how many procedures were published, by a document."""
    made = made_fact("procedures_published", value, period_of(when), start=start)
    return replace(made, source=replace(made.source, doc=doc))


def stocks_of(*facts: Fact, compare: tuple[Basis, ...] = (SAME, BEFORE)) -> list[tuple[str, int]]:
    """Return day of the base and change of each comparison of a report on a half-year."""
    options = {"places": ("binh-thuan",), "periods": (period_of("2024-H1"),)}
    model = model_of(*facts, compare=compare, **options)
    return [
        (one.earlier.period.end.isoformat(), int(one.difference.value))
        for group in model.places[0].groups
        for one in group.comparisons
    ]


def test_stocks_of_two_documents_are_compared_as_the_config_says() -> None:
    """The state at one day against that of a year and of half a year ago, whoever told it."""
    now = public("1850", "..2024-06-30", "moi")
    past = [public("1800", "..2023-06-30", "cu", 9), public("1820", "..2023-12-31", "giua", 19)]
    assert stocks_of(now, *past) == [("2023-06-30", 50), ("2023-12-31", 30)]
    assert stocks_of(now, *past, compare=(SAME,)) == [("2023-06-30", 50)]
    assert stocks_of(now, *past, compare=(BEFORE,)) == [("2023-12-31", 30)]
    assert stocks_of(now, public("1700", "..2022-06-30", "xa", 9)) == []


def test_stocks_of_one_document_are_compared_only_where_the_config_says_so() -> None:
    """Of an odd day before: a previous state, none of a year ago; none without a word of it."""
    facts = (public("1850", "..2024-06-30", "moi"), public("1800", "..2024-05-12", "moi", 9))
    assert stocks_of(*facts, compare=(BEFORE,)) == [("2024-05-12", 50)]
    assert stocks_of(*facts, compare=(SAME,)) == []
    assert stocks_of(*facts, compare=()) == []


def test_a_stock_of_a_phase_and_its_last_half_year_has_the_base_of_the_half_year() -> None:
    """A phase since 2021 has no same period of last year; the half-year told beside it has."""
    facts = [
        made_fact("procedures_published", value, period_of(day), doc=day)
        for value, day in (("1800", "..2023-06-30"), ("1900", "..2024-06-30"))
    ]
    periods = (Period(date(2024, 6, 30), date(2021, 1, 1)), period_of("2024-H1"))
    for given in (periods, periods[1:]):
        model = model_of(*facts, compare=(SAME,), places=("binh-thuan",), periods=given)
        (group,) = (group for place in model.places for group in place.groups)
        assert [one.difference.value for one in group.by_time] == [Decimal(100)]


def test_a_stock_is_never_set_against_a_flow() -> None:
    """What was published within half a year is no base of what was public by its end."""
    now = public("1850", "..2024-06-30", "moi")
    assert stocks_of(now, public("120", "2023-H1", "cu", 9)) == []


def test_a_stock_of_some_days_later_has_a_base_of_as_many() -> None:
    """Five days behind the half-year, five days behind the one a year ago, not twenty."""
    now = public("1850", "..2024-07-05", "moi")
    assert stocks_of(now, public("1800", "..2023-07-05", "cu", 9), compare=(SAME,)) == [
        ("2023-07-05", 50)
    ]
    assert stocks_of(now, public("1800", "..2023-07-20", "cu", 9), compare=(SAME,)) == []


@pytest.mark.parametrize(("day", "known"), [("2023-05-01", True), ("2023-04-30", False)])
def test_a_stock_of_a_year_ago_is_of_about_that_day(day: str, known: bool) -> None:  # noqa: FBT001  a case
    """45 days off the same day at most; what one document sets side by side stays its own."""
    now = public("1900", "..2024-06-15", "moi")
    other = public("1800", f"..{day}", "cu", 9)
    assert stocks_of(now, other) == ([(day, 100)] if known else [])
    assert stocks_of(now, public("1800", f"..{day}", "moi", 9)) == [(day, 100)]


RANKS = ("service_index_rank", "20", "45")


@pytest.mark.parametrize(
    ("totals", "one_document", "compared"),
    [
        (("63", "63"), False, True),
        (("63", None), False, False),
        ((None, "63"), False, False),
        (("63", None), True, True),
        ((None, None), False, True),
        (("63", "61"), True, False),
    ],
)
def test_a_bare_rank_of_another_document_is_not_compared(
    totals: tuple[str | None, str | None],
    one_document: bool,  # noqa: FBT001  a case
    compared: bool,  # noqa: FBT001  a case
) -> None:
    """A bare "xếp thứ 45" may be a rank in a region, unless the document says 63 elsewhere."""
    indicator, now, before = RANKS
    later = made_fact(indicator, now, period_of("2024-H1"), total=totals[0], doc="moi")
    doc = "moi" if one_document else "cu"
    earlier = made_fact(indicator, before, period_of("2023-H1"), total=totals[1], doc=doc, start=9)
    assert (difference(earlier, later, KNOWN[indicator]) is not None) is compared


def test_a_score_over_the_merger_tells_that_the_field_changed() -> None:
    """Scores compare, the set of provinces is another one; ranks of it do not compare."""
    facts = [
        made_fact("par_index_score", value, year(number), place="ha-noi", start=9 * at)
        for at, (number, value) in enumerate(((2023, "90"), (2024, "91"), (2025, "92")))
    ]
    options = {"places": ("ha-noi",), "issued": date(2026, 5, 31)}
    for number, over in ((2025, True), (2024, False)):
        model = model_of(*facts, compare=(LAST,), periods=(year(number),), **options)
        ((trend,),) = [group.trends for group in model.places[0].groups]
        assert [one.over_fields for one in trend.compared] == [over]


@pytest.mark.parametrize("indicator", ["dossiers_received", "satisfaction_rate"])
def test_each_period_of_a_report_is_compared(indicator: str) -> None:
    """Two years in one report: each against the one before it."""
    facts = [
        made_fact(indicator, value, year(number), start=9 * at)
        for at, (number, value) in enumerate(((2021, "80"), (2022, "85"), (2023, "95")))
    ]
    model = model_of(
        *facts, compare=(LAST,), places=("binh-thuan",), periods=(year(2022), year(2023))
    )
    (group,) = model.places[0].groups
    told = [*group.comparisons, *(one for trend in group.trends for one in trend.compared)]
    assert [one.difference.value for one in told] == [Decimal(10)]
    assert [one.difference.value for one in group.others] == [Decimal(5)]
    assert group.others[0].difference in model.computed
