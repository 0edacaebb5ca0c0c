"""Figures above those that contain them, and states that are told as results."""

from dataclasses import replace

import pytest

from generator.model.fact import Fact
from generator.model.finding import Severity
from tests.checks.conftest import Check, MakeFact

NATION = "quoc-gia"


def plain(text: str) -> str:
    """Return a text with plain blanks."""
    return text.replace("\xa0", " ")


@pytest.mark.parametrize("longer", ["2024-01-01..2024-06-30", "2024", "2024-01-01..2024-09-30"])
def test_a_quarter_above_the_time_around_it(make_fact: MakeFact, check: Check, longer: str) -> None:
    """A quarter with more dossiers than the half-year, nine months or year is an error."""
    quarter = make_fact("dossiers_received", "52000", when="2024-04-01..2024-06-30")
    whole = make_fact("dossiers_received", "48000", when=longer, at=9)
    (found,) = check(quarter, whole)
    assert (found.rule, found.severity) == ("period-above-longer", Severity.ERROR)
    assert plain(found.computation) == "52.000 > 48.000"
    assert [figure.value for figure in found.figures] == [4000]
    assert "nhiều hơn số liệu của tỉnh Bình Thuận" in plain(found.message)
    assert found.facts == (quarter, whole)


def test_a_quarter_of_another_source_is_a_warning(make_fact: MakeFact, check: Check) -> None:
    """Two sources may count otherwise."""
    quarter = make_fact("dossiers_received", "52000", when="2024-04-01..2024-06-30", doc="b")
    (found,) = check(quarter, make_fact("dossiers_received", "48000", when="2024"))
    assert (found.rule, found.severity) == ("period-above-longer", Severity.WARNING)


def test_what_is_no_part_is_not_compared(make_fact: MakeFact, check: Check) -> None:
    """Another year, another place, a rounded number, a number in force or within: no finding."""
    quarter = make_fact("dossiers_received", "52000", when="2024-04-01..2024-06-30")
    others = (
        make_fact("dossiers_received", "48000", when="2023"),
        make_fact("dossiers_received", "48000", when="2024", place="binh-duong"),
        make_fact("dossiers_received", "51000", when="2024", approx="over"),
        make_fact("dossiers_received", "52000", when="2024", at=9),
        make_fact("dossiers_pending", "48000", when="2024", at=9),
    )
    for other in others:
        assert check(quarter, other) == (), other
    pending = make_fact("dossiers_pending", "52000", when="2024-04-01..2024-06-30")
    assert check(pending, others[-1]) == ()


@pytest.mark.parametrize("when", ["2023", "2023-01-01..2023-06-30"])
def test_a_province_above_the_country(make_fact: MakeFact, check: Check, when: str) -> None:
    """A province does not resolve more dossiers than the country, in less time either."""
    own = make_fact("dossiers_resolved", "541559", when=when, doc="b")
    nation = make_fact("dossiers_resolved", "500000", place=NATION)
    (found,) = check(own, nation)
    assert (found.rule, found.severity) == ("province-above-nation", Severity.WARNING)
    assert plain(found.computation) == "541.559 > 500.000"
    assert "số liệu của cả nước trong năm 2023" in plain(found.message)
    assert check(make_fact("dossiers_resolved", "499999", when=when, doc="b"), nation) == ()


def test_a_level_above_the_whole_of_another_source(make_fact: MakeFact, check: Check) -> None:
    """A level with more than the whole place of another document is told."""
    level = make_fact("procedures_published", "1900", level="cap-tinh", doc="b")
    whole = make_fact("procedures_published", "1836")
    found = check(level, whole)
    assert len(found) == 1
    assert found[0].rule in ("level-above-whole", "parts-sum")
    assert plain(found[0].computation).endswith("1.836")


