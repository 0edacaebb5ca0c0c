"""The lineage that travels inside the files."""

import json
from collections.abc import Callable
from datetime import date

from generator.catalogue import Catalogue
from generator.facts import fact_from_record, lineage_json
from generator.facts.derived import difference, share_of_total
from generator.model.fact import Fact
from generator.model.source_text import SourceInfo

MakeFact = Callable[..., Fact]
INFOS = {
    "a": SourceInfo("a", "Bài A", "Báo A", date(2024, 1, 2), "https://a.example/", path="a.txt"),
    "b": SourceInfo("b", "Bài B"),
}


def test_every_figure_leads_to_its_facts_and_sentences(
    make_fact: MakeFact, catalogue: Catalogue
) -> None:
    """Figures name their facts, facts their quotes, and inputs are added once."""
    earlier = make_fact("dossiers_received", "100", when="2022", at=3)
    later = make_fact("dossiers_received", "150", at=30)
    figure = difference(earlier, later, catalogue.indicators["dossiers_received"])
    assert figure is not None
    content = json.loads(lineage_json([figure, figure], [later], INFOS))
    assert [one["formula"] for one in content["figures"]] == ["150 − 100 = 50"]
    assert content["figures"][0]["inputs"] == [earlier.id, later.id]
    facts = {one["id"]: one for one in content["facts"]}
    assert facts.keys() == {earlier.id, later.id}
    assert facts[earlier.id]["source"] == {"doc": "a", "start": 3, "end": 6, "quote": "100"}
    assert fact_from_record(facts[later.id]) == later
    assert [one["id"] for one in content["sources"]] == ["a"]
    assert content["sources"][0]["published"] == "2024-01-02"


def test_equal_inputs_give_equal_text(make_fact: MakeFact) -> None:
    """The lineage has no clock, no set order and no address in it."""
    fact = make_fact("task_force_tasks_done", "13", total="17", doc="b")
    figure = share_of_total(fact)
    assert figure is not None
    first = lineage_json([figure], [fact], INFOS)
    assert first == lineage_json([figure], [fact], INFOS)
    assert "Bài B" in first
