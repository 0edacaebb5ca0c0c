"""Bad input and the exact words that a user gets for it, side by side.

Each folder is a case: its name begins with the exit code, ``arguments.txt`` holds the
command line (``build config.yaml`` where there is none), ``stderr.txt`` what is said.
"""

import shlex
import shutil
from pathlib import Path

import pytest

from generator.cli.app import run

HERE = Path(__file__).resolve().parent
CASES = sorted(path.parent for path in HERE.glob("*/stderr.txt"))


def arguments(case: Path) -> list[str]:
    """Return the command line of a case."""
    file = case / "arguments.txt"
    return shlex.split(file.read_text("utf-8")) if file.is_file() else ["build", "config.yaml"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The words, the place and the exit code are those of the case; nothing is on stdout."""
    shutil.copytree(case, tmp_path / "project")
    (tmp_path / "project" / "sources").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    code = run(arguments(case))
    said = capsys.readouterr()
    assert said.err == (case / "stderr.txt").read_text("utf-8")
    assert said.out == ""
    assert code == int(case.name[0])


def test_every_folder_is_a_case() -> None:
    """No bad input lies here without the words for it."""
    folders = {path for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(CASES)
    assert len(CASES) >= 25
