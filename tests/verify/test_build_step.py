"""The proof as the last step of every build."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import building
from generator.cli.app import run
from generator.verify.objection import Objection


def test_nothing_unproved_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that does not prove itself fails its report: code 4, the old file untouched."""
    project, output = tmp_path / "project", tmp_path / "output"
    assert run(["new", str(project)]) == 0
    monkeypatch.chdir(project)
    arguments = ["build", "--output", str(output), "--jobs", "1", "--quiet"]
    assert run(arguments) == 0
    before = {path: path.read_bytes() for path in output.iterdir()}
    wrong = Objection("số liệu: văn bản", "expected “1”, found “2”", "trang 3")
    monkeypatch.setattr(building, "judge_bytes", lambda files: dict.fromkeys(files, (wrong,)))
    capsys.readouterr()
    assert run(["build", *arguments[1:], "--force"]) == 4
    said = capsys.readouterr().err
    assert "does not prove itself: trang 3: expected “1”, found “2”" in said
    assert {path: path.read_bytes() for path in output.iterdir()} == before
