"""soket build: summary, exit codes, and what one failure leaves of the rest."""

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from generator import building
from generator.config import ReportJob
from generator.errors import Location, RenderError
from generator.pipeline import Evidence, Project, Report
from tests.cli.conftest import Soket

EACH = "provinces: [bac-giang, binh-duong, binh-thuan]"


def fake_report(job: ReportJob, evidence: Evidence, _project: Project) -> Report:
    """Make files that hold the name of the job."""
    files = {name: f"{job.name}.{name}".encode() for name in job.outputs}
    missing = (("satisfaction_rate", job.places[0].slug),)
    return Report(files, evidence.findings, missing, tuple(one.info.id for one in evidence.sources))


@pytest.fixture
def three(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three documents, whose rendering is quick."""
    config = project / "config" / "reports" / "example.yaml"
    text = config.read_text("utf-8").replace("provinces: [binh-thuan]", EACH)
    config.write_text(text, "utf-8")
    monkeypatch.setattr(building, "make_report", fake_report)
    # such files say nothing that could be proved; tests/verify proves real ones
    monkeypatch.setattr(building, "judge_bytes", lambda _: {})
    return project


def written(folder: Path) -> set[str]:
    """Return the names of all files in the output folder."""
    return {path.name for path in (folder / "output").iterdir()}


def files(*slugs: str) -> set[str]:
    """Return the files of these provinces' reports, and the manifest."""
    return {f"example-{slug}.{kind}" for slug in slugs for kind in ("docx", "pdf")} | {
        "manifest.json"
    }


def test_every_report_is_written(soket: Soket, three: Path) -> None:
    """The default config is every one of the project; messages go to stderr."""
    said = soket("build", "--jobs", 1)
    assert (said.code, said.out) == (0, "")
    assert written(three) == files("bac-giang", "binh-duong", "binh-thuan")
    assert "wrote output/example-binh-thuan.pdf\n" in said.err
    assert "example-bac-giang: not found for bac-giang: satisfaction_rate\n" in said.err
    assert "\r" not in said.err


def test_quiet_says_nothing(soket: Soket, three: Path) -> None:
    """--quiet leaves only errors."""
    said = soket("build", "--jobs", 1, "--quiet")
    assert (said.code, said.out, said.err) == (0, "", "")
    assert written(three)


def test_options_narrow(soket: Soket, three: Path, tmp_path: Path) -> None:
    """Format, province, period and folder of the command line win over the config."""
    out = tmp_path / "elsewhere" / "reports"
    arguments = ("--format", "html", "--province", "bac-giang", "--period", "2023-Q1")
    assert soket("build", *arguments, "--output", out, "--force").code == 0
    assert {path.name for path in out.iterdir()} == {"example-bac-giang.html", "manifest.json"}
    assert not (three / "output").exists()


def test_the_summary_for_programs(soket: Soket, three: Path) -> None:
    """--json tells files with hashes, findings, what is missing, errors; stdout has only that."""
    said = soket("build", "--json", "--jobs", 1, "--province", "binh-thuan")
    summary = json.loads(said.out)
    (report,) = summary["reports"]
    path = Path(report["files"][0]["path"])
    data = (three / path).read_bytes()
    assert report["name"] == "example-binh-thuan"
    assert report["status"] == "written"
    assert report["files"][0] == {
        "path": "output/example-binh-thuan.docx",
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    assert report["missing"] == [{"indicator": "satisfaction_rate", "place": "binh-thuan"}]
    assert report["errors"] == []


def test_the_manifest_names_inputs(soket: Soket, three: Path) -> None:
    """What made a report stands in the manifest: config, template, sources, versions."""
    soket("build", "--jobs", 1)
    entry = json.loads((three / "output" / "manifest.json").read_text("utf-8"))["reports"]
    entry = entry["example-binh-thuan"]
    config = (three / "config" / "reports" / "example.yaml").read_bytes()
    text = (three / "sources" / "mau.txt").read_text("utf-8")
    assert entry["config"] == hashlib.sha256(config).hexdigest()
    assert entry["inputs"] == {"mau": hashlib.sha256(text.encode()).hexdigest()}
    assert len(entry["template"]) == 64


@pytest.mark.parametrize("kind", ["error", "defect"])
def test_one_failure_does_not_stop_the_others(
    soket: Soket, three: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """A report that cannot be made keeps its old file; the others are new; the code is 4."""
    old = three / "output" / "example-binh-duong.pdf"
    old.parent.mkdir()
    old.write_bytes(b"good old report")

    def failing(job: ReportJob, evidence: Evidence, project: Project) -> Report:
        if job.name != "example-binh-duong":
            return fake_report(job, evidence, project)
        if kind == "defect":
            raise ZeroDivisionError("surprise")
        raise RenderError("no such figure", location=Location("templates/x.j2", 7))

    monkeypatch.setattr(building, "make_report", failing)
    said = soket("build", "--jobs", 1, "--json")
    assert said.code == 4
    assert written(three) == files("bac-giang", "binh-thuan") | {old.name}
    assert old.read_bytes() == b"good old report"
    assert "example-binh-duong: not written\nerror: " in said.err
    told = {"defect": "ZeroDivisionError: surprise", "error": "templates/x.j2:7:1: no such"}[kind]
    assert told in said.err
    assert "Traceback" not in said.err
    states = [report["status"] for report in json.loads(said.out)["reports"]]
    assert states == ["written", "failed", "written"]
    assert "Traceback" in soket("build", "--jobs", 1, "--debug").err


def test_an_unread_source_stops_its_reports(soket: Soket, three: Path) -> None:
    """No report is written from part of its sources; the code is 3 and the file is named."""
    (three / "sources" / "broken.docx").write_bytes(b"no zip")
    said = soket("build", "--jobs", 1)
    assert said.code == 3
    assert not (three / "output").exists()
    assert "sources/broken.docx:1:1: " in said.err
    assert "Traceback" not in said.err


def test_strict_stops_at_an_error(soket: Soket, three: Path) -> None:
    """With --strict nothing is written from sources that contradict themselves; the code is 1."""
    (three / "sources" / "doubt.txt").write_text(
        "Năm 2023, tỉnh Bình Thuận tiếp nhận 1.000 hồ sơ thủ tục hành chính; đã giải quyết đúng"
        " hạn 500/1.000 hồ sơ, đạt tỷ lệ 90%.\n",
        "utf-8",
    )
    strict = soket("build", "--jobs", 1, "--strict")
    assert strict.code == 1
    assert "of severity error; 'soket check' shows them" in strict.err
    assert not (three / "output").exists()
    assert soket("build", "--jobs", 1).code == 0
    assert written(three)


def test_an_output_that_cannot_be_written(soket: Soket, three: Path) -> None:
    """A link in the place of a report fails this report only."""
    out = three / "output"
    out.mkdir()
    (out / "example-bac-giang.pdf").symlink_to(three / "precious")
    said = soket("build", "--jobs", 1)
    assert said.code == 4
    assert "symbolic link" in said.err
    assert written(three) == files("binh-duong", "binh-thuan") | {"example-bac-giang.pdf"}


def test_two_builds_are_equal(soket: Soket, three: Path, tmp_path: Path) -> None:
    """The same inputs give the same folder, the manifest too."""
    for name in ("one", "two"):
        assert soket("build", "--jobs", 1, "--output", tmp_path / name).code == 0
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "two")
    )
    assert first == second
    assert all(str(three).encode() not in data for data in first.values())


def test_any_number_of_processes_gives_the_same_files(
    soket: Soket, project: Path, tmp_path: Path
) -> None:
    """Worker processes change how long a build takes, nothing else."""
    config = project / "config" / "reports" / "example.yaml"
    other = config.read_text("utf-8").replace("[2023]", "[2023-Q4, 2023]")
    (config.parent / "second.yaml").write_text(other, "utf-8")
    for jobs in (1, 3):
        said = soket("build", "--format", "html", "--jobs", jobs, "--output", tmp_path / str(jobs))
        assert said.code == 0, said.err
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in "13"
    )
    assert len(first) == 3
    assert first == second
    assert all(str(tmp_path).encode() not in data for data in first.values())


