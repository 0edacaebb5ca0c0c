"""The shipped reports as DOCX and PDF, built once for the tests of the layout check."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.app import run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of the shipped configs by name."""
    folder = tmp_path_factory.mktemp("layout")
    configs = sorted(str(path) for path in (ROOT / "config" / "reports").glob("*.yaml"))
    options = ["--output", str(folder), "--format", "docx,pdf", "--jobs", "1", "--quiet"]
    assert run(["build", *configs, *options]) == 0
    return {path.name: path for path in folder.iterdir() if path.suffix in (".docx", ".pdf")}
