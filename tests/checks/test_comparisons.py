"""Changes, ranks, sources that disagree, jumps, stock against flow."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.model.fact import Fact
from generator.model.finding import Finding, Severity

MakeFact = Callable[..., Fact]
Check = Callable[..., tuple[Finding, ...]]


def rules(findings: tuple[Finding, ...]) -> list[str]:
    """Return the rules of findings in order."""
    return [finding.rule for finding in findings]


# ---------------------------------------------------------------- printed changes


@pytest.mark.parametrize(
    ("indicator", "before", "after", "change", "right"),
    [
        ("dossiers_received", "1000", "1300", "percent +30 2022", True),
        ("dossiers_received", "1000", "1305", "percent +30 cùng kỳ năm 2022", True),
        ("dossiers_received", "1000", "1300", "percent +25 2022", False),
        ("dossiers_received", "1000", "1300", "percent -30 2022", False),
        ("dossiers_received", "1000", "3000", "times +3 cùng kỳ", True),
        ("dossiers_received", "1000", "3000", "times +2 cùng kỳ", True),
        ("dossiers_received", "1000", "3000", "times +5 cùng kỳ", False),
        # rounded or cut off, but no further
        ("dossiers_received", "1000", "1045", "percent +5 2022", True),
        ("dossiers_received", "1000", "1059", "percent +5 2022", True),
        ("dossiers_received", "1000", "1041", "percent +5 2022", False),
        ("dossiers_received", "1000", "1060", "percent +5 2022", False),
        ("dossiers_received", "1000", "1054", "percent +5.4 2022", True),
        ("dossiers_received", "100000", "105340", "percent +5.4 2022", False),
        ("dossiers_received", "1000", "960", "percent -4 2022", True),
        ("dossiers_received", "1000", "950", "percent -4 2022", False),
        ("dossiers_received", "1000", "2510", "times +2.5 2022", True),
        ("dossiers_received", "1000", "2410", "times +2.5 2022", False),
        ("pci_score", "61.52", "63.99", "points +2.4 2022", True),
        ("pci_score", "61.52", "63.99", "points +2.6 2022", False),
        ("dossiers_received", "1000", "1300", "absolute +300 năm 2022", True),
        ("dossiers_received", "1000", "1300", "absolute +330 năm 2022", False),
        ("online_usage_rate", "9.51", "18.2", "points +8.69 2022", True),
        ("online_usage_rate", "9.51", "18.2", "percent +8.69 2022", True),
        ("online_usage_rate", "9.51", "18.2", "points +9.68 2022", False),
        ("pci_rank", "54", "34", "places +20 2022", True),
        ("pci_rank", "34", "54", "places -20 2022", True),
        ("pci_rank", "54", "34", "places -20 2022", False),
        ("pci_rank", "54", "34", "places +19 2022", False),
    ],
)
def test_a_printed_change(
    make_fact: MakeFact,
    check: Check,
    indicator: str,
    before: str,
    after: str,
    change: str,
    *,
    right: bool,
) -> None:
    """A change is right where the two figures give it, by size and direction."""
    earlier = make_fact(indicator, before, when="2022")
    later = make_fact(indicator, after, when="2023", change=change, doc="b")
    found = check(earlier, later)
    assert rules(found) == ([] if right else ["change-mismatch"])
    if found:
        assert found[0].used == later
        assert found[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("%, tăng 20% so với năm 2022", ""),  # a fifth of 80
        ("%, tăng 16% so với năm 2022", ""),  # from 80 to 96
        ("%, tăng 12% so với năm 2022", "tăng 12% so với năm 2022"),
        ("%, tăng 20 điểm phần trăm so với năm 2022", "tăng 20 điểm phần trăm so với năm 2022"),
    ],
)
def test_a_percentage_of_a_rate_is_one_of_two_things(
    make_fact: MakeFact, check: Check, after: str, told: str
) -> None:
    """A rise of 20% to 96% is right of 80 % before; what is wrong is told in the source's words."""
    size = re.search(r"tăng (\d+)", after)
    assert size is not None
    earlier = make_fact("online_usage_rate", "80", when="2022")
    later = make_fact(
        "online_usage_rate", "96", when="2023", change=f"points +{size[1]} 2022", doc="b"
    )
    found = check(earlier, replace(later, printed="96", after=after))
    assert [told in one.message.replace("\xa0", " ") for one in found] == [True] * bool(told)


