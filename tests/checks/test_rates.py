"""Rates that stand alone."""

from collections.abc import Callable

import pytest

from generator.model.fact import Fact
from generator.model.finding import Finding, Severity

MakeFact = Callable[..., Fact]
Check = Callable[..., tuple[Finding, ...]]
LEVELS = ("cap-tinh", "cap-huyen", "cap-xa")


@pytest.mark.parametrize(("rate", "right"), [("90", True), ("75", True), ("95", False)])
def test_a_rate_is_that_of_its_counts(
    make_fact: MakeFact, check: Check, rate: str, *, right: bool
) -> None:
    """900 on time are 90 % of those resolved, 75 % of those received, never 95 %."""
    found = check(
        make_fact("dossiers_received", "1200"),
        make_fact("dossiers_resolved", "1000", at=9),
        make_fact("dossiers_on_time", "900", at=19),
        make_fact("dossiers_on_time_rate", rate, at=29),
    )
    assert [one.rule for one in found] == ([] if right else ["rate-count"])
    if found:
        assert found[0].computation == "900 / 1.000 × 100 = 90,00% ≠ 95%"
        assert found[0].used == found[0].facts[1]


@pytest.mark.parametrize("rate", ["95", "90", "74.38", "50"])
def test_a_whole_with_a_reservation_proves_nothing(
    make_fact: MakeFact, check: Check, rate: str
) -> None:
    """Of "gần 100.000" resolved no share is known, and what was received is another whole."""
    facts = [
        make_fact("dossiers_received", "121000"),
        make_fact("dossiers_resolved", "100000", approx="under", at=9),
        make_fact("dossiers_on_time", "90000", share=rate, at=19),
        make_fact("dossiers_on_time_rate", rate, at=29),
    ]
    assert [one.rule for one in check(*facts)] == []


def test_a_finding_names_the_whole_that_it_divides_by(make_fact: MakeFact, check: Check) -> None:
    """The fact of the denominator belongs to the finding, so that its formula proves itself."""
    whole = make_fact("dossiers_resolved", "1000", at=9)
    (found,) = check(
        whole,
        make_fact("dossiers_on_time", "900", at=19),
        make_fact("dossiers_on_time_rate", "95", at=29),
    )
    assert whole in found.facts
    assert whole in found.figures[0].inputs


def test_a_rate_beside_a_count_with_its_own_share(make_fact: MakeFact, check: Check) -> None:
    """A rate that repeats the share of the count is right whatever the whole."""
    facts = [
        make_fact("dossiers_on_time", "900", total="1000", share="90"),
        make_fact("dossiers_on_time_rate", "90", at=29),
    ]
    assert check(*facts) == ()


@pytest.mark.parametrize(
    ("whole", "expected"),
    [("95.89", None), ("94.9", "94,9% < 95,16%"), ("99.9", "99,9% > 99,75%")],
)
def test_the_rate_of_a_place_lies_between_those_of_its_levels(
    make_fact: MakeFact, check: Check, whole: str, expected: str | None
) -> None:
    """A mean is never below the lowest nor above the highest."""
    facts = [make_fact("dossiers_on_time_rate", whole)]
    for level, value in zip(LEVELS, ("99.75", "95.16", "95.39"), strict=True):
        facts.append(make_fact("dossiers_on_time_rate", value, level=level, at=9))
    found = check(*facts)
    assert [one.computation for one in found] == ([expected] if expected else [])
    assert {one.rule for one in found} <= {"rate-levels"}
    assert check(*facts[:-1]) == ()


def test_more_than_everything(make_fact: MakeFact, check: Check) -> None:
    """No rate and no share is above 100 %."""
    for fact in (
        make_fact("satisfaction_rate", "105.2"),
        make_fact("online_dossiers", "500", share="105.2"),
    ):
        (found,) = check(fact)
        assert (found.rule, found.severity) == ("share-above-100", Severity.ERROR)
        assert found.computation == "105,2% > 100%"


@pytest.mark.parametrize(("rate", "right"), [("75", True), ("80", False)])
def test_the_rate_of_online_dossiers(
    make_fact: MakeFact, check: Check, rate: str, *, right: bool
) -> None:
    """150.000 of 200.000 received are 75 %."""
    found = check(
        make_fact("dossiers_received", "200000"),
        make_fact("online_dossiers", "150000", at=9),
        make_fact("online_dossiers_rate", rate, at=19),
    )
    expected = [] if right else ["150.000 / 200.000 × 100 = 75,00% ≠ 80%"]
    assert [one.computation for one in found] == expected


@pytest.mark.parametrize(
    ("counted", "rate", "expected"),
    [
        ({"share": "98.66"}, "97.66", "198.420 / 201.118 × 100 ≈ 98,66% ≠ 97,66%"),
        ({}, "97.66", "198.420 / 201.118 × 100 ≈ 98,66% ≠ 97,66%"),
        ({"share": "98.66"}, "98.7", None),
        ({"share": "98.7"}, "98.6", None),
        ({"approx": "over"}, "97.66", None),
        ({"place": "ha-giang"}, "97.66", None),
    ],
)
def test_a_rate_of_one_source_and_the_counts_of_another(
    make_fact: MakeFact, check: Check, counted: dict[str, str], rate: str, expected: str | None
) -> None:
    """They tell one thing: which of the two is right nobody knows, so it is a warning."""
    found = check(
        make_fact("dossiers_resolved", "201118"),
        make_fact("dossiers_on_time", "198420", at=9, **counted),
        make_fact("dossiers_on_time_rate", rate, doc="b"),
    )
    assert [one.computation for one in found] == ([expected] if expected else [])
    for one in found:
        assert (one.rule, one.severity) == ("rate-count", Severity.WARNING)
        assert "Báo B (10/7/2024) nêu 97,66%" in one.message
        assert "theo Báo A (10/01/2024)" in one.message


@pytest.mark.parametrize(
    ("rate", "expected"), [("90", "98,66% ≠ 90%"), ("98.7", None), ("98.6", None)]
)
def test_a_rate_of_one_source_and_the_bare_share_of_another(
    make_fact: MakeFact, check: Check, rate: str, expected: str | None
) -> None:
    """Where no whole is told the printed share stands against the printed rate."""
    found = check(
        make_fact("dossiers_on_time", "198420", share="98.66"),
        make_fact("dossiers_on_time_rate", rate, doc="b"),
    )
    assert [one.computation for one in found] == ([expected] if expected else [])
    assert {one.severity for one in found} <= {Severity.WARNING}


def test_what_is_told_already_is_not_told_across_sources(make_fact: MakeFact, check: Check) -> None:
    """Two rates that differ are told as such, not once more by the counts of one of them."""
    found = check(
        make_fact("dossiers_resolved", "201118"),
        make_fact("dossiers_on_time", "198420", at=9),
        make_fact("dossiers_on_time_rate", "98.66", at=19),
        make_fact("dossiers_on_time_rate", "97.66", doc="b"),
    )
    assert [one.rule for one in found] == ["sources-disagree"]
