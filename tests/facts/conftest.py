"""Facts made by hand, and the gold facts of the user's own articles."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from generator.catalogue import Catalogue, load_catalogue
from generator.model.fact import Approx, Fact, Source
from generator.model.period import Period

MakeFact = Callable[..., Fact]


def _period(text: str) -> Period:
    """Read "2023", "2023-H1", "..2023-12-31" (a stock) or "2023-01-01..2023-08-31"."""
    start, dots, end = text.partition("..")
    if dots:
        return Period(date.fromisoformat(end), date.fromisoformat(start) if start else None)
    if text.endswith("-H1"):
        return Period(date(int(text[:4]), 6, 30), date(int(text[:4]), 1, 1))
    return Period(date(int(text), 12, 31), date(int(text), 1, 1))


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue()


@pytest.fixture(scope="session")
def make_fact(catalogue: Catalogue) -> MakeFact:
    """A function that makes a fact: indicator, value, what differs from the usual."""

    def make(
        indicator: str,
        value: str,
        *,
        place: str = "binh-thuan",
        level: str | None = None,
        when: str = "2023",
        total: str | None = None,
        share: str | None = None,
        approx: str | None = None,
        doc: str = "a",
        at: int = 0,
    ) -> Fact:
        return Fact(
            indicator=indicator,
            place=place,
            level=level,
            period=_period(when),
            value=Decimal(value),
            unit=catalogue.indicators[indicator].unit,
            source=Source(doc, at, at + len(value), value),
            total=Decimal(total) if total else None,
            share=Decimal(share) if share else None,
            approx=Approx(approx) if approx else None,
        )

    return make
