"""The five seed texts give all facts of the gold files, and nothing else."""

from __future__ import annotations

import json
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator import strict_yaml
from generator.extraction import Extraction, extract
from generator.extraction.public import fact_from_json, fact_to_json
from generator.model.source_text import SourceInfo, SourceText
from tests.material import CATALOGUE, shipped_rules

ROOT = Path(__file__).resolve().parents[2]
RULES = shipped_rules()
_KEYS = ("indicator", "place", "end", "value", "total", "share")


def _manifest() -> dict[str, dict[str, Any]]:
    value: Any = strict_yaml.load(ROOT / "seeds" / "manifest.yaml").value
    return {row["id"]: row for row in value["documents"]}


def _info(row: dict[str, Any]) -> SourceInfo:
    published = row.get("published")
    return SourceInfo(
        row["id"],
        title=row["title"],
        published=_day(published) if published else None,
        place=row.get("place"),
    )


def _day(text: str) -> Any:
    from datetime import date

    return date.fromisoformat(text)


SEEDS = _manifest()


def _text(seed: str) -> str:
    return (ROOT / "seeds" / str(SEEDS[seed]["file"])).read_text(encoding="utf-8")


def _extraction(seed: str) -> Extraction:
    text = unicodedata.normalize("NFC", _text(seed))
    return extract(SourceText(_info(SEEDS[seed]), text), CATALOGUE, RULES)


def _gold(seed: str) -> list[dict[str, Any]]:
    path = ROOT / "tests" / "gold" / "seeds" / f"{seed}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _told(fact: dict[str, Any], accepted: dict[str, list[Any]]) -> tuple[Any, ...]:
    """Return what is compared; a key with other accepted readings is left out."""
    return tuple(
        None if key in accepted else Decimal(fact[key]) if key == "value" else fact[key]
        for key in _KEYS
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_gives_its_facts_and_no_other(seed: str) -> None:
    """Precision and recall are 1 on the seeds: every fact by its meaning and place."""
    found = [fact_to_json(fact) for fact in _extraction(seed).facts]
    gold = _gold(seed)
    assert len(found) == len(gold)
    for one, other in zip(found, gold, strict=True):
        accepted = other.get("accept", {})
        assert _told(one, accepted) == _told(other, accepted)
        assert one["source"]["start"] < other["source"]["end"]
        assert other["source"]["start"] < one["source"]["end"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_quote_stands_in_the_text_and_holds_its_number(seed: str) -> None:
    """Offsets give the quote, the quote holds the number as the source prints it."""
    text = unicodedata.normalize("NFC", _text(seed))
    for fact in _extraction(seed).facts:
        source = fact.source
        assert text[source.start : source.end] == source.quote
        number = slice(fact.number_start, fact.number_start + len(fact.printed))
        assert text[number] == fact.printed
        assert source.start <= number.start
        assert number.stop <= source.end


@pytest.mark.parametrize("seed", SEEDS)
def test_every_number_is_a_fact_or_has_a_reason(seed: str) -> None:
    """What became no fact says why, and no number is both."""
    extraction = _extraction(seed)
    facts = {fact.number_start for fact in extraction.facts}
    assert all(number.reason for number in extraction.unused)
    assert not facts & {number.start for number in extraction.unused}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_fact_explains_itself(seed: str) -> None:
    """Each fact names the rules of its indicator, place, time and level."""
    names = {rule.name for rule in RULES.rules}
    for fact in _extraction(seed).facts:
        first, *others = fact.rules
        sorts = ["told", "place", "period", *(["level"] if fact.level else [])]
        assert first in names
        sorts += [name for name in ("total", "share", "approx", "change") if getattr(fact, name)]
        named = [rule for rule in others if rule.startswith("whole/")]
        assert len(named) <= (fact.share is not None and fact.total is None)
        assert [rule.partition("/")[0] for rule in others if rule not in named] == sorts


@pytest.mark.parametrize("seed", SEEDS)
def test_the_public_form_reads_back(seed: str) -> None:
    """A fact written and read again says the same."""
    for fact in _extraction(seed).facts:
        assert fact_to_json(fact_from_json(fact_to_json(fact))) == fact_to_json(fact)