def test_a_state_below_a_result(make_fact: MakeFact, check: Check) -> None:
    """What was resolved up to a day holds what was resolved in a quarter before it."""
    flow = make_fact("dossiers_resolved", "9500", when="2024-01-01..2024-03-31")
    state = make_fact("dossiers_resolved", "9000", when="..2024-06-30", doc="b")
    (found,) = check(flow, state)
    assert (found.rule, found.severity) == ("state-below-result", Severity.WARNING)
    assert plain(found.computation) == "9.500 > 9.000"
    assert "số lũy kế tại ngày 30 tháng 6 năm 2024" in plain(found.message)
    earlier = make_fact("dossiers_resolved", "9500", when="2023")
    assert check(earlier, state) == ()  # the state begins with its year


def test_accounts_are_counted_since_they_exist(make_fact: MakeFact, check: Check) -> None:
    """More accounts in one year than there are at a later day."""
    flow = make_fact("portal_accounts", "5000", when="2022")
    state = make_fact("portal_accounts", "4000", when="..2024-06-30", doc="b")
    (found,) = check(flow, state)
    assert found.rule == "state-below-result"


def test_a_state_told_as_a_result(make_fact: MakeFact, check: Check) -> None:
    """5.200 accounts at a day are not the result of the half-year, with 4.000 before it."""
    flow = make_fact("portal_accounts", "5200", when="2024-01-01..2024-06-30", doc="b")
    state = make_fact("portal_accounts", "5200", when="..2024-06-30")
    before = make_fact("portal_accounts", "4000", when="..2023-12-31", at=9)
    (found,) = check(flow, state, before)
    assert (found.rule, found.severity) == ("state-as-result", Severity.WARNING)
    assert plain(found.computation) == "5.200 − 4.000 = 1.200 ≠ 5.200"
    assert [figure.value for figure in found.figures] == [1200]
    assert check(flow, state) == ()
    assert check(make_fact("portal_accounts", "1200", when="2024-01-01..2024-06-30"), state) == ()


def test_a_year_to_date_told_as_a_month(make_fact: MakeFact, check: Check) -> None:
    """Dossiers received up to June are not those of June, the first quarter having some."""
    month = make_fact("dossiers_received", "45000", when="2024-06-01..2024-06-30", doc="b")
    state = make_fact("dossiers_received", "45000", when="..2024-06-30")
    quarter = make_fact("dossiers_received", "20000", when="2024-01-01..2024-03-31", at=9)
    (found,) = check(month, state, quarter)
    assert found.rule == "state-as-result"
    assert check(month, state) == ()


H1, Q3, NINE = "2024-01-01..2024-06-30", "2024-07-01..2024-09-30", "2024-01-01..2024-09-30"


def of_times(make_fact: MakeFact, *values: str, **last: str) -> tuple[Fact, ...]:
    """Return what was received in nine months, a half-year and the quarter behind it."""
    times = (NINE, H1, Q3)
    return tuple(
        make_fact("dossiers_received", value, when=when, at=9 * at, **(last if at == 2 else {}))
        for at, (value, when) in enumerate(zip(values, times, strict=True))
    )


@pytest.mark.parametrize(("doc", "severity"), [("a", Severity.ERROR), ("b", Severity.WARNING)])
def test_parts_of_a_time_add_up_to_it(
    make_fact: MakeFact, check: Check, doc: str, severity: Severity
) -> None:
    """60.000 in a half-year and 31.000 in the next quarter are no 90.000 in nine months."""
    facts = of_times(make_fact, "90000", "60000", "31000", doc=doc)
    (found,) = check(*facts)
    assert (found.rule, found.severity) == ("time-parts-sum", severity)
    assert plain(found.computation) == "60.000 + 31.000 = 91.000 ≠ 90.000"
    assert set(found.facts) == set(facts)


