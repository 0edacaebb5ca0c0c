"""The gold facts of the user's own five articles hang together with the articles."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from generator import strict_yaml
from generator.catalogue import Catalogue
from generator.facts import fact_from_record, record_of

GOLD = Path(__file__).resolve().parent.parent / "gold" / "seeds"
FILES = sorted(GOLD.glob("*.jsonl"))
KEYS = [
    *("indicator", "place", "level", "start", "end", "value", "unit"),
    *("total", "share", "approx", "change", "source"),
]


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the records of one gold file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_articles_state_78_facts() -> None:
    """The number of facts is the customer's own count, file by file as the manifest says."""
    manifest: Any = strict_yaml.load(GOLD / "manifest.yaml").value
    counted = {row["id"]: int(row["facts"]) for row in manifest["documents"]}
    assert {path.stem: len(rows(path)) for path in FILES} == counted
    assert sum(counted.values()) == 78


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_quotes_stand_where_the_gold_says(path: Path, seeds: Path) -> None:
    """The text between the offsets is the quote, in the NFC form of the article."""
    text = unicodedata.normalize("NFC", (seeds / f"{path.stem}.txt").read_text("utf-8"))
    for row in rows(path):
        source = row["source"]
        assert source["doc"] == path.stem
        assert text[source["start"] : source["end"]] == source["quote"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_gold_speaks_the_language_of_the_catalogue(path: Path, catalogue: Catalogue) -> None:
    """Keys, indicators, units and places are those of the contract."""
    for row in rows(path):
        assert [key for key in row if key != "accept"] == KEYS
        assert catalogue.indicators[row["indicator"]].unit == row["unit"]
        assert row["place"] in catalogue.places.by_slug


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_records_survive_the_way_into_facts_and_back(path: Path) -> None:
    """Reading a record and writing it again changes nothing."""
    for row in rows(path):
        public = {key: row[key] for key in KEYS}
        assert record_of(fact_from_record(row)) == public


WHOLE: dict[str, Any] = {
    "indicator": "dossiers_late",
    "place": "binh-thuan",
    "level": None,
    "start": None,
    "end": "2023-12-31",
    "value": "167",
    "unit": "hồ sơ",
    "total": None,
    "share": None,
    "approx": None,
    "change": None,
    "source": {"doc": "a", "start": 0, "end": 3, "quote": "167"},
}


@pytest.mark.parametrize("missing", ["indicator", "end", "value", "source"])
def test_a_record_that_lacks_a_key_is_named(missing: str) -> None:
    """The error names the key that is missing."""
    record = {key: value for key, value in WHOLE.items() if key != missing}
    with pytest.raises(ValueError, match=f"without '{missing}'"):
        fact_from_record(record)


@pytest.mark.parametrize(
    "wrong", [{"value": "nhiều"}, {"value": 167.5j}, {"source": "a"}, {"end": "cuối năm"}]
)
def test_a_malformed_record_is_an_error(wrong: dict[str, Any]) -> None:
    """A value of the wrong form is a ValueError, never another exception."""
    with pytest.raises(ValueError):
        fact_from_record({**WHOLE, **wrong})


def test_unknown_keys_are_passed_over() -> None:
    """The keys that only gold has do no harm."""
    assert fact_from_record({**WHOLE, "accept": {}}) == fact_from_record(WHOLE)
