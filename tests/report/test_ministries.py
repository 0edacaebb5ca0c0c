"""Ministries as places of a report: ranked among themselves, never added to their successor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue import load_language
from generator.config.values import Comparison
from generator.facts import FactBase
from generator.model.fact import Fact
from generator.model.period import Period
from generator.model.source_text import SourceInfo
from generator.report.bases import Rules
from generator.report.build import build_report
from generator.report.model import ReportModel
from generator.report.wording import Wording
from tests.material import CATALOGUE, job, made_fact, year

LANGUAGE = load_language()
ISSUED = date(2026, 1, 20)
THREE = ("bo-tu-phap", "bo-y-te", "bo-xay-dung")
LAST = Comparison.PREVIOUS_YEAR


def model_of(*facts: Fact, places: tuple[str, ...], issued: date = ISSUED) -> ReportModel:
    """Return the model of a report on 2025, each year told by a source of its own."""
    told = tuple(
        replace(fact, source=replace(fact.source, doc=f"nam-{fact.period.end.year}"))
        for fact in facts
    )
    years = {fact.period.end.year for fact in told}
    infos = tuple(
        SourceInfo(f"nam-{one}", "", "", date(one + 1, 1, 10), None) for one in sorted(years)
    )
    task = job(places=places, periods=(year(max(years)),), issued=issued, compare=(LAST,))
    return build_report(task, FactBase.of(told, infos), (), (), CATALOGUE, LANGUAGE)


def rates(values: dict[str, str], of: int = 2025) -> list[Fact]:
    """Return the satisfaction of several places in a year."""
    return [
        made_fact("satisfaction_rate", value, year(of), place=place, start=20 * at)
        for at, (place, value) in enumerate(values.items())
    ]


def test_average_and_rank_are_of_one_kind() -> None:
    """Three ministries are ranked among three; two provinces beside them have no rank at all."""
    values = dict(zip(THREE, ("90", "94", "86"), strict=True))
    both = {**values, "an-giang": "99", "ca-mau": "10"}
    model = model_of(*rates(both), places=(*THREE, "an-giang", "ca-mau"))
    found = {one.place.slug: one for one in model.measured.standings}
    ranks = {slug: one.rank.value for slug, one in found.items() if one.rank}
    assert ranks == {"bo-tu-phap": 2, "bo-y-te": 1, "bo-xay-dung": 3}
    assert {one.among.unit for one in found.values() if one.among} == {"bộ, ngành"}
    assert {one.mean.value for one in found.values() if one.mean} == {Decimal(90)}
    counts = {one.among.label for one in found.values() if one.among}
    assert len(counts) == 1  # how many have the figure is told of nobody alone
    assert not any("Bộ " in label for label in counts)
    assert model.ranking is None


def test_ministries_alone_are_ranked_by_an_index() -> None:
    """The ranking of a report over bodies counts bodies."""
    model = model_of(*rates(dict(zip(THREE, ("90", "94", "86"), strict=True))), places=THREE)
    assert model.ranking is not None
    assert (model.ranking.count.value, model.ranking.count.unit) == (3, "bộ, ngành")


def test_a_body_that_took_over_others_is_not_compared() -> None:
    """Neither with its own figure of before nor with a sum of both; the note names who joined."""
    facts = [
        made_fact("dossiers_received", "30", year(2024), place="bo-xay-dung"),
        made_fact("dossiers_received", "61", year(2024), place="bo-giao-thong-van-tai", start=9),
        made_fact("dossiers_received", "96", year(2025), place="bo-xay-dung", start=19),
        made_fact("dossiers_received", "48", year(2024), place="bo-tu-phap", start=29),
        made_fact("dossiers_received", "52", year(2025), place="bo-tu-phap", start=39),
    ]
    model = model_of(*facts, places=("bo-tu-phap", "bo-xay-dung"))
    compared = {
        section.place.slug: [c.difference.value for g in section.groups for c in g.comparisons]
        for section in model.places
    }
    assert compared == {"bo-tu-phap": [4], "bo-xay-dung": []}
    assert model.measured.merged == ()
    assert model.measured.sums == ()
    assert 91 not in [figure.value for figure in model.computed]
    (note,) = model.measured.merger_notes
    assert (note.place.slug, note.since) == ("bo-xay-dung", date(2025, 3, 1))
    assert [one.slug for one in note.others] == ["bo-giao-thong-van-tai"]


QUARTERS = (
    Period(date(2025, 3, 31), date(2025, 1, 1)),
    Period(date(2025, 6, 30), date(2025, 4, 1)),
)


def of_quarters(place: str, *values: str) -> ReportModel:
    """Return the model of a report on the second quarter of 2025 against the first."""
    facts = [
        made_fact("dossiers_received", value, when, place=place, doc=f"quy-{at}")
        for at, (when, value) in enumerate(zip(QUARTERS, values, strict=True))
    ]
    compare = (Comparison.PREVIOUS_PERIOD,)
    task = job(places=(place,), periods=QUARTERS[1:], issued=date(2025, 7, 20), compare=compare)
    return build_report(task, FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)


@pytest.mark.parametrize("place", ["bo-nong-nghiep-va-moi-truong", "bo-noi-vu"])
def test_a_base_over_the_day_of_the_merger_is_none(place: str) -> None:
    """The first quarter of 2025 has one month of the ministry that the second is of."""
    model = of_quarters(place, "10000", "30000")
    groups = [group for section in model.places for group in section.groups]
    assert [one for group in groups for one in group.comparisons] == []
    (note,) = model.measured.merger_notes
    assert (note.since, note.periods) == (date(2025, 3, 1), QUARTERS[:1])
    assert place not in [one.slug for one in note.others]
    assert "10000" in [str(row.fact.value) for row in model.appendix]


def test_a_base_of_a_ministry_that_took_over_nothing_is_one() -> None:
    """Bộ Ngoại giao goes from quarter to quarter as it was."""
    model = of_quarters("bo-ngoai-giao", "10000", "30000")
    groups = [group for section in model.places for group in section.groups]
    assert [one.relative.value for group in groups for one in group.comparisons if one.relative]
    assert model.measured.merger_notes == ()


def test_an_ended_body_and_its_heir_share_no_average() -> None:
    """What a source gives of the first quarter of 2025 for both overlaps: the heir stands alone."""
    values = {
        "bo-giao-thong-van-tai": "99",
        "bo-xay-dung": "95",
        "bo-y-te": "94",
        "bo-tu-phap": "90",
    }
    facts = [
        made_fact("satisfaction_rate", value, QUARTERS[0], place=place, start=20 * at)
        for at, (place, value) in enumerate(values.items())
    ]
    task = job(places=tuple(values), periods=QUARTERS[:1], issued=date(2025, 4, 20))
    model = build_report(task, FactBase.of(facts), (), (), CATALOGUE, LANGUAGE)
    found = {one.place.slug: one for one in model.measured.standings}
    assert "bo-giao-thong-van-tai" not in found
    assert {slug: int(one.rank.value) for slug, one in found.items() if one.rank} == {
        "bo-xay-dung": 1,
        "bo-y-te": 2,
        "bo-tu-phap": 3,
    }
    assert {one.mean.value for one in found.values() if one.mean} == {Decimal(93)}
    assert model.ranking is not None
    assert model.ranking.count.value == 3


@pytest.mark.parametrize(
    ("place", "indicator", "noted"),
    [
        ("bo-cong-an", "dossiers_received", True),
        ("bo-tu-phap", "dossiers_received", True),
        ("bo-tu-phap", "par_index_score", False),
        ("bo-quoc-phong", "dossiers_received", False),
    ],
)
def test_duties_that_came_or_went_are_told_beside_a_comparison(
    place: str,
    indicator: str,
    noted: bool,  # noqa: FBT001  a case
) -> None:
    """Bộ Công an took over licences and judicial records without a merger; an index is no count."""
    facts = [
        made_fact(indicator, "80", year(2024), place=place),
        made_fact(indicator, "90", year(2025), place=place),
    ]
    model = model_of(*facts, places=(place,))
    assert [one.place.slug for one in model.measured.duties_notes] == [place] * noted
    alone = model_of(facts[1], places=(place,))
    assert alone.measured.duties_notes == ()


def test_a_bare_rank_is_of_the_ministries_of_its_day() -> None:
    """Thứ 5 of the first quarter of 2025 is one among fewer than thứ 7 of the year before."""
    facts = [
        made_fact("par_index_rank", "7", year(2024), place="bo-y-te", doc="truoc"),
        made_fact("par_index_rank", "5", QUARTERS[0], place="bo-y-te", doc="sau"),
    ]
    before = replace(facts[0], period=Period(date(2024, 3, 31), date(2024, 1, 1)))
    rules = Rules((LAST,), QUARTERS[:1], CATALOGUE.places, Wording(LANGUAGE, CATALOGUE.indicators))
    assert rules.bases(facts[1], (before,)) == ()
    early = (
        Period(date(2024, 9, 30), date(2024, 7, 1)),
        Period(date(2023, 9, 30), date(2023, 7, 1)),
    )
    pair = [replace(facts[1], period=one) for one in early]
    assert rules.bases(pair[0], (pair[1],)) == (pair[1],)


def test_a_new_ministry_has_no_base_in_one_that_ended() -> None:
    """Ủy ban Dân tộc is not just the old name of Bộ Dân tộc và Tôn giáo."""
    facts = [
        *rates({"uy-ban-dan-toc": "80"}, 2024),
        *rates({"bo-dan-toc-va-ton-giao": "85"}, 2025),
    ]
    model = model_of(*facts, places=("bo-dan-toc-va-ton-giao",))
    assert model.measured.merged == ()
    (note,) = model.measured.merger_notes
    assert [one.slug for one in note.members] == ["uy-ban-dan-toc"]


def test_nothing_is_noted_of_a_body_without_an_earlier_figure() -> None:
    """A note tells of what is known and not compared, never of what is not there."""
    model = model_of(*rates({"bo-xay-dung": "88"}), places=("bo-xay-dung",))
    assert model.measured.merger_notes == ()


def test_old_figures_told_after_the_merger_are_marked() -> None:
    """A report of April 2025 on 2024 says what has ended and what has grown since."""
    values = {"bo-giao-thong-van-tai": "95", "bo-tu-phap": "97", "bo-xay-dung": "93"}
    model = model_of(*rates(values, 2024), places=tuple(values), issued=date(2025, 4, 1))
    notes = {one.place.slug: (one.heir.slug, one.since) for one in model.measured.place_notes}
    since = date(2025, 3, 1)
    assert notes == {
        "bo-giao-thong-van-tai": ("bo-xay-dung", since),
        "bo-xay-dung": ("bo-xay-dung", since),
    }
    old = {row.place.slug for row in model.appendix if row.fact.id in model.measured.of_old_area}
    assert old == {"bo-xay-dung"}
    before = model_of(*rates(values, 2024), places=tuple(values), issued=date(2025, 2, 1))
    assert before.measured.place_notes == ()
    assert not before.measured.of_old_area


def test_a_figure_of_an_ended_body_is_told_apart() -> None:
    """What a source tells of 2026 under the old name is left out, and the report says so."""
    facts = [
        *rates({"bo-xay-dung": "88"}, 2026),
        *(replace(one, number_start=50) for one in rates({"bo-giao-thong-van-tai": "70"}, 2026)),
    ]
    model = model_of(*facts, places=("bo-xay-dung",), issued=date(2027, 1, 20))
    (stray,) = model.measured.strays
    assert (stray.place.slug, stray.heir.slug) == ("bo-giao-thong-van-tai", "bo-xay-dung")


def test_what_one_ministry_has_is_looked_for_in_ministries_only() -> None:
    """A province is not asked for what only a ministry tells of, nor the other way round."""
    facts = [
        made_fact("procedures_reviewed", "120", year(2025), place="bo-tu-phap"),
        made_fact("dossiers_late", "5", year(2025), place="an-giang", start=9),
    ]
    model = model_of(*facts, places=("bo-tu-phap", "bo-y-te", "an-giang", "ca-mau"))
    missing = {(indicator.id, place.slug) for indicator, place in model.missing}
    assert ("procedures_reviewed", "bo-y-te") in missing
    assert ("procedures_reviewed", "ca-mau") not in missing
    assert ("dossiers_late", "ca-mau") in missing
    assert ("dossiers_late", "bo-y-te") not in missing


def test_a_ministry_is_set_against_all_ministries() -> None:
    """97,5% of the whole country is the localities', too; a province is set against that."""
    facts = [
        *rates({"bo-tu-phap": "97", "an-giang": "98", "quoc-gia": "97.5"}),
        made_fact(
            "satisfaction_rate", "96", year(2025), place="quoc-gia", level="bộ, ngành", start=90
        ),
    ]
    model = model_of(*facts, places=("bo-tu-phap", "an-giang"))
    apart = {
        one.place.slug: (one.to_nation.value, one.nation.level if one.nation else "")
        for one in model.measured.standings
        if one.to_nation
    }
    assert apart == {
        "bo-tu-phap": (Decimal(1), "bộ, ngành"),
        "an-giang": (Decimal("0.5"), None),
    }


def test_a_ministry_is_set_against_the_country_where_nothing_is_nearer() -> None:
    """As before where no source tells what all ministries have."""
    model = model_of(*rates({"bo-tu-phap": "97", "quoc-gia": "97.5"}), places=("bo-tu-phap",))
    (found,) = [one.to_nation for one in model.measured.standings if one.to_nation]
    assert found.value == Decimal("-0.5")
