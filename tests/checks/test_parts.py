"""Parts against their whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.model.fact import Fact
from generator.model.finding import Finding, Severity
from generator.model.period import Period

MakeFact = Callable[..., Fact]
Check = Callable[..., tuple[Finding, ...]]


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Return severity and arithmetic of the findings on sums."""
    assert {finding.rule for finding in findings} <= {"parts-sum"}
    return [(finding.severity.value, finding.computation) for finding in findings]


def levels(make_fact: MakeFact, whole: str, *parts: str, **more: str) -> list[Fact]:
    """Return a whole and its parts by level."""
    names = ("cap-tinh", "cap-huyen", "cap-xa")
    return [
        make_fact("dossiers_received", whole, **more),
        *(
            make_fact("dossiers_received", part, level=name, at=at, **more)
            for at, (name, part) in enumerate(zip(names, parts, strict=False), start=1)
        ),
    ]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (("60", "10", "20", "30"), []),
        (("61", "10", "20", "30"), [("error", "10 + 20 + 30 = 60 ≠ 61")]),
        (("50", "10", "20"), []),
        (("25", "10", "20"), [("error", "10 + 20 = 30 > 25")]),
    ],
    ids=["all", "all-wrong", "some", "some-too-many"],
)
def test_levels(
    make_fact: MakeFact, check: Check, facts: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    """All levels make the whole; some of them cannot be more than it."""
    assert told(check(*levels(make_fact, *facts))) == expected


def test_two_levels_are_all_from_july_2025(make_fact: MakeFact, check: Check) -> None:
    """Province and commune leave nothing out after the districts ended."""
    when = "2025-07-01..2025-12-31"
    facts = [
        make_fact("dossiers_received", "100", when=when),
        make_fact("dossiers_received", "30", level="cap-tinh", when=when),
        make_fact("dossiers_received", "60", level="cap-xa", when=when),
    ]
    assert told(check(*facts)) == [("error", "30 + 60 = 90 ≠ 100")]


def test_a_reservation_allows_what_it_says(make_fact: MakeFact, check: Check) -> None:
    """Over 1.700 can be 1.750 but not 1.950."""
    near = levels(make_fact, "1700", "1000", "500", "250")
    far = levels(make_fact, "1700", "1000", "500", "450")

    def over(facts: list[Fact]) -> list[Fact]:
        whole = make_fact("dossiers_received", "1700", approx="over")
        return [whole, *facts[1:]]

    assert told(check(*over(near))) == []
    assert len(told(check(*over(far)))) == 1


def test_a_magnitude_word_is_a_rounded_figure(make_fact: MakeFact, check: Check) -> None:
    """A figure of "1,7 triệu" is any figure that rounds to it."""
    parts = levels(make_fact, "0", "1000000", "500000", "230000")[1:]
    whole = make_fact("dossiers_received", "1700000", printed="1,7 triệu")
    assert told(check(whole, *parts)) == []
    exact = make_fact("dossiers_received", "1700000", printed="1.700.000")
    assert len(told(check(exact, *parts))) == 1


def test_departments(make_fact: MakeFact, check: Check) -> None:
    """Units of one kind cannot have more than the whole together; all may not be told."""

    def simplified(whole: str) -> list[Fact]:
        return [
            make_fact("procedures_simplified", whole),
            make_fact("procedures_simplified", "2", level="Sở Tư pháp", at=5),
            make_fact("procedures_simplified", "17", level="Sở Nội vụ", at=9),
        ]

    assert told(check(*simplified("19"))) == []
    assert told(check(*simplified("25"))) == []
    assert told(check(*simplified("18"))) == [("error", "2 + 17 = 19 > 18")]


def test_kinds_of_services(make_fact: MakeFact, check: Check) -> None:
    """Full and partial are all online services."""
    facts = [
        make_fact("online_services_total", "520"),
        make_fact("online_services_full", "412", at=5),
        make_fact("online_services_partial", "110", at=9),
    ]
    found = check(*facts)
    assert told(found) == [("error", "412 + 110 = 522 ≠ 520")]
    assert found[0].used == facts[0]


def test_a_partition_of_a_printed_total(make_fact: MakeFact, check: Check) -> None:
    """Three kinds of "a/1.000" have to be 1.000 together."""
    rows = (("full", "500"), ("partial", "300"), ("information", "210"))
    facts = [
        make_fact(f"online_services_{kind}", value, total="1000", at=at)
        for at, (kind, value) in enumerate(rows)
    ]
    assert told(check(*facts)) == [("error", "500 + 300 + 210 = 1.010 ≠ 1.000")]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("230", "207", "23"), []),
        (("230", "200", "23"), [("warning", "200 + 23 = 223 ≠ 230")]),
        (("230", "210", "23"), [("note", "210 + 23 = 233 ≠ 230")]),
    ],
    ids=["equal", "missing", "carried-over"],
)
def test_received_is_resolved_and_pending(
    make_fact: MakeFact,
    check: Check,
    values: tuple[str, ...],
    expected: list[tuple[str, str]],
) -> None:
    """Cases from before the period explain a sum that is too large, not one too small."""
    names = ("feedback_received", "feedback_resolved", "feedback_pending")
    rows = enumerate(zip(names, values, strict=True))
    facts = [make_fact(name, value, at=at) for at, (name, value) in rows]
    assert told(check(*facts)) == expected


