"""Printed shares: of an a/b, of a known whole, of an inferred one, of a partition."""

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.checks.tolerance import MATERIAL, Fit, fit
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity

MakeFact = Callable[..., Fact]
Check = Callable[..., tuple[Finding, ...]]


def rules(findings: tuple[Finding, ...]) -> list[str]:
    """Return the rules of findings in order."""
    return [finding.rule for finding in findings]


def share_of(make_fact: MakeFact, part: int, whole: int, share: Decimal) -> Fact:
    """Return a fact "a/b (c%)"."""
    return make_fact("dossiers_on_time", str(part), total=str(whole), share=str(share))


@st.composite
def printed_shares(draw: st.DrawFn) -> tuple[int, int, int]:
    """Draw a part, a whole that is not smaller, and the digits that are printed."""
    whole = draw(st.integers(1, 10**7))
    return draw(st.integers(0, whole)), whole, draw(st.integers(0, 4))


@given(case=printed_shares(), mode=st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
def test_a_rounded_share_is_never_flagged(
    make_fact: MakeFact, check: Check, case: tuple[int, int, int], mode: str
) -> None:
    """However many digits are printed, a correctly rounded share is right."""
    part, whole, digits = case
    share = (Decimal(part) / whole * 100).quantize(Decimal(1).scaleb(-digits), mode)
    assert check(share_of(make_fact, part, whole, share)) == ()


@given(case=printed_shares())
@example(case=(1, 40, 0))
@example(case=(39, 40, 0))
@example(case=(1, 16, 1))
@example(case=(3, 80, 0))
def test_a_cut_off_share_is_at_most_a_note(
    make_fact: MakeFact, check: Check, case: tuple[int, int, int]
) -> None:
    """A share that was cut off gets a note, and none where the difference is tiny.

    What lies right between two prints ("2,5%") is rounded to either: 2% for some, 3% for others.
    """
    part, whole, digits = case
    exact = Decimal(part) / whole * 100
    share = exact.quantize(Decimal(1).scaleb(-digits), ROUND_DOWN)
    found = check(share_of(make_fact, part, whole, share))
    rounded = (ROUND_HALF_UP, ROUND_HALF_DOWN)
    is_rounded = share in [exact.quantize(Decimal(1).scaleb(-digits), mode) for mode in rounded]
    if is_rounded or abs(exact - share) < MATERIAL:
        assert found == ()
    elif digits < 2:
        assert [(one.rule, one.severity) for one in found] == [("share-truncated", Severity.NOTE)]


@given(case=printed_shares(), off=st.integers(2, 50), up=st.booleans())
def test_a_wrong_share_is_an_error(
    make_fact: MakeFact, check: Check, case: tuple[int, int, int], *, off: int, up: bool
) -> None:
    """Two units of the last digit away from the truth are no rounding."""
    part, whole, digits = case
    step = Decimal(1).scaleb(-min(digits, 2))
    exact = Decimal(part) / whole * 100
    share = exact.quantize(step, ROUND_DOWN) + (off if up else -off) * step
    found = check(share_of(make_fact, part, whole, share))
    rule = "share-above-100" if share > 100 else "share-mismatch"
    assert [(one.rule, one.severity) for one in found] == [(rule, Severity.ERROR)]
    assert found[0].used == found[0].facts[0]


@pytest.mark.parametrize(
    ("exact", "printed", "expected"),
    [
        ("48.684", "48.7", Fit.ROUNDED),
        ("48.684", "48.6", Fit.TRUNCATED),
        ("48.684", "48.8", Fit.NEITHER),
        ("83.9153", "83.91", Fit.ROUNDED),
        ("16.0847", "16.09", Fit.NEITHER),
        ("95.392", "95.40", Fit.NEITHER),
        ("95.392", "95.39", Fit.ROUNDED),
        ("95.396", "95.39", Fit.ROUNDED),
        ("16.0847", "16.10", Fit.NEITHER),
        ("38.6", "37", Fit.NEITHER),
        ("38.6", "38", Fit.TRUNCATED),
        ("38.6", "39", Fit.ROUNDED),
    ],
)
def test_fit(exact: str, printed: str, expected: Fit) -> None:
    """The rounded share and the one that is cut off are right, a neighbour of both is not."""
    assert fit(Decimal(exact), Decimal(printed)) is expected


def test_a_hundredth_too_much_is_told(make_fact: MakeFact, check: Check) -> None:
    """95,40 % for 95,392 % is neither rounded nor cut off, beside its total or apart from it."""
    alone = make_fact("dossiers_on_time", "334200", total="350343", share="95.40")
    assert rules(check(alone)) == ["share-mismatch"]
    apart = replace(alone, total=None)
    whole = make_fact("dossiers_resolved", "350343", at=30)
    assert rules(check(apart, whole)) == ["share-denominator"]
    assert check(replace(apart, share=Decimal("95.39")), whole) == ()


@pytest.mark.parametrize(
    ("late", "found"), [("2", []), ("3", []), ("4", []), ("5", ["shares-total"])]
)
def test_two_rates_go_over_the_hundred_by_rounding_alone(
    make_fact: MakeFact, check: Check, late: str, found: list[str]
) -> None:
    """97 % and 4 % may be 96,5 % and 3,5 %; 97 % and 5 % are never a whole."""
    facts = (
        make_fact("dossiers_on_time_rate", "97"),
        make_fact("dossiers_late_rate", late, at=30),
    )
    assert rules(check(*facts)) == found


def test_a_share_of_what_came_in_online_is_of_all(make_fact: MakeFact, check: Check) -> None:
    """9.000 of 12.000 dossiers are 75 %, not 85 %."""
    received = make_fact("dossiers_received", "12000")
    right = make_fact("online_dossiers", "9000", share="75", at=30)
    assert check(received, right) == ()
    assert rules(check(received, replace(right, share=Decimal(85)))) == ["share-denominator"]


def test_a_share_that_fills_the_hundred_may_be_shifted(make_fact: MakeFact, check: Check) -> None:
    """16,09 % for 16,085 % is right beside 40 % and 43,91 %, and wrong beside 44 %."""
    parts = [
        make_fact("online_services_full", "756", total="1890", share="40"),
        make_fact("online_services_partial", "830", total="1890", share="43.91", at=30),
        make_fact("online_services_information", "304", total="1890", share="16.09", at=60),
    ]
    assert check(*parts) == ()
    assert "share-mismatch" in rules(check(*parts[1:]))


def test_one_share_told_twice_in_a_source_is_one_finding(make_fact: MakeFact, check: Check) -> None:
    """A lead that repeats the body repeats no finding."""
    pair = [make_fact("dossiers_on_time", "37", total="76", share="60", at=at) for at in (0, 90)]
    assert rules(check(*pair)) == ["share-mismatch"]


def test_a_part_above_its_whole(make_fact: MakeFact, check: Check) -> None:
    """A "40/38" is wrong whatever share stands beside it."""
    found = check(make_fact("dossiers_on_time", "40", total="38", share="100"))
    assert rules(found) == ["value-above-total"]
    assert found[0].computation == "40 > 38"


def test_an_approximate_count_has_no_exact_share(make_fact: MakeFact, check: Check) -> None:
    """Over 1.700 of 2.000 may well be 88 %."""
    fact = make_fact("dossiers_on_time", "1700", total="2000", share="88", approx="over")
    assert check(fact) == ()


def test_a_share_of_a_known_whole(make_fact: MakeFact, check: Check) -> None:
    """The dossiers on time are a share of those resolved, told in the same source."""
    facts = [
        make_fact("dossiers_resolved", "1000"),
        make_fact("dossiers_on_time", "900", share="95", at=20),
        make_fact("dossiers_late", "100", share="10", at=40),
    ]
    found = check(*facts)
    assert rules(found) == ["share-denominator"]
    assert found[0].severity is Severity.WARNING
    assert found[0].computation == "900 / 1.000 × 100 = 90,00% ≠ 95%"
    assert "tổng số tương ứng trong cùng nguồn là 1.000" in found[0].message


def test_any_known_whole_will_do(make_fact: MakeFact, check: Check) -> None:
    """A share may be of the dossiers received as well as of those resolved."""
    facts = [
        make_fact("dossiers_received", "1200"),
        make_fact("dossiers_resolved", "1000", at=10),
        make_fact("dossiers_on_time", "900", share="75", at=20),
    ]
    assert check(*facts) == ()


@pytest.mark.parametrize(
    ("whole", "told"),
    [("1000", []), ("1100", ["parts-sum", "share-denominator"])],
)
def test_a_share_is_of_the_whole_of_its_row(
    make_fact: MakeFact, check: Check, whole: str, told: list[str]
) -> None:
    """Where the whole is told, a share that fits only the sum of the parts is wrong, too."""
    found = check(
        make_fact("dossiers_resolved", whole),
        make_fact("dossiers_on_time", "950", share="95"),
        make_fact("dossiers_late", "50", share="5"),
    )
    assert sorted(rules(found)) == told


def test_a_share_may_count_what_came_before(make_fact: MakeFact, check: Check) -> None:
    """Feedback of the year before may be resolved, so that a share is of more than came in."""
    found = check(
        make_fact("feedback_received", "90"),
        make_fact("feedback_resolved", "80", share="80"),
        make_fact("feedback_pending", "20", share="20"),
    )
    assert "share-denominator" not in rules(found)


def partition(make_fact: MakeFact, *shares: str, **more: str) -> list[Fact]:
    """Return 500, 300 and 200 services with shares."""
    kinds = ("full", "partial", "information")
    rows = zip(kinds, ("500", "300", "200"), shares, strict=True)
    return [
        make_fact(f"online_services_{kind}", value, share=share, at=place * 10, **more)
        for place, (kind, value, share) in enumerate(rows)
    ]


def test_the_denominator_comes_from_the_shares_beside(make_fact: MakeFact, check: Check) -> None:
    """Shares that prove a total of 1.000 contradict 400 that are said to be 45 %."""
    odd = make_fact("online_services_paperless", "400", share="45", at=90)
    found = check(*partition(make_fact, "50", "30", "20"), odd)
    assert rules(found) == ["share-denominator"]
    assert found[0].used == odd
    assert found[0].computation == ("500 + 300 + 200 = 1.000; 400 / 1.000 × 100 = 40,00% ≠ 45%")


@pytest.mark.parametrize("share", ["40", "80"], ids=["of the sum", "of one count"])
def test_a_share_of_anything_told_is_right(make_fact: MakeFact, check: Check, share: str) -> None:
    """400 may be 40 % of all 1.000 or 80 % of the 500 full services."""
    fact = make_fact("online_services_paperless", "400", share=share, at=90)
    assert check(*partition(make_fact, "50", "30", "20"), fact) == ()


def test_another_place_day_or_source_proves_nothing(make_fact: MakeFact, check: Check) -> None:
    """Only shares of the same place, period and source give a denominator away."""
    for more in ({"place": "bac-giang"}, {"when": "2022"}, {"doc": "b"}):
        odd = make_fact("online_services_paperless", "400", share="45", at=90, **more)
        assert check(*partition(make_fact, "50", "30", "20"), odd) == ()


def test_shares_beside_with_one_total(make_fact: MakeFact, check: Check) -> None:
    """Two neighbours that print the same b give the denominator, too."""
    facts = [
        make_fact("online_services_full", "500", total="1000", share="50"),
        make_fact("online_services_partial", "300", total="1000", share="30", at=10),
        make_fact("online_services_paperless", "400", share="45", at=90),
    ]
    assert rules(check(*facts)) == ["share-denominator"]


def test_shares_of_a_partition_add_to_100(make_fact: MakeFact, check: Check) -> None:
    """A slip in one share of a partition is seen even where no whole is known."""
    found = check(*partition(make_fact, "50", "36", "20"))
    assert rules(found) == ["shares-total"]
    assert found[0].computation == "50% + 36% + 20% = 106% ≠ 100%"


def test_a_last_digit_may_be_shifted_to_reach_100(make_fact: MakeFact, check: Check) -> None:
    """Thirds are printed 33,3, 33,3 and 33,4; beside an a/b the shift is a warning."""
    rows = enumerate(zip(("full", "partial", "information"), ("33.3", "33.3", "33.4"), strict=True))
    thirds = [
        make_fact(f"online_services_{kind}", "100", share=share, at=at)
        for at, (kind, share) in rows
    ]
    assert check(*thirds) == ()
    found = check(make_fact("dossiers_on_time", "1", total="3", share="33.4"))
    assert [(one.rule, one.severity) for one in found] == [("share-mismatch", Severity.WARNING)]


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        ("95 5", []),
        ("95 4", []),  # both cut off
        ("95 3", ["shares-total"]),  # two whole units are no rounding
        ("96 5", []),  # both rounded up
        ("96 6", ["shares-total"]),
        ("95.4 4.5", []),
        ("95.4 4.4", ["shares-total"]),
        ("95.4 4.8", ["shares-total"]),
        ("95.43 4.57", []),
        ("95.43 4.55", ["shares-total"]),
        ("95 4.1", []),
        ("95 3.9", ["shares-total"]),
        ("95.0 4", []),
        ("95.0 3.8", ["shares-total"]),
    ],
)
def test_rates_of_a_partition_leave_nothing_out(
    make_fact: MakeFact, check: Check, shares: str, found: list[str]
) -> None:
    """Half a unit of the last digit each when rounded, less than a unit each when cut off."""
    names = ("dossiers_on_time_rate", "dossiers_late_rate")
    facts = [
        make_fact(name, share, at=at)
        for at, (name, share) in enumerate(zip(names, shares.split(), strict=True))
    ]
    assert rules(check(*facts)) == found