def test_a_year_is_its_quarters(make_fact: MakeFact, check: Check) -> None:
    """The fewest parts that fill a time are added: quarters where no half-year is told."""
    ends = ("01-01..2023-03-31", "04-01..2023-06-30", "07-01..2023-09-30", "10-01..2023-12-31")
    quarters = [
        make_fact("dossiers_resolved", "20000", when=f"2023-{end}", at=9 + 9 * at)
        for at, end in enumerate(ends)
    ]
    (found,) = check(make_fact("dossiers_resolved", "85000", when="2023"), *quarters)
    assert plain(found.computation) == "20.000 + 20.000 + 20.000 + 20.000 = 80.000 ≠ 85.000"
    assert check(make_fact("dossiers_resolved", "80000", when="2023"), *quarters) == ()
    assert check(make_fact("dossiers_resolved", "85000", when="2023"), *quarters[1:]) == ()


def test_parts_of_a_time_that_may_add_up(make_fact: MakeFact, check: Check) -> None:
    """Right sums, numbers that are about so, older cases carried over: no finding."""
    assert check(*of_times(make_fact, "91000", "60000", "31000")) == ()
    assert check(*of_times(make_fact, "90000", "60000", "30000", approx="over")) == ()
    carried = [
        replace(fact, after=" hồ sơ, gồm cả 1.000 hồ sơ kỳ trước chuyển sang")
        for fact in of_times(make_fact, "90000", "60000", "31000")
    ]
    assert check(*carried) == ()


FIRST, SECOND = "2025-01-01..2025-06-30", "2025-07-01..2025-12-31"
OLD = {"binh-thuan": "160000", "dak-nong": "90000", "lam-dong": "150000"}  # 400.000


def over_the_merger(make_fact: MakeFact, year: str, **more: str) -> list[Fact]:
    """Return the year 2025 of Lâm Đồng, the first half of its old provinces, its second half."""
    kept = {"indicator": "dossiers_received", "doc": "b", **more}
    name, doc, left_out = kept.pop("indicator"), kept.pop("doc"), kept.pop("without", "")
    halves = [
        make_fact(name, value, place=slug, when=FIRST, at=9 * at, **kept)
        for at, (slug, value) in enumerate(OLD.items())
        if slug != left_out
    ]
    later = make_fact(name, "520000", place="lam-dong", when=SECOND, doc=doc)
    return [make_fact(name, year, place="lam-dong", when="2025", doc=doc, at=9), *halves, later]


@pytest.mark.parametrize("doc", ["a", "b"])
def test_a_year_over_a_merger_is_the_old_provinces_and_the_new(
    make_fact: MakeFact, check: Check, doc: str
) -> None:
    """400.000 of three in the first half and 520.000 of one since are no 950.000."""
    facts = over_the_merger(make_fact, "950000", doc=doc)
    (found,) = (one for one in check(*facts) if one.rule == "time-parts-sum")
    assert found.severity is Severity.WARNING
    assert plain(found.computation) == (
        "160.000 + 90.000 + 150.000 = 400.000;"
        " 160.000 + 90.000 + 150.000 + 520.000 = 920.000 ≠ 950.000"
    )
    assert (
        "trong khi tổng số liệu gộp của các tỉnh Bình Thuận, Đắk Nông và Lâm Đồng trước khi sắp xếp"
        " trong 6 tháng đầu năm 2025 (400.000 hồ sơ) và trong 6 tháng cuối năm 2025"
        " (520.000 hồ sơ)"
    ) in plain(found.message)
    assert set(found.facts) == set(facts)
    assert [figure.value for figure in found.figures] == [920000, 400000]


@pytest.mark.parametrize(
    ("year", "more"),
    [
        ("920000", {}),
        ("950000", {"without": "dak-nong"}),  # two of three say nothing
        ("950000", {"level": "cap-xa"}),
        ("920500", {"approx": "over"}),
        ("950000", {"indicator": "e_documents_exchanged"}),  # counted by both who exchange it
    ],
)
def test_a_year_over_a_merger_that_may_add_up(
    make_fact: MakeFact, check: Check, year: str, more: dict[str, str]
) -> None:
    """The right sum, one that is about so, one of which a part is unknown."""
    found = check(*over_the_merger(make_fact, year, **more))
    assert [one for one in found if one.rule == "time-parts-sum"] == []
