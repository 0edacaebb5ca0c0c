"""What the schema of SARIF 2.1.0 demands of a log, asked of those that are written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.checks import run_checks
from generator.checks.output import render
from generator.facts import FactBase
from generator.model.fact import Fact, Source
from generator.model.source_text import SourceInfo, SourceText

MakeFact = Callable[..., Fact]
TEXT = "Kết quả.\nCó 8/9 huyện (đạt 78%) số hóa; giải quyết 40/38 hồ sơ.\nTrong đó, 60/50 hồ sơ."
# a URI reference that is relative: no scheme, no root, no characters that have to be escaped
_RELATIVE = re.compile(r"(?!/)(?:[\w.~!$&'()*+,;=@-]|%[0-9A-F]{2}|/)+", re.ASCII)
_LEVELS = ("none", "note", "warning", "error")


def faults(log: Mapping[str, Any]) -> list[str]:
    """Return what a log lacks or has otherwise than the schema asks."""
    wrong = [] if log.get("version") == "2.1.0" else ["version"]
    if not re.match(r"https://\S+sarif\S*2\.1\.0\S*\.json\Z", str(log.get("$schema"))):
        wrong.append("$schema")
    if not (isinstance(log.get("runs"), list) and log["runs"]):
        return [*wrong, "runs"]
    for run in log["runs"]:
        driver = run.get("tool", {}).get("driver", {})
        if not (isinstance(driver.get("name"), str) and driver["name"]):
            wrong.append("driver.name")
        if run.get("columnKind") not in ("utf16CodeUnits", "unicodeCodePoints"):
            wrong.append("columnKind")
        names = [rule.get("id") for rule in driver.get("rules", ())]
        if len({*names}) != len(names) or not all(
            rule.get("id") and rule.get("shortDescription", {}).get("text")
            for rule in driver.get("rules", ())
        ):
            wrong.append("rules")
        for result in run.get("results", [None]):
            wrong += _of_result(result, names)
    return wrong


def _of_result(result: Any, names: list[str]) -> list[str]:
    """Return the faults of a result."""
    if not isinstance(result, dict):
        return ["results"]
    index = result.get("ruleIndex", -1)
    related = result.get("relatedLocations", [])
    checks = {
        "message": bool(str(result.get("message", {}).get("text", "")).strip()),
        "ruleId": result.get("ruleId") in names and names[index] == result.get("ruleId"),
        "level": result.get("level") in _LEVELS,
        "locations": isinstance(result.get("locations"), list) and bool(result["locations"]),
        "ids": len({one.get("id") for one in related}) == len(related),
        "fingerprints": all(
            isinstance(one, str) and one for one in result.get("partialFingerprints", {}).values()
        ),
    }
    places = [one["physicalLocation"] for one in (*result.get("locations", ()), *related)]
    return [name for name, right in checks.items() if not right] + [
        fault for place in places for fault in _of_place(place)
    ]


def _of_place(place: Mapping[str, Any]) -> list[str]:
    """Return the faults of a place: where in which file."""
    wrong = []
    if not _RELATIVE.fullmatch(place.get("artifactLocation", {}).get("uri", "")):
        wrong.append("uri")
    region = place.get("region", {})
    first = region.get("startLine"), region.get("startColumn")
    last = region.get("endLine"), region.get("endColumn")
    if None in first:
        if not (region.get("charOffset", -1) >= 0 and region.get("charLength", -1) >= 0):
            wrong.append("region without lines")
    elif min(first) < 1 or None in last or first > last:
        wrong.append("region")
    return wrong


def written(base: FactBase, catalogue: Catalogue, *said: Source) -> Any:
    """Return the log of what is found, read back."""
    return json.loads(render(run_checks(base, catalogue, said=said), base, "sarif"))


def test_the_seeds(seed_base: FactBase, catalogue: Catalogue) -> None:
    """The log on the articles is whole; with nothing found it still has its results."""
    log = written(seed_base, catalogue)
    assert faults(log) == []
    assert len(log["runs"][0]["results"]) == 4
    assert faults(json.loads(render((), seed_base, "sarif"))) == []


@pytest.mark.parametrize("path", ["a.txt", "thư mục/a b:c#?.txt", "nguon\\a.txt"])
def test_any_source(make_fact: MakeFact, catalogue: Catalogue, path: str) -> None:
    """Sentences without a fact, several lines, sources without a text, odd names of files."""
    info = SourceInfo("a", "Bài", "Báo A", date(2024, 1, 10), path=path)
    at = TEXT.index("Có 8/9")
    said = Source("a", at, len(TEXT), TEXT[at:])
    inside = (make_fact("dossiers_on_time", "40", total="38", at=TEXT.index("40/38")),)
    beside = (make_fact("dossiers_resolved", "60", total="50", at=9, doc="b"),)
    sources = [SourceText(info, TEXT), SourceInfo("b", "Bài b", path="b.pdf")]
    log = written(FactBase.of((*inside, *beside), sources), catalogue, said)
    assert faults(log) == []
    rules_found = sorted(one["ruleId"] for one in log["runs"][0]["results"])
    assert rules_found == ["share-mismatch", "value-above-total", "value-above-total"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), "2.0"),
        (("runs", 0, "tool", "driver", "name"), ""),
        (("runs", 0, "results", 0, "level"), "fatal"),
        (("runs", 0, "results", 0, "ruleId"), "x"),
        (("runs", 0, "results", 0, "message"), {}),
        (("runs", 0, "results", 0, "locations"), []),
        ((*("runs", 0, "results", 0, "locations", 0, "physicalLocation"), "region"), {}),
    ],
)
def test_a_fault_would_be_seen(
    seed_base: FactBase, catalogue: Catalogue, path: tuple[Any, ...], value: object
) -> None:
    """The checks above are no formality."""
    log = written(seed_base, catalogue)
    place = log
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert faults(log)
