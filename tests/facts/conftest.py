"""Facts made by hand, and the gold facts of the user's own articles."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.catalogue import Catalogue, load_catalogue
from generator.model.fact import Approx, Fact, Source
from tests.material import period_of

MakeFact = Callable[..., Fact]


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
            period=period_of(when),
            value=Decimal(value),
            unit=catalogue.indicators[indicator].unit,
            source=Source(doc, at, at + len(value), value),
            total=Decimal(total) if total else None,
            share=Decimal(share) if share else None,
            approx=Approx(approx) if approx else None,
        )

    return make
