"""Sentences of the trade, kept as data: each gives exactly the facts that it states."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import strict_yaml
from generator.cli.reasons import RULES as WORDS
from generator.extraction import extract
from generator.extraction.public import fact_to_json
from generator.model.fact import Fact
from generator.model.source_text import SourceInfo, SourceText
from tests.material import CATALOGUE, shipped_rules

RULES = shipped_rules()


def _cases() -> list[Any]:
    found = []
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml")):
        value: Any = strict_yaml.load(path, shipped=True).value
        for number, case in enumerate(value["cases"], 1):
            found.append(pytest.param(case, id=f"{path.stem}-{number}"))
    return found


def _facts(case: dict[str, Any]) -> tuple[Fact, ...]:
    published = case.get("published")
    info = SourceInfo(
        "case",
        title=case.get("title") or "",
        published=date.fromisoformat(published) if published else None,
        place=case.get("place"),
    )
    return extract(SourceText(info, case["text"]), CATALOGUE, RULES).facts


@pytest.mark.parametrize("case", _cases())
def test_a_sentence_gives_its_facts_and_no_other(case: dict[str, Any]) -> None:
    """All facts of a sentence are found in order, with the keys that the case names."""
    told = [fact_to_json(fact) for fact in _facts(case)]
    wanted = case["facts"]
    keys = [set(fact) for fact in wanted]
    cut = [
        {key: value for key, value in fact.items() if key in names}
        for fact, names in zip(told, keys, strict=False)
    ]
    extra = [(fact["indicator"], fact["value"]) for fact in told[len(wanted) :]]
    assert (cut, extra) == (wanted, [])


@pytest.mark.full
def test_the_words_for_rules_are_those_of_the_rules_that_make_facts() -> None:
    """Place, time and level of each fact are explained, and nothing is that no fact has."""
    given = {
        rule for case in _cases() for fact in _facts(case.values[0]) for rule in fact.rules[1:]
    }
    assert given == set(WORDS)
