"""The shipped reports in all formats, for the tests of the judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.app import run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def finished(shipped: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files of the shipped configs."""
    assert {path.suffix for path in shipped} == {".docx", ".pdf", ".html"}
    return shipped


@pytest.fixture(scope="session")
def everything(
    finished: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, ...]:
    """The files of the shipped configs and of the examples; only for full sweeps."""
    found = list(finished)
    for config in sorted((ROOT / "config" / "examples").glob("*/config/reports/*.yaml")):
        folder = tmp_path_factory.mktemp(config.stem)
        arguments = ["--output", str(folder), "--format", "docx,pdf,html", "--jobs", "1"]
        assert run(["build", str(config), *arguments, "--quiet"]) == 0
        found += sorted(path for path in folder.iterdir() if path.suffix != ".json")
    return tuple(found)
