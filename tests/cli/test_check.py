"""soket check: findings, their forms and the exit code."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import Soket

WRONG = "Năm 2023, tỉnh Bình Thuận đã giải quyết đúng hạn 500/1.000 hồ sơ, đạt tỷ lệ 90%.\n"


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A document whose share is not that of its figures."""
    path = tmp_path / "sai.txt"
    path.write_text(WRONG, "utf-8")
    return path


def test_an_error_has_code_one(soket: Soket, doubtful: Path) -> None:
    """A wrong share is an error with its place; the data is on stdout."""
    said = soket("check", doubtful)
    assert said.code == 1
    assert "A printed share is not that of its a/b." in said.out
    assert f"{doubtful.name}:1:" in said.out
    assert said.err == ""


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (
            "Năm 2024, chỉ số PCI của tỉnh Hà Giang tụt từ hạng 20 xuống hạng 15/63.\n",
            "warning",
        ),
        (
            "Năm 2023, tỉnh Bình Thuận giải quyết đúng hạn 37/76 hồ sơ (48,6%).",
            "note",
        ),
    ],
)
def test_a_warning_or_a_note_has_code_zero(
    soket: Soket, tmp_path: Path, text: str, severity: str
) -> None:
    """What may be explained is told, and stops nothing."""
    path = tmp_path / "ngo.txt"
    path.write_text(text, "utf-8")
    said = soket("check", path)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1] == f"1 finding: 1 {severity}"


@pytest.mark.usefixtures("project")
def test_the_default_is_the_project(soket: Soket) -> None:
    """Without a path the sources of all configs are checked; the sample has no error."""
    said = soket("check")
    assert (said.code, said.err) == (0, "")
    assert "findings" in said.out


def test_a_config_stands_for_its_sources(soket: Soket, project: Path) -> None:
    """A config and a file of the command line are checked together."""
    (project / "sources" / "sai.txt").write_text(WRONG, "utf-8")
    assert soket("check", "config/reports/example.yaml").code == 1
    assert soket("check", "sources/mau.txt").code == 0


def test_forms_for_machines(soket: Soket, doubtful: Path) -> None:
    """JSON, JUnit and SARIF are well formed and hold the finding."""
    (finding,) = json.loads(soket("check", doubtful, "--format", "json").out)
    assert finding["rule"] == "share-mismatch"
    run = json.loads(soket("check", doubtful, "--format", "sarif").out)["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == ["share-mismatch"]
    tree = ET.fromstring(soket("check", doubtful, "--format", "junit").out)  # noqa: S314 our own
    assert len(list(tree.iter("failure"))) == 1


def test_an_unread_source_has_code_three(soket: Soket, doubtful: Path, tmp_path: Path) -> None:
    """Findings of what can be read come out; an unread source outweighs them."""
    said = soket("check", doubtful, tmp_path / "gone.txt")
    assert said.code == 3
    assert "A printed share is not that of its a/b." in said.out
    assert "gone.txt:1:1: " in said.err
