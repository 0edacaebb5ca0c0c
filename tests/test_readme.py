"""What the README shows is run as it stands there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = "sources/thu-xin-loi.txt"


def section(title: str) -> str:
    """Return a section of the README without its heading."""
    parts = (ROOT / "README.md").read_text("utf-8").split("\n## ")
    (found,) = (part for part in parts if part.startswith(f"{title}\n"))
    return found


def blocks(text: str, language: str) -> list[str]:
    """Return the code blocks of a language, those in lists moved to the margin."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```$", text, re.DOTALL | re.MULTILINE)
    return [textwrap.dedent(code) for _, code in found]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of the files that the section on new indicators shows."""
    text, root = section("A new indicator"), tmp_path_factory.mktemp("project")
    files = {code.split("\n", 1)[0].removeprefix("# "): code for code in blocks(text, "yaml")}
    (files[SOURCE],) = blocks(text, "text")
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, "utf-8")
    return root


def soket(project: Path, *arguments: str) -> str:
    """Run the program in a project and return what it writes to stdout."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", *arguments]
    done = subprocess.run(
        command, cwd=project, env=env, check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout


def test_the_section_shows_one_file_of_each_sort(project: Path) -> None:
    """Catalogue, rules, phrases and a report, each named in its first line."""
    names = {path.relative_to(project).as_posix() for path in project.rglob("*.yaml")}
    assert names == {
        "config/catalogue/indicators.yaml",
        "config/rules/indicators.yaml",
        "config/language/phrases.yaml",
        "config/reports/thu-xin-loi.yaml",
    }


def test_the_new_indicator_is_found(project: Path) -> None:
    """Soket extract tells the figure beside the one that was known before."""
    facts = [json.loads(line) for line in soket(project, "extract", SOURCE).splitlines()]
    told = [(fact["indicator"], fact["value"], fact["start"], fact["place"]) for fact in facts]
    assert told == [
        ("dossiers_received", "12000", "2023-01-01", "binh-thuan"),
        ("apology_letters", "45", "2023-01-01", "binh-thuan"),
    ]


def test_the_report_says_the_new_indicator(project: Path) -> None:
    """Soket build writes the sentence of the phrase with the figure and its source."""
    soket(project, "build")
    page = (project / "output" / "thu-xin-loi.html").read_text("utf-8")
    shown = " ".join(re.sub(r"<[^>]+>", "", page).replace("\N{NO-BREAK SPACE}", " ").split())
    assert "đã gửi 45 thư xin lỗi" in shown
    assert "“Các cơ quan đã gửi 45 thư xin lỗi vì trả kết quả quá hạn”" in shown
