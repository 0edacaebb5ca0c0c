"""Findings dropped with their notes are found again by the facts that the file carries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.facts.lineage import digest
from generator.verify.files import load_lineage
from generator.verify.lineage import Lineage
from generator.verify.reading.file import read_file
from generator.verify.rechecking import rechecking_objections
from tests.verify.making import Tree, fact, file_named, lineage, tree


def dropped(content: Tree, at: int) -> Lineage:
    """Return a trace without one finding and without the text that tells it."""
    gone = " ".join(content["findings"][at]["message"].split()).rstrip(".")
    told = {**content, "findings": [*content["findings"]], "printed": [*content["printed"]]}
    del told["findings"][at]
    told["printed"] = [one for one in told["printed"] if gone not in " ".join(one["text"].split())]
    return Lineage.parse(json.dumps({**told, "digest": digest(told)}), "a.html")


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("so-ket", ["parts-sum", "share-denominator"]),
        ("bao-cao-tinh-binh-thuan", ["parts-sum"]),
    ],
)
def test_a_dropped_finding_is_found_again(
    finished: tuple[Path, ...], name: str, rules: list[str]
) -> None:
    """What the facts contradict is told, though text and data alike forget it."""
    path = file_named(finished, f"{name}.html")
    assert not list(rechecking_objections(load_lineage(path)))
    content = json.loads(read_file(path.read_bytes(), path.name).lineage)
    found = [
        one["rule"]
        for at, one in enumerate(content["findings"])
        if list(rechecking_objections(dropped(content, at)))
    ]
    assert sorted(found) == rules


def test_two_sources_that_disagree_are_told() -> None:
    """A second figure of one measure is no secret; one that a person took out is."""
    content = tree()
    content["facts"].append(fact("fr", "bac-giang", "2023-12-31", "1900", printed="1.900"))
    content["facts"][-1]["source"] = {**content["facts"][-1]["source"], "doc": "khac"}
    content["documents"].append({"id": "khac", "title": "Tài liệu khác"})
    content["sentences"] = {"fa": "Đã giải quyết 1.200 hồ sơ.", "fr": "Đã giải quyết 1.900 hồ sơ."}
    (one,) = rechecking_objections(lineage(content))
    assert "1.200" in one.message
    assert "1.900" in one.message
    content["facts"][-1]["review"] = {
        "decision": "exclude",
        "who": "Nguyễn Văn A",
        "when": "2024-01-10",
        "why": "trùng",
        "was": None,
    }
    assert not list(rechecking_objections(lineage(content)))


def test_a_share_in_a_sentence_is_told() -> None:
    """A sentence that the report tells as it stands has no secret, either."""
    content = tree()
    said = "Đến nay, 8/9 huyện (đạt 78%) đã số hóa hồ sơ."
    place = {"doc": "bg", "start": 900, "end": 900 + len(said)}
    content["statements"] = [{"text": said, "told": [said], "source": place}]
    (one,) = rechecking_objections(lineage(content))
    assert "“8/9 huyện (đạt 78%)”" in one.message
    content["statements"][0]["text"] = said.replace("78", "88,9")
    assert not list(rechecking_objections(lineage(content)))


def test_what_the_program_does_not_know_is_left_alone() -> None:
    """A project may measure what the shipped catalogue has not, or has otherwise."""
    content = tree()
    content["facts"].append(fact("fr", "bac-giang", "2023-12-31", "1900", printed="1.900"))
    content["indicators"]["dossiers_resolved"]["kind"] = "rate"
    assert not list(rechecking_objections(lineage(content)))


@pytest.mark.parametrize(
    ("key", "value"),
    [("severity", "note"), ("message", "Số liệu đã thống nhất."), ("computation", "1 = 1")],
)
def test_a_finding_is_told_as_it_is(finished: tuple[Path, ...], key: str, value: str) -> None:
    """A finding that is less grave, or in other words, is not what the facts give."""
    path = file_named(finished, "so-ket.html")
    content = json.loads(read_file(path.read_bytes(), path.name).lineage)
    one = next(one for one in content["findings"] if one["rule"] == "parts-sum")
    one[key] = value
    assert list(rechecking_objections(Lineage.parse(json.dumps(content), "a.html")))
