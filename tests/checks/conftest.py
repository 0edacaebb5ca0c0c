"""Facts made by hand, and the gold facts of the user's own articles."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator import strict_yaml
from generator.catalogue import Catalogue, load_catalogue
from generator.checks import run_checks
from generator.facts import FactBase, fact_from_record
from generator.model.fact import Approx, Change, ChangeKind, Direction, Fact, Source
from generator.model.finding import Finding
from generator.model.source_text import SourceInfo, SourceText
from generator.vi.text import nfc
from tests.material import period_of

MakeFact = Callable[..., Fact]
Check = Callable[..., tuple[Finding, ...]]

SOURCES = (
    SourceInfo("a", "Báo cáo A", "Báo A", date(2024, 1, 10), path="a.txt"),
    SourceInfo("b", "Báo cáo B", "Báo B", date(2024, 7, 10), path="b.txt"),
)


def _change(text: str) -> Change:
    """Read "percent +30 2022"."""
    kind, size, base = text.split(" ", 2)
    direction = Direction.UP if size[0] == "+" else Direction.DOWN
    return Change(ChangeKind(kind), Decimal(size[1:]), direction, base)


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
        change: str | None = None,
        printed: str = "",
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
            change=_change(change) if change else None,
            printed=printed,
        )

    return make


@pytest.fixture(scope="session")
def check(catalogue: Catalogue) -> Check:
    """A function that runs all checks over facts of the two sources."""

    def run(*facts: Fact) -> tuple[Finding, ...]:
        return run_checks(FactBase.of(facts, SOURCES), catalogue)

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