@pytest.mark.parametrize(
    ("place", "found"), [("lam-dong", []), ("quang-ninh", ["change-mismatch"])]
)
def test_a_change_over_the_merger_is_not_judged_by_the_namesake(
    make_fact: MakeFact, check: Check, place: str, found: list[str]
) -> None:
    """The old Lâm Đồng was a third of the new one; Quảng Ninh is what it was."""
    earlier = make_fact("dossiers_received", "150", place=place, when="2024-07-01..2024-12-31")
    later = make_fact(
        "dossiers_received",
        "432",
        place=place,
        when="2025-07-01..2025-12-31",
        change="percent +8 2024",
        doc="b",
    )
    assert rules(check(earlier, later)) == found


@pytest.mark.parametrize(
    ("value", "after", "right"),
    [
        ("3000", "gấp 3 lần", True),
        ("2500", "gấp 3 lần", True),
        ("3990", "gấp 3 lần", True),
        ("2400", "gấp 3 lần", False),
        ("4000", "gấp 3 lần", False),
        ("4900", "tăng gấp 3 lần", False),
        ("4000", "tăng 3 lần", True),  # three times, or by three times of it
        ("2010", "tăng 3 lần", False),
        ("2100", "gấp gần 3 lần", True),
        ("1900", "tăng gấp gần 3 lần", False),
        ("4100", "gấp hơn 3 lần", False),
        ("2000", "gấp đôi", True),
        ("3000", "gấp đôi", False),
        ("2000", "tăng gấp 2 lần", True),
        ("1290", "tăng 25%", False),
        ("1290", "tăng trên 25%", True),
        ("1190", "tăng gần 25%", False),
        ("1310", "tăng trên 25%", False),
        ("1247", "tăng gần 25%", True),
        ("1190", "tăng gần 20%", True),
        ("1290", "tăng hơn 20%", True),
        ("1190", "tăng hơn 20%", False),
        ("1290", "tăng khoảng 30%", True),
        ("1350", "tăng ước khoảng 30%", True),
        ("1410", "tăng khoảng 30%", False),
    ],
)
def test_a_change_with_a_reservation(
    make_fact: MakeFact, check: Check, value: str, after: str, *, right: bool
) -> None:
    """Rounding and cutting off are allowed, a word widens that in its direction only."""
    kind, size = ("times", "2") if "đôi" in after else ("times", "")
    number = re.search(r"\d+", after)
    kind = "percent" if "%" in after else kind
    size = number[0] if number else size
    earlier = make_fact("dossiers_received", "1000", when="2022")
    later = make_fact("dossiers_received", value, when="2023", change=f"{kind} +{size} 2022")
    later = replace(later, printed=value, after=f" hồ sơ, {after} so với năm 2022")
    assert rules(check(earlier, later)) == ([] if right else ["change-mismatch"])


@pytest.mark.parametrize(("value", "right"), [("2230000", True), ("2310000", False)])
def test_a_change_in_millions(
    make_fact: MakeFact, check: Check, value: str, *, right: bool
) -> None:
    """The digits of "1,2 triệu" are rounded, not those of 1.200.000."""
    earlier = make_fact("portal_accounts", "1000000", when="2022")
    later = make_fact("portal_accounts", value, when="2023", change="absolute +1200000 2022")
    text = " tài khoản, tăng 1,2 triệu tài khoản so với năm 2022"
    found = check(earlier, replace(later, printed=value, after=text))
    assert rules(found) == ([] if right else ["change-mismatch"])


