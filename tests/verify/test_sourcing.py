"""A forgery that is consistent in itself is found by the sources; each value by its quote."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from generator.cli.app import run
from generator.facts.lineage import digest
from generator.verify.figures import check_figures
from generator.verify.files import load_lineage
from generator.verify.grounds import ground_objections
from tests.verify.making import lineage, tree

SCRIPT = '<script type="application/json" id="facts.json">'
CHANGES = """\
Năm 2022, tỉnh Bình Thuận cung cấp 400 dịch vụ công trực tuyến một phần. Năm 2023, tỉnh cung cấp \
460 dịch vụ công trực tuyến một phần, tăng 15% so với năm 2022.

Năm 2023, tỉnh công bố 31 thủ tục hành chính mới ban hành, tăng 24% so với năm 2022.

"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with its report as HTML."""
    folder = tmp_path_factory.mktemp("made") / "project"
    assert run(["new", str(folder)]) == 0
    source = folder / "sources" / "mau.txt"
    source.write_text(
        source.read_text("utf-8").replace("Trong năm", CHANGES + "Trong năm"), "utf-8"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run(["build", "--format", "html", "--jobs", "1", "--quiet", "--output", "out"]) == 0
    return folder


def page_of(project: Path) -> Path:
    """Return the report of a project."""
    return next((project / "out").glob("*.html"))


def forged(page: str, old: str, new: str) -> str:
    """Return a page with a figure changed everywhere, its facts and their digest too."""
    head, _, rest = page.replace(old, new).partition(SCRIPT)
    data, _, tail = rest.partition("</script>")
    content: dict[str, Any] = json.loads(data)
    content["digest"] = digest(content)
    text = json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")
    return f"{head}{SCRIPT}{text}</script>{tail}"


def test_an_honest_report_is_borne_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The output says what a file was held against: its own facts, or its sources, too."""
    page = page_of(project)
    assert run(["verify", "--figures", str(page)]) == 0
    said = capsys.readouterr().err
    assert "by the facts that it carries; words without a figure are held against the trace" in said
    assert "--project composes them anew" in said
    assert run(["verify", "--figures", "--project", str(project), str(page)]) == 0
    assert "these by their sources, and its words by" in capsys.readouterr().err
    arguments = ["--figures", "--project", str(project), "--format", "json"]
    assert run(["verify", *arguments, str(page)]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert (file["proved"], file["proof"], file["words"]) == (True, "sources", "project")


def test_a_consistent_forgery_is_found_by_the_sources(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure changed in text, quote, facts and digest proves itself, but not to its source."""
    page = tmp_path / "giả.html"
    page.write_text(forged(page_of(project).read_text("utf-8"), "800", "900"), "utf-8")
    assert check_figures(page.read_bytes(), page.name) == ()
    capsys.readouterr()
    assert run(["verify", "--figures", "--project", str(project), str(page)]) == 1
    said = capsys.readouterr().out
    assert "mau does not have “Trong năm 2023, tỉnh cung cấp 900 dịch vụ" in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Thực hiện chế độ báo cáo định kỳ", "Thực hiện yêu cầu báo cáo đột xuất"),
        ("kết quả công tác cải cách", "kết quả tốt của công tác cải cách"),
        ("TỒN TẠI, HẠN CHẾ", "KẾT QUẢ NỔI BẬT"),
    ],
)
def test_words_forged_in_text_and_trace_are_found_by_composing_anew(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    """Plain words rest on no fact: what the project makes of its sources proves them."""
    page = tmp_path / "giả.html"
    page.write_text(forged(page_of(project).read_text("utf-8"), old, new), "utf-8")
    assert check_figures(page.read_bytes(), page.name) == ()
    assert run(["verify", "--figures", "--project", str(project), str(page)]) == 1
    assert "the project says “" in capsys.readouterr().out


def test_what_the_options_of_a_build_make_is_borne_out(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later day of the report, given to the build, and a config that is named."""
    monkeypatch.chdir(project)
    config = "config/reports/example.yaml"
    options = ["--as-of", "2024-02-20", "--period", "2023", "--province", "binh-thuan"]
    out = ["--format", "html", "--jobs", "1", "--quiet", "--output", str(tmp_path)]
    assert run(["build", config, *options, *out]) == 0
    (page,) = tmp_path.glob("*.html")
    for place in (".", config):
        assert run(["verify", "--figures", "--project", place, str(page)]) == 0


def test_a_report_that_no_config_makes_is_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its facts may stand in the sources; nobody knows who put its words there."""
    bare = tmp_path / "bare"
    copytree(project / "sources", bare / "sources")
    page = str(page_of(project))
    assert run(["verify", "--figures", "--project", str(bare), page]) == 1
    assert "no config of the project makes a bao-cao-tinh of 2024-01-15" in capsys.readouterr().out
    assert run(["verify", "--figures", "--project", str(project), page]) == 0


def test_a_fact_of_another_meaning_is_found_by_the_sources(project: Path, tmp_path: Path) -> None:
    """A quote may stand in the source and the fact be another all the same: place, time."""
    page = tmp_path / "giả.html"
    text = page_of(project).read_text("utf-8")
    changed = forged(text, '"unit":"dịch vụ","total":null', '"unit":"dịch vụ","total":"1000"')
    page.write_text(changed, "utf-8")
    assert run(["verify", "--figures", "--project", str(project), str(page)]) == 1


def test_a_printed_change_that_a_report_leaves_out_is_one_that_it_computes(
    project: Path, tmp_path: Path
) -> None:
    """It leaves out that of the services against 2022; the other may not be taken out."""
    page, text = tmp_path / "giả.html", page_of(project).read_text("utf-8")
    printed = '{"kind":"percent","value":"24","direction":"up","base":"2022"}'
    assert printed in text
    page.write_text(forged(text, printed, "null"), "utf-8")
    assert run(["verify", "--figures", "--project", str(project), str(page)]) == 1


def test_a_source_that_changed_or_is_gone_is_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A report of other sources than those at hand is not borne out by them."""
    page, empty = page_of(project), tmp_path / "trong"
    empty.mkdir()
    assert run(["verify", "--figures", "--project", str(empty), str(page)]) == 1
    assert "the source sources/mau.txt is not in the project" in capsys.readouterr().out
    (empty / "sources").mkdir()
    source = (project / "sources" / "mau.txt").read_text("utf-8")
    (empty / "sources" / "mau.txt").write_text(source.replace("800", "801"), "utf-8")
    manifest = (project / "sources" / "manifest.yaml").read_bytes()
    (empty / "sources" / "manifest.yaml").write_bytes(manifest)
    assert run(["verify", "--figures", "--project", str(empty), str(page)]) == 1
    assert "mau does not have “" in capsys.readouterr().out
    assert load_lineage(page).is_whole


@pytest.mark.parametrize(
    ("printed", "quote", "value", "right"),
    [
        ("13,9 triệu", "có 13,9 triệu hồ sơ", "13900000", True),
        ("13,9 triệu", "có 13,9 triệu hồ sơ", "13900000000", False),
        ("13,9 triệu", "có 13,9 triệu hồ sơ", "13.9", False),
        ("13,9", "có 13,9 (nghìn hồ sơ)", "13900", True),
        ("13,9", "có 13,9 (nghìn hồ sơ)", "13901", False),
        ("ba mươi", "có ba mươi hồ sơ", "30", True),
        ("ba mươi", "có ba mươi hồ sơ", "31", False),
        ("", "có 40 hồ sơ", "40", True),
        ("", "có 40 hồ sơ", "41", False),
        ("40", "có 41 hồ sơ", "40", False),
    ],
)
def test_a_value_is_read_again_in_its_quote(
    printed: str, quote: str, value: str, *, right: bool
) -> None:
    """Without any source, a fact's value must be that of its own words, magnitude included."""
    content = tree()
    content["facts"][1].update(printed=printed, value=value)
    content["facts"][1]["source"]["quote"] = quote
    content["figures"][1]["value"] = value
    found = [one for one in ground_objections(lineage(content)) if one.where == "fact fb"]
    assert (found == []) is right


@pytest.mark.parametrize(
    ("key", "number", "right"), [("total", "50", True), ("total", "60", False)]
)
def test_a_whole_is_read_again_in_its_quote(key: str, number: str, *, right: bool) -> None:
    """The whole and the share of a fact stand in its words, too."""
    content = tree()
    content["facts"][1].update({"printed": "40", "value": "40", key: number})
    content["facts"][1]["source"]["quote"] = "có 40/50 hồ sơ"
    found = [one for one in ground_objections(lineage(content)) if one.where == "fact fb"]
    assert (found == []) is right
