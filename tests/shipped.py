"""The shipped reports of other periods and provinces, in a copy of their folder."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.cli.app import run
from tests.hard_cases.making import html_text

ROOT = Path(__file__).resolve().parent.parent


def config_of(folder: Path, name: str, **lines: str) -> Path:
    """Write a shipped config into a folder beside the seeds, some of its lines replaced."""
    text = (ROOT / "config/reports" / f"{name}.yaml").read_text(encoding="utf-8")
    for key, value in lines.items():
        text = re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", text)
    if not (folder / "seeds").exists():
        shutil.copytree(ROOT / "seeds", folder / "seeds")
    path = folder / "config/reports" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def shown(folder: Path, name: str, **lines: str) -> str:
    """Build a shipped report with other lines as HTML and return what a browser shows."""
    path = config_of(folder, name, **lines)
    out = folder / "out"
    arguments = ["--format", "html", "--output", str(out), "--jobs", "1", "--quiet"]
    assert run(["build", str(path), *arguments]) == 0
    (page,) = out.glob("*.html")
    return html_text(page)