def test_the_sentence_on_a_change(make_fact: MakeFact, check: Check) -> None:
    """It tells the printed change, the other figure and what they give."""
    earlier = make_fact("dossiers_received", "1000", when="2022")
    later = make_fact("dossiers_received", "1300", when="2023", change="percent +25 2022", doc="b")
    (found,) = check(earlier, later)
    assert found.message.replace("\xa0", " ") == (
        "Chỉ tiêu “Hồ sơ TTHC tiếp nhận” của tỉnh Bình Thuận trong năm 2023:"
        " Báo B (10/7/2024) nêu 1.300 hồ sơ, tăng 25% so với năm 2022;"
        " số liệu trong năm 2022 là 1.000 hồ sơ theo Báo A (10/01/2024),"
        " theo phép tính là tăng 30,00%. Báo cáo lấy số liệu của từng kỳ làm căn cứ"
        " vì mức thay đổi được tính từ các số liệu này."
    )
    assert found.computation == "(1.300 − 1.000) / 1.000 × 100 ≈ 30,00% ≠ 25%"


@pytest.mark.parametrize(
    ("indicator", "before", "after", "change", "computation"),
    [
        (
            "dossiers_received",
            "1000",
            "1200",
            "percent -20 2022",
            "(1.200 − 1.000) / 1.000 × 100 ≈ 20,00% (tăng) ≠ 20% (giảm)",
        ),
        ("pci_rank", "20", "15", "places -5 2022", "20 − 15 = 5 (tăng) ≠ 05 bậc (giảm)"),
        (
            "pci_score",
            "83.5",
            "84.5",
            "points -1 2022",
            "84,5 − 83,5 = 1 (tăng) ≠ 1 điểm (giảm)",
        ),
    ],
)
def test_a_change_the_other_way_is_told_by_its_direction(
    make_fact: MakeFact,
    check: Check,
    indicator: str,
    before: str,
    after: str,
    change: str,
    computation: str,
) -> None:
    """Where the sizes are equal, the computation says what differs."""
    earlier = make_fact(indicator, before, when="2022")
    (found,) = check(earlier, make_fact(indicator, after, when="2023", change=change, doc="b"))
    assert found.computation.replace("\xa0", " ") == computation


def test_a_change_of_approximate_figures(make_fact: MakeFact, check: Check) -> None:
    """Over 2,8 million are 2,8 times 1 million, and never five times."""
    earlier = make_fact("portal_accounts", "1000000", when="2022")
    for change, expected in (("times +2.8 2022", []), ("times +5 2022", ["change-mismatch"])):
        later = make_fact("portal_accounts", "2800000", approx="over", change=change, at=50)
        assert rules(check(earlier, later)) == expected


def test_a_change_against_unlike_periods_is_not_judged(make_fact: MakeFact, check: Check) -> None:
    """Half a year against a whole one, or no figure of the base year: nothing to say."""
    half = make_fact("dossiers_received", "1300", when="2023-H1", change="percent +25 2022")
    year = make_fact("dossiers_received", "1000", when="2022", at=50)
    assert check(half, year) == ()
    assert check(half) == ()


def test_a_change_between_stock_and_flow(make_fact: MakeFact, check: Check) -> None:
    """A growth that can only be had from a total to date and a year's figure is told."""
    stock = make_fact(
        "online_dossiers", "2340", when="..2023-12-31", change="percent +134 năm 2022", doc="b"
    )
    flow = make_fact("online_dossiers", "1000", when="2022")
    (found,) = check(stock, flow)
    assert found.rule == "stock-flow"
    assert "không so sánh" in found.message
    innocent = make_fact(
        "online_dossiers", "2340", when="..2023-12-31", change="percent +20 năm 2022", doc="b"
    )
    assert check(innocent, flow) == ()


# ---------------------------------------------------------------- scores and ranks


def test_a_better_score_with_a_worse_rank_over_time_is_right(
    make_fact: MakeFact, check: Check
) -> None:
    """The others rose more: 49,1 points and rank 54, then 59,9 points and rank 55."""
    facts = [
        make_fact("service_index_score", "49.1", total="100", when="2022"),
        make_fact("service_index_rank", "54", total="63", when="2022"),
        make_fact("service_index_score", "59.9", total="100"),
        make_fact("service_index_rank", "55", total="63"),
    ]
    assert check(*facts) == ()


