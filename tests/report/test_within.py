"""Which counts are told as parts of others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.catalogue import load_language
from generator.report.passages import passages_of
from generator.report.wording import Wording
from tests.material import CATALOGUE, made_fact, year

WORDING = Wording(load_language(), CATALOGUE.indicators)
PLACE = CATALOGUE.places.by_slug["binh-thuan"]


def parts_of(sentence: str, **numbers: str) -> list[str]:
    """Return the parts that a sentence's second and later counts are of the first one."""
    facts = []
    for name, printed in numbers.items():
        start = sentence.index(printed)
        before, after = sentence[:start], sentence[start + len(printed) :]
        made = made_fact(f"dossiers_{name}", printed.replace(".", ""), year(2023), start=start)
        facts.append(replace(made, before=before, after=after, number_start=start))
    (passage,) = passages_of(facts, PLACE, CATALOGUE.indicators, WORDING)
    return [part.indicator.id for claim in passage.claims for part in claim.parts]


@pytest.mark.parametrize(
    ("sentence", "is_part"),
    [
        ("Tỉnh giải quyết 5.000 hồ sơ, trong đó trễ hạn 40 hồ sơ.", True),
        ("Tỉnh giải quyết 5.000 hồ sơ; trong số này có 40 hồ sơ trễ hạn.", True),
        ("Tỉnh giải quyết 5.000 hồ sơ, trễ hạn 40 hồ sơ.", True),
        ("Tỉnh giải quyết 5.000 hồ sơ; có 40 hồ sơ trễ hạn.", False),
    ],
)
def test_what_is_late_is_a_part_where_the_source_joins_it(
    sentence: str,
    is_part: bool,  # noqa: FBT001  a case
) -> None:
    """A clause of its own may tell of what is not resolved yet."""
    found = parts_of(sentence, resolved="5.000", late="40")
    assert found == (["dossiers_late"] if is_part else [])


def test_what_makes_up_the_whole_is_a_part() -> None:
    """On time and late dossiers are all that were resolved."""
    sentence = "Tỉnh giải quyết 5.000 hồ sơ; đúng hạn 4.960 hồ sơ; trễ hạn 40 hồ sơ."
    found = parts_of(sentence, resolved="5.000", on_time="4.960", late="40")
    assert found == ["dossiers_on_time", "dossiers_late"]


def test_what_is_late_is_of_no_dossiers_that_came_in() -> None:
    """Beside the dossiers received alone nobody says of which ones they are."""
    assert (
        parts_of("Tỉnh tiếp nhận 5.000 hồ sơ, 40 hồ sơ trễ hạn.", received="5.000", late="40") == []
    )


def test_no_part_is_larger_than_its_whole() -> None:
    """Whatever the source says, it is told beside it."""
    sentence = "Tỉnh giải quyết 5.000 hồ sơ, trong đó đúng hạn 6.000 hồ sơ."
    assert parts_of(sentence, resolved="5.000", on_time="6.000") == []
