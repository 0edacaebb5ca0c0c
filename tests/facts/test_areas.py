"""Which area a figure of days before the merger is of, told by what stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.facts.areas import Area, areas_of
from generator.model.fact import Fact
from generator.model.source_text import SourceInfo
from tests.material import CATALOGUE, made_fact, period_of

BEFORE = period_of("2024-07-01..2024-12-31")
YEAR = period_of("2024")
LATE = SourceInfo(id="mau", title="Bài", publisher="Báo Mẫu", published=date(2025, 12, 1), place="")


def received(place: str, value: str, *, start: int, before: str = "") -> Fact:
    """Return the dossiers of a province in a late source, behind some words."""
    fact = made_fact("dossiers_received", value, BEFORE, place=place, start=start)
    return replace(fact, before=before)


OWN = received("lam-dong", "150000", start=0)
OTHERS = (received("binh-thuan", "160000", start=30), received("dak-nong", "90000", start=60))
RATE = made_fact("dossiers_on_time_rate", "95", BEFORE, place="lam-dong", start=90)


def area(*facts: Fact, of: Fact = OWN) -> Area:
    """Return the area of a figure among others of documents of December 2025."""
    infos = {one.source.doc: replace(LATE, id=one.source.doc) for one in facts}
    return areas_of(infos, facts, CATALOGUE.places)[of.id]


def test_beside_all_others_a_province_is_the_old_one() -> None:
    """Its other figures of that time and document are, too."""
    assert area(OWN, *OTHERS) is Area.OLD
    assert area(OWN, *OTHERS, RATE, of=RATE) is Area.OLD


APART = {
    "one lacks": (OWN, OTHERS[0]),
    "another time": (OWN, OTHERS[0], replace(OTHERS[1], period=YEAR)),
    "another measure": (OWN, OTHERS[0], replace(OTHERS[1], indicator="dossiers_resolved")),
    "another level": (OWN, OTHERS[0], replace(OTHERS[1], level="cap-xa")),
    "another source": (OWN, OTHERS[0], replace(OTHERS[1], source=replace(OWN.source, doc="hai"))),
    "two values": (OWN, *OTHERS, received("lam-dong", "400000", start=120)),
    "parts": (OWN, *(replace(one, before="tiếp nhận 400.000, trong đó ") for one in OTHERS)),
}


@pytest.mark.parametrize("facts", APART.values(), ids=APART)
def test_else_a_late_source_leaves_the_area_open(facts: tuple[Fact, ...]) -> None:
    """Unless all others have the same measure of one time beside it, not as its parts."""
    assert area(*facts) is Area.UNSURE