def test_a_better_score_with_a_worse_rank_in_one_year_is_not(
    make_fact: MakeFact, check: Check
) -> None:
    """In one ranking the higher score stands before the lower."""

    def year(first: str, second: str) -> list[Fact]:
        return [
            make_fact("pci_score", "70.1", place="bac-giang"),
            make_fact("pci_rank", first, place="bac-giang"),
            make_fact("pci_score", "65.2", place="binh-duong"),
            make_fact("pci_rank", second, place="binh-duong"),
        ]

    assert check(*year("4", "20")) == ()
    assert rules(check(*year("20", "4"))) == ["rank-order"]


def test_ministries_are_not_ranked_with_provinces(make_fact: MakeFact, check: Check) -> None:
    """Rank 3 of 17 ministries says nothing about rank 1 of 63 provinces."""
    facts = [
        make_fact("par_index_score", "90.1", place="quang-ninh"),
        make_fact("par_index_rank", "1", total="63", place="quang-ninh"),
        make_fact("par_index_score", "91.2", place="bo-tu-phap"),
        make_fact("par_index_rank", "3", total="17", place="bo-tu-phap"),
    ]
    assert check(*facts) == ()


# ---------------------------------------------------------------- disagreement


def test_two_sources_that_disagree(make_fact: MakeFact, check: Check) -> None:
    """The later source is used, and the sentence says so and why."""
    old, new = make_fact("dossiers_received", "100"), make_fact("dossiers_received", "90", doc="b")
    (found,) = check(old, new)
    assert (found.rule, found.severity) == ("sources-disagree", Severity.WARNING)
    assert found.used == new
    assert set(found.facts) == {old, new}
    assert found.computation == "90 ≠ 100"
    assert found.message.replace("\xa0", " ") == (
        "Chỉ tiêu “Hồ sơ TTHC tiếp nhận” của tỉnh Bình Thuận trong năm 2023: các nguồn nêu"
        " số liệu khác nhau: 90 hồ sơ theo Báo B (10/7/2024); 100 hồ sơ theo Báo A (10/01/2024)."
        " Báo cáo sử dụng 90 hồ sơ vì nguồn này được công bố sau (10/7/2024)."
    )


def test_a_reservation_that_covers_the_exact_figure(make_fact: MakeFact, check: Check) -> None:
    """Over 1.700 and 1.723 are one figure told twice; over 1.700 and 1.900 are two."""
    about = make_fact("dossiers_received", "1700", approx="over")
    assert check(about, make_fact("dossiers_received", "1723", doc="b")) == ()
    assert rules(check(about, make_fact("dossiers_received", "1900", doc="b"))) == [
        "sources-disagree"
    ]