def test_shares_of_all_that_were_received_leave_the_open_ones(
    make_fact: MakeFact, check: Check
) -> None:
    """90 % on time and 3 % late of what came in are no partition of what was resolved."""
    counts = [
        make_fact("dossiers_on_time", "900", share="90"),
        make_fact("dossiers_late", "30", share="3", at=9),
    ]
    whole = make_fact("dossiers_received", "1000", at=19)
    assert check(*counts, whole) == ()
    assert rules(check(*counts)) == ["shares-total"]


def test_counts_of_a_partition_have_their_shares(make_fact: MakeFact, check: Check) -> None:
    """Shares that add to 100 but are not those of the counts betray a slip in a count."""
    found = check(*partition(make_fact, "48", "32", "20"))
    assert rules(found) == ["shares-counts"]
    assert found[0].computation == (
        "500 + 300 + 200 = 1.000; 500 / 1.000 × 100 = 50,00%;"
        " 300 / 1.000 × 100 = 30,00%; 200 / 1.000 × 100 = 20,00%"
    )
    assert "tổng số 1.000" in found[0].message


def test_rates_of_a_partition_add_to_100(make_fact: MakeFact, check: Check) -> None:
    """On time and late are all there is."""
    good = [make_fact("dossiers_on_time_rate", "95.4"), make_fact("dossiers_late_rate", "4.6")]
    bad = [make_fact("dossiers_on_time_rate", "95.4"), make_fact("dossiers_late_rate", "6.4")]
    assert check(*good) == ()
    assert rules(check(*bad)) == ["shares-total"]
