"""Following numbers back that name no figure: those of notes, formulas, quotes, statements."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from generator.cli.app import run
from generator.verify.files import load_lineage
from generator.verify.tracing import Traced, occurrences, trace
from tests.verify.making import Tree, fact, figure, file_named, lineage, tree

ROOT = Path(__file__).resolve().parents[2]
NOTE = "Tỉnh Bắc Giang nêu 1.200 hồ sơ, cộng các cấp là 1.300 hồ sơ (chênh lệch 100 hồ sơ)"
SAID = "nhóm 3 tỉnh đứng đầu"
FINDING = {
    "rule": "parts-sum",
    "severity": "error",
    "message": f"{NOTE}; tài liệu viết “{SAID}”.",
    "computation": "700 + 600 = 1.300 ≠ 1.200",
    "facts": ["fa", "fp", "fq"],
    "used": "fa",
    "figures": ["cs", "cg", "cr"],
    "quotes": [{"doc": "mau", "quote": SAID}],
}


def doubted() -> Tree:
    """Return a report with a note on a sum that is not its whole."""
    content = tree()
    content["facts"] += [
        fact("fp", "bac-giang", "2023-12-31", "700", level="cap-tinh"),
        fact("fq", "bac-giang", "2023-12-31", "600", level="cap-xa"),
    ]
    content["figures"] += [
        figure("cs", "1300", ["fp", "fq"], formula="700 + 600 = 1.300"),
        figure("cg", "100", ["fa", "fp", "fq"], formula="(700 + 600) − 1.200 = 100"),
        figure("cr", "61", ["fa"], formula="63 − 3 + 1 = 61"),
    ]
    content["findings"] = [FINDING]
    text = f"1. {FINDING['message']} Đối chiếu: {FINDING['computation']}; 63 − 3 + 1 = 61 (tài liệu"
    content["printed"].append({"kind": "paragraph", "text": f"{text} [1])."})
    return content


def only(found: Traced) -> Tree:
    """Return the one origin of a number."""
    (origin,) = found.origins
    assert all(one.origins == (origin["id"],) for one in found.occurrences)
    return origin


@pytest.mark.parametrize(
    ("number", "formula", "facts"),
    [
        ("1.300", "700 + 600 = 1.300", {"fp", "fq"}),
        ("100", "(700 + 600) − 1.200 = 100", {"fa", "fp", "fq"}),
    ],
)
def test_a_note_tells_what_it_computes(number: str, formula: str, facts: set[str]) -> None:
    """A sum of a note has its formula and the sentences of its parts."""
    origin = only(trace(number, lineage(doubted())))
    assert (origin["kind"], origin["formula"]) == ("computed", formula)
    steps = [fact for step in origin["steps"] for fact in step["facts"]]
    told = {one["id"]: one["quote"] for one in (*origin["facts"], *steps)}
    assert set(told) == facts
    assert all("hồ sơ" in quote for quote in told.values())


def test_a_note_tells_what_its_sources_say() -> None:
    """A part in a note is its fact; what no fact has is the sentence that the note quotes."""
    content = lineage(doubted())
    assert only(trace("700", content))["facts"][0]["id"] == "fp"
    origin = only(trace("61", content))
    assert [one["quote"] for one in origin["quotes"]] == [SAID]
    sorts = [one.sort for one in trace("1", content).occurrences]
    assert sorts == ["numbering", "", "list of sources"]


def test_what_a_person_corrected_is_told_as_the_source_has_it() -> None:
    """The figure before a correction stands in the note alone; its fact is told."""
    content = doubted()
    own = content["facts"][0]
    was = {**own, "id": "fw", "value": "1150", "printed": "1.150"}
    own["review"] = {
        "decision": "correct",
        "who": "An",
        "when": "2024-01-10",
        "why": "",
        "was": was,
    }
    content["findings"][0] = {
        **FINDING,
        "message": "Nguồn nêu 1.150 hồ sơ, điều chỉnh thành 1.200.",
    }
    content["printed"][-1] = {"kind": "paragraph", "text": content["findings"][0]["message"]}
    assert only(trace("1.150", lineage(content)))["facts"][0]["id"] == "fw"


def test_a_statement_leads_to_its_source() -> None:
    """A number inside a quoted statement is told with its words and where they stand."""
    content = tree()
    text = "Mỗi sở đơn giản hóa 20% thủ tục"
    place = {"doc": "mau", "start": 5, "end": 36, "quote": text.lower()}
    content["statements"] = [{"text": f"{text}.", "told": [f"{text}."], "source": place}]
    content["printed"].append({"kind": "cell", "text": text, "table": "v", "row": 1, "column": 1})
    origin = next(one for one in trace("20%", lineage(content)).origins if one["kind"] == "quote")
    assert (origin["quote"], origin["characters"]) == (text.lower(), [5, 36])
    assert origin["document"]["title"] == "Tài liệu mẫu"


def test_a_cell_with_a_formula_is_its_figure() -> None:
    """The numbers of a formula in a table are told with the whole of it."""
    content = tree()
    formula = content["figures"][3]["formula"]
    cell = {"kind": "cell", "text": formula, "table": "t", "row": 1, "column": 3}
    content["printed"].append(cell)
    places = trace("200", lineage(content)).occurrences
    assert [one.origins for one in places if one.where.startswith("bảng t")] == [("ca",)]


def test_figures_that_rest_on_each_other_are_told_once() -> None:
    """Two formulas of the same facts, each with the other's result in it, do not go on for ever."""
    content = tree()
    content["figures"] += [
        figure("cx", "200", ["fa", "fc"], formula="400 − 200 = 200"),
        figure("cy", "400", ["fa", "fc"], formula="200 + 200 = 400"),
    ]
    content["printed"].append({"kind": "cell", "text": "400", "marks": [[0, 3, "cy"]]})
    assert only(trace("400", lineage(content)))["kind"] == "computed"