@pytest.mark.parametrize(
    ("indicator", "first", "second", "alike"),
    [
        ("dossiers_on_time_rate", "95.89%", "95.9%", True),
        ("dossiers_on_time_rate", "95.89%", "95.8%", True),
        ("dossiers_on_time_rate", "95.89%", "96%", True),
        ("dossiers_on_time_rate", "95.89%", "95%", True),
        ("dossiers_on_time_rate", "95.89%", "95.7%", False),
        ("dossiers_on_time_rate", "95.89%", "96.0%", False),
        ("dossiers_on_time_rate", "95.89%", "97%", False),
        ("dossiers_on_time_rate", "95.8%", "95.9%", False),
        ("par_index_score", "88.12 điểm", "88.1 điểm", True),
        ("par_index_score", "88.12 điểm", "88.2 điểm", False),
        ("dossiers_received", "1297800", "1200000 1,2 triệu", True),
        ("dossiers_received", "1297800", "1300000 1,3 triệu", True),
        ("dossiers_received", "1300000", "1200000 1,2 triệu", False),
        ("dossiers_received", "1251000", "1250000 1,25 triệu", True),
        ("dossiers_received", "1261000", "1250000 1,25 triệu", False),
        ("dossiers_received", "1203000", "1200000 1,20 triệu", True),
        ("dossiers_received", "1213000", "1200000 1,20 triệu", False),
        ("dossiers_received", "103400000", "100000000 100 triệu", False),
        ("dossiers_received", "100400000", "100000000 100 triệu", True),
        ("dossiers_received", "1297800", "1200000", False),
        ("dossiers_received", "1297", "1290", False),
    ],
)
def test_fewer_digits_of_one_figure(
    make_fact: MakeFact, check: Check, indicator: str, first: str, second: str, *, alike: bool
) -> None:
    """A figure that another source rounds or cuts off is the same one, whichever comes first."""
    for docs in (("a", "b"), ("b", "a")):
        told = [
            replace(make_fact(indicator, text.split()[0].rstrip("%"), doc=doc), printed=words)
            for text, doc in zip((first, second), docs, strict=True)
            for words in (" ".join(text.split()[1:]) or text,)
        ]
        assert rules(check(*told)) == ([] if alike else ["sources-disagree"])


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (("1386",), [Severity.WARNING]),
        (("200",), [Severity.NOTE]),
        (("1386", "200"), [Severity.NOTE]),
        (("1386", "450"), []),
        (("1386", "450", "200"), [Severity.NOTE]),
        (("1386", "450", "200", "250"), []),
    ],
    ids=["slip", "perhaps-another-thing", "no-parts", "parts", "one-too-many", "parts-of-a-part"],
)
def test_two_places_of_one_source(
    make_fact: MakeFact, check: Check, others: tuple[str, ...], expected: list[Severity]
) -> None:
    """Two values are a contradiction; three may be a breakdown, where they add up to one of it."""
    facts = [
        make_fact("procedures_published", value, at=at)
        for at, value in enumerate(("1836", *others))
    ]
    found = check(*facts)
    assert [one.severity for one in found] == expected
    places = "hai" if len(others) == 1 else "nhiều"
    assert all(f"có {places} chỗ nêu số liệu khác nhau" in one.message for one in found)


def test_two_values_that_make_up_a_third_are_a_breakdown(make_fact: MakeFact, check: Check) -> None:
    """Early and on time are told under one measure; with the late ones they are all."""
    facts = [
        make_fact("dossiers_resolved", "320"),
        make_fact("dossiers_on_time", "213", at=9),
        make_fact("dossiers_on_time", "82", at=19),
        make_fact("dossiers_late", "25", at=29),
        make_fact("dossiers_on_time_rate", "92", at=39),
    ]
    assert check(*facts) == ()


def test_a_source_that_also_tells_the_chosen_value_agrees(
    make_fact: MakeFact, check: Check
) -> None:
    """One that breaks the figure down does not contradict it."""
    facts = [
        make_fact("dossiers_received", "100"),
        make_fact("dossiers_received", "60", at=9),
        make_fact("dossiers_received", "40", at=19),
        make_fact("dossiers_received", "100", doc="b"),
    ]
    assert check(*facts) == ()


def test_a_third_source_is_not_hidden_by_one_that_tells_both(
    make_fact: MakeFact, check: Check
) -> None:
    """A tells 100, B 100 and 90, C 90: B contradicts itself, and C contradicts A."""
    facts = [
        make_fact("dossiers_received", "100"),
        make_fact("dossiers_received", "100", doc="b"),
        make_fact("dossiers_received", "90", doc="b", at=9),
        make_fact("dossiers_received", "90", doc="c"),
    ]
    found = check(*facts)
    assert [(one.rule, one.severity, one.computation) for one in found] == [
        ("sources-disagree", Severity.WARNING, "100 ≠ 90")
    ] * 2
    across, within = sorted(found, key=lambda one: "các nguồn" not in one.message)
    assert {fact.source.doc for fact in across.facts} == {"a", "b", "c"}
    assert {fact.source.doc for fact in within.facts} == {"b"}