def test_on_time_and_late_by_level(make_fact: MakeFact, check: Check) -> None:
    """Each level adds up for itself; what was early may be missing, more than all is wrong."""
    facts = [
        make_fact("dossiers_resolved", "100", level="cap-xa"),
        make_fact("dossiers_on_time", "90", level="cap-xa", at=5),
        make_fact("dossiers_late", "11", level="cap-xa", at=9),
    ]
    found = check(*facts)
    assert told(found) == [("error", "90 + 11 = 101 ≠ 100")]
    assert "(cấp xã)" in found[0].message
    fewer = [*facts[:2], make_fact("dossiers_late", "9", level="cap-xa", at=9)]
    assert told(check(*fewer)) == [("warning", "90 + 9 = 99 ≠ 100")]


def test_on_time_and_late_of_all_received(make_fact: MakeFact, check: Check) -> None:
    """Out of all received some may still be open, but no more than all can be done."""

    def out_of(total: str) -> list[Fact]:
        return [
            make_fact("dossiers_on_time", "90", total=total),
            make_fact("dossiers_late", "11", total=total, at=9),
        ]

    assert told(check(*out_of("120"))) == []
    assert told(check(*out_of("100"))) == [("error", "90 + 11 = 101 > 100")]


def test_the_same_sum_is_told_once(make_fact: MakeFact, check: Check) -> None:
    """A total that stands alone and as the b of its parts gives one finding."""
    facts = [
        make_fact("dossiers_resolved", "100"),
        make_fact("dossiers_on_time", "90", total="100", at=5),
        make_fact("dossiers_late", "11", total="100", at=9),
    ]
    assert len(told(check(*facts))) == 1


def test_parts_and_whole_of_two_sources(make_fact: MakeFact, check: Check) -> None:
    """Where no source has them all, the chosen facts are set against each other.

    As of any two sources that is a warning: they may count differently.
    """
    whole, *parts = levels(make_fact, "61", "10", "20", "30")
    elsewhere = make_fact("dossiers_received", "61", doc="b")
    assert told(check(elsewhere, *parts)) == [("warning", "10 + 20 + 30 = 60 ≠ 61")]
    assert whole.key == elsewhere.key


def test_rates_are_never_added(make_fact: MakeFact, check: Check) -> None:
    """Rates of levels have no sum."""
    facts = [make_fact("dossiers_on_time_rate", "95")] + [
        make_fact("dossiers_on_time_rate", "95", level=level, at=9)
        for level in ("cap-tinh", "cap-huyen", "cap-xa")
    ]
    assert check(*facts) == ()


def test_other_periods_and_places_are_no_parts(make_fact: MakeFact, check: Check) -> None:
    """Only parts of the same place and time count."""
    whole = make_fact("online_services_total", "520")
    for more in ({"when": "2022"}, {"place": "bac-giang"}, {"when": "..2023-12-31"}):
        parts = [
            make_fact("online_services_full", "400", at=5, **more),
            make_fact("online_services_partial", "110", at=9, **more),
        ]
        assert check(whole, *parts) == ()


def test_a_measure_with_two_values_is_not_reckoned_with(make_fact: MakeFact, check: Check) -> None:
    """A round figure in the lead gives way to the exact one; two exact ones settle nothing."""
    facts = levels(make_fact, "61", "10", "20", "30")
    lead = make_fact("dossiers_received", "60", approx="over", at=90)
    assert told(check(*facts, lead)) == [("error", "10 + 20 + 30 = 60 ≠ 61")]
    second = make_fact("dossiers_received", "62", at=90)
    assert {finding.rule for finding in check(*facts, second)} == {"sources-disagree"}


@pytest.mark.parametrize(("online", "right"), [("200", True), ("250", False)])
def test_a_part_is_not_more_than_its_whole(
    make_fact: MakeFact, check: Check, online: str, *, right: bool
) -> None:
    """Of 200 dossiers received no 250 can have come online; of another level they can."""
    whole = make_fact("dossiers_received", "200")
    part = make_fact("online_dossiers", online, at=9)
    found = check(whole, part)
    assert [one.rule for one in found] == ([] if right else ["part-above-whole"])
    assert [(one.severity, one.computation) for one in found] == (
        [] if right else [(Severity.ERROR, "250 > 200")]
    )
    assert check(whole, make_fact("online_dossiers", online, level="cap-xa", at=9)) == ()


def test_a_part_is_not_more_than_its_whole_of_another_source(
    make_fact: MakeFact, check: Check
) -> None:
    """Of one time and place a warning, since two sources may count otherwise; else nothing."""
    whole = make_fact("dossiers_received", "200", doc="a")
    part = make_fact("online_dossiers", "250", doc="b")
    (finding,) = check(whole, part)
    assert (finding.rule, finding.severity) == ("part-above-whole", Severity.WARNING)
    assert finding.computation == "250 > 200"
    quarter = replace(whole, period=Period(whole.period.end, date(whole.period.end.year, 10, 1)))
    assert check(quarter, part) == ()


@pytest.mark.parametrize("doc", ["a", "b"])
def test_more_is_late_than_was_received(make_fact: MakeFact, check: Check, doc: str) -> None:
    """Only old dossiers can explain it; those of a year are no part of what a quarter received."""
    whole = make_fact("dossiers_received", "30000", doc="a")
    late = make_fact("dossiers_late", "31500", doc=doc, at=9)
    (finding,) = check(whole, late)
    assert (finding.rule, finding.severity) == ("part-above-whole", Severity.WARNING)
    assert "phần chênh lệch chỉ có thể là hồ sơ của kỳ trước chuyển sang" in finding.message
    quarter = replace(whole, period=Period(whole.period.end, date(whole.period.end.year, 10, 1)))
    assert check(quarter, late) == ()