class _Killed:
    """A pool whose workers are killed at the second report."""

    def __init__(self, *_arguments: object, **_options: object) -> None:
        self.made = 0

    def shutdown(self, *, cancel_futures: bool) -> None:
        """Do nothing: there are no workers."""

    def submit(self, function: Callable[[object], object], task: object) -> Future[object]:
        """Return a future that is done, or broken from the second on."""
        self.made += 1
        future: Future[object] = Future()
        if self.made > 1:
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(function(task))
        return future


def test_a_killed_worker_fails_its_report(
    soket: Soket, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system takes a worker away, for want of memory, what was made is kept."""
    monkeypatch.setattr(building, "ProcessPoolExecutor", _Killed)
    said = soket("build", "--jobs", 2)
    assert said.code == 4
    assert "example-binh-duong: not written\nerror: a worker process was killed" in said.err
    assert written(three) == files("bac-giang")


def test_words_of_the_form_that_are_printed_are_told(soket: Soket, three: Path) -> None:
    """A signer without a position gets that of the decree's form, and the build says so."""
    config = three / "config" / "reports" / "example.yaml"
    text = config.read_text("utf-8")
    assert "the position of the signer" not in soket("build", "--jobs", 1).err
    start = text.index("signature:")
    kept = [line for line in text[start:].splitlines()[1:] if line[:1].isalpha()]
    config.write_text(text[:start] + "\n".join(kept), "utf-8")
    said = soket("build", "--jobs", 1)
    assert said.code == 0
    line = "warning: config/reports/example.yaml: the position of the signer is not told,"
    assert said.err.count(line) == 1
    assert "prints “CHỨC VỤ CỦA NGƯỜI KÝ”; write 'position' in 'signature'" in said.err
