"""What areas of before July 2025 are set against, added up, and what is told where they are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.catalogue import Kind, load_language
from generator.config.values import Comparison as Basis
from generator.facts import FactBase
from generator.model.fact import Fact
from generator.model.period import Period
from generator.model.source_text import SourceInfo
from generator.report import ReportModel, build_report
from generator.vi.text import fold
from tests.material import CATALOGUE, job, made_fact, period_of

LANGUAGE = load_language()
SAME, LAST = Basis.SAME_PERIOD_LAST_YEAR, Basis.PREVIOUS_YEAR
FIRST, BEFORE = period_of("2025-01-01..2025-06-30"), period_of("2024-01-01..2024-06-30")
SECOND, YEAR = period_of("2025-07-01..2025-12-31"), period_of("2025")
JUNE, JUNE_BEFORE = period_of("..2025-06-30"), period_of("..2024-06-30")
END, END_BEFORE = period_of("..2025-12-31"), period_of("..2024-12-31")


def built(
    *facts: Fact,
    place: str,
    period: Period = FIRST,
    issued: date = date(2025, 7, 5),
    published: dict[str, date] | None = None,
    compare: tuple[Basis, ...] = (SAME,),
) -> ReportModel:
    """Return the report of one province; ``published`` are the days of documents."""
    days = {fact.source.doc: date(2025, 6, 29) for fact in facts} | (published or {})
    infos = tuple(
        SourceInfo(id=name, title=name, publisher="Báo Mẫu", published=day, place=place)
        for name, day in days.items()
    )
    task = job(places=(place,), periods=(period,), issued=issued)
    task = replace(task, config=replace(task.config, compare=compare))
    return build_report(task, FactBase.of(facts, infos), (), (), CATALOGUE, LANGUAGE)


def scored(value: str, when: Period, *, rank: str, doc: str) -> tuple[Fact, Fact]:
    """Return score and rank of Hải Phòng in the index of services."""
    return (
        made_fact("service_index_score", value, when, place="hai-phong", doc=doc, start=20),
        made_fact(
            "service_index_rank", rank, when, place="hai-phong", doc=doc, total="63", start=60
        ),
    )


@pytest.mark.parametrize("issued", [date(2025, 6, 30), date(2025, 7, 5), date(2026, 1, 15)])
def test_one_area_compares_whatever_the_day_of_the_report(issued: date) -> None:
    """Score and rank of the old Hải Phòng over two years, told before or after the merger."""
    facts = (*scored("90", FIRST, rank="2", doc="a"), *scored("87", BEFORE, rank="9", doc="b"))
    model = built(*facts, place="hai-phong", issued=issued)
    trends = model.places[0].groups[0].trends
    told = [one.difference.value for one in trends if one.difference is not None]
    assert told == [3, 7]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Trong kỳ, tỉnh Lâm Đồng ", " hồ sơ (gồm cả tỉnh Bình Thuận và tỉnh Đắk Nông trước đây)."),
        ("Trong kỳ, tỉnh Lâm Đồng ", " hồ sơ, tính cả số liệu của Bình Thuận và Đắk Nông."),
        ("Sau khi hợp nhất 3 tỉnh, trong kỳ tỉnh Lâm Đồng ", " hồ sơ."),
        ("Trong kỳ, tỉnh Lâm Đồng ", " hồ sơ (số liệu gộp 3 tỉnh)."),
    ],
)
def test_a_figure_with_the_other_provinces_in_it_is_of_the_new_area(
    before: str, after: str
) -> None:
    """However early its source is, it is never compared with one of the old provinces alone."""
    later = made_fact("dossiers_received", "300000", FIRST, place="lam-dong", doc="a")
    later = replace(later, before=before, after=after)
    earlier = made_fact("dossiers_received", "100000", BEFORE, place="lam-dong", doc="b")
    model = built(later, earlier, place="lam-dong", issued=date(2025, 7, 20))
    assert model.places[0].groups[0].comparisons == ()
    assert model.measured.merged == ()


@pytest.mark.parametrize(
    ("day", "before", "compares"),
    [
        (date(2025, 6, 29), "Trong kỳ, tỉnh Lâm Đồng tiếp nhận ", True),
        (date(2025, 10, 1), "Trong kỳ, tỉnh Lâm Đồng (cũ) tiếp nhận ", True),
        (date(2025, 10, 1), "Trong kỳ, tỉnh Lâm Đồng (sau sáp nhập) tiếp nhận ", False),
        (date(2025, 10, 1), "Trong kỳ, tỉnh Lâm Đồng tiếp nhận ", False),
    ],
)
def test_an_area_that_the_source_makes_larger_is_not_compared(
    day: date,
    before: str,
    compares: bool,  # noqa: FBT001  a case
) -> None:
    """A first half of 2025 told of the new area, or nobody knows of which, is no threefold rise."""
    later = made_fact("dossiers_received", "300000", FIRST, place="lam-dong", doc="a")
    later = replace(later, before=before)
    earlier = made_fact("dossiers_received", "100000", BEFORE, place="lam-dong", doc="b")
    published = {"a": day, "b": date(2024, 7, 3)}
    issued = date(2025, 10, 15)
    model = built(later, earlier, place="lam-dong", issued=issued, published=published)
    assert bool(model.places[0].groups[0].comparisons) is compares


def test_a_figure_of_the_new_area_goes_against_the_sum_of_the_old_ones() -> None:
    """With its area told beside it; without the figures of all of them a note says why not."""
    later = made_fact("dossiers_received", "420000", FIRST, place="lam-dong", doc="a")
    later = replace(later, before="Trong kỳ, tỉnh Lâm Đồng (sau sáp nhập) tiếp nhận ")
    earlier = [
        made_fact("dossiers_received", value, BEFORE, place=slug, doc=slug)
        for slug, value in (
            ("lam-dong", "150000"),
            ("binh-thuan", "140000"),
            ("dak-nong", "110000"),
        )
    ]
    model = built(later, *earlier, place="lam-dong", issued=date(2025, 7, 20))
    (one,) = model.measured.merged
    assert (one.base.value, one.difference.value) == (400000, 20000)
    assert later.id in model.measured.noted_area & model.measured.of_new_area
    model = built(later, *earlier[:2], place="lam-dong", issued=date(2025, 7, 20))
    assert model.measured.merged == ()
    (note,) = model.measured.merger_notes
    assert [place.slug for gap in note.gaps for place in gap.missing] == ["dak-nong"]


def test_a_stock_goes_on_under_a_new_name() -> None:
    """What Thừa Thiên Huế had at a day is what Huế had."""
    later = made_fact("online_services_full", "1013", JUNE, place="hue", doc="a")
    earlier = made_fact("online_services_full", "905", JUNE_BEFORE, place="thua-thien-hue", doc="b")
    (one,) = built(later, earlier, place="hue").measured.merged
    assert one.period == JUNE_BEFORE
    assert one.difference.value == 108
    assert not one.is_sum


def stocks(indicator: str, now: str, **before: str) -> tuple[Fact, ...]:
    """Return a stock of Tây Ninh at the end of 2025 and those of old provinces a year before."""
    old = [
        made_fact(indicator, value, END_BEFORE, place=slug.replace("_", "-"), doc=slug)
        for slug, value in before.items()
    ]
    return (made_fact(indicator, now, END, place="tay-ninh", doc="nay"), *old)


def test_stocks_that_are_counted_once_add_up_over_a_merger() -> None:
    """Dossiers at hand on one day, of all old provinces, are the base of the new one."""
    facts = stocks("dossiers_pending", "900", tay_ninh="110", long_an="300")
    given = {"place": "tay-ninh", "period": YEAR, "issued": date(2026, 1, 9), "compare": (LAST,)}
    model = built(*facts, **given)  # type: ignore[arg-type]  # the options of a report
    (one,) = model.measured.merged
    assert one.base.value == 410
    assert one.difference.value == 490
    (note,) = model.measured.merger_notes
    assert [row.id for row in note.added] == ["dossiers_pending"]


def test_stocks_that_never_add_up_are_left_out_with_a_note() -> None:
    """Procedures are the same in each province: no sum, one note, the figures in the appendix."""
    facts = stocks("procedures_published", "2100", tay_ninh="1900", long_an="1950")
    given = {"place": "tay-ninh", "period": YEAR, "issued": date(2026, 1, 9), "compare": (LAST,)}
    model = built(*facts, **given)  # type: ignore[arg-type]  # the options of a report
    assert model.measured.merged == ()
    (note,) = model.measured.merger_notes
    assert ([row.id for row in note.dropped], note.periods) == (
        ["procedures_published"],
        (END_BEFORE,),
    )
    assert {row.fact for row in model.appendix} == set(facts)


def halves(*missing: str) -> ReportModel:
    """Return the report on 2025 of Vĩnh Long: its second half, the first of the old provinces."""
    facts = [made_fact("dossiers_received", "390000", SECOND, place="vinh-long", doc="nay")]
    counts = {"dossiers_received": "9000", "dossiers_late": "70"}
    for at, (name, value) in enumerate(counts.items()):
        for slug in ("ben-tre", "tra-vinh", "vinh-long"):
            if f"{name} {slug}" not in missing:
                doc = fold(slug)
                facts.append(made_fact(name, value, FIRST, place=slug, doc=doc, start=50 * at))
    published = {"nay": date(2026, 1, 5)}
    issued = date(2026, 1, 9)
    return built(
        *facts, place="vinh-long", period=YEAR, issued=issued, published=published, compare=(LAST,)
    )


def test_the_half_before_the_merger_is_summed_up() -> None:
    """The new area's first half is told beside its second, not that of one old province alone."""
    found = halves().measured
    sums = {one.indicator.id: one.figure.value for one in found.sums}
    assert sums == {"dossiers_received": 27000, "dossiers_late": 210}
    assert found.sum_gaps == ()


