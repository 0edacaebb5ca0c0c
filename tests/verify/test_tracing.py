"""Following printed numbers back, and comparing reports by their facts."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from generator.cli.app import run
from generator.verify.differing import difference
from generator.verify.files import load_lineage
from generator.verify.lineage import Lineage
from generator.verify.plainly import LAW, LIST, NUMBERING, TIME
from generator.verify.tracing import occurrences, trace
from tests.verify.making import figure, file_named, lineage, marked, tree

ROOT = Path(__file__).resolve().parents[2]


def test_a_figure_leads_to_its_sentence() -> None:
    """A printed fact is told with places, quote and document."""
    found = trace("1.200", lineage(tree()))
    assert [one.where.split(":")[0] for one in found.occurrences] == [
        "paragraph",
        "bảng b, hàng 2, cột 2",
    ]
    (origin,) = found.origins
    assert origin["kind"] == "fact"
    assert origin["facts"][0]["quote"] == "đã giải quyết 1.200 hồ sơ"
    assert origin["facts"][0]["location"] == "đoạn 7"


def test_a_computed_figure_leads_to_its_inputs() -> None:
    """A percentage is told by its formula, the difference in it, and the facts of both."""
    found = trace("20%", lineage(tree()))
    (origin,) = found.origins
    assert origin["kind"] == "computed"
    assert [step["formula"] for step in origin["steps"]] == ["1.200 − 1.000 = 200"]
    assert {one["id"] for one in origin["facts"]} == {"fa", "fc"}


def test_a_number_that_is_not_printed_has_near_ones() -> None:
    """What was mistyped is answered with the numbers that read most like it."""
    found = trace("1.201", lineage(tree()))
    assert found.occurrences == ()
    assert found.nearest[0] == "1.200"


@pytest.mark.parametrize("asked", ["31/7/2024", "31/07/2024", "ngày 31 tháng 7 năm 2024"])
def test_a_printed_date_is_told_to_be_one(asked: str) -> None:
    """A date that stands in the words is found in both forms, and has no figure."""
    content = tree()
    texts = ("Tính đến 31/7/2024, cả nước", "Hà Nội, ngày 31\u00a0tháng 7 năm 2024")
    content["printed"] += [{"kind": "paragraph", "text": text} for text in texts]
    found = trace(asked, lineage(content))
    assert found.day == "2024-07-31"
    assert [one.text.replace("\u00a0", " ") for one in found.occurrences] == [
        "31/7/2024",
        "31 tháng 7 năm 2024",
    ]
    assert all(not one.figure for one in found.occurrences)
    assert found.origins == ()
    assert trace("30/7/2024", lineage(content)).occurrences == ()


@pytest.mark.parametrize(
    ("number", "near"),
    [
        ("3.399", "3.400"),
        ("4.300", "3.400"),
        ("999", "1.000"),
        ("20,5%", "20,00%"),
        ("0.2", "20,00%"),
    ],
)
def test_a_number_that_is_not_printed_is_told_its_neighbours(number: str, near: str) -> None:
    """Those near in value or of the same digits come with the answer that there is none."""
    found = trace(number, lineage(tree()))
    assert found.occurrences == ()
    assert near in found.nearest[:3]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("gần 1.200", "fb"),
        ("hơn 1.200", "fa"),
        ("1.200 giao dịch", "fc"),
        ("1.200", "fc"),
        ("đạt gần 1200", "fb"),
        ("tăng 1.200 giao dịch", "fc"),
    ],
)
def test_what_was_asked_for_is_told_first(asked: str, first: str) -> None:
    """The same reservation, unit and words before a target of the same size."""
    content = tree()
    kinds = (("over", "hồ sơ", "aim"), ("under", "hồ sơ", "real"), (None, "giao dịch", "real"))
    for at, (approx, unit, indicator) in enumerate(kinds):
        content["facts"][at].update(value="1200", approx=approx, unit=unit, indicator=indicator)
        content["figures"][at].update(value="1200", approx=approx, unit=unit)
    content["indicators"] = {
        "aim": {"label": "Mục tiêu", "unit": "hồ sơ", "kind": "target"},
        "real": {"label": "Kết quả", "unit": "hồ sơ", "kind": "count"},
    }
    text = "Mục tiêu {hơn 1.200} hồ sơ, đạt {gần 1.200} hồ sơ, {1.200} giao dịch."
    content["printed"] = [marked("paragraph", text, "fa", "fb", "fc")]
    found = trace(asked, lineage(content))
    assert (found.occurrences[0].figure, found.origins[0]["id"]) == (first, first)


def test_equal_reports_have_no_difference() -> None:
    """A report does not differ from itself."""
    assert difference(lineage(tree()), lineage(tree())).is_empty


def test_a_corrected_fact_changes_what_uses_it() -> None:
    """A fact's new value shows in the fact, in computed figures and in their texts only."""
    new = tree()
    new["facts"][0].update(value="1300", printed="1.300")
    new["figures"][0]["value"] = "1300"
    new["figures"][3].update(value="300", formula="1.300 − 1.000 = 300")
    for unit in (new["printed"][1], new["printed"][7]):
        unit["text"] = unit["text"].replace("1.200", "1.300").replace("200 hồ sơ (", "300 hồ sơ (")
    found = difference(lineage(tree()), lineage(new))
    assert [(row["change"], row["place"]) for row in found.facts] == [("changed", "bac-giang")]
    assert [row["new"] for row in found.figures] == ["1.300 − 1.000 = 300"]
    assert len(found.texts) == 2
    assert found.choices == ()


