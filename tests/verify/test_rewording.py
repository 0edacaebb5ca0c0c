"""One word that says something else, in any place of any finished file, is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.app import run
from generator.verify.figures import check_files
from tests.verify import rewording
from tests.verify.making import file_named

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ("bo-nganh", "lam-dong", "papi")


def passed(path: Path) -> tuple[int, list[str]]:
    """Return how many words were exchanged in a file, and those that nobody noticed."""
    made = list(rewording.reworded(path))
    found = check_files({f"{at}-{path.name}": data for at, (_, data) in enumerate(made)})
    pairs = zip(made, found.values(), strict=True)
    return len(made), [f"{path.name}: {told}" for (told, _), wrong in pairs if not wrong]


@pytest.mark.parametrize("form", rewording.EVERY)
def test_no_word_of_a_briefing_can_be_exchanged(finished: tuple[Path, ...], form: str) -> None:
    """Direction, measure, unit, level, time, reservation, denial: text, cells, charts, notes."""
    count, missed = passed(file_named(finished, f"ban-tin{form}"))
    assert missed == []
    assert count >= 25


@pytest.mark.full
@pytest.mark.parametrize("form", rewording.EVERY)
@pytest.mark.parametrize("name", ["so-ket", "bao-cao-tinh-binh-thuan"])
def test_no_word_of_the_reports_can_be_exchanged(
    finished: tuple[Path, ...], name: str, form: str
) -> None:
    """In the long reports, too."""
    count, missed = passed(file_named(finished, f"{name}{form}"))
    assert missed == []
    assert count >= 40


@pytest.mark.full
@pytest.mark.parametrize("example", EXAMPLES)
def test_no_word_of_the_examples_can_be_exchanged(tmp_path: Path, example: str) -> None:
    """Nor in the reports of the examples: ministries, a merged province, all provinces."""
    configs = sorted((ROOT / "config/examples" / example / "config/reports").glob("*.yaml"))
    options = ["--format", "docx,pdf,html", "--output", str(tmp_path), "--jobs", "1", "--quiet"]
    assert run(["build", *map(str, configs), *options]) == 0
    found = [passed(path) for path in tmp_path.iterdir() if path.suffix in rewording.EVERY]
    assert [text for _, missed in found for text in missed] == []
    assert sum(count for count, _ in found) >= 100
