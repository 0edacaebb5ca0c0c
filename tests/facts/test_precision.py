"""Growth of rounded figures: no more digits than they allow, or none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.derived import change_of, growth_of, plain, ratio_of
from generator.facts.merging import told_rate
from generator.facts.precision import as_rounded, as_sure, reach
from generator.facts.standing import share_of_nation
from generator.model.fact import NATION, Approx, Fact
from generator.vi.printing import number
from tests.material import CATALOGUE, made_fact, year

WORDS = {"gần": Approx.UNDER, "hơn": Approx.OVER, "khoảng": Approx.ABOUT, "": None}


def fact_of(words: str, number_: int, value: str) -> Fact:
    """Return the dossiers of a year as a source prints them: "hơn 4,2 triệu"."""
    word, _, printed = words.partition(" ") if not words[0].isdigit() else ("", "", words)
    fact = made_fact("dossiers_received", value, year(number_), approx=WORDS[word])
    return replace(fact, printed=printed)


@pytest.mark.parametrize(
    ("before", "base", "now", "value", "told"),
    [
        ("11.000", "11000", "13.457", "13457", "22,34"),
        # from 12% to 22%: nobody knows
        ("gần 12.000", "12000", "13.457", "13457", None),
        ("3.876.543", "3876543", "hơn 4,2 triệu", "4200000", None),
        ("1,2 triệu", "1200000", "1.345.678", "1345678", None),
        ("hơn 123.400", "123400", "161.300", "161300", "khoảng 31"),
        ("hơn 1,234 triệu", "1234000", "1.432.100", "1432100", "khoảng 16,1"),
        ("1,4 triệu", "1400000", "1.940.000", "1940000", None),
        ("1,40 triệu", "1400000", "1.940.000", "1940000", "khoảng 39"),
        # a rise or a fall
        ("khoảng 1.000", "1000", "1.040", "1040", None),
    ],
)
def test_a_growth_has_the_digits_that_its_ends_allow(
    before: str, base: str, now: str, value: str, told: str | None
) -> None:
    """What a growth may be lies within one unit of its last digit, else it is left out."""
    ends = plain(fact_of(before, 2024, base)), plain(fact_of(now, 2025, value))
    found = growth_of(*ends)
    assert found is not None
    sure = as_sure(found, *ends)
    word = "khoảng " if sure is not None and sure.approx is Approx.ABOUT else ""
    assert (sure and f"{word}{number(sure.value, sure.decimals)}") == told
    assert sure is None or sure.formula.endswith(f"{number(sure.value, sure.decimals)}%")


@pytest.mark.parametrize(
    ("base", "value", "told"),
    [("1,2 triệu", "3100000", None), ("1,20 triệu", "3100000", "2,6"), ("1,2 triệu", "30e6", None)],
)
def test_a_multiple_has_a_tenth_or_is_left_out(base: str, value: str, told: str | None) -> None:
    """Below ten "khoảng 3 lần" of 2,6 would be told too much."""
    plainly = str(int(Decimal(value)))
    ends = plain(fact_of(base, 2024, "1200000")), plain(fact_of(plainly, 2025, plainly))
    found = ratio_of(*ends)
    assert found is not None
    sure = as_sure(found, *ends)
    assert (sure and number(sure.value, sure.decimals)) == told


@given(st.integers(31, 10**7), st.integers(31, 10**7))
def test_exact_figures_keep_their_growth(before: int, now: int) -> None:
    """Nothing changes where a source prints all digits."""
    ends = (
        plain(fact_of(number(Decimal(before)), 2024, str(before))),
        plain(fact_of(number(Decimal(now)), 2025, str(now))),
    )
    assert all(reach(one).is_exact for one in ends)
    found = growth_of(*ends)
    assert found is not None
    assert as_sure(found, *ends) == found


@pytest.mark.parametrize(
    ("before", "base", "now", "value", "told"),
    [
        ("12,32 triệu", "12320000", "12,4 triệu", "12400000", "khoảng 100.000"),
        ("12,4 triệu", "12400000", "12,32 triệu", "12320000", "khoảng -100.000"),
        ("12,3 triệu", "12300000", "12,5 triệu", "12500000", "khoảng 200.000"),
        ("0,9 triệu", "900000", "1,3 triệu", "1300000", "khoảng 400.000"),
        ("700.000", "700000", "1,2 triệu", "1200000", "khoảng 500.000"),
        ("1,2 triệu", "1200000", "1,3 triệu", "1300000", "khoảng 100.000"),
        ("1,2 triệu", "1200000", "1.200.000", "1200000", "0"),
        ("8 triệu", "8000000", "hơn 12,4 triệu", "12400000", "khoảng 4.400.000"),
        ("8 triệu", "8000000", "8,3 triệu", "8300000", None),  # a rise or a fall
        ("8 triệu", "8000000", "12,32 triệu", "12320000", "khoảng 4.300.000"),
        ("11.530.412", "11530412", "12,4 triệu", "12400000", "khoảng 900.000"),
        ("11.530.412", "11530412", "12.400.000", "12400000", "869.588"),
        ("11.530.000", "11530000", "hơn 12,4 triệu", "12400000", "870.000"),  # more than that
        ("1.034.512", "1034512", "khoảng 1,3 triệu", "1300000", "khoảng 300.000"),
        ("1.234", "1234", "khoảng 1.500", "1500", "khoảng 300"),
        # a rise or a fall
        ("12,35 triệu", "12350000", "12,4 triệu", "12400000", None),
        ("12,38 triệu", "12380000", "12,4 triệu", "12400000", None),
    ],
)
def test_a_change_has_the_digits_that_both_ends_have(
    before: str, base: str, now: str, value: str, told: str | None
) -> None:
    """Eighty thousand are no change of millions that are told to the tenth."""
    ends = plain(fact_of(before, 2024, base)), plain(fact_of(now, 2025, value))
    found = change_of(*ends, CATALOGUE.indicators["dossiers_received"])
    assert found is not None
    told_as = as_rounded(found, *ends)
    word = "khoảng " if told_as is not None and told_as.approx is Approx.ABOUT else ""
    assert (told_as and f"{word}{number(told_as.value, told_as.decimals)}") == told


@pytest.mark.parametrize(
    ("part", "whole", "printed", "approx", "share"),
    [
        ("41250", "3300000", "3,3 triệu", None, "1,3"),
        ("41250", "3300000", "3.300.000", None, "1,25"),
        ("300000", "1200000", "1,2 triệu", Approx.ABOUT, "25"),
        ("300000", "1000000", "một triệu", Approx.UNDER, None),
        ("41250", "1200000", "1,2 triệu", Approx.ABOUT, "3"),
        ("600000", "22000000", "22 triệu", Approx.OVER, "2,7"),  # "gần 3%" it cannot be
        ("2123456", "22000000", "22 triệu", Approx.OVER, None),  # neither 10 % nor 9,7 %
        ("2123456", "22000000", "22 triệu", Approx.UNDER, "10"),
    ],
)
def test_a_share_is_as_precise_as_the_least_of_its_counts(
    part: str, whole: str, printed: str, approx: Approx | None, share: str | None
) -> None:
    """A quarter of "khoảng 1,2 triệu" has no hundredths; none where whole percents tell nothing."""
    row = CATALOGUE.indicators["online_dossiers"]
    own = made_fact(row.id, part, year(2023), place="binh-thuan")
    country = made_fact(row.id, whole, year(2023), place=NATION, approx=approx, start=9)
    found = share_of_nation(own, replace(country, printed=printed), row)
    assert (number(found.value, found.decimals) if found else None) == share


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        ("1.150.000", "1.200.000", "95,83"),
        ("1,15 triệu", "1,2 triệu", None),  # from 92 % on
        ("17,2 triệu", "17,5 triệu", "khoảng 98"),
        ("0,9 triệu", "1.300.123", None),
        ("41.250", "3,3 triệu", "khoảng 1,3"),
    ],
)
def test_a_rate_has_the_digits_that_its_counts_allow(
    part: str, whole: str, told: str | None
) -> None:
    """Two decimals of exact counts; of rounded ones what they leave, or no rate at all."""
    facts = (fact_of(one, 2024, _plain(one)) for one in (part, whole))
    found = told_rate(*map(plain, facts))
    word = "khoảng " if found is not None and found.approx is Approx.ABOUT else ""
    assert (found and f"{word}{number(found.value, found.decimals)}") == told


def _plain(printed: str) -> str:
    """Return "1,2 triệu" in plain digits."""
    digits = printed.removesuffix(" triệu").replace(".", "").replace(",", ".")
    return str(int(Decimal(digits) * (1_000_000 if printed.endswith("triệu") else 1)))


def test_a_distance_is_no_finer_than_a_rough_end() -> None:
    """From 90,25% to "khoảng 96%" are "khoảng 6" points; an exact end keeps its digits."""
    row = CATALOGUE.indicators["dossiers_on_time_rate"]
    base = plain(made_fact(row.id, "90.25", year(2024)))
    for approx, told in ((Approx.ABOUT, "6"), (None, "5,75")):
        found = change_of(base, plain(made_fact(row.id, "96", year(2025), approx=approx)), row)
        assert found is not None
        assert number(found.value, found.decimals) == told
