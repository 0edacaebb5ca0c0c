"""What is known of nearly the time that "so với" asks for is named, not passed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.config.values import Comparison as Basis
from generator.facts import FactBase
from generator.model.fact import NATION, Change, ChangeKind, Direction, Fact
from generator.model.source_text import SourceInfo
from generator.report.build import build_report
from generator.report.measures import Measured
from generator.report.unlike import is_near
from tests.material import CATALOGUE, job, made_fact, period_of
from tests.report.test_build import LANGUAGE, compared_model

SAME = (Basis.SAME_PERIOD_LAST_YEAR,)
WINDOW = "2023-12-15..2024-03-14"


@pytest.mark.parametrize(
    ("period", "wanted", "near"),
    [
        ("2023-01-01..2023-03-31", "2022-12-15..2023-03-14", True),
        ("2022-12-15..2023-03-14", "2023-01-01..2023-03-31", True),
        ("2024", "2024-01-01..2024-12-20", True),
        ("2024", "2024", False),
        ("2024-01-01..2024-09-30", "2024-H1", False),
        ("..2024-06-30", "2024-H1", False),
    ],
)
def test_what_is_nearly_a_time(period: str, wanted: str, near: bool) -> None:  # noqa: FBT001  a case
    """The same name in the other way of counting, or the same time but for some days."""
    assert is_near(period_of(period), period_of(wanted)) is near


def test_a_calendar_quarter_is_no_base_of_a_window() -> None:
    """The report says why it compares nothing, and for which figures."""
    facts = (
        made_fact("dossiers_received", "60", period_of(WINDOW), place="son-la"),
        made_fact("dossiers_received", "40", period_of("2023-01-01..2023-03-31"), place="son-la"),
    )
    model = compared_model(*facts, compare=SAME, places=("son-la",), periods=(period_of(WINDOW),))
    (note,) = model.measured.unlike_times
    assert [one.id for one in note.indicators] == ["dossiers_received"]
    assert note.earlier == period_of("2023-01-01..2023-03-31")
    assert facts[1] in [row.fact for row in model.appendix]


def test_nothing_is_said_where_a_base_is_found() -> None:
    """With the window of a year ago there is a comparison and no note."""
    facts = (
        made_fact("dossiers_received", "60", period_of(WINDOW), place="son-la"),
        made_fact("dossiers_received", "50", period_of("2022-12-15..2023-03-14"), place="son-la"),
        made_fact("dossiers_received", "40", period_of("2023-01-01..2023-03-31"), place="son-la"),
    )
    model = compared_model(*facts, compare=SAME, places=("son-la",), periods=(period_of(WINDOW),))
    assert model.measured.unlike_times == ()


def test_a_province_that_is_no_more_is_named_where_its_figure_is_left_out() -> None:
    """Bình Định was a part of Gia Lai in the third quarter of 2025."""
    quarter = period_of("2025-07-01..2025-09-30")
    model = compared_model(
        made_fact("dossiers_received", "60", quarter, place="gia-lai"),
        made_fact("dossiers_received", "9", quarter, place="binh-dinh", start=9, doc="cu"),
        compare=SAME,
        places=("gia-lai",),
        periods=(quarter,),
        issued=date(2025, 10, 20),
        infos=(SourceInfo("mau", "Bài mẫu"), SourceInfo("cu", "Bài cũ")),
    )
    (note,) = model.measured.strays
    assert (note.place.slug, note.heir.slug) == ("binh-dinh", "gia-lai")
    assert [fact.value for fact in note.known] == [9]
    assert [info.id for info in model.sources] == ["mau", "cu"]


def test_a_base_of_no_known_area_is_named_and_not_used() -> None:
    """In 2026 "tỉnh Lâm Đồng" of the first half of 2025 may be the old one or the new one."""
    half = period_of("2026-01-01..2026-06-30")
    model = compared_model(
        made_fact("dossiers_received", "500", half, place="lam-dong"),
        made_fact("dossiers_received", "380", period_of("2025-H1"), place="lam-dong", start=9),
        compare=SAME,
        places=("lam-dong",),
        periods=(half,),
        issued=date(2026, 7, 12),
        infos=(SourceInfo("mau", "Bài mẫu", published=date(2026, 7, 5)),),
    )
    (note,) = model.measured.unlike_times
    assert (note.unsure, note.earlier) == (True, period_of("2025-H1"))
    assert all(not group.comparisons for section in model.places for group in section.groups)


def test_a_year_in_which_a_province_ended_is_set_against_nothing() -> None:
    """Bình Thuận had half of 2025: no change, no part of the country, and a note that says so."""
    facts = (
        made_fact("dossiers_received", "155", period_of("2025")),
        made_fact("dossiers_received", "300", period_of("2024"), start=9),
        made_fact("dossiers_on_time_rate", "97", period_of("2025"), start=18),
        made_fact("dossiers_on_time_rate", "96", period_of("2024"), start=27),
        made_fact("pci_score", "66", period_of("2025"), start=36),
        made_fact("pci_score", "65", period_of("2024"), start=45),
        made_fact("dossiers_received", "9000", period_of("2025"), place=NATION, start=54),
    )
    model = compared_model(
        *facts,
        compare=(Basis.PREVIOUS_YEAR,),
        places=("binh-thuan",),
        periods=(period_of("2025"),),
        issued=date(2026, 1, 15),
    )
    groups = [group for section in model.places for group in section.groups]
    compared = [one.indicator.id for group in groups for one in group.trends if one.compared]
    assert compared == ["pci_score"]  # an index is of the place that it was given to
    assert all(not group.comparisons for group in groups)
    assert model.measured.standings == ()
    (note,) = model.measured.place_notes
    assert note.cut == (period_of("2025"),)


def test_a_year_over_the_end_of_a_province_is_named_where_it_is_left_out() -> None:
    """Of Lâm Đồng in 2025 the year of Bình Thuận is no part that adds up."""
    year = period_of("2025")
    model = compared_model(
        made_fact("dossiers_received", "655", year, place="lam-dong"),
        made_fact("dossiers_received", "25000", year, place=NATION, start=18),
        made_fact("dossiers_received", "155", year, start=9),
        compare=SAME,
        places=("lam-dong",),
        periods=(year,),
        issued=date(2026, 1, 15),
    )
    (stray,) = model.measured.strays
    assert (stray.place.slug, stray.is_over) == ("binh-thuan", True)
    (crossing,) = model.measured.crossing_notes  # its part of the country is told
    assert (crossing.place.slug, crossing.over_time) == ("lam-dong", False)


def told_late(value: str, period: str, before: str, place: str, start: int) -> Fact:
    """Return a count of late dossiers in its sentence."""
    made = made_fact("dossiers_late", value, period_of(period), place=place, start=start)
    return replace(made, printed=value, before=before, after=" hồ sơ")


OPEN, DONE = "đang giải quyết 90 hồ sơ, trong đó quá hạn ", "giải quyết 900 hồ sơ, trễ hạn "


@pytest.mark.parametrize(
    ("later", "earlier", "noted"),
    [
        ((OPEN, "bac-ninh"), ((DONE, "bac-ninh"), (DONE, "bac-giang")), True),
        ((OPEN, "bac-ninh"), ((OPEN, "bac-ninh"), (DONE, "bac-giang")), True),
        ((OPEN, "bac-ninh"), ((OPEN, "bac-ninh"), (OPEN, "bac-giang")), False),
        ((OPEN, "bac-ninh"), ((DONE, "bac-ninh"),), False),  # the gap of Bắc Giang is told
        ((OPEN, "son-la"), ((DONE, "son-la"),), True),
        ((DONE, "son-la"), ((DONE, "son-la"),), False),
    ],
)
def test_a_figure_that_counts_something_else_is_named_where_it_is_no_base(
    later: tuple[str, str],
    earlier: tuple[tuple[str, str], ...],
    noted: bool,  # noqa: FBT001  a case
) -> None:
    """What is overdue and still open is not set against what was resolved late: a note says so."""
    before = (told_late("7", "2025-H1", *one, at) for at, one in enumerate(earlier, 10))
    model = compared_model(
        told_late("9", "2026-H1", *later, 50),
        *before,
        compare=SAME,
        places=(later[1],),
        periods=(period_of("2026-H1"),),
        issued=date(2026, 7, 12),
        infos=(SourceInfo("mau", "Bài mẫu", published=date(2025, 6, 30)),),
    )
    notes = model.measured.unlike_times
    assert [one.meant is not None for one in notes] == [True] * noted
    assert {fact.place for one in notes for fact in one.known} == (
        {place for _, place in earlier} if noted else set()
    )


def test_what_its_source_compares_has_no_note() -> None:
    """A change that the source prints itself stands in the report: nothing is left out."""
    change = Change(ChangeKind.ABSOLUTE, Decimal(60), Direction.DOWN, "2025")
    model = compared_model(
        replace(told_late("9", "2026-H1", OPEN, "son-la", 50), change=change),
        told_late("69", "2025-H1", DONE, "son-la", 10),
        compare=SAME,
        places=("son-la",),
        periods=(period_of("2026-H1"),),
        issued=date(2026, 7, 12),
    )
    assert model.measured.unlike_times == ()


BOTH = (Basis.SAME_PERIOD_LAST_YEAR, Basis.PREVIOUS_PERIOD)
HALF, YEAR_AGO, BEFORE = "2024-H1", "2023-H1", "2023-07-01..2023-12-31"
LACKING = {
    "both": ((YEAR_AGO, BEFORE), ()),
    "neither": ((), ()),
    "no half-year before": ((YEAR_AGO,), (BEFORE,)),
    "no year before": ((BEFORE,), (YEAR_AGO,)),
    "a stock of the half-year before": ((YEAR_AGO, "..2023-12-31"), ()),
    "nearly the half-year before": ((YEAR_AGO, "2023-07-01..2023-12-20"), ()),
}


@pytest.mark.parametrize(("known", "lacking"), LACKING.values(), ids=LACKING)
def test_one_of_two_bases_is_named_where_nothing_of_it_is_known(
    known: tuple[str, ...], lacking: tuple[str, ...]
) -> None:
    """Where the other one is compared with, and no other note says why."""
    now = made_fact("dossiers_received", "60", period_of(HALF))
    as_of = made_fact("one_stop_units", "5", period_of("..2024-06-30"), start=400)
    earlier = (
        made_fact(
            "one_stop_units" if when.startswith("..") else "dossiers_received",
            "50",
            period_of(when),
            start=at,
        )
        for at, when in enumerate(known, 10)
    )
    periods = (period_of(HALF),)
    places = (now.place,)
    model = compared_model(now, as_of, *earlier, compare=BOTH, places=places, periods=periods)
    assert [one.earlier for one in model.measured.lacking_times] == [*map(period_of, lacking)]
    assert model.measured.baseless == "none"


@pytest.mark.parametrize("asked", [True, False])
def test_a_time_without_any_base_is_named_where_one_was_asked_for(asked: bool) -> None:  # noqa: FBT001  a case
    """Not where the config says nothing of it; of one figure without a base a word."""
    now = made_fact("dossiers_received", "60", period_of(HALF))
    made = job(places=(now.place,), periods=(period_of(HALF),))
    config = replace(made.config, compare=BOTH, compare_asked=asked)

    def model(*facts: Fact) -> Measured:
        base = FactBase.of(facts, ())
        own = replace(made, config=config)
        return build_report(own, base, (), (), CATALOGUE, LANGUAGE).measured

    alone = model(now)
    assert [one.earlier for one in alone.lacking_times] == (
        [period_of(YEAR_AGO), period_of(BEFORE)] if asked else []
    )
    assert alone.baseless == "none"
    late = made_fact("dossiers_late", "6", period_of(HALF), start=50)
    earlier = [
        made_fact("dossiers_received", "50", period_of(when), start=at)
        for at, when in enumerate((YEAR_AGO, BEFORE), 10)
    ]
    some = model(now, late, *earlier).baseless
    assert some == ("some" if asked else "none")
    part = made_fact("dossiers_received", "60", period_of("2024-01-01..2024-03-31"))
    assert model(part).baseless == ("all" if asked else "none")