def test_what_two_reports_are_on_is_told_first() -> None:
    """Another time, day or place explains all that follows; a figure of a note has a name."""
    one, other = tree(), tree()
    days = (["2022-01-01", "2022-12-31"], ["2023-01-01", "2023-12-31"])
    for content, period in zip((one, other), days, strict=True):
        content["report"] = {"periods": [period], "date": "2024-01-15", "places": ["bac-giang"]}
    other["figures"][3].update(label="", formula="1.200 − 900 = 300")
    found = difference(lineage(one), lineage(other))
    assert [(row["label"], row["old"], row["new"]) for row in found.scope] == [
        ("periods", "năm 2022", "năm 2023")
    ]
    assert any(row["label"].startswith("ghi chú về ") for row in found.figures)
    assert not found.is_empty


def test_new_gone_and_chosen_facts_are_told_apart() -> None:
    """A fact more, a fact less, and another one relied on are three kinds of change."""
    new = tree()
    gone = new["facts"].pop(1)
    new["facts"].append({**gone, "id": "fd", "place": "ha-noi"})
    found = difference(lineage(tree()), lineage(new))
    assert sorted((row["change"], row["place"]) for row in found.facts) == [
        ("gone", "binh-duong"),
        ("new", "ha-noi"),
    ]
    both = tree()
    rival = {**both["facts"][0], "id": "fr", "value": "1250", "printed": "1.250"}
    both["facts"].append(rival)
    chosen = json.loads(json.dumps(both))
    chosen["figures"][0].update(inputs=["fr"], value="1250")
    found = difference(lineage(both), lineage(chosen))
    assert [row["change"] for row in found.choices] == ["choice"]


AIM = {"id": "muc-tieu", "indicator": "dossiers_resolved", "value": "1500"}
ACT = {"act": "Nghị quyết số 1/NQ-CP", "since": "2021-07-15", "until": "2025-12-31"}


def aimed() -> dict[str, Any]:
    """Return a report of a fact, a target, and how far the fact is from it."""
    content = tree()
    content["targets"] = [{**AIM, **ACT}]
    content["figures"] += [
        {**figure("ct", "1500", ["fa"], formula="1.500 = 1.500"), "label": ACT["act"]},
        figure("cd", "-300", ["fa"], formula="1.200 − 1.500 = −300"),
    ]
    text = "Bắc Giang còn thiếu {300} hồ sơ so với mục tiêu {1.500} hồ sơ."
    content["printed"].append(marked("paragraph", text, "cd", "ct"))
    chart = {"kind": "chart", "text": "Hồ sơ", "id": "d", "form": "line", "unit": "hồ sơ"}
    aim = {"figure": "ct", "value": "1500", "text": "Mục tiêu: 1.500"}
    content["printed"].append({**chart, "categories": [], "series": [], "target": aim})
    return content


