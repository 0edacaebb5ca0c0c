"""The judge against a report that is wrong itself: file and lineage agree, the facts do not.

Nothing in the file is changed here: the sentences themselves are, as a faulty template
or rule would print them, and the lineage with them.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.facts.lineage import digest
from generator.verify import figures
from generator.verify.lineage import Lineage
from generator.verify.reading import read_file

Tree = dict[str, Any]

# what is printed, what is printed instead; only where a figure or a quote stands beside it
WRONG = {
    "a fall for a rise": (r"\btăng(?= (?:hơn |khoảng )?\d)", "giảm"),
    "a rise for a fall": (r"(?<!cắt )\bgiảm(?= (?:hơn |khoảng )?\d)", "tăng"),
    "thousand millions for millions": (r"(?<=\d )triệu\b", "tỷ"),
    "an exact figure for a rough one": (r"\bhơn (?=\d)", ""),
    "another province": ("Bình Thuận", "Bình Dương"),
    "another province still": ("Bắc Giang", "Bình Dương"),
    "a province that no source knows": ("tỉnh Bình Thuận", "tỉnh Đồng Nai"),
    "another year": ("năm 2023", "năm 2022"),
    "another level": (r"cấp huyện(?= \(?\d)", "cấp xã"),
    "another unit": (r"(?<=\d) hồ sơ", " TTHC"),
    "no share": (r"(?<!100)(?<=\d)%", ""),
    "late for on time": ("đúng hạn", "quá hạn"),
    "another newspaper": ("Báo Bắc Giang", "Báo Bình Dương"),
    "another day of a newspaper": ("31/7/2024", "30/7/2024"),
    "another document": (r"tài liệu \[1\]", "tài liệu [2]"),
}
# sentences of which no figure, quote or statement is a part
_PLAIN = ("letterhead", "title", "addressee", "signature", "contents", "heading", "appendix-title")


def tree_of(path: Path) -> Tree:
    """Return the lineage of a file, blanks that do not break made plain."""
    text = read_file(path.read_bytes(), path.name).lineage.replace("\u00a0", " ")
    found: Tree = json.loads(text)
    return found


def judged(content: Tree) -> bool:
    """Tell whether something is wrong with a report, its digest being right."""
    content["digest"] = digest(content)
    lineage = Lineage.parse(json.dumps(content), "mau.html")
    return any(True for _ in figures._of_lineage(lineage))


def rewritten(unit: Tree, start: int, end: int, words: str) -> Tree:
    """Return a unit with other words in one place, its marks moved."""
    new = copy.deepcopy(unit)
    new["text"] = unit["text"][:start] + words + unit["text"][end:]
    shift = len(words) - (end - start)
    for span in (*new.get("marks", ()), *new.get("own", ())):
        span[0] += shift if span[0] >= end else 0
        span[1] += shift if span[1] >= end else 0
    return new


def wrong(content: Tree, pattern: str, words: str) -> Iterator[tuple[int, Tree, str]]:
    """Yield the units that have a figure or a quote with something printed otherwise."""
    for at, unit in enumerate(content["printed"]):
        told = unit.get("marks") or "“" in unit["text"] or unit["kind"] in ("note", "source")
        if unit["kind"] in (*_PLAIN, "chart") or not told:
            continue
        for match in re.finditer(pattern, unit["text"]):
            if not within_source(unit, match):
                yield at, rewritten(unit, *match.span(), words), unit["text"]


def within_source(unit: Tree, match: re.Match[str]) -> bool:
    """Tell whether a finding is told here: what it says is compared as a whole."""
    return unit["kind"] == "paragraph" and "“" in unit["text"][: match.start()]


def missed(path: Path, name: str) -> tuple[int, list[str]]:
    """Return how many sentences were made wrong, and those that the judge let pass."""
    content = tree_of(path)
    count, passed = 0, []
    for at, unit, text in wrong(content, *WRONG[name]):
        count += 1
        right, content["printed"][at] = content["printed"][at], unit
        if not judged(content):
            passed.append(f"{path.name}, {unit['kind']}: {text}")
        content["printed"][at] = right
    return count, passed


def test_the_reports_are_right(finished: tuple[Path, ...]) -> None:
    """There is nothing wrong with the shipped reports as they are."""
    assert [path.name for path in finished if judged(tree_of(path))] == []


@pytest.mark.full
@pytest.mark.parametrize("name", WRONG)
def test_no_wrong_sentence_passes(finished: tuple[Path, ...], name: str) -> None:
    """Wherever a figure, a quote or a source stands, what is said of it must be right."""
    results = [missed(path, name) for path in finished if path.suffix == ".docx"]
    assert [text for _, passed in results for text in passed] == []
    assert sum(count for count, _ in results) > 0


def swapped(content: Tree, first: int, second: int) -> None:
    """Let two cells print each other's figures."""
    one, other = content["printed"][first], content["printed"][second]
    for key in ("text", "marks"):
        one[key], other[key] = other[key], one[key]


def figure_cells(content: Tree) -> dict[str, list[int]]:
    """Return the cells of each table that hold one figure and no more."""
    found: dict[str, list[int]] = {}
    for at, unit in enumerate(content["printed"]):
        marks = unit.get("marks", ())
        if "table" in unit and len(marks) == 1 and marks[0][:2] == [0, len(unit["text"])]:
            found.setdefault(unit["table"], []).append(at)
    return found


@pytest.mark.full
def test_no_swapped_figures_pass(finished: tuple[Path, ...]) -> None:
    """Two figures of other places, times or levels in each other's cells are found."""
    count, passed = 0, []
    for path in (one for one in finished if one.suffix == ".docx"):
        content = tree_of(path)
        facts = {fact["id"]: fact for fact in content["facts"]}
        inputs = {one["id"]: one["inputs"] for one in content["figures"]}

        def scope(at: int) -> tuple[Any, ...]:
            name = content["printed"][at]["marks"][0][2]  # noqa: B023 used in this round only
            ids = inputs[name]  # noqa: B023 used in this round only
            own = [facts[one] for one in ids]  # noqa: B023 used in this round only
            return tuple(sorted({(f["place"], f["level"], f["end"]) for f in own}, key=str))

        for cells in figure_cells(content).values():
            for first, second in pairwise(cells):
                if scope(first) == scope(second):
                    continue
                count += 1
                swapped(content, first, second)
                if not judged(content):
                    texts = [content["printed"][at]["text"] for at in (second, first)]
                    where = [figures.place_of(content["printed"][at]) for at in (first, second)]
                    passed.append((path.name, *texts, *where))
                swapped(content, first, second)
    assert passed == []
    assert count > 20
