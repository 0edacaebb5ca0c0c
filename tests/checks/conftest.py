"""Facts made by hand, and the gold facts of the user's own articles."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import strict_yaml
from generator.catalogue import Catalogue, load_catalogue
from generator.checks import run_checks
from generator.facts import FactBase, fact_from_record
from generator.model.fact import Fact
from generator.model.finding import Finding
from generator.model.source_text import SourceInfo, SourceText
from generator.vi.text import nfc
from tests.material import told_fact

MakeFact = Callable[..., Fact]
Check = Callable[..., tuple[Finding, ...]]

SOURCES = (
    SourceInfo("a", "Báo cáo A", "Báo A", date(2024, 1, 10), path="a.txt"),
    SourceInfo("b", "Báo cáo B", "Báo B", date(2024, 7, 10), path="b.txt"),
)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue()


@pytest.fixture(scope="session")
def make_fact() -> MakeFact:
    """A function that makes a fact: indicator, value, what differs from the usual."""
    return told_fact


@pytest.fixture(scope="session")
def check(catalogue: Catalogue) -> Check:
    """A function that runs all checks over facts of the two sources, whose days are fixed.

    What is told of a time after those days is told all the same (``test_ended`` has that rule).
    """

    def run(*facts: Fact) -> tuple[Finding, ...]:
        found = run_checks(FactBase.of(facts, SOURCES), catalogue)
        return tuple(one for one in found if one.rule != "period-unfinished")

    return run


@pytest.fixture(scope="session")
def seed_base(root: Path) -> FactBase:
    """The fact base of the gold facts of the five articles."""
    manifest: Any = strict_yaml.load(root / "seeds" / "manifest.yaml").value
    sources, facts = [], []
    for row in manifest["documents"]:
        published = row.get("published")
        info = SourceInfo(
            row["id"],
            title=row["title"],
            publisher=row.get("publisher", ""),
            published=date.fromisoformat(str(published)) if published else None,
            path=f"seeds/{row['file']}",
        )
        text = nfc((root / "seeds" / row["file"]).read_text("utf-8"))
        sources.append(SourceText(info, text))
        gold = root / "tests" / "gold" / "seeds" / f"{row['id']}.jsonl"
        lines = gold.read_text("utf-8").splitlines()
        facts += [fact_from_record(json.loads(line)) for line in lines]
    return FactBase.of(facts, sources)