def test_a_source_with_more_than_one_figure_beside_another(
    make_fact: MakeFact, check: Check
) -> None:
    """Parts told under one measure hide no contradiction of their whole with another source."""
    parts = [make_fact("dossiers_received", value, at=at) for at, value in enumerate(("60", "40"))]
    whole = make_fact("dossiers_received", "100", at=50)
    other = make_fact("dossiers_received", "190", doc="b")
    assert check(*parts, whole) == ()
    assert rules(check(*parts, whole, other)) == ["sources-disagree"]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (("60 60%", "40 40%"), []),
        (("60 60%", "30 31%"), ["sources-disagree"]),
        (("60/100", "40/100"), []),
        (("60/100", "30/100"), ["sources-disagree"]),
    ],
)
def test_parts_by_their_shares(
    make_fact: MakeFact, check: Check, told: tuple[str, ...], found: list[str]
) -> None:
    """What makes up 100 % or the total beside it is a breakdown."""
    facts = []
    for at, text in enumerate(told):
        value, share = (*text.split(), "")[:2]
        value, total = (*value.split("/"), None)[:2]
        size = share.rstrip("%") or None
        facts.append(make_fact("dossiers_received", value, total=total, share=size, at=at))
    assert rules(check(*facts)) == found


def test_shares_that_disagree(make_fact: MakeFact, check: Check) -> None:
    """The same count with other shares is told; another number of digits is not."""
    first = make_fact("online_dossiers", "500", share="48.6")
    assert check(first, make_fact("online_dossiers", "500", share="49", doc="b")) == ()
    for other in ("52.1", "50", "48", "48.5", "48.7"):
        found = check(first, make_fact("online_dossiers", "500", share=other, doc="b"))
        assert rules(found) == ([] if other[:2] == "48" else ["sources-disagree"])
    other = make_fact("online_dossiers", "500", share="47", doc="b")
    assert rules(check(make_fact("online_dossiers", "500", share="47.8"), other)) == []
    assert rules(check(make_fact("online_dossiers", "500", share="46.2"), other)) == [
        "sources-disagree"
    ]


# ---------------------------------------------------------------- jumps


def test_a_tenfold_change_is_noted(make_fact: MakeFact, check: Check) -> None:
    """One digit too many is likely; a change that the source tells is not."""
    before = make_fact("dossiers_received", "1200", when="2022")
    after = make_fact("dossiers_received", "12500", at=9)
    (found,) = check(before, after)
    assert (found.rule, found.severity) == ("jump", Severity.NOTE)
    told = make_fact("dossiers_received", "12500", change="times +10.4 2022", at=9)
    assert check(before, told) == ()


@pytest.mark.parametrize(
    ("before", "after", "when"),
    [("1200", "9000", "2022"), ("3", "60", "2022"), ("1200", "12500", "2022-01-01..2022-01-31")],
    ids=["less-than-tenfold", "small-counts", "other-length"],
)
def test_no_jump(make_fact: MakeFact, check: Check, before: str, after: str, when: str) -> None:
    """Large growth, small counts and a month against a year are no slip."""
    facts = [make_fact("dossiers_received", before, when=when)]
    assert check(*facts, make_fact("dossiers_received", after, at=9)) == ()


def test_targets_are_no_results(make_fact: MakeFact, check: Check) -> None:
    """Two goals for one year are not judged."""
    goals = [
        make_fact("satisfaction_target", value, doc=doc)
        for value, doc in (("90", "a"), ("80", "b"))
    ]
    assert check(*goals) == ()


def test_equal_ranks_say_nothing(make_fact: MakeFact, check: Check) -> None:
    """Two places may share a rank, whatever their decimals."""
    facts = [
        make_fact("pci_score", "70.1", place="bac-giang"),
        make_fact("pci_rank", "4", place="bac-giang"),
        make_fact("pci_score", "70.2", place="binh-duong"),
        make_fact("pci_rank", "4", place="binh-duong"),
    ]
    assert check(*facts) == ()


def test_a_stock_is_compared_with_the_same_day_or_the_end_of_a_year(
    make_fact: MakeFact, check: Check
) -> None:
    """A figure of March says nothing about a growth since the end of that year."""
    later = make_fact(
        "portal_accounts", "1500", when="..2023-09-30", change="percent +20 2022", doc="b"
    )
    for day, expected in (
        ("03-31", []),
        ("09-30", ["change-mismatch"]),
        ("12-31", ["change-mismatch"]),
    ):
        earlier = make_fact("portal_accounts", "1000", when=f"..2022-{day}")
        assert rules(check(earlier, later)) == expected
