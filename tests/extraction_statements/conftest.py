"""What the statement tests share: rules, catalogue and the seeds as sources."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator import strict_yaml
from generator.catalogue import Catalogue, load_catalogue
from generator.extraction.statements import (
    StatementRules,
    extract_statements,
    load_statement_rules,
)
from generator.model.source_text import SourceInfo, SourceText
from generator.model.statement import Statement

Extract = Callable[..., tuple[Statement, ...]]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue()


@pytest.fixture(scope="session")
def rules() -> StatementRules:
    """The shipped cue phrases."""
    return load_statement_rules()


@pytest.fixture(scope="session")
def extract(catalogue: Catalogue, rules: StatementRules) -> Extract:
    """Extract the statements of a text about procedure reform, told in Bình Thuận."""

    def run(
        text: str,
        *,
        title: str = "Cải cách thủ tục hành chính",
        place: str | None = "binh-thuan",
        published: date | None = date(2024, 7, 31),
    ) -> tuple[Statement, ...]:
        info = SourceInfo("d", title=title, place=place, published=published)
        return extract_statements(SourceText(info, text), catalogue, rules)

    return run


@pytest.fixture(scope="session")
def seed_sources(seeds: Path) -> dict[str, SourceText]:
    """The five articles with what the manifest says of them."""
    rows = strict_yaml.load(seeds / "manifest.yaml").value["documents"]
    sources = {}
    for row in rows:
        published = row.get("published")
        info = SourceInfo(
            row["id"],
            title=row.get("title", ""),
            published=date.fromisoformat(published) if published else None,
            place=row.get("place"),
        )
        sources[row["id"]] = SourceText(info, (seeds / row["file"]).read_text("utf-8"))
    return sources