NUMBERS = ("1.945", "109", "38,62%", "48,68%")


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html"])
@pytest.mark.parametrize("number", NUMBERS)
def test_the_notes_of_a_report_are_traced(
    finished: tuple[Path, ...], capsys: pytest.CaptureFixture[str], suffix: str, number: str
) -> None:
    """What only the notes of the national report print has its formula, inputs and quotes."""
    path = file_named(finished, f"so-ket.{suffix}")
    capsys.readouterr()
    assert run(["trace", str(path), number]) == 0
    told = capsys.readouterr().out
    assert f"= {number}" in told.partition("printed:")[0] or f"≈ {number}" in told
    for line in ("computed: ", "fact: ", "quote: “", "document: ", "printed: Phụ lục"):
        assert line in told
    assert "without a figure" not in told


def unexplained(path: Path) -> list[str]:
    """Return the numbers of a file of which nothing is told, those of its own terms left out."""
    content = load_lineage(path)
    numbers = dict.fromkeys(one.text for one in occurrences(content))
    left = []
    for number in numbers:
        for one in trace(number, content).occurrences:
            terms = ("mức độ 3", "mức độ 4", "top 10")
            told = one.origins or one.sort or any(term in one.snippet for term in terms)
            if not told:
                left.append(f"{number}: {one.snippet}")
    return left


def test_no_number_is_left_unexplained(finished: tuple[Path, ...]) -> None:
    """Each number of a report has an origin, or is a time, an act, numbering or a place."""
    assert unexplained(file_named(finished, "ban-tin.html")) == []


@pytest.mark.full
def test_no_number_of_any_report_is_left_unexplained(everything: tuple[Path, ...]) -> None:
    """So it is in all reports, those of the examples too."""
    pages = [path for path in everything if path.suffix == ".html"]
    assert {path.name: left for path in pages if (left := unexplained(path))} == {}


def words_of(root: Path, content: Any) -> dict[str, str]:
    """Return the sources of a report by their name, as text in NFC."""
    paths = {str(one["id"]): root / str(one["path"]) for one in content.documents}
    return {
        name: unicodedata.normalize("NFC", path.read_text("utf-8"))
        for name, path in paths.items()
        if path.suffix == ".txt"
    }


def test_statements_are_traced_letter_by_letter(finished: tuple[Path, ...]) -> None:
    """The words of each statement stand in its source where the file says."""
    content = load_lineage(file_named(finished, "so-ket.html"))
    texts = words_of(ROOT, content)
    for one in content.statements:
        place = one["source"]
        said = texts[place["doc"]][place["start"] : place["end"]]
        assert said == place.get("quote", one["text"])