def test_a_target_leads_to_its_act() -> None:
    """The value of a target is set by a legal act, in text and at the line of a chart."""
    found = trace("1.500", lineage(aimed()))
    assert [one.where.split(":")[0] for one in found.occurrences] == ["paragraph", "biểu đồ d"]
    (origin,) = found.origins
    assert (origin["kind"], origin["facts"]) == ("target", [])
    (target,) = origin["targets"]
    assert (target["act"], target["since"], target["until"]) == tuple(ACT.values())
    assert target["label"] == "Hồ sơ đã giải quyết"


def test_a_distance_to_a_target_leads_to_fact_and_act() -> None:
    """What is computed with a target names the act beside the fact."""
    (origin,) = trace("300", lineage(aimed())).origins
    assert origin["kind"] == "computed"
    assert [one["act"] for one in origin["targets"]] == [ACT["act"]]
    assert [one["id"] for one in origin["facts"]] == ["fa"]


def test_an_excluded_fact_is_a_difference() -> None:
    """A fact that a person took out stays in the notes of a report and is told all the same."""
    new = tree()
    new["facts"][0]["review"] = {
        "decision": "exclude",
        "who": "Nguyễn Văn A",
        "when": "2024-08-05",
        "why": "trùng",
        "was": None,
    }
    (row,) = difference(lineage(tree()), lineage(new)).facts
    assert (row["change"], row["old"]) == ("excluded", "1.200 hồ sơ [Tài liệu mẫu]")
    assert row["new"] == "1.200 hồ sơ (Nguyễn Văn A loại bỏ: trùng) [Tài liệu mẫu]"
    (back,) = difference(lineage(new), lineage(tree())).facts
    assert back["change"] == "changed"


def test_other_words_are_a_difference() -> None:
    """The same number in other words, a document of another name, a chart's categories."""
    new = tree()
    new["facts"][0]["source"]["quote"] = "giải quyết được 1.200 hồ sơ"
    new["documents"][0]["title"] = "Tài liệu khác"
    found = difference(lineage(tree()), lineage(new))
    (row,) = found.facts
    assert row["old"] == "1.200 hồ sơ [Tài liệu mẫu] “đã giải quyết 1.200 hồ sơ”"
    assert row["new"] == "1.200 hồ sơ [Tài liệu khác] “giải quyết được 1.200 hồ sơ”"
    (document,) = found.sources
    assert (document["old"], document["new"]) == ("Tài liệu mẫu", "Tài liệu khác")
    assert found.texts == ()
    chart, other = aimed(), aimed()
    other["printed"][-1]["target"]["text"] = "Mục tiêu: 1.600"
    (row,) = difference(lineage(chart), lineage(other)).texts
    assert row["where"] == "1. Hồ sơ, biểu đồ d"
    named = [
        lineage({**one, "printed": [*one["printed"], {"kind": "caption", "text": "Biểu đồ 1. X"}]})
        for one in (chart, other)
    ]
    (row,) = difference(*named).texts
    assert row["where"] == "Biểu đồ 1. X"


