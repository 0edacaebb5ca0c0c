"""The fact base: order, search, merging."""

from collections.abc import Callable
from datetime import date

from generator.facts import FactBase
from generator.model.fact import Fact
from generator.model.period import Period
from generator.model.source_text import Segment, SourceInfo, SourceText

MakeFact = Callable[..., Fact]


def infos(*names: str) -> list[SourceInfo]:
    """Return descriptions of undated sources."""
    return [SourceInfo(name) for name in names]


def test_facts_follow_the_order_of_the_config_then_of_the_text(make_fact: MakeFact) -> None:
    """The order of facts does not depend on the order in which they come."""
    first = make_fact("dossiers_received", "10", doc="b", at=5)
    second = make_fact("dossiers_resolved", "9", doc="b", at=50)
    third = make_fact("dossiers_pending", "1", doc="a", at=1)
    forward = FactBase.of([first, second, third], infos("b", "a"))
    backward = FactBase.of([third, second, first], infos("b", "a"))
    assert forward.facts == backward.facts == (first, second, third)


def test_a_mention_found_twice_counts_once(make_fact: MakeFact) -> None:
    """The same fact at the same place of the same source is one mention."""
    fact = make_fact("dossiers_received", "10")
    assert FactBase.of([fact, fact], infos("a")).facts == (fact,)


def test_mentions_of_one_value_are_merged_and_all_kept(make_fact: MakeFact) -> None:
    """One representative is chosen, every source stays known."""
    bare = make_fact("procedures_published", "1836", doc="a", at=3)
    full = make_fact("procedures_published", "1836", total="1836", share="100", doc="b")
    base = FactBase.of([bare, full], infos("a", "b"))
    assert base.chosen == (full,)
    (group,) = base.groups
    assert group.mentions == (bare, full)
    assert group.docs == ("a", "b")
    assert group.choice.others == ()
    assert group.choice.reason == ""


def test_find_by_indicator_place_level_and_time(make_fact: MakeFact) -> None:
    """Each condition narrows; a stock counts by its day, a flow by all its days."""
    year = make_fact("dossiers_resolved", "100")
    level = make_fact("dossiers_resolved", "60", level="cap-tinh", at=20)
    stock = make_fact("dossiers_resolved", "500", when="..2023-05-31", at=40)
    half = make_fact("dossiers_resolved", "45", when="2023-H1", place="bac-giang", at=60)
    base = FactBase.of([year, level, stock, half], infos("a"))
    assert base.find("dossiers_resolved") == (year, level, stock, half)
    assert base.find(level=None) == (year, stock, half)
    assert base.find(place="bac-giang") == (half,)
    first_half = Period(date(2023, 6, 30), date(2023, 1, 1))
    assert base.find(within=first_half) == (stock, half)
    assert base.find("dossiers_late") == ()


def test_group_of_a_key(make_fact: MakeFact) -> None:
    """A key leads to its facts, an unknown key to nothing."""
    fact = make_fact("dossiers_resolved", "100")
    other = make_fact("dossiers_late", "1")
    base = FactBase.of([fact], infos("a"))
    group = base.group_of(fact.key)
    assert group is not None
    assert group.choice.fact == fact
    assert base.group_of(other.key) is None


def test_places_of_a_fact_in_its_source(make_fact: MakeFact) -> None:
    """Line, column and label come from the text; without a text they are unknown."""
    text = "Dòng đầu\nCó 36 thủ tục"
    source = SourceText(
        SourceInfo("a", title="Bài A", path="a.txt"),
        text,
        (Segment(0, "đoạn 1"), Segment(9, "đoạn 2")),
    )
    fact = make_fact("procedures_time_shortened", "36", at=text.index("36"))
    base = FactBase.of([fact], [source])
    assert base.position_of(fact) == (2, 4)
    assert base.location_of(fact) == "đoạn 2"
    assert (base.title_of("a"), base.path_of("a")) == ("Bài A", "a.txt")
    blind = FactBase.of([fact])
    assert blind.position_of(fact) == (0, 0)
    assert blind.location_of(fact) == ""
    assert (blind.title_of("a"), blind.path_of("a")) == ("a", "a")
