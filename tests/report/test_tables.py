"""Tables by date: what the parts make up together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue import load_language
from generator.model.period import Period
from generator.report.model import DateTable
from generator.report.tables import date_tables
from tests.material import CATALOGUE, made_fact

PARTS = ("online_services_full", "online_services_partial", "online_services_information")


def table(*shares: str) -> DateTable:
    """Return the table of three parts at two days, the shares of both days as given."""
    days = (Period(date(2023, 6, 1)), Period(date(2023, 10, 1)))
    facts = [
        made_fact(part, value, day, share=share or None, start=at * 10 + order)
        for at, day in enumerate(days)
        for order, (part, value, share) in enumerate(
            zip(PARTS, ("50", "30", "20"), shares, strict=True)
        )
    ]
    place = CATALOGUE.places.by_slug["binh-thuan"]
    (found,) = date_tables(facts, place, CATALOGUE.indicators, load_language())
    return found


def test_shares_that_make_up_the_whole_are_added_up() -> None:
    """The row of totals says 100% and how it comes about."""
    for share in table("50.5", "29.5", "20").shares:
        assert share is not None
        assert share.value == Decimal(100)
        assert share.formula == "50,5 + 29,5 + 20 = 100%"
        assert "Tỷ lệ tổng cộng" in share.label


@pytest.mark.parametrize("shares", [("50.5", "29.4", "20"), ("50", "", "20")])
def test_other_shares_have_no_total(shares: tuple[str, ...]) -> None:
    """Of another whole, or with one missing, the cell stays without a figure."""
    assert table(*shares).shares == (None, None)
