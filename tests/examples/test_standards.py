"""Every report that is shipped, examples too, before the judges of the standards."""

from __future__ import annotations

from pathlib import Path

import page as judge
import pytest
from openxml_audit import OpenXmlValidator

from generator.cli.app import run
from generator.paths import shipped_root

ROOT = shipped_root() / "config"
SHIPPED = sorted(ROOT.glob("reports/*.yaml"))
EXAMPLES = sorted(ROOT.glob("examples/*/config/reports/*.yaml"))


def files(config: Path, folder: Path) -> list[Path]:
    """Build the Word and PDF files of a config; return them."""
    code = run(["build", str(config), "--format", "docx,pdf", "--output", str(folder), "--quiet"])
    assert code == 0
    return sorted(path for path in folder.iterdir() if path.suffix in (".docx", ".pdf"))


def check(made: list[Path]) -> None:
    """Hold the files of a report against schema, PDF/A-3a, PDF/UA-1 and the decree."""
    assert {path.suffix for path in made} == {".docx", ".pdf"}
    for path in made:
        if path.suffix == ".docx":
            found = [str(error) for error in OpenXmlValidator().validate(path).errors]
        else:
            content = path.read_bytes()
            reports = [judge.validate_pdf_bytes(content, profile=name) for name in ("3a", "ua1")]
            found = [f"{one.rule_id}: {one.message}" for it in reports for one in it.failures]
        assert found == [], path.name
    assert run(["verify", "--layout", *map(str, made)]) == 0


@pytest.mark.sampled(3)
@pytest.mark.parametrize("config", SHIPPED, ids=lambda path: path.stem)
def test_shipped_reports_meet_the_standards(config: Path, shipped: tuple[Path, ...]) -> None:
    """No outside judge has a finding on a report of the main project."""
    made = [path for path in shipped if path.stem.startswith(config.stem)]
    check([path for path in made if path.suffix in (".docx", ".pdf")])


@pytest.mark.full
@pytest.mark.parametrize("config", EXAMPLES, ids=lambda path: path.stem)
def test_examples_meet_the_standards(config: Path, tmp_path: Path) -> None:
    """Nor has it one on a report of an example project."""
    check(files(config, tmp_path))


def test_all_are_found() -> None:
    """The three reports of the main project and those of the examples are tried."""
    assert len(SHIPPED) >= 3
    assert {path.parents[2].name for path in EXAMPLES} == {"papi", "lam-dong", "bo-nganh"}