def test_a_decision_shows_in_the_next_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fact that review.yaml excludes is gone from the report and listed by the comparison."""
    project = tmp_path / "project"
    assert run(["new", str(project)]) == 0
    monkeypatch.chdir(project)
    build = ["build", "--format", "html", "--jobs", "1", "--quiet", "--output"]
    assert run([*build, "before"]) == 0
    decision = (
        "decisions:\n  - decision: exclude\n    doc: mau\n"
        "    quote: cung cấp 800 dịch vụ công trực tuyến toàn trình\n"
        "    indicator: online_services_full\n"
        "    who: Nguyễn Văn A\n    when: 2024-01-12\n    why: đối chiếu sổ\n"
    )
    (project / "sources" / "review.yaml").write_text(decision, "utf-8")
    assert run([*build, "after"]) == 0
    capsys.readouterr()
    assert run(["diff", *(str(next(Path(one).glob("*.html"))) for one in ("before", "after"))]) == 1
    told = capsys.readouterr().out
    assert "  - " in told
    assert "(Nguyễn Văn A loại bỏ: đối chiếu sổ)" in told
    assert "[mau]" not in told


def test_a_new_note_leaves_those_behind_it_as_they_are(finished: tuple[Path, ...]) -> None:
    """Of the notes of a whole report, numbered anew, only the new one differs."""
    path = file_named(finished, "so-ket.html")
    before = load_lineage(path)
    notes = [
        at
        for at, one in enumerate(before.printed)
        if one["kind"] == "paragraph" and re.match(r"\d+\. Chỉ tiêu", str(one["text"]))
    ]
    assert len(notes) == 4
    units = [dict(one) for one in before.printed]
    for number, at in enumerate(notes, start=2):
        units[at]["text"] = f"{number}. {str(units[at]['text']).partition(' ')[2]}"
    new = {"kind": "paragraph", "text": "1. Chỉ tiêu mẫu: đã điều chỉnh.", "marks": []}
    units.insert(notes[0], new)
    (row,) = difference(before, replace(before, printed=tuple(units))).texts
    assert (row["change"], row["new"]) == ("new", new["text"])


RESOLVED = ("Cấp xã: Số hồ sơ đã giải quyết xong là 350.343 hồ sơ", "dossiers_resolved", "350443")
ON_TIME = ("số hồ sơ đã giải quyết đúng hạn là 334.200 hồ sơ", "dossiers_on_time", "334190")
POINTS = re.compile(r"xem ghi chú tại Phụ lục|qua rà soát")
CORRECTION = """decisions:
  - decision: correct
    doc: 003_93ee7d9315423c01
    quote: "QUOTE"
    indicator: INDICATOR
    set: {value: VALUE}
    who: Nguyễn Văn A
    when: 2024-01-10
    why: đối chiếu sổ
"""


def corrected(folder: Path, told: tuple[str, str, str]) -> Path:
    """Return a project of the shipped report of a province with one fact corrected."""
    for part in ("config", "seeds", "templates"):
        copytree(ROOT / part, folder / part)
    text = CORRECTION
    for name, words in zip(("QUOTE", "INDICATOR", "VALUE"), told, strict=True):
        text = text.replace(name, words)
    (folder / "seeds" / "review.yaml").write_text(text, "utf-8")
    return folder


def both(finished: tuple[Path, ...]) -> tuple[Lineage, Lineage]:
    """Build the report of the project at hand; return what was shipped and what came out."""
    build = ["build", "config/reports/bao-cao-tinh.yaml", "--format", "html,docx", "--quiet"]
    assert run([*build, "--jobs", "1", "--output", "after"]) == 0
    old = file_named(finished, "bao-cao-tinh-binh-thuan.html")
    return load_lineage(old), load_lineage(Path("after") / old.name)


def resting_on(lineage: Lineage, value: str) -> set[str]:
    """Return the figures that rest on the fact of a value."""
    (own,) = (one for one in lineage.facts.values() if one["value"] == value)
    return {name for name, one in lineage.figures.items() if own["id"] in one["inputs"]}


def test_a_correction_changes_what_uses_it_and_nothing_else(
    finished: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each sentence, row and formula that differs rests on the corrected fact, or tells of it."""
    monkeypatch.chdir(corrected(tmp_path / "project", RESOLVED))
    before, after = both(finished)
    found = difference(before, after)
    (fact,) = found.facts
    assert fact["old"].startswith("350.343 hồ sơ ")
    assert "Nguyễn Văn A điều chỉnh: đối chiếu sổ" in fact["new"]
    used = resting_on(after, "350443")
    changed = {row["new"] for row in found.texts}
    units = [one for one in after.printed if str(one["text"]) in changed and one.get("marks")]
    assert len(units) >= 4
    assert [one["text"] for one in units if not used & {n for *_, n in one["marks"]}] == []
    body = [one for one in units if one["kind"] == "paragraph" and "role" in one]
    assert body
    assert [one["text"] for one in body if not POINTS.search(str(one["text"]))] == []
    told = [row for row in found.texts if row["change"] == "changed"]
    assert any("541.559" in row["old"] and "541.659" in row["new"] for row in told)
    assert any(row["old"] == "350.343" and row["new"] == "350.443" for row in told)


