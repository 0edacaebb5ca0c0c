"""The stated rule: exact before approximate, later source, first in the config."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts import FactBase
from generator.facts.choosing import Preference
from generator.model.fact import Fact
from generator.model.source_text import SourceInfo

MakeFact = Callable[..., Fact]

OLD = SourceInfo("old", published=date(2024, 1, 5))
NEW = SourceInfo("new", published=date(2024, 7, 31))
TWIN = SourceInfo("twin", published=date(2024, 7, 31))
UNDATED = SourceInfo("undated")
ALL = (OLD, NEW, TWIN, UNDATED)


def value(make_fact: MakeFact, number: str, doc: str, **more: str) -> Fact:
    """Return a fact of one key from a source."""
    return make_fact("dossiers_resolved", number, doc=doc, **more)


def test_exact_comes_before_approximate(make_fact: MakeFact) -> None:
    """An exact figure of an older source wins over "hơn" of a newer one."""
    exact = value(make_fact, "541559", "old")
    about = value(make_fact, "540000", "new", approx="over")
    choice = FactBase.of([about, exact], ALL).groups[0].choice
    assert choice.fact == exact
    assert choice.others == (about,)
    assert choice.reason == "đây là số liệu chính xác, số liệu còn lại là ước tính"


def test_the_later_source_wins(make_fact: MakeFact) -> None:
    """Of two exact figures the one published later is used."""
    earlier, later = value(make_fact, "100", "old"), value(make_fact, "101", "new")
    choice = FactBase.of([earlier, later], ALL).groups[0].choice
    assert choice.fact == later
    assert choice.reason == "nguồn này được công bố sau (31/7/2024)"


def test_the_source_named_first_wins_on_one_day(make_fact: MakeFact) -> None:
    """Of sources of one day the one named first in the config is used."""
    first, second = value(make_fact, "100", "new"), value(make_fact, "101", "twin")
    choice = FactBase.of([second, first], ALL).groups[0].choice
    assert choice.fact == first
    assert choice.reason == "nguồn này được nêu trước trong danh mục nguồn"


def test_an_undated_source_comes_after_dated_ones(make_fact: MakeFact) -> None:
    """Nothing proves that an undated source is the later one."""
    dated, undated = value(make_fact, "100", "old"), value(make_fact, "101", "undated")
    assert FactBase.of([undated, dated], (UNDATED, OLD)).chosen == (dated,)


def test_within_one_source_the_first_mention_wins(make_fact: MakeFact) -> None:
    """One source that tells two figures is taken at its first word."""
    first, second = value(make_fact, "100", "old"), value(make_fact, "101", "old", at=70)
    choice = FactBase.of([second, first], ALL).groups[0].choice
    assert choice.fact == first
    assert choice.reason == "số liệu này được nêu trước trong cùng một nguồn"


def test_nothing_to_choose_from_is_an_error() -> None:
    """A choice needs a fact."""
    with pytest.raises(ValueError, match="nothing"):
        Preference({}, {}).choose([])


@st.composite
def mentions(draw: st.DrawFn) -> list[tuple[str, str, str | None, int]]:
    """Draw different mentions of one key: value, source, reservation, offset."""
    row = st.tuples(
        st.sampled_from(["90", "100", "101"]),
        st.sampled_from([info.id for info in ALL] + ["unknown"]),
        st.sampled_from([None, "over", "under", "about"]),
        st.integers(0, 3),
    )
    return draw(st.lists(row, min_size=1, max_size=7, unique_by=lambda one: (one[1], one[3])))


@given(rows=mentions(), data=st.data())
def test_the_choice_is_a_total_order(
    make_fact: MakeFact, rows: list[tuple[str, str, str | None, int]], data: st.DataObject
) -> None:
    """Whatever the order of arrival the choice is one; ranks of two facts never tie."""
    facts = [
        value(make_fact, number, doc, approx=approx, at=at) for number, doc, approx, at in rows
    ]
    base = FactBase.of(facts, ALL)
    shuffled = FactBase.of(data.draw(st.permutations(facts)), ALL)
    assert base.groups == shuffled.groups
    order = {info.id: place for place, info in enumerate(ALL)}
    preference = Preference({info.id: info for info in ALL}, order)
    assert len({preference.rank(fact) for fact in facts}) == len(facts)
    best = min(facts, key=preference.rank)
    assert base.chosen[0].value == best.value
    assert (base.chosen[0].approx is None) == (best.approx is None)
