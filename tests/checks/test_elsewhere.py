"""Contradictions and clean texts of other places, periods and wordings, the whole way."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import strict_yaml
from generator.catalogue import Catalogue
from generator.checks import run_checks
from generator.extraction import RuleSet, extract, load_rules
from generator.facts import FactBase
from generator.model.fact import Fact
from generator.model.finding import Finding
from generator.model.source_text import SourceInfo, SourceText
from generator.review import draft

TOLD: Any = strict_yaml.load(Path(__file__).parent / "elsewhere.yaml", shipped=True).value
Case = Sequence[Mapping[str, str]]


@pytest.fixture(scope="module")
def rules(root: Path, catalogue: Catalogue) -> RuleSet:
    """The shipped rules."""
    return load_rules(root, catalogue)


def read(
    case: Case, catalogue: Catalogue, rules: RuleSet
) -> tuple[Sequence[Fact], Sequence[Finding]]:
    """Return facts and findings of the sources of a case."""
    sources = []
    for at, one in enumerate(case):
        published = date.fromisoformat(one["published"])
        info = SourceInfo(f"d{at}", f"Báo cáo {at}", f"Báo {at}", published, path=f"d{at}.txt")
        sources.append(SourceText(info, one["text"]))
    facts = [fact for source in sources for fact in extract(source, catalogue, rules).facts]
    return facts, run_checks(FactBase.of(facts, sources), catalogue)


def test_there_are_enough() -> None:
    """At least forty of each sort."""
    assert min(len(TOLD["contradictions"]), len(TOLD["clean"])) >= 40


@pytest.mark.parametrize("name", TOLD["contradictions"])
def test_a_contradiction_is_found(catalogue: Catalogue, rules: RuleSet, name: str) -> None:
    """It is told by its rule, with the sentence of each fact, and nothing else is."""
    case = TOLD["contradictions"][name]
    _, findings = read(case["sources"], catalogue, rules)
    assert sorted({one.rule for one in findings}) == sorted(case["finds"])
    texts = [one["text"] for one in case["sources"]]
    for one in findings:
        quotes = [*(fact.source.quote for fact in one.facts), *(said.quote for said in one.quotes)]
        assert quotes
        assert all(any(quote in text for text in texts) for quote in quotes)
    drafted = draft(findings, (), frozenset(), {f"d{at}" for at in range(len(texts))})
    plain = " ".join(drafted.replace("  # ", "").replace("\xa0", " ").split())
    for one in findings:  # nothing that was found is missing where a person decides
        said = (*(fact.source for fact in one.facts), *one.quotes)
        wanted = (one.message, one.computation, *(words.quote for words in said))
        assert all(" ".join(text.split()) in plain for text in wanted)


@pytest.mark.parametrize("name", TOLD["clean"])
def test_a_clean_text_has_no_finding(catalogue: Catalogue, rules: RuleSet, name: str) -> None:
    """Its figures are read, and none is doubted."""
    facts, findings = read(TOLD["clean"][name]["sources"], catalogue, rules)
    assert facts
    assert [(one.rule, one.computation) for one in findings] == []
