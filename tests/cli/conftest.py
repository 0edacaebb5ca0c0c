"""A small project, and the command line as a function."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli.app import run


@dataclass(frozen=True)
class Said:
    """What a run printed and returned."""

    code: int
    out: str
    err: str


Soket = Callable[..., Said]


@pytest.fixture
def soket(capsys: pytest.CaptureFixture[str]) -> Soket:
    """Run one command line in this process."""

    def command(*arguments: object) -> Said:
        capsys.readouterr()  # what came before is not of this run
        code = run([str(one) for one in arguments])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return command


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project folder, as the current one."""
    folder = tmp_path / "project"
    assert run(["new", str(folder)]) == 0
    monkeypatch.chdir(folder)
    return folder