def test_a_sum_that_lacks_a_province_is_noted() -> None:
    """Who lacks which figure is told; what the others have stands in the appendix."""
    model = halves("dossiers_late tra-vinh")
    assert [one.indicator.id for one in model.measured.sums] == ["dossiers_received"]
    (gap,) = model.measured.sum_gaps
    (one,) = gap.gaps
    assert ([row.id for row in one.indicators], [row.slug for row in one.missing]) == (
        ["dossiers_late"],
        ["tra-vinh"],
    )
    told = {row.fact.place for row in model.appendix if row.indicator.id == "dossiers_late"}
    assert told == {"ben-tre", "vinh-long"}


def test_an_old_province_alone_needs_no_note() -> None:
    """Where only the province of the same name has a figure, nothing else is left out."""
    lacking = [
        f"{name} {slug}"
        for name in ("dossiers_received", "dossiers_late")
        for slug in ("ben-tre", "tra-vinh")
    ]
    assert halves(*lacking).measured.sum_gaps == ()


def test_a_report_as_of_a_day_looks_back_a_year() -> None:
    """Without a period that has a beginning, about the same day of the year before is the base."""
    later = made_fact("one_stop_units", "152", JUNE_BEFORE, place="lao-cai", doc="a")
    year_before = period_of("..2023-06-30")
    earlier = made_fact("one_stop_units", "160", year_before, place="lao-cai", doc="b")
    other = made_fact("one_stop_units", "170", period_of("..2023-01-31"), place="lao-cai", doc="c")
    model = built(
        *(later, earlier, other), place="lao-cai", period=JUNE_BEFORE, issued=date(2024, 7, 5)
    )
    (one,) = model.places[0].groups[0].comparisons
    assert (one.earlier, one.indicator.kind) == (earlier, Kind.COUNT)


def test_what_proves_an_area_travels_with_the_report() -> None:
    """A late source of all old provinces: the others' figures are there, though not printed."""
    parts = [
        made_fact("dossiers_received", "1000", FIRST, place=slug, doc="a", start=at)
        for at, slug in enumerate(("lam-dong", "binh-thuan", "dak-nong"), 1)
    ]
    late = {"a": date(2025, 12, 1)}
    issued = date(2026, 1, 15)
    model = built(*parts, place="lam-dong", issued=issued, published=late)
    assert model.measured.of_old_area == {parts[0].id}
    assert model.witnesses == (parts[1], parts[2])
