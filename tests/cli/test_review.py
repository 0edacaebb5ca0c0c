"""soket review: the draft of decisions, and what a decision does to a build."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Soket

WRONG = "Năm 2023, tỉnh Bắc Giang đã giải quyết đúng hạn 500/1.000 hồ sơ, đạt tỷ lệ 90%.\n"
SIGNED = ("who: Nguyễn Văn A", "when: 2024-08-05", "why: đã đối chiếu sổ theo dõi")


@pytest.fixture
def doubtful(project: Path) -> Path:
    """The folder of sources of a project, with a document whose share is wrong."""
    folder = project / "sources"
    (folder / "sai.txt").write_text(WRONG, "utf-8")
    return folder


def decided(file: Path, decision: str, more: str = "") -> None:
    """Decide on all entries of a draft."""
    text = file.read_text("utf-8").replace("decision: pending", f"decision: {decision}{more}")
    for line in SIGNED:
        text = text.replace(f"    {line.split(':')[0]}:\n", f"    {line}\n")
    file.write_text(text, "utf-8")


def test_a_draft_is_written_beside_the_sources(soket: Soket, doubtful: Path) -> None:
    """It holds each finding with its quote, and check still says the same."""
    said = soket("review")
    assert (said.code, said.out, said.err) == (0, "", "wrote sources/review.yaml\n")
    text = (doubtful / "review.yaml").read_text("utf-8")
    assert "# error: A printed share is not that of its a/b.\n  # Chỉ tiêu" in text
    assert 'quote: "Năm 2023, tỉnh Bắc Giang đã giải quyết đúng hạn 500/1.000 hồ sơ' in text
    assert soket("check").code == 1


def test_what_waits_is_listed_by_a_build(soket: Soket, doubtful: Path) -> None:
    """Each pending entry is a note with its place, for people and for programs."""
    soket("review")
    assert doubtful.is_dir()
    said = soket("build", "--format", "html", "--json")
    assert "note: sources/review.yaml:" in said.err
    assert "dossiers_on_time of sai waits for a decision" in said.err
    remarks = [one["message"] for one in json.loads(said.out)["reports"][0]["remarks"]]
    assert "dossiers_on_time of sai waits for a decision" in remarks


@pytest.mark.parametrize(
    ("decision", "more", "rule"),
    [
        ("use", "", "review-used"),
        ("exclude", "", "review-excluded"),
        ("correct", "\n    set: {share: 50}", "review-corrected"),
    ],
)
def test_a_decision_settles_a_finding(
    soket: Soket, doubtful: Path, decision: str, more: str, rule: str
) -> None:
    """No error is left; the decision is told with who, when and why."""
    soket("review", "sources/sai.txt")
    decided(doubtful / "review.yaml", decision, more)
    said = soket("check", "sources/sai.txt", "--format", "json")
    assert (said.code, said.err) == (0, "")
    findings = {one["rule"]: one for one in json.loads(said.out)}
    assert {one["severity"] for one in findings.values()} == {"note"}
    message = findings[rule]["message"].replace("\xa0", " ")
    assert "(Nguyễn Văn A, ngày 05 tháng 8 năm 2024; lý do: đã đối chiếu sổ theo dõi)" in message
    assert ("share-mismatch" in findings) == (decision == "use")


def test_a_file_that_is_there_is_never_lost(soket: Soket, doubtful: Path) -> None:
    """New doubts go to a file beside it; with --force to its end; then nothing is left."""
    soket("review")
    file = doubtful / "review.yaml"
    decided(file, "use")
    before = file.read_bytes()
    assert soket("review").err == "nothing to decide\n"
    (doubtful / "them.txt").write_text(WRONG.replace("Bắc Giang", "Bình Dương"), "utf-8")
    assert soket("review").err == "wrote sources/review.new.yaml\n"
    assert file.read_bytes() == before
    assert soket("review").code == 2
    assert soket("review", "--force").err == "wrote sources/review.yaml\n"
    assert file.read_bytes().startswith(before)
    assert soket("review").err == "nothing to decide\n"


@pytest.mark.parametrize("form", ["empty", "folder", "link", "tab"])
def test_what_is_no_file_of_decisions_is_told(soket: Soket, doubtful: Path, form: str) -> None:
    """A folder or a link to nothing hides no decisions in silence; an empty file takes some."""
    file = doubtful / "review.yaml"
    if form == "empty":
        file.write_text("\n", "utf-8")
        assert soket("review").err == "wrote sources/review.yaml\n"
        return
    if form == "folder":
        file.mkdir()
    elif form == "link":
        file.symlink_to("nowhere.yaml")
    else:
        file.write_text("decisions:\n\t- decision: use\n", "utf-8")
    said = {
        "folder": "review.yaml:1:1: this is a folder, not a file; decisions stand in",
        "link": "review.yaml:1:1: this is no file; decisions stand in",
        "tab": "token; indent the lines with blanks, not with tabs\n",
    }
    made = soket("check")
    assert made.code == 3
    assert said[form] in made.err
    assert made.err.count("\n") == 1


def test_a_wrong_file_stops_the_build(soket: Soket, doubtful: Path) -> None:
    """A decision that cannot be taken must not be passed over in silence."""
    (doubtful / "review.yaml").write_text("decisions:\n  - decision: us\n", "utf-8")
    said = soket("build")
    assert said.code == 3
    assert "error: sources/review.yaml:2:15: unknown decision 'us'" in said.err
    assert not list(doubtful.parent.glob("output/*.pdf"))


CONFIG = """\
template: so-ket
provinces: [bac-giang]
periods: [2023]
sources: [{sources}]
letterhead: {{date: {day}}}
"""
LATE = (
    "error: sources/review.yaml:{line}:11: decided on 2024-08-05, after the date of the report,"
    " 2024-08-04; write the day on which it was decided, or give the report that day or a later"
    " one ('letterhead.date', --as-of)\n"
)


@pytest.mark.parametrize("command", [("check",), ("build", "--format", "html", "--quiet")])
def test_a_decision_after_the_day_of_the_report_is_refused(
    soket: Soket, doubtful: Path, command: tuple[str, ...]
) -> None:
    """No report tells what was decided after its own date, nor says so in silence."""
    soket("review", "sources/sai.txt")
    decided(doubtful / "review.yaml", "use")
    lines = (doubtful / "review.yaml").read_text("utf-8").splitlines()
    line = lines.index("    when: 2024-08-05") + 1
    config = Path("config/reports/a.yaml")
    for day, code in (("2024-08-04", 3), ("2024-08-05", 0)):
        config.write_text(CONFIG.format(sources="sources/sai.txt", day=day), "utf-8")
        said = soket(*command, str(config))
        assert said.code == code, said.err
        assert (LATE.format(line=line) in said.err) is (code == 3)


def test_a_later_decision_on_another_source_is_none_of_a_report(
    soket: Soket, doubtful: Path
) -> None:
    """Of two reports only the one that reads the source of a later decision has an error."""
    soket("review", "sources/sai.txt")
    decided(doubtful / "review.yaml", "use")
    for name, source, day in (("a", "mau", "2024-01-31"), ("b", "sai", "2024-08-05")):
        text = CONFIG.format(sources=f"sources/{source}.txt", day=day)
        (doubtful.parent / "config" / "reports" / f"{name}.yaml").write_text(text, "utf-8")
    configs = ("config/reports/a.yaml", "config/reports/b.yaml")
    said = soket("check", *configs)
    assert "error:" not in said.err
    assert said.code == 0
    assert soket("check", "sources").code == 0  # files alone are of no day


def test_a_weak_fact_says_why_it_is_doubtful(soket: Soket, project: Path) -> None:
    """One short line above its entry; what all of them have in common stands in the head."""
    text = (
        "Sáng 15/9, tỉnh Bắc Giang họp bàn về cải cách thủ tục hành chính.\n\nTheo đó, các cơ quan"
        " đã tiếp nhận 1.200 hồ sơ thủ tục hành chính, đã giải quyết 1.100 hồ sơ.\n"
    )
    listed = "  - {id: xa, file: xa.txt, published: 2023-09-15, place: bac-giang}\n"
    manifest = project / "sources" / "manifest.yaml"
    manifest.write_text(manifest.read_text("utf-8").rstrip("\n") + "\n" + listed, "utf-8")
    (project / "sources" / "xa.txt").write_text(text, "utf-8")
    soket("review", "sources/xa.txt")
    lines = (project / "sources" / "review.yaml").read_text("utf-8").splitlines()
    told = [line for line in lines if line.startswith("  # doubtful: ")]
    entries = [line for line in lines if line.startswith("  - decision")]
    assert told
    assert len(told) == len(entries)
    assert all(len(line) < 100 for line in told)
    assert any("no time is told beside 1.200; “đến 15/9/2023”" in line for line in told)
    assert "_" not in "".join(told)
    assert sum("farther off in the" in line for line in lines) == 1