def test_a_correction_changes_the_charts_that_use_it_and_no_other(
    finished: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The chart by level draws the corrected count; that of the index is as it was."""
    monkeypatch.chdir(corrected(tmp_path / "project", ON_TIME))
    before, after = both(finished)
    used = resting_on(after, "334190")
    drawn = {one["id"]: one for one in after.printed if one["kind"] == "chart"}
    uses = {
        name: bool(used & {each for series in one["series"] for each in series["figures"]})
        for name, one in drawn.items()
    }
    assert sorted(uses.values()) == [False, True]
    captions = {
        after.printed[at]["id"]: str(after.printed[at + 1]["text"])
        for at, one in enumerate(after.printed)
        if one["kind"] == "chart"
    }
    told = {row["where"]: row for row in difference(before, after).texts}
    assert {name: captions[name] in told for name in drawn} == uses
    (changed,) = (told[captions[name]] for name, is_used in uses.items() if is_used)
    assert "334.200" in changed["old"]
    assert "334.190" in changed["new"]


def assert_found(path: Path, count: int) -> None:
    """Trace random figures of a file; their quotes stand in the seeds byte for byte."""
    one = load_lineage(path)
    texts = {
        file.stem: unicodedata.normalize("NFC", file.read_text("utf-8"))
        for file in (ROOT / "seeds").glob("*.txt")
    }
    chance = random.Random(path.name)  # noqa: S311 a fixed choice, no secret
    printed = [each for each in occurrences(one) if each.figure]
    for each in chance.choices(printed, k=count):
        origins = {tree["id"]: tree for tree in trace(each.text, one).origins}
        for fact in origins[each.figure]["facts"]:
            start, end = fact["characters"]
            assert texts[fact["doc"]][start:end] == fact["quote"]


def test_quotes_are_in_the_sources(finished: tuple[Path, ...]) -> None:
    """Some figures of each output lead to words that its source has."""
    for path in finished:
        assert_found(path, 10)


@pytest.mark.full
def test_a_hundred_quotes_are_in_the_sources(finished: tuple[Path, ...]) -> None:
    """A hundred random figures of each output lead to words that its source has."""
    for path in finished:
        assert_found(path, 100)


Output = Callable[[], tuple[str, str]]


@pytest.fixture
def output(capsys: pytest.CaptureFixture[str]) -> Output:
    """Return what the last run wrote to stdout and stderr."""

    def read() -> tuple[str, str]:
        said = capsys.readouterr()
        return said.out, said.err

    return read


def test_the_commands(finished: tuple[Path, ...], output: Output, tmp_path: Path) -> None:
    """verify, trace and diff work on files alone and tell by their exit codes."""
    by_name = {path.name: path for path in finished}
    pdf, page = by_name["ban-tin.pdf"], by_name["ban-tin.html"]
    output()
    assert run(["verify", "--figures", str(pdf), str(page)]) == 0
    out, err = output()
    assert (out, err.count("proved")) == ("", 2)
    number = next(one.text for one in occurrences(load_lineage(pdf)) if one.figure)
    assert run(["trace", str(pdf), number]) == 0
    assert "quote: “" in output()[0]
    assert run(["trace", str(pdf), "987.654.321"]) == 1
    assert run(["trace", str(pdf), "một"]) == 2
    assert "is not printed" in output()[1]
    assert run(["trace", str(page), number, "--format", "json"]) == 0
    assert json.loads(output()[0])["occurrences"]
    assert run(["diff", str(pdf), str(page)]) == 0
    assert output()[0] == ""
    other = by_name["so-ket.docx"]
    assert run(["diff", str(page), str(other)]) == 1
    told = output()[0]
    assert re.search(r"^report:\n  ~ template: ban-tin → so-ket$", told, re.MULTILINE)
    assert re.search(r"^facts \(\d+ new", told, re.MULTILINE)
    assert run(["diff", str(page), str(other), "--format", "json"]) == 1
    assert json.loads(output()[0])["texts"]
    spoiled = tmp_path / "sai.html"
    spoiled.write_text(page.read_text("utf-8").replace(f">{number}<", ">1<", 1), "utf-8")
    assert run(["verify", "--figures", str(spoiled), "--format", "json"]) == 1
    (file,) = json.loads(output()[0])["files"]
    assert not file["proved"]
    assert file["objections"]


def test_what_is_no_report_is_refused(output: Output, tmp_path: Path) -> None:
    """A file of another kind is wrong usage, one without facts or gone an unread input."""
    text, empty = tmp_path / "a.txt", tmp_path / "a.html"
    text.write_text("1", "utf-8")
    empty.write_text("<html><body><main>1</main></body></html>", "utf-8")
    assert run(["verify", "--figures", str(text)]) == 2
    assert run(["trace", str(empty), "1"]) == 3
    assert run(["diff", str(tmp_path / "gone.pdf"), str(empty)]) == 3
    broken = tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    assert run(["verify", str(broken)]) == 3
    assert output()[1].count("error:") == 4


def test_an_unreadable_file_does_not_keep_others_from_their_proof(
    finished: tuple[Path, ...], output: Output, tmp_path: Path
) -> None:
    """A run tells of each file that can be read, names the others, and ends with 3."""
    page = next(path for path in finished if path.name == "ban-tin.html")
    broken, spoiled = tmp_path / "broken.docx", tmp_path / "sai.html"
    broken.write_bytes(b"PK nothing")
    number = next(one.text for one in occurrences(load_lineage(page)) if one.figure)
    spoiled.write_text(page.read_text("utf-8").replace(f">{number}<", ">1<", 1), "utf-8")
    paths = [str(page), str(broken), str(spoiled)]
    output()
    assert run(["verify", *paths]) == 3
    out, err = output()
    assert f"{spoiled}: " in out
    assert f"{page}: proved" in err
    assert re.search(rf"^{re.escape(str(spoiled))}: \d+ objections?$", err, re.MULTILINE)
    assert re.search(rf"^error: {re.escape(str(broken))}:1:1: ", err, re.MULTILINE)
    assert run(["verify", *paths, "--format", "json"]) == 3
    out, err = output()
    files = json.loads(out)["files"]
    assert [one["path"] for one in files] == [Path(one).as_posix() for one in paths]
    assert [one["proved"] for one in files] == [True, False, False]
    assert [bool(one["error"]) for one in files] == [False, True, False]
    assert [bool(one["objections"]) for one in files] == [False, False, True]
    assert err.count("error:") == 1


def test_a_quote_of_a_finding_names_its_place() -> None:
    """The sentence that a finding rests on is told with its paragraph, as that of a fact is."""
    content = tree()
    said = {"doc": "mau", "start": 5, "end": 30, "location": "đoạn 3"}
    content["findings"] = [
        {
            "rule": "rank-claim",
            "severity": "warning",
            "message": "Nguồn viết “nằm trong top 7 của cả nước”",
            "computation": "",
            "facts": ["fa"],
            "used": "fa",
            "figures": [],
            "quotes": [{**said, "quote": "nằm trong top 7 của cả nước"}],
        }
    ]
    content["statements"] = [
        {"text": "Phấn đấu có 8 xã không còn hồ sơ quá hạn.", "source": {**said, "start": 40}}
    ]
    content["printed"] += [
        {"kind": "paragraph", "text": "Nguồn viết “nằm trong top 7 của cả nước”."},
        {"kind": "paragraph", "text": "Phấn đấu có 8 xã không còn hồ sơ quá hạn."},
    ]
    for number in ("7", "8"):
        (found,) = trace(number, lineage(content)).origins
        assert (found["kind"], found["location"]) == ("quote", "đoạn 3")
        assert found["document"]["title"] == "Tài liệu mẫu"


def test_a_rank_in_the_name_of_a_bar_leads_to_its_fact() -> None:
    """The number that stands in the name beside a bar is printed, and is of its place and time."""
    content = tree()
    content["facts"][0].update(total="1300")
    series = [{"name": "Hồ sơ", "figures": ["fa"], "labels": ["1.200"]}]
    chart = {"kind": "chart", "text": "", "id": "c", "form": "bar", "unit": "hồ sơ"}
    names = ["Năm 2023 (hạng 1.200/1.300)"]
    content["printed"].append({**chart, "categories": names, "series": series})
    found = trace("1.200/1.300", lineage(content))
    (place,) = found.occurrences
    assert place.where == "biểu đồ c"
    assert place.snippet == names[0]
    assert [one["id"] for one in found.origins] == ["fa"]
    assert place.origins == ("fa",)


def test_the_mark_of_a_source_leads_to_its_document() -> None:
    """The mark "[1]" is printed, and names the first of the list of sources; there is no "[2]"."""
    content = tree()
    content["printed"].append({"kind": "source", "text": "Nguồn: tài liệu [1]."})
    found = trace("[1]", lineage(content))
    assert [one.sort for one in found.occurrences] == ["list of sources"]
    (origin,) = found.origins
    assert (origin["kind"], origin["document"]["title"]) == ("source", "Tài liệu mẫu")
    assert trace("[2]", lineage(content)).occurrences == ()


def test_a_number_that_only_a_quote_has_leads_to_its_words() -> None:
    """Of a number that stands in the sentence of another fact the words of the source are told."""
    content = tree()
    content["sentences"] = {"fa": "Trước đó 950 hồ sơ; năm nay đã giải quyết 1.200 hồ sơ."}
    row = {"table": "so-lieu", "row": 1}
    content["printed"] += [
        marked("cell", "{1.200}", "fa", **row, column=1),
        {"kind": "cell", "text": f"“{content['sentences']['fa']}”", **row, "column": 2},
    ]
    (found,) = trace("950", lineage(content)).origins
    assert (found["kind"], found["quote"]) == ("quote", content["sentences"]["fa"])
    assert (found["label"], found["location"]) == ("words of a source", "đoạn 7")


@pytest.mark.parametrize(
    ("asked", "text", "sort"),
    [
        ("Biểu đồ 1", "Số liệu tại {Biểu đồ\xa01}.", NUMBERING),
        ("76/NQ-CP", "Mục tiêu của {Nghị quyết số 76/NQ-CP}, đạt 76 hồ sơ.", LAW),
        ("tháng 7/2024", "Đến {tháng 7/2024}, cả nước.", TIME),
        ("6 tháng đầu năm 2024", "Trong {6 tháng\xa0đầu năm 2024}, cả nước.", TIME),
        ("tài liệu [1]", "Theo {tài liệu [1]}.", LIST),
        ("thứ hai", "Tại phiên họp {thứ hai}, các bộ.", ""),
    ],
)
def test_words_with_a_number_are_found_as_they_stand(asked: str, text: str, sort: str) -> None:
    """What is no figure is told to be numbering, a time, an act, a source or plain words."""
    content = tree()
    start, end = text.index("{"), text.index("}") - 1
    plain = text.replace("{", "").replace("}", "")
    own = [[start, end, ""]] if sort == NUMBERING else []
    content["printed"] = [{"kind": "paragraph", "text": plain, "marks": [], "own": own}]
    (found,) = trace(asked, lineage(content)).occurrences
    assert (found.sort, found.figure) == (sort, "")
    assert found.text.split()[-1] in asked


def test_the_occasion_of_a_document_is_told_to_be_its() -> None:
    """A number in words leads to the document whose words they are."""
    content = tree()
    content["documents"][0]["occasion"] = "Phiên họp thứ hai của Tổ công tác"
    text = "Ý kiến tại Phiên họp thứ hai của Tổ công tác."
    content["printed"] = [{"kind": "paragraph", "text": text, "marks": []}]
    (found,) = trace("thứ hai", lineage(content)).origins
    assert found["doc"] == content["documents"][0]["id"]
